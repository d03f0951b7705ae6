"""Offices and names that the holder of the day does not bear: another body's, another time's, a stranger's or a firm's."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


def ids(text: str, date: str, words: str) -> tuple[str, ...]:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    return next((tuple(a.id for a in m.actors) for m in mentions if words in m.text), ())


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("The Attorney General of Massachusetts sued. Merrick Garland looked on.", "2022-05-04", "Attorney General"),
        ("Joe Biden rang. The president of the Carpenters' Guild of Ohio was out.", "2022-05-04", "president"),
        ("Milton Obote was the president of Uganda once.", "2012-05-04", "president of Uganda"),
        ("He praised the president of Chile from 1952 on.", "2012-05-04", "president of Chile"),
        ("Keir Starmer won. The new prime minister's wife was there.", "2026-09-04", "prime minister"),
        ("Narendra Modi said that the next prime minister would decide.", "2015-05-04", "prime minister"),
        ("Johnson & Sons opened a mill near London on Monday.", "2021-05-04", "Johnson"),
        ("The goalkeeper kept Japan in it until half-time, and Abe scored.",
         "2016-05-04", "Abe"),
        ("Deputy Trade Ministers Kārlis Bērziņš and Ivan Hrynko signed in Riga. Bērziņš smiled.", "2012-05-04", "Bērziņš"),
        ("Donald Trump saw Yuriko Koike, the governor of Tokyo. The governor of Hokkaido wrote to him.", "2018-05-04",
         "governor of Hokkaido"),
        ("Benny Gantz laughed, Kan 11 reported. Kan 11 has it on tape.", "2021-11-18", "Kan"),
        ("Cristina Fernandez came. Daniel Scioli will run for president in May.", "2015-07-20", "president"),
    ],
)  # fmt: skip
def test_is_not_the_holder_of_the_day(text: str, date: str, words: str) -> None:
    assert not any(
        one in ids(text, date, words)
        for one in (
            "merrick-garland", "joe-biden", "yoweri-museveni", "sebastian-pinera",
            "keir-starmer", "narendra-modi", "boris-johnson", "shinzo-abe", "andris-berzins", "yuriko-koike",
            "naoto-kan", "cristina-fernandez-de-kirchner",
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Mike Pompeo said that Chairman Kim had written.", "2018-07-04", "Chairman Kim", "kim-jong-un"),
        ("The Kremlin spokesman laughed.", "2019-05-04", "Kremlin spokesman", "dmitry-peskov"),
        ("The White House press secretary laughed.", "2003-05-04", "press secretary", "ari-fleischer"),
        ("The State Duma speaker flew to Minsk.", "2019-05-04", "speaker", "vyacheslav-volodin"),
        ("The UN special envoy for Yemen flew to Sanaa.", "2019-05-04", "envoy", "martin-griffiths"),
        ("The ECB president wrote to Rome.", "2012-05-04", "ECB president", "mario-draghi"),
        ("The leader of Hezbollah spoke from a cellar.", "2012-05-04", "leader of Hezbollah", "hassan-nasrallah"),
        ("The UN refugee chief came to Amman.", "2012-05-04", "refugee chief", "antonio-guterres"),
        ("Narendra Modi saw the new prime minister. Keir Starmer had won.", "2024-07-30", "prime minister",
         "keir-starmer"),
    ],
)  # fmt: skip
def test_is_told_by_its_own_words(text: str, date: str, words: str, wanted: str) -> None:
    assert wanted in ids(text, date, words)


def test_any_spokesman_is_no_one_spokesman() -> None:
    assert ids("A Kremlin spokesman laughed.", "2019-05-04", "Kremlin spokesman") != ("dmitry-peskov",)


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Ontario Premier Doug Ford wrote to Justin Trudeau. The premier was cross.", "2019-05-04", "The premier",
         ("doug-ford",)),
        ("A bill names Yoon Suk Yeol and first lady Kim Keon Hee. Kim was asked for ten hours.", "2024-07-23", "Kim was",
         ("kim-keon-hee",)),
        ("President Johnson of Texas was long dead; the State Department kept his letters.", "2006-06-11",
         "President Johnson", ("president-johnson",)),
        ("Alexis Tsipras and Zoran Zaev had lunch. President Gjorge Ivanov scolded the prime minister.", "2018-06-17",
         "the prime minister", ("zoran-zaev",)),
        ("Ecuador is angry with Mexican ambassador Lucía Quiroz. Gabriela Sommerfeld told the envoy to leave.",
         "2024-04-05", "the envoy", ("lucia-quiroz",)),
    ],
)  # fmt: skip
def test_is_whom_the_report_has_called_so(text: str, date: str, words: str, wanted: tuple[str, ...]) -> None:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    start = text.index(words)
    found = {a.id for m in mentions for a in m.actors if start <= m.span.start < start + len(words)}
    assert not found - set(wanted)
    if "premier" in words or "minister" in words or "envoy" in words:
        assert found == set(wanted)


def test_a_former_president_is_not_called_after_a_lesser_post() -> None:
    passage = {
        "id": "t",
        "date": "2009-08-06",
        "text": "Former U.S. president Bill Clinton came home. Clinton slept.",
    }
    assert {(a.office, a.state) for m in read_passage(passage) for a in m.actors} == {(None, "USA")}
