"""Plans without a day or for another day, and people of whom only some reports tell the state."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

from communique.merge import MergeResult, merge_accounts
from communique.records import Account, Actor, Participant, Place, Span

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
account, day, reading = made.account, made.day, made.reading

COUPLE = ("vale", "brandt")


def merged(*told: tuple[str, Account]) -> MergeResult:
    """What comes of accounts, each in a report of its own and of a day."""
    forth, back = (
        merge_accounts([reading(each.report, on, each) for on, each in order]) for order in (told, told[::-1])
    )
    assert forth == back
    return forth


def agreed(report: str, on: str) -> tuple[str, Account]:
    """ "The two agreed to meet soon"."""
    return on, account(report, COUPLE, day(on, None), "meeting", "planned")


def planned(report: str, on: str, first: str) -> tuple[str, Account]:
    """ "The two are to meet on that day"."""
    return on, account(report, COUPLE, day(first), "meeting", "planned")


def held(report: str, on: str, who: tuple[str, ...] = COUPLE) -> tuple[str, Account]:
    """ "The two met today"."""
    return on, account(report, who, day(on), "meeting")


def test_what_was_agreed_without_a_day_is_what_was_planned_days_later():
    found = merged(
        agreed("a", "2031-05-01"), planned("b", "2031-05-05", "2031-05-20"), held("c", "2031-05-20")
    )
    assert [len(contact.accounts) for contact in found.contacts] == [3]


def test_whether_what_was_agreed_weeks_before_was_held_is_asked():
    found = merged(agreed("a", "2031-05-01"), held("c", "2031-05-20"))
    assert len(found.contacts) == 2
    [doubt] = found.doubts
    assert (doubt.about, doubt.choices) == ("a-0-meeting", ("c-0-meeting",))


def test_what_is_called_off_without_a_day_is_the_plan_told_before():
    off = "2031-05-05", account("b", COUPLE, None, "meeting", "cancelled")
    [contact] = merged(planned("a", "2031-05-01", "2031-05-18"), off).contacts
    assert (contact.status, contact.when and contact.when.start) == ("cancelled", "2031-05-18")
    assert len(merged(planned("a", "2031-05-07", "2031-05-20"), off).contacts) == 2


def recalled_off(report: str, on: str, *places: Place) -> tuple[str, Account]:
    """ "The two, who had called off a meeting in Bodø, ...", beside the report's news."""
    told = account(report, COUPLE, day(None, None), "meeting", "cancelled")
    aside = Span(start=400, end=460)
    return on, replace(told, places=places, trigger=aside, evidence=aside)


BODO = Place(name="Bodø", of=None, state="NOR")


def test_what_is_recalled_as_called_off_is_the_plan_for_its_town_of_months_before():
    on, plan = planned("a", "2031-05-01", "2031-05-20")
    found = merged((on, replace(plan, places=(BODO,))), recalled_off("b", "2031-11-20", BODO))
    assert [len(contact.accounts) for contact in found.contacts] == [2]


def test_whether_what_is_recalled_as_called_off_is_a_plan_of_months_before_is_asked():
    found = merged(planned("a", "2031-05-01", "2031-05-20"), recalled_off("b", "2031-11-20"))
    assert len(found.contacts) == 2
    assert [doubt.about for doubt in found.doubts] == ["b-0-meeting"]


def test_what_was_held_is_not_what_is_recalled_as_called_off():
    on, met = held("a", "2031-05-20")
    found = merged((on, replace(met, places=(BODO,))), recalled_off("b", "2031-11-20", BODO))
    assert len(found.contacts) == 2


def test_whether_a_plan_was_put_off_is_asked_unless_it_was_held():
    plan, later = planned("a", "2031-05-01", "2031-05-06"), held("c", "2031-05-11")
    found = merged(plan, later)
    assert len(found.contacts) == 2
    assert [doubt.about for doubt in found.doubts] == ["a-0-meeting"]
    assert not merged(plan, held("b", "2031-05-06"), later).doubts
    assert not merged(plan, held("c", "2031-05-11", ("vale", "lund"))).doubts


def with_envoy(report: str, state: str | None, office: str | None = "Envoy") -> Account:
    """A meeting with somebody whom the lexicon does not know."""
    envoy = Actor(
        id="ilir-krasta", name="Ilir Krasta", type="person", office=office, state=state, known=False
    )
    told = account(report, ("vale",), day("2031-05-02"), "meeting")
    return replace(
        told, participants=(*told.participants, Participant(actor=envoy, role="party", as_named="Krasta"))
    )


def test_somebody_unknown_is_the_same_where_a_report_tells_no_state():
    for one, other, contacts in (("ALB", None, 1), (None, None, 1), ("ALB", "XKX", 2)):
        found = merged(("2031-05-03", with_envoy("a", one)), ("2031-05-03", with_envoy("b", other)))
        assert len(found.contacts) == contacts


def test_plans_that_were_held_make_no_chain_of_a_pair_that_meets_every_second_day():
    told = []
    for number in range(1, 15):
        first = f"2031-05-{2 * number:02}"
        told += [planned(f"p{number}", "2031-05-01", first), held(f"h{number}", first)]
    found = merged(*told)
    assert len(found.contacts) == len(found.parts) == 14
    assert not found.doubts


def test_one_spelling_of_somebody_stands_where_only_one_report_tells_the_state():
    stateless = with_envoy("b", None)
    vale, krasta = stateless.participants
    krasta = replace(krasta, actor=replace(krasta.actor, id="ilir-crasta", name="Ilir Crasta"))
    spelled = replace(stateless, participants=(vale, krasta))
    [contact] = merged(("2031-05-03", with_envoy("a", "ALB")), ("2031-05-03", spelled)).contacts
    assert len(contact.participants) == 2


def test_have_met_three_times_is_no_one_contact():
    words = "Vale and Brandt have met three times this year."
    told = replace(
        account("b", COUPLE, day(None, "2031-05-22"), "meeting"),
        trigger=Span(start=21, end=24),
        evidence=Span(start=0, end=len(words)),
    )
    met = account("a", COUPLE, day("2031-05-20"), "meeting")
    several = [reading("a", "2031-05-20", met), reading("b", "2031-05-22", told, body=words)]
    assert len(merge_accounts(several).contacts) == 2
    once = words.replace(" three times", "")
    assert len(merge_accounts([several[0], reading("b", "2031-05-22", told, body=once)]).contacts) == 1
