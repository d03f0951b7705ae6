"""What hangs on another time: "the day after the vote of 5 June", "three days before the April 17 accord"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.dates.bounds import NO_REACH, REACH
from communique.dates.expression import Expression
from communique.dates.kinds import ANCHORED
from communique.knowledge.fold import small_letters

HELD_BY = re.compile(r"(?:\s+(?!on\b|in\b|at\b|while\b|when\b|which\b|where\b|said\b)[\w’'.-]+){1,10}")

WEEKDAY_BESIDE = re.compile(
    r"\s+(before|after|following)(?=\s+(?:the|that|their|his|her|its)\s+[^,.;]{0,40}\d)"
)

WEEK_OF = re.compile(
    r"\b(?:the\s+)?week\s+(?P<how>of|beginning|starting|commencing|ending|that\s+(?:began|begins|starts|started|ends|ended))\s+(?:on\s+)?(?:the\s+)?$"
)
THE_WEEKDAY = re.compile(
    r"\s+(?P<side>before|after(?:wards?)?|earlier|later|following|prior\s+to)(?:(?P<alone>(?=\s*(?:[.,;:)!?]|$|\s(?:and|but|when|where)\b)))|(?=\s+\w))",
    re.IGNORECASE,
)
LOOSE_END = re.compile(
    r"\s+(?:with|to|the|a|of|and|by|for|from|President|his|her|was|were|is|that|came|comes?)$"
)

THAT = re.compile(
    r"\s+(?:that|this|it|then|which)\b(?=[\s.,;:)]*(?:$|[.,;:)]|\b(?:he|she|it|they|the|a|both|and|came|did)\b))"
)

NOUN_NEXT = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|that|this|he|she|they|it|Mr|President)\b|[A-Z][\w’'.-]*|\d)\s?"
)


def weekday_beside(text: str, one: Expression) -> Expression | None:
    """ "The Tuesday before" hangs on what was told, "the Tuesday after the vote" on the vote."""
    found = THE_WEEKDAY.match(text, one.end) if one.cls == "weekday" and one.modifier is None else None
    if found is None or not text[max(0, one.start - 4) : one.start].lower().endswith("the "):
        return None
    later = found["side"].lower().startswith(("after", "later", "following"))
    return replace(
        one,
        cls="offset" if found["alone"] is None else "hang",
        end=found.end("side"),
        text=text[one.start : found.end("side")],
        modifier="after" if later else "before",
    )


def counted_day(text: str, one: Expression) -> Expression:
    """ "The day after the vote of 5 June" counts one day from a base; "a day after that" hangs on what was told."""
    if one.cls == "offset" and (that := THAT.match(text, one.end)) and one.modifier != "within":
        direction = {"after": "later", "before": "earlier"}.get(one.modifier or "", one.modifier)
        return replace(one, cls="hang", modifier=direction, end=that.end(), text=text[one.start : that.end()])
    if (
        one.cls == "offset"
        and one.modifier in {"after", "before"}
        and one.count
        and re.match(r"\s*(?:[.,;:)!?]|$)", text[one.end :])
    ):
        return replace(one, cls="hang", modifier="later" if one.modifier == "after" else "earlier")
    if hung_weekday := weekday_beside(text, one):
        return hung_weekday
    if one.cls == "weekday" and one.modifier is None and (beside := WEEKDAY_BESIDE.match(text, one.end)):
        return replace(
            one,
            cls="offset",
            end=beside.end(),
            text=text[one.start : beside.end()],
            modifier="after" if beside[1] != "before" else "before",
        )
    if (
        one.cls == "hang_period"
        and re.search(r"\b(?:before|after|following|preceding)$", one.text)
        and one.unit != "weekend"
        and NOUN_NEXT.match(text, one.end)
        and not THAT.match(text, one.end)
    ):
        return replace(
            one,
            cls="offset",
            count=1,
            modifier="after" if one.text.lower().endswith(("after", "following")) else "before",
        )
    if one.cls != "same" or one.modifier not in {"after", "before", "following", "prior to"}:
        return one
    if not NOUN_NEXT.match(text, one.end) or THAT.match(text, one.end):
        return one
    return replace(
        one,
        cls="offset",
        unit="day",
        count=1,
        modifier="before" if one.modifier in {"before", "prior to"} else "after",
        part=None,
    )


def week_of(text: str, one: Expression) -> Expression:
    """ "The week of March 12", "the week beginning 3 May": the week that holds, begins or ends with the day."""
    if one.cls not in {"date", "day_of_month", "weekday", "named"} or one.modifier:
        return one
    ahead = small_letters(text[max(0, one.start - 40) : one.start])
    lead = WEEK_OF.search(ahead) if "week" in ahead else None
    if not lead:
        return one
    start = one.start - (len(ahead) - lead.start())
    word = lead["how"].split()[-1]
    modifier = "ending" if word.startswith("end") else "holding" if word == "of" else "beginning"
    return Expression(
        start=start, end=one.end, text=text[start : one.end], cls="week_of", base=one, modifier=modifier
    )


def hung(text: str, one: Expression, following: list[Expression]) -> Expression:
    """ "Three days after" with the expression that it counts from, where the same clause has one; else its words."""
    for base in following:
        between = text[one.end : base.start]
        if len(between) > REACH or NO_REACH.search(between):
            break
        if base.cls in ANCHORED:
            return replace(one, end=base.end, text=text[one.start : base.end], base=base)
    words = HELD_BY.match(text, one.end)
    end = one.end + len(words.group().rstrip()) if words else one.end
    while (loose := LOOSE_END.search(text[one.end : end])) or text[end - 1] in ".,'’-":
        end = one.end + loose.start() if loose else end - 1
    clause = re.match(r"[^;!?\n]{0,140}?(?=[;!?\n]|\.\s|\.?$|,\s|$)", text[one.end :])
    return replace(
        one, end=end, text=text[one.start : end], name=(clause.group().strip() if clause else "") or None
    )
