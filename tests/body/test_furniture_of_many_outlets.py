"""Furniture after the fashions of many outlets, written without a look at the rules: lines that are none must stay prose."""

from __future__ import annotations

from communique.body import label_body
from communique.intake import Fields, make_report

# A line a paragraph; "*" before those that a careful reader takes for page clutter. The first line is the headline.
REPORTS = (
    """Turkey and Greece to reopen talks on the Aegean
*By Leyla Aydin
*Updated 14 May 2024, 18:05
Turkish Foreign Minister Hakan Fidan and his Greek counterpart will meet in Ankara next week, officials said.
*Related: Athens weighs a new ferry link
The two spoke by telephone on Monday.
*Read more: What the islands mean to both
"We have much to say to each other," a Greek official said.
*Share this article on Facebook
*Sign up for our morning newsletter""",
    """Mali's junta leader receives Algerian envoy
*Photo: The presidential palace in Bamako. Kader Diallo/Sahel Wire
BAMAKO: Colonel Assimi Goita received an envoy of the Algerian president on Thursday.
*ADVERTISEMENT
The envoy brought a letter, the presidency said.
*Also read | Algeria closes a crossing
Relations had cooled since spring.
*Follow us on Twitter and Instagram
*© 2023 Sahel Wire. All rights reserved.""",
    """Prime ministers of Baltic states call for air defence
VILNIUS, June 3 (Baltic Wire) - The prime ministers of Lithuania, Latvia and Estonia met in Vilnius on Monday.
They called for a common air defence.
Estonia's premier said money was not the matter.
*(Reporting by Janis Ozols in Riga; Editing by Mari Tamm)
*Our Standards: The Baltic Wire Trust Principles.""",
    """Peru and Chile sign a border accord
*Andean Courier
*March 9, 2022
*3 min read
The presidents of Peru and Chile signed an accord on their border on Wednesday.
*Advertisement
*Continue reading below
Fishermen on both sides had waited for it for years.
"It is a good day for the sea," one of them said.
*Most read
*1. Rain floods Lima's old town
*2. Chile's team wins again
*Subscribe now for unlimited access""",
    """Envoy in Khartoum: "Nobody wants this war"
*Listen to this article
*4 minutes
The United Nations envoy met both generals separately, a spokesman said on Sunday.
Share prices fell in Port Sudan after the news.
Read the letter that he carried and one understands why, a diplomat said.
The editor of a local daily was freed.
*Get the latest headlines in your inbox
*Tags: Sudan, United Nations, diplomacy""",
    """Seoul: North fired two missiles before summit
*[Yonsei News] 2019-05-04 09:12
SEOUL, May 4 (Yonsei) -- North Korea fired two missiles on Saturday, the military said.
President Moon Jae-in telephoned the leaders of Japan and the United States.
*(END)
*Copyright (c) Yonsei News""",
    """Pope meets Iraq's top Shiite cleric
*CNA Staff, Mar 6, 2021 / 05:10 am
Pope Francis met Grand Ayatollah Ali al-Sistani in Najaf on Saturday.
The meeting lasted about 45 minutes.
*If you value this story, please consider a donation to our newsroom.
*Jane Roe is the Rome correspondent of this paper. She joined in 2014.""",
    """Kenya and Uganda agree on fuel imports
*Thursday, May 16, 2024 - updated on May 17, 2024
*What you need to know:
Kenya and Uganda ended a quarrel over fuel on Thursday after their presidents met in Nairobi.
President Yoweri Museveni was on a state visit.
*Nation Media image
Traders in Kampala said that prices would fall.
*editor@example.org
*Related Stories
*Fuel queues return to Kampala""",
    """Readout of the Prime Minister's call with the President of Angola
*FOR IMMEDIATE RELEASE
*Office of the Prime Minister
The Prime Minister spoke today with the President of Angola. They discussed the railway and grain.
The Prime Minister thanked the President for his hospitality.
*###
*Media contact: press office, +1 555 0100""",
    """Why the small island matters to two big powers
*Analysis
*Illustration by Mo Pham
The island has one road. Both powers built half of it.
In March the Chinese ambassador met the prime minister three times.
Follow the road to its end and the quarrel becomes plain.
*Comments (12)
*Log in to leave a comment
*You may also like""",
)


def test_what_is_labelled_as_furniture_is_furniture_and_most_of_it_is_labelled():
    right = wrong = gold = 0
    for text in REPORTS:
        lines = text.split("\n")
        clutter = {line.removeprefix("*") for line in lines if line.startswith("*")}
        body = "\n\n".join(line.removeprefix("*") for line in lines)
        report = label_body(make_report(Fields(source="x", text=body, title=lines[0])), None)
        for line in (line.removeprefix("*") for line in lines[1:]):
            at = report.body.index(line)
            covered = sum(
                max(0, min(label.span.end, at + len(line)) - max(label.span.start, at))
                for label in report.furniture
            )
            labelled = covered > len(line) / 2
            gold += line in clutter
            right += labelled and line in clutter
            wrong += labelled and line not in clutter
    assert right / (right + wrong) >= 0.95, (right, wrong, gold)
    assert right / gold >= 0.7, (right, wrong, gold)
