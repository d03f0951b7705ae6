"""`communique timeline`: contacts at their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import format_option, ledger_option, query_options
from communique.cli.pictures import file_option, write_chart

if TYPE_CHECKING:
    from communique.ledger import Ledger, Query
    from communique.plot import Chart

_MOST = 500


@click.command("timeline")
@ledger_option
@format_option("table", "json")
@file_option
@query_options
def command(ledger: str, shape: str, path: str | None, query: Query) -> None:
    """Draw contacts at their days, in a lane a pair of sides.

    \b
    communique timeline --between china usa --since 2020
    communique timeline --party xi -o xi.svg
    """
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        write_chart(timeline_of(opened, query), shape, path)


def timeline_of(ledger: Ledger, query: Query) -> Chart:
    """The chart of the latest contacts that fit."""
    from communique.plot.build import build_timeline
    from communique.plot.captions import caption_of

    lines = ledger.page(query, size=min(query.limit or _MOST, _MOST)).lines
    dated = sum(1 for line in lines if line.start or line.end)
    whole = ledger.count(query)
    caption = caption_of(ledger.path, len(lines), whole, undated=len(lines) - dated)
    return build_timeline(lines, title="Contacts over time", caption=caption)
