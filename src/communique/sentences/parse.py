"""Parses the sentences that are worth it, each as a document of its own, those of many reports in one batch."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import field

from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Report, Sentence, Span
from communique.sentences.attributes import rules_of
from communique.sentences.bare_days import set_days_right
from communique.sentences.candidates import misread_verbs, noun_lemmas, verb_lemmas
from communique.sentences.garden_paths import set_guests_right, set_right
from communique.sentences.tokens import Doc, hang, make_doc
from communique.sentences.tokens import Span as Stretch
from communique.sentences.transitions import stepper_of
from communique.sentences.vectors import entity_reader, vectors_of
from communique.sentences.words import (
    Words,
    cut_words,
    levelled,
    spelling_of,
    stand_ins,
    with_plain_families,
)

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 1200  # code points; a longer "sentence" is a list or a table, and costs more than it tells
BATCH = 256  # sentences that go through the model together
WRAP = 1 << 64  # distances to heads are stored without a sign
STEPPING = frozenset({"parser", "ner"})  # pipes that move from word to word
PAIRS: dict[str, frozenset[str]] = {}  # word pairs of names, by edition of the lexicon


class Wanted(Record, frozen=True, kw_only=True):
    """The sentences of one report that are to be parsed, and `names`: spans by sentence that are one noun each.

    `families` are the spans of family names that stand alone.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    wanted: frozenset[int]
    names: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    families: Mapping[int, Sequence[Span]] = field(default_factory=dict)

    @property
    def chosen(self) -> list[Sentence]:
        """Those of its sentences that are not too long."""
        return [s for s in self.sentences if s.index in self.wanted and s.span.end - s.span.start <= LONGEST]


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
    one = Wanted(report=report, sentences=tuple(sentences), wanted=wanted, names=names or {})
    return parse_reports((one,), knowledge)[0]


def parse_reports(several: Sequence[Wanted], knowledge: Knowledge) -> list[dict[int, Doc]]:
    """The parses of each report by sentence index; a sentence's parse is the same whatever stands beside it."""
    if not any(one.chosen for one in several):
        return [{} for _ in several]
    nlp = knowledge.nlp
    cut = [
        cut_words(
            nlp,
            levelled(s.span.of(one.report.body)),
            s.span.start,
            one.names.get(s.index, ()),
            one.families.get(s.index, ()),
        )
        for one in several
        for s in one.chosen
    ]
    docs = iter(parse_words(nlp, cut, known_pairs(knowledge)))
    return [{s.index: next(docs) for s in one.chosen} for one in several]


def parse_words(nlp: Language, sentences: Sequence[Words], pairs: frozenset[str]) -> list[Doc]:
    """The parses of sentences; named entities are looked for where `pairs` leave two capitalised words in a row."""
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place].words))
    cut = list(sentences)
    found: dict[int, Doc] = {}
    for first in range(0, len(order), BATCH):
        places = order[first : first + BATCH]
        given = [cut[place].given for place in places]
        _parse(nlp, given)
        _name_families(nlp, cut, places)
        found |= {place: read_off(nlp, cut[place]) for place in places}
        strangers = [place for place in places if names_a_stranger(found[place], pairs)]
        if strangers and nlp.has_pipe("ner"):
            _annotate(nlp, "ner", [cut[place].given for place in strangers])
            for place in strangers:
                set_entities(found[place], cut[place])
    return [found[place] for place in range(len(cut))]


def _name_families(nlp: Language, cut: list[Words], places: Sequence[int]) -> None:
    """Parses again, with a plain surname instead, the sentences in which a family name alone was taken for another word."""
    again: list[Any] = []
    for place in places:
        if cut[place].alone:
            sentence = with_plain_families(nlp, cut[place])
            if sentence is not cut[place]:
                cut[place] = sentence
                again.append(sentence.given)
    if again:
        _parse(nlp, again)


def _parse(nlp: Language, docs: Sequence[Any]) -> None:
    for name in ("tok2vec", "tagger", "parser"):
        _annotate(nlp, name, docs)


