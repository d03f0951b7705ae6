"""Reporting verbs by which nobody has spoken yet: plans, wishes, conditions, and what somebody was merely asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.names import bare
from communique.statements.page import Page
from communique.statements.reporting import load_reporting
from communique.statements.sources import Source
from communique.statements.subjects import SUBJECT

if TYPE_CHECKING:
    from communique.sentences import Token

FAILING = frozenset({"fail", "forget", "neglect"})
THAN = frozenset({"previously", "earlier", "first", "initially", "originally", "once", "widely"})


NOBODY = frozenset({"neither", "nobody", "none", "no"})
AHEAD_OF = frozenset(
    [("aux", modal) for modal in ("should", "must", "may", "might", "ought")]
    + [("mark", word) for word in ("if", "unless", "whether")]
)


def by_nobody(subject: Token) -> bool:
    """Whether a subject is nobody: "neither side"."""
    return subject.lower_ in NOBODY or not NOBODY.isdisjoint([c.lower_ for c in subject.children])


def hypothetical(token: Token) -> bool:
    """Whether nothing has been said yet: "should say", "if he commits to", or by nobody: "worse than first thought"."""
    if (
        token.tag_ == "VBG"
        and token.i > 1
        and token.nbor(-1).lower_ == "of"
        and token.nbor(-2).lower_ in {"instead", "short"}
    ):
        return True  # "instead of threatening to stop their pay"
    if unproven(token) or wordless(token):
        return True
    if token.i > 1 and token.nbor(-1).lower_ in THAN | {"than"}:
        before = token.nbor(-2).lower_ if token.nbor(-1).lower_ in THAN else "than"
        if before in {"than", "as"}:
            return True
    kids = token.children
    for child in kids:
        if child.dep_ == "nsubj" and by_nobody(child):
            return True  # "Neither side would say who had won"
    if (
        token.dep_ == "conj"
        and token.tag_ in {"VB", "VBP"}
        and any(c.lower_ in {"if", "unless"} for c in token.head.children)
    ):
        return hypothetical(token.head)  # "if both sides meet and recognise that ..."
    opened = {(c.dep_, c.lower_) for c in kids if c.dep_ in {"aux", "mark"}}
    return not opened.isdisjoint(AHEAD_OF)


def when_asked(token: Token) -> bool:
    """Whether somebody was asked and did not ask: "when asked to comment", "Asked what he thinks, the king said"."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "advcl":
        return False
    if any(c.dep_ in SUBJECT for c in token.children):
        return False
    opener = any(c.lower_ in {"when", "if", "once", "unless", "as"} for c in token.children)
    return opener or token.i == 0


def wordless(token: Token) -> bool:
    """Whether nobody says anything by a verb: "aimed at reassuring them that", "failed to pledge", "words used to describe her"."""
    if (
        token.dep_ == "pcomp"
        and token.tag_ == "VBG"
        and token.head.head.lemma_ in {"aim", "intend", "design"}
    ):
        return True  # "a visit aimed at reassuring the islanders that"
    if token.dep_ == "xcomp" and token.head.lemma_ in FAILING:
        return True  # "have failed to pledge any step"
    if token.lemma_ == "describe" and token.dep_ in {"xcomp", "advcl"} and token.head.lemma_ == "use":
        return True  # "words he has used to describe the mayor"
    # "Hall, considered a hard man by many"
    return token.lemma_ == "consider" and token.tag_ == "VBN" and token.dep_ == "acl"


PROVING = frozenset({"prove", "mean", "show", "establish", "imply", "suggest"})


def unproven(token: Token) -> bool:
    """Whether nobody holds that it was said, or it lies ahead: "this does not prove that he ordered it", "will end when the court rules that"."""
    head = token.head
    if token.dep_ == "ccomp" and head.lemma_ in PROVING:
        return any(c.dep_ == "neg" for c in head.children)
    if token.dep_ != "advcl" or token.tag_ not in {"VBZ", "VBP"}:
        return False
    when = any(c.lower_ in {"when", "once", "until"} for c in token.children)
    return when and any(c.lower_ in {"will", "wo", "’ll", "'ll"} for c in head.children)


AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAY = frozenset({"would", "could", "can", "'d", "’d"})
GONE_ON = frozenset(
    {
        "go",
        "continue",
        "begin",
        "start",
        "proceed",
        "come",
        "rush",
        "happen",
        "prompt",
        "lead",
        "cause",
        "use",
    }
)


def unspoken(token: Token) -> bool:
    """Whether a verb tells of words that lie ahead or are only wished for: "they will insist on", "wants the king to say", "when asked"."""
    helpers = {c.lower_ for c in token.children if c.dep_ == "aux" and c.i < token.i}
    negated = bool(helpers) and any(c.dep_ == "neg" for c in token.children)
    if helpers & AHEAD and not negated:
        return not foretold(token)
    if token.lemma_ == "defend" and token.dep_ == "advcl" and token.tag_ in {"VBZ", "VBP"}:
        return True  # "as it defends its borders"
    if token.lemma_ == "consider" and token.tag_ == "VBG":
        return True  # "are considering a measure" weighs, and says nothing
    if helpers & MAY and not negated and token.dep_ in {"ccomp", "relcl", "advcl", "acl"}:
        return True
    if token.lemma_ == "refuse" and token.dep_ == "pcomp" and token.head.lower_ != "as":
        return True
    if token.tag_ not in {"VB", "VBN"} or "to" not in helpers:
        return False
    if token.dep_ == "advcl":
        return token.head.tag_ in {"VB", "VBG"}
    if token.dep_ == "xcomp" and hearsay(token.head):
        return False
    hanging = {"xcomp", "ccomp", "relcl", "acl"}
    spoken = token.head.lemma_.lower() in GONE_ON or token.head.lower_ in load_reporting().words["speaking"]
    return token.dep_ in hanging and not spoken


