"""Where the reported words of an attribution lie: the clause behind "said that", or the clause before ", he said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import (
    ASKING,
    DAY_FIRST,
    after_question,
    complete,
    named_object,
    to_be_done,
    trimmed_clause,
    without_citation,
    without_label,
)
from communique.statements.narrated import before_evasion, nothing_else, opened, told_before, trails
from communique.statements.openings import as_x_put_it, rejected_as
from communique.statements.page import MASK, Page
from communique.statements.posted import charge_before, may_follow, posted_region, unfinished
from communique.statements.refusals import refused_region
from communique.statements.reporting import load_reporting
from communique.statements.rivals import before_rival
from communique.statements.starts import behind_opener, whole_start
from communique.statements.unmarked import (
    carried_on,
    closed_behind,
    commanded_clause,
    in_series,
    to_do,
    without_that,
)
from communique.statements.wanted import thing_wanted

if TYPE_CHECKING:
    from communique.sentences import Token

CLAUSAL = frozenset({"ccomp", "xcomp"})
ADJUNCT = (
    r"(?:on|in|at|to|during|after|before|from|late|early|earlier|later|last|this|over|via|through|by|with|of|about|for|when|as|outside|inside|near|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|today|yesterday|again|here|there|then|adding|citing|quoting|referring|speaking|alongside|while|without|"
    r"under|among|using|according|who|whose|where|which|and (?:added|then)|ahead|despite|following|\w+ly\b|\d)"
)
TAIL = re.compile(rf"^[\s,]*(?:{ADJUNCT}.*)?[\s.!?\"”’)]*$", re.IGNORECASE | re.DOTALL)
THAT = re.compile(r"\s*,?\s*(?:[^,;:.\"“]{0,60}?,?\s+)?that\s+", re.IGNORECASE)
AS = re.compile(r",\s+as\s+$")
PARENTHETIC = re.compile(rf"[,\"”’?!—–{MASK}]\s*$|,[\"”’]?\s+as\s+$")


def with_regions(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of one sentence with the clauses that they report."""
    done: list[Attribution] = []
    for number, attribution in enumerate(attributions):
        after = attributions[number + 1] if number + 1 < len(attributions) else None
        region, post = find_region(page, attribution, after)
        region = before_evasion(page, region)
        if not post:
            region = in_series(page, attribution, with_more(page, attribution, region))
            region = before_rival(page, attribution, region, attributions[number + 1 :])
        done.append(
            replace(
                attribution,
                region=region,
                post=post,
                noun=region is not None and not post and region == noun_of(page, attribution),
            )
        )
    return done


LET_ALONE = re.compile(r", (?:let alone|much less|never mind|not to mention) [^,;:.\"“”]+")


def with_more(page: Page, attribution: Attribution, region: Span | None) -> Span | None:
    """A clause with what is said to hold all the more: "had never seen the contract, let alone signed it"."""
    more = LET_ALONE.match(page.masked, region.end, attribution.sentence.span.end) if region else None
    return trimmed_clause(page, region.start, more.end()) if region and more else region


def said_as(page: Page, attribution: Attribution, token: Token | None) -> Span | None:
    """The clause behind "quoted ... as saying" by its parse."""
    base = attribution.sentence.span.start
    if token is None:
        return None
    for other in token.doc:
        if (
            other.i > token.i
            and other.tag_ == "VBG"
            and other.i
            and other.doc[other.i - 1].lower_ == "as"
            and base + other.idx < attribution.end + 60
        ):
            clause = next((c for c in other.children if c.dep_ == "ccomp" and c.i > other.i), None)
            if clause is None:
                return None
            span = trimmed_clause(
                page, base + clause.left_edge.idx, base + clause.right_edge.idx + len(clause.right_edge)
            )
            return complete(page, attribution, carried_on(page, attribution, other, span)) if span else None
    return None


