"""Pictures in the terminal or into a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from communique.plot import Chart

file_option: Callable[[Any], Any] = click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    help="Into a file: .svg, .png, .html or .json (Vega-Lite).",
)


def write_chart(chart: Chart, shape: str, path: str | None) -> None:
    """Into the file where one is named, else as JSON (Vega-Lite) or as characters to standard output."""
    from communique.cli.output import console, note, write_text
    from communique.plot.files import chart_bytes, export_chart
    from communique.plot.terminal import terminal_lines

    if path:
        export_chart(chart, path)
        note(f"drew {path}")
    elif shape == "json":
        write_text(chart_bytes(chart, "json").decode())
    else:
        screen = console()
        for line in terminal_lines(chart, screen.width):
            screen.print(line, no_wrap=True, crop=True)
