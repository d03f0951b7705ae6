"""Sources that are told in rarer ways, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read as read_report

Read = Callable[..., tuple[Any, ...]]

TOLD = [
    ("The board lost three million crowns, the mill said, citing higher wages.", "mill"),
    ("Sen. Ada Brask, D-Ohio, who lost in May, said that the bridge was shut.", "Ada Brask"),
    ("Sen. Ada Brask, R-N.H., said that the bridge was shut.", "Ada Brask"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_who_says_so(read: Read, text: str, speaker: str) -> None:
    assert [s.speaker and s.speaker.name for s in read(text)] == [speaker]


def test_an_answer_before_a_colon_is_its_owners(read: Read) -> None:
    (told,) = read('The mayor, Ada Brask, came out at noon. Brask\'s reply was short: "We have lost."')
    assert (told.speaker.name, told.text, told.cue.text) == ("Ada Brask", "We have lost.", "reply")


OWNED = [
    ("The fear in the Marsh camp is that turnout will collapse.", "Marsh camp", "turnout will collapse"),
    ("There is a belief among officers that the war is lost.", "officers", "the war is lost"),
    ("The governor's disclosure Friday that the dam was cracked stunned the valley.", "governor", "the dam was cracked"),
    ("Officials raised the possibility that the road would close.", "Officials", "the road would close"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), OWNED, ids=[text[:40] for text, _, _ in OWNED])
def test_whose_belief_it_is(read: Read, text: str, speaker: str, words: str) -> None:
    assert [(s.speaker and s.speaker.name, s.text) for s in read(text)] == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The fear in Lagos is that turnout will collapse.",
        "There are fears that the leader will go.",
        "The report that the mayor wrote is lost.",
        "The line that runs to the coast is closed.",
    ],
)
def test_a_noun_without_an_owner_tells_nothing(read: Read, text: str) -> None:
    assert read(text) == ()


RUNS = [
    "The clerk, Ada Brask, told the council that the wells were dry. Nobody would have to pay for new ones.",
    "Ada Brask said the mill had been sold. The workers would keep their homes.",
]


@pytest.mark.parametrize("text", RUNS)
def test_a_sentence_goes_on_with_what_was_said(read: Read, text: str) -> None:
    first, second = read(text)
    assert (second.speaker.name, second.cue) == (first.speaker.name, None) == ("Ada Brask", None)
    assert text.endswith(f"{second.text}.")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brask said the mill had been sold. The bill would cut taxes.",
        "Ada Brask said the mill had been sold. But the workers would keep their homes.",
        "Ada Brask said the mill had been sold.\n\nThe workers would keep their homes.",
        "Ada Brask believes the mill was sold. The workers would keep their homes.",
        "Ada Brask said the mill was sold, and Tom Hale said it was not. The workers would keep their homes.",
    ],
)
def test_what_drafts_provide_for_and_what_follows_others_is_nobodys(read: Read, text: str) -> None:
    assert all(s.cue is not None for s in read(text))


TALK = (
    "Interview with Ada Brask\n\nQUESTION: Minister, will the road be open by May?\n\n"
    "MINISTER BRASK: The road will be open. I met Mayor Tom Hale, who said that the bridge was safe.\n\n"
    "QUESTION: And the tunnel?\n\nMINISTER BRASK: The tunnel is another matter.\n\nIt is old."
)


def test_each_turn_of_a_transcript_is_its_speakers(read: Read) -> None:
    turns = [(s.speaker and s.speaker.name, s.text) for s in read(TALK) if s.cue is None]
    assert turns == [
        (None, "Minister, will the road be open by May?"),
        ("Ada Brask", "The road will be open. I met Mayor Tom Hale, who said that the bridge was safe"),
        (None, "And the tunnel?"),
        ("Ada Brask", "The tunnel is another matter"),
        ("Ada Brask", "It is old"),
    ]
    (inner,) = [s for s in read(TALK) if s.cue is not None]
    assert (inner.speaker.name, [link.name for link in inner.chain]) == ("Tom Hale", ["Ada Brask"])


def test_a_list_of_particulars_is_no_transcript(read: Read) -> None:
    assert read("PLACE: the town hall.\n\nTIME: noon.\n\nPRICE: nothing.") == ()


def test_he_is_who_goes_on_speaking_and_no_bystander(read: Read) -> None:
    text = (
        "The minister, Tom Hale, has assured villagers that the serum will come. He stated this while receiving the "
        "consul, Mr Emil Holt, in his office. According to him, the delay was caused by rain."
    )
    assert [s.speaker.name for s in read(text)] == ["Tom Hale", "Tom Hale"]


MANNERS = [
    ("Some 58 percent said the harbour should stay public.", "Some 58 percent", "the harbour should stay public"),
    ("A poll showed that 67 percent of voters think the mayor lied.", "A poll", "67 percent of voters think the mayor lied"),
    ("The scheme, described by the mayor as a triumph, starts in May.", "mayor", "a triumph"),
    ("The ship is believed by the navy to have sunk.", "navy", "have sunk"),
    ("The bank had, in the mayor's view, broken its own rules.", "mayor", "The bank had, in the mayor's view, broken its own rules"),
    ("The mayor will say on Wednesday that the fund is empty.", "mayor", "the fund is empty"),
    ("The mayor said Tuesday Japan will handle the case.", "mayor", "Japan will handle the case"),
    ("Officials were quick to note that the road was safe.", "Officials", "the road was safe"),
    ("Officials were at pains to point out that the road was safe.", "Officials", "the road was safe"),
    ("Officials are convinced the road is safe.", "Officials", "the road is safe"),
    ("The firm attributed the loss to the storm.", "firm", "the loss to the storm"),
    ("The men fled, as witnesses had said.", "witnesses", "The men fled"),
    ("The mayor said the fee was based on new figures by the Air Office.", "mayor", "the fee was based on new figures by the Air Office"),
    ("The guild welcomed the ruling and CEO Brask told reporters the case was closed.", "CEO Brask", "the case was closed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), MANNERS, ids=[text[:40] for text, _, _ in MANNERS])
def test_in_what_manner_it_is_told(read: Read, text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(s.speaker and s.speaker.name, s.text) for s in read(text)]
    assert len({s.speaker and s.speaker.name for s in read(text)} - {"guild"}) == 1


def test_a_title_may_part_a_quotation_from_its_speaker(read: Read) -> None:
    first, second = read(
        '"We asked him," a deputy of the guild said.\n\n"It matters," party whip in the lower house Ada Brask told the council.'
    )
    assert (first.speaker.name, second.speaker.name) == ("a deputy of the guild", "Ada Brask")


@pytest.mark.parametrize("text", ["The mayor will say nothing.", "Historians will say that he was brave."])
def test_what_may_be_said_one_day_is_nobodys_yet(read: Read, text: str) -> None:
    assert read(text) == ()


BESIDE = [
    ("Colonel Tom Hale, acting director army public relations told the radio that the report was false.", "Tom Hale"),
    ("In Graz, relatives accused the mill of hiding the truth.", "relatives"),
    ("Tom Hale continued to claim that the guild had robbed him.", "Tom Hale"),
    ("The judge backed the firm's claim that it had lost, saying little.", "firm"),
    ("The islanders announced on Tuesday a vote on their status.", "islanders"),
    ("The guard pushed a woman who said she had a son.", "a woman"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), BESIDE, ids=[text[:40] for text, _ in BESIDE])
def test_who_stands_beside_the_verb(read: Read, text: str, speaker: str) -> None:
    assert [s.speaker and s.speaker.name for s in read(text)] == [speaker]


def test_who_is_told_does_not_tell(read: Read) -> None:
    (told,) = read(
        "During a live interview ahead of the Iowa caucuses on Monday, Jeff Hale, senior adviser to Ada Brask, told "
        "the station's Tom Todd that the count is not safe."
    )
    assert told.speaker.name == "Jeff Hale"


def test_adding_goes_on_with_who_spoke_last(read: Read) -> None:
    text = 'Hale was answering claims from Ada Brask, who tweeted that the guild was "getting rich," adding, "They do it again."'
    assert {s.speaker.name for s in read(text)} == {"Ada Brask"}


@pytest.mark.parametrize("text", ['The paper, he said, is "false", but he did not say who wrote it.'])
def test_what_was_not_said_is_no_claim(read: Read, text: str) -> None:
    assert all(s.text != "who wrote it" for s in read(text))


HEADLINES = [
    ("Bank will fail, says auditor", "auditor", "Bank will fail"),
    ("Mayor: no new taxes this year", "Mayor", "no new taxes this year"),
    ("Talks to resume next week: official", "official", "Talks to resume next week"),
    ("Profits to fall this year, union report warns", "union report", "Profits to fall this year"),
    ("Police say man hid two in Graz", "Police", "man hid two in Graz"),
]


@pytest.mark.parametrize(("title", "speaker", "words"), HEADLINES, ids=[title for title, _, _ in HEADLINES])
def test_a_headline_tells_whose_words_it_gives(title: str, speaker: str, words: str) -> None:
    report = make_report(Fields(source="t", text=f"{title}\n\nThe council met on Monday.", date="2019-05-08"))
    found = read_report(report, load_knowledge(), every_statement=True).statements
    assert [(s.speaker and s.speaker.name, s.text) for s in found] == [(speaker, words)]


@pytest.mark.parametrize(
    "title",
    [
        "Ukraine: what we know so far",
        "Analysis: a bank that fails this year",
        "Climate change: floods get worse",
        "Mayor: who will pay for it",
        "Readout of a call with President Zelenskyy: 3 April 2019",
        "Meeting with Chancellor Merkel: trade and the Balkans",
        "Letter to Chancellor Merkel: the full text",
        "President Macron: 8 May 2019",
    ],
)
def test_a_section_or_a_matter_before_a_colon_says_nothing(title: str) -> None:
    report = make_report(Fields(source="t", text=f"{title}\n\nThe council met on Monday.", date="2019-05-08"))
    assert read_report(report, load_knowledge(), every_statement=True).statements == ()


def test_who_means_to_do_what(read: Read) -> None:
    assert [(s.speaker.name, s.text) for s in read("The firm plans to cut 300 jobs.")] == [
        ("firm", "cut 300 jobs")
    ]
    assert read("The two leaders plan to meet in May.") == ()
    (told,) = read("Officials say the firm plans to cut 300 jobs.")
    assert told.speaker.name == "Officials"


def test_a_poll_may_be_dated(read: Read) -> None:
    (told,) = read("A Channel Nine poll out last month showed that the mayor was ahead.")
    assert told.speaker.name == "A Channel Nine poll out last month"


VIEWS = [
    ("For many farmers, the plan is a trap.", "farmers", "the plan is a trap"),
    (
        "As the mayor sees it, the bank had broken its own rules.",
        "mayor",
        "the bank had broken its own rules",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), VIEWS)
def test_whose_view_it_is(read: Read, text: str, speaker: str, words: str) -> None:
    assert [(s.speaker and s.speaker.name, s.text) for s in read(text)] == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "For years, the bank was rich.",
        "For Malta, the war is not over.",
        "For the mayor, it began with a walk.",
    ],
)
def test_what_holds_for_a_time_or_a_place_is_nobodys_view(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_citation_over_a_quotation_tells_it_once(read: Read) -> None:
    found = read(
        '"We erred," said Tom Hale, who keeps the locks, told the station OTV, according to the agency Vesta.'
    )
    assert {s.speaker.name for s in found} == {"Tom Hale"}
