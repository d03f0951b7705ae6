"""Each command from the outside: what it prints, where, and its exit status."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from communique.cli import COMMANDS, commands
from communique.errors import InputError
from communique.records import Reading, Report
from communique.schemas import load_schema

pytestmark = pytest.mark.usefixtures("read_by_hand")
CALL = "2026-03-03-brandt-vale-phone-call"


@pytest.fixture
def read_by_hand(monkeypatch: pytest.MonkeyPatch, readings: tuple[Reading, ...]) -> None:
    """A stand-in for reading: the hand-made reading of a body, under the report's own identity."""
    from dataclasses import replace

    by_body = {reading.report.body.split("\n")[0]: reading for reading in readings}

    def begin_reading(report: Report, knowledge: object, *, every_statement: bool = False) -> Reading:
        if "unreadable" in report.body:
            raise InputError("cannot be read", where=report.source, remedy="mend it")
        made = by_body.get(report.body.split("\n")[0])
        if made is None:
            return Reading(report=report, edition="e1")
        same = replace(made.report, id=report.id, version=report.version, source=report.source)
        moved = tuple(replace(account, report=report.id) for account in made.accounts)
        said = tuple(replace(statement, report=report.id) for statement in made.statements)
        return replace(made, report=same, accounts=moved, statements=said)

    monkeypatch.setattr("communique.reading.begin_reading", begin_reading)


@pytest.fixture
def folder(tmp_path: Path, readings, monkeypatch) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, reading in enumerate(readings):
        (reports / f"{number}.txt").write_text(reading.report.body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "220")
    return tmp_path


def run(*arguments: str, **more: str) -> Result:
    return CliRunner().invoke(commands, list(arguments), catch_exceptions=False, **more)


@pytest.fixture
def ledger(folder: Path) -> Path:
    assert run("read", "reports").exit_code == 0
    return folder / "communique.db"


def objects(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_shows_what_is_new_and_says_how_much_on_standard_error(folder):
    first = run("read", "reports")
    assert CALL in first.stdout
    assert "3 reports: 3 with a contact\n2 contacts in them, 2 new to the ledger" in first.stderr
    again = run("read", "reports")
    assert CALL not in again.stdout
    assert "3 reports: 3 held already\n2 contacts in them, 0 new to the ledger" in again.stderr


def test_read_writes_every_object_that_rests_on_the_inputs_new_or_not(ledger):
    result = run("read", "reports", "--format", "jsonl", "--only", "contacts,statements,reports,doubts")
    types_seen = [each["type"] for each in objects(result)]
    assert types_seen == ["contact"] * 2 + ["doubt"] + ["report"] * 3 + ["statement"]
    for each in objects(result):
        Draft202012Validator(load_schema(each["type"])).validate(each)
    alone = run("read", "reports/2.txt", "--format", "jsonl")
    assert [each["kind"] for each in objects(alone)] == ["meeting"]


def test_order_of_the_inputs_changes_no_byte(folder):
    names = [f"reports/{number}.txt" for number in range(3)]
    one = run("read", *names, "--format", "jsonl", "--ledger", ":memory:")
    other = run("read", *reversed(names), "--format", "jsonl", "--ledger", ":memory:")
    assert one.stdout == other.stdout != ""
    assert not Path("communique.db").exists()


def test_what_cannot_be_read_is_named_and_the_rest_is_read(folder):
    (folder / "reports" / "bad.txt").write_text("unreadable")
    result = run("read", "reports", "missing.txt")
    assert result.exit_code == 3
    assert "bad.txt: cannot be read; mend it" in result.stderr
    assert "missing.txt" in result.stderr
    assert "2 set aside" in result.stderr
    assert run("read", "reports", "missing.txt", "--tolerate", "2").exit_code == 0
    assert run("read", "reports", "missing.txt", "--tolerate", "50%").exit_code == 0
    assert run("read", "reports", "missing.txt", "--tolerate", "10%").exit_code == 3
    listed = run("reports", "--aside", "--format", "csv").stdout
    assert listed.splitlines()[0] == "source,place,why,remedy,recorded"
    assert "mend it" in listed


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "x", "--only", "cats"),
        ("read", "x", "--tolerate", "some"),
        ("read", "x", "--published", "Tuesday"),
        ("contacts", "--since", "soon"),
        ("contacts", "--kind", "dinner"),
        ("nothing",),
        ("compare",),
    ],
)
def test_wrong_usage_has_status_two(folder, arguments):
    assert run(*arguments).exit_code == 2


def test_a_missing_ledger_is_named_with_the_remedy(folder):
    result = run("contacts")
    assert result.exit_code == 1
    assert "communique.db: no ledger here; read something first" in result.stderr


def test_contacts_open_with_day_parties_kind_and_end_with_the_slug(ledger):
    lines = run("contacts", "--conflicts").stdout.splitlines()
    lines = [line for line in lines if line.strip()]
    assert lines[0].split() == ["day", "parties", "kind", "status", "origins", "conflicts", "slug"]
    assert (
        lines[2].split()
        == f"2026-03-03 Nora Vale, Otto Brandt phone call held 2 duration minutes {CALL}".split()
    )
    assert len([line for line in lines if "2026" in line]) == 1


@pytest.mark.parametrize(
    ("shape", "start"),
    [("json", "[{"), ("jsonl", "{"), ("csv", "contact,slug,start"), ("markdown", "| day |")],
)
def test_contacts_in_each_form(ledger, shape, start):
    assert run("contacts", "--format", shape).stdout.startswith(start)


