"""Reported clauses as stretches of somebody's words: which attributions make a claim, and where each part of it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.record_type import Record
from communique.records import Span, StatementKind
from communique.statements.attribution import Attribution
from communique.statements.clauses import SHORTLY, trimmed_clause
from communique.statements.outer import answers, leads
from communique.statements.page import MASK, Page
from communique.statements.plausible import plausible, polled
from communique.statements.reporting import load_reporting

if TYPE_CHECKING:
    from communique.sentences import Token


SHORTEST = 8  # code points of a clause that can stand alone: "he left"


CONCERN = re.compile(r"\b(?:concerns?|issues?|questions?|cases?|matters?|objections?|doubts?|fears)\b")


EMPTY = frozenset(
    {"it", "this", "that", "them", "him", "her", "so", "so far", "too", "that too", "more", "us", "me"}
)


class Found(Record, frozen=True, kw_only=True):
    """A stretch of somebody's words before it is made a statement."""

    span: Span
    kind: StatementKind
    attribution: Attribution | None


ASKED = re.compile(
    r"(?:Asked|Pressed|Questioned|Quizzed|Challenged)(?: (?!whether|if|about|on)[\w’'-]+){0,6}? (?:about |on )?(?:whether |if |about |on )(?P<question>[^,;:□]{8,120}), "
)


def question_of(page: Page, attribution: Attribution) -> Span | None:
    """What somebody was asked in the words before: "Asked whether he had signed, the governor ..."."""
    question = ASKED.match(page.masked, attribution.sentence.span.start, attribution.start + 2)
    return Span(start=question.start("question"), end=question.end("question")) if question else None


def claimed(page: Page, attributions: Sequence[Attribution]) -> Iterator[Found]:
    """Reported clauses that are not all quotation."""
    seen: set[Span] = set()
    behind = [o for o in attributions if o.post]
    regions = [(o, o.region) for o in attributions if o.region is not None]
    for attribution in attributions:
        region = reported(page, attribution)
        if region is None or region in seen or retold_by_another(page, attribution, attributions):
            continue
        if behind and any(o is not attribution and o.start <= region.start < o.end for o in behind):
            continue  # the parse has taken another's name for the words
        cue = attribution.cue
        outer = [
            o
            for o, told in regions
            if told.start <= cue.start and cue.end <= told.end and o is not attribution
        ]
        if outer and (
            polled(attribution)
            or attribution.verb.id == "intend"
            or any(swallowed(page, attribution, o) for o in outer)
        ):
            continue
        if attribution.source is None and attribution.form == "VBN" and told_by_somebody(page, outer):
            continue
        seen.add(region)
        attribution = with_inner_purpose(page, attribution, attributions)
        for number, part in enumerate(parted_by_that(page, region)):
            # "said he urged Hall to stay and that the two would meet": the second is not what was urged
            teller = next(iter(outer), None) if attribution.infinitive else None
            yield Found(span=part, kind="claim", attribution=teller if teller and number else attribution)
        rest = second_clause(page, attribution)
        if rest and not any(
            other.sentence.index == attribution.sentence.index
            and rest.covers(other.cue)
            and other.region
            and plausible(page, other)
            for other in attributions
        ):
            yield Found(span=rest, kind="claim", attribution=attribution)


# "While he hid in the port, he continued to leak papers": the clause before the verb is none of his words.
FRONTED = re.compile(r"(?:While|Although|Though|When|As soon as)\s[^,]+$")


WHAT = re.compile(r"\b[Ww]hat $")  # "killed in what the minister claimed was a quarrel"
SCANT = re.compile(r"(?:little|no|few|scant|brief|only)\b")


def no_words(page: Page, attribution: Attribution, text: str) -> bool:
    """Whether a verb that may promise or assert does a deed here: "offered little help", "committed a theft", "maintains two bases"."""
    token = page.token(attribution.sentence, attribution.cue)
    if attribution.lemma == "offer":
        return SCANT.match(text) is not None
    if token is None or any(c.dep_ in {"ccomp", "xcomp"} for c in token.children):
        return False
    thing = next((c for c in token.children if c.dep_ == "dobj"), None)
    return (
        thing is not None
        and not thing.lower_.endswith(("self", "selves"))
        and thing.pos_ in {"NOUN", "PROPN"}
    )


def reported(page: Page, attribution: Attribution) -> Span | None:
    """The clause of an attribution, if its source can have made it and it says anything outside quotation marks."""
    region = attribution.region
    if attribution.form == "refusal" and region == attribution.cue:
        region = question_of(page, attribution) or region
    if region is None or vague(page, attribution) or not plausible(page, attribution):
        return None
    verb = attribution.verb
    hearsay = attribution.form == "VBN" and attribution.lemma in load_reporting().words["passive_view"] - {
        "expect",
        "hope",
    }
    if (verb.strength != "strong" and attribution.source is None and not hearsay) or rumoured(
        page, attribution
    ):
        return None
    text = page.masked[region.start : region.end]
    if attribution.post and (
        FRONTED.match(text)
        or (attribution.source and WHAT.search(page.masked, region.start, attribution.source.start))
    ):
        return None
    if attribution.noun and attribution.lemma in GIVEN and goods(text):
        return None
    if attribution.lemma in {"offer", "commit", "maintain"} and no_words(page, attribution, text):
        return None
    bare = re.sub(rf"[\"“”‘’']?{MASK}+[\"“”‘’']?", " ", text)
    least = 2 if verb.polarity == "asserts" and attribution.lemma not in SHORTLY else 1
    if len(re.findall(r"\w+", bare)) < least or bare.strip().lower() in EMPTY:
        return None
    return region


