"""How newspapers begin: a day and a name without a comma, and headlines in the present tense."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Account


def told(text: str, date: str) -> list[tuple[str, str, str | None, list[str]]]:
    reading = read(make_report(Fields(source="x", text=text, date=date)), load_knowledge())
    return [seen(each) for each in reading.accounts]


def seen(account: Account) -> tuple[str, str, str | None, list[str]]:
    names = sorted(each.actor.name.split()[-1] for each in account.participants if each.actor)
    return account.kind, account.status, account.when.start if account.when else None, names


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("On 14 June Minister Fidan met Sergey Lavrov.", "2024-06-20", ("meeting", "held", "2024-06-14")),
        ("On 14 June 2024 Hakan Fidan met Sergey Lavrov.", "2024-06-20", ("meeting", "held", "2024-06-14")),
        ("On the evening of 14 June Fidan met Lavrov.", "2024-06-20", ("meeting", "held", "2024-06-14")),
        ("On Friday Fidan met Lavrov.", "2024-06-20", ("meeting", "held", "2024-06-14")),
        ("In June Fidan met Lavrov.", "2024-07-20", ("meeting", "held", "2024-06-01")),
        ("On Friday Fidan will phone Lavrov.", "2024-06-12", ("phone_call", "planned", "2024-06-14")),
    ],
)  # fmt: skip
def test_a_day_before_a_name_without_a_comma(text: str, date: str, expected: tuple[str, str, str]):
    assert told(text, date) == [(*expected, ["Fidan", "Lavrov"])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fidan hosts Lavrov in Ankara.", "meeting"),
        ("Fidan phones Lavrov.", "phone_call"),
        ("Hakan Fidan greets Sergey Lavrov in Ankara.", "meeting"),
        ("Fidan rang Lavrov.", "phone_call"),
    ],
)  # fmt: skip
def test_first_words_in_the_present_tell_of_what_has_happened(text: str, kind: str):
    ((found, status, _, names),) = told(text, "2024-06-20")
    assert (found, status, names) == (kind, "held", ["Fidan", "Lavrov"])


def test_a_first_name_that_is_a_month_stays_with_its_family_name():
    assert told("April Kerry met Sergey Lavrov.", "2014-06-20") == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Fidan, Lavrov hold talks.", "talks", "held"),
        ("Turkey's Fidan to visit Moscow for talks with Lavrov.", "talks", "planned"),
        ("Fidan and Lavrov to hold talks on Friday.", "talks", "planned"),
        ("Fidan-Lavrov meeting postponed.", "meeting", "cancelled"),
        ("Fidan-Lavrov meeting to go ahead.", "meeting", "planned"),
        ("The Fidan-Lavrov meeting was their first in two years.", "meeting", "held"),
        ("A meeting between Fidan and Lavrov planned for May has been cancelled.", "meeting", "cancelled"),
    ],
)  # fmt: skip
def test_the_clipped_ways_of_headlines(text: str, kind: str, status: str):
    assert (kind, status, ["Fidan", "Lavrov"]) in [(*each[:2], each[3]) for each in told(text, "2024-06-20")]


def test_what_the_parser_is_given_changes_no_word():
    text = "On 5 October Fidan phones Lavrov, Mitsotakis to meet Rama."
    reading = read(make_report(Fields(source="x", text=text, date="2024-10-20")), load_knowledge())
    assert reading.report.body == text
    assert all(text[m.span.start : m.span.end] == m.text for m in reading.mentions)
    assert [each.when.text for each in reading.accounts if each.when][:1] == ["5 October"]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Hakan Fidan had a telephone conversation today with H.E. Mr. Sergey Lavrov, Foreign Minister of Russia.",
        "Hakan FIDAN had a telephone conversation today with Sergey LAVROV.",
        "Hakan Fidan telephoned today with Sergey Lavrov.",
    ],
)  # fmt: skip
def test_the_manners_of_protocol(text: str):
    assert told(text, "2024-06-20") == [("phone_call", "held", "2024-06-20", ["Fidan", "Lavrov"])]


def test_a_family_name_in_capitals_stands_before_or_behind():
    ((_, _, _, names),) = told("Ms. KAMIKAWA Yoko met Annalena BAERBOCK.", "2024-06-20")
    assert names == ["Baerbock", "Kamikawa"]


def test_talks_with_one_who_is_named_are_those_of_whom_the_sentence_before_is_about():
    text = "Kenyan President William Ruto was in Kampala on Tuesday. Talks with his host, Yoweri Museveni, focused on fuel."
    assert ("talks", ["Museveni", "Ruto"]) in [(each[0], each[3]) for each in told(text, "2024-05-16")]
    apart = "Kenyan President William Ruto was in Kampala on Tuesday. Talks with ministers focused on fuel."
    assert "talks" not in [each[0] for each in told(apart, "2024-05-16")]


def test_a_capital_before_a_minister_of_another_state_is_none_of_his_states():
    text = "Before leaving for Doha, the Iranian minister met Hakan Fidan."
    assert [each[3] for each in told(text, "2024-05-16")] == [["Fidan", "Iran"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fidan hoped to meet Lavrov in Sochi.", "proposed"),
        ("Fidan said he was hoping to bring Lavrov and Zelensky together.", "proposed"),
        ("Fidan is slated to meet Lavrov in Sochi.", "planned"),
        ("Fidan dined with Lavrov in Sochi.", "held"),
    ],
)
def test_verbs_that_a_model_takes_for_others(text: str, status: str):
    assert [each[1] for each in told(text, "2024-11-20")] == [status]


def test_who_is_snubbed_is_not_met():
    text = "Mitsotakis snubbed Erdogan, cancelling a meeting hours before it was to begin."
    assert "held" not in [each[1] for each in told(text, "2024-11-20")]


def test_an_agreement_to_meet_is_no_meeting():
    assert [each[1] for each in told("Fidan and Lavrov agreed to meet in Sochi in May.", "2024-04-10")] == [
        "planned"
    ]
