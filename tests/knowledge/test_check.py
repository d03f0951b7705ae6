"""The loader refuses contradictions with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.knowledge.load import LEXICON, read_offices, read_persons, read_tenures

HEAD = "of,office,person,start,end,known_until,title,note\n"


def load(folder: Path, *rows: str) -> int:
    (folder / "persons.csv").write_text(
        "id,name,family,sex,born,aliases\nann-one,Ann One,One,f,1950,\nbob-two,Bob Two,Two,m,1951,\n"
    )
    (folder / "tenures.csv").write_text(HEAD + "\n".join(rows) + "\n")
    offices = {office.id: office for office in read_offices(LEXICON)}
    return len(
        read_tenures([folder / "tenures.csv"], read_persons([folder / "persons.csv"]), offices, {"FRA", "UN"})
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            ("FRA,president,ann-one,2012-05-15,2011,,,",),
            "tenures.csv:2: ann-one leaves the office of president",
        ),
        (("FRA,president,ann-one,2012-05-15,,,,",), "without an end; give an end, or known_until"),
        (("FRX,president,ann-one,2012,2013,,,",), '"FRX" is neither a state nor an organisation'),
        (("FRA,presidnt,ann-one,2012,2013,,,",), 'did you mean "president"?'),
        (("FRA,president,ann-one,15 May 2012,2013,,,",), "is no date"),
        (
            ("FRA,president,ann-one,2012-05-15,2017-05-14,,,", "FRA,president,bob-two,2015-02-01,2018,,,"),
            "tenures.csv:3: bob-two and ann-one (tenures.csv:2) both hold the office of president of FRA on 2015-02-01",
        ),
    ],
)
def test_contradictions_are_refused_with_place_and_remedy(
    tmp_path: Path, rows: tuple[str, ...], words: str
) -> None:
    with pytest.raises(LexiconError) as caught:
        load(tmp_path, *rows)
    assert words in str(caught.value)


def test_the_day_of_handing_over_and_unsure_dates_may_be_shared(tmp_path: Path) -> None:
    assert (
        load(
            tmp_path,
            "FRA,president,ann-one,2012-05-15,2017-05-14,,,",
            "FRA,president,bob-two,2017-05-14,,2025-01-01,,",
        )
        == 2
    )
    assert load(tmp_path, "FRA,president,ann-one,2012,2017,,,", "FRA,president,bob-two,2017,2020,,,") == 2
