"""Talks that somebody is only for: "expressed support for talks", "can be solved through dialogue" tell of none held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.hearsay import is_new
from communique.contacts.verb_forms import form_status

if TYPE_CHECKING:
    from communique.sentences import Token

DEALINGS = words("dealings")
FAVOUR = words("favour")
FAVOURING = words("favouring")
FURTHERING = words("furthering")
OUTCOMES = words("outcomes_by_talks")
REAL = words("real_talks")
WAYS = frozenset({"through", "by", "via"})
OPEN_FORMS = frozenset({"proposed", "infinitive", "gerund"})
REACHING = words("reaching")
CLAUSES = frozenset({"acl", "relcl"})


def are_only_wanted(noun: Token) -> bool:
    """Whether talks are what somebody favours or wants as a way: no "the", no "ongoing", no "held in Geneva" makes them real."""
    if noun.lemma_.lower() not in DEALINGS or not is_new(noun) or has_signs(noun):
        return False
    return is_favoured(noun) or is_way(noun)


def has_signs(noun: Token) -> bool:
    """Whether something tells that talks are real: "recent talks", "talks under way", "talks that began in May"."""
    return any(c.lower_ in REAL or c.dep_ in CLAUSES for c in noun.children)


def is_favoured(noun: Token) -> bool:
    """ "support for talks", "backs dialogue", "committed to facilitating negotiations": for them, whether held or not."""
    above = noun.head
    if above.pos_ == "ADP":
        return noun_before(above).lemma_.lower() in FAVOUR
    if noun.dep_ != "dobj":
        return False
    lemma, form = above.lemma_.lower(), form_status(above)
    return lemma in FAVOURING and form != "held" or lemma in FURTHERING and form in OPEN_FORMS


def is_way(noun: Token) -> bool:
    """ "must be settled through talks", "a solution by dialogue"; "was settled through talks" tells of talks."""
    preposition = noun.head
    if preposition.lower_ not in WAYS or preposition.pos_ != "ADP":
        return False
    above = noun_before(preposition)
    if above.lemma_.lower() not in OUTCOMES:
        return form_status(preposition.head) in OPEN_FORMS
    return not any(t.lemma_ in REACHING and form_status(t) == "held" for t in (above.head, preposition.head))


def noun_before(preposition: Token) -> Token:
    """The noun that a preposition follows, wherever the parse hangs it; else what it hangs on."""
    nearest = preposition.doc[preposition.i - 1] if preposition.i else preposition
    return nearest if nearest.pos_ == "NOUN" else preposition.head
