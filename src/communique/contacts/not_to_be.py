"""Plain words by which a contact comes to nothing: "his visit will have to wait", "the talks did not take place"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.hearsay import is_new, is_no_deed, is_without_proof
from communique.contacts.noun_verbs import link
from communique.contacts.status import is_fallen_through, negated, status_of_verb
from communique.contacts.unrealised import is_question
from communique.contacts.verb_forms import form_status
from communique.contacts.wanted_talks import are_only_wanted

if TYPE_CHECKING:
    from communique.sentences import Token

NOT_COME = words("not_come")
WAITING = words("waiting")
COLLAPSING = words("collapsing")
ARRANGED = words("arranged")
MADE_KNOWN = words("made_known")
UNSAID = MADE_KNOWN | {"deny"}
WISHING = words("wishing")
WANTED = words("wanted")
UNANSWERED = words("unanswered")
DOUBTFUL = words("doubtful")
DOUBTS = words("in_doubt")
TURNING_UP = frozenset({"show", "turn", "appear"})
UNREAL = frozenset({"would", "could", "should", "might"})
EXCEPTED = frozenset({"barring", "failing", "pending", "absent", "without"})


def comes_to_nothing(noun: Token, verb: Token, dep: str) -> bool:
    """Whether a contact that was to be is not: its noun waits, or has not taken place; "no talks took place" is of none."""
    if dep == "pobj" and verb.lemma_ in TURNING_UP and negated(verb):
        return link(noun, verb)[1] == "for"  # "did not show up for the talks"
    if dep not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma_ in COLLAPSING and falls_through(noun, verb) or is_called_short(verb):
        return True
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" and c.lemma_ in WAITING for c in verb.children):
        return not negated(verb)
    known = any(
        c.dep_ in {"poss", "relcl", "acl"} or c.lower_ in {"the", "that", "planned", "scheduled"}
        for c in noun.children
    )
    return (
        known
        and not has_deed(noun, verb)
        and negated(verb)
        and verb.lemma_ in NOT_COME
        and form_status(verb) in {"held", "planned"}
    )


def has_deed(noun: Token, verb: Token) -> bool:
    """Whether a contact does something to something else: "the talks did not end the dispute"."""
    subject = noun.dep_ == "nsubj" and noun.head == verb
    return subject and any(c.dep_ == "dobj" and c.lemma_ != "place" for c in verb.children)


def is_called_short(verb: Token) -> bool:
    """Whether a clause says that what was due did not come: "fell through", "failed to materialise", "was to have taken place"."""
    if verb.lemma_ == "fall":
        return any(c.lower_ == "through" for c in verb.children)
    below = [c for c in verb.children if c.dep_ == "xcomp"]
    if verb.lemma_ == "fail":
        return not negated(verb) and any(c.lemma_ in NOT_COME for c in below)
    return any(is_fallen_through(c) for c in below)


def is_unanswered(token: Token, verb: Token) -> bool:
    """Whether nobody took a call or answered a letter: "His call went unanswered"."""
    return token.head == verb and any(
        c.dep_ in {"acomp", "oprd"} and c.lower_ in UNANSWERED for c in verb.children
    )


def in_doubt(token: Token, verb: Token | None) -> str | None:
    """A contact of which it is open if it will be lies ahead: "Their meeting is in doubt", "hangs in the balance"."""
    if verb is None or token.dep_ != "nsubj" or token.head != verb or form_status(verb) != "present":
        return None
    unlikely = any(c.dep_ == "acomp" and c.lower_ in DOUBTFUL for c in verb.children)
    objects = [g for c in verb.children if c.lower_ in {"in", "at"} for g in c.children if g.dep_ == "pobj"]
    return "planned" if unlikely or any(g.lemma_.lower() in DOUBTS for g in objects) else None


def is_only_thought_of(noun: Token, verb: Token) -> bool:
    """Whether a contact is told of that was not: "whether a meeting took place", "a meeting would have helped".

    "The talks could have gone better" tells of talks, "a meeting was not needed" of none.
    """
    dep, _ = link(noun, verb)
    if (
        are_only_wanted(noun)
        or is_without_proof(noun)
        or is_no_deed(noun, verb)
        or dep in {"nsubj", "nsubjpass", "dobj"}
        and is_question(verb)
    ):
        return True
    if dep == "dobj":
        return is_new(noun) and negated(verb) and verb.lemma_ in MADE_KNOWN
    if dep not in {"nsubj", "nsubjpass"}:
        return noun.head.lower_ in EXCEPTED or noun.head.head.lower_ == "short" or is_beyond(noun)
    if verb.lemma_ == "come" and any(c.lower_ in {"first", "before", "last"} for c in verb.children):
        return not any(c.dep_ == "det" and c.lower_ != "a" for c in noun.children)  # "dialogue comes first"
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if "have" in helpers and helpers & UNREAL:
        return is_new(noun) or verb.lemma_ in NOT_COME
    wanted = [verb.lemma_, *(c.lemma_.lower() for c in verb.children if c.dep_ in {"acomp", "attr"})]
    return is_new(noun) and negated(verb) and any(word in WANTED for word in wanted)


def is_beyond(noun: Token) -> bool:
    """Whether somebody cannot come to a contact: "was too ill for talks", "arrived too late for a meeting"."""
    above = noun.head.head
    return noun.head.lower_ == "for" and any(c.lower_ == "too" for c in above.children if c.i < above.i)


def falls_through(noun: Token, verb: Token) -> bool:
    """Whether what collapsed had not begun: "a summit planned for May collapsed", "talks collapsed before they began"."""
    planned = any(c.dep_ == "acl" and c.lemma_ in ARRANGED for c in noun.children)
    before = any(
        c.dep_ == "advcl" and any(g.lower_ == "before" for g in c.children) and c.lemma_ in {"begin", "start"}
        for c in verb.children
    )
    return (planned or before) and form_status(verb) == "held" and not negated(verb)


def negated_status(noun: Token, verb: Token, none: bool, own: str | None, table: CueTable) -> str | None:
    """ "will not hold talks" declined; "held no talks" and "no meeting took place" tell of nothing."""
    lemma = verb.lemma_.lower()
    if not none and has_deed(noun, verb) and form_status(verb) == "held":
        return own or ""
    if form_status(verb) == "planned" and lemma not in {"be", "happen", *MADE_KNOWN}:
        return "declined"
    if lemma in UNSAID:
        return own or ""  # "would not confirm the visit"
    if lemma == "rule" and any(c.lower_ == "out" for c in verb.children):
        return "proposed"
    if none or lemma in table.light | WISHING | {"take", "happen", "be", "occur"}:
        return None
    return own or ""


def is_left_open(verb: Token, table: CueTable) -> bool:
    """Whether somebody will not say if a contact is so: "declined to confirm or deny the meeting"."""
    above = verb.head if verb.dep_ == "conj" else verb
    if above.lemma_ not in MADE_KNOWN or verb.lemma_ not in UNSAID:
        return False
    return verb.lemma_ == "deny" or status_of_verb(verb, table) == "declined"
