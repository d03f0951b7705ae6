"""`communique serve`: the pages, on this machine."""

from __future__ import annotations

import secrets
from typing import Any

import click

from communique.cli.options import ledger_option
from communique.errors import UsageError


@click.command("serve")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8731, show_default=True, help="0 takes a free one."
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option(
    "--public", is_flag=True, help="Let others read, with a token: excerpts only, nothing can be changed."
)
@click.option(
    "--token", envvar="COMMUNIQUE_TOKEN", metavar="TOKEN", help="With --public; made up by default."
)
@click.option("--name", "names", multiple=True, metavar="HOST", help="Answer under this host name, too.")
@click.option("--author", default="reader", show_default=True, help="Under whose name judgements are kept.")
def command(ledger: str, **asked: Any) -> None:
    """Serve the pages: the ledger to search, compare, judge, and to check drafts against.

    On this machine only, unless --host names another address; then --public is needed, and readers need the token
    that is shown at the start.

    \b
    communique serve
    communique serve --port 8080 --no-browser
    communique serve --host 0.0.0.0 --public --name desk.example.org
    """
    from communique.cli.serving import Serving, serve

    serving = Serving(
        host=str(asked["host"]),
        port=int(str(asked["port"])),
        browser=not asked["no_browser"],
        public=bool(asked["public"]),
        token=str(asked["token"] or secrets.token_urlsafe(18)) if asked["public"] else None,
        names=tuple(str(name).lower() for name in asked["names"]),
        author=str(asked["author"]),
    )
    if serving.is_open and not serving.public:
        raise UsageError(
            f"{serving.host} can be reached by others", remedy="add --public, or leave --host out"
        )
    serve(ledger, serving)
