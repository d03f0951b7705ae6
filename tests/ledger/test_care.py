"""The care of a ledger: checked, rebuilt, dumped, loaded, copied; what is forgotten is gone from every page."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.ledger import Ledger, Query, View, Word, judging
from communique.records import Reading

pytestmark = pytest.mark.of_files

ADA = Word(author="Ada", reason="both desks say so")
CALL, MEETING = "2026-03-03-brandt-vale-phone-call", "2026-03-06-brandt-vale-meeting"
NOON, LATER = "2026-03-10T12:00:00+00:00", "2026-03-11T12:00:00+00:00"


@pytest.fixture
def path(tmp_path, readings) -> str:
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.add(readings, NOON)
        changed = replace(readings[2].report, version="r3-v2", body=readings[2].report.body + " In Turku.")
        ledger.add([replace(readings[2], report=changed)], LATER)
        judging.part(ledger, "a1", "a2", ADA)
        judging.enter(
            ledger, {"kind": "meeting", "participants": "Nora Vale; Olga Lind"}, "a hallway talk", ADA
        )
    return str(tmp_path / "l.db")


def run(*arguments: str):
    return CliRunner().invoke(commands, list(arguments), catch_exceptions=False)


def execute(path: str, *statements: str) -> None:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def dumped(path: str, **options: bool) -> list[str]:
    with Ledger.open(path) as ledger:
        return list(ledger.dump(**options))


def test_a_sound_ledger_has_no_fault(path):
    done = run("ledger", "check", "--ledger", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "4 reports, 4 contacts: nothing wrong" in done.stderr


def test_places_of_an_older_version_are_told_and_mended_by_rebuilding(path):
    execute(path, "update block set key = 'older ' || key where account = 'a1'")
    done = run("ledger", "check", "--ledger", path)
    assert done.exit_code == 1
    assert "looked up where an older version put them" in done.stdout
    assert run("ledger", "rebuild", "--ledger", path).exit_code == 0
    assert run("ledger", "check", "--ledger", path).exit_code == 0


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE version SET body = 'x' || body WHERE id = 'r1-v1'", "not what its hash says"),
        ("UPDATE contact SET status = 'denied' WHERE id = 'a1'", "not those of its record"),
        ("DELETE FROM contact_account WHERE account = 'a1'", "accounts are not those"),
        ("DELETE FROM contact_alias WHERE alias = 'a1'", "does not lead to it"),
        ("DELETE FROM passage WHERE key = 'r1'", "does not hold every report once"),
        ("UPDATE reading SET current = 1", "of its readings count"),
        ("UPDATE fact SET record = replace(record, 'about an hour', 'about a day')", "not at their place"),
        ("DELETE FROM gathered WHERE under = 'party:FIN'", "are counted of the"),
        ("UPDATE contact SET start = '2026-01-01' WHERE id = 'a3'", "do not follow"),
    ],
)
def test_each_breach_is_named_and_most_are_mended_by_a_rebuild(path, statement, message):
    execute(path, statement)
    done = run("ledger", "check", "--ledger", path)
    assert done.exit_code == 1
    assert message in done.stdout
    if "communique ledger rebuild" in done.stdout.split(message)[1].split("\n")[0]:
        assert run("ledger", "rebuild", "--ledger", path).exit_code == 0
        assert run("ledger", "check", "--ledger", path).exit_code == 0


def test_a_dump_is_loaded_into_an_equal_ledger(path, tmp_path):
    for name, options in (("bare", []), ("timed", ["--times"])):
        file, other = tmp_path / f"{name}.jsonl", str(tmp_path / f"{name}.db")
        assert run("ledger", "dump", "-o", str(file), "--ledger", path, *options).exit_code == 0
        assert run("ledger", "load", str(file), "--ledger", other).exit_code == 0
        assert dumped(other) == dumped(path)
        assert run("ledger", "check", "--ledger", other).exit_code == 0
        run("ledger", "load", str(file), "--ledger", other)
        assert dumped(other) == dumped(path)
    assert dumped(str(tmp_path / "timed.db"), times=True) == dumped(path, times=True)


def test_a_dump_without_articles_has_evidence_and_hashes_and_is_not_loaded(path, tmp_path):
    file = tmp_path / "bare.jsonl"
    run("ledger", "dump", "--without-text", "-o", str(file), "--ledger", path)
    text = file.read_text(encoding="utf-8")
    assert "See also" not in text
    assert "about an hour" in text
    assert "body_sha256" in text
    done = run("ledger", "load", str(file), "--ledger", str(tmp_path / "x.db"))
    assert done.exit_code == 3
    assert "bare.jsonl:" in done.stderr
    (tmp_path / "bad.jsonl").write_text('{"table": "report"\n')
    assert "bad.jsonl:1" in run("ledger", "load", str(tmp_path / "bad.jsonl"), "--ledger", path).stderr


def test_a_copy_is_whole_while_somebody_writes(path, tmp_path, readings):
    copy = str(tmp_path / "copy.db")
    with Ledger.open(path) as ledger, ledger._writing() as connection:
        connection.exec_driver_sql("UPDATE report SET source = 'half done' WHERE id = 'r1'")
        assert run("ledger", "backup", copy, "--ledger", path).exit_code == 0
    assert run("ledger", "check", "--ledger", copy).exit_code == 0
    with Ledger.open(copy) as ledger:
        assert ledger.reports()["r1"].source == "001.txt"
    assert run("ledger", "backup", copy, "--ledger", path).exit_code == 2


def held_bytes(path: str) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(Path(path).parent.glob("l.db*")))


def test_what_is_forgotten_is_gone_from_every_page_and_not_kept_again(path, readings):
    words = [b"by phone with Chancellor", b"See also: A ferry", b"ferry", b"Otto Brandt on Tuesday"]
    assert all(word in held_bytes(path) for word in words)
    done = run("ledger", "forget", "001.txt", "--author", "Ada", "--reason", "court order", "--ledger", path)
    assert done.exit_code == 0
    assert not [word for word in words if word in held_bytes(path)]
    assert run("ledger", "check", "--ledger", path).exit_code == 0
    with Ledger.open(path) as ledger:
        assert "r1" not in ledger.reports()
        assert ledger.search("ferry") == []
        assert [each.orphaned for each in ledger.decisions() if each.decision.kind == "apart"] == [
            "report r1 was forgotten"
        ]
        ledger.add([readings[0]])
        assert "r1" not in ledger.reports()
        assert "forgotten on" in ledger.asides()[0].why
        assert ledger.contact(CALL).id == "a2"
        stone = next(json.loads(line) for line in list(ledger.dump()) if '"table": "tombstone"' in line)
        assert (stone["author"], stone["reason"], len(json.loads(stone["hashes"]))) == (
            "Ada",
            "court order",
            1,
        )
        with ledger.at(View(as_of=NOON)) as then:
            assert "r1" not in then.reports()


def test_an_outlet_is_forgotten_whole_and_an_account_by_hand_too(path):
    run("ledger", "forget", "chancellery", "--author", "Ada", "--reason", "licence ended", "--ledger", path)
    with Ledger.open(path) as ledger:
        assert "r2" not in ledger.reports()
        by_hand = next(each for each in ledger.reports().values() if "hallway" in each.body)
        ledger.forget(by_hand.id, ADA)
        assert not [each for each in ledger.decisions(undone=True) if each.decision.kind == "add"]
    assert b"hallway" not in held_bytes(path)
    assert (
        run("ledger", "forget", "nobody", "--author", "A", "--reason", "x", "--ledger", path).exit_code == 1
    )


def test_a_copy_that_may_hold_what_was_forgotten_is_named(path):
    Path(f"{path}.schema-1").write_bytes(b"old")
    done = run("ledger", "forget", "001.txt", "--author", "Ada", "--reason", "order", "--ledger", path)
    assert "l.db.schema-1 may still hold the text" in done.stderr


def test_a_pack_is_verified_without_its_ledger(path, tmp_path):
    pack = tmp_path / "call.json"
    page = tmp_path / "call.html"
    for file in (pack, page):
        run("export", "pack", "a1", "-o", str(file), "--ledger", path)
        assert run("ledger", "verify", str(file)).exit_code == 0
    content = json.loads(pack.read_text(encoding="utf-8"))
    content["contact"]["status"] = "denied"
    pack.write_text(json.dumps(content), encoding="utf-8")
    told = run("ledger", "verify", str(pack))
    assert told.exit_code == 1
    assert "digest" in told.stdout
    assert "status does not follow" in told.stdout
    content["reports"][0]["body"] = "x" + content["reports"][0]["body"]
    pack.write_text(json.dumps(content), encoding="utf-8")
    assert "does not stand at its place" in run("ledger", "verify", str(pack)).stdout
    assert run("ledger", "verify", str(tmp_path / "none.html")).exit_code == 3


def test_a_damaged_page_is_named_and_what_can_be_read_is_saved(path, readings):
    with Ledger.open(path) as ledger:
        more = []
        for number in range(120):
            name = f"m{number:03}"
            report = replace(readings[2].report, id=name, version=f"{name}-1", source=f"{name}.txt")
            account = replace(readings[2].accounts[0], id=f"{name}-a", report=name)
            more.append(replace(readings[2], report=report, accounts=(account,)))
        ledger.add(more, LATER)
        before = len(ledger.reports())
    execute(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    root = (
        sqlite3.connect(path)
        .execute("SELECT rootpage FROM sqlite_master WHERE name = 'contact'")
        .fetchone()[0]
    )
    size = sqlite3.connect(path).execute("PRAGMA page_size").fetchone()[0]
    damage(path, (root - 1) * size, size)
    for arguments in (["contacts"], ["ledger", "check"]):
        done = run(*arguments, "--ledger", path)
        assert done.exit_code == 1
        assert "communique ledger rebuild" in done.stdout + done.stderr
    done = run("ledger", "rebuild", "--ledger", path)
    assert done.exit_code == 0, done.stderr
    assert "l.db.damaged" in done.stderr
    assert "nothing was lost" in done.stderr
    assert run("ledger", "check", "--ledger", path).exit_code == 0
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == before
        assert len(ledger.decisions()) == 2


def damage(path: str, start: int, length: int) -> None:
    with Path(path).open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * length)


def test_editions_are_listed_and_adopted_by_command(path, readings):
    with Ledger.open(path) as ledger:
        later = [replace(each, edition="e2", accounts=()) for each in readings[:2]]
        ledger.add(later, adopt=False)
        assert len(ledger.contacts(Query(kind=("phone_call",)))) == 2
    listed = [
        json.loads(line)
        for line in run("ledger", "editions", "--format", "jsonl", "--ledger", path).stdout.splitlines()
    ]
    assert {each["id"]: each["beside"] for each in listed} == {"e1": 0, "e2": 2, "by hand": 0}
    assert "gone" in run("changes", "--edition", "e2", "--format", "markdown", "--ledger", path).stdout
    assert (
        run("ledger", "adopt", "e2", "--author", "Ada", "--reason", "seen", "--ledger", path).exit_code == 0
    )
    with Ledger.open(path) as ledger:
        assert ledger.contacts(Query(kind=("phone_call",))) == []
        assert isinstance(ledger.readings(["r1"])[0], Reading)


def test_what_was_set_aside_is_listed(path):
    with Ledger.open(path) as ledger:
        ledger.set_aside([("bad.txt", "bad.txt:1", "not text", "mend it")])
    assert "bad.txt:1" in run("ledger", "aside", "--format", "csv", "--ledger", path).stdout


def test_migrating_says_what_it_did(path):
    assert "already" in run("ledger", "migrate", "--ledger", path).stderr
