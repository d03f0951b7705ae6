"""Which attribution a quotation belongs to: before it, behind it, around it, or in the sentence next to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.record_type import Record
from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.beside import actor_before, asked_behind, before_colon, echoed, titled_between
from communique.statements.menus import within_menu
from communique.statements.named_so import SCARE, nobodys, titled
from communique.statements.page import MASK, Page
from communique.statements.quotes import Quote

LONG = 8  # words from which a quotation that nobody is said to have spoken is kept without a speaker
WHILE = re.compile(r"[\s,]*(?:while|whereas|but)\b")  # 'called it "odd," while Hall added that'
GLUE = re.compile(r"^[\s,:;—–-]*(?:that\s*)?$")
NEXT_TO = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}$")
AHEAD = re.compile(r"^[\s,:;—–-]*(?:(?:is|was|were|are) (?:how|what|all(?: that)?)\s+)?$")


class Match(Record, frozen=True):
    """A quotation with its attribution; `direct` tells words of their own from words within a reported clause."""

    quote: Quote
    attribution: Attribution | None
    direct: bool


def match_quotes(page: Page, attributions: Sequence[Attribution]) -> list[Match]:
    """Every quotation that is somebody's words, with its attribution; scare quotes and titles are left out."""
    by_sentence: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        by_sentence.setdefault(attribution.sentence.index, []).append(attribution)
    matches: list[Match] = []
    for quote in page.quotes:
        first = page.sentence_at(quote.outer.start)
        last = page.sentence_at(quote.outer.end - 1)
        if first is None or last is None or first.layer != "prose" or within_menu(page, quote.outer):
            continue
        lead = page.masked[first.span.start : quote.outer.start]
        if nobodys(page, quote, lead, cued=bool(by_sentence.get(first.index))):
            continue
        found = within(page, quote, first, last, by_sentence) or around(
            page, quote, first, last, matches, by_sentence
        )
        if found:
            matches.append(found)
    return backfilled(page, matches)


LOOSE = frozenset({"add", "utter", "go-on", "reply", "find", "believe", "any-verb"})
FORESEES = frozenset({"fear", "consider", "suspect"})  # 'the bank feared "a long winter"'
NEEDS_STOP = frozenset({"report", "find", "believe"})


def within(  # noqa: C901, PLR0912  the cases of one grammar stand together
    page: Page, quote: Quote, first: Sentence, last: Sentence, by_sentence: Mapping[int, list[Attribution]]
) -> Match | None:
    """The attribution in the quotation's own sentence."""
    inside = [
        a
        for a in by_sentence.get(first.index, ())
        if a.region
        and not a.post
        and not a.verb.phrase
        and a.end <= quote.outer.start
        and a.region.covers(quote.span)
    ]
    own = [a for a in by_sentence.get(first.index, ()) if a.end <= quote.outer.start]
    called = (
        own and own[-1].verb.id == "judge" and NEXT_TO.match(page.masked[own[-1].end : quote.outer.start])
    )
    for attribution in by_sentence.get(last.index, ()):
        if attribution.verb.phrase and called:
            continue  # 'with the spokesman calling them "wrong", according to Xinhua'
        if attribution.verb.phrase and inside and first.index == last.index:
            continue  # 'Biden told him that they "will respond," according to a readout': Biden says so
        if inside and attribution.post and tells(inside[-1]) and not stands_alone(page, quote, first):
            continue  # 'Pyongyang dismissed the finding as "a fabrication", its news agency reported'
        if (
            attribution.start >= quote.outer.end
            and not (
                called
                and attribution.source
                and WHILE.match(page.masked, quote.outer.end, attribution.source.span.start)
            )
            and (
                AHEAD.match(page.masked[quote.outer.end : attribution.start].replace(MASK, "x"))
                or titled_between(page, quote, attribution)
            )
            and not (
                attribution.region
                and attribution.region.start > attribution.cue.start
                and not attribution.post
                and attribution.region.covers(quote.span)
            )
        ):
            return Match(quote, attribution, direct=stands_alone(page, quote, first))
    ahead = [a for a in by_sentence.get(first.index, ()) if a.end <= quote.outer.start]
    for attribution in reversed(ahead):
        between = page.masked[attribution.end : quote.outer.start]
        if GLUE.match(between) and (
            attribution.verb.id not in NEEDS_STOP
            or attribution.lemma in FORESEES
            or re.search(r"[,:]|that", between)
        ):
            whole = (
                (
                    "clause" in attribution.verb.takes
                    or cried(page, quote, attribution)
                    or re.search(r"[:,]\s*$", between) is not None
                )
                and not re.search(r"that\s*$", between)
                and not (attribution.lemma == "put it" and page.body[quote.span.start].islower())
                and stands_alone(page, quote, first, after_cue=True)
            )
            return Match(quote, attribution, direct=whole)
    inner = [
        a
        for a in ahead
        if a.verb.id == "judge"
        and a.source
        and a.source.link
        and any(
            g.region and g.region.covers(a.cue) and g.region.end + 2 >= quote.span.end
            for g in by_sentence.get(first.index, ())
        )
    ]
    if inner and not re.search(
        r"[;.]\s|\band\b|, (?:but|which|who)\b", page.masked[inner[-1].end : quote.outer.start]
    ):
        return Match(quote, inner[-1], direct=False)
    governing = [
        a
        for a in by_sentence.get(first.index, ())
        if a.region and a.region.start <= quote.outer.start and quote.span.end <= a.region.end + 2
    ]
    if governing:
        if aside := said_within(page, ahead, governing):
            return Match(quote, aside, direct=False)
        known = [a for a in governing if a.source is not None] or governing
        best = min(known, key=lambda a: (a.region.end - a.region.start) if a.region else 0)
        return Match(quote, best, direct=interrupted(page, quote, first, best))
    for attribution in reversed(ahead):
        between = page.masked[attribution.end : quote.outer.start]
        if (
            re.search(r"[:,]\s*$", between)
            and len(between) < 90
            and stands_alone(page, quote, first, after_cue=True)
        ):
            return Match(quote, attribution, direct=True)
    for attribution in reversed(ahead):
        between = page.masked[attribution.end : quote.outer.start]
        if (
            "quote" in attribution.verb.takes
            and (attribution.verb.id not in LOOSE or attribution.lemma in FORESEES)
            and not re.search(r"[;.]\s|\b(?:asked|whether)\b", between)
            and not foreign(between)
        ):
            return Match(quote, attribution, direct=False)
    trailing = [a for a in by_sentence.get(last.index, ()) if a.start >= quote.outer.end and a.post]
    if trailing:
        return Match(quote, trailing[0], direct=False)
    return None


