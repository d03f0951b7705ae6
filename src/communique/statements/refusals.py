"""Cues that are no single verb: refusals to speak, opinions with their owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.names import speaks_at_all
from communique.statements.page import Page
from communique.statements.phrases import phrase_ahead, speaks
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import read_source, source_of
from communique.statements.subjects import subject_of

VIEWS = (
    "account", "view", "opinion", "words", "telling", "reckoning", "estimate", "phrase", "assessment", "estimation",
    "mind",
)  # fmt: skip
OWNED = re.compile(rf"['’]s? (?:{'|'.join(VIEWS)})\b")
VIEW = re.compile(
    r"(?:^|(?<=[\s,]))(?:By|In|by|in|To|to|On|on) (?P<np>(?!(?:to|by|in|on)\b)(?:[\w.’'-]+ ){0,6}?[\w.-]+)['’]s? "
    rf"(?P<cue>{'|'.join(VIEWS)})\b"
)
TELLING = re.compile(r"(?:^|(?<=[\s,]))[Tt]o hear (?P<np>(?:[\w.’'-]+ ){0,6}?[\w.-]+) (?P<cue>tell) it\b")
# "For Ada Brask, the plan is a trap.", "As the mayor sees it, the plan is a trap."
FOR_WHOM = re.compile(
    r"For (?:(?:the|many|some|most|his|her|its|their) )?(?P<np>[\w’'.-]+(?: [\w’'.-]+){0,5}?)(?P<cue>),(?= [^,]{2,60}?\b(?:is|are|was|were|has|have|remains?|means?|meant)\b)"
)
SEES = re.compile(r"(?:^|(?<=[\s,]))[Aa]s (?P<np>(?:[\w.’'-]+ ){0,5}?[\w.-]+) (?P<cue>sees|saw) it\b")
REFUSAL = Verb(id="refuse", polarity="declines", strength="strong", takes=frozenset({"clause"}))
OPINION = Verb(
    id="in-the-view-of",
    polarity="asserts",
    strength="strong",
    takes=frozenset({"clause", "quote"}),
    phrase=True,
)


# "Neither the firm nor its founder wished to say how many": nobody said.
NEITHER = re.compile(
    r"\b[Nn]either (?:[^.;:\"“”]{2,60}? nor )?[^.;:\"“”]{2,60}? (?P<cue>(?:would|(?:wished|wanted|cared|agreed|was willing|was prepared|was ready|were willing) to) (?:say|comment on|comment|discuss|confirm|disclose|specify|explain))\b"
)


def find_phrases(page: Page, sentence: Sentence, text: str) -> list[Attribution]:
    """Refusals to speak, views, hearsay and what a court heard; `text` is the sentence with its quoted words blotted out."""
    found = [*find_refusals(page, sentence, text), *find_views(page, sentence, text)]
    if " from " in text:
        found += find_hearsay(page, sentence)
    if " heard that " in text:
        found += find_hearings(page, sentence)
    return found


def find_refusals(page: Page, sentence: Sentence, text: str) -> Iterator[Attribution]:
    """ "declined to comment on the call", "would not say when": the content is what was asked about."""
    start = sentence.span.start
    found = [m.span() for m in load_reporting().refusal.finditer(text)]
    if "either" in text:
        found += [(m.start("cue"), m.end()) for m in NEITHER.finditer(text)]
    for first, last in found:
        cue = Span(start=start + first, end=start + last)
        token = page.token(sentence, cue)
        subject = subject_of(token) if token is not None else None
        source = (
            source_of(page, sentence, subject) if subject is not None else phrase_ahead(page, sentence, cue)
        )
        if source is None:
            continue
        yield Attribution(
            cue=cue,
            lemma="decline",
            verb=REFUSAL,
            sentence=sentence,
            source=source,
            start=min(cue.start, source.start),
            end=cue.end,
            form="refusal",
        )


def find_views(page: Page, sentence: Sentence, text: str) -> Iterator[Attribution]:
    """ "In the mayor's view, ...", "by Peskov's account": an opinion with its owner."""
    owned = OWNED.search(text) is not None
    sees = " sees it" in text or " saw it" in text
    whose = text.startswith("For ")
    if not (owned or sees or whose or "o hear " in text):
        return
    told = (page.masked, sentence.span.start, sentence.span.end)
    found = [*VIEW.finditer(*told), *TELLING.finditer(*told), *(SEES.finditer(*told) if sees else ())]
    if whose and (match := FOR_WHOM.match(*told)) and somebody(page, sentence, match):
        found.append(match)
    for match in found:
        start, end = match.span("np")
        words = page.body[start:end].split()
        if not speaks(words) and not speaks_at_all(" ".join(words)):
            continue
        source = read_source(
            page, sentence, Span(start=start, end=end), Span(start=end - len(words[-1]), end=end)
        )
        cue = Span(start=match.start("cue"), end=match.end("cue"))
        yield Attribution(
            cue=cue,
            lemma=match.group("cue"),
            verb=OPINION,
            sentence=sentence,
            source=source,
            start=match.start(),
            end=match.end(),
        )


def somebody(page: Page, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether people or a named person hold what follows "For": "For years, the bank was rich" is nobody's view."""
    if match.group("np").lower().split()[-1] in load_reporting().people:
        return True
    return any(
        m.form in {"name", "title"} and m.span.end == match.end("np") and m.actors[0].type == "person"
        for m in page.mentions.get(sentence.index, ())
        if m.actors
    )


