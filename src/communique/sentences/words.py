"""A sentence as words: those that stand in it, and the plain ones that the parser is given in their place.

A name that the lexicon has read already ("National Security Adviser H. R. McMaster") is one word, for which the
parser is given a plain surname: it then sees "Obama met Obama", which it cannot get wrong. A hyphenated cue
("sit-downs") is likewise given as a plain word of its kind. And it is given the comma that many leave out between
a day and a name: in "On 5 October Sikorski met Panetta" it would else hang Sikorski on the month.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from communique.records import Span
from communique.sentences.candidates import noun_lemmas, verb_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WHITE = re.compile(r"\s")
SURROGATE = "Obama"  # a surname that the model knows well
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SMALL = "A|All|An|And|As|At|Both|But|By|Foreign|For|From|His|Her|In|Its|Of|On|Or|Our|Peace|The|Their|These|Those|To|Trade|Two|With"
DAY_THEN_NAME = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Bb]y|[Ss]ince|[Oo]f) (?:{DAY},? )?(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})(?: \d{{4}})?"
    rf"|(?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?|(?:{MONTH})(?: \d{{4}})?|(?<=[Oo]n ){DAY})"
    rf"(?= (?!(?:{MONTH}|{DAY}|[A-Z]{{2,4}})\b)[^\W\d_a-zß-ÿ][\w'-]*[^\W\d_])"
)  # "On 5 October" with no comma before a capitalised word, of a zone of time neither ("GMT")


class Words(NamedTuple):
    """The words of a sentence, whether a space follows each, and the document that the parser is given.

    `added` are the places in that document of commas that do not stand in the sentence.
    """

    text: str
    words: list[str]
    spaces: list[bool]
    given: Doc
    added: tuple[int, ...] = ()


def levelled(text: str) -> str:
    """White space and quotes in the form that the model was trained on; as long as before."""
    return WHITE.sub(" ", text).replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def cut_words(nlp: Language, text: str, offset: int, names: Sequence[Span]) -> Words:
    """The words of a sentence that begins at `offset` in the body, each of the body's `names` as one."""
    doc = nlp.tokenizer(text)
    cut = Words(text, [token.text for token in doc], [bool(token.whitespace_) for token in doc], doc)
    bounds = _bounds(text, offset, names)
    cut = _joined(nlp, cut, bounds) if bounds else cut
    behind = {match.end() for match in DAY_THEN_NAME.finditer(text)}
    return _with_commas(nlp, cut, behind) if behind else cut


def _bounds(text: str, offset: int, names: Sequence[Span]) -> list[tuple[int, int]]:
    """What is to be one word, from where to where in the sentence."""
    bounds = [(span.start - offset, span.end - offset) for span in names]
    cues = [(m.start(), m.end()) for m in hyphenated_pattern().finditer(text)] if "-" in text else []
    cues += [m.span("verb") for m in between_names().finditer(text)]
    bounds += [b for b in cues if not any(s < b[1] and b[0] < e for s, e in bounds)]
    return sorted(bounds)


def _joined(nlp: Language, cut: Words, bounds: Sequence[tuple[int, int]]) -> Words:
    """The words with those inside one of the bounds as one, for which the parser is given a plain word."""
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    begun: list[int] = []  # places of words at which a bound begins
    at = start = 0
    for word, space in zip(cut.words, cut.spaces, strict=True):
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
    return Words(cut.text, words, spaces, Doc(nlp.vocab, words=plain, spaces=spaces))


def _with_commas(nlp: Language, cut: Words, behind: set[int]) -> Words:
    """The words with a comma, for the parser alone, behind each word that ends at one of the places."""
    from spacy.tokens import Doc

    plain: list[str] = []
    added: list[int] = []
    start = 0
    for word, space, given in zip(cut.words, cut.spaces, cut.given, strict=True):
        plain.append(given.text)
        if start + len(word) in behind:
            added.append(len(plain))
            plain.append(",")
        start += len(word) + space
    spaces = [each not in added for each in range(1, len(plain) + 1)]
    return cut._replace(given=Doc(nlp.vocab, words=plain, spaces=spaces), added=tuple(added))


def _plain(word: str) -> str:
    """What the parser reads for a name or a hyphenated cue."""
    cue = stand_ins().get(word.lower())
    if cue is not None:
        return cue
    if word in verb_lemmas():
        return "meets" if word.endswith("s") else "met"
    return SURROGATE if " " in word or word.endswith(".") else word


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
def between_names() -> re.Pattern[str]:
    """A verb between two capitalised words, where the model likes to see a noun: "Biden phones Xi", "Kerry rang Lavrov"."""
    forms = {form for form in verb_lemmas() if form.endswith("s") and form.isalpha()} | {"rang"}
    listed = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w'.-])(?!(?:{SMALL})\b)[^\W\d_a-zß-ÿ][\w-]* (?P<verb>{listed})(?= (?!(?:{MONTH}|{DAY})\b)[^\W\d_a-zß-ÿ])"
    )


@functools.cache
def hyphenated_pattern() -> re.Pattern[str]:
    """The hyphenated cues as they stand in a text."""
    forms = sorted(map(re.escape, stand_ins()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)
