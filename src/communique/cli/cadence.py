"""`communique cadence`: how many contacts by month, quarter or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, query_options
from communique.cli.pictures import file_option, write_chart

if TYPE_CHECKING:
    from communique.ledger import Query


@click.command("cadence")
@ledger_option
@format_option("table", "json")
@file_option
@query_options
def command(ledger: str, shape: str, path: str | None, query: Query) -> None:
    """Draw how many contacts there were by month, quarter or year, stacked by kind.

    \b
    communique cadence --party turkey
    communique cadence --between xi putin -o cadence.png
    """
    from communique.ledger import Ledger
    from communique.plot.build import build_cadence
    from communique.plot.captions import caption_of

    with Ledger.open(ledger, create=False) as opened:
        months = opened.months(query)
        whole = opened.count(query)
        undated = whole - sum(number for *_, number in months)
        caption = caption_of(opened.path, whole, whole, undated=undated)
        write_chart(build_cadence(months, title="Contacts by period", caption=caption), shape, path)
