"""The year of a dateline that tells none, and what must not date a report."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.dates import read_undated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "ROME, Oct 23 - The new prime minister, Giorgia Meloni, received French President Emmanuel Macron on Sunday.",
            "2022-10-23",
        ),
        (
            "MADRID, June 15 - Spain's Foreign Minister Josep Borrell told Russian Foreign Minister Sergey Lavrov on Friday that the talks would go on.",
            "2018-06-15",
        ),
        (
            "Fico set to call Orban\nBRATISLAVA, Oct 26 (TB) -- Robert Fico was named prime minister on Wednesday, a day before he flies to Brussels.",
            "2023-10-26",
        ),
    ],
)
def test_a_dateline_has_its_year(text: str, day: str) -> None:
    """By who has just taken office, by the weekday of the day itself, and behind a head line."""
    assert read_undated(text).date == day


@pytest.mark.parametrize(
    "text",
    [
        "NEW YORK, Sept 11 - President George W. Bush remembered the attacks of September 11 at the United Nations.",
        "The meeting comes a day after the junta announced that an envoy had cancelled his visit to Myanmar.",
        "Prime Minister Sheikh Hasina left for New Delhi on Monday.",
        "China informed South Korea that nuclear talks due to end this week have been put off.",
        "The White House denied that President Donald Trump had ended an inquiry into National Security Adviser Michael Flynn.",
        "A new poll released today shows Hillary Clinton and Donald Trump level nine days before Election Day.",
        "Thabo Mbeki has arrived in Lusaka, Zambia, for this afternoon's summit on the post-election crisis next door.",
        "Thailand's premier met Myanmar's military-appointed minister this week following a coup there.",
    ],
)
def test_what_only_recalls_or_resembles_an_event_dates_nothing(text: str) -> None:
    """No day, and no bounds."""
    dated = read_undated(text)
    assert (dated.date, dated.earliest, dated.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("KIEV - On Tuesday, a day after he was sworn in, Petro Poroshenko received a guest.", None, None),
        ("PARIS - Ten days after he moved into the Elysee, Francois Hollande dined with Angela Merkel on Friday.", "2012-05-25", "2012-05-31"),
        ("OSLO, Dec 10 - Abiy Ahmed received the Nobel Peace Prize on Tuesday.", "2019-12-10", "2019-12-10"),
        ("LILONGWE, Jan 31 - Bingu wa Mutharika took over as chairman of the African Union on Sunday.", "2010-01-31", "2010-01-31"),
        ("NEW YORK, Sept 28 - The Security Council voted late on Friday to rid Syria of its chemical arms.", "2013-09-28", "2013-09-28"),
        ("KATHMANDU - The prime minister said on Sunday that he feared for thousands after the earthquake that shook Nepal the day before.", "2015-04-26", "2015-05-02"),
    ],
)  # fmt: skip
def test_what_has_just_happened_dates_a_report(text: str, first: str | None, last: str | None) -> None:
    """A day, or the week that its weekday leaves."""
    dated = read_undated(text)
    assert (dated.date or dated.earliest, dated.date or dated.latest) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("BEIJING - Xi Jinping greeted the troops today on the seventieth birthday of the People's Republic.", None, None),
        ("BEIJING - Two presidents stood on the gate today, seventy years after Japan's surrender.", "2015-08-15", "2015-09-03"),
        ("PARIS - Emmanuel Macron bowed his head today, a hundred years after the guns fell silent.", "2018-11-11", "2018-11-11"),
        ("ISE-SHIMA, Japan - Angela Merkel planted a tree at the start of the summit of the seven, which ended this afternoon.", "2016-05-27", "2016-05-27"),
        ("CAMP DAVID, Maryland - Francois Hollande came without a tie. When the summit of the eight ended today, all spoke of growth.", "2012-05-19", "2012-05-19"),
    ],
)  # fmt: skip
def test_a_day_is_that_of_what_the_words_of_time_tell(text: str, first: str | None, last: str | None) -> None:
    """Whose birthday, which end of a summit, which of a war's last days."""
    dated = read_undated(text)
    assert (dated.date or dated.earliest, dated.date or dated.latest) == (first, last)
