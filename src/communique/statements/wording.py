"""What a statement's own words tell of their purpose: whose doing they are about, and whether they command."""

from __future__ import annotations

import re

from communique.record_type import Record
from communique.records import Span
from communique.statements.answers import begins_with_own_body
from communique.statements.attribution import Attribution
from communique.statements.introduced import introduction
from communique.statements.mainclause import Clause, clauses_of, speaks_for
from communique.statements.page import Page
from communique.statements.plurals import is_plural

MARKS = re.compile(
    r"[\"“”„«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,])[’'](?!\w)"
)  # 'it "strongly rejects" the charge' reads as one
EARLY = 45  # code points from the beginning of the words within which their subject is named
FIRST_PERSON = re.compile(
    r"^\W*(?:(?:but|and|so|yes|no|well|look|now|today|if [^,]{3,90},),? )?(?:(?:none|not one|neither|all|each) of )?(?:i|we|our|my|us)\b",
    re.IGNORECASE,
)
THIRD_PERSON = re.compile(
    r"^\W*(?:(?:but|and|if [^,]{3,90},),? )?(?:(?:none|not one|some|all|most|any|neither|each|one) of )?(?:he|she|it|they|his|her|its|their)\b(?!,? (?:was|were|is) (?:the|a|an)\b)",
    re.IGNORECASE,
)
NO_COMMAND = re.compile(
    r"^\W*(?:thank|welcome|believe|trust|imagine|look,|listen,|let|forget|say|mind|suppose|bless|god)\b",
    re.IGNORECASE,
)
BODIES = frozenset({"state", "person", "organisation", "body", "group"})


class Wording(Record, frozen=True, kw_only=True):
    """The words of a statement with what their grammar tells.

    `own` is true where they are about the speaker's own side ("our ships", "Damascus would" of a Syrian minister),
    `other` where their subject is a named actor of another side, `commands` where they begin with an imperative.
    `around` is the sentence outside the words, `perhaps` is true where an
    official without a state speaks of a state, which may be his own; `nobody` where an analyst or a witness speaks, who is of no
    side, `official` where a state, a body or somebody with an office does; `clauses` what the grammar of their main clauses tells.
    """

    text: str
    direct: bool = False
    own: bool = False
    other: str = ""
    commands: bool = False
    around: str = ""
    perhaps: bool = False
    nobody: bool = False
    official: bool = False
    clauses: tuple[Clause, ...] = ()


def wording_of(
    page: Page, span: Span, attribution: Attribution | None, sides: set[str], *, direct: bool
) -> Wording:
    """The wording of a stretch of somebody's words; `sides` are the ids of the speaker and of its state."""
    text = first_sentence(span.of(page.body)) if direct else MARKS.sub("", span.of(page.body))
    text = spelled_out(text)
    nobody = for_nobody(attribution)
    sides = set() if nobody else sides | of_state_press(page, attribution)
    own, other = subject_side(page, behind_condition(page, span), sides, heads=speaks_for(page, attribution))
    pronoun = FIRST_PERSON if direct else THIRD_PERSON
    sentence = attribution.sentence if attribution else page.sentence_at(span.start)
    around = page.masked[sentence.span.start : sentence.span.end] if sentence else ""
    if sentence and sentence.span.covers(span):
        around = around[: span.start - sentence.span.start] + " | " + around[span.end - sentence.span.start :]
    return Wording(
        text=text,
        direct=direct,
        own=own
        or among_them(page, attribution)
        or ((found := pronoun.search(text)) is not None and (direct or agrees(found.group(), attribution)))
        or FIRST_PERSON.search(text) is not None
        or (not other and of_own_body(page, text, attribution))
        or spoken_for(page, span, attribution),
        other=other,
        commands=direct and imperative(page, span),
        around=around,
        perhaps=bool(other) and unsided(page, attribution, sides),
        nobody=nobody,
        official=not nobody and for_side(page, attribution),
        clauses=() if decided(attribution) else clauses_of(page, span, attribution, sides, direct=direct),
    )


