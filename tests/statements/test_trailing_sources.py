"""Who speaks behind a whole clause, whatever the parse makes of the verb: "The dam holds, the mayor, Jan Lund, said"."""

from __future__ import annotations

import itertools

import pytest

from communique.knowledge import load_knowledge
from communique.reading import read_many
from communique.records import Report, ReportDate

CLAUSES = [
    "The harbour board was telling the truth only by halves",
    "Miners fired in self-defence at the gate",
    "It was the coast guard's own boat that did it",
    "More than forty towns had shown sympathy for that view",
    "Nobody at the depot was asked, let alone warned",
    "The tunnel that joins the two valleys has leaks",
    "The clerk knew and did nothing",
    "Bread could cost another third by the winter",
]
AHEAD = [
    ("the governor of Lambay, Walter Quill,", "Walter Quill"),
    ("the finance ministry there", "finance ministry"),
    ("national commissioner Riah Mosley", "Riah Mosley"),
    ("its envoy to the agency", "its envoy to the agency"),
]
VERBS = ["said on Friday", "argued", "told reporters", "remarked by the door", "has said"]
BEHIND = [
    ("officials", "officials"),
    ("the finance ministry there", "finance ministry"),
    ("Ada Lindqvist", "Ada Lindqvist"),
]
TURNED = ["argued", "conceded", "added", "insisted"]


def told(texts: list[str]) -> list[set[tuple[str, str]]]:
    """(words, speaker) of the statements of each text."""
    dated = ReportDate(date="2014-05-05", basis="given", why="the test's date")
    reports = [
        Report(id=f"r{n}", version="1", source="t", body=text, dated=dated) for n, text in enumerate(texts)
    ]
    return [
        {(s.text, s.speaker.name if s.speaker else "") for s in reading.statements}
        for reading in read_many(reports, load_knowledge(), every_statement=True)
    ]


def missed(cases: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The texts of (text, clause, speaker) whose clause is not read as the speaker's."""
    found = told([text for text, _, _ in cases])
    return [case for case, statements in zip(cases, found, strict=True) if case[1:] not in statements]


def test_the_phrase_between_a_clause_and_its_verb_speaks() -> None:
    asked = itertools.product(CLAUSES, AHEAD, VERBS)
    cases = [(f"{clause}, {phrase} {verb}.", clause, name) for clause, (phrase, name), verb in asked]
    assert len(missed(cases)) <= 0.03 * len(cases), missed(cases)


def test_the_phrase_behind_a_clause_and_its_verb_speaks() -> None:
    asked = itertools.product(CLAUSES, BEHIND, TURNED)
    cases = [(f"{clause}, {verb} {phrase}.", clause, name) for clause, (phrase, name), verb in asked]
    assert len(missed(cases)) <= 0.03 * len(cases), missed(cases)


def test_what_opens_a_sentence_does_not_speak() -> None:
    openers = ["After the vote in Lima,", "Hours before the strike at the port,", "On the eve of the fair,"]
    asked = itertools.product(openers, AHEAD, ["said", "revealed", "has said", "told the council"])
    told_that = "the tunnel had leaks"
    cases = [
        (f"{opener} {phrase} {verb} that {told_that}.", told_that, name)
        for opener, (phrase, name), verb in asked
    ]
    assert not missed(cases)


def test_what_was_done_to_the_speaker_is_his_clause_to_its_end() -> None:
    (found,) = told(["In a letter on Friday, the clerk, Jan Lund, said he has been offered a bed by Chile."])
    assert ("he has been offered a bed by Chile", "Jan Lund") in found


@pytest.mark.parametrize(
    "text",
    [
        "The clerk, a friend of the mayor, Jan Lund, said little.",
        "The ships left the port, the sailors told to keep silent.",
        "Three clerks were dismissed, the mayor among them, and asked to leave the town.",
        "The miner was tried in May, found guilty and told to pay.",
    ],
)
def test_no_phrase_speaks_that_only_stands_there(text: str) -> None:
    (found,) = told([text])
    assert not {words for words, _ in found if text.startswith(words) and words != text}
