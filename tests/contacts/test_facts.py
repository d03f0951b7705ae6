"""What an account tells beside kind, parties and day: outcomes, format, roles, initiator, host, and what is unsure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.contacts.outcomes import find_formats, find_outcomes
from communique.knowledge import Knowledge
from communique.reading import read
from communique.records import Account, Report, ReportDate

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2019-05-08"


def roles(account: Account) -> dict[str, str]:
    return {each.actor.id: each.role for each in account.participants}


def test_what_was_agreed_stands_at_its_words(accounts_of: ReadText) -> None:
    text = "Angela Merkel met Vladimir Putin on Monday. The two agreed to reopen the pipeline talks, but set no date."
    (meeting,) = [each for each in accounts_of(text, DAY) if each.status == "held"][:1]
    assert meeting.outcomes == ("agreed to reopen the pipeline talks",)
    (fact,) = [each for each in meeting.facts if each.fact == "outcome"]
    assert fact.span.of(text) == fact.text == "agreed to reopen the pipeline talks"


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel met Vladimir Putin on Monday. The two have not agreed to anything.",
        "Angela Merkel will meet Vladimir Putin on Friday. The two agreed to meet in March.",
    ],
)
def test_no_outcome_is_invented(accounts_of: ReadText, text: str) -> None:
    assert next(each.outcomes for each in accounts_of(text, DAY) if each.kind == "meeting") == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Angela Merkel met Vladimir Putin one on one on Monday.", "one_on_one"),
        ("Angela Merkel met Vladimir Putin behind closed doors on Monday.", "closed_doors"),
        ("Angela Merkel met Vladimir Putin over a working lunch on Monday.", "working_meal"),
        ("Angela Merkel met Vladimir Putin on Monday.", None),
    ],
)
def test_the_format_is_what_the_words_say(accounts_of: ReadText, text: str, form: str | None) -> None:
    assert [each.format for each in accounts_of(text, DAY)] == [form]


@pytest.mark.parametrize(
    ("text", "actor", "role"),
    [
        ("Mark Rutte brought Theresa May and Emmanuel Macron together on Tuesday.", "mark-rutte", "mediator"),
        (
            "Talks between Serbia and Kosovo, mediated by Angela Merkel, were held on Monday.",
            "angela-merkel",
            "mediator",
        ),
        ("Talks between Sudan and Ethiopia on Monday were hosted by Kenya.", "KEN", "host"),
        (
            "Vladimir Putin, accompanied by Sergei Lavrov, met Xi Jinping on Monday.",
            "sergey-lavrov",
            "delegation",
        ),
        ("Angela Merkel met Xi Jinping on Monday; Heiko Maas also attended.", "heiko-maas", "aide"),
    ],
)
def test_who_is_in_the_room_without_dealing(accounts_of: ReadText, text: str, actor: str, role: str) -> None:
    account = accounts_of(text, DAY)[0]
    told = roles(account)
    assert told[actor] == role
    assert sum(each == "party" for each in told.values()) == 2
    named = next(each for each in account.participants if each.actor.id == actor)
    assert named.span is not None
    assert named.span.of(text) == named.as_named


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel spoke by phone with Vladimir Putin on Monday at the request of the Russian president.",
        "Angela Merkel took a call that Vladimir Putin had requested on Monday.",
        "Angela Merkel and Vladimir Putin held a call on Monday at Putin's initiative.",
    ],
)
def test_the_initiator_is_whose_wish_it_was(accounts_of: ReadText, text: str) -> None:
    assert accounts_of(text, DAY)[0].initiator == "vladimir-putin"


def test_what_is_unsure_is_asked(knowledge: Knowledge) -> None:
    text = "Angela Merkel phoned Vladimir Putin on Monday. A second call is planned for Friday."
    dated = ReportDate(date=DAY, basis="given", why="test")
    reading = read(Report(id="r", version="v", source="t.txt", body=text, dated=dated), knowledge)
    asked = [each for each in reading.doubts if "same parties" in each.question]
    assert [each.about for each in asked] == [reading.accounts[1].id]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_outcomes_and_formats_lie_in_the_text(text: str) -> None:
    spans = [*find_outcomes(text), *((start, end) for _, start, end in find_formats(text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
