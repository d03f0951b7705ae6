"""Whether the contacts follow from what was written, and making them follow; merging is loaded only for that."""

from __future__ import annotations

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.portable import put

_DERIVED = "contacts derived"


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


def derive_pending(connection: Connection, recorded: str) -> None:
    """Merge anew what hangs together with the reports that came or changed since, and keep what follows."""
    from communique.ledger import derive

    derive.derive_pending(connection, recorded)
