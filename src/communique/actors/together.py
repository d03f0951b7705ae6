"""Actors that the text has joined before a place: lists, pairs and the states of two sides."""

from __future__ import annotations

from collections.abc import Iterator

from communique.actors.discourse import REACH, by_side
from communique.actors.state_holders import entities
from communique.actors.walk import Walk
from communique.records import Actor, Sentence


def pair_before(walk: Walk, sentence: Sentence, place: int, without: str = "") -> tuple[Actor, ...]:
    """Two persons of two states before a place in the sentence, else the pair of the report, never with the one left out."""
    here = by_side(m.actor for m in walk.discourse.named if m.sentence == sentence.index and m.place < place)
    pairs = (
        here,
        walk.discourse.topic_pair(sentence.index),
        *(pair for _, pair in reversed(walk.discourse.pairs)),
    )
    return next((p for p in pairs if len(p) == 2 and all(actor.id != without for actor in p)), ())


def pair_since(walk: Walk, sentence: Sentence, place: int, joined: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Two persons, not just those of the list, whom a sentence after the list names as its only two of two states."""
    start = max((j.sentence for j in walk.discourse.joined if j.actors == joined), default=0)
    for wanted in range(sentence.index, start, -1):
        here = by_side(m.actor for m in walk.discourse.named if m.sentence == wanted and m.place < place)
        if len(here) == 2:
            return here
    return ()


def sets_before(
    walk: Walk, sentence: Sentence, place: int, *, any_role: bool = False
) -> Iterator[tuple[Actor, ...]]:
    """Actors that the text has joined before a place, the last first.

    A list that is no subject counts in its own sentence only, unless with `any_role`: "the three" asks for any three.
    """
    for joined in reversed(walk.discourse.joined):
        if sentence.index - joined.sentence > REACH:
            return
        near = joined.sentence == sentence.index or any_role or joined.how in {"subject", "office"}
        if (joined.sentence, joined.place) < (sentence.index, place) and joined.place < place and near:
            yield joined.actors


def crowd(walk: Walk, sentence: Sentence, place: int, number: int) -> tuple[Actor, ...]:
    """So many persons, or states, as one sentence names: this one, else one before; else as the last sentences name in all."""
    for wanted in (sentence.index, sentence.index - 1, sentence.index - 2):
        persons = walk.discourse.persons_of(wanted, place)
        if len(persons) == number:
            return persons
        states = walk.discourse.states_of(wanted, place)
        if len(states) == number:
            return tuple(a for state in states if (a := walk.resolver.entity(state)))
    met = sorted(walk.discourse.before(sentence.index, place), key=lambda m: m.place)
    for first in range(sentence.index, sentence.index - REACH - 1, -1):
        persons = tuple(
            {m.actor.id: m.actor for m in met if m.sentence >= first and m.actor.type == "person"}.values()
        )
        if len(persons) >= number:
            return persons if len(persons) == number else ()
    return ()


def states_before(walk: Walk, sentence: Sentence, place: int, number: int) -> tuple[Actor, ...]:
    """The states that "the two sides" means: both before it in the sentence, else of the last sentence that names two."""
    number = number or 2
    for joined in sets_before(walk, sentence, place, any_role=True):
        if len(joined) == number and all(a.type in {"state", "organisation"} for a in joined):
            return joined
    if number > 2:
        persons = crowd(walk, sentence, place, number)
        sides = tuple(dict.fromkeys(a.state for a in persons if a.state))
        return entities(walk, sides) if len(sides) == number else ()
    for wanted in range(sentence.index, max(-1, sentence.index - REACH - 1), -1):
        for named in (walk.discourse.states_of, walk.discourse.sides_of):
            if len(states := named(wanted, place)) == 2:
                return entities(walk, states)
    states = tuple(a.state for a in walk.discourse.pair if a.state)
    return entities(walk, states or two_sides(walk, sentence, place))


def together_before(
    walk: Walk, sentence: Sentence, place: int, without: Actor | None = None
) -> tuple[Actor, ...]:
    """Whom "they" or "both" means: a list, else the pair, else two states; never with `without`."""
    here = [j for j in walk.discourse.joined if j.sentence == sentence.index and j.place < place]
    if here and here[-1].how == "subject" and without is None:
        return here[-1].actors
    for joined in sets_before(walk, sentence, place):
        if (without is None or all(a.id != without.id for a in joined)) and not one_sided(walk, joined):
            return nearer_pair(walk, sentence, place, joined) or joined
    pair = pair_before(walk, sentence, place)
    if pair and (without is None or all(a.id != without.id for a in pair)):
        return with_listed(walk, pair)
    if pair and without is not None and walk.quotation(place) is not None:  # who says "they" is none of them
        return pair_before(walk, sentence, place, without.id)
    return () if pair else entities(walk, two_sides(walk, sentence, place, acting=True))


def nearer_pair(walk: Walk, sentence: Sentence, place: int, joined: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The two whom the sentence before names alone, one of them not of an older list: "B talked to C. They agreed" is B and C."""
    start = max((j.sentence for j in walk.discourse.joined if j.actors == joined), default=0)
    last = walk.discourse.persons_of(sentence.index - 1, place)
    if start >= sentence.index - 1 or len(last) != 2 or walk.discourse.persons_of(sentence.index, place):
        return ()
    if not all(a.type == "person" for a in joined) or {a.id for a in last} <= {a.id for a in joined}:
        return ()
    return last if len({a.state for a in last}) == 2 and pairs_at(walk, sentence.index - 1) else ()


def pairs_at(walk: Walk, number: int) -> bool:
    """Whether a sentence has named two sides together, the one as what acts."""
    met = [m for m in walk.discourse.named if m.sentence == number and m.actor.type == "person"]
    return any(n == number for n, _ in walk.discourse.pairs) and any(m.subject for m in met)


def with_listed(walk: Walk, pair: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A pair with those named in one list with either: "Sullivan met Al-Sheikh and Mustafa. They agreed" is all three."""
    number = next((n for n, each in reversed(walk.discourse.pairs) if each == pair), None)
    ids = {actor.id for actor in pair}
    lists = [j.actors for j in walk.discourse.joined if j.sentence == number and j.how == "list"]
    more = [a for actors in lists if ids & {one.id for one in actors} for a in actors if a.type == "person"]
    return tuple({actor.id: actor for actor in (*pair, *more)}.values())


def one_sided(walk: Walk, joined: tuple[Actor, ...]) -> bool:
    """Whether a list is of one state's people, where the report is about two: "Lavrov and Ushakov were in the room"."""
    return len({a.state for a in joined}) == 1 and bool(walk.discourse.pairs)


def two_sides(walk: Walk, sentence: Sentence, place: int, *, acting: bool = False) -> tuple[str, ...]:
    """The two states of the last sentence that names just two; with `acting`, none where something only happens."""
    lately = (m for m in walk.discourse.named if sentence.index - m.sentence <= 1 and m.place < place)
    if acting and any(m.form == "place" and m.actor.type == "state" for m in lately):
        return ()
    reach = 2 if acting else REACH
    for wanted in range(sentence.index, max(-1, sentence.index - reach - 1), -1):
        if len(states := walk.discourse.sides_of(wanted, place)) == 2:
            return states
    if acting:
        return ()
    met = walk.discourse.before(sentence.index, place, reach=2)
    near = dict.fromkeys(
        m.actor.state for m in met if m.actor.state and m.form not in {"place", "capital", "adjective"}
    )
    return tuple(reversed(near)) if len(near) == 2 else ()
