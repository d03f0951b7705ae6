"""Reads several reports at once, each on its own account: what is wrong with one costs no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from communique.errors import CommuniqueError
from communique.intake import SetAside
from communique.records import Reading, Report

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading import Begun
    from communique.sentences import Doc

T = TypeVar("T")


def read_one(report: Report, *, every_statement: bool = False) -> Reading | SetAside:
    """The reading of one report, without its sentences, or why there is none."""
    steps = read_together((report,), every_statement=every_statement)
    return next(one for one in steps if one is not None)


def read_together(
    reports: Sequence[Report], *, every_statement: bool = False
) -> Iterator[Reading | SetAside | None]:
    """The readings in order, without their sentences, or why there is none; None at each step before the first.

    The parser takes the sentences of all at once, and each report's reading is as if it were read alone.
    """
    from communique.knowledge import load_knowledge
    from communique.reading import Begun, begin_reading

    knowledge = load_knowledge()

    def begin(report: Report) -> Begun | Reading:
        return begin_reading(report, knowledge, every_statement=every_statement)

    begun: list[Begun | Reading | SetAside] = []
    for report in reports:
        begun.append(guarded(report, begin))
        yield None
    parses = parse_together([one for one in begun if isinstance(one, Begun)], knowledge)
    yield None
    for report, one in zip(reports, begun, strict=True):
        ended = _end(report, one, next(parses), knowledge) if isinstance(one, Begun) else one
        yield replace(ended, sentences=()) if isinstance(ended, Reading) else ended


def parse_together(begun: Sequence[Begun], knowledge: Knowledge) -> Iterator[dict[int, Doc] | SetAside]:
    """The parses of each report; one by one where the parser fails on them together."""
    from communique.sentences import parse_reports

    try:
        return iter(parse_reports([one.wanted for one in begun], knowledge))
    except Exception:  # noqa: BLE001  the one that it fails on is told by itself
        return (guarded(one.wanted.report, partial(_parse_alone, one, knowledge)) for one in begun)


def _parse_alone(begun: Begun, knowledge: Knowledge, _: Report) -> dict[int, Doc]:
    from communique.sentences import parse_reports

    return parse_reports((begun.wanted,), knowledge)[0]


def _end(
    report: Report, begun: Begun, parses: dict[int, Doc] | SetAside, knowledge: Knowledge
) -> Reading | SetAside:
    from communique.reading import end_reading

    if isinstance(parses, SetAside):
        return parses
    return guarded(report, lambda _: end_reading(begun, parses, knowledge))


def guarded(report: Report, step: Callable[[Report], T]) -> T | SetAside:
    """What a step gives for a report, or why it gives nothing."""
    try:
        return step(report)
    except CommuniqueError as error:
        return SetAside.of(report.source, error)
    except Exception as error:  # noqa: BLE001  a fault of the program on one report must not lose the others
        return failed(report.source, report.source, error)


def failed(source: str, place: str, error: Exception) -> SetAside:
    """The note that the program itself failed on a report."""
    why = f"the program failed on this report ({type(error).__name__}: {error})"
    return SetAside(source=source, place=place, why=why, remedy="send the report to the maintainers")
