"""`communique export jsonld`: schema.org events as one JSON-LD document; its context is written out, nothing is fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator

from communique.export.formats import Wanted
from communique.export.linked import OWN, SCHEMA, linked_nodes


def export(wanted: Wanted) -> Iterator[str]:
    """The document, a node a line."""
    context = {"@vocab": SCHEMA, "communique": OWN}
    yield f'{{"@context": {json.dumps(context)}, "@graph": [\n'
    lines = (
        json.dumps(_short(node), ensure_ascii=False) for node in linked_nodes(wanted.ledger, wanted.query)
    )
    yield ",\n".join(lines)
    yield "\n]}\n"


def _short(node: dict[str, object]) -> dict[str, object]:
    return {
        key.replace(OWN, "communique:"): value.replace(OWN, "communique:")
        if key == "@type" and isinstance(value, str)
        else value
        for key, value in node.items()
    }
