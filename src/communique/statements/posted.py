"""Clauses that stand before their source: "The pipeline was damaged, police said", and those that go on behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.narrated import taken_up
from communique.statements.page import MASK, Page

if TYPE_CHECKING:
    from communique.sentences import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "expl"})

SHORT_WORD = re.compile(
    r"\W*(?:yes|no|never|never again|nonsense|rubbish|not so|not at all|not true|perhaps|maybe|of course|of course not|certainly|certainly not|absolutely not|far from it|on the contrary|quite the opposite|not yet|nothing of the (?:sort|kind)|quite so|indeed),\s*",
    re.IGNORECASE,
)

VERBLESS = re.compile(
    r"(?!(?:In|On|At|By|From|To|For|With|After|Before|During|Since|Later|Earlier|Meanwhile|However|Today|Yesterday|\w+day|Then|Still|Instead|Asked|Pressed|Overall|Again|Also|\w+ly)\b)[A-Z][\w’'-]*(?: [\w’'-]+){0,4},\s*"
)


def charge_before(page: Page, attribution: Attribution, token: Token | None) -> bool:
    """Whether a verb only says of a claim that was told that somebody denies it: "..., a claim the police deny"."""
    if token is None or attribution.verb.polarity != "denies" or token.dep_ not in {"relcl", "acl"}:
        return False
    comma = page.masked[
        attribution.sentence.span.start : attribution.sentence.span.start + token.head.left_edge.idx
    ]
    return token.head.pos_ == "NOUN" and re.search(r"[,—–]\s*$", comma) is not None


TOLD_AFTER = frozenset(
    "sob whisper mutter quip joke murmur exclaim interject thunder boast brag shout yell scream snap bark scoff".split()
) | {"go on", "went on", "goes on"}
# Verbs of a voice tell a clause before them, with nothing but a circumstance behind: "He was sorry, the driver sobbed in court."
CIRCUMSTANCE = re.compile(
    r"\W*(?:$|(?:on|in|at|to|over|from|through|into|with|after|before|during|as|when|later|again|back|\w+ly)\b)"
)


def may_follow(page: Page, attribution: Attribution, token: Token | None, lead: str) -> bool:
    """Whether the words before a source may be what it said: a quotation, or a clause of its own."""
    if re.search(r"[\"”’]\s*$", lead):
        return True
    rest = page.masked[attribution.end : attribution.sentence.span.end]
    clause = "clause" in attribution.verb.takes or (
        attribution.lemma in TOLD_AFTER and CIRCUMSTANCE.match(rest)
    )
    if not clause or re.match(
        r"\W*(?:only|simply|merely|\w+ly)?\s*[:,]\s*[\"“‘]",
        page.masked[attribution.end : attribution.sentence.span.end],
    ):
        return False
    if re.match(
        r"\W*(?:for (?:his|her|its|their) part|in (?:his|her|its|their) turn|for instance|for example|in reply|in response|in return),\s*$",
        lead,
        re.IGNORECASE,
    ):
        return False
    if token is None:
        return not re.match(
            r"(?:in|on|at|after|before|while|when|as|speaking|asked|under|addressing|during|by|with|for|if)\b[^,]*,\s*$",
            lead,
            re.IGNORECASE,
        )
    if SHORT_WORD.fullmatch(lead) or (
        attribution.verb.id in {"say", "reply"} and VERBLESS.fullmatch(lead) and not rest.strip(" .")
    ):
        return True  # "Not so, the minister said.", "No, said the widow, she had not been told"
    if MASK not in lead and not any(
        t.pos_ in {"VERB", "AUX"} and attribution.sentence.span.start + t.idx < attribution.start
        for t in token.doc
    ):
        return False
    subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i]
    if len(subjects) > 1 and any(t.text == "," for t in token.doc[subjects[0].i : subjects[-1].i]):
        return True  # "The phone overheats, owners have reported": the parse has taken a verb for a noun
    if token.dep_ == "ROOT" and not any(told(c) and c.i < token.i for c in token.children):
        return False
    first = next((t for t in token.doc if t.is_alpha), None)
    return not (
        first is not None and first.tag_ in {"VBG", "VBN"} and first.dep_ == "advcl" and lead.count(",") == 1
    )


def told(clause: Token) -> bool:
    """Whether what hangs on a verb is a clause that it tells: "Whatever comes, the hall will open, the mayor told the choir" has no "when"."""
    if clause.dep_ in {"ccomp", "parataxis", "dep"}:
        return True
    parts = [(c.dep_, c.tag_) for c in clause.children if c.i < clause.i]
    return (
        clause.dep_ == "advcl"
        and clause.tag_ != "VBG"
        and any(dep in {"nsubj", "nsubjpass", "expl"} for dep, _ in parts)
        and not any(dep == "mark" or (dep == "advmod" and tag == "WRB") for dep, tag in parts)
    )


def posted_region(
    page: Page, attribution: Attribution, after: Attribution | None
) -> tuple[Span | None, bool]:
    """The clause before ", he said"; behind a semicolon it begins there, and in the middle it takes in the rest."""
    sentence = attribution.sentence
    start = sentence.span.start
    stop = page.masked.rfind(";", start, attribution.start)
    start = stop + 1 if stop >= 0 else start
    said_as = re.compile(r",?\s+as\s*$").search(page.masked, start, attribution.start)
    region = trimmed_clause(page, start, said_as.start() if said_as else attribution.start)
    rest = page.masked[attribution.end : sentence.span.end]
    short = (
        region is not None
        and len(region.of(page.body).split()) <= 3
        and MASK not in page.masked[region.start : region.end]
    )
    goes_on = re.match(r",\s*(?!(?:and|but) \w+ \w+ \w+)[a-z]", rest)
    if region and taken_up(page, attribution, after, region.of(page.masked)):
        return trimmed_clause(page, start, sentence.span.end), True
    bound = ON_CONDITION.match(rest) and region and MASK not in page.masked[region.start : region.end]
    if region and ((short and goes_on) or bound or unfinished(page, attribution)):
        return trimmed_clause(page, start, sentence.span.end), True
    return region, True


ON_CONDITION = re.compile(
    r",\s+(?:unless|if|because|even if|provided|as long as|so long as|lest|when|until|as soon as|so that) "
)

WENT_ON = re.compile(
    r"(?:\s+(?:on|in|at|late|early|this|last|earlier|yesterday|today|later)\b[^,]{0,40})?,\s*(?=[a-z])"
)


def begins_clause(first: Token) -> bool:
    """Whether a word opens the subject of a main clause: "To keep the peace, officers say, the bridge must stay shut"."""
    subject = first
    while subject.dep_ not in SUBJECT and subject.head != subject and subject.head.left_edge.i == first.i:
        subject = subject.head
    verb = subject.head
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)
    return subject.dep_ in SUBJECT and subject.left_edge.i == first.i and (verb.tag_ in FINITE or helped)


def unfinished(page: Page, attribution: Attribution) -> bool:
    """Whether the clause around a source in the middle goes on behind it: "The pipeline, according to police, was damaged"."""
    sentence, rest = attribution.sentence, page.masked[attribution.end : attribution.sentence.span.end]
    doc = page.parses.get(sentence.index)
    comma = WENT_ON.match(rest)
    if doc is None or MASK in rest or not comma:
        return False
    behind = [t for t in doc if sentence.span.start + t.idx >= attribution.end + comma.end()]
    if re.match(r"(?:but|not|nor|or)\b", rest[comma.end() :]):
        return not any(t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ != "relcl" for t in behind)
    ahead = [t for t in doc if sentence.span.start + t.idx < attribution.start]
    first = next((t for t in behind if t.is_alpha), None)
    if first is not None and ahead and ahead[0].tag_ in {"IN", "TO"} and begins_clause(first):
        return not any(t.tag_ in FINITE for t in ahead)
    finite = any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and t.dep_ not in {"relcl", "acl", "advcl"}
        and not (first is not None and t.dep_ in {"aux", "auxpass"} and t.head.i >= first.i)
        for t in ahead
    )
    return (
        not finite
        and first is not None
        and first.tag_ in {"VBD", "VBZ", "VBP", "MD", "RB", "VBN", "VB", "VBG"}
        and len(ahead) > 0
    )
