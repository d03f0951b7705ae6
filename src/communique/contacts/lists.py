"""Lists that are several contacts: three leaders called in turn are three calls, three stops of a tour three visits.

"Received calls from Merkel, Rutte and Tusk" tells of three; "a meeting with Merkel and Macron" of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import words
from communique.contacts.joining import NEAR
from communique.contacts.parties import HEADS
from communique.contacts.scene import prepositions
from communique.contacts.sides import side
from communique.contacts.triggers import Trigger, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.contacts.drafts import Draft
    from communique.sentences import Token

JOINT = words("joint")
ONE_SITTING = words("one_sitting")
APART = words("apart")
IN_TURN = re.compile(r"one after (?:another|the other)|one by one|in turn|one at a time")
THEN = re.compile(
    r" and,? (?:then|later|separately|afterwards|subsequently),? (?:with |to )?(?:the |his |her )?$"
)
SEVERAL = frozenset({"call", "phone-conversation", "meeting"})
AGAIN = re.compile(
    r"(?: (?:on|in|at) [\w ]{1,25}?| today| yesterday)?,? (?:and )?(?:also |then |later )?(?:with|to|by) (?:[a-z-]+ ){0,3}"
)
TABLES = frozenset({"sit-down", "dine"})
ELSEWHEN = frozenset({"after", "ahead", "before", "following", "of", "to"})  # "met them prior to a meeting"
TWO = 2
LONGEST = 30  # letters between two of one list
LENGTHS = frozenset({"hour", "minute", "half-hour"})
EVERY = frozenset({"all", "each", "both"})
ALONE = frozenset({"meet", "see", "talks", "meeting", "sit-down"})
SEATS = HEADS | {"speaker", "opposition_leader"}
MANY = 3  # office-holders of one state who are met one by one
LEAVING = words("setting_off")
BORNE = frozenset({"title", "descriptor"})
OFFICES = frozenset({"office", "group", "descriptor"})
TWO_SIDED = words("two_sided")


def split(trigger: Trigger, drafts: Sequence[Draft]) -> list[Trigger]:
    """The contacts that one word tells of, each as a trigger of its own; those told of together just before are one.

    "The envoys of Oman, Iran and Iraq had a trilateral meeting. Lee met his Iranian and Iraqi counterparts, A and B."
    """
    trigger = one_with_others(trigger)
    whole = lists_nobody(trigger) or told_together(trigger, drafts)
    parts = [trigger] if whole else split_lists(trigger)
    if trigger.family != "visit":
        return parts
    return [stop for each in parts for guest in split_guests(each) for stop in split_stops(guest)]


def told_together(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether all whom a list names have just been told of in one contact of three sides or more."""
    its = sides(trigger.parties)
    if len(its) <= TWO:
        return False
    index = trigger.scene.sentence.index
    near = [d for d in drafts if d.family == trigger.family and 0 <= index - d.last_sentence() <= NEAR]
    if not any(its <= d.sides() for d in near):
        return False
    return not told_in_sentence(trigger.token, APART - {"respectively"})


def split_guests(trigger: Trigger) -> list[Trigger]:
    """One visit for each visitor where a plural tells of several: "the visits of President Lee and Minister Roe to Oman"."""
    if trigger.token.tag_ != "NNS" or trigger.destination is None:
        return [trigger]
    guests = [m for m in trigger.parties if m.form in {"name", "title"} and len(m.actors) == 1]
    if len(guests) < TWO or len(guests) != len(trigger.parties):
        return [trigger]
    return [replace(trigger, first=(guest,), second=()) for guest in guests]


def split_lists(trigger: Trigger) -> list[Trigger]:
    """One trigger for each contact that a list tells of: "spoke with Abe, Merkel and Hollande" tells of three calls."""
    by_each = is_repeated(trigger, trigger.first)  # "received by Abe and by Merkel"
    if not (may_be_several(trigger) or is_repeated(trigger, trigger.second) or by_each):
        return [trigger]
    many, one = trigger.second, trigger.first
    each_alone = trigger.family in {"call", "message"}
    several = trigger.token.tag_ == "NNS" or trigger.family == "message" or do_all(trigger)
    turned = (len(one) > 1 and len(many) == 1 and each_alone and several) or parted(trigger) or by_each
    if turned:
        many, one = one, many
    in_turn = (
        trigger.cue.id == "call-on"
        or is_apart(trigger)
        or is_repeated(trigger, many)
        or is_of_several(trigger)
    )
    if in_turn or (each_alone and not is_together(trigger)):
        many = tuple(each for m in many for each in each_of(m, apart=in_turn))
        if len(many) > 1 and all(len(m.actors) == 1 for m in many):
            return [dealing(trigger, (m,), turned=turned) for m in many]
    single = [m for m in many if len(m.actors) == 1]
    persons = [m for m in single if m.actors[0].type == "person" or m.form == "office"]
    one_by_one = seats_of(trigger, persons)
    seats = dict.fromkeys(one_by_one or [(m.actors[0].state, "") for m in persons])
    if len(persons) != len(many) or len(seats) < 2 or is_together(trigger):
        return [trigger]
    own = one_by_one or [(m.actors[0].state, "") for m in persons]
    groups = (tuple(m for m, its in zip(persons, own, strict=True) if its == seat) for seat in seats)
    return [dealing(trigger, group, turned=turned) for group in groups]


