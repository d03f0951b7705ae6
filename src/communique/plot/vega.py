"""The same charts as Vega-Lite specifications, to be changed and drawn elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from communique.plot.chart import Cell, Chart, Point
from communique.plot.palette import CROSSED, HOLLOW, KINDS, STATES, kind_name
from communique.plot.scale import DayScale
from communique.plot.svg_points import stacked

# Signs reach so far from their middle; Vega draws a path that reaches to 1 as large as the square root of its size.
_EDGE, _SIGN = 6.5, 150
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def vega_lite(chart: Chart) -> dict[str, Any]:
    """The specification, its data within; needs nothing from anywhere."""
    return {
        "$schema": _SCHEMA,
        "title": {
            "text": chart.title,
            "subtitle": chart.caption,
            "anchor": "start",
            "offset": 14,
            "subtitlePadding": 4,
        },
        "config": {"view": {"stroke": None}, "font": "Helvetica Neue, Arial, sans-serif"},
        **{"points": _points, "bars": _bars, "network": _network, "cells": _cells}[chart.form](chart),
    }


def _colour(chart: Chart) -> dict[str, Any]:
    kinds = chart.kinds
    scale = {"domain": [kind_name(kind) for kind in kinds], "range": [KINDS[kind].light for kind in kinds]}
    return {"field": "kind", "type": "nominal", "scale": scale, "title": "kind of contact"}


def _values(marks: Any) -> dict[str, Any]:
    return {"values": [{**asdict(mark), "kind": kind_name(mark.kind)} for mark in marks]}


def _points(chart: Chart) -> dict[str, Any]:
    """Signs at their days, in lanes; those that would lie upon each other stand in rows of their lane."""
    kinds = chart.kinds
    names, paths = [kind_name(kind) for kind in kinds], [_unit_path(KINDS[kind].path) for kind in kinds]
    placed = _in_rows(chart)
    values = [
        {**asdict(point), "kind": kind_name(point.kind), "row": _row(point.lane, row)}
        for point, row in placed
    ]
    high = {
        lane: max((row for point, row in placed if point.lane == lane), default=0) for lane in chart.lanes
    }
    rows = [_row(lane, row) for lane in chart.lanes for row in range(high[lane], -1, -1)]
    told = {**_colour(chart), "legend": {"symbolOpacity": 1}}
    hollow = {"test": f"indexof({sorted(HOLLOW)}, datum.status) >= 0", "value": "white"}
    crossed = {"test": f"indexof({sorted(CROSSED)}, datum.status) >= 0", "value": 0.25}
    shape = {**told, "scale": {"domain": names, "range": paths}}
    spans = {"mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.35}, "encoding": {
        "x2": {"field": "end"}, "stroke": told}}  # fmt: skip
    signs = {"mark": {"type": "point", "size": _SIGN, "opacity": 1, "strokeWidth": 1.2}, "encoding": {
        "stroke": told, "fill": {"condition": hollow, **told}, "shape": shape,
        "fillOpacity": {"condition": crossed, "value": 1}, "tooltip": {"field": "label", "type": "nominal"}}}  # fmt: skip
    axis = {"values": [_row(lane, 0) for lane in chart.lanes], "labelExpr": "split(datum.label, '\u2063')[0]",
            "grid": True, "ticks": False, "labelLimit": 220, "domain": False}  # fmt: skip
    return {
        "width": 720,
        "height": {"step": 18},
        "data": {"values": values},
        "encoding": {
            "x": {"field": "start", "type": "temporal", "title": None, "scale": {"padding": 14}},
            "y": {"field": "row", "type": "nominal", "scale": {"domain": rows}, "title": None, "axis": axis},
        },
        "layer": [spans, signs],
    }


def _row(lane: str, row: int) -> str:
    """The name of a row of a lane, of which readers see the lane's."""
    return f"{lane}\u2063{row}"


def _unit_path(path: str) -> str:
    """A sign as Vega wants it: its edges at 1, drawn by its `size`."""
    # The two flags of an arc are no lengths.
    arc = re.compile(r"(?<=A)([\d.]+),([\d.]+) 0 1 1 ")
    if found := arc.search(path):
        one, other = (f"{float(each) / _EDGE:.3g}" for each in found.groups())
        return (
            _unit_path(path[: found.start() - 1]) + f"A{one},{other} 0 1 1 " + _unit_path(path[found.end() :])
        )
    return re.sub(r"-?\d*\.?\d+", lambda each: f"{float(each.group()) / _EDGE:.3g}", path)


def _in_rows(chart: Chart) -> list[tuple[Point, int]]:
    if not chart.points:
        return []
    scale = DayScale.over([day for point in chart.points for day in (point.start, point.end)], 0, 720)
    lanes = ([point for point in chart.points if point.lane == name] for name in chart.lanes)
    return [placed for points in lanes for placed in stacked(points, scale)]


