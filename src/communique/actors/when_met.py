"""Who "the two" and "they" are in a clause of time: "wrote to Trump after the two met" means the writer and Trump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS
from communique.actors.grammar import SUBJECTS, objects_of, subject_of, verb_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

MEETING = frozenset(WORDS["verbs"]["among_two"])
OF_TIME = frozenset({"after", "as", "before", "since", "until", "when", "while"})
MUTUAL = frozenset({"dobj", "dative"})


def those_who_met(walk: Walk, token: Token | None, sentence: Sentence) -> tuple[Actor, ...]:
    """The two of the clause above a clause of time in which a group meets, where they are persons of two sides.

    "Trudeau has not spoken to Xi since the two met": Trudeau and Xi. "Trump criticised May after they met Putin" may
    mean others: whoever meets somebody, or does something else than meeting, is left to the other rules.
    """
    verb = token.head if token is not None and token.dep_ in SUBJECTS else None
    if verb is None or verb.lemma_ not in MEETING or not is_among_themselves(verb):
        return ()
    above = verb_of(verb.head) if verb.dep_ in {"advcl", "relcl"} else None
    if above is None or not any(c.lower_ in OF_TIME and c.i < verb.i for c in verb.children):
        return ()
    holders = (
        above,
        *(c for c in above.children if c.dep_ == "acomp"),
    )  # "was firm with Trump when they met"
    others = [each for holder in holders for each in objects_of(holder) if each.i < verb.i]
    found = [walk.human(each, sentence) for each in (subject_of(above), *others)]
    two = tuple({actor.id: actor for actor in found if actor is not None}.values())
    return two if len(two) == 2 and len({actor.state or actor.id for actor in two}) == 2 else ()


def is_among_themselves(verb: Token) -> bool:
    """Whether a verb of meeting has nobody beside its subject: "when they met", not "when they met Putin"."""
    if any(c.dep_ in MUTUAL and c.lower_ != "other" for c in verb.children):
        return False
    return not any(c.dep_ == "prep" and c.lower_ in {"with", "to"} for c in verb.children)
