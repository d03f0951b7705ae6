"""What the verb behind a contact's noun says of its coming about: that it did, on which day, what it was like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words

if TYPE_CHECKING:
    from communique.sentences import Token

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow".split())
AT_A_TIME = frozenset({"be", "take", "happen", "come", "begin", "start", "open", "follow"})
SETTLED = words("arranged") | words("taking_place") | {"agree", "announce", "confirm", "decide", "fix"}
COME_ABOUT = frozenset({"take", "happen", "occur", "last", "end", "conclude"})


def is_on_a_day(verb: Token) -> bool:
    """Whether a present tense has a day, which says when it is or was: "The visit ends on Monday"."""
    days = (g for c in verb.children if c.dep_ in {"prep", "npadvmod"} for g in (c, *c.children))
    return any(t.lower_ in DAYS for t in days)


def is_called_something(verb: Token) -> bool:
    """Whether a verb says what a contact was like: "called his talks with Rahmon constructive"."""
    return any(c.dep_ == "oprd" for c in verb.children)


def is_at_a_time(verb: Token) -> bool:
    """Whether a verb only says when a contact may be: "the meeting could be on Wednesday", "may take place in May"."""
    predicate = any(c.dep_ in {"attr", "acomp"} for c in verb.children)
    have = any(c.lower_ == "have" for c in verb.children)
    return verb.lemma_.lower() in AT_A_TIME and not predicate and not have


def is_initiative(verb: Token) -> bool:
    """Whether a clause says whose idea a contact was, and not whether it came about: "The call was proposed by Berlin"."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass"]
    definite = any(g.lower_ in {"the", "this"} for c in own for g in c.children)
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return definite and helpers == {"was"} and any(c.dep_ == "agent" for c in verb.children)


def is_yet_to_be(verb: Token) -> bool:
    """Whether a contact still lies ahead: "A second meeting has yet to be arranged", "The talks have yet to begin"."""
    if verb.lemma_ != "have" or not any(c.lower_ == "yet" for c in verb.children):
        return False
    return any(c.dep_ == "xcomp" and c.lemma_ in SETTLED for c in verb.children)
