"""Resolves references: pronouns, "the two leaders", "his Chinese counterpart", "the latter"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.actors.resolve import PRESIDENTIAL, Resolver
from communique.records import Actor, Mention, Span

NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "duo": 2,
    "three": 3,
    "trio": 3,
    "quartet": 4,
    "couple": 2,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
NOUNS = (
    r"leaders|presidents|prime ministers|premiers|heads of state|heads of government|foreign ministers|defen[cs]e ministers|defen[cs]e chiefs|"
    r"ministers|men|women|politicians|statesmen|officials|diplomats|sides|parties|countries|nations|governments|states|delegations|neighbou?rs|capitals|"
    r"powers|allies|chief diplomats|top diplomats|envoys|negotiators|guests"
)
PAIR = re.compile(
    rf"\b(?:[Tt]he (?:latter )?(?P<number>two|three|four|five|six|seven)|[Bb]oth|[Tt]he|[Tt]hese two|[Tt]he pair of) (?:(?:world|national|political|regional|foreign|visiting) )?(?P<noun>{NOUNS})\b"
    r"|\b[Tt]he (?P<latter>latter two)\b"
    r"|\b(?:[Aa]ll|[Tt]he|[Bb]oth) (?:(?P<all>two|three|four|five|six) )?of them\b"
    rf"|\b[Aa]ll (?P<every>three|four|five|six|seven)(?: (?:{NOUNS}))?\b(?! (?:\w+ )?(?:days|years|months|times|countries))"
    r"|\b[Bb]oth(?= (?:said|says|agreed|were|are|had|have|will|would|called|expressed|spoke|signed|declined|wore|wanted|came|stood|smiled|denied|confirmed)\b)"
    r"|\b(?:[Tt]he (?P<bare>pair|two|duo|trio|quartet|three|four|five))\b(?! (?:\w+ )?(?:countries|days|hours|weeks|years|months|sides?|sons|daughters|bodies|chiefs|\d))(?! (?:\w+-)?(?:[A-Za-z]+ )?(?:presidents|ministers|leaders)\b)"
    r"|\b[Bb]oth(?= (?:men|leaders|sides))"
)
OFFICES_MEANT = {
    "presidents": frozenset({"president"}),
    "prime ministers": frozenset({"prime_minister"}),
    "premiers": frozenset({"prime_minister"}),
    "foreign ministers": frozenset({"foreign_minister"}),
    "chief diplomats": frozenset({"foreign_minister"}),
    "top diplomats": frozenset({"foreign_minister"}),
    "defence ministers": frozenset({"defence_minister"}),
    "defense ministers": frozenset({"defence_minister"}),
    "defence chiefs": frozenset({"defence_minister"}),
    "defense chiefs": frozenset({"defence_minister"}),
    **dict.fromkeys(
        ("leaders", "heads of state", "heads of government", "statesmen"),
        frozenset(
            {
                "president",
                "prime_minister",
                "monarch",
                "supreme_leader",
                "crown_prince",
                "transitional_leader",
                "party_leader",
            }
        ),
    ),
}
OTHER_SIDE = re.compile(
    r"\b(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]he) (?P<role>hosts?|guest|visitor|caller|interlocutor)\b(?! (?:country|nation|of\b|government|city))"
)
AGE = re.compile(r"\b[Tt]he (?P<age>\d\d)-year-old\b(?! (?:[a-z]+ )?(?:man|woman|boy|girl|son|daughter))")
COUNTERPART = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|the)|(?<=['’]s)|(?<=s['’])) (?:(?:new|own|newly \w+|longtime|long-time|then|two|three|various) )*"
    r"(?:(?P<state>[A-Z][\w.'’ -]{1,30}?)(?: and (?P<second>[A-Z][\w.'’ -]{1,30}?))? )?(?:counterparts?|opposite numbers?|equivalents?|opposite)\b"
    r"(?: (?:in|from|of) (?:the )?(?P<behind>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*))?"
)
LATTER = re.compile(
    r"\b[Tt]he (?:(former)\b(?! (?:\w+ )?(?:president|prime|foreign|minister|leader|secretary|chancellor|envoy|ambassador|official|aide|head|chief)|,? [A-Z])|(latter)\b(?! (?:two|half|part|stages)))"
)
PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Hh]imself|[Hh]erself|[Tt]hey|[Tt]hem|[Tt]heir|[Ee]ach other)\b"
)
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "herself"})
STATE_NOUNS = frozenset(
    {
        "sides",
        "parties",
        "countries",
        "nations",
        "governments",
        "states",
        "delegations",
        "neighbours",
        "neighbors",
        "capitals",
        "powers",
        "allies",
    }
)
REACH = 4  # sentences that a pronoun may look back


@dataclass(slots=True)
class Memory:
    """What the report has named so far, in order: actors with their sentence, place, and whether they were a subject."""

    named: list[tuple[int, int, Actor, bool]] = field(default_factory=list)
    pairs: list[tuple[int, tuple[Actor, ...]]] = field(default_factory=list)
    groups: list[tuple[int, int, tuple[Actor, ...]]] = field(default_factory=list)

    def add(self, mention: Mention, subject: bool) -> None:
        """Remembers the actors of a mention."""
        for actor in mention.actors:
            self.named.append((mention.sentence, mention.span.start, actor, subject))
        if len(mention.actors) > 1:
            self.groups.append((mention.sentence, mention.span.start, mention.actors))

    def close_sentence(self, sentence: int) -> None:
        """Remembers the pair of leaders that a sentence named together, if it named two sides."""
        sides = by_side(actor for number, _, actor, _ in self.named if number == sentence)
        if len(sides) >= 2:
            self.pairs.append((sentence, sides[:2]))

    @property
    def pair(self) -> tuple[Actor, ...]:
        """The pair that was named last."""
        return self.pairs[-1][1] if self.pairs else ()

    def topic_pair(self, sentence: int) -> tuple[Actor, ...]:
        """The pair of the sentence before, else the one that the report names most."""
        if not self.pairs or sentence - self.pairs[-1][0] <= 1:
            return self.pair
        counted = Counter(frozenset(actor.id for actor in pair) for _, pair in self.pairs)
        return max(
            self.pairs, key=lambda entry: (counted[frozenset(actor.id for actor in entry[1])], entry[0])
        )[1]

    def pair_before(
        self, sentence: int, place: int, offices: frozenset[str] = frozenset()
    ) -> tuple[Actor, ...]:
        """The pair that "the two" means: two persons of two states before it in the sentence, else the topic pair.

        With offices ("the two foreign ministers") the last pair that holds them goes first.
        """
        if offices:
            fitting = [pair for _, pair in self.pairs if all(actor.office_id in offices for actor in pair)]
            here = by_side(
                a for n, p, a, _ in self.named if n == sentence and p < place and a.office_id in offices
            )
            if len(here) == 2:
                return here
            if fitting:
                return fitting[-1]
            holders = by_side(
                a
                for n, p, a, _ in reversed(self.named)
                if sentence - n <= REACH and (n, p) < (sentence, place) and a.office_id in offices
            )
            if len(holders) == 2:
                return holders[::-1]
        here = by_side(a for n, p, a, _ in self.named if n == sentence and p < place)
        return here if len(here) == 2 else self.topic_pair(sentence)

    def several(self, sentence: int, place: int, number: int) -> tuple[Actor, ...]:
        """A group of so many: the last one named as a group, else the persons of this sentence or the one before."""
        for n, p, actors in reversed(self.groups):
            if len(actors) == number and (n, p) < (sentence, place) and sentence - n <= REACH:
                return actors
        for wanted in (sentence, sentence - 1):
            persons = {
                a.id: a
                for n, p, a, _ in self.named
                if n == wanted and (n, p) < (sentence, place) and a.type == "person"
            }
            if len(persons) == number:
                return tuple(persons.values())
        return ()

    def crowd(self, sentence: int) -> tuple[Actor, ...]:
        """All persons of the sentence before: "All of them"."""
        persons = {a.id: a for n, p, a, _ in self.named if n == sentence - 1 and a.type == "person"}
        return tuple(persons.values())

    def states(self, sentence: int, place: int) -> tuple[str, ...]:
        """The two states that "the two sides" means: both before it in the sentence, else of the last sentence that names two."""
        for wanted in range(sentence, max(-1, sentence - REACH - 1), -1):
            entries = [(a, p) for n, p, a, _ in self.named if n == wanted and (n, p) < (sentence, place)]
            own = tuple(dict.fromkeys(a.id for a, _ in entries if a.type == "state"))
            if len(own) == 2:
                return own
            every = tuple(dict.fromkeys(a.state for a, _ in entries if a.state and a.type != "organisation"))
            if len(every) == 2:
                return every
        return ()

    def persons(
        self, sentence: int, wanted: frozenset[str], sex_of: dict[str, str], before: int
    ) -> list[Actor]:
        """Persons that a singular pronoun may mean, the likeliest first: subjects, then others, sentence by sentence backwards."""
        known = [
            (n, p, a, s)
            for n, p, a, s in self.named
            if a.type == "person"
            and p < before
            and sentence - n <= REACH
            and sex_fits(sex_of.get(a.id, ""), wanted)
        ]
        ordered: list[Actor] = []
        for number in sorted({n for n, _, _, _ in known}, reverse=True):
            here = [entry for entry in known if entry[0] == number]
            ordered += [a for _, _, a, s in here if s] + [a for _, _, a, s in here if not s]
        return list({actor.id: actor for actor in ordered}.values())

    def person(
        self, sentence: int, wanted: frozenset[str], sex_of: dict[str, str], before: int
    ) -> Actor | None:
        """The person that a singular pronoun means: in this sentence the first, else the last subject."""
        return next(iter(self.persons(sentence, wanted, sex_of, before)), None)


def by_side(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The first person of each state."""
    sides: dict[str, Actor] = {}
    for actor in actors:
        if actor.type == "person" and actor.state and all(actor.id != had.id for had in sides.values()):
            sides.setdefault(actor.state, actor)
    return tuple(sides.values())