def said_within(
    page: Page, ahead: Sequence[Attribution], governing: Sequence[Attribution]
) -> Attribution | None:
    """Who speaks in a relative clause of the reported one: 'no protest, which Senator Hall said is the "best" it could do'."""
    last = ahead[-1] if ahead else None
    if last is None or last in governing or last.region is not None or last.verb.id != "say":
        return None
    if last.source is None or last.source.link is None or last.source.start < governing[0].cue.end:
        return None
    return last if re.search(r", (?:which|who|that)\s+$", page.masked[: last.source.start]) else None


def tells(attribution: Attribution) -> bool:
    """Whether somebody speaks within somebody else's words: 'Lund told her that it was "over," the paper reported'."""
    return attribution.source is not None and attribution.form != "noun"


def cried(page: Page, quote: Quote, attribution: Attribution) -> bool:
    """Whether a whole sentence was called out: 'Fans chanted "Sell the club!"'."""
    words = quote.span.of(page.body)
    return attribution.verb.id == "utter" and words[:1].isupper() and words[-1:] in "!?."


def interrupted(page: Page, quote: Quote, first: Sentence, attribution: Attribution) -> bool:
    """Whether a quotation goes on behind its own attribution: '"The bridge," he wrote, "will be built."'"""
    opening = page.masked[first.span.start : attribution.start]
    return (
        attribution.post
        and attribution.cue.end <= quote.outer.start
        and re.fullmatch(rf"\W*{MASK}+[\s,\"”’]*", opening) is not None
        and page.masked[: quote.outer.start].rstrip()[-1:] == ","
    )


def foreign(between: str) -> bool:
    """Whether a stretch between cue and quotation names the words as a title or a nickname: "known as", "so-called", "titled"."""
    return bool(
        re.search(
            r"\b(?:so-called|known as|called|named|dubbed|titled|entitled|nicknamed|words?|slogan|banner|book|film|song|album|movie|series|show)\s*$",
            between.rstrip(" \"“‘'"),
        )
    )


def stands_alone(page: Page, quote: Quote, first: Sentence, after_cue: bool = False) -> bool:
    """Whether a quotation is words of their own: it begins its sentence, or a capital letter begins it behind a cue."""
    lead = page.masked[first.span.start : quote.outer.start].strip()
    if not lead or quote.outer.start < first.span.start:
        return True
    if lead.endswith(":"):
        return True
    if after_cue or MASK in lead:
        return (
            page.body[quote.span.start].isupper()
            or page.body[quote.span.start] in "…["
            or page.masked[: quote.outer.start].rstrip()[-1:] in ":,"
        )
    return False