def test_the_ledger_may_come_from_the_environment(ledger, monkeypatch, tmp_path):
    moved = ledger.rename(tmp_path / "other.db")
    monkeypatch.setenv("COMMUNIQUE_LEDGER", str(moved))
    assert CALL in run("contacts").stdout


def test_show_has_facts_accounts_chains_quotes_and_what_came_after(ledger):
    shown = run("show", "2026-03-03").stdout
    for words in (
        CALL,
        "conflict: 40 minutes and 60 minutes",
        "The Turku Post (FIN)",
        "through",
        "the chancellery",
        "We agree on grain,",
        "after",
    ):
        assert words in shown
    assert run("show", "2026-03-03", "--format", "markdown").stdout.startswith("# 2026-03-03")
    assert json.loads(run("show", CALL, "--format", "json").stdout)["slug"] == CALL
    assert run("show", "nothing-here").exit_code == 1


def test_compare_says_same_differs_only_here_and_silent(ledger):
    matrix = json.loads(run("compare", CALL, "--format", "jsonl").stdout)
    assert [column["label"] for column in matrix["columns"]] == ["Chancellery (DEU)", "The Turku Post (FIN)"]
    states = {line["subject"]: [cell["state"] for cell in line["cells"]] for line in matrix["lines"]}
    assert states["kind"] == ["same", "same"]
    assert states["duration minutes"] == ["differs", "differs"]
    assert "40 minutes [differs]" in run("compare", "--between", "vale", "brandt", "--on", "2026-03").stdout


def test_a_side_without_a_text_has_no_text_and_is_not_silent(ledger):
    meeting = "2026-03-06-brandt-vale-meeting"
    matrix = json.loads(run("compare", meeting, "--format", "jsonl").stdout)
    assert [column["label"] for column in matrix["columns"]] == ["2.txt", "DEU", "FIN"]
    assert [cell["state"] for cell in matrix["lines"][0]["cells"]] == ["only here", "no text", "no text"]


def test_files_are_compared_without_any_ledger(folder):
    result = run("compare", "reports/0.txt", "reports/1.txt")
    assert "about an hour [differs]" in result.stdout
    assert not Path("communique.db").exists()


def test_explain_marks_spans_in_the_text(folder):
    shown = run("explain", "reports/0.txt").stdout
    assert "President [Nora Vale] >>spoke by phone" in shown
    assert json.loads(run("explain", "reports/0.txt", "--format", "json").stdout)["accounts"][0]["id"] == "a1"
    assert run("explain", "absent.txt").exit_code == 3


def test_search_statements_doubts_and_reports(ledger):
    assert "«grain»" in run("search", "grain").stdout
    assert "We agree on grain," in run("statements", "--speaker", "he").stdout
    assert run("statements", "--speaker", "brandt", "--format", "jsonl").stdout == ""
    assert (
        "Which Brandt?" in run("doubts", "--contact", CALL).stdout or "Which Brandt?" in run("doubts").stdout
    )
    assert "The Turku Post" in run("reports", "--since", "2026-03").stdout
    assert "The Turku Post" not in run("reports", "--outlet", "chancellery").stdout


@pytest.mark.parametrize("name", ["contacts", "participants", "accounts", "facts", "statements", "reports"])
def test_tables_have_their_columns_and_joining_keys(ledger, name, tmp_path):
    from communique.export.tables import COLUMNS

    text = run("table", name).stdout
    assert text.splitlines()[0] == ",".join(COLUMNS[name])
    assert len(text.splitlines()) > 1
    assert run("table", name, "-o", str(tmp_path / "t.csv")).stdout == ""
    assert (tmp_path / "t.csv").read_text() == text


def test_who_is_unknown(ledger):
    assert "Otto Brandt" in run("who", "--unknown").stdout


def test_the_list_of_the_unknown_is_filled_in_and_imported(ledger, tmp_path):
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(run("who", "--unknown", "--format", "csv").stdout)))
    assert [int(row["reports"]) for row in rows] == sorted(
        (int(row["reports"]) for row in rows), reverse=True
    )
    row = next(row for row in rows if row["name"] == "Otto Brandt")
    row |= {"of": "DEU", "office": "ambassador", "start": "2019"}
    path = tmp_path / "names.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    done = run("lexicon", "import", str(path), "--lexicon", str(tmp_path / "own"))
    assert "1 new persons" in done.stdout
    assert CALL in run("who", "vale").stdout
    assert run("who", "zzyzx").exit_code == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  communique {name}" in result.stdout or "| communique" in result.stdout


def test_the_list_of_commands_agrees_with_the_commands():
    import communique.cli

    modules = {path.stem for path in Path(communique.cli.__file__).parent.glob("*.py")}
    assert set(COMMANDS) <= modules


def test_help_loads_neither_model_nor_database():
    code = (
        "import sys, communique.cli as c\n"
        "try: c.commands(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'rich', 'numpy') if m in sys.modules], file=sys.stderr)"
    )
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert time.perf_counter() - begin < 2


def test_what_is_mended_and_read_again_is_no_longer_set_aside(folder):
    bad = folder / "reports" / "bad.txt"
    bad.write_text("unreadable")
    assert run("read", "reports").exit_code == 3
    bad.write_text("Nothing happened.")
    assert run("read", "reports").exit_code == 0
    assert run("reports", "--aside", "--format", "jsonl").stdout == ""
