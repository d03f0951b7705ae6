"""Whom numbers alone mean: "the three", "both of them", "the latter two", "the others", "the other"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.expressions import NUMBERS, WORDS, Expression
from communique.actors.grammar import SUBJECTS
from communique.actors.groups import acting_on, said_here
from communique.actors.rivals import ADDRESSING
from communique.actors.together import (
    crowd,
    nearer_pair,
    pair_before,
    pair_since,
    sets_before,
    together_before,
)
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token


ADDRESSED = (
    ADDRESSING
    | frozenset(WORDS["verbs"]["speech"])
    | frozenset(WORDS["verbs"]["call"])
    | {"know", "see", "meet"}
)
STATES_NAMED: dict[str, list[str]] = WORDS["states"]


def refer_number(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the trio", "all three", "all of them": the last list of that size, else so many persons of one sentence."""
    parts, place = found.match.groupdict(), found.span.start
    if parts.get("latter") and found.word.startswith("the first"):
        return next(
            (one[:2] for one in sets_before(walk, sentence, place, any_role=True) if len(one) > 2), ()
        )
    if parts.get("latter"):
        named = tuple(
            {
                a.id: a
                for n in (sentence.index - 1, sentence.index)
                for a in walk.discourse.persons_of(n, place)
            }.values()
        )
        last = walk.discourse.persons_of(sentence.index - 1, place)
        return last if len(last) == 2 else named[-2:] if len(named) > 2 else ()
    words = next((parts[key] for key in ("bare", "some") if parts.get(key)), "")
    if not words and found.word.startswith("all"):
        return next(sets_before(walk, sentence, place), ()) or walk.discourse.persons_of(
            sentence.index - 1, place
        )
    number = NUMBERS.get((words or "two").lower(), 2)
    speaker = acting_on(walk, found, sentence) or said_here(walk, found, sentence)
    sets = sets_before(walk, sentence, place, any_role=True)
    joined = next((one for one in sets if len(one) == number and is_free(one, speaker)), ())
    if number > 2:
        return joined or crowd(walk, sentence, place, number)
    since = pair_since(walk, sentence, place, joined)
    found_pair = since if is_free(since, speaker) else ()
    return found_pair or joined or two_of_whom(walk, sentence, place, speaker)


def is_free(actors: tuple[Actor, ...], speaker: str) -> bool:
    """Whether who speaks is none of the actors: "the two agreed", a spokesman said."""
    return all(actor.id != speaker for actor in actors)


def two_of_whom(walk: Walk, sentence: Sentence, place: int, speaker: str) -> tuple[Actor, ...]:
    """Those named together before, without who speaks of them."""
    together = together_before(walk, sentence, place)
    if all(actor.type != "person" for actor in together):
        for number in range(sentence.index, sentence.index - 3, -1):
            persons = walk.discourse.persons_of(number, place)
            if len(persons) == (len(together) or 2) and is_free(persons, speaker):
                return persons  # two of one state: "Ruto and Odinga ... the two"
    return together if is_free(together, speaker) else pair_before(walk, sentence, place, speaker)


def refer_both(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...] | None:
    """ "Both" or "neither" on its own, which no noun follows: "Both denied it"; None where it is part of another phrase."""
    token = walk.token(found.span, sentence)
    if token is None or not stands_alone(token):
        return None
    place = found.span.start
    joined = next((one for one in sets_before(walk, sentence, place) if len(one) == 2), ())
    if joined and (nearer := nearer_pair(walk, sentence, place, joined)):
        return nearer
    return joined or together_before(walk, sentence, place)


def stands_alone(token: Token) -> bool:
    """Whether "both" or "neither" is a subject or an object, and not part of "both men" or "both X and Y"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    acts = following is not None and following.pos_ in {"VERB", "AUX"} and following.tag_ not in {"VB", "VBG"}
    alone = following is None or following.tag_ not in {"NN", "NNS", "NNP", "NNPS", "JJ", "PRP$", "DT", "CD"}
    addressed = token.dep_ in {"dobj", "dative"} and alone and token.head.lemma_ in ADDRESSED
    object_ = token.dep_ == "pobj" or addressed
    return token.dep_ in SUBJECTS or acts or (object_ and token.lower_ == "both")


def refer_namesakes(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the two Kims": two persons named before who bear the family name; "the two Koreas", "Koreas": two states."""
    family = found.match.group("family")
    if states := STATES_NAMED.get(found.match.group("states") or f"{family}s"):
        return tuple(actor for state in states if (actor := walk.resolver.entity(state)))
    met = {
        m.actor.id: m.actor
        for m in walk.discourse.before(sentence.index, found.span.start)
        if m.actor.type == "person" and {family, f"{family}e"} & set(m.actor.name.split())
    }
    return tuple(reversed(met.values())) if len(met) == NUMBERS[found.match.group("several")] else ()


def refer_others(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "the others": the last list without those whom the sentence has named since; "the other" of two likewise."""
    parts, place = found.match.groupdict(), found.span.start
    named = {a.id for a in walk.discourse.persons_of(sentence.index, place)}
    if parts.get("other") or parts.get("second"):
        return refer_other(walk, found, sentence, named)
    number = NUMBERS.get(parts.get("rest") or "", 0)
    for joined in sets_before(walk, sentence, place):
        left = tuple(a for a in joined if a.id not in named)
        if len(left) < len(joined) and (len(left) == number if number else len(left) > 1):
            return left
    return ()


def refer_one(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """ "told the one and the other": the first of two who were named together and are not who acts here."""
    place = found.span.start
    acting = {a.id for a in walk.discourse.persons_of(sentence.index, place)}
    sets = (one for one in sets_before(walk, sentence, place, any_role=True) if len(one) == 2)
    pair = next((one for one in sets if not acting & {a.id for a in one}), ())
    if not pair:
        last = walk.discourse.persons_of(sentence.index - 1, place)
        left = tuple(a for a in last if a.id not in acting)
        pair = left if len(left) == 2 else ()
    if not pair:
        return ()
    walk.ordinals = (sentence.index, (pair[0], pair[1]))
    walk.discourse.join(sentence.index, place, pair, "subject")
    return pair[:1]


def refer_other(walk: Walk, found: Expression, sentence: Sentence, named: set[str]) -> tuple[Actor, ...]:
    """The one of two whom the sentence has not named; both after "each": "each insisted that the other go first"."""
    place = found.span.start
    if (
        walk.ordinals
        and walk.ordinals[0] == sentence.index
        and " the one " in walk.report.body[sentence.span.start : place].lower()
    ):
        return walk.ordinals[1][1:]
    pair = next((one for one in sets_before(walk, sentence, place) if len(one) == 2), ()) or pair_before(
        walk, sentence, place
    )
    before = walk.report.body[sentence.span.start : place].lower()
    if " each " in f" {before} " or "neither " in before:
        return pair
    since = [a for a in pair if a.id in named]
    left = tuple(a for a in pair if a.id not in named)
    return left if len(since) == 1 and len(left) == 1 else ()
