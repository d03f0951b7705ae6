"""Whose an office is by the words before it: "the country's president", "Kenya, whose foreign minister", "In Lima, the president"."""

from __future__ import annotations

import re

from communique.actors.phrase import Phrase, Title
from communique.actors.search import Search
from communique.actors.words import ROLES, any_of
from communique.records import Sentence

SHORT = 24  # code points of an adjective and the possessive before it
LONGEST = 60  # code points before an office in which its owner is told
OWNER = re.compile(
    rf"\b[Tt]he (?:(?P<state>{any_of(ROLES['nouns_of_states'])})|(?P<body>{any_of(ROLES['nouns_of_bodies'])}))['’]s (?:[a-z-]+ )?$"
)
WHOSE = re.compile(r",? whose (?:own )?(?:[a-z-]+ )?$")
SEATED = re.compile(r", the (?:[a-z-]+ )?$")
OPENING = re.compile(r"(?:[A-Z][a-z]+ |[A-Z][a-z]+, )?[Ii]n (?:the )?")

OF_ANOTHER = (" of ", " at ", " for ")  # "the president of the club"


def owner_told(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The state or organisation that owns an office by a noun or by "whose"; None where nothing tells it, or two may be meant."""
    at = phrase.span.start
    ahead = search.report.body[max(sentence.span.start, at - LONGEST) : at]
    if "hose " not in ahead and "s " not in ahead[-SHORT:]:
        return None
    if (whose := WHOSE.search(ahead)) is not None:
        start = at - len(whose.group())
        beside = next(
            (m.actors[0] for m in search.read_now if m.span.end == start and len(m.actors) == 1), None
        )
        return beside.id if beside is not None and beside.type != "person" else None
    if (noun := OWNER.search(ahead)) is None:
        return None
    if noun["body"]:
        return body_meant(search, phrase, sentence)
    return state_meant(search, phrase, sentence)


def state_meant(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The one state of which the sentence tells before an office, else the sentence before; of several the one named last here."""
    discourse, at = search.walk.discourse, phrase.span.start
    here = discourse.sides_of(sentence.index, at)
    sides = here or discourse.sides_of(sentence.index - 1, at)
    if len(sides) == 1:
        return sides[0]
    states = discourse.states_of(sentence.index, at)
    return states[-1] if states else None


def body_meant(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The one organisation named before an office, here or in the sentence before: "the bloc's foreign policy chief"."""
    met = search.walk.discourse.before(sentence.index, phrase.span.start, reach=1)
    bodies = {m.actor.id for m in met if m.actor.type == "organisation"}
    return bodies.pop() if len(bodies) == 1 else None


def state_around(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The state in which an office without one is told of: "In Lima, the president said"; else the only one of the report."""
    title, body = phrase.title, search.report.body
    if title is None or title.plural or not body.endswith(("the ", "The "), 0, phrase.span.start):
        return None
    if body.startswith(OF_ANOTHER, phrase.span.end):
        return None
    ahead = body[sentence.span.start : phrase.span.start]
    set_off = SEATED.search(ahead)
    last = search.read_now[-1] if search.read_now else None
    if set_off and last is not None and len(last.actors) == 1 and last.form in {"place", "state", "capital"}:
        opens = OPENING.fullmatch(body, sentence.span.start, last.span.start)
        if opens and last.span.end == sentence.span.start + set_off.start():
            return last.actors[0].state
    states = search.resolver.named & search.knowledge.states.keys()
    if len(states) != 1 or not is_of_states(search, title):
        return None
    only = next(iter(states))
    return None if has_named_another(search, title, only) else only


def has_named_another(search: Search, title: Title, state: str) -> bool:
    """Whether the report names who holds an office in another state alone: "Bush is in Lisbon. The president said"."""
    offices = {office for office, _ in title.offices}
    states = {m.actor.state for m in search.walk.discourse.named if m.actor.office_id in offices}
    return bool(states - {None}) and state not in states


def is_of_states(search: Search, title: Title) -> bool:
    """Whether an office is one of a state's leaders or ministers, which a firm or a club has not."""
    offices = [search.knowledge.offices[office] for office, _ in title.offices]
    return all(office.single and office.level in {"leaders", "ministers"} for office in offices)
