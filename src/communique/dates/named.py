"""Feasts, anniversaries and widely known events as anchors."""

from __future__ import annotations

import datetime as dt

from communique.dates import calendars as c
from communique.dates.calendar_days import said
from communique.dates.calendars import Days
from communique.dates.event import Event, group_pattern, is_name
from communique.dates.event_words import events_meant, most_specific, only_discussed, stands_for
from communique.dates.event_words import interval as event_interval
from communique.dates.expression import Anchor, Expression
from communique.dates.lexicon import load_names

Found = tuple[Days, str]
CLOSE = 30  # days between a report and an anniversary that it tells without saying of what
BESIDE = 45  # days within which a feast is meant that the verb's direction would take a year away


def anchor_named(expression: Expression, anchor: Anchor) -> Found | None:
    """The feast nearest to the report's day in the verb's direction: "on Armistice Day"."""
    day = load_names().days.get(expression.name or "")
    today = anchor.date()
    if day is None:
        return None
    if expression.year:
        found = next(iter(day.dates(expression.year, expression.year)), None)
        return (interval(found), f"{expression.text} of {expression.year}") if found else None
    if today is None:
        return None
    feasts = sorted(day.dates(today.year - 4, today.year + 4))
    back = [f for f in feasts if f[0] <= today]
    ahead = [f for f in feasts if f[1] >= today]
    if anchor.tense == "future":
        found = ahead[0] if ahead else None
    elif anchor.tense == "past":
        found = back[-1] if back else None
        near = ahead[0] if ahead else None
        if found and near and (today - found[1]).days > 180 and (near[0] - today).days <= BESIDE // 3:
            found = near
    else:
        found = min(
            (*back[-1:], *ahead[:1]),
            key=lambda f: min(abs((f[0] - today).days), abs((f[1] - today).days)),
            default=None,
        )
    return (
        (interval(found), f"{expression.text}: {said(found[0])}, seen from {today.isoformat()}")
        if found
        else None
    )


def interval(feast: tuple[dt.date, dt.date]) -> Days:
    """A feast's days."""
    return Days(feast[0], feast[1], "day" if feast[0] == feast[1] else "interval")


def anchor_anniversary(expression: Expression, anchor: Anchor) -> Found | None:
    """ "the third anniversary of Russia's invasion": the event's day so many years on, near to the report."""
    today = anchor.date()
    if not expression.name:
        told = next((w for w in reversed(anchor.previous) if w.start and w.start == w.end), None)
        if told is None or told.start is None or not expression.count:
            return None
        return c.day(
            c.add_years(dt.date.fromisoformat(told.start), expression.count)
        ), f"{expression.count} years after {told.start}"
    if today and (stated := stated_anniversary(expression, today)):
        return stated
    if not expression.count:
        return yearly(expression.name, today)
    found = anniversary_of(expression.name, expression.count, today) or anniversary_near(
        expression.name, expression.count, today
    )
    return (
        (c.day(found[0]), f"{expression.count} years after {found[1].date.isoformat()} ({found[1].id})")
        if found
        else None
    )


def stated_anniversary(expression: Expression, today: dt.date) -> Found | None:
    """The anniversary of a day that the words state: "the tenth anniversary of the treaty of 22 January 1963"."""
    from communique.dates.find import find_expressions

    for inner in find_expressions(expression.name or ""):
        if inner.cls not in {"date", "event_date"} or not inner.month or not inner.day:
            continue
        years = (
            [inner.year + expression.count]
            if inner.year and expression.count
            else range(today.year - 1, today.year + 2)
        )
        days = [d for y in years if (d := c.make_date(y, inner.month, inner.day))]
        if days:
            found = min(days, key=lambda d: abs((d - today).days))
            return c.day(found), f"anniversary of {inner.text}"
    return None


def yearly(name: str, today: dt.date | None) -> Found | None:
    """ "the anniversary of the Tiananmen crackdown", whichever: the nearest to the report's day."""
    if today is None:
        return None
    days = {
        c.add_years(event.date, today.year + step - event.date.year)
        for event in load_names().event_named(name)
        for step in (-1, 0, 1)
    }
    near = [d for d in days if abs((d - today).days) <= 183]
    return (c.day(near[0]), f"an anniversary near {today.isoformat()}") if len(near) == 1 else None


def anniversary_of(name: str, count: int, today: dt.date | None) -> tuple[dt.date, Event] | None:
    """The anniversary and its event, nearest to a day; without a day only where one event fits."""
    events = load_names().event_named(name)
    days = [(c.add_years(event.date, count), event) for event in events]
    if today is not None:
        days = [d for d in days if abs((d[0] - today).days) <= 400]
        return min(days, key=lambda d: abs((d[0] - today).days), default=None)
    return days[0] if days and len({d[0] for d in days}) == 1 else None


def anniversary_near(name: str, count: int, today: dt.date | None) -> tuple[dt.date, Event] | None:
    """ "The second anniversary of the invasion", with no word of whose: the one event that fits within weeks."""
    if today is None:
        return None
    days = {
        (day, event.id): event
        for event in load_names().events
        if abs(event.date.year + count - today.year) <= 1
        and abs(((day := c.add_years(event.date, count)) - today).days) <= CLOSE
        and any(group_pattern(group).search(name) for group in event.groups)
        and not is_of_two(event, name)
    }
    if len({day for day, _ in days}) != 1:
        return None
    (day, _), event = next(iter(days.items()))
    return day, event


def is_of_two(event: Event, name: str) -> bool:
    """Whether an event is of two whom the words do not name: "the anniversary of diplomatic relations" may be anybody's."""
    names = [group for group in event.groups if is_name(group)]
    return len(names) > 1 and not any(group_pattern(group).search(name) for group in names)


def anchor_since_event(expression: Expression, anchor: Anchor) -> Found | None:
    """ "since Russia invaded Ukraine": from the event's day, open at its end; None where no event is named."""
    events = events_meant(expression.name or "", anchor.date(), anchor.context)
    near = [e for e in events if len(e.groups) > 1]
    if len({e.date for e in near}) != 1:
        return None
    return Days(near[0].date, None, "interval"), f"since {near[0].id} on {near[0].date.isoformat()}"


def anchor_event(expression: Expression, anchor: Anchor) -> Found | None:
    """A widely known event that the words name, the latest not after the report (or the next, looking ahead)."""
    today = anchor.date()
    words = expression.name or ""
    events = load_names().event_named(words)
    if not events or today is None:
        return None
    ahead = expression.modifier == "before" and anchor.tense == "future"
    near = [e for e in events if (e.date >= today if ahead else e.date <= today)]
    near = [e for e in most_specific(near, words) if not only_discussed(e, words)]
    near = [e for e in near if ahead or stands_for(e, today) or expression.unit == "year"]
    event = (min if ahead else max)(near, key=lambda e: e.date, default=None)
    return (event_interval(event), f"{event.id} on {event.date.isoformat()}") if event else None
