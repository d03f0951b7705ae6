"""`find_mentions`: every span of a report that names or refers to an actor, resolved, in order."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.actors.phrases import SET_OFF, Phrase, PhraseReader, Title
from communique.actors.refer import (
    FEMALE, MALE, NUMBERS, OFFICES_MEANT, STATE_NOUNS, Memory, by_side, counterpart, find_references, sex_fits)
from communique.actors.sides import side_of
from communique.actors.resolve import GENERIC, Resolver, kebab
from communique.knowledge import Knowledge
from communique.knowledge.index import Hit
from communique.records import Actor, Mention, Report, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

PERSON_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:(?:al|el|bin|ibn|de|da|dos|van|von|der|del|la|ul|ben)[ -])*[A-ZÀ-Þ][\w'’.-]*){0,4}")
JOINED_NAME = re.compile(r" and (?P<name>[A-ZÀ-Þ][a-zß-ÿ'’-]+ (?:(?:al|el|bin|de|van|von)[ -])?[A-ZÀ-Þ][\w'’-]*[\w])(?= (?:[a-z]|on [A-Z])|[,.;])")
NO_NAME = re.compile(r"[a-z][A-Z]{2}|\d|\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Twitter|House|Street|Party|Ministry|Press|News|University)\b")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ACTING_DEPS = frozenset({"nsubj", "nsubjpass", "poss", "conj", "agent", "appos"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "to", "from", "near", "outside", "through", "via", "into", "around", "for"})
PARTY_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among"})


def find_phrases(report: Report, sentences: Sequence[Sentence], knowledge: Knowledge) -> dict[int, list[Phrase]]:
    """Phrases of the body that name actors, by sentence: what can be read without a parse."""
    hits = knowledge.index.find(report.body)
    starts = [hit.start for hit in hits]
    grouped: dict[int, list[Phrase]] = {}
    for sentence in sentences:
        first, last = bisect.bisect_left(starts, sentence.span.start), bisect.bisect_left(starts, sentence.span.end)
        at = sentence.span.start
        inside = [Hit(hit.start - at, hit.end - at, hit.names) for hit in hits[first:last] if hit.end <= sentence.span.end]
        if inside:
            grouped[sentence.index] = [shifted(phrase, at) for phrase in PhraseReader(sentence.span.of(report.body), inside).phrases()]
    return grouped


def shifted(phrase: Phrase, by: int) -> Phrase:
    """A phrase read from a sentence, at its place in the body."""
    return replace(phrase, span=Span(start=phrase.span.start + by, end=phrase.span.end + by), head=Span(start=phrase.head.start + by, end=phrase.head.end + by),
                   owner=phrase.owner and Span(start=phrase.owner.start + by, end=phrase.owner.end + by))


def name_spans(phrases: Mapping[int, Sequence[Phrase]]) -> dict[int, list[Span]]:
    """The spans of persons' names with their titles, by sentence, which a parser may see as one word."""
    return {index: [p.span for p in found if p.form in {"name", "title"} and (" " in p.name or p.form == "title")] for index, found in phrases.items()}


def find_mentions(report: Report, sentences: Sequence[Sentence], parses: Mapping[int, Doc], knowledge: Knowledge,
                  phrases: Mapping[int, Sequence[Phrase]] | None = None) -> tuple[Mention, ...]:
    """All mentions of a report, resolved on the report's day, sorted by span.

    "Putin told his Chinese counterpart ..." gives Vladimir Putin and, where the report or the lexicon knows
    the holder, Xi Jinping. A name that the lexicon does not know keeps the role that the text gives it.
    """
    return MentionFinder(report, sentences, parses, knowledge).mentions(find_phrases(report, sentences, knowledge) if phrases is None else phrases)


