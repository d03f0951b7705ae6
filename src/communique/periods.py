"""Days as people write them in a question: a year, a month or a day."""

from __future__ import annotations

import re

from communique.errors import UsageError

_MONTHS_LAST_DAY = {"02": "29", "04": "30", "06": "30", "09": "30", "11": "30"}


def first_day(written: str | None) -> str | None:
    """The first day of a year, a month or a day: "2025-03" is "2025-03-01". Raises UsageError."""
    return None if written is None else (_checked(written) + "-01-01"[len(written) - 4 :])[:10]


def last_day(written: str | None) -> str | None:
    """The last day of a year, a month or a day: "2025-03" is "2025-03-31". Raises UsageError."""
    if written is None:
        return None
    month = _checked(written)[5:7]
    return written + {4: "-12-31", 7: "-" + _MONTHS_LAST_DAY.get(month, "31"), 10: ""}[len(written)]


def _checked(written: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", written):
        raise UsageError(f"{written!r} is no day", remedy="write 2025, 2025-03 or 2025-03-14")
    return written
