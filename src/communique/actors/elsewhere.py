"""An office in the text that its holder of the day does not mean: another body's, another time's, what somebody once was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.actors.grammar import SUBJECTS, token_of
from communique.actors.phrase import STATE_LIKE, Phrase
from communique.actors.search import Search
from communique.actors.words import ROLES, any_of
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc

OTHERS = re.compile(
    rf" (?:of|at) (?:the |an? )?(?!(?:{any_of(ROLES['bodies_of_its_own'])})\b)[A-ZÀ-ÞĀ-Ț](?![\w’'-]*['’]s\b)"
)
IN_A_YEAR = re.compile(
    r",? (?:from|in|until|till|between|during|since) (?:[A-Z]?[a-z]+\.? )?(?:\d{1,2}, )?(?P<year>(?:19|20)\d\d)\b(?![,.]?\d)"
)
NEW = re.compile(r"\bnew(?:ly[ -][a-z]+)? $")
LOCAL = frozenset(ROLES["local_offices"])
BEING = frozenset({"was", "were", "been", "became", "remained"})
NEW_FOR = 1  # years within which who took an office is "the new president"


def is_of_another(search: Search, phrase: Phrase) -> bool:
    """Whether a body or province that no entry names has the office: "the Attorney General of Massachusetts"."""
    if phrase.either or phrase.title is None or phrase.title.plural:
        return False
    if phrase.of:
        return is_of_a_part(search, phrase)
    return OTHERS.match(search.report.body, phrase.span.end) is not None


def is_of_a_part(search: Search, phrase: Phrase) -> bool:
    """Whether an office that a state has once is a part's: "the president of Catalonia" heads no state."""
    assert phrase.title is not None
    text = phrase.span.of(search.report.body)
    if " of " not in text or any(office in LOCAL for office, _ in phrase.title.offices):
        return False
    last = next(iter(search.knowledge.index.find(text.rpartition(" of ")[2])), None)
    return last is not None and last.has("place") and not last.has(*STATE_LIKE)


def is_what_somebody_was(phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether an office of a state is what a verb says that somebody was: "Amin was the president of Uganda"."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None or doc[i].dep_ != "attr" or doc[i].head.lower_ not in BEING:
        return False
    subject = next((c for c in doc[i].head.children if c.dep_ in SUBJECTS), None)
    return subject is not None and subject.tag_ in {"NNP", "PRP"} and subject.lower_ != "it"


def of_the_time(search: Search, phrase: Phrase, actor: Actor) -> bool:
    """Whether a known holder held the office in the year that stands behind it, and lately where it is called new.

    "The president of Chile from 1974" is nobody of 2010, "the new prime minister" none of four years' standing.
    """
    body, span, day = search.report.body, phrase.span, search.resolver.day
    year = IN_A_YEAR.match(body, span.end)
    is_new = NEW.search(body, max(0, span.start - 20), span.start) or " new " in f" {span.of(body)}"
    if not actor.known or not day or actor.type != "person" or not (year or is_new):
        return True
    held = [
        t
        for t in search.knowledge.tenures_of.get(actor.id, ())
        if t.office == actor.office_id and t.of == actor.state
    ]
    if year and held and not any(t.first_day()[:4] <= year["year"] <= t.last_day()[:4] for t in held):
        return False
    since = f"{int(day[:4]) - NEW_FOR}{day[4:]}"
    return not (is_new and held and not any(t.first_day() >= since for t in held))
