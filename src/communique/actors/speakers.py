"""Who speaks in a quotation, and who is spoken to: "I", "you" and "we" between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import FIRST, SECOND, WORDS, Expression
from communique.actors.grammar import SUBJECTS
from communique.actors.quoting import Quotation
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

SPEECH = frozenset(WORDS["verbs"]["speech"])
WATCHING = frozenset(WORDS["verbs"]["watching"])
HEARERS = frozenset({"dobj", "dative", "iobj"})
ADDRESSED = 2  # sentences since the two were named within which one of them is spoken to
TOGETHER = frozenset(WORDS["verbs"]["together"])


def refer_speech(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "I told him": the speaker; "you": the hearer; "we": speaker and hearer where they act together, else the side."""
    quotation = walk.quotation(found.span.start)
    speaker = speaker_of(walk, quotation, sentence) if quotation else None
    if quotation is None or speaker is None:
        return ()
    if found.word in FIRST:
        return (speaker,)
    token = walk.token(found.span, sentence)
    if found.word in SECOND:
        told = told_in(walk, quotation, sentence) or hearer_of(walk, quotation, sentence, speaker)
        return (told,) if told and not anybody(token) else ()
    hearer = hearer_of(walk, quotation, sentence, speaker)
    if (
        hearer
        and token is not None
        and token.dep_ in SUBJECTS
        and (token.head.lemma_ in TOGETHER or mutual(token.head))
        and alone(token.head)
    ):
        return (speaker, hearer)
    side = walk.resolver.entity(speaker.state) if speaker.state else None
    return (side,) if side else ()


def anybody(token: Token | None) -> bool:
    """Whether "you" is anybody: "when talks go on, you don't expect anything", "you can never know", "you look around"."""
    if token is None or token.dep_ not in SUBJECTS:
        return False
    if any(c.lower_ == "what" for c in token.head.children):  # "what you had were both of them"
        return True
    return (
        token.head.lemma_ in WATCHING
        or token.head.dep_ == "advcl"
        or any(c.dep_ == "neg" or c.lower_ in {"can", "could", "would", "might"} for c in token.head.children)
    )


def mutual(verb: Token) -> bool:
    """Whether a clause tells what two do to each other: "we have known each other for a long time"."""
    words = [t.lower_ for t in verb.subtree]
    return "each other" in " ".join(words) or "one another" in " ".join(words)


def alone(verb: Token) -> bool:
    """Whether no third party stands with the verb: "we have agreed with the United States" is the speaker's side."""
    return not any(child.dep_ == "prep" and child.lower_ == "with" for child in verb.children)


def speaker_of(walk: Walk, quotation: Quotation, sentence: Sentence) -> Actor | None:
    """The subject of the reporting verb beside a quotation, else who said its beginning, goes on, or acted last before it."""
    verb = attribution(walk, quotation, sentence)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) if verb is not None else None
    if subject is not None:
        return walk.met(subject, sentence)
    begun = quotation.span.start < sentence.span.start
    before = (
        quotation.span.start
        if begun and quotation.span.start in walk.spoken
        else said_before(walk, quotation)
    )
    if before in walk.spoken:
        return walk.spoken[before]
    speaker = acted_last(walk, quotation, sentence)
    if speaker is not None:
        walk.spoken[quotation.span.start] = speaker
    return speaker


def is_said(walk: Walk, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether it is told who says a quotation, be it nobody known: "said the official", but not "he said" of nobody sure."""
    verb = attribution(walk, quotation, sentence)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) if verb is not None else None
    named = subject is not None and subject.tag_ != "PRP"
    return named or speaker_of(walk, quotation, sentence) is not None


def acted_last(walk: Walk, quotation: Quotation, sentence: Sentence) -> Actor | None:
    """Who acted last before a quotation that nobody is told to say: "Putin was brief. 'I have no objection.'"."""
    return next(
        (
            met.actor
            for met in walk.discourse.before(sentence.index, quotation.span.start, reach=1)
            if met.subject
            and met.actor.type == "person"
            and not met.quoted
            and met.actor.id not in spoken_of(walk, sentence)
        ),
        None,
    )


def spoken_of(walk: Walk, sentence: Sentence) -> set[str]:
    """Whom the quotations of a sentence name: nobody speaks of himself by name."""
    named = (m for m in walk.here if m.form in {"name", "title"} and walk.quotation(m.span.start))
    return {a.id for m in named if m.sentence == sentence.index for a in m.actors}


def said_before(walk: Walk, quotation: Quotation) -> int:
    """Where the quotation before it in the same paragraph begins, whose speaker goes on: '"No," he said. "We want more."'."""
    before = [one.span for one in walk.quotations if one.span.start < quotation.span.start]
    if not before or "\n" in walk.report.body[before[-1].end : quotation.span.start]:
        return -1
    return before[-1].start


def note_spoken(walk: Walk, sentence: Sentence) -> None:
    """Remembers who says each quotation beside which a sentence has a reporting verb, be it nobody known."""
    for one in walk.quotations:
        if one.span.start >= sentence.span.end:
            break
        if one.span.end > sentence.span.start and attribution(walk, one, sentence) is not None:
            walk.spoken[one.span.start] = speaker_of(walk, one, sentence)


def attribution(walk: Walk, quotation: Quotation, sentence: Sentence) -> Token | None:
    """The reporting verb of the sentence that stands outside the quotation, the nearest to it."""
    doc = walk.parses.get(sentence.index)
    if doc is None:
        return None
    start, end = quotation.span.start - sentence.span.start, quotation.span.end - sentence.span.start
    verbs = [
        token
        for token in doc
        if token.pos_ == "VERB"
        and token.lemma_ in SPEECH
        and not start <= token.idx < end
        and any(c.dep_ in SUBJECTS for c in token.children)
    ]
    return min(verbs, key=lambda token: min(abs(token.idx - start), abs(token.idx - end)), default=None)


def told_in(walk: Walk, quotation: Quotation, sentence: Sentence) -> Actor | None:
    """Who is told a quotation, by the reporting verb's object: "you" elsewhere may be anybody."""
    verb = attribution(walk, quotation, sentence)
    told = next((c for c in verb.children if c.dep_ in HEARERS), None) if verb is not None else None
    return walk.met(told, sentence) if told is not None else None


def hearer_of(walk: Walk, quotation: Quotation, sentence: Sentence, speaker: Actor) -> Actor | None:
    """Who is told: the reporting verb's object, else the other one of the last pair."""
    verb = attribution(walk, quotation, sentence)
    if verb is not None and any(c.dep_ in HEARERS for c in verb.children):
        return told_in(walk, quotation, sentence)
    pairs = walk.discourse.pairs
    if not pairs or sentence.index - pairs[-1][0] > ADDRESSED:
        return None
    others = [actor for actor in pairs[-1][1] if actor.id != speaker.id]
    return others[0] if len(others) == 1 else None
