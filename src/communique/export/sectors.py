"""Actors as event data write them: country codes of the day, sectors, CAMEO's actor codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.knowledge import load_knowledge
from communique.knowledge.codes import code_of, coding
from communique.records import Actor


@dataclass(frozen=True, kw_only=True, slots=True)
class Coded:
    """An actor with its codes: Xi Jinping, CHN, COW 710, GOV, CAMEO CHNGOV."""

    id: str
    name: str
    state: str | None
    country: str
    cow: str
    sector: str
    title: str
    group: str
    cameo: str
    fips: str


def coded_actor(actor: Actor, day: str | None) -> Coded:
    """The actor with the codes that held on the day; empty where a system has none."""
    state = home_of(actor)
    sector = sector_of(actor)
    country = code_of(state, "cameo", day) or ""
    group = coding()["groups"].get(actor.id, "")
    named = sector if actor.type != "state" and sector in _CAMEO_SECTORS else ""
    return Coded(
        id=actor.id,
        name=actor.name,
        state=state,
        country=code_of(state, "iso3", day) or state or "",
        cow=code_of(state, "cow", day) or "",
        sector=sector,
        title=actor.office or "",
        group=group,
        cameo=f"{country}{named}{group}",
        fips=code_of(state, "fips", day) or "",
    )


# PLOVER's PTY is no sector of CAMEO, which writes parties by their state alone.
_CAMEO_SECTORS = frozenset({"GOV", "MIL", "LEG", "OPP", "SPY", "REB", "IGO"})


def home_of(actor: Actor) -> str | None:
    """The state that the actor belongs to: its own id for a state, none for an organisation of states."""
    if actor.type == "state":
        return actor.id
    if actor.type == "organisation":
        known = load_knowledge().organisations.get(actor.id)
        owner = known.of if known else actor.state
        return owner if owner in load_knowledge().states else None
    return actor.state if actor.state in load_knowledge().states else None


def sector_of(actor: Actor) -> str:
    """GOV, MIL, LEG, OPP, PTY, SPY, REB, IGO; empty where nothing tells it.

    A person in office is of the government, unless the office says otherwise; one who serves an organisation of
    states, or a movement, is of its sector.
    """
    sectors = coding()["sectors"]
    if actor.type == "state":
        return "GOV"
    if actor.type == "organisation":
        return str(sectors["organisation"].get(_kind_of(actor.id), ""))
    if actor.office_id in sectors["office"]:
        return str(sectors["office"][actor.office_id])
    if actor.state and actor.state not in load_knowledge().states:
        return str(sectors["organisation"].get(_kind_of(actor.state), ""))
    return "GOV" if actor.office_id or actor.office else ""


@cache
def _kind_of(organisation: str) -> str:
    known = load_knowledge().organisations.get(organisation)
    if known is None:
        return ""
    if known.kind == "body" and known.of not in load_knowledge().states:
        return "intergovernmental"
    return known.kind
