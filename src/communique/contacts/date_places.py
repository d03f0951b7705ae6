"""Where in its sentence a date must stand to be that of a contact's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import load_cues, words
from communique.contacts.noun_verbs import link
from communique.contacts.scene import VERBAL
from communique.contacts.status import SPEECH
from communique.contacts.subjects import has_to
from communique.contacts.time_words import time_words
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

OTHER_EVENTS = time_words("other_events")
TAKES_PLACE = time_words("takes_place")
NTH = time_words("nth")
ARRANGED = words("arranged")
EARLIER = words("earlier_ones")
ABROAD = words("abroad")
OTHER_SIDE = frozenset({"after", "ahead"})  # words with another event behind them


def stands_beside(token: Token, trigger: Trigger) -> bool:
    """Whether a date follows its verb with nothing but names between, wherever a mistaken parse hangs it.

    "met President Mohamud on Thursday, 14 September, his office said", "met the premier, Ann Lee, in Oslo on June 2".
    """
    if trigger.cue.part != "verb" or token.i <= trigger.token.i or token.nbor(-1).lower_ != "on":
        return False
    between = trigger.scene.doc[trigger.token.i + 1 : token.i]
    own = [
        t
        for t in between
        if t.pos_ in VERBAL
        or (t.is_punct and not (t.lower_ == "," and t.nbor(-1).i in trigger.scene.at))
        or t.lemma_.lower() in OTHER_EVENTS
    ]
    return not own


def is_of_another(token: Token, trigger: Trigger) -> bool:
    """Whether a date is that of another event: "called Xi ahead of their summit in Bali on Monday"."""
    if OTHER_SIDE.isdisjoint(trigger.scene.doc.words):
        return False
    between = list(trigger.scene.doc[trigger.token.i + 1 : token.i])
    if any(t.lower_ == "after" for t in between) and any(t.lower_ in EARLIER for t in between):
        return True  # "the call is the second, after a first one last Wednesday"
    places = [n for n, t in enumerate(between) if t.lower_ == "ahead" and between[n + 1 : n + 2]]
    behind = between[places[-1] + 2 :] if places and between[places[-1] + 1].lower_ == "of" else []
    return bool(behind) and not any(t.pos_ in VERBAL or t.is_punct for t in behind)


def stands_after(token: Token, trigger: Trigger) -> bool:
    """Whether a date follows an event ahead of which its verb was: "called Xi ahead of their summit in Bali on Monday"."""
    if trigger.governor is None or link(trigger.token, trigger.governor) != ("pobj", "ahead"):
        return False
    between = trigger.scene.doc[trigger.token.i + 1 : token.i]
    return token.i > trigger.token.i and not any(t.pos_ in VERBAL or t.is_punct for t in between)


def stands_in_front(token: Token, trigger: Trigger) -> bool:
    """Whether a date opens a sentence that ends with who said it: "On Friday, Ann Lee met Bo Li, the palace said"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    said = verb.head
    if verb.dep_ != "ccomp" or said.lemma_ not in SPEECH or not token.i < verb.i < said.i:
        return False
    own = next((t for t in token.ancestors if t.pos_ in VERBAL), None)
    return own == said and not any(c.dep_ == "mark" for c in verb.children)


