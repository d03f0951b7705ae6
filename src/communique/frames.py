"""Flat tables as frames of polars or pandas: `ledger.frame("contacts", since="2025")`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.errors import UsageError
from communique.export.columnar import typed_columns
from communique.export.dyads import Panel
from communique.export.table import table_of
from communique.ledger.asked import asked

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query

LIBRARIES = ("polars", "pandas")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def frame_of(ledger: Ledger, name: str, query: Query, conditions: dict[str, Any]) -> Any:
    """The table of that name as a frame; columns whose every value is a day are dates.

    Beside the conditions of a Query: `library` ("polars" or "pandas"), and `by` and `directed` for dyads. Raises
    UsageError for anything else.
    """
    library = conditions.pop("library", "polars")
    if library not in LIBRARIES:
        raise UsageError(f"no frames of {library!r}", remedy=f"choose from {', '.join(LIBRARIES)}")
    panel = Panel(**{key: conditions.pop(key) for key in ("by", "directed") if key in conditions})
    table = table_of(ledger, name, asked(query, conditions), panel)
    columns = {column: _dated(kind, values) for column, (kind, values) in typed_columns(table).items()}
    return _polars(columns) if library == "polars" else _pandas(columns)


def _dated(kind: type, values: list[Any]) -> tuple[type, list[Any]]:
    told = [each for each in values if each is not None]
    if kind is str and told and all(_DAY.fullmatch(each) for each in told):
        return date, [None if each is None else date.fromisoformat(each) for each in values]
    return kind, values


def _polars(columns: dict[str, tuple[type, list[Any]]]) -> Any:
    try:
        import polars
    except ImportError as error:
        raise UsageError("frames need polars", remedy="pip install 'communique[frames]'") from error
    types = {
        bool: polars.Boolean,
        int: polars.Int64,
        float: polars.Float64,
        str: polars.String,
        date: polars.Date,
    }
    return polars.DataFrame(
        {name: values for name, (_, values) in columns.items()},
        schema={name: types[kind] for name, (kind, _) in columns.items()},
    )


def _pandas(columns: dict[str, tuple[type, list[Any]]]) -> Any:
    try:
        import pandas
    except ImportError as error:
        raise UsageError("these frames need pandas", remedy="pip install pandas") from error
    types = {bool: "boolean", int: "Int64", float: "Float64", str: "string", date: "datetime64[s]"}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype=types[kind]) for name, (kind, values) in columns.items()}
    )
