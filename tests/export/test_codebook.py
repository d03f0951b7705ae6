"""The codebook defines every value that the code knows, and its examples are read as it says."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from click.testing import CliRunner

from communique import __version__, records
from communique.cli import commands
from communique.export.codebook import VOCABULARIES, codebook
from communique.export.tables import COLUMNS
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Report, ReportDate

LITERALS = {
    "kind": records.Kind,
    "status": records.Status,
    "role": records.Role,
    "precision": records.Precision,
    "basis": records.Basis,
    "verdict": records.VerdictName,
}


@pytest.mark.parametrize("name", LITERALS)
def test_every_value_of_the_code_is_defined(name):
    assert tuple(codebook()["vocabularies"][name]) == get_args(LITERALS[name])


def examples() -> list[tuple[str, str, str]]:
    told = codebook()["vocabularies"]
    return [
        (name, value, entry["example"]) for name in ("kind", "status") for value, entry in told[name].items()
    ]


@pytest.mark.parametrize(("name", "value", "example"), examples())
def test_an_example_is_read_as_it_says(name, value, example):
    dated = ReportDate(date="2024-06-05", basis="given", why="an example")
    report = Report(id="e", version="e", source="e", body=example, dated=dated)
    assert value in {getattr(account, name) for account in read(report, load_knowledge()).accounts}


def test_the_page_has_every_column_and_version():
    page = CliRunner().invoke(commands, ["codebook"], catch_exceptions=False).stdout
    assert f"Communique {__version__}" in page
    assert load_knowledge().edition in page
    for name, columns in COLUMNS.items():
        section = page.partition(f"## Table `{name}`")[2].partition("\n## ")[0]
        assert all(f"| `{column}` |" in section for column in columns), name
    for value in (each for name in VOCABULARIES for each in codebook()["vocabularies"][name]):
        assert f"| `{value}` |" in page


def test_the_codebook_is_plain_values(tmp_path):
    told = tmp_path / "codebook.json"
    CliRunner().invoke(commands, ["codebook", "--format", "json", "-o", str(told)], catch_exceptions=False)
    assert json.loads(told.read_text(encoding="utf-8")) == json.loads(json.dumps(codebook()))
