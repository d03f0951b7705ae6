"""Constructions of press news: journeys of many stops, counterparts one by one, names behind long offices, hands lent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]


def told(accounts: tuple[Account, ...]) -> set[tuple[str, str, frozenset[str]]]:
    """(kind, status, parties) of each account."""
    return {(a.kind, a.status, frozenset(p.actor.name for p in a.participants)) for a in accounts}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "Angela Merkel will travel to Ghana, Benin, Togo and Niger, as well as Chad, in May.",
            {"Ghana", "Benin", "Togo", "Niger", "Chad"},
        ),
        (
            "Angela Merkel will pay visits to three African countries from 13 to 17 May, namely Ghana, Benin and Niger.",
            {"Ghana", "Benin", "Niger"},
        ),
        (
            "Angela Merkel will also travel to Ghana, Benin, Togo, Mali, Chad and Niger, as well as Oman, in May.",
            {"Ghana", "Benin", "Togo", "Mali", "Chad", "Niger", "Oman"},
        ),
        ("Angela Merkel will fly to Ghana, and Benin said it was ready.", {"Ghana"}),
    ],
)
def test_each_stop_of_a_list_is_a_visit(accounts_of: ReadText, text: str, states: set[str]) -> None:
    visits = [a for a in accounts_of(text, "2014-05-05") if a.kind == "visit"]
    assert {p.actor.name for a in visits for p in a.participants} == states | {"Angela Merkel"}
    assert all(a.status == "planned" for a in visits)


def test_of_a_journey_that_has_begun_the_later_stops_lie_ahead(accounts_of: ReadText) -> None:
    accounts = accounts_of(
        "Angela Merkel left Berlin on Monday on a tour of Ghana, Benin and Niger.", "2014-05-05"
    )
    assert told(accounts) == {
        ("visit", "ongoing", frozenset({"Angela Merkel", "Ghana"})),
        ("visit", "planned", frozenset({"Angela Merkel", "Benin"})),
        ("visit", "planned", frozenset({"Angela Merkel", "Niger"})),
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Angela Merkel met President Xi Jinping and Premier Li Keqiang in Beijing on Monday.", 2),
        ("Angela Merkel held talks with President Xi Jinping and Premier Li Keqiang on Monday.", 2),
        ("Angela Merkel was received by President Xi Jinping and Premier Li Keqiang on Monday.", 1),
        ("Angela Merkel met Xi Jinping and Li Keqiang in Beijing on Monday.", 1),
    ],
)
def test_heads_of_one_state_are_met_one_by_one(accounts_of: ReadText, text: str, count: int) -> None:
    accounts = accounts_of(text, "2014-07-08")
    assert len(accounts) == count
    assert all("Angela Merkel" in {p.actor.name for p in a.participants} for a in accounts)


def test_whoever_mediates_talks_is_no_side_of_them(accounts_of: ReadText) -> None:
    accounts = accounts_of("The talks are being mediated by Norway and hosted by Mexico.", "2021-09-24")
    assert accounts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel spoke with the leader of the interim authorities in Tripoli, Abdul Hamid Dbeibah, on Monday.",
        "Angela Merkel received the chairman of the transitional council in Khartoum, Abdel Fattah al-Burhan, on Monday.",
    ],
)
def test_a_name_behind_a_long_office_is_its_bearers(accounts_of: ReadText, text: str) -> None:
    (account,) = accounts_of(text, "2021-07-06")
    assert len({p.actor.state for p in account.participants}) == 2


def test_an_agent_behind_a_circumstance_receives(accounts_of: ReadText) -> None:
    text = "Angela Merkel was received on Monday in Lima with honours as a guest of state by President Ollanta Humala."
    (account,) = [a for a in accounts_of(text, "2014-05-06") if a.kind == "meeting"]
    assert {p.actor.name for p in account.participants} == {"Angela Merkel", "Ollanta Humala"}


def test_whoever_is_somewhere_for_talks_takes_part_in_them(accounts_of: ReadText) -> None:
    text = "John Kerry was in Jerusalem on Monday for talks with Mahmoud Abbas and Benjamin Netanyahu."
    talks = [a for a in accounts_of(text, "2013-05-06") if a.kind == "talks"]
    assert talks
    assert all("John Kerry" in {p.actor.name for p in a.participants} for a in talks)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Angela Merkel was flying to Lima on Monday for talks with Ollanta Humala.", "planned"),
        (
            "Angela Merkel had been due to arrive in Lima and later meet Ollanta Humala on Friday.",
            "cancelled",
        ),
        (
            "The chair refused to name Angela Merkel, who will meet Ollanta Humala on Friday.",
            "planned",
        ),
        ("A meeting of Angela Merkel and Ollanta Humala is possible.", "proposed"),
    ],
)
def test_the_words_around_say_how_a_meeting_stands(accounts_of: ReadText, text: str, status: str) -> None:
    met = [a for a in accounts_of(text, "2014-05-05") if a.kind in {"meeting", "talks"}]
    assert [a.status for a in met] == [status]


def test_who_was_on_the_way_is_on_a_visit(accounts_of: ReadText) -> None:
    accounts = accounts_of(
        "Angela Merkel was flying to Lima on Monday for talks with Ollanta Humala.", "2014-05-05"
    )
    assert ("visit", "ongoing", frozenset({"Angela Merkel", "Peru"})) in told(accounts)


def test_what_they_meet_to_talk_about_is_no_call(accounts_of: ReadText) -> None:
    text = "Officials from Peru, Chile and Ecuador are meeting behind closed doors to talk about fish."
    (account,) = accounts_of(text, "2014-05-05")
    assert account.kind == "meeting"


def test_wives_and_husbands_do_not_deal(accounts_of: ReadText) -> None:
    text = "Shinzo Abe and his wife Akie Abe were received in Jakarta on Monday by Joko Widodo and his wife Iriana."
    (account,) = accounts_of(text, "2015-03-24")
    assert {p.actor.name for p in account.participants if p.role == "party"} == {"Shinzo Abe", "Joko Widodo"}


def test_each_of_several_counterparts_is_met(accounts_of: ReadText) -> None:
    text = "Antony Blinken met with each of his counterparts from Peru, Chile and Ecuador in Lima on Monday."
    meetings = [a for a in accounts_of(text, "2022-10-04") if a.kind == "meeting"]
    assert {p.actor.state for a in meetings for p in a.participants} == {"USA", "PER", "CHL", "ECU"}
    assert len(meetings) == 3


def test_counterparts_of_a_bloc_are_the_blocs(accounts_of: ReadText) -> None:
    (account,) = accounts_of("Antony Blinken will meet ASEAN counterparts on Wednesday.", "2022-10-04")
    assert {p.actor.id for p in account.participants} == {"antony-blinken", "ASEAN"}


def test_whoever_presides_over_a_signing_signs(accounts_of: ReadText) -> None:
    text = "Shinzo Abe and Joko Widodo presided over the signing of two agreements in Jakarta on Monday."
    (account,) = accounts_of(text, "2015-03-24")
    assert (account.kind, account.status) == ("signing", "held")


def test_a_government_signs_with_rebels_without_a_name(accounts_of: ReadText) -> None:
    (account,) = accounts_of(
        "Chad's government and rebels signed a peace deal in Libya on Thursday.", "2007-10-26"
    )
    assert (account.kind, account.status) == ("signing", "held")


def test_guests_who_are_welcomed_together_are_at_one_meeting(accounts_of: ReadText) -> None:
    text = "Joko Widodo welcomed Shinzo Abe and Narendra Modi in Jakarta on Monday."
    (account,) = accounts_of(text, "2015-03-24")
    assert len(account.participants) == 3


def test_several_may_visit_the_country_that_the_report_is_on(accounts_of: ReadText) -> None:
    text = "John Kerry visited South Sudan in May. Shinzo Abe and Narendra Modi had both toured the country in March."
    accounts = accounts_of(text, "2014-06-03")
    assert ("visit", "held", frozenset({"Shinzo Abe", "Narendra Modi", "South Sudan"})) in told(accounts)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Angela Merkel's visit for talks with the Irish prime minister was seen as a sign.", {"DEU", "IRL"}),
        ("Shinzo Abe spoke in Tokyo. The inter-Korean summit last week raised hopes.", {"KOR", "PRK"}),
    ],
)
def test_the_other_side_of_a_contact_by_the_words_beside_it(
    accounts_of: ReadText, text: str, states: set[str]
) -> None:
    found = [{p.actor.state for p in a.participants} for a in accounts_of(text, "2018-09-23")]
    assert states in found


def test_what_was_done_on_a_visit_was_done_in_its_time(accounts_of: ReadText) -> None:
    text = "Joko Widodo said that during Shinzo Abe's visit to Indonesia in March 2016 the two had held talks on rice."
    (talks,) = [a for a in accounts_of(text, "2018-09-23") if a.kind == "talks"]
    assert talks.when is not None
    assert (talks.when.start, talks.when.end) == ("2016-03-01", "2016-03-31")


def test_talks_of_others_are_not_of_those_who_discuss_them(accounts_of: ReadText) -> None:
    text = "John Kerry telephoned Sergei Lavrov on Saturday. They discussed next week's round of talks between Syria's warring sides."
    accounts = accounts_of(text, "2014-02-08")
    assert [a.kind for a in accounts] == ["phone_call"]


@pytest.mark.parametrize(
    "text",
    [
        "The Colombian government and Marxist rebels resumed talks in Havana on Monday. FARC envoys were at the table.",
        "Colombia and the country's main rebel group met in Havana on Monday. FARC envoys were at the table.",
        "Talks are scheduled on May 5-8 between panels of the Colombian government and the FARC, Oslo said.",
    ],
)
def test_rebels_are_the_group_that_the_report_names(accounts_of: ReadText, text: str) -> None:
    (account,) = accounts_of(text, "2014-05-05")
    assert {p.actor.id for p in account.participants} == {"COL", "FARC"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Egypt's foreign ministry said the latest talks with Ethiopia had ended.", {"Egypt", "Ethiopia"}),
        ("Hassan Rouhani said that the talks with Russia would resume in May.", {"Hassan Rouhani", "Russia"}),
    ],
)
def test_whoever_speaks_of_talks_with_another_holds_them(
    accounts_of: ReadText, text: str, names: set[str]
) -> None:
    (account,) = accounts_of(text, "2014-04-05")
    assert {p.actor.name for p in account.participants} == names


def test_the_day_of_what_is_announced(accounts_of: ReadText) -> None:
    (visit,) = accounts_of("Peru has announced the visit of Shinzo Abe to Lima on May 13.", "2014-05-05")
    assert visit.when is not None
    assert (visit.status, visit.when.start) == ("planned", "2014-05-13")


def test_who_is_visiting_may_still_be_about_to(accounts_of: ReadText) -> None:
    text = (
        "Shinzo Abe will arrive in Lima on Sunday on a visit to Peru. Abe, who is visiting Peru at the invitation of"
        " Ollanta Humala, leads a large delegation."
    )
    visits = [a for a in accounts_of(text, "2014-05-09") if a.kind == "visit"]
    assert [a.status for a in visits] == ["planned"]


def test_calls_are_paid_one_by_one(accounts_of: ReadText) -> None:
    text = (
        "Shinzo Abe will call on Ollanta Humala, former president Alan Garcia and Alejandro Toledo in Lima."
    )
    assert len(accounts_of(text, "2014-05-05")) == 3


def test_two_who_sit_for_talks_hold_them(accounts_of: ReadText) -> None:
    (account,) = accounts_of("Shinzo Abe and Ollanta Humala sat for talks in Lima on Monday.", "2014-05-05")
    assert (account.status, len(account.participants)) == ("held", 2)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Shinzo Abe announced the news after a meeting with visiting President Ollanta Humala in Tokyo.",
            {"Shinzo Abe", "Ollanta Humala"},
        ),
        (
            "Shinzo Abe is back. His trip to Peru included a meeting with President Ollanta Humala.",
            {"Shinzo Abe", "Ollanta Humala"},
        ),
        (
            "Shinzo Abe told a joint press conference along with his Peruvian counterpart, Ollanta Humala, in Tokyo.",
            {"Shinzo Abe", "Ollanta Humala"},
        ),
    ],
)
def test_those_who_met_by_the_words_around(accounts_of: ReadText, text: str, names: set[str]) -> None:
    meetings = [a for a in accounts_of(text, "2014-05-05") if a.kind == "meeting"]
    assert [{p.actor.name for p in a.participants} for a in meetings] == [names]
    assert meetings[0].status == "held"


@pytest.mark.parametrize(
    "text",
    [
        "Peru would not confirm Shinzo Abe's arrival in Lima.",
        "Peru declined to confirm or deny Shinzo Abe's visit to Lima.",
    ],
)
def test_what_is_not_confirmed_is_not_declined(accounts_of: ReadText, text: str) -> None:
    assert not {a.status for a in accounts_of(text, "2014-05-05")} & {"declined", "denied", "cancelled"}


def test_whoever_is_aboard_arrives(accounts_of: ReadText) -> None:
    (visit,) = accounts_of("A special train carrying Shinzo Abe arrived in Beijing on Monday.", "2014-05-05")
    assert {p.actor.name for p in visit.participants} == {"Shinzo Abe", "China"}


def test_a_visit_years_ago_is_not_the_one_of_the_news(accounts_of: ReadText) -> None:
    text = (
        "Shinzo Abe arrived in Beijing amid tight security. He was all smiles. When Abe visited Beijing in 2006, he"
        " stayed a day."
    )
    visits = [a for a in accounts_of(text, "2014-11-09") if a.kind == "visit"]
    assert len(visits) == 2


def test_whoever_speaks_during_a_meeting_met_the_one_before(accounts_of: ReadText) -> None:
    text = (
        "Bad news for Condoleezza Rice came on Saturday. During an hour-long meeting at his residence, Prime Minister"
        " Ehud Olmert said he needed two weeks."
    )
    (account,) = accounts_of(text, "2006-07-31")
    assert {p.actor.name for p in account.participants} == {"Condoleezza Rice", "Ehud Olmert"}


def test_one_on_one_talks_are_held_though_nothing_was_learnt(accounts_of: ReadText) -> None:
    text = "Condoleezza Rice heard of the attack on Sunday, during one-on-one talks with Ehud Olmert."
    (account,) = accounts_of(text, "2006-07-31")
    assert (account.status, len(account.participants)) == ("held", 2)


def test_a_traveller_before_a_clause_in_commas(accounts_of: ReadText) -> None:
    text = (
        "South African President Thabo Mbeki, mediating in Zimbabwe's crisis, will go to Harare on Saturday."
    )
    (visit,) = accounts_of(text, "2008-08-08")
    assert {p.actor.name for p in visit.participants} == {"Thabo Mbeki", "Zimbabwe"}


def test_the_day_of_a_dateline_is_not_that_of_the_journey(accounts_of: ReadText) -> None:
    text = "GENEVA, March 23 John Kerry will travel to Moscow this weekend for talks on gas, his spokesman said on Friday."
    visit = next(a for a in accounts_of(text, "2014-03-21") if a.kind == "visit")
    assert visit.when is not None
    assert (visit.when.start, visit.when.end) == ("2014-03-22", "2014-03-23")


def test_talks_of_years_ago_need_not_be_of_those_who_meet_now(accounts_of: ReadText) -> None:
    text = "John Kerry met Mahmoud Abbas in Amman on Saturday. Peace talks ran aground in late 2010 over settlements."
    assert [a.kind for a in accounts_of(text, "2013-03-24")] == ["meeting"]
