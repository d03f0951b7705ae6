"""Who receives and who is received: "his host", "the guest", "its Chinese hosts"."""

from __future__ import annotations

from communique.actors.discourse import MAIN, REACH
from communique.actors.expressions import Expression
from communique.actors.walk import Frame, Walk
from communique.records import Actor, Sentence


def host(walk: Walk, sentence: Sentence, anchor: Actor | None, owner: str) -> tuple[Actor, ...]:
    """Who receives: by a verb of receiving, else the one of the pair at home, else the leader of the place's state."""
    for frame in frames_of(walk, sentence, "receive", "visit"):
        receiver, comer = (
            (frame.agent, frame.patient) if frame.kind == "receive" else (frame.patient, frame.agent)
        )
        if receiver and (anchor is None or (comer and owns(walk, anchor, comer, receiver, owner))):
            return (receiver,)
    return at_home(walk, sentence, anchor, owner)


def owns(walk: Walk, anchor: Actor, one: Actor, other: Actor, owner: str) -> bool:
    """Whether "his" is one of two: of whom it seems to be, or where that is the other, whom nobody is to himself."""
    return one.id == anchor.id or other.id == anchor.id and walk.fits(owner)(one)


def at_home(walk: Walk, sentence: Sentence, anchor: Actor | None, owner: str) -> tuple[Actor, ...]:
    """The host by the place that was named last."""
    pair = walk.discourse.pair_with(anchor, sentence.index)
    own = [a for a in pair if a.state in walk.places and (anchor is None or a.id != anchor.id)]
    if len(own) == 1:
        return (own[0],)
    if anchor and len(pair) == 2 and any(a.id == anchor.id for a in pair) and not walk.places:
        return tuple(a for a in pair if a.id != anchor.id)
    place = next((state for state in reversed(walk.places) if anchor is None or state != anchor.state), None)
    leader = walk.leader(place) if place and (anchor or owner in {"its", "their"}) else None
    if leader and place:
        return (named_of(walk, sentence, place) or leader,)
    return other_of(pair, anchor) if len(pair) == 2 and anchor else ()


def named_of(walk: Walk, sentence: Sentence, state: str) -> Actor | None:
    """The one person of a state whom the sentences before name: who brought them together, if it is no leader that did."""
    near = {
        m.actor.id: m.actor
        for m in walk.discourse.named
        if sentence.index - m.sentence <= REACH and m.actor.type == "person" and m.actor.state == state
    }
    return next(iter(near.values())) if len(near) == 1 else None


def other_of(pair: tuple[Actor, ...], anchor: Actor) -> tuple[Actor, ...]:
    """The other one of a pair of which somebody is one; nobody where he is none of it."""
    left = tuple(a for a in pair if a.id != anchor.id)
    return left if len(left) == 1 else ()


def several_hosts(walk: Walk, found: Expression, anchor: Actor | None) -> tuple[Actor, ...]:
    """Several who receive: of a state that is named the state, "his Chinese hosts"; else that where somebody has come."""
    name = found.match.group("state")
    if not name and anchor is not None and walk.places and walk.places[-1] != anchor.state:
        place = walk.resolver.entity(walk.places[-1])
        return (place,) if place is not None else ()
    states = (
        {id for hit in walk.knowledge.index.find(name) for id in hit.ids("demonym", "state")}
        if name
        else set()
    )
    entity = walk.resolver.entity(states.pop()) if len(states) == 1 else None
    return (entity,) if entity is not None else ()


def guest(walk: Walk, sentence: Sentence, anchor: Actor | None, owner: str) -> tuple[Actor, ...]:
    """Who is received: by a verb of receiving, else the one of the pair who is not at home."""
    for frame in frames_of(walk, sentence, "receive", "visit"):
        receiver, comer = (
            (frame.agent, frame.patient) if frame.kind == "receive" else (frame.patient, frame.agent)
        )
        if comer and (anchor is None or (receiver and owns(walk, anchor, receiver, comer, owner))):
            return (comer,)
    pair = walk.discourse.pair_with(anchor, sentence.index)
    if owner == "the" and (other := opposite(walk, pair, "host")):
        return other
    if anchor:
        others = tuple(a for a in pair if a.id != anchor.id)
        return others if len(others) == 1 else who_came(walk, sentence, anchor)
    away = tuple(a for a in pair if a.state not in walk.places)
    return away if len(pair) == 2 and len(away) == 1 and owner == "the" else ()


def opposite(walk: Walk, pair: tuple[Actor, ...], role: str) -> tuple[Actor, ...]:
    """The other one of a pair of whom the sentence has called one the host: "the host spoke; the guest listened"."""
    called = {m.actors[0].id for m in walk.here if m.text.lower().endswith(f" {role}") and len(m.actors) == 1}
    left = tuple(a for a in pair if a.id not in called)
    return left if len(pair) == 2 and len(left) == 1 else ()


def who_came(walk: Walk, sentence: Sentence, anchor: Actor) -> tuple[Actor, ...]:
    """The one person of another state who acted in the sentences before, where the place is the owner's: "his guest" in Kyiv."""
    if anchor.state not in walk.places:
        return ()
    acting = {
        m.actor.id: m.actor
        for m in walk.discourse.named
        if 0 < sentence.index - m.sentence <= 2
        and m.subject
        and m.actor.type == "person"
        and m.actor.state != anchor.state
        and m.actor.office_id != "spokesperson"
    }
    if len(acting) > 1:  # "Macron said that Putin had assured him": who leads the sentence came
        main = {m.actor.id for m in walk.discourse.named if m.weight >= MAIN and m.actor.id in acting}
        acting = {id: actor for id, actor in acting.items() if id in main}
    return tuple(acting.values()) if len(acting) == 1 else from_abroad(walk, sentence, anchor)


def from_abroad(walk: Walk, sentence: Sentence, anchor: Actor) -> tuple[Actor, ...]:
    """The one person of another state whom this sentence and the two before name, where the owner is at home."""
    near = {
        m.actor.id: m.actor
        for m in walk.discourse.named
        if 0 <= sentence.index - m.sentence <= 2 and m.actor.type == "person" and m.actor.state
    }
    away = [actor for actor in near.values() if actor.state != anchor.state and actor.id != anchor.id]
    return tuple(away) if len(away) == 1 else ()


def others(actors: tuple[Actor, ...], anchor: Actor | None, owner: str) -> tuple[Actor, ...]:
    """The actors, if the owner who is named is none of them: nobody is his own host."""
    named = anchor is not None and not owner
    return () if named and any(anchor and a.id == anchor.id for a in actors) else actors


def frames_of(walk: Walk, sentence: Sentence, *kinds: str) -> list[Frame]:
    """What was told of calls, receptions and visits, the last first."""
    return [f for f in reversed(walk.frames) if f.kind in kinds and sentence.index - f.sentence <= 4]
