"""Who speaks behind a clause that the parse has not closed: "The price will fall, the head of the board, Jan Lund, said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.names import NAME
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_behind, speaks
from communique.statements.posted import TOLD_AFTER
from communique.statements.reporting import Verb
from communique.statements.sources import Source, read_source

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "POS"})
OPENS = frozenset({"DT", "PDT", "PRP$", "JJ", "JJS", "CD", "NN", "NNS", "NNP", "NNPS"})
LAST = frozenset({"conj", "dep", "advcl", "acl", "relcl", "ccomp", "parataxis", "ROOT"})
PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBN"})
OWN = frozenset({"nsubj", "auxpass", "mark", "neg"})
TELLS = frozenset({"tell", "inform", "assure", "remind"})  # who stands behind them is told
WITHIN = frozenset({"relcl", "acl", "advcl", "csubj"})
PHRASE = rf"[^,;:.()\"“”—–{MASK}]{{2,80}}"
BEHIND_CLAUSE = re.compile(
    rf", (?!(?:and|but|or|nor|so|yet|who|whom|whose|which|where|when|while|as|after|before|because|since|until|if|"
    rf"though|although|then|later|also|he|she|they|it|that)\b)(?P<np>{PHRASE}?)"
    rf"(?:, (?P<name>(?:{NAME.pattern})),)? (?:(?:has|have|had|also|later|then|further|\w+ly) )*$"
)


def trailing_source(page: Page, sentence: Sentence, cue: Span, token: Token, verb: Verb) -> Source | None:
    """Who stands before or behind a last verb without a subject of its own, where a whole clause stands before both."""
    if token.dep_ not in LAST or token.tag_ not in PAST_OR_PRESENT:
        return None
    if token.doc[0].tag_ == "IN" and (found := behind_opener(page, sentence, cue, token)) is not None:
        return found
    children = [(c.dep_, c.i) for c in token.children]
    if any(dep in OWN or (dep in {"ccomp", "xcomp"} and i > token.i) for dep, i in children):
        return None
    return source_ahead(page, sentence, cue, token) or source_behind(page, sentence, cue, token, verb)


def source_ahead(page: Page, sentence: Sentence, cue: Span, token: Token) -> Source | None:
    """The phrase between the comma and a last verb that has no subject of its own, where a whole clause stands before it.

    "The works told the truth only in part, the governor of Puno, Walter Quispe, said on Friday" has joined "said" to
    "told"; without "and" it can tell of nobody but the governor.
    """
    match = BEHIND_CLAUSE.search(page.masked, sentence.span.start, cue.start)
    if match is None or not is_clause(token.doc, match.start() - sentence.span.start):
        return None
    return told_by(page, sentence, token, match)


def behind_opener(page: Page, sentence: Sentence, cue: Span, token: Token) -> Source | None:
    """The phrase behind what opens a sentence, where the parse takes that for the subject: "After the vote in Lima, a trader said"."""
    match = BEHIND_CLAUSE.search(page.masked, sentence.span.start, cue.start)
    if match is None or any(
        t.tag_ in FINITE for t in token.doc if t.idx < match.start() - sentence.span.start
    ):
        return None
    subject = next((c for c in token.children if c.dep_ in OWN and c.dep_ != "neg"), None)
    if subject is not None and sentence.span.start + subject.idx >= match.start("np"):
        return None
    return told_by(page, sentence, token, match)


def told_by(page: Page, sentence: Sentence, token: Token, match: re.Match[str]) -> Source | None:
    """The source of a phrase without a verb of its own; its name, where one stands behind it."""
    phrase = Span(start=match.start("np"), end=match.end("np"))
    inside = tokens_in(token.doc, phrase, sentence)
    if not inside or inside[0].tag_ not in OPENS or any(t.tag_ in FINITE for t in inside):
        return None
    group = "name" if match["name"] else "np"
    span = Span(start=match.start(group), end=match.end(group))
    return replace(
        read_source(page, sentence, span, head_of(page, sentence, token.doc, span)), lead=phrase.start
    )


def source_behind(page: Page, sentence: Sentence, cue: Span, token: Token, verb: Verb) -> Source | None:
    """Who stands behind the verb: "The treaty will be signed, argued officials", where the parse takes them for its object."""
    lead = page.masked[sentence.span.start : cue.start]
    if not lead.endswith(", ") or MASK in lead or token.lemma_ in TELLS:
        return None
    if "clause" not in verb.takes and token.lemma_ not in TOLD_AFTER:
        return None
    if token.tag_ == "VBN" and token.dep_ != "amod":
        return None
    if not is_clause(token.doc, cue.start - sentence.span.start - 2):
        return None
    source = phrase_behind(page, sentence, cue.end)
    return source if source is not None and speaks(source.span.of(page.body).split()) else None


def head_of(page: Page, sentence: Sentence, doc: Doc, span: Span) -> Span:
    """The head of a phrase: its first noun that no other follows, of "the head of the board" the first; else its last word."""
    nouns = [t for t in tokens_in(doc, span, sentence) if t.pos_ in {"NOUN", "PROPN"}]
    last = Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
    head = next((t for t in nouns if t.nbor().tag_ not in NOUNS), None)
    return page.span(sentence, head) if head is not None else last


def is_clause(doc: Doc, end: int) -> bool:
    """Whether the words of a sentence up to a comma have a main verb of their own: "The mayor, a friend of his" has none."""
    return any(t.idx < end and t.tag_ in FINITE and not hangs(t) for t in doc)


def hangs(token: Token) -> bool:
    """Whether a verb, or the one that it helps, belongs to a clause within another."""
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    return verb.dep_ in WITHIN


def tokens_in(doc: Doc, span: Span, sentence: Sentence) -> list[Token]:
    """The words of a stretch of a sentence."""
    start = sentence.span.start
    return [t for t in doc if span.start <= start + t.idx < span.end]
