"""The day of a contact that stands beside its words: counted from it, in quoted words, on a noun, in a clause of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]

# Each text with the day of the report, the family name of one who took part, the kind, and the interval expected.
TOLD = {
    "a day after it, of a dated main clause": (
        "BERLIN - Angela Merkel on Wednesday briefed her group, a day after she discussed Libya in a phone call with Dmitry Medvedev.",
        "2011-03-24",
        ("dmitry-medvedev", "phone_call"),
        ("2011-03-22", "2011-03-22"),
    ),
    "a week after it is the calendar week": (
        "KABUL - An offensive began on Tuesday, a week after President Ashraf Ghani's visit to Pakistan.",
        "2015-02-20",
        ("ashraf-ghani", "visit"),
        ("2015-02-09", "2015-02-15"),
    ),
    "hours after it was that day": (
        "Barack Obama signed the order on Thursday, hours after he had met Ban Ki-moon.",
        "2014-03-07",
        ("ban-ki-moon", "meeting"),
        ("2014-03-06", "2014-03-06"),
    ),
    "two days after a known event is no day of the event": (
        "Moscow said on Friday that its ambassador would return, two days after Joe Biden met Vladimir Putin in Geneva.",
        "2021-06-18",
        ("joe-biden", "meeting"),
        ("2021-06-16", "2021-06-16"),
    ),
    "yesterday of the day on which it was said": (
        'NEW YORK: "I met Prime Minister Modi yesterday," Shinzo Abe said on Tuesday.',
        "2017-09-20",
        ("shinzo-abe", "meeting"),
        ("2017-09-18", "2017-09-18"),
    ),
    "the day of speech carries to the next quotation": (
        '"It went well," Donald Trump told reporters on Monday. "I called Xi Jinping last night."',
        "2018-07-18",
        ("xi-jinping", "phone_call"),
        ("2018-07-15", "2018-07-15"),
    ),
    "on the noun of which the clause is": (
        "JERUSALEM - Wednesday's session, in which Hillary Clinton met Mahmoud Abbas for two hours, gave nothing.",
        "2010-09-16",
        ("mahmoud-abbas", "meeting"),
        ("2010-09-15", "2010-09-15"),
    ),
    "the last time was in April": (
        "The last time that Juan Manuel Santos and Nicolas Maduro shook hands was in April.",
        "2015-08-26",
        ("nicolas-maduro", "meeting"),
        ("2015-04-01", "2015-04-30"),
    ),
    "on the noun of the circumstance": (
        "Ulf Kristersson had discussed the step with Jonas Gahr Store at a meeting in Stockholm on Monday.",
        "2023-11-28",
        ("ulf-kristersson", "meeting"),
        ("2023-11-27", "2023-11-27"),
    ),
    "behind a clause between commas": (
        "Laurent Gbagbo received Thabo Mbeki, sent by the African Union, on Sunday.",
        "2010-12-06",
        ("thabo-mbeki", "meeting"),
        ("2010-12-05", "2010-12-05"),
    ),
    "before it, until the report": (
        "Pervez Musharraf pardoned the scientist on Thursday before a meeting with Colin Powell.",
        "2004-02-07",
        ("colin-powell", "meeting"),
        ("2004-02-05", "2004-02-07"),
    ),
    "earlier, the same day": (
        "Xi Jinping was received at the Oval Office on Tuesday by Barack Obama. Earlier, he had met Joe Biden.",
        "2012-02-15",
        ("joe-biden", "meeting"),
        ("2012-02-14", "2012-02-14"),
    ),
    "then takes on from the contact, not to it": (
        "George W. Bush flew to Dakar on Tuesday. He met Abdoulaye Wade and then had lunch with his ministers.",
        "2003-07-10",
        ("abdoulaye-wade", "meeting"),
        ("2003-07-08", "2003-07-08"),
    ),
    "the previous day of news without a date": (
        "PARIS - Nicolas Sarkozy returned at dawn. The previous day he had met Dmitry Medvedev in the Kremlin.",
        "2008-08-13",
        ("dmitry-medvedev", "meeting"),
        ("2008-08-11", "2008-08-12"),
    ),
    "an overnight flight is no time": (
        "John Kerry met Nasser Judeh on Tuesday. Arriving on an overnight flight, he also met Mahmoud Abbas.",
        "2013-07-17",
        ("mahmoud-abbas", "meeting"),
        ("2013-07-16", "2013-07-16"),
    ),
    "during which they agreed is no agreement on it": (
        "On January 28, Vladimir Putin and Donald Trump held a phone conversation, during which they agreed to work on a date.",
        "2017-02-10",
        ("donald-trump", "phone_call"),
        ("2017-01-28", "2017-01-28"),
    ),
    "a date in front of who said it": (
        "On Friday, 12 March 2021, Angela Merkel telephoned Vladimir Putin, the chancellery said.",
        "2021-03-15",
        ("vladimir-putin", "phone_call"),
        ("2021-03-12", "2021-03-12"),
    ),
    "said on Tuesday that he had just spoken": (
        "PARIS - The Elysee said late on Tuesday that Emmanuel Macron had just spoken by phone to Giuseppe Conte.",
        "2020-02-20",
        ("giuseppe-conte", "phone_call"),
        ("2020-02-18", "2020-02-18"),
    ),
    "today under the dateline of the day before": (
        "AQABA, June 4 - Ariel Sharon met Mahmoud Abbas here today.",
        "2003-06-05",
        ("mahmoud-abbas", "meeting"),
        ("2003-06-04", "2003-06-04"),
    ),
    "a known event that the meeting itself is": (
        "Since Joe Biden met Vladimir Putin in Geneva, nothing has moved.",
        "2021-07-18",
        ("joe-biden", "meeting"),
        ("2021-06-16", "2021-06-16"),
    ),
    "before that, in June": (
        "Barack Obama last met Vladimir Putin in November 2014. Before that, in June, he met Xi Jinping.",
        "2015-09-24",
        ("xi-jinping", "meeting"),
        ("2014-06-01", "2014-06-30"),
    ),
    "where he will be received tomorrow": (
        "Narendra Modi lands here tomorrow and goes straight to the palace, where he will be received by Emmanuel Macron.",
        "2021-03-04",
        ("emmanuel-macron", "meeting"),
        ("2021-03-05", "2021-03-05"),
    ),
    "each partner on his own day": (
        "Antony Blinken spoke by phone to Wang Yi on Monday and to Sergey Lavrov in the early hours of Tuesday.",
        "2022-07-13",
        ("sergey-lavrov", "phone_call"),
        ("2022-07-12", "2022-07-12"),
    ),
    "a partner whom the parse hangs on the other's day": (
        "Antony Blinken will meet Wang Yi on Monday and Sergey Lavrov on Tuesday in Bali.",
        "2022-07-09",
        ("sergey-lavrov", "meeting"),
        ("2022-07-12", "2022-07-12"),
    ),
    "then, the same day": (
        "Mohamed Morsi, who kissed Mahmoud Ahmadinejad on Tuesday and then sat with him for an hour, said little on Thursday.",
        "2013-02-07",
        ("mahmoud-ahmadinejad", "meeting"),
        ("2013-02-05", "2013-02-05"),
    ),
    "the first to meet him": (
        "Keir Starmer became on Monday the first British leader in six years to meet Xi Jinping.",
        "2024-11-19",
        ("xi-jinping", "meeting"),
        ("2024-11-18", "2024-11-18"),
    ),
    "just, in words that somebody wrote on Wednesday": (
        '"I just had a long phone call with Vladimir Putin," Donald Trump wrote on Wednesday.',
        "2025-02-13",
        ("vladimir-putin", "phone_call"),
        ("2025-02-12", "2025-02-12"),
    ),
    "the next morning of no single day": (
        "On Feb. 12 Steve Witkoff met Vladimir Putin. Two weeks later Donald Trump flew home. The next morning he rang Xi Jinping.",
        "2025-03-10",
        ("xi-jinping", "phone_call"),
        ("2025-02-25", "2025-03-03"),
    ),
    "the days left of a visit": (
        "Aleksandar Vucic arrived in Beijing on Monday for a four-day visit. He will meet President Xi Jinping.",
        "2024-05-07",
        ("xi-jinping", "meeting"),
        ("2024-05-07", "2024-05-09"),
    ),
    "what was held did not end after the report": (
        "John Kerry met Wang Yi after North Korea detonated a device on Tuesday.",
        "2013-02-18",
        ("wang-yi", "meeting"),
        ("2013-02-12", "2013-02-18"),
    ),
}


@pytest.mark.parametrize("case", TOLD, ids=str)
def test_its_day(case: str, accounts_of: ReadText) -> None:
    text, day, (who, kind), expected = TOLD[case]
    found = [
        a for a in accounts_of(text, day) if a.kind == kind and who in {p.actor.id for p in a.participants}
    ]
    assert [(a.when.start, a.when.end) for a in found if a.when] == [expected]


def test_no_day_is_counted_back_from_nothing(accounts_of: ReadText) -> None:
    """Where the later day is not told, nothing is known of the earlier but that it lies in the past."""
    (account,) = accounts_of("The price fell two weeks after Angela Merkel met Shinzo Abe.", "2019-05-08")
    assert account.when is not None
    assert (account.when.start, account.when.end) == (None, "2019-05-08")


def test_a_headline_in_the_plural_present_tells_of_the_call_below_it(accounts_of: ReadText) -> None:
    """The tagger takes "speak" for an infinitive: one call is told, and held."""
    text = "Biden and Xi speak by phone\n\nWASHINGTON - President Joe Biden spoke by phone with Xi Jinping late on Tuesday."
    (account,) = accounts_of(text, "2021-11-17")
    assert account.status == "held"
    assert account.when is not None
    assert account.when.start == "2021-11-16"


def test_a_stated_day_stands_against_a_lying_date(accounts_of: ReadText) -> None:
    """A report that is given a date before the day that it tells of as past has the doubt, the call keeps its day."""
    text = "On Friday, 12 March 2021, Angela Merkel telephoned Vladimir Putin, the chancellery said today."
    (account,) = accounts_of(text, "2020-01-05")
    assert account.status == "held"
    assert account.when is not None
    assert (account.when.start, account.when.end) == ("2021-03-12", "2021-03-12")
