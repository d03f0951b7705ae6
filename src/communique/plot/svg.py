"""Draws charts as SVG: the same drawing for pages, which colour it by class, and for files, which carry a style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from communique.plot.chart import Chart
from communique.plot.palette import CROSSED, HOLLOW, KINDS, STATES, kind_name

_WIDE, _NARROW = 960, 380
_FONT = "font-family:'Helvetica Neue',Arial,'Liberation Sans',sans-serif"


@dataclass(frozen=True, kw_only=True, slots=True)
class Canvas:
    """The room to draw in: `width` in pixels; `narrow` is a phone's."""

    width: float = _WIDE

    @property
    def narrow(self) -> bool:
        return self.width < 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """Elements of SVG and the height that they take."""

    elements: tuple[str, ...]
    height: float


def draw_svg(chart: Chart, width: float = _WIDE) -> str:
    """The chart for a page: no words around it, coloured by the page's own style."""
    canvas = Canvas(width=width)
    drawn = drawer_of(chart)(chart, canvas)
    box = f"0 0 {number(width)} {number(drawn.height)}"
    attributes = f'class="chart {"narrow" if canvas.narrow else "wide"}" viewBox="{box}" role="group"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {attributes} aria-label="{escape(chart.title)}" '
        f'width="{number(width)}" height="{number(drawn.height)}">{"".join(drawn.elements)}</svg>'
    )


def export_svg(chart: Chart, width: float = _WIDE) -> str:
    """The chart as a file of its own: with title, key and caption, light, good for print."""
    drawn = drawer_of(chart)(chart, Canvas(width=width))
    head = [text(24, 34, chart.title, "title")]
    top = 44.0
    if chart.subtitle:
        head.append(text(24, 54, chart.subtitle, "subtitle"))
        top = 64.0
    keys, top = _key_line(chart, top)
    foot = top + drawn.height + 22
    whole = foot + 14
    box = f'viewBox="0 0 {number(width)} {number(whole)}" width="{number(width)}" height="{number(whole)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" aria-label="{escape(chart.title)}">',
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.caption)}</desc>",
        f"<style>{print_style()}</style>",
        f'<rect class="paper" width="{number(width)}" height="{number(whole)}"/>',
        *head,
        *keys,
        f'<g transform="translate(0,{number(top)})">',
        *drawn.elements,
        "</g>",
        text(24, foot, chart.caption, "caption"),
        "</svg>\n",
    ]
    return "".join(parts)


def drawer_of(chart: Chart) -> Callable[[Chart, Canvas], Drawn]:
    """What draws a chart of this form."""
    from communique.plot.svg_bars import draw_bars
    from communique.plot.svg_cells import draw_cells
    from communique.plot.svg_network import draw_network
    from communique.plot.svg_points import draw_points

    return {"points": draw_points, "bars": draw_bars, "network": draw_network, "cells": draw_cells}[
        chart.form
    ]


def text(x: float, y: float, words: str, style: str, anchor: str = "") -> str:
    """A line of words."""
    at = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{number(x)}" y="{number(y)}" class="{style}"{at}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    """A straight line."""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends} class="{style}"/>'


def sign(kind: str, status: str, x: float, y: float, size: float = 1.0) -> str:
    """The sign of a kind; outlined where only planned, struck through where it did not come about."""
    look = KINDS[kind]
    came = "hollow" if status in HOLLOW else "crossed" if status in CROSSED else "filled"
    scaled = f" scale({number(size)})" if size != 1 else ""
    struck = '<path class="strike" d="M-7,7L7,-7"/>' if came == "crossed" else ""
    return (
        f'<g transform="translate({number(x)},{number(y)}){scaled}" class="k-{kind} {came}">'
        f'<path d="{look.path}"/>{struck}</g>'
    )


def linked(inner: str, href: str | None, label: str) -> str:
    """The drawing with its explanation, as a link where it leads somewhere."""
    words = escape(label)
    told = f"<title>{words}</title>{inner}"
    if not href:
        return f"<g>{told}</g>"
    return f'<a href="{escape(href)}" aria-label="{words}">{told}</a>'


def number(value: float) -> str:
    """A coordinate, without digits that nobody sees."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def shortened(words: str, most: int) -> str:
    """The words, cut where there is no room for them."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def print_style() -> str:
    """The style of a file: paper white, colours for the light."""
    kinds = "".join(f".k-{kind}{{fill:{look.light};stroke:{look.light}}}" for kind, look in KINDS.items())
    cells = "".join(
        f".c-{state.replace(' ', '-')}{{fill:{fill};stroke:#c9c7c0}}" for state, (fill, _) in STATES.items()
    )
    return (
        f"text{{{_FONT};font-size:12px;fill:#33363b}}.title{{font-size:19px;font-weight:600;fill:#16181b}}"
        ".subtitle,.caption,.tick{fill:#5c6067}.caption{font-size:11px}.tick{font-size:11px}"
        ".value{font-size:11px;fill:#33363b}.paper{fill:#fff}.grid{stroke:#e4e2dc}.axis{stroke:#8c8a84}"
        ".lane{stroke:#efede8}.hollow path{fill:#fff;stroke-width:1.6}.filled path{stroke:none}"
        ".crossed path{fill-opacity:.25;stroke:none}.crossed .strike{stroke:inherit;stroke-width:1.6}"
        ""
        f".node{{fill:#33363b;stroke:#fff;stroke-width:1.5}}{kinds}{cells}"
        ".bar{stroke:none}.tie{fill:none;stroke-opacity:.6}.span{stroke-width:3;stroke-opacity:.35}"
        ".hollow path{fill:#fff;stroke-width:1.6}.filled path{stroke:none}"
    )


def _key_line(chart: Chart, top: float) -> tuple[list[str], float]:
    """The key to kinds, or to cells, in one line under the title."""
    parts: list[str] = []
    x, y = 30.0, top + 12
    if chart.form == "cells":
        for state, (_, mark) in STATES.items():
            parts.append(
                f'<rect x="{x - 6}" y="{y - 8}" width="14" height="14" class="c-{state.replace(" ", "-")}"/>'
            )
            parts.append(text(x + 14, y + 4, f"{mark} {state}", "tick"))
            x += 40 + 6.4 * len(state)
        return parts, top + 30
    for kind in chart.kinds:
        parts += [sign(kind, "held", x, y), text(x + 11, y + 4, kind_name(kind), "tick")]
        x += 30 + 6.2 * len(kind)
    if any(point.status in HOLLOW for point in chart.points):
        parts += [sign("meeting", "planned", x, y), text(x + 11, y + 4, "planned or proposed", "tick")]
        x += 148
    if any(point.status in CROSSED for point in chart.points):
        parts += [sign("meeting", "denied", x, y), text(x + 11, y + 4, "denied or called off", "tick")]
    return parts, top + 30 if parts else top
