"""Rows as CSV: a header, comma, line feed, empty for nothing, `true` and `false`.

A cell that a spreadsheet would take for a formula ("=1+1", "@name", "-x") gets an apostrophe before it: text of
reports must not run in whoever opens the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t")


def export_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The chosen columns of the rows as one text."""
    return "".join(csv_parts(columns, rows))


def csv_parts(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The same a line at a time, for tables of any length."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for cells in chain([list(columns)], ([cell_text(row.get(column)) for column in columns] for row in rows)):
        writer.writerow(cells)
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def cell_text(value: Any) -> str:
    """One value as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    # A bare carriage return would end the row in some readers, and is not quoted by every writer.
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