CONDITION = re.compile(
    r"\W*(?:even )?(?:if|unless|should|when|whenever|once|until|as long as|before|after|while|although|though|in case|wherever)\b[^,;:.?!]{3,110}, (?=\w)",
    re.IGNORECASE,
)


def behind_condition(page: Page, span: Span) -> Span:
    """The words behind a condition that opens them: "If the tax is passed, Paris will answer" begins with Paris."""
    found = CONDITION.match(page.body, span.start, span.end)
    return Span(start=found.end(), end=span.end) if found else span


def decided(attribution: Attribution | None) -> bool:
    """Whether the verb alone tells what the words do, so that their grammar need not be looked at."""
    return attribution is not None and (
        attribution.verb.polarity in {"denies", "declines", "asks"} and attribution.verb.id != "want"
    )


SHORT_FORMS = (
    (re.compile(r"\b(?P<w>wo)n['’]t\b", re.IGNORECASE), "will not"),
    (re.compile(r"\b(?P<w>ca)n['’]t\b", re.IGNORECASE), "cannot"),
    (
        re.compile(
            r"\b(?P<w>is|are|was|were|do|does|did|have|has|had|could|would|should|must|need)n['’]t\b",
            re.IGNORECASE,
        ),
        r"\g<w> not",
    ),
    (
        re.compile(r"\b(?P<w>there|it|that|he|she|what|who|this)['’]s (?!own\b)(?=\w+)", re.IGNORECASE),
        r"\g<w> is ",
    ),
    (re.compile(r"\b(?P<w>i|we|you|they)['’]ve\b", re.IGNORECASE), r"\g<w> have"),
    (re.compile(r"\b(?P<w>i)['’]m\b", re.IGNORECASE), r"\g<w> am"),
    (re.compile(r"\b(?P<w>we|you|they)['’]re\b", re.IGNORECASE), r"\g<w> are"),
    (re.compile(r"\b(?P<w>i|we|you|he|she|it|they|there|that)['’]ll\b", re.IGNORECASE), r"\g<w> will"),
)


def spelled_out(text: str) -> str:
    """Words with their short forms written out, so that one wording stands for both: "there's no rift" as "there is no rift"."""
    if "'" not in text and "’" not in text:
        return text
    for short, full in SHORT_FORMS:
        text = short.sub(full, text)
    return text


def agrees(opening: str, attribution: Attribution | None) -> bool:
    """Whether a pronoun may mean the speaker: "the critics say he has no plan" tells of somebody else."""
    source = attribution.source if attribution else None
    word = opening.lower().split()[-1]
    if source is None or source.link is None or source.pronoun or word not in {"he", "she", "his", "her"}:
        return True
    return not is_plural(source.link)


OWNER = re.compile(
    r"\b(?P<whose>his|her|its|their) (?:own )?(?:\w+ ){0,2}(?:spokes\w+|lawyers?|leaders?|captain|chief|owner|president|chairman|chairwoman|minister|attorney|agent|ministry|office|ambassador|consul|premier|governor|editor|skipper|negotiator|delegate|representative|rector|bishop|colonel|marshal|admiral|foreman|organi[sz]er|solicitor|counsel|director|manager|head|aides?|commander|commissioner|treasurer|secretary|embassy|union|rector|founder|trustee|makers?|builder|publisher|coach|trainer|envoy|general)s?\b",
    re.IGNORECASE,
)


def spoken_for(page: Page, span: Span, attribution: Attribution | None) -> bool:
    """Whether a possessive behind the words gives their subject a speaker: "The nurses are seeking a rise, their leader said"."""
    source = attribution.source if attribution else None
    if source is None or source.start < span.end:
        return False
    found = OWNER.search(page.body, source.start, source.span.end)
    plural = (
        re.match(
            r"\W*(?:the |its |all )?(?:[\w’'-]+ ){0,3}?(?:[\w-]+s|police|people|staff|crew|men|women|children)\b",
            span.of(page.body),
            re.IGNORECASE,
        )
        is not None
    )
    return found is not None and (found.group("whose").lower() != "their" or plural)


