"""Parses the sentences that are worth it, each as a document of its own, in one batch a report.

A name that the lexicon has read already ("National Security Adviser H. R. McMaster") is one token for the
parser, with the features of a plain surname: it then sees "Obama met Obama", which it cannot get wrong.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.knowledge import Knowledge
from communique.records import Report, Sentence, Span
from communique.sentences.candidates import noun_lemmas, verb_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 1200  # code points; a longer "sentence" is a list or a table, and costs more than it tells
WHITE = re.compile(r"\s")
PAIRS: dict[str, frozenset[str]] = {}  # word pairs of names, by edition of the lexicon
SURROGATE = "Obama"  # a surname that the model knows well


def parse_sentences(
    report: Report,
    sentences: Iterable[Sentence],
    wanted: frozenset[int],
    knowledge: Knowledge,
    names: Mapping[int, Sequence[Span]] | None = None,
) -> dict[int, Doc]:
    """Parses by sentence index. A token's place in the body is `sentence.span.start + token.idx`.

    `names` are spans of the body, by sentence, that the parser sees as one proper noun each.
    """
    chosen = [s for s in sentences if s.index in wanted and s.span.end - s.span.start <= LONGEST]
    nlp = knowledge.nlp
    docs = [
        tokenise(nlp, levelled(s.span.of(report.body)), s.span.start, (names or {}).get(s.index, ()))
        for s in chosen
    ]
    parsed = list(nlp.pipe(docs, batch_size=64, disable=["ner"]))
    for doc in parsed:
        level_lemmas(doc)
    pairs = known_pairs(knowledge)
    strangers = [doc for doc in parsed if names_a_stranger(doc, pairs)]
    if strangers and nlp.has_pipe("ner"):
        for _ in nlp.get_pipe("ner").pipe(strangers, batch_size=64):  # type: ignore[attr-defined]
            pass
    return {s.index: doc for s, doc in zip(chosen, parsed, strict=True)}


def known_pairs(knowledge: Knowledge) -> frozenset[str]:
    """Every two words in a row of the names of states, organisations and places: "white house" names no person."""
    if knowledge.edition not in PAIRS:
        names = [name for s in knowledge.states.values() for name in (s.name, *s.names)]
        names += [name for o in knowledge.organisations.values() for name in (o.name, *o.names)]
        names += [name for p in knowledge.places.values() for name in (p.name, *p.names)]
        words = (name.lower().replace("'s", " 's").split() for name in names)
        PAIRS[knowledge.edition] = frozenset(f"{one} {two}" for each in words for one, two in pairwise(each))
    return PAIRS[knowledge.edition]


def names_a_stranger(doc: Doc, pairs: frozenset[str]) -> bool:
    """Whether two capitalised words in a row are left that no name covers: only there may the model see a person."""
    previous = ""
    for token in doc:
        proper = token.tag_ == "NNP" and " " not in token.text and token.text[:1].isupper()
        if proper and previous and f"{previous} {token.lower_}" not in pairs:
            return True
        previous = token.lower_ if proper else ""
    return False


def levelled(text: str) -> str:
    """White space and quotes in the form that the model was trained on; as long as before."""
    return WHITE.sub(" ", text).replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def tokenise(nlp: Language, text: str, offset: int, names: Sequence[Span]) -> Doc:
    """The text as tokens, with each name as one."""
    doc = nlp.tokenizer(text)
    hyphenated = [(m.start(), m.end()) for m in hyphenated_pattern().finditer(text)]
    if not names and not hyphenated:
        return doc
    from spacy.tokens import Doc as NewDoc

    words: list[str] = []
    spaces: list[bool] = []
    merged: list[str] = []
    bounds = [(span.start - offset, span.end - offset) for span in names]
    bounds = sorted([*bounds, *(b for b in hyphenated if not any(s < b[1] and b[0] < e for s, e in bounds))])
    at = 0
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        while at < len(bounds) and bounds[at][1] <= start:
            at += 1
        inside = at < len(bounds) and bounds[at][0] <= start and end <= bounds[at][1]
        if inside and start > bounds[at][0] and words and merged and merged[-1] == words[-1]:
            words[-1] = merged[-1] = merged[-1] + (" " if spaces[-1] else "") + token.text
            spaces[-1] = bool(token.whitespace_)
            continue
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        if inside and start == bounds[at][0]:
            merged.append(token.text)
    for word in merged:
        if word.lower() in stand_ins():
            disguise(nlp, word, stand_ins()[word.lower()])
        elif " " in word or word.endswith("."):
            disguise(nlp, word, SURROGATE)
    return NewDoc(nlp.vocab, words=words, spaces=spaces)


def level_lemmas(doc: Doc) -> None:
    """Gives the hyphenated cues of a parse their lemmas, which the model does not know."""
    for token in doc:
        if token.lower_ in stand_ins():
            lemmas = verb_lemmas() if token.tag_.startswith("VB") else noun_lemmas()
            token.lemma_ = lemmas.get(token.lower_, token.lemma_)


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


def disguise(nlp: Language, word: str, plain: str) -> None:
    """Gives a merged word the features by which the model knows a plain one: a surname, or "meeting"."""
    lexeme, model = nlp.vocab[word], nlp.vocab[plain]
    lexeme.norm_, lexeme.prefix_, lexeme.suffix_, lexeme.shape_ = (
        model.norm_,
        model.prefix_,
        model.suffix_,
        model.shape_,
    )
