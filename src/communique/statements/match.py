"""Which attribution a quotation belongs to: before it, behind it, around it, or in the sentence next to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.names import NAME
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_behind, speaks
from communique.statements.quotes import Quote
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source, source_of

SCARE = 3  # words up to which a quotation without a cue of its own is a nickname or a scare quote
LONG = 8  # words from which a quotation that nobody is said to have spoken is kept without a speaker
GLUE = re.compile(r"^[\s,:;—–-]*(?:that\s*)?$")
AHEAD = re.compile(r"^[\s,:;—–-]*$")


@dataclass(frozen=True, slots=True)
class Match:
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
        if first is None or last is None or first.layer != "prose":
            continue
        lead = page.masked[first.span.start : quote.outer.start]
        if NICK.search(lead) or PROVERB.search(lead) or PLACED.search(lead) and titled(page, quote):
            continue
        found = within(page, quote, first, last, by_sentence) or around(
            page, quote, first, last, matches, by_sentence
        )
        if found:
            matches.append(found)
    return backfilled(page, matches)


PLACED = re.compile(
    r"\b(?:on|in|of|for|at|from|wrote|sang|sings?|singing|hum(?:s|med|ming)|play(?:s|ed|ing)|perform(?:s|ed|ing)|film|book|song|show|novel|play|series|album)\s*$", re.IGNORECASE
)
PROVERB = re.compile(
    r"\b[Aa]s (?:they|people|some|we|the (?:old )?(?:saying|proverb|song|adage|joke)) (?:like to |used to )?(?:say|goes|go|has it|went|put it)\b[^.\"“]*$"
)
LOOSE = frozenset({"add", "utter", "go-on", "reply", "find", "believe", "any-verb"})
NEEDS_STOP = frozenset({"report", "find", "believe"})
NICK = re.compile(
    r"\b(?:so-called|known (?:\w+ ){0,3}as|titled|entitled|nicknamed|dubbed|named|(?:is|was|are|were|been|also|sometimes|,) called|volume called|code-named|codenamed)\s*[\"“‘']?$"
)


def within(
    page: Page, quote: Quote, first: Sentence, last: Sentence, by_sentence: Mapping[int, list[Attribution]]
) -> Match | None:
    """The attribution in the quotation's own sentence."""
    for attribution in by_sentence.get(last.index, ()):
        if attribution.start >= quote.outer.end and AHEAD.match(
            page.masked[quote.outer.end : attribution.start].replace(MASK, "x")
        ):
            if not (
                attribution.region
                and attribution.region.start > attribution.cue.start
                and not attribution.post
                and attribution.region.covers(quote.span)
            ):
                return Match(quote, attribution, direct=stands_alone(page, quote, first))
    ahead = [a for a in by_sentence.get(first.index, ()) if a.end <= quote.outer.start]
    for attribution in reversed(ahead):
        between = page.masked[attribution.end : quote.outer.start]
        if GLUE.match(between) and (
            attribution.verb.id not in NEEDS_STOP or re.search(r"[,:]|that", between)
        ):
            whole = (
                ("clause" in attribution.verb.takes or re.search(r"[:,]\s*$", between) is not None)
                and not re.search(r"that\s*$", between)
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
        best = min(governing, key=lambda a: (a.region.end - a.region.start) if a.region else 0)
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
            and attribution.verb.id not in LOOSE
            and not re.search(r"[;.]\s", between)
            and not foreign(between)
        ):
            return Match(quote, attribution, direct=False)
    trailing = [a for a in by_sentence.get(last.index, ()) if a.start >= quote.outer.end and a.post]
    if trailing:
        return Match(quote, trailing[0], direct=False)
    return None


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


