"""What a user's word for an actor may stand for: a person's name, an id, a state and its persons."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sqlalchemy import ColumnElement, Connection, or_, select

from communique.ledger.schema import actor_name, contact_party, tally
from communique.ledger.sets import once

_DEALING = ("party", "delegation_lead")


def folded_words(name: str) -> str:
    """The name's words in small ASCII letters: "Recep Tayyip Erdoğan" is "recep tayyip erdogan"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def takes_part(name: str, *, dealing: bool = False) -> ColumnElement[bool]:
    """The condition on a row of `contact_party` that it is who `name` means.

    "xi", "Xi Jinping" and "xi-jinping" are persons whose name has these words; "China", "Chinese", "Beijing"
    and "CHN" are the state and everybody who acts for it. `dealing` leaves out hosts, aides and mediators.
    """
    row, named = contact_party.c, actor_name.c
    words = folded_words(name)
    meant = sorted({name.strip(), *meant_by(words)})
    # Names are looked up among the distinct ones; contacts are then found by the index on their actors.
    arms: list[ColumnElement[bool]] = [row.actor.in_(meant), row.state.in_(meant)]
    if words:
        by_words = [named.folded.contains(f" {word} ", autoescape=True) for word in words.split()]
        arms.append(row.actor.in_(select(named.actor).where(*by_words)))
    fits = or_(*arms)
    return fits & row.role.in_(_DEALING) if dealing else fits


def ids_meant(connection: Connection, name: str) -> list[str]:
    """The ids of actors, states and organisations that `name` may stand for, those of no contact among them."""
    return once(connection, ("meant", name), lambda: _ids_meant(connection, name))


def _ids_meant(connection: Connection, name: str) -> list[str]:
    named, words = actor_name.c, folded_words(name)
    meant = {name.strip(), *meant_by(words)}
    if words:
        by_words = [named.folded.contains(f" {word} ", autoescape=True) for word in words.split()]
        meant |= set(connection.scalars(select(named.actor).where(*by_words).distinct()))
    if len(meant) > 1:
        held = select(tally.c.under).where(
            tally.c.under.in_([f"party:{each}" for each in meant]), tally.c.month == ""
        )
        met = {under.partition(":")[2] for under in connection.scalars(held)}
        # A word that only happens to be an id of nobody is left out; of nobody at all, the name itself stands.
        meant = meant & met or {name.strip()}
    return sorted(meant)


def sides_of(connection: Connection, actor: str) -> set[str]:
    """The states or organisations for which contacts know the actor to stand; its own id for one of these."""
    return once(connection, ("sides", actor), lambda: _sides_of(connection, actor))


def _sides_of(connection: Connection, actor: str) -> set[str]:
    rows = connection.scalars(select(actor_name.c.state).where(actor_name.c.actor == actor).distinct())
    return {state or actor for state in rows} or {actor}


def contacts_of(name: str, *, dealing: bool = False) -> ColumnElement[bool]:
    """The condition on a contact that `name` takes part in it."""
    from communique.ledger.schema import contact

    theirs = select(contact_party.c.contact).where(takes_part(name, dealing=dealing))
    within: ColumnElement[bool] = contact.c.id.in_(theirs)
    return within


def meant_by(words: str) -> frozenset[str]:
    """Ids that the lexicon gives for the words: a state's code, an organisation, a person's id."""
    return _lexicon().get(words, frozenset())


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    meant: dict[str, set[str]] = {}
    for state in knowledge.states.values():
        for name in (state.id, state.name, *state.names, *state.demonyms, *state.capitals, *state.metonyms):
            meant.setdefault(folded_words(name), set()).add(state.id)
    for organisation in knowledge.organisations.values():
        for name in (organisation.id, organisation.name, *organisation.names):
            meant.setdefault(folded_words(name), set()).add(organisation.id)
    for person in knowledge.persons.values():
        for name in (person.id, person.name, *person.aliases, *person.family):
            words = folded_words(name)
            # "Zelensky" alone is a spelling of Zelenskyy: each word of a name may stand for it.
            for part in {words, *words.split()}:
                meant.setdefault(part, set()).add(person.id)
    return {words: frozenset(ids) for words, ids in meant.items()}