def of_own_body(page: Page, text: str, attribution: Attribution | None) -> bool:
    """Whether a body is told of by whoever speaks for it: "The army did not fire, a spokesman said"."""
    source = attribution.source if attribution else None
    if source is None:
        return False
    words = source.span.of(page.body)
    return begins_with_own_body(text, attribution) or (
        SPEAKS_FOR.search(words) is not None and speaks_of(words, text)
    )


def speaks_of(source: str, text: str) -> bool:
    """Whether words begin with whom their speaker speaks for; "the mayor of the town" is meant by "her spokesman" alone."""
    found = PRINCIPAL.search(text)
    others = found is not None and text[found.end() :].startswith(" of ")
    return found is not None and (
        not others or re.match(r"(?:his|her|their)\b", source, re.IGNORECASE) is not None
    )


# Who speaks for one person, and that person at the head of the words: "The president never asked, a spokesman said".
SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|office|palace|kremlin|press (?:service|secretary|officer|aide|office)|lawyers?|attorney|aides?|white house|downing street|presidency|campaign)\b",
    re.IGNORECASE,
)
PRINCIPAL = re.compile(
    r"^\W*(?:neither )?(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:two )?(?:president|king|queen|prime minister|premier|chancellor|minister|client|candidate|senator|governor|mayor|prince|emir|sultan|leader)s?\b|"
    r"(?:Mr|Mrs|Ms|President|Prime Minister|King|Queen|Chancellor|Premier|Prince|Senator|Governor)\.? [A-Z])"
)


FIRST_STOP = re.compile(
    r"(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bMs)(?<![A-Z])[.?!…][\"”’)]*\s+(?=[A-ZÀ-ÞĀ-Ț\"“‘'])"
)


def first_sentence(text: str) -> str:
    """The sentence by which a quotation does what it does: its first of more than three words, or a first "No." alone."""
    for stop in FIRST_STOP.finditer(text):
        opening = text[: stop.end()].strip()
        if len(opening.split()) > 3 or opening.lower().strip(" .!?") in {"no", "no comment", "never", "yes"}:
            return opening
    return text


NOBODYS = re.compile(
    r"\b(?:sources?|people|persons?|analysts?|experts?|witness(?:es)?|residents?|journalists?|critics?|researchers?|observers?|economists?|scientists?|"
    r"coach(?:es)?|striker|skipper|midfielder|goalkeeper|winger|batsman|bowler|quarterback|golfer|boxer|cyclist|"
    r"forecasters?|historians?|judges?|doctors?|professors?|reports?|stud(?:y|ies)|surveys?)\b",
    re.IGNORECASE,
)


def for_nobody(attribution: Attribution | None) -> bool:
    """Whether somebody speaks for no side, whatever he is called by: "a Lebanese security source"."""
    link = attribution.source.link if attribution and attribution.source else None
    return link is not None and link.id is None and NOBODYS.search(link.name) is not None


def of_state_press(page: Page, attribution: Attribution | None) -> set[str]:
    """The state of an unnamed official whom its own agency quotes: "IRNA quoted the commander as saying" is of Iran."""
    source = attribution.source if attribution else None
    if attribution is None or source is None or source.link is None or source.link.id is not None:
        return set()
    outlets = [page.knowledge.outlets.get(link.link.id or "") for link in attribution.links if link.link]
    return {o.speaks_for or o.state for o in outlets if o and (o.run_by_state or o.speaks_for)} - {""}


def among_them(page: Page, attribution: Attribution | None) -> bool:
    """Whether one of those speaks whom the words are about: "The nurses never agreed, one of them said"."""
    source = attribution.source if attribution else None
    return (
        source is not None
        and re.match(r"one of (?:them|its|their)\b", source.span.of(page.body), re.IGNORECASE) is not None
    )


