"""Who deals with whom as a graph: actors, and a tie for each pair of sides' people that dealt with each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from xml.sax.saxutils import quoteattr

from communique.ledger import Ledger, Query
from communique.records import Actor

_DEALING = ("party", "delegation_lead")
_CAME_ABOUT = ("held", "ongoing")
# Characters that no XML 1.0 document may hold, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(kw_only=True)
class Tie:
    """What passed between two actors: how many contacts, of which kinds, the first and the last possible day."""

    weight: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    first: str = ""
    last: str = ""

    def values(self) -> dict[str, str]:
        """Its attributes as text."""
        kinds = "; ".join(f"{kind} {number}" for kind, number in sorted(self.kinds.items()))
        return {"weight": str(self.weight), "kinds": kinds, "first": self.first, "last": self.last}


@dataclass(frozen=True, kw_only=True, slots=True)
class Graph:
    """Actors by id, and ties by the two ids in order."""

    actors: dict[str, Actor]
    ties: dict[tuple[str, str], Tie]

    def nodes(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each actor's id and attributes, by id."""
        for name in sorted(self.actors):
            actor = self.actors[name]
            yield name, {"label": actor.name, "type": actor.type, "state": actor.state or ""}

    def edges(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Each tie's ids and attributes, by ids."""
        for one, other in sorted(self.ties):
            yield one, other, self.ties[one, other].values()


def graph_of(ledger: Ledger, query: Query) -> Graph:
    """The graph of the contacts that fit and came about; people of one state have no tie with each other."""
    graph = Graph(actors={}, ties={})
    for contact in ledger.contacts(query):
        if contact.status not in _CAME_ABOUT:
            continue
        dealing = {each.actor.id: each.actor for each in contact.participants if each.role in _DEALING}
        graph.actors.update({name: actor for name, actor in dealing.items() if name not in graph.actors})
        for one, other in combinations(sorted(dealing), 2):
            if (dealing[one].state or one) != (dealing[other].state or other):
                tie = graph.ties.setdefault((one, other), Tie())
                tie.weight += 1
                tie.kinds[contact.kind] += 1
                _widen(tie, contact.when.start if contact.when else None)
                _widen(tie, contact.when.end if contact.when else None)
    return graph


def _widen(tie: Tie, day: str | None) -> None:
    if day:
        tie.first = min(tie.first or day, day)
        tie.last = max(tie.last, day)


def attribute(text: str) -> str:
    """The text as a quoted attribute; what XML cannot hold becomes U+FFFD."""
    return quoteattr(_NOT_XML.sub("\ufffd", text))
