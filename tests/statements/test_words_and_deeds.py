"""What words do by cue and grammar, on whole sentences: denials in reply, measures on a condition, wishes, refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Statement

Read = Callable[..., tuple[Statement, ...]]

DEEDS = [
    ("The minister hit back that nobody had ordered the raid.", "denies"),
    ('"Nobody pushed us into the deal," the chancellor shot back.', "denies"),
    ("The general retorted that no one had fired on the convoy.", "denies"),
    ('"We neither sold nor lent a single rifle," the admiral said.', "denies"),
    ("The firm had neither paid nor promised a bribe, its lawyer said.", "denies"),
    ("The crew had seen nothing of the kind, the navy said.", "denies"),
    ("Nothing of the sort was discussed in Geneva, a source in the delegation said.", "denies"),
    ("No ground forces are being prepared, the defence minister said.", "denies"),
    ("There were no flights over the border last night, the ministry said.", "denies"),
    ("The measure was not intended to punish the poor, the finance minister said.", "denies"),
    ('"Garbage," her press secretary said of the story.', "denies"),
    ('"Utter tosh," the minister said.', "denies"),
    ('"Not a word of it is true," the duke said.', "denies"),
    ("The bank swatted down talk of a merger.", "denies"),
    ("The ministry slapped down talk of a tax on pensions.", "denies"),
    ("The company gainsaid the claim.", "denies"),
    ("The bishop disclaimed any knowledge of the letter.", "denies"),
    ('"No one in this government gave such an order," the minister said.', "denies"),
    ("Neither the president nor his staff knew of the payment, a spokesman said.", "denies"),
    ("No one came to help, the widow said.", "asserts"),
    ("There was no siren, a villager said.", "asserts"),
    ("There was no danger to the public, the fire chief said.", "asserts"),
    ("Conditions for a fair vote did not exist, the premier said.", "asserts"),
    ("The gaps had not been closed, the envoy said.", "asserts"),
    ("The talks had not produced a result, the foreign minister said.", "asserts"),
    ("He had not received all the help he needed, the envoy said.", "asserts"),
    ("Turkey has no reason to apologise, the president said.", "asserts"),
    ("Two planes had been asked for but neither had come, the governor said.", "asserts"),
    ("It would be absurd to punish the workers, the bishop said.", "asserts"),
    ("Japan has not received an explanation, its foreign minister said.", "asserts"),
    ("The minister rebuffed an appeal for talks.", "declines"),
    ("The union threw out the offer of the employers.", "declines"),
    ("The parliament voted down the proposal.", "declines"),
    ("The mayor wants an inquiry into the fire.", "asks"),
    ("The opposition wants the vote put off.", "asks"),
    ("Parents want both sides to meet a mediator.", "asks"),
    ("The English club wants the match postponed.", "asks"),
    ("The premier needed to come clean, the opposition leader said.", "asks"),
    ('"If you can read this and are at home, get out," the fire chief said.', "asks"),
    ('"When the siren sounds, go to the cellar," the mayor said.', "asks"),
    ("The senator wondered aloud which bank he meant.", "asks"),
    ("The deputy wondered who had signed the order.", "asks"),
    ("The engineer advised that the bridge be closed.", "asks"),
    ("The minister inquired about the two sailors.", "asks"),
    ("The prosecutor prayed for an adjournment.", "asks"),
    ("The pope prayed for an end to the war.", "asks"),
    ("The envoy counselled restraint.", "asks"),
    ("The chief put in a plea for calm.", "asks"),
    ("The premier pledged that every roof would be paid for.", "promises"),
    ("The firm committed to cutting its emissions.", "promises"),
    ("The prisoners would be handed over only through a third party, the rebel leader said.", "asserts"),
    ('"Should the talks fail, the plants will be switched on again," the deputy said.', "threatens"),
    ("Failure to pay would lead to a shutdown of the ports, the union leader said.", "threatens"),
    ("Refusal to comply will mean a strike, the union said.", "threatens"),
    ("Anyone who breaks the curfew will be fined and jailed, the police chief said.", "threatens"),
    ("Anyone caught looting will be shot, the general said.", "threatens"),
    ("The gunmen will be put on trial, an aide to the president said.", "threatens"),
    ('"Any teacher who stays at home will be looking for a new job," the governor said.', "threatens"),
    ("Whoever crosses the line will be shot at, the commander said.", "threatens"),
    ("If the tariff is raised, Paris will answer in kind, the minister said.", "threatens"),
    ("The union served notice that its members would walk out.", "threatens"),
    ("The president vowed to crush the revolt.", "threatens"),
    ("The general vowed revenge.", "threatens"),
    ("For every rocket ten houses would fall, the officer said.", "threatens"),
    ("Sanctions will follow if the vote is rigged, the commissioner said.", "threatens"),
    ("There will be consequences if the plane is not returned, the secretary said.", "threatens"),
    ("Beijing vowed to hit back.", "threatens"),
    ("Anyone who signs up will be paid, the company said.", "asserts"),
    ("The bank had not known of the accounts, it said.", "denies"),
    ("The bank will refund all its customers, it said.", "promises"),
    ("The ministry would expel two diplomats in return, it said.", "threatens"),
    ("The state will show no mercy, the minister said.", "threatens"),
    ("There will be no peace for them, the general said.", "threatens"),
    ("We shall leave nobody behind, the general said.", "promises"),
    ("The emirate will give 50 million dollars to the victims, its ambassador said.", "promises"),
    ("The government did not listen, the opposition leader said.", "asserts"),
    ("Troublemakers will be dealt with, the police chief said.", "threatens"),
    ("The story was cooked up by his enemies, the senator said.", "denies"),
]

RUNS = [
    (
        'The army rejected the report. "There was no shelling of the village," its spokesman said.',
        ["denies", "denies"],
    ),
    (
        "The magistrate, Ms Ruth Keller, heard the case in Ghent. She warned the accused that bail would be cancelled if they left.",
        ["threatens"],
    ),
    ("The child wants a new bicycle.", []),
]


@pytest.mark.parametrize(("text", "polarity"), DEEDS)
def test_words_do_what_their_cue_or_their_grammar_does(read: Read, text: str, polarity: str) -> None:
    assert {s.polarity for s in read(text)} == {polarity}


@pytest.mark.parametrize(("text", "polarities"), RUNS)
def test_words_do_what_those_around_them_tell(read: Read, text: str, polarities: list[str]) -> None:
    assert [s.polarity for s in read(text)] == polarities
