"""Whom pronouns and bare offices mean, and where they mean nobody for certain."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage
from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def ids(text: str, date: str, words: str) -> tuple[str, ...]:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    return next((tuple(a.id for a in m.actors) for m in mentions if m.text == words), ())


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Merkel met Putin. A spokesman said that he was tired.", "2014-04-24", "he", ()),
        ("Lavrov said that Kerry had called Fabius. He added that tea was served.", "2014-04-24", "He",
         ("sergey-lavrov",)),
        ("Macron met Scholz. Putin mocked his speech.", "2023-04-24", "his", ()),
        ("Marco Rubio arrived on Monday. On Tuesday he, Steve Witkoff and Mike Waltz held talks with Sergey Lavrov.",
         "2025-02-19", "he", ("marco-rubio",)),
        ("Marco Rubio arrived on Monday. He, Steve Witkoff and Mike Waltz then met Sergey Lavrov.", "2025-02-19", "He",
         ("marco-rubio",)),
        ("Obama told Abbas that he must wait.", "2014-04-24", "he", ("mahmoud-abbas",)),
        ("Obama told Abbas that he would wait.", "2014-04-24", "he", ("barack-obama",)),
        ("The envoys had a promise from Laurent Gbagbo for him to leave.", "2011-01-04", "him",
         ("laurent-gbagbo",)),
        ("Trump met Kim. “There is a gap. We need more,” Trump said. “There is a gap, and he knows.”",
         "2019-03-01", "he", ("kim-jong-un",)),
        ("Trump met Kim in Hanoi. “We were fed,” Rhoda Quill, a nurse, said. “When it was cold, I was given soup.”",
         "2019-03-01", "I", ("rhoda-quill",)),
        ("Trump met Kim in Hanoi. “We were fed,” said a nurse. “When it was cold, I was given soup.”", "2019-03-01", "I", ()),
        ("Scholz congratulated Macron on his victory.", "2022-04-25", "his", ("emmanuel-macron",)),
        ("Putin met Xi. “We have told them so,” Putin said.", "2019-04-25", "them", ()),
        ("Macron met Scholz. “When it rains, you don't ask why,” Macron told reporters.", "2022-04-25", "you", ()),
        ("Putin met Erdogan. Two of the men in the hall wept.", "2019-04-25", "the men", ()),
        ("As he had told Yair Lapid, Joe Biden assured Mahmoud Abbas.", "2022-07-15", "he", ("joe-biden",)),
        ("Biden waited for Abbas. It was Obama himself who called.", "2014-07-15", "himself", ("barack-obama",)),
        ("Abe waited before the Chinese leader came. He said nothing when his Japanese counterpart spoke to him.",
         "2014-11-10", "He", ("xi-jinping",)),
        ("Assad met Khamenei. The ties held. His father had built them, Assad said.", "2010-11-10", "them", ()),
        ("Putin met Trump. Democrats listed four steps they wanted.", "2018-11-10", "they", ()),
        ("Scholz praised Kallas on opening her embassy. Both sides thanked Qatar for its help.", "2024-06-10", "its",
         ("QAT",)),
        ("Helga Rosenquist, a Danish envoy, met Ignatius Tavoa of Fiji. She gave him a map.", "2015-06-10", "She", ("helga-rosenquist",)),
        ("In talks with Henry Kissinger, the foreign minister said little. Wang Yi is China's foreign minister.", "2018-11-08",
         "Henry Kissinger", ("henry-kissinger",)),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Kamala Harris met Rishi Sunak. The Vice President and the Prime Minister dined.", "2023-02-19",
         "Prime Minister", ("rishi-sunak",)),
        ("Petro Poroshenko met Bronislaw Komorowski. No American president was there.", "2015-04-08",
         "American president", ()),
        ("Mr Kim bought bread and went home.", "2019-03-01", "Mr Kim", ()),
        ("Mr Kim left Pyongyang by train.", "2019-03-01", "Mr Kim", ("kim-jong-un",)),
        ("A devout Christian sang in the Micronesian choir.", "2017-03-01", "Christian", ()),
    ],
)  # fmt: skip
def test_whom_an_office_or_a_common_name_means(
    text: str, date: str, words: str, wanted: tuple[str, ...]
) -> None:
    assert ids(text, date, words) == wanted


def test_a_party_who_may_be_another_is_a_doubt_of_the_account() -> None:
    text = "Andrew Cameron, envoy of Malta, met Vladimir Putin on Monday. Cameron telephoned Putin again on Tuesday."
    reading = read(make_report(Fields(source="t", text=text, date="2012-11-29")), load_knowledge())
    asked = [doubt for doubt in reading.doubts if doubt.question.startswith("Is Andrew Cameron meant")]
    assert [doubt.about for doubt in asked] == [reading.accounts[-1].id]


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Kuwait's emir sent a letter to the Jordanian king to greet him.", "2016-04-24", "him", ("abdullah-ii",)),
        ("Johnson has not rung Macron since his re-election as French president.", "2022-05-03", "his",
         ("emmanuel-macron",)),
        ("Putin backs Bashar al-Assad, while Turkey wants an end to his rule.", "2014-04-24", "his", ()),
        ("Kerry spoke before Barack Obama, who had kept away from a deal he doubted.", "2016-12-24", "he",
         ("barack-obama",)),
        ("The Israeli premier had gone further than Abbas, he told reporters.", "2014-12-24", "he", ()),
        ("Gul rang Ban Ki-moon and told him the news.", "2012-12-24", "him", ("ban-ki-moon",)),
        ("Trump begged China to step up their trade.", "2018-12-24", "their", ("CHN",)),
        ("Lavrov saw Wang Yi. All the nations in that hall clapped.", "2018-12-24", "All the nations", ()),
        ("Assad wavered, on the one hand, between Russia and Iran, on the other hand.", "2018-12-24", "the one", ()),
    ],
)  # fmt: skip
def test_where_grammar_decides(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


def test_names_that_nothing_speaks_of_stay_open() -> None:
    assert ids("Prosecutors say Hernandez had a phone.", "2015-02-13", "Hernandez") == ()
    assert ids("Honduras waited. Hernandez had a phone.", "2015-02-13", "Hernandez") == (
        "juan-orlando-hernandez",
    )
    assert ids("It was put into English, Putin said.", "2017-01-28", "English") == ()
    assert ids("An NSA leaker fled to Russia.", "2013-08-01", "NSA") == ()


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Obama rang Abbas and then, at his request, Netanyahu.", "2014-11-10", "his", ("mahmoud-abbas",)),
        ("Modi rang Xi at his own wish.", "2018-11-10", "his", ("narendra-modi",)),
        ("Obama flew to Rangoon to see Thein Sein in his palace.", "2012-11-20", "his", ("thein-sein",)),
        ("Obama received Abbas in his office.", "2012-11-20", "his", ("barack-obama",)),
        ("Putin told Macron that he was wrong.", "2022-02-10", "he", ("emmanuel-macron",)),
        ("Merkel met Putin. His words were polite, an aide said. She had asked him about gas.", "2014-11-10", "him",
         ("vladimir-putin",)),
        ("Putin and Xi sat down as two ships were on their way.", "2018-11-10", "their", ()),
    ],
)  # fmt: skip
def test_whose_wish_house_and_fault_it_is(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Tony Blair saw Assad. The former British prime minister was late.", "2010-07-10",
         "British prime minister", ("tony-blair",)),
        ("David Cameron saw Tony Blair. The former prime minister was late.", "2012-07-10", "prime minister",
         ("tony-blair",)),
        ("David Cameron saw Assad. The former prime minister was late.", "2012-07-10", "prime minister", ()),
        ("Gordon Brown saw Tony Blair. The former prime minister was late.", "2012-07-10", "prime minister", ()),
        ("Moussa Faki, a Chadian, said so.", "2020-07-10", "Chadian", ("moussa-faki-mahamat",)),
    ],
)  # fmt: skip
def test_former_holders_and_compatriots(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


def test_a_seat_acts_where_it_is_told_and_is_a_place_where_it_snows() -> None:
    for text, form in (("Moscow was told of it.", "capital"), ("Moscow was covered in snow.", "place")):
        assert [m.form for m in read_passage({"id": "t", "date": "2020-07-10", "text": text})] == [form]


def test_who_is_described_without_a_mention_is_nobody_else() -> None:
    text = "Pope Francis embraced a boy named Osayande, who saw his brother fall."
    assert ids(text, "2016-05-29", "his") == ()


def test_who_is_addressed_is_not_who_speaks() -> None:
    text = (
        "President Trump lunched with President Emmanuel Macron. “Thanks again, Mr. President,” Macron said."
    )
    assert ids(text, "2019-08-24", "President") == ()


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Obama told Putin that the worst foe he will meet is hunger.", "2014-06-13", "he", ()),
        ("His lawyer, Sergio Moro, praised Jair Bolsonaro in his first speech.", "2019-06-13", "his",
         ("sergio-moro",)),
        ("Leaders of Chad and Niger met those of the states that make up the bloc.", "2019-06-13",
         "the states", ()),
        ("Jared Kushner, who said the US president agreed, left.", "2018-06-13", "US president", ("donald-trump",)),
    ],
)  # fmt: skip
def test_what_stays_open_and_what_an_apposition_tells(
    text: str, date: str, words: str, wanted: tuple[str, ...]
) -> None:
    assert ids(text, date, words) == wanted


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Obama met the parents of a captive held in Syria. During their meeting he wept.", "2015-05-21", "their", ()),
        ("Sullivan praised a plan ordered by Biden in his first week.", "2022-05-21", "his", ("joe-biden",)),
        ("Joe Biden met Thasunda Duckett, President and CEO of a fund.", "2022-05-21", "President", ()),
    ],
)  # fmt: skip
def test_domestic_words_name_nobody_abroad(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    assert ids(text, date, words) == wanted


def test_a_case_at_law_names_nobody() -> None:
    mentions = read_passage(
        {"id": "t", "date": "2005-05-21", "text": "Senegal voted. The court heard Roe v. Wade."}
    )
    assert [m.actors[0].id for m in mentions] == ["SEN"]


@pytest.mark.parametrize(
    ("between", "wanted"),
    [
        ("Last spring the student Otto Brandauer fell ill at home.", ()),
        ("Last spring the snow was deep at home.", ("kim-jong-un",)),
        ("Last spring the snow was deep in North Korea.", ("kim-jong-un",)),
    ],
)
def test_who_is_named_in_a_sentence_without_a_parse_may_be_meant(
    between: str, wanted: tuple[str, ...]
) -> None:
    text = (
        f"Kim Jong-un met Trump in Hanoi and asked for more time. {between} When he was done Pompeo met Abe."
    )
    report = make_report(Fields(source="t", text=text, date="2019-03-01"))
    mentions = read(report, load_knowledge()).mentions
    assert next((tuple(a.id for a in m.actors) for m in mentions if m.text == "he"), ()) == wanted