def noun_of(page: Page, attribution: Attribution) -> Span | None:
    """The noun that an attribution reports, if its verb reports nouns and the sentence is parsed."""
    words = attribution.cue.of(page.body).split()
    token = (
        page.token(
            attribution.sentence, Span(start=attribution.cue.start, end=attribution.cue.start + len(words[0]))
        )
        if words
        else None
    )
    return named_object(page, attribution, token) if token is not None else None


def find_region(  # noqa: C901, PLR0912  the cases of one grammar stand together
    page: Page, attribution: Attribution, after: Attribution | None
) -> tuple[Span | None, bool]:
    """The reported clause and whether it stands before its source."""
    if attribution.region is not None:
        return attribution.region, False  # a set phrase knows what it reports
    if attribution.verb.phrase:
        return phrase_region(page, attribution)
    if attribution.form == "refusal":
        return refused_region(page, attribution), False
    sentence = attribution.sentence
    token = page.token(
        sentence,
        Span(
            start=attribution.cue.start,
            end=attribution.cue.start + len(attribution.cue.of(page.body).split()[0]),
        ),
    )
    if charge_before(page, attribution, token):
        return None, False  # "a claim the police deny": the claim is told before
    as_put = as_x_put_it(page, attribution)
    if as_put:
        return as_put, False
    rejected = rejected_as(page, attribution)
    if rejected:
        return rejected, False
    ahead = forward(page, attribution, token)
    lead = page.masked[sentence.span.start : attribution.start]
    if ahead is not None and (
        page.masked[attribution.end : ahead.start].strip() == "("  # '..." he wrote (the italics are ours)'
        or closed_behind(page, attribution, token, lead)
        or told_before(page, attribution, ahead, lead)
    ):
        ahead = None
    if opened(page, attribution, lead):
        return trimmed_clause(page, sentence.span.start, sentence.span.end), True
    if ahead is not None and attribution.source and ahead.overlaps(attribution.source.span):
        ahead = None  # "..., reported the Japan Times"
    if (
        ahead is None
        and AS.search(lead)
        and token is not None
        and any(c.dep_ in {"dobj", "ccomp"} and c.i > token.i for c in token.children)
    ):
        return None, False  # "as the envoy considered this a slight" is told beside the words before
    if PARENTHETIC.search(lead) and re.search(r"\w", lead) and unfinished(page, attribution):
        return trimmed_clause(page, sentence.span.start, sentence.span.end), True
    if (
        ahead is None
        and (attribution.form != "VBG" or re.search(r"[\"”’]\s*$", lead))
        and PARENTHETIC.search(lead)
        and re.search(r"\w|" + MASK, lead)
        and may_follow(page, attribution, token, lead)
        and nothing_else(page, attribution, lead)
    ):
        return posted_region(page, attribution, after)
    if ahead is None and attribution.form == "relay":
        return trimmed_clause(page, attribution.end, sentence.span.end), False
    if (
        ahead is not None
        and after is not None
        and ahead.start < after.start < ahead.end
        and trails(page, after)
    ):
        comma = page.masked.rfind(",", ahead.start, after.start)
        ahead = trimmed_clause(page, ahead.start, comma if comma > after.start - 60 else after.start)
    return without_citation(page, without_label(page, attribution, ahead)), False


COPULA = re.compile(r"\b(?:is|are|was|were|be|been|had been),\s*$")


def phrase_region(page: Page, attribution: Attribution) -> tuple[Span | None, bool]:
    """ "According to X, A" and "A, according to X"."""
    sentence = attribution.sentence
    lead = page.masked[sentence.span.start : attribution.start]
    if COPULA.search(lead):  # 'The plan was, in the words of the mayor, "a leap in the dark"'
        return trimmed_clause(page, sentence.span.start, sentence.span.end), True
    within = re.match(r",\s+", page.masked[attribution.end : sentence.span.end])
    if within and re.search(r"\bthat,\s*$", lead):
        return trimmed_clause(page, attribution.end + within.end(), sentence.span.end), False
    if re.search(r"\w", lead) and unfinished(page, attribution):
        return trimmed_clause(page, sentence.span.start, sentence.span.end), True
    if len(re.findall(r"\w+", lead)) >= 2 or MASK in lead:
        return trimmed_clause(page, sentence.span.start, attribution.start), True
    aside = re.compile(r"\s*,\s+(?:which|who|citing|quoting)\b[^,]*").match(
        page.masked, attribution.end, sentence.span.end
    )
    comma = page.masked.find(",", aside.end() if aside else attribution.end, sentence.span.end)
    if aside and comma >= 0:
        return trimmed_clause(page, comma + 1, sentence.span.end), False
    start = comma + 1 if 0 <= comma < attribution.end + 40 else attribution.end
    return trimmed_clause(page, start, sentence.span.end), False


