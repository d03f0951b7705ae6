"""`find_statements`: every quotation and reported claim of a report with its speaker, cue, chain and polarity."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.contacts import find_topics
from communique.knowledge import Knowledge
from communique.records import Account, Link, Mention, Report, Sentence, Span, Statement, StatementKind
from communique.statements.attribution import Attribution
from communique.statements.belong import account_of, speaking
from communique.statements.chains import chain_links, is_outlet, with_citations
from communique.statements.clauses import trimmed_clause
from communique.statements.coordinated import with_main_speaker
from communique.statements.cues import PASSIVE_VIEW, find_cues
from communique.statements.match import SCARE, Match, match_quotes
from communique.statements.names import speaks_at_all
from communique.statements.nested import Inner, find_inner
from communique.statements.nominal import find_nominals
from communique.statements.page import MASK, Page, lay_out
from communique.statements.polarity import NO_COMMENT, polarity_of
from communique.statements.refer import resolve_pronouns
from communique.statements.refusals import REFUSAL
from communique.statements.regions import with_regions
from communique.statements.reporting import load_reporting
from communique.statements.wording import Wording, imperative, wording_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 9  # words of a source that only its verb makes one
# Verbs that only people and bodies are subjects of, whatever the noun: "the head of the board conceded that".
CLAUSES_OF_PEOPLE = frozenset(
    {
        "concede",
        "complain",
        "reply",
        "add",
        "predict",
        "boast",
        "believe",
        "hope",
        "write",
        "apologise",
        "question",
    }
)
INANIMATE = re.compile(
    r"\b(?:goals?|aims?|purpose|position|orders?|plans?|deals?|agreements?|facts?|moves?|decisions?|steps?|issues?|questions?|percent|per cent|number|figure|"
    r"price|prices|war|crisis|attacks?|idea|problem|result|day|year|month|week|time|thing|things|nothing|what|which|"
    r"there|events?|talks|meeting|visit|call|summit|weather|rule|rules|law|laws)\b|\|",
    re.IGNORECASE,
)
HEARINGS = re.compile(
    r"\b(?:court|jury|jurors|inquest|inquiry|hearing|tribunal|committee|panel|council|parliament|commission|MPs|senators)\b",
    re.IGNORECASE,
)
SHORTEST = 8  # code points of a clause that can stand alone: "he left"
CONCERN = re.compile(r"\b(?:concerns?|issues?|questions?|cases?|matters?|objections?|doubts?|fears)\b")
EMPTY = frozenset({"it", "this", "that", "them", "him", "her", "so", "so far", "more", "us", "me"})
QUOTED = re.compile(r"[\"“”„«‘]|(?<![\w])'(?=\w)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A stretch of somebody's words before it is made a statement."""

    span: Span
    kind: StatementKind
    attribution: Attribution | None


