"""What must hold for any pile of reports: spans hold their text at every stage, and no circumstance changes a byte."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from communique.cli import commands
from communique.intake import IntakeOptions, read_inputs
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Reading, Report, Span
from communique.samples import folder
from communique.schemas import NAMES, load_schema

GIVEN = Path(__file__).resolve().parents[3] / "shared"
OWN = Path(str(folder()))
DEV = ("readouts-dev", "news-dev", "merge-dev", "no-contact-dev")
VALIDATORS = {name: Draft202012Validator(load_schema(name)) for name in NAMES}
EVERYTHING = ("--format", "jsonl", "--only", "contacts,statements,reports,doubts")


def reports_of(*paths: Path) -> list[Report]:
    return [
        one for one in read_inputs([str(path) for path in paths], IntakeOptions()) if isinstance(one, Report)
    ]


def spanned(value: Any) -> Iterator[tuple[Span, str | None]]:
    """Every span in a record, with the text that stands beside it."""
    if is_dataclass(value):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        for part in parts.values():
            if isinstance(part, Span):
                yield part, parts.get("text") if part is parts.get("span") else None
            else:
                yield from spanned(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from spanned(part)


def hold(reading: Reading) -> None:
    body = reading.report.body
    for span, text in spanned(reading):
        assert 0 <= span.start < span.end <= len(body), (reading.report.source, span)
        assert text is None or span.of(body) == text, (reading.report.source, span, text)


def lines_of(*inputs: str, ledger: str = ":memory:", workers: int = 1) -> str:
    arguments = ["read", *inputs, *EVERYTHING, "--ledger", ledger, "--workers", str(workers)]
    done = CliRunner().invoke(commands, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("report", reports_of(OWN), ids=lambda report: report.source)
def test_every_span_of_a_sample_holds_its_text(report):
    hold(read(report, load_knowledge()))


@pytest.mark.given
@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", *(f"eval/{name}.jsonl" for name in DEV)])
def test_every_span_of_given_reports_holds_its_text(name):
    path = GIVEN / name
    found = reports_of(*sorted(path.glob("*.txt"))) if path.is_dir() else reports_of(path)
    assert found
    for report in found:
        hold(read(report, load_knowledge()))


@pytest.mark.given
@pytest.mark.slow
@pytest.mark.parametrize("name", DEV)
def test_every_line_of_given_reports_fits_its_schema(name):
    for line in lines_of(str(GIVEN / f"eval/{name}.jsonl")).splitlines():
        told = json.loads(line)
        VALIDATORS[told["type"]].validate(told)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), cut=st.integers(0, 27))
def test_any_part_of_a_sample_can_be_read(seed, cut):
    """Reports arrive cut, joined and shuffled; whatever is read, spans hold."""
    chance = random.Random(seed)
    chosen = chance.sample(reports_of(OWN), 2)
    body = "\n\n".join(
        report.body[chance.randrange(len(report.body) // 2) :][: 40 * (cut + 1)] for report in chosen
    )
    if body.strip():
        hold(read(Report(id="x", version="1", source="x", body=body.strip()), load_knowledge()))


@pytest.mark.slow
def test_order_workers_batches_and_repetition_change_no_byte(tmp_path):
    inputs = sorted(str(path) for path in OWN.rglob("*") if path.suffix in {".txt", ".html", ".jsonl"})
    expected = lines_of(*inputs)
    shuffled = random.Random(7).sample(inputs, len(inputs))
    assert lines_of(*shuffled, workers=2) == expected
    ledger = str(tmp_path / "two-batches.db")
    lines_of(*shuffled[:9], ledger=ledger)
    assert lines_of(*inputs, ledger=ledger) == expected
    assert lines_of(*shuffled, ledger=ledger) == expected


@pytest.mark.given
@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "eval/merge-dev.jsonl"])
def test_neither_order_nor_batches_change_a_byte_of_given_reports(name, tmp_path):
    path = GIVEN / name
    if path.is_dir():
        inputs = sorted(map(str, path.glob("*.txt")))
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        for number in range(4):
            (tmp_path / f"{number}.jsonl").write_text("\n".join(lines[number::4]), encoding="utf-8")
        inputs = sorted(map(str, tmp_path.glob("*.jsonl")))
    expected = lines_of(*inputs)
    ledger = str(tmp_path / "l.db")
    lines_of(*inputs[2:], ledger=ledger)
    assert lines_of(*reversed(inputs), ledger=ledger, workers=2) == expected
