"""Follows references: who "he", "the two leaders", "his guest" or "his Chinese counterpart" means in the walk of a report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.actors.refer import (
    FEMALE,
    MALE,
    NUMBERS,
    OFFICES_MEANT,
    STATE_NOUNS,
    Memory,
    by_side,
    counterpart,
    find_references,
    sex_fits,
)
from communique.actors.resolve import Resolver
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Report, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def token_of(span: Span, sentence: Sentence, doc: Doc | None) -> int | None:
    """The token of a parse that a span's last word is."""
    if doc is None:
        return None
    chars = doc.char_span(
        span.start - sentence.span.start, span.end - sentence.span.start, alignment_mode="expand"
    )
    return chars.root.i if chars else None


def is_subject(span: Span, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether the word that a span ends in is a subject."""
    i = token_of(span, sentence, doc)
    return i is not None and doc is not None and doc[i].dep_ in SUBJECTS


class SexMap(dict[str, str]):
    """The sex of an actor by id, from the lexicon or from "Mr." and "Ms." in the report."""

    def __init__(self, knowledge: Knowledge, body: str) -> None:
        super().__init__()
        self.knowledge, self.body = knowledge, body

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        """m, f or nothing."""
        person = self.knowledge.persons.get(key)
        return person.sex if person else default


@dataclass(kw_only=True)
class Follower:
    """Follows the references of one report; shares memory, offices and places with the walk over its names."""

    report: Report
    parses: Mapping[int, Doc]
    knowledge: Knowledge
    resolver: Resolver
    memory: Memory
    sexes: SexMap
    offices: dict[tuple[str, str], Actor]
    places: set[str]
    here: list[Mention] = field(default_factory=list)

    def with_references(self, sentence: Sentence, doc: Doc | None, named: list[Mention]) -> list[Mention]:
        """The sentence's names and its references, resolved from left to right."""
        found = self.here = list(named)
        if doc is None:
            return found
        text = sentence.span.of(self.report.body)
        for form, span, match in find_references(text, sentence.span.start):
            if any(
                m.span.overlaps(span)
                and (form in {"pronoun", "ordinal"} or (form == "group" and m.form == "office"))
                for m in found
            ):
                continue
            apposed = next(
                (
                    m
                    for m in found
                    if form == "descriptor"
                    and m.form in {"name", "title"}
                    and self.report.body[span.end : m.span.start] in {" ", ", "}
                ),
                None,
            )
            actors = apposed.actors if apposed else self.refer(form, span, match, sentence)
            if not actors:
                continue
            found[:] = [m for m in found if not span.covers(m.span)]
            mention = Mention(
                span=span,
                text=span.of(self.report.body),
                form=form,
                actors=actors,
                head=self.head(form, span, match, sentence),
                sentence=sentence.index,
                layer=sentence.layer,
            )
            if form == "descriptor":
                self.memory.add(mention, is_subject(mention.head, sentence, doc))
            found.append(mention)
        return sorted(found, key=lambda mention: mention.span)

    def head(self, form: str, span: Span, match: re.Match[str], sentence: Sentence) -> Span:
        """The head word of a reference."""
        if form == "group" and match.groupdict().get("noun"):
            return Span(
                start=sentence.span.start + match.start("noun"), end=sentence.span.start + match.end("noun")
            )
        if form in {"descriptor", "group"}:
            last = re.search(r"\S+$", match.group())
            assert last is not None
            return Span(start=span.start + last.start(), end=span.end)
        return span

    def refer(self, form: str, span: Span, match: re.Match[str], sentence: Sentence) -> tuple[Actor, ...]:
        """The actors that a reference means."""
        if form == "group":
            return self.refer_group(span, match, sentence)
        if form == "ordinal":
            here = [
                a
                for n, p, a, _ in self.memory.named
                if n == sentence.index and p < span.start and a.type == "person"
            ]
            chosen = here[-2:] if len({a.id for a in here[-2:]}) == 2 else list(self.memory.pair)
            if len(chosen) < 2:
                return ()
            return (chosen[0] if match.group(1) else chosen[1],)
        if form == "descriptor":
            if "age" in match.groupdict():
                return self.refer_age(int(match.group("age")), span, sentence)
            if "role" in match.groupdict():
                return self.refer_other_side(span, match, sentence)
            return self.refer_counterpart(span, match, sentence)
        word = match.group().lower()
        if word in {"they", "them", "their", "each other"}:
            return self.memory.pair_before(sentence.index, span.start) or self.plural(span, sentence)
        return self.refer_person(word, span, sentence)

    def plural(self, span: Span, sentence: Sentence) -> tuple[Actor, ...]:
        """ "they" where no pair of persons is known: two states, or persons of one sentence."""
        states = self.memory.states(sentence.index, span.start)
        return tuple(a for state in states if (a := self.resolver.entity(state)))

    def refer_group(self, span: Span, match: re.Match[str], sentence: Sentence) -> tuple[Actor, ...]:
        """ "the two leaders", "both sides", "the four", "all of them"."""
        groups = match.groupdict()
        noun = groups.get("noun")
        if groups.get("latter"):
            here = list(
                {
                    a.id: a
                    for n, p, a, _ in self.memory.named
                    if n >= sentence.index - 1
                    and a.type == "person"
                    and (n, p) < (sentence.index, span.start)
                }.values()
            )
            return tuple(here[-2:]) if len(here) > 2 else ()
        number = NUMBERS.get(
            (
                groups.get("number")
                or groups.get("bare")
                or groups.get("all")
                or groups.get("every")
                or "two"
            ).lower(),
            2,
        )
        if match.group().lower() == "all of them":
            return self.memory.crowd(sentence.index)
        if number > 2:
            return self.memory.several(sentence.index, span.start, number)
        if noun in STATE_NOUNS:
            states = self.memory.states(sentence.index, span.start)
            if not states:
                states = tuple(actor.state for actor in self.memory.pair if actor.state)
            return tuple(a for state in states if (a := self.resolver.entity(state)))
        pair = self.memory.pair_before(sentence.index, span.start, OFFICES_MEANT.get(noun or "", frozenset()))
        if not pair:  # "He wished the two presidents a fruitful day and left Biden and Putin to their talks"
            ahead = by_side(a for n, p, a, _ in self.memory.named if n == sentence.index and p > span.start)
            return ahead if len(ahead) == 2 else ()
        return pair

    def refer_age(self, age: int, span: Span, sentence: Sentence) -> tuple[Actor, ...]:
        """ "the 53-year-old": the person named before who has that age, else, where no age is known, the last subject."""
        named = {
            a.id: a
            for n, p, a, _ in self.memory.named
            if a.type == "person" and (n, p) < (sentence.index, span.start)
        }
        if not self.resolver.day or not named:
            return ()
        year = int(self.resolver.day[:4])
        born = {id: person.born for id in named if (person := self.knowledge.persons.get(id)) and person.born}
        fitting = [named[id] for id, b in born.items() if year - b in (age, age + 1)]
        if len(fitting) == 1:
            return (fitting[0],)
        unknown = [a for id, a in named.items() if id not in born]
        return (unknown[-1],) if len(unknown) == 1 and not fitting else ()

    def refer_other_side(self, span: Span, match: re.Match[str], sentence: Sentence) -> tuple[Actor, ...]:
        """ "his guest": the one of the pair who is not he; "the caller" is left alone where nobody is sure."""
        owner = match.group("owner").lower()
        if owner == "the":
            return self.refer_guest(match.group("role"), sentence)
        if owner not in {"his", "her"}:
            return ()
        anchor = self.memory.person(
            sentence.index, FEMALE if owner == "her" else MALE, self.sexes, span.start
        )
        if anchor is None:
            return ()
        here = by_side(
            a
            for n, p, a, _ in self.memory.named
            if sentence.index - n <= 1 and (n, p) < (sentence.index, span.start)
        )
        others = [
            a
            for a in (here if len(here) == 2 else self.memory.topic_pair(sentence.index))
            if a.id != anchor.id
        ]
        return (others[0],) if len(others) == 1 else ()

    def refer_guest(self, role: str, sentence: Sentence) -> tuple[Actor, ...]:
        """ "the visitor", "the host": by whose seat or city the talks are in, of the pair that the report is about."""
        pair = self.memory.topic_pair(sentence.index)
        if len(pair) != 2 or role not in {"host", "guest", "visitor"}:
            return ()
        at_home = [a for a in pair if a.state in self.places]
        if len(at_home) != 1:
            return ()
        return (at_home[0],) if role == "host" else tuple(a for a in pair if a is not at_home[0])

    def refer_person(self, word: str, span: Span, sentence: Sentence) -> tuple[Actor, ...]:
        """The person that a singular pronoun means; an object is not the subject of its own verb."""
        sexes = MALE if word in MALE else FEMALE
        if word in {"his", "her", "he", "she"} and (later := self.subject_ahead(span, sentence, word)):
            return (later,)
        likely = self.memory.persons(sentence.index, sexes, self.sexes, span.start)
        doc, i = self.parses.get(sentence.index), token_of(span, sentence, self.parses.get(sentence.index))
        if (
            doc is not None
            and i is not None
            and not word.endswith("self")
            and doc[i].dep_ in {"dobj", "dative", "pobj"}
            and doc[i].tag_ != "PRP$"
        ):
            subject = self.subject_of(doc, i, sentence)
            likely = [a for a in likely if subject is None or a.id != subject.id]
        elif (
            doc is not None
            and i is not None
            and doc[i].tag_ == "PRP$"
            and (object_ := self.object_before(doc, i, sentence))
        ):
            return (object_,)
        return tuple(likely[:1])

    def object_before(self, doc: Doc, i: int, sentence: Sentence) -> Actor | None:
        """The person that an object pronoun close before a possessive means: "thanked him for his letter"."""
        for token in reversed(doc[max(0, i - 4) : i]):
            if (
                token.lower_ in {"him", "her"}
                and token.dep_ in {"dobj", "dative"}
                and not any(t.tag_.startswith("VB") for t in doc[token.i : i])
            ):
                return self.met_at(sentence.span.start + token.idx)
        return None

    def subject_of(self, doc: Doc, i: int, sentence: Sentence) -> Actor | None:
        """The person that is the subject of the verb that governs a token."""
        token = doc[i].head
        for _ in range(8):
            if token.pos_ in {"VERB", "AUX"}:
                subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
                if subject is not None:
                    return self.met_at(sentence.span.start + subject.idx)
                if token.dep_ not in {"conj", "xcomp", "advcl"}:
                    return None
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def met_at(self, place: int) -> Actor | None:
        """The person named or referred to at a place of the sentence that is being read."""
        return next(
            (
                m.actors[0]
                for m in self.here
                if m.span.start <= place < m.span.end and len(m.actors) == 1 and m.actors[0].type == "person"
            ),
            None,
        )

    def subject_ahead(self, span: Span, sentence: Sentence, word: str) -> Actor | None:
        """The subject that a pronoun in an opening phrase looks ahead to: "In his talks with Putin, Xi said"."""
        doc = self.parses.get(sentence.index)
        if doc is None or any(
            n == sentence.index and p < span.start and s and a.type == "person"
            for n, p, a, s in self.memory.named
        ):
            return None
        i = token_of(span, sentence, doc)
        root = next((t for t in doc if t.dep_ == "ROOT"), None)
        subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root is not None else None
        if (
            i is None
            or subject is None
            or subject.i <= i
            or doc[i].head.i == subject.i
            or not any(t.text == "," for t in doc[i : subject.i])
        ):
            return None
        place = sentence.span.start + subject.idx
        sexes = MALE if word in MALE else FEMALE
        return next(
            (
                a
                for n, p, a, _ in self.memory.named
                if n == sentence.index
                and p <= place < p + len(subject) + 40
                and a.type == "person"
                and sex_fits(self.sexes.get(a.id, ""), sexes)
                and abs(p - place) < 60
            ),
            None,
        )

    def refer_counterpart(self, span: Span, match: re.Match[str], sentence: Sentence) -> tuple[Actor, ...]:
        """ "his Chinese counterpart": the holder of the same office in the state that is named."""
        word = match.group().split()[0].lower()
        beside = next(
            (
                m.actors[0]
                for m in self.here
                if m.actors
                and m.actors[0].type == "person"
                and self.report.body[m.span.end : span.start] in {" and ", "'s", "’s", "'", "’"}
            ),
            None,
        )
        anchor = (
            beside
            or self.subject_ahead(span, sentence, word)
            or self.memory.person(sentence.index, FEMALE if word == "her" else MALE, self.sexes, span.start)
        )
        states = []
        for group in ("state", "second", "behind"):
            name = match.group(group)
            ids = (
                [i for hit in self.knowledge.index.find(name) for i in hit.ids("state", "demonym", "capital")]
                if name
                else []
            )
            states += ids[:1]
        if not states:
            others = [a for a in self.memory.pair if anchor and a.id != anchor.id]
            return tuple(others[:1])
        named = [
            self.offices[anchor.office_id, s]
            for s in states
            if anchor and anchor.office_id and (anchor.office_id, s) in self.offices
        ]
        return tuple(named) if len(named) == len(states) else counterpart(anchor, states, self.resolver)
