"""The same charts in a terminal, by characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rich.text import Text

from communique.plot.chart import Bar, Chart
from communique.plot.palette import CROSSED, HOLLOW, KINDS, STATES, kind_name
from communique.plot.scale import DayScale
from communique.plot.table import chart_rows

_LABEL = 26
_EIGHTHS = "▏▎▍▌▋▊▉█"


def terminal_lines(chart: Chart, width: int = 100) -> Iterator[Text]:
    """The chart line by line: title, drawing, key, caption."""
    yield Text(chart.title, style="bold")
    drawers = {"points": _points, "bars": _bars, "network": _network, "cells": _cells}
    yield from drawers[chart.form](chart, width)
    if chart.kinds:
        key = Text("  ")
        for kind in chart.kinds:
            key.append(f"{KINDS[kind].sign} ", style=KINDS[kind].light)
            key.append(f"{kind_name(kind)}   ")
        yield key
    if chart.caption:
        yield Text(chart.caption, style="dim")


def _points(chart: Chart, width: int) -> Iterator[Text]:
    if not chart.points:
        yield Text("no dated contacts")
        return
    room = max(20, width - _LABEL - 2)
    scale = DayScale.over([day for point in chart.points for day in (point.start, point.end)], 0, room - 1)
    for lane in chart.lanes:
        places: dict[int, str] = {}
        styles: dict[int, str] = {}
        for point in (each for each in chart.points if each.lane == lane):
            at = round((scale.place(point.start) + scale.place(point.end)) / 2)
            many = at in places
            sign = (
                "×" if point.status in CROSSED else "◌" if point.status in HOLLOW else KINDS[point.kind].sign
            )
            places[at] = "+" if many else sign
            styles[at] = KINDS[point.kind].light
        row = Text(f"{lane[: _LABEL - 1]:>{_LABEL}} ")
        for at in range(room):
            row.append(places.get(at, "·"), style=styles.get(at, "dim"))
        yield row
    yield _axis(scale, room)


def _axis(scale: DayScale, room: int) -> Text:
    line = [" "] * (room + 8)
    taken = -1
    for x, name in scale.ticks(max(2, room // 12)):
        at = max(0, round(x) - len(name) // 2)
        if at > taken:
            line[at : at + len(name)] = name
            taken = at + len(name)
    return Text(" " * (_LABEL + 1) + "".join(line).rstrip(), style="dim")


def _bars(chart: Chart, width: int) -> Iterator[Text]:
    stacks: dict[tuple[str, str], list[Bar]] = defaultdict(list)
    for bar in chart.bars:
        stacks[bar.panel, bar.period].append(bar)
    if not stacks:
        yield Text("no dated contacts")
        return
    most = max(sum(bar.number for bar in bars) for bars in stacks.values())
    room = max(10, width - 20)
    for panel in chart.lanes:
        if panel:
            yield Text(f"{panel}", style="bold")
        for period in chart.columns:
            row = Text(f"{period:>8} ")
            own = stacks[panel, period]
            drawn, told = 0, 0
            for bar in own:
                told += bar.number
                cells = max(1, round(told * room / most) - drawn)
                row.append("█" * cells, style=KINDS[bar.kind].light)
                drawn += cells
            row.append(f" {sum(bar.number for bar in own):,}" if own else "·", style="dim")
            yield row


def _length(cells: float) -> str:
    whole = int(cells)
    part = int((cells - whole) * 8)
    return "█" * whole + (_EIGHTHS[part - 1] if part else "") or _EIGHTHS[0]


def _network(chart: Chart, width: int) -> Iterator[Text]:
    columns, rows = chart_rows(chart)
    if not rows:
        yield Text("no contacts between two")
        return
    most = max(row["number"] for row in rows)
    room = max(8, width - 66)
    kinds = {tie_kind(tie.kind): tie.kind for tie in chart.ties}
    for row in rows:
        line = Text(f"{row[columns[0]][:23]:>24} – {row[columns[1]][:23]:<24} {row['number']:>6,} ")
        line.append(_length(row["number"] * room / most), style=KINDS[kinds[row["mostly"]]].light)
        yield line


def tie_kind(kind: str) -> str:
    """The name by which rows tell the kind."""
    return kind_name(kind)


def _cells(chart: Chart, width: int) -> Iterator[Text]:
    states = {(cell.row, cell.column): cell for cell in chart.cells}
    room = max(8, (width - _LABEL) // max(1, len(chart.columns)) - 1)
    yield Text(" " * _LABEL + " ".join(f"{name[:room]:<{room}}" for name in chart.columns), style="bold")
    for row in chart.lanes:
        told = [states[row, column] for column in chart.columns]
        words = (f"{STATES[cell.state][1]} {cell.told}"[:room] for cell in told)
        yield Text(f"{row[: _LABEL - 2]:<{_LABEL}}" + " ".join(f"{each:<{room}}" for each in words))
