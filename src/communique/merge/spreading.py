"""Where the work of a merge is done: here, or in parcels on other machines, with the same outcome.

A merge has two parts that hang on nothing else: comparing the accounts of a block, and making a contact of the
accounts that were found to tell of it. What lies between them needs all that was found, and is done in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")
Thing = TypeVar("Thing")

PARCEL = 4000  # accounts that are sent together


class Spread(Protocol):
    """Does the same work on several tasks, anywhere, and gives what came of each in their order."""

    def __call__(self, work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> Iterable[Outcome]: ...


def in_parcels(
    things: Iterable[Thing], weigh: Callable[[Thing], int], most: int | None = None
) -> Iterator[tuple[Thing, ...]]:
    """Things in their order, so many together that they weigh about ``most``, or what a parcel may."""
    most = PARCEL if most is None else most
    parcel: list[Thing] = []
    weight = 0
    for thing in things:
        parcel.append(thing)
        weight += weigh(thing)
        if weight >= most:
            yield tuple(parcel)
            parcel, weight = [], 0
    if parcel:
        yield tuple(parcel)
