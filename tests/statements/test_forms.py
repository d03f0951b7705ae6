"""Words and phrases looked for at once, against one pattern over all of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.statements.forms import Forms
from communique.statements.reporting import load_reporting

FORMS = ("say", "said", "said to", "make it clear", "made it clear that", "re-tell", "tell", "aren't", "no")
PATTERN = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f.replace(" ", r"\s+") for f in sorted(FORMS, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
PIECES = [
    *FORMS,
    *(f.title() for f in FORMS),
    " ",
    "  ",
    "\n",
    "-",
    "'",
    "s",
    ".",
    "é",
    "_",
    "to",
    "it",
    "clear that",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.integers(0, 12), st.integers(0, 40))
def test_the_same_is_found_as_by_a_pattern(text: str, start: int, length: int) -> None:
    for span in ((start, start + length), (start, len(text) + 5)):
        expected = [m.span() for m in PATTERN.finditer(text, *span)]
        assert [m.span() for m in Forms(FORMS).finditer(text, *span)] == expected
        first = Forms(FORMS).search(text, *span)
        assert (first.span() if first else None) == (expected[0] if expected else None)


def test_every_reporting_word_is_found_whole() -> None:
    table = load_reporting()
    for form in table.forms:
        found = table.pattern.search(f"They {form.upper()} so")
        assert found is not None and found.group().lower() == form


def test_a_form_that_no_word_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        Forms(["... so"])
