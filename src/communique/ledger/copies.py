"""Which reports are copies or rewrites of others that tell of the same contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from communique.ledger.portable import among
from communique.ledger.schema import contact_account, reading
from communique.ledger.stored import load_reports
from communique.merge import find_origins
from communique.records import Report


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
