"""Days that a contact takes over from something else of its report: the visit it was part of, the sentence before."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from communique.records import Basis, When


def borrowed(when: When, derivation: str, basis: Basis = "inferred") -> When:
    """A date of something else as a contact's own, without the words that told it."""
    return replace(when, basis=basis, derivation=derivation, span=None, text=None)


def told_of(when: When, place: str) -> When:
    """A date that was told of what fixes the contact's: "told of the group's summit: ..."."""
    return borrowed(when, f"told of {place}: {when.derivation}")


def carried(when: When, place: str) -> When:
    """A passage's date as that of a contact told in it: "told on from the sentences before: ..."."""
    return borrowed(when, f"told on from {place}: {when.derivation}")


def only_time(whens: Iterable[When | None]) -> When | None:
    """The one stretch of time that all dates tell; None where there is no date, or where they differ."""
    told = {(when.start, when.end): when for when in whens if when is not None}
    return next(iter(told.values())) if len(told) == 1 else None
