"""Whom a pronoun cannot mean, or must: nobody tells of himself by name, and who is insulted after it has said it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.records import Link, Span
from communique.statements.attribution import Attribution
from communique.statements.names import OWNING, bare, person_name
from communique.statements.page import Page
from communique.statements.reporting import load_reporting
from communique.statements.sources import Source, phrase_span


def names_himself(page: Page, link: Link, told: Span) -> bool:
    """Whether a clause names somebody who would then tell it of himself: "He said he introduced Hall to the singer" is not Hall's."""
    last = link.name.split()[-1] if link.id and link.id not in page.knowledge.states else ""
    if len(last) < 4 or link.id in page.knowledge.organisations:
        return False
    words = page.masked[told.start : told.end]
    return last in words and re.search(rf"\b{re.escape(last)}\b(?!['’]s)", words) is not None


def with_himself(page: Page, link: Link, start: int, end: int) -> bool:
    """Whether a pronoun's own clause names somebody beside it: "He spent a year with Hall and told the Gazette that" is not Hall."""
    if link.id is None or link.id in page.knowledge.states:
        return False
    last = link.name.split()[-1]
    place = page.masked.find(f" {last}", start, end) if len(last) > 3 else -1
    return place >= 0 and page.masked[place + len(last) + 1 : place + len(last) + 3] not in {"'s", "’s"}


TITLE_ALONE = re.compile(r"[Tt]he (?:[a-z-]+ |[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+ ){0,2}[A-Za-z]+")


def not_himself(page: Page, attribution: Attribution, source: Source) -> Source:
    """A description without a person whom its own sentence goes on to name: "The president met Hale and called him weak" is no Hale's."""
    link = source.link
    if source is not attribution.source or attribution.region is None or link is None or not link.id:
        return source
    words, last = source.span.of(page.body), link.name.split()[-1]
    if link.id in page.knowledge.states or last in words or len(last) < 4 or attribution.post:
        return source
    rest = page.masked[attribution.cue.end : attribution.sentence.span.end]
    if last not in rest or TITLE_ALONE.fullmatch(words) is None:
        return source
    named = re.search(
        rf"(?<!-)\b{re.escape(last)}\b(?!['’]s|-| (?:[Aa]dministration|[Gg]overnment|said\b))", rest
    )
    return (
        replace(source, link=Link(id=None, name=bare(words), text=words, span=source.span))
        if named
        else source
    )


def owner_of_words(page: Page, attribution: Attribution, source: Source) -> Link | None:
    """Whose words a relative clause tells: "rejected the statement of Anna Horn in which she denied it" is Anna Horn's."""
    token = page.token(attribution.sentence, source.span)
    verb = token.head if token is not None else None
    if verb is None or verb.dep_ != "relcl" or source.pronoun not in {"he", "she", "they"}:
        return None
    if not any(g.lower_ == "which" for c in verb.children if c.dep_ == "prep" for g in c.children):
        return None
    noun = verb.head
    owners = [c for c in noun.children if c.dep_ == "poss"] + [
        g for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "by", "from"} for g in c.children
    ]
    for owner in owners:
        place = phrase_span(page, attribution.sentence, owner)
        here = page.mentions.get(attribution.sentence.index, ())
        found = next((m for m in here if m.head.overlaps(place) and len(m.actors) == 1), None)
        if found is not None and found.actors[0].type == "person":
            actor = found.actors[0]
            return Link(id=actor.id, name=actor.name, text=found.text, span=found.span)
        name = person_name(page, OWNING.sub("", place.of(page.body)))
        if found is None and name:
            return Link(id=kebab(name), name=name, text=place.of(page.body), span=place)
    return None


OFFICE = re.compile(
    r"(?P<owner>.+?)['’]s (?:[a-z]+ ){0,2}(?:office|spokes\w+|lawyers?|aides?|ministry|press service|campaign|party|account)"
)


def quoted_by_office(page: Page, attribution: Attribution, source: Source) -> Link | None:
    """Whom somebody's own office quotes: "Lund's office quoted him as saying" gives Lund's words."""
    carrier = attribution.links[0] if attribution.form == "relay" and attribution.links else None
    match = OFFICE.fullmatch(carrier.span.of(page.body)) if carrier else None
    if match is None or carrier is None or source.pronoun not in {"him", "her", "he", "she"}:
        return None
    span = Span(start=carrier.span.start, end=carrier.span.start + match.end("owner"))
    here = page.mentions.get(attribution.sentence.index, ())
    found = next((m for m in here if m.span.overlaps(span) and len(m.actors) == 1), None)
    if found is not None and found.actors[0].type == "person":
        return Link(id=found.actors[0].id, name=found.actors[0].name, text=found.text, span=found.span)
    name = person_name(page, match.group("owner"))
    return Link(id=kebab(name), name=name, text=match.group("owner"), span=span) if name else None


def of_body(page: Page, link: Link) -> bool:
    """Whether a state was named by a body of it: "the Treasury", not by its capital or its name."""
    return any(m.form == "body" for m in page.mentions_over(link.span))


def insulted(page: Page, attribution: Attribution, source: Source) -> Link | None:
    """Who said it where somebody was blamed after it: "The mayor insulted Hall after he said that the town was lost"."""
    token = page.token(attribution.sentence, source.span)
    if token is None or source.pronoun not in {"he", "she"} or token.head.dep_ != "advcl":
        return None
    main = token.head.head
    if main.lemma_.lower() not in load_reporting().words["blaming"] or not any(
        c.lower_ in {"after", "because", "when", "since", "for"} for c in token.head.children
    ):
        return None
    blamed = next((c for c in main.children if c.dep_ == "dobj" and c.i < token.i), None)
    if blamed is None:
        return None
    place = page.span(attribution.sentence, blamed)
    here = page.mentions.get(attribution.sentence.index, ())
    found = next((m for m in here if m.span.overlaps(place) and len(m.actors) == 1), None)
    if found is None or found.actors[0].type != "person":
        return None
    actor = found.actors[0]
    return Link(id=actor.id, name=actor.name, text=found.text, span=found.span)
