"""`find_statements`: every quotation and reported claim of a report with its speaker, cue, chain and polarity."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts import find_topics
from communique.knowledge import Knowledge
from communique.records import Account, Link, Mention, Report, Sentence, Span, Statement, StatementKind
from communique.statements.attribution import Attribution
from communique.statements.belong import Candidate, account_of, candidates_of, speaking
from communique.statements.chains import chain_links, outlet_told, with_citations
from communique.statements.claims import Found, claimed, question_of
from communique.statements.coordinated import with_main_speaker
from communique.statements.cues import find_cues
from communique.statements.headlines import headlined
from communique.statements.idioms import load_idioms
from communique.statements.match import Match, match_quotes
from communique.statements.menus import without_menus
from communique.statements.named_so import SCARE, titled
from communique.statements.nested import Inner, find_inner
from communique.statements.nominal import beside_time, find_nominals
from communique.statements.page import MASK, Page, lay_out
from communique.statements.plausible import plausible
from communique.statements.polarity import NO_COMMENT, polarity_of
from communique.statements.refer import resolve_pronouns
from communique.statements.refusals import REFUSAL
from communique.statements.regions import with_regions
from communique.statements.reporting import load_reporting
from communique.statements.running import run_on
from communique.statements.turns import passed_on, spoken_turns
from communique.statements.wording import Wording, imperative, wording_of

if TYPE_CHECKING:
    from communique.sentences import Doc

DESCRIBED = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w.-]+['’]s?) (?:[\w’'&-]+ ?){1,8},? ?|[\w.-]+(?: [\w.-]+){0,2}['’]s? (?:[\w’'-]+ ){1,6}|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
)
QUOTED = re.compile(r"[\"“”„«‘]|(?<![\w])'(?=\w)")


def wanted_for_statements(report: Report, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the sentences with a quotation mark or a reporting word, so that they can be parsed as well."""
    pattern, idioms, nouns = load_reporting().pattern, load_idioms().pattern, load_reporting().noun_forms
    return frozenset(
        [
            s.index
            for s in sentences
            if s.layer == "prose"
            and (
                QUOTED.search(report.body, s.span.start, s.span.end)
                or pattern.search(report.body, s.span.start, s.span.end)
                or idioms.search(report.body, s.span.start, s.span.end)
                or (
                    report.body.find(" that ", s.span.start, s.span.end) >= 0
                    and nouns.search(report.body, s.span.start, s.span.end)
                )
            )
        ]
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
    turns = list(spoken_turns(page))
    found = [
        *quoted(page, matches),
        *claimed(page, attributions),
        *evaded(page, matches),
        *run_on(page, attributions),
        *turns,
        *headlined(page),
    ]
    found.sort(key=lambda each: (each.span, each.kind))
    statements = list(numbered(page, found, attributions, accounts))
    by_span = {s.span: s for s in statements}
    statements += [told for inner in find_inner(page, matches) if (told := retold(page, inner, by_span))]
    return tuple(sorted(passed_on(statements, turns), key=lambda s: (s.span, s.kind)))


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
            cues = find_cues(page, sentence)
            verbs = read_verbs(page, sentence, cues) if cues else []
            nouns = find_nominals(page, sentence)
            if nouns and verbs:
                nouns = [
                    n
                    for n in nouns
                    if not any(n.cue.overlaps(v.cue) or beside_time(page, v, n) for v in verbs)
                ]
            if verbs or nouns:
                attributions += sorted([*verbs, *nouns], key=lambda a: a.cue)
    return resolve_pronouns(page, with_citations(page, attributions)) if attributions else []


def read_verbs(page: Page, sentence: Sentence, cues: Sequence[Attribution]) -> list[Attribution]:
    """The reporting words of a sentence with the clauses that they report."""
    return with_main_speaker(page, with_regions(page, without_menus(page, sentence, cues)))


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
        if not known and titled(page, match.quote) and not ENDED.search(match.quote.span.of(page.body)):
            continue
        if not match.direct and attribution is not None and by_everybody(page, attribution):
            continue
        yield Found(
            span=match.quote.span, kind=kind, attribution=attribution if known or match.direct else None
        )


ENDED = re.compile(r"[.!?,]$")  # "Lake Perch in the Manner of Ohrid" is a dish, "Peace Now!" somebody's words


def by_everybody(page: Page, attribution: Attribution) -> bool:
    """Whether nobody in particular says so: 'They call him "the dentist".', 'What the papers call the "bread index" rose.'"""
    source = attribution.source
    return (
        attribution.verb.id == "judge"
        and source is not None
        and (
            (source.link is None and source.pronoun in {"they", "we", "you"})
            or (
                attribution.form in {"VBP", "VBZ"}
                and source.span.of(page.body).lower() in load_reporting().words["everybody"]
            )
        )
    )


def evaded(page: Page, matches: Sequence[Match]) -> Iterator[Found]:
    """What "no comment" was said to: 'Asked whether he had signed, the governor said: "No comment."'"""
    for match in matches:
        if match.attribution is None or not NO_COMMENT.search(match.quote.span.of(page.body)):
            continue
        span = question_of(page, match.attribution)
        if span:
            yield Found(
                span=span, kind="claim", attribution=replace(match.attribution, verb=REFUSAL, form="refusal")
            )


def numbered(
    page: Page, found: Sequence[Found], attributions: Sequence[Attribution], accounts: Sequence[Account]
) -> Iterator[Statement]:
    """Statements with ids from the report, the words and the number of their occurrence."""
    seen: Counter[str] = Counter()
    before: Statement | None = None
    candidates = candidates_of(page, accounts) if found else []
    for each in found:
        text = each.span.of(page.body)
        words = " ".join(re.findall(r"\w+", text.lower()))
        seen[words] += 1
        name = hashlib.sha256(f"{page.report.id}|statement|{words}|{seen[words]}".encode()).hexdigest()[:16]
        statement = made(page, each, name, attributions, belonging(page, each, before, candidates))
        if before is not None and rebuts(page, each, statement, before):
            statement = replace(statement, polarity="denies")
        if (
            before is not None
            and each.kind == "part_quote"
            and before.kind == "claim"
            and before.span.covers(each.span)
            and not (each.attribution and each.attribution.lemma == "put it")
        ):
            statement = replace(statement, polarity=before.polarity)
        before = statement
        yield statement


DENYING = re.compile(
    r"^\W*(?:(?:no one|nobody|none|nothing|never|not)\b|no \w+|there (?:is|are|was|were|has been|have been|had been) no\b|"
    r"(?:[\w’'-]+ ){1,5}?(?:(?:is|are|was|were|has|have|had|did|do|does)(?: not|n['’]t| never)\b))",
    re.IGNORECASE,
)


ITS = re.compile(
    r"(?:its|his|her|their)\b", re.IGNORECASE
)  # "The army rejected the report. "...," its spokesman said"


def rebuts(page: Page, each: Found, statement: Statement, before: Statement) -> bool:
    """Whether a claim goes on with a denial: "She brushed aside talk of a split. The cabinet was united, she said." """
    if statement.polarity != "asserts" or before.polarity != "denies" or each.attribution is None:
        return False
    here, there = page.sentence_at(statement.span.start), page.sentence_at(before.span.start)
    if here is None or there is None or here.index - there.index > 1:
        return False
    cue = before.cue.name if before.cue else ""
    same = (
        statement.speaker
        and before.speaker
        and (statement.speaker.name == before.speaker.name or ITS.match(statement.speaker.text))
    )
    if (
        same
        and (statement.kind == "quote" or each.attribution.form == "VBG")
        and DENYING.search(statement.text)
    ):
        return True
    if here.paragraph != there.paragraph or statement.kind == "quote":
        return False
    return (
        bool(same)
        and each.attribution.post
        and here.index - there.index <= 1
        and (here.index > there.index or cue not in {"say", "tell"})
        and DENYING.search(statement.text) is not None
    )


def belonging(
    page: Page, each: Found, before: Statement | None, candidates: Sequence[Candidate]
) -> str | None:
    """The account that a stretch belongs to, given the statement before it."""
    return account_of(page, each.attribution, each.span.start, candidates, before)


def made(
    page: Page, each: Found, name: str, attributions: Sequence[Attribution], account: str | None
) -> Statement:
    """One statement."""
    attribution = each.attribution
    text = each.span.of(page.body)
    speaker = whole_speaker(page, attribution)
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
            wording_of(
                page,
                whole,
                attribution,
                speaking(page, attribution),
                direct=each.kind == "quote" or (attribution is not None and attribution.form == "turn"),
            ),
        ),
        addressee=addressee_of(page, attribution),
        cue=cue_of(page, attribution),
        chain=chain_links(page, attribution, attributions) if attribution else (),
        account=account,
        topics=tuple(sorted({topic for topic, _, _ in find_topics(text)})),
    )


