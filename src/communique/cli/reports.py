"""`communique reports`: what was read, and what was not, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option
from communique.periods import first_day, last_day

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.records import Report


@click.command("reports")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--outlet", metavar="NAME", help="Only of this outlet.")
@click.option("--since", metavar="DAY", help="Published on or after: 2025, 2025-03 or 2025-03-14.")
@click.option("--until", metavar="DAY", help="Published by then.")
@click.option("--undated", is_flag=True, help="Only those without a sure day.")
@click.option("--unread", is_flag=True, help="Only those in a language that is not read.")
@click.option("--aside", is_flag=True, help="Only what could not be read.")
@click.option("--withdrawn", is_flag=True, help="Only those that make no contacts: retracted, unreliable.")
@click.option("--versions", metavar="REPORT", help="The texts of one report over time, and what changed.")
def command(
    ledger: str, shape: str, aside: bool, versions: str | None, **conditions: str | bool | None
) -> None:
    """List what was read, and what was not, and why.

    \b
    communique reports --since 2025-01 --outlet "The Turku Post"
    communique reports --undated
    communique reports --unread
    communique reports --aside --format csv
    communique reports --versions https://post.example/a-call
    """
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        if versions:
            _write_versions(opened, versions, shape)
            return
        if not aside:
            chosen = {report.id: report for report in _chosen(opened, **conditions)}
            held = opened.with_copies(chosen)
            whose = opened.reports({each.copy_of for each in held.values() if each.copy_of})
            _write_reports(list(held.values()), {name: each.source for name, each in whose.items()}, shape)
        if aside or shape == "table":
            _write_asides(opened, shape)


def _chosen(ledger: Ledger, **conditions: str | bool | None) -> list[Report]:
    from communique.body import is_readable

    since, until = first_day(_text(conditions["since"])), last_day(_text(conditions["until"]))
    outlet = _text(conditions["outlet"])
    withdrawn = ledger.withdrawn() if conditions["withdrawn"] else None
    chosen = [
        report
        for report in ledger.reports().values()
        if (outlet is None or (report.outlet or "").lower() == outlet.lower())
        and (since is None or (report.dated.date or "") >= since)
        and (until is None or (report.dated.date or "9999") <= until)
        and not (conditions["undated"] and report.dated.date)
        and not (conditions["unread"] and is_readable(report))
        and (withdrawn is None or report.id in withdrawn)
    ]
    return sorted(chosen, key=lambda report: (report.dated.date or "9999", report.source, report.id))


def _write_versions(ledger: Ledger, reference: str, shape: str) -> None:
    from dataclasses import asdict

    from communique.cli.output import write_objects, write_rows

    found = ledger.versions(reference)
    if shape in ("json", "jsonl"):
        write_objects([{"type": "version", "schema_version": 1, **asdict(each)} for each in found], shape)
        return
    rows = [
        {
            "version": each.id,
            "recorded": each.recorded[:19],
            "notice": each.notice,
            "counts": "yes" if each.current else "no",
            "gone": " ".join(each.gone),
            "came": " ".join(each.came),
        }
        for each in found
    ]
    write_rows(("version", "recorded", "notice", "counts", "gone", "came"), rows, shape)


def _text(value: str | bool | None) -> str | None:
    return value if isinstance(value, str) else None


def _write_reports(chosen: list[Report], origins: dict[str, str], shape: str) -> None:
    from communique.cli.output import write_objects, write_rows
    from communique.export import brief, tables
    from communique.export.jsonl import in_order, report_object

    if shape in ("json", "jsonl"):
        write_objects(in_order(report_object(report) for report in chosen), shape)
    elif shape == "csv":
        rows = tables.report_rows(report_object(report) for report in chosen)
        write_rows(tables.COLUMNS["reports"], rows, shape)
    else:
        lines = [
            {**brief.report_line(report), "copy_of": origins.get(report.copy_of or "")} for report in chosen
        ]
        write_rows((*brief.REPORT, "copy_of"), lines, shape)


def _write_asides(ledger: Ledger, shape: str) -> None:
    from communique.cli.output import write_objects, write_rows

    columns = ("source", "place", "why", "remedy", "recorded")
    rows = [{name: getattr(aside, name) for name in columns} for aside in ledger.asides()]
    if shape in ("json", "jsonl"):
        write_objects([{"type": "aside", **row} for row in rows], shape)
    elif rows or shape != "table":
        write_rows(columns, rows, shape)
