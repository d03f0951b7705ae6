"""Follows the references of a report: who "he", "the two leaders" or "his guest" means, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.counterparts import refer_counterpart
from communique.actors.counting import refer_both, refer_namesakes, refer_number, refer_one, refer_others
from communique.actors.described import refer_description
from communique.actors.discourse import SUBJECT
from communique.actors.echoes import find_echoes, refer_echo
from communique.actors.expressions import Expression, find_expressions
from communique.actors.frames import note_frames, note_joined, note_lists
from communique.actors.grammar import weight_of, words_of
from communique.actors.groups import refer_group
from communique.actors.kinship import refer_kin
from communique.actors.leaders import refer_leader
from communique.actors.nouns import find_nouns, refer_noun
from communique.actors.pronouns import refer_pronoun
from communique.actors.relations import refer_age, refer_body, refer_ordinal, refer_own_state, refer_relation
from communique.actors.reported import note_speaking
from communique.actors.rivals import note_strangers, note_unread
from communique.actors.sets import choose_set
from communique.actors.speakers import note_spoken
from communique.actors.state_nouns import find_state_nouns, refer_state_noun
from communique.actors.theirs import refer_guests, refer_theirs
from communique.actors.walk import BY_PLACE, Walk
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

RULES: dict[str, Callable[[Walk, Expression, Sentence], tuple[Actor, ...] | None]] = {
    "group": refer_group,
    "of states": refer_group,
    "theirs": refer_theirs,
    "guests": refer_guests,
    "number": refer_number,
    "both": refer_both,
    "namesakes": refer_namesakes,
    "others": refer_others,
    "one": refer_one,
    "counterpart": refer_counterpart,
    "relation": refer_relation,
    "own state": refer_own_state,
    "kin": refer_kin,
    "age": refer_age,
    "ordinal": refer_ordinal,
    "body": refer_body,
    "leader": refer_leader,
    "description": refer_description,
    "pronoun": refer_pronoun,
    "noun": refer_noun,
    "state noun": refer_state_noun,
    "echo": refer_echo,
}
SETS = frozenset({"group", "number", "both"})  # of which several sets of actors may be meant
NOUNS = frozenset(
    {"noun", "state noun"}
)  # "her Cuban friend", "the Gulf state" hold a state's or a place's name
APPOSED = re.compile(r",? (?:one |a certain |the new |Mr\.? |Ms\.? )?")
SET_OFF = re.compile(r"(?: (?:in|at|as|for|to) [a-z ]{1,25})?[,.]")
BEHIND = re.compile(r", (?:the )?")
LISTED = re.compile(r",? and (?:the )?|, ")
MASKED = frozenset(
    {"pronoun", "ordinal", "number", "both", "others", "body", "namesakes", "noun", "state noun", "echo"}
)


def with_references(walk: Walk, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """The sentence's names and its references, resolved from left to right; first those outside quotations."""
    found = walk.here = list(named)
    doc = walk.parses.get(sentence.index)
    if doc is None:
        note_unread(walk, sentence)
        return found
    words = words_of(doc)
    note_lists(walk, sentence, words)
    note_strangers(walk, sentence, doc, words)
    expressions = find_expressions(sentence.span.of(walk.report.body), sentence.span.start)
    if nouns := [
        *find_nouns(walk, sentence, words),
        *find_state_nouns(walk, sentence, words),
        *find_echoes(walk, sentence, words),
    ]:
        expressions = sorted([*expressions, *nouns], key=lambda one: (one.span.start, -one.span.end))
    if walk.quotations and len(expressions) > 1:
        expressions.sort(key=lambda e: walk.quotation(e.span.start) is not None)
    for one in expressions:
        if walk.choices is not None and one.kind == "noun":
            refer_noun(walk, one, sentence)
        if not hidden(one, found) and (mention := referred(walk, one, sentence, doc)):
            start, end = mention.span.start, mention.span.end
            found[:] = [m for m in found if m.span.start < start or m.span.end > end]
            found.append(mention)
            walk.discourse.uncover(mention)
            if one.form in {"pronoun", "descriptor"} and len(mention.actors) == 1:
                note_joined(walk, sentence, walk.token(mention.span, sentence))
    note_frames(walk, sentence, words)
    note_speaking(walk, sentence, words)
    note_spoken(walk, sentence)
    return sorted(found, key=BY_PLACE)


def hidden(one: Expression, found: list[Mention]) -> bool:
    """Whether a mention that is read already takes the words of an expression; a state in "her Cuban friend" does not."""
    start, end = one.span.start, one.span.end
    overlapping = [m for m in found if m.span.start < end and start < m.span.end]
    return any(
        not is_own_state(m, one)
        and not (one.kind in NOUNS and m.form in {"adjective", "state", "place"} and one.span.covers(m.span))
        and (
            one.kind in MASKED
            or (m.span.covers(one.span) and m.form in {"group", "descriptor"})
            or (one.form == "group" and m.form in {"office", "title", "name"})
        )
        for m in overlapping
    )