def wanted_for_statements(report: Report, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences with a quotation mark or a reporting word, so that they can be parsed as well."""
    pattern = load_reporting().pattern
    return frozenset(
        s.index
        for s in sentences
        if s.layer == "prose"
        and (
            QUOTED.search(report.body, s.span.start, s.span.end)
            or pattern.search(report.body, s.span.start, s.span.end)
        )
    )


def find_statements(  # noqa: PLR0913, PLR0917  what it rests on, each by name
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    mentions: Sequence[Mention],
    accounts: Sequence[Account],
    knowledge: Knowledge,
) -> tuple[Statement, ...]:
    """All statements of a report, sorted by place.

    "CCTV quoted Xi as saying that trade 'must flow'." gives a claim and a part quote of Xi Jinping with the
    chain (China Central Television,). Sentences without a parse are read by their words alone.
    """
    page = lay_out(report, sentences, parses, mentions, knowledge)
    attributions = read_attributions(page)
    matches = match_quotes(page, attributions)
    found = [*quoted(page, matches), *claimed(page, attributions), *evaded(page, matches)]
    found.sort(key=lambda each: (each.span, each.kind))
    statements = list(numbered(page, found, attributions, accounts))
    by_span = {s.span: s for s in statements}
    statements += [told for inner in find_inner(page, matches) if (told := retold(page, inner, by_span))]
    return tuple(sorted(statements, key=lambda s: (s.span, s.kind)))


def retold(page: Page, inner: Inner, by_span: Mapping[Span, Statement]) -> Statement | None:
    """A quotation within a quotation; the one who retells it is the nearest link of its chain."""
    outer = by_span.get(inner.outer.quote.span)
    if outer is None:
        return None
    text = inner.span.of(page.body)
    own = (
        outer.speaker
        if outer.speaker and (inner.speaker is None or inner.speaker.name != outer.speaker.name)
        else None
    )
    name = hashlib.sha256(
        f"{page.report.id}|inner|{outer.id}|{inner.span.start - outer.span.start}".encode()
    ).hexdigest()[:16]
    return Statement(
        id=name,
        report=page.report.id,
        kind="quote",
        text=text,
        span=inner.span,
        speaker=inner.speaker,
        polarity=polarity_of(None, Wording(text=text, direct=True, commands=imperative(page, inner.span))),
        cue=Link(id=None, name=inner.lemma, text=inner.cue.of(page.body), span=inner.cue),
        chain=((own,) if own else ()) + outer.chain,
        account=outer.account,
    )


def read_attributions(page: Page) -> list[Attribution]:
    """Every attribution of the report's prose with its clause and with pronouns resolved."""
    attributions: list[Attribution] = []
    for sentence in page.sentences:
        if sentence.layer == "prose":
            verbs = with_main_speaker(page, with_regions(page, find_cues(page, sentence)))
            nouns = [
                n for n in find_nominals(page, sentence) if not any(n.cue.overlaps(v.cue) for v in verbs)
            ]
            attributions += sorted([*verbs, *nouns], key=lambda a: a.cue)
    return resolve_pronouns(page, with_citations(page, attributions))


def quoted(page: Page, matches: Sequence[Match]) -> Iterator[Found]:
    """Quotations as stretches."""
    for match in matches:
        kind: StatementKind = "quote" if match.direct else "part_quote"
        attribution = match.attribution
        known = (
            attribution is not None
            and attribution.source is not None
            and (match.direct or plausible(page, attribution))
        )
        if not known and not match.direct and match.quote.words(page.body) <= SCARE:
            continue
        if not match.direct and attribution is not None and by_everybody(attribution):
            continue
        yield Found(
            span=match.quote.span, kind=kind, attribution=attribution if known or match.direct else None
        )


def by_everybody(attribution: Attribution) -> bool:
    """Whether nobody in particular says so: 'They call him "the dentist".'"""
    source = attribution.source
    return (
        attribution.verb.id == "judge"
        and source is not None
        and source.link is None
        and source.pronoun in {"they", "we", "you"}
    )


ASKED = re.compile(
    r"(?:Asked|Pressed|Questioned|Quizzed|Challenged)(?: (?!whether|if|about|on)[\w’'-]+){0,6}? (?:about |on )?(?:whether |if |about |on )(?P<question>[^,;:□]{8,120}), "
)


def evaded(page: Page, matches: Sequence[Match]) -> Iterator[Found]:
    """What "no comment" was said to: 'Asked whether he had signed, the governor said: "No comment."'"""
    for match in matches:
        if match.attribution is None or not NO_COMMENT.search(match.quote.span.of(page.body)):
            continue
        question = ASKED.match(page.masked, match.attribution.sentence.span.start)
        if question:
            span = Span(start=question.start("question"), end=question.end("question"))
            yield Found(
                span=span, kind="claim", attribution=replace(match.attribution, verb=REFUSAL, form="refusal")
            )


def claimed(page: Page, attributions: Sequence[Attribution]) -> Iterator[Found]:
    """Reported clauses that are not all quotation."""
    seen: set[Span] = set()
    for attribution in attributions:
        region = attribution.region
        if region is None or region in seen or vague(page, attribution) or not plausible(page, attribution):
            continue
        if (
            attribution.verb.strength != "strong"
            and attribution.source is None
            and attribution.lemma != "understand"
        ):
            continue
        text = page.masked[region.start : region.end]
        bare = re.sub(rf"[\"“”‘’']?{MASK}+[\"“”‘’']?", " ", text)
        least = 1 if attribution.verb.polarity in {"denies", "asks"} or attribution.lemma == "accuse" else 2
        if len(re.findall(r"\w+", bare)) < least or bare.strip().lower() in EMPTY:
            continue
        if (attribution.noun or attribution.form == "noun") and any(
            o is not attribution
            and o.region
            and o.region.covers(attribution.cue)
            and attribution.noun
            and not o.noun
            and not passes_on(o, attribution)
            or (
                attribution.form == "noun"
                and o.noun
                and o.verb.polarity == "denies"
                and o.region
                and o.region.covers(attribution.cue)
            )
            for o in attributions
        ):
            continue
        if any(passes_on(attribution, other) and plausible(page, other) for other in attributions):
            continue
        seen.add(region)
        yield Found(span=region, kind="claim", attribution=attribution)
        rest = second_clause(page, attribution)
        if rest and not any(
            o.sentence.index == attribution.sentence.index and rest.covers(o.cue) and o.source
            for o in attributions
        ):
            yield Found(span=rest, kind="claim", attribution=attribution)


def passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether a clause is nothing but somebody else's reported words: "Blair told colleagues that ..., according to a minister"."""
    if (
        inner is outer
        or inner.region is None
        or (inner.noun and not (outer.post or outer.verb.phrase))
        or inner.form == "noun"
        or inner.region.end - inner.region.start < SHORTEST
        or outer.region is None
        or inner.sentence.index != outer.sentence.index
        or inner.form == "refusal"
    ):
        return False
    if not outer.region.covers(inner.cue) or not outer.region.covers(inner.region) or inner.source is None:
        return False
    start, end = min(inner.start, inner.region.start), max(inner.end, inner.region.end)
    if inner.hearer and inner.hearer.span.start < inner.cue.start:
        start = min(start, inner.hearer.start)
    return start - outer.region.start <= 30 and outer.region.end - end <= 30


def second_clause(page: Page, attribution: Attribution) -> Span | None:
    """What goes on behind a source in the middle: "the ports were mined, he said, and nobody was holding a ship"."""
    if not attribution.post:
        return None
    end = attribution.sentence.span.end
    match = re.match(r",\s+(?:and|but)\s+(?=\w+\s+\w+\s+\w+)", page.masked[attribution.end : end])
    if not match or MASK in page.masked[attribution.end : end]:
        return None
    start = attribution.end + match.end()
    doc = page.parses.get(attribution.sentence.index)
    base = attribution.sentence.span.start
    if doc is None or not any(
        t.dep_ in {"nsubj", "nsubjpass"}
        and base + t.idx >= start
        and (t.pos_ != "PRON" or t.lower_ in {"nobody", "everyone", "everybody", "nothing"})
        for t in doc
    ):
        return None
    return trimmed_clause(page, start, end)


def plausible(page: Page, attribution: Attribution) -> bool:
    """Whether a source can make a claim: an actor, an outlet, a name, or a noun that speaks ("the report", "critics")."""
    source = attribution.source
    if source is None:
        heard = attribution.hearer is not None and HEARINGS.search(attribution.hearer.span.of(page.body))
        return attribution.lemma in PASSIVE_VIEW or (attribution.lemma == "tell" and heard is not None)
    if source.pronoun:
        return source.pronoun not in {"it", "this", "that", "you", "i"} or source.link is not None
    if source.link is None or source.link.id:
        return True
    text = source.span.of(page.body)
    told = attribution.verb.strength == "strong" or attribution.verb.id in CLAUSES_OF_PEOPLE
    if told and not attribution.noun and len(text.split()) <= LONGEST:
        return not INANIMATE.search(re.split(r"\b(?:of|for|in|at|from|to|with|who|that|on|about)\b", text)[0])
    return speaks_at_all(text)


def vague(page: Page, attribution: Attribution) -> bool:
    """Whether a verb reports no words with its noun: "raised taxes" against "raised the case"."""
    region = attribution.region
    if region is None or attribution.lemma != "raise":
        return False
    raised_with = re.match(r" with\b", page.masked[region.end : attribution.sentence.span.end])
    return not (CONCERN.search(page.masked, region.start, region.end) or raised_with)


def numbered(
    page: Page, found: Sequence[Found], attributions: Sequence[Attribution], accounts: Sequence[Account]
) -> Iterator[Statement]:
    """Statements with ids from the report, the words and the number of their occurrence."""
    seen: Counter[str] = Counter()
    before: Statement | None = None
    for each in found:
        text = each.span.of(page.body)
        words = " ".join(re.findall(r"\w+", text.lower()))
        seen[words] += 1
        name = hashlib.sha256(f"{page.report.id}|statement|{words}|{seen[words]}".encode()).hexdigest()[:16]
        statement = made(page, each, name, attributions, belonging(page, each, before, accounts))
        if before is not None and rebuts(page, each, statement, before):
            statement = replace(statement, polarity="denies")
        before = statement
        yield statement


def rebuts(page: Page, each: Found, statement: Statement, before: Statement) -> bool:
    """Whether a claim goes on with a denial: "She brushed aside talk of a split. The cabinet was united, she said." """
    if statement.polarity != "asserts" or before.polarity != "denies" or each.attribution is None:
        return False
    here, there = page.sentence_at(statement.span.start), page.sentence_at(before.span.start)
    if here is None or there is None or here.paragraph != there.paragraph or statement.kind == "quote":
        return False
    cue = before.cue.name if before.cue else ""
    same = statement.speaker and before.speaker and statement.speaker.name == before.speaker.name
    return (
        bool(same)
        and each.attribution.post
        and here.index - there.index <= 1
        and (here.index > there.index or cue not in {"say", "tell"})
    )


def belonging(page: Page, each: Found, before: Statement | None, accounts: Sequence[Account]) -> str | None:
    """The account that a stretch belongs to, given the statement before it."""
    return account_of(page, each.attribution, each.span.start, accounts, before)


def made(
    page: Page, each: Found, name: str, attributions: Sequence[Attribution], account: str | None
) -> Statement:
    """One statement."""
    attribution = each.attribution
    text = each.span.of(page.body)
    speaker = attribution.source.link if attribution and attribution.source else None
    whole = (
        attribution.region
        if attribution
        and each.kind == "part_quote"
        and attribution.region
        and attribution.region.covers(each.span)
        else each.span
    )
    return Statement(
        id=name,
        report=page.report.id,
        kind=each.kind,
        text=text,
        span=each.span,
        speaker=speaker,
        polarity=polarity_of(
            attribution,
            wording_of(page, whole, attribution, speaking(page, attribution), direct=each.kind == "quote"),
        ),
        addressee=addressee_of(page, attribution),
        cue=cue_of(page, attribution),
        chain=chain_links(page, attribution, attributions) if attribution else (),
        account=account,
        topics=tuple(sorted({topic for topic, _, _ in find_topics(text)})),
    )


def addressee_of(page: Page, attribution: Attribution | None) -> Link | None:
    """Who is told; an outlet that is told passes on and is no addressee."""
    link = attribution.hearer.link if attribution and attribution.hearer else None
    if link and attribution and attribution.region and attribution.region.overlaps(link.span):
        return None
    return None if is_outlet(page, link) else link


def cue_of(page: Page, attribution: Attribution | None) -> Link | None:
    """The reporting word as a link."""
    if attribution is None or attribution.cue.start == attribution.cue.end:
        return None
    return Link(
        id=attribution.verb.id,
        name=attribution.lemma,
        text=attribution.cue.of(page.body),
        span=attribution.cue,
    )
