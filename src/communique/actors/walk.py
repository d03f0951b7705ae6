"""What every rule of reference looks at: the report, its parses, its lexicon, and what the walk has met so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from communique.actors.agreement import Sexes
from communique.actors.choice import Choice
from communique.actors.discourse import Discourse
from communique.actors.expressions import WORDS
from communique.actors.grammar import met_at, subject_of, verb_of
from communique.actors.quoting import Quotation
from communique.actors.resolve import HEAD_OFFICES, Resolver
from communique.actors.salience import Place, candidates, is_stranger, likeliest
from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Actor, Mention, Report, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc, Token


INSTITUTIONS = frozenset(WORDS["neuter"]["institutions"])
"""Nouns for what acts for a state: its government, its foreign ministry, somebody's country."""
BY_PLACE = attrgetter("span.start", "span.end")
"""The order of mentions in a text."""


class Frame(Record, frozen=True, kw_only=True):
    """Who called, received or visited whom: "Trump telephoned Moon" is a call by Trump."""

    kind: str
    sentence: int
    agent: Actor | None
    patient: Actor | None


@dataclass(kw_only=True)
class Walk:
    """One walk through a report: constant arguments, and what grows from sentence to sentence."""

    report: Report
    parses: Mapping[int, Doc]
    knowledge: Knowledge
    resolver: Resolver
    discourse: Discourse
    sexes: Sexes
    quotations: tuple[Quotation, ...] = ()
    offices: dict[tuple[str, str], Actor] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    speaking: tuple[int, Actor | None] | None = None
    told: Actor | None = None
    asking: bool = False
    unread: set[int] = field(default_factory=set)
    starts: dict[int, int] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    spoken: dict[int, Actor | None] = field(default_factory=dict)
    ordinals: tuple[int, tuple[Actor, Actor]] | None = None
    ordinal_last: bool = False
    here: list[Mention] = field(default_factory=list)
    choices: list[Choice] | None = None

    def token(self, span: Span, sentence: Sentence) -> Token | None:
        """The word of the parse that a span's last word is."""
        doc, start = self.parses.get(sentence.index), sentence.span.start
        return doc.root_over(span.start - start, span.end - start) if doc is not None else None

    def met(self, token: Token | None, sentence: Sentence) -> Actor | None:
        """The person who stands at a word of the sentence that is being read; "who" stands for whom it describes."""
        token = described(token)
        return met_at(self.here, sentence.span.start + token.idx, len(token)) if token is not None else None

    def quotation(self, place: int) -> Quotation | None:
        """The quotation that a place lies in: they stand in order, and none holds another."""
        for quotation in self.quotations:
            if place < quotation.span.end:
                return quotation if quotation.span.start <= place else None
        return None

    def person(self, word: str, span: Span, sentence: Sentence) -> Actor | None:
        """The likeliest person for "he", "his", "she" or "her"; for what somebody does with his guest, who does it."""
        fits = self.sexes.fit(word)
        token = self.token(Span(start=span.start, end=span.start + len(word)), sentence)
        verb = verb_of(token.head) if token is not None and token.tag_ == "PRP$" else None
        subject = subject_of(verb) if verb is not None else None
        if token is not None and subject is not None and subject.i < token.i:
            owner = self.human(subject, sentence)
            if owner is not None and fits(owner):
                return None if is_stranger(owner) else owner
        return likeliest(candidates(self.discourse, self.where(span, sentence), fits))

    def where(self, span: Span, sentence: Sentence, *, subject: bool = False) -> Place:
        """Where a reference stands."""
        quotation = self.quotation(span.start)
        return Place(
            sentence=sentence.index,
            place=span.start,
            quotation=quotation.span if quotation else None,
            subject=subject,
            behind=any(met.place < span.start for met in self.discourse.in_sentence(sentence.index)),
        )

    def human(self, token: Token | None, sentence: Sentence) -> Actor | None:
        """The person at a word of the sentence that is being read, also one whom no mention covers."""
        token = described(token)
        if token is None:
            return None
        place = sentence.span.start + token.idx
        beside = (c for c in token.children if c.dep_ == "appos")  # "his attorney, Michael Cohen, spoke"
        named = (met_at(self.here, sentence.span.start + c.idx, len(c)) for c in beside)
        return (
            met_at(self.here, place, len(token))
            or next((actor for actor in named if actor), None)
            or next((met.actor for met in reversed(self.discourse.strangers) if met.place == place), None)
        )

    def born(self, actor: Actor) -> int | None:
        """A person's year of birth, where the lexicon has it."""
        person = self.knowledge.persons.get(actor.id)
        return person.born if person else None

    def leader(self, state: str) -> Actor | None:
        """Who leads a state: whom the report names as its head, else the lexicon's holder of that day."""
        named = [
            met.actor
            for met in self.discourse.named
            if met.actor.state == state and met.actor.office_id in HEAD_OFFICES
        ]
        return named[-1] if named else self.resolver.leader(state)

    def fits(self, word: str) -> Callable[[Actor], bool]:
        """Whether a person agrees with a pronoun."""
        return self.sexes.fit(word)


def described(token: Token | None) -> Token | None:
    """The word that a relative pronoun takes up: "Rakhmonov, who calls himself Rahmon"."""
    if token is None or token.tag_ != "WP" or token.head.dep_ != "relcl":
        return token
    noun = token.head.head
    if token.head.tag_ == "VBP" or any(c.tag_ == "VBP" or c.lower_ == "were" for c in token.head.children):
        return noun
    last = [c for c in noun.children if c.dep_ == "conj" and c.i < token.i]
    return last[-1] if last else noun  # "Merkel and Steinmeier, who accompanied her": the last of the list


def body_at(walk: Walk, token: Token, sentence: Sentence) -> Mention | None:
    """The mention of one state or organisation at a word of the sentence, as itself or by its side; a place never."""
    place = sentence.span.start + token.idx
    acting = (m for m in walk.here if m.form not in {"place", "adjective"} and len(m.actors) == 1)
    bodies = (m for m in acting if m.actors[0].type != "person")
    return next((m for m in bodies if m.span.start <= place < m.span.end), None)


def side_at(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The one state or organisation that a word stands for: itself, its institution, or somebody's country.

    "Ghana", "Qatar's foreign ministry" and "the government of Fiji" do; so does "his country" once "his" is known.
    """
    if (named := body_at(walk, token, sentence)) is not None:
        return named.actors[0]
    if token.lemma_.lower() not in INSTITUTIONS:
        return None
    for one in belonging(token):
        if found := state_of(walk, one, sentence):
            return found
    return None


def belonging(token: Token) -> Iterator[Token]:
    """Whose an institution is, before it or behind: "Qatar" in "the ministry of foreign affairs of Qatar"."""
    for child in token.children:
        if child.dep_ in {"poss", "amod", "compound"}:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            for one in child.children:
                yield one
                yield from (g for c in one.children if c.lower_ == "of" for g in c.children)


def state_of(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state or organisation at a word, or the state of the person there: GHA for "his" of Ghana's president."""
    place = sentence.span.start + token.idx
    here = [m for m in walk.here if m.span.start <= place < m.span.end and len(m.actors) == 1]
    if not here:
        return None
    actor = here[-1].actors[0]
    return actor if actor.type != "person" else home_of(walk, actor)


def home_of(walk: Walk, actor: Actor) -> Actor | None:
    """The state of a person, his own where he serves an organisation; None where it is not known."""
    home = actor.state if actor.state in walk.knowledge.states else walk.knowledge.nationals.get(actor.id)
    return walk.resolver.entity(home) if home else None
