"""What was cited leads to where the record is now, or says why it is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import NotFoundError
from communique.ledger import Ledger, Word, judging
from communique.records import Reading

ADA = Word(author="Ada", reason="both desks say so")
CALL, MEETING = "2026-03-03-brandt-vale-phone-call", "2026-03-06-brandt-vale-meeting"


def clock(step: int) -> str:
    return f"2026-04-{1 + step // 24:02}T{step % 24:02}:00:00+00:00"


def another(reading: Reading, number: int, day: str) -> Reading:
    """Another report's reading of a contact on another day, its account id derived from the number."""
    name = f"n{number:03}"
    report = replace(reading.report, id=name, version=f"{name}-v1", source=f"{name}.txt")
    account = replace(
        reading.accounts[0],
        id=f"{'09afz'[number % 5]}-{name}",
        report=name,
        when=replace(reading.accounts[0].when, start=day, end=day),
    )
    return replace(reading, report=report, accounts=(account,), statements=(), doubts=())


def renamed(reading: Reading) -> Reading:
    """The reading by a changed lexicon: every account starts from another word, and so has another id."""
    accounts = tuple(replace(each, id=f"e2-{each.id}") for each in reading.accounts)
    return replace(reading, edition="e2", accounts=accounts)


def test_every_name_ever_given_leads_right_through_fifty_reports_joins_parts_and_a_re_read(readings):
    given: dict[str, set[str]] = {}

    def cite(ledger: Ledger) -> None:
        for contact in ledger.contacts():
            for name in (contact.id, contact.slug):
                given.setdefault(name, set()).update(account.id for account in contact.accounts)

    with Ledger.open(":memory:") as ledger:
        held = list(readings)
        ledger.add(held, clock(0))
        cite(ledger)
        for number in range(50):
            reading = another(readings[number % 3], number, f"2026-03-{3 + number % 4:02}")
            held.append(reading)
            ledger.add([reading], clock(number + 1))
            cite(ledger)
        contacts = ledger.contacts()
        judging.join(ledger, contacts[0].id, contacts[-1].id, ADA)
        cite(ledger)
        largest = max(ledger.contacts(), key=lambda each: len(each.accounts))
        judging.part(ledger, largest.id, largest.accounts[-1].id, ADA)
        cite(ledger)
        ledger.add([renamed(each) for each in held], clock(60))
        for name, accounts in given.items():
            found = ledger.contact(name)
            now = {account.id.removeprefix("e2-") for account in found.accounts}
            others = {
                account.id.removeprefix("e2-")
                for slug in ledger.led_elsewhere(name)
                for account in ledger.contact(slug).accounts
            }
            assert accounts & now, name
            assert accounts <= now | others, name
        assert all(each.orphaned is None for each in ledger.decisions())
    assert len(given) > 10


def test_a_name_that_two_contacts_had_tells_of_the_other(readings, tmp_path):
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as ledger:
        ledger.add([readings[0]], clock(0))
        first = replace(readings[0].accounts[0], id="0-earlier", report="r9")
        report = replace(readings[0].report, id="r9", version="r9-v1", source="009.txt")
        ledger.add([replace(readings[0], report=report, accounts=(first,), doubts=())], clock(1))
        judging.part(ledger, "a1", "0-earlier", ADA)
        assert ledger.contact(CALL).id == "0-earlier"
        assert ledger.contact("a1").slug == f"{CALL}-a1"
        assert ledger.led_elsewhere(CALL) == [f"{CALL}-a1"]
    shown = CliRunner().invoke(commands, ["show", CALL, "--ledger", path], catch_exceptions=False)
    assert f"was once also the name of {CALL}-a1" in shown.stderr


def test_an_account_cited_by_id_is_found_by_its_words_after_a_re_read(readings):
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, clock(0))
        ledger.add([renamed(each) for each in readings], clock(1))
        assert {account.id for account in ledger.contact("a2").accounts} == {"e2-a1", "e2-a2"}
        assert ledger.contact(MEETING).id == "e2-a3"


def test_a_withdrawn_contact_says_why_and_where_to_see_it(readings):
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, clock(0))
        judging.distrust(ledger, "003.txt", ADA)
        for name in (MEETING, "a3"):
            with pytest.raises(NotFoundError, match="called unreliable by Ada: both desks say so.*--as-of"):
                ledger.contact(name)


def test_a_retraction_withdraws_visibly_and_the_texts_are_compared(readings, tmp_path):
    path = str(tmp_path / "l.db")
    text = readings[1].report.body + "\n\nThis article has been retracted: there was no call."
    retracted = replace(readings[1].report, version="r2-v2", body=text)
    with Ledger.open(path) as ledger:
        ledger.add(readings, clock(0))
        ledger.add([replace(readings[1], report=retracted)], clock(1))
        contact = ledger.contact(CALL)
        assert [account.id for account in contact.accounts] == ["a1"]
        gone = ledger.withdrawn_from(contact)
        assert [(each.account, each.why) for each in gone] == [("a2", "002.txt was retracted by its outlet")]
        versions = ledger.versions("002.txt")
        assert [each.notice for each in versions] == [None, "retraction"]
        assert versions[1].came == ("This article has been retracted: there was no call.",)
        assert list(ledger.withdrawn()) == ["r2"]
    run = CliRunner().invoke
    shown = run(commands, ["show", CALL, "--format", "markdown", "--ledger", path]).stdout
    assert "## Withdrawn" in shown
    assert "called President Vale" in shown.split("## Withdrawn")[1]
    listed = run(commands, ["reports", "--withdrawn", "--format", "jsonl", "--ledger", path]).stdout
    assert listed.count('"type": "report"') == 1
    told = run(
        commands, ["reports", "--versions", "002.txt", "--format", "markdown", "--ledger", path]
    ).stdout
    assert "there was no call" in told


def test_a_correction_replaces_what_the_old_text_said(readings):
    body = (
        readings[2].report.body.replace("Friday", "Saturday")
        + "\n\nCorrection: an earlier version gave the wrong day."
    )
    report = replace(readings[2].report, version="r3-v2", body=body)
    account = replace(
        readings[2].accounts[0],
        when=replace(readings[2].accounts[0].when, start="2026-03-07", end="2026-03-07"),
    )
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, clock(0))
        ledger.add([replace(readings[2], report=report, accounts=(account,))], clock(1))
        assert ledger.contact(MEETING).slug == "2026-03-07-brandt-vale-meeting"
        told = [each for each in ledger.changes(since=clock(0)) if each.fact == "when"]
        assert told[0].why == ("a new text of 003.txt was read, which says that it was corrected",)
