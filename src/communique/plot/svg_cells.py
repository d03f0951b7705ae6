"""Draws a matrix: who tells what on which subject, and how it stands to what the others tell."""

from __future__ import annotations

from communique.plot.chart import Chart
from communique.plot.palette import STATES
from communique.plot.svg import Canvas, Drawn, linked, number, shortened, text

_ROW, _LABEL, _HEAD, _LINE = 26.0, 170.0, 34.0, 16.0


def draw_cells(chart: Chart, canvas: Canvas) -> Drawn:
    """Subjects down, columns across, each cell with its sign and its words as far as they fit."""
    if not chart.cells:
        return Drawn(elements=(text(24, 24, "Nothing to compare", "tick"),), height=40)
    wide = (canvas.width - _LABEL - 48) / len(chart.columns)
    letters = max(3, int(wide / 6.4))
    headings = [two_lines(name, letters) for name in chart.columns]
    head = _HEAD + (_LINE if any(len(lines) > 1 for lines in headings) else 0)
    # A name of one line stands at the cells, too.
    elements = [
        text(_LABEL + 24 + at * wide + 6, head - 12 - _LINE * (len(lines) - 1 - line), words, "lane-name")
        for at, lines in enumerate(headings)
        for line, words in enumerate(lines)
    ]
    across = {name: at for at, name in enumerate(chart.columns)}
    down = {name: at for at, name in enumerate(chart.lanes)}
    elements += [
        text(_LABEL + 12, head + at * _ROW + 17, shortened(name, 27), "lane-name", "end")
        for name, at in down.items()
    ]
    for cell in chart.cells:
        x, y = _LABEL + 24 + across[cell.column] * wide, head + down[cell.row] * _ROW
        box = (
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(wide - 3)}" height="{number(_ROW - 3)}" '
            f'class="c-{cell.state.replace(" ", "-")}"/>'
        )
        words = shortened(f"{STATES[cell.state][1]} {cell.told}".strip(), letters - 1)
        told = f"{cell.row}, {cell.column}: {cell.told or cell.state} ({cell.state})"
        elements.append(linked(box + text(x + 7, y + 16, words, "value"), None, told))
    return Drawn(elements=tuple(elements), height=head + len(chart.lanes) * _ROW + 6)


def two_lines(name: str, letters: int) -> tuple[str, ...]:
    """The name on one line or, broken between words, on two; the second shortened where it is longer still."""
    if len(name) <= letters:
        return (name,)
    at = name.rfind(" ", 0, letters + 1)
    if at <= 0:
        return (shortened(name, letters),)
    return name[:at], shortened(name[at + 1 :], letters)
