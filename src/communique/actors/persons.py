"""A named person as a mention: known, a namesake, or a stranger with the role that the text gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.actors.grammar import token_of
from communique.actors.introductions import among_near, near_first, someone_met
from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of, note_office, remember
from communique.actors.unsure import leave_open
from communique.records import Mention, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc

OWN_STAFF = frozenset(
    {"aide", "official", "spokesperson"}
)  # in an official text without a state they are its own


def resolve_person(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
    """A named person, known or not."""
    chosen, doubt = search.resolver.choose(phrase, near_first(search, phrase, sentence))
    near = among_near(search, phrase, sentence)
    if len(near) > 1:
        why = f"the report has just named {' and '.join(actor.name for actor in near)}"
        return leave_open(search, phrase, (sentence, doc), why)
    chosen = near[0].id if near else chosen
    chosen = chosen or search.resolver.variant(phrase)
    if (other := someone_met(search, phrase, sentence, chosen)) is not None:
        return remember(search, other, doc)
    if chosen:
        search.introduced = [p for p in search.introduced if p != chosen] + [chosen]
        actor = search.resolver.person(chosen, phrase.title, phrase.of)
        if (phrase.title and phrase.title.elect) or chosen in search.elect:
            search.elect.add(chosen)
            actor = replace(actor, office=None, office_id=None)
        elif phrase.title and phrase.title.then:
            actor = replace(actor, office=None, office_id=None)
    elif phrase.name.split()[-1] in search.unknown and (phrase.family or " " not in phrase.name):
        actor = search.unknown[phrase.name.split()[-1]]
    elif (
        phrase.title
        and not phrase.title.plural
        and (phrase.of or not phrase.family or any(o for _, o in phrase.title.offices))
    ):
        of = phrase.of
        if not of and search.home and any(office in OWN_STAFF for office, _ in phrase.title.offices):
            of = (search.home,)
        actor = search.resolver.unknown(phrase.name, phrase.title, of)
        if doubt and of:
            actor = replace(actor, id=f"{actor.id}-{of[0].lower()}")
        search.unknown.setdefault(phrase.name.split()[-1], actor)
    else:
        return leave_open(search, phrase, (sentence, doc), doubt)
    if actor.known and is_succeeded(phrase, sentence, doc):
        actor = replace(actor, office=None, office_id=None)
    note_office(search, actor)
    return remember(search, mention_of(search, phrase, sentence, (actor,), doubt=doubt), doc)


def is_succeeded(phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether the sentence tells that somebody else takes the person's place: "Scholz succeeded Merkel"."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None:
        return False
    token = doc[i].head if doc[i].dep_ == "appos" else doc[i]  # "succeeded his brother, King Fahd"
    return token.head.lemma_ in {"succeed", "replace"} and token.dep_ in {"dobj", "nsubjpass"}


def owners(
    search: Search, phrases: Iterable[Phrase], named: list[Mention], sentence: Sentence
) -> list[Mention]:
    """The state of "Israel's Benjamin Netanyahu" as a mention of its own, which only describes; the name keeps the rest."""
    found = []
    for phrase in phrases:
        at = next((number for number, m in enumerate(named) if m.span == phrase.span), None)
        if phrase.owner is None or at is None or (actor := search.resolver.entity(phrase.of[0])) is None:
            continue
        named[at] = replace(named[at], span=phrase.head, text=phrase.head.of(search.report.body))
        found.append(
            Mention(
                span=phrase.owner,
                text=phrase.owner.of(search.report.body),
                form="adjective",
                actors=(actor,),
                head=phrase.owner,
                sentence=sentence.index,
                layer=sentence.layer,
            )
        )
    return found
