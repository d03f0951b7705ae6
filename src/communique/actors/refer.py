"""Resolves references: pronouns, "the two leaders", "his Chinese counterpart", "the latter"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.actors.resolve import PRESIDENTIAL, Resolver
from communique.records import Actor, Mention, Span

PAIR = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth|[Tt]he|[Tt]hese two|[Tt]he pair of) (?:(?:world|national|political|regional|foreign|defen[cs]e|visiting) )?"
    r"(?P<noun>leaders|presidents|prime ministers|premiers|heads of state|heads of government|foreign ministers|defen[cs]e ministers|"
    r"ministers|men|women|politicians|statesmen|officials|diplomats|sides|parties|countries|nations|governments|states|delegations|neighbou?rs|capitals|powers|allies|chief diplomats|top diplomats)\b"
    r"|\b(?:[Tt]he (?:pair|two|duo))\b(?! (?:\w+ )?(?:countries|days|hours|weeks|years|months|sides?|sons|daughters|bodies|\d))|\b[Bb]oth(?= (?:men|leaders|sides))")
COUNTERPART = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|the) (?:(?P<state>[A-Z][\w.'’ -]{1,30}?)(?: and (?P<second>[A-Z][\w.'’ -]{1,30}?))? )?(?:counterparts?|opposite numbers?|equivalents?|opposite)\b")
LATTER = re.compile(r"\bthe (former|latter)\b(?! (?:president|prime|foreign|minister|leader|[A-Z]))")
PRONOUN = re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|[Tt]hem|[Tt]heir|[Ee]ach other)\b")
MALE = frozenset({"he", "him", "his"})
FEMALE = frozenset({"she", "her"})
STATE_NOUNS = frozenset({"sides", "parties", "countries", "nations", "governments", "states", "delegations", "neighbours", "neighbors", "capitals", "powers", "allies"})
REACH = 4  # sentences that a pronoun may look back


@dataclass(slots=True)
class Memory:
    """What the report has named so far, in order: persons with their sentence and whether they were a subject."""

    named: list[tuple[int, int, Actor, bool]] = field(default_factory=list)
    pair: tuple[Actor, ...] = ()

    def add(self, mention: Mention, subject: bool) -> None:
        """Remembers the actors of a mention."""
        for actor in mention.actors:
            self.named.append((mention.sentence, mention.span.start, actor, subject))

    def close_sentence(self, sentence: int) -> None:
        """Remembers the pair of leaders that a sentence named together, if it named two sides."""
        here: dict[str, Actor] = {}
        for number, _, actor, _ in self.named:
            if number == sentence and actor.type == "person" and actor.state:
                here.setdefault(actor.id, actor)
        sides: dict[str | None, Actor] = {}
        for actor in here.values():
            sides.setdefault(actor.state, actor)
        if len(sides) >= 2:
            self.pair = tuple(list(sides.values())[:2])

    def pair_before(self, sentence: int, place: int) -> tuple[Actor, ...]:
        """The pair that "the two" means: two persons of two states before it in the sentence, else the last pair."""
        here: dict[str, Actor] = {}
        for number, start, actor, _ in self.named:
            if number == sentence and start < place and actor.type == "person" and actor.state:
                here.setdefault(actor.state, actor)
        return tuple(list(here.values())[:2]) if len(here) == 2 else self.pair

    def other(self, sentence: int, wanted: frozenset[str], sex_of: dict[str, str], before: int) -> Actor | None:
        """The person that "him" means where it is not the subject: the last one named in the sentence that is no subject."""
        for number, place, actor, subject in reversed(self.named):
            if number == sentence and place < before and actor.type == "person" and not subject and sex_fits(sex_of.get(actor.id, ""), wanted):
                return actor
        return None

    def person(self, sentence: int, wanted: frozenset[str], sex_of: dict[str, str], before: int) -> Actor | None:
        """The person that a singular pronoun means: in this sentence the first, else the last subject."""
        known = [(n, p, a, s) for n, p, a, s in self.named
                 if a.type == "person" and p < before and sentence - n <= REACH and sex_fits(sex_of.get(a.id, ""), wanted)]
        if not known:
            return None
        last = max(n for n, _, _, _ in known)
        latest = [entry for entry in known if entry[0] == last]
        subjects = [entry for entry in latest if entry[3]]
        return (subjects or latest)[0 if last < sentence else 0][2]


def sex_fits(sex: str, wanted: frozenset[str]) -> bool:
    """Whether a person of this sex can be meant by the pronouns."""
    return not sex or (sex == "m") == (wanted is MALE)


def find_references(text: str, offset: int) -> list[tuple[str, Span, re.Match[str]]]:
    """Reference expressions of a sentence: (form, span in the body, match), pronouns included."""
    found: list[tuple[str, Span, re.Match[str]]] = []
    for form, pattern in (("group", PAIR), ("descriptor", COUNTERPART), ("ordinal", LATTER), ("pronoun", PRONOUN)):
        for match in pattern.finditer(text):
            found.append((form, Span(start=offset + match.start(), end=offset + match.end()), match))
    return sorted(found, key=lambda entry: (entry[1].start, -entry[1].end))


def counterpart(anchor: Actor | None, states: Sequence[str], resolver: Resolver) -> tuple[Actor, ...]:
    """The holder of the anchor's office in another state: "his Chinese counterpart"."""
    found: list[Actor] = []
    for state in states:
        if anchor is None or anchor.office_id is None or not resolver.day:
            entity = resolver.entity(state)
            if entity:
                found.append(entity)
            continue
        office_id = "president" if anchor.office_id == "prime_minister" and state in PRESIDENTIAL else anchor.office_id
        held = [t for t in resolver.knowledge.holders.get((state, office_id), ()) if t.surely_covers(resolver.day)]
        if not held and anchor.office_id in {"president", "prime_minister", "monarch"}:
            held = [t for office in ("president", "prime_minister", "monarch")
                    for t in resolver.knowledge.holders.get((state, office), ()) if t.surely_covers(resolver.day)][:1]
        if len({t.person for t in held}) == 1:
            actor = resolver.person(held[-1].person, None, (state,))
            found.append(Actor(id=actor.id, name=actor.name, type="person", office=actor.office, office_id=actor.office_id,
                               state=state, inferred=True))
        else:
            office = anchor.office or "official"
            found.append(Actor(id=f"{state.lower()}-{anchor.office_id.replace('_', '-')}", name=f"{office} of {resolver.knowledge.states[state].name}" if state in resolver.knowledge.states else office,
                               type="person", office=anchor.office, office_id=anchor.office_id, state=state, known=False))
    return tuple(found)
