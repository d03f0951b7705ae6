"""`communique mcp`: the ledger as tools for agents."""

from __future__ import annotations

import click

from communique.cli.options import ledger_option


@click.command("mcp")
@ledger_option
def command(ledger: str) -> None:
    """Serve the ledger to agents over the Model Context Protocol, on standard input and output.

    The tools only read: search, contacts, contact, compare, statements, who, check. Answers carry evidence
    and chains, so that a model can cite, and excerpts, never whole articles. Needs the extra `mcp`.

    \b
    communique mcp --ledger communique.db
    """
    from communique.agents import make_server
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        make_server(opened).run("stdio")