def forward(page: Page, attribution: Attribution, token: Token | None) -> Span | None:  # noqa: C901  the cases of one grammar stand together
    """The clause behind a verb."""
    sentence = attribution.sentence
    if attribution.form == "relay":
        return said_as(page, attribution, token) or after_that(page, attribution)
    if token is None:
        return after_that(page, attribution)
    if (found := to_be_done(page, attribution) or thing_wanted(page, attribution, token)) is not None:
        return found
    base = sentence.span.start
    # "The rebels are said to hold the bridge": nobody in particular says so.
    hearsay = attribution.lemma == "understand" or (
        attribution.form == "VBN"
        and (attribution.source is None or attribution.lemma in load_reporting().words["passive_view"])
    )
    gerund = attribution.lemma in load_reporting().words["gerunds"]
    wanted = (
        CLAUSAL | {"pcomp"}
        if attribution.verb.polarity == "denies"
        else CLAUSAL
        if attribution.verb.takes & {"infinitive", "hearer"} or hearsay
        else {"ccomp"}
    )
    for child in token.children:
        doing = "VBG" in {child.tag_, child.left_edge.tag_} and (
            gerund or attribution.verb.polarity == "denies"
        )
        ruled_out = child.left_edge.i == token.i + 1 and doing
        if child.i < token.i or not (child.dep_ in wanted or ruled_out):
            continue
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        if infinitive and not attribution.verb.takes & {"infinitive", "hearer"} and not hearsay:
            continue
        if (
            child.tag_ == "VBG"
            and not (doing and (ruled_out or attribution.verb.polarity == "denies"))
            and not any(c.dep_ == "nsubj" for c in child.children)
        ):
            continue
        start, end = bounds(attribution, token, child)
        own = any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < child.i for c in child.children)
        if infinitive and not ("hearer" not in attribution.verb.takes and own):
            to = next(c for c in child.children if c.lower_ == "to" and c.dep_ == "aux")
            start = base + to_do(to)
            if attribution.verb.id == "hope" and not re.match(
                r"\s+to\b", page.masked[attribution.cue.end :][:6]
            ):
                start = attribution.cue.end  # "expected sales this year to rise"
        span = trimmed_clause(page, max(start, attribution.cue.end), end)
        if span is None:
            continue
        text = page.masked[span.start : span.end]
        if not hearsay and re.match(r"(?:had|has|was|were|is|are) (?!\w+ \w+\?)", text):
            continue  # the parse has lost the clause's subject
        skip = re.match(r"(?:that|whether)\s+|if\s+(?![^,;]+,\s)", text) or DAY_FIRST.match(text)
        if skip:
            span = Span(start=span.start + skip.end(), end=span.end)
        span = whole_start(page, attribution, token, span)
        return complete(page, attribution, carried_on(page, attribution, token, span))
    return unparsed_clause(page, attribution, token) or verb_behind(
        page, attribution, named_object(page, attribution, token)
    )


def bounds(attribution: Attribution, token: Token, clause: Token) -> tuple[int, int]:
    """Where a clause begins and ends; a relative clause that the parse has taken for it stands within: "said the five, who include a nurse, would be tried"."""
    base, left, right = attribution.sentence.span.start, clause.left_edge, clause.right_edge
    start = base + left.idx
    if left.lower_ == "who" and left.nbor(-1).text == ",":
        later = [c for c in token.children if c.dep_ == "ccomp" and c.i > right.i]
        if later and later[-1].left_edge.nbor(-1).text == ",":
            start, right = attribution.cue.end, later[-1].right_edge
    return start, base + right.idx + len(right)


