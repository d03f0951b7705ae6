"""What the walk over names grows beside the references: who was introduced, who is a stranger, which offices were read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.grammar import token_of, weight_of
from communique.actors.phrase import Phrase
from communique.actors.resolve import LOOSE, Resolver
from communique.actors.walk import Walk
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Report, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

WITHIN = frozenset({"in", "across", "throughout", "inside", "within", "near"})
HYPHENS = frozenset("-‐‑–/")


@dataclass(kw_only=True)
class Search:
    """One walk over the names of a report; `walk` is what references look at, and `offices` who holds which one there."""

    walk: Walk
    sentences: Sequence[Sentence]
    home: str | None = None
    home_text: bool = False
    house: str | None = None
    introduced: list[str] = field(default_factory=list)
    unknown: dict[str, Actor] = field(default_factory=dict)
    read_now: list[Mention] = field(default_factory=list)
    phrase_at: dict[Span, Phrase] = field(default_factory=dict)
    elect: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    in_full: Counter[str] = field(default_factory=Counter)
    called: dict[str, tuple[int, Actor]] = field(default_factory=dict)
    backed: set[str] = field(default_factory=set)
    sport: bool | None = None
    anothers: dict[str, str | None] = field(default_factory=dict)
    bare: dict[str, tuple[int, str]] = field(default_factory=dict)
    parts: dict[str, dict[str, Actor]] = field(default_factory=dict)
    parts_read: int = 0
    styled: dict[str, dict[str, tuple[int, Actor]]] = field(default_factory=dict)
    report: Report = field(init=False)
    knowledge: Knowledge = field(init=False)
    resolver: Resolver = field(init=False)
    offices: dict[tuple[str, str], Actor] = field(init=False)

    def __post_init__(self) -> None:
        walk = self.walk
        self.report, self.knowledge = walk.report, walk.knowledge
        self.resolver, self.offices = walk.resolver, walk.offices


def mention_of(
    search: Search,
    phrase: Phrase,
    sentence: Sentence,
    actors: tuple[Actor, ...],
    *,
    doubt: str | None = None,
) -> Mention:
    """A mention of a phrase."""
    return Mention(
        span=phrase.span,
        text=phrase.span.of(search.report.body),
        form=phrase.form,
        actors=actors,
        head=phrase.head,
        sentence=sentence.index,
        layer=sentence.layer,
        doubt=doubt,
    )


def remember(search: Search, mention: Mention, doc: Doc | None) -> Mention:
    """Adds a mention to the memory of the walk."""
    sentence = search.sentences[mention.sentence]
    walk, met = search.walk, mention
    quoted = bool(walk.quotations) and walk.quotation(mention.span.start) is not None
    if mention.form == "state" and describes(search, mention, sentence, doc):
        met = replace(mention, form="adjective")
    if mention.form == "state" and holds(mention, sentence, doc):
        met = replace(mention, form="place")
        walk.places += [actor.state for actor in mention.actors if actor.state]
    walk.discourse.add(met, weight_of(mention.head, sentence, doc), quoted=quoted)
    return met if met.form == "place" else mention


def holds(mention: Mention, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether something only is or happens in a state that is named: "held in Syria"."""
    i = token_of(mention.head, sentence, doc)
    return i is not None and doc is not None and doc[i].dep_ == "pobj" and doc[i].head.lower_ in WITHIN


def describes(search: Search, mention: Mention, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether a state's name only describes what stands behind it: "the North Korea problem", but not "US-China talks"."""
    i = token_of(mention.head, sentence, doc)
    if i is None or doc is None or doc[i].dep_ not in {"compound", "nmod", "amod"}:
        return False
    body = search.report.body
    return not set(body[mention.span.start - 1 : mention.span.start] + body[mention.span.end :][:1]) & HYPHENS


def note_office(search: Search, actor: Actor) -> None:
    """Remembers who holds which office in this report, for "the president" later on."""
    if actor.office_id and actor.state and actor.office_id not in LOOSE:
        search.offices[actor.office_id, actor.state] = actor
        search.offices[actor.office_id, ""] = actor


INDEFINITE = re.compile(r"\b(?:an?|any|another|every|each|no)\s+(?:[a-z-]+\s+)?$")


def definite(search: Search, phrase: Phrase) -> bool:
    """Whether the phrase stands with "the" or a possessive, and not with "a"."""
    before = search.report.body[max(0, phrase.span.start - 18) : phrase.span.start].lower()
    return not INDEFINITE.search(before)


def ends_before(search: Search, phrase: Phrase, words: str) -> bool:
    """Whether an office without a name ends right before these words and the phrase."""
    return any(m.form == "office" and m.span.end + len(words) == phrase.span.start for m in search.read_now)
