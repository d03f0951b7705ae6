"""Visits under way, planned, called off and asked for, and what only looks like one."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import Knowledge
from communique.reading import read

RUTO, DUDA = "william-ruto", "andrzej-duda"


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
        ("Kenyan President William Ruto left Nairobi on Tuesday for Poland.", {("visit", "held", RUTO, "POL")}),
        ("Kenyan President William Ruto left on Friday for Poland, his first trip there.", {("visit", "planned", RUTO, "POL")}),
        ("Kenyan President William Ruto toured a refugee camp in Poland on Tuesday.", {("visit", "held", RUTO, "POL")}),
        ("Kenyan President William Ruto toured a refugee camp in Kenya on Tuesday.", set()),
        ("Kenyan President William Ruto will stop in Warsaw on the way to Peru.", {("visit", "planned", RUTO, "POL"), ("visit", "planned", RUTO, "PER")}),
        ("Kenyan President William Ruto arrived on Tuesday in Poland, the last stop of a tour that included Peru.", {("visit", "held", RUTO, "POL"), ("visit", "held", RUTO, "PER")}),
        ("The visit of Kenyan President William Ruto to Poland has been cancelled, the Polish foreign ministry said.", {("visit", "cancelled", RUTO, "POL")}),
        ("Kenyan President William Ruto withdrew from a meeting with Polish President Andrzej Duda.", {("meeting", "cancelled", DUDA, RUTO)}),
        ("Kenyan President William Ruto turned down an invitation from Polish President Andrzej Duda to visit Warsaw in June.", {("visit", "declined", RUTO, "POL")}),
        ("Kenyan President William Ruto turned down a request by Polish President Andrzej Duda for a meeting.", {("meeting", "declined", DUDA, RUTO)}),
        ("Kenyan President William Ruto rejected an offer of talks from Polish President Andrzej Duda.", {("talks", "declined", DUDA, RUTO)}),
        ("Kenyan President William Ruto is due to discuss grain with Polish President Andrzej Duda on Tuesday.", {("talks", "planned", DUDA, RUTO)}),
        ("Kenyan President William Ruto is scheduled to raise grain with Polish President Andrzej Duda.", {("talks", "planned", DUDA, RUTO)}),
        ("Kenyan President William Ruto will join Polish President Andrzej Duda for dinner on Tuesday.", {("meeting", "planned", DUDA, RUTO)}),
        ("Kenyan President William Ruto joined Polish President Andrzej Duda for dinner on Tuesday.", {("meeting", "held", DUDA, RUTO)}),
        ("Kenyan President William Ruto was in touch with Polish President Andrzej Duda on Tuesday.", {("call", "held", DUDA, RUTO)}),
        ("Kenyan President William Ruto said he had been in contact with Polish President Andrzej Duda.", {("call", "held", DUDA, RUTO)}),
        ("Talks between Kenyan President William Ruto and Polish President Andrzej Duda on Tuesday were useful, Lithuanian Foreign Minister Gabrielius Landsbergis said.", {("talks", "held", DUDA, RUTO)}),
        ("Kenyan President William Ruto is due in the Polish capital on Sunday.", {("visit", "planned", RUTO, "POL")}),
        ("Kenyan President William Ruto left for the Ugandan capital on Tuesday.", {("visit", "held", RUTO, "UGA")}),
        ("Kenyan President William Ruto flew to the Ugandan capital on Tuesday.", {("visit", "held", RUTO, "UGA")}),
        ("Kenyan President William Ruto was in the Netherlands on Tuesday.", {("visit", "held", RUTO, "NLD")}),
        ("Kenyan President William Ruto flew to Warsaw on Tuesday at the start of a tour that will also take him to Peru.", {("visit", "held", RUTO, "POL"), ("visit", "planned", RUTO, "PER")}),
        ("Kenyan President William Ruto arrived in Warsaw on Tuesday, the first stop of a tour that takes him to Peru.", {("visit", "held", RUTO, "POL"), ("visit", "planned", RUTO, "PER")}),
        ("State House announced a meeting between Kenyan President William Ruto and Polish President Andrzej Duda.", {("meeting", "planned", DUDA, RUTO)}),
        ("After meeting Polish President Andrzej Duda, Kenyan President William Ruto flew to Lima on Tuesday to see Peruvian President Dina Boluarte.", {("meeting", "held", DUDA, RUTO), ("visit", "held", RUTO, "PER"), ("meeting", "held", "dina-boluarte", RUTO)}),
        ("Kenyan President William Ruto held talks with Polish President Andrzej Duda and, separately, Peruvian President Dina Boluarte.", {("talks", "held", DUDA, RUTO), ("talks", "held", "dina-boluarte", RUTO)}),
        ("Kenyan President William Ruto met Polish President Andrzej Duda, who leaves office next year, and Peru's Dina Boluarte on Tuesday.", {("meeting", "held", DUDA, RUTO), ("meeting", "held", "dina-boluarte", RUTO)}),
        ("Kenyan President William Ruto met Polish President Andrzej Duda, who criticised Russia, and Dina Boluarte said she was pleased.", {("meeting", "held", DUDA, RUTO)}),
        ("Meetings between Kenyan President William Ruto and the presidents of Poland and Peru were cancelled.", {("meeting", "cancelled", DUDA, RUTO), ("meeting", "cancelled", "dina-boluarte", RUTO)}),
        ("Kenya and Oman hosted several rounds of talks between Poland and Peru.", {("talks", "held", "PER", "POL")}),
        ("Kenyan President William Ruto asked Polish President Andrzej Duda for a meeting.", {("meeting", "proposed", DUDA, RUTO)}),
        ("Kenyan President William Ruto asked Polish President Andrzej Duda for patience.", set()),
        ("Kenyan President William Ruto has been in Poland since Tuesday.", {("visit", "ongoing", RUTO, "POL")}),
        ("Poland will host Kenyan President William Ruto next week for a two-day visit.", {("visit", "planned", RUTO, "POL")}),
        ("Kenyan President William Ruto will meet Polish President Andrzej Duda when he visits Nairobi on Monday.", {("meeting", "planned", DUDA, RUTO), ("visit", "planned", DUDA, "KEN")}),
        ("From Lima Kenyan President William Ruto travels to Poland on Monday.", {("visit", "planned", RUTO, "POL")}),
        ("Kenyan President William Ruto said he planned to go to Warsaw soon.", {("visit", "planned", RUTO, "POL")}),
        ("Polish President Andrzej Duda and Kenyan President William Ruto, who is on a two-day visit to Poland, praised the harvest.", {("visit", "ongoing", RUTO, "POL")}),
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
