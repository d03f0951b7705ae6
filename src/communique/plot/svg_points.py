"""Draws contacts at their days, in lanes."""

from __future__ import annotations

from collections import defaultdict

from communique.plot.chart import Chart, Point
from communique.plot.scale import DayScale
from communique.plot.svg import Canvas, Drawn, line, linked, shortened, sign, text

_ROW, _PITCH = 15.0, 13.0  # height of a row of signs; signs nearer than this stand above each other
_LABEL = 190.0


def draw_points(chart: Chart, canvas: Canvas) -> Drawn:
    """A lane each for the pairs, signs stacked where they would meet, an axis of days below."""
    if not chart.points:
        return Drawn(elements=(text(24, 24, "No dated contacts", "tick"),), height=40)
    left = 24.0 if canvas.narrow or chart.lanes == ("",) else _LABEL + 24
    scale = DayScale.over(
        [day for point in chart.points for day in (point.start, point.end)], left, canvas.width - 24
    )
    elements: list[str] = []
    top = 10.0
    lanes: list[str] = []
    for name in chart.lanes:
        own = [point for point in chart.points if point.lane == name]
        drawn, height = _lane(name, own, scale, top, canvas)
        lanes += drawn
        top += height
    for x, name in scale.ticks(5 if canvas.narrow else 12):
        elements += [line(x, 4, x, top, "grid"), text(x, top + 18, name, "tick", "middle")]
    elements.append(line(left, top, canvas.width - 24, top, "axis"))
    return Drawn(elements=(*elements, *lanes), height=top + 28)


def _lane(
    name: str, points: list[Point], scale: DayScale, top: float, canvas: Canvas
) -> tuple[list[str], float]:
    placed = stacked(points, scale)
    rows = 1 + max((row for _, row in placed), default=0)
    head = 18.0 if canvas.narrow and name else 0.0
    height = head + rows * _ROW + 14
    middle = top + head + (height - head) / 2
    words = shortened(name, 46 if canvas.narrow else 30)
    named = (
        text(24, top + 12, words, "lane-name")
        if canvas.narrow
        else text(_LABEL, middle + 4, words, "lane-name", "end")
    )
    drawn = [
        named if name else "",
        line(24, top + height, canvas.width - 24, top + height, "lane"),
    ]
    base = top + height - 7 - _ROW / 2
    for point, row in placed:
        y = base - row * _ROW
        x1, x2 = scale.place(point.start), scale.place(point.end)
        inner = line(x1, y, x2, y, f"span k-{point.kind}") if x2 - x1 > _PITCH else ""
        inner += sign(point.kind, point.status, (x1 + x2) / 2, y)
        drawn.append(linked(inner, point.href, point.label))
    return drawn, height


def stacked(points: list[Point], scale: DayScale) -> list[tuple[Point, int]]:
    """Each point with the lowest row in which it meets no other."""
    taken: dict[int, list[float]] = defaultdict(list)
    placed = []
    for point in points:
        x = (scale.place(point.start) + scale.place(point.end)) / 2
        row = next(row for row in range(len(points)) if all(abs(x - at) >= _PITCH for at in taken[row]))
        taken[row].append(x)
        placed.append((point, row))
    return placed
