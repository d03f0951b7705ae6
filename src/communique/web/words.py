"""How values are said to readers, and how text from reports is made harmless to the eye."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from markupsafe import Markup

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# These turn the order of letters around, or hide: shown by name, never obeyed.
_UNSEEN = {
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x200B, 0x2028, 0x2029, 0xFEFF,
}  # fmt: skip
_SEEN = {code: f"⟦{unicodedata.name(chr(code), f'U+{code:04X}').lower()}⟧" for code in sorted(_UNSEEN)}
_SEEN |= {code: f"⟦U+{code:04X}⟧" for code in (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))}


def visible(value: Any) -> Any:
    """Text with its unseen controls named: what a reader sees is what the text says."""
    if isinstance(value, str) and not isinstance(value, Markup):
        # Nearly all are plain words, and pages hold a thousand of them.
        return value if value.isascii() and value.isprintable() else value.translate(_SEEN)
    return value


def spoken(value: str) -> str:
    """ "phone_call" is "phone call"; "iran-nuclear" stays a topic's id."""
    return value.replace("_", " ")


def topic_words(topic: str) -> str:
    """ "iran-nuclear" is "iran nuclear"."""
    return topic.replace("-", " ")


def day_long(day: str | None) -> str:
    """ "2013-09-27" is "27 September 2013"; "2013-09" is "September 2013"."""
    if not day:
        return "unknown"
    parts = day.split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def interval_long(start: str | None, end: str | None) -> str:
    """ "27 September 2013", "February 2021", "1 to 3 March 2026", "until 8 November 2015", "undated"."""
    if start is None and end is None:
        return "undated"
    if start is None or end is None:
        return f"from {day_long(start)}" if start else f"until {day_long(end)}"
    if start == end:
        return day_long(start)
    if start.endswith("-01-01") and end == f"{start[:4]}-12-31":
        return start[:4]
    if start[8:] == "01" and start[:7] == end[:7] and int(end[8:]) >= 28:
        return day_long(start[:7])
    if start[:7] == end[:7]:
        return f"{int(start[8:])} to {day_long(end)}"
    return f"{day_long(start)} to {day_long(end)}"


def choice_words(choice: str) -> str:
    """ "2021-09-09/2021-09-10" is "9 to 10 September 2021"; other choices of a doubt stand as they are."""
    days = re.fullmatch(r"(\d{4}-\d\d-\d\d|None)/(\d{4}-\d\d-\d\d|None)", choice)
    if not days:
        return choice
    start, end = (None if day == "None" else day for day in days.groups())
    return interval_long(start, end)


def count_words(number: int, noun: str, cap: int | None = None) -> str:
    """ "1 contact", "12 contacts", "10,000+ contacts" where there are more than `cap`."""
    shown = f"{cap:,}+" if cap is not None and number > cap else f"{number:,}"
    return f"{shown} {noun}{'' if number == 1 else 's'}"
