"""Which spellings may be of one name, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.scoring.actors import read_passage
from communique.knowledge.spelling import alike, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kadhafi", "Gaddafi"), ("Sedqi", "Sedki"), ("Mohammad", "Muhammed"), ("Oleksandr", "Alexander"),
     ("Wladimir", "Vladimir"), ("Tchernomyrdine", "Chernomyrdin"), ("Yekaterina", "Ekaterina")],
)  # fmt: skip
def test_spellings_of_one_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Lavrov", "Labrov"), ("Kerry", "Cary"), ("Merkel", "Menkel")])
def test_other_names_have_another(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(st.text(alphabet="abdefghikmnoqrstuvyz", min_size=1, max_size=9))
def test_neither_case_nor_a_doubled_letter_matters(word: str) -> None:
    assert skeleton(word.upper()) == skeleton(word)
    assert skeleton(word + word[-1]) == skeleton(word)


def test_one_word_is_never_enough() -> None:
    assert alike("Walid Muallem", ["Walid al-Moallem"])
    assert alike("Sabah Al Ahmed Al Jabir", ["Sabah al-Ahmad al-Jaber al-Sabah"])
    assert not alike("Muallem", ["Walid al-Moallem"])
    assert not alike("Walid Jumblatt", ["Walid al-Moallem"])


@pytest.mark.parametrize(
    ("text", "date", "wanted"),
    [
        ("Russian President Wladimir Putin dined.", "2003-05-05", "vladimir-putin"),
        ("Syrian Foreign Minister Waleed Muallem dined.", "2010-05-05", "walid-muallem"),
        ("Russian Defence Minister Wladimir Putin dined.", "2003-05-05", "wladimir-putin"),
    ],
)
def test_office_and_state_tell_whose_spelling_it_is(text: str, date: str, wanted: str) -> None:
    (mention,) = read_passage({"id": "t", "date": date, "text": text})
    assert [actor.id for actor in mention.actors] == [wanted]
