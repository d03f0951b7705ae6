"""Places on an axis of days, and the ticks that divide it well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between ticks


@dataclass(frozen=True, kw_only=True, slots=True)
class DayScale:
    """From `first` to `last` along `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def over(cls, days: list[str], left: float, right: float) -> DayScale:
        """A scale on which all the ISO days fit, with some air at both ends."""
        low, high = date.fromisoformat(min(days)), date.fromisoformat(max(days))
        air = timedelta(days=max(2, (high - low).days // 40))
        return cls(first=_shifted(low, -air), last=_shifted(high, air), left=left, right=right)

    def place(self, day: str | date) -> float:
        """Where the day lies."""
        at = date.fromisoformat(day) if isinstance(day, str) else day
        whole = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (at - self.first).days / whole

    def ticks(self, most: int) -> Iterator[tuple[float, str]]:
        """Places and names of at most about `most` ticks, on firsts of months or years."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((each for each in _STEPS if months / each <= most), _STEPS[-1])
        number = (self.first.year * 12 + self.first.month - 1) // step * step
        named: int | None = None
        while (at := number) // 12 <= min(self.last.year, date.max.year):
            day = date(max(1, at // 12), at % 12 + 1, 1)
            if self.first <= day <= self.last:
                # The first tick tells the year, and so does each that begins another.
                yield self.place(day), tick_name(day, step, first=day.year != named)
                named = day.year
            number += step


def tick_name(day: date, step: int, *, first: bool = False) -> str:
    """ "2021" in steps of years, else "Mar"; `first` of its year: "Mar 2021"."""
    if step >= len(_MONTHS):
        return str(day.year)
    month = _MONTHS[day.month - 1]
    return f"{month} {day.year}" if first or step > 3 else month


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
