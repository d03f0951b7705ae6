"""Questions as Python's users write them: `ledger.contacts(between=("xi", "putin"), since="2025-03")`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from importlib import import_module
from typing import Any

from communique.errors import UsageError
from communique.ledger.query import Query
from communique.periods import first_day, last_day
from communique.records import Contact

_NAMES = tuple(field.name for field in fields(Query))
_SEVERAL = (
    "between",
    "party",
    "kind",
    "status",
    "level",
    "channel",
    "topic",
    "outlet",
    "side",
    "reports",
    "contacts",
)


class Contacts(list[Contact]):
    """Contacts as a list; a notebook shows them as a line of time and a table."""

    def _repr_html_(self) -> str:
        # Pictures lie above the ledger, and are opened only where somebody looks.
        shown: str = import_module("communique.notebook").contacts_html(self)
        return shown


def asked(query: Query, conditions: dict[str, Any]) -> Query:
    """The query with the conditions: one word stands for a tuple of one, "2025-03" for its first or last day.

    Raises UsageError for a condition that there is none of, and for `between` without two.
    """
    if not conditions:
        return query
    for name in conditions:
        if name not in _NAMES:
            raise UsageError(f"no condition {name!r}", remedy=f"choose from {', '.join(_NAMES)}")
    given: dict[str, Any] = {
        name: _several(value) if name in _SEVERAL else value for name, value in conditions.items()
    }
    if given.get("between") and len(given["between"]) != 2:
        raise UsageError("between needs two", remedy='write between=("xi", "putin")')
    if "since" in given:
        given["since"] = first_day(given["since"])
    if "until" in given:
        given["until"] = last_day(given["until"])
    return replace(query, **given)


def _several(value: str | Iterable[str] | None) -> tuple[str, ...] | None:
    return None if value is None else (value,) if isinstance(value, str) else tuple(value)
