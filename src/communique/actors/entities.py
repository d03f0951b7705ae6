"""A state, its people, its seat, an organisation or a body as a mention; a seat may be a place only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.compatriots import apposed, both_of, compatriot
from communique.actors.grammar import token_of
from communique.actors.metonyms import acts
from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of, remember
from communique.knowledge.entries import Organisation
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc


def resolve_entity(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
    """A state, its people, its seat, an organisation or a body; a seat or a name as a place only has no actor."""
    phrase = of_this_state(search, phrase)
    actor = search.resolver.entity(phrase.entity)
    form = phrase.form
    if actor is None and form != "place":
        return None
    if actor is not None and actor.type == "organisation" and form in {"capital", "place"}:
        return None
    if form == "capital" and phrase.owner and acts(replace(phrase, head=phrase.owner), sentence, doc):
        form, phrase = "people", who_governs(phrase)
    elif form in {"capital", "metonym"} and not acts(phrase, sentence, doc):
        form = "place"
    elif form == "capital" and phrase.either:
        actor = seated_there(search, phrase) or actor
    if form == "place":
        search.walk.places += [actor.state] if actor and actor.state else []
        return mention_of(search, replace(phrase, form="place"), sentence, (actor,) if actor else ())
    one = apposed(search, phrase) if form == "demonym" else None
    if form == "demonym" and one is None and not is_noun(search, phrase, sentence, doc):
        form = "adjective"
    assert actor is not None
    if form == "demonym" and (one := one or compatriot(search, phrase, sentence, doc)):
        return remember(search, mention_of(search, replace(phrase, form="descriptor"), sentence, (one,)), doc)
    if form == "demonym" and (both := both_of(search, phrase, sentence)):
        return remember(search, mention_of(search, replace(phrase, form="group"), sentence, both), doc)
    actors = (
        tuple(a for id in dict.fromkeys(phrase.of) if (a := search.resolver.entity(id)))
        if form == "people" and len(phrase.of) > 1
        else (actor,)
    )
    doubt = unbacked(search, phrase)
    return remember(
        search,
        mention_of(
            search,
            phrase if phrase.form == form else replace(phrase, form=form),
            sentence,
            actors,
            doubt=doubt,
        ),
        doc,
    )


def who_governs(phrase: Phrase) -> Phrase:
    """A capital as those who govern there: "the government in Lima said"."""
    assert phrase.owner is not None
    return replace(
        phrase, span=Span(start=phrase.owner.start, end=phrase.span.end), head=phrase.owner, form="people"
    )


def seated_there(search: Search, phrase: Phrase) -> Actor | None:
    """The organisation for which its seat speaks: "Brussels warned Poland" is the Union, where Belgium is not told of."""
    state = search.knowledge.states[phrase.entity]
    names = (state.name, *state.demonyms)
    if any(t.of == state.id for one in search.introduced for t in search.resolver.current(one)):
        return None
    if any(name in search.report.body for name in names):
        return None
    return search.resolver.entity(phrase.either[0])


def of_this_state(search: Search, phrase: Phrase) -> Phrase:
    """A body whose name several states' bodies bear, as the one that this report gives its full name.

    "The Foreign Office said" is Pakistan's in a report of "Pakistan's Foreign Office spokesperson", else Britain's.
    """
    if phrase.form != "body" or not phrase.weak:
        return phrase
    body = search.report.body.replace("’", "'")
    bodies, tail = search.knowledge.organisations.values(), f" {phrase.name}"
    full = [(name, o) for o in bodies if o.kind == "body" for name in (o.name, *o.names)]
    alike = {o.id: o for name, o in full if name.endswith(tail)}.values()
    named = {
        o.of
        for o in alike
        if any(name in body for name in (o.name, *o.names) if phrase.name in name and name != phrase.name)
    }
    if not named and phrase.entity not in search.backed | search.resolver.served:
        named = {o.of for o in alike if o.of in search.resolver.served and is_whole(search, phrase.name, o)}
    if len(named) != 1 or phrase.entity in named:
        return phrase
    state = named.pop()
    return replace(phrase, entity=state, of=(state,))


def is_whole(search: Search, name: str, body: Organisation) -> bool:
    """Whether a body bears the short name with its state before it and no other word: "Pakistan's Foreign Office"."""
    for full in (body.name, *body.names):
        own = full.removesuffix(name).rstrip(" '’s") if full.endswith(f" {name}") else ""
        hits = search.knowledge.index.find(own)
        if len(hits) == 1 and hits[0].end - hits[0].start >= len(own) - 1 and hits[0].has("state", "demonym"):
            return True
    return False


def unbacked(search: Search, phrase: Phrase) -> str | None:
    """Why an ambiguous name is in doubt: nothing else in the report speaks of the state or organisation; None otherwise.

    "Georgia" is backed by "Tbilisi" and by Georgia's president, and in doubt where it stands alone.
    """
    if not phrase.weak or phrase.entity in search.backed:
        return None
    if any(t.of == phrase.entity for person in search.introduced for t in search.resolver.current(person)):
        return None
    return f'"{phrase.name}" may mean something else, and nothing else here speaks of {phrase.entity}'


def is_noun(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether a demonym stands as a noun ("the Russians") and not as an adjective ("Russian gas")."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None:
        return False
    return (
        doc[i].dep_ not in {"amod", "compound", "nmod"}
        and doc[i].tag_ in {"NNPS", "NNS", "NNP", "NN", "JJ"}
        and (
            doc[i].text.endswith("s")
            or search.report.body[max(0, phrase.span.start - 4) : phrase.span.start].lower() == "the "
        )
    )
