"""How salient each person is where a reference stands, people whom no mention covers among them.

Salience follows Lappin and Leass (1994): each naming weighs by its grammatical role, and all weights halve from
sentence to sentence. Who is not in the lexicon stands in the way like anybody else: where "he" most likely is
an official without a name, it is nobody who has one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from communique.actors.discourse import MAIN, REACH, Discourse, Met
from communique.record_type import Record
from communique.records import Actor, Span

PARALLEL = 35  # what a subject of the same sentence gains for a pronoun that is a subject
GOES_ON = 40  # what the subject of the whole sentence before gains for the first subject of the next
RECENCY = 100  # weight of being named in the sentence at all
AGAIN = 25  # what a person gains who is named in the sentence both as a subject and otherwise
APART = 0.4  # share of the weight of who is named on the other side of a quotation mark
CLOSE = 0.95  # from this share of the first one's weight on, a second person is as likely


class Candidate(NamedTuple):
    """A person whom a reference may mean, with the weight."""

    actor: Actor
    weight: float


class Place(Record, frozen=True, kw_only=True):
    """Where a reference stands: its sentence, its place in the body, its quotation, whether it is a subject, and one behind others."""

    sentence: int
    place: int
    quotation: Span | None = None
    subject: bool = False
    behind: bool = False


def candidates(discourse: Discourse, where: Place, fits: Callable[[Actor], bool]) -> list[Candidate]:
    """The persons before a place who fit, the most salient first; of two alike the one named first in its sentence.

    In "Putin met Xi. He left." Putin weighs more than Xi.
    """
    best: dict[tuple[str, int], dict[bool, float]] = {}
    last: dict[str, Met] = {}
    first: dict[str, Met] = {}
    for met in met_before(discourse, where):
        actor = met.actor
        if actor.type != "person" or not fits(actor):
            continue
        if last.setdefault(actor.id, met).sentence == met.sentence:
            first[actor.id] = met
        roles, subject = best.setdefault((actor.id, met.sentence), {}), met.subject
        roles[subject] = max(roles.get(subject, 0), points(met, where))
    weight: dict[str, float] = {}
    for (id, number), roles in best.items():
        gained = max(roles.values()) + (AGAIN if len(roles) > 1 else 0)
        weight[id] = weight.get(id, 0) + gained * 0.5 ** (where.sentence - number)
    if where.quotation is None:  # who is named in quotations only is talked about, not who goes on
        told = {met.actor.id for met in (*discourse.named, *discourse.strangers) if not met.quoted}
        weight = {id: value for id, value in weight.items() if id in told}
    ordered = sorted(weight, key=lambda one: (-weight[one], -last[one].sentence, first[one].place))
    return [Candidate(last[id].actor, weight[id]) for id in ordered]


def met_before(discourse: Discourse, where: Place) -> list[Met]:
    """Everybody met before a place within reach, with or without a mention."""
    found = discourse.before(where.sentence, where.place)
    for met in reversed(discourse.strangers):
        if where.sentence - met.sentence > REACH:
            break
        if met.place < where.place:
            found.append(met)
    return found


def points(met: Met, where: Place) -> float:
    """What one naming weighs for a reference at a place."""
    weight = met.weight + RECENCY
    if where.subject and met.subject and met.sentence == where.sentence:
        weight += PARALLEL
    if where.subject and met.weight >= MAIN and where.sentence - met.sentence == 1 and not where.behind:
        weight += GOES_ON
    inside = where.quotation is not None and where.quotation.start <= met.place < where.quotation.end
    return weight if inside or (where.quotation is None and not met.quoted) else weight * APART


def likeliest(ranked: list[Candidate]) -> Actor | None:
    """The first of the ranking; None where it is no actor, or where a second one is as likely."""
    if not ranked or is_stranger(ranked[0].actor):
        return None
    if len(ranked) > 1 and ranked[1].weight >= CLOSE * ranked[0].weight:
        return None
    return ranked[0].actor


def is_stranger(actor: Actor) -> bool:
    """Whether an actor only stands for somebody whom no mention covers."""
    return actor.id.startswith("?")
