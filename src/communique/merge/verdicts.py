"""What the accounts of a contact say on each fact, taken together: agreed, compatible, conflict or one side
only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from communique.merge.members import Member, day_number
from communique.records import Account, Verdict, VerdictName

LOOSE = {
    frozenset({"call", "phone_call"}),
    frozenset({"call", "video_call"}),
    frozenset({"talks", "meeting"}),
    frozenset({"meeting", "summit"}),
    frozenset({"talks", "summit"}),
    frozenset({"talks", "call"}),
    frozenset({"talks", "phone_call"}),
    frozenset({"talks", "video_call"}),
}
NEAR = 0.25  # of the longer duration: "about an hour and a half" and 95 minutes

Read = Callable[[Account], Any]


def find_verdicts(members: Sequence[Member]) -> tuple[Verdict, ...]:
    """A verdict for each fact that two accounts tell, or that one side tells and the other's own text does
    not.
    """
    if len(members) < 2:
        return ()
    found = []
    for fact, (read, judge) in FACTS.items():
        told = [(m, value) for m in members if (value := read(m.account)) not in (None, [], ())]
        values = tuple((m.id, value) for m, value in told)
        if silent := silent_sides(members, [m for m, _ in told]):
            why = f"{', '.join(silent)} does not tell it in its own text"
            found.append(Verdict(fact=fact, verdict="one_side", values=values, why=why))
        elif len(values) > 1:
            verdict, why = judge([value for _, value in values])
            found.append(Verdict(fact=fact, verdict=verdict, values=values, why=why))
    return tuple(found)


def silent_sides(members: Sequence[Member], tellers: Sequence[Member]) -> list[str]:
    """The sides whose own text is held and does not tell what only one other side tells in its own."""
    telling = {m.account.side for m in tellers}
    if len(telling) != 1 or None in telling:
        return []
    return sorted({m.account.side for m in members if m.account.side} - telling)


def judge_kinds(values: list[Any]) -> tuple[VerdictName, str]:
    """A call and a phone call agree loosely; by phone and by video is a conflict."""
    kinds = sorted(set(values))
    if len(kinds) == 1:
        return "agreed", ""
    loose = all(frozenset({a, b}) in LOOSE for i, a in enumerate(kinds) for b in kinds[i + 1 :])
    return ("compatible" if loose else "conflict"), " and ".join(kinds)


def judge_statuses(values: list[Any]) -> tuple[VerdictName, str]:
    """A plan and its outcome agree; held and denied is a conflict."""
    found = set(values)
    if len(found) == 1:
        return "agreed", ""
    if "denied" in found and found & {"held", "ongoing"}:
        return "conflict", "held in one account, denied in another"
    return "compatible", "as time went on"


def judge_days(values: list[Any]) -> tuple[VerdictName, str]:
    """Intervals that share a day are compatible, and so are days in a row: two clocks, or what goes on.

    Days further apart are a conflict.
    """
    if all(value == values[0] for value in values):
        return "agreed", ""
    start, end = max(v["start"] for v in values), min(v["end"] for v in values)
    if start <= end:
        return "compatible", "one is more exact than the other"
    told = sorted({(v["start"], v["end"]) for v in values})
    until = told[0][1]
    for first, last in told:
        if days_between(until, first) > 1:
            return "conflict", f"{told[0][0]} and {first}"
        until = max(until, last)
    return "compatible", "days in a row: two clocks, or what goes on"


def days_between(one: str, other: str) -> int:
    """Days from one ISO day to another."""
    return (day_number(other) or 0) - (day_number(one) or 0)


def judge_durations(values: list[Any]) -> tuple[VerdictName, str]:
    """90 and 95 minutes are compatible; 20 and 60 are not."""
    if all(value == values[0] for value in values):
        return "agreed", ""
    low, high = max(v["low"] for v in values), min(v["high"] for v in values)
    if low <= high or low - high <= NEAR * low:
        return "compatible", ""
    return "conflict", f"{high} minutes and {low} minutes"


def judge_same(values: list[Any]) -> tuple[VerdictName, str]:
    """One value for all, or a conflict."""
    return (
        ("agreed", "")
        if all(value == values[0] for value in values)
        else ("conflict", "they name different ones")
    )


def judge_lists(values: list[Any]) -> tuple[VerdictName, str]:
    """Lists that differ add to each other."""
    return ("agreed", "") if all(value == values[0] for value in values) else ("compatible", "")


def days_of(account: Account) -> Any:
    """The account's interval, where it tells a day."""
    if account.when is None or (account.when.start is None or account.when.end is None):
        return None
    return {"start": account.when.start, "end": account.when.end}


def minutes_of(account: Account) -> Any:
    """The account's duration."""
    told = account.duration_minutes
    return {"low": told[0], "high": told[1]} if told else None


FACTS: dict[str, tuple[Read, Callable[[list[Any]], tuple[VerdictName, str]]]] = {
    "duration_minutes": (minutes_of, judge_durations),
    "first_since": (lambda account: account.first_since, judge_same),
    "host": (lambda account: account.host, judge_same),
    "initiator": (lambda account: account.initiator, judge_same),
    "kind": (lambda account: account.kind, judge_kinds),
    "participants": (lambda account: sorted(p.actor.id for p in account.participants), judge_lists),
    "places": (lambda account: sorted({p.name for p in account.places}), judge_lists),
    "status": (lambda account: account.status, judge_statuses),
    "topics": (lambda account: sorted(account.topics), judge_lists),
    "when": (days_of, judge_days),
}
