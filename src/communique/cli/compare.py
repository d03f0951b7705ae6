"""`communique compare`: the readouts matrix, of a contact in the ledger or of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option
from communique.cli.pictures import file_option
from communique.errors import InputError, NotFoundError, UsageError
from communique.periods import first_day, last_day

if TYPE_CHECKING:
    from communique.export.matrix import Matrix
    from communique.ledger import Ledger
    from communique.records import Contact


@click.command("compare")
@click.argument("references", nargs=-1, metavar="[ID | FILE FILE...]")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@file_option
@click.option("--between", nargs=2, metavar="A B", help="The contacts of these two.")
@click.option("--on", metavar="DAY", help="With --between: on this day, month or year.")
@click.option(
    "--words", is_flag=True, help="The sentences themselves in each cell, in JSON with their places."
)
def command(references: tuple[str, ...], ledger: str, shape: str, path: str | None, **asked: Any) -> None:
    """Lay the accounts of a contact side by side: topics and facts by outlets and sides.

    same: as the others say; differs: the others say otherwise; only here: no other says it; silent: says
    nothing of it; excerpt only: others give its word, its own text is not held; no text: the ledger holds no
    account of that side.

    \b
    communique compare 2025-01-21-putin-xi-video-call
    communique compare kremlin.txt xinhua.txt --words
    communique compare --between xi putin --on 2025-01 --format csv
    communique compare 2025-01-21-putin-xi-video-call -o readouts.svg
    """
    from communique.ledger import Ledger

    between: tuple[str, str] | None = asked["between"]

    if bool(references) == bool(between):
        raise UsageError("compare takes an ID, files, or --between A B", remedy="communique compare --help")
    if references and all(Path(each).exists() or each == "-" for each in references):
        with Ledger.open() as opened:
            _write(opened, _told_by_files(opened, references), shape, path, words=asked["words"])
        return
    with Ledger.open(ledger, create=False) as opened:
        if between:
            chosen = _between(opened, between, asked["on"])
        else:
            chosen = [opened.contact(each) for each in references]
        _write(opened, chosen, shape, path, words=asked["words"])


def _told_by_files(ledger: Ledger, paths: tuple[str, ...]) -> list[Contact]:
    """The contacts of the files; those that at least two of them tell of, if there are any."""
    from communique.cli.output import note
    from communique.engines.batch import ReadOptions, read_into

    outcome = read_into(ledger, paths, ReadOptions())
    for aside in outcome.asides:
        note(f"communique: {aside}")
    if not outcome.reports:
        raise InputError("none of the files could be read", where=", ".join(paths), remedy="see above")
    told = ledger.contacts()
    shared = [contact for contact in told if contact.support.reports > 1]
    if told and not shared and len(paths) > 1:
        note("communique: no contact is told of in more than one of the files")
    return shared or told


def _between(ledger: Ledger, names: tuple[str, str], on: str | None) -> list[Contact]:
    from communique.ledger import Query

    found = ledger.contacts(Query(between=names, since=first_day(on), until=last_day(on)))
    if not found:
        raise NotFoundError(
            f"no contact between {names[0]} and {names[1]}", remedy="`communique contacts` lists all"
        )
    return found


def _draw(ledger: Ledger, contacts: list[Contact], matrices: list[Matrix], path: str) -> None:
    """The matrix of one contact as a picture. Raises UsageError where there are several."""
    from communique.cli.output import note
    from communique.export.brief import contact_line
    from communique.plot.build import build_matrix_chart
    from communique.plot.captions import caption_of
    from communique.plot.files import export_chart

    if len(contacts) != 1:
        raise UsageError(
            f"a picture shows one contact, these are {len(contacts)}",
            remedy="name one: " + ", ".join(contact.slug for contact in contacts[:5]),
        )
    line = contact_line(contacts[0])
    title = f"{line['parties']}: {line['kind']}, {line['day']}"
    export_chart(build_matrix_chart(matrices[0], title=title, caption=caption_of(ledger.path, 1, 1)), path)
    note(f"drew {path}")


def _write(ledger: Ledger, contacts: list[Contact], shape: str, path: str | None, *, words: bool) -> None:
    from rich.text import Text

    from communique.cli.output import console, write_objects, write_rows
    from communique.export.brief import contact_line
    from communique.export.dossier import matrix_rows
    from communique.export.matrix import build_matrix, matrix_object

    reports = ledger.reports_of(contacts)
    matrices = [build_matrix(contact, reports, words=words) for contact in contacts]
    if path:
        _draw(ledger, contacts, matrices, path)
        return
    if shape in ("json", "jsonl"):
        write_objects([matrix_object(matrix) for matrix in matrices], shape)
        return
    for contact, matrix in zip(contacts, matrices, strict=True):
        columns, rows = matrix_rows(matrix)
        if shape == "table":
            line = contact_line(contact)
            heading = f"{line['day']}  {line['parties']}  {line['kind']}, {line['status']}  {line['slug']}"
            console().print(Text(heading, style="bold"))
        write_rows(columns, rows, shape)
