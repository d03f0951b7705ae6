"""`find_mentions`: every span of a report that names or refers to an actor, resolved, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from communique.actors.agreement import Sexes
from communique.actors.choice import Choice
from communique.actors.discourse import Discourse
from communique.actors.entities import resolve_entity
from communique.actors.filled import fill_offices
from communique.actors.follow import with_references
from communique.actors.highnesses import by_style
from communique.actors.inner_names import inner_names
from communique.actors.introductions import introduce
from communique.actors.joined_offices import part_offices
from communique.actors.officeholders import resolve_office
from communique.actors.persons import owners, resolve_person
from communique.actors.phrase import Phrase
from communique.actors.phrase_spans import find_phrases
from communique.actors.possessives import with_possessives
from communique.actors.quoting import find_quotations
from communique.actors.ranked import bind_ranks
from communique.actors.resolve import Resolver
from communique.actors.search import Search
from communique.actors.secretaries import secretaries
from communique.actors.shared_states import lay_home
from communique.actors.sides import house_of, side_of
from communique.actors.strangers import (
    apposed_names,
    entity_names,
    honoured_names,
    listed_names,
    second_mentions,
)
from communique.actors.walk import BY_PLACE, Walk
from communique.knowledge import Knowledge
from communique.records import Mention, Report, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc


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

    Names are introduced first, so that a headline may use what the text introduces; then references follow in order.
    """
    by_sentence = find_phrases(report, sentences, knowledge) if phrases is None else phrases
    return walk_through(begin(report, sentences, parses, knowledge, spoken_of(by_sentence)), by_sentence)


def find_choices(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    knowledge: Knowledge,
    phrases: Mapping[int, Sequence[Phrase]],
) -> list[Choice]:
    """Whom each reference of a report may mean, with all features: what the model of references learns from."""
    search = begin(report, sentences, parses, knowledge, spoken_of(phrases))
    choices = search.walk.choices = []
    walk_through(search, phrases)
    return choices


def walk_through(search: Search, by_sentence: Mapping[int, Sequence[Phrase]]) -> tuple[Mention, ...]:
    """The mentions of a report, sorted by span: names are introduced first, then read sentence by sentence."""
    by_sentence = lay_home(search, by_sentence)
    introduce(search, [phrase for found in by_sentence.values() for phrase in found])
    mentions: list[Mention] = []
    for sentence in search.sentences:
        named = named_in(search, sentence, by_sentence.get(sentence.index, ()))
        mentions += with_references(search.walk, sentence, named)
        search.walk.discourse.close_sentence(sentence.index)
    return tuple(sorted(fill_offices(search, mentions), key=BY_PLACE))


def spoken_of(by_sentence: Mapping[int, Sequence[Phrase]]) -> frozenset[str]:
    """The states and organisations that the phrases of a report name: "India's defence ministry" speaks of IND."""
    phrases = [phrase for found in by_sentence.values() for phrase in found]
    return frozenset({each for phrase in phrases for each in (*phrase.of, phrase.entity) if each})


def begin(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    knowledge: Knowledge,
    named: frozenset[str],
) -> Search:
    """A search that has met nobody yet, in a report that speaks of the `named` states and organisations."""
    walk = Walk(
        report=report,
        parses=parses,
        knowledge=knowledge,
        resolver=Resolver(knowledge, report.dated.date, named),
        discourse=Discourse(),
        sexes=Sexes(knowledge, report.body),
        quotations=find_quotations(report.body),
    )
    return Search(
        walk=walk,
        sentences=sentences,
        home=side_of(report, knowledge),
        home_text=report.text_kind == "readout",
        house=house_of(report, knowledge),
    )


def named_in(search: Search, sentence: Sentence, phrases: Sequence[Phrase]) -> list[Mention]:
    """The mentions of a sentence that name their actors, in order."""
    doc = search.walk.parses.get(sentence.index)
    named = search.read_now = []
    for phrase in phrases:
        if mention := resolve(search, phrase, sentence, doc):
            named.append(mention)  # noqa: PERF401  each one's reading rests on those before
    named += owners(search, phrases, named, sentence)
    named += secretaries(search, sentence, doc, named)
    named += by_style(search, sentence, doc, named)
    named += part_offices(search, phrases, named, (sentence, doc))
    # Only an office that was read as a phrase is given to a name or a rank beside it, and all of these stand here.
    office = "office" in [mention.form for mention in named]
    named += entity_names(search, sentence, doc, named)
    named += apposed_names(search, sentence, named) if office else []
    named += listed_names(search, sentence, named) if doc is not None else []
    named += second_mentions(search, sentence, doc, named)
    named += inner_names(search, sentence, doc, named)
    named += honoured_names(search, sentence, doc, named)
    if office:
        bind_ranks(search, named)
    named[:] = with_possessives(search, named)
    named.sort(key=BY_PLACE)
    return named


def resolve(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
    """A phrase as a mention; None where it names no actor."""
    if phrase.form in {"name", "title"}:
        return resolve_person(search, phrase, sentence, doc)
    if phrase.form == "office":
        return resolve_office(search, phrase, sentence, doc)
    return resolve_entity(search, phrase, sentence, doc)
