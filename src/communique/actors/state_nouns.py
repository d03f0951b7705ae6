"""Which state a common noun means: "the kingdom", "the Gulf state", "its giant neighbour", "the delegation".

What a state may be called stands in lexicon/references.toml. One of those that the sentences before have named is meant, by
itself, by its people or by where something happened; nobody where two may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.actors.borders import NEIGHBOURS, borders
from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import Words
from communique.actors.owners import refer_its
from communique.actors.regions import states_of_kind
from communique.actors.single import refer_single
from communique.actors.walk import Walk, home_of
from communique.records import Actor, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

KINDS: dict[str, frozenset[str]] = {
    noun: frozenset(entry["states"]) for entry in WORDS["state_noun"] for noun in entry["nouns"]
}
LAST_WORDS = frozenset(re.split("[ -]", noun)[-1] for noun in KINDS)
ANY_STATE = frozenset(WORDS["state_words"]["nouns"])
SENT = frozenset(WORDS["state_sent"]["nouns"])
TIES = frozenset(WORDS["state_ties"]["nouns"])
SIZES = frozenset(WORDS["state_ties"]["sizes"])
WANTED = LAST_WORDS | ANY_STATE | SENT | TIES
MEANT = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss", "agent"})
WHERE = frozenset(
    {"in", "at", "on", "across", "throughout", "through", "into", "around", "near", "inside", "outside"}
)
NOUN = re.compile(r"(?s).*?(?P<noun>[^\s]+)$")
OWNER = re.compile(r"\w+")
OWNED = re.compile(r"(?:its|his|her) ")
REACH = 3  # sentences back of the states that may be meant


def find_state_nouns(walk: Walk, sentence: Sentence, words: Words) -> Iterator[Expression]:
    """The definite nouns for a state in a sentence: "the island nation", "his southern neighbour", never "on the island"."""
    for token in words.nouns:
        if token.lemma_ not in WANTED or token.dep_ not in MEANT:
            continue
        begin = first_word(token)
        if begin is None:
            continue
        start = sentence.span.start
        span = Span(start=start + begin.idx, end=start + token.idx + len(token))
        if (match := NOUN.match(span.of(walk.report.body))) is not None:
            yield Expression("state noun", "descriptor", span, match)


def first_word(token: Token) -> Token | None:
    """Where a noun for a state begins; None where it is told apart behind, is a place, or its words say of no state."""
    if any(c.i > token.i and c.dep_ in {"prep", "relcl", "acl", "poss"} for c in token.children):
        return None
    before = sorted((c for c in token.children if c.i < token.i), key=lambda c: c.i)
    if not before:
        return None
    first = before[0]
    if token.lemma_ in TIES and first.tag_ == "PRP$":
        return first if is_tie(token, before) else None
    if first.lower_ not in {"the", "this"} or token.tag_ != "NN":
        return None
    if token.lemma_ in SENT and len(before) == 1:
        return first
    place = token.dep_ == "pobj" and token.head.lower_ in WHERE
    return first if not place and kind_of(token, before) else None


def is_tie(token: Token, before: list[Token]) -> bool:
    """Whether a neighbour or an ally is a state's: "its old ally", "her northern neighbour", "his neighbours"."""
    owner = before[0].lower_
    if before[0].tag_ != "PRP$" or owner not in {"its", "his", "her"}:
        return False
    if owner == "its":
        return token.tag_ == "NN"
    near = token.lemma_ in {"neighbour", "neighbor"}
    return near and (token.tag_ == "NNS" or any(c.lower_ in SIZES for c in before))


def kind_of(token: Token, before: list[Token]) -> frozenset[str]:
    """The states of which a noun is said, with the words before it: "island nation", "the West African giant"."""
    text = token.doc[before[0].i : token.i + 1].text.lower()
    said = text.split()
    own = KINDS.get(" ".join(said[-2:])) or KINDS.get(said[-1])
    region = states_of_kind(text)
    if region is None or token.lemma_ not in ANY_STATE:
        return own or frozenset()
    return (own and region & own) or region


def refer_state_noun(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The one state of those named before that a noun means: "Kerry thanked Oman. The sultanate had carried letters"."""
    token = walk.token(Span(start=found.span.end - 1, end=found.span.end), sentence)
    if token is None or walk.quotation(found.span.start) is not None:
        return ()
    if token.lemma_ in TIES and OWNED.match(found.word):
        owner = owner_of(walk, found, sentence)
        states = named_before(walk, found, sentence) - {owner.id} if owner is not None else set()
        if owner is not None and token.lemma_ in NEIGHBOURS:
            states = {state for state in states if borders(state, owner.id)}
        return only(walk, states)
    near = named_before(walk, found, sentence)
    if token.lemma_ in SENT:
        return only(walk, near - set(walk.places))
    before = sorted((c for c in token.children if c.i < token.i), key=lambda c: c.i)
    kind = kind_of(token, before)
    if len(near & kind) > 1:  # of those told by their people and by themselves it is the latter
        near &= named_before(walk, found, sentence, themselves=True)
    return only(walk, near & kind) or only(walk, set(walk.places) & kind if not near & kind else set())


def named_before(walk: Walk, found: Expression, sentence: Sentence, *, themselves: bool = False) -> set[str]:
    """The states that were named lately, themselves or by their people."""
    met = walk.discourse.before(sentence.index, found.span.start, REACH)
    if themselves:
        return {m.actor.id for m in met if m.form in {"state", "capital"}}
    ids = {m.actor.id if m.actor.type == "state" else m.actor.state for m in met}
    return {id for id in ids if id in walk.knowledge.states}


def only(walk: Walk, states: set[str]) -> tuple[Actor, ...]:
    """The one state of a set of one."""
    state = walk.resolver.entity(next(iter(states))) if len(states) == 1 else None
    return (state,) if state is not None else ()


def owner_of(walk: Walk, found: Expression, sentence: Sentence) -> Actor | None:
    """The state whose neighbour or ally it is: of "its" the state, of "her" hers."""
    match = OWNER.match(found.word)
    assert match is not None
    span = Span(start=found.span.start, end=found.span.start + len(match[0]))
    owner = Expression("pronoun", "pronoun", span, match)
    if match[0] == "its":
        states = refer_its(walk, owner, sentence)
        return states[0] if len(states) == 1 else None
    persons = refer_single(walk, owner, sentence)
    return home_of(walk, persons[0]) if len(persons) == 1 else None
