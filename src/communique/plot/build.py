"""Charts of contacts: on a line of time, by period, as a network, and of their accounts as a matrix."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from communique.ledger import Line
from communique.plot.chart import Bar, Cell, Chart, Node, Point, Tie
from communique.plot.naming import actor_name, pair_name, pair_of, party_names
from communique.plot.palette import KINDS, kind_name

if TYPE_CHECKING:
    from communique.export.matrix import Matrix

Address = Callable[..., str]
_MOST_LANES, _MOST_NODES, _MOST_TIES = 14, 36, 140
_OTHERS = "others"
# From so many months on, bars stand for quarters, then for years.
_MONTHS_AT_MOST, _QUARTERS_AT_MOST = 48, 160


def build_timeline(
    lines: Sequence[Line],
    *,
    title: str,
    caption: str = "",
    address: Address | None = None,
    one_lane: bool = False,
) -> Chart:
    """Each dated contact at its day, in a lane a pair of sides, those with most contacts first, or all in one."""
    dated = [line for line in lines if line.start or line.end]
    pairs = Counter(() if one_lane else pair_of(line) for line in dated)
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    shown = {pair: pair_name(pair) for pair in ranked[:_MOST_LANES]}
    lanes = [*dict.fromkeys(shown.values()), *([_OTHERS] if len(ranked) > _MOST_LANES else [])]
    points = tuple(
        Point(
            lane=shown.get(() if one_lane else pair_of(line), _OTHERS),
            start=line.start or line.end or "",
            end=line.end or line.start or "",
            kind=line.kind,
            status=line.status,
            label=f"{day_words(line)}: {party_names(line)}, {kind_name(line.kind)}, {line.status}",
            href=address(line.slug) if address else None,
        )
        for line in sorted(dated, key=lambda line: line.key)
    )
    return Chart(form="points", title=title, caption=caption, lanes=tuple(lanes), points=points)


def day_words(line: Line) -> str:
    """The interval as one reads it: "2025-01-21", "2025-01-01 to 2025-01-31", "undated"."""
    if line.start == line.end:
        return line.start or "undated"
    return f"{line.start} to {line.end}" if line.start and line.end else f"{line.start or line.end}"


def build_cadence(
    months: Iterable[tuple[str, str, int]], *, title: str, caption: str = "", address: Address | None = None
) -> Chart:
    """Contacts by month, quarter or year, whichever divides the time well; periods without any stay, empty.

    Of very long times `months` may be years.
    """
    return build_cadences({"": list(months)}, title=title, caption=caption, address=address)


def build_cadences(
    panels: dict[str, list[tuple[str, str, int]]],
    *,
    title: str,
    caption: str = "",
    address: Address | None = None,
) -> Chart:
    """The same for several, a panel each, on one axis of time and one of numbers."""
    met = [month for months in panels.values() for month, _, _ in months if month]
    if not met:
        return Chart(form="bars", title=title, caption=caption)
    period = _period_of(min(met), max(met))
    columns = _periods(min(met), max(met), period)
    counted: Counter[tuple[str, str, str]] = Counter()
    for panel, months in panels.items():
        for month, kind, number in months:
            if month:
                counted[panel, period(month), kind] += number
    bars = tuple(
        Bar(
            panel=panel,
            period=when,
            kind=kind,
            number=counted[panel, when, kind],
            href=address(when) if address else None,
        )
        for panel in panels
        for when in columns
        for kind in KINDS
        if counted[panel, when, kind]
    )
    return Chart(
        form="bars", title=title, caption=caption, lanes=tuple(panels), columns=tuple(columns), bars=bars
    )


def build_network(
    pairs: Iterable[tuple[str, str, str, int]],
    *,
    title: str,
    caption: str = "",
    address: Address | None = None,
    name: Callable[[str], str] = actor_name,
) -> Chart:
    """Who deals with whom, on a circle: (one, other, kind, number); the busiest actors and the most frequent pairs only.

    `address` leads to an actor or a pair, `name` tells what an id is called.
    """
    listed = list(pairs)
    numbers: dict[str, int] = {}
    for one, other, _, number in listed:
        numbers[one] = numbers.get(one, 0) + number
        numbers[other] = numbers.get(other, 0) + number
    kept = sorted(numbers, key=lambda actor: (-numbers[actor], actor))[:_MOST_NODES]
    near = set(kept)
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one, other, kind, number in listed:
        if one in near and other in near and one != other:
            kinds[min(one, other), max(one, other)][kind] += number
    totals = {pair: met.total() for pair, met in kinds.items()}
    ties = tuple(
        Tie(
            one=one,
            other=other,
            number=totals[one, other],
            kind=min(met, key=lambda kind: (-met[kind], kind)),
            href=address(pair=(one, other)) if address else None,
        )
        for (one, other), met in sorted(kinds.items(), key=lambda item: (totals[item[0]], item[0]))[
            -_MOST_TIES:
        ]
    )
    ring = _around([actor for actor in kept if any(actor in (tie.one, tie.other) for tie in ties)], ties)
    nodes = tuple(
        Node(
            id=actor,
            label=name(actor),
            x=0.5 + 0.5 * math.sin(2 * math.pi * at / len(ring)),
            y=0.5 - 0.5 * math.cos(2 * math.pi * at / len(ring)),
            number=numbers[actor],
            href=address(actor=actor) if address else None,
        )
        for at, actor in enumerate(ring)
    )
    return Chart(form="network", title=title, caption=caption, nodes=nodes, ties=ties)


def build_matrix_chart(matrix: Matrix, *, title: str, caption: str = "") -> Chart:
    """The readouts matrix as a picture: subjects by who tells."""
    labels = [each.label for each in matrix.columns]
    unique = [label if labels.count(label) == 1 else f"{label} #{at + 1}" for at, label in enumerate(labels)]
    cells = tuple(
        Cell(row=line.subject, column=column, state=cell.state, told=cell.told)
        for line in matrix.lines
        for column, cell in zip(unique, line.cells, strict=True)
    )
    rows = tuple(line.subject for line in matrix.lines)
    return Chart(form="cells", title=title, caption=caption, lanes=rows, columns=tuple(unique), cells=cells)


def _around(actors: list[str], ties: Sequence[Tie]) -> list[str]:
    """The actors in an order in which those with most dealings stand beside each other."""
    weights: dict[str, Counter[str]] = {actor: Counter() for actor in actors}
    for tie in ties:
        weights[tie.one][tie.other] += tie.number
        weights[tie.other][tie.one] += tie.number
    ring: list[str] = []
    left = list(actors)
    while left:
        last = ring[-1] if ring else ""
        # Counted against the last two, so that groups stay together without one long chain.
        before = ring[-2] if len(ring) > 1 else ""
        chosen = min(
            left,
            key=lambda each: (-2 * weights[each][last] - weights[each][before], left.index(each)),
        )
        ring.append(chosen)
        left.remove(chosen)
    return ring


def _period_of(first: str, last: str) -> Callable[[str], str]:
    if len(first) == 4 or len(last) == 4:
        return lambda month: month[:4]
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
    if months <= _MONTHS_AT_MOST:
        return lambda month: month
    if months <= _QUARTERS_AT_MOST:
        return lambda month: f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"
    return lambda month: month[:4]


def _periods(first: str, last: str, period: Callable[[str], str]) -> list[str]:
    begun, ended = int(first[:4]) * 12 + int(first[5:] or 1) - 1, int(last[:4]) * 12 + int(last[5:] or 12) - 1
    months = (f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(begun, ended + 1))
    return list(dict.fromkeys(period(month) for month in months))
