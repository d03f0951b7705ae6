"""Which reports are copies or rewrites of others that tell of the same contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from communique.ledger.portable import among
from communique.ledger.schema import contact_account, reading
from communique.ledger.stored import load_reports
from communique.merge import find_origins
from communique.records import Report

# Of more reports that tell of one contact the texts are not compared while somebody waits for a page.
_MOST_COMPARED = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Copies:
    """What has the text of one report: its `origin`, where it is a copy itself, and the `others` of that origin, by day."""

    origin: Report | None = None
    others: tuple[Report, ...] = ()


def copies_of(connection: Connection, report: Report) -> Copies:
    """The reports that have the report's text, cut or rewritten, among those that tell of its contacts."""
    groups = [group for group in _told_together(connection, [report.id]) if len(group) <= _MOST_COMPARED]
    held = load_reports(connection, among(reading.c.report, {name for group in groups for name in group}))
    shared: set[str] = set()
    origin = report.id
    for group in groups:
        origins = find_origins(held[each] for each in group if each in held)
        own = origins.get(report.id, report.id)
        origin = min(origin, own) if origin != report.id else own
        shared |= {name for name, found in origins.items() if found == own}
    others = [held[name] for name in shared - {report.id, origin}]
    others.sort(key=lambda each: (each.dated.date or "9999", each.outlet or each.source, each.id))
    return Copies(origin=held[origin] if origin != report.id else None, others=tuple(others))


def with_copies(connection: Connection, reports: Mapping[str, Report]) -> dict[str, Report]:
    """The reports with `copy_of`: the id of the report whose text each has, cut or rewritten; none for an original.

    The evening paper's cut of an agency's story is a copy of it, where both tell of one contact.
    """
    groups = _told_together(connection, reports)
    others = {name for group in groups for name in group} - set(reports)
    held = {**reports, **load_reports(connection, among(reading.c.report, others))} if others else reports
    origins: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for name, origin in find_origins(held[each] for each in group if each in held).items():
            if name != origin:
                origins[name].add(origin)
    return {
        name: replace(report, copy_of=min(origins[name])) if name in origins else report
        for name, report in reports.items()
    }


def _told_together(connection: Connection, reports: Iterable[str]) -> list[list[str]]:
    """The reports of each contact that one of these and another tell of, each group once."""
    row = contact_account.c
    mine = select(row.contact).where(among(row.report, reports))
    rows = connection.execute(select(row.contact, row.report).where(row.contact.in_(mine)).distinct())
    told: dict[str, set[str]] = defaultdict(set)
    for each in rows:
        told[each.contact].add(each.report)
    groups = {tuple(sorted(group)) for group in told.values() if len(group) > 1}
    return [list(group) for group in sorted(groups)]
