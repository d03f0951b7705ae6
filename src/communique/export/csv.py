"""Rows as CSV: a header, comma, line feed, empty for nothing, `true` and `false`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def export_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The chosen columns of the rows as one text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
