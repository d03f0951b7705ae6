"""Speakers and chains in the manner of news: unnamed people, papers that cite papers, words within words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., tuple[Any, ...]]


def told(read: Read, text: str) -> list[tuple[str | None, list[str], str]]:
    """Speaker, chain and words of every statement."""
    return [
        (s.speaker.name if s.speaker else None, [link.name for link in s.chain], s.text) for s in read(text)
    ]


CASES = [
    (
        'A senior Balkan diplomat told the Financial Times that the plan was "dead". Skopje, the person added, had given up.',
        ("A senior Balkan diplomat", ["Financial Times"], "Skopje, the person added, had given up"),
    ),
    (
        "Rebels have not left the valley, Reuters reported, citing a Congolese security source who had spoken with them.",
        ("a Congolese security source", ["Reuters"], "Rebels have not left the valley"),
    ),
    (
        "The tanks were sold in May, Le Monde wrote on the strength of internal minutes.",
        ("internal minutes", ["Le Monde"], "The tanks were sold in May"),
    ),
    (
        "Wages rose by a tenth, according to the statistics office, which Reuters cited.",
        ("statistics office", ["Reuters"], "Wages rose by a tenth"),
    ),
    (
        "A band that nobody knew claimed the raid in a video that Al Jazeera aired.",
        ("A band", ["Al Jazeera"], "the raid"),
    ),
    (
        "The mills would stop by May, he said, unless the rains came.",
        (None, [], "The mills would stop by May, he said, unless the rains came"),
    ),
    (
        "The relief agency asked the Dutch for sixty divers to search the wreck.",
        ("relief agency", [], "sixty divers to search the wreck"),
    ),
    (
        "A spokesman for the bank called the report nonsense.",
        ("A spokesman for the bank", [], "the report nonsense"),
    ),
    (
        'The Minister welcomed the "constructive spirit" of the talks and stressed the need for a fair toll.',
        ("Minister", [], "the need for a fair toll"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_says_so_through_whom(read: Read, text: str, expected: tuple[str | None, list[str], str]) -> None:
    assert expected in told(read, text)


def test_a_rejection_within_somebody_elses_report_keeps_its_own_quotation(read: Read) -> None:
    found = read('Damascus dismissed the finding as "a forgery", its news agency reported.')
    quoted = next(s for s in found if s.kind == "part_quote")
    assert (quoted.speaker.text, [link.text for link in quoted.chain]) == ("Damascus", ["its news agency"])


def test_a_verb_of_utterance_opens_the_paragraph_behind_it(read: Read) -> None:
    found = read('Their trainer, Oskar Lindqvist, whispered.\n\n"We heard one knock under the stairs."')
    assert [s.speaker.name for s in found] == ["Oskar Lindqvist"]


def test_the_first_sentence_of_a_quotation_decides_what_it_does(read: Read) -> None:
    found = read('"The harvest is in and the barns are full. Buy our wheat," the farm minister said.')
    assert [s.polarity for s in found] == ["asserts"]


def test_a_farmer_who_sells_without_rain_threatens_nobody(read: Read) -> None:
    found = read('"If it does not rain by Sunday, I will sell the herd," the farmer said.')
    assert [s.polarity for s in found] == ["asserts"]


def test_a_title_of_a_novel_is_nobodys_words(read: Read) -> None:
    assert read('Her first novel, "A Customs Officer in Love", sold nine hundred copies.') == ()


def test_who_is_mocked_for_saying_so_says_so(read: Read) -> None:
    found = read("The chairman praised Anna Weiss for saying that the price was fair.")
    assert [s.speaker.name for s in found] == ["Anna Weiss"]


def test_a_reporter_asks_and_not_his_paper(read: Read) -> None:
    found = read(
        "The remark came in response to a reporter from the conservative Daily Echo, who asked whether he would pass laws."
    )
    assert [s.speaker.text for s in found] == ["a reporter from the conservative Daily Echo"]


def test_two_who_are_named_together_speak_together(read: Read) -> None:
    found = read(
        "Speaker Paul Ryan met the press. Ryan and Senator John Cornyn suggested that they would back the bill."
    )
    assert found[-1].speaker.name == "Ryan and Senator John Cornyn"


def test_who_was_insulted_after_it_had_said_it(read: Read) -> None:
    found = read(
        "The official also insulted Vice President Mike Pence after he said Pyongyang had asked for the meeting."
    )
    assert found[0].speaker.name == "Mike Pence"


def test_claimed_lives_are_no_words(read: Read) -> None:
    assert read("Mourners marched through Sidon after the attack, which claimed at least seven lives.") == ()


def test_what_was_urged_ends_where_the_teller_goes_on(read: Read) -> None:
    found = read(
        "Korean officials said Mr Moon urged Mr Trump to keep at it and that the two leaders agreed to meet soon."
    )
    assert [(s.polarity, s.text) for s in found] == [
        ("asks", "keep at it"),
        ("asserts", "the two leaders agreed to meet soon"),
    ]
    assert found[1].speaker.text == "Korean officials"


def test_a_paper_speaks_for_those_who_signed_it(read: Read) -> None:
    found = read("The statement, signed by nine former generals, calls the plan reckless.")
    assert [(s.speaker.text, s.text) for s in found] == [("nine former generals", "the plan reckless")]


def test_what_a_sign_says_is_nobodys_that_the_text_tells(read: Read) -> None:
    found = read('A note pinned to the door read: "Back in spring."')
    assert [(s.speaker, s.text) for s in found] == [(None, "Back in spring.")]


def test_what_somebody_is_said_to_have_told_is_told_once(read: Read) -> None:
    found = read('"There is a nail where the Vermeer hung," the tourist is said to have told a guard.')
    assert [(s.speaker.text, s.text) for s in found] == [
        ("the tourist", "There is a nail where the Vermeer hung,")
    ]


def test_a_question_put_to_somebody_by_nobody_is_no_statement(read: Read) -> None:
    found = read("The general was asked three times whether prisoners had been beaten.")
    assert found == ()


def test_what_was_left_unsaid_is_no_refusal(read: Read) -> None:
    assert read("The report does not say who gave the order.") == ()


def test_a_description_without_a_reporting_word_may_be_meant_by_a_pronoun(read: Read) -> None:
    found = read("The envoy was blunt. The road would stay shut until spring, he told both sides.")
    assert [s.speaker.name for s in found] == ["envoy"]


def test_an_author_with_his_office_behind_him(read: Read) -> None:
    found = read('Its author, the retired judge Piet van Wyk, warns that the law "has teeth and no jaw".')
    assert {s.speaker.name for s in found} == {"Piet van Wyk"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor seemed to revel in the outcome of the meeting, where the two sides agreed to hold off on new fees.",
        "The war threatened to damage the harvest.",
        "There is a path if both sides meet in good faith and recognise that neither will get all it wants.",
    ],
)
def test_what_nobody_has_said_is_no_statement(read: Read, text: str) -> None:
    assert read(text) == ()


def test_who_was_accused_did_not_accuse(read: Read) -> None:
    found = read("Otto Reiner had been arrested in May and accused of stealing a poster.")
    assert all(s.speaker is None for s in found)


def test_the_president_with_whom_it_began_goes_on(read: Read) -> None:
    found = read(
        "The day began with the president saying that the fleet would sail and then saying he would speak with Oslo."
    )
    assert {s.speaker.text for s in found} == {"the president"}


def test_his_remarks_are_his(read: Read) -> None:
    found = read("Anna Weiss tried to quell outrage over her earlier remarks saying she trusts her officers.")
    assert [s.speaker.name for s in found] == ["Anna Weiss"]


def test_nobody_tells_of_himself_by_name(read: Read) -> None:
    found = read("Peter Hall met Donald Trump in 1999. He said he also introduced Trump to a singer.")
    assert [s.speaker.name for s in found] == ["Peter Hall"]


def test_a_promise_to_halt_something_is_no_threat(read: Read) -> None:
    found = read("The premier promised to halt the drills.")
    assert [s.polarity for s in found] == ["promises"]


def test_a_quotation_keeps_its_speaker_whatever_the_parse(read: Read) -> None:
    found = read(
        "“This is truly odd,” tweeted Sen. Hugo Van Doren, Maryland Democrat. “It has the same roof today.”"
    )
    assert [s.speaker.name for s in found] == ["Hugo Van Doren", "Hugo Van Doren"]


def test_sanctions_add_nothing(read: Read) -> None:
    found = read(
        "Anna Weiss told reporters that port fees would go in May, but then chipped away at that stance by adding that "
        "she looked forward to it."
    )
    assert {s.speaker.name for s in found} == {"Anna Weiss"}


def test_a_spokeswoman_whom_nobody_names_is_no_minister(read: Read) -> None:
    found = read(
        "Adel al-Jubeir spoke in Riyadh. A Saudi spokeswoman told the Post that the report was false."
    )
    assert found[-1].speaker.text == "A Saudi spokeswoman"
    assert found[-1].speaker.id is None


MORE = [
    (
        "By the harbour master's reckoning, nine boats are missing.",
        ("harbour master", [], "nine boats are missing"),
    ),
    (
        "To hear Senator Duarte tell it, the dam was sold for a case of brandy.",
        ("Senator Duarte", [], "the dam was sold for a case of brandy"),
    ),
    (
        "General Mbaye, in an address carried live by the state broadcaster RTS, pledged an election before the harvest.",
        ("Mbaye", ["RTS"], "an election before the harvest"),
    ),
    (
        "Asked by Senator Kline about the missing hour, the general allowed that the log had been rewritten.",
        ("general", [], "the log had been rewritten"),
    ),
    (
        "Interfax-Ukraine, citing the port authority, reported that the pilot had been drunk.",
        ("port authority", ["Interfax-Ukraine"], "the pilot had been drunk"),
    ),
    (
        '"I leave because I am tired," ex-premier Helle Lund posted on Facebook.',
        ("Helle Lund", [], "I leave because I am tired,"),
    ),
    (
        'Somebody had chalked on the gate: "Closed until the truth comes out."',
        (None, [], "Closed until the truth comes out."),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text[:40] for text, _ in MORE])
def test_rarer_ways_of_saying_who_says_so(
    read: Read, text: str, expected: tuple[str | None, list[str], str]
) -> None:
    speaker, chain, words = expected
    assert any(
        said == words
        and (name or "").endswith(speaker or "")
        and bool(name) == bool(speaker)
        and links == chain
        for name, links, said in told(read, text)
    )


def test_a_few_quoted_words_do_what_their_clause_does(read: Read) -> None:
    found = read('Ms Frankel waved away talk of a challenge. The party had never been "one fist", she said.')
    assert [s.polarity for s in found if s.kind == "part_quote"] == ["denies"]
