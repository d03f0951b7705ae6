"""Which date of a sentence is the contact's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.contacts.announced_days import announced_day, is_nouns_own
from communique.contacts.attachment import accepted_tokens, attachment
from communique.contacts.borrowed import borrowed
from communique.contacts.channels import is_call_above
from communique.contacts.counted_from import counted_from, event_since
from communique.contacts.date_places import (
    across_follow,
    counts_times,
    is_of_another,
    stands_after,
    stands_apart,
    stands_before,
    stands_beside,
    stands_in_front,
)
from communique.contacts.each_day import counted_days, day_of_its_own
from communique.contacts.elapsed import before_news, count_back
from communique.contacts.fronted import day_when, fronted, shared_front
from communique.contacts.lone_days import between_parties, date_of_letter
from communique.contacts.moved import day_moved_to, put_later
from communique.contacts.next_stops import day_of_stop
from communique.contacts.noun_verbs import link
from communique.contacts.running import run_on
from communique.contacts.said_days import day_of_saying
from communique.contacts.scene import VERBAL
from communique.contacts.story import Story
from communique.contacts.told_matters import is_told_matter
from communique.contacts.triggers import Trigger
from communique.contacts.visit_days import day_of_visit
from communique.dates.tense import SAID_IN
from communique.records import Span, When

if TYPE_CHECKING:
    from communique.sentences import Token


AGAIN = re.compile(r",? and (?:once )?again (?:on |in |early |late )?", re.IGNORECASE)
OPENING = 5  # the last sentence that stands close behind the opening
NEAR_DAY = 6  # sentences: how far the day of the news carries to what was said during a meeting


def choose_when(trigger: Trigger, day: str | None = None) -> When | None:
    """The date that hangs on the trigger, its light verb or its auxiliary governors; None where none does.

    "said on Thursday that he had met Abe on Monday" gives Monday.
    """
    if (moved := day_moved_to(trigger)) is not None:
        return moved
    if is_told_matter(trigger.token):
        return own_day(trigger)
    accepted = accepted_tokens(trigger)
    best: tuple[int, bool, int, When] | None = None
    for when in without_bounds(trigger):
        token = trigger.scene.token_at(when.span) if when.span else None
        if token is None or is_no_day(trigger, when, token) or is_of_else(token, trigger):
            continue
        if when.relation and is_counted_from(trigger, when):
            continue
        if when.end != day and comes_before(token, trigger):
            continue
        hangs = attachment(token, trigger, accepted) or stands_near(token, trigger, when)
        score = hangs - (2 if not (when.start or when.end) else 0)
        if score < 4 and of_the_act(trigger, when, token, day):
            continue
        rank = (score, when.precision in {"day", "hour"}, -abs(token.i - trigger.token.i))
        if score > 0 and (best is None or rank > best[:3]):
            best = (*rank, when)
    if best:
        return put_later(trigger, best[3])
    return (
        day_of_caption(trigger)
        or fronted(trigger, day)
        or shared_front(trigger)
        or day_when(trigger)
        or day_of_readout(trigger)
        or between_parties(trigger)
        or day_of_visit(trigger)
        or announced_day(trigger, day)
        or date_of_letter(trigger)
    )


def own_day(trigger: Trigger) -> When | None:
    """The date right behind a contact that is only told of: "briefed him on Friday on her visit to Lima in May"."""
    for when in trigger.scene.whens:
        token = trigger.scene.token_at(when.span) if when.span else None
        if (
            token is not None
            and token.i > trigger.token.i
            and attachment(token, trigger, {trigger.token.i: 4})
        ):
            return when
    return None


def is_counted_from(trigger: Trigger, when: When) -> bool:
    """Whether a time is counted from a contact that has its own day: "spoke, weeks after they met in Lima in April"."""
    span, scene = when.span, trigger.scene
    if span is None or not span.covers(scene.span(trigger.token)):
        return False
    return any(w is not when and w.span and span.covers(w.span) and w.start for w in scene.whens)


def is_no_day(trigger: Trigger, when: When, token: Token) -> bool:
    """Whether a date only bounds a time, is that of a post, or counts: "since Friday", "the third this year"."""
    if when.text and BOUND.match(when.text):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in {"since", "until", "till"}:
        return True
    return counts_times(token) or signs(trigger, when) or is_jubilee_aside(trigger, when)


def is_jubilee_aside(trigger: Trigger, when: When) -> bool:
    """Whether an anniversary is what was talked of or honoured some time: "signed it on the occasion of the 30th anniversary"."""
    if when.span is None or not when.text or "anniversary" not in when.text:
        return False
    scene = trigger.scene
    return JUBILEE_OF.search(scene.doc.text[: when.span.start - scene.sentence.span.start]) is not None


def is_of_else(token: Token, trigger: Trigger) -> bool:
    """Whether a date is told of something else by what stands between it and the contact."""
    return (
        is_of_call(token, trigger)
        or is_of_writing(token, trigger)
        or is_of_another(token, trigger)
        or is_nouns_own(token, trigger)
        or across_follow(token, trigger)
    )


def comes_before(token: Token, trigger: Trigger) -> bool:
    """Whether a date is that of what came first: "met Fini on Tuesday before heading to Paris" dates the meeting alone."""
    deed = trigger.token
    behind = deed.dep_ == "pcomp" and deed.head.lower_ == "before" and deed.head.i < deed.i
    marked = deed.dep_ == "advcl" and any(c.lower_ == "before" and c.dep_ == "mark" for c in deed.children)
    return deed.tag_ == "VBG" and (behind or marked) and token.i < deed.left_edge.i


def is_of_writing(token: Token, trigger: Trigger) -> bool:
    """Whether a date is that of the words in which a contact was proposed: "proposed the meeting in a tweet on Saturday"."""
    if trigger.status != "proposed" or token.i < trigger.token.i:
        return False
    return SAID_IN.search(trigger.scene.doc.text[trigger.token.idx : token.idx]) is not None


def stands_near(token: Token, trigger: Trigger, when: When) -> bool:
    """Whether a date that hangs on other words stands where the contact's own would."""
    first = first_token(trigger, when) or token
    return (
        stands_beside(first, trigger)
        or stands_before(token, trigger)
        or stands_in_front(token, trigger)
        or stands_after(token, trigger)
        or stands_apart(first, trigger, when)
    )


