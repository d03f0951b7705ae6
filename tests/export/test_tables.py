"""Flat tables: stated units, keys that name a row and join, zeros and exposure, and files that other tools open."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import combinations

import polars
import pyreadstat
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from communique import samples
from communique.cli import commands
from communique.engines.batch import ReadOptions, read_into
from communique.errors import UsageError
from communique.export.csv import export_csv
from communique.export.dyads import Panel
from communique.export.table import NAMES, table_of, write_table
from communique.export.tables import DEFINITIONS
from communique.ledger import Ledger, Query

NOON = "2026-03-10T12:00:00+00:00"


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> str:
    """The sample reports as a ledger."""
    where = str(tmp_path_factory.mktemp("tables") / "samples.db")
    with Ledger.open(where) as ledger:
        read_into(ledger, [str(samples.folder())], ReadOptions())
    return where


@pytest.fixture(scope="module")
def ledger(path):
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def made(readings):
    with Ledger.open(":memory:") as opened:
        opened.add(readings, NOON)
        yield opened


def rows(ledger: Ledger, name: str, *more) -> list[dict]:
    return list(table_of(ledger, name, *more).rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_s_key_names_each_row(ledger, name):
    key = DEFINITIONS[name]["key"]
    keys = [tuple(row.get(part) for part in key) for row in rows(ledger, name)]
    assert keys
    assert len(set(keys)) == len(keys)
    assert all(part is not None for each in keys for part in each)


@pytest.mark.parametrize("name", NAMES)
def test_joining_keys_lead_to_rows(ledger, name):
    for column, other in DEFINITIONS[name]["joins"].items():
        (key,) = DEFINITIONS[other]["key"]
        held = {row[key] for row in rows(ledger, other)}
        assert {row[column] for row in rows(ledger, name) if row[column]} <= held, column


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_filled_by_its_rows(ledger, name):
    filled = {column for row in rows(ledger, name) for column in row}
    assert set(DEFINITIONS[name]["columns"]) <= filled


@pytest.mark.parametrize("name", NAMES)
def test_parquet_and_stata_hold_what_csv_holds(ledger, name, tmp_path):
    for suffix in ("csv", "parquet", "dta"):
        write_table(table_of(ledger, name), str(tmp_path / f"t.{suffix}"))
    plain = polars.read_csv(tmp_path / "t.csv", infer_schema=False)
    columns = polars.read_parquet(tmp_path / "t.parquet")
    frame, meta = pyreadstat.read_dta(str(tmp_path / "t.dta"))
    assert plain.shape == columns.shape == frame.shape
    assert plain.columns == columns.columns == [each.rstrip("_") for each in frame.columns]
    assert all(meta.column_labels)
    assert parquet.read_schema(tmp_path / "t.parquet").metadata[b"unit"].decode() == DEFINITIONS[name]["unit"]


def test_an_unknown_kind_of_file_is_refused(ledger, tmp_path):
    with pytest.raises(UsageError, match="parquet"):
        write_table(table_of(ledger, "contacts"), str(tmp_path / "t.xlsx"))


def test_dyads_are_a_whole_panel(ledger):
    panel = rows(ledger, "dyads", Query(since="2021-01-01", until="2021-12-31"))
    sides = sorted({row[side] for row in panel for side in ("side_a", "side_b")})
    months = [f"2021-{month:02d}" for month in range(1, 13)]
    assert [(row["side_a"], row["side_b"], row["period"]) for row in panel] == [
        (*pair, month) for pair in combinations(sides, 2) for month in months
    ]
    assert any(row["contacts"] == 0 for row in panel)


def test_a_contact_counts_where_its_days_lie_and_is_uncertain_where_they_may(made):
    contact = made.contact("2026-03-03-brandt-vale-phone-call")
    assert contact.when.start == "2026-03-03"
    by_month = {row["period"]: row for row in rows(made, "dyads", Query(), Panel(by="month"))}
    assert by_month["2026-03"]["contacts"] == by_month["2026-03"]["calls"] == 1
    assert by_month["2026-03"]["planned"] == 1
    by_day = {row["period"]: row for row in rows(made, "dyads", Query(since="2026-03-01"), Panel(by="day"))}
    assert [day for day, row in by_day.items() if row["contacts"]] == ["2026-03-03"]
    assert by_day["2026-03-01"]["contacts"] == 0


def test_wide_days_are_uncertain_and_counted_nowhere_else(ledger):
    month = {
        row["period"]: row for row in rows(ledger, "dyads", Query(between=("xi", "biden")), Panel(by="day"))
    }
    told = [day for day, row in month.items() if row["uncertain"]]
    assert "2021-02-01" in told and "2021-02-28" in told
    assert not month["2021-02-14"]["contacts"]


def test_exposure_counts_reports_that_name_both_sides(readings):
    body = "Finland and Germany signed nothing. Helsinki said so."
    quiet = replace(readings[2], report=replace(readings[2].report, body=body), accounts=())
    with Ledger.open(":memory:") as opened:
        opened.add((*readings[:2], quiet), NOON)
        (row,) = rows(opened, "dyads", Query(), Panel(by="month"))
    assert row["exposure"] == 1


def test_directed_dyads_say_who_asked_and_who_came(ledger):
    panel = rows(ledger, "dyads", Query(), Panel(by="year", directed=True))
    held = {(row["side_a"], row["side_b"], row["period"]): row for row in panel}
    assert held["CHN", "RUS", "2023"]["visited"] == 1
    assert held["RUS", "CHN", "2023"]["visited"] == 0
    assert held["CHN", "RUS", "2023"]["contacts"] == held["RUS", "CHN", "2023"]["contacts"]


def test_contacts_without_bounded_days_are_told_of(ledger, path):
    unbounded = [each for each in ledger.contacts() if not (each.when and each.when.start and each.when.end)]
    assert unbounded
    told = CliRunner().invoke(commands, ["table", "dyads", "--by", "year", "--ledger", path])
    assert told.stderr == f"{len(unbounded)} contacts whose days have no bounds are in no period\n"


def test_a_panel_beyond_measure_is_refused(ledger, monkeypatch):
    monkeypatch.setattr("communique.export.dyads.MOST_ROWS", 10)
    with pytest.raises(UsageError, match="--by year"):
        rows(ledger, "dyads")


def test_trips_have_travellers_abroad_and_what_was_held_there(ledger):
    trips = {row["trip"]: row for row in rows(ledger, "trips")}
    moscow = next(row for row in trips.values() if (row["traveller"], row["to"]) == ("xi-jinping", "RUS"))
    assert (moscow["from"], moscow["from_cow"], moscow["told_as"], moscow["city"]) == (
        "CHN",
        "710",
        "visit",
        "Moscow",
    )
    assert moscow["number_there"] == 1
    assert all(row["from"] != row["to"] for row in trips.values())
    known = {contact.id for contact in ledger.contacts()}
    assert {each for row in trips.values() for each in row["contacts_there"].split("; ") if each} <= known


def test_codes_are_those_of_the_day(ledger):
    held = {row["slug"]: row for row in rows(ledger, "contacts")}
    row = held["2021-12-07-biden-putin-video-call"]
    assert (row["states"], row["cow"]) == ("RUS; USA", "365; 2")


@given(st.text())
def test_no_cell_is_a_formula(text):
    written = export_csv(("cell", "more"), [{"cell": text, "more": -1}])
    (_, row) = list(csv.reader(io.StringIO(written, newline="")))
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    assert row[0] in (kept, f"'{kept}")
    assert row[1] == "-1"


def test_the_command_writes_what_the_library_does(path, tmp_path):
    told = CliRunner().invoke(commands, ["table", "dyads", "--by", "year", "--directed", "--ledger", path])
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[0].endswith(",exposure,initiated,visited")
    file = tmp_path / "d.csv"
    CliRunner().invoke(
        commands, ["table", "dyads", "--by", "year", "--directed", "--ledger", path, "-o", str(file)]
    )
    assert file.read_text(encoding="utf-8") == told.stdout
