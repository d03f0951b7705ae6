"""A caseless pattern finds what `re.IGNORECASE` finds, only sooner."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge.beginnings import begun_in, openings, telling
from communique.knowledge.caseless import Caseless

PATTERNS = (
    r"\b(?:call|talks?)\b",
    r"^\W*(?:(?:the|a) )?(?:envoy|Minister)s? (?:said|\w+ed)\b",
    r"\b(?:not|never)\b[^.;]{0,20}?\bmet\b|\bhe (?:left|went)\b",
    r"n['’]t\b",
    r"\bI\b|\b(?:we|you)\b",
    r"(?:led|headed) by\s*$",
    r"[A-ZÀ-Þ]\w+ met",
    r"\b(?P<who>he|she)\b (?:met|called) (?P=who)self\b",
    r"\b(?:x{2}|ab?c|d+e)\b",
    r"\b(?:(?-i:US)|America)\b",
    r"\b(?:the|a) (?:\w+ )?envoy (?:left|met)\b|\bwe (?:not |\w+ly )?(?:call|said)\b",
    r"(?:not )?(?:led|call)(?: (?:by|the))? us\b",
    r"\b(?:izmir|Yıldırım|the [a-z]+as)\b",
)
WORDS = st.sampled_from(
    ["the", "The", "ENVOY", "minister", "said", "Met", "not", "he", "I", "didn’t", "call", "TALKS", "xx", "ac",
     "us", "US", "led by", "Åland", "İzmir", "left", "she", "herself", "dde", ".", ",", "we", "straße",
     "IZMIR", "Yildirim", "YILDIRIM", "Yıldırım", "Kıbraſ", "Σ", "ΣΑΣ", "\u212aaas"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_is_found_is_what_ignoring_case_finds(text: str) -> None:
    for words in PATTERNS:
        plain, caseless = re.compile(words, re.IGNORECASE), Caseless(words, plainly=1)
        for start in (0, len(text) // 2):
            assert spans(caseless.search(text, start)) == spans(plain.search(text, start)), words
            assert spans(caseless.match(text, start)) == spans(plain.match(text, start)), words
        assert [m.span() for m in caseless.finditer(text)] == [m.span() for m in plain.finditer(text)], words


@pytest.mark.parametrize("text", ["met in İzmir", "Fıdan", "the ſpeaker"])
def test_the_hundredth_text_is_searched_as_the_first(text: str) -> None:
    caseless = Caseless(r"\b(?:izmir|fidan|speaker)\b")
    assert {spans(caseless.search(text)) is None for _ in range(100)} == {False}


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:call|talks?)\b", {"cal", "tal"}),
        (r"^\W*(?:the )?envoy", {"the", "env"}),
        (r"(?:\bno|^yes)\b", {"no", "yes"}),
        (r"\bI am", {"i"}),
        (r"talks", None),
        (r"\b(?:\w+ )?talks", None),
        (r"(?:\bno )?talks", None),
        (r"n['’]t\b|\bnot", None),
    ],
)
def test_the_letters_that_a_pattern_begins_with(pattern: str, letters: set[str] | None) -> None:
    assert openings(pattern) == letters


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:he|she) (?:called|spoke)", {"cal", "spo"}),
        (r"\bwill (?:\w+ly |also )?(?:close|shut)\b", {"clo", "shu"}),
        (r"^\W*(?:[\w-]+ ){1,4}?(?:owns|keeps)", {"own", "kee"}),
        (r"\bthe ?end", {"the"}),
        (r"\bthe(?! end)", {"the"}),
        (r"\bsea (?:far)?ing", {"sea"}),
        (r"\bnever met\b|n['’]t", None),
    ],
)
def test_the_letters_of_the_rarest_word(pattern: str, letters: set[str] | None) -> None:
    assert telling(pattern) == letters


def test_the_letters_with_which_words_begin() -> None:
    assert begun_in("We're off") == {"w", "we", "r", "re", "o", "of", "off"}


def spans(match: re.Match[str] | None) -> list[tuple[int, int]] | None:
    return None if match is None else list(match.regs)
