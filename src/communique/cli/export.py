"""`communique export`: contacts in another program's format."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import ledger_option, query_options

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query


class _Format(click.ParamType[str]):
    """The name of a format; the table of formats is only opened when a name is checked."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from communique.export.formats import FORMATS

        if value not in FORMATS:
            self.fail(f"{value!r} is none of {', '.join(FORMATS)}", param, ctx)
        return value


@click.command("export")
@click.argument("name", metavar="FORMAT", type=_Format())
@click.argument("references", nargs=-1, metavar="[ID]...")
@ledger_option
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--without-text", is_flag=True, help="Evidence sentences and hashes, no articles.")
@query_options
def command(name: str, references: tuple[str, ...], ledger: str, query: Query, **given: Any) -> None:
    """Write contacts in another format: those with the IDs, or all that fit the conditions.

    jsonl is the interchange; bibtex has an entry for each contact and each report that tells of it; pack is
    one contact whole, as a page of HTML (or, where FILE ends in .json, as JSON), with evidence, chains,
    hashes and editions, so that another can check it: communique ledger verify PACK.

    plover, cameo and gdelt are event data: one record with all its actors in PLOVER's terms; both directions of
    each pair in CAMEO's and GDELT 2.0's, where a contact whose day is not known has no row of GDELT's. followthemoney,
    jsonld, turtle, graphml, gexf and icalendar are for the tools of those names; icalendar has what is planned.

    \b
    communique export jsonl --since 2025 -o contacts.jsonl
    communique export bibtex 2025-01-21-putin-xi-video-call
    communique export pack 2025-01-21-putin-xi-video-call -o call.html
    """
    from communique.cli.output import note, write_text
    from communique.export.formats import Wanted, export_format
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        wanted = Wanted(
            ledger=opened,
            query=_chosen(opened, references, query),
            without_text=given["without_text"],
            suffix=PurePath(given["output"] or "").suffix.lower(),
            tell=note,
        )
        write_text("".join(export_format(name, wanted)), given["output"])


def _chosen(ledger: Ledger, references: tuple[str, ...], query: Query) -> Query:
    from dataclasses import replace

    if not references:
        return query
    return replace(query, contacts=tuple(sorted({ledger.contact(each).id for each in references})))
