"""The ledger as it was, or would be: a copy in memory of what was known, its contacts derived from that alone."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, case, insert, null, select

from communique.errors import UsageError
from communique.ledger import schema
from communique.ledger.currents import View, choose_current
from communique.ledger.derived import derive_contacts

# What is copied, each before what refers to it.
_COPIED = (
    schema.report,
    schema.version,
    schema.edition,
    schema.reading,
    schema.account,
    schema.fact,
    schema.statement,
    schema.doubt,
    schema.adoption,
    schema.tombstone,
    schema.decision,
    schema.contact_alias,
    schema.aside,
)
_AT_ONCE = 2000
_END_OF_TIME = "9999"


def time_of(written: str) -> str:
    """The last moment of a year, month, day, or time, in UTC: "2026-03" is "2026-03-31T23:59:59.999999+00:00".

    Raises UsageError for what is no time.
    """
    from communique.ledger.connecting import moment_of

    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written)
    if found is None:
        return moment_of(written.replace(" ", "T", 1))
    year, month = int(found[1]), int(found[2] or 12)
    if not 1 <= month <= 12 or not 1 <= int(found[3] or 1) <= monthrange(year, month)[1]:
        raise UsageError(
            f"{written!r} is no day", remedy="write 2026, 2026-03, 2026-03-14 or 2026-03-14T12:00"
        )
    day = int(found[3] or monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02}T23:59:59.999999+00:00"


def copy_view(source: Connection, target: Connection, view: View) -> None:
    """Fill an empty ledger with what the view shows of another, and derive its contacts."""
    limit = view.as_of or _END_OF_TIME
    for table in _COPIED:
        rows = iter(source.execute(_known(table, limit)).mappings())
        while some := [dict(row) for row in islice(rows, _AT_ONCE)]:
            target.execute(insert(table), some)
    reports = list(target.scalars(select(schema.report.c.id)))
    choose_current(target, reports, (), view)
    derive_contacts(target, max(_times(target), default=_END_OF_TIME))


def _known(table: Table, limit: str) -> Any:
    """The rows of a table that were recorded by the time; what was undone later still holds."""
    if table in (schema.fact, schema.doubt):
        by_then = select(schema.reading.c.id).where(schema.reading.c.recorded <= limit)
        return select(table).where(table.c.reading.in_(by_then))
    if table is schema.decision:
        columns = [
            case((table.c.undone > limit, null()), else_=table.c[name]).label(name)
            if name.startswith("undone")
            else table.c[name]
            for name in table.c.keys()  # noqa: SIM118  (the names, not the columns)
        ]
        return select(*columns).where(table.c.recorded <= limit)
    return select(table).where(table.c.recorded <= limit)


def _times(connection: Connection) -> Iterator[str]:
    for table in (schema.reading, schema.decision, schema.adoption):
        yield from connection.scalars(select(table.c.recorded).order_by(table.c.recorded.desc()).limit(1))