GIVEN = frozenset({"ask", "order", "request", "beg"})


def goods(text: str) -> bool:
    """Whether somebody only wants to be given or sold a thing: "asked for water", "ordered a coffee"."""
    words = text.lower().split()
    return 0 < len(words) <= 3 and words[-1] in load_reporting().words["goods"]


def rumoured(page: Page, attribution: Attribution) -> bool:
    """Whether a thing is only said to be something, by nobody: "The hall is said to be the largest in town"."""
    return (
        attribution.source is None
        and attribution.lemma in {"say", "think", "believe", "know"}
        and attribution.form == "VBN"
        and re.match(
            r"\s+to (?:be|have been|date|stem|look|resemble|contain|number)\b",
            page.masked[attribution.cue.end :][:24],
        )
        is not None
    )


def told_by_somebody(page: Page, outer: Sequence[Attribution]) -> bool:
    """Whether nobody's order or hearsay stands in somebody's clause: "The crews were told to wait, he added" is his alone."""
    return any(other.source is not None and plausible(page, other) for other in outer)


def retold_by_another(page: Page, attribution: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether a clause is somebody else's words already, or a noun within a clause that is told whole."""
    for other in attributions:
        if other is attribution or apart(attribution, other):
            continue
        if quotes_another(page, attribution, other):
            return True
        covers = other.region is not None and other.region.covers(attribution.cue)
        if covers and attribution.noun and not other.noun and not passes_on(other, attribution):
            return True
        if covers and attribution.form == "noun" and other.noun and other.verb.polarity == "denies":
            return True
        if passes_on(attribution, other) and plausible(page, other) and leads(page, attribution, other):
            return True
        if (
            answers(attribution, other)
            or says_within(page, attribution, other)
            or tells_noun(attribution, other)
        ):
            return True
        if covers and other.post and attribution.infinitive and attribution.verb.strength == "view":
            return True
        if covers and own_words(other, attribution) and reported(page, other):
            return True
    return False


def apart(one: Attribution, other: Attribution) -> bool:
    """Whether neither of two clauses holds the other's verb, and they do not begin together."""
    mine, theirs = one.region, other.region
    if theirs is not None and theirs.start <= one.cue.start and one.cue.end <= theirs.end:
        return False
    if mine is None or (theirs is not None and mine.start == theirs.start):
        return mine is None
    return not (mine.start <= other.cue.start and other.cue.end <= mine.end)


def quotes_another(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether a citation covers somebody's quotation and its verb: '"We erred," a guard told the radio, according to the agency'."""
    region = outer.region
    if not outer.verb.phrase or region is None or not region.covers(inner.cue) or inner.source is None:
        return False
    return MASK in page.masked[region.start : region.start + 2]


def says_within(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether somebody within the clause says the same words: "The aide recalled the king saying that he would not sign"."""
    return (
        inner is not outer
        and inner.region == outer.region
        and inner.cue.start > outer.cue.start
        and inner.form == "VBG"
        and not inner.links
        and inner.source is not None
        and outer.source is not None
        and inner.source.span.start > outer.cue.start
        and plausible(page, inner)
    )


def swallowed(page: Page, inner: Attribution, outer: Attribution) -> bool:
    """Whether a tail takes in the one whose words it stands in: "The judge said he had fled twice, as the guard had said"."""
    tail = page.masked[: inner.start].endswith(" as ")
    return tail and inner.post and inner.region is not None and inner.region.covers(outer.cue)


def tells_noun(outer: Attribution, inner: Attribution) -> bool:
    """Whether a verb only gives a noun its speaker: "expressed the view that inflation had peaked" tells it once."""
    return (
        outer.noun
        and inner.form == "noun"
        and outer.region is not None
        and outer.region.covers(inner.cue)
        and inner.cue.start - outer.region.start <= 40
        and outer.verb.polarity == "asserts"
        and inner.source is not None
        and outer.source is not None
        and inner.source.span == outer.source.span
    )


def parted_by_that(page: Page, region: Span) -> list[Span]:
    """The clauses of "that the dam was safe and that the valley could sleep"."""
    joint = AND_THAT.search(page.masked, region.start, region.end)
    if not joint:
        return [region]
    parts = (trimmed_clause(page, region.start, joint.start()), trimmed_clause(page, joint.end(), region.end))
    return [part for part in parts if part]


AND_THAT = re.compile(r",? (?:and|but) that (?=(?:[\w’'-]+ ){2})")


def passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether a clause is nothing but somebody else's reported words: "Blair told colleagues that ..., according to a minister"."""
    if (
        inner is outer
        or outer.form == "refusal"
        or outer.verb.polarity != "asserts"
        or inner.region is None
        or (inner.noun and not ((outer.post or outer.verb.phrase) and inner.form == "VBD"))
        or inner.form == "noun"
        or inner.region.end - inner.region.start < (3 if inner.infinitive else SHORTEST)
        or outer.region is None
        or inner.sentence.index != outer.sentence.index
        or inner.form == "refusal"
    ):
        return False
    if not outer.region.covers(inner.cue) or not outer.region.covers(inner.region) or inner.source is None:
        return False
    if (
        polled(inner)
        or inner.verb.id == "intend"
        or own_words(outer, inner)
        or (outer.post and inner.infinitive and inner.verb.strength == "view")
    ):
        return False  # "Seoul hopes to hold a summit, an adviser said": the adviser tells it
    start, end = min(inner.start, inner.region.start), max(inner.end, inner.region.end)
    if inner.hearer and inner.hearer.span.start < inner.cue.start:
        start = min(start, inner.hearer.start)
    return start - outer.region.start <= 30 and outer.region.end - end <= 30


def own_words(outer: Attribution, inner: Attribution) -> bool:
    """Whether a speaker tells what he thinks or does himself: "The firm said it expected sales to rise" is the firm's clause."""
    mine, theirs = outer.source, inner.source
    if mine is None or theirs is None or outer.post or outer.verb.phrase:
        return False
    same = mine.link is not None and theirs.link is not None and mine.link.name == theirs.link.name
    return bool(theirs.pronoun) and same and inner.start < (inner.region.start if inner.region else 0)


def wishes_himself(page: Page, inner: Attribution) -> bool:
    """Whether somebody wants to do something himself: "he wants to solve it" asks nobody."""
    return (
        inner.region is not None
        and re.fullmatch(r"\s+to\s+", page.masked[inner.cue.end : inner.region.start]) is not None
    )


def with_inner_purpose(page: Page, outer: Attribution, attributions: Sequence[Attribution]) -> Attribution:
    """An attribution that does what its speaker says that he does: "said he promised to rebuild the dam" promises."""
    if outer.verb.polarity != "asserts":
        return outer
    region = outer.region
    for inner in attributions if region is not None else ():
        if (
            inner.verb.polarity != "asserts"
            and inner.form in {"VBD", "VBZ", "VBP"}
            and inner is not outer
            and inner.region is not None
            and region is not None
            and region.covers(inner.cue)
            and own_words(outer, inner)
            and not (inner.verb.id == "want" and wishes_himself(page, inner))
        ):
            return replace(outer, verb=replace(outer.verb, polarity=inner.verb.polarity))
    return outer


def second_clause(page: Page, attribution: Attribution) -> Span | None:
    """What goes on behind a source in the middle: "the ports were mined, he said, and nobody was holding a ship"."""
    if not attribution.post or (attribution.region and attribution.region.end > attribution.end):
        return None
    end = attribution.sentence.span.end
    match = re.match(
        r"(?:\s+(?:in (?:an?|the|his|her|its|their)|on|at a) [^,;:.]{3,40})?,\s+(?:and|but)\s+(?=\w+\s+\w+\s+\w+)",
        page.masked[attribution.end : end],
    )
    if not match or MASK in page.masked[attribution.end : end]:
        return None
    start = attribution.end + match.end()
    doc = page.parses.get(attribution.sentence.index)
    base = attribution.sentence.span.start
    if doc is None or not any(
        t.dep_ in {"nsubj", "nsubjpass"}
        and base + t.idx >= start
        and (
            t.pos_ != "PRON"
            or t.lower_ in {"nobody", "everyone", "everybody", "nothing"}
            or (shifted(t.head) and base + t.idx == start)
        )
        for t in doc
    ):
        return None
    return trimmed_clause(page, start, end)


def shifted(verb: Token) -> bool:
    """Whether a verb stands as reported words have it: "had met", "would go"."""
    return any(c.dep_ == "aux" and c.lower_ in {"had", "would", "could", "will"} for c in verb.children)


TAKEN = re.compile(
    r"\b(?:lives|life|casualties|victims|medals?|gold|silver|bronze|titles?|seats?|points?|wickets?|scalps?|benefits|expenses|compensation|damages|throne|prizes?|asylum)\b"
)


def vague(page: Page, attribution: Attribution) -> bool:
    """Whether a verb reports no words with its noun: "raised taxes" against "raised the case"."""
    region = attribution.region
    if region is not None and attribution.lemma == "claim" and attribution.noun:
        return TAKEN.search(page.masked, region.start, region.end) is not None
    if region is None or attribution.lemma != "raise":
        return False
    raised_with = re.match(r" with\b", page.masked[region.end : attribution.sentence.span.end])
    return not (CONCERN.search(page.masked, region.start, region.end) or raised_with)
