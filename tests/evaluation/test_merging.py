"""Merging scored on small sets of our own: which account tells of an event, what counts as whole, sets together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands

VALE = "Finnish President Nora Vale"
BRANDT = "German President Otto Brandt"
PAIR = ["Nora Vale", "Otto Brandt"]

Report = tuple[str, str]


def write_set(folder: Path, name: str, reports: dict[str, Report], events: list[dict[str, object]]) -> Path:
    """A gold set of reports (id: day and text) and events."""
    lines = [{"id": key, "date": day, "title": "", "text": text} for key, (day, text) in reports.items()]
    path = folder / f"{name}-events.jsonl"
    path.write_text("\n".join(map(json.dumps, events)), encoding="utf-8")
    path.with_name(f"{name}-reports.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def event(name: str, day: str, reports: list[str], **more: object) -> dict[str, object]:
    """A gold event of the two presidents."""
    told = {"event": name, "kind": "meeting", "status": "held", "start": day, "end": day}
    return {**told, "participants": PAIR, "reports": reports, "near": [], **more}


def measured(*arguments: str) -> dict[str, dict[str, float]]:
    """Each set's figures."""
    done = CliRunner().invoke(
        commands, ["evaluate", "merging", *arguments, "--format", "json"], catch_exceptions=False
    )
    return {
        each["set"]: {name: figure["value"] for name, figure in each["figures"].items()}
        for each in json.loads(done.stdout)
    }


def test_an_event_that_reading_missed_is_not_whole(tmp_path):
    path = write_set(
        tmp_path, "own", {"a": ("2026-03-03", "The ferry was late.")}, [event("e", "2026-03-03", ["a"])]
    )
    assert measured(str(path))["own"]["whole"] == 0.0


@pytest.mark.parametrize(
    "first",
    [
        f"{VALE} will meet {BRANDT} in Riga on Monday, her office said.",  # for 2 March, before it was moved
        f"{VALE} and {BRANDT} spoke for an hour on Wednesday.",  # no channel told
    ],
)
def test_a_plan_for_another_day_and_a_conversation_are_tellings(tmp_path, first):
    early = "Monday" in first
    reports = {
        "a": ("2026-02-27" if early else "2026-03-05", first),
        "b": ("2026-03-05", f"{VALE} met {BRANDT} in Riga on Wednesday."),
    }
    figures = measured(str(write_set(tmp_path, "own", reports, [event("e", "2026-03-04", ["a", "b"])])))[
        "own"
    ]
    assert figures["tellings found"] == 1.0
    assert figures["whole"] == float(not early)  # nobody told that the meeting was moved


def test_whoever_names_four_tells_of_the_meeting_of_four(tmp_path):
    lund, brandt = "Finnish Foreign Minister Ada Lund", "German Foreign Minister Otto Brandt"
    four = f"{lund} and Finnish Defence Minister Nora Vale met {brandt} and German Defence Minister Ina Kurz"
    reports = {
        "a": ("2026-03-05", f"{four} in Riga on Wednesday."),
        "b": ("2026-03-05", f"{lund} met {brandt} in Riga on Wednesday."),
    }
    of_two, of_four = ["Ada Lund", "Otto Brandt"], ["Ada Lund", "Nora Vale", "Otto Brandt", "Ina Kurz"]
    events = [
        event("e-1", "2026-03-04", ["a", "b"], participants=of_two),
        event("e-2", "2026-03-04", ["a"], participants=of_four),
    ]
    figures = measured(str(write_set(tmp_path, "own", reports, events)))["own"]
    assert (figures["whole"], figures["wrong joins"]) == (0.5, 0.0)  # the first lacks what "a" may tell of it


def test_sets_together_are_measured_over_all_their_events(tmp_path, monkeypatch):
    paths = [
        write_set(tmp_path, "open", {"a": ("2026-03-05", f"{VALE} met {BRANDT} on Wednesday.")},
                  [event("e", "2026-03-04", ["a"])]),
        write_set(tmp_path, "sealed", {"b": ("2026-03-05", "The ferry was late.")},
                  [event("e", "2026-03-04", ["b"])]),
    ]  # fmt: skip
    monkeypatch.setattr("communique.evaluation.stages.gold_sets", lambda _: paths)
    whole = {name: figures["whole"] for name, figures in measured().items()}
    assert whole == {
        "open": 1.0,
        "sealed": 0.0,
        "open together": 1.0,
        "sealed together": 0.0,
        "together": 0.5,
    }
    assert measured()["together"]["tellings found"] == 0.5
    assert list(measured(str(paths[0]))) == ["open"]
    table = CliRunner().invoke(commands, ["evaluate", "merging"], catch_exceptions=False).stdout
    assert "merging, sealed together: 1 passages" in table
    assert table.splitlines()[-1].endswith("merging together whole 0.500")
