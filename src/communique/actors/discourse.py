"""What a report has named so far, in order: actors, people who are no mentions, lists and pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from msgspec.structs import replace

from communique.record_type import Record
from communique.records import Actor, Mention

MAIN, SUBJECT, OBJECT, OTHER = 100, 80, 50, 40  # weights of grammatical roles; MAIN: of the whole sentence
PREDICATE = 20  # "the first was Orban" says something of another one
REACH = 4  # sentences that a reference may look back


class Met(Record, frozen=True, kw_only=True):
    """One naming of an actor: where, as what part of its sentence, and whether inside a quotation."""

    sentence: int
    place: int
    actor: Actor
    weight: int = OTHER
    quoted: bool = False
    form: str = "name"

    @property
    def subject(self) -> bool:
        """Whether the actor was the subject of a clause."""
        return self.weight >= SUBJECT


class Joined(Record, frozen=True, kw_only=True):
    """Actors named as one: in a list ("Poroshenko and Putin"), by one office, by what they do with each other."""

    sentence: int
    place: int
    actors: tuple[Actor, ...]
    how: str = "list"


@dataclass(slots=True)
class Discourse:
    """The memory of a walk through one report."""

    named: list[Met] = field(default_factory=list)
    strangers: list[Met] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    pairs: list[tuple[int, tuple[Actor, ...]]] = field(default_factory=list)

    def add(self, mention: Mention, weight: int, *, quoted: bool = False) -> None:
        """Remembers the actors of a mention; several actors of one mention are a group."""
        place = mention.span.start
        for actor in mention.actors:
            met = Met(
                sentence=mention.sentence,
                place=place,
                actor=actor,
                weight=weight,
                quoted=quoted,
                form=mention.form,
            )
            self.named.append(met)
        if len(mention.actors) > 1:
            self.join(mention.sentence, place, mention.actors, "office")

    def note_stranger(self, mention: Mention, weight: int = OTHER) -> None:
        """Remembers that somebody was named, nobody knows who: a pronoun near may mean this person."""
        place = mention.span.start
        nobody = Actor(id=f"?{place}", name=mention.text, type="person", known=False)
        self.strangers.append(
            Met(sentence=mention.sentence, place=place, actor=nobody, weight=weight, form="stranger")
        )

    def rename(self, mention: Mention, actor: Actor) -> None:
        """Remembers another actor for a mention: the office behind an unknown name is that person's."""
        at = (mention.sentence, mention.span.start)
        self.named = [
            replace(met, actor=actor) if (met.sentence, met.place) == at else met for met in self.named
        ]

    def uncover(self, mention: Mention) -> None:
        """Forgets who was met without a mention where one has been read since: "his host" is now somebody."""
        self.strangers = [
            met
            for met in self.strangers
            if met.sentence != mention.sentence or not mention.span.start <= met.place < mention.span.end
        ]

    def join(self, sentence: int, place: int, actors: Iterable[Actor], how: str = "list") -> None:
        """Remembers actors that the text has just named as one."""
        unique = tuple({actor.id: actor for actor in actors}.values())
        if len(unique) > 1:
            self.joined.append(Joined(sentence=sentence, place=place, actors=unique, how=how))

    def close_sentence(self, sentence: int) -> None:
        """Remembers the pair of leaders that a sentence named together, if it named two sides."""
        named = self.in_sentence(sentence)
        if len(named) > 1 and len(sides := by_side([met.actor for met in named])) > 1:
            self.pairs.append((sentence, sides[:2]))

    def before(self, sentence: int, place: int, reach: int = REACH) -> list[Met]:
        """What was named before a place, the last first."""
        found = []
        for met in reversed(self.named):
            if sentence - met.sentence > reach:
                break
            if met.place < place and met.sentence <= sentence:
                found.append(met)
        return found

    def in_sentence(self, sentence: int) -> list[Met]:
        """What one sentence has named so far, in the order of its reading."""
        found = []
        for met in reversed(self.named):
            if met.sentence < sentence:
                break
            if met.sentence == sentence:
                found.append(met)
        found.reverse()
        return found

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

    def pair_with(self, actor: Actor | None, sentence: int) -> tuple[Actor, ...]:
        """The last pair of which somebody is one, else the pair of the report's topic."""
        pairs = (pair for _, pair in reversed(self.pairs) if actor and any(a.id == actor.id for a in pair))
        topic = self.topic_pair(sentence)
        if actor is None or any(a.id == actor.id for a in topic):
            return topic
        return next(pairs, topic)

    def persons_of(self, sentence: int, place: int) -> tuple[Actor, ...]:
        """The persons whom one sentence names before a place, each once, in the order of the text."""
        met = [m for m in self.in_sentence(sentence) if m.place < place and m.actor.type == "person"]
        return tuple({m.actor.id: m.actor for m in sorted(met, key=attrgetter("place"))}.values())

    def states_of(self, sentence: int, place: int) -> tuple[str, ...]:
        """The states that one sentence names before a place, each once."""
        met = (m for m in self.in_sentence(sentence) if m.place < place)
        states = (m.actor.id for m in met if m.actor.type == "state" and m.form != "adjective")
        return tuple(dict.fromkeys(states))

    def sides_of(self, sentence: int, place: int) -> tuple[str, ...]:
        """The states that one sentence names before a place, themselves or by their persons, each once."""
        met = (m for m in self.in_sentence(sentence) if m.place < place)
        return tuple(
            dict.fromkeys(
                m.actor.state
                for m in met
                if m.actor.state and m.actor.type != "organisation" and m.form != "adjective"
            )
        )


def by_side(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The first person of each state."""
    sides: dict[str, Actor] = {}
    had: set[str] = set()
    for actor in actors:
        if actor.type == "person" and actor.state and actor.state not in sides and actor.id not in had:
            sides[actor.state] = actor
            had.add(actor.id)
    return tuple(sides.values())
