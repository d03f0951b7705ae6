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
LONG = (
    "Vladimir Putin (President, Russia) and Xi Jinping (President, China)",
    "an interval that nobody   knows of",
    "2025-01-21-putin-xi-video-call-about-the-border-and-about-the-river-and-the-sea",
    "Kim Feld, Ada Brandt",
    "x" * 70,
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


@pytest.mark.parametrize("seed", range(150))
@pytest.mark.parametrize("width", ["160", "120", "109", "60"])
def test_folded_tables_equal_those_of_the_library(capsysbinary, monkeypatch, seed, width):
    monkeypatch.setenv("COLUMNS", width)
    dice = random.Random(seed)
    columns = dice.sample(COLUMNS, dice.randint(1, len(COLUMNS)))
    words = [*LONG, *(word for word in WORDS if word.isprintable() and "習" not in word)]
    rows = [{column: dice.choice(words) for column in columns} for _ in range(dice.randint(1, 5))]
    if not output._print_plainly(columns, rows):
        assert capsysbinary.readouterr().out == b""
        return
    plain = capsysbinary.readouterr().out
    output._print_folding(columns, rows)
    assert plain == capsysbinary.readouterr().out


def test_a_list_of_contacts_is_folded_plainly(monkeypatch, capsysbinary):
    monkeypatch.setenv("COLUMNS", "160")
    row = {"day": "2020-01-01", "parties": LONG[0] * 2, "kind": "visit", "status": "held", "slug": LONG[2]}
    assert output._print_plainly(tuple(row), [row])
    assert b"President, Russia" in capsysbinary.readouterr().out
