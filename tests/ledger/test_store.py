"""The ledger keeps what it is given, once, in an order of its own, and finds it again."""

from __future__ import annotations

import itertools
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from communique.errors import LedgerError, NotFoundError
from communique.ledger import Ledger, Query, search
from communique.ledger.schema import SCHEMA_VERSION
from communique.records import Reading

NOON = "2026-03-10T12:00:00+00:00"


@pytest.fixture
def ledger(readings: tuple[Reading, ...]) -> Ledger:
    opened = Ledger.open(":memory:")
    opened.add(readings, NOON)
    return opened


def test_a_batch_says_what_is_new_and_the_same_batch_brings_nothing(readings):
    with Ledger.open(":memory:") as ledger:
        added = ledger.add(readings, NOON)
        assert added.reports == ("r1", "r2", "r3")
        assert added.contacts == ("a1", "a3")
        before = list(ledger.dump())
        again = ledger.add(readings, "2027-01-01T00:00:00+00:00")
        assert (again.readings, again.contacts) == ((), ())
        assert list(ledger.dump()) == before


def test_order_and_batches_change_no_byte_of_the_dump(readings):
    dumps = set()
    for order in itertools.permutations(readings):
        with Ledger.open(":memory:") as ledger:
            for reading in order:
                ledger.add([reading], NOON)
            dumps.add("\n".join(ledger.dump()))
    assert len(dumps) == 1


def test_batches_written_without_deriving_are_derived_when_asked_for(readings):
    with Ledger.open(":memory:") as ledger:
        for reading in readings:
            ledger.write([reading], NOON)
        assert [contact.id for contact in ledger.contacts()] == ["a1", "a3"]


def test_readings_come_back_as_they_were(ledger, readings):
    assert ledger.reports()["r1"] == readings[0].report
    assert ledger.contact("a1").accounts == (readings[0].accounts[0], readings[1].accounts[0])
    assert [said.statement for said in ledger.statements()] == list(readings[1].statements)
    assert ledger.doubts() == list(readings[0].doubts)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (Query(between=("vale", "brandt")), ["a1", "a3"]),
        (Query(between=("vale", "nobody")), []),
        (Query(party=("FIN",)), ["a1", "a3"]),
        (Query(party=("Nora Vale",), kind=("meeting",)), ["a3"]),
        (Query(since="2026-03-04"), ["a3"]),
        (Query(until="2026-03-05"), ["a1"]),
        (Query(status=("planned", "proposed")), ["a3"]),
        (Query(channel=("phone",)), ["a1"]),
        (Query(topic=("Grain",)), ["a1"]),
        (Query(outlet=("the turku post",)), ["a1"]),
        (Query(conflicts=True), ["a1"]),
        (Query(disputed=True), []),
        (Query(limit=1), ["a3"]),
        (Query(reports=("r3",)), ["a3"]),
    ],
)
def test_a_query_chooses(ledger, query, ids):
    assert [contact.id for contact in ledger.contacts(query)] == ids


@pytest.mark.parametrize("reference", ["a1", "a2", "2026-03-03-brandt-vale-phone-call", "2026-03-03"])
def test_a_contact_is_found_by_id_slug_member_and_beginning(ledger, reference):
    assert ledger.contact(reference).id == "a1"


def test_what_fits_several_contacts_is_refused_with_their_slugs(ledger):
    with pytest.raises(NotFoundError, match="begins 2 contacts.*brandt-vale"):
        ledger.contact("2026-03-0")
    with pytest.raises(NotFoundError, match="no contact 'xyz'"):
        ledger.contact("xyz")


def test_an_old_slug_and_id_lead_to_where_the_account_is_now(readings):
    call, meeting = readings[0], readings[2]
    with Ledger.open(":memory:") as ledger:
        ledger.add([readings[1]], NOON)
        assert ledger.contact("2026-03-03").id == "a2"
        ledger.add([call, meeting], NOON)
        assert ledger.contact("a2").id == "a1"
        moved = replace(call.accounts[0], when=meeting.accounts[0].when)
        again = replace(readings[1].accounts[0], when=meeting.accounts[0].when)
        ledger.add([replace(call, edition="e2", accounts=(moved,))], "2026-03-11T12:00:00+00:00")
        ledger.add([replace(readings[1], edition="e2", accounts=(again,))], "2026-03-11T12:00:00+00:00")
        assert ledger.contact("2026-03-03-brandt-vale-phone-call").slug.startswith("2026-03-06")


def test_a_new_text_at_the_same_address_replaces_the_old_one(ledger, readings):
    changed = replace(readings[2].report, version="r3-new", body="Withdrawn.")
    ledger.add([Reading(report=changed, edition="e1")], "2026-03-11T12:00:00+00:00")
    assert [contact.id for contact in ledger.contacts()] == ["a1"]
    assert ledger.search("Turku on Friday") == []
    assert [each.key for each in ledger.search("withdrawn")] == ["r3"]


def test_a_common_word_is_looked_for_in_the_latest_passages_titles_first(ledger, monkeypatch):
    by_weight = {each.key for each in ledger.search("grain")}
    monkeypatch.setattr(search, "MOST_FOUND", 1)
    assert [each.key for each in ledger.search("grain")] == ["a1"]
    monkeypatch.setattr(search, "MOST_FOUND", 2)
    assert {each.key for each in ledger.search("grain")} == by_weight


def test_search_finds_reports_and_contacts(ledger):
    assert {(each.kind, each.key) for each in ledger.search("grain")} == {("report", "r2"), ("contact", "a1")}
    assert ledger.search('"agree on grain"')[0].text.count("«") >= 1
    assert ledger.search('") OR (') == []


@pytest.mark.of_files
def test_the_file_is_a_marked_sqlite_ledger_in_wal_mode(tmp_path, readings):
    path = tmp_path / "l.db"
    with Ledger.open(str(path)) as ledger:
        ledger.add(readings, NOON)
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert raw.execute("PRAGMA application_id").fetchone() == (0x636D7165,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()
    with Ledger.open(str(path), create=False) as ledger:
        assert len(ledger.contacts()) == 2


@pytest.mark.of_files
def test_what_is_no_ledger_is_named_with_the_remedy(tmp_path: Path):
    with pytest.raises(LedgerError, match="no ledger here.*communique read"):
        Ledger.open(str(tmp_path / "none.db"), create=False)
    (tmp_path / "text.db").write_text("not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(LedgerError, match="not a database.*--ledger"):
        Ledger.open(str(tmp_path / "text.db"))
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(str(tmp_path / "other.db"))
    Ledger.open(str(tmp_path / "newer.db")).close()
    newer = sqlite3.connect(tmp_path / "newer.db")
    newer.execute("PRAGMA user_version = 9")
    newer.close()
    with pytest.raises(LedgerError, match="schema 9.*newer communique"):
        Ledger.open(str(tmp_path / "newer.db"))


def test_a_batch_that_fails_leaves_nothing(readings):
    broken = replace(
        readings[0], accounts=(*readings[0].accounts, replace(readings[0].accounts[0], id="b", kind=None))
    )
    with Ledger.open(":memory:") as ledger:
        with pytest.raises(LedgerError):
            ledger.add([readings[2], broken], NOON)
        assert ledger.reports() == {}
