"""Which sentences can tell of a contact at all: a cue word decides before anything is parsed."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Report, Sentence


@functools.cache
def cue_forms() -> frozenset[str]:
    """Every form of every cue of lexicon/contacts.toml."""
    return frozenset(verb_lemmas()) | frozenset(noun_lemmas())


@functools.cache
def verb_lemmas() -> dict[str, str]:
    """The lemma of each form of each verb of lexicon/contacts.toml: "dined" is "dine", whatever the model says."""
    raw = read_toml(LEXICON / "contacts.toml")
    lemmas = [lemma for entry in raw["verb"] for lemma in entry["lemmas"]]
    regular = {form: lemma for lemma in reversed(lemmas) for form in verb_forms(lemma)}
    return regular | {form: lemma for lemma in lemmas for form in raw["irregular"].get(lemma, ())}


@functools.cache
def misread_verbs() -> dict[str, str]:
    """The lemma of each form of a verb that the language model misreads: "hoped" is of "hope"."""
    listed = read_toml(LEXICON / "contacts.toml")["misread"]
    return {form: lemma for lemma, forms in listed.items() for form in forms}


@functools.cache
def noun_lemmas() -> dict[str, str]:
    """The lemma of each form of each noun of lexicon/contacts.toml."""
    found: dict[str, str] = {}
    for entry in read_toml(LEXICON / "contacts.toml")["noun"]:
        for lemma in entry["lemmas"]:
            plural = lemma[:-1] + "ies" if lemma.endswith("y") else lemma + "s"
            found |= {lemma: lemma, plural: lemma, lemma + "s": lemma}
    return found


@functools.cache
def cue_pattern() -> re.Pattern[str]:
    """One pattern over every form of every cue."""
    return re.compile(
        r"(?<![\w])(?:" + "|".join(sorted(map(re.escape, cue_forms()), key=len, reverse=True)) + r")(?![\w])",
        re.IGNORECASE,
    )


TOGETHER = re.compile(r"\b(?:with|between|alongside|beside)\s+(?:[a-z'’]+\s+){0,3}[A-Z]")


STAY = re.compile(
    r"\b(?:(?:is|was|are|were|be|been|due|expected) in (?:the )?[A-Z]|(?:guests?|visitors?|invitations?|accepted)\b"
    r"|(?:sends?|sent|dispatch(?:es|ed)?) (?:[\w.'’-]+,? ){1,9}to (?:the )?[A-Z]"
    r"|left (?:[\w.'’-]+,? ){0,5}for (?:the )?[A-Z]"
    r"|(?:told|assured|reassured|warned|urged|informed) (?:[\w.'’-]+,? ){1,9}in (?:the )?[A-Z])"
)


def verb_forms(lemma: str) -> Iterator[str]:
    """The regular forms of a verb: "dine" gives dine, dines, dined, dining."""
    yield lemma
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if lemma.endswith("e"):
        yield from (lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    else:
        yield from (lemma + "ed", lemma + "ing", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


def find_candidates(report: Report, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences worth parsing: those with a word for a contact, of two acting together, of a stay."""
    cues = _cue_starts(report.body)
    return frozenset(
        s.index
        for s in sentences
        if bisect_left(cues, s.span.start) < bisect_left(cues, s.span.end)
        or TOGETHER.search(report.body, s.span.start, s.span.end)
        or STAY.search(report.body, s.span.start, s.span.end)
    )


def _cue_starts(body: str) -> list[int]:
    """Where the forms of cues begin that stand as words of their own, in order."""
    folded = body.lower()
    if len(folded) != len(body):  # a letter whose small form is two: offsets would move
        return [found.start() for found in cue_pattern().finditer(body)]
    size = len(folded)
    found = _matcher().find_matches_as_indexes(folded, overlapping=True)
    return sorted(
        start
        for _, start, end in found
        if not (start and _in_word(folded[start - 1])) and not (end < size and _in_word(folded[end]))
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@functools.cache
def _matcher() -> Any:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(sorted(cue_forms()))
