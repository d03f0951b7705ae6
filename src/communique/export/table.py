"""Any flat table of a ledger by its name, and the files that it can be written to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from communique.errors import UsageError
from communique.export import tables
from communique.export.csv import csv_parts
from communique.export.dyads import Panel, dyads_of
from communique.export.jsonl import contact_object, report_object, statement_object
from communique.export.trips import trip_rows
from communique.ledger import Ledger, Query

NAMES = tuple(tables.COLUMNS)
SUFFIXES = (".csv", ".parquet", ".dta")
_OF_CONTACTS = {
    "contacts": tables.contact_rows,
    "participants": tables.participant_rows,
    "accounts": tables.account_rows,
    "facts": tables.fact_rows,
}
_ALL, _MONTHS = Query(), Panel()
Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A flat table: its columns in order, its rows, which can be walked once, and what no row could hold."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]
    left_out: str = ""


def table_of(ledger: Ledger, name: str, query: Query = _ALL, panel: Panel = _MONTHS) -> Table:
    """The table of that name for the contacts that fit: "dyads" as the panel says. Raises UsageError for another name."""
    if name not in NAMES:
        raise UsageError(f"no table {name!r}", remedy=f"choose from {', '.join(NAMES)}")
    if name == "dyads":
        return _dyads(ledger, query, panel)
    return Table(name=name, columns=tables.COLUMNS[name], rows=_rows(ledger, name, query))


def write_table(table: Table, path: str) -> None:
    """The table as a file, which the ending chooses: .csv, .parquet (needs pyarrow), .dta of Stata (needs pyreadstat).

    Raises UsageError for another ending.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in (".parquet", ".dta"):
        from communique.export import columnar

        (columnar.write_parquet if suffix == ".parquet" else columnar.write_stata)(table, path)
    elif suffix == ".csv":
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_parts(table.columns, table.rows))
    else:
        raise UsageError(f"no kind of table ends in {suffix!r}", remedy=f"end in {', '.join(SUFFIXES)}")


def _dyads(ledger: Ledger, query: Query, panel: Panel) -> Table:
    columns = tables.COLUMNS["dyads"]
    if not panel.directed:
        columns = tuple(each for each in columns if each not in ("initiated", "visited"))
    found = dyads_of(ledger, query, panel)
    told = f"{found.unplaced} contacts whose days have no bounds are in no period" if found.unplaced else ""
    return Table(name="dyads", columns=columns, rows=found.rows, left_out=told)


def _rows(ledger: Ledger, name: str, query: Query) -> Iterable[Row]:
    if name == "trips":
        return trip_rows(ledger, query)
    if name == "statements":
        chosen = ledger.with_repeated(ledger.statements(query))
        held = ledger.reports({said.statement.report for said in chosen})
        return tables.statement_rows(statement_object(said, held[said.statement.report]) for said in chosen)
    if name == "reports":
        told = None if query == _ALL else tuple(ledger.reports_of(ledger.contacts(query)))
        held = ledger.with_copies(ledger.reports(told))
        return tables.report_rows(report_object(report) for report in held.values())
    contacts = ledger.contacts(query)
    reports = ledger.reports_of(contacts)
    return _OF_CONTACTS[name](contact_object(contact, reports) for contact in contacts)
