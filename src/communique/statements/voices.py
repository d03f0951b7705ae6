"""In what voice a verb reports: passive, planned, shared with the verb before it, and who acts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Span
from communique.statements.names import bare
from communique.statements.page import Page
from communique.statements.reporting import load_reporting

if TYPE_CHECKING:
    from communique.sentences import Token
    from communique.statements.sources import Source


def accuser(lemma: str, source: Source | None, page: Page) -> Source | None:
    """Who accuses, without the charge: "was accused by villagers of burning crops" is the villagers' word."""
    words = source.span.of(page.body) if source else ""
    at = words.find(" of ") if lemma == "accuse" else -1
    if source is None or at < 0 or source.link is None or source.link.id:
        return source
    span = Span(start=source.span.start, end=source.span.start + at)
    link = replace(source.link, name=bare(span.of(page.body)), text=span.of(page.body), span=span)
    return replace(source, span=span, link=link)


def goes_on(token: Token, subject: Token) -> bool:
    """Whether a verb behind "and" shares the subject of the first: "condemned the sale and called for a vote"."""
    return token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and subject.head != token


def known_actor(source: Source | None) -> Source | None:
    """A source that is an actor, of whom something is understood; a thing has said nothing: "the meeting is understood to"."""
    return source if source is not None and (source.pronoun or (source.link and source.link.id)) else None


def reports(verb: Token) -> bool:
    """Whether a verb is one of speech to somebody."""
    found = load_reporting().forms.get(verb.lower_)
    return found is not None and found.id in {"tell", "say", "reply", "utter"}


def merely_past(verb: Token) -> bool:
    """Whether the parse takes a past for a passive: "A judge who asked not to be named denied having signed"."""
    helpers = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return not helpers and behind not in {
        "of",
        "by",
        "as",
        "to",
        "over",
        "for",
        "in",
        "at",
        "on",
        "with",
        "from",
    }


def shared_passive(verb: Token) -> bool:
    """Whether a participle goes on from a passive: "had been arrested and accused of theft"."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "conj"
        and not any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in verb.children)
        and any(c.dep_ == "auxpass" for c in verb.head.children)
    )


def planned(verb: Token) -> bool:
    """Whether a verb lies ahead: "leaders will contest the result and denounce the count" tells of no words yet."""
    modals = {"will", "would", "shall", "can", "could", "may", "might", "must", "should"}
    return any(c.lower_ in modals and c.dep_ == "aux" for c in verb.children)
