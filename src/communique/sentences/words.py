"""A sentence as words: those that stand in it, and the plain ones that the parser is given in their place.

A name that the lexicon has read already ("National Security Adviser H. R. McMaster") is one word, for which the
parser is given a plain surname: it then sees "Obama met Obama", which it cannot get wrong. A hyphenated cue
("sit-downs") is likewise given as a plain word of its kind, and the clipped ways of headlines in full.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.records import Span
from communique.sentences.candidates import noun_lemmas, verb_lemmas
from communique.sentences.clipped import missing_commas, plain_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

WHITE = re.compile(r"[^\S ]")
OF_PEOPLE = re.compile(
    r"(?:\b(?:the|its|their|two|three|both|group|commission|new|former)|['’]s|\b[A-ZÀ-ÞĀ-Ț]\w+) $"
)
SURROGATE = "Obama"  # a surname that the model knows well
UNLIKE_NAMES = frozenset(
    "acl advcl advmod amod ccomp dep intj meta nummod oprd prep relcl xcomp".split()
)  # what a name in a sentence seldom is
LISTING = frozenset({"and", "of", "the", "or"})  # the small words between the names of a list
KEPT = 100_000  # words whose spelling is remembered


class Words(NamedTuple):
    """The words of a sentence, whether a space follows each, and the document that the parser is given.

    `added` are the places in that document of commas that do not stand in the sentence, `alone` those of family
    names that stand alone.
    """

    text: str
    words: list[str]
    spaces: list[bool]
    given: Doc
    added: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()


def levelled(text: str) -> str:
    """White space and quotes in the form that the model was trained on; as long as before."""
    plain = text if text.isprintable() else WHITE.sub(" ", text)
    if plain.isascii():
        return plain
    return plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def cut_words(
    nlp: Language, text: str, offset: int, names: Sequence[Span], families: Sequence[Span] = ()
) -> Words:
    """The words of a sentence that begins at `offset` in the body, each of the body's `names` as one.

    `families` are the spans of family names that stand alone; one with a hyphen is one word, too.
    """
    from spacy.attrs import ORTH, SPACY
    from spacy.tokens import Doc

    given = nlp.tokenizer(text)
    forms, gaps = given.to_array([ORTH, SPACY]).T.tolist()
    spelled = spelling_of(nlp)
    words, spaces = [spelled[form] for form in forms], [gap == 1 for gap in gaps]
    plain, follows = words, spaces
    if "-" in text:
        names = [*names, *(span for span in families if "-" in text[span.start - offset : span.end - offset])]
    if bounds := _bounds(text, offset, names):
        words, spaces, plain = _joined(words, spaces, bounds)
        follows = spaces
        if ";" in plain:
            plain = _with_commas(plain)
    commas, instead = missing_commas(text), plain_words(text)
    added: list[int] = []
    if commas or instead:
        plain, added = _made_plain((words, spaces, plain), commas, instead)
        follows = [each not in added for each in range(1, len(plain) + 1)]
    if bounds or commas or instead:
        given = Doc(nlp.vocab, words=plain, spaces=follows)
    alone = _places(words, spaces, [span.start - offset for span in families]) if not added else ()
    return Words(text, words, spaces, given, tuple(added), alone)


def _places(words: Sequence[str], spaces: Sequence[bool], starts: Collection[int]) -> tuple[int, ...]:
    """The places of the words that begin there."""
    if not starts:
        return ()
    ends = accumulate(len(word) + space for word, space in zip(words, spaces, strict=True))
    return tuple(place for place, end in enumerate(chain((0,), ends)) if end in starts)


def is_seen_as_name(token: Token) -> bool:
    """Whether the model takes a word for a noun, and for one that does or bears something."""
    return token.tag_.startswith("NN") and token.dep_ not in UNLIKE_NAMES


def with_plain_families(nlp: Language, sentence: Words) -> Words:
    """A sentence with a plain surname for each family name alone that the model does not take for a name.

    "Rau phoned Putin" is to it as "Obama phoned Putin": it saw a participle in "Rau".
    """
    from spacy.tokens import Doc

    given = sentence.given
    strange = {place for place in sentence.alone if not is_seen_as_name(given[place])}
    if not strange:
        return sentence
    plain = [SURROGATE if token.i in strange else token.text for token in given]
    again = Doc(nlp.vocab, words=plain, spaces=[bool(token.whitespace_) for token in given])
    return sentence._replace(given=again, alone=())


class Spelled(dict[int, str]):
    """A model's words for its numbers, each asked for once."""

    def __init__(self, strings: Any) -> None:
        self.strings = strings

    def __missing__(self, number: int) -> str:
        if len(self) >= KEPT:
            self.clear()
        found: str = self.strings[number]
        self[number] = found
        return found


