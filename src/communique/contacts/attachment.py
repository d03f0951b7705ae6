"""On which words of a sentence a contact's date may hang, and how strongly it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.contacts.bygone import is_bygone
from communique.contacts.cues import load_cues, words
from communique.contacts.date_places import OTHER_EVENTS, at_that_time, deeds_due, frames_of, takes_place
from communique.contacts.noun_verbs import link, object_like
from communique.contacts.scene import VERBAL
from communique.contacts.status import SPEECH
from communique.contacts.subjects import called_who
from communique.contacts.time_words import time_words
from communique.contacts.triggers import Trigger

if TYPE_CHECKING:
    from communique.sentences import Token

SPOKEN_AT = time_words("spoken_at")
CIRCUMSTANCE = time_words("circumstance")
TOURS = words("tours")
MEETING_VERBS = words("meeting_verbs")
ARRANGED = words("arranged")
REACTING = words("reacting")
ANSWERING = words("answering")
PRESENT = frozenset({"VBZ", "VBP"})
TOWARDS = frozenset({"with", "between", "to", "in"})
STEPS = 12  # arcs from a date up to the word that it hangs on
SET_BY_CLAUSE = frozenset({"held", "declined", "planned", "proposed"})


def accepted_tokens(trigger: Trigger) -> dict[int, int]:
    """Tokens on which the contact's date may hang, with how strongly."""
    accepted = {trigger.token.i: 4}
    verb = trigger.governor if trigger.governor is not None else trigger.token
    if trigger.governor is not None:
        dep, preposition = link(trigger.token, trigger.governor)
        if trigger.governor.lemma_ in SPEECH and dep == "pobj" and preposition in SPOKEN_AT:
            accepted[trigger.governor.i] = 2
        if shares_date(trigger.token, trigger.governor, dep, preposition):
            accepted[trigger.governor.i] = 3
        for middle in [*between(trigger.token, trigger.governor), *deeds_due(trigger.governor, dep)]:
            accepted.setdefault(middle.i, 3)
    for frame in [*frames_of(trigger), *signed_or_beside(trigger, verb)]:
        accepted.setdefault(frame.i, 2)
    for head in governing(verb, told=trigger.status != "planned"):
        accepted.setdefault(head.i, 2)
    if (who := called_who(trigger.token.head)) is not None and trigger.token.dep_ in {"acl", "relcl"}:
        accepted.setdefault(who.head.i, 2)  # "The last leader to meet Xi was Turnbull, in September 2016"
    return accepted


def governing(verb: Token, *, told: bool) -> Iterator[Token]:
    """The verbs above a verb that share its day: "flew to Rome on Monday to meet Meloni".

    What is `told` as done before another deed does not: "after meeting Putin, he flew to Rome on Monday".
    """
    for _ in range(4):
        head = verb.head
        if (
            head == verb
            or verb.dep_ not in {"xcomp", "pcomp", "prep", "advcl"}
            or (verb.dep_ == "advcl" and not any(c.lower_ == "to" for c in verb.children))
        ):
            return
        if told and verb.dep_ == "prep" and verb.lower_ in {"after", "since"}:
            return
        if head.pos_ in VERBAL and head.lemma_ not in SPEECH:
            yield head
        verb = head


def signed_or_beside(trigger: Trigger, verb: Token) -> list[Token]:
    """What has a verb's day: "on" behind a paper and the deed beside it: "signed a deal with Peru on Friday", "said on Friday while meeting Modi"."""
    if trigger.family == "signing" and trigger.cue.part == "verb":
        papers = [c for c in verb.children if c.dep_ == "dobj"]
        return [g for c in papers for g in c.children if g.dep_ == "prep" and g.lower_ == "on"]
    return [verb.head] if verb.tag_ == "VBG" and at_that_time(verb) and verb.head.pos_ in VERBAL else []


def shares_date(token: Token, verb: Token, dep: str, preposition: str) -> bool:
    """Whether the date of the verb above a noun is the noun's, too: "held talks on Friday", "flew in on Friday for talks"."""
    if verb.lemma_ in SPEECH or verb.lemma_ in REACTING:
        return False
    if dep != "pobj":
        return not (dep == "nsubj" and verb.lemma_ in ANSWERING and has_object(verb))
    if token.lemma_.lower() in TOURS or is_bygone(token):
        return False  # a leg of a longer journey, or what is over by the verb's day
    lemma = verb.lemma_.lower()
    travels = preposition == "for" and (lemma in load_cues().journeys | MEETING_VERBS or lemma == "join")
    return preposition in CIRCUMSTANCE or travels or object_like(dep, lemma, preposition)


def has_object(verb: Token) -> bool:
    """Whether a verb in the present has something that it follows: "follows a visit", not "the talks follow on Friday"."""
    return verb.tag_ in PRESENT and any(c.dep_ == "dobj" for c in verb.children)


def between(token: Token, verb: Token) -> list[Token]:
    """The tokens on the way from a noun up to its verb."""
    path = []
    while token.head != token and token.head.i != verb.i:
        token = token.head
        path.append(token)
    return path


def attachment(token: Token, trigger: Trigger, accepted: dict[int, int]) -> int:
    """How strongly a date's token hangs on the trigger: 0 where another verb lies between."""
    if token.dep_ == "poss" and token.head.dep_ == "appos" and token.head.i not in accepted:
        return 0  # "Hun Sen, this year's chair of ASEAN, met Li"
    current = token
    for _ in range(STEPS):
        if current.i in accepted:
            return accepted[current.i]
        head = current.head
        if head == current or current.lower_ in {"since", "until", "till"}:
            return 0
        outside = current.dep_ not in {"acl", "relcl"} or head.i != trigger.token.i
        outside = outside and not sets_time(current, trigger)
        if accepted.get(head.i, 0) > 2 and trigger.status in SET_BY_CLAUSE and at_that_time(current):
            return (
                0 if trigger.status == "planned" and current.tag_ == "VBD" else 4
            )  # "looks forward, as he arrived"
        if current.pos_ in VERBAL and current.i != token.i and outside and not takes_place(current, trigger):
            return 0
        if (
            current.i != token.i
            and current.pos_ in {"NOUN", "PROPN"}
            and current.lemma_.lower() in load_cues().nouns
            and current.i not in accepted
            and not compound_of(current, accepted)
        ):
            return 0
        if (
            current.i != token.i
            and current.pos_ in {"NOUN", "PROPN"}
            and current.dep_ in {"dobj", "nsubj", "pobj"}
            and current.i not in accepted
            and current.lemma_.lower() in OTHER_EVENTS
        ):
            return 0
        current = head
    return 0


def sets_time(clause: Token, trigger: Trigger) -> bool:
    """Whether a clause that the parse hangs on a party sets the contact's day: "talks with Modi scheduled for Sunday"."""
    if clause.dep_ not in {"acl", "relcl"} or clause.lemma_ not in ARRANGED or clause.head.pos_ != "PROPN":
        return False
    preposition = clause.head.head
    return preposition.lower_ in TOWARDS and preposition.head.i == trigger.token.i


def compound_of(token: Token, accepted: dict[int, int]) -> bool:
    """Whether a noun is part of an accepted one: "phone" in "phone call", "round" of "talks"."""
    return token.head.i in accepted and token.dep_ in {"compound", "nmod", "amod"}
