"""Whom kinship names: "his brother", "Bush's father", "her brother Kim Jong-un"; who is whose stands in the lexicon."""

from __future__ import annotations

from communique.actors.expressions import KINSHIP, Expression
from communique.actors.relations import owner_of
from communique.actors.walk import Walk
from communique.knowledge.fold import lower
from communique.records import Actor, Sentence


def refer_kin(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The owner's one relative of that kind: of several the only one whom the report has named, else nobody.

    "Raul Castro said that his brother was well" means Fidel Castro.
    """
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