def stands_apart(token: Token, trigger: Trigger, when: When) -> bool:
    """Whether a date behind a comma is that of the sentence's own deed: "received Mbeki, sent by the Union, on Sunday"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    doc = trigger.scene.doc
    end = when.span.end - trigger.scene.sentence.span.start if when.span else 0
    if verb.dep_ != "ROOT" or token.i <= trigger.token.i or not doc.text.startswith((",", "."), end):
        return False
    between = list(doc[max(verb.i, trigger.token.i) + 1 : token.i])
    while between and between[-1].pos_ == "ADP":
        between.pop()
    if not between or between[-1].text != ",":
        return False
    return not any(t.pos_ in VERBAL or t.lemma_.lower() in OTHER_EVENTS for t in outside_commas(between))


def outside_commas(tokens: list[Token]) -> list[Token]:
    """The tokens but for a clause of participles between the last two commas."""
    commas = [n for n, t in enumerate(tokens) if t.text == ","]
    if len(commas) < 2:
        return tokens
    clause = tokens[commas[-2] + 1 : commas[-1]]
    first = next((t for t in clause if t.pos_ in VERBAL), None)
    return tokens[: commas[-2]] if first is not None and first.tag_ in {"VBN", "VBG"} else tokens


def stands_before(token: Token, trigger: Trigger) -> bool:
    """Whether a date stands right before its finite verb, behind a clause on the subject that the parse hangs it on.

    "A delegation led by Ann Lee on Saturday met": met on Saturday.
    """
    verb = trigger.governor if trigger.governor is not None else trigger.token
    comma = (
        token.i + 2 == verb.i and verb.nbor(-1).text == ","
    )  # "the King, joined by Ann Lee, on Monday, met"
    behind = verb.tag_ in {"VBD", "VBZ", "VBP"} and (token.i + 1 == verb.i or comma)
    if not behind or (trigger.governor is not None and link(trigger.token, verb)[0] != "dobj"):
        return False
    return token.head.lower_ == "on" and token.head.head.dep_ in {"acl", "relcl"}


def takes_place(verb: Token, trigger: Trigger) -> bool:
    """Whether a verb is part of a clause on the trigger that sets its time: "a trip that had been set to begin on Sunday"."""
    head = verb.head
    if verb.dep_ not in {"xcomp", "advcl"} or verb.lemma_.lower() not in TAKES_PLACE:
        return False
    return (
        head.dep_ in {"relcl", "acl"}
        and head.head.i == trigger.token.i
        and (verb.dep_ == "xcomp" or has_to(verb))
    )


def at_that_time(verb: Token) -> bool:
    """Whether a clause tells when its head clause was: "refused to see him when both were in Geneva last month"."""
    return (
        verb.pos_ in VERBAL
        and verb.dep_ == "advcl"
        and any(c.lower_ in {"when", "while", "as"} and c.dep_ in {"advmod", "mark"} for c in verb.children)
    )


def frames_of(trigger: Trigger) -> list[Token]:
    """Words outside the trigger's clause whose date is its own: "Sunday's session, in which A met B", "the last time A met
    B was in April", "discussed it with B at a meeting on Monday".
    """
    verb = trigger.governor if trigger.governor is not None else trigger.token
    frames = nouns_around(trigger) if trigger.cue.part == "verb" else []
    if trigger.family == "visit" and trigger.cue.part == "verb":
        frames += stays_below(trigger.token)
    if verb.dep_ == "advcl" and verb.head.lemma_ == "be" and any(c.lower_ == "when" for c in verb.children):
        frames.append(verb.head)
    if verb.dep_ == "conj" and any(c.lower_ == "then" for c in verb.children) and verb.head.tag_ == verb.tag_:
        frames.append(verb.head)
    if is_the_first(verb):
        frames.append(verb.head.head)
    if verb.dep_ == "relcl" and verb.pos_ in VERBAL:
        head = verb.head
        where = any(
            c.lower_ in {"where", "when"}
            or (c.lower_ in {"in", "during", "at"} and any(g.lower_ == "which" for g in c.children))
            for c in verb.children
        )
        if where and head.pos_ in {"NOUN", "PROPN"}:
            frames += [head, *(verbs_above(head) if trigger.status == "planned" else [])]
        if head.lemma_ in {"time", "occasion"} and head.dep_ == "nsubj" and head.head.lemma_ == "be":
            frames.append(head.head)
    return frames


def stays_below(verb: Token) -> list[Token]:
    """The stay that a journey is for, which is the same visit: "will arrive for a two-day visit on Friday"."""
    return [
        obj
        for prep in verb.children
        if prep.dep_ == "prep" and prep.lower_ in {"for", "on"}
        for obj in prep.children
        if obj.dep_ == "pobj" and obj.lemma_.lower() in ABROAD
    ]


def is_the_first(verb: Token) -> bool:
    """Whether a verb says what somebody became the first to do: "became on Monday the first leader to meet Xi"."""
    noun = verb.head
    if verb.dep_ not in {"relcl", "acl"} or noun.dep_ != "attr":
        return False
    return noun.head.lemma_ in {"become", "be"} and has_to(verb)


def verbs_above(noun: Token) -> list[Token]:
    """The verb that a noun of place hangs on, and the one before it: "lands tomorrow and goes to the palace, where ..."."""
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
    if verb is None:
        return []
    return [verb, verb.head] if verb.dep_ == "conj" and verb.head.pos_ in VERBAL else [verb]


def nouns_around(trigger: Trigger) -> list[Token]:
    """The contact nouns that say where a verb of dealing took place: "discussed it with B at a meeting"."""
    return [
        obj
        for prep in trigger.token.children
        if prep.dep_ == "prep" and prep.lower_ in {"at", "in", "during", "over"}
        for obj in prep.children
        if obj.dep_ == "pobj" and obj.lemma_.lower() in load_cues().nouns
    ]


def counts_times(token: Token) -> bool:
    """Whether a time only says how often: "a note, the third this year", "on his second trip this year"."""
    if token.dep_ == "npadvmod" and any(c.lower_ == "this" for c in token.children):
        counted = token.head.pos_ == "NOUN" and any(c.lower_ in NTH for c in token.head.children)
        if counted:
            return True
    return token.head.lower_ in NTH and token.head.dep_ in {
        "appos",
        "conj",
        "attr",
        "npadvmod",
        "dobj",
        "ROOT",
        "dep",
    }


def across_follow(token: Token, trigger: Trigger) -> bool:
    """Whether "followed" stands between a date and a contact: "Monday's call followed a meeting early in the month"."""
    verb = trigger.governor
    if verb is None or verb.lemma_ != "follow" or not any(c.dep_ == "dobj" for c in verb.children):
        return False
    return (token.i < verb.i) != (trigger.token.i < verb.i)


def deeds_due(verb: Token, dep: str) -> list[Token]:
    """What a contact is due or planned to do: "The talks are due to resume on Friday", "is scheduled to be held on Friday"."""
    if dep == "nsubjpass" and verb.lemma_.lower() in ARRANGED:
        return [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in TAKES_PLACE]
    due = [c for c in verb.children if c.dep_ == "acomp"] if dep == "nsubj" and verb.lemma_ == "be" else []
    return [c for word in due for c in word.children if c.dep_ == "xcomp"]
