"""Tables as Parquet and as Stata files: typed columns, with what each holds written into the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from communique.errors import UsageError
from communique.export.tables import DEFINITIONS

if TYPE_CHECKING:
    from communique.export.table import Table

# Words that Stata keeps for itself; such a column gets an underscore behind it.
_STATA_RESERVED = frozenset({"in", "if", "using", "with", "byte", "int", "long", "float", "double", "str"})
_STATA_LABEL = 80  # longest label of a variable


def column_type(values: Iterable[Any]) -> type:
    """The one type of a column: bool, int, float or str; str where it is empty or mixed."""
    types = {type(value) for value in values if value is not None}
    if types == {int, float}:
        return float
    return types.pop() if len(types) == 1 and types <= {bool, int, float} else str


def typed_columns(table: Table) -> dict[str, tuple[type, list[Any]]]:
    """The columns with their types and values; everything else is text."""
    rows = list(table.rows)
    found = {}
    for column in table.columns:
        values = [row.get(column) for row in rows]
        kind = column_type(values)
        found[column] = (
            kind,
            [None if each is None else str(each) for each in values] if kind is str else values,
        )
    return found


def write_parquet(table: Table, path: str) -> None:
    """One Parquet file; the unit of a row and the meanings of the columns are its metadata. Needs pyarrow."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow", remedy="pip install 'communique[parquet]'") from error
    types = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
    columns = typed_columns(table)
    told = DEFINITIONS[table.name]
    schema = pa.schema(
        [
            pa.field(name, types[kind], metadata={"description": told["columns"][name]})
            for name, (kind, _) in columns.items()
        ],
        metadata={"unit": told["unit"], "key": ", ".join(told["key"])},
    )
    held = pa.table({name: values for name, (_, values) in columns.items()}, schema=schema)
    parquet.write_table(held, path)


def write_stata(table: Table, path: str) -> None:
    """One Stata file (.dta), its variables labelled; missing numbers are missing, truth is 0 and 1. Needs pyreadstat."""
    try:
        import pandas
        import pyreadstat
    except ImportError as error:
        raise UsageError("Stata files need pyreadstat", remedy="pip install 'communique[stata]'") from error
    columns = typed_columns(table)
    frame = pandas.DataFrame(
        {
            stata_name(name): pandas.Series(
                ["" if each is None else each for each in values]
                if kind is str
                else [None if each is None else float(each) for each in values],
                dtype="object" if kind is str else "float64",
            )
            for name, (kind, values) in columns.items()
        }
    )
    told = DEFINITIONS[table.name]
    labels = [told["columns"][name][:_STATA_LABEL] for name in columns]
    pyreadstat.write_dta(
        frame, path, file_label=told["unit"][:_STATA_LABEL], column_labels=labels, version=15
    )


def stata_name(column: str) -> str:
    """The column as Stata can call it: `in` is `in_`."""
    return f"{column}_" if column in _STATA_RESERVED else column
