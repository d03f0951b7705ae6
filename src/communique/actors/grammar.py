"""What a parse tells of a mention: its word, its role in the sentence, the subject and the objects of its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.actors.discourse import MAIN, OBJECT, OTHER, PREDICATE, SUBJECT
from communique.actors.expressions import WORDS
from communique.record_type import Record
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LISTED = frozenset({"PROPN", "NOUN", "PRON", "ADJ", "X"})
QUOTING = frozenset({"quote", "cite", "report"})
JUDGING = frozenset(WORDS["verbs"]["judging"])
ANSWERABLE = frozenset(WORDS["verbs"]["answerable"])
CONTROLLING = frozenset(WORDS["verbs"]["controlling"])
APPEALING = {verb: frozenset(preps) for verb, *preps in WORDS["verbs"]["appealing"]}
STEERING = {prep: frozenset(verbs) for prep, *verbs in WORDS["verbs"]["steering"]}
OBJECTS = frozenset({"dobj", "dative", "iobj", "attr", "oprd"})


def token_of(span: Span, sentence: Sentence, doc: Doc | None) -> int | None:
    """The token of a parse that a span's last word is."""
    if doc is None:
        return None
    root = doc.root_over(span.start - sentence.span.start, span.end - sentence.span.start)
    return root.i if root is not None else None


def first_of_list(token: Token) -> Token:
    """The first word of the list that a word continues: "Putin" for "Xi" in "Putin and Xi"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def weight_of(span: Span, sentence: Sentence, doc: Doc | None) -> int:
    """How much the role of a span's word weighs: a subject most, then an object, then the rest."""
    if doc is None:
        return OTHER
    token = doc.root_over(span.start - sentence.span.start, span.end - sentence.span.start)
    return role_of(token) if token is not None else OTHER


def role_of(token: Token) -> int:
    """How much the role of a word weighs; who follows in a list has the weight of its first."""
    while token.dep_ in {"compound", "flat"} and token.head.pos_ == "PROPN" and token.head.i > token.i:
        token = token.head
    if token.dep_ == "appos":
        token = token.head
    leading = first_of_list(token)
    if leading.dep_ in SUBJECTS:
        return MAIN if leading.head.dep_ == "ROOT" else SUBJECT
    if token.dep_ == "attr":
        return PREDICATE
    return OBJECT if leading.dep_ in OBJECTS else OTHER


def met_at(mentions: Sequence[Mention], place: int, length: int = 1) -> Actor | None:
    """The one person named or referred to at a word of the body: the name's in "Israel's Netanyahu", read as one word."""
    end = place + length
    for m in mentions:
        if m.span.start < end and place < m.span.end and len(m.actors) == 1 and m.actors[0].type == "person":
            return m.actors[0]
    return None


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
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ in {"acl", "relcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            above = verb_of(verb.head)  # "sent a telegram to congratulate him"
            return None if above is None or verb.head.dep_ != "dobj" else subject_of(above)
        if verb.dep_ == "pcomp" and (praised := praised_for(verb)) is not None:
            return praised
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.i == verb.i:
            return None
        if (asked := asked_by(verb)) is not None:
            return asked
        verb = verb.head
    return None


def praised_for(verb: Token) -> Token | None:
    """Who does what he is thanked or blamed for: the emir in "thanked the emir for taking time to see him"."""
    prep = verb.head
    if prep.lower_ == "as" and prep.head.lemma_ in QUOTING and verb.tag_ == "VBG":
        quoted = {"nsubjpass"} if any(c.dep_ == "auxpass" for c in prep.head.children) else {"dobj"}
        return next((c for c in prep.head.children if c.dep_ in quoted), None)
    judged = prep.lower_ in {"for", "on", "of"} and prep.head.lemma_ in JUDGING | ANSWERABLE
    steered = prep.head.lemma_ in STEERING.get(prep.lower_, ())  # "accused the emir of breaking his word"
    if not (judged or steered) or verb.tag_ != "VBG":
        return None
    return next((c for c in prep.head.children if c.dep_ == "dobj" and c.i < prep.i), None)


def asked_by(verb: Token) -> Token | None:
    """Who is to do what an infinitive says, where another is asked to: the countries in "asked the countries to come"."""
    if verb.dep_ == "conj" or not any(c.lower_ == "to" for c in verb.children):
        return None
    if (prep := APPEALING.get(verb.head.lemma_)) is not None:  # "called on Iran to keep its word"
        to = next((c for c in verb.head.children if c.lower_ in prep and c.i < verb.i), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if verb.head.lemma_ not in CONTROLLING:
        return left_to(verb)
    return next((c for c in verb.head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), None)


def left_to(verb: Token) -> Token | None:
    """Whose matter it is to do something: the emir in "it was up to the emir to say so"."""
    if verb.left_edge.i < 2:
        return None
    before = verb.doc[: verb.left_edge.i]
    to = next((t for t in reversed(before) if t.lower_ == "to"), None)
    if to is None or not to.i or to.nbor(-1).lower_ != "up":
        return None
    return next((c for c in to.children if c.dep_ == "pobj"), None)


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


class Words(Record, frozen=True, kw_only=True):
    """The words of a parse that rules look at, each kind in order: read once, for a sentence has many readers."""

    verbs: tuple[Token, ...]
    nouns: tuple[Token, ...]
    subjects: tuple[Token, ...]
    joined: tuple[Token, ...]


def words_of(doc: Doc) -> Words:
    """The verbs, nouns and subjects of a parse, and the words that continue a list."""
    verbs: list[Token] = []
    nouns: list[Token] = []
    subjects: list[Token] = []
    joined: list[Token] = []
    for token in doc:
        pos, dep = token.pos_, token.dep_
        if pos == "VERB":
            verbs.append(token)
        elif pos == "NOUN":
            nouns.append(token)
        if dep == "conj":
            joined.append(token)
        elif dep in SUBJECTS:
            subjects.append(token)
    return Words(verbs=tuple(verbs), nouns=tuple(nouns), subjects=tuple(subjects), joined=tuple(joined))


def lists_of(words: Words) -> Iterator[list[Token]]:
    """The lists of a sentence, each with its members: "Putin, Xi and Modi"."""
    lists: dict[int, list[Token]] = {}
    for token in words.joined:
        first = first_of_list(token)
        if first.dep_ != "conj" and first.pos_ in LISTED:
            lists.setdefault(first.i, [first]).append(token)
    for _, members in sorted(lists.items()):
        yield sorted(members, key=lambda one: one.i)
