"""Parquet: one report a row, read in small batches of the columns that tell anything (extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.columns import columns_wanted, names_a_text
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, Patience, SetAside
from communique.intake.rows import row_fields
from communique.records import Report

MAGIC = b"PAR1"
_BATCH_ROWS = 64
_GROUP_BYTES = 4_000_000_000
"""Row groups that state more are refused; writers make groups of some hundred megabytes."""


def is_parquet(opened: Opened) -> bool:
    """Whether the bytes open a Parquet file."""
    return opened.head.startswith(MAGIC)


def read_parquet(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The reports of the rows, known by `id` or "name.parquet:ROW"; raises `InputError` for damaged files."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        remedy = "pip install 'communique[parquet]'"
        raise InputError("a Parquet file needs pyarrow", where=opened.place, remedy=remedy) from error
    number, patience = 0, Patience(opened.place)
    try:
        file = pyarrow.parquet.ParquetFile(opened.seekable(), memory_map=False, pre_buffer=False)
        for batch in _batches(file, opened, options):
            for row in batch.to_pylist():
                number += 1
                yield patience.after(_report(row, number, opened, options))
    except (pyarrow.ArrowException, OSError, ValueError, MemoryError, OverflowError) as error:
        told = str(error).split("\n")[0][:200]
        why = f"damaged Parquet data after row {number:,} ({told})"
        raise InputError(why, where=opened.place, remedy="write or fetch the file again") from error


def _batches(file: Any, opened: Opened, options: IntakeOptions) -> Iterator[Any]:
    names = list(file.schema_arrow.names)
    if not names_a_text(names, options.field_map):
        told = f"no column that holds the text among {', '.join(names)[:200]!r}"
        raise InputError(told, where=opened.place, remedy="name it with --map text=COLUMN")
    for group in range(file.metadata.num_row_groups):
        if file.metadata.row_group(group).total_byte_size > _GROUP_BYTES:
            why = f"a row group of more than {_GROUP_BYTES:,} bytes"
            raise InputError(why, where=opened.place, remedy="write it with smaller row groups")
    yield from file.iter_batches(
        batch_size=_BATCH_ROWS, columns=columns_wanted(names, options.field_map), use_threads=False
    )


def _report(row: dict[str, Any], number: int, opened: Opened, options: IntakeOptions) -> Report | SetAside:
    place, name = f"{opened.place}:{number}", f"{opened.name}:{number}"
    try:
        fields = row_fields(row, Fields(source=name, text="", place=place), options)
        if len(fields.text) > options.limit_bytes:
            why = f"a text of more than {options.limit_bytes:,} characters"
            raise InputError(why, where=place, remedy="split it into single reports")
        return make_report(fields, options)
    except InputError as error:
        return SetAside.of(name, error)
