"""`communique export datasette`: metadata with which datasette shows a ledger: datasette FILE.db -m FILE.json.

The views are in the ledger itself; the metadata says what they hold, hides the tables behind them, and has questions
that people ask of a ledger, to be filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from communique.export.formats import Wanted
from communique.ledger.schema import metadata
from communique.ledger.views import ABOUT

# Questions with their parameters.
QUERIES = {
    "between": (
        "Contacts between two states or organisations",
        (
            "SELECT day, parties, kind, status, origins, slug FROM contact_list "
            "WHERE ' ' || sides || ' ' LIKE '% ' || :one || ' %' AND ' ' || sides || ' ' LIKE '% ' || :other || ' %'"
        ),
    ),
    "told_differently": (
        "Contacts on which accounts conflict",
        (
            "SELECT day, parties, kind, status, disputed, conflicts, origins, slug FROM contact_list "
            "WHERE conflicts > 0 OR disputed"
        ),
    ),
    "accounts_of": (
        "All accounts of one contact, by its slug",
        (
            "SELECT published, outlet, side, kind, status, evidence, url FROM account_list WHERE slug = :slug "
            "ORDER BY published"
        ),
    ),
}


def export(wanted: Wanted) -> Iterator[str]:
    """The metadata as JSON."""
    name = PurePath(wanted.ledger.path).stem
    tables: dict[str, Any] = {table.name: {"hidden": True} for table in metadata.sorted_tables}
    tables |= {view: {"description": about} for view, about in ABOUT.items()}
    told = {
        "title": "A ledger of diplomatic contacts",
        "description": "Who dealt with whom, when, how, about what, and who says so.",
        "databases": {
            name: {
                "tables": tables,
                "queries": {key: {"title": title, "sql": sql} for key, (title, sql) in QUERIES.items()},
            }
        },
    }
    yield json.dumps(told, indent=1) + "\n"
