"""`communique export turtle`: the same graph as `jsonld`, as RDF in Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from communique.export.formats import Wanted
from communique.export.linked import OWN, SCHEMA, Node, linked_nodes

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t\x00-\x1f\x7f]')
# What an IRI between angle brackets must not hold.
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def export(wanted: Wanted) -> Iterator[str]:
    """Prefixes, then the nodes by id."""
    yield f"@prefix schema: <{SCHEMA}> .\n@prefix communique: <{OWN}> .\n"
    for node in linked_nodes(wanted.ledger, wanted.query):
        yield turtle_of(node)


def turtle_of(node: Node) -> str:
    """One node with all that is said of it."""
    said = [
        f"    {_predicate(key)} {', '.join(map(_object, _many(value)))}"
        for key, value in node.items()
        if key[0] != "@"
    ]
    return (
        f"\n{_iri(node['@id'])} a {_predicate(node['@type'])}"
        + "".join(f" ;\n{each}" for each in said)
        + " .\n"
    )


def _predicate(name: str) -> str:
    return name.replace(OWN, "communique:") if name.startswith(OWN) else f"schema:{name}"


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _object(value: Any) -> str:
    if isinstance(value, dict):
        return _iri(value["@id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else f'"{_ESCAPED.sub(_escape, value)}"'


def _iri(name: str) -> str:
    return f"<{_NOT_IN_IRI.sub(lambda found: f'%{ord(found[0]):02X}', name)}>"


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}")
