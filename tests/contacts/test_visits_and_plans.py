"""Visits under way, planned, called off and asked for, and what only looks like one."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import Knowledge
from communique.reading import read

RUTO, DUDA, BORIC = "william-ruto", "andrzej-duda", "gabriel-boric"


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Kenyan President William Ruto is currently on a state visit to Poland.", {("visit", "ongoing", RUTO, "POL")}),
        ("Kenyan President William Ruto, who is on a tour of Poland, praised the harvest.", {("visit", "ongoing", RUTO, "POL")}),
        ("Kenyan President William Ruto offered on Tuesday to meet Polish President Andrzej Duda in Geneva.", {("meeting", "proposed", DUDA, RUTO)}),
        ("Kenyan President William Ruto said he was ready to meet Polish President Andrzej Duda anywhere.", {("meeting", "proposed", DUDA, RUTO)}),
        ("Kenyan President William Ruto will not travel to Poland on Sunday as planned, his office said.", {("visit", "cancelled", RUTO, "POL")}),
        ("Kenyan President William Ruto will not travel to Poland on Sunday, his office said.", {("visit", "declined", RUTO, "POL")}),
        ("Kenyan President William Ruto has no plans to visit Poland, his spokesman said.", set()),
        ("Kenyan President William Ruto does not plan to meet Polish President Andrzej Duda.", set()),
        ("Kenyan President William Ruto flew to Geneva on Tuesday to meet Polish President Andrzej Duda.", {("meeting", "held", DUDA, RUTO), ("visit", "held", RUTO, "CHE")}),
    ],
)  # fmt: skip
def test_what_is_told_of_a_visit_or_a_plan(
    text: str, contacts: set[tuple[str, ...]], knowledge: Knowledge
) -> None:
    accounts = read(make_report(Fields(source="x", text=text, date="2024-05-24")), knowledge).accounts
    told = {(a.kind, a.status, *(p.actor.id for p in sorted_parties(a))) for a in accounts}
    assert told == contacts


def sorted_parties(account):
    return sorted(account.participants, key=lambda p: (p.actor.type == "state", p.actor.id))