def around(  # noqa: PLR0913, PLR0917  what it rests on, each by name
    page: Page,
    quote: Quote,
    first: Sentence,
    last: Sentence,
    matches: Sequence[Match],
    by_sentence: Mapping[int, list[Attribution]],
) -> Match | None:
    """A quotation whose sentence has no cue for it: the paragraph's speaker goes on, or the neighbour names one."""
    bare = before_colon(page, quote, first)
    if bare:
        return Match(quote, bare, direct=True)
    if not stands_alone(page, quote, first):
        echo = echoed(page, quote, last)
        if echo:
            return Match(quote, echo, direct=False)
        return (
            Match(quote, None, direct=False)
            if quote.words(page.body) >= LONG and not titled(page, quote)
            else None
        )
    previous = matches[-1] if matches else None
    if (
        previous
        and previous.attribution
        and (
            quote.continues or (previous.quote.paragraph == quote.paragraph and close(page, previous, first))
        )
    ):
        return Match(quote, previous.attribution, direct=True)
    asked = asked_behind(page, quote, last, by_sentence)
    if asked:
        return Match(quote, asked, direct=True)
    echo = echoed(page, quote, last)
    if echo:
        return Match(quote, echo, direct=True)
    lead = lead_in(page, first, by_sentence)
    if lead:
        return Match(quote, lead, direct=True)
    acting = actor_before(page, quote, first)
    if acting:
        return Match(quote, acting, direct=True)
    if (
        previous
        and previous.attribution
        and quote.paragraph - previous.quote.paragraph == 1
        and alone_in_paragraph(page, quote)
        and previous.direct
    ):
        return Match(quote, previous.attribution, direct=True)
    return Match(quote, None, direct=True)


def close(page: Page, previous: Match, first: Sentence) -> bool:
    """Whether the sentence follows the one where the paragraph's speaker spoke."""
    assert previous.attribution is not None
    reached = page.sentence_at(previous.quote.outer.end - 1)
    spoken = max(reached.index if reached else 0, previous.attribution.sentence.index)
    return first.index - spoken <= 1


def lead_in(page: Page, first: Sentence, by_sentence: Mapping[int, list[Attribution]]) -> Attribution | None:
    """The sentence before: it ends with a colon, or it reports somebody's words."""
    if first.index == 0:
        return None
    before = page.sentences[first.index - 1]
    told = by_sentence.get(before.index, [])
    if page.text(before).rstrip().endswith(":") and told:
        return told[-1]
    if before.layer == "prose" and first.paragraph - before.paragraph <= 1:
        strong = [
            a
            for a in told
            if a.source
            and a.source.link
            and (a.verb.strength == "strong" or a.region or ends_with(page, before, a))
        ]
        if strong:
            return (
                strong[0]
                if len({a.source.link.name for a in strong if a.source and a.source.link}) == 1
                else None
            )
    return None


def ends_with(page: Page, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a sentence ends with a verb of utterance, whose words follow: "Their handler whispered."."""
    rest = page.masked[attribution.cue.end : sentence.span.end]
    return "quote" in attribution.verb.takes and re.fullmatch(r"[\s.]*", rest) is not None


def alone_in_paragraph(page: Page, quote: Quote) -> bool:
    """Whether nothing but the quotation stands in its paragraph."""
    inside = [s for s in page.sentences if s.paragraph == quote.paragraph]
    start, end = min(s.span.start for s in inside), max(s.span.end for s in inside)
    return not re.search(
        r"\w", page.masked[start : quote.outer.start] + page.masked[quote.outer.end : end].replace(MASK, "")
    )


def backfilled(page: Page, matches: list[Match]) -> list[Match]:
    """Quotations that run over paragraphs, or wait for ", he said" further on in their paragraph, take that speaker."""
    done = list(matches)
    for i in range(len(done) - 2, -1, -1):
        here, after = done[i], done[i + 1]
        if (
            here.attribution is None
            and here.direct
            and after.attribution
            and after.direct
            and (
                after.quote.continues
                or (after.quote.paragraph == here.quote.paragraph and adjacent(page, here.quote, after.quote))
            )
        ):
            done[i] = Match(here.quote, after.attribution, direct=True)
    return [m for m in done if m.attribution is not None or m.quote.words(page.body) > SCARE]


def adjacent(page: Page, one: Quote, other: Quote) -> bool:
    """Whether nothing but white space lies between two quotations."""
    return not re.search(r"\w", page.masked[one.outer.end : other.outer.start])


__all__ = ["Match", "Span", "match_quotes"]
