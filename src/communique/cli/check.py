"""`communique check`: a text that is not stored, held against the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import InputError, UsageError
from communique.periods import first_day

if TYPE_CHECKING:
    from communique.checking import Check
    from communique.records import Report


@click.command("check")
@click.argument("draft", metavar="DRAFT | URL | -")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--published", metavar="DAY", help="The day that its “on Tuesday” is counted from.")
def command(draft: str, ledger: str, shape: str, published: str | None) -> None:
    """Hold each contact, day, quotation and “first since” of a text against the ledger.

    confirmed: two origins or more say so; one origin only; contradicted: an account says otherwise, or the words
    are another's; not in the ledger; not checkable: a claim about the record that the ledger cannot be counted
    for. Nothing of the text is kept.

    \b
    communique check draft.txt
    communique check https://example.org/story --format markdown
    communique check - --published 2025-01-22 < draft.txt
    """
    from communique.checking import check
    from communique.ledger import Ledger

    if published is not None and first_day(published) != published:
        raise UsageError(f"--published {published} is no day", remedy="write it as 2025-03-14")
    reports = _reports(draft, published)
    with Ledger.open(ledger, create=False) as opened:
        write_checks([check(report, opened) for report in reports], shape)


def _reports(draft: str, published: str | None) -> list[Report]:
    """The texts of the input; what cannot be read is told."""
    from communique.cli.output import note
    from communique.intake import IntakeOptions, SetAside, read_inputs

    found = []
    for one in read_inputs([draft], IntakeOptions(published=published)):
        if isinstance(one, SetAside):
            note(f"communique: {one}")
        else:
            found.append(one)
    if not found:
        raise InputError("nothing to check", where=draft, remedy="give a text")
    return found


def write_checks(checks: list[Check], shape: str) -> None:
    """The findings, as a table for people, as objects, or as Markdown."""
    from communique.cli.output import note, write_objects, write_rows, write_text
    from communique.export.check import CHECKED, check_object, check_rows, export_check

    if shape in ("json", "jsonl"):
        write_objects([check_object(each) for each in checks], shape)
    elif shape == "markdown":
        write_text("\n".join(export_check(each) for each in checks))
    else:
        write_rows(CHECKED, [row for each in checks for row in check_rows(each)], shape)
        for each in checks:
            counted = ", ".join(f"{number} {outcome}" for outcome, number in each.counts.items() if number)
            note(f"{each.report.source}: {counted or 'nothing that can be held against the ledger'}")
