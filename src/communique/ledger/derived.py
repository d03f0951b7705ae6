"""Whether the contacts follow from what was written, and making them follow; merging is loaded only for that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.decisions import Decision
from communique.ledger.pending import note_pending
from communique.ledger.portable import among, put

if TYPE_CHECKING:
    from communique.merge import Spread

_DERIVED = "contacts derived"
# Decisions on accounts touch only what these hang together with; others may touch contacts anywhere.
_ON_ACCOUNTS = frozenset({"same", "apart", "correct"})


def mark_derived(connection: Connection, done: bool) -> None:
    """Note whether the contacts follow from everything that was written."""
    put(connection, schema.state_of, {"name": _DERIVED, "value": "yes" if done else "no"})


def is_derived(connection: Connection) -> bool:
    """Whether the contacts follow from everything that was written; an empty ledger's do."""
    kept = select(schema.state_of.c.value).where(schema.state_of.c.name == _DERIVED)
    return connection.scalar(kept) != "no"


def derive_contacts(connection: Connection, recorded: str) -> None:
    """Merge all accounts that stand anew under people's decisions and keep what follows."""
    from communique.ledger import derive

    derive.derive_contacts(connection, recorded)


def derive_pending(connection: Connection, recorded: str, spread: Spread | None = None) -> None:
    """Merge anew what hangs together with the reports that came or changed since, and keep what follows."""
    from communique.ledger import derive

    derive.derive_pending(connection, recorded, spread)


def derive_decided(connection: Connection, decision: Decision, recorded: str) -> None:
    """Make the contacts follow from a decision that a person made or took back."""
    if decision.kind not in _ON_ACCOUNTS or not is_derived(connection):
        derive_contacts(connection, recorded)
        return
    row = schema.account.c
    named = among(row.id, (*decision.one, *decision.other))
    note_pending(connection, connection.scalars(select(row.report).where(named)))
    note_pending(connection, _held(connection, (anchor.report for anchor in decision.anchors)))
    derive_pending(connection, recorded)


def _held(connection: Connection, reports: Iterable[str]) -> list[str]:
    return list(connection.scalars(select(schema.report.c.id).where(among(schema.report.c.id, reports))))
