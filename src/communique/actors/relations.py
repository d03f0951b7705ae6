"""Whom a relation names: "his host", "the caller", "her predecessor", "the 71-year-old", "the former", "the bloc"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.agreement import fits_age
from communique.actors.borders import neighbour_named
from communique.actors.counterparts import holder_like, neighbouring
from communique.actors.discourse import MAIN, by_side
from communique.actors.expressions import BODIES, DECADES, RELATIONS, SHORT, Expression
from communique.actors.grammar import SUBJECTS
from communique.actors.hosting import frames_of, guest, host, others, several_hosts
from communique.actors.single import refer_single
from communique.actors.successors import in_turn
from communique.actors.together import together_before
from communique.actors.walk import Frame, Walk, home_of
from communique.records import Actor, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

PRONOUN_WORD = re.compile(r"\w+")
SECONDS = {"president": "vice_president", "prime_minister": "deputy_prime_minister"}
BODY_KINDS = {
    "group": frozenset({"group", "intergovernmental", "armed_group"}),
    "bloc": frozenset({"group", "intergovernmental"}),
    "alliance": frozenset({"intergovernmental", "group"}),
    "organisation": frozenset({"intergovernmental", "body"}),
    "movement": frozenset({"armed_group", "party"}),
}


def refer_relation(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Who stands in the relation to the owner: "his guest", "its host", "Macron's predecessor"."""
    relation = RELATIONS[found.match.group("role").lower()]
    owner = (found.match.group("owner") or "").lower()
    anchor = owner_of(walk, found, sentence, owner)
    if found.match.group("role").lower() == "hosts":
        return several_hosts(walk, found, anchor)
    if owner in {"his", "her"} and anchor is None:
        return ()
    if found.match.group("state"):
        return of_state(walk, found, sentence, (relation, anchor))
    if relation in {"host", "guest"} and owner == "their" and (third := third_one(walk, found, sentence)):
        return third
    if relation in {"host", "guest"}:
        role = host if relation == "host" else guest
        return others(role(walk, sentence, anchor, owner), anchor, owner)
    if relation == "caller":
        return last_agent(walk, sentence, "call", anchor)
    if relation == "neighbour":
        known = neighbour_named(walk, found, sentence, anchor) if anchor is not None else ()
        return known or neighbouring(walk, found, sentence, anchor)
    return owned(walk, found, sentence, (relation, anchor)) if anchor else ()


