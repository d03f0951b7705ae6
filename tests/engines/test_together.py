"""Reports read together are read as each would be alone, and what is wrong with one costs no other."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import communique.reading as stages
from communique import samples
from communique.engines.together import read_one, read_together
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.knowledge import load_knowledge
from communique.reading import read, read_many
from communique.records import Reading, Report


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = [one for one in read_inputs([str(samples.folder())], IntakeOptions()) if isinstance(one, Report)]
    return found[:12]


def test_a_reading_does_not_hang_on_what_is_read_beside_or_before_it(reports: list[Report]) -> None:
    knowledge = load_knowledge()
    alone = {report.id: read(report, knowledge) for report in reversed(reports)}
    for seed in range(3):
        several = random.Random(seed).choices(reports, k=60)
        for report, reading in zip(several, read_many(several, knowledge), strict=True):
            assert reading == alone[report.id]


@pytest.mark.parametrize("stage", ["label_body", "find_mentions", "parse_reports"])
def test_a_report_on_which_a_stage_fails_is_named_and_the_others_are_read(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    bad = reports[3].body
    whole = getattr(stages, stage)
    sentences = "communique.sentences" if stage == "parse_reports" else "communique.reading"

    def failing(first: object, *rest: object) -> object:
        bodies = [first.body] if isinstance(first, Report) else [one.report.body for one in first]  # type: ignore[attr-defined]  # what is wanted of several reports
        if bad in bodies:
            raise RuntimeError("a fault")
        return whole(first, *rest)

    monkeypatch.setattr(f"{sentences}.{stage}", failing)
    found = [one for one in read_together(reports) if one is not None]
    assert len(found) == len(reports)
    for report, one in zip(reports, found, strict=True):
        if report.body == bad:
            assert isinstance(one, SetAside) and "RuntimeError: a fault" in one.why
        else:
            assert isinstance(one, Reading) and one.report.id == report.id and one.sentences == ()


def test_one_report_is_read_as_several_are(reports: list[Report]) -> None:
    assert read_one(reports[0]) == replace(read(reports[0], load_knowledge()), sentences=())
