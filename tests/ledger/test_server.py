"""A ledger on a PostgreSQL server: the same content, answers and dump as in a file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import LedgerError
from communique.ledger import Ledger, Query, View, Word, judging

pytestmark = pytest.mark.postgres
ADA = Word(author="Ada", reason="both desks say so")
NOON, LATER = "2026-03-10T12:00:00+00:00", "2026-03-11T12:00:00+00:00"


def fill(ledger: Ledger, readings) -> None:
    ledger.add(readings[:1], NOON)
    ledger.add(readings[1:], LATER)
    judging.part(ledger, "a1", "a2", ADA)
    judging.correct(ledger, "a3", ("topics", "grain"), ADA)
    ledger.add([replace(each, edition="e2", accounts=()) for each in readings[:1]], LATER, adopt=False)
    ledger.set_aside([("bad.txt", "bad.txt:1", "not text", "mend it")])


QUERIES = [
    Query(),
    Query(between=("vale", "brandt")),
    Query(party=("FIN",), since="2026-03-04"),
    Query(topic=("grain",), limit=1),
    Query(outlet=("the turku post",)),
    Query(words="agree grain"),
    Query(status=("planned",)),
]


def test_a_server_holds_and_answers_what_a_file_does(address, readings):
    with Ledger.open(address) as shared, Ledger.open(":memory:") as own:
        for ledger in (shared, own):
            fill(ledger, readings)
        assert list(shared.dump()) == list(own.dump())
        for query in QUERIES:
            assert shared.contacts(query) == own.contacts(query), query
            assert shared.page(query) == own.page(query)
            assert shared.count(query) == own.count(query)
            assert shared.sketch(query) == own.sketch(query)
            assert shared.pairs(query) == own.pairs(query)
        lines = own.page().lines
        assert shared.beside(Query(), lines) == own.beside(Query(), lines)
        assert shared.topic_years() == own.topic_years()
        assert shared.course() == own.course()
        assert shared.report_lines() == own.report_lines()
        assert shared.months() == own.months()
        assert {each.key for each in shared.search('"agree on grain"')} == {"r2"}
        assert shared.statements() == own.statements()
        assert shared.doubts() == own.doubts()
        assert shared.check() == []


def test_a_server_knows_history_changes_names_and_forgets(address, readings):
    with Ledger.open(address) as ledger:
        fill(ledger, readings)
        with ledger.at(View(as_of=NOON)) as then:
            assert [contact.id for contact in then.contacts()] == ["a1"]
        assert {each.what for each in ledger.changes(since=LATER)} >= {"parted"}
        assert ledger.contact("a2").id == "a2"
        ledger.adopt("e2", ADA)
        assert [contact.id for contact in ledger.contacts()] == ["a2", "a3"]
        ledger.forget("003.txt", ADA)
        ledger.rebuild()
        assert ledger.check() == []
        assert "r3" not in ledger.reports()


def test_a_dump_travels_from_a_file_to_a_server(address, readings):
    with Ledger.open(":memory:") as own, Ledger.open(address) as shared:
        fill(own, readings)
        shared.load(own.dump(times=True))
        assert list(shared.dump()) == list(own.dump())


def test_writers_share_a_server(address, readings):
    def write(writer: int) -> None:
        with Ledger.open(address) as ledger:
            for number in range(5):
                name = f"w{writer}-{number}"
                report = replace(readings[2].report, id=name, version=name, source=name)
                account = replace(readings[2].accounts[0], id=f"a-{name}", report=name)
                ledger.add([replace(readings[2], report=report, accounts=(account,))])

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(write, number) for number in range(3)]:
            done.result()
    with Ledger.open(address) as ledger:
        assert len(ledger.reports()) == 15
        assert ledger.check() == []


def test_commands_take_the_address_and_a_silent_server_is_named_without_the_password(address, readings):
    with Ledger.open(address) as ledger:
        fill(ledger, readings)
    done = CliRunner().invoke(
        commands, ["contacts", "--ledger", address, "--format", "csv"], catch_exceptions=False
    )
    assert "2026-03-06-brandt-vale-meeting" in done.stdout
    with pytest.raises(LedgerError, match="check that the server runs") as refused:
        Ledger.open("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
