"""The whole way from files to the interchange, on the sample reports and on what lies beside the checkout."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.schemas import NAMES, load_schema

GIVEN = Path(__file__).resolve().parents[3] / "shared"
EVERYTHING = "contacts,statements,reports,doubts"
VALIDATORS = {name: Draft202012Validator(load_schema(name)) for name in NAMES}


def read(*inputs: str, ledger: str = ":memory:", workers: int = 1, seed: str = "") -> list[str]:
    arguments = ["--format", "jsonl", "--only", EVERYTHING, "--ledger", ledger, "--workers", str(workers)]
    done = subprocess.run(
        [sys.executable, "-m", "communique.cli", "read", *inputs, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed or str(random.randrange(1000))},
    )
    assert done.returncode in (0, 3), done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def samples() -> list[str]:
    from communique.samples import folder

    return sorted(
        str(path) for path in Path(folder()).rglob("*") if path.suffix in {".txt", ".jsonl", ".html"}
    )


@pytest.fixture(scope="module")
def sample_lines(samples: list[str]) -> list[str]:
    return read(*samples)


def spans(value: Any) -> Iterator[tuple[dict[str, int], str]]:
    if isinstance(value, dict):
        if isinstance(value.get("span"), dict) and "text" in value:
            yield value["span"], value["text"]
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def hold(lines: list[str]) -> None:
    """Every line fits its schema, every span its text, every reference something that is there."""
    objects = [json.loads(line) for line in lines]
    bodies = {each["id"]: each["body"] for each in objects if each["type"] == "report"}
    contacts = {each["id"] for each in objects if each["type"] == "contact"}
    for each in objects:
        VALIDATORS[each["type"]].validate(each)
        tellings = (
            each["accounts"] if each["type"] == "contact" else [each] if each["type"] == "statement" else []
        )
        for told in tellings:
            for span, text in spans(told):
                assert bodies[told["report"]][span["start"] : span["end"]] == text
        if each["type"] == "contact":
            assert set(each["after"]) | {each["part_of"] or each["id"]} <= contacts
            people = {one["id"] for one in each["participants"]}
            assert {each["initiator"], each["host"]} - {None} <= people
        if each["type"] == "statement":
            assert each["contact"] is None or each["contact"] in contacts
    assert lines == [
        line for _, line in sorted(zip([(o["type"], o["id"]) for o in objects], lines, strict=True))
    ]


def test_samples_fit_the_interchange(sample_lines):
    hold(sample_lines)
    assert len([line for line in sample_lines if '"type": "contact"' in line]) >= 6


def test_neither_order_nor_workers_nor_reading_twice_change_a_byte(samples, sample_lines, tmp_path):
    shuffled = random.Random(4).sample(samples, len(samples))
    ledger = str(tmp_path / "l.db")
    read(*shuffled[: len(shuffled) // 2], ledger=ledger)
    assert read(*shuffled, ledger=ledger, workers=2) == sample_lines
    assert read(*samples, ledger=ledger) == sample_lines


def test_the_order_of_sets_changes_no_byte():
    passages = [str(path) for part in ("actors", "merging", "statements") for path in open_sets(part)]
    assert read(*passages, seed="0") == read(*passages, seed="1")


def open_sets(part: str) -> list[Path]:
    folder = Path(str(files("communique") / "evaluation" / part))
    return [*folder.glob("open-[67].jsonl"), *folder.glob("open-[67]-reports.jsonl")]


@pytest.mark.given
@pytest.mark.parametrize("name", ["seeds", "eval/merge-dev.jsonl"])
def test_given_reports_fit_the_interchange(name):
    path = GIVEN / name
    hold(read(*sorted(map(str, path.glob("*.txt"))) if path.is_dir() else [str(path)]))


@pytest.mark.given
def test_keys_beside_the_input_change_no_byte(tmp_path):
    lines = (GIVEN / "eval/merge-dev.jsonl").read_text(encoding="utf-8").splitlines()[:20]
    known = ("id", "title", "text", "html", "date", "outlet", "url", "byline")
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    bare = [
        json.dumps({key: value for key, value in json.loads(line).items() if key in known}) for line in lines
    ]
    for folder, text in (("a", lines), ("b", bare)):
        (tmp_path / folder / "x.jsonl").write_text("\n".join(text), encoding="utf-8")
    assert read(str(tmp_path / "a/x.jsonl")) == read(str(tmp_path / "b/x.jsonl"))
