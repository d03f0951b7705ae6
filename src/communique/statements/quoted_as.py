"""What somebody is quoted as doing beside saying: "quoted the king as urging both sides to talk"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.around import commands, hearer_of
from communique.statements.attribution import Attribution
from communique.statements.page import Page
from communique.statements.phrases import phrase_behind
from communique.statements.relays import relay_cue, relayed
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source
from communique.statements.told import told_person

if TYPE_CHECKING:
    from communique.sentences import Token


def relayed_purpose(  # noqa: PLR0913, PLR0917  what it rests on, each by name
    page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str, token: Token
) -> Attribution | None:
    """What somebody is quoted as doing beside saying: "The agency quoted the king as urging both sides to talk" asks."""
    outer = token.head.head
    told = load_reporting().forms.get(outer.lower_)
    if verb.polarity == "asserts" or told is None or not told.relay:
        return None
    made = relay_cue(page, sentence, page.span(sentence, outer), told, outer)
    if made is None:
        return None
    hearer = told_person(page, verb, lemma, hearer_of(page, sentence, token, verb))
    return Attribution(
        cue=cue,
        lemma=lemma,
        verb=verb,
        sentence=sentence,
        source=made.source,
        start=made.start,
        end=max(cue.end, hearer.span.end if hearer and hearer.span.start >= cue.end else 0),
        hearer=hearer,
        links=made.links,
        form="VBD",
        infinitive=commands(token),
    )


def purposeful(page: Page, sentence: Sentence, cue: Span, made: Attribution | None) -> Attribution | None:
    """A relay whose participle says more than "saying": "quoted as denying" denies; None where the participle stands for itself."""
    found = AS_DOING.search(page.masked, cue.end, sentence.span.end)
    table = load_reporting()
    form = table.pattern.search(page.masked, found.end(), found.end() + 24) if found else None
    if made is None or found is None or form is None or form.start() != found.end():
        return made
    verb = table.forms[re.sub(r"\s+", " ", form.group().lower())]
    if verb.polarity == "asserts":
        return made
    token = page.token(sentence, Span(start=form.start(), end=form.start() + len(form.group().split()[0])))
    if token is not None and token.dep_ == "pcomp" and token.head.lower_ == "as" and relayed(token):
        return None
    return replace(made, verb=replace(made.verb, polarity=verb.polarity))


AS_DOING = re.compile(r"\bas (?=[a-z]{3,}ing\b)")


QUOTED_BY = re.compile(r"(?P<who>.{3,80}?) (?:quoted|cited|interviewed) by (?=\S)")


def by_way_of(page: Page, sentence: Sentence, made: Attribution, source: Source) -> Attribution:
    """A source without who quotes it, which passes its words on: "according to a clerk quoted by the Gazette"."""
    match = QUOTED_BY.match(page.masked, source.span.start, source.span.end)
    carrier = phrase_behind(page, sentence, match.end()) if match else None
    if match is None or carrier is None:
        return made
    words = match.group("who").split()
    span = Span(start=source.span.start, end=match.end("who"))
    found = read_source(page, sentence, span, Span(start=span.end - len(words[-1]), end=span.end))
    return replace(made, source=found, links=(carrier,))
