"""What came of a contact and in what form it was held: "agreed to reopen the border", "behind closed doors"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from communique.knowledge.caseless import Caseless
from communique.knowledge.fold import small_letters
from communique.knowledge.load import LEXICON, read_toml

# Who agrees with nobody agrees to a demand: the words of a subject that is both.
LONGEST = 200  # code points; what is longer is no outcome but the article


# "what it would do in the event the government decided to ...": nothing was decided.
SUPPOSED = re.compile(r"\b(?:in the event(?: that| of)?|in case|if|unless|whether|should) [^,.;]{2,60}$")


@functools.cache
def outcome_pattern() -> re.Pattern[str]:
    """A verb of agreement or signing with what it brings, to the end of its clause."""
    rows = read_toml(LEXICON / "contacts.toml")["outcome"]
    verbs = "|".join(row["words"] for row in rows)
    return re.compile(
        rf"(?<!not )(?<!never )(?<!yet to )(?<!n't )\b(?P<what>(?:{verbs})\b(?! in\b)[^.;!?]{{3,{LONGEST}}}?)"
        r"(?=[.;!?]|,[\"”]? (?:but|while|although|though|said|which|who|[A-Z]\w+ said|and (?:said|told|added|the|he|she|they|\w+ed))\b"
        r"| (?:but|while|although|though|after|before|as|when|during|in (?:a|an|their|the|talks)) |$)"
    )


@functools.cache
def any_outcome() -> re.Pattern[str]:
    """A verb of agreement or signing, or the end of a longer word: most sentences have none."""
    return re.compile("|".join(row["words"] for row in read_toml(LEXICON / "contacts.toml")["outcome"]))


@functools.lru_cache(maxsize=256)
def find_outcomes(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each outcome in a sentence, in order.

    "The two agreed to reopen the border, but set no date." gives "agreed to reopen the border"; "has not agreed to
    anything" gives none.
    """
    return tuple(_outcomes(text)) if any_outcome().search(text) is not None else ()


def _outcomes(text: str) -> Iterator[tuple[int, int]]:
    for match in outcome_pattern().finditer(text):
        if (
            SUPPOSED.search(text, 0, match.start("what"))
            and match.start("what") - text.rfind(",", 0, match.start("what")) > 2
        ):
            continue
        end = match.start("what") + len(match.group("what").rstrip(" ,-"))
        yield match.start("what"), end


@functools.cache
def formats() -> tuple[tuple[str, Caseless], ...]:
    """The formats of lexicon/contacts.toml with their words."""
    rows = read_toml(LEXICON / "contacts.toml")["format"]
    return tuple((row["id"], Caseless(rf"\b(?:{row['words']})\b")) for row in rows)


@functools.cache
def any_format() -> re.Pattern[str]:
    """A word of any format in a text in small letters, or the end of one."""
    rows = read_toml(LEXICON / "contacts.toml")["format"]
    return re.compile("|".join(row["words"] for row in rows))


@functools.lru_cache(maxsize=256)
def find_formats(text: str) -> tuple[tuple[str, int, int], ...]:
    """(format, start, end) of each word of form in a sentence: "met one on one" is one_on_one."""
    if any_format().search(small_letters(text)) is None:
        return ()
    found = [(m.start(), m.end(), name) for name, pattern in formats() for m in pattern.finditer(text)]
    return tuple((name, start, end) for start, end, name in sorted(found))
