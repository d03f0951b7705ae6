"""Facts as people write them, made into the values that decisions keep: "when 2026-03", "duration_minutes 90-95"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Any, get_args

from communique.errors import UsageError
from communique.ledger.people_given import read_participant
from communique.records import Kind, Status

_INTERVAL = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:\s*(?:/|\.\.|to)\s*(\d{4}(?:-\d\d(?:-\d\d)?)?))?")
_PRECISION = {4: "year", 7: "month", 10: "day"}


def read_fact(name: str, text: str, *, day: str | None = None) -> tuple[str, Any]:
    """Name and value of a fact given as text; an empty text takes it away (None).

    `day` is that of the contact, by which offices are found. Raises UsageError for what is no fact or no value.
    """
    field = name.strip().lower().replace("-", "_").replace(" ", "_")
    field = {"duration": "duration_minutes", "topic": "topics", "participant": "participants"}.get(
        field, field
    )
    if field not in READERS:
        raise UsageError(f"{name!r} is no fact", remedy=f"choose from {', '.join(READERS)}")
    if not text.strip():
        if field in ("kind", "status", "participants"):
            raise UsageError(f"{field} cannot be empty", remedy="give its value")
        return field, None
    if field == "participants":
        return field, [read_participant(each, day) for each in _listed(text, ";" if ";" in text else ",")]
    return field, READERS[field](text.strip())


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        value = text.lower().replace(" ", "_")
        if value not in choices:
            raise UsageError(f"{text!r} is not known", remedy=f"choose from {', '.join(choices)}")
        return value

    return read


def read_when(text: str) -> dict[str, str]:
    """An interval of days: "2026-03-03", "2026-03", "2026-03-03/2026-03-05"."""
    found = _INTERVAL.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} is no day", remedy="write 2026-03-03, 2026-03 or 2026-03-03/2026-03-05")
    start, end = found[1], found[2] or found[1]
    first = (start + "-01-01"[len(start) - 4 :])[:10]
    last = _last_day(end)
    if first > last:
        raise UsageError(f"{text!r} ends before it begins", remedy="write the earlier day first")
    precision = _PRECISION[len(start)] if start == end else "interval"
    return {"start": first, "end": last, "precision": precision}


def _last_day(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    year, month = int(text[:4]), int(text[5:7])
    if not 1 <= month <= 12 or not 1 <= int(text[8:10] or 1) <= monthrange(year, month)[1]:
        raise UsageError(f"{text!r} is no day", remedy="write 2026-03-03, 2026-03 or 2026-03-03/2026-03-05")
    return text if len(text) == 10 else f"{text}-{monthrange(year, month)[1]:02}"


def _minutes(text: str) -> list[int]:
    found = re.fullmatch(r"(\d+)(?:\s*-\s*(\d+))?", text)
    if found is None or int(found[1]) > int(found[2] or found[1]):
        raise UsageError(f"{text!r} are no minutes", remedy="write 90 or 90-95")
    return [int(found[1]), int(found[2] or found[1])]


def _listed(text: str, mark: str = ",") -> list[str]:
    return [part.strip() for part in text.split(mark) if part.strip()]


def _topics(text: str) -> list[str]:
    return sorted({each.lower().replace(" ", "-").replace("_", "-") for each in _listed(text)})


def _first_since(text: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        raise UsageError(f"{text!r} is no day", remedy="write 2025, 2025-03 or 2025-03-14")
    return text


def _as_is(text: str) -> str:
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "kind": _one_of(get_args(Kind)),
    "status": _one_of(get_args(Status)),
    "when": read_when,
    "participants": _as_is,
    "initiator": _as_is,
    "host": _as_is,
    "duration_minutes": _minutes,
    "topics": _topics,
    "outcomes": lambda text: _listed(text, ";"),
    "occasion": _as_is,
    "first_since": _first_since,
    "places": lambda text: _listed(text, ";"),
}
