"""The offices of the lexicon's persons, as rows."""

from __future__ import annotations

from typing import Any

from communique.knowledge import load_knowledge
from communique.ledger.names import folded_words


def offices_of(name: str, day: str | None = None) -> list[dict[str, Any]]:
    """The offices of everybody whom the name fits, on an ISO day or ever, by name, beginning and state.

    "lavrov" gives Sergey Lavrov, Minister of Foreign Affairs, RUS, since 2004-03-09.
    """
    knowledge = load_knowledge()
    wanted = set(folded_words(name).split())
    rows = []
    for person in knowledge.persons.values():
        names = (person.id, person.name, *person.aliases)
        if not any(wanted <= set(folded_words(one).split()) for one in names):
            continue
        for tenure in knowledge.tenures_of.get(person.id, ()):
            if day is None or tenure.covers(day):
                row = {
                    "name": person.name,
                    "office": tenure.title or knowledge.offices[tenure.office].shown(tenure.of),
                    "of": tenure.of,
                    "start": tenure.start,
                    "end": tenure.end or f"known until {tenure.known_until}",
                }
                rows.append({"type": "office", "id": person.id, **row})
    return sorted(rows, key=lambda row: (row["name"], row["start"], row["of"]))
