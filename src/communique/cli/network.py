"""`communique network`: who deals with whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import click

from communique.cli.options import format_option, ledger_option, query_options
from communique.cli.pictures import file_option, write_chart

if TYPE_CHECKING:
    from communique.ledger import Query


@click.command("network")
@ledger_option
@format_option("table", "json")
@file_option
@click.option(
    "--by",
    type=click.Choice(("side", "actor")),
    default="side",
    show_default=True,
    help="Between states and organisations, or between persons.",
)
@query_options
def command(ledger: str, shape: str, path: str | None, by: Literal["side", "actor"], query: Query) -> None:
    """Draw who deals with whom: width by number, colour by the kind that prevails.

    \b
    communique network --since 2021 --until 2023
    communique network --by actor --party china -o network.svg
    """
    from communique.ledger import Ledger
    from communique.ledger.looking import MOST
    from communique.plot.build import build_network
    from communique.plot.captions import caption_of
    from communique.plot.naming import name_in

    with Ledger.open(ledger, create=False) as opened:
        cap = min(query.limit or MOST, MOST)
        whole = opened.count(query)
        caption = caption_of(opened.path, min(whole, cap), whole)
        chart = build_network(
            opened.pairs(query, by, cap),
            title="Who deals with whom",
            caption=caption,
            name=partial(name_in, opened),
        )
        write_chart(chart, shape, path)
