"""Who else a pronoun may mean: people whom no mention covers, and things in the plural. Where one is near, nobody is sure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS
from communique.actors.grammar import SUBJECTS
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

MEN, WOMEN = frozenset(WORDS["people"]["men"]), frozenset(WORDS["people"]["women"])
HUMAN = MEN | WOMEN | frozenset(WORDS["people"]["nouns"])
PEOPLE = HUMAN | frozenset(WORDS["people"]["several"])
SPEAKING = frozenset(WORDS["verbs"]["together"]) | frozenset(WORDS["verbs"]["shared"])


def note_rivals(walk: Walk, sentence: Sentence, doc: Doc) -> None:
    """Remembers people of a sentence who are no mentions: "Donald Trump Jr.", "a young boy named Osayande"."""
    for token, sex in strangers(walk, doc):
        place = sentence.span.start + token.idx
        if not any(m.span.start <= place < m.span.end for m in walk.here):
            walk.rivals.append((sentence.index, place, sex))


def strangers(walk: Walk, doc: Doc) -> Iterator[tuple[Token, str]]:
    """The heads of names of persons and of nouns for one person, with the sex that they tell."""
    for ent in doc.ents:
        if ent.label_ == "PERSON":
            yield ent.root, walk.knowledge.given_names.get(ent.text.split()[0], "")
    for token in doc:
        if token.tag_ == "NN" and token.lemma_ in HUMAN and token.dep_ in SUBJECTS | {"dobj", "pobj"}:
            yield token, "m" if token.lemma_ in MEN else "f" if token.lemma_ in WOMEN else ""


def has_rival(walk: Walk, actor: Actor, sentence: Sentence, place: int) -> bool:
    """Whether somebody of the same sex who is no mention was named between a person's last naming and a pronoun."""
    own = walk.sexes.of(actor)
    last = next(
        (
            (m.sentence, m.place)
            for m in walk.discourse.before(sentence.index, place)
            if m.actor.id == actor.id
        ),
        None,
    )
    return last is not None and any(
        last < (number, at) < (sentence.index, place) and (not sex or not own or sex == own)
        for number, at, sex in walk.rivals
    )


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
