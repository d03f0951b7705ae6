"""Who else a pronoun may mean: people whom no mention covers, and things in the plural. Where one is near, nobody is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.actors.discourse import SUBJECT, Met
from communique.actors.expressions import WORDS
from communique.actors.grammar import JUDGING, SUBJECTS, Words, role_of, verb_of
from communique.actors.leanings import VOICING
from communique.actors.walk import Walk
from communique.actors.words import ROLES
from communique.records import Actor, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

MEN, WOMEN = frozenset(WORDS["people"]["men"]), frozenset(WORDS["people"]["women"])
HUMAN = MEN | WOMEN | frozenset(WORDS["people"]["nouns"])
PEOPLE = HUMAN | frozenset(WORDS["people"]["several"])
AGENTS = ("er", "or", "ist", "ful", "ian", "ee")
THINGS = frozenset(WORDS["people"]["no_people"])
SPEAKING = frozenset(WORDS["verbs"]["together"]) | frozenset(WORDS["verbs"]["shared"])
ADDRESSING = frozenset(ROLES["addressing"]) | frozenset(WORDS["verbs"]["receive"])
SPEECH = frozenset(WORDS["verbs"]["speech"])
PERSONAL = SPEECH | ADDRESSING | frozenset(WORDS["verbs"]["thinking"])
WORDS_OF_A_GROUP = 32  # code points within which the noun of "the two foreign ministers" stands
FAINT = 20  # what a noun weighs less than a name where it is no subject
ATTESTING = -60  # what one weighs who only attests: next to nothing beside anybody named
CAPITALISED = re.compile(r"[A-ZÀ-ÞĀ-Ț][\w'’-]+\Z")
FULL_NAME = re.compile(r"\b[A-ZÀ-ÞĀ-Ț][\w'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w'’-]+)+")
EDGE = re.compile(r"\b")
WHO = SUBJECTS | {"dobj", "pobj", "dative", "conj"}


def note_strangers(walk: Walk, sentence: Sentence, doc: Doc, words: Words) -> None:
    """Remembers people of a sentence who are no mentions: "Donald Trump Jr.", "a young boy named Osayande"."""
    walk.starts[sentence.index] = sentence.span.start
    covered = [m.span for m in walk.here]
    for token, first, sex in strangers(walk, doc, words):
        begin, place = sentence.span.start + first.idx, sentence.span.start + token.idx
        if any(span.start <= place < span.end or span.start <= begin < span.end for span in covered):
            continue
        if is_named_beside(token, sentence, covered):
            continue
        actor = Actor(id=f"?{place}", name=token.text, type="person", known=False)
        walk.sexes.told[actor.id] = sex
        quoted = walk.quotation(place) is not None
        met = Met(
            sentence=sentence.index,
            place=place,
            actor=actor,
            weight=stranger_weight(token),
            quoted=quoted,
            form="stranger",
        )
        walk.discourse.strangers.append(met)


def note_unread(walk: Walk, sentence: Sentence) -> None:
    """Remembers a sentence without a parse that names somebody who is no mention: "Otto Warmbier died at home." """
    spans = [m.span for m in walk.here]
    if sentence.layer == "prose" and any(
        not any(span.start < found.end() and found.start() < span.end for span in spans)
        for found in FULL_NAME.finditer(walk.report.body, sentence.span.start, sentence.span.end)
    ):
        walk.unread.add(sentence.index)


def is_named_beside(token: Token, sentence: Sentence, covered: Sequence[Span]) -> bool:
    """Whether a noun describes somebody named in apposition: "the general who rules Myanmar, Thein Sein"."""
    names = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    places = [sentence.span.start + one.idx for one in names]
    return any(span.start <= place < span.end for place in places for span in covered)


def stranger_weight(token: Token) -> int:
    """What a person without a mention weighs: a name what its role does, a noun less, and least one who only attests.

    In "Merkel would come, a spokesman said" and "A spokesman said Merkel would come" the spokesman only attests.
    """
    role = role_of(token)
    if token.tag_ == "NNP":
        return role
    attests = role >= SUBJECT and token.head.lemma_ in SPEECH
    clauses = [c.i for c in token.head.children if c.dep_ == "ccomp"] if attests else []
    only = any(i < token.i or token.lemma_ in VOICING for i in clauses)
    return ATTESTING if only else role if role >= SUBJECT else role - FAINT


def strangers(walk: Walk, doc: Doc, words: Words) -> Iterator[tuple[Token, Token, str]]:
    """The heads of names of persons and of nouns for one person, their first words, and the sex that they tell."""
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            yield ent.root, ent[0], walk.knowledge.given_names.get(ent.text.split()[0], "")
    for token in words.nouns:
        if token.lemma_ in HUMAN and token.tag_ == "NN" and token.dep_ in WHO:
            yield token, token, "m" if token.lemma_ in MEN else "f" if token.lemma_ in WOMEN else ""
    for token in words.subjects:
        if token.lower_ in HUMAN and token.tag_ == "NNP":
            yield token, token, ""
        elif not token.ent_type_ and token.text.istitle() and is_named(walk, token):
            first = next((t for t in token.children if t.dep_ == "compound"), token)
            yield token, first, walk.knowledge.given_names.get(token.text, "")
    for token in words.joined:
        first = token.head
        if first.tag_ == "NNP" and owned_by(token) and not walk.knowledge.index.find(first.text):
            yield first, first, ""  # "a rift between Fubara and his predecessor"


def owned_by(token: Token) -> bool:
    """Whether somebody's own follows in a list, be it a person or a thing: "his predecessor"."""
    return any(c.tag_ == "PRP$" and c.lower_ in {"his", "her"} for c in token.children)


