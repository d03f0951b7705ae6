"""For which state or organisation an outlet speaks: its own official texts are that side's readouts."""

from __future__ import annotations

from communique.knowledge import Knowledge
from communique.records import Report

OFFICIAL = frozenset({"readout", "briefing", "transcript"})


def side_of(report: Report, knowledge: Knowledge) -> str | None:
    """The side of an official text: "White House" gives USA, "Ministry of Foreign Affairs of Japan" JPN; None for the press."""
    if report.text_kind not in OFFICIAL or not report.outlet:
        return None
    found = None
    for hit in knowledge.index.find(report.outlet):
        for name in hit.names:
            if name.category == "outlet":
                found = found or knowledge.outlets[name.id].speaks_for or None
            elif name.category in {"metonym", "state", "demonym", "body", "organisation", "capital", "place"}:
                found = found or name.of or name.id
    return found if found in knowledge.states or found in knowledge.organisations else None
