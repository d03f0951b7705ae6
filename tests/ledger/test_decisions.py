"""What people decide holds, is listed, is carried over, survives a re-read or is listed as orphaned, with the reason."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import NotFoundError, UsageError
from communique.ledger import Ledger, Word, judging
from communique.records import Span

NOON, LATER = "2026-03-10T12:00:00+00:00", "2026-03-11T12:00:00+00:00"
CALL, MEETING = "2026-03-03-brandt-vale-phone-call", "2026-03-06-brandt-vale-meeting"
ADA = Word(author="Ada", reason="both desks say so")


@pytest.fixture
def ledger(readings) -> Ledger:
    opened = Ledger.open(":memory:")
    opened.add(readings, NOON)
    return opened


@pytest.fixture
def path(tmp_path, readings) -> str:
    with Ledger.open(str(tmp_path / "l.db")) as opened:
        opened.add(readings, NOON)
    return str(tmp_path / "l.db")


def run(path: str, *arguments: str):
    return CliRunner().invoke(commands, [*arguments, "--ledger", path], catch_exceptions=False)


def ids(ledger: Ledger) -> list[list[str]]:
    return [[account.id for account in contact.accounts] for contact in ledger.contacts()]


def test_parting_and_joining_again(ledger):
    parted = judging.part(ledger, "a1", "a2", ADA)
    assert ids(ledger) == [["a1"], ["a2"], ["a3"]]
    judging.join(ledger, "a1", "a2", ADA)
    assert ids(ledger) == [["a1", "a2"], ["a3"]]
    states = [(each.decision.kind, bool(each.decision.undone)) for each in ledger.decisions(undone=True)]
    assert states == [("apart", True), ("same", False)]
    with pytest.raises(NotFoundError):
        ledger.undo(parted.id, ADA)


def test_an_account_is_parted_from_its_contact_and_contacts_are_joined_whole(ledger):
    judging.part(ledger, CALL, "a2", ADA)
    assert ids(ledger) == [["a1"], ["a2"], ["a3"]]
    judging.join(ledger, CALL, MEETING, ADA)
    assert ["a1", "a3"] in ids(ledger)


def test_what_is_joined_with_itself_is_refused(ledger):
    with pytest.raises(UsageError, match="the same"):
        judging.join(ledger, "a1", CALL, ADA)


def test_a_decision_needs_author_and_reason(ledger):
    for word in (
        Word(author=" ", reason="x"),
        Word(author="program", reason="x"),
        Word(author="Ada", reason=" "),
    ):
        with pytest.raises(UsageError):
            judging.part(ledger, "a1", "a2", word)


def test_the_record_is_corrected_and_the_accounts_stay_as_they_tell(ledger):
    judging.correct(ledger, CALL, ("duration_minutes", "50-55"), ADA)
    judging.correct(ledger, CALL, ("when", "2026-03-04"), ADA)
    contact = ledger.contact(CALL)
    assert contact.duration_minutes == (50, 55)
    assert (contact.when.start, contact.when.derivation) == (
        "2026-03-04",
        "corrected by Ada: both desks say so",
    )
    assert contact.slug == "2026-03-04-brandt-vale-phone-call"
    assert [account.duration_minutes for account in contact.accounts] == [(60, 60), (40, 40)]
    assert {each.fact for each in contact.verdicts if each.verdict == "conflict"} == {"duration_minutes"}


def test_a_misread_account_is_corrected_at_its_words(ledger):
    judging.correct(ledger, "a1", ("duration_minutes", "40"), ADA, account="a1")
    contact = ledger.contact(CALL)
    assert contact.duration_minutes == (40, 40)
    fact = next(each for each in contact.accounts[0].facts if each.fact == "duration_minutes")
    assert (fact.value, fact.text) == ({"low": 40, "high": 40}, "about an hour")
    assert not [each for each in contact.verdicts if each.verdict == "conflict"]


def test_participants_are_corrected_with_their_offices(ledger):
    judging.correct(
        ledger, MEETING, ("participants", "Nora Vale; Olga Lind (Chancellor, DEU); Turkey as host"), ADA
    )
    told = {each.actor.id: (each.actor.office, each.role) for each in ledger.contact(MEETING).participants}
    assert told == {
        "nora-vale": ("President", "party"),
        "olga-lind": ("Chancellor", "party"),
        "TUR": (None, "host"),
    }


@pytest.mark.parametrize(
    ("fact", "value", "message"),
    [
        ("colour", "red", "is no fact"),
        ("kind", "dance", "is not known"),
        ("when", "yesterday", "is no day"),
        ("when", "2026-02-30", "is no day"),
        ("when", "2026-03-05/2026-03-01", "ends before"),
        ("duration_minutes", "an hour", "no minutes"),
        ("kind", "", "cannot be empty"),
        ("participants", "Nora Vale as dancer", "no role"),
    ],
)
def test_what_is_no_fact_is_refused_with_the_remedy(ledger, fact, value, message):
    with pytest.raises(UsageError, match=message):
        judging.correct(ledger, CALL, (fact, value), ADA)


def doubt_of_days(ledger, readings):
    """The doubt about the day of a contact of which two joined accounts tell different days."""
    other = replace(
        readings[1].accounts[0],
        when=replace(readings[1].accounts[0].when, start="2026-03-04", end="2026-03-04"),
    )
    ledger.add([replace(readings[1], edition="e2", accounts=(other,))], LATER)
    judging.join(ledger, "a1", "a2", ADA)
    return next(each for each in ledger.doubts() if each.id.startswith("day-"))


def test_a_doubt_is_settled_and_does_what_follows(ledger, readings):
    doubt = doubt_of_days(ledger, readings)
    with pytest.raises(UsageError, match="answers nothing"):
        judging.settle(ledger, doubt.id, "Tuesday", ADA)
    judging.settle(ledger, doubt.id, "2", ADA)
    assert ledger.contact("a1").when.start == "2026-03-04"
    assert doubt.id not in {each.id for each in ledger.doubts()}
    judging.settle(ledger, "d1", "Otto", ADA)
    assert ledger.doubts() == []


def test_an_answer_to_a_doubt_is_taken_back_with_what_followed_from_it(ledger, readings):
    doubt = doubt_of_days(ledger, readings)
    before = ledger.contact("a1").when
    answered = judging.settle(ledger, doubt.id, "2", ADA)
    assert ledger.contact("a1").when != before
    ledger.undo(answered.id, ADA)
    assert ledger.contact("a1").when == before
    assert doubt.id in {each.id for each in ledger.doubts()}
    assert [each.decision.kind for each in ledger.decisions()] == ["same"]


def test_an_unreliable_report_makes_no_contact_and_says_why(ledger):
    kept = judging.distrust(ledger, "003.txt", ADA)
    assert ids(ledger) == [["a1", "a2"]]
    assert "r3" in ledger.reports()
    ledger.undo(kept.id, ADA)
    assert ids(ledger) == [["a1", "a2"], ["a3"]]


def test_an_outlet_is_graded(ledger):
    judging.grade(ledger, "The Turku Post", "b2", ADA)
    judging.grade(ledger, "The Turku Post", "C3", ADA)
    assert [each.decision.value for each in ledger.decisions(ledger.contact(CALL))] == ["C3"]
    with pytest.raises(UsageError, match="no grade"):
        judging.grade(ledger, "The Turku Post", "good", ADA)


def test_an_account_by_hand_is_merged_like_any_and_taken_back(path):
    done = run(
        path, "add", "press office by phone, 14:20, on background", "--kind", "phone_call", "--when", "2026-03-03",
        "--party", "Nora Vale (President, FIN)", "--party", "Otto Brandt (Chancellor, DEU)",
        "--fact", "duration_minutes=45", "--author", "Ada", "--reason", "asked them",
    )  # fmt: skip
    assert done.stdout.strip() == CALL
    with Ledger.open(path) as ledger:
        contact = ledger.contact(CALL)
        own = next(each for each in contact.accounts if each.id.endswith("by-hand"))
        body = ledger.reports()[own.report].body
        assert own.evidence.of(body) == "press office by phone, 14:20, on background"
        assert all(fact.span.of(body) == fact.text for fact in own.facts)
        decision = ledger.decisions()[0].decision
    assert run(path, "judge", "undo", decision.id, "--author", "Ada", "--reason", "misheard").exit_code == 0
    with Ledger.open(path) as ledger:
        assert ids(ledger) == [["a1", "a2"], ["a3"]]


def test_the_commands_keep_list_and_take_back(path):
    kept = run(path, "judge", "part", "a1", "a2", "--author", "Ada", "--reason", "two calls")
    listed = run(path, "judge", "list", "--format", "jsonl").stdout
    assert kept.stdout.strip() in listed
    assert '"reason": "two calls"' in listed
    assert run(path, "judge", "undo", kept.stdout.strip(), "--author", "Bo", "--reason", "no").exit_code == 0
    assert run(path, "judge", "list", "--format", "jsonl").stdout == ""
    assert "undone" in run(path, "judge", "list", "--undone", "--format", "markdown").stdout
    assert run(path, "judge", "part", "a1", "a2", "--author", "Ada").exit_code == 2


def test_decisions_are_carried_to_another_ledger_with_both_texts(path, tmp_path, readings):
    with Ledger.open(path) as ledger:
        judging.part(ledger, "a1", "a2", ADA)
        judging.correct(ledger, MEETING, ("topics", "grain, ferries"), ADA)
        judging.enter(
            ledger,
            {"kind": "meeting", "participants": "Nora Vale; Olga Lind", "when": "2026-03-01"},
            "seen",
            ADA,
        )
        before = list(ledger.dump())
    table = tmp_path / "decisions.csv"
    assert run(path, "judge", "export", "-o", str(table)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    parted = next(row for row in rows if row["kind"] == "apart")
    assert "spoke by phone" in parted["one_text"]
    assert "called President Vale" in parted["other_text"]
    other = str(tmp_path / "other.db")
    with Ledger.open(other) as ledger:
        ledger.add(readings, NOON)
    assert "3 new, 0 orphaned" in run(other, "judge", "import", str(table)).stderr
    assert "0 new" in run(other, "judge", "import", str(table)).stderr
    with Ledger.open(other) as ledger:
        assert list(ledger.dump()) == before


def test_a_faulty_table_is_named_by_line(path, tmp_path):
    table = tmp_path / "bad.csv"
    table.write_text("kind,one,other,author,reason\ndance,a1,a2,Ada,why\n")
    done = run(path, "judge", "import", str(table))
    assert done.exit_code == 3
    assert "bad.csv:2" in done.stderr


def test_a_decision_follows_its_account_through_a_re_read_by_the_words(ledger, readings):
    judging.part(ledger, "a1", "a2", ADA)
    renamed = replace(readings[0].accounts[0], id="b1")
    ledger.add([replace(readings[0], edition="e2", accounts=(renamed,))], LATER)
    assert ids(ledger) == [["a2"], ["b1"], ["a3"]]
    placed = ledger.decisions()[0]
    assert (placed.one, placed.other, placed.orphaned) == (("b1",), ("a2",), None)


def test_a_decision_without_its_account_is_orphaned_with_the_reason(path, readings):
    with Ledger.open(path) as ledger:
        judging.part(ledger, "a1", "a2", ADA)
        ledger.add([replace(readings[0], edition="e2", accounts=())], LATER)
        assert "no longer read as telling" in ledger.decisions()[0].orphaned
    listed = run(path, "judge", "list", "--orphaned", "--format", "markdown").stdout
    assert "spoke by phone" in listed
    with Ledger.open(path) as ledger:
        back = replace(readings[0].accounts[0], trigger=Span(start=0, end=4))
        ledger.add([replace(readings[0], edition="e3", accounts=(back,))], "2026-03-12T12:00:00+00:00")
        assert ledger.decisions()[0].orphaned is None


def test_a_pack_tells_what_people_decided(path, tmp_path):
    with Ledger.open(path) as ledger:
        judging.correct(ledger, CALL, ("initiator", "nora-vale"), ADA)
    page = Path(tmp_path / "p.html")
    assert run(path, "export", "pack", CALL, "-o", str(page)).exit_code == 0
    assert "both desks say so" in page.read_text(encoding="utf-8").split("<script")[0]