def one_with_others(trigger: Trigger) -> Trigger:
    """The first of "calls between Johnson and Merkel, Macron and Varadkar" on one side, the list behind "and" on the other.

    So are "meetings between Obama and the leaders of Germany and France".
    """
    token, everybody = trigger.token, sorted(trigger.parties, key=lambda m: m.span.start)
    several = trigger.family == "call" or (trigger.cue.id == "meeting" and not trigger.first)
    many = len(everybody) > TWO or (len(everybody) == TWO and len(everybody[1].actors) > 1)
    if token.tag_ != "NNS" or not several or not many or is_together(trigger):
        return trigger
    base, text = trigger.scene.sentence.span.start, trigger.scene.doc.text
    one, other = everybody[0], everybody[1]
    between = [c for c in token.children if c.lower_ == "between" and c.idx < one.span.start - base]
    joined = text[one.span.end - base : other.span.start - base].strip()
    if not between or joined.split()[:1] != ["and"] or len(one.actors) > 1:
        return trigger
    return replace(trigger, first=(one,), second=tuple(everybody[1:]))


def lists_nobody(trigger: Trigger) -> bool:
    """Whether nothing of a trigger is a list: somebody is missing, or one stands on each side."""
    first, second = trigger.first, trigger.second
    if not first or not second:
        return True
    return len(first) == len(second) == 1 == len(first[0].actors) == len(second[0].actors)


def seats_of(trigger: Trigger, persons: Sequence[Mention]) -> list[tuple[str | None, str]]:
    """Whose seat each of one state's titled persons holds: heads receive alone, as do three who hold three offices.

    "Met President Ann Lee and Prime Minister Ed Roe" tells of two meetings, "met the ministers Lee and Roe" of one.
    """
    actors = [m.actors[0] for m in persons]
    told = trigger.cue.id in ALONE and all(
        m.form in BORNE and a.office_id for m, a in zip(persons, actors, strict=True)
    )
    if not told or len({a.state for a in actors if a.state}) != 1:
        return []
    offices = [a.office_id or "" for a in actors]
    if len(set(offices)) == len(offices) >= MANY:
        return [(a.state, office) for a, office in zip(actors, offices, strict=True)]
    return [(a.state, office if office in SEATS else "") for a, office in zip(actors, offices, strict=True)]


def parted(trigger: Trigger) -> bool:
    """Whether those who act did so one by one: "The two leaders met separately with Ashton"."""
    if (
        len(trigger.second) != 1
        or trigger.cue.part != "verb"
        or sum([len(m.actors) for m in trigger.first]) < 2
    ):
        return False
    return any(c.lower_ in APART for c in trigger.token.children)


def dealing(trigger: Trigger, some: tuple[Mention, ...], *, turned: bool) -> Trigger:
    """A list's trigger with some of the list alone; `turned` where the list is of those who act."""
    if turned:
        return replace(trigger, first=some, initiator=some[0] if trigger.initiator else None)
    return replace(trigger, second=some)


def do_all(trigger: Trigger) -> bool:
    """Whether each of several did a deed: "Brown, Sarkozy and Ban all telephoned Karzai"."""
    before = trigger.token.i - 1
    return trigger.cue.part == "verb" and before > 0 and trigger.token.doc[before].lower_ in EVERY


def is_repeated(trigger: Trigger, many: Sequence[Mention]) -> bool:
    """Whether the preposition stands before each of a list: "held talks with the speaker and with the prime minister"."""
    scene = trigger.scene
    base = scene.sentence.span.start
    between = [
        scene.doc.text[one.span.end - base : other.span.start - base]
        for one, other in pairwise(sorted(many, key=lambda m: m.span.start))
    ]
    return bool(between) and all(AGAIN.fullmatch(words) for words in between)


def is_of_several(trigger: Trigger) -> bool:
    """Whether a noun is of several contacts of two: "bilateral meetings", "had meetings with", but not "trilateral talks"."""
    token = trigger.token
    if trigger.cue.part != "noun" or trigger.family != "meeting" or at_one_table(trigger):
        return False
    if told_in_sentence(token, JOINT):
        return False
    two_sided = any(c.lower_ in TWO_SIDED for c in token.children)
    return (
        two_sided
        or with_both(trigger)
        or (token.tag_ == "NNS" and trigger.cue.id == "meeting" and len(trigger.first) == 1)
    )


def is_apart(trigger: Trigger) -> bool:
    """Whether the sentence says that those of a list were dealt with one by one: "each", "separately", "in turn"."""
    in_turn = is_in_turn(trigger)
    return in_turn or any(not is_mutual(t) for t in told_in_sentence(trigger.token, APART))


def is_mutual(token: Token) -> bool:
    """Whether "each" is of "each other", which parts nobody."""
    return (
        token.lower_ == "each" and token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "other"
    )


