"""What the accounts of one contact come to: kind, status, day, who took part, and how much stands behind
it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from communique.merge.levels import level_of
from communique.merge.members import FAR_FUTURE, FAR_PAST, Member, day_text, side_of
from communique.merge.moving import as_planned_last
from communique.merge.participants import derive_participants
from communique.merge.verdicts import find_verdicts
from communique.records import (
    Basis,
    Contact,
    Doubt,
    Kind,
    Participant,
    Place,
    Precision,
    Status,
    Support,
    When,
)

EXACT: dict[str, int] = {
    "call": 0,
    "phone_call": 1,
    "video_call": 1,
    "talks": 0,
    "meeting": 1,
    "summit": 2,
    "visit": 1,
    "message": 1,
    "signing": 1,
}
CHANNEL = {"phone_call": "phone", "video_call": "video", "call": "unknown", "message": "written"}
MOST = 0.98  # however many tell it, all may have been misread in the same way
BASES: tuple[Basis, ...] = ("stated", "given", "relative_publication", "relative_event", "inferred")


def derive_contact(members: Sequence[Member], origins: Mapping[str, str]) -> Contact:
    """The record of one contact from its members (sorted by id); slug and relations are added later."""
    when, doubts = derive_when(members)
    kind = derive_kind(members)
    status, disputed = derive_status(members)
    participants = derive_participants(members)
    accounts = tuple(member.account for member in members)
    return Contact(
        id=members[0].id,
        slug="",
        kind=kind,
        status=status,
        disputed=disputed,
        when=when,
        channel=CHANNEL.get(kind, "in_person"),
        level=level_of(participants),
        setting=setting_of(participants),
        participants=participants,
        accounts=accounts,
        support=count_support(members, origins),
        reading_confidence=confidence(members, origins),
        occasion=most_told(a.occasion for a in accounts),
        initiator=of_them(agreed(a.initiator for a in accounts), participants),
        host=of_them(agreed(a.host for a in accounts), participants),
        places=derive_places(members),
        duration_minutes=derive_duration(members),
        topics=tuple(sorted({t for a in accounts for t in a.topics})),
        outcomes=tuple(dict.fromkeys(o for a in accounts for o in a.outcomes)),
        first_since=most_told(a.first_since for a in accounts),
        part_of=None,
        after=(),
        status_history=status_history(members),
        verdicts=find_verdicts(members),
        doubts=doubts,
    )


def of_them(told: str | None, participants: Sequence[Participant]) -> str | None:
    """Who of the participants is told of: himself, or the one who stands for the state that is; None where none does."""
    if told is None or any(p.actor.id == told for p in participants):
        return told
    persons = [p.actor.id for p in participants if p.actor.state == told]
    return persons[0] if len(persons) == 1 else None


def derive_kind(members: Sequence[Member]) -> Kind:
    """The most exact kind, of equals the most told: "a call" and "a phone call" is a phone call; where as many
    say by video, it was by video, which nobody says loosely.
    """
    counts = Counter(member.account.kind for member in members)
    return min(counts, key=lambda kind: (-EXACT[kind], -counts[kind], kind != "video_call", kind))


def derive_status(members: Sequence[Member]) -> tuple[Status, bool]:
    """(status, disputed): what the latest report says; what was held stays held, and a denial disputes it.

    A proposal is the status only while nothing firmer is told: wishing for a cancelled summit does not
    revive it.
    """
    stances = {member.stance for member in members}
    if "done" in stances:
        latest = max(
            (m for m in members if m.stance == "done"),
            key=lambda m: (m.told or 0, m.account.status == "held"),
        )
        return latest.account.status, "denied" in stances
    order = {"proposed": 0, "planned": 1, "declined": 2, "cancelled": 3, "denied": 4}
    firm = [m for m in members if m.account.status != "proposed"] or members
    return max(firm, key=lambda m: (m.told or 0, order[m.account.status], m.id)).account.status, False


def status_history(members: Sequence[Member]) -> tuple[tuple[str, str], ...]:
    """(day of the report, status) at each change; empty where all say the same."""
    order = {"proposed": 0, "planned": 1, "declined": 2, "cancelled": 3, "denied": 4, "ongoing": 5, "held": 6}
    told = sorted(
        {(m.told, order[m.account.status], m.account.status) for m in members if m.told is not None}
    )
    history: list[tuple[str, str]] = []
    for day, _, status in told:
        if not history or history[-1][1] != status:
            history.append((day_text(day), status))
    return tuple(history) if len(history) > 1 else ()


def derive_when(members: Sequence[Member]) -> tuple[When | None, tuple[Doubt, ...]]:
    """The days that all dated accounts share, else all that they span, with a doubt."""
    whens = [(m, m.account.when) for m in as_planned_last(members) if m.account.when is not None]
    if not whens:
        return None, ()
    dated = [m for m, _ in whens if not m.open]
    chosen = dated or [m for m, _ in whens]
    exact = [m for m in chosen if m.exact]
    if exact and any(m.lasting for m in exact):
        exact = [m for m in exact if not m.reckoned] or exact
        exact = [m for m in exact if m.account.when and m.account.when.precision != "week"] or exact
        return when_of(chosen, min(m.low for m in exact), max(m.high for m in exact)), ()
    low, high = max(m.low for m in chosen), min(m.high for m in chosen)
    if low > high:
        low, high = min(m.low for m in exact or chosen), max(m.high for m in exact or chosen)
        return when_of(chosen, low, high), (day_doubt(members, chosen),)
    return when_of(chosen, low, high), ()


def when_of(members: Sequence[Member], low: int, high: int) -> When:
    """The interval with the words of the accounts that bound it best."""
    whens = [m.account.when for m in members if m.account.when is not None]
    start, end = (
        (None if low <= FAR_PAST else day_text(low)),
        (None if high >= FAR_FUTURE else day_text(high)),
    )
    fitting = [w for w in whens if w.start == start and w.end == end]
    best = min(fitting or whens, key=lambda w: (BASES.index(w.basis), w.derivation, repr(w)))
    told = sorted({w.derivation for w in fitting or whens if w.derivation})
    precision: Precision = best.precision if fitting else "day" if start == end else "interval"
    of_day = {w.time_of_day for w in whens if w.time_of_day}
    return When(
        start=start,
        end=end,
        precision=precision,
        basis=best.basis,
        derivation=best.derivation if fitting or len(told) == 1 else "; ".join(told[:4]),
        time_of_day=of_day.pop() if len(of_day) == 1 else None,
        zone=best.zone,
    )


def day_doubt(members: Sequence[Member], chosen: Sequence[Member]) -> Doubt:
    """Accounts of one contact tell days that do not meet."""
    days = sorted({f"{m.account.when.start}/{m.account.when.end}" for m in chosen if m.account.when})
    return Doubt(
        id=f"day-{members[0].id}",
        about=members[0].id,
        question="On which day was it?",
        choices=tuple(days),
        why="the accounts tell days that do not meet",
    )


def derive_places(members: Sequence[Member]) -> tuple[Place, ...]:
    """All places told, the most told first."""
    counts = Counter(place for member in members for place in member.account.places)
    return tuple(sorted(counts, key=lambda p: (-counts[p], p.of or "", p.name, p.state or "")))


def derive_duration(members: Sequence[Member]) -> tuple[int, int] | None:
    """The hull of the durations told: 90 and 95 minutes are 90 to 95."""
    told = [m.account.duration_minutes for m in members if m.account.duration_minutes]
    return (min(low for low, _ in told), max(high for _, high in told)) if told else None


def count_support(members: Sequence[Member], origins: Mapping[str, str]) -> Support:
    """Reports, origins, sides that speak in their own text, and named sources within the texts."""
    reports = {m.account.report for m in members}
    sources = {link.id for m in members for fact in m.account.facts for link in fact.chain if link.id}
    return Support(
        reports=len(reports),
        origins=len({origins.get(report, report) for report in reports}),
        sides=tuple(sorted({m.account.side for m in members if m.account.side})),
        on_record=len(sources),
    )


def confidence(members: Sequence[Member], origins: Mapping[str, str]) -> float:
    """The probability that not all readings are wrong, copies of one text counted once."""
    best: dict[str, float] = {}
    for member in members:
        origin = origins.get(member.account.report, member.account.report)
        best[origin] = max(best.get(origin, 0.0), member.account.reading_confidence)
    wrong = 1.0
    for value in sorted(best.values()):
        wrong *= 1.0 - value
    return round(min(MOST, max(1.0 - wrong, 0.0)), 4) if len(best) > 1 else round(max(best.values()), 4)


def setting_of(participants: Iterable[Participant]) -> Literal["bilateral", "trilateral", "multilateral"]:
    """How many sides deal with each other."""
    count = len({side_of(p) for p in participants if p.role in ("party", "delegation_lead")})
    return "bilateral" if count <= 2 else "trilateral" if count == 3 else "multilateral"


def agreed(values: Iterable[str | None]) -> str | None:
    """The one value that is told; None where nobody tells or two differ."""
    told = {value for value in values if value}
    return told.pop() if len(told) == 1 else None


def most_told(values: Iterable[str | None]) -> str | None:
    """The value that most tell."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
