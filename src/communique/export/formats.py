"""The table of formats that `communique export` writes: one module a format, imported when it is asked for.

A format's module has `export(wanted: Wanted) -> Iterable[str]`: the parts of one text, written as UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from communique.errors import UsageError
from communique.ledger import Ledger, Query

# Name -> module of this package and what it is for; the order is that of the help.
FORMATS = {
    "jsonl": ("communique.export.lines", "the interchange: one contact a line"),
    "plover": (
        "communique.export.plover",
        "PLOVER events as tab-separated rows, columns as POLECAT has them",
    ),
    "cameo": ("communique.export.cameo", "CAMEO events, a row for each direction, with a header"),
    "gdelt": ("communique.export.gdelt", "the same in the 61 columns of GDELT 2.0, without a header"),
    "followthemoney": (
        "communique.export.followthemoney",
        "entities for OpenSanctions and Aleph, one a line",
    ),
    "jsonld": ("communique.export.jsonld", "schema.org events as JSON-LD"),
    "turtle": ("communique.export.turtle", "the same graph as RDF in Turtle"),
    "graphml": ("communique.export.graphml", "who deals with whom, for networkx, igraph, Cytoscape"),
    "gexf": ("communique.export.gexf", "the same for Gephi"),
    "icalendar": ("communique.export.icalendar", "planned contacts for a calendar"),
    "datasette": (
        "communique.export.datasette",
        "metadata for datasette: what the ledger's views and tables hold",
    ),
    "bibtex": ("communique.export.bibtex", "contacts and the reports that tell of them, to be cited"),
    "pack": ("communique.export.pack", "one contact whole: HTML, or JSON that can be checked and read back"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What to export: the contacts of `query`, without whole articles where `without_text`.

    `suffix` is the ending of the file that it goes to (".json"), empty for standard output; a format that has
    several shapes chooses by it. `tell` hears of what the format cannot hold.
    """

    ledger: Ledger
    query: Query
    without_text: bool = False
    suffix: str = ""
    tell: Callable[[str], None] = lambda _: None


def export_format(name: str, wanted: Wanted) -> Iterable[str]:
    """The parts of the text in the format. Raises UsageError for an unknown one.

    >>> with Ledger.open(":memory:") as ledger:
    ...     "".join(export_format("jsonl", Wanted(ledger=ledger, query=Query())))
    ''
    """
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}", remedy=f"choose from {', '.join(FORMATS)}")
    return cast("Iterable[str]", import_module(FORMATS[name][0]).export(wanted))
