"""Nouns that report: "Khartoum's claim that the dam was safe", "a warning from the army that ...", "the message was that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.names import speaks_at_all
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_behind
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, source_of
from communique.statements.subjects import subject_of

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

OWNING = frozenset({"by", "from", "of", "among"})
WITHIN = frozenset(
    {"in", "inside", "within", "at", "around"}
)  # only where people are: "the fear in the Marsh camp"
GIVES = frozenset(
    {
        "issue",
        "repeat",
        "make",
        "renew",
        "voice",
        "give",
        "offer",
        "reiterate",
        "deliver",
        "sound",
        "publish",
        "release",
    }
    | {
        "put",
        "send",
        "express",
        "post",
        "face",
        "have",
        "raise",
        "share",
        "hold",
        "reject",
        "dispute",
        "float",
    }
)

HEARS = frozenset({"hear", "receive", "get", "read", "want", "like", "need", "see", "take", "bring", "find"})


def find_nominals(page: Page, sentence: Sentence) -> Sequence[Attribution]:
    """The reporting nouns of a sentence with their owner and the clause that they report."""
    doc = page.parses.get(sentence.index)
    if doc is None or load_reporting().nouns.keys().isdisjoint(doc.words):
        return ()
    return list(nominals_of(page, sentence, doc))


def nominals_of(page: Page, sentence: Sentence, doc: Doc) -> Iterator[Attribution]:
    """The same for a sentence that has such nouns."""
    nouns = load_reporting().nouns
    for token in doc:
        noun = nouns.get(token.lower_) if token.tag_ in {"NN", "NNS"} else None
        if noun is None or token.dep_ in {"compound", "amod"}:
            continue
        cue = page.span(sentence, token)
        if MASK in page.masked[cue.start : cue.end]:
            continue
        region = clause_of(page, sentence, token)
        source = owner_of(page, sentence, token) if region else None
        if region is None or source is None or not may_own(page, source):
            continue
        yield Attribution(
            cue=cue,
            lemma=token.lemma_.lower(),
            verb=Verb(id="noun", polarity=noun, strength="strong", takes=frozenset({"clause", "quote"})),
            sentence=sentence,
            source=source,
            start=min(cue.start, source.start),
            end=max(cue.end, source.span.end if source.span.start < region.start else 0),
            region=region,
            form="noun",
        )


WHEN = re.compile(
    r"\b(?:after|before|following|during|amid|despite|since|upon|ahead of)\s(?:[\w.’'-]+\s){0,5}$"
)


def beside_time(page: Page, verb: Attribution, noun: Attribution) -> bool:
    """Whether a noun only tells when a verb's clause was said: "tweeted after Hale's statement that the town was lost"."""
    if verb.region is None or noun.region is None or verb.region.start != noun.region.start:
        return False
    return (
        verb.cue.end < noun.cue.start and WHEN.search(page.masked, verb.cue.end, noun.cue.start) is not None
    )


def clause_of(page: Page, sentence: Sentence, token: Token) -> Span | None:
    """The clause that a noun reports: "claim that ...", "promise to ...", "the message is that ..."."""
    base = sentence.span.start
    for child in token.children:
        if child.dep_ in {"acl", "ccomp", "relcl"} and child.i > token.i:
            marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "aux", "dobj", "advmod"}}
            subject = any(
                c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.lower_ not in {"that", "which", "who"}
                for c in child.children
            )
            if (
                "that" in marks
                and subject
                and not (child.dep_ == "relcl" and child.lemma_.lower() in GIVES | HEARS)
                and not (
                    child.dep_ == "relcl"
                    and child.right_edge == child
                    and "auxpass" not in {c.dep_ for c in child.children}
                )
            ):
                return stripped(
                    page, base + child.left_edge.idx, base + child.right_edge.idx + len(child.right_edge)
                )
            if (
                child.dep_ != "relcl"
                and "to" in marks
                and not any(
                    c.dep_ == "neg" for c in child.children
                )  # "a request not to sell" is none to sell
                and token.lemma_.lower() in load_reporting().words["pledging_nouns"]
            ):
                to = next(c for c in child.children if c.lower_ == "to")
                return stripped(page, base + to.idx, base + child.right_edge.idx + len(child.right_edge))
    verb = token.head
    is_that = token.dep_ == "nsubj" and verb.lemma_ == "be"
    if is_that or (token.dep_ in {"attr", "dobj"} and not load_reporting().forms.get(verb.lower_)):
        clause = next(
            (c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > max(verb.i, token.i)), None
        )
        if clause is not None and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
            return stripped(
                page, base + clause.left_edge.idx, base + clause.right_edge.idx + len(clause.right_edge)
            )
    return None


SPEAKS_ON = re.compile(
    r",\s+(?:\w+ly )?(?:saying|adding|arguing|telling|insisting|noting|warning|claiming)\b"
)


def stripped(page: Page, start: int, end: int) -> Span | None:
    """A clause without the word that opens it."""
    lead = re.match(r"\s*,?\s*(?:that|to)\s+", page.masked[start:end])
    goes_on = SPEAKS_ON.search(page.masked, start, end)
    end = goes_on.start() if goes_on else end
    return trimmed_clause(page, start + (lead.end() if lead else 0), end)


def owner_of(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """Whose words a noun stands for: "Khartoum's claim", "a claim by Khartoum", "the army issued a warning"."""
    for child in token.children:
        if child.dep_ == "poss":
            giver = (
                giver_of(page, sentence, token) if child.lower_ in {"its", "his", "her", "their"} else None
            )
            return giver or without_ending(page, source_of(page, sentence, child))
        if child.dep_ in {"prep", "agent"} and child.lower_ in OWNING | WITHIN and child.i > token.i:
            inner = next((g for g in child.children if g.dep_ == "pobj"), None)
            if child.lower_ in WITHIN and (inner is None or inner.lower_ not in load_reporting().able):
                continue
            found = (
                phrase_behind(page, sentence, page.span(sentence, child).end) if inner is not None else None
            )
            return found and replace(found, lead=-1)
    verb = token.head
    if giver := giver_of(page, sentence, token):
        return giver
    if token.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in {"come", "emerge"}:
        origin = next(
            (g for c in verb.children if c.lower_ == "from" for g in c.children if g.dep_ == "pobj"), None
        )
        return source_of(page, sentence, origin) if origin is not None else None
    return None


def giver_of(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """Who gives the words that a noun stands for: "the firm repeated its warning that"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_.lower() not in GIVES:
        return None
    subject = subject_of(verb)
    return source_of(page, sentence, subject) if subject is not None else None


def without_ending(page: Page, source: Source | None) -> Source | None:
    """A source without its possessive ending: "Khartoum's" is Khartoum."""
    if source is None or source.pronoun:
        return source
    words = source.span.of(page.body)
    bare = re.sub(r"['’]s?$", "", words)
    if bare == words:
        return source
    span = Span(start=source.span.start, end=source.span.start + len(bare))
    link = source.link
    if link is not None:
        name = link.name if link.id else re.sub(r"['’]s?$", "", link.name)
        link = replace(link, name=name, text=bare, span=span)
    return replace(source, span=span, link=link)


def may_own(page: Page, source: Source) -> bool:
    """Whether an owner can have said it: an actor, a pronoun of a person, or a noun that speaks."""
    if source.pronoun:
        return source.pronoun in {"he", "she", "they", "his", "her", "their"}
    return bool(source.link and source.link.id) or speaks_at_all(source.span.of(page.body))
