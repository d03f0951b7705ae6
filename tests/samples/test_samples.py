"""Each sample report is read, and every value stands in the text where it is said to stand."""

from __future__ import annotations

import json

from communique import samples
from communique.records import Reading, Report

REPORTS = 27
OUTLETS = 8


def test_the_folder_holds_the_reports(sample_reports: dict[str, Report]) -> None:
    assert len(sample_reports) == REPORTS
    outlets = {report.outlet for report in sample_reports.values() if report.outlet}
    assert len(outlets) >= OUTLETS


def test_retold_official_texts_say_so_in_each_line() -> None:
    lines = (samples.folder() / "official.jsonl").read_text(encoding="utf-8").splitlines()
    assert all("Retold in our own words" in json.loads(line)["note"] for line in lines)


def test_every_sample_tells_of_a_contact(sample_readings: dict[str, Reading]) -> None:
    assert [source for source, reading in sample_readings.items() if not reading.accounts] == []


def test_spans_hold_their_text(sample_readings: dict[str, Reading]) -> None:
    for reading in sample_readings.values():
        body = reading.report.body
        for account in reading.accounts:
            for fact in account.facts:
                assert fact.span.of(body) == fact.text
                assert all(link.span.of(body) == link.text for link in fact.chain)
        for statement in reading.statements:
            assert statement.span.of(body) == statement.text
        for furniture in reading.report.furniture:
            assert 0 <= furniture.span.start < furniture.span.end <= len(body)


def test_furniture_supports_no_contact(sample_readings: dict[str, Reading]) -> None:
    for reading in sample_readings.values():
        barred = [f.span for f in reading.report.furniture if f.kind in {"related", "prompt", "biography"}]
        for account in reading.accounts:
            for span in (account.evidence, *(fact.span for fact in account.facts)):
                assert not [b for b in barred if b.start < span.end and span.start < b.end]
