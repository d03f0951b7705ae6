"""The same charts as Vega-Lite specifications, to be changed and drawn elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from communique.plot.chart import Chart
from communique.plot.palette import HOLLOW, KINDS, STATES, kind_name

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


def vega_lite(chart: Chart) -> dict[str, Any]:
    """The specification, its data within; needs nothing from anywhere."""
    return {
        "$schema": _SCHEMA,
        "title": {"text": chart.title, "subtitle": chart.caption, "anchor": "start"},
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
    kinds = chart.kinds
    shape = {
        **_colour(chart),
        "scale": {
            "domain": [kind_name(kind) for kind in kinds],
            "range": [KINDS[kind].path for kind in kinds],
        },
    }
    lane = {"field": "lane", "type": "nominal", "sort": list(chart.lanes), "title": None}
    hollow = {"test": f"indexof({sorted(HOLLOW)}, datum.status) >= 0", "value": "white"}
    return {
        "width": 720,
        "height": {"step": 34},
        "data": _values(chart.points),
        "mark": {"type": "point", "filled": True, "size": 60},
        "encoding": {
            "x": {"field": "start", "type": "temporal", "title": "day"},
            "y": lane,
            "stroke": _colour(chart),
            "fill": {"condition": hollow, **_colour(chart), "legend": None},
            "shape": {**shape, "legend": None},
            "tooltip": {"field": "label", "type": "nominal"},
        },
    }


def _bars(chart: Chart) -> dict[str, Any]:
    encoding: dict[str, Any] = {
        "x": {
            "field": "period",
            "type": "ordinal",
            "scale": {"domain": list(chart.columns)},
            "title": "period",
        },
        "y": {"field": "number", "type": "quantitative", "title": "contacts"},
        "color": _colour(chart),
        "tooltip": [{"field": name, "type": "nominal"} for name in ("period", "kind", "number")],
    }
    if len(chart.lanes) > 1:
        encoding["row"] = {"field": "panel", "type": "nominal", "sort": list(chart.lanes), "title": None}
    return {"width": 720, "data": _values(chart.bars), "mark": "bar", "encoding": encoding}


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
    width = {"field": "number", "type": "quantitative", "scale": {"range": [1, 8]}, "title": "contacts"}
    rules = {
        "data": {"values": ties},
        "mark": {"type": "rule", "opacity": 0.55},
        "encoding": {
            "x": across, "y": down, "x2": {"field": "x2"}, "y2": {"field": "y2"},
            "color": _colour(chart), "strokeWidth": width,
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
    names = {
        "data": nodes,
        "mark": {"type": "text", "dy": -14},
        "encoding": {"x": across, "y": down, "text": {"field": "label", "type": "nominal"}},
    }
    return {"width": 640, "height": 640, "layer": [rules, dots, names]}


def _cells(chart: Chart) -> dict[str, Any]:
    scale = {"domain": list(STATES), "range": [fill for fill, _ in STATES.values()]}
    place = {
        "x": {"field": "column", "type": "nominal", "sort": list(chart.columns), "title": None,
              "axis": {"orient": "top", "labelAngle": 0}},
        "y": {"field": "row", "type": "nominal", "sort": list(chart.lanes), "title": None},
    }  # fmt: skip
    colour = {"field": "state", "type": "nominal", "scale": scale, "title": "against the others"}
    words = {"field": "told", "type": "nominal"}
    return {
        "width": {"step": 180},
        "height": {"step": 26},
        "data": {"values": [asdict(cell) for cell in chart.cells]},
        "encoding": place,
        "layer": [
            {"mark": {"type": "rect", "stroke": "#c9c7c0"}, "encoding": {"color": colour, "tooltip": words}},
            {"mark": {"type": "text", "limit": 170, "color": "#33363b"}, "encoding": {"text": words}},
        ],
    }