HEARSAY = re.compile(r"\b(?P<cue>heard|learned|learnt|gathered) from (?P<np>[^,;:.\"“”]{2,60}?) that ")
TOLD = Verb(id="hear-from", polarity="asserts", strength="strong", takes=frozenset({"clause"}))


HEARING = re.compile(
    r"\b(?P<np>(?:[Tt]he |[Aa]n? )?(?:[\w’'-]+ ){0,3}?(?:[Cc]ourt|[Jj]ury|[Jj]urors|[Ii]nquest|[Ii]nquiry|[Hh]earing|[Tt]ribunal|[Tt]rial)) "
    r"(?:has |had |also |earlier |previously )?(?P<cue>heard)(?= that )"
)


def find_hearings(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """ "The court heard that ...": somebody said so in court, and the text does not tell who."""
    for match in HEARING.finditer(page.masked, sentence.span.start, sentence.span.end):
        cue = Span(start=match.start("cue"), end=match.end("cue"))
        span = Span(start=match.start("np"), end=match.end("np"))
        last = span.of(page.body).split()[-1]
        yield Attribution(
            cue=cue,
            lemma="tell",
            verb=TOLD,
            sentence=sentence,
            source=None,
            start=cue.start,
            end=cue.end,
            hearer=read_source(page, sentence, span, Span(start=span.end - len(last), end=span.end)),
            form="VBD",
        )


def find_hearsay(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """ "The envoy had heard from a rebel that ...": the rebel says so, and the envoy passes it on."""
    for match in HEARSAY.finditer(page.masked, sentence.span.start, sentence.span.end):
        span = Span(start=match.start("np"), end=match.end("np"))
        words = span.of(page.body).split()
        cue = Span(start=match.start("cue"), end=match.end("cue"))
        token = page.token(sentence, cue)
        subject = subject_of(token) if token is not None else None
        carrier = source_of(page, sentence, subject) if subject is not None else None
        if not speaks(words):
            continue
        source = read_source(page, sentence, span, Span(start=span.end - len(words[-1]), end=span.end))
        yield Attribution(
            cue=cue,
            lemma="hear from",
            verb=TOLD,
            sentence=sentence,
            source=source,
            start=cue.start,
            end=match.end() - len("that "),
            links=(carrier,) if carrier else (),
            form="VBD",
        )


def refused(page: Page, sentence: Sentence, cue: Span) -> bool:
    """Whether a verb is part of a refusal: "declined to say", "would not confirm"."""
    place = cue.start - sentence.span.start
    return any(m.start() <= place < m.end() for m in load_reporting().refusal.finditer(page.text(sentence)))


AHEAD = re.compile(r"\W*(?:on|about|as to|as for) (?P<what>[^,;:.\"“”]{3,80}?),? $", re.IGNORECASE)


def asked_ahead(page: Page, attribution: Attribution) -> Span | None:
    """What a refusal was about where it opens the sentence: "On the price he would not be drawn"."""
    found = AHEAD.fullmatch(page.masked, attribution.sentence.span.start, attribution.start)
    return trimmed_clause(page, found.start("what"), found.end("what")) if found else None


def refused_region(page: Page, attribution: Attribution) -> Span:
    """What a refusal was about; where nothing is said of it, the refusal's own words."""
    end = attribution.sentence.span.end
    stop = re.compile(r"[,;.](?=\s|$)|\s(?:and|but)\s+(?=said|added|told|instead)|[\"“]").search(
        page.masked, attribution.end, end
    )
    region = trimmed_clause(page, attribution.end, stop.start() if stop else end)
    if region is None:
        return asked_ahead(page, attribution) or attribution.cue
    day = re.compile(
        r"(?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?=\w)|(?:yesterday|today|further)\s+(?=\w)"
    ).match(page.masked, region.start, region.end)
    region = Span(start=day.end(), end=region.end) if day else region
    lead = re.match(
        r"(?:on|about|whether|if|that|when asked|further)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
        page.masked[region.start : region.end],
    )
    if lead and region.start + lead.end() < region.end:
        region = Span(start=region.start + lead.end(), end=region.end)
    return region if re.search(r"\w+\W+\w+", page.masked[region.start : region.end]) else attribution.cue
