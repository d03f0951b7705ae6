"""Reported clauses that no "that" opens, or that the parse hangs elsewhere than on their verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.page import MASK, Page
from communique.statements.reporting import load_reporting
from communique.statements.starts import behind_lead

if TYPE_CHECKING:
    from communique.sentences import Token

BEHIND_COMMA = re.compile(rf"[,\"”’?!—–{MASK}]\s*(?:as\s+)?$")
CLOSED = re.compile(
    r"(?:\s+(?:on|in|at|late|early|this|last|earlier|yesterday|today|later)\b[^,;.]{0,40})?,\s+(?:and|but|while|as|though|although)\s"
)


def closed_behind(page: Page, attribution: Attribution, token: Token | None, lead: str) -> bool:
    """Whether what follows a source is a clause of somebody else: "40 were killed, the governor said, and doctors warned that"."""
    if token is None or not BEHIND_COMMA.search(lead) or MASK in lead:
        return False
    if not CLOSED.match(page.masked, attribution.end, attribution.sentence.span.end):
        return False
    start = attribution.start - attribution.sentence.span.start
    return any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "acl", "advcl"} and t.idx < start
        for t in token.doc
    )


def to_do(to: Token) -> int:
    """Where a reported infinitive begins behind "to"; what is not to be done keeps its "not to"."""
    before = to.doc[to.i - 1] if to.i else to
    return before.idx if before.lower_ in {"not", "never"} else to.idx + 3


def commanded_clause(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """What somebody is to do, where the parse hangs it elsewhere: "urged the council in a letter to save the marsh"."""
    heard = next((c for c in token.children if c.dep_ in {"dobj", "dative"} and c.i > token.i), None)
    _, _, particle = attribution.lemma.partition(" ")
    if heard is None and particle:  # "appeal to", "call on"
        preps = [c for c in token.children if c.lower_ == particle and c.i == token.i + 1]
        heard = next((g for c in preps for g in c.children if g.dep_ == "pobj"), None)
    if heard is None:
        return None
    for other in token.doc[heard.i + 1 :]:
        head = other.head
        if (
            other.lower_ == "to"
            and other.dep_ == "aux"
            and head.tag_ == "VB"
            and head.dep_ in {"relcl", "acl", "advcl"}
        ):
            base = attribution.sentence.span.start
            return trimmed_clause(
                page, base + to_do(other), base + head.right_edge.idx + len(head.right_edge)
            )
        if other.pos_ in {"VERB", "AUX"} and other.dep_ not in {"amod", "aux"} and other != head:
            return None
    return None


BARE = frozenset(
    {
        "say",
        "think",
        "believe",
        "insist",
        "claim",
        "admit",
        "hope",
        "fear",
        "allege",
        "suggest",
        "announce",
        "confirm",
    }
    | {
        "reckon",
        "concede",
        "acknowledge",
        "deny",
        "warn",
        "predict",
        "argue",
        "swear",
        "promise",
        "suspect",
        "report",
    }
)
DAY = re.compile(
    r"(?: (?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?| yesterday| today| earlier| at the time| (?:last|this) (?:week|month|year))?\s+"
)


LATELY = re.compile(
    r"(?:last|this|next|that) (?:night|morning|afternoon|evening|spring|summer|autumn|winter)\b"
)


# "the harm from the mine, dubbed Deepwell, has been great": the subject's aside, before its verb.
NAMED_ASIDE = re.compile(
    r"[^,;:.]{2,90}, (?:called|dubbed|named|nicknamed|known as|including|among them|an?|the|built|opened|based) [^,;:.]{2,60}, (?=[a-z])"
)


def without_that(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """A clause without "that" which the parse has not seen as one: "She says the roof leaked then and leaks now"."""
    sentence = attribution.sentence
    told = "hearer" in attribution.verb.takes and behind_lead(page, attribution) > attribution.cue.end
    if (attribution.lemma not in BARE and not told) or attribution.form not in {"VBD", "VBZ", "VBP"}:
        return None
    if re.search(r"[\"”’]\s*$", page.masked[sentence.span.start : attribution.cue.start]):
        return None
    begin = DAY.match(
        page.masked, behind_lead(page, attribution) if told else attribution.cue.end, sentence.span.end
    )
    if begin is None or LATELY.match(page.masked, begin.end(), sentence.span.end):
        return None
    first = next((t for t in token.doc if sentence.span.start + t.idx >= begin.end()), None)
    if first is None or not (
        first.tag_ in {"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "EX", "CD", "JJ", "NN"}
        and first.lower_ not in {"so", "no", "such"}
    ):
        return None
    aside = NAMED_ASIDE.match(page.masked, begin.end(), sentence.span.end)
    stop = re.compile(r"[,;:]").search(page.masked, aside.end() if aside else begin.end(), sentence.span.end)
    limit = stop.start() if stop else sentence.span.end
    inside = [t for t in token.doc if begin.end() <= sentence.span.start + t.idx < limit]
    # The parse may take "leaked" for a participle of "roof"; a relative clause has its own pronoun.
    finite = [
        t
        for t in inside[1:]
        if t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN"}
        and (t.dep_ != "relcl" or (first.head == t and first.tag_ == "PRP"))
    ]
    if not finite or any(
        t.lower_ in {"who", "which", "that", "when", "where", "by", "as"}
        for t in inside[: finite[0].i - inside[0].i]
    ):
        return None
    return trimmed_clause(page, begin.end(), sentence.span.end)


JOINT = re.compile(r"\s+(?:and|but|or)\s+|\s+")


def carried_on(page: Page, attribution: Attribution, token: Token, span: Span) -> Span:
    """A clause with what the parse has hung on its verb beside it: "said he rang the bell and no one answered"."""
    base = attribution.sentence.span.start
    asked = attribution.verb.polarity == "asks"
    for child in token.children:
        if child.tag_ not in VERB_TAGS or (start := base + child.left_edge.idx) < span.end - 1:
            continue
        between = page.masked[span.end : start]
        told = child.dep_ == "ccomp" or (
            child.dep_ == "conj" and (own_subject(child) or HANGING.search(page.masked, span.start, span.end))
        )
        joined = (
            not between.strip()
            if reason(child, asked=asked)
            else told and JOINT.fullmatch(between) is not None
        )
        if not joined or reports(child):
            continue
        last = child.right_edge
        span = trimmed_clause(page, span.start, base + last.idx + len(last)) or span
    return span


def reason(verb: Token, *, asked: bool) -> bool:
    """Whether a clause tells why or when: "said the guards fired because they were afraid", "urged them to ring before they came"."""
    openers = WHEN if asked else REASONS
    return verb.dep_ == "advcl" and any(c.lower_ in openers for c in verb.children if c.dep_ in OPENS)


def in_series(page: Page, attribution: Attribution, region: Span | None) -> Span | None:
    """A clause with the two that go on with it: "said the port was shut, the trains were late and the roads were blocked"."""
    end = attribution.sentence.span.end
    if region is None or attribution.form not in {"VBD", "relay", "VBG"} or attribution.verb.phrase:
        return region
    series = SERIES.match(page.masked, region.end, end)
    if series is None or load_reporting().pattern.search(page.body, region.end, end):
        return region
    base = attribution.sentence.span.start
    subjects = [
        base + t.left_edge.idx
        for t in page.parses.get(attribution.sentence.index) or ()
        if t.dep_ in {"nsubj", "nsubjpass", "expl"} and t.pos_ != "PRON" and base + t.idx >= region.end
    ]
    both = {series.start("one"), series.start("two")} <= set(subjects)
    return trimmed_clause(page, region.start, end) if both else region


SERIES = re.compile(rf", (?P<one>[^,;:{MASK}]+?),? and (?P<two>[^,;:{MASK}]+)$")
OPENS = frozenset({"mark", "advmod"})
REASONS = frozenset({"because", "unless", "until"})
WHEN = REASONS | {"before", "if", "when", "while", "once"}
HANGING = re.compile(r"\b(?:and|or)$")  # "a failure to malign and" has lost its second verb
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
VERB_TAGS = FINITE_TAGS | {"VBN", "VBG", "VB"}


def own_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own before it."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i < verb.i for c in verb.children)


def reports(verb: Token) -> bool:
    """Whether a verb reports somebody's words itself: "said the dam held and the mayor added that"."""
    form = load_reporting().forms.get(verb.lower_)
    return (
        form is not None
        and form.strength != "view"
        and any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    )
