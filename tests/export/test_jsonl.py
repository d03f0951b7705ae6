"""Every object of the interchange fits its schema, and every span its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.export.jsonl import contact_object, doubt_object, in_order, report_object, statement_object
from communique.ledger import Ledger
from communique.schemas import NAMES, load_schema


@pytest.fixture
def objects(readings) -> list[dict[str, Any]]:
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings)
        reports = ledger.reports()
        return in_order(
            [
                *(contact_object(contact, reports) for contact in ledger.contacts()),
                *(statement_object(said, reports[said.statement.report]) for said in ledger.statements()),
                *(report_object(report) for report in reports.values()),
                *(doubt_object(doubt) for doubt in ledger.doubts()),
            ]
        )


def test_schemas_are_schemas():
    for name in NAMES:
        Draft202012Validator.check_schema(load_schema(name))


def test_every_object_fits_its_schema(objects):
    assert [each["type"] for each in objects] == ["contact"] * 2 + ["doubt"] + ["report"] * 3 + ["statement"]
    for each in objects:
        Draft202012Validator(load_schema(each["type"])).validate(each)


def spans(value: Any) -> Iterator[tuple[dict[str, int], str]]:
    if isinstance(value, dict):
        if isinstance(value.get("span"), dict) and "text" in value:
            yield value["span"], value["text"]
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_every_span_equals_its_text(objects):
    bodies = {each["id"]: each["body"] for each in objects if each["type"] == "report"}
    told = [(a["report"], a) for each in objects if each["type"] == "contact" for a in each["accounts"]]
    told += [(each["report"], each) for each in objects if each["type"] == "statement"]
    found = [
        (bodies[report][span["start"] : span["end"]], text)
        for report, part in told
        for span, text in spans(part)
    ]
    assert found
    assert all(there == text for there, text in found)


def test_keys_come_in_the_order_of_the_interchange(objects):
    contact = objects[0]
    assert list(contact) == list(load_schema("contact")["properties"])
    assert list(contact["accounts"][0]) == list(load_schema("contact")["$defs"]["account"]["properties"])
    assert contact["verdicts"][0] == {
        "fact": "duration_minutes",
        "verdict": "conflict",
        "values": [
            {"account": "a1", "value": {"low": 60, "high": 60}},
            {"account": "a2", "value": {"low": 40, "high": 40}},
        ],
    }
