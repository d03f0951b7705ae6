"""What the accounts of a contact say on each fact, taken together: agreed, compatible, conflict or one side
only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from communique.merge.members import Member
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
        values = [(m.id, value) for m in members if (value := read(m.account)) not in (None, [], ())]
        if len(values) > 1:
            verdict, why = judge([value for _, value in values])
            found.append(Verdict(fact=fact, verdict=verdict, values=tuple(values), why=why))
        elif values and told_by_one_side(members, values[0][0]):
            found.append(
                Verdict(
                    fact=fact,
                    verdict="one_side",
                    values=tuple(values),
                    why="the other side's own text does not tell it",
                )
            )
    return tuple(found)


def told_by_one_side(members: Sequence[Member], teller: str) -> bool:
    """Whether the teller speaks for a side and another side's own text is held."""
    own = next(m.account.side for m in members if m.id == teller)
    return own is not None and any(m.account.side not in (None, own) for m in members)


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
    """Intervals that share a day agree; a day apart may be the date line."""
    if all(value == values[0] for value in values):
        return "agreed", ""
    start = max(v["start"] or "0001" for v in values)
    end = min(v["end"] or "9999" for v in values)
    if start <= end:
        return "compatible", "one is more exact than the other"
    return "compatible", "a day apart: two clocks, or rough dating"


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
