"""Who "he said" is after a sentence that reports no words: whoever that sentence is about, and not who spoke before."""

from __future__ import annotations

import pytest

from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Report, ReportDate


def last_speaker(text: str) -> str:
    dated = ReportDate(date="2014-05-05", basis="given", why="the test's date")
    report = Report(id="r", version="1", source="t", body=text, dated=dated)
    statement = read(report, load_knowledge(), every_statement=True).statements[-1]
    return statement.speaker.name if statement.speaker else ""


@pytest.mark.parametrize(
    ("who", "pronoun", "name"),
    [
        ("Emmanuel Macron", "He", "Emmanuel Macron"),
        ("Angela Merkel", "She", "Angela Merkel"),
        ("Harbour chief Jan Lund", "He", "Jan Lund"),
        ("Russia's Sergei Lavrov", "He", "Sergey Lavrov"),
        ("Kenyan Foreign Minister Ruth Okello", "She", "Ruth Okello"),
        ("But Angela Merkel", "She", "Angela Merkel"),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(who: str, pronoun: str, name: str) -> None:
    text = f"The mayor said the tunnel had leaks. {who} disagreed. {pronoun} said that nobody would pay."
    assert last_speaker(text) == name


def test_an_official_of_a_state_is_somebody_and_not_the_state() -> None:
    text = "A senior American official visited the port on Monday. He said that nobody would pay."
    assert last_speaker(text).endswith("American official")


def test_who_is_merely_named_does_not_speak() -> None:
    text = "The mayor said the tunnel had leaks. Crowds chanted the name of Angela Merkel. He said that nobody would pay."
    assert last_speaker(text) == "mayor"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dmitry Peskov said the ships would leave without giving a date.", [("the ships would leave", "Dmitry Peskov")]),
        ("Dmitry Peskov said the ships would leave, without elaborating.", [("the ships would leave", "Dmitry Peskov")]),
        ("Dmitry Peskov said the ships would leave without paying.", [("the ships would leave without paying", "Dmitry Peskov")]),
        ("Angela Merkel said observers had reported new attacks, and blamed both sides.",
         [("observers had reported new attacks", "Angela Merkel"), ("both sides", "Angela Merkel")]),
        ('French President Emmanuel Macron said he was ready to recognise the state but that it had to come "in time".',
         [("he was ready to recognise the state", "Emmanuel Macron"),
          ('it had to come "in time"', "Emmanuel Macron"), ("in time", "Emmanuel Macron")]),
    ],
)  # fmt: skip
def test_a_clause_ends_where_its_speaker_acts_again(text: str, wanted: list[tuple[str, str]]) -> None:
    dated = ReportDate(date="2014-05-05", basis="given", why="the test's date")
    report = Report(id="r", version="1", source="t", body=text, dated=dated)
    found = read(report, load_knowledge(), every_statement=True).statements
    assert [(s.text, s.speaker.name if s.speaker else "") for s in found] == wanted
