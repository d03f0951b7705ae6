"""What is narrated beside somebody's words: clauses behind a source, and what the speaker left out."""

from __future__ import annotations

import re

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.page import MASK, Page

EVASION = re.compile(
    r",? (?:but|and|without|though) (?:\w+ly )?(?:gave|giving|offered|offering|provided|providing|had) no (?:further |other |more |immediate )?(?:details?|explanations?|reasons?|evidence|dates?|timetable|figures?|names?|comment)\b|"
    r",? without (?:elaborating|going into details?|saying (?:when|how|why|where|more)\b|(?:giving|offering|providing) (?:(?:any|an?|further|more|other|immediate|specific) )*"
    r"(?:details?|explanations?|reasons?|evidence|dates?|timetable|figures?|names?)\b)"
)


def before_evasion(page: Page, region: Span | None) -> Span | None:
    """A clause without what the speaker left out: "confirmed that they had spoken but gave no details"."""
    found = EVASION.search(page.masked, region.start, region.end) if region else None
    return trimmed_clause(page, region.start, found.start()) if region and found else region


MEANWHILE = re.compile(r"(?:when|as|while|after|before|until) ")  # '"I stay," he said when the question came'


def told_before(page: Page, attribution: Attribution, ahead: Span, lead: str) -> bool:
    """Whether the words stand before their source and what follows is narrated: "..., his party said, hours after a claim that"."""
    between = page.masked[attribution.end : ahead.start]
    if re.search(r"\bthat\s*$", between) and not re.match(r"\s*,", between):
        return False
    if attribution.verb.takes & {"infinitive", "hearer"} and not re.match(r"\s*,", between):
        return False
    if re.search(r"[\"”]\s*$", lead):
        if MEANWHILE.match(page.masked, ahead.start, ahead.end):
            return True
        return attribution.form in {"VBD", "VBZ"} and len(between.split()) > 2
    return (
        re.match(r"\s*,", between) is not None
        and re.search(r"\w[^,]* \w+,\s*$", lead) is not None
        and (finite_before(page, attribution))
    )


ELSE = re.compile(
    r"\s+(?:only|just|merely|itself|to [a-z]+\b(?! (?:reporters|journalists))|its|their|his|her|an?|more|some|no|any)\b",
    re.IGNORECASE,
)


def nothing_else(page: Page, attribution: Attribution, lead: str) -> bool:
    """Whether a source behind its words has no other words behind it: not "..., the North committed only to the idea"."""
    if re.search(r"[\"”’]\s*$", lead) or attribution.verb.polarity == "asserts":
        return True
    return ELSE.match(page.masked, attribution.cue.end, attribution.sentence.span.end) is None


def finite_before(page: Page, attribution: Attribution) -> bool:
    """Whether a finite verb stands before a source."""
    doc = page.parses.get(attribution.sentence.index)
    place = attribution.start - attribution.sentence.span.start
    return any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "acl", "advcl"} and t.idx < place
        for t in doc or ()
    )


NO_CLAUSE = re.compile(r"[,—–]\s+(?!(?:and|but|or|that|which|who|as|while|he|she)\b)(?:[a-z][\w-]*\s+){1,4}$")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def trails(page: Page, attribution: Attribution) -> bool:
    """Whether an attribution is a tail after a comma: ", according to the mayor", ", Xinhua reported", ", adding that"."""
    lead = page.masked[attribution.sentence.span.start : attribution.start]
    last = not re.search(r"\b(?:that|to)\b", page.masked[attribution.end : attribution.sentence.span.end])
    close = re.search(r"[,—–]\s*$", lead) is not None
    if not close and last and (words := NO_CLAUSE.search(lead)) is not None:
        doc = page.parses.get(attribution.sentence.index) or ()
        close = not any(t.tag_ in FINITE for t in doc if words.start() <= t.idx < words.end())
    return close and (
        attribution.verb.phrase
        or attribution.cue.of(page.body).endswith("ing")
        or not page.masked[attribution.end : attribution.sentence.span.end]
        .lstrip()
        .startswith(("that ", "to "))
    )


GOES_ON = re.compile(
    r"(?:\s+(?:on|in|at|from|to|late|early|this|last|earlier|yesterday|today|later)\b[^,]{0,40})?,\s*(?=[a-z])"
)
# What opens a clause that is nothing without the one behind it: "Whatever the judges say, ...".
OPENS = re.compile(
    r"\W*(?:whatever|whoever|whichever|wherever|however \w+|if|when|whenever|once|unless|should|until|after|before|because|since|although|though|while|as long as|as soon as|even if|had|were)\b[^,]*$",
    re.IGNORECASE,
)
JOINT = re.compile(r"(?:and|but|or|nor|yet)\s+(?:(?:then|now|so|also|\w+ly)\s+)*(?P<next>[\w’'-]+)")


def taken_up(page: Page, attribution: Attribution, after: Attribution | None, words: str) -> bool:
    """Whether the words before a source are taken up behind it: "Churches must pray, he said, and the buses should run"."""
    rest = page.masked[attribution.end : attribution.sentence.span.end]
    comma = GOES_ON.match(rest)
    if not comma or (after is not None and after.start >= attribution.end and after.source is not None):
        return False
    if OPENS.match(words):
        return True
    joint = JOINT.match(rest[comma.end() :])
    if not joint or MASK in rest:
        return False
    place = attribution.sentence.span.start, attribution.end + comma.end() + joint.start("next")
    doc = page.parses.get(attribution.sentence.index) or ()
    behind = next((t for t in doc if place[0] + t.idx == place[1]), None)
    return behind is not None and behind.tag_ not in {"VBD", "VBZ", "VBP", "VBN", "VBG"}


def opened(page: Page, attribution: Attribution, lead: str) -> bool:
    """Whether a clause that needs another stands before the source and that other behind it: "Unless we are paid, said the foreman, nothing leaves"."""
    rest = page.masked[attribution.end : attribution.sentence.span.end]
    words = lead.rstrip()
    return (
        words.endswith(",")
        and attribution.source is not None
        and "clause" in attribution.verb.takes
        and MASK not in lead
        and OPENS.match(words[:-1]) is not None
        and re.match(r",\s+[\w\"“]", rest) is not None
    )
