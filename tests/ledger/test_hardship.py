"""Killed at random moments, shared by many, on a full disk, read-only, locked: nothing is lost, every fault is named."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import LedgerError
from communique.ledger import Decision, Ledger, Query, opening
from communique.records import Reading

pytestmark = pytest.mark.of_files

RELEASED = Path(__file__).parent / "released" / "schema-1.db.gz"
FORK = multiprocessing.get_context("fork")
BATCHES, PER_BATCH = 14, 4


def numbered(reading: Reading, number: int) -> Reading:
    """Another report's reading of the same contact, some days later for each round."""
    name = f"n{number:03}"
    day = f"2026-03-{3 + number % 5:02}"
    report = replace(reading.report, id=name, version=f"{name}-v1", source=f"{name}.txt")
    account = replace(
        reading.accounts[0],
        id=f"{name}-a",
        report=name,
        when=replace(reading.accounts[0].when, start=day, end=day),
    )
    return replace(reading, report=report, accounts=(account,), statements=(), doubts=())


def clock(step: int) -> str:
    return f"2026-04-01T{step // 60:02}:{step % 60:02}:00+00:00"


def batch(readings: tuple[Reading, ...], step: int) -> list[Reading]:
    return [numbered(readings[n % 3], n) for n in range(step * PER_BATCH, (step + 1) * PER_BATCH)]


def do_all(path: str, readings: tuple[Reading, ...], said: Callable[[int], object] = lambda _: None) -> None:
    """Everything that is to be done, from the beginning: what is done already changes nothing."""
    with Ledger.open(path) as ledger:
        for step in range(BATCHES):
            if step % 3:
                ledger.write(batch(readings, step), clock(step))
            else:
                ledger.add(batch(readings, step), clock(step))
            if step % 4 == 3:
                held = [f"n{n:03}-a" for n in (step, step * PER_BATCH)]
                ledger.decide(
                    Decision(
                        kind="apart", one=(held[0],), other=(held[1],), author="Ada", reason=f"step {step}"
                    ),
                    clock(step),
                )
            said(step)
        ledger.derive(clock(BATCHES))


def killed(work: Callable[[Callable[[int], object]], object], after: float, notes: Path) -> int | None:
    """The last step that a child said it had done before it was killed; None where it came to its end."""
    notes.write_bytes(b"")

    def run() -> None:
        with notes.open("ab", buffering=0) as out:
            work(lambda step: out.write(bytes([step])))

    child = FORK.Process(target=run)
    child.start()
    child.join(after)
    if child.exitcode is None:
        os.kill(child.pid, signal.SIGKILL)
        child.join()
    if child.exitcode == 0:  # it came to its end, at the latest while it was to be killed
        return None
    assert child.exitcode == -signal.SIGKILL
    done = notes.read_bytes()
    return done[-1] if done else -1


@pytest.fixture(scope="module")
def chance() -> random.Random:
    return random.Random(20260301)


@pytest.mark.slow
def test_a_ledger_killed_seventy_times_loses_nothing_and_ends_like_an_undisturbed_one(
    tmp_path, readings, chance
):
    calm = str(tmp_path / "calm.db")
    began = time.monotonic()
    do_all(calm, readings)
    lasting = time.monotonic() - began
    with Ledger.open(calm) as ledger:
        undisturbed = list(ledger.dump())
    kills, rounds, path = 0, 0, str(tmp_path / "0.db")
    while kills < 70:
        after = chance.uniform(0.0, lasting / 3)
        done = killed(partial(do_all, path, readings), after, tmp_path / "notes")
        if done is None:
            with Ledger.open(path) as ledger:
                assert list(ledger.dump()) == undisturbed
            rounds += 1
            path = str(tmp_path / f"{rounds}.db")
            continue
        kills += 1
        if done >= 0:
            with Ledger.open(path) as ledger:
                wanted = {each.report.id for step in range(done + 1) for each in batch(readings, step)}
                assert wanted <= set(ledger.reports())
                if kills % 5 == 0:
                    assert ledger.check() == []
    do_all(path, readings)
    with Ledger.open(path) as ledger:
        assert ledger.check() == []
        assert list(ledger.dump()) == undisturbed
        accounts = [account.id for contact in ledger.contacts() for account in contact.accounts]
        assert len(accounts) == len(set(accounts)) == BATCHES * PER_BATCH


