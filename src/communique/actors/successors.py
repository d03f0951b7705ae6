"""Who held an office before or after somebody: "his predecessor", "her successor"."""

from __future__ import annotations

from msgspec.structs import replace

from communique.actors.resolve import HEAD_OFFICES, Resolver
from communique.records import Actor


def in_turn(resolver: Resolver, actor: Actor, *, later: bool) -> Actor | None:
    """Who held an actor's office before or after the actor, where one person's tenure meets the actor's own."""
    own = [
        t
        for t in resolver.knowledge.tenures_of.get(actor.id, ())
        if not actor.office_id or (t.office == actor.office_id and t.of == actor.state)
    ]
    own = [t for t in own if not resolver.day or t.first_day() <= resolver.day]
    if not own:
        return None
    led = [t for t in own if t.office in HEAD_OFFICES and t.of in resolver.knowledge.states]
    tenure = own[-1] if actor.office_id or not led else led[-1]
    every = resolver.knowledge.holders.get((tenure.of, tenure.office), ())
    others = [t for t in every if t.person != actor.id and t.start and tenure.start]
    if later:
        after = [
            t for t in others if tenure.end and t.first_day() >= tenure.end[:7] and t.start > tenure.start
        ]
        found = min(after, key=lambda t: t.first_day(), default=None)
    else:
        before = [t for t in others if t.end and t.start < tenure.start]
        found = max(before, key=lambda t: t.first_day(), default=None)
    return replace(resolver.person(found.person), inferred=True) if found else None
