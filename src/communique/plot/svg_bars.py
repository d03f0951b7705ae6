"""Draws numbers of contacts by period, stacked by kind; several panels share their axes."""

from __future__ import annotations

from collections import defaultdict

from communique.plot.chart import Bar, Chart
from communique.plot.palette import kind_name
from communique.plot.svg import Canvas, Drawn, line, linked, number, shortened, text

_HIGH, _LOW = 150.0, 64.0  # of a single panel, and of one among several


def draw_bars(chart: Chart, canvas: Canvas) -> Drawn:
    """A panel below the other, the periods along the bottom."""
    if not chart.bars:
        return Drawn(elements=(text(24, 24, "No dated contacts", "tick"),), height=40)
    tall = _HIGH if len(chart.lanes) == 1 else _LOW
    most = _most(chart)
    pitch = (canvas.width - 80) / len(chart.columns)
    elements: list[str] = []
    top = 8.0
    for panel in chart.lanes:
        if panel:
            elements.append(text(24, top + 14, shortened(panel, 60), "lane-name"))
            top += 20
        elements += _panel([bar for bar in chart.bars if bar.panel == panel], chart, most, (top, tall, pitch))
        top += tall + 14
    bottom = top - 14
    for at, name in _named(chart.columns, 5 if canvas.narrow else 12):
        elements.append(text(52 + (at + 0.5) * pitch, bottom + 17, name, "tick", "middle"))
    return Drawn(elements=tuple(elements), height=bottom + 28)


def _panel(bars: list[Bar], chart: Chart, most: int, room: tuple[float, float, float]) -> list[str]:
    top, tall, pitch = room
    base = top + tall
    right = 52 + pitch * len(chart.columns)
    drawn = []
    for level in _levels(most):
        y = base - tall * level / most
        drawn += [
            line(52, y, right, y, "grid" if level else "axis"),
            text(46, y + 4, f"{level:,}", "tick", "end"),
        ]
    stacks: dict[str, list[Bar]] = defaultdict(list)
    for bar in bars:
        stacks[bar.period].append(bar)
    width = max(1.0, pitch - max(1.0, pitch * 0.18))
    for at, period in enumerate(chart.columns):
        if stacks[period]:
            x = 52 + at * pitch + (pitch - width) / 2
            drawn.append(_stack(stacks[period], (x, base, width), tall / most))
    return drawn


def _stack(bars: list[Bar], room: tuple[float, float, float], unit: float) -> str:
    x, base, width = room
    inner, y, across = [], base, f'x="{number(x)}" width="{number(width)}"'
    for bar in bars:
        height = bar.number * unit
        y -= height
        inner.append(
            f'<rect {across} y="{number(y)}" height="{number(max(height, 0.5))}" class="bar k-{bar.kind}"/>'
        )
    told = ", ".join(f"{bar.number:,} {kind_name(bar.kind)}" for bar in bars)
    return linked("".join(inner), bars[0].href, f"{bars[0].period}: {told}")


def _most(chart: Chart) -> int:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for bar in chart.bars:
        sums[bar.panel, bar.period] += bar.number
    return max(sums.values())


def _levels(most: int) -> list[int]:
    """Two or three round numbers from 0 up to the highest bar."""
    step = 1
    while most / step > 4:
        step = step * 2 if str(step)[0] in "15" else step // 2 * 5
    return list(range(0, most + 1, step))


def _named(columns: tuple[str, ...], most: int) -> list[tuple[int, str]]:
    """Which periods are named below the axis, and how: years at their first period, else every so many."""
    years = [(at, name[:4]) for at, name in enumerate(columns) if not at or columns[at - 1][:4] != name[:4]]
    if len(years) > 2 or len(columns[0]) == 4:
        every = -(-len(years) // most)
        # A year that begins the axis with its last periods has no room for its name.
        crowded = len(years) > 1 and years[1][0] - years[0][0] < len(columns) / (2.5 * most)
        return years[1 if crowded else 0 :: every]
    every = -(-len(columns) // most)
    return [(at, name) for at, name in enumerate(columns)][::every]
