"""Who is meant by an office of a state: whom the report names in it, else the lexicon's holder of the day, else the office."""

from __future__ import annotations

from communique.actors.phrase import Title
from communique.actors.resolve import GENERIC, HEAD_OFFICES, LOOSE
from communique.actors.search import Search, note_office
from communique.actors.told_by_words import head_of_body
from communique.actors.words import ROLES
from communique.knowledge.fold import kebab
from communique.records import Actor

DIPLOMATS = frozenset(ROLES["diplomats"])
DIPLOMAT = "diplomat"
OWN_WORDS = frozenset(ROLES["told_by_office"])


def exists(search: Search, title: Title, state: str) -> bool:
    """Whether a state has such an office: the United States have no prime minister."""
    if title.text.lower() in search.knowledge.offices["head_of_government"].generic:
        return True
    return any(
        not search.knowledge.offices[office].single or (state, office) in search.knowledge.holders
        for office, _ in title.offices
    )


def holder_met(search: Search, title: Title, state: str) -> Actor | None:
    """Who of a state has been named in such an office by the report."""
    for office, of in title.offices:
        if of and of != state:
            continue
        if (office, state) in search.offices:
            return search.offices[office, state]
        if office == "head_of_government":
            heads = [a for (o, s), a in search.offices.items() if s == state and o in HEAD_OFFICES]
            if heads:
                leading = search.resolver.leader(state) if len(heads) > 1 else None
                return next((a for a in heads if leading and a.id == leading.id), heads[-1])
    return None


def office_holder(search: Search, title: Title, state: str, definite: bool) -> Actor | None:
    """Who is meant by an office of a state."""
    if definite and (met := holder_met(search, title, state)) is not None:
        return met
    if state not in search.knowledge.states and state not in search.knowledge.organisations:
        return None
    if definite and (one := head_of_body(search.resolver, title, state)):
        note_office(search, one)
        return one
    generic = all(office in GENERIC - {"head_of_government"} for office, _ in title.offices)
    single = any(
        search.knowledge.offices[office].single or office in {"head_of_government", "vice_president"}
        for office, _ in title.offices
    )
    if generic or not definite or not single:
        return (one_of(search, title, state) if definite else None) or search.resolver.entity(state)
    holder = search.resolver.holder(title, state)
    if holder:
        note_office(search, holder)
        if holder.id not in search.introduced:
            search.introduced.append(holder.id)
        return holder
    shown, office_id = search.resolver.spoken(title, state)
    entry = search.knowledge.states.get(state) or search.knowledge.organisations[state]
    unnamed = Actor(
        id=unfilled_id(state, office_id),
        name=f"{shown} of {entry.name}",
        type="person",
        office=shown,
        office_id=office_id,
        state=state,
        known=False,
    )
    note_office(search, unnamed)
    return unnamed


def unfilled_id(state: str, office_id: str) -> str:
    """The id of an office whose holder is not known."""
    return f"{state.lower()}-{kebab(office_id)}"


def is_unfilled(actor: Actor) -> bool:
    """Whether an actor is an office itself, for want of a holder."""
    return (
        not actor.known
        and actor.state is not None
        and actor.office_id is not None
        and actor.id == unfilled_id(actor.state, actor.office_id)
    )


def one_of(search: Search, title: Title, state: str) -> Actor | None:
    """ "the Russian minister", "the Taliban deputy leader": the one person of a state who may be called so."""
    diplomat = title.text.lower() == DIPLOMAT
    loose = all(office in LOOSE for office, _ in title.offices) and not title.text.startswith("deputy")
    if title.plural or loose and not diplomat:
        return None
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.named[-12:]
        if m.actor.type == "person" and m.actor.state == state
    }
    wanted = {office for office, _ in title.offices}
    if diplomat:
        met = {id: a for id, a in met.items() if a.office_id in DIPLOMATS | {"foreign_minister"}}
    elif "minister" in wanted:
        met = {id: a for id, a in met.items() if is_minister(a)}
    elif wanted & (OWN_WORDS | HEAD_OFFICES):  # "the Myanmar ambassador" is nobody but an ambassador
        met = {id: a for id, a in met.items() if a.office_id in wanted or holds_one(search, a, wanted)}
    else:
        met = {id: a for id, a in met.items() if not is_leader(search, a)}
    if len(met) > 1 and wanted & DIPLOMATS:  # "the American envoy" is the one who holds such a post
        met = {id: a for id, a in met.items() if a.office_id in DIPLOMATS}
    return next(iter(met.values())) if len(met) == 1 else None


def is_leader(search: Search, actor: Actor) -> bool:
    """Whether an actor heads a state or an organisation: the Secretary-General is not "the UN envoy"."""
    office = search.knowledge.offices.get(actor.office_id or "")
    return office is not None and (office.id in HEAD_OFFICES or office.level == "leaders" and office.single)


def holds_one(search: Search, actor: Actor, offices: set[str]) -> bool:
    """Whether somebody holds one of the offices on the day, be it not the one by which he was named: Xi leads his party."""
    return any(t.office in offices and t.of == actor.state for t in search.resolver.current(actor.id))


def is_minister(actor: Actor) -> bool:
    """Whether an actor is a minister and heads no government."""
    return (actor.office_id or "").endswith("minister") and actor.office_id not in HEAD_OFFICES
