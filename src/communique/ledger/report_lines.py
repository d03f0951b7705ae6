"""Lists of reports, a page at a time by key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from communique.ledger import schema

reading = schema.reading


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportLine:
    """What a list shows of a report, with the number of accounts that it holds."""

    id: str
    published: str | None
    outlet: str | None
    title: str
    source: str
    text_kind: str
    accounts: int

    @property
    def key(self) -> tuple[str, str]:
        """Where the line stands in the order of a list."""
        return (self.published or "", self.id)


def select_report_lines(connection: Connection, key: tuple[str, str] | None, size: int) -> list[ReportLine]:
    """The `size` reports behind the key (day of publication, id), the latest first, undated ones last."""
    published = func.coalesce(reading.c.published, "")
    wanted = select(
        reading.c.report, reading.c.published, reading.c.labels, reading.c.text_kind, reading.c.accounts
    ).where(reading.c.current)
    if key is not None:
        day, name = key
        wanted = wanted.where(or_(published < day, and_(published == day, reading.c.report < name)))
        if day:
            # The same said of the bare column, which has an index.
            wanted = wanted.where(or_(reading.c.published <= day, reading.c.published.is_(None)))
    rows = connection.execute(
        wanted.order_by(reading.c.published.desc(), reading.c.report.desc()).limit(size)
    )
    return [_line(row) for row in rows]


def count_reports(connection: Connection, cap: int) -> int:
    """How many reports there are; `cap` + 1 stands for more than `cap`."""
    some = select(schema.report.c.id).limit(cap + 1).subquery()
    return int(connection.scalar(select(func.count()).select_from(some)) or 0)


def _line(row: Any) -> ReportLine:
    labels = json.loads(row.labels)
    source = labels.get("source", "")
    return ReportLine(
        id=row.report,
        published=row.published,
        outlet=labels.get("outlet"),
        title=labels.get("title") or source,
        source=source,
        text_kind=row.text_kind,
        accounts=row.accounts,
    )
