"""Participants as people write them: "xi", "China", "Olga Brandt (Chancellor, DEU)", "Turkey as host"."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, get_args

from communique.errors import UsageError
from communique.ledger.names import folded_words
from communique.records import Role

_WRITTEN = re.compile(
    r"(?P<name>[^()]+?)(?:\s*\((?P<office>[^(),]*?)(?:,\s*)?(?P<state>[A-Z]{2,6})?\))?(?:\s+as\s+(?P<role>[\w ]+))?"
)
_RANKS = {"leaders": 0, "ministers": 1, "officials": 2}


def read_participant(text: str, day: str | None) -> dict[str, Any]:
    """Who is meant, with the office held on the ISO day, as a decision keeps it.

    A name that the lexicon does not know is a person as written. Raises UsageError where several are meant.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"{text!r} is no participant", remedy="write a name, or: Olga Brandt (Chancellor, DEU)"
        )
    role = (found["role"] or "party").strip().replace(" ", "_")
    if role not in get_args(Role):
        raise UsageError(f"{role!r} is no role", remedy=f"choose from {', '.join(get_args(Role))}")
    given = {"office": found["office"] or None, "state": found["state"]}
    actor = _known(found["name"].strip(), day) or _stranger(found["name"].strip())
    return {**actor, **{name: value for name, value in given.items() if value}, "role": role}


def _known(name: str, day: str | None) -> dict[str, Any] | None:
    """A state, an organisation or a person of the lexicon."""
    from communique.knowledge import load_knowledge

    knowledge, words = load_knowledge(), folded_words(name)
    for state in knowledge.states.values():
        if name == state.id or words in map(folded_words, (state.name, *state.names, *state.demonyms)):
            return {"id": state.id, "name": state.name, "type": "state", "state": state.id}
    for body in knowledge.organisations.values():
        if name == body.id or words in map(folded_words, (body.name, *body.names)):
            return {"id": body.id, "name": body.name, "type": "organisation", "state": None}
    person = _person(name, words, day)
    return _in_office(person, day) if person else None


def _person(name: str, words: str, day: str | None) -> str | None:
    """The id of the person meant: by id or whole name, else by family name among those in office on the day."""
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    whole, family = [], []
    for person in knowledge.persons.values():
        if name == person.id or words in map(folded_words, (person.name, *person.aliases)):
            whole.append(person.id)
        elif words in map(folded_words, person.family):
            family.append(person.id)
    fits = whole or family
    if len(fits) > 1 and day:
        held = [each for each in fits if any(t.covers(day) for t in knowledge.tenures_of.get(each, ()))]
        fits = held or fits
    if len(fits) > 1:
        raise UsageError(
            f"{name!r} may be {len(fits)} persons", remedy=f"name one: {', '.join(sorted(fits)[:8])}"
        )
    return fits[0] if fits else None


def _in_office(person: str, day: str | None) -> dict[str, Any]:
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    held = [t for t in knowledge.tenures_of.get(person, ()) if day and t.covers(day)]
    held.sort(key=lambda t: (_RANKS.get(knowledge.offices[t.office].level, 2), t.start, t.office))
    actor: dict[str, Any] = {"id": person, "name": knowledge.persons[person].name, "type": "person"}
    if held:
        office = knowledge.offices[held[0].office]
        shown = held[0].title or office.shown(held[0].of)
        actor |= {"office": shown, "office_id": office.id, "state": held[0].of}
    return actor


def _stranger(name: str) -> dict[str, Any]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    ident = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not ident:
        raise UsageError(f"{name!r} is no name in Latin letters", remedy="write it in Latin letters")
    return {"id": ident, "name": name, "type": "person", "known": False}
