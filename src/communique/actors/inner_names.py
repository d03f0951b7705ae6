"""Persons named again by a part of the name that is not the last: "Gebre Tesfaye Lemma arrived. Gebre met Sisi.".

Many countries call people so: by the first name, or by the first of two family names. And a family name may be
spelled in a way that the lexicon knows in the full name alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.actors.grammar import token_of
from communique.actors.patterns import OPENERS
from communique.actors.phrase import Phrase
from communique.actors.resolve import PARTICLES
from communique.actors.search import Search, mention_of, remember
from communique.actors.words import NO_FAMILIES, WORD_FAMILIES, WORDLIKE_FAMILIES
from communique.knowledge.spelling import skeleton
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

PARTIAL = frozenset({"compound", "nmod", "amod"})
KEPT = 1024  # names whose parts are remembered
SHORTEST = 4  # letters of a part that can stand alone
WRITTEN = re.compile(r"(?:[ae]l-)?[A-ZÀ-ÞĀ-Ț]")
NO_PARTS = WORDLIKE_FAMILIES | WORD_FAMILIES | NO_FAMILIES | frozenset(PARTICLES)
BESIDE = re.compile(r"[A-ZÀ-ÞĀ-Ț][\w.’'-]*\s$")  # a capitalised word right before


def inner_names(
    search: Search, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]
) -> list[Mention]:
    """The parts of a sentence that name one person of the report alone, whom it has named in full before."""
    note_parts(search)
    if doc is None:
        return []
    found: list[Mention] = []
    for part, bearers in search.parts.items():
        if len(bearers) > 1 or part.lower() not in doc.words:
            continue
        actor = next(iter(bearers.values()))
        for span in places(sentence, search.report.body, part, actor.name):
            phrase = Phrase(span, span, "name", name=actor.name)
            mention = mention_of(search, phrase, sentence, (actor,))
            free = not any(m.span.overlaps(span) for m in (*named, *found))
            if free and is_name(mention, sentence, doc) and not search.knowledge.index.find(part):
                found.append(remember(search, mention, doc))
    return found


def note_parts(search: Search) -> None:
    """Notes by which parts of their names those met since the last sentence may be named again."""
    met = search.walk.discourse.named
    for one in met[search.parts_read :]:
        if one.actor.type == "person":
            for part in parts_of(one.actor.name, one.actor.known):
                search.parts.setdefault(part, {})[one.actor.id] = one.actor
    search.parts_read = len(met)


def note_spelling(search: Search, name: str, actor: Actor) -> None:
    """Notes the family name as the report spells it in a full name: "Serzh Sarkisyan came. Sarkisyan met Putin."."""
    families = search.knowledge.persons[actor.id].family
    words = name.split()
    for word in dict.fromkeys((words[0], words[-1])):
        if may_stand_alone(word) and word not in families and respelled(word, families):
            search.parts.setdefault(word, {})[actor.id] = actor


@functools.lru_cache(maxsize=KEPT)
def respelled(word: str, families: tuple[str, ...]) -> bool:
    """Whether a word is another spelling of one of the family names: "Sarkisyan" of "Sargsyan"."""
    return skeleton(word) in {skeleton(each) for each in families}


def may_stand_alone(word: str) -> bool:
    """Whether a word of a name is long enough, and no word of the language, to name somebody by itself."""
    return (
        len(word) >= SHORTEST
        and WRITTEN.match(word) is not None
        and word not in NO_PARTS
        and word.lower() not in OPENERS
    )


@functools.lru_cache(maxsize=KEPT)
def parts_of(name: str, known: bool) -> tuple[str, ...]:
    """The parts of a name but the last; of a person of the lexicon, whose family names it has, neither the first."""
    words = name.split()
    inner = words[1:-1] if known else words[:-1]
    return tuple(filter(may_stand_alone, inner))


def places(sentence: Sentence, body: str, part: str, name: str) -> list[Span]:
    """Where a part of a name stands, with what follows it there, and no other capitalised word beside it."""
    text = sentence.span.of(body)
    start = sentence.span.start
    found = [m for m in part_alone(part, name).finditer(text) if not BESIDE.search(text[: m.start()])]
    return [Span(start=start + m.start(), end=start + m.end()) for m in found]


@functools.lru_cache(maxsize=KEPT)
def part_alone(part: str, name: str) -> re.Pattern[str]:
    """A part of a name with what follows it there, if that is written: "Tesfaye" and "Tesfaye Lemma"."""
    words = name.split()
    tail = ""
    for word in reversed(words[words.index(part) + 1 :] if part in words else ()):
        tail = rf"(?: {re.escape(word)}{tail})?"
    return re.compile(rf"(?<![\w’'-]){re.escape(part)}{tail}(?![\w-]|\s[A-ZÀ-ÞĀ-Ț])")


def is_name(mention: Mention, sentence: Sentence, doc: Doc) -> bool:
    """Whether the parse takes a word for a name that stands by itself."""
    place = token_of(mention.span, sentence, doc)
    if place is None or doc[place].dep_ in PARTIAL:
        return False
    return doc[place].pos_ == "PROPN" or doc[place].tag_ == "NN" and not mention.actors[0].known