@pytest.mark.slow
def test_a_migration_killed_forty_times_leaves_the_old_ledger_or_the_new_one(tmp_path, chance):
    kills = 0
    old = gzip.decompress(RELEASED.read_bytes())

    def migrate(path: str) -> None:
        Ledger.open(path).close()

    path = str(tmp_path / "calm.db")
    Path(path).write_bytes(old)
    began = time.monotonic()
    migrate(path)
    lasting = time.monotonic() - began
    with Ledger.open(path) as ledger:
        wanted = list(ledger.dump())
    number = 0
    while kills < 40:
        number += 1
        assert number < 400, "too few of the kills came in time"
        path = str(tmp_path / f"{number}.db")
        Path(path).write_bytes(old)
        after = chance.uniform(0.0, lasting * 1.2)
        if killed(lambda _, path=path: migrate(path), after, tmp_path / "notes") is None:
            continue
        kills += 1
        with Ledger.open(path) as ledger:
            assert list(ledger.dump()) == wanted
            assert ledger.check() == []


@pytest.mark.slow
def test_two_writers_and_ten_readers_for_a_while(tmp_path, readings):
    path = str(tmp_path / "l.db")
    Ledger.open(path).close()
    until = time.monotonic() + 6

    def write(writer: int) -> None:
        number = 0
        with Ledger.open(path) as ledger:
            while time.monotonic() < until:
                some = [numbered(readings[number % 3], writer * 500 + number + n) for n in range(3)]
                number += 3
                (ledger.add if number % 2 else ledger.write)(some)
        (tmp_path / f"wrote-{writer}").write_text(str(number))

    def look(_: int) -> None:
        with Ledger.open(path) as ledger:
            while time.monotonic() < until:
                for contact in ledger.contacts(Query(limit=20)):
                    assert contact.accounts
                ledger.count()
                ledger.search("grain")

    children = [FORK.Process(target=write, args=(n,)) for n in range(2)]
    children += [FORK.Process(target=look, args=(n,)) for n in range(10)]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert [child.exitcode for child in children] == [0] * 12
    wrote = [int((tmp_path / f"wrote-{n}").read_text()) for n in range(2)]
    assert min(wrote) > 0
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == sum(wrote)
        assert ledger.check() == []


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """A disk of two megabytes; skipped where nothing may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("nothing may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def run(*arguments: str):
    return CliRunner().invoke(commands, list(arguments), catch_exceptions=False)


def long_batch(readings: tuple[Reading, ...], step: int) -> list[Reading]:
    return [
        replace(each, report=replace(each.report, body=each.report.body + " More words of it." * 4000))
        for each in batch(readings, step)
    ]


def fill(ledger: Ledger, readings: tuple[Reading, ...]) -> None:
    for step in range(1, 60):
        ledger.add(long_batch(readings, step))


@pytest.mark.disk
def test_a_full_disk_is_named_and_nothing_of_the_batch_is_kept(small_disk, readings):
    path = str(small_disk / "l.db")
    with Ledger.open(path) as ledger:
        ledger.add(batch(readings, 0))
        with pytest.raises(LedgerError, match=r"full.*free some space"):
            fill(ledger, readings)
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) % PER_BATCH == 0
        assert ledger.check() == []
        ledger.add(long_batch(readings, 39))
        assert ledger.check() == []


def write_until_full(path: str, readings: tuple[Reading, ...], said: Path) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
    with Ledger.open(path) as ledger:
        try:
            fill(ledger, readings)
        except LedgerError as error:
            said.write_text(str(error))


def test_a_file_that_may_not_grow_is_named_and_stays_whole(tmp_path, readings):
    path, said = str(tmp_path / "l.db"), tmp_path / "said"
    child = FORK.Process(target=write_until_full, args=(path, readings, said))
    child.start()
    child.join(60)
    assert "l.db: " in said.read_text()
    assert "space" in said.read_text()
    with Ledger.open(path) as ledger:
        assert ledger.check() == []
        assert len(ledger.reports()) % PER_BATCH == 0


@pytest.mark.disk
def test_a_read_only_disk_is_named_with_the_remedy_and_may_still_be_read(small_disk, readings):
    path = str(small_disk / "l.db")
    with Ledger.open(path) as ledger:
        ledger.add(batch(readings, 0))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert run("contacts", "--ledger", path).exit_code == 0
    done = run("judge", "part", "n000-a", "n001-a", "--author", "Ada", "--reason", "x", "--ledger", path)
    assert done.exit_code == 1
    assert "may be written" in done.stderr
    new = run("contacts", "--ledger", str(small_disk / "none.db"))
    assert "communique read" in new.stderr


def test_a_locked_ledger_is_named_with_the_remedy(tmp_path, readings, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0)
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as ledger:
        ledger.add(batch(readings, 0))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked.*wait"):
            ledger.add(batch(readings, 1))
        assert len(ledger.reports()) == PER_BATCH
        other.execute("COMMIT")
        ledger.add(batch(readings, 1))
        assert len(ledger.reports()) == 2 * PER_BATCH
