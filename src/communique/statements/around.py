"""Who stands where around a reporting verb: its speaker before or behind it, and the one who is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Sentence, Span
from communique.statements.names import speaks_at_all
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_ahead, phrase_behind, speaks
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, source_of
from communique.statements.subjects import vessel_of

if TYPE_CHECKING:
    from communique.sentences import Token


def agent_like(source: Source, page: Page) -> bool:
    """Whether somebody told may be people of any sort: "investors", "a packed hall", "passengers"; things cannot be told."""
    return speaks_at_all(source.span.of(page.body)) or HALL.search(source.span.of(page.body)) is not None


HALL = re.compile(
    r"\b(?:crowd|rally|hall|conference|briefing|meeting|audience|gathering|nation|country|world|house|square|summit|hearing|inquest|forum)\b",
    re.IGNORECASE,
)


def parted(page: Page, sentence: Sentence, cue: Span, source: Source | None) -> Source | None:
    """The source right before its verb where the parse takes the clause's own subject: "The dam, engineers said on Friday, is"."""
    if source is None or not source.span.end < cue.start:
        return source
    between = page.masked[source.span.end : cue.start]
    lead = page.masked[sentence.span.start : cue.start]
    if re.fullmatch(r",\s+", between) and lead.count(",") == 1:
        behind = phrase_behind(page, sentence, cue.end)
        closed = behind is not None and re.match(
            r",\s+[a-z]", page.masked[behind.span.end : sentence.span.end]
        )
        return behind if behind and closed and speaks(behind.span.of(page.body).split()) else source
    if headed(between):
        return source
    if not re.match(
        r",\s+(?!(?:who|which|whose|speaking|in|at|on|as|when|while|and|but|or|then|he|she|they)\b)[^,;:]+$",
        between,
    ):
        return source
    return phrase_ahead(page, sentence, cue) or source


POST = re.compile(
    r",\s+(?:the |an? |its )?(?:[\w-]+ ){0,3}?(?P<noun>[\w-]+) (?:of|for|at|with) (?:the )?[A-ZÀ-ÞĀ-Ț][^,]*$"
)


def headed(between: str) -> bool:
    """Whether a post stands behind a name without its second comma: "Peter Sandor, head of the Water Trust said"."""
    post = POST.match(between)
    return post is not None and post.group("noun") in load_reporting().people


SHEETS = frozenset({"journal", "newspaper", "magazine", "daily", "weekly", "paper", "review", "agency"})
CLIMBED = frozenset({"of", "for", "at", "from", "in"})


def tells_on(token: Token) -> bool:
    """Whether a participle goes on with the main clause: "called them critics adding that", "issued a note after lunch saying that"."""
    return token.lower_ == "adding" or vessel_of(token) is not None


def beside_verb(token: Token, subject: Token) -> Token:
    """The noun right before its verb where the parse has taken one further off: "... and Senator Hall of Utah has said"."""
    before = token.i - 1
    while before > 0 and (
        token.doc[before].dep_ in {"aux", "auxpass", "neg"} or token.doc[before].tag_ in {"RB", "MD"}
    ):
        before -= 1
    near = token.doc[before]
    if (
        before <= subject.i
        or near.pos_ not in {"NOUN", "PROPN", "PRON"}
        or near.ent_type_ in {"DATE", "TIME"}
    ):
        return subject
    while near.dep_ in {"compound", "nmod"} and near.head.i > near.i and near.head.i < token.i:
        near = near.head
    while near.dep_ == "pobj" and near.head.lower_ in CLIMBED and near.head.i > 0:
        above = near.head.nbor(-1)
        if above.pos_ not in {"NOUN", "PROPN"} or above.i <= subject.i:
            break
        near = above
    if near == subject or subject in near.ancestors and not parted_by_verb(subject, near):
        return subject
    if near.pos_ == "PROPN" and near.left_edge.i and near.doc[near.left_edge.i - 1].lower_ in SHEETS:
        return subject  # "A study in the journal Nature found"
    if (
        near.dep_ in {"dobj", "dative", "attr", "npadvmod", "appos"}
        or near.pos_ == "PRON"
        and (near.tag_ != "PRP" or near.lower_.endswith(("self", "selves")))
    ):
        return subject
    if near.dep_ == "pobj" and near.head.lower_ not in {"after", "before", "as", "since", "until", "while"}:
        return subject
    return near


