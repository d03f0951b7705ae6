"""Reports that look as if they told of one contact: officials and leaders, other towns, calls on two days in a row."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.merge import merge_accounts
from communique.reading import read_many

LEADERS = "French President Emmanuel Macron met Indian Prime Minister Narendra Modi in Geneva on Wednesday."
MINISTERS = "The foreign ministers of France and India met in Geneva on Wednesday."


def contacts(*told: tuple[str, str]) -> int:
    """How many contacts reports tell of, each of a day."""
    reports = [
        make_report(Fields(source=f"r{number}", text=text, date=on)) for number, (on, text) in enumerate(told)
    ]
    return len(merge_accounts(read_many(reports, load_knowledge())).contacts)


@pytest.mark.parametrize(
    "text",
    [
        "Delegations from France and India met in Geneva on Wednesday.",
        "Technical teams from France and India met in Geneva on Wednesday.",
        "French and Indian officials held talks in Geneva on Wednesday.",
        "The deputy foreign ministers of France and India met in Geneva on Wednesday.",
        "The trade ministers of France and India met in Geneva on Wednesday.",
        "French President Emmanuel Macron met the Indian trade minister in Geneva on Wednesday.",
        "French President Emmanuel Macron met the Indian ambassador in Geneva on Wednesday.",
        "Indian Prime Minister Narendra Modi met Emmanuel Macron's envoy in Geneva on Wednesday.",
    ],
)
def test_officials_are_not_their_leaders(text):
    assert contacts(("2023-02-15", LEADERS), ("2023-02-16", text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "France and India held talks in Geneva on Wednesday.",
        "The leaders of France and India met in Geneva on Wednesday.",
        "French President Emmanuel Macron met the Indian prime minister in Geneva on Wednesday.",
        "French President Emmanuel Macron met the Indian leader in Geneva on Wednesday.",
    ],
)
def test_a_state_or_an_office_may_be_its_leader(text):
    assert contacts(("2023-02-15", LEADERS), ("2023-02-16", text)) == 1


def test_two_ministers_without_a_name_are_two():
    other = "The Kenyan trade minister met his Rwandan counterpart in Geneva on Wednesday."
    same = "The Kenyan energy minister met his Rwandan counterpart in Geneva on Wednesday."
    assert contacts(("2023-02-15", other), ("2023-02-16", same)) == 2
    assert contacts(("2023-02-15", other), ("2023-02-16", other)) == 1


@pytest.mark.parametrize("recalled", ["met in {town} last month", "last met in {town}"])
def test_what_is_recalled_of_another_town_is_another_contact(recalled):
    aside = "Farmers blocked roads in the north and in the south of the country with tractors on Friday."
    told = f"{aside} Emmanuel Macron and Narendra Modi {recalled}."
    assert contacts(("2023-02-15", LEADERS), ("2023-03-03", told.format(town="Geneva"))) == 1
    assert contacts(("2023-02-15", LEADERS), ("2023-03-03", told.format(town="Oslo"))) == 2


def test_calls_on_two_days_in_a_row_are_two():
    first = "Alexis Tsipras telephoned Zoran Zaev on Monday afternoon."
    second = "The accord was near, Alexis Tsipras said a few minutes after a telephone call with Zoran Zaev on Tuesday."
    assert contacts(("2018-06-11", first), ("2018-06-12", second)) == 2
