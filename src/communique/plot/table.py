"""The figures behind a chart as rows, for those who read rather than look."""

from __future__ import annotations

from typing import Any

from communique.plot.chart import Chart
from communique.plot.palette import kind_name

Row = dict[str, Any]


def chart_rows(chart: Chart) -> tuple[tuple[str, ...], list[Row]]:
    """Columns and rows: a row a contact, a period and kind, a pair, or a cell."""
    if chart.form == "points":
        return ("day", "between", "kind", "status"), [
            {
                "day": point.start if point.start == point.end else f"{point.start} to {point.end}",
                "between": point.lane,
                "kind": kind_name(point.kind),
                "status": point.status,
            }
            for point in chart.points
        ]
    if chart.form == "bars":
        panels = ("panel",) if len(chart.lanes) > 1 else ()
        return (*panels, "period", "kind", "number"), [
            {"panel": bar.panel, "period": bar.period, "kind": kind_name(bar.kind), "number": bar.number}
            for bar in chart.bars
        ]
    if chart.form == "network":
        names = {node.id: node.label for node in chart.nodes}
        return ("one", "other", "number", "mostly"), [
            {
                "one": names[tie.one],
                "other": names[tie.other],
                "number": tie.number,
                "mostly": kind_name(tie.kind),
            }
            for tie in reversed(chart.ties)
        ]
    return ("row", "column", "state", "told"), [
        {"row": cell.row, "column": cell.column, "state": cell.state, "told": cell.told}
        for cell in chart.cells
    ]
