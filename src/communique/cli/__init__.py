"""The commands, one file each, loaded when they run: `communique --help` loads none."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from typing import Any

import click

from communique.errors import CommuniqueError, InputError, UsageError

# Name -> what it does; the module of the same name holds the command. The order is that of --help.
COMMANDS = {
    "demo": "Read the sample reports into a ledger of their own and show it.",
    "read": "Read reports into the ledger and show what is new.",
    "contacts": "List contacts.",
    "show": "Show one contact's dossier.",
    "compare": "Lay the accounts of a contact side by side.",
    "check": "Hold a text that is not stored against the ledger.",
    "statements": "List what was said, by whom, through whom.",
    "search": "Search reports and contacts for words.",
    "reports": "List what was read, and what was not, and why.",
    "doubts": "List what is unsure.",
    "judge": "Join, part, correct, settle, distrust, grade.",
    "add": "Enter an account by hand.",
    "who": "Show one actor's offices and record.",
    "ledger": "Check, rebuild, dump, load, copy and migrate the ledger; forget reports.",
    "lexicon": "Check the lexicon, and import persons and offices.",
    "watch": "Poll feeds and tell what is new in them.",
    "timeline": "Draw contacts at their days.",
    "cadence": "Draw how many contacts there were by period.",
    "network": "Draw who deals with whom.",
    "serve": "Serve the pages on this machine.",
    "table": "Write flat tables for analysis.",
    "codebook": "Write what every value and column means.",
    "changes": "Tell what changed in the ledger between two times, and why.",
    "export": "Write contacts in another format.",
    "mcp": "Serve the ledger to agents as tools that only read.",
    "explain": "Show every stage's result for one report.",
    "evaluate": "Score the stages of reading against gold sets.",
}
BETWEEN_TIDYINGS = 50_000
_EXIT_FAILED, _EXIT_USAGE, _EXIT_UNREAD = 1, 2, 3


class Commands(click.Group):
    """Imports its members on use; errors become a line on standard error and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"communique.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CommuniqueError as error:
            click.echo(f"communique: {error}", err=True)
            ctx.exit(_status_of(error))


def _status_of(error: CommuniqueError) -> int:
    if isinstance(error, UsageError):
        return _EXIT_USAGE
    return _EXIT_UNREAD if isinstance(error, InputError) else _EXIT_FAILED


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="communique", prog_name="communique")
def commands() -> None:
    """Keep a sourced ledger of diplomacy: who dealt with whom, when, how, about what, and who says so.

    \b
    communique demo
    communique read reports/*.txt
    communique contacts --between xi putin --since 2025
    communique show 2025-01-21-putin-xi-video-call
    """


def main() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        # Reports hold every script; a terminal's encoding must not end the run.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a console's streams are TextIOWrapper
    # Loading makes very many objects that all stay: looking through them for garbage takes a tenth of the time.
    gc.set_threshold(BETWEEN_TIDYINGS)
    # At the end the memory goes back as a whole; to look through it once more takes as long again.
    atexit.register(gc.freeze)
    commands()


if __name__ == "__main__":
    main()
