"""Whom a noun means by which the report has introduced somebody: "rebel leader Peter Gatluak ... the rebel leader"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.actors.discourse import Met
from communique.actors.expressions import Expression
from communique.actors.grammar import Words
from communique.actors.nouns import LAST, MEANT, first_word
from communique.actors.rivals import are_people
from communique.actors.salience import is_stranger
from communique.actors.walk import Walk
from communique.records import Actor, Sentence, Span

VAGUE = frozenset(
    {"leader", "chief", "head", "man", "woman", "official", "member", "president", "minister", "other"}
)
NAME_BEHIND = re.compile(r",? (?:Mr\.? |Ms\.? |Dr\.? )?$")
SAID_OF = re.compile(r"[^.;,]{3,45}, (?:who is |who was )?(?:an?|the) (?:[\w-]+ ){0,3}$")
TITLE = 40  # code points within which a name stands behind its title


def find_echoes(walk: Walk, sentence: Sentence, words: Words) -> Iterator[Expression]:
    """The definite nouns for a person in a sentence, "the dissident", where persons have been named before."""
    if not walk.discourse.named:
        return
    for token in words.nouns:
        if token.tag_ != "NN" or token.dep_ not in MEANT or not are_people(token):
            continue
        before = [c for c in token.children if c.i < token.i]
        if not before or before[0].lower_ != "the" or (first := first_word(token)) is None:
            continue
        own = [c for c in before if c.dep_ == "compound"]
        if not own and token.lemma_ in VAGUE:
            continue
        begin = sentence.span.start + first
        span = Span(start=begin, end=sentence.span.start + token.idx + len(token))
        if (match := LAST.match(span.of(walk.report.body))) is not None:
            yield Expression("echo", "descriptor", span, match)


def refer_echo(walk: Walk, found: Expression, _: Sentence) -> tuple[Actor, ...]:
    """The one person whom the report has introduced by the noun, or by its last two words."""
    if walk.quotation(found.span.start) is not None:
        return ()
    said = found.word.split()[1:]
    for words in (said[-2:], said[-1:]):
        told = words and (words[-1] not in VAGUE or len(words) > 1)
        if told and (met := introduced_as(walk, " ".join(words), found.span.start)):
            return sure(met)
    return ()


def sure(met: dict[str, Actor]) -> tuple[Actor, ...]:
    """The one person of whom a noun was said; nobody where two were, or one whom no mention covers."""
    return tuple(actor for actor in met.values() if not is_stranger(actor)) if len(met) == 1 else ()


def introduced_as(walk: Walk, noun: str, place: int) -> dict[str, Actor]:
    """The persons before a place with whose name a noun stands, before it or behind it, by their ids."""
    body = walk.report.body
    found: dict[str, Actor] = {}
    for said in re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE).finditer(body, 0, place):
        for met in (*walk.discourse.named, *walk.discourse.strangers):
            if met.actor.type == "person" and is_beside(body, met, said.span()):
                found[met.actor.id] = met.actor
    return found


def is_beside(body: str, met: Met, said: tuple[int, int]) -> bool:
    """Whether a noun stands with a name: "rebel leader Peter Gatluak", "Peter Gatluak, a former rebel leader"."""
    start, end = said
    if met.place > end + 1:
        return met.place < end + TITLE and NAME_BEHIND.fullmatch(body, end, met.place) is not None
    if met.form == "title" and met.place < end < met.place + TITLE and body[end + 1 : end + 2].isupper():
        return True
    return (
        met.place == end + 1
        or start - TITLE < met.place
        and SAID_OF.fullmatch(body, met.place, start) is not None
    )
