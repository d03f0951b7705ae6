"""The ledger as it stood: what it held at a time, what had been published by then, what changed and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.cli import commands
from communique.errors import NotFoundError, UsageError
from communique.ledger import Decision, Ledger, View, Word, judging
from communique.ledger.history import time_of
from communique.records import Reading

ADA = Word(author="Ada", reason="both desks say so")
MEETING = "2026-03-06-brandt-vale-meeting"


def clock(step: int) -> str:
    return f"2026-03-{10 + step:02}T12:00:00+00:00"


def renamed(reading: Reading, number: int, day: str) -> Reading:
    """The reading as another report's, of a contact on another day."""
    name = f"{reading.report.id}x{number}"
    report = replace(reading.report, id=name, version=f"{name}-v1", source=f"{name}.txt")
    accounts = tuple(
        replace(each, id=f"{each.id}x{number}", report=name, when=replace(each.when, start=day, end=day))
        for each in reading.accounts
    )
    return replace(reading, report=report, accounts=accounts, statements=(), doubts=())


def texts_of(reading: Reading) -> list[Reading]:
    """The reading, another reading of it by a later edition, and one of a new text."""
    later = replace(
        reading, edition="e2", accounts=tuple(replace(a, status="cancelled") for a in reading.accounts)
    )
    text = replace(reading.report, version=f"{reading.report.id}-v2", modified="2026-03-20")
    return [reading, later, replace(reading, report=text, accounts=())]


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 2),
        st.sampled_from(["2026-03-03", "2026-03-04"]),
        st.sampled_from("aabjp"),
    ),
    min_size=1,
    max_size=6,
)


def take_step(
    ledger: Ledger, step: tuple[int, int, str, str], sources: tuple[Reading, ...], time: str
) -> None:
    """One thing that happens to a ledger: a reading adopted (a) or kept beside (b), a join (j), a parting (p)."""
    which, text, day, what = step
    accounts = sorted({account.id for contact in ledger.contacts() for account in contact.accounts})
    if what in "jp" and len(accounts) > 1:
        kind = "same" if what == "j" else "apart"
        one, other = (accounts[0],), (accounts[-1],)
        ledger.decide(Decision(kind=kind, one=one, other=other, author="Ada", reason="why not"), time)
    else:
        ledger.add([texts_of(renamed(sources[which], which, day))[text]], time, adopt=what != "b")


def test_a_join_whose_accounts_are_no_longer_read_does_not_stop_what_comes_after(readings):
    one, other, third = (renamed(reading, 0, "2026-03-03") for reading in tuple(readings)[:3])
    ledger = Ledger.open(":memory:")
    ledger.add([one, other], clock(0))
    told = sorted(account.id for contact in ledger.contacts() for account in contact.accounts)
    ledger.decide(
        Decision(kind="same", one=(told[0],), other=(told[-1],), author="Ada", reason="one hour"), clock(1)
    )
    ledger.add([texts_of(each)[2] for each in (one, other)], clock(2))
    ledger.add([third], clock(3))
    assert {a.report for c in ledger.contacts() for a in c.accounts} == {third.report.id}


@pytest.mark.of_files
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_as_of_each_step_equals_the_ledger_built_up_to_it(steps, readings):
    stands_as_built(steps, readings)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_as_of_each_step_equals_the_ledger_built_up_to_it_wherever_it_lies(steps, readings):
    stands_as_built(steps, readings)


def stands_as_built(steps, readings):
    stood = []
    with Ledger.open(":memory:") as whole:
        for number, step in enumerate(steps):
            take_step(whole, step, readings, clock(number))
            stood.append(list(whole.dump()))
        for number, dump in enumerate(stood):
            with whole.at(View(as_of=clock(number))) as seen:
                assert list(seen.dump()) == dump


@pytest.fixture
def grown(tmp_path, readings) -> str:
    """A call read on the 10th, told again on the 11th; a meeting read on the 12th, its text replaced on the 13th."""
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as ledger:
        for step, reading in enumerate(readings):
            ledger.add([reading], clock(step))
        text = replace(
            readings[2].report,
            version="r3-new",
            body="This article has been retracted.",
            modified="2026-03-09",
        )
        ledger.add([Reading(report=text, edition="e1")], clock(3))
    return path


def run(*arguments: str):
    return CliRunner().invoke(commands, list(arguments), catch_exceptions=False)


def slugs(*arguments: str) -> list[str]:
    import json

    done = run("contacts", "--format", "jsonl", *arguments)
    return [f"{each['slug']} {len(each['accounts'])}" for each in map(json.loads, done.stdout.splitlines())]