def whole_speaker(page: Page, attribution: Attribution | None) -> Link | None:
    """The speaker in all the words that describe him: "the chairman, Dmytro Hale"."""
    source = attribution.source if attribution else None
    if source is None or source.link is None or not 0 <= source.start < source.span.start:
        return source.link if source else None
    words = Span(start=source.start, end=source.link.span.end)
    text = words.of(page.masked)
    plain = DESCRIBED.fullmatch(words.of(page.masked)[: source.span.start - source.start])
    if source.link.span != source.span or not plain or MASK in text:
        return source.link
    return replace(source.link, text=words.of(page.body), span=words)


def addressee_of(page: Page, attribution: Attribution | None) -> Link | None:
    """Who is told; an outlet that is told passes on and is no addressee."""
    link = attribution.hearer.link if attribution and attribution.hearer else None
    if link and attribution and attribution.region and attribution.region.overlaps(link.span):
        return None
    if link and link.id is None and PRESS_ROOM.fullmatch(link.name.lower()):
        return None
    return None if attribution and attribution.hearer and outlet_told(page, attribution.hearer) else link


# Meetings of the press and readers are nobody's addressees.
PRESS_ROOM = re.compile(
    r"(?:the |an? |its |his |her |their |some |local |foreign |several |waiting |assembled |gathered |visiting )*(?:[\w-]+ )?(?:reporters?|journalists?|newsmen|correspondents?|media|press|readers|viewers|listeners|news(?:wire)?s?|(?:news |press |media |regular |daily |weekly |online |televised )*(?:conference|briefing)s?)"
)


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
