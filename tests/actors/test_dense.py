"""Who is meant where three and more persons are told of together."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage

MET = "Emmanuel Macron met William Ruto in Nairobi on Monday. "
BROUGHT = "Emmanuel Macron and William Ruto were received by Narendra Modi on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # a group that acts is none of those to whom it does something
        (BROUGHT + "The two visitors asked him for grain.", "him", ["narendra-modi"]),
        (BROUGHT + "The two visitors asked him for grain. He had none.", "He", ["narendra-modi"]),
        # what is said of somebody with "is" is himself
        ("William Ruto flew to Rome for talks with Giorgia Meloni. He is the first leader from Nairobi to do so.", "He",
         ["william-ruto"]),
        # the counterpart who says it is "he"; who meets his counterpart is not
        ("Narendra Modi spoke first. His French counterpart, Emmanuel Macron, said he would come again.", "he",
         ["emmanuel-macron"]),
        ("Maia Sandu saw Sheikh Hasina. Alfred Mutua met his Tanzanian counterpart, Stergomena Tax, and told her so.",
         "her", ["stergomena-tax"]),
        ("Modi met Macron in Paris. Macron thanked his Indian counterpart.", "his Indian counterpart", ["narendra-modi"]),
        # words that cut a clause are another's
        (MET + "Antonio Tajani spoke to reporters. Modi, he said, should have come.", "he", ["antonio-tajani"]),
        # whom the one who is named later tells something
        ("Ruto dined alone. Macron took a call from Narendra Modi, who told him that it rained.", "him",
         ["emmanuel-macron"]),
        # lists with a pronoun
        ("Macron, Modi and Lula dined. Ruto arrived late. He and Antonio Tajani said in a statement that they were full.",
         "they", ["william-ruto", "antonio-tajani"]),
        # what a person warns a state of
        ("Giorgia Meloni warned Russia in Kyiv that it would pay.", "it", ["RUS"]),
        ("Giorgia Meloni warned Russia in Kyiv that it was late.", "it", []),
        # of what, and the guest of somebody
        (MET + "The Kenyan leader assured his guest of his support.", "his guest", ["emmanuel-macron"]),
        (MET + "The Kenyan leader was the guest of honour.", "the guest", []),
        # two, when a third one speaks to them
        ("Ruto arrived in Paris for talks with Macron. Maia Sandu congratulated them on the deal.", "them",
         ["william-ruto", "emmanuel-macron"]),
        ("Ruto arrived in Paris for talks with Macron. Maia Sandu telephoned both on Tuesday.", "both",
         ["william-ruto", "emmanuel-macron"]),
        # what only states have
        ("Emmanuel Macron and William Ruto agreed to reopen their embassies.", "their", ["FRA", "KEN"]),
        ("Emmanuel Macron and William Ruto agreed to resume their trade talks.", "their", ["FRA", "KEN"]),
        ("Emmanuel Macron and William Ruto agreed to ask their aides.", "their", ["emmanuel-macron", "william-ruto"]),
        # a name that the parse does not take for the subject
        (MET + "Modi, in his first speech since the strikes, did not mention him.", "him", ["emmanuel-macron"]),
        # neighbours border each other
        ("Armitage told India that Pakistan was calm. The envoy of the United States thanked the two neighbours.",
         "the two neighbours", ["IND", "PAK"]),
        ("Ruto met Zelenskiy and Samia Suluhu Hassan in Paris. The Kenyan leader asked his neighbour for maize.",
         "his neighbour", ["samia-suluhu-hassan"]),
        ("Kerry, who had been in Tokyo, met Park Jin in Seoul. South Korea is wary of its northern neighbour. Russia is not.",
         "its northern neighbour", []),
        # a list whose second one is a counterpart
        ("Macron saw Modi. Subrahmanyam Jaishankar and his French counterpart, Catherine Colonna, wrote. The two ministers left.",
         "The two ministers", ["s-jaishankar", "catherine-colonna"]),
        # who acts beside the group is none of it
        ("Macron and Modi sat in Rome. Their host, Giorgia Meloni, brought coffee to the two.", "the two",
         ["emmanuel-macron", "narendra-modi"]),
        ("Macron and Modi went home. The two gentlemen were tired.", "The two gentlemen",
         ["emmanuel-macron", "narendra-modi"]),
        # a minister whom a visitor meets is of the state that he has come to, and who brought two together is their host
        ("Peruvian Transport Minister Rosa Quispe arrived in Hanoi for talks with Transport Minister Tran Van Loc. Both sides sang.", "Both sides", ["PER", "VNM"]),
        ("Peruvian Transport Minister Rosa Quispe arrived in Hanoi with Transport Minister Tran Van Loc. Tran said his country slept.", "his country", []),
        ("Kenyan Transport Minister Peter Wanyonyi brought Emmanuel Macron and Narendra Modi together in Nairobi. Their host spoke first.",
         "Their host", ["peter-wanyonyi"]),
    ],
)  # fmt: skip
def test_who_is_meant_among_several(text: str, words: str, wanted: list[str]) -> None:
    mentions = read_passage({"id": "t", "date": "2023-05-10", "text": text})
    found = next(([a.id for a in m.actors] for m in reversed(mentions) if m.text == words), [])
    assert found == wanted