def for_side(page: Page, attribution: Attribution | None) -> bool:
    """Whether a state, a body, or somebody with an office speaks, and not a villager."""
    source = attribution.source if attribution else None
    link = source.link if source else None
    if source is None:
        return False
    known = page.knowledge
    listed = link is not None and (
        link.id in known.states or link.id in known.organisations or link.id in known.persons
    )
    named = (
        link.name if link is not None and source.pronoun else ""
    )  # "he" is the general of the sentence before
    return listed or OFFICIAL.search(f"{introduction(page, source)} {named}") is not None


OFFICIAL = re.compile(
    r"\b(?:magistrate|sheriff|warden|consul|lawyers?|counsel|attorney|solicitor|company|firm|airline|bank|police|management|headquarters|command|junta|movement|party|union|militia|office|club|board|authority|commissioner|sergeant|captain|adjutant|governor|mayor|director|chief|colonel|brigadier|leader|deputy|adviser|official source|embassy|ambassador|envoy|consulate|commander|admiral|navy|secretary|premier|spokes\w+|premier|minister|ministry|officials?|general|army|military|president|presidency|palace|chancellor|government|cabinet)\b",
    re.IGNORECASE,
)


def unsided(page: Page, attribution: Attribution | None, sides: set[str]) -> bool:
    """Whether an official speaks of whom nobody tells whose he is: "Canada will take in more, the immigration minister said"."""
    source = attribution.source if attribution else None
    if source is None or sides & page.knowledge.states.keys():
        return False
    return OFFICIAL.search(source.span.of(page.body)) is not None


# "The Chinese side", "the Turkish army": what an adjective names is its state's.
OF_STATE = re.compile(
    r" (?:side|government|army|military|armed forces|forces|troops|authorities|navy|air force|leadership|people|state)\b"
)


def subject_side(page: Page, span: Span, sides: set[str], *, heads: bool) -> tuple[bool, str]:
    """Whether the actor named first in the words is of the speaker's side, and else what follows that actor.

    A person is of his state's side where `heads` tells that somebody speaks for others: not the premier of whom a senator speaks.
    """
    sentence = page.sentence_at(span.start)
    here = [
        m
        for m in page.mentions.get(sentence.index if sentence else -1, ())
        if span.covers(m.span) and m.span.start - span.start <= EARLY and m.actors and m.form != "pronoun"
    ]
    if not here:
        return False, ""
    first = min(here, key=lambda m: m.span)
    ids = {i for a in first.actors for i in (a.id, a.state if heads or a.type != "person" else None) if i}
    if ids & sides:
        return True, ""
    sided = OF_STATE.match(page.body, first.span.end, span.end)
    if first.span.start - span.start > 12 or (first.form in {"adjective", "place"} and not sided):
        return False, ""
    last = max((m for m in here if m.span.start <= first.span.end + 8), key=lambda m: m.span.end)
    return False, page.body[last.span.end : span.end] or ""


def imperative(page: Page, span: Span) -> bool:
    """Whether the words begin with a verb that has no subject: "Close the bridge", "If you can hear me, leave"."""
    span = behind_condition(page, span)
    if NO_COMMAND.match(span.of(page.body)):
        return False
    sentence = page.sentence_at(span.start)
    doc = page.parses.get(sentence.index) if sentence else None
    if sentence is None or doc is None:
        return False
    token = next((t for t in doc if sentence.span.start + t.idx >= span.start and t.is_alpha), None)
    if (
        token is not None
        and token.lower_ == "do"
        and token.i + 1 < len(doc)
        and doc[token.i + 1].lower_ in {"not", "n't", "n’t"}
    ):
        return True
    if token is not None and token.lower_ in {"please", "just", "never"} and token.i + 1 < len(doc):
        token = doc[token.i + 1]
    return (
        token is not None
        and token.tag_ == "VB"
        and sentence.span.start + token.idx < span.end
        and not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "aux"} for c in token.children if c.i < token.i)
    )
