"""What a parse tells of a mention: its word, its role in the sentence, the subject and the objects of its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.actors.discourse import MAIN, OBJECT, OTHER, SUBJECT
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "iobj", "attr", "oprd"})


def token_of(span: Span, sentence: Sentence, doc: Doc | None) -> int | None:
    """The token of a parse that a span's last word is."""
    if doc is None:
        return None
    chars = doc.char_span(span.start - sentence.span.start, span.end - sentence.span.start)
    return chars.root.i if chars else None


def first_of_list(token: Token) -> Token:
    """The first word of the list that a word continues: "Putin" for "Xi" in "Putin and Xi"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def weight_of(span: Span, sentence: Sentence, doc: Doc | None) -> int:
    """How much the role of a span's word weighs: a subject most, then an object, then the rest."""
    i = token_of(span, sentence, doc)
    if i is None or doc is None:
        return OTHER
    if doc[i].dep_ in SUBJECTS:
        return MAIN if doc[i].head.dep_ == "ROOT" else SUBJECT
    return OBJECT if first_of_list(doc[i]).dep_ in OBJECTS else OTHER


def met_at(mentions: Sequence[Mention], place: int) -> Actor | None:
    """The one person named or referred to at a place of the body."""
    return next(
        (
            m.actors[0]
            for m in mentions
            if m.span.start <= place < m.span.end and len(m.actors) == 1 and m.actors[0].type == "person"
        ),
        None,
    )


def verb_of(token: Token) -> Token | None:
    """The verb that governs a word."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it continues: "came and saw", "wants to see"."""
    for _ in range(8):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def objects_of(verb: Token) -> Iterator[Token]:
    """The words that a verb or its prepositions govern, and who does it in the passive, left to right."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield child
        elif child.dep_ in {"prep", "agent"}:
            yield from (c for c in child.children if c.dep_ == "pobj")


def agent_of(verb: Token) -> Token | None:
    """Who does what a passive verb says: "was called by Trump"."""
    return next((c for a in verb.children if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)


def lists_of(doc: Doc) -> Iterator[list[Token]]:
    """The lists of a sentence, each with its members: "Putin, Xi and Modi"."""
    for token in doc:
        if token.dep_ == "conj" or token.pos_ not in {"PROPN", "NOUN", "PRON", "ADJ", "X"}:
            continue
        members = [token]
        for member in members:
            members += [c for c in member.children if c.dep_ == "conj" and c.i > member.i]
        if len(members) > 1:
            yield sorted(members, key=lambda one: one.i)