FORETOLD = frozenset({"say", "tell", "warn", "argue", "announce", "insist", "claim", "promise", "pledge"})


def foretold(token: Token) -> bool:
    """Whether a speech is told before it is held: "The mayor will say on Wednesday that the fund is empty"."""
    if token.lemma_ not in FORETOLD:
        return False
    clause = next((c for c in token.children if c.dep_ == "ccomp" and c.i > token.i), None)
    marked = clause is not None and any(c.lower_ == "that" for c in clause.children)
    between = token.doc[token.i + 1 : clause.left_edge.i] if marked and clause is not None else ()
    return any(
        t.lower_.endswith("day") or t.lower_ in {"later", "speech", "address", "week"} for t in between
    )


HEARSAY = frozenset(
    {"say", "report", "believe", "understand", "allege", "rumour", "rumor", "know", "think", "claim"}
)


def hearsay(verb: Token) -> bool:
    """Whether something is only told of: "is said to have told"."""
    return verb.lemma_.lower() in HEARSAY and any(c.dep_ == "auxpass" for c in verb.children)


def judged_hard(token: Token) -> bool:
    """Whether somebody finds it hard to do something, or feels so, which reports nothing: "was finding it difficult to see why"."""
    if token.lemma_ == "feel":
        return any(c.dep_ == "acomp" for c in token.children) and token.nbor().lower_ != "that"
    if token.lemma_ != "find" or token.i + 2 >= len(token.doc) or token.nbor().lower_ != "it":
        return False
    behind = token.nbor(2)
    if behind.tag_ == "RB" and token.i + 3 < len(token.doc):
        behind = token.nbor(3)
    return behind.tag_ in {"JJ", "JJR", "JJS"}


NOTHING_THAT = re.compile(
    r"\b(?:nothing|nobody|no one|little|none) (?:in|from|about|of|on|at) [^,;:.]{2,80}$", re.IGNORECASE
)


def lacking(page: Page, sentence: Sentence, cue: Span, token: Token) -> bool:
    """Whether it is said that nothing tells so: "nothing in the papers that indicates a change"."""
    if token.dep_ != "relcl":
        return False
    return NOTHING_THAT.search(page.masked, sentence.span.start, cue.start) is not None


def wished_aside(token: Token, behind: str) -> bool:
    """Whether a clause beside a noun only tells what somebody would like: "the fans who wanted to see him", "those hoping for rain"."""
    if token.lemma_ == "hope":
        return token.dep_ == "acl" and behind.startswith(" for ")
    return token.dep_ == "relcl" and token.lemma_ == "want" and behind.startswith(" to ")


def idle(page: Page, sentence: Sentence, cue: Span, token: Token) -> bool:
    """Whether a verb that reports elsewhere tells what somebody feels, lacks or would like."""
    ahead = page.masked[cue.end : sentence.span.end]
    return judged_hard(token) or lacking(page, sentence, cue, token) or wished_aside(token, ahead)


def severed(page: Page, source: Source | None, cue: Span) -> bool:
    """Whether a semicolon parts a verb from its phrase: "talked of support for the fund; reaffirmed their bond"."""
    return source is not None and re.search(r";\s+$", page.masked[source.span.end : cue.start]) is not None


RELATIVE = re.compile(r"(?:who|which|whom) (?=\w)")


def before_own_clause(page: Page, source: Source | None, cue: Span) -> Source | None:
    """A source without the clause that its own verb stands in: "officials who have urged the bank to act"."""
    if source is None or source.link is None:
        return source
    led = RELATIVE.match(page.masked, source.span.start, source.span.end)
    if led is None and source.span.start == cue.start:
        led = re.compile(r"\w+ by ").match(page.masked, source.span.start, source.span.end)
    if (
        led and not source.link.id
    ):  # "a loss, which officials said": the officials; "pledges by deputies": theirs
        span = Span(start=led.end(), end=source.span.end)
        text = span.of(page.body)
        return replace(
            source, span=span, lead=-1, link=replace(source.link, text=text, span=span, name=bare(text))
        )
    if not source.span.covers(cue):
        return source
    clause = re.search(
        r"\s(?:who|which|that)\b|\s+\w+$", page.masked[source.span.start : cue.start].rstrip() + " "
    )
    if clause is None and source.span.end > cue.end:
        return source
    ends = source.span.start + clause.start() if clause else cue.start - 1
    span = Span(start=source.span.start, end=ends)
    if span.end <= span.start:
        return source
    text = span.of(page.body)
    link = replace(source.link, text=text, span=span, name=source.link.name if source.link.id else bare(text))
    return replace(source, span=span, link=link)