class MentionFinder:
    """Walks the sentences of one report with a memory of who was named."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], parses: Mapping[int, Doc], knowledge: Knowledge) -> None:
        self.report, self.sentences, self.parses, self.knowledge = report, sentences, parses, knowledge
        self.resolver = Resolver(knowledge, report.dated.date)
        self.memory = Memory()
        self.introduced: list[str] = []
        self.unknown: dict[str, Actor] = {}
        self.offices: dict[tuple[str, str], Actor] = {}
        self.starts = [sentence.span.start for sentence in sentences]
        self.sexes = SexMap(knowledge, report.body)
        self.home = side_of(report, knowledge)
        self.here: list[Mention] = []
        self.read_now: list[Mention] = []
        self.phrase_at: dict[Span, Phrase] = {}
        self.places: set[str] = set()
        self.elect: set[str] = set()
        self.home_text = report.text_kind == "readout"

    def mentions(self, by_sentence: Mapping[int, Sequence[Phrase]]) -> tuple[Mention, ...]:
        """The walk: names first, so that a headline may use what the text introduces; then references in order."""
        self.introduce(phrase for phrases in by_sentence.values() for phrase in phrases)
        found: list[Mention] = []
        for sentence in self.sentences:
            doc = self.parses.get(sentence.index)
            named = self.read_now = []
            for phrase in by_sentence.get(sentence.index, ()):
                if mention := self.resolve(phrase, sentence, doc):
                    named.append(mention)
            named += self.owners(by_sentence.get(sentence.index, ()), named, sentence)
            named += self.entity_names(sentence, doc, named)
            named += self.listed_names(sentence, named) if doc is not None else []
            named.sort(key=lambda mention: mention.span)
            found += self.with_references(sentence, doc, named)
            self.memory.close_sentence(sentence.index)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def owners(self, phrases: Iterable[Phrase], named: list[Mention], sentence: Sentence) -> list[Mention]:
        """The state of "Israel's Benjamin Netanyahu" as a mention of its own, which only describes; the name keeps the rest."""
        found = []
        for phrase in phrases:
            at = next((number for number, m in enumerate(named) if m.span == phrase.span), None)
            if phrase.owner is None or at is None or (actor := self.resolver.entity(phrase.of[0])) is None:
                continue
            named[at] = replace(named[at], span=phrase.head, text=phrase.head.of(self.report.body))
            found.append(Mention(span=phrase.owner, text=phrase.owner.of(self.report.body), form="adjective", actors=(actor,),
                                 head=phrase.owner, sentence=sentence.index, layer=sentence.layer))
        return found

    def introduce(self, phrases: Iterable[Phrase]) -> None:
        """Notes persons named in full or with a title anywhere in the report."""
        for phrase in phrases:
            if phrase.form not in {"name", "title"}:
                continue
            if phrase.persons and (not phrase.family or phrase.title or phrase.of):
                chosen, _ = self.resolver.choose(phrase)
                if chosen and chosen not in self.introduced:
                    self.introduced.append(chosen)
                    actor = self.resolver.person(chosen, phrase.title, phrase.of)
                    if actor.office_id and actor.state:
                        self.offices.setdefault((actor.office_id, actor.state), actor)
            elif phrase.name and not phrase.persons and " " in phrase.name:
                if (variant := self.resolver.variant(phrase)) is not None:
                    self.introduced.append(variant)
                    continue
                actor = self.resolver.unknown(phrase.name, phrase.title, phrase.of)
                self.unknown.setdefault(phrase.name.split()[-1], actor)

    def resolve(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """A phrase as a mention; None where it names no actor."""
        if phrase.form in {"name", "title"}:
            return self.resolve_person(phrase, sentence, doc)
        if phrase.form == "office":
            return self.resolve_office(phrase, sentence, doc)
        return self.resolve_entity(phrase, sentence, doc)

    def mention(self, phrase: Phrase, sentence: Sentence, actors: tuple[Actor, ...], form: str = "", doubt: str | None = None) -> Mention:
        """A mention of a phrase."""
        return Mention(span=phrase.span, text=phrase.span.of(self.report.body), form=form or phrase.form, actors=actors,
                       head=phrase.head, sentence=sentence.index, layer=sentence.layer, doubt=doubt)

    def resolve_person(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """A named person, known or not."""
        chosen, doubt = self.resolver.choose(phrase, self.introduced)
        chosen = chosen or self.resolver.variant(phrase)
        if chosen:
            self.introduced = [p for p in self.introduced if p != chosen] + [chosen]
            actor = self.resolver.person(chosen, phrase.title, phrase.of)
            if (phrase.title and phrase.title.elect) or chosen in self.elect:
                self.elect.add(chosen)
                actor = replace(actor, office=None, office_id=None)
            elif phrase.title and phrase.title.then:
                actor = replace(actor, office=None, office_id=None)
        elif phrase.name.split()[-1] in self.unknown and (phrase.family or " " not in phrase.name):
            actor = self.unknown[phrase.name.split()[-1]]
        elif phrase.title and not phrase.title.plural and (phrase.of or not phrase.family or any(o for _, o in phrase.title.offices)):
            of = phrase.of
            if not of and self.home and any(office in OWN_STAFF for office, _ in phrase.title.offices):
                of = (self.home,)
            actor = self.resolver.unknown(phrase.name, phrase.title, of)
            if doubt and of:
                actor = replace(actor, id=f"{actor.id}-{of[0].lower()}")
            self.unknown.setdefault(phrase.name.split()[-1], actor)
        else:
            return None
        self.note_office(actor)
        return self.remember(self.mention(phrase, sentence, (actor,), doubt=doubt), doc)

    def note_office(self, actor: Actor) -> None:
        """Remembers who holds which office in this report, for "the president" later on."""
        if actor.office_id and actor.state:
            self.offices[actor.office_id, actor.state] = actor
            self.offices[actor.office_id, ""] = actor

    def resolve_office(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """An office without a name: the holder that the report names, else the lexicon's, else the office itself."""
        title = phrase.title
        if title is None or title.former or title.elect:
            return None
        self.phrase_at[phrase.span] = phrase
        if title.plural:
            actors = tuple(a for state in phrase.of if (a := self.office_holder(title, state, True)))
            return self.remember(self.mention(phrase, sentence, actors), doc) if actors else None
        free = any(not of for _, of in title.offices)
        bound = phrase.of or (self.bound_before(phrase, sentence) if free else ()) or (() if free else tuple(dict.fromkeys(of for _, of in title.offices if of)))
        if not bound:
            actor = next((self.offices[office, ""] for office, _ in title.offices if (office, "") in self.offices), None) or self.some_minister(title) or self.home_holder(title)
            if actor is None and any(office == "head_of_government" for office, _ in title.offices):
                return None
            if actor is None or not self.definite(phrase):
                return None
            return self.remember(self.mention(phrase, sentence, (actor,)), doc)
        titles = (title, *phrase.extra) if re.search(r"\band\b", phrase.span.of(self.report.body)) else (title,)
        actors = tuple(dict.fromkeys(a for each in titles for state in bound[:1] if (a := self.office_holder(each, state, self.definite(phrase) or bool(phrase.of)))))
        return self.remember(self.mention(phrase, sentence, actors), doc) if actors else None

    def bound_before(self, phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
        """The state of an office that stands with a possessive, or beside another office: "his foreign minister", "and the vice president"."""
        before = self.report.body[sentence.span.start : phrase.span.start]
        if match := re.search(r"\b([Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?(?:\w+ )?$", before):
            owner = match.group(1).lower()
            if owner in {"his", "her"}:
                actor = self.memory.person(sentence.index, FEMALE if owner == "her" else MALE, self.sexes, phrase.span.start)
                return (actor.state,) if actor and actor.state else ()
            states = [a.id for n, p, a, _ in self.memory.named if n == sentence.index and a.type == "state"]
            return tuple(states[-1:]) if owner == "its" else ()
        last = next(((n, p, a) for n, p, a, _ in reversed(self.memory.named) if n == sentence.index and p < phrase.span.start), None)
        if last and last[2].type == "person" and last[2].state in self.knowledge.states and re.search(r"\band the $", before) and self.ends_before(phrase, " and the "):
            return (last[2].state,)
        if re.search(r"\b[Tt]he $", before) and (acting := self.acting_before(phrase, sentence, before)):
            return (acting,)
        if "pope" in (office for office, _ in phrase.title.offices):  # type: ignore[union-attr]
            return ("VAT",)
        return ()

    def acting_before(self, phrase: Phrase, sentence: Sentence, before: str) -> str | None:
        """The state whose seat speaks about its own office: "The White House said the president would ..."."""
        told = re.search(r"\b(?:said|says|announced|confirmed|added)(?: (?:that|on \w+))? the $", before)
        last = next((m for m in reversed(self.read_now) if m.form in {"metonym", "capital"}), None)
        if not told or last is None or not last.actors or last.span.end + 1 + len(told.group()) < phrase.span.start - 8:
            return None
        return last.actors[0].state

    def ends_before(self, phrase: Phrase, words: str) -> bool:
        """Whether an office without a name ends right before these words and the phrase."""
        return any(m.form == "office" and m.span.end + len(words) == phrase.span.start for m in self.read_now)

    def some_minister(self, title: Title) -> Actor | None:
        """ "the Minister": the one whom an official text is about, else the last one named."""
        if not any(office == "minister" for office, _ in title.offices) or title.plural:
            return None
        found = [a for (office, state), a in self.offices.items() if state and office.endswith("minister") and office != "prime_minister"]
        return (found[0] if self.home_text else found[-1]) if found else None

    def home_holder(self, title: Title) -> Actor | None:
        """ "The President" in a text of his own office: the holder of the state for which the outlet speaks."""
        if self.home is None or title.plural:
            return None
        return self.resolver.holder(title, self.home)

    def definite(self, phrase: Phrase) -> bool:
        """Whether the phrase stands with "the" or a possessive, and not with "a"."""
        before = self.report.body[max(0, phrase.span.start - 12) : phrase.span.start].lower()
        return not re.search(r"\b(?:an?|any|another|every|each|no)\s+$", before)

    def office_holder(self, title: Title, state: str, definite: bool) -> Actor | None:
        """Who is meant by an office of a state."""
        for office, of in title.offices:
            if of and of != state:
                continue
            if (office, state) in self.offices and definite:
                return self.offices[office, state]
            if office == "head_of_government" and definite:
                heads = [a for (o, s), a in self.offices.items() if s == state and o in HEAD_OFFICES]
                if heads:
                    return heads[-1]
        if state not in self.knowledge.states and state not in self.knowledge.organisations:
            return None
        generic = all(office in GENERIC - {"head_of_government"} for office, _ in title.offices)
        single = any(self.knowledge.offices[office].single or office in {"head_of_government", "vice_president"} for office, _ in title.offices)
        if generic or not definite or not single:
            entity = self.resolver.entity(state)
            return entity
        holder = self.resolver.holder(title, state)
        if holder:
            self.note_office(holder)
            return holder
        shown, office_id = self.resolver.spoken(title, state)
        entry = self.knowledge.states.get(state) or self.knowledge.organisations[state]
        return Actor(id=f"{state.lower()}-{kebab(office_id)}", name=f"{shown} of {entry.name}", type="person",
                     office=shown, office_id=office_id, state=state, known=False)

    def resolve_entity(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """A state, its people, its seat, an organisation or a body; a seat or a name as a place only has no actor."""
        actor = self.resolver.entity(phrase.entity)
        form = phrase.form
        if actor is None and form != "place":
            return None
        if actor is not None and actor.type == "organisation" and form in {"capital", "place"}:
            return None
        if form in {"capital", "metonym"} and not self.acts(phrase, sentence, doc):
            form = "place"
        if form == "place":
            self.places |= {actor.state} if actor and actor.state else set()
            return self.mention(phrase, sentence, (actor,) if actor else (), "place")
        if form == "demonym" and not self.is_noun(phrase, sentence, doc):
            form = "adjective"
        assert actor is not None
        if form == "demonym" and (one := self.compatriot(phrase, sentence)):
            return self.mention(phrase, sentence, (one,), "descriptor")
        actors = tuple(a for id in dict.fromkeys(phrase.of) if (a := self.resolver.entity(id))) if form == "people" and len(phrase.of) > 1 else (actor,)
        return self.remember(self.mention(phrase, sentence, actors, form), doc)

    def compatriot(self, phrase: Phrase, sentence: Sentence) -> Actor | None:
        """ "the American": the one person of that state whom the sentences before name."""
        body, span = self.report.body, phrase.span
        if not re.search(r"\b[Tt]he $", body[max(0, span.start - 4) : span.start]) or re.search(r"(?:s|ese|ish|ch|men)$", span.of(body)):
            return None
        met = {a.id: a for n, _, a, _ in self.memory.named if a.type == "person" and a.state == phrase.entity and sentence.index - n <= 3}
        return next(iter(met.values())) if len(met) == 1 else None

    def token(self, span: Span, sentence: Sentence, doc: Doc | None) -> int | None:
        """The token of a parse that a span's last word is."""
        if doc is None:
            return None
        chars = doc.char_span(span.start - sentence.span.start, span.end - sentence.span.start, alignment_mode="expand")
        return chars.root.i if chars else None

    def acts(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether a capital or metonym acts ("Beijing said") and is no place ("arrived in Beijing")."""
        i = self.token(phrase.head, sentence, doc)
        if i is None or doc is None:
            return False
        token = doc[i]
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ in {"nsubj", "agent"}:
            return token.head.pos_ in {"VERB", "AUX"}
        if token.dep_ == "pobj":
            return token.head.lower_ in PARTY_PREPOSITIONS or (token.head.lower_ == "of" and False)
        if token.dep_ in {"compound", "dep", "nmod"}:
            return "-" in doc[max(0, i - 1) : i + 2].text
        return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in {"urge", "tell", "accuse", "press", "warn", "inform"}

    def is_noun(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether a demonym stands as a noun ("the Russians") and not as an adjective ("Russian gas")."""
        i = self.token(phrase.head, sentence, doc)
        if i is None or doc is None:
            return False
        return doc[i].dep_ not in {"amod", "compound", "nmod"} and doc[i].tag_ in {"NNPS", "NNS", "NNP", "NN", "JJ"} and (
            doc[i].text.endswith("s") or (i > 0 and doc[i - 1].lower_ == "the"))

    def remember(self, mention: Mention, doc: Doc | None) -> Mention:
        """Adds a mention to the memory of the walk."""
        sentence = self.sentences[mention.sentence]
        i = self.token(mention.head, sentence, doc)
        self.memory.add(mention, i is not None and doc is not None and doc[i].dep_ in SUBJECTS)
        return mention

    def entity_names(self, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]) -> list[Mention]:
        """Persons whom only the language model sees, with the state of an adjective beside them, if any."""
        if doc is None:
            return []
        found = []
        for ent in doc.ents:
            if ent.label_ != "PERSON" or len(ent.text) < 3:
                continue
            span = Span(start=sentence.span.start + ent.start_char, end=sentence.span.start + ent.end_char)
            text = re.sub(r"['’]s?$", "", ent.text).strip()
            span = Span(start=span.start, end=span.start + len(text))
            if any(m.span.overlaps(span) for m in named) or not re.match(r"[A-ZÀ-Þ]", text) or "\n" in text:
                continue
            text, span = without_honorific(text, span)
            known = self.same_unknown(text) or self.named_before(text)
            if (" " not in text and known is None) or not PERSON_NAME.fullmatch(text) or NO_NAME.search(text):
                continue
            actor = known or self.resolver.unknown(text, None, self.state_beside(ent, sentence, named))
            if known is None:
                actor = self.apposed_office(actor, span, named)
            self.unknown.setdefault(text.split()[-1], actor)
            found.append(self.remember(Mention(span=span, text=span.of(self.report.body), form="name", actors=(actor,), head=span,
                                               sentence=sentence.index, layer=sentence.layer), doc))
        return found

    def listed_names(self, sentence: Sentence, named: Sequence[Mention]) -> list[Mention]:
        """An unknown full name joined to a known person's: "Sergei Shoigu and Ivan Petrenko signed"."""
        found = []
        text = sentence.span.of(self.report.body)
        for m in named:
            if m.form not in {"name", "title"} or not m.actors[0].known:
                continue
            match = JOINED_NAME.match(text, m.span.end - sentence.span.start)
            if match is None or NO_NAME.search(match.group("name")):
                continue
            span = Span(start=sentence.span.start + match.start("name"), end=sentence.span.start + match.end("name"))
            if any(other.span.overlaps(span) for other in named):
                continue
            actor = self.same_unknown(span.of(self.report.body)) or self.resolver.unknown(span.of(self.report.body), None, ())
            self.unknown.setdefault(actor.name.split()[-1], actor)
            found.append(self.mention(Phrase(span, span, "name", name=actor.name), sentence, (actor,)))
        return found

    def apposed_office(self, actor: Actor, span: Span, named: Sequence[Mention]) -> Actor:
        """The office that stands behind an unknown name: "Nora Vale, Andorra's trade envoy,"; it is then no other's."""
        body = self.report.body
        for number, m in enumerate(named):
            if m.form == "office" and len(m.actors) == 1 and m.span in self.phrase_at and body[span.end : m.span.start] in {", ", ", the ", ", a ", ", an "} and SET_OFF.match(body, m.span.end):
                title = self.phrase_at[m.span].title
                assert title is not None
                shown, office_id = self.resolver.spoken(title, m.actors[0].state)
                actor = replace(actor, office=shown, office_id=office_id, state=m.actors[0].state)
                if isinstance(named, list):
                    named[number] = replace(m, actors=(actor,))
        return actor

    def named_before(self, text: str) -> Actor | None:
        """A person introduced in the report whose family name ends the text: "Said Macron"."""
        *given, last = text.split()
        for person in reversed(self.introduced):
            entry = self.knowledge.persons[person]
            if last in entry.family and all(any(word in form for form in (entry.name, *entry.aliases)) for word in given):
                return self.resolver.person(person)
        return None

    def same_unknown(self, text: str) -> Actor | None:
        """An unknown person of the report by family name, unless another given name stands before it."""
        *given, last = text.split()
        actor = self.unknown.get(last)
        return actor if actor and all(word in actor.name for word in given) else None

    def state_beside(self, ent: SpacySpan, sentence: Sentence, named: Sequence[Mention]) -> tuple[str, ...]:
        """The state of an unknown person from the noun phrase: "Gustavo Beliz of Argentina", "the Omani envoy Salim Ali"."""
        offset = sentence.span.start
        left = offset + min(t.idx for t in ent.root.subtree)
        for m in named:
            if not m.actors or m.actors[0].type == "person" or m.form == "group":
                continue
            between = self.report.body[m.span.end : offset + ent.start_char] if m.span.end <= offset + ent.start_char else ""
            behind = self.report.body[offset + ent.end_char : m.span.start] if m.span.start >= offset + ent.end_char else None
            if behind is not None and re.fullmatch(r"\s+of\s+(?:the\s+)?", behind):
                return (m.actors[0].id,)
            if m.span.start >= left and m.span.end <= offset + ent.start_char and len(between) < 60 and "," not in between and m.form in {"adjective", "state", "demonym", "people", "organisation"}:
                return (m.actors[0].id,)
        return ()

    def with_references(self, sentence: Sentence, doc: Doc | None, named: list[Mention]) -> list[Mention]:
        """The sentence's names and its references, resolved from left to right."""
        found = self.here = list(named)
        if doc is None:
            return found
        text = sentence.span.of(self.report.body)
        for form, span, match in find_references(text, sentence.span.start):
            if any(m.span.overlaps(span) and (form in {"pronoun", "ordinal"} or (form == "group" and m.form == "office")) for m in found):
                continue
            apposed = next((m for m in found if form == "descriptor" and m.form in {"name", "title"} and self.report.body[span.end : m.span.start] in {" ", ", "}), None)
            actors = apposed.actors if apposed else self.refer(form, span, match, sentence)
            if not actors:
                continue
            found[:] = [m for m in found if not span.covers(m.span)]
            mention = Mention(span=span, text=span.of(self.report.body), form=form, actors=actors, head=self.head(form, span, match, sentence),
                              sentence=sentence.index, layer=sentence.layer)
            if form == "descriptor":
                self.remember(mention, doc)
            found.append(mention)
        return sorted(found, key=lambda mention: mention.span)

    def head(self, form: str, span: Span, match: re.Match[str], sentence: Sentence) -> Span:
        """The head word of a reference."""
        if form == "group" and match.groupdict().get("noun"):
            return Span(start=sentence.span.start + match.start("noun"), end=sentence.span.start + match.end("noun"))
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
            here = [a for n, p, a, _ in self.memory.named if n == sentence.index and p < span.start and a.type == "person"]
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
            here = list({a.id: a for n, p, a, _ in self.memory.named if n >= sentence.index - 1 and a.type == "person" and (n, p) < (sentence.index, span.start)}.values())
            return tuple(here[-2:]) if len(here) > 2 else ()
        number = NUMBERS.get((groups.get("number") or groups.get("bare") or groups.get("all") or groups.get("every") or "two").lower(), 2)
        if match.group().lower() == "all of them":
            return self.memory.crowd(sentence.index, span.start)
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
        named = {a.id: a for n, p, a, _ in self.memory.named if a.type == "person" and (n, p) < (sentence.index, span.start)}
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
        anchor = self.memory.person(sentence.index, FEMALE if owner == "her" else MALE, self.sexes, span.start)
        if anchor is None:
            return ()
        here = by_side(a for n, p, a, _ in self.memory.named if sentence.index - n <= 1 and (n, p) < (sentence.index, span.start))
        others = [a for a in (here if len(here) == 2 else self.memory.topic_pair(sentence.index)) if a.id != anchor.id]
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
        doc, i = self.parses.get(sentence.index), self.token(span, sentence, self.parses.get(sentence.index))
        if doc is not None and i is not None and not word.endswith("self") and doc[i].dep_ in {"dobj", "dative", "pobj"} and doc[i].tag_ != "PRP$":
            subject = self.subject_of(doc, i, sentence)
            likely = [a for a in likely if subject is None or a.id != subject.id]
        elif doc is not None and i is not None and doc[i].tag_ == "PRP$" and (object_ := self.object_before(doc, i, sentence)):
            return (object_,)
        return tuple(likely[:1])

    def object_before(self, doc: Doc, i: int, sentence: Sentence) -> Actor | None:
        """The person that an object pronoun close before a possessive means: "thanked him for his letter"."""
        for token in reversed(doc[max(0, i - 4) : i]):
            if token.lower_ in {"him", "her"} and token.dep_ in {"dobj", "dative"} and not any(t.tag_.startswith("VB") for t in doc[token.i : i]):
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
        return next((m.actors[0] for m in self.here if m.span.start <= place < m.span.end and len(m.actors) == 1 and m.actors[0].type == "person"), None)

    def subject_ahead(self, span: Span, sentence: Sentence, word: str) -> Actor | None:
        """The subject that a pronoun in an opening phrase looks ahead to: "In his talks with Putin, Xi said"."""
        doc = self.parses.get(sentence.index)
        if doc is None or any(n == sentence.index and p < span.start and s and a.type == "person" for n, p, a, s in self.memory.named):
            return None
        i = self.token(span, sentence, doc)
        root = next((t for t in doc if t.dep_ == "ROOT"), None)
        subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root is not None else None
        if i is None or subject is None or subject.i <= i or doc[i].head.i == subject.i or not any(t.text == "," for t in doc[i : subject.i]):
            return None
        place = sentence.span.start + subject.idx
        sexes = MALE if word in MALE else FEMALE
        return next((a for n, p, a, _ in self.memory.named if n == sentence.index and p <= place < p + len(subject) + 40 and a.type == "person"
                     and sex_fits(self.sexes.get(a.id, ""), sexes) and abs(p - place) < 60), None)

    def refer_counterpart(self, span: Span, match: re.Match[str], sentence: Sentence) -> tuple[Actor, ...]:
        """ "his Chinese counterpart": the holder of the same office in the state that is named."""
        word = match.group().split()[0].lower()
        beside = next((m.actors[0] for m in self.here if m.actors and m.actors[0].type == "person" and self.report.body[m.span.end : span.start] in {" and ", "'s", "’s", "'", "’"}), None)
        anchor = beside or self.subject_ahead(span, sentence, word) or self.memory.person(sentence.index, FEMALE if word == "her" else MALE, self.sexes, span.start)
        states = []
        for group in ("state", "second", "behind"):
            name = match.group(group)
            ids = [i for hit in self.knowledge.index.find(name) for i in hit.ids("state", "demonym", "capital")] if name else []
            states += ids[:1]
        if not states:
            others = [a for a in self.memory.pair if anchor and a.id != anchor.id]
            return tuple(others[:1])
        named = [self.offices[anchor.office_id, s] for s in states if anchor and anchor.office_id and (anchor.office_id, s) in self.offices]
        return tuple(named) if len(named) == len(states) else counterpart(anchor, states, self.resolver)


def without_honorific(text: str, span: Span) -> tuple[str, Span]:
    """A name without "Mr" before it, and its span."""
    match = re.match(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Gen)\.? ", text)
    return (text[match.end() :], Span(start=span.start + match.end(), end=span.end)) if match else (text, span)


OWN_STAFF = frozenset({"aide", "official", "spokesperson"})  # in an official text without a state they are its own
HEAD_OFFICES = frozenset({"president", "prime_minister", "monarch", "supreme_leader", "crown_prince", "transitional_leader", "party_leader"})


class SexMap(dict[str, str]):
    """The sex of an actor by id, from the lexicon or from "Mr." and "Ms." in the report."""

    def __init__(self, knowledge: Knowledge, body: str) -> None:
        super().__init__()
        self.knowledge, self.body = knowledge, body

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        """m, f or nothing."""
        person = self.knowledge.persons.get(key)
        return person.sex if person else default
