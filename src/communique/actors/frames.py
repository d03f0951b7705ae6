"""What a sentence does with its actors, noted for later references: lists, who called, received or visited whom, and who travelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS
from communique.actors.grammar import (
    SUBJECTS,
    Words,
    agent_of,
    first_of_list,
    lists_of,
    objects_of,
    subject_of,
)
from communique.actors.walk import Frame, Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

KIND_OF: dict[str, str] = {
    verb: kind for kind in ("call", "receive", "visit", "travel") for verb in WORDS["verbs"][kind]
}
CALLS = frozenset({"call", "telephone"})


def note_lists(walk: Walk, sentence: Sentence, words: Words) -> None:
    """Remembers the lists of a sentence: persons with persons, states with states."""
    for members in lists_of(words):
        actors = [one for token in members if (one := actor_at(walk, token, sentence))]
        if len(actors) == len(members) and len({actor.type == "person" for actor in actors}) == 1:
            role = first_of_list(members[0]).dep_
            walk.discourse.join(
                sentence.index,
                sentence.span.start + members[-1].idx,
                actors,
                "subject" if role in SUBJECTS else "list",
            )


def note_joined(walk: Walk, sentence: Sentence, token: Token | None) -> None:
    """Remembers the list of persons in which a pronoun stands that has just been read: "He and Xi said they would meet"."""
    first = first_of_list(token) if token is not None else None
    members = [first] if first is not None else []
    for member in members:
        members += [c for c in member.children if c.dep_ == "conj" and c.i > member.i]
    actors = [one for member in members if (one := actor_at(walk, member, sentence))]
    if first is None or len(actors) < 2 or len(actors) < len(members):
        return
    if all(actor.type == "person" for actor in actors):
        how = "subject" if first.dep_ in SUBJECTS else "list"
        walk.discourse.join(sentence.index, sentence.span.start + members[-1].idx, actors, how)


def actor_at(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The one actor at a word of the sentence, a place never."""
    place = sentence.span.start + token.idx
    return next(
        (
            m.actors[0]
            for m in walk.here
            if m.span.start < place + len(token)
            and place < m.span.end
            and len(m.actors) == 1
            and m.form not in {"place", "adjective"}
        ),
        None,
    )


def note_call(walk: Walk, sentence: Sentence, token: Token) -> None:
    """A call told by a noun of `CALLS`: "took a call from Putin" is one by Putin."""
    callers = [c for p in token.children if p.lower_ == "from" for c in p.children if c.dep_ == "pobj"]
    if callers and (agent := walk.met(callers[0], sentence)):
        walk.frames.append(Frame(kind="call", sentence=sentence.index, agent=agent, patient=None))


def note_frames(walk: Walk, sentence: Sentence, words: Words) -> None:
    """Remembers who called, received or visited whom: "Moon was called by Trump" is a call by Trump."""
    for token in words.nouns:
        if token.lemma_ in CALLS:
            note_call(walk, sentence, token)
    for token in words.verbs:
        kind = KIND_OF.get(token.lemma_)
        if kind is None:
            continue
        subject = walk.met(subject_of(token), sentence)
        objects = [actor for one in objects_of(token) if (actor := walk.met(one, sentence))]
        first = objects[0] if objects else None
        passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in token.children)
        if passive:
            agent, patient = walk.met(agent_of(token), sentence), subject
        else:
            agent, patient = subject, first
        if agent or patient:
            walk.frames.append(Frame(kind=kind, sentence=sentence.index, agent=agent, patient=patient))