def _annotate(nlp: Language, name: str, docs: Sequence[Any]) -> None:
    pipe: Any = entity_reader(nlp) if name == "ner" else nlp.get_pipe(name)
    reader = vectors_of(nlp) if name == "tok2vec" else None
    if reader is not None:
        pipe.set_annotations(docs, reader.of(docs))
    else:
        stepping = stepper_of(pipe) if name in STEPPING else pipe
        pipe.set_annotations(docs, stepping.predict(docs))


def read_off(nlp: Language, sentence: Words) -> Doc:
    """What the model saw in a sentence, as objects of our own."""
    from spacy.attrs import DEP, HEAD, TAG

    spelled = spelling_of(nlp)
    tags, deps, heads = sentence.given.to_array([TAG, DEP, HEAD]).T.tolist()
    heads = [each - WRAP if each >= WRAP // 2 else each for each in heads]
    if sentence.added:
        tags, deps, heads = without(sentence.added, tags, deps, heads)
    deps, tags = [spelled[each] for each in deps], [spelled[each] for each in tags]
    folded = sentence.text.lower()
    if "meeting" in folded or "following" in folded:
        tags = [level_tag(*each) for each in zip(sentence.words, tags, deps, strict=True)]
    set_right(sentence.words, tags, deps, heads)
    set_guests_right(sentence.words, tags, deps, heads)
    set_days_right(sentence.words, tags, deps, heads)
    classes = rules_of(nlp).apply(sentence.words, tags, deps)
    doc = make_doc(sentence.text, sentence.words, sentence.spaces, (tags, deps, classes))
    hang(doc, heads)
    level_lemmas(doc)
    return doc


def level_tag(word: str, tag: str, dep: str) -> str:
    """A word's tag, where the model saw a verb's form in an object or a preposition.

    "Orban cancels meeting with Fico" has a noun, "said the road was safe, following talks with Fico" a preposition.
    """
    if tag != "VBG":
        return tag
    if dep == "dobj" and word.lower() == "meeting":
        return "NN"
    return "IN" if dep == "prep" and word.lower() == "following" else tag


def without(
    added: Sequence[int], tags: Sequence[int], deps: Sequence[int], heads: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """What the parser saw, without the words that were added for it; what hung on one hangs on its head."""
    kept = [place for place in range(len(tags)) if place not in added]
    at = {place: number for number, place in enumerate(kept)}
    hung: list[int] = []
    for place in kept:
        head = place + heads[place]
        while head in added and heads[head]:
            head += heads[head]
        hung.append(at.get(head, at[place]) - at[place])
    return [tags[place] for place in kept], [deps[place] for place in kept], hung


def level_lemmas(doc: Doc) -> None:
    """Gives the hyphenated cues of a parse their lemmas, which the model does not know, and verbs that it misreads theirs."""
    if doc.words.isdisjoint(of_own_lemmas()):
        return
    hyphenated, misread = stand_ins(), misread_verbs()
    for token in doc.tokens:
        if token.lower_ in misread and token.tag_.startswith("VB"):
            token.lemma_ = misread[token.lower_]
        if token.lower_ in hyphenated:
            lemmas = verb_lemmas() if token.tag_.startswith("VB") else noun_lemmas()
            token.lemma_ = lemmas.get(token.lower_, token.lemma_)


@functools.cache
def of_own_lemmas() -> frozenset[str]:
    """The forms whose lemmas are not the model's."""
    return frozenset(stand_ins()) | frozenset(misread_verbs())


def set_entities(doc: Doc, sentence: Words) -> None:
    """Notes the named entities that the model saw."""

    def place(given: int) -> int:
        return given - bisect_left(sentence.added, given)

    doc.ents = tuple(
        Stretch(doc, place(each.start), place(each.end), each.label_) for each in sentence.given.ents
    )
    for entity in doc.ents:
        for token in entity:
            token.ent_type_ = entity.label_


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
    for token in doc.tokens:
        proper = token.tag_ == "NNP" and " " not in token.text and token.text[:1].isupper()
        if proper and previous and f"{previous} {token.lower_}" not in pairs:
            return True
        previous = token.lower_ if proper else ""
    return False