def is_own_state(mention: Mention, one: Expression) -> bool:
    """Whether a pronoun stands in a reference to its owner's state: both "his" and "his country" mean somebody."""
    return one.kind == "pronoun" and len(mention.actors) == 1 and mention.actors[0].type == "state"


def referred(walk: Walk, one: Expression, sentence: Sentence, doc: Doc) -> Mention | None:
    """An expression as a mention; None where nobody is sure whom it means."""
    apposed = (apposed_name(walk, one) or name_ahead(walk, one)) if one.form == "descriptor" else None
    actors: tuple[Actor, ...] | None = ()
    if (
        apposed is not None
        and one.kind == "noun"
        and not (apposed.actors[0].known or apposed.actors[0].state)
    ):
        return None  # of which state "his rival, Luis Novak," is nobody says: whose rival he is tells more
    if apposed is None or not apposed.actors[0].known:
        actors = RULES[one.kind](walk, one, sentence)
        if one.kind in SETS and actors is not None:
            actors = choose_set(walk, one, sentence, actors)
    if apposed is not None:
        actors = lend_office(walk, apposed, actors or ())
    if one.form == "group":
        actors = listed_behind(walk, one) or actors
    if not actors:
        return None
    mention = Mention(
        span=one.span,
        text=one.span.of(walk.report.body),
        form=one.form,
        actors=actors,
        head=head_of(one),
        sentence=sentence.index,
        layer=sentence.layer,
    )
    if one.form in {"group", "pronoun"} and len(actors) > 1:
        role = weight_of(mention.head, sentence, doc)
        walk.discourse.join(
            sentence.index, one.span.start, actors, "subject" if role >= SUBJECT else "reference"
        )
    if one.form in {"descriptor", "pronoun", "ordinal"}:
        quoted = walk.quotation(one.span.start) is not None
        walk.discourse.add(mention, weight_of(mention.head, sentence, doc), quoted=quoted)
    return mention


def listed_behind(walk: Walk, one: Expression) -> tuple[Actor, ...]:
    """Those whom a group is said to be: "the two guests, Modi and Xi, met"; nobody where fewer than two names stand there."""
    found: list[Mention] = []
    for mention in sorted(walk.here, key=BY_PLACE):
        last = found[-1].span.end if found else one.span.end
        if mention.span.start < last or mention.form not in {"name", "title"}:
            continue
        if not (LISTED if found else BEHIND).fullmatch(walk.report.body, last, mention.span.start):
            break
        found.append(mention)
    several = len(found) > 1 and all(len(m.actors) == 1 for m in found)
    return tuple(m.actors[0] for m in found) if several else ()


def apposed_name(walk: Walk, one: Expression) -> Mention | None:
    """The name that stands right behind a reference: "his Chinese counterpart, Xi Jinping"."""
    body = walk.report.body
    return next(
        (
            m
            for m in walk.here
            if m.form in {"name", "title"}
            and m.actors
            and m.span.start >= one.span.end
            and APPOSED.fullmatch(body, one.span.end, m.span.start)
        ),
        None,
    )


def name_ahead(walk: Walk, one: Expression) -> Mention | None:
    """The name that a reference between commas describes: "Hailemariam Desalegn, his host, said"."""
    body = walk.report.body
    if not SET_OFF.match(body, one.span.end):
        return None
    return next(
        (
            m
            for m in walk.here
            if m.form in {"name", "title"} and m.actors and body[m.span.end : one.span.start] == ", "
        ),
        None,
    )


def lend_office(walk: Walk, apposed: Mention, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The named person; one whom the lexicon does not know takes the office of the reference: "his Korean counterpart, one Bae".

    Where nobody knows whose counterpart it is, the state alone: "Roe, a director, and his Korean counterpart, one Bae".
    """
    actor = apposed.actors[0]
    if actor.known or actor.office or len(actors) != 1:
        return apposed.actors
    one = actors[0]
    if one.type == "state" and not actor.state:
        lent = replace(actor, state=one.id)
    elif one.office:
        lent = replace(actor, office=one.office, office_id=one.office_id, state=one.state)
    else:
        return apposed.actors
    walk.here[walk.here.index(apposed)] = replace(apposed, actors=(lent,))
    return (lent,)


def head_of(one: Expression) -> Span:
    """The head word of a reference."""
    if one.form in {"pronoun", "ordinal"}:
        return one.span
    parts = one.match.groupdict()
    for key in ("noun", "owned", "peer", "role", "kin", "body", "short", "what"):
        if parts.get(key):
            start = one.span.start - one.match.start()
            return Span(start=start + one.match.start(key), end=start + one.match.end(key))
    last = re.search(r"\S+$", one.match.group())
    assert last is not None
    return Span(start=one.span.start + last.start(), end=one.span.end)
