"""Who "his Chinese counterpart" is: the holder of the same office in the state that is named."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.actors.ahead import subject_ahead
from communique.actors.discourse import REACH
from communique.actors.expressions import Expression
from communique.actors.leading import PRESIDENTIAL
from communique.actors.resolve import Resolver
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

HEADS_OF_STATE = ("president", "prime_minister", "monarch")
JOINTS = frozenset({" and ", " with ", "'s", "’s", "'", "’", "'s ", "’s "})


def refer_counterpart(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The holders of the owner's office in the states that are named; without a state the other one of the pair."""
    anchor = anchor_of(walk, found, sentence)
    states = states_named(walk, found)
    if (
        not states
        and found.match.group("peer").endswith("s")
        and (others := others_of_list(walk, found, sentence, anchor))
    ):
        return others
    if not states:
        if (
            "colleague" in found.word
            or "peer" in found.word
            or found.word.endswith(("equivalent", "opposite"))
        ):
            return neighbouring(walk, found, sentence, anchor)
        return other_side(walk, found, sentence, anchor) or abroad(walk, anchor)
    named = [named_like(walk, anchor, state) for state in states] if anchor and anchor.office_id else []
    if named and all(named):
        return tuple(actor for actor in named if actor)
    return counterparts(anchor, states, walk.resolver)


def named_like(walk: Walk, anchor: Actor, state: str) -> Actor | None:
    """Whom the report names in the owner's office in a state; to a head answers the one head of it who is named.

    "Modi met Macron. Macron thanked his Indian counterpart" is Modi, though India has a president.
    """
    assert anchor.office_id is not None
    same = walk.offices.get((anchor.office_id, state))
    if same is not None or anchor.office_id not in HEADS_OF_STATE:
        return same
    heads = {
        met.actor.id: met.actor
        for met in walk.discourse.named
        if met.actor.state == state and met.actor.office_id in HEADS_OF_STATE
    }
    return next(iter(heads.values())) if len(heads) == 1 else None


def others_of_list(
    walk: Walk, found: Expression, sentence: Sentence, anchor: Actor | None
) -> tuple[Actor, ...]:
    """ "Li left his colleagues": the others of the last list that holds the owner, two at least."""
    for joined in reversed(walk.discourse.joined):
        if sentence.index - joined.sentence > REACH or anchor is None:
            break
        if (
            joined.place < found.span.start
            and len(joined.actors) > 2
            and anchor.id in {a.id for a in joined.actors}
        ):
            return tuple(a for a in joined.actors if a.id != anchor.id)
    return ()


def anchor_of(walk: Walk, found: Expression, sentence: Sentence) -> Actor | None:
    """Whose counterpart: the name with the possessive, the subject ahead, else the likeliest person before."""
    word = found.word.split()[0]
    body = walk.report.body
    beside = next(
        (
            m.actors[0]
            for m in walk.here
            if m.actors and m.actors[0].type == "person" and body[m.span.end : found.span.start] in JOINTS
        ),
        None,
    )
    return beside or subject_ahead(walk, found, sentence) or walk.person(word, found.span, sentence)


def states_named(walk: Walk, found: Expression) -> list[str]:
    """The states or organisations that the expression names: "his Chinese and Indian counterparts"."""
    states: list[str] = []
    for group in ("state", "second", "behind", "several"):
        name = found.match.group(group)
        hits = walk.knowledge.index.find(name) if name else []
        ids = [id for hit in hits for id in hit.ids("state", "demonym", "capital") or hit.ids("organisation")]
        listed = group == "several" or (group == "state" and "," in (name or ""))
        states += ids if listed else ids[:1]
    return list(dict.fromkeys(states))


def other_side(walk: Walk, found: Expression, sentence: Sentence, anchor: Actor | None) -> tuple[Actor, ...]:
    """The other one of the pair: "his counterpart"; one who holds the same kind of office goes first."""
    if anchor is None:
        return ()
    others = [
        met.actor
        for met in walk.discourse.before(sentence.index, found.span.start)
        if met.actor.type == "person" and met.actor.state and met.actor.state != anchor.state
    ]
    alike = [a for a in others if a.office_id and a.office_id == anchor.office_id]
    pair = [a for a in walk.discourse.pair if a.id != anchor.id]
    return tuple((alike or pair)[:1])


def neighbouring(
    walk: Walk, found: Expression, sentence: Sentence, anchor: Actor | None
) -> tuple[Actor, ...]:
    """The other one where just one other person of another state is near: "his neighbour", "her colleague"."""
    if anchor is None:
        return ()
    others = {
        m.actor.id: m.actor
        for m in walk.discourse.before(sentence.index, found.span.start, reach=1)
        if m.actor.type == "person" and m.actor.id != anchor.id and m.actor.state != anchor.state
    }
    return tuple(others.values()) if len(others) == 1 else ()


def abroad(walk: Walk, anchor: Actor | None) -> tuple[Actor, ...]:
    """Whom one meets who has come to a place of another state: "flew to Nairobi to see his counterpart"."""
    places = [state for state in walk.places if anchor and state != anchor.state]
    if anchor is None or not anchor.office_id or not places or not walk.resolver.day:
        return ()
    return (holder_like(anchor, places[-1], walk.resolver),)


def counterparts(anchor: Actor | None, states: Sequence[str], resolver: Resolver) -> tuple[Actor, ...]:
    """The holder of the anchor's office in each state; the office alone where nobody is sure, else the state itself."""
    found: list[Actor] = []
    for state in states:
        if anchor is None or anchor.office_id in {None, "spokesperson"} or not resolver.day:
            entity = resolver.entity(state)
            found += [entity] if entity else []
        else:
            found.append(holder_like(anchor, state, resolver))
    return tuple(found)


def holder_like(anchor: Actor, state: str, resolver: Resolver) -> Actor:
    """Who holds the like of the anchor's office in a state; heads of state and of government answer each other."""
    assert anchor.office_id is not None
    wanted = anchor.office_id
    if wanted == "prime_minister" and state in PRESIDENTIAL:
        wanted = "president"
    held = resolver.sure_holders(state, wanted)
    if not held and anchor.office_id in HEADS_OF_STATE:
        held = next((h for office in HEADS_OF_STATE if (h := resolver.sure_holders(state, office))), [])
    if len(set(held)) == 1:
        return replace(resolver.person(held[-1], None, (state,)), state=state, inferred=True)
    return office_only(anchor, state, resolver)


def office_only(anchor: Actor, state: str, resolver: Resolver) -> Actor:
    """An office whose holder nobody is sure of: "the trade envoy of Korea"."""
    office = anchor.office or "official"
    entity = resolver.entity(state)
    return Actor(
        id=f"{state.lower()}-{(anchor.office_id or 'official').replace('_', '-')}",
        name=f"{office} of {entity.name}" if entity else office,
        type="person",
        office=anchor.office,
        office_id=anchor.office_id,
        state=state,
        known=False,
    )
