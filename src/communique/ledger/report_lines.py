"""Lists of reports, a page at a time by key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from communique.ledger import schema

reading, version = schema.reading, schema.version
_TOLD = (reading.c.report, reading.c.published, reading.c.labels, reading.c.text_kind, reading.c.accounts)
# A headline stands within so many letters of the beginning.
_OPENING = 400


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
    found: list[Any] = []
    # One stretch after the other, so that each is a walk along the index of days.
    for stretch in _stretches(key):
        wanted = (
            select(*_TOLD, func.substr(version.c.body, 1, _OPENING).label("opening"))
            .join(version, version.c.id == reading.c.version)
            .where(reading.c.current, *stretch)
        )
        order = (reading.c.published.desc(), reading.c.report.desc())
        found += connection.execute(wanted.order_by(*order).limit(size - len(found))).all()
        if len(found) == size:
            break
    return [_line(row) for row in found]


def _stretches(key: tuple[str, str] | None) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Dated reports behind the key, those of its own day first, then undated ones."""
    published, name = reading.c.published, reading.c.report
    if key is None:
        yield (published.is_not(None),)
        yield (published.is_(None),)
        return
    day, last = key
    if not day:
        yield (published.is_(None), name < last)
        return
    yield (published == day, name < last)
    yield (published < day,)
    yield (published.is_(None),)


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
        title=labels.get("title") or _headline(labels, row.opening) or source,
        source=source,
        text_kind=row.text_kind,
        accounts=row.accounts,
    )


def _headline(labels: dict[str, Any], opening: str) -> str:
    """The headline of a text that came without a title of its own."""
    spans = (each["span"] for each in labels.get("furniture", ()) if each["kind"] == "headline")
    return next((opening[span["start"] : span["end"]] for span in spans if span["end"] <= len(opening)), "")
