"""Whether a reported clause that holds another reporting verb tells more than that verb does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.page import Page

if TYPE_CHECKING:
    from communique.sentences import Token

OBJECTS = frozenset({"dobj", "prep", "acomp", "attr"})
FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})


def leads(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner verb is the main one of the clause: "said Kenya had recalled an envoy to demand that" tells more."""
    region, verb = outer.region, page.token(inner.sentence, first_word(page, inner.cue))
    if region is None or verb is None or outer.post or outer.verb.phrase:
        return True
    if inner.source is not None and inner.source.link is None:
        return False  # "she said they had asked for it": who "they" are is not known
    base = inner.sentence.span.start
    for above in verb.ancestors:
        if base + above.idx < region.start:
            return True
        if above.i < verb.i and above.tag_ in FINITE and tells(above):
            return False
    return True


def answers(outer: Attribution, inner: Attribution) -> bool:
    """Whether a reply is to somebody's words, which are his: "was responding to the minister's claim that the dam was safe"."""
    return (
        outer.verb.id == "reply"
        and inner.form == "noun"
        and inner.region == outer.region
        and inner.source is not None
        and inner.source.span.start >= outer.cue.end
    )


def tells(verb: Token) -> bool:
    """Whether a verb over another is a clause of its own: "recalled an envoy to demand", "it is odd that he thinks"."""
    hung = {c.dep_ for c in verb.children}
    return not hung.isdisjoint(OBJECTS) and not hung.isdisjoint({"nsubj", "nsubjpass"})


def first_word(page: Page, cue: Span) -> Span:
    """The first word of a reporting phrase."""
    return Span(start=cue.start, end=cue.start + len(cue.of(page.body).split()[0]))