def is_of_call(token: Token, trigger: Trigger) -> bool:
    """Whether a date stands behind a call that the parse hangs on "to meet": "agreed to meet during a call on Friday"."""
    return any(part.i < token.i and is_call_above(part) for part in trigger.token.children)


def day_of_caption(trigger: Trigger) -> When | None:
    """The one full date of a caption, or of words without a verb: "Trump and Xi at the summit in Osaka, June 29, 2019"."""
    scene = trigger.scene
    if trigger.status not in {"held", ""} or len(scene.whens) != 1:
        return None
    day = scene.whens[0]
    if day.start is None or day.start != day.end or day.basis != "stated":
        return None
    captioned = scene.sentence.layer == "caption"
    return day if captioned or not any(t.dep_ == "ROOT" and t.pos_ in VERBAL for t in scene.doc) else None


def without_bounds(trigger: Trigger) -> list[When]:
    """The sentence's dates; "after his victory in November" stands for that November where it was held."""
    whens = trigger.scene.whens
    if trigger.status != "held" or not [w for w in whens if w.span and w.text and w.end is None]:
        return list(whens)
    place = trigger.scene.span(trigger.token)
    months = [
        w.span
        for w in whens
        if w.span
        and (
            w.precision == "month"
            or (
                w.precision == "year"
                and any(o.span and o.span.covers(place) and o.span.covers(w.span) for o in whens)
            )
        )
    ]
    return [
        w
        for w in whens
        if not (
            w.text
            and AFTER.match(w.text)
            and w.span
            and w.end is None
            and any(w.span.covers(m) for m in months)
        )
        and not any(is_only_bound(w, other) for other in whens)
    ]


def is_only_bound(inner: When, outer: When) -> bool:
    """Whether a date stands right behind "after", and so is a day before the contact's: "some time after the twelfth"."""
    if inner.span is None or outer.span is None or not outer.text or inner is outer or outer.end is not None:
        return False
    words = outer.text[: inner.span.start - outer.span.start] if outer.span.covers(inner.span) else ""
    return re.fullmatch(r"(?:after|following) (?:the )?", words, re.IGNORECASE) is not None


def signs(trigger: Trigger, when: When) -> bool:
    """Whether a date stands under a post: "... — Jane Doe (@janedoe) July 19, 2018"."""
    if when.span is None:
        return False
    before = trigger.scene.doc.text[: when.span.start - trigger.scene.sentence.span.start]
    return HANDLE.search(before) is not None


def day_of_readout(trigger: Trigger) -> When | None:
    """The day of an official text's first sentence, where no other date stands in it: "spoke with ... after this morning's attack"."""
    if not trigger.scene.official or trigger.scene.sentence.index > 1 or trigger.cue.part != "verb":
        return None
    days = [
        w
        for w in trigger.scene.whens
        if w.start and w.start == w.end and w.basis == "relative_publication" and not w.relation
    ]
    return days[0] if len(days) == 1 else None


def of_the_act(trigger: Trigger, when: When, token: Token, day: str | None) -> bool:
    """Whether a date is that of planning, offering or cancelling: "on Thursday cancelled the meeting set for June 12"."""
    if (
        trigger.status not in {"planned", "proposed", "declined", "cancelled", "denied"}
        or day is None
        or not when.end
    ):
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        return False
    if trigger.status == "declined" and token.i > trigger.token.i:
        return False  # "refused to take his call on Sunday"
    return when.end < day or (when.end == day and token.i < trigger.token.i)


