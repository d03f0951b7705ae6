"""What was recorded between two times: reports read, texts replaced, editions adopted, decisions made and undone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from communique.ledger import schema
from communique.ledger.anchors import Placed, place_decisions
from communique.ledger.changes import Cause
from communique.ledger.decisions import load_decisions
from communique.ledger.notices import NOTICED

_END_OF_TIME = "9999"


def load_causes(
    connection: Connection, since: str | None, until: str | None, edition: str | None
) -> list[Cause]:
    """Everything recorded after `since` and by `until`; and what an edition that lies beside would bring."""
    first, last = since or (_END_OF_TIME if edition else ""), until or _END_OF_TIME
    return [
        *_readings(connection, first, last, edition),
        *_decisions(connection, first, last),
        *_adoptions(connection, first, last),
    ]


def _readings(connection: Connection, first: str, last: str, edition: str | None) -> Iterator[Cause]:
    reading, version, report = schema.reading, schema.version, schema.report
    rows = connection.execute(
        select(reading.c.report, reading.c.version, reading.c.edition, reading.c.recorded, reading.c.adopted)
        .add_columns(version.c.notice, report.c.source)
        .join(version, version.c.id == reading.c.version)
        .join(report, report.c.id == reading.c.report)
        .order_by(reading.c.report, reading.c.recorded, reading.c.id)
    )
    texts: dict[str, str] = {}
    for row in rows:
        known = texts.get(row.report)
        texts[row.report] = row.version
        beside = edition is not None and row.edition == edition
        if not beside and not (row.adopted and first < row.recorded <= last):
            continue
        if known is None:
            told = f"{row.source} was read"
        elif known != row.version:
            told = f"a new text of {row.source} was read"
        else:
            told = f"{row.source} was read again by edition {row.edition}"
        if row.notice:
            told += f", which says that it was {NOTICED[row.notice]}"
        yield Cause(told=told, reports=frozenset({row.report}))


def _decisions(connection: Connection, first: str, last: str) -> Iterator[Cause]:
    for placed in place_decisions(connection, load_decisions(connection, undone=True)):
        each = placed.decision
        if first < (each.recorded or "") <= last:
            yield _cause(placed, f"{each.author} decided ({each.kind}): {each.reason}")
        if each.undone and first < each.undone <= last:
            yield _cause(placed, f"{each.undone_by} took back ({each.kind}): {each.undone_why}")


def _cause(placed: Placed, told: str) -> Cause:
    decision = placed.decision
    accounts = frozenset({*decision.one, *decision.other, *placed.one, *placed.other})
    reports = frozenset({decision.subject} if decision.subject else ())
    return Cause(told=told, accounts=accounts, reports=reports)


def _adoptions(connection: Connection, first: str, last: str) -> Iterator[Cause]:
    adoption, reading = schema.adoption.c, schema.reading.c
    rows = connection.execute(
        select(adoption.edition, adoption.author, adoption.reason)
        .where(adoption.recorded > first, adoption.recorded <= last)
        .order_by(adoption.recorded, adoption.id)
    )
    for row in rows.all():
        reports = connection.scalars(select(reading.report).where(reading.edition == row.edition))
        told = f"{row.author} adopted edition {row.edition}: {row.reason}"
        yield Cause(told=told, reports=frozenset(reports))
