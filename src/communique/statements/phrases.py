"""Finds the noun phrase of a source by the words around a reporting word, where no parse tells its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.names import APPOSED
from communique.statements.page import MASK, Page
from communique.statements.reporting import load_reporting
from communique.statements.sources import THERE, Source, read_source, trimmed
from communique.statements.subjects import disagrees

if TYPE_CHECKING:
    from communique.sentences import Token

NP_END = re.compile(
    rf"[,;:.?!\"“”{MASK}]|\s[—–-]\s|\s(?:that|which|saying|as [a-z]{{3,}}ing|said|says|told|reported|in (?:an?|the|his|her|their) (?:\w+ )?(?:statement|interview|report|letter|speech|video|post)|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)|after|when|while|as he|as she|who|and that|to (?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b|[A-Z\d]))\b"
)
BEFORE = re.compile(
    r"(?P<np>[^,;:\"“”‘—–.()"
    + MASK
    + r"]+?)\s+(?:(?:has|have|had|also|later|then|reportedly|repeatedly|already|further|previously|recently|"
    r"now|once|still|who|would|will|\w+ly)\s+)*$"
)
OBSTACLES = re.compile(
    r"^(?:and|but|as|while|though|although|when|after|because|if|so|for|or|that|yet)\s+", re.IGNORECASE
)


def phrase_behind(page: Page, sentence: Sentence, place: int) -> Source | None:
    """The noun phrase that begins at a place; a name in apposition to it wins."""
    limit = sentence.span.end
    stop = NP_END.search(page.masked, place + 1, limit)
    while (
        stop
        and stop.group() == "."
        and re.search(
            r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|[A-Z])$", page.masked[place : stop.start()]
        )
    ):
        stop = NP_END.search(page.masked, stop.end(), limit)
    span = trimmed(page.masked, place, verb_within(page, sentence, place, stop.start() if stop else limit))
    elsewhere = THERE.search(page.masked, span.start, span.end)
    span = Span(start=span.start, end=elsewhere.start()) if elsewhere else span
    if span.end <= span.start or len(span.of(page.body)) > 140 or span.of(page.body).startswith("no "):
        return None
    named = (
        APPOSED.match(page.masked, span.end, limit)
        if re.match(r"(?:the|an?|his|her|its|their|one|[\w ]+['’]s)\s", span.of(page.body))
        else None
    )
    if named:
        span = Span(start=named.start("np"), end=named.end("np"))
        found = read_source(
            page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
        )
        return replace(found, lead=place)
    token = page.token(sentence, span)
    if token is not None and token.pos_ in {"NOUN", "PROPN", "PRON"}:
        inside = page.span(sentence, token)
        if span.covers(inside):
            found = read_source(page, sentence, span, inside, token)
            return (
                found
                if found.span.overlaps(span) or found.span.start < span.end + 60
                else replace(found, span=span)
            )
    last = re.search(r"[\w'’-]+$", span.of(page.body))
    head = Span(start=span.start + (last.start() if last else 0), end=span.end)
    return read_source(page, sentence, span, head)


def verb_within(page: Page, sentence: Sentence, place: int, end: int) -> int:
    """Where a finite verb ends a phrase that no stop ends: "seen by the paper | show that"."""
    verbs = (
        sentence.span.start + token.idx
        for token in page.parses.get(sentence.index) or ()
        if token.tag_ in {"VBP", "VBZ", "VBD"} and token.i and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
    )
    return min((at for at in verbs if place + 1 < at < end), default=end)


NAMED_BEFORE = re.compile(r"(?P<np>(?:[A-ZÀ-ÞĀ-Ț][\w'’.-]+ ){1,4}[A-ZÀ-ÞĀ-Ț][\w'’-]+), $")
ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "some",
        "many",
        "most",
        "all",
        "one",
        "two",
    }
)


def named_before(page: Page, sentence: Sentence, source: Source | None, cue: Span) -> Source | None:
    """The name before what it is called, where no comma parts that from its verb: "Tom Hale, head of the guild told the council"."""
    if source is None or source.link is None or source.link.id or source.pronoun:
        return source
    words = source.span.of(page.body)
    if (
        not words[:1].islower()
        or words.split()[0] in ARTICLES
        or words.split()[0] in load_reporting().words["numbers"]
    ):
        return source
    table = load_reporting()
    if not any(word in table.people and not word.endswith("s") for word in words.lower().split()):
        return source
    near = 0 <= cue.start - source.span.end <= 12
    named = NAMED_BEFORE.search(page.masked, sentence.span.start, source.span.start) if near else None
    if named is None or named.group("np").split()[0].lower() in table.words["titles"] - table.people:
        return source
    span = Span(start=named.start("np"), end=named.end("np"))
    return read_source(
        page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
    )


# "..., Jeff Hale, senior adviser to the mayor, told": a name with what it is called between two commas.
DESCRIBED_NAME = re.compile(
    r"(?:^|[,.;] )(?P<np>[A-ZÀ-ÞĀ-Ț][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-Ț][\w'’.-]+){1,3}), (?:(?:an?|the|his|her|its|their) )?"
    r"(?!(?:who|which|whose|where|when|while|speaking|citing|quoting|asked|and|but|in|at|on|as)\b)[a-z][\w-]*(?: [\w’'&-]+){0,8}, $"
)


def phrase_ahead(page: Page, sentence: Sentence, cue: Span) -> Source | None:
    """The phrase right before a verb, if it looks like somebody; a participle clause between two commas is skipped."""
    before = re.sub(
        r",? \(?[DRI]-[A-Z][\w. ]*?\)?,(?= )|\([^()]{1,30}\)",
        lambda m: " " * len(m.group()),
        page.masked[sentence.span.start : cue.start],
    )
    named = re.search(
        r",\s+(?P<np>[A-ZÀ-ÞĀ-Ț][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-Ț][\w'’.-]+)+),\s*$", before
    )
    if named and re.search(
        r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w]+['’]s?) [^,]+$|(?:^|, )(?:[A-ZÀ-ÞĀ-Ț][\w-]+ ){1,5}(?:to|of|for|at) (?:the )?[A-ZÀ-ÞĀ-Ț][^,]*$",
        before[: named.start()],
    ):
        span = Span(start=sentence.span.start + named.start("np"), end=sentence.span.start + named.end("np"))
        first = re.search(r"[^,\"“”]+$", before[: named.start()])
        lead = sentence.span.start + (first.start() if first else named.start("np"))
        found = read_source(
            page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
        )
        return replace(found, lead=lead + len(page.masked[lead:]) - len(page.masked[lead:].lstrip()))
    if described := DESCRIBED_NAME.search(before):
        span = Span(
            start=sentence.span.start + described.start("np"), end=sentence.span.start + described.end("np")
        )
        return read_source(
            page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
        )
    before = re.sub(
        r", (?:speaking|citing|quoting|addressing|talking|writing|in (?:a|an|remarks|comments)|who|whose|when|asked)\b[^,]*, $",
        lambda m: " " * len(m.group()),
        before,
    )
    match = BEFORE.search(before)
    if not match:
        return None
    text = match.group("np")
    inner = list(
        re.finditer(
            r"\b(?:after|before|when|while|because|although|though|whether|until)\s+(?=(?:the|an?|his|her|its|their|[A-ZÀ-ÞĀ-Ț])\b|[A-ZÀ-ÞĀ-Ț])",
            text,
        )
    )
    if inner:
        match = (
            re.compile(r"(?P<np>.+)", re.DOTALL).match(
                before, match.start("np") + inner[-1].end(), match.end("np")
            )
            or match
        )
        text = match.group("np")
    obstacle = OBSTACLES.match(text.lstrip())
    start = (
        sentence.span.start
        + match.start("np")
        + len(text)
        - len(text.lstrip())
        + (obstacle.end() if obstacle else 0)
    )
    span = trimmed(page.masked, start, sentence.span.start + match.start("np") + len(text.rstrip()))
    words = span.of(page.body).split()
    if (
        not words
        or len(words) > 12
        or words[0].lower() == "there"
        or words[-1].lower() in {"and", "or", "but"}
        or not speaks(words)
    ):
        return None
    token = page.token(sentence, span)
    if token is not None and disagrees(token):
        span = page.span(sentence, token)
    head = (
        page.span(sentence, token)
        if token is not None and span.covers(page.span(sentence, token))
        else Span(start=span.end - len(words[-1]), end=span.end)
    )
    return read_source(page, sentence, span, head)


def speaks(words: list[str]) -> bool:
    """Whether a phrase looks like somebody: a name, a pronoun, or a noun of sources."""
    table = load_reporting()
    if not words:
        return False
    if len(words) == 1 and words[0].lower() in {"he", "she", "they", "it", "we"}:
        return True
    if any(re.sub(r"['’]s?$", "", word.lower()) in table.able for word in words):
        return True
    return bool(re.match(r"[A-ZÀ-ÞĀ-Ț]", words[-1])) and not re.match(
        r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", words[-1]
    )


def office_before(page: Page, sentence: Sentence, token: Token, start: int) -> int | None:
    """Where an office begins that the parse has for a subject of its own: "Deputy Head of the Water Board Ana Lin told the town"."""
    first = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    place = (
        sentence.span.start + first.left_edge.idx if first is not None and first.pos_ == "PROPN" else start
    )
    apart = re.search(rf"[,;:\"“”{MASK}]", page.masked[place:start])
    return place if place < start and apart is None else None
