"""`find_mentions`: every span of a report that names or refers to an actor, resolved, in order."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.actors.agreement import Sexes
from communique.actors.discourse import Discourse
from communique.actors.follow import with_references
from communique.actors.grammar import token_of, weight_of
from communique.actors.namesakes import other_person
from communique.actors.phrases import OPENERS, Phrase, PhraseReader, Title
from communique.actors.quoting import find_quotations
from communique.actors.resolve import GENERIC, HEAD_OFFICES, Resolver, kebab, sex_of
from communique.actors.sides import side_of
from communique.actors.walk import Walk
from communique.actors.words import ROLES
from communique.knowledge import Knowledge
from communique.knowledge.index import Hit
from communique.records import Actor, Mention, Report, Sentence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

PERSON_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+(?:[ -](?:(?:al|el|bin|ibn|de|da|dos|van|von|der|del|la|ul|ben)[ -])*[A-ZÀ-Þ][\w'’.-]*){0,4}"
)
JOINED_NAME = re.compile(
    r" and (?P<name>[A-ZÀ-Þ][a-zß-ÿ'’-]+ (?:(?:al|el|bin|de|van|von)[ -])?[A-ZÀ-Þ][\w'’-]*[\w])(?= (?:[a-z]|on [A-Z])|[,.;])"
)
APPOSITION_END = re.compile(r"(?: (?:for|of|on) (?:the )?[a-z]+(?: (?:and )?[a-z]+){0,3})?(?:[,.;:]|$)")
NO_NAME = re.compile(
    r"[a-z][A-Z]{2}|\d|\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Twitter|House|Street|Party|Ministry|Press|News|University)\b"
)
ACTING_DEPS = frozenset({"nsubj", "nsubjpass", "poss", "conj", "agent", "appos"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "to", "from", "near", "outside", "through", "via", "into", "around", "for"}
)
SENT = frozenset(ROLES["sent"])
ADDRESSING = frozenset(ROLES["addressing"])
PARTY_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among"})


def find_phrases(
    report: Report, sentences: Sequence[Sentence], knowledge: Knowledge
) -> dict[int, list[Phrase]]:
    """Phrases of the body that name actors, by sentence: what can be read without a parse."""
    hits = knowledge.index.find(report.body)
    starts = [hit.start for hit in hits]
    grouped: dict[int, list[Phrase]] = {}
    for sentence in sentences:
        first, last = (
            bisect.bisect_left(starts, sentence.span.start),
            bisect.bisect_left(starts, sentence.span.end),
        )
        at = sentence.span.start
        inside = [
            Hit(hit.start - at, hit.end - at, hit.names)
            for hit in hits[first:last]
            if hit.end <= sentence.span.end
        ]
        if inside:
            grouped[sentence.index] = [
                shifted(phrase, at)
                for phrase in PhraseReader(sentence.span.of(report.body), inside).phrases()
            ]
    return grouped


def shifted(phrase: Phrase, by: int) -> Phrase:
    """A phrase read from a sentence, at its place in the body."""
    return replace(
        phrase,
        span=Span(start=phrase.span.start + by, end=phrase.span.end + by),
        head=Span(start=phrase.head.start + by, end=phrase.head.end + by),
        owner=phrase.owner and Span(start=phrase.owner.start + by, end=phrase.owner.end + by),
    )


def name_spans(phrases: Mapping[int, Sequence[Phrase]]) -> dict[int, list[Span]]:
    """The spans of persons' names with their titles, by sentence, which a parser may see as one word."""
    return {
        index: [p.span for p in found if p.form in {"name", "title"} and (" " in p.name or p.form == "title")]
        for index, found in phrases.items()
    }


def find_mentions(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    knowledge: Knowledge,
    phrases: Mapping[int, Sequence[Phrase]] | None = None,
) -> tuple[Mention, ...]:
    """All mentions of a report, resolved on the report's day, sorted by span.

    "Putin told his Chinese counterpart ..." gives Vladimir Putin and, where the report or the lexicon knows
    the holder, Xi Jinping. A name that the lexicon does not know keeps the role that the text gives it.
    """
    return MentionFinder(report, sentences, parses, knowledge).mentions(
        find_phrases(report, sentences, knowledge) if phrases is None else phrases
    )


