"""`communique export graphml`: who deals with whom, for igraph, networkx, Cytoscape, yEd."""

from __future__ import annotations

from collections.abc import Iterator

from communique.export.formats import Wanted
from communique.export.graph import attribute, graph_of

_NODE = {"label": "string", "type": "string", "state": "string"}
_EDGE = {"weight": "int", "kinds": "string", "first": "string", "last": "string"}


def export(wanted: Wanted) -> Iterator[str]:
    """The document: keys, nodes by id, edges by ids."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for of, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    graph = graph_of(wanted.ledger, wanted.query)
    for name, values in graph.nodes():
        yield f"<node id={attribute(name)}>{_data('node', values)}</node>\n"
    for one, other, values in graph.edges():
        yield f"<edge source={attribute(one)} target={attribute(other)}>{_data('edge', values)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(of: str, values: dict[str, str]) -> str:
    # An attribute's escapes are an element's, too; its quotes are cut off.
    return "".join(
        f'<data key="{of}_{name}">{attribute(value)[1:-1]}</data>' for name, value in values.items() if value
    )
