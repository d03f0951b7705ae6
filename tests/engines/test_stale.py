"""A changed lexicon has only those reports read again that it can touch, beside what counts until it is adopted."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.engines.batch import read
from communique.engines.stale import find_stale, unread
from communique.knowledge import load_knowledge
from communique.knowledge.fingerprint import fingerprint
from communique.ledger import Ledger, View
from communique.reading import read as read_report

CALL = (
    "Turkish President Recep Tayyip Erdogan spoke by phone with French President Emmanuel Macron on Tuesday."
)
MEETING = "Brazilian President Luiz Inacio Lula da Silva met Indian Prime Minister Narendra Modi in Brasilia on Friday."
OTHER = "Swedish Prime Minister Wibke Sollander met Brazilian Foreign Minister Mauro Vieira in Brasilia on Monday, her office said."


@pytest.fixture(scope="module")
def held(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("stale")
    for name, text in (("call", CALL), ("meeting", MEETING), ("other", OTHER)):
        (folder / f"{name}.txt").write_text(f"Dated 10 March 2024\n\n{text}\n", encoding="utf-8")
    read(*sorted(map(str, folder.glob("*.txt"))), ledger=str(folder / "l.db")).close()
    return folder


@pytest.fixture
def overlay(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "lexicon"
    (folder / "persons").mkdir(parents=True)
    monkeypatch.setenv("COMMUNIQUE_LEXICON", str(folder))
    return folder


def test_nothing_is_stale_under_the_same_edition(held):
    with Ledger.open(str(held / "l.db")) as ledger:
        assert (find_stale(ledger).reports, find_stale(ledger).of) == ((), 3)
    done = CliRunner().invoke(
        commands, ["read", "--stale", "--ledger", str(held / "l.db")], catch_exceptions=False
    )
    assert "0 of 3 reports can be touched" in done.stderr


def test_a_held_text_is_read_again_as_it_was_read_at_first(held):
    with Ledger.open(str(held / "l.db")) as ledger:
        for reading in ledger.readings(ledger.report_ids()):
            again = read_report(unread(reading.report), load_knowledge())
            assert (again.report, again.accounts, again.mentions) == (
                reading.report,
                reading.accounts,
                reading.mentions,
            )


def test_a_new_person_touches_only_the_reports_that_name_it(held, overlay, tmp_path):
    (overlay / "persons" / "mine.csv").write_text(
        "id,name,family,sex,born,aliases\nwibke-sollander,Wibke Sollander,Sollander,f,,\n", encoding="utf-8"
    )
    path = str(tmp_path / "l.db")
    with Ledger.open(str(held / "l.db")) as ledger:
        ledger.backup(path)
    with Ledger.open(path) as ledger:
        before = list(ledger.contacts())
        stale = find_stale(ledger)
        assert [ledger.reports()[name].source for name in stale.reports] == ["other.txt"]
        assert stale.why == "wibke-sollander"
    done = CliRunner().invoke(commands, ["read", "--stale", "--ledger", path], catch_exceptions=False)
    assert done.stderr.startswith("1 of 3 reports can be touched: wibke-sollander\nread 1 report again")
    with Ledger.open(path) as ledger:
        assert ledger.contacts() == before
        assert [each.beside for each in ledger.editions_held()] == [0, 1]
        with ledger.at(View(edition="latest")) as seen:
            told = {
                actor.id: actor.known for c in seen.contacts() for actor in (p.actor for p in c.participants)
            }
        assert told["wibke-sollander"] is True


def test_a_changed_rule_touches_every_report(held, overlay):
    (overlay / "persons" / "none.csv").write_text("id,name,family,sex,born,aliases\n", encoding="utf-8")
    (overlay / "roles.toml").write_text("# a rule of my own\n", encoding="utf-8")
    with Ledger.open(str(held / "l.db")) as ledger:
        stale = find_stale(ledger)
        assert (len(stale.reports), stale.why) == (3, "rules of reading")


def test_the_fingerprint_tells_entries_from_rules(overlay):
    plain = fingerprint(load_knowledge())
    assert plain.entries["person narendra-modi"]
    assert plain.entries["tenures narendra-modi"]
    assert len(plain.entries) > 3000
