"""What a headline says by somebody: "Bank will fail, says auditor", "Auditor: bank will fail", "Bank will fail: auditor"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.claims import Found
from communique.statements.clauses import trimmed_clause
from communique.statements.page import Page
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source

HEADLINE = Verb(id="headline", polarity="asserts", strength="strong", takes=frozenset({"clause"}))
NP = r"(?:[A-ZÀ-ÞĀ-Ț][\w’'.-]*|[a-z][\w’'-]*)(?: (?!(?:says?|said|to)\b)[\w’'.-]+){0,4}"
SAYS = r"(?:says?|said|warns?|insists?|claims?|admits?|tells? (?:[\w’'-]+ ?){1,3})"
FORMS = (
    re.compile(rf"\s*(?P<what>[^:;?]{{8,}}?), (?P<np>{NP}) (?P<cue>{SAYS})\s*"),
    re.compile(rf"\s*(?P<what>[^:;?]{{8,}}?), (?P<cue>says?|said|warns?|insists?|claims?) (?P<np>{NP})\s*"),
    re.compile(rf"\s*(?P<np>{NP}) (?P<cue>says?|insists?|claims?|admits?) (?:that )?(?P<what>[^:;?]{{8,}})"),
    re.compile(rf"\s*(?P<np>{NP}):\s+(?P<what>[^:;?]{{8,}})"),
    re.compile(rf"\s*(?P<what>[^:;?]{{8,}}):\s+(?P<np>{NP})\s*"),
)
VERBLESS = FORMS[3:]
ASKS = re.compile(r"(?:why|what|how|who|when|where|which|is|are|should|can|will|does|do)\b", re.IGNORECASE)
DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4}")
# "PM call with President Tusk: 3 May 2014", "Letter to the Emir: full text" are what a text is, and nobody's words.
OF_CONTACT = re.compile(
    r"\S.* (?:with|between) |(?:\S+ )?(?:[Ll]etter|[Mm]essage|[Vv]isit|[Cc]all) (?:to|from|by) "
)


def headlined(page: Page) -> Iterator[Found]:
    """The claim of each headline that says whose it is."""
    for sentence in page.sentences:
        if sentence.layer != "headline":
            continue
        for form in FORMS:
            found = form.fullmatch(page.body, sentence.span.start, sentence.span.end)
            made = told(page, sentence, found, bare=form in VERBLESS) if found else None
            if made is not None:
                yield made
                break


def told(page: Page, sentence: Sentence, found: re.Match[str], *, bare: bool) -> Found | None:
    """A headline's claim, if the one beside its words can say anything; `bare` where only a colon parts them."""
    span = Span(start=found.start("np"), end=found.end("np"))
    last = span.of(page.body).split()[-1]
    source = read_source(page, sentence, span, Span(start=span.end - len(last), end=span.end))
    words = trimmed_clause(page, found.start("what"), found.end("what"))
    if (
        words is None
        or (
            bare and (ASKS.match(page.body, words.start) or DATE.fullmatch(page.body, words.start, words.end))
        )
        or len(words.of(page.body).split()) < 3
        or not answers(page, source, bare=bare)
    ):
        return None
    cue = Span(start=span.end, end=span.end)
    if not bare:
        cue = Span(start=found.start("cue"), end=found.end("cue"))
    return Found(
        span=words,
        kind="claim",
        attribution=Attribution(
            cue=cue,
            lemma="" if bare else "say",
            verb=HEADLINE,
            sentence=sentence,
            source=source,
            start=span.start,
            end=span.end,
            region=words,
            post=words.start < span.start,
        ),
    )


def answers(page: Page, source: Source, *, bare: bool) -> bool:
    """Whether somebody is named beside a headline's words: a person, a body, a noun of people; before a colon no place."""
    link = source.link
    if link is None or bare and OF_CONTACT.match(link.text):
        return False
    if link.id in page.knowledge.states:
        return not bare
    if (
        link.id in page.knowledge.persons
        or link.id in page.knowledge.organisations
        or link.id in page.knowledge.outlets
    ):
        return True
    words = BEHIND.split(link.text.lower())[0].split()
    able, people = load_reporting().able, load_reporting().people
    last = words[-1] if words else ""
    return (last in able or not people.isdisjoint(words)) and not (
        bare and last in load_reporting().words["sections"]
    )


BEHIND = re.compile(
    r" (?:of|for|in|at|from|to|with|on|close) "
)  # "the head of the board", "people close to the talks"
