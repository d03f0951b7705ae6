"""Changes of the ledger as rows and objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from communique.ledger import Change

COLUMNS = ("what", "slug", "fact", "before", "after", "why")


def change_rows(changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    """What a list shows of changes."""
    for change in changes:
        yield {
            "what": change.what,
            "slug": change.slug,
            "fact": (change.fact or "").replace("_", " "),
            "before": _text(change.before),
            "after": _text(change.after),
            "why": "; ".join(change.why),
        }


def change_object(change: Change) -> dict[str, Any]:
    """A change with its plain values."""
    told = {each.name: getattr(change, each.name) for each in fields(change)}
    return {"type": "change", "schema_version": 1, **told, "why": list(change.why)}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        if "slug" in value:
            return f"{value['slug']} ({value['status']})"
        return " to ".join(str(part) for part in dict.fromkeys(value.values()))
    if isinstance(value, list):
        return "; ".join(_text(each) for each in value)
    return "" if value is None else str(value)