def is_in_turn(trigger: Trigger) -> bool:
    """Whether words of a sentence, or those before the last of a list, tell one contact from the next: "Li and later Ruto"."""
    text = trigger.scene.doc.text
    if IN_TURN.search(text.lower()) is not None:
        return True
    last = max((m.span.start for m in trigger.second), default=0) - trigger.scene.sentence.span.start
    return last > 0 and THEN.search(text, 0, last) is not None


def told_in_sentence(token: Token, wanted: frozenset[str]) -> list[Token]:
    """Which of some words stand in a token's sentence; most sentences have none."""
    return [] if wanted.isdisjoint(token.doc.words) else [t for t in token.sent if t.lower_ in wanted]


def is_together(trigger: Trigger) -> bool:
    """Whether those of a list dealt with the other side at once: an official text, "joint", a passive."""
    token = trigger.token
    joint = (
        trigger.scene.official
        or trigger.cue.frame == "host"
        or at_one_table(trigger)
        or any(not is_beside(token, t) for t in told_in_sentence(token, JOINT))
    )
    return (
        joint
        or in_one(trigger)
        or lasts(trigger)
        or (token.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in token.children))
    )


def is_beside(token: Token, conference: Token) -> bool:
    """Whether a deed is told beside a conference: who "addresses a conference and meets Biya and Deby" meets each."""
    head = conference.head if conference.dep_ != "pobj" else conference.head.head
    return conference.lower_ == "conference" and token.dep_ == "conj" and token.head.i == head.i


def at_one_table(trigger: Trigger) -> bool:
    """Whether one list is of those who sat down together: "sat down with Macron, Merkel and Juncker"."""
    if trigger.cue.id not in TABLES:
        return False
    scene, base = trigger.scene, trigger.scene.sentence.span.start
    ordered = sorted(trigger.second, key=lambda m: m.span.start)
    between = [scene.doc.text[a.span.end - base : b.span.start - base] for a, b in pairwise(ordered)]
    return all(len(w) < LONGEST and "with" not in w for w in between)


def in_one(trigger: Trigger) -> bool:
    """Whether a verb's deed was at one meeting: "discussed it with Kristersson and Store at a meeting in Oslo"."""
    return trigger.cue.part == "verb" and any(
        t.lemma_.lower() in ONE_SITTING and t.tag_ == "NN" and t.head.lower_ not in ELSEWHEN
        for t in trigger.token.subtree
    )


def lasts(trigger: Trigger) -> bool:
    """Whether a verb of meeting has one length for all: "sat with Macron and Merkel for an hour"."""
    timed = trigger.family == "meeting" and trigger.cue.part == "verb"
    return timed and any(obj.lemma_ in LENGTHS for _, obj in prepositions(trigger.token, ("for",)))


def each_of(mention: Mention, *, apart: bool = False) -> Sequence[Mention]:
    """A mention of several office-holders of several sides, one by one: "the foreign ministers of Laos and Cambodia".

    With `apart`, "them" of "met each of them" is of several, too.
    """
    if (
        mention.form not in (OFFICES | {"pronoun"} if apart else OFFICES)
        or len({side(a) for a in mention.actors}) < 2
    ):
        return (mention,)
    return [replace(mention, actors=(actor,)) for actor in mention.actors]


def split_stops(trigger: Trigger) -> list[Trigger]:
    """ "travelled to Malaysia and Qatar" tells of two visits: one for each state."""
    if not trigger.stops:
        return [trigger]
    several = [replace(trigger, destination=stop, stops=()) for stop in trigger.stops]
    if not sets_out(trigger):
        return several
    return [replace(several[0], status="ongoing"), *(replace(each, status="planned") for each in several[1:])]


def sets_out(trigger: Trigger) -> bool:
    """Whether a journey of several stops has only begun: "left on Monday on a tour of Oman, Qatar and Iraq"."""
    verb = trigger.governor
    leaving = verb is not None and (verb.lemma_ in LEAVING or (verb.lemma_ == "set" and is_off(verb)))
    return leaving and trigger.status == "held" and trigger.cue.part == "noun"


def is_off(verb: Token) -> bool:
    """Whether a verb has "off" or "out" for its particle."""
    return any(c.lower_ in {"off", "out"} for c in verb.children)


def may_be_several(trigger: Trigger) -> bool:
    """Whether one word can tell of several contacts: a verb but "signed", or "calls", "meetings"."""
    if trigger.cue.part == "verb":
        return trigger.cue.frame != "sign"
    if trigger.token.tag_ != "NNS":
        return False
    if trigger.cue.id in SEVERAL or trigger.family == "message":
        return True
    apart = is_in_turn(trigger) or any(c.lower_ in APART | TWO_SIDED for c in trigger.token.children)
    apart = apart or with_both(trigger)
    return trigger.cue.id == "talks" and (apart or bool(seats_of(trigger, trigger.second)))


def with_both(trigger: Trigger) -> bool:
    """Whether a noun is of one contact with each of two: "Xi's talks with both leaders"."""
    return trigger.cue.part == "noun" and any(m.text.lower().startswith("both ") for m in trigger.second)
