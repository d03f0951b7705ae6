"""What "here" and "the country" mean, which way a visit goes, and years that lie behind."""

from __future__ import annotations

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Account


def accounts_of(text: str, day: str) -> tuple[Account, ...]:
    """The accounts of a text that was published on a day."""
    return read(make_report(Fields(source="x", text=text, date=day)), load_knowledge()).accounts


def told(accounts: tuple[Account, ...]) -> set[tuple[str, str, str, frozenset[str]]]:
    """Kind, status, first day and parties of each account."""
    return {
        (a.kind, a.status, (a.when and a.when.start) or "", frozenset(p.actor.name for p in a.participants))
        for a in accounts
    }


def test_here_is_the_state_of_the_dateline() -> None:
    text = "SUVA: New Zealand Foreign Minister Winston Peters Tuesday arrived here on a three-day official visit."
    assert told(accounts_of(text, "2019-10-02")) == {
        ("visit", "ongoing", "2019-10-01", frozenset({"Winston Peters", "Fiji"}))
    }


def test_here_without_a_dateline_is_nowhere() -> None:
    text = "New Zealand Foreign Minister Winston Peters arrived here on Tuesday."
    assert not accounts_of(text, "2019-10-02")


def test_the_countrys_leaders_are_of_where_the_visit_is() -> None:
    text = "Australian Foreign Minister Marise Payne, who is visiting Port Vila, held talks with the country's leadership."
    pairs = {(kind, parties) for kind, _, _, parties in told(accounts_of(text, "2019-10-02"))}
    assert ("talks", frozenset({"Marise Payne", "Vanuatu"})) in pairs


def test_a_visit_back_is_another_visit() -> None:
    text = (
        "Australian Foreign Minister Marise Payne arrived in Port Vila on Sunday. "
        "It follows a visit to Canberra by Vanuatu's Prime Minister Charlot Salwai on August 3."
    )
    assert told(accounts_of(text, "2019-10-02")) == {
        ("visit", "held", "2019-09-29", frozenset({"Marise Payne", "Vanuatu"})),
        ("visit", "held", "2019-08-03", frozenset({"Charlot Salwai", "Australia"})),
    }


def test_what_is_prepared_lies_ahead() -> None:
    text = (
        "Kenyatta met Museveni in Kampala on Monday to review preparations for a summit of Kenya and Uganda."
    )
    found = {(kind, status) for kind, status, _, _ in told(accounts_of(text, "2019-10-02"))}
    assert found == {("meeting", "held"), ("summit", "planned")}


def test_the_first_in_years_has_no_day_ahead() -> None:
    text = "The visit by Sergei Lavrov to Pakistan will be the first by a Russian foreign minister in nine years."
    days = [a.when.start for a in accounts_of(text, "2021-04-06") if a.when]
    assert days == ["2021-04-06"]


def test_who_is_currently_visiting_is_the_guest() -> None:
    text = (
        "Egyptian Defence Minister Sedki Sobhi met with Pakistani Army Chief General Raheel Sharif "
        "and his accompanying delegation currently visiting Egypt."
    )
    pairs = {(kind, parties) for kind, _, _, parties in told(accounts_of(text, "2016-07-20"))}
    assert pairs == {
        ("meeting", frozenset({"Sedki Sobhi", "Raheel Sharif"})),
        ("visit", frozenset({"Raheel Sharif", "Egypt"})),
    }


def test_a_custom_lends_its_years_to_no_contact() -> None:
    text = (
        "Leaders from China, Japan and the Republic of Korea have held their first trilateral summit. "
        "The summit took place each year from 2008 to 2012."
    )
    assert [a.when.start for a in accounts_of(text, "2015-11-02") if a.when] == [None]


def test_a_list_before_a_possessive_is_of_the_call() -> None:
    text = "Macron, Meloni and Scholz's call with Zelensky lasted an hour on Monday."
    assert told(accounts_of(text, "2023-04-06")) == {
        (
            "call",
            "held",
            "2023-04-03",
            frozenset({"Emmanuel Macron", "Giorgia Meloni", "Olaf Scholz", "Volodymyr Zelenskyy"}),
        )
    }


def test_two_ends_of_a_visit_are_one() -> None:
    text = (
        "Sri Lankan President Mahinda Rajapaksa cut short his three-day official visit to Nepal Tuesday. "
        "Rajapaksa arrived in Kathmandu Monday."
    )
    (visit,) = accounts_of(text, "2009-03-03")
    assert visit.when is not None
    assert (visit.when.start, visit.when.end) == ("2009-03-02", "2009-03-03")


