"""Words between quotation marks that are nobody's: nicknames, titles, what a thing is called, proverbs."""

from __future__ import annotations

import re

from communique.statements.page import Page
from communique.statements.quotes import Quote
from communique.statements.reporting import load_reporting

SCARE = 3  # words up to which a quotation without a cue of its own is a nickname or a scare quote
PLACED = re.compile(
    r"[a-z]['’]s?\s*$|\b(?:on|in|of|for|at|from|wrote|sang|sings?|singing|hum(?:s|med|ming)|play(?:s|ed|ing)|perform(?:s|ed|ing)|film|book|song|show|novel|play|series|album)\s*,?\s*$",
    re.IGNORECASE,
)
QUOTING = re.compile(r"\b(?:[Qq]uoting|[Cc]iting) $")  # 'Quoting "port officials," the paper reports'
# 'In what the palace is billing as a "feast," the king met four farmers'
BILLED = re.compile(r"^\W*In what [^,;:]{2,60}? (?:as|calls?|called|dubs|dubbed) (?:an? |the )?$")
ASCRIBED = re.compile(
    r",? (?:is|was|has been|have been) (?:(?:\w+ly|often),? )?(?:attributed|ascribed|credited)\b"
)
# 'said in a "Harbour Hour" interview': the name of what it was said in.
WORK = re.compile(
    r" (?:interview|programme|program|show|episode|broadcast|segment|podcast|series|column|album|film|movie|exhibition|festival|concert)\b"
)
PROVERB = re.compile(
    r"\b[Aa]s (?:they|people|some|we|the (?:old )?(?:saying|proverb|song|adage|joke)) (?:like to |used to )?(?:say|goes|go|has it|went|put it)\b[^.\"“]*$"
)
NICK = re.compile(
    r"\b(?:so-called|known (?:\w+ ){0,3}as|titled|entitled|nicknamed|dubbed|named|(?:is|was|are|were|been|also|sometimes|,) called|volume called|code-named|codenamed)\s*[\"“‘']?$"
)


def nobodys(page: Page, quote: Quote, lead: str, *, cued: bool) -> bool:
    """Whether the words before a quotation, or within it, make it a name or a title; `cued` where its sentence reports."""
    if QUOTING.search(lead) or BILLED.search(lead) or ASCRIBED.match(page.masked, quote.outer.end):
        return True
    return within_name(page, quote) or bool(
        (NICK.search(lead) and not called_by(page, quote))
        or (shown_on(page, quote, lead) and not cued)
        or PROVERB.search(lead)
        or (
            titled(page, quote)
            and (
                PLACED.search(lead)
                or bears_name(lead)
                or pact(page, quote)
                or WORK.match(page.masked, quote.outer.end) is not None
            )
        )
    )


def within_name(page: Page, quote: Quote) -> bool:
    """Whether a nickname stands within somebody's name: 'Ferdinand "Bongbong" Marcos'."""
    before, after = page.masked[: quote.outer.start][-24:], page.masked[quote.outer.end : quote.outer.end + 3]
    words = quote.span.of(page.body).split()
    return (
        len(words) <= 2
        and all(w[:1].isupper() for w in words)
        and re.search(r"[A-ZÀ-ÞĀ-Ț][\w’'-]+\.? $", before) is not None
        and re.match(r" [A-ZÀ-ÞĀ-Ț]", after) is not None
        and quote.span.of(page.body)[-1].isalpha()
    )


def pact(page: Page, quote: Quote) -> bool:
    """Whether the words name a pact or a plan: 'signed the "Harbour Security Agreement" in May'."""
    words = quote.span.of(page.body).split()
    return 1 < len(words) <= 8 and words[-1].lower() in load_reporting().words["pacts"]


def bears_name(lead: str) -> bool:
    """Whether a thing that has a name stands before the words: 'operation "Flush"'."""
    words = lead.lower().split()
    return bool(words) and words[-1] in load_reporting().words["named_things"]


def shown_on(page: Page, quote: Quote, lead: str) -> bool:
    """Whether a short quotation in the middle of a sentence is a title: 'on NBC, and in "Crossfire."'"""
    short = quote.words(page.body) <= SCARE and "!" not in quote.span.of(page.body)
    return short and titled(page, quote) and re.search(r"\w[^:]*$", lead) is not None


def called_by(page: Page, quote: Quote) -> bool:
    """Whether somebody is said to have called it so: 'He was called "a hero" by the mayor.'"""
    behind = page.masked[quote.outer.end : quote.outer.end + 12]
    return re.match(r" by (?:the|an?|his|her|[A-Z])\b", behind) is not None and not titled(page, quote)


def titled(page: Page, quote: Quote) -> bool:
    """Whether the words are a title: every long word has a capital."""
    words = re.findall(r"[^\W\d_]{4,}", quote.span.of(page.body))
    return bool(words) and all(word[0].isupper() for word in words)
