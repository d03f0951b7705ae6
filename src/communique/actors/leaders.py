"""Who "the visiting leader" and "the African president" are: the one of those named lately who came, or who serves there."""

from __future__ import annotations

from communique.actors.expressions import Expression
from communique.actors.hosting import guest
from communique.actors.regions import states_of_kind
from communique.actors.resolve import HEAD_OFFICES
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

LOOSE = frozenset({"dignitary", "politician", "official"})
STATE_HEADS = frozenset({"president", "monarch", "head_of_state"})
MINISTERS = frozenset({"minister", "foreign minister", "diplomat"})


def refer_leader(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The one person named lately who has such a standing and came, or is of such a state.

    "Ruto flew to Helsinki to see Stubb. The visiting leader thanked his host; the Nordic leader smiled."
    """
    what, region = found.match["what"], states_of_kind(found.word)
    met = {
        m.actor.id: m.actor
        for m in walk.discourse.before(sentence.index, found.span.start)
        if m.actor.type == "person" and stands_so(m.actor, what)
    }
    fitting = [actor for actor in met.values() if region is None or actor.state in region]
    if found.match["visiting"]:
        came = guest(walk, sentence, None, "the")
        fitting = [a for a in fitting if a.id in {one.id for one in came}] or [
            a for a in fitting if walk.places and a.state not in walk.places
        ]
    return (fitting[0],) if len(fitting) == 1 else ()


def stands_so(actor: Actor, what: str) -> bool:
    """Whether somebody may be called so by the office: a head "the leader", a president "the head of state"."""
    office = actor.office_id or ""
    if what == "head of state":
        return office in STATE_HEADS
    if what in LOOSE:
        return True
    return office.endswith("minister") if what in MINISTERS else office in HEAD_OFFICES
