"""Parts of speech and lemmas from tags: what the model's own rules give, worked out once for each word and tag.

The rules look at a word, its tag and its dependency, and now and then at the word before: only a sentence in which
such a rule could apply is given to them whole.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

KNOWN = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
KEPT = 200_000  # words with tag and dependency that are remembered
Seen = tuple[str, str, str]  # a word, its tag and its dependency


class WordClass(NamedTuple):
    """What the rules say of a word: "met", VBD, ROOT is the VERB "meet"."""

    pos: str
    lemma: str


class _Word(NamedTuple):
    """As much of a token as the lemmatizer looks at."""

    orth: str
    text: str
    pos: str
    pos_: str
    morph: Any


@dataclass(frozen=True, eq=False)
class Rules:
    """The model's rules: `words` and `patterns` are what a rule names, the others are told apart by tag and dependency alone.

    `first_words`, `first_patterns` and `first_dependencies` begin a rule of more than one word.
    """

    nlp: Language
    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    first_words: frozenset[str]
    first_patterns: tuple[re.Pattern[str], ...]
    first_dependencies: frozenset[str]
    longest: int
    plain: bool

    def apply(self, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> Sequence[WordClass]:
        """Part of speech and lemma of each word of a sentence."""
        seen = tuple(zip(words, tags, deps, strict=True))
        alone = [read_word(self, *each) for each in seen]
        read = [each for each in alone if each is not None]
        return read if len(read) == len(alone) else self._apply_around(seen, alone)

    def _apply_around(self, seen: tuple[Seen, ...], alone: Sequence[WordClass | None]) -> Sequence[WordClass]:
        """The same where words may begin a rule of more than one: these are read with those behind them."""
        read: list[WordClass] = []
        while len(read) < len(seen):
            at = end = len(read)
            while end < len(seen) and alone[end] is None:
                end = min(end + self.longest, len(seen))
            known = alone[at]
            read += (known,) if known is not None else read_words(self, seen[at:end])
        return read

    def read(self, word: str, tag: str, dep: str) -> WordClass | None:
        """Part of speech and lemma of one word; None where they hang on the word behind it, too."""
        small = word.lower()
        if not self.plain or self._begins(small, dep):
            return None
        if small in self.words or word.isspace() or any(each.search(small) for each in self.patterns):
            return self.apply_whole((word,), (tag,), (dep,))[0]
        pos, morph = class_of(self, tag, dep)
        lemmatizer: Any = self.nlp.get_pipe("lemmatizer")
        lemma = lemmatizer.lemmatize(_Word(orth=word, text=word, pos=pos, pos_=pos, morph=morph))[0]
        if len(lemmatizer.cache) > KEPT:
            lemmatizer.cache.clear()
        return WordClass(pos, lemma)

    def _begins(self, small: str, dep: str) -> bool:
        return (
            dep in self.first_dependencies
            or small in self.first_words
            or any(pattern.search(small) for pattern in self.first_patterns)
        )

    def apply_whole(self, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> list[WordClass]:
        """The same by the model's own rules, over all words together."""
        doc = self.tagged(words, tags, deps)
        self.nlp.get_pipe("lemmatizer")(doc)
        return [WordClass(token.pos_, token.lemma_) for token in doc]

    def tagged(self, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> Any:
        """A document of the model with what its rules say of parts of speech."""
        from spacy.tokens import Doc

        heads = [0] * len(words)
        doc = Doc(self.nlp.vocab, words=list(words), tags=list(tags), deps=list(deps), heads=heads)
        self.nlp.get_pipe("attribute_ruler")(doc)
        return doc


@functools.lru_cache(maxsize=KEPT)
def read_word(rules: Rules, word: str, tag: str, dep: str) -> WordClass | None:
    """What the rules say of a word; None where it may begin a rule of more than one."""
    return rules.read(word, tag, dep)


@functools.lru_cache(maxsize=KEPT)
def read_words(rules: Rules, seen: tuple[Seen, ...]) -> tuple[WordClass, ...]:
    """What the rules say of words in a row, each with its tag and dependency."""
    words, tags, deps = zip(*seen, strict=True)
    return tuple(rules.apply_whole(words, tags, deps))


@functools.lru_cache(maxsize=KEPT)
def class_of(rules: Rules, tag: str, dep: str) -> tuple[str, Any]:
    """Part of speech and morphology of a word that no rule names."""
    token = rules.tagged(("X",), (tag,), (dep,))[0]
    return token.pos_, token.morph


@functools.cache
def rules_of(nlp: Language) -> Rules:
    """The rules of a model, and which words and dependencies they name; its lemmatizer is made ready, too."""
    look_up_in_sets(nlp.get_pipe("lemmatizer"))
    ruler: Any = nlp.get_pipe("attribute_ruler")
    patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
    first = [pattern[0] for pattern in patterns if len(pattern) > 1]
    conditions = [each for pattern in patterns for each in pattern if len(pattern) == 1]
    return Rules(
        nlp=nlp,
        words=frozenset(word for each in conditions for word in _values(each.get("LOWER"))),
        patterns=tuple(pattern for each in conditions for pattern in _patterns(each.get("LOWER"))),
        first_words=frozenset(word for each in first for word in _values(each.get("LOWER"))),
        first_patterns=tuple(pattern for each in first for pattern in _patterns(each.get("LOWER"))),
        first_dependencies=frozenset(
            word for each in first if "LOWER" not in each for word in _values(each.get("DEP"))
        ),
        longest=max(map(len, patterns), default=1),
        plain=all(map(_is_plain, conditions)) and all("LOWER" in each or "DEP" in each for each in first),
    )


def look_up_in_sets(lemmatizer: Any) -> None:
    """Lets a lemmatizer look words up in sets; its own lists of all nouns are searched from their first word on."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, words in list(index.items()):
            index[part_of_speech] = frozenset(words)


def _is_plain(condition: dict[str, Any]) -> bool:
    """Whether a rule of one word names its words outright."""
    words = condition.get("LOWER")
    return condition.keys() <= KNOWN and (not isinstance(words, dict) or words.keys() <= {"IN", "REGEX"})


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value.get("IN", ())


def _patterns(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, dict) and "REGEX" in value:
        yield re.compile(value["REGEX"])
