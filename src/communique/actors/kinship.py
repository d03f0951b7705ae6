"""Whom kinship names: "his brother", "Bush's father", "her brother Kim Jong-un"; who is whose stands in the lexicon."""

from __future__ import annotations

from communique.actors.expressions import KINSHIP, Expression
from communique.actors.relations import owner_of
from communique.actors.walk import Walk
from communique.knowledge.fold import lower
from communique.records import Actor, Sentence

SIBLINGS = frozenset({"brothers", "sisters", "siblings", "twins"})


def refer_kin(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The owner's one relative of that kind: of several the only one whom the report has named, else nobody.

    "Raul Castro said that his brother was well" means Fidel Castro.
    """
    if (found.match.groupdict().get("alone")) is not None:
        return of_a_family(walk, found, sentence)
    anchor = owner_of(walk, found, sentence, (found.match.group("owner") or "").lower())
    if anchor is None:
        return ()
    tie, sex = KINSHIP[found.match.group("kin").lower()]
    persons = walk.knowledge.persons
    fitting = [
        other
        for what, other in walk.knowledge.relatives.get(anchor.id, ())
        if what == tie and persons[other].sex in {"", sex}
    ]
    named = {met.actor.id for met in walk.discourse.named}
    if given := found.match.group("given"):
        fitting = [other for other in fitting if lower(given) in lower(persons[other].name).split()]
    chosen = fitting if len(fitting) == 1 else [other for other in fitting if other in named]
    return (walk.resolver.person(chosen[0]),) if len(chosen) == 1 else ()


def of_a_family(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Who of those named is so related to another of them: "the son" beside father and son, "the brothers", "the twins"."""
    word = found.match["alone"].lower()
    met = {
        m.actor.id: m.actor
        for m in walk.discourse.before(sentence.index, found.span.start)
        if m.actor.type == "person" and m.actor.known
    }
    relatives, persons = walk.knowledge.relatives, walk.knowledge.persons
    if word in SIBLINGS:
        pairs = {
            frozenset((id, other))
            for id in met
            for tie, other in relatives.get(id, ())
            if tie == "sibling" and other in met
        }
        return tuple(met[id] for id in met if id in next(iter(pairs))) if len(pairs) == 1 else ()
    tie, sex = KINSHIP[word]
    own = {"child": "parent", "parent": "child"}.get(tie, tie)
    fitting = [
        actor
        for id, actor in met.items()
        if persons[id].sex in {"", sex}
        and any(t == own and other in met for t, other in relatives.get(id, ()))
    ]
    return (fitting[0],) if len(fitting) == 1 else ()