def sex_fits(sex: str, wanted: frozenset[str]) -> bool:
    """Whether a person of this sex can be meant by the pronouns."""
    return not sex or (sex == "m") == (wanted is MALE)


def find_references(text: str, offset: int) -> list[tuple[str, Span, re.Match[str]]]:
    """Reference expressions of a sentence: (form, span in the body, match), pronouns included."""
    found: list[tuple[str, Span, re.Match[str]]] = []
    for form, pattern in (
        ("group", PAIR),
        ("descriptor", COUNTERPART),
        ("descriptor", OTHER_SIDE),
        ("descriptor", AGE),
        ("ordinal", LATTER),
        ("pronoun", PRONOUN),
    ):
        found += [
            (form, Span(start=offset + m.start(), end=offset + m.end()), m) for m in pattern.finditer(text)
        ]
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
        office_id = (
            "president"
            if anchor.office_id == "prime_minister" and state in PRESIDENTIAL
            else anchor.office_id
        )
        held = [
            t for t in resolver.knowledge.holders.get((state, office_id), ()) if t.surely_covers(resolver.day)
        ]
        if not held and anchor.office_id in {"president", "prime_minister", "monarch"}:
            held = [
                t
                for office in ("president", "prime_minister", "monarch")
                for t in resolver.knowledge.holders.get((state, office), ())
                if t.surely_covers(resolver.day)
            ][:1]
        if len({t.person for t in held}) == 1:
            actor = resolver.person(held[-1].person, None, (state,))
            found.append(
                Actor(
                    id=actor.id,
                    name=actor.name,
                    type="person",
                    office=actor.office,
                    office_id=actor.office_id,
                    state=state,
                    inferred=True,
                )
            )
        else:
            office = anchor.office or "official"
            found.append(
                Actor(
                    id=f"{state.lower()}-{anchor.office_id.replace('_', '-')}",
                    name=f"{office} of {resolver.knowledge.states[state].name}"
                    if state in resolver.knowledge.states
                    else office,
                    type="person",
                    office=anchor.office,
                    office_id=anchor.office_id,
                    state=state,
                    known=False,
                )
            )
    return tuple(found)
