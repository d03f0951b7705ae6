"""Who "the two" and "they" are in a clause of time behind two names."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read

BEFORE = "Emmanuel Macron and Angela Merkel spoke on Monday. "


def meant(text: str, words: str) -> list[str]:
    """The ids of whom the last group of these words means."""
    reading = read(make_report(Fields(source="x", text=text, date="2018-12-14")), load_knowledge())
    found = [each for each in reading.mentions if each.text.lower() == words]
    return sorted(actor.id for actor in found[-1].actors) if found else []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Theresa May wrote to Donald Trump after the two met in Buenos Aires.", "the two"),
        ("Theresa May thanked Donald Trump when they met in Buenos Aires.", "they"),
        ("Theresa May has not spoken to Donald Trump since the two sat down in July.", "the two"),
        ("Theresa May was firm with Donald Trump when they spoke in July.", "they"),
        ("Theresa May called Donald Trump before the two leaders met in Buenos Aires.", "the two leaders"),
    ],
)
def test_a_clause_of_time_is_of_those_above_it(text: str, words: str) -> None:
    assert meant(BEFORE + text, words) == ["donald-trump", "theresa-may"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Theresa May criticised Donald Trump after they met Vladimir Putin.", "they"),
        ("Donald Trump told Vladimir Putin that the two had agreed on nothing.", "the two"),
        ("Theresa May left when they met.", "they"),
    ],
)
def test_a_clause_that_may_be_of_others_is_left_to_the_other_rules(text: str, words: str) -> None:
    assert meant(BEFORE + text, words) == ["angela-merkel", "emmanuel-macron"]


def test_a_family_name_alone_is_of_who_will_lead_soon() -> None:
    text = "Donald Trump met Shinzo Abe in New York. Ivanka Trump sat in. The Kremlin said that Trump was welcome."
    reading = read(make_report(Fields(source="x", text=text, date="2016-11-29")), load_knowledge())
    last = [each for each in reading.mentions if each.text == "Trump"][-1]
    assert [actor.id for actor in last.actors] == ["donald-trump"]
