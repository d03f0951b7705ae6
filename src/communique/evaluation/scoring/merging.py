"""Scores merging against gold events: `communique evaluate merging`.

All reports of a set are read and merged together. Each gold telling (an event in a report) is matched to the
account of that report that fits it best; then contacts are held against events. A telling that no account fits is
a miss of the reading, not of merging: it counts as a contact of its own in the figures over all, and not in those
over the found. Sealed events are counted and never shown.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from communique.contacts.cues import FAMILY
from communique.evaluation.figures import Measure, Scored, Sums, f_one, share
from communique.evaluation.scoring.parties import is_code, is_party, levelled
from communique.knowledge import load_knowledge
from communique.merge import merge_accounts
from communique.merge.blocks import bundle_members, candidate_pairs
from communique.merge.members import Member, make_members
from communique.reading import read
from communique.records import Participant, Reading, Report, ReportDate

Telling = tuple[str, str]


def score(events_path: Path, reports_path: Path) -> Scored:
    """What came of one set of events and its reports; a passage is an event."""
    events = [json.loads(line) for line in events_path.read_text(encoding="utf-8").splitlines()]
    readings = read_reports(reports_path)
    owner = {a.id: c.id for c in merge_accounts(readings).contacts for a in c.accounts}
    matched = match_tellings(events, readings)
    told = {telling: owner[account] for telling, account in matched.items()}
    gold = {(report, event["event"]): event["event"] for event in events for report in event["reports"]}
    lone = {telling: told.get(telling, f"missed {telling}") for telling in gold}
    near = [(event["event"], each["event"]) for event in events for each in event["near"]]
    counts = Counter({"tellings": len(gold), "found": len(told)})
    counts["near joined"] = sum(
        bool(contacts_of(one, told) & contacts_of(other, told)) for one, other in near
    )
    counts.update(count_pairs(gold, told))
    counts.update(count_candidates(gold, matched, readings))
    counts.update(sum_b_cubed(gold, told, "found"))
    counts.update(sum_b_cubed(gold, lone, "all"))
    sealed = "sealed" in events_path.name
    return Scored(
        stage="merging",
        name=events_path.stem.removesuffix("-events"),
        sealed=sealed,
        passages=tuple(Counter({"events": 1, "whole": int(is_whole(event, told))}) for event in events),
        measures=(Measure(name="whole", of=share("whole", "events")),),
        counts=counts,
        set_measures=SET_MEASURES,
        misses=() if sealed else tuple(describe_misses(events, told)),
    )


def read_reports(path: Path) -> list[Reading]:
    """All reports of a file, read."""
    knowledge, readings = load_knowledge(), []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = f"{row['title']}\n\n{row['text']}" if row["title"] else row["text"]
        dated = ReportDate(date=row["date"], basis="given", why="the line's date")
        readings.append(
            read(
                Report(
                    id=row["id"],
                    version="1",
                    source=row["id"],
                    body=body,
                    title=row["title"] or None,
                    dated=dated,
                ),
                knowledge,
            )
        )
    return readings


def match_tellings(events: Sequence[Mapping[str, Any]], readings: Iterable[Reading]) -> dict[Telling, str]:
    """For each event and report, the account that tells of it; an account serves one event, the one that it
    fits best.
    """
    wanted: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for event in events:
        for report in event["reports"]:
            wanted[report].append(event)
    matched: dict[Telling, str] = {}
    for reading in readings:
        members = make_members([reading])
        ranked = sorted(
            (
                (fit(member, event), event["event"], member.id)
                for event in wanted[reading.report.id]
                for member in members
            ),
            key=lambda r: (-r[0], r[1], r[2]),
        )
        used: set[str] = set()
        for value, event, account in ranked:
            if value > 0 and account not in used and (reading.report.id, event) not in matched:
                matched[reading.report.id, event] = account
                used.add(account)
    return matched


def fit(member: Member, event: Mapping[str, Any]) -> float:
    """How well an account fits an event: 0 where a party is missing, the family is another or the days do
    not meet. Whom it names beside them makes it fit less: talks of two are told by whoever names these two.

    What tells no channel ("the two spoke for an hour") may be of a meeting.
    """
    account = member.account
    parties = [p for p in account.participants if p.role in {"party", "delegation_lead", "mediator"}]
    spoken = member.loose and event["kind"] == "meeting"
    if FAMILY[account.kind] != FAMILY[event["kind"]] and not spoken:
        return 0.0
    hits = [max((alike(p, name) for p in parties), default=0.0) for name in event["participants"]]
    if sum(hit > 0 for hit in hits) < min(2, len(hits)):
        return 0.0
    days = day_fit(member, event)
    if days < 0:
        return 0.0
    others = sum(all(alike(p, name) == 0.0 for name in event["participants"]) for p in parties)
    like = [account.kind == event["kind"], account.status == event["status"]].count(True)
    return sum(hits) / len(hits) + days + 0.1 * like - 0.05 * min(others, 3)


def alike(participant: Participant, name: str) -> float:
    """1 for the person or code itself, however spelled; a half for the state that a named person stands for."""
    actor = participant.actor
    if is_code(name):
        return 1.0 if actor.id == name else 0.5 if actor.state == name else 0.0
    if actor.type == "person":
        return 1.0 if is_party(participant, name) else 0.0
    return 0.5 if actor.type == "state" and actor.id == state_of(name) else 0.0


@cache
def state_of(name: str) -> str | None:
    """The state of a person of the lexicon, by the latest tenure."""
    knowledge, wanted = load_knowledge(), levelled(name)
    ids = {
        key
        for key, person in knowledge.persons.items()
        if any(levelled(known) == wanted for known in (person.name, *person.aliases))
    }
    held = [t for t in knowledge.tenures if t.person in ids]
    return max(held, key=lambda t: t.start).of if held else None


def day_fit(member: Member, event: Mapping[str, Any]) -> float:
    """1 for the same day, 0.5 for intervals that meet, 0.2 where either is unknown, -1 for others.

    A plan told before the event may tell another day than the final one, at which the event stands: 0.05.
    """
    when, start, end = member.account.when, event["start"], event["end"]
    if when is None or (when.start is None and when.end is None) or (start is None and end is None):
        return 0.2
    if (when.start, when.end) == (start, end):
        return 1.0
    if (when.start or "0") <= (end or "9") and (start or "0") <= (when.end or "9"):
        return 0.5 if when.start and when.end else 0.2
    told = member.report.dated.date
    moved = member.account.status == "planned" and told is not None and told <= (start or "0")
    return 0.05 if moved else -1.0


def count_candidates(
    gold: Mapping[Telling, str], matched: Mapping[Telling, str], readings: Iterable[Reading]
) -> Counter[str]:
    """How many pairs of accounts there are of one event, and how many of them merging compares at all."""
    members = make_members(readings)
    single = bundle_members(members, frozenset(member.id for member in members))
    compared = {frozenset((one.first.id, other.first.id)) for one, other in candidate_pairs(single)}
    wanted = [
        frozenset((matched[one], matched[other]))
        for one, other in combinations(sorted(matched), 2)
        if gold[one] == gold[other]
    ]
    return Counter({"wanted": len(wanted), "compared": sum(pair in compared for pair in wanted)})


def count_pairs(gold: Mapping[Telling, str], told: Mapping[Telling, str]) -> Counter[str]:
    """Pairs of tellings found that are rightly joined, wrongly joined and wrongly split."""
    joined: Counter[str] = Counter()
    for one, other in combinations(sorted(told), 2):
        same, together = gold[one] == gold[other], told[one] == told[other]
        joined["joined right"] += same and together
        joined["joined wrong"] += together and not same
        joined["split"] += same and not together
    return joined


def sum_b_cubed(gold: Mapping[Telling, str], told: Mapping[Telling, str], over: str) -> dict[str, float]:
    """The sums of B-cubed precision and recall over the tellings in `told`."""
    by_event, by_contact = defaultdict(set), defaultdict(set)
    for telling, contact in told.items():
        by_event[gold[telling]].add(telling)
        by_contact[contact].add(telling)
    shared = {t: len(by_event[gold[t]] & by_contact[told[t]]) for t in told}
    return {
        f"b precision {over}": sum(shared[t] / len(by_contact[told[t]]) for t in told),
        f"b recall {over}": sum(shared[t] / len(by_event[gold[t]]) for t in told),
    }


def rate(part: str, *others: str) -> Callable[[Sums], float]:
    """The measure that divides one count by the sum of it and others; 0 where all are 0."""
    return lambda sums: sums[part] / (sum(sums[name] for name in (part, *others)) or 1)


SET_MEASURES = (
    Measure(name="pairs", of=f_one(rate("joined right", "split"), rate("joined right", "joined wrong"))),
    Measure(name="b cubed", of=f_one(share("b recall found", "found"), share("b precision found", "found"))),
    Measure(
        name="b cubed all", of=f_one(share("b recall all", "tellings"), share("b precision all", "tellings"))
    ),
    Measure(name="wrong joins", of=rate("joined wrong", "joined right")),
    Measure(name="wrong splits", of=rate("split", "joined right")),
    Measure(name="near joined", of=lambda sums: sums["near joined"]),
    Measure(name="candidates", of=share("compared", "wanted")),
    Measure(name="tellings found", of=share("found", "tellings")),
)


def contacts_of(event: str, told: Mapping[Telling, str]) -> set[str]:
    """The contacts that an event's tellings are in."""
    return {contact for telling, contact in told.items() if telling[1] == event}


def is_whole(event: Mapping[str, Any], told: Mapping[Telling, str]) -> bool:
    """Whether all tellings of an event were found and are in one contact, and no other event's is."""
    found = {told.get((report, event["event"])) for report in event["reports"]}
    return len(found) == 1 and None not in found and not foreign_to(event, told)


def foreign_to(event: Mapping[str, Any], told: Mapping[Telling, str]) -> list[str]:
    """The other events of which a telling is in a contact of this one."""
    mine = contacts_of(event["event"], told)
    return sorted({t[1] for t, contact in told.items() if contact in mine} - {event["event"]})


def describe_misses(events: Sequence[Mapping[str, Any]], told: Mapping[Telling, str]) -> Iterable[str]:
    """A line for each event that is not whole: its tellings by contact, and the foreign ones."""
    for event in events:
        if not is_whole(event, told):
            name, parties = event["event"], event["participants"]
            mine = [(report, told.get((report, name), "missed")[:10]) for report in sorted(event["reports"])]
            what = f"{name} {event['kind']} {event['status']} {event['start']} {parties}"
            yield f"{what} {mine} with {foreign_to(event, told)}"