def third_one(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Who is with those joined before and is none of them: "Schröder and Chirac sat beside Erdogan. Their guest thanked them"."""
    place = found.span.start
    ahead = [m.actors for m in walk.here if m.span.end <= place and len(m.actors) > 1]
    group = ahead[-1] if ahead else together_before(walk, sentence, place)
    joined = {a.id for a in group if a.type == "person"}
    acting = {m.actor.id for m in walk.discourse.named if m.sentence == sentence.index and m.weight >= MAIN}
    if len(joined) < 2:
        return ()
    for number in range(sentence.index, sentence.index - 4, -1):
        left = [a for a in walk.discourse.persons_of(number, place) if a.id not in joined | acting]
        if left:
            return tuple(left) if len(left) == 1 else ()
    return ()


def owned(walk: Walk, found: Expression, sentence: Sentence, wanted: tuple[str, Actor]) -> tuple[Actor, ...]:
    """Who stands in a relation that only an owner who is known gives: "his deputy", "her boss", "his successor"."""
    relation, anchor = wanted
    if relation == "deputy":
        return deputy_of(walk, anchor)
    if relation == "boss":
        return boss_of(walk, anchor)
    if relation in {"predecessor", "successor"}:
        return neighbour(walk, anchor, relation)
    return other_of_pair(walk, found, sentence, anchor) if relation == "other" else ()


def deputy_of(walk: Walk, anchor: Actor) -> tuple[Actor, ...]:
    """Who stands in for the owner: the one deputy of the state whom the report has named, else who is second to a head."""
    named = {
        m.actor.id: m.actor
        for m in walk.discourse.named
        if m.actor.state == anchor.state
        and m.actor.id != anchor.id
        and (m.actor.office_id or "").startswith(("deputy", "vice"))
    }
    if len(named) == 1:
        return tuple(named.values())
    second = SECONDS.get(anchor.office_id or "")
    held = walk.resolver.sure_holders(anchor.state, second) if anchor.state and second and not named else []
    if len(set(held)) != 1:
        return ()
    return (replace(walk.resolver.person(held[0], None, (anchor.state or "",)), inferred=True),)


def boss_of(walk: Walk, anchor: Actor) -> tuple[Actor, ...]:
    """Who leads the state that the owner serves: the president for his secretary of state."""
    leader = walk.leader(anchor.state) if anchor.state in walk.knowledge.states else None
    return (leader,) if leader is not None and leader.id != anchor.id else ()


def of_state(
    walk: Walk, found: Expression, sentence: Sentence, wanted: tuple[str, Actor | None]
) -> tuple[Actor, ...]:
    """Who of a state: "his Russian guest" is whom the report names of it, else who holds the owner's office there."""
    relation, anchor = wanted
    states = [
        id
        for hit in walk.knowledge.index.find(found.match.group("state"))
        for id in hit.ids("demonym", "state")
    ]
    if len(set(states)) != 1:
        return ()
    named = {
        m.actor.id: m.actor
        for m in walk.discourse.before(sentence.index, found.span.start)
        if m.actor.type == "person" and m.actor.state == states[0]
    }
    if len(named) == 1:
        return tuple(named.values())
    met = (
        (holder_like(anchor, states[0], walk.resolver),) if anchor and anchor.office_id and not named else ()
    )
    if met and anchor and relation in {"guest", "host"}:
        agent, patient = (anchor, met[0]) if relation == "guest" else (met[0], anchor)
        walk.frames.append(Frame(kind="receive", sentence=sentence.index, agent=agent, patient=patient))
    return met


def owner_of(walk: Walk, found: Expression, sentence: Sentence, owner: str) -> Actor | None:
    """The person to whom the relation is: the pronoun's, or the one named with the possessive before it."""
    if owner in {"his", "her"}:
        return walk.person(owner, found.span, sentence)
    if owner:
        return None
    return next(
        (
            m.actors[0]
            for m in walk.here
            if len(m.actors) == 1
            and m.actors[0].type == "person"
            and walk.report.body[m.span.end : found.span.start] in {"'s ", "’s ", "' ", "’ "}
        ),
        None,
    )


def last_agent(walk: Walk, sentence: Sentence, kind: str, anchor: Actor | None) -> tuple[Actor, ...]:
    """Who did it last: "the caller" of the last call."""
    for frame in frames_of(walk, sentence, kind):
        if frame.agent and (anchor is None or frame.agent.id != anchor.id):
            return (frame.agent,)
    return ()


def other_of_pair(walk: Walk, found: Expression, sentence: Sentence, anchor: Actor) -> tuple[Actor, ...]:
    """The one of the pair who is not the owner: "her interlocutor"."""
    here = by_side(m.actor for m in walk.discourse.before(sentence.index, found.span.start, reach=1))
    pair = here if len(here) == 2 else walk.discourse.topic_pair(sentence.index)
    others = tuple(a for a in pair if a.id != anchor.id)
    return others if len(others) == 1 else ()


def neighbour(walk: Walk, anchor: Actor, relation: str) -> tuple[Actor, ...]:
    """Who held the owner's office before or after: "his predecessor", where the lexicon knows it."""
    found = in_turn(walk.resolver, anchor, later=relation == "successor")
    return (found,) if found else ()


def refer_own_state(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The state of whom "his country" or "her government" is, where that is one person of whom nobody doubts."""
    token = walk.token(Span(start=found.span.start, end=found.span.start + 3), sentence)
    noun = walk.token(found.span, sentence)
    if token is None or token.tag_ != "PRP$" or noun is None or noun.dep_ in {"compound", "nmod", "amod"}:
        return ()
    pronoun = PRONOUN_WORD.match(found.match.group("owner").lower())
    assert pronoun is not None
    span = Span(start=found.span.start, end=found.span.start + 3)
    actors = refer_single(walk, Expression("pronoun", found.form, span, pronoun), sentence)
    home = home_of(walk, actors[0]) if len(actors) == 1 else None
    return (home,) if home is not None else ()


def refer_age(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the 53-year-old", "the septuagenarian": who has that age; "the older man": of two the one born first."""
    parts = found.match.groupdict()
    named = {
        met.actor.id: met.actor
        for met in walk.discourse.before(sentence.index, found.span.start, reach=20)
        if met.actor.type == "person"
    }
    day = walk.resolver.day
    if not day or not named:
        return ()
    born = {id: year for id, actor in named.items() if (year := walk.born(actor))}
    if parts.get("order"):
        return by_order(walk, sentence, parts["order"], born, named)
    year = int(day[:4])
    if parts.get("decade"):
        first = DECADES[parts["decade"]]
        fitting = [named[id] for id, b in born.items() if first <= year - b <= first + 10]
    else:
        fitting = [named[id] for id, b in born.items() if fits_age(b, int(parts["age"]), year)]
    if len(fitting) == 1:
        return (fitting[0],)
    if len(fitting) > 1:
        last = [m for m in walk.discourse.named if sentence.index - m.sentence == 1 and m.weight >= MAIN]
        leading = {m.actor.id: m.actor for m in last if m.actor in fitting}
        return tuple(leading.values()) if len(leading) == 1 else ()
    unknown = [actor for id, actor in named.items() if id not in born]
    return (unknown[0],) if len(unknown) == 1 and not fitting else ()


def by_order(
    walk: Walk, sentence: Sentence, order: str, born: dict[str, int], named: dict[str, Actor]
) -> tuple[Actor, ...]:
    """The older or the younger of the pair."""
    pair = [a for a in walk.discourse.topic_pair(sentence.index) if a.id in born and a.id in named]
    if len(pair) != 2 or born[pair[0].id] == born[pair[1].id]:
        return ()
    older, younger = sorted(pair, key=lambda actor: born[actor.id])
    return (younger if order.startswith("young") else older,)


def refer_ordinal(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the former", "the latter": the first and the last of the two persons named before."""
    token = walk.token(Span(start=found.span.end - 1, end=found.span.end), sentence)
    if token is not None and qualifies(token):
        return ()
    chosen = two_named(walk, found, sentence)
    if len(chosen) != 2:
        return ()
    walk.ordinals = (sentence.index, (chosen[0], chosen[1]))
    walk.ordinal_last = not found.match.group(1)
    return (chosen[0] if found.match.group(1) else chosen[1],)


def qualifies(token: Token) -> bool:
    """Whether "former" or "latter" is said of a noun behind it: "the former mayor"."""
    noun = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    tags = {"NN", "NNS", "JJ", "NNP"} if token.lower_ == "former" else {"NN", "NNS"}
    return noun is not None and noun.tag_ in tags


def two_named(walk: Walk, found: Expression, sentence: Sentence) -> Sequence[Actor]:
    """The two of whom one is the former: those of the last "former", else the last two but the one who speaks of them."""
    first = bool(found.match.group(1))
    if walk.ordinals and first == walk.ordinal_last and sentence.index - walk.ordinals[0] <= 1:
        return walk.ordinals[1]  # "the latter wants him to go. The former hopes ..."
    here = walk.discourse.persons_of(sentence.index, found.span.start)
    if len(here) > 1:
        return here[-2:]
    last = walk.discourse.persons_of(sentence.index - 1, found.span.start)
    acting = {a.id for a in here}
    without = [a for a in last if a.id not in acting]
    lists = [j.actors for j in walk.discourse.joined if j.sentence == sentence.index - 1]
    if len(without) == 2:
        return without
    if len(last) == 2:
        return last
    if lists and len(lists[-1]) == 2:
        return lists[-1]
    return last[-2:] if len(last) > 1 else walk.discourse.pair


def short_named(walk: Walk, found: Expression, sentence: Sentence, short: str) -> tuple[Actor, ...]:
    """The organisation named before, itself or by its officials, of which a word is the short name: "the Union"."""
    ids = SHORT[short]
    for met in walk.discourse.before(sentence.index, found.span.start, reach=20):
        id = next((one for one in (met.actor.id, met.actor.state or "") if one in ids), "")
        if id and (actor := walk.resolver.entity(id)):
            return (actor,)
    return ()


def refer_body(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the group", "the alliance": the last organisation named of that kind."""
    if short := found.match.group("short"):
        return short_named(walk, found, sentence, short)
    kinds = BODY_KINDS[BODIES[found.match.group("body").lower()]]
    token = walk.token(found.span, sentence)
    if token is None or token.dep_ not in SUBJECTS | {"pobj", "dobj", "poss", "conj"}:
        return ()
    for met in walk.discourse.before(sentence.index, found.span.start, reach=2):
        organisation = walk.knowledge.organisations.get(met.actor.id)
        if organisation and organisation.kind in kinds:
            return (met.actor,)
        served = (
            walk.knowledge.organisations.get(met.actor.state or "") if met.actor.type == "person" else None
        )
        if served and served.kind in kinds and (actor := walk.resolver.entity(served.id)):
            return (actor,)
    return ()
