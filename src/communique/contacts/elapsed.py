"""The day of a contact from which a sentence counts to what is now: "Three weeks after they met, lorries still queue"."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.scene import VERBAL
from communique.contacts.story import Story
from communique.contacts.triggers import Trigger
from communique.dates.words import number_of
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

ROUGHLY = r"(?P<rough>(?:about|around|some|nearly|almost|barely|just|only|more than|over|less than|under|roughly) )*"
LENGTH = r"(?:(?P<count>a|an|one|[a-z]+(?:-[a-z]+)?|\d{1,2}) )?(?P<unit>day|week|month|year)(?P<several>s?)"
AMOUNT = re.compile(rf"{ROUGHLY}{LENGTH} after\b", re.IGNORECASE)
BEFORE = re.compile(rf"{ROUGHLY}{LENGTH} (?:before|earlier|previously)", re.IGNORECASE)
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
# Days that an amount may be off, a seventh of it at most: "two weeks after" is said of 12 days and of 16.
SLACK = {"day": 0, "week": 2, "month": 10, "year": 60}
VAGUE = {"day": (2, 8), "week": (10, 70), "month": (45, 365)}  # "days after", "weeks after"
MOST = 12  # of a unit: beyond, an amount is an age
NOW = frozenset({"VBZ", "VBP"})
NEWS = 10  # days: how long before its report a scene without a day may have been


def count_back(trigger: Trigger, day: str | None) -> When | None:
    """The days on which a contact was, as much before its head clause as the amount says; None where nothing tells.

    "Three weeks after Ruto and Hassan met, lorries still queue", told on 10 May: met from 17 to 21 April.
    """
    for when in trigger.scene.whens:
        if when.relation in {"after", "next_day"} and not (when.start or when.end):
            counted = count_from(trigger, when, day)
            if counted is not None:
                return counted
    return None


def before_news(when: When | None, trigger: Trigger, story: Story | None) -> When | None:
    """The days on which a contact was, as much before the news as the amount says, where the report tells no other day.

    "The coffee had gone cold. Five weeks earlier he had rung her", told on 29 June: from 13 to 27 May.
    """
    found = BEFORE.fullmatch(when.text or "") if when is not None else None
    if when is None or found is None or when.start or when.end or trigger.status != "held":
        return when
    if story is None or not story.fresh or tells_of_old(story, trigger.scene.sentence.index):
        return when
    now, span = datetime.date.fromisoformat(story.day), span_of(found)
    if span is None:
        return when
    low, high = now - datetime.timedelta(days=span[1] + NEWS), now - datetime.timedelta(days=span[0])
    return replace(
        when,
        start=low.isoformat(),
        end=high.isoformat(),
        derivation=f"{' '.join((when.text or '').split())}: before what was told on {story.day}",
        relation=None,
    )


def tells_of_old(story: Story, sentence: int) -> bool:
    """Whether what a report has told so far was in part before the news, and so may be what an amount is counted from."""
    oldest = (datetime.date.fromisoformat(story.day) - datetime.timedelta(days=NEWS)).isoformat()
    told = (p.when for index, p in story.passages.items() if index < sentence and p.when is not None)
    return any((when.end or story.day) < oldest for when in told)


def count_from(trigger: Trigger, when: When, day: str | None) -> When | None:
    """The days that one amount of time leads to."""
    found = AMOUNT.match(when.text or "")
    head = later_clause(trigger, when)
    if found is None or head is None or trigger.status not in {"held", ""}:
        return None
    span = span_of(found)
    if day is None or span is None or not is_now(head):
        return None
    now = datetime.date.fromisoformat(day)
    low, high = ((now - datetime.timedelta(days=days)).isoformat() for days in reversed(span))
    amount = " ".join(found.group().split()[:-1])
    return replace(
        when,
        start=low,
        end=high,
        precision="day" if low == high else "interval",
        derivation=f"{amount} before {day}",
        relation=None,
    )


def later_clause(trigger: Trigger, when: When) -> Token | None:
    """The verb of the clause that was later, where the contact itself is what the amount is counted from."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    span = when.span
    if span is None:
        return None
    for token in (trigger.token, verb, *trigger.token.ancestors):
        links = [token.head, *(c for c in token.children if c.dep_ == "mark")]
        for link in links:
            place = trigger.scene.span(link)
            if link.lower_ == "after" and span.covers(place):
                return verb_above(token if link.dep_ == "mark" else link)
        if token.pos_ in VERBAL:
            return None
    return None


def verb_above(token: Token) -> Token | None:
    """The verb above a word that is not itself told as earlier: of "three days after A, and one day after B, Athens hopes"."""
    above = token.head
    while above.head != above and (
        above.pos_ not in VERBAL or any(c.dep_ == "mark" and c.lower_ == "after" for c in above.children)
    ):
        above = above.head
    return above if above.pos_ in VERBAL else None


def is_now(verb: Token) -> bool:
    """Whether a clause tells of the report's own day: "lorries still queue", "has not been seen since"."""
    return verb.tag_ in NOW or any(c.dep_ == "aux" and c.tag_ in NOW for c in verb.children)


def span_of(found: re.Match[str]) -> tuple[int, int] | None:
    """(fewest, most) days that an amount means: "two weeks" is 12 to 16, "three days" 3."""
    unit = found["unit"].lower()
    if found["count"] is None and found["several"]:
        return VAGUE.get(unit)
    count = number_of(found["count"] or "one")
    if count is None or not 0 < count <= MOST:
        return None
    slack = min(SLACK[unit], count * DAYS[unit] // 7)
    if found["rough"]:
        slack = max(slack, 1)
    return count * DAYS[unit] - slack, count * DAYS[unit] + slack
