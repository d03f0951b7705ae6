"""Arithmetic of intervals of days: weeks, months, quarters, seasons, years, and the feasts that move."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from communique.records import Precision

HORIZON = (1000, 2900)  # years within which every sum of days stays a date


class Days(NamedTuple):
    """An interval of days with both ends included; None is an open end."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision


def day(date: dt.date) -> Days:
    """One day."""
    return Days(date, date, "day")


def shift(date: dt.date, days: int) -> dt.date:
    """So many days later, kept within the horizon."""
    number = date.toordinal() + days
    return dt.date.fromordinal(
        max(dt.date(HORIZON[0], 1, 1).toordinal(), min(dt.date(HORIZON[1], 12, 31).toordinal(), number))
    )


def week(date: dt.date, weeks: int = 0) -> Days:
    """The Monday to Sunday that holds the date, so many weeks on."""
    monday = shift(date, 7 * weeks - date.weekday())
    return Days(monday, shift(monday, 6), "week")


def weekend(date: dt.date, weeks: int = 0) -> Days:
    """Saturday and Sunday of the date's week, so many weeks on."""
    monday = shift(date, 7 * weeks - date.weekday())
    return Days(shift(monday, 5), shift(monday, 6), "interval")


def last_of(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def month(year: int, number: int) -> Days:
    """A calendar month; number 13 is January of the year after."""
    index = year * 12 + number - 1
    year, number = max(HORIZON[0], min(HORIZON[1], index // 12)), index % 12 + 1
    return Days(dt.date(year, number, 1), last_of(year, number), "month")


def months(year: int, first: int, last: int, precision: Precision = "interval") -> Days:
    """Several calendar months in a row."""
    return Days(month(year, first).start, month(year, last).end, precision)


def quarter(year: int, number: int) -> Days:
    """A calendar quarter; number 0 is the last of the year before."""
    return months(year, 3 * number - 2, 3 * number, "quarter")


def season(year: int, first_month: int) -> Days:
    """Three months from the first month of a season that begins in the year."""
    return months(year, first_month, first_month + 2)


def year(number: int) -> Days:
    """A calendar year."""
    number = max(HORIZON[0], min(HORIZON[1], number))
    return Days(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def make_date(number: int, month_number: int, day_number: int) -> dt.date | None:
    """The date, or None where the month has no such day."""
    try:
        return dt.date(number, month_number, day_number)
    except ValueError:
        return None


def add_years(date: dt.date, years: int) -> dt.date:
    """The same day so many years on; 29 February becomes 28."""
    number = max(HORIZON[0], min(HORIZON[1], date.year + years))
    return make_date(number, date.month, date.day) or dt.date(number, 2, 28)


def add_months(date: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last day of that month."""
    start = month(date.year, date.month + count).start
    assert start is not None
    return make_date(start.year, start.month, date.day) or last_of(start.year, start.month)


def nth_weekday(number: int, month_number: int, weekday: int, nth: int) -> dt.date | None:
    """The nth weekday of a month, -1 for the last."""
    if nth < 0:
        last = last_of(number, month_number)
        return shift(last, -((last.weekday() - weekday) % 7))
    first = dt.date(number, month_number, 1)
    found = shift(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month_number else None


def easter(number: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus."""
    a, b, c = number % 19, number // 100, number % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    total = h + k - 7 * m + 114
    return dt.date(number, total // 31, total % 31 + 1)


def orthodox_easter(number: int) -> dt.date:
    """Easter Sunday of the Julian calendar as a Gregorian date (valid from 1900 to 2099), by Meeus."""
    d = (19 * (number % 19) + 15) % 30
    e = (2 * (number % 4) + 4 * (number % 7) - d + 34) % 7
    total = d + e + 114
    return shift(dt.date(number, total // 31, total % 31 + 1), 13)
