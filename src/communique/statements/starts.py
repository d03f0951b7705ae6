"""Where a reported clause begins that no "that" opens: behind the day and the hearers, before its subject and its adjunct."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.page import MASK, Page

if TYPE_CHECKING:
    from communique.sentences import Token

# What stands between a verb and its clause: "on Tuesday", "told parliament".
DAY = r"(?: (?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?| yesterday| today)"
HEARERS = r"(?: (?:(?:the|local|foreign|state) )?(?:reporters|journalists|parliament|congress|lawmakers|legislators|deputies|senators|MPs|investors|supporters|officials|diplomats|ministers|viewers|listeners|readers|delegates))"
TOLD = re.compile(rf"{HEARERS}{DAY}?(?= )", re.IGNORECASE)
SAID = re.compile(rf"{DAY}(?= )")
# An adjunct that opens the clause itself: "said despite the strike, ships were leaving".
OPENER = re.compile(
    rf" (?:despite|under|without|because of|thanks to|due to|once|unless|although|though|even (?:if|though)|if|while|with|"
    rf"in the (?:past|last|next|first|coming)|over the (?:past|last|next|coming)|for (?:years|months|weeks|decades)|by the end of)\b[^,;:.\"“”{MASK}]{{3,90}}, (?=\w)"
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"who", "which", "that", "whose", "where", "when", "by", "as"})
NOMINAL = re.compile(r"[\w’'.%$-]+(?: [\w’'.%$-]+){0,9}")


def whole_start(page: Page, attribution: Attribution, token: Token, span: Span) -> Span:
    """A clause from its first word on: "said on Tuesday sanctions would be lifted", of which the parse has seen "would be lifted"."""
    place = behind_lead(page, attribution)
    if span.start < place < span.end:
        return trimmed_clause(page, place, span.end) or span
    opener = OPENER.match(page.masked, place, span.start + 1)
    if opener and opener.end() == span.start:
        return Span(start=place + 1, end=span.end)
    first = page.token(attribution.sentence, Span(start=span.start, end=span.start + 1))
    between = page.masked[place : span.start].strip()
    if first is None or not between or first.tag_ not in FINITE or not NOMINAL.fullmatch(between):
        return span
    inside = tokens_between(token, attribution, place, span.start)
    plain = inside and inside[0].pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and inside[0].tag_ != "CD"
    if plain and not any(t.tag_ in FINITE or t.lower_ in RELATIVE for t in inside):
        return Span(start=place + 1, end=span.end)
    return span


def behind_lead(page: Page, attribution: Attribution) -> int:
    """The place behind the verb, the hearers and the day."""
    pattern = TOLD if "hearer" in attribution.verb.takes else SAID
    match = pattern.match(page.masked, attribution.cue.end, attribution.sentence.span.end)
    return match.end() if match else attribution.cue.end


def tokens_between(token: Token, attribution: Attribution, start: int, end: int) -> list[Token]:
    """The tokens between two places."""
    base = attribution.sentence.span.start
    return [t for t in token.doc if start <= base + t.idx < end]


def behind_opener(page: Page, attribution: Attribution) -> Span | None:
    """A clause that its adjunct opens, where the parse has seen none: "told parliament under the plan, farmers would gain"."""
    if attribution.form not in {"VBD", "VBZ", "VBP", "VBG"}:
        return None
    place = behind_lead(page, attribution)
    end = attribution.sentence.span.end
    opener = OPENER.match(page.masked, place, end)
    return trimmed_clause(page, place, end) if opener else None
