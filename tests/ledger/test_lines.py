"""Lists go on by key, whichever way, and counts say how many there are, up to a cap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.ledger import Ledger, Query
from communique.records import Furniture, Reading, Span


@pytest.fixture
def ledger(readings) -> Ledger:
    opened = Ledger.open(":memory:")
    opened.add(readings, "2026-03-10T12:00:00+00:00")
    return opened


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_on_the_way_down_hold_every_contact_once_latest_first(ledger, size):
    seen, key = [], None
    while True:
        page = ledger.page(key=key, size=size)
        seen += page.lines
        if not page.earlier:
            break
        key = page.lines[-1].key
    assert [line.id for line in seen] == [contact.id for contact in reversed(ledger.contacts())]


def test_the_way_back_shows_the_same_page(ledger):
    first = ledger.page(size=1)
    second = ledger.page(key=first.lines[-1].key, size=1)
    assert (first.later, second.later) == (False, True)
    assert ledger.page(key=second.lines[0].key, size=1, back=True).lines == first.lines


def test_all_that_fit_are_counted(ledger):
    assert ledger.count() == 2
    assert ledger.count(Query(kind=("meeting",))) == 1


def test_a_facet_is_counted_as_if_nothing_were_chosen_by_it(ledger):
    facets = ledger.sketch(Query(kind=("meeting",))).facets
    assert facets["kind"] == {"meeting": 1, "phone_call": 1}
    assert facets["status"] == {"planned": 1}
    assert ledger.sketch().facets["flags"] == {"disputed": 0, "conflicts": 1}


def test_what_stands_beside_the_contacts_is_counted(ledger):
    beside = ledger.beside(Query(), ledger.page().lines)
    assert beside["topic"] == {"grain": 1}
    assert beside["state"] == {"DEU": 2, "FIN": 2}
    assert beside["outlet"] == {"Chancellery": 1, "The Turku Post": 1}


def test_what_stands_beside_the_latest_is_counted_among_all_that_fit(ledger):
    latest = ledger.page(size=1).lines
    assert ledger.beside(Query(), latest)["state"] == {"DEU": 2, "FIN": 2}
    assert ledger.beside(Query(status=("planned",)), latest)["state"] == {"DEU": 1, "FIN": 1}


def test_months_come_in_order_of_time(ledger):
    assert ledger.months() == [("2026-03", "meeting", 1), ("2026-03", "phone_call", 1)]
    assert ledger.months(letters=4) == [("2026", "meeting", 1), ("2026", "phone_call", 1)]


def test_a_report_without_a_title_is_listed_by_its_headline(readings):
    body = "Two ministers speak\n\nThey spoke on Monday."
    headline = Furniture(kind="headline", span=Span(start=0, end=19))
    report = replace(readings[0].report, id="h", version="h1", title=None, body=body, furniture=(headline,))
    bare = replace(report, id="i", version="i1", source="bare.txt", furniture=())
    opened = Ledger.open(":memory:")
    opened.add([Reading(report=each, edition="e1") for each in (report, bare)])
    assert {line.id: line.title for line in opened.report_lines()} == {
        "h": "Two ministers speak",
        "i": "bare.txt",
    }


def test_two_who_deal_with_each_other_are_counted_most_first(ledger):
    assert ledger.beside_actor("FIN", ("DEU", "FRA")) == {"DEU": 2, "FRA": 0}
