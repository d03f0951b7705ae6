"""A ledger of every released schema is brought to this program's, with a copy kept; a newer one is refused."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from communique.ledger import Ledger
from communique.ledger.schema import SCHEMA_VERSION

pytestmark = pytest.mark.of_files

RELEASED = sorted((Path(__file__).parent / "released").glob("schema-*.db.gz"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def old(request, tmp_path: Path) -> Path:
    path = tmp_path / "l.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_there_is_a_ledger_of_every_released_schema():
    assert [path.name for path in RELEASED] == [f"schema-{n}.db.gz" for n in range(1, SCHEMA_VERSION)]


def test_an_older_ledger_is_migrated_with_all_it_held_and_a_copy_is_kept(old):
    before = old.read_bytes()
    held = sqlite3.connect(old).execute("PRAGMA user_version").fetchone()[0]
    with Ledger.open(str(old), create=False) as ledger:
        assert len(ledger.reports()) == 3
        assert len(ledger.contacts()) == 3
        assert [(p.decision.author, p.decision.kind, p.orphaned) for p in ledger.decisions()] == [
            ("Ada", "apart", None)
        ]
        assert [each.source for each in ledger.asides()] == ["bad.txt"]
        assert ledger.contact("2026-03-03-brandt-vale-phone-call").id == "a1"
        assert {each.kind for each in ledger.search("grain")} == {"report", "contact"}
    copy = Path(f"{old}.schema-{held}")
    raw = sqlite3.connect(copy)
    assert raw.execute("PRAGMA user_version").fetchone() == (held,)
    assert raw.execute("SELECT count(*) FROM account").fetchone() == (3,)
    assert len(before) > 0
    assert sqlite3.connect(old).execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_a_migrated_ledger_equals_one_made_anew(old, readings):
    from communique.records import Judgement

    with Ledger.open(str(old)) as ledger, Ledger.open(":memory:") as fresh:
        fresh.add(readings)
        fresh.set_aside([("bad.txt", "bad.txt:1", "not text", "mend it")])
        fresh.judge(
            Judgement(one="a1", other="a2", same=False, score=1, reason="two calls that day", author="Ada")
        )
        bare = [line for line in fresh.dump() if '"table": "decision"' not in line]
        assert [line for line in ledger.dump() if '"table": "decision"' not in line] == bare
