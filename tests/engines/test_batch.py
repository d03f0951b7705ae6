"""Runs: interrupted, begun again, killed; what the ledger holds is what an undisturbed run leaves."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.engines.batch import ReadOptions, read_into
from communique.ledger import Ledger

TEXTS = (
    "Norwegian Prime Minister Jonas Gahr Støre spoke by phone with Indian Prime Minister Narendra Modi on {day} March.",
    "The committee for roads met on {day} March and found nothing to mend in stretch {number}.",
    "Finnish President Alexander Stubb met Estonian President Alar Karis in Tallinn on {day} March, article {number}.",
)


@pytest.fixture
def lines(tmp_path) -> Path:
    path = tmp_path / "news.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(60):
            text = TEXTS[number % 3].format(day=number % 27 + 1, number=number)
            file.write(json.dumps({"id": f"n{number}", "date": "2026-03-28", "text": text}) + "\n")
    return path


def dump(path: Path) -> str:
    with Ledger.open(str(path)) as ledger:
        return "\n".join(ledger.dump())


def test_a_second_run_reads_nothing_again_and_gives_the_same(lines, tmp_path):
    path = tmp_path / "a.db"
    with Ledger.open(str(path)) as ledger:
        first = read_into(ledger, [str(lines)], ReadOptions())
        second = read_into(ledger, [str(lines)], ReadOptions())
    assert (first.counts.read, first.counts.held) == (60, 0)
    assert (second.counts.read, second.counts.held) == (0, 60)
    assert first.reports == second.reports
    assert second.new_contacts == second.new_reports == ()


def test_counts_of_a_manifest_add_up_and_inputs_carry_their_hashes(lines, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "copy.jsonl").write_text(lines.read_text(encoding="utf-8").splitlines()[0])
    with Ledger.open(":memory:") as ledger:
        names = ["empty.txt", "copy.jsonl", "news.jsonl"]
        read_into(ledger, [str(tmp_path / name) for name in names], ReadOptions())
        run = ledger.runs()[-1]
    counts = run.manifest["counts"]
    whole = sum(counts[name] for name in ("read", "copies", "held", "passed_over", "set_aside"))
    assert whole == counts["seen"] == 62
    assert counts["read"] == counts["with_contact"] + counts["without_contact"] + counts["other_language"]
    assert (counts["copies"], counts["set_aside"]) == (1, 1)
    assert all(len(each["sha256"]) == 64 for each in run.manifest["inputs"])
    assert run.ended is not None


def test_an_interruption_keeps_what_was_read_and_the_next_run_goes_on(lines, tmp_path):
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    with Ledger.open(str(whole)) as ledger:
        read_into(ledger, [str(lines)], ReadOptions())

    def stop(at) -> None:
        if at.done == 25:
            raise KeyboardInterrupt

    with Ledger.open(str(broken)) as ledger:
        first = read_into(ledger, [str(lines)], ReadOptions(), stop)
        assert first.interrupted
        assert ledger.runs()[-1].ended is None
        second = read_into(ledger, [str(lines)], ReadOptions())
    assert second.counts.held == len(first.reports) == 25
    assert dump(whole) == dump(broken)


def test_killed_at_random_moments_and_begun_again_nothing_is_lost_or_doubled(lines, tmp_path):
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    command = [sys.executable, "-m", "communique.cli", "read", str(lines), "--format", "jsonl", "--ledger"]
    expected = subprocess.run([*command, str(whole)], capture_output=True, check=True).stdout
    moments = random.Random(5)
    for _ in range(5):
        process = subprocess.Popen(
            [*command, str(broken), "--workers", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.4, 4.0))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    finished = subprocess.run([*command, str(broken)], capture_output=True, check=True).stdout
    assert finished == expected != b""
    assert dump(whole) == dump(broken)


def test_what_was_set_aside_is_read_again_alone_once_it_is_mended(tmp_path, monkeypatch):
    from click.testing import CliRunner

    from communique.cli import commands

    monkeypatch.chdir(tmp_path)
    good = json.dumps({"id": "a", "text": TEXTS[0].format(day=3)})
    Path("news.jsonl").write_text(good + "\n{broken\n")
    first = CliRunner().invoke(commands, ["read", "news.jsonl"])
    assert first.exit_code == 3
    Path("news.jsonl").write_text(good + "\n" + json.dumps({"text": TEXTS[2].format(day=4, number=2)}) + "\n")
    again = CliRunner().invoke(commands, ["read", "--retry"])
    assert again.exit_code == 0, again.stderr
    assert "1 report: 1 with a contact" in again.stderr
    with Ledger.open("communique.db") as ledger:
        assert ledger.asides() == []
        assert len(ledger.reports()) == 2
    assert "nothing was set aside" in CliRunner().invoke(commands, ["read", "--retry"]).output
