"""`communique export gexf`: who deals with whom, for Gephi."""

from __future__ import annotations

from collections.abc import Iterator

from communique.export.formats import Wanted
from communique.export.graph import attribute, graph_of

_NODE = ("type", "state")
_EDGE = ("kinds", "first", "last")


def export(wanted: Wanted) -> Iterator[str]:
    """The document of GEXF 1.2: attributes, nodes by id, edges by ids."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n<graph defaultedgetype="undirected" mode="static">\n'
    for of, names in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{of}">\n'
        yield from (f'<attribute id="{of}_{name}" title="{name}" type="string"/>\n' for name in names)
        yield "</attributes>\n"
    graph = graph_of(wanted.ledger, wanted.query)
    yield "<nodes>\n"
    for name, values in graph.nodes():
        yield f"<node id={attribute(name)} label={attribute(values['label'])}>{_values('node', _NODE, values)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, (one, other, values) in enumerate(graph.edges()):
        ends = f"source={attribute(one)} target={attribute(other)} weight={attribute(values['weight'])}"
        yield f'<edge id="{number}" {ends}>{_values("edge", _EDGE, values)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(of: str, names: tuple[str, ...], values: dict[str, str]) -> str:
    told = "".join(
        f'<attvalue for="{of}_{name}" value={attribute(values[name])}/>' for name in names if values[name]
    )
    return f"<attvalues>{told}</attvalues>"
