"""Who is not "he" by whose words and whose counterparts he stands beside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS
from communique.actors.walk import Walk
from communique.records import Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

PEER = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?P<state>[A-ZÀ-ÞĀ-Ț][\w'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w'’-]+)?) counterpart\b"
)


def compatriots_of_counterpart(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> set[str]:
    """Who is not "he" beside "his Japanese counterpart", of which nobody who serves Japan has one."""
    peer = PEER.search(walk.report.body, sentence.span.start, sentence.span.end)
    if peer is None or found.word not in {"he", "his", "she", "her"}:
        return set()
    if found.span.start > peer.start() and not acts_beside(walk, peer, token, sentence):
        return set()
    hits = walk.knowledge.index.find(peer["state"])
    states = {id for hit in hits for id in hit.ids("demonym", "state")}
    return {m.actor.id for m in walk.discourse.named if m.actor.state in states and m.actor.type == "person"}


def acts_beside(walk: Walk, peer: re.Match[str], token: Token, sentence: Sentence) -> bool:
    """Whether a pronoun behind a counterpart acts and the counterpart does not: "his Indian counterpart said he" is the Indian."""
    noun = walk.token(Span(start=peer.end() - 1, end=peer.end()), sentence)
    if token.dep_ not in SUBJECTS or noun is None:
        return False
    tells = token.head.dep_ == "ccomp" and token.head.head.i == noun.head.i
    return noun.dep_ not in SUBJECTS or not tells


def named_in_words(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Whom a clause names that "he said" ends or cuts: "Kim, he said, must know", "The Israeli leader had gone further, he told us"."""
    said = next((c for c in token.head.children if c.dep_ == "ccomp" and c.i < token.i), None)
    cut = max((t.i for t in token.doc[: token.i] if t.text == ";"), default=-1)
    words = {t.idx for t in said.subtree if t.i > cut} if said is not None else set()
    if said is None and token.head.dep_ == "parataxis":
        words = {c.idx for c in token.head.head.children if c.dep_ in SUBJECTS and cut < c.i < token.i}
    named = (m for m in walk.here if m.form in {"name", "title", "office"})
    return {a.id for m in named if m.head.start - sentence.span.start in words for a in m.actors}