class MentionFinder:
    """Walks the sentences of one report with a memory of who was named."""

    def __init__(
        self, report: Report, sentences: Sequence[Sentence], parses: Mapping[int, Doc], knowledge: Knowledge
    ) -> None:
        self.report, self.sentences, self.parses, self.knowledge = report, sentences, parses, knowledge
        self.resolver = Resolver(knowledge, report.dated.date)
        self.introduced: list[str] = []
        self.unknown: dict[str, Actor] = {}
        self.walk = Walk(
            report=report,
            parses=parses,
            knowledge=knowledge,
            resolver=self.resolver,
            discourse=Discourse(),
            sexes=Sexes(knowledge, report.body),
            quotations=find_quotations(report.body),
        )
        self.offices = self.walk.offices
        self.home = side_of(report, knowledge)
        self.read_now: list[Mention] = []
        self.phrase_at: dict[Span, Phrase] = {}
        self.elect: set[str] = set()
        self.others: set[str] = set()
        self.in_full: Counter[str] = Counter()
        self.backed: set[str] = set()
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
                    named.append(mention)  # noqa: PERF401  each one's reading rests on those before
            named += self.owners(by_sentence.get(sentence.index, ()), named, sentence)
            named += self.entity_names(sentence, doc, named)
            named += self.listed_names(sentence, named) if doc is not None else []
            named += self.second_mentions(sentence, doc, named)
            named.sort(key=lambda mention: mention.span)
            found += with_references(self.walk, sentence, named)
            self.walk.discourse.close_sentence(sentence.index)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def owners(self, phrases: Iterable[Phrase], named: list[Mention], sentence: Sentence) -> list[Mention]:
        """The state of "Israel's Benjamin Netanyahu" as a mention of its own, which only describes; the name keeps the rest."""
        found = []
        for phrase in phrases:
            at = next((number for number, m in enumerate(named) if m.span == phrase.span), None)
            if phrase.owner is None or at is None or (actor := self.resolver.entity(phrase.of[0])) is None:
                continue
            named[at] = replace(named[at], span=phrase.head, text=phrase.head.of(self.report.body))
            found.append(
                Mention(
                    span=phrase.owner,
                    text=phrase.owner.of(self.report.body),
                    form="adjective",
                    actors=(actor,),
                    head=phrase.owner,
                    sentence=sentence.index,
                    layer=sentence.layer,
                )
            )
        return found

    def introduce(self, phrases: Iterable[Phrase]) -> None:
        """Notes persons named in full or with a title anywhere in the report."""
        for phrase in phrases:
            if phrase.form not in {"name", "title"}:
                self.backed.add(phrase.entity or next(iter(phrase.of), ""))
                continue
            if phrase.persons and (not phrase.family or phrase.title or phrase.of):
                chosen, _ = self.resolver.choose(phrase)
                if chosen:
                    self.in_full[chosen] += not phrase.family
                if chosen and not phrase.family and self.someone_else(phrase, chosen):
                    self.others.add(chosen)
                elif chosen and chosen not in self.introduced:
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

    def mention(
        self,
        phrase: Phrase,
        sentence: Sentence,
        actors: tuple[Actor, ...],
        form: str = "",
        doubt: str | None = None,
    ) -> Mention:
        """A mention of a phrase."""
        return Mention(
            span=phrase.span,
            text=phrase.span.of(self.report.body),
            form=form or phrase.form,
            actors=actors,
            head=phrase.head,
            sentence=sentence.index,
            layer=sentence.layer,
            doubt=doubt,
        )

    def resolve_person(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """A named person, known or not."""
        chosen, doubt = self.resolver.choose(phrase, self.near_first(phrase, sentence))
        chosen = chosen or self.resolver.variant(phrase)
        if (other := self.someone_met(phrase, sentence, chosen)) is not None:
            return self.remember(other, doc)
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
        elif (
            phrase.title
            and not phrase.title.plural
            and (phrase.of or not phrase.family or any(o for _, o in phrase.title.offices))
        ):
            of = phrase.of
            if not of and self.home and any(office in OWN_STAFF for office, _ in phrase.title.offices):
                of = (self.home,)
            actor = self.resolver.unknown(phrase.name, phrase.title, of)
            if doubt and of:
                actor = replace(actor, id=f"{actor.id}-{of[0].lower()}")
            self.unknown.setdefault(phrase.name.split()[-1], actor)
        else:
            return None
        if actor.known and self.is_succeeded(phrase, sentence, doc):
            actor = replace(actor, office=None, office_id=None)
        self.note_office(actor)
        return self.remember(self.mention(phrase, sentence, (actor,), doubt=doubt), doc)

    def is_succeeded(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether the sentence tells that somebody else takes the person's place: "Scholz succeeded Merkel"."""
        i = token_of(phrase.head, sentence, doc)
        if i is None or doc is None or doc[i].head.lemma_ not in {"succeed", "replace"}:
            return False
        return doc[i].dep_ in {"dobj", "nsubjpass"}

    def someone_met(self, phrase: Phrase, sentence: Sentence, chosen: str | None) -> Mention | None:
        """Somebody else than the known person who bears the name: a namesake by calling or age, or a stranger introduced."""
        if chosen and not phrase.family and (why := self.someone_else(phrase, chosen)):
            return self.namesake(phrase, sentence, chosen, why)
        if chosen and chosen in self.others and chosen not in self.introduced:
            return self.namesake(phrase, sentence, chosen, "the report has introduced another of that name")
        if stranger := self.stranger(phrase, chosen):
            why = f"{chosen} bears this family name too" if chosen else None
            return self.mention(phrase, sentence, (stranger,), doubt=why)
        return None

    def someone_else(self, phrase: Phrase, person: str) -> str | None:
        """Why a full name is not the known person's."""
        born = self.knowledge.persons[person].born
        return other_person(self.report.body, phrase.span, born, self.resolver.day)

    def namesake(self, phrase: Phrase, sentence: Sentence, person: str, why: str) -> Mention:
        """A person who bears a known person's name and is somebody else, under an id of his own."""
        name = self.knowledge.persons[person].name
        actor = Actor(id=f"{person}-2", name=name, type="person", known=False)
        return self.mention(phrase, sentence, (actor,), doubt=f"bears the name of {person}, but {why}")

    def stranger(self, phrase: Phrase, chosen: str | None) -> Actor | None:
        """Whom the report has introduced with another first name, where it names the known bearer nowhere in full."""
        met = self.unknown.get(phrase.name.split()[-1]) if phrase.family and not phrase.title else None
        if met is None or " " not in met.name or (chosen and chosen in self.introduced):
            return None
        return met if any(m.actor.id == met.id for m in self.walk.discourse.named) else None

    def near_first(self, phrase: Phrase, sentence: Sentence) -> list[str]:
        """Persons introduced; one in office goes before a namesake who is introduced only further down, or far above."""
        if not phrase.family or phrase.title or phrase.of or phrase.honorific:
            return self.introduced
        met = [person for person in self.introduced if person in phrase.persons]
        head = self.resolver.prominent(phrase.persons)
        if not met or head is None or head in met:
            return self.named_lately(met)
        lately = {m.actor.id for m in self.walk.discourse.before(sentence.index, phrase.span.start, reach=1)}
        state = next((t.of for t in self.resolver.current(head)), "")
        if state in self.backed and not lately & set(met):
            return []
        return self.introduced

    def named_lately(self, met: Sequence[str]) -> list[str]:
        """Those introduced, the likeliest last: in office on the day, named in full most often, named last."""
        place = {m.actor.id: number for number, m in enumerate(self.walk.discourse.named)}

        def order(person: str) -> tuple[bool, bool, int, int]:
            held = self.resolver.current(person) if self.resolver.day and person in met else []
            head = any(t.office in HEAD_OFFICES for t in held)
            return (bool(held), head, self.in_full[person], place.get(person, -1))

        return sorted(self.introduced, key=order)

    def note_office(self, actor: Actor) -> None:
        """Remembers who holds which office in this report, for "the president" later on."""
        if actor.office_id and actor.state and actor.office_id not in LOOSE:
            self.offices[actor.office_id, actor.state] = actor
            self.offices[actor.office_id, ""] = actor

    def resolve_office(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
        """An office without a name: the holder that the report names, else the lexicon's, else the office itself."""
        title = phrase.title
        if title is None or title.former or title.elect:
            return None
        self.phrase_at[phrase.span] = phrase
        if self.is_predicate(phrase, sentence, doc):
            return None
        if title.plural:
            groups = [one for one in phrase.of if one in self.knowledge.organisations]
            if len(groups) == len(phrase.of) == 1 and (group := self.resolver.entity(groups[0])):
                return self.remember(self.mention(phrase, sentence, (group,)), doc)
            actors = tuple(a for state in phrase.of if (a := self.office_holder(title, state, True)))
            return self.remember(self.mention(phrase, sentence, actors), doc) if actors else None
        free = any(not of for _, of in title.offices)
        bound = (
            phrase.of
            or (self.bound_before(phrase, sentence) if free else ())
            or (() if free else tuple(dict.fromkeys(of for _, of in title.offices if of)))
        )
        if not bound:
            actor = (
                next(
                    (self.offices[office, ""] for office, _ in title.offices if (office, "") in self.offices),
                    None,
                )
                or self.some_minister(title)
                or self.home_holder(title)
            )
            if actor is None and any(office == "head_of_government" for office, _ in title.offices):
                return None
            if actor is None or not self.definite(phrase):
                return None
            return self.remember(self.mention(phrase, sentence, (actor,)), doc)
        titles = (
            (title, *phrase.extra) if re.search(r"\band\b", phrase.span.of(self.report.body)) else (title,)
        )
        actors = tuple(
            dict.fromkeys(
                a
                for each in titles
                for state in bound[:1]
                if (a := self.office_holder(each, state, self.definite(phrase) or bool(phrase.of)))
            )
        )
        return self.remember(self.mention(phrase, sentence, actors), doc) if actors else None

    def is_predicate(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether an office only says what somebody is: "Xi was still vice president"."""
        i = token_of(phrase.head, sentence, doc)
        if i is None or doc is None or doc[i].dep_ != "attr" or phrase.of:
            return False
        return not re.search(
            r"\b(?:the|his|her|its|their)\b", sentence.span.of(self.report.body)[: doc[i].idx][-20:]
        )

    def bound_before(self, phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
        """The state of an office that stands with a possessive, or beside another office: "his foreign minister", "and the vice president"."""
        before = self.report.body[sentence.span.start : phrase.span.start]
        if match := re.search(r"\b([Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?(?:\w+ )?$", before):
            owner = match.group(1).lower()
            if owner in {"his", "her"}:
                actor = self.walk.person(owner, phrase.span, sentence)
                return (actor.state,) if actor and actor.state else ()
            states = self.walk.discourse.states_of(sentence.index, phrase.span.start)
            return states[-1:] if owner == "its" else ()
        last = next(self.walk.discourse.before(sentence.index, phrase.span.start, reach=0), None)
        if (
            last
            and last.actor.type == "person"
            and last.actor.state in self.knowledge.states
            and re.search(r"\band the $", before)
            and self.ends_before(phrase, " and the ")
        ):
            return (last.actor.state,)
        if re.search(r"\b[Tt]he $", before) and (acting := self.acting_before(phrase, before)):
            return (acting,)
        if "pope" in (office for office, _ in phrase.title.offices):  # type: ignore[union-attr]
            return ("VAT",)
        return ()

    def acting_before(self, phrase: Phrase, before: str) -> str | None:
        """The state whose seat speaks about its own office: "The White House said the president would ..."."""
        told = re.search(r"\b(?:said|says|announced|confirmed|added)(?: (?:that|on \w+))? the $", before)
        last = next((m for m in reversed(self.read_now) if m.form in {"metonym", "capital"}), None)
        if (
            not told
            or last is None
            or not last.actors
            or last.span.end + 1 + len(told.group()) < phrase.span.start - 8
        ):
            return None
        return last.actors[0].state

    def ends_before(self, phrase: Phrase, words: str) -> bool:
        """Whether an office without a name ends right before these words and the phrase."""
        return any(m.form == "office" and m.span.end + len(words) == phrase.span.start for m in self.read_now)

    def some_minister(self, title: Title) -> Actor | None:
        """ "the Minister": the one whom an official text is about, else the last one named."""
        if not any(office == "minister" for office, _ in title.offices) or title.plural:
            return None
        found = [
            a
            for (office, state), a in self.offices.items()
            if state and office.endswith("minister") and office != "prime_minister"
        ]
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
        single = any(
            self.knowledge.offices[office].single or office in {"head_of_government", "vice_president"}
            for office, _ in title.offices
        )
        if generic or not definite or not single:
            return (self.one_of(title, state) if definite else None) or self.resolver.entity(state)
        holder = self.resolver.holder(title, state)
        if holder:
            self.note_office(holder)
            if holder.id not in self.introduced:
                self.introduced.append(holder.id)
            return holder
        shown, office_id = self.resolver.spoken(title, state)
        entry = self.knowledge.states.get(state) or self.knowledge.organisations[state]
        return Actor(
            id=f"{state.lower()}-{kebab(office_id)}",
            name=f"{shown} of {entry.name}",
            type="person",
            office=shown,
            office_id=office_id,
            state=state,
            known=False,
        )

    def one_of(self, title: Title, state: str) -> Actor | None:
        """ "the Russian minister", "the Taliban deputy leader": the one person of a state who may be called so."""
        loose = all(office in LOOSE for office, _ in title.offices) and not title.text.startswith("deputy")
        if title.plural or loose:
            return None
        met = {
            m.actor.id: m.actor
            for m in self.walk.discourse.named[-12:]
            if m.actor.type == "person" and m.actor.state == state
        }
        if any(office == "minister" for office, _ in title.offices):
            met = {id: a for id, a in met.items() if (a.office_id or "").endswith("minister")}
        else:
            met = {id: a for id, a in met.items() if a.office_id not in HEAD_OFFICES}
        return next(iter(met.values())) if len(met) == 1 else None

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
            self.walk.places += [actor.state] if actor and actor.state else []
            return self.mention(phrase, sentence, (actor,) if actor else (), "place")
        if form == "demonym" and not self.is_noun(phrase, sentence, doc):
            form = "adjective"
        assert actor is not None
        if form == "demonym" and (one := self.compatriot(phrase, sentence, doc)):
            return self.remember(self.mention(phrase, sentence, (one,), "descriptor"), doc)
        actors = (
            tuple(a for id in dict.fromkeys(phrase.of) if (a := self.resolver.entity(id)))
            if form == "people" and len(phrase.of) > 1
            else (actor,)
        )
        return self.remember(self.mention(phrase, sentence, actors, form), doc)

    def compatriot(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Actor | None:
        """ "the American": the one person of that state whom the sentences before name."""
        body, span = self.report.body, phrase.span
        if not re.search(r"\b[Tt]he $", body[max(0, span.start - 4) : span.start]) or re.search(
            r"(?:s|men)$", span.of(body)
        ):
            return None
        if re.search(r"(?:ese|ish|ch)$", span.of(body)) and not self.is_one(phrase, sentence, doc):
            return None
        met = {
            m.actor.id: m.actor
            for m in self.walk.discourse.before(sentence.index, phrase.span.start, reach=3)
            if m.actor.type == "person" and phrase.entity in self.states_served(m.actor)
        }
        mine = {id: actor for id, actor in met.items() if actor.state == phrase.entity}
        if len(mine) > 1 and doc is not None:
            here = {a.id for a in self.walk.discourse.persons_of(sentence.index, phrase.span.start)}
            mine = {id: actor for id, actor in mine.items() if id not in here and self.leads(actor)}
        chosen = mine or met
        return next(iter(chosen.values())) if len(chosen) == 1 else None

    def leads(self, actor: Actor) -> bool:
        """Whether an actor holds an office of a head."""
        return actor.office_id in HEAD_OFFICES

    def states_served(self, actor: Actor) -> set[str]:
        """The state of an actor, and for one who serves an organisation the states served before: Ban Ki-moon is Korean."""
        served = {t.of for t in self.knowledge.tenures_of.get(actor.id, ())} & set(self.knowledge.states)
        return {actor.state} if actor.state in self.knowledge.states else served

    def is_one(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether "the Chinese" is one person: by its verb, or beside another one in a list."""
        i = token_of(phrase.head, sentence, doc)
        if i is None or doc is None:
            return False
        verb = doc[i].head
        if doc[i].dep_ in {"nsubj", "nsubjpass"} and (
            verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" or c.lower_ == "was" for c in verb.children)
        ):
            return True
        return any(
            m.form == "descriptor"
            and re.fullmatch(r" and [Tt]he ", self.report.body[m.span.end : phrase.span.start])
            for m in self.read_now
        )

    def acts(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether a capital or metonym acts ("Beijing said") and is no place ("arrived in Beijing")."""
        i = token_of(phrase.head, sentence, doc)
        if i is None or doc is None:
            return False
        token = doc[i]
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ in {"nsubj", "agent"}:
            return token.head.pos_ in {"VERB", "AUX"}
        if token.dep_ == "pobj":
            sent = token.head.lower_ == "from" and token.head.head.lemma_ in SENT
            return sent or token.head.lower_ in PARTY_PREPOSITIONS
        if token.dep_ in {"compound", "dep", "nmod"}:
            return "-" in doc[max(0, i - 1) : i + 2].text
        return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in ADDRESSING

    def is_noun(self, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
        """Whether a demonym stands as a noun ("the Russians") and not as an adjective ("Russian gas")."""
        i = token_of(phrase.head, sentence, doc)
        if i is None or doc is None:
            return False
        return (
            doc[i].dep_ not in {"amod", "compound", "nmod"}
            and doc[i].tag_ in {"NNPS", "NNS", "NNP", "NN", "JJ"}
            and (
                doc[i].text.endswith("s")
                or self.report.body[max(0, phrase.span.start - 4) : phrase.span.start].lower() == "the "
            )
        )

    def remember(self, mention: Mention, doc: Doc | None) -> Mention:
        """Adds a mention to the memory of the walk."""
        sentence = self.sentences[mention.sentence]
        quoted = self.walk.quotation(mention.span.start) is not None
        self.walk.discourse.add(mention, weight_of(mention.head, sentence, doc), quoted=quoted)
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
            text, span = without_opener(*without_honorific(text, span))
            known = self.same_unknown(text) or self.named_before(text, span.start)
            if (" " not in text and known is None) or not PERSON_NAME.fullmatch(text) or NO_NAME.search(text):
                continue
            actor = known or self.resolver.unknown(text, None, self.state_beside(ent, sentence, named))
            if known is None:
                actor = self.apposed_office(actor, span, named)
            self.unknown.setdefault(text.split()[-1], actor)
            found.append(
                self.remember(
                    Mention(
                        span=span,
                        text=span.of(self.report.body),
                        form="name",
                        actors=(actor,),
                        head=span,
                        sentence=sentence.index,
                        layer=sentence.layer,
                    ),
                    doc,
                )
            )
        return found

    def second_mentions(self, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]) -> list[Mention]:
        """The family name of an unknown person whom the report has named in full: "Quintanar said later"."""
        text = sentence.span.of(self.report.body)
        found: list[Mention] = []
        for family, actor in self.unknown.items():
            if " " not in actor.name or len(family) < 4 or family not in text:
                continue
            for match in re.finditer(rf"(?<![\w-]){re.escape(family)}(?![\w-]|\s[A-Z])", text):
                span = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
                met = any(m.actors == (actor,) and m.span.start < span.start for m in named) or any(
                    m.actor.id == actor.id for m in self.walk.discourse.named
                )
                if met and not any(m.span.overlaps(span) for m in (*named, *found)):
                    phrase = Phrase(span, span, "name", name=actor.name)
                    found.append(self.remember(self.mention(phrase, sentence, (actor,)), doc))
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
            span = Span(
                start=sentence.span.start + match.start("name"), end=sentence.span.start + match.end("name")
            )
            if any(other.span.overlaps(span) for other in named):
                continue
            actor = self.same_unknown(span.of(self.report.body)) or self.resolver.unknown(
                span.of(self.report.body), None, ()
            )
            self.unknown.setdefault(actor.name.split()[-1], actor)
            found.append(self.mention(Phrase(span, span, "name", name=actor.name), sentence, (actor,)))
        return found

    def apposed_office(self, actor: Actor, span: Span, named: Sequence[Mention]) -> Actor:
        """The office that stands behind an unknown name: "Nora Vale, Andorra's trade envoy,"; it is then no other's."""
        body = self.report.body
        for number, m in enumerate(named):
            if (
                m.form == "office"
                and len(m.actors) == 1
                and m.span in self.phrase_at
                and body[span.end : m.span.start] in {", ", ", the ", ", a ", ", an "}
                and APPOSITION_END.match(body, m.span.end)
            ):
                title = self.phrase_at[m.span].title
                assert title is not None
                shown, office_id = self.resolver.spoken(title, m.actors[0].state)
                actor = replace(actor, office=shown, office_id=office_id, state=m.actors[0].state)
                if isinstance(named, list):
                    named[number] = replace(m, actors=(actor,))
        return actor

    def named_before(self, text: str, start: int) -> Actor | None:
        """A person introduced in the report whose family name ends the text: "Said Macron"."""
        *given, last = text.split()
        before = self.report.body[max(0, start - 6) : start]
        sex = next((sex_of(word) for word in before.split()[-1:]), "")
        for person in reversed(self.introduced):
            entry = self.knowledge.persons[person]
            if sex and entry.sex and sex != entry.sex:
                continue
            if last in entry.family and all(
                any(word in form for form in (entry.name, *entry.aliases)) for word in given
            ):
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
            between = (
                self.report.body[m.span.end : offset + ent.start_char]
                if m.span.end <= offset + ent.start_char
                else ""
            )
            behind = (
                self.report.body[offset + ent.end_char : m.span.start]
                if m.span.start >= offset + ent.end_char
                else None
            )
            if behind is not None and re.fullmatch(r"\s+of\s+(?:the\s+)?", behind):
                return (m.actors[0].id,)
            if (
                m.span.start >= left
                and m.span.end <= offset + ent.start_char
                and len(between) < 60
                and "," not in between
                and m.form in {"adjective", "state", "demonym", "people", "organisation"}
            ):
                return (m.actors[0].id,)
        return ()


def without_honorific(text: str, span: Span) -> tuple[str, Span]:
    """A name without "Mr" before it, and its span."""
    match = re.match(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Gen)\.? ", text)
    return (
        (text[match.end() :], Span(start=span.start + match.end(), end=span.end)) if match else (text, span)
    )


def without_opener(text: str, span: Span) -> tuple[str, Span]:
    """A name without the adverb that opens the sentence: "Afterwards Abe"."""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in OPENERS:
        return rest, Span(start=span.start + len(first) + 1, end=span.end)
    return text, span


LOOSE = frozenset({"official", "aide", "legislator"})  # words for too many people to mean the one named
OWN_STAFF = frozenset(
    {"aide", "official", "spokesperson"}
)  # in an official text without a state they are its own
