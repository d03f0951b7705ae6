"""A named person as a mention: known, a namesake, or a stranger with the role that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.called import note_called
from communique.actors.grammar import token_of
from communique.actors.introductions import among_near, near_first, someone_met
from communique.actors.kin_of_name import relative_of
from communique.actors.names_of_others import is_anothers_name
from communique.actors.namesake_words import told_apart, with_word
from communique.actors.phrase import Phrase, Title
from communique.actors.search import Search, mention_of, note_office, remember
from communique.actors.spelled import variant
from communique.actors.unsure import leave_open
from communique.actors.visited import of_the_visited
from communique.knowledge.fold import plain
from communique.records import Actor, Mention, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc

CASE_BEFORE = re.compile(r"\bvs?\.? $")
REGNAL = re.compile(
    r" (?:I{2,3}|I?V|VI{1,3}|IX|X(?:I{1,3}|I?V|VI{1,3}|IX)?)\b(?!\.)"
)  # "Mohamed VI" is no Mr Mohamed
CASE_BEHIND = re.compile(r" vs?\.? ")
SUCCEEDING = frozenset({"succeed", "replace"})
LOCAL = frozenset({"governor", "mayor"})
OWN_STAFF = frozenset(
    {"aide", "official", "spokesperson"}
)  # in an official text without a state they are its own


def resolve_person(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
    """A named person, known or not; left open where two who bear the name are as likely."""
    if phrase.family and (is_case(search, phrase) or REGNAL.match(search.report.body, phrase.span.end)):
        return None
    if (apart := told_apart(search, phrase, sentence)) is not None:
        span = with_word(search, phrase)
        bearer = met_known(search, phrase, apart)
        return remember(search, mention_of(search, replace(phrase, span=span), sentence, (bearer,)), doc)
    chosen, doubt = search.resolver.choose(phrase, near_first(search, phrase, sentence))
    if (shortened := half_a_family(search, phrase)) is not None:
        chosen, doubt = shortened, None
    near = among_near(search, phrase, sentence)
    if len(near) > 1:
        why = f"the report has just named {' and '.join(actor.name for actor in near)}"
        return leave_open(search, phrase, (sentence, doc), why, [actor.id for actor in near])
    chosen = near[0].id if near else chosen or variant(search.resolver, phrase)
    chosen = relative_of(search, phrase) or chosen
    against = is_anothers_name(search, phrase, chosen) if chosen and not near else None
    if against is not None:
        chosen, doubt = None, against
    if (other := someone_met(search, phrase, sentence, chosen)) is not None:
        return remember(search, other, doc)
    actor = met_known(search, phrase, chosen) if chosen else met_unknown(search, phrase, sentence, doubt)
    if actor is None:
        return leave_open(search, phrase, (sentence, doc), doubt)
    if actor.known and is_succeeded(phrase, sentence, doc):
        actor = replace(actor, office=None, office_id=None)
    note_office(search, actor)
    note_called(search, phrase, actor, sentence)
    if phrase.family and not phrase.title:
        search.bare[phrase.name] = (sentence.index, actor.id)
    return remember(search, mention_of(search, phrase, sentence, (actor,), doubt=doubt), doc)


def half_a_family(search: Search, phrase: Phrase) -> str | None:
    """Whom the first of two family names means once the report has named both: "Mr. Lopez" after "Lopez Obrador"."""
    if not phrase.family or phrase.title or phrase.of or set(phrase.persons) & set(search.introduced):
        return None
    word = plain(phrase.name)
    doubled = [
        person
        for person in dict.fromkeys(search.introduced)
        if any(plain(name).startswith(f"{word} ") for name in search.knowledge.persons[person].family)
    ]
    return doubled[0] if len(doubled) == 1 else None


def is_case(search: Search, phrase: Phrase) -> bool:
    """Whether a family name is a party to a case at law: "Roe v. Wade"."""
    body, span = search.report.body, phrase.span
    before, after = body[max(0, span.start - 5) : span.start], body[span.end : span.end + 5]
    return CASE_BEFORE.search(before) is not None or CASE_BEHIND.match(after) is not None


def met_known(search: Search, phrase: Phrase, chosen: str) -> Actor:
    """A person of the lexicon, from now on introduced; the elect and those of "then-" hold no office."""
    search.introduced = [p for p in search.introduced if p != chosen] + [chosen]
    actor = search.resolver.person(chosen, phrase.title, phrase.of)
    if (phrase.title and phrase.title.elect) or chosen in search.elect:
        search.elect.add(chosen)
        return replace(actor, office=None, office_id=None)
    if phrase.title and phrase.title.then:
        return replace(actor, office=None, office_id=None)
    return actor


def met_unknown(search: Search, phrase: Phrase, sentence: Sentence, doubt: str | None) -> Actor | None:
    """Somebody whom the lexicon does not know: introduced before, or with the role that the text gives; else nobody."""
    last = phrase.name.split()[-1]
    if last in search.unknown and (phrase.family or " " not in phrase.name):
        return search.unknown[last]
    title = phrase.title
    if title is None or title.plural:
        return None
    if not (phrase.of or not phrase.family or any(of for _, of in title.offices)):
        return None
    of = phrase.of or of_the_place(search, phrase, title) or of_the_visited(search, phrase, sentence)
    met = search.unknown.get(last)
    if not of and met is not None and met.name == phrase.name and met.state:
        of = (met.state,)
    if not of and search.home and any(office in OWN_STAFF for office, _ in title.offices):
        of = (search.home,)
    actor = search.resolver.unknown(phrase.name, title, of)
    if doubt and of:
        actor = replace(actor, id=f"{actor.id}-{of[0].lower()}")
    if met is None or met.name == phrase.name and not met.state:
        search.unknown[last] = actor
    return actor


def of_the_place(search: Search, phrase: Phrase, title: Title) -> tuple[str, ...]:
    """The state of the town or province whose office a stranger holds: "Mombasa Governor Hassan Joho" serves Kenya."""
    if not any(office in LOCAL for office, _ in title.offices):
        return ()
    body = search.report.body
    before = next(
        (m for m in search.read_now if body[m.span.end : phrase.span.start] in {" ", "'s ", "’s "}), None
    )
    named = before is not None and before.form == "place" and before.actors and before.actors[0].state
    return (named,) if named else ()


def is_succeeded(phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether the sentence tells that somebody else takes the person's place: "Scholz succeeded Merkel"."""
    if doc is None or not doc.of_lemmas(SUCCEEDING) or (i := token_of(phrase.head, sentence, doc)) is None:
        return False
    token = doc[i].head if doc[i].dep_ == "appos" else doc[i]  # "succeeded his brother, King Fahd"
    return token.head.lemma_ in SUCCEEDING and token.dep_ in {"dobj", "nsubjpass"}


def owners(
    search: Search, phrases: Iterable[Phrase], named: list[Mention], sentence: Sentence
) -> list[Mention]:
    """The state of "Israel's Benjamin Netanyahu" as a mention of its own, which only describes; the name keeps the rest."""
    found = []
    for phrase in phrases:
        if phrase.owner is None:
            continue
        at = next((number for number, m in enumerate(named) if m.span == phrase.span), None)
        if at is None or (actor := search.resolver.entity(phrase.of[0])) is None:
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
