"""Where the reported words of an attribution lie: the clause behind "said that", or the clause before ", he said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.cues import Attribution
from communique.statements.page import MASK, Page
from communique.statements.sources import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL = frozenset({"ccomp", "xcomp"})
ADJUNCT = (r"(?:on|in|at|to|during|after|before|from|late|early|earlier|later|last|this|over|via|through|by|with|of|about|for|when|as|outside|inside|near|"
           r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|today|yesterday|again|here|there|then|adding|citing|quoting|referring|speaking|alongside|while|without|"
           r"under|among|using|according|who|whose|where|which|and (?:added|then)|ahead|despite|following|\w+ly\b|\d)")
TAIL = re.compile(rf"^[\s,]*(?:{ADJUNCT}.*)?[\s.!?\"”’)]*$", re.IGNORECASE | re.DOTALL)
THAT = re.compile(r"\s*,?\s*(?:[^,;:.\"“]{0,60}?,?\s+)?that\s+", re.IGNORECASE)
PARENTHETIC = re.compile(rf"[,\"”’?!—–{MASK}]\s*(?:(?:but|and|as|though)\s+)?$")


def with_regions(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of one sentence with the clauses that they report."""
    from dataclasses import replace

    done: list[Attribution] = []
    for number, attribution in enumerate(attributions):
        before = done[number - 1] if number else None
        after = attributions[number + 1] if number + 1 < len(attributions) else None
        region, post = find_region(page, attribution, before, after)
        done.append(replace(attribution, region=region, post=post))
    return done


def find_region(page: Page, attribution: Attribution, before: Attribution | None, after: Attribution | None) -> tuple[Span | None, bool]:
    """The reported clause and whether it stands before its source."""
    if attribution.verb.phrase:
        return phrase_region(page, attribution)
    sentence = attribution.sentence
    token = page.token(sentence, Span(start=attribution.cue.start, end=attribution.cue.start + len(attribution.cue.of(page.body).split()[0])))
    ahead = forward(page, attribution, token)
    lead = page.masked[sentence.span.start : attribution.start]
    tail = page.masked[attribution.end : sentence.span.end]
    if ahead is None and PARENTHETIC.search(lead) and re.search(r"\w|" + MASK, lead):
        start = sentence.span.start
        if before is not None and not before.post and before.region is None and before.end < attribution.start:
            start = sentence.span.start
        found = trimmed_clause(page, start, attribution.start)
        return found, True
    if ahead is None and attribution.form == "relay":
        return trimmed_clause(page, attribution.end, sentence.span.end), False
    del tail
    if ahead is not None and after is not None and ahead.start < after.start < ahead.end and trails(page, after):
        ahead = trimmed_clause(page, ahead.start, after.start)
    return ahead, False


def trails(page: Page, attribution: Attribution) -> bool:
    """Whether an attribution is a tail after a comma: ", according to the mayor", ", Xinhua reported", ", adding that"."""
    lead = page.masked[attribution.sentence.span.start : attribution.start].rstrip()
    return lead.endswith((",", "—", "–")) and (attribution.verb.phrase or attribution.cue.of(page.body).endswith("ing") or not page.masked[
        attribution.end : attribution.sentence.span.end].lstrip().startswith(("that ", "to ")))


def phrase_region(page: Page, attribution: Attribution) -> tuple[Span | None, bool]:
    """ "According to X, A" and "A, according to X"."""
    sentence = attribution.sentence
    lead = page.masked[sentence.span.start : attribution.start]
    if len(re.findall(r"\w+", lead)) >= 2 or MASK in lead:
        return trimmed_clause(page, sentence.span.start, attribution.start), True
    comma = page.masked.find(",", attribution.end, sentence.span.end)
    start = comma + 1 if 0 <= comma < attribution.end + 40 else attribution.end
    return trimmed_clause(page, start, sentence.span.end), False


def forward(page: Page, attribution: Attribution, token: Token | None) -> Span | None:
    """The clause behind a verb."""
    sentence = attribution.sentence
    if attribution.form == "relay":
        return after_that(page, attribution)
    if token is None:
        return after_that(page, attribution)
    base = sentence.span.start
    wanted = CLAUSAL if attribution.verb.takes & {"infinitive", "hearer"} else {"ccomp"}
    for child in token.children:
        if child.dep_ not in wanted or child.i < token.i:
            continue
        left, right = child.left_edge, child.right_edge
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        if infinitive and not attribution.verb.takes & {"infinitive", "hearer"}:
            continue
        start, end = base + left.idx, base + right.idx + len(right)
        if infinitive:
            to = next(c for c in child.children if c.lower_ == "to" and c.dep_ == "aux")
            start = base + (to.idx if attribution.verb.polarity in {"promises", "threatens"} else child.idx)
        span = trimmed_clause(page, max(start, attribution.cue.end), end)
        if span is None:
            continue
        text = page.masked[span.start : span.end]
        skip = re.match(r"(?:that|if)\s+", text)
        if skip:
            span = Span(start=span.start + skip.end(), end=span.end)
        return complete(page, attribution, span)
    if attribution.verb.takes & {"clause"} and not attribution.verb.takes & {"infinitive"}:
        return after_that(page, attribution)
    return None


def complete(page: Page, attribution: Attribution, span: Span) -> Span:
    """A clause that the parse ends within a quotation goes on to its end."""
    for quote in page.quotes:
        if quote.outer.start < span.end < quote.outer.end:
            return Span(start=span.start, end=min(quote.outer.end, attribution.sentence.span.end))
    return span


def after_that(page: Page, attribution: Attribution) -> Span | None:
    """Without a parsed clause: what follows "that"."""
    match = THAT.match(page.masked, attribution.end, attribution.sentence.span.end)
    if not match:
        return None
    return trimmed_clause(page, match.end(), attribution.sentence.span.end)


def trimmed_clause(page: Page, start: int, end: int) -> Span | None:
    """A clause without outer white space, commas, its final stop and a leading "that"; None where nothing is left."""
    text = page.masked
    while start < end and (text[start].isspace() or text[start] in ",;:—–-."):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-." and not re.search(r"\b(?:U\.S|U\.N|U\.K|[ap]\.m|Jr|Inc|D\.C)\.$", text[start:end])):
        end -= 1
    lead = re.match(r"(?:that|but|and)\s+", text[start:end])
    if lead:
        start += lead.end()
    return Span(start=start, end=end) if re.search(rf"\w|{MASK}", text[start:end]) else None


__all__ = ["find_region", "trimmed", "with_regions"]
