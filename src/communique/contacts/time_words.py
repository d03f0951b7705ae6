"""The words by which contacts get their days, from lexicon/times.toml."""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml


@functools.cache
def time_words(name: str) -> frozenset[str]:
    """A list of `[words]` in times.toml by its name; "onward" holds "then"."""
    return frozenset(read_toml(LEXICON / "times.toml")["words"][name])


@functools.cache
def time_pattern(name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern of `[patterns]` in times.toml between word boundaries; "beginning" finds "arrived"."""
    return re.compile(rf"\b(?:{read_toml(LEXICON / 'times.toml')['patterns'][name]})\b", flags)
