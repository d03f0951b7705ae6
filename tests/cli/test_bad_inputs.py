"""Whatever cannot be read is named with its place and the remedy, the status says so, and the rest is read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands

GOOD = "President Nora Vale spoke by phone with Chancellor Otto Brandt on 3 March 2026."
LINE = json.dumps({"id": "good", "text": GOOD, "date": "2026-03-04"})
LONG = 50_000_000


def lines(bad: bytes) -> bytes:
    return f"{LINE}\n".encode() + bad + f"\n{LINE.replace('good', 'last')}\n".encode()


# file, its content, where the trouble is said to be, and a word of why
TABLE = [
    ("empty.txt", b"", "empty.txt", "empty"),
    ("blank.txt", b" \n\n\t", "blank.txt", "no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture.txt", "PNG"),
    ("program.txt", b"\x7fELF" + b"\x01\x02" * 90, "program.txt", "a program"),
    ("nul.txt", b"Vale met Brandt.\x00\x00 They spoke." * 9, "nul.txt", "binary"),
    ("paper.txt", b"%PDF-1.7 abc", "paper.txt", "PDF"),
    ("cut.txt.gz", gzip.compress(GOOD.encode() * 90)[:-20], "cut.txt.gz", ""),
    (
        "broken.txt",
        (GOOD + " Besøk til Tromsø gjør inntrykk. ").encode() * 9 + b"\xc3(",
        "broken.txt",
        "UTF-8",
    ),
    ("json.jsonl", lines(b'{"text": "Vale met'), "json.jsonl:2", "not valid JSON"),
    ("list.jsonl", lines(b"[1, 2]"), "list.jsonl:2", "not a JSON object"),
    ("keys.jsonl", lines(b'{"title": "Vale met Brandt"}'), "keys.jsonl:2", 'neither "text" nor "html"'),
    ("kind.jsonl", lines(b'{"text": 3}'), "kind.jsonl:2", "not a string"),
    ("utf.jsonl", lines(b'{"text": "Troms\xff"}'), "utf.jsonl:2", "UTF-8"),
    ("none.jsonl", lines(b'{"text": "A ferry.", "date": "none"}'), "none.jsonl:2", "date"),
    ("feb.jsonl", lines(b'{"text": "A ferry.", "date": "2021-02-31"}'), "feb.jsonl:2", "date"),
]


def read(*paths: Path | str) -> tuple[int, list[dict], str]:
    arguments = ["read", *map(str, paths), "--format", "jsonl", "--only", "reports", "--ledger", ":memory:"]
    done = CliRunner().invoke(commands, arguments, catch_exceptions=False)
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


@pytest.mark.parametrize(("name", "content", "place", "why"), TABLE, ids=[row[0] for row in TABLE])
def test_it_is_named_with_place_and_remedy_and_the_rest_is_read(tmp_path: Path, name, content, place, why):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "fine.txt").write_text(GOOD, encoding="utf-8")
    status, reports, told = read(tmp_path)
    assert status == 3
    named = [line for line in told.splitlines() if f"{place}: " in line]
    assert len(named) == 1, told
    assert why in named[0]
    assert "; " in named[0]
    sources = {report["source"] for report in reports}
    assert "fine.txt" in sources
    if name.endswith(".jsonl"):
        assert {"good", "last"} <= sources


@pytest.mark.slow
def test_a_line_of_50_megabytes_is_passed_over(tmp_path: Path):
    (tmp_path / "long.jsonl").write_bytes(lines(b'{"text": "' + b"x" * LONG + b'"}'))
    status, reports, told = read(tmp_path)
    assert status == 3
    assert "long.jsonl:2: a line of more than 10,000,000 bytes; split it" in told
    assert {report["source"] for report in reports} == {"good", "last"}


def test_what_is_not_there_is_named(tmp_path: Path):
    (tmp_path / "fine.txt").write_text(GOOD, encoding="utf-8")
    status, reports, told = read(tmp_path, tmp_path / "gone.txt", f"{tmp_path}/*.none", f"@{tmp_path}/no.lst")
    assert status == 3
    assert all(name in told for name in ("gone.txt", "*.none", "no.lst"))
    assert [report["source"] for report in reports] == ["fine.txt"]
