"""Contacts that were moved: what was planned for the day before is the same, "planned for May 12, moved to May 15"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.merge.members import Member


def was_moved(moved: Member, plan: Member) -> bool:
    """Whether one account tells from which day a plan was moved that another tells of."""
    if moved.former is None or plan.former is not None or plan.open or plan.stance != "ahead":
        return False
    return is_within(moved.former, plan.low, plan.high)


def is_within(former: tuple[int, int], low: int, high: int) -> bool:
    """Whether days meet those for which a contact was planned at first."""
    return low <= former[1] and former[0] <= high


def as_planned_last(members: Sequence[Member]) -> list[Member]:
    """The accounts that tell the time of a contact, without those that tell only the one from which it was moved."""
    moved = [m for m in members if m.former is not None]
    return [m for m in members if not any(was_moved(each, m) for each in moved)] if moved else list(members)
