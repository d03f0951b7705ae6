"""What did not come about, was only asked about or is only thought of is never told as held."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

DAY = "2024-05-15"
RUTO, STUBB = "Kenyan President William Ruto", "Alexander Stubb"
NOT_DONE = [
    "{a} has not been able to meet {b} in Geneva.",
    "{a} said there was no point in talks with {b}.",
    "{a} sees no sense in a meeting with {b}.",
    "{a} made talks with {b} conditional on a ceasefire.",
    "Only a meeting between {a} and {b} can save the deal, the mediators said.",
    "Was there a meeting between {a} and {b}?",
    "It is too early to talk about a meeting between {a} and {b}, a spokesman said.",
    "The conditions for a meeting between {a} and {b} do not exist, a spokesman said.",
    "{a} is not in touch with {b}.",
    "{a} will stay in touch with {b}.",
    "{a} wasn't able to speak with {b} by phone.",
    "{a} was not able to travel to Lima or meet {b}.",
    "{a} has yet to be able to meet {b}.",
    "{a} has not managed to hold talks with {b}.",
    "{a} never managed to meet {b}.",
    "{a} did not get to meet {b}.",
    "{a} was not allowed to visit Finland.",
    "{a} was prevented from meeting {b}.",
    "{a} has still to meet {b}.",
    "{a} opened a school on Tuesday rather than meet {b}.",
    "{a} nearly met {b} in May.",
    "{a} almost visited Finland last year.",
    "It is not known whether {a} met {b}.",
    "It was unclear if {a} called {b}.",
    "Asked whether {a} had met {b}, a spokesman declined to comment.",
    "A spokesman could not confirm that {a} had met {b}.",
    "Contrary to reports that he had met {b}, {a} stayed in Nairobi.",
    "If {a} met {b}, critics said, it would be a mistake.",
    "Not once has {a} met {b}.",
    "At no time did {a} hold talks with {b}, his office said.",
    "Whether a meeting between {a} and {b} took place is unclear.",
    "A spokesman could not confirm a phone call between {a} and {b}.",
    "Talks between {a} and {b} fell through.",
    "A meeting between {a} and {b} failed to materialise.",
    "A meeting between {a} and {b} is out of the question.",
    "A phone call between {a} and {b} would have helped, critics said.",
    "Talks between {a} and {b} could have taken place in May.",
    "A meeting between {a} and {b} was to have taken place on Tuesday.",
    "The absence of talks between {a} and {b} was noted.",
    "Barring a meeting between {a} and {b}, little will change.",
    "Short of a meeting between {a} and {b}, little will change.",
    "{a} said a meeting with {b} was not needed.",
    "{a} has not ruled out a meeting with {b}.",
    "{a} was too ill for talks with {b}.",
    "{a} rejected suggestions that he had met {b}.",
    "{a} dismissed as false a report that he had called {b}.",
    "{a} laughed off rumours that he had visited Finland.",
    "{a} described reports that he had met {b} as fabricated.",
    "There was no truth in reports that {a} had held talks with {b}.",
    "There is no evidence that {a} met {b}.",
    "It is a lie that {a} met {b}.",
    "It was wrongly reported that {a} had spoken with {b} by phone.",
    "The report that {a} met {b} turned out to be false.",
    "Reports that {a} visited Finland could not be independently verified.",
    "Rumours circulated that {a} had met {b}.",
    "A false report said {a} had received {b}.",
    "Officials would neither confirm nor deny that {a} had met {b}.",
    "Did {a} meet {b}?",
    "It remains to be seen whether {a} will meet {b}.",
    "The paper wished {a} had met {b}.",
    "{a} ought to have met {b}.",
    "{a} was meant to meet {b} on Monday.",
    "{a} was tipped to visit Finland.",
    "{a} was rumoured to have met {b}.",
    "{a} was falsely reported to have met {b}.",
    "The plan was for {a} to meet {b}.",
    "{a} hardly ever meets {b}.",
    "{a} put off meeting {b}.",
    "{a} was advised against visiting Finland.",
    "{a} was close to meeting {b}.",
    "{a} does not remember meeting {b}.",
    "In the film, {a} meets {b}.",
    "The envoy voiced support for talks between {a} and {b}.",
    "The envoy repeated the bloc's backing for direct talks between {a} and {b}.",
    "The dispute must be settled through negotiations between {a} and {b}.",
    "The council wants a solution through dialogue between {a} and {b}.",
    "Norway supports dialogue between {a} and {b}.",
    "Norway is committed to facilitating negotiations between {a} and {b}.",
]
DONE = [
    "Officials confirmed reports that {a} had met {b}.",
    "Rumours that {a} had met {b} were true.",
    "Did he apologise? {a} met {b} on Tuesday.",
    "{a} dismissed criticism that he met {b} on Tuesday.",
    "{a} said he was glad to have met {b} on Tuesday.",
    "It is no secret that {a} met {b} on Tuesday.",
    "It was unclear why {a} met {b} on Tuesday.",
    "{a} spoke against the deal after he met {b} on Tuesday.",
    "{a} saw a film with his aides after he met {b} on Tuesday.",
    "{a} was able to meet {b} on Tuesday.",
    "The envoy voiced support for the talks between {a} and {b} on Tuesday.",
    "The envoy spoke in support of recent talks between {a} and {b}.",
    "The dispute was settled through negotiations between {a} and {b}.",
    "A settlement was reached through talks between {a} and {b}.",
    "Norway facilitated negotiations between {a} and {b}.",
    "{a} managed to speak with {b} by phone on Tuesday.",
    "{a} got to meet {b} on Tuesday.",
    "{a} was allowed to meet {b} on Tuesday.",
    "{a} was not prevented from meeting {b} on Tuesday.",
    "{a} did not say whether the dispute was over after he met {b} on Tuesday.",
    "The talks between {a} and {b} on Tuesday could have gone better, officials said.",
    "The meeting between {a} and {b} on Tuesday did not end the dispute.",
    "A meeting on Tuesday between {a} and {b} did not resolve the dispute.",
    "A spokesman confirmed that {a} had met {b} on Tuesday.",
    "{a} met {b} on Tuesday rather than wait for the summit.",
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_did_not_come_about_is_not_held(accounts_of: ReadText, text: str) -> None:
    accounts = accounts_of(text.format(a=RUTO, b=STUBB), DAY)
    assert not [account for account in accounts if account.status in {"held", "ongoing"}]


@pytest.mark.parametrize("text", DONE)
def test_what_came_about_is_held(accounts_of: ReadText, text: str) -> None:
    accounts = accounts_of(text.format(a=RUTO, b=STUBB), DAY)
    assert "held" in {account.status for account in accounts}


BORIC = "Chilean President Gabriel Boric"
LEFT_OUT = [
    "{a} met {b} but not {c} on Tuesday.",
    "{a} received {b} on Tuesday but not {c}.",
    "{a} spoke by phone with {b} but not with {c} on Tuesday.",
    "{a} sat down with {b}, not {c}, on Tuesday.",
]
ADDED = [
    "{a} met {b} and, separately, {c} on Tuesday.",
    "{a} met {b} and, later, {c} on Tuesday.",
    "{a} met not only {b} but also {c} on Tuesday.",
]


def partners(accounts: tuple[Account, ...]) -> set[str]:
    """Who has dealt with Ruto."""
    return {p.actor.name for a in accounts for p in a.participants} - {"William Ruto"}


@pytest.mark.parametrize("text", LEFT_OUT)
def test_whom_a_sentence_leaves_out_is_no_party(accounts_of: ReadText, text: str) -> None:
    assert partners(accounts_of(text.format(a=RUTO, b=STUBB, c=BORIC), DAY)) == {"Alexander Stubb"}


@pytest.mark.parametrize("text", ADDED)
def test_whom_an_adverb_parts_from_the_list_is_a_party(accounts_of: ReadText, text: str) -> None:
    accounts = accounts_of(text.format(a=RUTO, b=STUBB, c=BORIC), DAY)
    assert partners(accounts) == {"Alexander Stubb", "Gabriel Boric"}


def test_what_only_counts_visits_is_no_day(accounts_of: ReadText) -> None:
    (visit,) = accounts_of(f"{RUTO} is visiting Finland on his second trip this year.", DAY)
    assert visit.when is not None
    assert visit.when.start != "2024-01-01"
