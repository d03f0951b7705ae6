from __future__ import annotations

import importlib.util
import random
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

from communique.merge import merge_accounts
from communique.merge.compare import compare
from communique.merge.members import make_members
from communique.records import Actor, Contact, Fact, Judgement, Participant, Place, Reading, Span

SPEC = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
assert SPEC
assert SPEC.loader
made = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(made)
account, day, reading = made.account, made.day, made.reading

COUPLE = ("vale", "brandt")


def contacts_of(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> list[Contact]:
    return list(merge_accounts(readings, judgements).contacts)


def two(one: object, other: object, told: tuple[str, str] = ("2031-05-03", "2031-05-03")) -> list[Contact]:
    return contacts_of(reading("a", told[0], one), reading("b", told[1], other))


def test_two_reports_of_one_call_are_one_contact() -> None:
    [contact] = two(account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-02"), "call"))
    assert (contact.kind, contact.status, contact.id) == ("phone_call", "held", "a-0-phone_call")
    assert contact.slug == "2031-05-02-brandt-vale-phone-call"
    assert contact.support.reports == 2


def test_a_state_in_one_account_is_its_leader_in_another() -> None:
    [contact] = two(account("a", COUPLE, day("2031-05-02")), account("b", ("FRA", "DEU"), day("2031-05-02")))
    assert [p.actor.id for p in contact.participants] == ["ada-vale", "otto-brandt"]


def test_other_officials_of_the_same_states_are_another_contact() -> None:
    assert (
        len(two(account("a", COUPLE, day("2031-05-02")), account("b", ("vale", "lund"), day("2031-05-02"))))
        == 2
    )


def test_a_call_and_a_meeting_on_one_day_stay_two() -> None:
    assert (
        len(two(account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-02"), "meeting")))
        == 2
    )


def test_calls_on_following_days_stay_two() -> None:
    assert len(two(account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-03")))) == 2


def test_a_call_across_the_date_line_is_one_with_both_days() -> None:
    [contact] = two(
        account("a", ("reyes", "tanaka"), day("2031-05-02")),
        account("b", ("reyes", "tanaka"), day("2031-05-03")),
    )
    assert contact.when
    assert (contact.when.start, contact.when.end) == ("2031-05-02", "2031-05-03")


def test_calls_of_morning_and_evening_stay_two() -> None:
    assert (
        len(
            two(
                account("a", COUPLE, day("2031-05-02", time="morning")),
                account("b", COUPLE, day("2031-05-02", time="evening")),
            )
        )
        == 2
    )


def test_what_was_planned_and_held_is_one_with_its_history() -> None:
    plan, held = (
        account("a", COUPLE, day("2031-05-09"), "meeting", "planned"),
        account("b", COUPLE, day("2031-05-09"), "meeting"),
    )
    [contact] = two(plan, held, ("2031-05-02", "2031-05-09"))
    assert contact.status == "held"
    assert contact.status_history == (("2031-05-02", "planned"), ("2031-05-09", "held"))


def test_a_plan_told_after_the_day_is_another_contact() -> None:
    plan, held = (
        account("a", COUPLE, day("2031-05-06", None), "meeting", "planned"),
        account("b", COUPLE, day("2031-05-02"), "meeting"),
    )
    assert len(two(plan, held, ("2031-05-06", "2031-05-02"))) == 2


def test_called_off_and_held_is_one_only_where_it_was_on_again() -> None:
    off = reading("a", "2031-05-02", account("a", COUPLE, day("2031-05-09"), "meeting", "cancelled"))
    again = reading("b", "2031-05-05", account("b", COUPLE, day("2031-05-09"), "meeting", "planned"))
    held = reading("c", "2031-05-09", account("c", COUPLE, day("2031-05-09"), "meeting"))
    assert len(contacts_of(off, held)) == 2
    [contact] = contacts_of(off, again, held)
    assert [status for _, status in contact.status_history] == ["cancelled", "planned", "held"]


def test_a_denial_disputes() -> None:
    [contact] = two(
        account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-02"), status="denied")
    )
    assert (contact.status, contact.disputed) == ("held", True)


def test_an_undated_account_joins_the_contact_nearest_to_its_report() -> None:
    near, far = account("a", COUPLE, day("2031-05-08")), account("b", COUPLE, day("2031-05-01"))
    loose = account("c", COUPLE, day(None, "2031-05-09"))
    found = contacts_of(
        reading("a", "2031-05-08", near), reading("b", "2031-05-01", far), reading("c", "2031-05-09", loose)
    )
    assert sorted(len(c.accounts) for c in found) == [1, 2]
    assert next(c for c in found if len(c.accounts) == 2).when.start == "2031-05-08"


def test_a_month_that_fits_two_contacts_alike_stays_apart_with_a_doubt() -> None:
    one, other = account("a", COUPLE, day("2031-05-08")), account("b", COUPLE, day("2031-05-20"))
    month = account("c", COUPLE, day("2031-05-01", "2031-05-31"))
    merged = merge_accounts(
        [
            reading("a", "2031-05-08", one),
            reading("b", "2031-05-20", other),
            reading("c", "2031-07-01", month),
        ]
    )
    assert len(merged.contacts) == 3
    assert [doubt.about for doubt in merged.doubts] == ["c-0-phone_call"]


def test_what_is_recalled_without_a_day_is_asked_about() -> None:
    dated = [
        reading(f"a{n}", told, account(f"a{n}", COUPLE, day(told)))
        for n, told in enumerate(("2031-05-02", "2031-05-08"))
    ]
    recalled = reading("c", "2031-05-28", account("c", COUPLE, day(None, "2031-05-28"), at=400))
    merged = merge_accounts([*dated, recalled])
    (doubt,) = merged.doubts
    assert len(merged.contacts) == 3
    assert (doubt.about, doubt.choices) == ("c-400-phone_call", ("a1-0-phone_call",))
    assert doubt.why.startswith(
        "the same kind; told 20 days after that day, without its own; the same persons"
    )
    (asked,) = (each for each in merged.judgements if not each.same)
    assert {asked.one, asked.other} == {"a1-0-phone_call", "c-400-phone_call"}
    assert 0.4 < asked.score < 0.5


def test_meetings_at_one_place_on_days_in_a_row_are_asked_about_and_others_are_not() -> None:
    oslo, bergen = ((Place(name=name, state="NOR"),) for name in ("Oslo", "Bergen"))
    made = [
        reading("a", "2031-05-02", account("a", COUPLE, day("2031-05-02"), "meeting", places=oslo)),
        reading("b", "2031-05-03", account("b", COUPLE, day("2031-05-03"), "meeting", places=oslo)),
        reading("c", "2031-05-04", account("c", COUPLE, day("2031-05-04"), "meeting", places=bergen)),
    ]
    merged = merge_accounts(made)
    assert len(merged.contacts) == 3
    assert [(each.about, each.choices) for each in merged.doubts] == [("b-0-meeting", ("a-0-meeting",))]
    told_of_both = reading(
        "d",
        "2031-05-05",
        *(
            account("d", COUPLE, day(when), "meeting", places=oslo, at=at)
            for at, when in enumerate(("2031-05-02", "2031-05-03"))
        ),
    )
    assert merge_accounts([*made, told_of_both]).doubts == ()


def test_the_first_since_a_month_leads_to_the_last_of_that_month() -> None:
    days = ("2031-03-02", "2031-03-20", "2031-04-02")
    held = [reading(f"a{n}", told, account(f"a{n}", COUPLE, day(told))) for n, told in enumerate(days)]
    met = reading("b", "2031-03-28", account("b", COUPLE, day("2031-03-28"), "meeting"))
    for told, since in (("2031-03", "a1-0-phone_call"), ("2031-03-02", "a0-0-phone_call"), ("2030-03", None)):
        claim = reading("c", "2031-05-09", account("c", COUPLE, day("2031-05-09"), first_since=told))
        (later,) = (c for c in contacts_of(*held, met, claim) if c.first_since)
        assert later.first_since_contact == since


def test_two_accounts_of_one_report_are_two_contacts() -> None:
    first, second = (
        account("a", COUPLE, day("2031-05-02"), at=1),
        account("a", COUPLE, day("2031-05-02"), at=9),
    )
    assert len(contacts_of(reading("a", "2031-05-03", first, second))) == 2


def test_a_visit_of_days_is_one_and_its_meeting_is_part_of_it() -> None:
    arrives = account("a", ("vale", "DEU"), day("2031-05-02"), "visit")
    leaves = account("b", ("vale", "DEU"), day("2031-05-04"), "visit")
    met = account("c", COUPLE, day("2031-05-03"), "meeting")
    visit, meeting = contacts_of(
        reading("a", "2031-05-02", arrives),
        reading("b", "2031-05-04", leaves),
        reading("c", "2031-05-03", met),
    )
    assert (visit.when.start, visit.when.end) == ("2031-05-02", "2031-05-04")
    assert meeting.part_of == visit.id


def test_durations_that_agree_widen_and_are_compatible() -> None:
    [contact] = two(
        account("a", COUPLE, day("2031-05-02"), duration_minutes=(90, 90)),
        account("b", COUPLE, day("2031-05-02"), duration_minutes=(95, 95)),
    )
    assert contact.duration_minutes == (90, 95)
    assert next(v for v in contact.verdicts if v.fact == "duration_minutes").verdict == "compatible"


def test_initiators_that_differ_are_a_conflict() -> None:
    [contact] = two(
        account("a", COUPLE, day("2031-05-02"), initiator="ada-vale"),
        account("b", COUPLE, day("2031-05-02"), initiator="otto-brandt"),
    )
    assert contact.initiator is None
    assert next(v for v in contact.verdicts if v.fact == "initiator").verdict == "conflict"


def test_a_person_parts_what_the_program_joins_and_joins_what_it_parts() -> None:
    one, other = (
        reading("a", "2031-05-02", account("a", COUPLE, day("2031-05-02"))),
        reading("b", "2031-05-02", account("b", COUPLE, day("2031-05-02"))),
    )
    third = reading("c", "2031-05-20", account("c", COUPLE, day("2031-05-20"), "meeting"))
    part = Judgement(
        one="a-0-phone_call", other="b-0-phone_call", same=False, score=1, reason="two calls", author="ada"
    )
    join = Judgement(
        one="b-0-phone_call", other="c-0-meeting", same=True, score=1, reason="one event", author="ada"
    )
    found = contacts_of(one, other, third, judgements=(part, join))
    assert sorted(tuple(a.id for a in c.accounts) for c in found) == [
        ("a-0-phone_call",),
        ("b-0-phone_call", "c-0-meeting"),
    ]


def test_after_names_the_contact_that_another_report_dates() -> None:
    first = account("a", COUPLE, day("2031-05-02"), at=1)
    second = account("a", ("vale", "tanaka"), day("2031-05-02"), at=5, after=("a-1-phone_call",))
    again = account("b", COUPLE, day("2031-05-02"))
    found = {
        c.id: c
        for c in contacts_of(reading("a", "2031-05-03", first, second), reading("b", "2031-05-02", again))
    }
    assert found["a-5-phone_call"].after == ("a-1-phone_call",)


def test_what_followed_a_dated_contact_was_not_before_it() -> None:
    met = account("a", COUPLE, day("2031-05-02"), "meeting", at=1)
    called = account("a", ("vale", "tanaka"), day(None, "2031-05-04"), at=5, after=("a-1-meeting",))
    found = {c.id: c for c in contacts_of(reading("a", "2031-05-04", met, called))}
    when = found["a-5-phone_call"].when
    assert (when.start, when.end, when.basis) == ("2031-05-02", "2031-05-04", "relative_event")


def test_copies_are_one_origin() -> None:
    words = "The two spoke for an hour on Friday about the ferry line and the price of fish, an aide said."
    one, other = account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-02"))
    [contact] = contacts_of(
        reading("a", "2031-05-02", one, body=words),
        reading("b", "2031-05-03", other, body=words.upper() + "\n"),
    )
    assert (contact.support.reports, contact.support.origins) == (2, 1)


def calls_of_a_day(count: int) -> list[Contact]:
    calls = [account("a", COUPLE, day("2031-05-02"), at=at) for at in range(count)]
    return contacts_of(reading("a", "2031-05-03", *calls))


def test_of_contacts_with_one_slug_each_ends_in_its_own_id() -> None:
    assert [c.slug for c in calls_of_a_day(1)] == ["2031-05-02-brandt-vale-phone-call"]
    assert [c.slug for c in calls_of_a_day(2)] == [
        "2031-05-02-brandt-vale-phone-call-a-0-ph",
        "2031-05-02-brandt-vale-phone-call-a-1-ph",
    ]


def test_one_contact_more_changes_the_meaning_of_no_slug() -> None:
    meant: dict[str, str] = {}
    for count in range(1, 9):
        for contact in calls_of_a_day(count):
            assert meant.setdefault(contact.slug, contact.id) == contact.id
    for contact in reversed(calls_of_a_day(8)):
        assert meant[contact.slug] == contact.id


def test_a_thousand_orders_give_the_same_contacts() -> None:
    for seed in range(10):
        readings = made.many_readings(seed, 14)
        expected = merge_accounts(readings)
        dice = random.Random(seed)
        for _ in range(100):
            shuffled = [*readings, *dice.sample(readings, 2)]
            dice.shuffle(shuffled)
            assert merge_accounts(iter(shuffled)) == expected


def test_calls_of_following_days_stay_two_though_an_undated_account_fits_both() -> None:
    first, second = account("a", COUPLE, day("2031-05-02")), account("b", COUPLE, day("2031-05-03"))
    loose = account("c", COUPLE, day(None, "2031-05-05"))
    found = contacts_of(
        reading("a", "2031-05-02", first),
        reading("b", "2031-05-03", second),
        reading("c", "2031-05-05", loose),
    )
    assert sorted(len(c.accounts) for c in found) == [1, 2]


def test_calls_of_morning_and_evening_stay_two_though_an_account_tells_no_hour() -> None:
    morning = account("a", COUPLE, day("2031-05-02", time="early on"))
    evening = account("b", COUPLE, day("2031-05-02", time="evening"))
    found = contacts_of(
        reading("a", "2031-05-02", morning),
        reading("b", "2031-05-02", evening),
        reading("c", "2031-05-03", account("c", COUPLE, day("2031-05-02"))),
    )
    assert sorted(len(c.accounts) for c in found) == [1, 2]


def test_two_days_of_a_visit_in_one_report_are_one_visit() -> None:
    first = account("a", ("vale", "DEU"), day("2031-05-02"), "visit", at=1)
    second = account("a", ("vale", "DEU"), day("2031-05-03"), "visit", at=9)
    [contact] = contacts_of(reading("a", "2031-05-04", first, second))
    assert (contact.when.start, contact.when.end) == ("2031-05-02", "2031-05-03")
    assert contact.support.reports == 1


def test_what_ran_up_to_the_report_is_the_contact_before_it() -> None:
    this_year = account("a", ("vale", "DEU"), day("2031-01-01", "2031-05-10"), "visit")
    dated = account("b", ("vale", "DEU"), day("2031-05-09"), "visit")
    [contact] = two(this_year, dated, ("2031-05-10", "2031-05-09"))
    assert contact.when.start == "2031-05-09"


def test_a_contact_is_recalled_by_its_town() -> None:
    town = {"places": (Place(name="Nantes", state="FRA"),)}
    met = account("a", COUPLE, day("2031-01-08"), "meeting", **town)
    recalled = account("b", COUPLE, day(None, "2031-05-09"), "meeting", at=900, **town)
    elsewhere = account("c", COUPLE, day(None, "2031-05-09"), "meeting", at=900)
    found = contacts_of(
        reading("a", "2031-01-08", met),
        reading("b", "2031-05-09", recalled),
        reading("c", "2031-05-20", elsewhere),
    )
    assert sorted(tuple(a.report for a in c.accounts) for c in found) == [("a", "b"), ("c",)]


def test_a_leader_by_office_is_the_person_by_name() -> None:
    unnamed = replace(
        made.PEOPLE["vale"],
        id="fra-head-of-government",
        name="leader of France",
        office_id="head_of_government",
    )
    office = account("a", COUPLE, day("2031-05-02"))
    office = replace(
        office, participants=(replace(office.participants[0], actor=unnamed), office.participants[1])
    )
    [contact] = two(office, account("b", COUPLE, day("2031-05-02")))
    assert {p.actor.id for p in contact.participants} == {"ada-vale", "otto-brandt"}


def test_a_sitting_is_part_of_its_summit() -> None:
    summit = account("a", COUPLE, day("2031-05-02", "2031-05-03"), "summit", at=1)
    sitting = account("a", COUPLE, day("2031-05-03"), "meeting", at=9)
    found = {c.kind: c for c in contacts_of(reading("a", "2031-05-04", summit, sitting))}
    assert found["meeting"].part_of == found["summit"].id


def test_no_contact_holds_a_report_twice_but_for_days_of_what_lasts() -> None:
    for contact in merge_accounts(made.many_readings(3, 80)).contacts:
        one_sitting = [a.report for a in contact.accounts if a.kind not in {"visit", "talks", "summit"}]
        assert len(one_sitting) == len(set(one_sitting))


def test_it_makes_no_difference_which_account_is_held_against_which() -> None:
    for seed in range(6):
        for one, other in combinations(make_members(made.many_readings(seed, 20)), 2):
            assert compare(one, other) == compare(other, one)


def test_a_visit_told_once_without_its_host_is_one_visit() -> None:
    hosted = account("a", (*COUPLE, "JPN"), day("2031-05-02"), "visit", at=1)
    arrived = account("a", COUPLE, day("2031-05-01", "2031-05-02"), "visit", at=9)
    [contact] = contacts_of(reading("a", "2031-05-02", hosted, arrived))
    assert {p.actor.id for p in contact.participants} == {"ada-vale", "otto-brandt", "JPN"}


def test_the_next_days_meeting_of_a_summit_is_its_further_sitting() -> None:
    first = account("a", COUPLE, day("2031-05-02"), "summit", at=1)
    second = account("a", COUPLE, day("2031-05-03"), "meeting", at=9)
    ended = account("b", COUPLE, day("2031-05-03"), "summit")
    [contact] = contacts_of(reading("a", "2031-05-03", first, second), reading("b", "2031-05-03", ended))
    assert (contact.when.start, contact.when.end) == ("2031-05-02", "2031-05-03")


def test_a_summit_of_one_day_is_part_of_that_of_both() -> None:
    both = account("a", COUPLE, day("2031-05-02", "2031-05-03"), "summit")
    second = account("b", COUPLE, day("2031-05-03"), "summit")
    parted = Judgement(one=both.id, other=second.id, same=False, score=1.0, reason="read", author="Ada")
    tellings = reading("a", "2031-05-04", both), reading("b", "2031-05-04", second)
    whole, part = contacts_of(*tellings, judgements=(parted,))
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_an_inferred_day_alone_joins_no_accounts_of_other_kinds_or_places() -> None:
    inferred = day("2031-05-02", "2031-05-03", basis="inferred")
    met = account("a", COUPLE, day("2031-05-03"), "meeting", places=(Place(name="Nantes", state="FRA"),))
    talks = account("b", ("FRA", "DEU"), inferred, "talks")
    elsewhere = account("b", COUPLE, inferred, "meeting", places=(Place(name="Bonn", state="DEU"),))
    told = account("b", COUPLE, inferred, "meeting")
    assert [len(two(met, other)) for other in (talks, elsewhere, told)] == [2, 2, 1]


GROUP = Actor(id="LAKE-FORUM", name="Lake Forum", type="organisation")
OTHERS = Actor(id="HILL-FORUM", name="Hill Forum", type="organisation")
ALLIES = Actor(id="partners-of-fra", name="partners of France", type="organisation")
HARBOUR, CASTLE = Place(name="Harbour", state="DEU"), Place(name="Castle", state="DEU")


def gathered(report: str, *parties: Actor, place: Place = HARBOUR, kind: str = "meeting") -> Reading:
    told = account(report, (), day("2031-05-02"), kind, places=(place,))
    members = tuple(Participant(actor=a, role="party", as_named=a.name) for a in parties)
    return reading(report, "2031-05-02", replace(told, participants=members))


def test_a_gathering_is_one_contact_by_its_place_and_day_however_its_guests_are_named() -> None:
    vale, brandt = made.PEOPLE["vale"], made.PEOPLE["brandt"]
    [contact] = contacts_of(
        gathered("a", ALLIES),
        gathered("b", vale, GROUP),
        gathered("c", brandt, GROUP, kind="summit"),
        gathered("d", brandt, vale, made.PEOPLE["reyes"], made.PEOPLE["tanaka"], kind="summit"),
    )
    assert contact.kind == "summit"
    assert {p.actor.id for p in contact.participants} == {
        "LAKE-FORUM",
        "ada-vale",
        "otto-brandt",
        "ana-reyes",
        "ken-tanaka",
    }


def test_gatherings_of_other_groups_or_at_other_places_stay_two() -> None:
    assert len(contacts_of(gathered("a", GROUP), gathered("b", OTHERS))) == 2
    assert len(contacts_of(gathered("a", GROUP), gathered("b", GROUP, place=CASTLE))) == 2
    assert len(contacts_of(gathered("a", GROUP), gathered("b", ALLIES, place=CASTLE))) == 2
    assert (
        len(contacts_of(gathered("a", GROUP), gathered("b", made.PEOPLE["vale"], made.PEOPLE["brandt"]))) == 2
    )
    # A group that bears no name joins no two that bear one.
    several = contacts_of(gathered("a", GROUP), gathered("b", OTHERS), gathered("c", ALLIES))
    assert len(several) == 2
    assert all(len({p.actor.id for p in c.participants} & {"LAKE-FORUM", "HILL-FORUM"}) == 1 for c in several)


def test_plans_and_firsts_lead_to_the_contacts_that_other_reports_tell_of() -> None:
    first = account("a", COUPLE, day("2031-05-02"))
    plan = account("a", COUPLE, day("2031-06-10"), "meeting", "planned", planned_in="a-0-phone_call")
    later = account("c", COUPLE, day("2031-07-01"), first_since_account="c-1-call")
    recalled = account("c", COUPLE, day("2031-05-02"), "call", at=1)
    found = contacts_of(
        reading("a", "2031-05-03", first, plan),
        reading("b", "2031-05-03", account("b", COUPLE, day("2031-05-02"))),
        reading("c", "2031-07-02", later, recalled),
        reading("d", "2031-06-11", account("d", COUPLE, day("2031-06-10"), "meeting")),
    )
    by_day = {c.when.start: c for c in found if c.when}
    call, met, second = (by_day[each] for each in ("2031-05-02", "2031-06-10", "2031-07-01"))
    assert len(found) == 3
    assert (met.status, met.planned_in) == ("held", call.id)
    assert second.first_since_contact == call.id
    assert call.planned_in is call.first_since_contact is None


def test_two_who_met_apart_from_a_gathering_are_another_contact() -> None:
    leaders = ("vale", "brandt", "reyes", "tanaka")
    gathering = account("a", leaders, day("2031-05-03"), "meeting")
    assert len(two(gathering, account("b", COUPLE, day("2031-05-03"), "meeting"))) == 2
    assert len(two(gathering, account("b", COUPLE, day("2031-05-03"), "summit"))) == 1
    three = account("a", leaders[:3], day("2031-05-03"), "meeting")
    assert len(two(three, account("b", COUPLE, day("2031-05-03"), "meeting"))) == 1


def test_what_was_planned_for_the_day_from_which_it_was_moved_is_one_with_what_was_held() -> None:
    moved_from = Fact(
        fact="moved_from",
        value={"start": "2031-05-12", "end": "2031-05-12"},
        text="May 12",
        span=Span(start=0, end=6),
    )
    first = reading("a", "2031-05-05", account("a", COUPLE, day("2031-05-12"), "meeting", "planned"))
    moved = replace(account("b", COUPLE, day("2031-05-15"), "meeting", "planned"), facts=(moved_from,))
    held = reading("c", "2031-05-15", account("c", COUPLE, day("2031-05-15"), "meeting"))
    for order in permutations((first, reading("b", "2031-05-10", moved), held)):
        (contact,) = merge_accounts(order).contacts
        assert contact.status == "held" and contact.when is not None
        assert (contact.when.start, contact.when.end) == ("2031-05-15", "2031-05-15")
    met = reading("d", "2031-05-12", account("d", COUPLE, day("2031-05-12"), "meeting"))
    assert len(merge_accounts([met, reading("b", "2031-05-10", moved)]).contacts) == 2
