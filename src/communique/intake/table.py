"""CSV and TSV: one report a row, columns by their names in the first line or by `--map`.

date,outlet,headline,content
2026-02-05,The Gazette,Ministers meet,"The ministers of ..."
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.columns import columns_wanted, names_a_text
from communique.intake.decode import decode_bytes
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, Patience, SetAside
from communique.intake.rows import row_fields
from communique.records import Report

_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",\t;|"
_HEADER_BYTES = 8192
_COLUMNS = 2000
_LEAST_COLUMNS = 2
_LONGEST_NAME = 40


def is_table(opened: Opened, options: IntakeOptions) -> bool:
    """Whether the name says so, or the first line is a row of column names, of which one holds the text and
    another tells something, too: "Article | Lantern Daily" opens a text.
    """
    if opened.suffix in _SUFFIXES:
        return True
    first = opened.head[:_HEADER_BYTES].split(b"\n")[0].decode("utf-8-sig", "replace").strip()
    names = split_header(first, _delimiter(first)) if first.isprintable() or "\t" in first else []
    if len(names) < _LEAST_COLUMNS or not names_a_text(names, options.field_map):
        return False
    return (
        len(columns_wanted(names, options.field_map)) >= _LEAST_COLUMNS
        and max(map(len, names)) < _LONGEST_NAME
    )


def read_table(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The reports of the rows, known by `id` or "name.csv:LINE"; a row that cannot be read is set aside."""
    csv.field_size_limit(options.limit_bytes)
    lines = _Lines(opened, options)
    rows: csv.DictReader[str] | None = None
    first = next(lines, "")
    header = split_header(first, _delimiter(first))
    if not names_a_text(header, options.field_map):
        raise InputError(
            f"no column that holds the text among {', '.join(header)[:200]!r}",
            where=opened.place,
            remedy="name it with --map text=COLUMN",
        )
    rows = csv.DictReader(lines, fieldnames=header, delimiter=_delimiter(first), restval="")
    patience = Patience(opened.place)
    while True:
        place, name = f"{opened.place}:{lines.number + 1}", f"{opened.name}:{lines.number + 1}"
        try:
            row = next(rows, None)
            if row is None:
                break
            if None in row:
                why = f"more than {len(header)} cells"
                raise InputError(why, where=place, remedy="put cells that hold the delimiter in quotes")
            fields = row_fields(row, Fields(source=name, text="", place=place), options)
            yield patience.after(make_report(fields, options))
        except csv.Error as error:
            why, remedy = f"not a row ({error})", "mend the quotes in it"
            yield patience.after(SetAside(source=name, place=place, why=why, remedy=remedy))
        except InputError as error:
            yield patience.after(SetAside.of(name, error))
    yield from lines.asides


def split_header(line: str, delimiter: str) -> list[str]:
    """The names of the columns."""
    try:
        names = next(csv.reader([line.strip("\r\n\ufeff")], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip() for name in names][:_COLUMNS]


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


class _Lines:
    """The decoded lines of a table, bounded in length; lines beyond the limit are left out and told."""

    def __init__(self, opened: Opened, options: IntakeOptions) -> None:
        if opened.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = decode_bytes(opened.whole(options.limit_bytes), where=opened.place).text
            self._lines: Iterator[tuple[int, bytes | None]] = iter(
                (number, line.encode()) for number, line in enumerate(text.splitlines(), start=1)
            )
            self._encoding = "utf-8"
        else:
            self._encoding = decode_bytes(
                opened.head[: opened.head.rfind(b"\n") + 1] or opened.head, where=opened.place
            ).encoding
            self._lines = opened.lines(options.limit_bytes)
        self.number = 0
        self.asides: list[SetAside] = []
        self._opened, self._limit = opened, options.limit_bytes

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for number, line in self._lines:
            self.number = number
            if line is not None:
                return line.decode(self._encoding, "replace").replace("\x00", "") + "\n"
            self.asides.append(
                SetAside(
                    source=f"{self._opened.name}:{number}",
                    place=f"{self._opened.place}:{number}",
                    why=f"a line of more than {self._limit:,} bytes",
                    remedy="split it into single reports",
                )
            )
        raise StopIteration
