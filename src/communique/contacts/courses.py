"""How a contact that is the subject of a clause goes: it takes place, is likely, is under way, is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.coming_about import (
    COME_ABOUT,
    is_at_a_time,
    is_on_a_day,
    is_yet_to_be,
)
from communique.contacts.cues import CueTable, words

if TYPE_CHECKING:
    from communique.sentences import Token

HAPPENED = words("happened")
IN_PLANNING = words("in_planning")
NEGOTIATIONS = words("negotiations")
GOING = words("going")
COURSES = words("courses")


def happening_status(verb: Token, own: str | None, shown: str | None, table: CueTable) -> str | None:
    """The meeting ... took place, lasted an hour, is likely, is under way, is off."""
    lemma = verb.lemma_.lower()
    if own is None and verb.tag_ in {"VBZ", "VBP"} and is_course_of_talks(verb):
        return "ongoing"
    if is_yet_to_be(verb):
        return own or "planned"
    if lemma == "be":
        told = (predicate_status(c, table) for c in verb.children if is_predicate(c, table))
        said = next(filter(None, told), None)
        if said is not None and not (said == "nothing" and verb.tag_ == "VBD"):
            return said  # "such talks are rare" tells of none, "the talks were difficult" does
        if any(c.lower_ in {"ongoing", "continuing"} for c in verb.children):
            return "ongoing"
    if shown == "proposed" and lemma in HAPPENED:
        return own or ("proposed" if is_at_a_time(verb) else "")
    if shown == "present" and lemma in HAPPENED and lemma != "be":
        return own or ("present" if is_on_a_day(verb) else "held")
    if shown == "held" and own in {"planned", "proposed"} and lemma in COME_ABOUT:
        return "held"  # "the long-planned meeting took place"
    return own or shown


def is_course_of_talks(verb: Token) -> bool:
    """Whether a present tense says how talks go: "the negotiations are fragile", "their talks progress"."""
    talks = any(c.dep_ == "nsubj" and c.lemma_.lower() in NEGOTIATIONS for c in verb.children)
    if verb.lemma_ == "be":
        return talks and any(c.dep_ == "acomp" and c.lemma_.lower() in GOING for c in verb.children)
    return talks and verb.lemma_ in COURSES


def is_predicate(token: Token, table: CueTable) -> bool:
    """Whether a word says of a contact how it stands: "likely", "scheduled", "under way", "off", "in the works"."""
    if token.dep_ not in {"acomp", "attr", "xcomp", "oprd", "prep"}:
        return False
    lemma = token.lemma_.lower()
    if lemma in table.status_nouns or lemma in table.governors:
        return True
    return token.lower_ in {"underway", "under", "off"} or (
        token.lower_ in {"in", "out"} and token.dep_ == "prep"
    )


def predicate_status(token: Token, table: CueTable) -> str | None:
    """The status that such a word gives."""
    if token.lower_ in {"underway", "under"}:
        return "ongoing"
    if token.lower_ == "off":
        return "cancelled"
    if token.lower_ == "out" and any(t.lower_ == "question" for t in token.subtree):
        return "nothing"
    if token.lower_ == "in" and any(g.lemma_.lower() in IN_PLANNING for g in token.children):
        return "planned"
    lemma = token.lemma_.lower()
    return table.status_nouns.get(lemma) or table.governors.get(lemma)
