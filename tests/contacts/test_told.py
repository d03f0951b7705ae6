"""What one or two sentences tell: kind, status, parties and days, each in a report of 8 May 2019, a Wednesday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
DAY = "2019-05-08"

TOLD = [
    (
        "Leaders of the African Union met in Kigali on Monday.",
        "summit",
        "held",
        "AU",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Angela Merkel had been due to meet Emmanuel Macron.",
        "meeting",
        "cancelled",
        "angela-merkel emmanuel-macron",
        None,
        None,
    ),
    (
        "Reports that Angela Merkel met Emmanuel Macron are false.",
        "meeting",
        "denied",
        "angela-merkel emmanuel-macron",
        None,
        None,
    ),
    (
        "Angela Merkel told Emmanuel Macron in Paris on Monday that she would sign.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Angela Merkel met Emmanuel Macron in Paris on Monday.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Angela Merkel met with Emmanuel Macron in Paris on 3 May.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-03",
        "2019-05-03",
    ),
    (
        "Angela Merkel will meet Emmanuel Macron in Paris on Friday.",
        "meeting",
        "planned",
        "angela-merkel emmanuel-macron",
        "2019-05-10",
        "2019-05-10",
    ),
    (
        "Angela Merkel and Emmanuel Macron met in Paris yesterday.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "Shinzo Abe refused to meet Vladimir Putin.",
        "meeting",
        "declined",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Shinzo Abe declined a meeting with Vladimir Putin.",
        "meeting",
        "declined",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Vladimir Putin cancelled his meeting with Shinzo Abe.",
        "meeting",
        "cancelled",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "The summit between Vladimir Putin and Shinzo Abe was called off.",
        "summit",
        "cancelled",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Vladimir Putin proposed talks with Shinzo Abe.",
        "talks",
        "proposed",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Shinzo Abe wants to meet Vladimir Putin.",
        "meeting",
        "proposed",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Shinzo Abe invited Vladimir Putin to visit Tokyo.",
        "visit",
        "proposed",
        "JPN vladimir-putin",
        None,
        None,
    ),
    (
        "Shinzo Abe plans to visit Russia in June.",
        "visit",
        "planned",
        "RUS shinzo-abe",
        "2019-06-01",
        "2019-06-30",
    ),
    (
        "Justin Trudeau spoke by phone with Shinzo Abe on Tuesday.",
        "phone_call",
        "held",
        "justin-trudeau shinzo-abe",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "Justin Trudeau held a phone call with Shinzo Abe on Tuesday.",
        "phone_call",
        "held",
        "justin-trudeau shinzo-abe",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "In a telephone conversation with Shinzo Abe on Tuesday, Justin Trudeau raised the trade dispute.",
        "phone_call",
        "held",
        "justin-trudeau shinzo-abe",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "Vladimir Putin and Xi Jinping signed a gas agreement in Moscow on Monday.",
        "signing",
        "held",
        "vladimir-putin xi-jinping",
        "2019-05-06",
        "2019-05-06",
    ),
    ("Mike Pompeo visited Iraq on Tuesday.", "visit", "held", "IRQ mike-pompeo", "2019-05-07", "2019-05-07"),
    (
        "Mike Pompeo paid a visit to Baghdad on Tuesday.",
        "visit",
        "held",
        "IRQ mike-pompeo",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "Narendra Modi wrote to Xi Jinping on Monday.",
        "message",
        "held",
        "narendra-modi xi-jinping",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Emmanuel Macron hosted Angela Merkel at the Elysee Palace on Monday.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Angela Merkel was received by Emmanuel Macron on Monday.",
        "meeting",
        "held",
        "angela-merkel emmanuel-macron",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Mike Pompeo held talks with Sergei Lavrov in Helsinki on Monday.",
        "talks",
        "held",
        "mike-pompeo sergey-lavrov",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Talks between Mike Pompeo and Sergei Lavrov are under way in Helsinki.",
        "talks",
        "ongoing",
        "mike-pompeo sergey-lavrov",
        None,
        None,
    ),
    (
        "Mike Pompeo is meeting Sergei Lavrov in Helsinki.",
        "meeting",
        "ongoing",
        "mike-pompeo sergey-lavrov",
        "2019-05-07",
        "2019-05-08",
    ),
    (
        "The Kremlin denied reports that Vladimir Putin had met Shinzo Abe.",
        "meeting",
        "denied",
        "shinzo-abe vladimir-putin",
        None,
        None,
    ),
    (
        "Mark Rutte congratulated Narendra Modi on his victory.",
        "message",
        "held",
        "mark-rutte narendra-modi",
        "2019-05-07",
        "2019-05-08",
    ),
    (
        "Angela Merkel spoke for over two hours with Vladimir Putin on Sunday.",
        "call",
        "held",
        "angela-merkel vladimir-putin",
        "2019-05-05",
        "2019-05-05",
    ),
    (
        "Recep Tayyip Erdogan is scheduled to visit Moscow next week.",
        "visit",
        "planned",
        "RUS recep-tayyip-erdogan",
        "2019-05-13",
        "2019-05-19",
    ),
    (
        "Vladimir Putin told Emmanuel Macron in a phone call on Monday that the deal was dead.",
        "phone_call",
        "held",
        "emmanuel-macron vladimir-putin",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Donald Trump said on Thursday that he had met Shinzo Abe on Monday.",
        "meeting",
        "held",
        "donald-trump shinzo-abe",
        "2019-05-06",
        "2019-05-06",
    ),
    (
        "Angela Merkel phoned Vladimir Putin on Tuesday. The call lasted an hour.",
        "phone_call",
        "held",
        "angela-merkel vladimir-putin",
        "2019-05-07",
        "2019-05-07",
    ),
    (
        "A meeting between Angela Merkel and Vladimir Putin is planned for June.",
        "meeting",
        "planned",
        "angela-merkel vladimir-putin",
        "2019-06-01",
        "2019-06-30",
    ),
    (
        "Vladimir Putin postponed his trip to Japan.",
        "visit",
        "cancelled",
        "JPN vladimir-putin",
        None,
        None,
    ),
    (
        "Shinzo Abe may meet Xi Jinping in June.",
        "meeting",
        "proposed",
        "shinzo-abe xi-jinping",
        "2019-06-01",
        "2019-06-30",
    ),
]

TOLD_MORE = [
    ("France summoned the Israeli ambassador on Monday.", "meeting", "held", "FRA ISR"),
    ("Norway called in the Saudi charge d'affaires on Monday.", "meeting", "held", "NOR SAU"),
    (
        "Angela Merkel exchanged views on gas with Xi Jinping on Monday.",
        "meeting",
        "held",
        "angela-merkel xi-jinping",
    ),
    (
        "Angela Merkel held a video conference with Xi Jinping on trade.",
        "video_call",
        "held",
        "angela-merkel xi-jinping",
    ),
    ("Angela Merkel sent a letter to Xi Jinping last week.", "message", "held", "angela-merkel xi-jinping"),
    ("Angela Merkel sent Xi Jinping a letter on Monday.", "message", "held", "angela-merkel xi-jinping"),
    (
        "Angela Merkel had a sit-down with Xi Jinping on Monday.",
        "meeting",
        "held",
        "angela-merkel xi-jinping",
    ),
    ("Angela Merkel and Xi Jinping had dined on Monday.", "meeting", "held", "angela-merkel xi-jinping"),
    (
        "Angela Merkel wrapped up two days of talks with Xi Jinping.",
        "talks",
        "held",
        "angela-merkel xi-jinping",
    ),
    (
        "The talks that Angela Merkel held with Xi Jinping were frank.",
        "talks",
        "held",
        "angela-merkel xi-jinping",
    ),
    (
        "Angela Merkel paid a courtesy call on Xi Jinping on Monday.",
        "meeting",
        "held",
        "angela-merkel xi-jinping",
    ),
    (
        "Angela Merkel laughed beside Xi Jinping in Berlin on Monday.",
        "meeting",
        "held",
        "angela-merkel xi-jinping",
    ),
]

# Words for a contact that tell of none, and contacts within one state.
TRAPS = [
    "Donald Trump called Vladimir Putin a thug.",
    "Donald Trump called for talks in Congress.",
    "Emmanuel Macron called on Iran to respect the deal.",
    "Theresa May's plan was met with scepticism in Brussels, Angela Merkel said.",
    "Emmanuel Macron spoke to reporters about Vladimir Putin.",
    "Angela Merkel has yet to speak with Vladimir Putin.",
    "Emmanuel Macron met Edouard Philippe in Paris on Monday to discuss Iran.",
    "Mike Pompeo met Donald Trump on Monday and talked about Iran and Russia.",
    "Donald Trump and Vladimir Putin have never met.",
    "Emmanuel Macron did not meet Xi Jinping.",
    "Nobody from Iran met Mike Pompeo.",
    "If Donald Trump meets Kim Jong Un, markets will cheer.",
    "Xi Jinping meets every condition that Donald Trump set, Vladimir Putin said.",
    "The call for action by Emmanuel Macron pleased Angela Merkel.",
    "The meeting room was named after Angela Merkel and Emmanuel Macron.",
    "The relationship between Angela Merkel and Donald Trump is poor.",
    "Vladimir Putin clashed with Angela Merkel over gas on Monday.",
    "Angela Merkel toured a factory in Stuttgart and praised Emmanuel Macron.",
    "Donald Trump spoke at a rally and mocked Xi Jinping.",
    "Angela Merkel failed to meet the target that Emmanuel Macron had set.",
    "France meets Germany in the final on Sunday, Angela Merkel said.",
    "Ghana meet Rwanda in Kigali on Saturday, Paul Kagame said.",
    "Angela Merkel, whom Vladimir Putin has neither seen nor phoned, said nothing.",
    "Had Angela Merkel met Vladimir Putin, she would have said so.",
]


def seen(account: Account) -> tuple[str, str, str, str | None, str | None]:
    when = account.when
    parties = " ".join(p.actor.id for p in account.participants)
    return account.kind, account.status, parties, when and when.start, when and when.end


@pytest.mark.parametrize(
    ("text", "kind", "status", "parties", "start", "end"), TOLD, ids=[row[0] for row in TOLD]
)
def test_a_sentence_tells_of_one_contact(
    accounts_of: ReadText, text: str, kind: str, status: str, parties: str, start: str | None, end: str | None
) -> None:
    assert [seen(account) for account in accounts_of(text, DAY)] == [(kind, status, parties, start, end)]


@pytest.mark.parametrize(("text", "kind", "status", "parties"), TOLD_MORE, ids=[row[0] for row in TOLD_MORE])
def test_every_way_of_telling(accounts_of: ReadText, text: str, kind: str, status: str, parties: str) -> None:
    assert [seen(account)[:3] for account in accounts_of(text, DAY)] == [(kind, status, parties)]


def test_each_stop_of_a_journey_is_a_visit(accounts_of: ReadText) -> None:
    told = {
        seen(each)[2] for each in accounts_of("Angela Merkel travelled to Mali and Niger on Monday.", DAY)
    }
    assert told == {"MLI angela-merkel", "NER angela-merkel"}


def test_a_second_call_is_between_the_same_two(accounts_of: ReadText) -> None:
    text = "Angela Merkel phoned Vladimir Putin on Monday. A second call is planned for Friday."
    told = [seen(each)[1:4] for each in accounts_of(text, DAY)]
    parties = "angela-merkel vladimir-putin"
    assert told == [("held", parties, "2019-05-06"), ("planned", parties, "2019-05-10")]


@pytest.mark.parametrize("text", TRAPS)
def test_a_trap_tells_of_none(accounts_of: ReadText, text: str) -> None:
    assert accounts_of(text, DAY) == ()


def test_a_list_after_spoke_with_is_one_call_each(accounts_of: ReadText) -> None:
    text = "Emmanuel Macron spoke with Shinzo Abe, Angela Merkel and Justin Trudeau on Monday."
    found = [{p.actor.id for p in account.participants} for account in accounts_of(text, DAY)]
    assert found == [
        {"emmanuel-macron", "shinzo-abe"},
        {"angela-merkel", "emmanuel-macron"},
        {"emmanuel-macron", "justin-trudeau"},
    ]


def test_the_occasion_stands_beside_the_meeting(accounts_of: ReadText) -> None:
    text = "Angela Merkel met Vladimir Putin on the sidelines of the G20 summit on Sunday."
    meeting = accounts_of(text, DAY)[0]
    assert meeting.kind == "meeting"
    assert meeting.occasion == "the G20 summit"


def test_how_long_and_since_when(accounts_of: ReadText) -> None:
    text = "Angela Merkel and Vladimir Putin spoke for 90 minutes on Sunday, their first call since March."
    call = accounts_of(text, DAY)[0]
    assert call.duration_minutes == (90, 90)
    assert call.first_since is not None
    assert call.first_since.startswith("2019-03")


def test_every_fact_stands_at_its_words(accounts_of: ReadText) -> None:
    for text in [row[0] for row in TOLD]:
        for account in accounts_of(text, DAY):
            assert all(fact.span.of(text) == fact.text for fact in account.facts)


def test_reading_twice_changes_nothing(accounts_of: ReadText) -> None:
    text = " ".join(row[0] for row in TOLD[:6])
    assert accounts_of(text, DAY) == accounts_of(text, DAY)
