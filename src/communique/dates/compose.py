"""Puts single expressions together: times with days, ranges, bounds ("since"), and what hangs on another."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.dates.expression import Expression

DATELESS = frozenset({"duration", "habit", "name", "event_date"})
ANCHORED = frozenset(
    {
        "date",
        "weekday",
        "month",
        "quarter",
        "half",
        "months_of",
        "season",
        "year",
        "decade",
        "deictic",
        "period",
        "recent",
        "ago",
        "ahead",
        "day_of_month",
        "named",
        "anniversary",
        "range",
        "event",
        "nth_weekday",
        "hang_period",
        "same",
        "event_date",
        "span",
        "hang",
        "hang_season",
    }
)
RANGE_ENDS = frozenset(
    {"date", "weekday", "month", "year", "day_of_month", "named", "deictic", "season", "quarter"}
)
TIME_JOIN = re.compile(r",?\s*(?:(?:on|late|early|of)\s+)?(?:the\s+)?$")
DAY_JOIN = re.compile(
    r",?\s*\(?(?:at|around|about|by|from|shortly\s+after|shortly\s+before|just\s+after|just\s+before|after|before)\s*(?:about\s+|around\s+)?$"
)
RANGE_JOIN = re.compile(
    r"\s*(?:-|–|—|to|through|until|till|and|thru|up\s+to)\s*(?:the\s+|late\s+|early\s+)?$"
)
HYPHEN_JOIN = re.compile(r"\s*[-–—]\s*$")
DAY_TAIL = re.compile(
    r"\s?(?:[-–—]|to|and|&|through|until)\s?(?:the\s+)?(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:.]?\d)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?(?!\s+(?:people|states|countries|leaders|ministers|years|days|[ap]\.?m\b))"
)
DAY_HEAD = re.compile(
    r"(?<![\d.,/])(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s?(?:[-–—]|to|and|&|through|until)\s?(?:the\s+)?$"
)
BOUND = re.compile(
    r"\b(?P<word>(?:[Ee]ver\s+)?since|until|till|up\s+to|by|no\s+later\s+than|before|after|following|ahead\s+of|prior\s+to|as\s+of|in\s+the\s+(?:run-?up|lead-?up)\s+to|(?:leading|counting)\s+up\s+to|up\s+until|in\s+the\s+(?:wake|aftermath)\s+of|in\s+the\s+\w+\s+(?:before|since|after)|not\s+before|as\s+from|pending|from|starting|beginning|effective)\s+"
    r"(?P<middle>(?:(?!since\b|until\b|before\b|after\b|by\b|that\b|when\b|who\b|and\b|but\b|said\b|told\b)[\w’'-]+\s+){0,7}?)(?P<prep>on\s+|in\s+|of\s+|at\s+|from\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
OVER_DAYS = re.compile(
    r"\b(?:over|for|lasting|a)\s+(?P<n>two|three|four|five|six|seven|ten|[2-9]|10)[\s-]+days?(?:\s+\w+){0,2}\s+(?:starting|beginning|from)\s+(?:on\s+)?$"
)
EVE = re.compile(
    r"\b(?:on\s+)?the\s+(?:very\s+)?eve\s+of\s+(?P<middle>(?:[\w’'-]+\s+){0,6}?)(?:on\s+|of\s+|in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
NO_REACH = re.compile(r"[.;:!?()\"“”]|,\s|\s[-–—]\s")
REACH = 90
HELD_BY = re.compile(r"(?:\s+(?!on\b|in\b|at\b|while\b|when\b|which\b|where\b|said\b)[\w’'.-]+){1,10}")
WEEKDAY_BESIDE = re.compile(
    r"\s+(before|after|following)(?=\s+(?:the|that|their|his|her|its)\s+[^,.;]{0,40}\d)"
)
DAYTIME = re.compile(
    r"(?:(?:the|their|a|first|early|late|evening|morning|Friday|sunset|noon)\s+)*(?:dawn|light|midnight|midday|noon|lunch|lunchtime|dinner|supper|breakfast|nightfall|dark|darkness|sunset|sunrise|dusk|daybreak|prayers?|mass|\d{1,2}(?:[:.]\d\d)?|o['’]clock)",
    re.IGNORECASE,
)
WEEK_JOIN = re.compile(r",?\s*(?:on\s+|in\s+)?")
LOOSE_END = re.compile(
    r"\s+(?:with|to|the|a|of|and|by|for|from|President|his|her|was|were|is|that|came|comes?)$"
)
THAT = re.compile(
    r"\s+(?:that|this|it|then|which)\b(?=[\s.,;:)]*(?:$|[.,;:)]|\b(?:he|she|it|they|the|a|both|and|came|did)\b))"
)
NOUN_NEXT = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|that|this|he|she|they|it|Mr|President|[A-Z][\w’'.-]*|\d)\s?)"
)


def compose(text: str, singles: list[Expression]) -> list[Expression]:
    """All expressions of a text from its single ones."""
    joined = join_ranges(text, join_times(text, singles))
    found: list[Expression] = []
    for place, one in enumerate(joined):
        one = counted_day(text, one)
        if one.cls == "offset":
            found.append(hung(text, one, joined[place + 1 :]))
            continue
        bounds = bounded(text, one, joined[place - 1] if place else None) if one.cls in ANCHORED else []
        found += [one, *bounds]
    return [e for e in found if e.cls not in {"event_date"}]


def join_times(text: str, singles: list[Expression]) -> list[Expression]:
    """ "at 10 p.m. in Washington on Tuesday" and "on Tuesday at 10 p.m." become one expression of an hour."""
    found: list[Expression] = []
    for one in singles:
        last = found[-1] if found else None
        between = text[last.end : one.start] if last else ""
        if (
            last
            and last.cls == "time"
            and one.cls in {"date", "weekday", "deictic", "day_of_month", "named"}
            and TIME_JOIN.fullmatch(between)
        ):
            found[-1] = widened(text, one, last.start, one.end, last)
        elif (
            last
            and one.cls == "time"
            and last.cls in {"date", "weekday", "deictic", "day_of_month"}
            and not last.time
            and DAY_JOIN.fullmatch(between)
        ):
            found[-1] = widened(text, last, last.start, one.end, one)
        elif (
            last
            and last.cls == "period"
            and not last.part
            and WEEK_JOIN.fullmatch(between)
            and (inner := within_period(text, last, one))
        ):
            found[-1] = inner
        else:
            found.append(one)
    return [one for one in found if one.cls != "time"]


def within_period(text: str, period: Expression, one: Expression) -> Expression | None:
    """ "next week on Friday", "last year in May" as one expression."""
    which = {-1: "last", 0: "this", 1: "next"}.get(period.count or 0)
    if which is None or one.modifier or one.year or period.text.lower().endswith(("’s", "'s")):
        return None
    if period.unit == "week" and one.cls == "weekday":
        return replace(one, start=period.start, text=text[period.start : one.end], modifier=f"{which} week")
    if period.unit == "year" and one.cls == "month":
        return replace(one, start=period.start, text=text[period.start : one.end], modifier=f"year {which}")
    return None


def widened(text: str, day: Expression, start: int, end: int, time: Expression) -> Expression:
    """The day with the time of the other expression, over both spans."""
    start = min(start, day.start)
    return replace(
        day, start=start, end=end, text=text[start:end], time=time.time, zone=time.zone or day.zone
    )


def join_ranges(text: str, singles: list[Expression]) -> list[Expression]:
    """ "May 21-24", "9-10 September", "from Monday to Wednesday", "between 2012 and 2016"."""
    found: list[Expression] = []
    reached = 0
    for one in singles:
        if one.start < reached:
            continue
        one = day_range(text, one)
        reached = one.end
        last = found[-1] if found else None
        if (
            last
            and one.cls in RANGE_ENDS
            and last.cls in RANGE_ENDS
            and compatible(last, one)
            and ranged(text, last, one)
        ):
            start = led_start(text, last.start)
            found[-1] = replace(
                one, cls="range", start=start, text=text[start : one.end], base=last, other=one
            )
        else:
            found.append(one)
    return found


def compatible(first: Expression, last: Expression) -> bool:
    """Whether two expressions can be the ends of one range."""
    days = {"date", "day_of_month", "weekday", "deictic", "named"}
    return (
        first.cls == last.cls
        or (first.cls in days and last.cls in days)
        or {first.cls, last.cls} <= {"date", "month"}
    )


def ranged(text: str, first: Expression, last: Expression) -> bool:
    """Whether the words around and between tell of a range, and not of two days in a row."""
    between = text[first.end : last.start]
    if not RANGE_JOIN.fullmatch(between):
        return False
    word = between.strip().split(" ")[0] if between.strip() else ""
    lead = text[max(0, first.start - 16) : first.start].lower().rstrip()
    if word == "and":
        return lead.endswith(("between", "between the"))
    return word != "until" or lead.endswith("from") or first.cls == "date"


def led_start(text: str, start: int) -> int:
    """Where a range begins together with its "from" or "between"."""
    lead = re.search(r"\b(?:from|between)\s+(?:the\s+)?$", text[max(0, start - 16) : start], re.IGNORECASE)
    return start - len(lead.group()) if lead else start


def day_range(text: str, one: Expression) -> Expression:
    """ "November 3-4" and "the 24th and 25th of April" as ranges of one month."""
    if one.cls != "date" or one.time or one.weekday is not None:
        return one
    if text[one.end - 1].isdigit() or text[one.end - 2 : one.end] in {"st", "nd", "rd", "th"}:
        tail = DAY_TAIL.match(text, one.end) if one.year is None else None
        if tail:
            year = int(tail["y"]) if tail["y"] else None
            first, last = replace(one, year=year), replace(one, year=year, day=int(tail["d"]))
            return range_over(text, one.start, tail.end(), (first, last))
    ahead = text[max(0, one.start - 24) : one.start]
    head = DAY_HEAD.search(ahead)
    if (
        head
        and re.match(r"(?:the\s+)?\d", text[one.start :])
        and not re.search(r"\d[-/.:]$", ahead[: head.start()])
    ):
        return range_over(
            text, one.start - len(ahead) + head.start(), one.end, (replace(one, day=int(head["d"])), one)
        )
    return one


def range_over(text: str, start: int, end: int, ends: tuple[Expression, Expression]) -> Expression:
    """A range between two dates over a span that may hold a "from" too."""
    start = led_start(text, start)
    return Expression(start=start, end=end, text=text[start:end], cls="range", base=ends[0], other=ends[1])


def bounded(text: str, one: Expression, last: Expression | None) -> list[Expression]:
    """ "since taking office on 25 February", "until the handover on January 20", "on the eve of the June 26 summit"."""
    if one.cls == "range":
        return []
    floor = max(0, one.start - REACH, last.end if last else 0)
    ahead = text[floor : one.start]
    if (eve := EVE.search(ahead)) and not NO_REACH.search(eve["middle"]):
        return [
            over(
                text,
                one.start - len(ahead) + eve.start(),
                one,
                "offset",
                modifier="before",
                count=1,
                unit="day",
            )
        ]
    if days := OVER_DAYS.search(text[max(0, one.start - REACH) : one.start]):
        start = max(0, one.start - REACH) + days.start()
        return [over(text, start, one, "days_from", name=days["n"])]
    bound = BOUND.search(ahead)
    if bound and ((one.time and not bound["middle"].strip()) or DAYTIME.fullmatch(bound["middle"].strip())):
        return []
    if (
        not bound
        or one.cls in {"same", "hang", "hang_period"}
        or (bound["word"].lower() == "by" and bound["middle"].strip())
    ):
        return []
    if bound["word"].lower() == "from" and bound["middle"].strip():
        return []
    word = " ".join(bound["word"].lower().split())
    if word in {"after", "before"} and offset_ends(text, floor + bound.start()):
        return []
    side = (
        "since"
        if word.endswith((" since", " after", " wake of", " aftermath of", "not before", "as from"))
        or word
        in {
            "since",
            "ever since",
            "after",
            "following",
            "as of",
            "from",
            "starting",
            "beginning",
            "effective",
        }
        else "until"
    )
    return [over(text, one.start - len(ahead) + bound.start(), one, "bound", modifier=side, name=word)]


def offset_ends(text: str, place: int) -> bool:
    """Whether "after" at a place belongs to an amount of time before it ("two days after")."""
    return bool(
        re.search(
            r"(?:days?|hours?|weeks?|months?|years?|minutes?|decades?|fortnight|noon|dawn|midnight|shortly|soon|just)\s+$",
            text[max(0, place - 12) : place],
        )
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
        and re.search(r"\b(?:before|after)$", one.text)
        and one.unit != "weekend"
        and NOUN_NEXT.match(text, one.end)
        and not THAT.match(text, one.end)
    ):
        return replace(one, cls="offset", count=1, modifier=one.text.rsplit(None, 1)[1])
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


def over(text: str, start: int, base: Expression, cls: str, **fields: object) -> Expression:
    """An expression from `start` to the end of the one that it hangs on."""
    return Expression(start=start, end=base.end, text=text[start : base.end], cls=cls, base=base, **fields)  # type: ignore[arg-type]


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