def _bars(chart: Chart) -> dict[str, Any]:
    encoding: dict[str, Any] = {
        "x": {
            "field": "period",
            "type": "ordinal",
            "scale": {"domain": list(chart.columns)},
            "axis": {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 6},
            "title": None,
        },
        "y": {"field": "number", "type": "quantitative", "title": "contacts", "axis": {"tickMinStep": 1}},
        "color": _colour(chart),
        "tooltip": [{"field": name, "type": "nominal"} for name in ("period", "kind", "number")],
    }
    height = {}
    if len(chart.lanes) > 1:
        encoding["row"] = {"field": "panel", "type": "nominal", "sort": list(chart.lanes), "title": None}
        height = {"height": 90}
    return {"width": 720, **height, "data": _values(chart.bars), "mark": "bar", "encoding": encoding}


def _network(chart: Chart) -> dict[str, Any]:
    places = {node.id: node for node in chart.nodes}
    ties = [
        {
            **asdict(tie),
            "kind": kind_name(tie.kind),
            "x": places[tie.one].x,
            "y": places[tie.one].y,
            "x2": places[tie.other].x,
            "y2": places[tie.other].y,
        }
        for tie in chart.ties
    ]
    across = {"field": "x", "type": "quantitative", "axis": None}
    down = {"field": "y", "type": "quantitative", "axis": None, "scale": {"reverse": True}}
    width = {
        "field": "number",
        "type": "quantitative",
        "scale": {"range": [1, 8]},
        "title": "contacts",
        "legend": {"offset": 70},
    }
    rules = {
        "data": {"values": ties},
        "mark": {"type": "rule", "opacity": 0.55},
        "encoding": {
            "x": across, "y": down, "x2": {"field": "x2"}, "y2": {"field": "y2"},
            "color": {**_colour(chart), "legend": {"symbolOpacity": 1, "symbolStrokeWidth": 4, "offset": 70}}, "strokeWidth": width,
        },
    }  # fmt: skip
    nodes = {"values": [asdict(node) for node in chart.nodes]}
    dots = {
        "data": nodes,
        "mark": {"type": "circle", "color": "#33363b", "opacity": 1},
        "encoding": {
            "x": across,
            "y": down,
            "size": {"field": "number", "type": "quantitative", "legend": None},
        },
    }
    names = [
        _names(nodes, *each) for each in (("datum.x >= 0.5", "left", 14), ("datum.x < 0.5", "right", -14))
    ]
    return {"width": 640, "height": 640, "layer": [rules, dots, *names]}


def _names(nodes: dict[str, Any], which: str, align: str, away: int) -> dict[str, Any]:
    """Names outside the circle; a line that passes below one leaves it legible."""
    place = {
        name: {
            "field": name,
            "type": "quantitative",
            "axis": None,
            **({"scale": {"reverse": True}} if name == "y" else {}),
        }
        for name in ("x", "y")
    }
    text = {"text": {"field": "label", "type": "nominal"}}
    halo = {"type": "text", "align": align, "baseline": "middle", "dx": away}
    return {
        "data": nodes,
        "transform": [{"filter": which}],
        "layer": [
            {"mark": {**halo, "stroke": "white", "strokeWidth": 4}, "encoding": {**place, **text}},
            {"mark": {**halo, "color": "#33363b"}, "encoding": {**place, **text}},
        ],
    }


def _cells(chart: Chart) -> dict[str, Any]:
    scale = {"domain": list(STATES), "range": [fill for fill, _ in STATES.values()]}
    place = {
        "x": {"field": "column", "type": "nominal", "sort": list(chart.columns), "title": None,
              "axis": {"orient": "top", "labelAngle": 0, "labelLimit": 172}},
        "y": {"field": "row", "type": "nominal", "sort": list(chart.lanes), "title": None,
              "axis": {"labelLimit": 260}},
    }  # fmt: skip
    signs = {state: f"{mark} {state}" for state, (_, mark) in STATES.items()}
    legend = {"labelExpr": f"{json.dumps(signs)}[datum.label]", "symbolStrokeColor": "#c9c7c0"}
    colour = {
        "field": "state",
        "type": "nominal",
        "scale": scale,
        "title": "against the others",
        "legend": legend,
    }
    words = {"field": "words", "type": "nominal"}
    return {
        "width": {"step": 180},
        "height": {"step": 26},
        "data": {"values": [{**asdict(cell), "words": _words(cell)} for cell in chart.cells]},
        "encoding": place,
        "layer": [
            {"mark": {"type": "rect", "stroke": "#c9c7c0"}, "encoding": {"color": colour, "tooltip": words}},
            {"mark": {"type": "text", "limit": 170, "color": "#33363b"}, "encoding": {"text": words}},
        ],
    }


def _words(cell: Cell) -> str:
    """What is told, behind the sign of its state, which the fill alone does not tell everybody."""
    return f"{STATES[cell.state][1]} {cell.told}".rstrip()
