"""Writes results to standard output, and everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.folding import fold_cell, fold_widths

if TYPE_CHECKING:
    from rich.console import Console

# Wide enough for a slug beside a parties column when the output goes into a file or pipe.
_PIPED_WIDTH = 160
# Columns of the terminal from which a table keeps its short cells, and its slugs, whole.
_ROOM, _ROOM_FOR_SLUGS = 110, 140
_WHOLE = ("published", "start", "origins", "kind", "slug")
# From here on letters may combine, or take two columns: Latin, with all its accents, comes before.
_WIDE = "\u0300"
_LEAST_WIDTH = {"day": 10, "parties": 18, "status": 10, "conflicts": 10, "evidence": 30}


def console() -> Console:
    """Standard output for people."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPED_WIDTH
    return Console(width=width, highlight=False, soft_wrap=False)


def write_text(text: str, path: str | None = None) -> None:
    """To the file, else to standard output."""
    if path:
        Path(path).write_text(text, encoding="utf-8", newline="")
    else:
        # As UTF-8, whatever the terminal's encoding: the interchange is the same everywhere.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def write_objects(objects: Iterable[dict[str, Any]], shape: str) -> None:
    """Objects of the interchange as lines or as one array."""
    from communique.export.jsonl import line_of

    lines = [line_of(each) for each in objects]
    if shape == "json":
        write_text("[" + ",\n ".join(lines) + "]\n")
    else:
        write_text("".join(f"{line}\n" for line in lines))


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], shape: str) -> None:
    """Rows as a table for people, as CSV or as Markdown."""
    from communique.export.csv import export_csv
    from communique.export.markdown import export_markdown

    if shape == "csv":
        write_text(export_csv(columns, rows))
    elif shape == "markdown":
        write_text(export_markdown(columns, rows))
    elif listed := list(rows):
        _print_table(columns, listed)
    else:
        note("none found")


def note(text: str) -> None:
    """A line of summary or warning on standard error."""
    click.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """`counted(2, "report")` is "2 reports"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print_table(columns: Sequence[str], rows: list[Mapping[str, Any]]) -> None:
    if sys.stdout.isatty() or not _print_plainly(columns, rows):
        _print_folding(columns, rows)


def _print_plainly(columns: Sequence[str], rows: list[Mapping[str, Any]]) -> bool:
    """The same table without the library that draws tables: its work takes longer than the ledger's.

    False, and nothing is printed, where there is no room for it or a cell has letters that are not one column wide.
    """
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else _PIPED_WIDTH
    table = [[column.replace("_", " ") for column in columns]]
    table += [[_cell(row.get(column)) for column in columns] for row in rows]
    if not all(cell.isprintable() and (cell.isascii() or max(cell) < _WIDE) for row in table for cell in row):
        return False
    widths = _plain_widths(columns, table, width)
    whole = sum(widths) + 3 * len(widths) - 1
    if whole > width:
        return False
    blank, rule = " " * whole, f" {'─' * (whole - 2)} "
    lines = [line for row in table[1:] for line in _plain_lines(row, widths)]
    said = [blank, *_plain_lines(table[0], widths, heading=True), rule, *lines, blank]
    write_text("".join(f"{line}\n" for line in said))
    return True


def _plain_widths(columns: Sequence[str], table: list[list[str]], width: int) -> list[int]:
    """How wide each column is: as its longest cell, or less where the table is wider than there is room."""
    least = [_LEAST_WIDTH.get(column, 0) if width >= _ROOM else 0 for column in columns]
    widths = [max(least[at], *(len(row[at]) for row in table)) for at in range(len(columns))]
    if sum(widths) + 3 * len(widths) - 1 <= width:
        return widths
    # Beside a cell there is a column's space on both sides, at the table's edges on one.
    beside = [2] * len(columns)
    beside[0] -= 1
    beside[-1] -= 1
    within = width - len(columns) - 1
    padded = [min(each + room, within) for each, room in zip(widths, beside, strict=True)]
    foldable = [not _is_whole(column, width) for column in columns]
    folded = fold_widths(padded, foldable, within)
    return [max(each - room, few) for each, room, few in zip(folded, beside, least, strict=True)]


def _plain_lines(row: list[str], widths: list[int], *, heading: bool = False) -> list[str]:
    """A row's lines; the words of a heading stand at the rule, those of other rows at the top."""
    cells = [fold_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    high = max(len(cell) for cell in cells)
    empty = [[""] * (high - len(cell)) for cell in cells]
    filled = [[*none, *cell] if heading else [*cell, *none] for cell, none in zip(cells, empty, strict=True)]
    return [
        f" {'   '.join(cell[at].ljust(width) for cell, width in zip(filled, widths, strict=True))} "
        for at in range(high)
    ]


def _is_whole(column: str, width: int) -> bool:
    """Whether what people copy out of it is not broken over lines, as long as there is room."""
    return width >= (_ROOM_FOR_SLUGS if column == "slug" else _ROOM) and column in _WHOLE


def _print_folding(columns: Sequence[str], rows: list[Mapping[str, Any]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    screen = console()
    for column in columns:
        whole = _is_whole(column, screen.width)
        least = _LEAST_WIDTH.get(column) if screen.width >= _ROOM else None
        table.add_column(column.replace("_", " "), no_wrap=whole, overflow="fold", min_width=least)
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    screen.print(table)


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
