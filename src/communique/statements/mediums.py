"""Outlets that a clause names as having carried or heard the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Link, Sentence, Span
from communique.statements.page import Page
from communique.statements.phrases import phrase_behind
from communique.statements.sources import Source, read_source

MEDIUM = re.compile(
    r"(?i:\b(?:carried|broadcast|published|aired|quoted|cited|reported|released|relayed|distributed|obtained|seen|read(?: out| aloud)?(?: (?:to|in|on) (?:the )?\w+)?|delivered)(?: live| in full)? by |\bthrough (?=(?:his|her|their|its) (?:lawyers?|attorneys?|spokes\w+|aides?|office|family|agent)\b)|\b(?:quoted|cited) in |"
    r"\b(?:leaked|passed|given|shown|handed|made available) to (?=the |an? |[A-Z])|\b(?:reached|contacted|interviewed) by |\binterviews?,? (?:given |granted )?(?:with|to|for|on) |\bin (?:comments|remarks|an interview|a statement|a message|an email) to )"
)
SOFT = re.compile(
    r"\b(?:[Ss]peaking|[Tt]alking) (?:to|on|with) |\b[Ww]r(?:ote|ites|iting|itten) (?:in|for) |\b(?:article|op-ed|column|essay|comments|piece|interview|appearance|programme|program|"
    r"broadcast|show)\b[^,.;]{0,20}? (?:in|for|on|to|with|by) |\b(?:on|to|by|in|of) (?=(?:the )?(?:[A-Z]|state|local|public|national))"
)
WIRE = re.compile(
    r"(?:telephone|phone|e-?mail|text|letter|radio link|satellite phone|video(?: link)?|messenger|post|mail|mobile)\b",
    re.IGNORECASE,
)
HANDED = re.compile(r"(?:obtained|seen|released|distributed|reached|contacted) by ", re.IGNORECASE)
# "the Ministry of Foreign Affairs" is no magazine.
OFFICE = re.compile(
    r"\b(?:[Mm]inist\w+|[Dd]epartment|[Ss]ecretar\w+|[Cc]ommittee|[Cc]ouncil|[Bb]ureau|[Oo]ffice|[Ss]chool) (?:for|o)$"
)
PRESS = re.compile(
    r"\b(?:agency|newspaper|paper|network|broadcaster|media|website|magazine|channel|press)\b", re.IGNORECASE
)
CITING = re.compile(
    r"\b(?P<cue>citing|quoting|on the (?:strength|basis|authority) of|relying on|drawing on|based on) ",
    re.IGNORECASE,
)
AIRED = re.compile(
    r"(?:\b(?:video|statement|interview|message|tape|recording|remarks|speech|letter|footage|broadcast|clip)s?,? (?:that|which) |, (?:which|whom) )(?P<np>(?!(?:was|were|is|are|has|had|have|been)\b)[^,;:.\"“”]{2,50}?) "
    r"(?:(?:has|had|have) )?(?:aired|broadcast|carried|published|released|cited|quoted|obtained|relayed)\b"
)

# An outlet that no list knows, by the noun before its name: "on the radio station Ekho", "in the weekly Sonntag".
NAMED = re.compile(
    r"\b(?:on|in|to|by|for|with) (?:(?:the|an?|its|his|her|their|[A-ZÀ-ÞĀ-Ț][\w-]+['’]s) )?(?:[\w-]+ ){0,3}?"
    r"(?:(?:radio|television|TV) (?:station|channel|network|programme|program|show)|broadcaster|newspaper|daily|weekly|monthly|magazine|tabloid|news (?:site|website|agency|channel|portal)|channel|station|portal|website|podcast) "
    r"(?P<np>[A-ZÀ-ÞĀ-Ț][\w'’.-]*(?:[ -](?:[A-ZÀ-ÞĀ-Ț\d][\w'’.-]*|(?:al|el|de|du|la|le|of|the) [A-ZÀ-ÞĀ-Ț][\w'’.-]*)){0,3})"
)


def is_press(page: Page, source: Source) -> bool:
    """Whether papers went to an outlet and not to a court: "documents seen by the agency"."""
    name = source.link.id if source.link else None
    words = source.span.of(page.body)
    unknown = words[:1].isupper() and name not in {
        *page.knowledge.states,
        *page.knowledge.organisations,
        *page.knowledge.persons,
    }
    return name in page.knowledge.outlets or unknown or PRESS.search(words) is not None


def not_beyond(page: Page, sentence: Sentence, place: int, source: Source | None) -> Source | None:
    """A medium that ends at its comma, where the parse has taken the name behind it: "In an interview with the Sun, Ivo Lund"."""
    comma = page.masked.find(",", place, sentence.span.end)
    if source is None or comma < 0 or source.span.start < comma:
        return source
    span = Span(start=place, end=comma)
    words = span.of(page.body).split()
    return read_source(page, sentence, span, Span(start=comma - len(words[-1]), end=comma)) if words else None


def mediums(page: Page, sentence: Sentence, start: int, end: int) -> Iterator[Source]:
    """Outlets that a clause says to have carried the words: "in remarks carried by the state broadcaster"."""
    for match in MEDIUM.finditer(page.masked, start, end):
        source = not_beyond(page, sentence, match.end(), phrase_behind(page, sentence, match.end()))
        if source and WIRE.match(source.span.of(page.body)):
            continue  # "contacted by telephone"
        if (
            source
            and re.match(r"(?:leaked|passed|given|shown|handed|made)", match.group(), re.IGNORECASE)
            and not is_press(page, source)
        ):
            continue
        if source and (not HANDED.match(match.group()) or is_press(page, source)):
            yield source
    for match in AIRED.finditer(page.masked, start, max(end, sentence.span.end)):
        span = Span(start=match.start("np"), end=match.end("np"))
        last = span.of(page.body).split()[-1]
        yield read_source(page, sentence, span, Span(start=span.end - len(last), end=span.end))
    for match in NAMED.finditer(page.masked, start, end):
        span = Span(start=match.start("np"), end=match.end("np") - match.group("np").endswith("."))
        last = span.of(page.body).split()[-1]
        named = read_source(page, sentence, span, Span(start=span.end - len(last), end=span.end))
        yield (
            named
            if named.link and named.link.id in page.knowledge.outlets
            else Source(
                span=span, link=Link(id=None, name=span.of(page.body), text=span.of(page.body), span=span)
            )
        )
    for match in SOFT.finditer(page.masked, start, end):
        for hit in page.knowledge.index.find(page.masked[match.end() : min(end, match.end() + 60)]):
            outlet = page.knowledge.outlets.get((hit.ids("outlet") or ("",))[0])
            lead = page.masked[match.end() : match.end() + hit.start]
            if (
                outlet
                and not OFFICE.search(page.masked, start, match.start() + 1)
                and outlet.kind not in {"platform", "official"}
                and re.fullmatch(r"(?:the )?(?:[a-z-]+ ){0,4}", lead)
                and not hit.has("state", "capital", "person", "office")
            ):
                span = Span(start=match.end() + hit.start, end=match.end() + hit.end)
                yield Source(
                    span=span, link=Link(id=outlet.id, name=outlet.name, text=span.of(page.body), span=span)
                )
            break