def is_named(walk: Walk, token: Token) -> bool:
    """Whether a capitalised subject is a person's name: it speaks, or the report has a given name before it."""
    if token.tag_ == "NNP" and token.head.lemma_ in PERSONAL:
        return True
    if token.tag_ not in {"NNP", "NN"}:
        return False
    return word_before(walk.report.body, token.text) in walk.knowledge.given_names


def word_before(body: str, name: str) -> str:
    """The first capitalised word that stands before a name in a text; empty where none does: "Ada" for "Byron"."""
    found = body.find(f" {name}")
    while found >= 0:
        before = CAPITALISED.search(body, body.rfind(" ", 0, found) + 1, found)
        if before and EDGE.match(body, found + 1 + len(name)):
            return before.group()
        found = body.find(f" {name}", found + 1)
    return ""


def things_between(walk: Walk, sentence: Sentence, place: int, token: Token) -> bool:
    """Whether "they" may mean things: a plural noun nearer than the group, and a verb that needs no persons."""
    verb = token.head if token.dep_ in SUBJECTS else None
    if verb is not None and verb.lemma_ in SPEAKING:
        return False
    owns = token.tag_ == "PRP$"  # things own nothing: "talks on ending their trade war"
    before = [
        t
        for t in token.doc
        if t.i < token.i
        and (t.tag_ == "NNPS" or t.tag_ == "NNS" and (t.lemma_ in PEOPLE or not owns and t.lemma_ != "talk"))
    ]
    group = max(
        (j.place for j in walk.discourse.joined if j.sentence == sentence.index and j.place < place),
        default=-1,
    )
    return any(
        sentence.span.start + t.idx > group
        and not any(m.span.start <= sentence.span.start + t.idx < m.span.end for m in walk.here)
        for t in before
    )


def things_before(walk: Walk, sentence: Sentence, token: Token) -> bool:
    """Whether "them" is done to things that the sentence before tells of: "the ties were firm. His father had built them"."""
    verb = verb_of(token)
    doc = walk.parses.get(sentence.index - 1)
    if (
        doc is None
        or token.lower_ != "them"
        or verb is None
        or verb.lemma_ in ADDRESSING | SPEAKING | JUDGING
    ):
        return False
    if any(j.sentence >= sentence.index - 1 for j in walk.discourse.joined):
        return False
    return any(
        t.tag_ == "NNS" and t.lemma_ not in PEOPLE and t.lemma_ != "talk" and t.dep_ in WHO for t in doc
    )


def crowd_between(walk: Walk, sentence: Sentence, token: Token) -> bool:
    """Whether "they" may mean people whom the sentence before names later than any two actors: "the prisoners"."""
    verb = token.head if token.dep_ in SUBJECTS else None
    if verb is not None and verb.lemma_ in SPEAKING:
        return False
    doc = walk.parses.get(sentence.index - 1)
    if doc is None or any(j.sentence == sentence.index for j in walk.discourse.joined):
        return False
    start = walk.starts.get(sentence.index - 1, 0)
    last = max((m.place for m in walk.discourse.named if m.sentence == sentence.index - 1), default=-1)
    groups = [j.place for j in walk.discourse.joined if j.sentence == sentence.index - 1]
    return any(
        (t.tag_ == "NNPS" or t.tag_ == "NNS" and t.lemma_ in PEOPLE)
        and start + t.idx > last
        and not any(place <= start + t.idx <= place + WORDS_OF_A_GROUP for place in groups)
        and t.dep_ in WHO
        for t in doc
    )


def are_people(token: Token) -> bool:
    """Whether a plural noun is one of people, by the lexicon or by its ending: "hopefuls", "strategists", "lawmakers"."""
    lemma = token.lemma_.lower()
    return lemma in PEOPLE or lemma.endswith(AGENTS) and lemma not in THINGS
