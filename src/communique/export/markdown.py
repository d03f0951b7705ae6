"""Rows as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def export_markdown(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The chosen columns of the rows as one text; bars in cells are escaped."""
    lines = [_line(columns), _line("---" for _ in columns)]
    lines += [_line(_cell(row.get(column)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(value: Any) -> str:
    return "" if value is None else re.sub(r"\s+", " ", str(value)).replace("|", "\\|")