def test_contacts_as_of_a_time_and_as_known_by_a_day(grown):
    call, meeting = "2026-03-03-brandt-vale-phone-call", MEETING
    assert slugs("--ledger", grown, "--as-of", "2026-03-10") == [f"{call} 1"]
    assert slugs("--ledger", grown, "--as-of", "2026-03-11 11:59") == [f"{call} 1"]
    assert slugs("--ledger", grown, "--as-of", "2026-03-12") == [f"{call} 2", f"{meeting} 1"]
    assert slugs("--ledger", grown) == [f"{call} 2"]
    assert slugs("--ledger", grown, "--known-by", "2026-03-03") == []
    assert slugs("--ledger", grown, "--known-by", "2026-03-05") == [f"{call} 2"]
    assert slugs("--ledger", grown, "--known-by", "2026-03-08") == [f"{call} 2", f"{meeting} 1"]
    assert slugs("--ledger", grown, "--known-by", "2026-03-09") == [f"{call} 2"]
    assert run("contacts", "--ledger", grown, "--as-of", "soon").exit_code == 2


def test_one_contact_is_shown_as_it_stood(grown):
    assert "2026-03-06" in run("show", MEETING, "--ledger", grown, "--as-of", "2026-03-12").stdout
    assert run("show", MEETING, "--ledger", grown, "--as-of", "2026-03-10").exit_code == 1


def test_changes_name_the_report_that_brought_them(grown):
    with Ledger.open(grown) as ledger:
        told = [
            (each.what, each.fact, each.why)
            for each in ledger.changes(since=time_of("2026-03-10"), until=time_of("2026-03-11"))
        ]
        assert ("changed", "accounts", ("002.txt was read",)) in told
        gone = ledger.changes(since=time_of("2026-03-12"))
        assert [(each.what, each.slug) for each in gone] == [("gone", MEETING)]
        assert gone[0].why == ("a new text of 003.txt was read, which says that it was retracted",)
        new = ledger.changes(until=time_of("2026-03-10"))
        assert [(each.what, each.why) for each in new] == [("new", ("001.txt was read",))]
        assert ledger.changes(since=time_of("2026-03-20")) == []


def test_changes_name_the_decision_and_who_took_it_back(grown):
    with Ledger.open(grown) as ledger:
        decision = judging.part(ledger, "a1", "a2", ADA)
        parted = ledger.changes(since=time_of("2026-03-13"))
        assert {each.what for each in parted} >= {"parted", "changed"}
        assert {each.why for each in parted} == {("Ada decided (apart): both desks say so",)}
        ledger.undo(decision.id, Word(author="Bo", reason="one call"))
        assert ledger.changes(since=time_of("2026-03-13")) == []
        joined = ledger.changes(since=decision.recorded)
        assert ("joined", "Bo took back (apart): one call") in {(each.what, each.why[0]) for each in joined}


def test_the_command_tells_changes(grown):
    table = run("changes", "--since", "2026-03-12", "--ledger", grown, "--format", "markdown").stdout
    assert "gone" in table
    assert "retracted" in table
    lines = run("changes", "--since", "2026-03", "--ledger", grown, "--format", "jsonl").stdout
    assert lines == ""
    assert run("changes", "--ledger", grown).exit_code == 2


def test_an_edition_lies_beside_until_it_is_adopted(readings):
    later = [
        replace(each, edition="e2", accounts=tuple(replace(a, topics=("ferries",)) for a in each.accounts))
        for each in readings
    ]
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings, clock(0))
        before = list(ledger.contacts())
        ledger.add(later, clock(1), adopt=False)
        assert ledger.contacts() == before
        assert [(each.id, each.current, each.beside) for each in ledger.editions_held()] == [
            ("e1", 3, 0),
            ("e2", 0, 3),
        ]
        seen = ledger.changes(edition="latest")
        assert {(each.fact, tuple(each.after)) for each in seen} == {("topics", ("ferries",))}
        assert seen[0].why == ("001.txt was read again by edition e2", "002.txt was read again by edition e2")
        ledger.adopt("e2", ADA, clock(2))
        assert {topic for each in ledger.contacts() for topic in each.topics} == {"ferries"}
        told = ledger.changes(since=clock(1))
        assert {each.why for each in told} == {("Ada adopted edition e2: both desks say so",)}
        with ledger.at(View(as_of=clock(1))) as old:
            assert old.contacts() == before
        with pytest.raises(NotFoundError, match="no edition"):
            ledger.adopt("e9", ADA)


def test_a_report_that_is_new_counts_although_its_edition_lies_beside(readings):
    with Ledger.open(":memory:") as ledger:
        ledger.add([readings[2]], clock(0), adopt=False)
        assert [each.slug for each in ledger.contacts()] == [MEETING]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026", "2026-12-31T23:59:59.999999+00:00"),
        ("2026-02", "2026-02-28T23:59:59.999999+00:00"),
        ("2026-03-14", "2026-03-14T23:59:59.999999+00:00"),
        ("2026-03-14T12:00+02:00", "2026-03-14T10:00:00+00:00"),
        ("2026-03-14 12:00", "2026-03-14T12:00:00+00:00"),
    ],
)
def test_times_are_compared_in_utc(written, time):
    assert time_of(written) == time


@pytest.mark.parametrize("written", ["2026-13", "2026-02-30", "yesterday"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(UsageError):
        time_of(written)