def around(
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
    if (
        previous
        and previous.attribution
        and quote.paragraph - previous.quote.paragraph == 1
        and alone_in_paragraph(page, quote)
        and previous.direct
    ):
        return Match(quote, previous.attribution, direct=True)
    return Match(quote, None, direct=True)


def asked_behind(
    page: Page, quote: Quote, last: Sentence, by_sentence: Mapping[int, list[Attribution]]
) -> Attribution | None:
    """The verb of the sentence behind a quotation that has no words of its own: '"Who paid?" Senator Hall asked the clerk.'"""
    behind = next((s for s in page.sentences if s.index > last.index), None)
    if quote.outer.end < last.span.end - 1 or page.body[quote.span.end - 1] not in "?!…" or behind is None:
        return None
    if behind.paragraph != quote.paragraph or MASK in page.text(behind):
        return None
    for attribution in by_sentence.get(behind.index, ()):
        lead, rest = page.masked[behind.span.start : attribution.start], page.masked[attribution.end : behind.span.end]
        if (
            "quote" in attribution.verb.takes
            and attribution.source
            and not re.search(r"\w", lead)
            and not re.search(r"\b(?:that|whether|if|why|how|what|who|when|where)\b|[:;]", rest)
            and len(re.findall(r"\w+", rest)) <= 12
        ):
            return attribution
    return None


COLON = Verb(id="colon", polarity="asserts", strength="strong", takes=frozenset({"quote"}))
ECHO = Verb(id="echo", polarity="asserts", strength="strong", takes=frozenset({"quote"}))


def before_colon(page: Page, quote: Quote, first: Sentence) -> Attribution | None:
    """ "Kofi Annan: ...": a name and a colon."""
    lead = page.masked[first.span.start : quote.outer.start]
    if not re.search(r":\s*$", lead):
        return None
    if not re.match(r"^[A-ZÀ-Þ][^.!?:]{2,60}:\s*$", lead) or not speaks(lead.strip(" :").split()):
        return subject_colon(page, first, quote)
    end = first.span.start + len(lead.rstrip(" :\n"))
    source = phrase_behind(page, first, first.span.start)
    if source is None or source.span.end < end - 1:
        return None
    return Attribution(
        cue=Span(start=end, end=end + 1),
        lemma=":",
        verb=COLON,
        sentence=first,
        source=source,
        start=first.span.start,
        end=end + 1,
    )


def subject_colon(page: Page, first: Sentence, quote: Quote) -> Attribution | None:
    """ "The mayor was blunt: ...", "Her answer was short: ...": the subject before the colon, or whose answer it is."""
    doc = page.parses.get(first.index)
    if doc is None:
        return None
    colon = page.masked.rfind(":", first.span.start, quote.outer.start)
    for token in doc:
        if (
            token.dep_ not in {"nsubj", "nsubjpass"}
            or first.span.start + token.idx > colon
            or token.head.dep_ not in {"ROOT", "ccomp"}
        ):
            continue
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        source = source_of(
            page,
            first,
            owner if owner is not None and token.pos_ == "NOUN" and not token.ent_type_ else token,
        )
        if source is None or not (
            source.pronoun in {"he", "she", "his", "her", "they", "their"}
            or (source.link and (source.link.id or HUMAN.search(source.link.name)))
        ):
            return None
        return Attribution(
            cue=Span(start=colon, end=colon + 1),
            lemma=":",
            verb=COLON,
            sentence=first,
            source=source,
            start=source.start,
            end=colon + 1,
        )
    return None


HUMAN = re.compile(
    r"\b(?:minister|president|mayor|official|spokes\w+|leader|ambassador|governor|chief|chairman|director|judge|lawyer|doctor|teacher|coach)\b",
    re.IGNORECASE,
)


def echoed(page: Page, quote: Quote, last: Sentence) -> Attribution | None:
    """The words behind a quotation that say whose it was: "The verdict came from the harbour master."."""
    place = quote.outer.end
    paragraph = [s for s in page.sentences if s.paragraph == quote.paragraph]
    end = max(s.span.end for s in paragraph)
    match = load_reporting().echo.match(page.masked[place:end])
    if not match:
        return None
    start = (
        place
        + match.start()
        + len(page.masked[place : place + match.end()])
        - len(page.masked[place : place + match.end()].lstrip())
    )
    sentence = page.sentence_at(place + match.end()) or last
    source = phrase_behind(page, sentence, place + match.end())
    if source is None or not speaks(source.span.of(page.body).split()):
        source = leading_name(page, sentence, place + match.end())
    if source is None:
        return None
    return Attribution(
        cue=Span(start=start, end=place + match.end() - 1),
        lemma="echo",
        verb=ECHO,
        sentence=sentence,
        source=source,
        start=start,
        end=source.span.end,
    )


def leading_name(page: Page, sentence: Sentence, place: int) -> Source | None:
    """The person named at a place, without a look at what follows the name."""
    found = [
        m
        for m in page.mentions.get(sentence.index, ())
        if place <= m.span.start <= place + 30 and len(m.actors) == 1 and m.form != "place"
    ]
    if found:
        return read_source(page, sentence, found[0].span, found[0].head)
    match = NAME.search(page.masked, place, sentence.span.end)
    if not match or match.start() > place + 30:
        return None
    span = Span(start=match.start(), end=match.end())
    return read_source(
        page, sentence, span, Span(start=span.end - len(match.group().split()[-1]), end=span.end)
    )


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
        strong = [a for a in told if a.source and a.source.link and (a.verb.strength == "strong" or a.region)]
        if strong:
            return (
                strong[0]
                if len({a.source.link.name for a in strong if a.source and a.source.link}) == 1
                else None
            )
    return None


def alone_in_paragraph(page: Page, quote: Quote) -> bool:
    """Whether nothing but the quotation stands in its paragraph."""
    inside = [s for s in page.sentences if s.paragraph == quote.paragraph]
    start, end = min(s.span.start for s in inside), max(s.span.end for s in inside)
    return not re.search(
        r"\w", page.masked[start : quote.outer.start] + page.masked[quote.outer.end : end].replace(MASK, "")
    )


def titled(page: Page, quote: Quote) -> bool:
    """Whether the words are a title: every long word has a capital."""
    words = re.findall(r"[^\W\d_]{4,}", quote.span.of(page.body))
    return bool(words) and all(word[0].isupper() for word in words)


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
