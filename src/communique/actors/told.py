"""What one tells another: of oneself or of the other, "told Xi that he was ready" and "told Xi that he must go"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS, Expression
from communique.actors.leanings import DESERVING, LEANINGS, VOICING
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

SPEECH = frozenset(WORDS["verbs"]["speech"])
THINKING = frozenset(WORDS["verbs"]["thinking"])
PERSUADING, TELLING = LEANINGS["persuading"], LEANINGS["telling"]
UNDERGOING = LEANINGS["undergoing"]
OWN_STANCE, OWN_HAVING, OWN_MIND = LEANINGS["own_stance"], LEANINGS["own_having"], LEANINGS["own_mind"]
SPOKEN = SPEECH | THINKING | PERSUADING | TELLING
DUTIES = frozenset({"must", "should", "need", "needs", "ought"})
PLANS = frozenset({"would", "will"})
DONE = frozenset({"had", "has"})
FAULTS = frozenset(WORDS["people"]["faults"])


def lean_of_told(verb: Token, clause: Token) -> bool | None:
    """Whether a clause that one tells another is of the hearer; None where it may be of either.

    "told Abe that he must go" and "persuaded Abe that he could win" are of Abe, "told Abe that he was ready" is not.
    """
    aids = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    if verb.lemma_ == "ask":
        return None
    undergone = clause.lemma_ in UNDERGOING and not aids & DONE
    if verb.lemma_ in PERSUADING or aids & DUTIES or is_fault(clause) or undergone:
        return True
    if is_own(clause):
        return False
    if verb.lemma_ == "warn":
        return None if not any(c.dep_ == "neg" for c in clause.children) else False
    if clause.lemma_ in UNDERGOING:
        return None
    return False if aids & (PLANS | DONE | {"could"}) else None


def is_fault(clause: Token) -> bool:
    """Whether a clause tells of another's fault: "told him that he was making a mistake"."""
    return clause.lemma_ in FAULTS or any(c.lower_ in FAULTS for c in clause.subtree if c.i > clause.i)


def is_own(clause: Token) -> bool:
    """Whether a clause tells of one's own mind: "that he was ready", "that he backed it", "that he had no plans"."""
    if clause.lemma_ in THINKING | OWN_STANCE and not any(c.dep_ == "auxpass" for c in clause.children):
        return True
    held = {c.lower_ for c in clause.children if c.dep_ in {"acomp", "attr", "oprd"}} | {clause.lower_}
    if clause.lemma_ == "have":
        held = {c.lemma_.lower() for c in clause.children if c.dep_ == "dobj"}
        return bool(held & OWN_HAVING)
    return bool(held & OWN_MIND)


def judged_before(walk: Walk, found: Expression, saying: Token, sentence: Sentence) -> Token | None:
    """Who is praised or blamed before one says why: Abe in "criticised Abe, saying he had failed", "attacked Abe and said"."""
    if (
        saying.dep_ not in {"conj", "advcl"}
        or saying.head.lemma_ not in DESERVING
        or saying.head.i > saying.i
    ):
        return None
    judged = next((c for c in saying.head.children if c.dep_ == "dobj" and c.i < saying.i), None)
    actor = walk.human(judged, sentence) if judged is not None else None
    return judged if actor is not None and walk.fits(found.word)(actor) else None


def lean_of_judged(saying: Token, clause: Token) -> bool | None:
    """Whether what one says who praises or blames another is of the other; None where it may be of either."""
    if is_own(clause):
        return False
    aids = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    if aids & DUTIES or is_fault(clause) or clause.lemma_ in UNDERGOING:
        return True
    if saying.dep_ == "conj":
        # "thanked Abe but said he could not come"
        against = any(c.lower_ == "but" for c in saying.head.children)
        return False if against or aids & PLANS else None
    return None if aids & PLANS else True


def principal(walk: Walk, speaker: Token, sentence: Sentence) -> Actor | None:
    """For whom somebody speaks: Abe in "a spokesman for Abe said he would come"."""
    if speaker.lemma_.lower() not in VOICING:
        return None
    preps = (c for c in speaker.children if c.dep_ == "prep" and c.lower_ in {"for", "of"})
    owners = [one for prep in preps for one in prep.children if one.dep_ == "pobj"]
    owners += [c for c in speaker.children if c.dep_ == "poss"]
    named = (walk.human(one, sentence) for one in owners)
    return next((actor for actor in named if actor is not None), None)
