"""A table that needs no folding is the same whichever way it is drawn."""

from __future__ import annotations

import random

import pytest

from communique.cli import output

COLUMNS = ("day", "parties", "kind", "status", "origins", "slug")
WORDS = (
    "",
    "Erdoğan",
    "2020-01-01",
    "visit",
    "a",
    "held",
    "José María Ñandú",
    "x y z",
    "łódź",
    "習近平",
    "a\tb",
)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("width", ["160", "109", "60"])
def test_plain_tables_equal_folding_ones(capsysbinary, monkeypatch, seed, width):
    monkeypatch.setenv("COLUMNS", width)
    dice = random.Random(seed)
    columns = dice.sample(COLUMNS, dice.randint(1, len(COLUMNS)))
    rows = [{column: dice.choice((*WORDS, None, 3)) for column in columns} for _ in range(dice.randint(1, 5))]
    if output._print_plainly(columns, rows):
        plain = capsysbinary.readouterr().out
        output._print_folding(columns, rows)
        assert plain == capsysbinary.readouterr().out
    else:
        assert capsysbinary.readouterr().out == b""
        told = "".join(str(each) for row in rows for each in row.values())
        assert "習" in told or "\t" in told or width != "160"
