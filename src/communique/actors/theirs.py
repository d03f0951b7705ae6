"""Whom plurals with an owner mean: "their foreign ministers", "their countries", "his guests"."""

from __future__ import annotations

from communique.actors.expressions import GROUPS, NUMBERS, PRONOUN, WORDS, Expression
from communique.actors.pronouns import refer_pronoun
from communique.actors.state_holders import entities, holders_of
from communique.actors.together import sets_before, together_before
from communique.actors.walk import Walk, home_of
from communique.records import Actor, Sentence, Span

ONE_STATE = frozenset(WORDS["own_states"])
LATELY = 3  # sentences within which those were named whom somebody has as guests or partners


def refer_theirs(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The holders of an office in the states of "their", or the states where one is not sure; nobody of one state alone.

    "Macron telephoned Scholz. Their foreign ministers will meet in May." Their delegations act for the states.
    """
    if noun := found.match["own"]:
        return own_states(walk, found, sentence, several=noun not in ONE_STATE)
    held = GROUPS[found.match["theirs"].lower()]["offices"] if found.match["theirs"] else ()
    owners = together_before(walk, sentence, found.span.start)
    states = dict.fromkeys(actor.state if actor.type == "person" else actor.id for actor in owners)
    if len(states) < 2 or None in states:
        return ()
    owning = entities(walk, (id for id in states if id))
    return holders_of(walk, owning, held) if held else owning


def own_states(walk: Walk, found: Expression, sentence: Sentence, *, several: bool) -> tuple[Actor, ...]:
    """The states of those whom "their" means: two or more of "their countries", one of "their country"."""
    owners = owners_of(walk, found, sentence)
    homes = [home_of(walk, actor) if actor.type == "person" else actor for actor in owners]
    states = {state.id: state for state in homes if state is not None}
    return tuple(states.values()) if all(homes) and (len(states) > 1) == several else ()


def owners_of(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom the possessive pronoun means with which an expression begins."""
    word = PRONOUN.match(walk.report.body, found.span.start)
    assert word is not None
    span = Span(start=word.start(), end=word.end())
    return refer_pronoun(walk, Expression("pronoun", "pronoun", span, word), sentence)


def refer_guests(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The several persons named together before of whom the owner is none: "Erdogan walked between his guests"."""
    owners = {actor.id for actor in owners_of(walk, found, sentence)}
    number = NUMBERS.get((found.match["number"] or "").lower(), 0)
    if not owners:
        return ()
    sets = (
        actors
        for actors in sets_before(walk, sentence, found.span.start, any_role=True)
        if all(a.type == "person" and a.id not in owners for a in actors)
    )
    named = next((actors for actors in sets if not number or len(actors) == number), ())
    return named or beside_the_owner(walk, found, sentence, owners, number)


def beside_the_owner(
    walk: Walk, found: Expression, sentence: Sentence, owners: set[str], number: int
) -> tuple[Actor, ...]:
    """The others of a list that holds the owner, else so many from abroad as the words count: "Pence told his two partners"."""
    place = found.span.start
    for joined in sets_before(walk, sentence, place, any_role=True):
        left = tuple(a for a in joined if a.type == "person" and a.id not in owners)
        if 1 < len(left) < len(joined) and (not number or len(left) == number):
            return left
    met = sorted(walk.discourse.before(sentence.index, place, LATELY), key=lambda m: m.place)
    homes = {m.actor.state for m in met if m.actor.id in owners}
    others = {
        m.actor.id: m.actor
        for m in met
        if m.actor.type == "person" and m.actor.id not in owners and m.actor.state not in homes
    }
    return tuple(others.values()) if number and len(others) == number else ()
