"""Draws who deals with whom, on a circle: width by number, colour by the kind that prevails."""

from __future__ import annotations

import math

from communique.plot.chart import Chart, Node, Tie
from communique.plot.palette import kind_name
from communique.plot.svg import Canvas, Drawn, linked, number, shortened, text

# From so many contacts of one pair on, width goes nearly by number.
_MANY = 60


def draw_network(chart: Chart, canvas: Canvas) -> Drawn:
    """Ties bend towards the middle; names stand outside, read outwards."""
    if not chart.ties:
        return Drawn(elements=(text(24, 24, "No contacts between two", "tick"),), height=40)
    margin = 92.0 if canvas.narrow else 150.0
    size = min(canvas.width, 720.0)
    radius = size / 2 - margin
    centre = (canvas.width / 2, radius + (60 if canvas.narrow else 132))
    nodes = {node.id: node for node in chart.nodes}
    places = {
        node.id: (centre[0] + (node.x - 0.5) * 2 * radius, centre[1] + (node.y - 0.5) * 2 * radius)
        for node in chart.nodes
    }
    most = max(tie.number for tie in chart.ties)
    elements = [_tie(tie, nodes, places, (centre, most)) for tie in chart.ties]
    crowd = max(node.number for node in chart.nodes)
    elements += [_node(node, places[node.id], centre, (crowd, canvas)) for node in chart.nodes]
    return Drawn(elements=tuple(elements), height=2 * centre[1])


def _tie(
    tie: Tie,
    nodes: dict[str, Node],
    places: dict[str, tuple[float, float]],
    frame: tuple[tuple[float, float], int],
) -> str:
    (cx, cy), most = frame
    (x1, y1), (x2, y2) = places[tie.one], places[tie.other]
    # Of very many contacts every pair has some: the rare ones stay thin, so that the frequent ones are seen.
    width = 0.8 + 8 * (tie.number / most) ** (0.5 if most < _MANY else 0.9) if most > 1 else 2.5
    # The bend: a third of the way from the middle of the chord to the centre of the circle.
    bx, by = (x1 + x2) / 2 * 0.45 + cx * 0.55, (y1 + y2) / 2 * 0.45 + cy * 0.55
    curve = f"M{number(x1)},{number(y1)}Q{number(bx)},{number(by)} {number(x2)},{number(y2)}"
    path = f'<path class="tie k-{tie.kind}" d="{curve}" stroke-width="{number(width)}"/>'
    label = (
        f"{nodes[tie.one].label} and {nodes[tie.other].label}: {tie.number:,}, mostly {kind_name(tie.kind)}"
    )
    return linked(path, tie.href, label)


def _node(
    node: Node, place: tuple[float, float], centre: tuple[float, float], frame: tuple[int, Canvas]
) -> str:
    crowd, canvas = frame
    x, y = place
    size = 4 + 9 * math.sqrt(node.number / crowd)
    angle = math.atan2(y - centre[1], x - centre[0])
    turned = math.degrees(angle)
    left = abs(turned) > 90
    away = size + 6
    tx, ty = x + away * math.cos(angle), y + away * math.sin(angle)
    words = shortened(node.label, 14 if canvas.narrow else 20)
    name = (
        f'<g transform="translate({number(tx)},{number(ty)}) rotate({number(turned + 180 if left else turned)})">'
        f"{text(0, 4, words, 'node-name', 'end' if left else 'start')}</g>"
    )
    dot = f'<circle class="node" cx="{number(x)}" cy="{number(y)}" r="{number(size)}"/>'
    return linked(dot + name, node.href, f"{node.label}: {node.number:,}")
