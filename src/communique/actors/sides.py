"""For which state or organisation an outlet speaks: its own official texts are that side's readouts."""

from __future__ import annotations

import functools

from communique.knowledge import Knowledge
from communique.knowledge.index import Hit, NameIndex
from communique.records import Report

OFFICIAL = frozenset({"readout", "briefing", "transcript"})

KEPT = 256  # outlets whose names are remembered


def side_of(report: Report, knowledge: Knowledge) -> str | None:
    """The side of an official text: "White House" gives USA, "Ministry of Foreign Affairs of Japan" JPN; None for the press."""
    return owner_of(report.outlet, knowledge) if report.text_kind in OFFICIAL and report.outlet else None


def house_of(report: Report, knowledge: Knowledge) -> str | None:
    """The state in which an outlet is at home, whatever it prints: Kuwait News Agency gives KWT."""
    if not report.outlet:
        return None
    for hit in hits_of(knowledge.index, report.outlet):
        for id in hit.ids("outlet"):
            if (state := knowledge.outlets[id].state) in knowledge.states:
                return state
    return owner_of(report.outlet, knowledge)


def owner_of(outlet: str, knowledge: Knowledge) -> str | None:
    """The state or organisation for which an outlet speaks."""
    found = None
    for hit in hits_of(knowledge.index, outlet):
        for name in hit.names:
            if name.category == "outlet":
                found = found or knowledge.outlets[name.id].speaks_for or None
            elif name.category in {"metonym", "state", "demonym", "body", "organisation", "capital", "place"}:
                found = found or name.of or name.id
    return found if found in knowledge.states or found in knowledge.organisations else None


@functools.lru_cache(maxsize=KEPT)
def hits_of(index: NameIndex, outlet: str) -> tuple[Hit, ...]:
    """The names of the lexicon in an outlet's name, which many reports have in common."""
    return tuple(index.find(outlet))