@functools.cache
def spelling_of(nlp: Language) -> Spelled:
    """The words of a model, and the names of its tags and dependencies."""
    return Spelled(nlp.vocab.strings)


def _bounds(text: str, offset: int, names: Sequence[Span]) -> list[tuple[int, int]]:
    """What is to be one word, from where to where in the sentence."""
    bounds = [(span.start - offset, span.end - offset) for span in names]
    if "-" in text:
        found = hyphenated_pattern().finditer(text)
        cues = ((m.start(), m.end()) for m in found if not is_noun_of_people(text, m.start(), m.group()))
        bounds += [b for b in cues if not any(s < b[1] and b[0] < e for s, e in bounds)]
    return sorted(bounds)


def is_noun_of_people(text: str, start: int, cue: str) -> bool:
    """Whether a hyphenated verb is a noun of people by the word before: "the group's co-chairs", "Minsk Group co-chairs"."""
    return (
        cue.lower() in {"co-chair", "co-chairs", "co-host", "co-hosts"}
        and OF_PEOPLE.search(text, 0, start) is not None
    )


def _joined(
    cut: Sequence[str], gaps: Sequence[bool], bounds: Sequence[tuple[int, int]]
) -> tuple[list[str], list[bool], list[str]]:
    """The words with those inside one of the bounds as one, and the plain words that the parser is given."""
    words: list[str] = []
    spaces: list[bool] = []
    begun: list[int] = []  # places of words at which a bound begins
    at = start = 0
    for word, space in zip(cut, gaps, strict=True):
        end = start + len(word)
        while at < len(bounds) and bounds[at][1] <= start:
            at += 1
        inside = at < len(bounds) and bounds[at][0] <= start and end <= bounds[at][1]
        if inside and start > bounds[at][0] and begun and begun[-1] == len(words) - 1:
            words[-1] += (" " if spaces[-1] else "") + word
            spaces[-1] = space
        else:
            if inside and start == bounds[at][0]:
                begun.append(len(words))
            words.append(word)
            spaces.append(space)
        start = end + space
    plain = words.copy()
    for place in begun:
        plain[place] = _plain(words[place])
    return words, spaces, plain


def _with_commas(plain: Sequence[str]) -> list[str]:
    """The plain words with a comma for each semicolon behind which only names are listed: "with Obama; Obama and Obama."."""
    listed = list(plain)
    for place in range(len(listed) - 1, -1, -1):
        word = listed[place]
        if word == ";":
            listed[place] = ","
        elif word[:1].islower() and word not in LISTING:
            break
    return listed


def _made_plain(
    cut: tuple[Sequence[str], Sequence[bool], Sequence[str]],
    commas: Collection[int],
    instead: Mapping[int, str],
) -> tuple[list[str], list[int]]:
    """The plain words with a comma behind those that end at `commas`, other words at `instead`; where commas were added."""
    plain: list[str] = []
    added: list[int] = []
    start = 0
    for word, space, given in zip(*cut, strict=True):
        plain.append(given if " " in word else instead.get(start, given))
        if start + len(word) in commas:
            added.append(len(plain))
            plain.append(",")
        start += len(word) + space
    return plain, added


def _plain(word: str) -> str:
    """What the parser reads for a name or a hyphenated cue."""
    cue = stand_ins().get(word.lower())
    if cue is not None:
        return cue
    return SURROGATE if " " in word or "-" in word or word.endswith(".") else word


@functools.cache
def stand_ins() -> dict[str, str]:
    """For each form of a hyphenated cue a plain word of its kind: "sit-downs" is to the parser as "meetings"."""
    found: dict[str, str] = {}
    for form in verb_lemmas():
        if "-" in form:
            ending = next((e for e in ("ed", "ing", "s") if form.endswith(e)), "")
            found[form] = {"ed": "visited", "ing": "visiting", "s": "visits"}.get(ending, "visit")
    for form, lemma in noun_lemmas().items():
        if "-" in form:
            found[form] = "meeting" if form == lemma else "meetings"
    return found


@functools.cache
def hyphenated_pattern() -> re.Pattern[str]:
    """The hyphenated cues as they stand in a text."""
    forms = sorted(map(re.escape, stand_ins()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)