def told_in_passing(trigger: Trigger, lede: When | None, story: Story | None = None) -> When | None:
    """The opening's day for "During a meeting with Xi, Trump agreed" close behind it: what is told of it happened in it.

    Close behind means in the opening, or within a few sentences of another that tells of the opening's day.
    """
    if (
        lede is None
        or trigger.status != "held"
        or trigger.governor is None
        or not (trigger.scene.sentence.index <= OPENING or (story and still_of(lede, trigger, story)))
        or trigger.scene.sentence.layer != "prose"
    ):
        return None
    dep, preposition = link(trigger.token, trigger.governor)
    if story is not None and told_since(lede, trigger, story):
        return None
    simple = trigger.governor.tag_ == "VBD" and not any(c.dep_ == "aux" for c in trigger.governor.children)
    if (
        dep != "pobj"
        or preposition not in {"during", "in", "at"}
        or not simple
        or any(c.lower_ in {"last", "previous", "earlier", "past", "first"} for c in trigger.token.children)
    ):
        return None
    return borrowed(lede, f"the day that the report opens with: {lede.derivation}")


def still_of(lede: When, trigger: Trigger, story: Story) -> bool:
    """Whether the last date told before a sentence, a few sentences back at most, is the opening's day."""
    before = story.passage_before(trigger.scene.sentence.index, NEAR_DAY)
    when = before.when if before is not None else None
    return when is not None and (when.start, when.end) == (lede.start, lede.end)


def told_since(lede: When, trigger: Trigger, story: Story) -> bool:
    """Whether another day has been told between the opening's and a sentence: "in the meeting" may be of that one."""
    before = story.passage_before(trigger.scene.sentence.index, NEAR_DAY)
    when = before.when if before is not None else None
    return when is not None and (when.start, when.end) != (lede.start, lede.end)


def choose_whens(
    trigger: Trigger, day: str | None, lede: When | None = None, story: Story | None = None
) -> list[When | None]:
    """The dates of a trigger: one, none, or several of a list ("two meetings with Pompeo in April and May")."""
    if not trigger.scene.whens:
        return [event_since(trigger, story) or told_in_passing(trigger, lede, story)]
    stop = day_of_stop(trigger)
    best = stop[0] if stop else counted_from(trigger, story)
    if stop and best is None:
        return [None]
    if best is None or not (best.start or best.end):
        best = (
            count_back(trigger, day)
            or best
            or day_of_its_own(trigger)
            or choose_when(trigger, day)
            or told_in_passing(trigger, lede, story)
        )
        best = before_news(best, trigger, story)
    if best is None or best.span is None:
        return [best]
    if (said := day_of_saying(trigger)) is not None and said.span == best.span:
        return [None]  # "said on Friday he had spoken with Putin"
    if several := counted_days(trigger):
        return several
    stay = trigger.cue.id == "spend-in"  # "spent Monday and Tuesday in Lima" is one visit
    plural = trigger.token.tag_ == "NNS" or (trigger.cue.part == "verb" and not stay)
    others = [
        w
        for w in trigger.scene.whens
        if w is not best and w.span and w.start and w.end and coordinated(trigger, best, w)
    ]
    if not others or len(others) >= 4:
        return [best]
    running = run_on(trigger, [best, *others])
    if running is not None:
        return [running]
    return [best, *others] if plural else [best]


def coordinated(trigger: Trigger, one: When, other: When) -> bool:
    """Whether two dates are joined by "and": "in April and May"."""
    assert one.span is not None
    assert other.span is not None
    a, b = trigger.scene.token_at(one.span), trigger.scene.token_at(other.span)
    if one.precision != other.precision:
        return False
    low, high = sorted((one.span, other.span))
    base = trigger.scene.sentence.span.start
    if AGAIN.fullmatch(trigger.scene.doc.text[low.end - base : high.start - base]):
        return True  # "rang him on Sunday and again on Tuesday"
    return (
        a is not None
        and b is not None
        and (b.dep_ == "conj" and b.head == a or a.dep_ == "conj" and a.head == b)
    )


def first_token(trigger: Trigger, when: When) -> Token | None:
    """The word that a date begins with: "Thursday" of "Thursday, 14 September"."""
    assert when.span is not None
    return trigger.scene.token_at(Span(start=when.span.start, end=when.span.start + 1))


HANDLE = re.compile(r"\(@\w+\)\s*$")
AFTER = re.compile(r"(?:soon |shortly |right |just )?(?:after|following)\b", re.IGNORECASE)
JUBILEE_OF = re.compile(
    r"\b(?:occasion of|in honou?r of|context of|framework of|discuss\w*|recall\w*|not\w+ that|ahead of|prepar\w+ for|year of) (?:the )?$"
)
BOUND = re.compile(  # "since Friday", "just a few hours before"
    r"(?:ever )?since\b|until\b|till\b"
    r"|(?:just |only |barely |mere )?(?:(?:a few|several|two|three|four|five|six|some) )?(?:hours?|minutes?) (?:after|before)\b",
    re.IGNORECASE,
)
