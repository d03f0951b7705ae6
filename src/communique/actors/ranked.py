"""Names with a rank beside an office: "India's chief of army staff, General R. K. Nair,", "General Ali, head of Chad's army".

A rank says nothing of whom its bearer serves. The office in apposition does, and is then that person's and no other's.
"""

from __future__ import annotations

from msgspec.structs import replace

from communique.actors.search import Search
from communique.actors.strangers import APPOSITION_END, give_office
from communique.records import Actor, Mention

RANK = "military_commander"
APPOSED = frozenset({", ", ", the "})


def bind_ranks(search: Search, named: list[Mention]) -> None:
    """Gives each name with a bare rank the office that stands beside it in apposition, and the office its bearer."""
    for number, office in enumerate(named):
        if office.form != "office" or len(office.actors) != 1 or office.span not in search.phrase_at:
            continue
        at = next((n for n, m in enumerate(named) if is_ranked(m) and is_beside(search, office, m)), None)
        if at is not None and office.actors[0].state:
            actor = bearer(search, office, named[at].actors[0])
            named[at] = replace(named[at], actors=(actor,))
            search.unknown[actor.name.split()[-1]] = actor
            give_office(search, named, number, actor)


def is_ranked(mention: Mention) -> bool:
    """Whether a mention is a person unknown to the lexicon of whom nothing is told but a rank."""
    if mention.form not in {"name", "title"} or len(mention.actors) != 1:
        return False
    actor = mention.actors[0]
    return actor.type == "person" and not actor.known and not actor.state and actor.office_id in {None, RANK}


def is_beside(search: Search, office: Mention, name: Mention) -> bool:
    """Whether an office and a name stand in apposition, the one right before or right behind the other."""
    body = search.report.body
    if office.span.end <= name.span.start:
        ahead = body[office.span.end : name.span.start] in APPOSED
        return ahead and APPOSITION_END.match(body, name.span.end) is not None
    behind = body[office.span.end : office.span.end + 2]
    return body[name.span.end : office.span.start] in APPOSED and behind not in {"'s", "’s"}


def bearer(search: Search, office: Mention, person: Actor) -> Actor:
    """The person with the office and its state."""
    title = search.phrase_at[office.span].title
    assert title is not None
    state = office.actors[0].state
    shown, office_id = search.resolver.spoken(title, state)
    return replace(person, office=shown, office_id=office_id, state=state)
