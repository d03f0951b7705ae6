"""The state of an office that stands alone: "his foreign minister", "the White House said the president"."""

from __future__ import annotations

import re

from communique.actors.neuter import last_subject
from communique.actors.owned_offices import owner_told
from communique.actors.phrase import Phrase
from communique.actors.search import Search, ends_before
from communique.records import Sentence

OWNING = re.compile(r"(?:(?<=s)['’]|['’]s) (?:own )?(?:[a-z-]+ )?$")
LONGEST = 24  # code points of a possessive with an adjective


def bound_before(search: Search, phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
    """The state of an office that stands with a possessive, or beside another office: "his foreign minister", "and the vice president"."""
    before = search.report.body[sentence.span.start : phrase.span.start]
    if match := re.search(r"\b([Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?(?:\w+ )?$", before):
        owner = match.group(1).lower()
        if owner in {"his", "her"}:
            actor = search.walk.person(owner, phrase.span, sentence)
            return (actor.state,) if actor and actor.state else ()
        behind = (
            re.search(r",\s+its (?:own )?(?:\w+ )?$", before) is not None
        )  # "Japan will help Taiwan, its foreign minister said"
        bodies = having_it(search, phrase, sentence)
        return (bodies[:1] if behind else bodies[-1:]) if owner == "its" else ()
    if served := served_by_named(search, phrase) or owner_told(search, phrase, sentence):
        return (served,)
    met = search.walk.discourse.before(sentence.index, phrase.span.start, reach=0)
    last = met[0] if met else None
    if (
        last
        and last.actor.type == "person"
        and last.actor.state in search.knowledge.states
        and re.search(r"\band the $", before)
        and ends_before(search, phrase, " and the ")
    ):
        return (last.actor.state,)
    if re.search(r"\b[Tt]he $", before) and (acting := acting_before(search, phrase, before)):
        return (acting,)
    offices = phrase.title.offices if phrase.title is not None else ()
    return ("VAT",) if any(office == "pope" for office, _ in offices) else ()


def having_it(search: Search, phrase: Phrase, sentence: Sentence) -> tuple[str, ...]:
    """The states, or the organisations, of which a sentence before an office with "its" says that they have it.

    "NATO told Kenya that its secretary-general would come" is NATO's. Where the sentence names none, the one body that
    is a subject of the sentence before is meant: "NATO has agreed. Its chief will come."
    """
    assert phrase.title is not None
    offices = {office for office, _ in phrase.title.offices}
    headed = bool(offices & {"secretary_general", "director_general"})
    wanted = (
        {"organisation"}
        if headed
        else {"state", "organisation"}
        if "head_of_government" in offices
        else {"state"}
    )
    named = [m for m in search.walk.discourse.in_sentence(sentence.index) if m.place < phrase.span.start]
    bodies = [m.actor.id for m in named if m.actor.type in wanted and m.form != "adjective"]
    if bodies or named:
        return tuple(dict.fromkeys(bodies))
    last = last_subject(search.walk, sentence)
    return (last.id,) if last is not None and last.type in wanted else ()


def served_by_named(search: Search, phrase: Phrase) -> str | None:
    """The state of the person whose the office is: "Maduro's foreign minister", "Moon Jae-in's new defence minister"."""
    owning = OWNING.search(search.report.body, max(0, phrase.span.start - LONGEST), phrase.span.start)
    if owning is None:
        return None
    named = (m.actors[0] for m in search.read_now if m.span.end == owning.start() and len(m.actors) == 1)
    owner = next((actor for actor in named if actor.type == "person"), None)
    return owner.state if owner is not None and owner.state in search.knowledge.states else None


def is_called_otherwise(search: Search, phrase: Phrase, state: str) -> bool:
    """Whether a state calls an office by other words and the report has named another state's holder by these.

    After "Lavrov, the Russian foreign minister", "the president and the foreign minister" need not both be American.
    """
    if phrase.of or phrase.title is None or not ends_before(search, phrase, " and the "):
        return False
    word = phrase.title.text.lower()
    for office, _ in phrase.title.offices:
        met = search.offices.get((office, ""))
        shown = search.knowledge.offices[office].shown
        if met is not None and met.state and met.state != state and shown(met.state).lower() == word:
            return shown(state).lower() != word and (office, state) not in search.offices
    return False


def acting_before(search: Search, phrase: Phrase, before: str) -> str | None:
    """The state whose seat speaks about its own office: "The White House said the president would ..."."""
    told = re.search(r"\b(?:said|says|announced|confirmed|added)(?: (?:that|on \w+))? the $", before)
    last = next((m for m in reversed(search.read_now) if m.form in {"metonym", "capital"}), None)
    if (
        not told
        or last is None
        or not last.actors
        or last.span.end + 1 + len(told.group()) < phrase.span.start - 8
    ):
        return None
    return last.actors[0].state