def test_the_end_of_a_meeting_is_of_who_makes_it_known() -> None:
    text = (
        "The president of the United States announced Saturday the cancellation of a meeting with the Taliban "
        "and Afghanistan's leader planned for this weekend."
    )
    (meeting,) = accounts_of(text, "2019-09-08")
    assert meeting.status == "cancelled"
    assert {p.actor.name for p in meeting.participants} == {"Donald Trump", "Taliban", "Ashraf Ghani"}


def test_a_strangers_call_is_no_call_of_those_called() -> None:
    text = "The new security chief held introductory calls with officials from France, Germany and Japan on Thursday."
    assert not accounts_of(text, "2021-01-22")


def test_a_trip_that_is_discussed_is_its_owners() -> None:
    text = "Sullivan and Lovegrove discussed President Joe Biden's upcoming trip to London in June to meet Boris Johnson."
    assert told(accounts_of(text, "2021-05-19")) == {
        ("visit", "planned", "2021-06-01", frozenset({"Joe Biden", "United Kingdom"})),
        ("meeting", "planned", "2021-06-01", frozenset({"Joe Biden", "Boris Johnson"})),
    }


def test_who_proposed_a_call_leaves_it_held_and_the_last_one_is_another() -> None:
    text = (
        "The phone call between President Putin and Chancellor Scholz was proposed by Berlin, according to TASS. "
        "Mr Scholz and Mr Putin's last conversation took place in December 2022."
    )
    found = [(a.status, a.when and a.when.start) for a in accounts_of(text, "2024-11-16")]
    assert found == [("held", "2024-11-15"), ("held", "2022-12-01")]


def test_a_recent_visit_is_not_of_the_day_of_the_call_that_recalls_it() -> None:
    text = "Rabuka and Marape on Wednesday discussed trade in light of Rabuka's recent visit to Samoa."
    found = {a.kind: a.when and a.when.start for a in accounts_of(text, "2023-05-17")}
    assert found == {"talks": "2023-05-17", "visit": None}


def test_the_day_behind_ahead_of_is_of_what_follows() -> None:
    text = (
        "Saudi Arabia's King Salman held a second phone call with Donald Trump, ahead of the US president's summit "
        "with Emir of Kuwait Sheikh Sabah Al Ahmad Al Sabah in Washington on Thursday."
    )
    found = {
        a.kind: (a.status, a.when and a.when.start, len(a.participants))
        for a in accounts_of(text, "2017-09-06")
    }
    assert found == {"phone_call": ("held", "2017-09-05", 2), "summit": ("planned", "2017-09-07", 2)}


def test_initials_without_points_are_the_same_name() -> None:
    text = "The talks were held in New Delhi in 2009 between M K Narayanan and Dai Bingguo."
    assert told(accounts_of(text, "2010-11-29")) == {
        ("talks", "held", "2009-01-01", frozenset({"M. K. Narayanan", "Dai Bingguo"}))
    }


def test_who_welcomes_talks_says_not_when_they_are() -> None:
    text = (
        "The United States on Friday welcomed a meeting between the foreign ministers of India and Pakistan. "
        "India had agreed to a meeting between Sushma Swaraj and Shah Mahmood Qureshi next week."
    )
    found = {(a.status, (a.when and a.when.start) or "") for a in accounts_of(text, "2018-09-21")}
    assert found == {("planned", "2018-09-24")}


def test_who_brokers_talks_is_no_party_of_them() -> None:
    text = "African Union-sponsored peace talks between Ethiopia and Eritrea are planned for this weekend."
    (talks,) = accounts_of(text, "2022-10-07")
    assert {p.actor.name for p in talks.participants} == {"Ethiopia", "Eritrea"}


def test_offices_in_capitals_stand_before_names() -> None:
    text = "PM Modi telephoned PM Johnson on Monday. FM Qureshi met EAM Jaishankar on Sunday."
    assert told(accounts_of(text, "2021-09-21")) == {
        ("phone_call", "held", "2021-09-20", frozenset({"Narendra Modi", "Boris Johnson"})),
        ("meeting", "held", "2021-09-19", frozenset({"Shah Mahmood Qureshi", "S. Jaishankar"})),
    }


def test_talks_on_a_trip_are_of_who_travels() -> None:
    text = (
        "The Taliban's acting foreign minister, Amir Khan Muttaqi, flew to Islamabad on Friday for a four-day trip "
        "that will include talks with his Pakistani counterpart."
    )
    (talks,) = (a for a in accounts_of(text, "2023-05-05") if a.kind == "talks")
    assert "Amir Khan Muttaqi" in {p.actor.name for p in talks.participants}
    assert talks.status == "planned"


def test_rounds_over_years_are_not_of_the_day_of_the_report() -> None:
    text = "Iraq has hosted five rounds of talks between Saudi Arabia and Iran since April 2021."
    assert [a.when.start for a in accounts_of(text, "2022-05-02") if a.when] == [None]
