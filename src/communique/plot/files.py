"""Charts as files: SVG, PNG, a page of its own, Vega-Lite JSON."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from communique.errors import UsageError
from communique.plot.chart import Chart
from communique.plot.svg import export_svg
from communique.plot.table import chart_rows
from communique.plot.vega import vega_lite

FORMS = ("svg", "png", "html", "json")
_SCALE = 2.0  # pixels of a PNG for each of the drawing's: sharp in print and on dense screens


def export_chart(chart: Chart, path: str) -> None:
    """Write the chart in the form that the file's name ends with. Raises UsageError for any other."""
    form = Path(path).suffix.lower().lstrip(".")
    if form not in FORMS:
        raise UsageError(f"cannot draw into {path!r}", remedy="name a file .svg, .png, .html or .json")
    Path(path).write_bytes(chart_bytes(chart, form))


def chart_bytes(chart: Chart, form: str) -> bytes:
    """The chart in one of FORMS. Raises UsageError for PNG where the extra `plot` is not installed."""
    if form == "json":
        return (json.dumps(vega_lite(chart), ensure_ascii=False, indent=1) + "\n").encode()
    if form == "html":
        return _page(chart).encode()
    drawn = export_svg(chart)
    return _png(drawn) if form == "png" else drawn.encode()


def _png(drawn: str) -> bytes:
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("PNG needs the extra `plot`", remedy="pip install 'communique[plot]'") from error
    return vl_convert.svg_to_png(drawn, scale=_SCALE)


def _page(chart: Chart) -> str:
    """The picture with its figures as a table; nothing is fetched from anywhere."""
    columns, rows = chart_rows(chart)
    head = "".join(f"<th scope=col>{escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(row[name]))}</td>" for name in columns) + "</tr>" for row in rows
    )
    style = (
        "body{font:16px/1.5 'Helvetica Neue',Arial,sans-serif;margin:2rem auto;padding:0 1.2rem;max-width:64rem;color:#1b1d20}"
        # The picture bears its title and its caption itself; who hears the page is told the title first.
        "h1{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}figure{margin:0}"
        "svg{width:100%;height:auto}table{border-collapse:collapse;font-size:14px;width:100%}"
        "th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #e4e2dc}"
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(chart.title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style></head>\n<body><main>'
        f"<h1>{escape(chart.title)}</h1><figure>{export_svg(chart)}</figure>\n<h2>The figures</h2>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></main></body></html>\n"
    )
