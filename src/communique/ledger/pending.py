"""Which reports something changed about since the contacts were derived: read, read again, or another reading
of them counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from communique.ledger.portable import insert_once
from communique.ledger.schema import pending


def note_pending(connection: Connection, reports: Iterable[str]) -> None:
    """Remember that something about these reports changed since the contacts were derived."""
    insert_once(connection, pending, [{"report": each} for each in sorted(set(reports))])


def load_pending(connection: Connection) -> list[str]:
    """The reports about which something changed, sorted."""
    return list(connection.scalars(select(pending.c.report).order_by(pending.c.report)))


def forget_pending(connection: Connection) -> None:
    """Nothing changed any more: the contacts follow from all that is kept."""
    connection.execute(delete(pending))
