"""Who deals with whom in a span of time, by state or by person."""

from __future__ import annotations

from typing import Any

from communique.errors import UsageError
from communique.plot.build import build_network
from communique.plot.table import chart_rows
from communique.web.asking import CHOICES, actor_address, address, pair_address, without
from communique.web.pages.ledger import found_by_words
from communique.web.shown import Ask, Page

# So many of the latest contacts are drawn, between states and between persons.
_DRAWN_OF = {"side": 6000, "actor": 1500}


def show(ask: Ask) -> Page:
    """The page at `/network`; `by=actor` draws persons. Raises UsageError."""
    asked = ask.asked
    by = ask.param("by", "side")
    if by not in _DRAWN_OF:
        raise UsageError(f"no network by {by!r}", remedy="side or actor")
    cap = _DRAWN_OF[by]
    query = found_by_words(ask, asked.query)
    total = ask.counted(ask.ledger.count, query)
    pairs = ask.counted(ask.ledger.pairs, query, "side" if by == "side" else "actor", cap)
    chart = build_network(pairs, title="Who deals with whom", address=_address, name=ask.name)
    rest = without(asked.chosen, "since", "until", "kind")
    return Page(
        template="network.html",
        title="Network",
        shown={
            "asked": asked,
            "by": by,
            "chart": chart,
            "rows": list(zip(chart_rows(chart)[1], reversed(chart.ties), strict=True)),
            "total": total,
            "cap": cap,
            "by_addresses": [
                (one, words, address("/network", asked.chosen, by=one if one != "side" else ""))
                for one, words in (("side", "States"), ("actor", "Persons"))
            ],
            "rest": rest,
            "kinds": CHOICES["kind"],
        },
        twin=lambda: {
            "type": "network",
            "by": by,
            "considered": min(total, cap),
            "nodes": [{"id": node.id, "name": node.label, "contacts": node.number} for node in chart.nodes],
            "ties": [
                {"one": one, "other": other, "kind": kind, "contacts": number}
                for one, other, kind, number in pairs
            ],
        },
    )


def _address(**meant: Any) -> str:
    return pair_address(*meant["pair"]) if "pair" in meant else actor_address(meant["actor"])