WILL_OR_WOULD = re.compile(r"\s+(?:could|would|will|might|may|should)\s+\w")


def verb_behind(page: Page, attribution: Attribution, noun: Span | None) -> Span | None:
    """A reported noun, which is the subject of a clause where its verb follows: "predicting the rate could fall"."""
    if noun is None or "clause" not in attribution.verb.takes:
        return noun
    end = attribution.sentence.span.end
    if not WILL_OR_WOULD.match(page.masked, noun.end, end):
        return noun
    stop = re.compile(r"[;:]").search(page.masked, noun.end, end)
    return trimmed_clause(page, noun.start, stop.start() if stop else end)


def unparsed_clause(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """The clause behind a verb that the parse has not hung on it, by the words that open one."""
    if attribution.lemma in ASKING and (found := after_question(page, attribution)):
        return found
    if (
        attribution.verb.object_marker(attribution.lemma) is not None
        and "hearer" not in attribution.verb.takes
    ):
        direct = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
        if direct is not None and (found := named_object(page, attribution, token)):
            return found
    if "clause" in attribution.verb.takes and (found := after_that(page, attribution)):
        return found
    if (
        attribution.lemma in {"warn", "caution"}
        and attribution.hearer is not None
        and (found := named_object(page, attribution, token))
    ):
        return found  # "warned the junta of grave consequences if the envoy was harmed"
    if (found := without_that(page, attribution, token)) is not None:
        return found
    if (found := behind_adjunct(page, attribution, token)) is not None:
        return found
    if "clause" in attribution.verb.takes and (found := behind_opener(page, attribution)) is not None:
        return found
    if attribution.verb.takes >= {"hearer", "infinitive"}:
        return commanded_clause(page, attribution, token)
    return None


AFTERWARDS = re.compile(
    r"\s+(?:after|before|during|following|since|despite|because of|in the wake of|in view of|given|under|with|without|for|by|in|at|through) (?:the|an?|his|her|its|their|last|this|these|such) [^,;:.\"“”]{3,80}, (?=(?:the|an?|it|he|she|they|its|his|her|their|there|no|all|[A-ZÀ-ÞĀ-Ț][\w’'-]*)\b)"
)


def behind_adjunct(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """The clause behind a fronted adjunct: "said after the strikes by the air force, the country would reply"."""
    end = attribution.sentence.span.end
    match = (
        AFTERWARDS.match(page.masked, attribution.cue.end, end)
        if attribution.lemma in {"say", "add", "state"}
        else None
    )
    if match is None or attribution.source is None or attribution.source.span.start > attribution.cue.start:
        return None
    place = match.end() - attribution.sentence.span.start
    if not any(
        t.dep_ in {"nsubj", "nsubjpass", "expl"}
        and t.head.tag_ != "VBG"  # "said in a letter, his hand shaking"
        and place <= t.left_edge.idx <= place + 30
        for t in token.doc
    ):
        return None
    return trimmed_clause(page, match.end(), end)


def after_that(page: Page, attribution: Attribution) -> Span | None:
    """Without a parsed clause: what follows "that"."""
    match = THAT.match(page.masked, attribution.end, attribution.sentence.span.end)
    if match and re.search(r"\b(?:which|who|whose|where)\b|,\s+\w{3,}ing\b[^,]*$", match.group()):
        return None  # "The fee may rise, she said, deepening fears that the market will close"
    if not match or re.search(r",\s+in (?:an?|the|his|her|their|its) [\w ]+?\s+that\s+$", match.group()):
        return None
    that = page.token(attribution.sentence, Span(start=match.end() - len("that "), end=match.end() - 1))
    if that is not None and that.dep_ == "det":
        return None  # "had shown understanding for that position"
    return trimmed_clause(page, match.end(), attribution.sentence.span.end)


__all__ = ["find_region", "with_regions"]