def parted_by_verb(subject: Token, near: Token) -> bool:
    """Whether a finite verb stands between two nouns."""
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in subject.doc[subject.i + 1 : near.i])


def inverted(page: Page, sentence: Sentence, cue: Span, token: Token) -> Source | None:
    """The source behind its verb that the parse takes for an object: '"Enough!" shouted students', "Said one envoy: ..."."""
    lead = page.masked[sentence.span.start : cue.start]
    if token.tag_ not in {"VBD", "VBZ", "VBP"} or not (re.search(r"[\"”’,]\s*$", lead) or not lead.strip()):
        return None
    noun = next(
        (c for c in token.children if c.dep_ in {"dobj", "attr", "dative", "oprd"} and c.i > token.i), None
    )
    if noun is None or not re.fullmatch(
        r"(?:\s+[\w’'-]+){0,5}\s+", page.masked[cue.end : page.span(sentence, noun).start]
    ):
        return None
    source = source_of(page, sentence, noun)
    if source is None or not (
        source.pronoun in {"he", "she", "they"} or speaks(source.span.of(page.body).split())
    ):
        return None
    return source


def commands(token: Token) -> bool:
    """Whether a verb is followed by an infinitive: "told them to leave"."""
    clauses = [c for c in token.children if c.dep_ in {"xcomp", "ccomp"} and c.i > token.i]
    return bool(clauses) and any(g.dep_ == "aux" and g.lower_ == "to" for c in clauses for g in c.children)


def verbal(token: Token) -> bool:
    """Whether a token is a verb that reports, not an adjective ("alleged fraud"), a noun ("reports") or a bare participle."""
    if token.dep_ in {"amod", "compound", "poss", "nmod", "det"}:
        return False
    if token.tag_.startswith("VB"):
        return not (
            token.tag_ == "VBN"
            and token.dep_ in {"acl", "relcl", "amod"}
            and not any(c.dep_ in {"aux", "auxpass", "nsubj", "agent"} for c in token.children)
        )
    return token.lower_.endswith(
        ("said", "told", "added", "warned", "stated", "tweeted", "argued", "wrote", "claimed", "replied")
    )


def hearer_of(page: Page, sentence: Sentence, token: Token, verb: Verb) -> Source | None:
    """Who is told: the object of "told", "urged", or "to reporters" after "said"."""
    for child in token.children:
        if (
            "hearer" in verb.takes
            and child.dep_ in {"dobj", "dative"}
            and child.i > token.i
            and child.pos_ in {"NOUN", "PROPN", "PRON"}
            and child.dep_ != "prep"
        ):
            return source_of(page, sentence, child)
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and child.i > token.i:
            for grand in child.children:
                if grand.dep_ == "pobj" and grand.pos_ in {"NOUN", "PROPN", "PRON"}:
                    return source_of(page, sentence, grand)
    if "hearer" in verb.takes:
        inner = next((c for c in token.children if c.dep_ in {"ccomp", "xcomp"} and c.i > token.i), None)
        if inner is not None and any(c.dep_ == "aux" and c.lower_ == "to" for c in inner.children):
            subject = next((c for c in inner.children if c.dep_ == "nsubj"), None)
            return source_of(page, sentence, subject) if subject is not None else None
    return None


def inverted_question(page: Page, sentence: Sentence, cue: Span, token: Token) -> Source | None:
    """Who asks behind an unquoted question: "Why had nobody repaired the dyke, asked farmers in the valley."."""
    lead = page.masked[sentence.span.start : cue.start]
    if token.dep_ != "conj" or MASK in lead or not re.search(r"[,?]\s*$", lead):
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children):
        return None
    return inverted(page, sentence, cue, token)
