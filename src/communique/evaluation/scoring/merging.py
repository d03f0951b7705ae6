"""Scores merging against gold events: `python -m communique.evaluation.scoring.merging [--misses N]`.

All reports of a set are read and merged together. Each gold telling (an event in a report) is matched to
the account
of that report that fits it best; then contacts are held against events. A telling that no account fits is a
miss of
the reading, not of merging: it counts as a contact of its own in the figures over all, and not in those
over the
found. Sealed events are counted and never shown.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from communique.contacts.cues import FAMILY
from communique.evaluation.scoring.parties import is_code, is_party, levelled
from communique.knowledge import load_knowledge
from communique.merge import merge_accounts
from communique.merge.blocks import bundle_members, candidate_pairs
from communique.merge.members import make_members
from communique.reading import read
from communique.records import Account, Participant, Reading, Report, ReportDate

FOLDER = Path(__file__).resolve().parent.parent / "merging"

Telling = tuple[str, str]


@dataclass(kw_only=True)
class Figures:
    """Pairs and B-cubed over the tellings found and over all, wrong joins and splits, whole events."""

    tellings: int = 0
    found: int = 0
    pairs: float = 0.0
    b_cubed: float = 0.0
    b_cubed_all: float = 0.0
    wrong_joins: float = 0.0
    wrong_splits: float = 0.0
    whole: float = 0.0
    near_joined: int = 0
    candidates: float = 0.0
    misses: list[str] = field(default_factory=list)


def score(events_path: Path, reports_path: Path) -> Figures:
    """The figures of one set of events and its reports."""
    events = [json.loads(line) for line in events_path.read_text(encoding="utf-8").splitlines()]
    readings = read_reports(reports_path)
    owner = {a.id: c.id for c in merge_accounts(readings).contacts for a in c.accounts}
    matched = match_tellings(events, readings)
    told = {telling: owner[account] for telling, account in matched.items()}
    gold = {(report, event["event"]): event["event"] for event in events for report in event["reports"]}
    lone = {telling: told.get(telling, f"missed {telling}") for telling in gold}
    figures = Figures(tellings=len(gold), found=len(told))
    figures.pairs, figures.wrong_joins, figures.wrong_splits = score_pairs(gold, told)
    figures.b_cubed, figures.b_cubed_all = score_b_cubed(gold, told), score_b_cubed(gold, lone)
    figures.candidates = candidate_recall(gold, matched, readings)
    figures.whole = sum(is_whole(event, lone) for event in events) / max(1, len(events))
    near = [(event["event"], each["event"]) for event in events for each in event["near"]]
    figures.near_joined = sum(bool(contacts_of(one, told) & contacts_of(other, told)) for one, other in near)
    if "sealed" not in events_path.name:
        figures.misses = list(describe_misses(events, lone))
    return figures


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
        ranked = sorted(
            (
                (fit(account, event), event["event"], account.id)
                for event in wanted[reading.report.id]
                for account in reading.accounts
            ),
            key=lambda r: (-r[0], r[1], r[2]),
        )
        used: set[str] = set()
        for value, event, account in ranked:
            if value > 0 and account not in used and (reading.report.id, event) not in matched:
                matched[reading.report.id, event] = account
                used.add(account)
    return matched


def fit(account: Account, event: Mapping[str, Any]) -> float:
    """How well an account fits an event: 0 where a party is missing, the family is another or the days do
    not meet.
    """
    parties = [p for p in account.participants if p.role in {"party", "delegation_lead", "mediator"}]
    if FAMILY[account.kind] != FAMILY[event["kind"]]:
        return 0.0
    hits = [max((alike(p, name) for p in parties), default=0.0) for name in event["participants"]]
    if sum(hit > 0 for hit in hits) < min(2, len(hits)):
        return 0.0
    days = day_fit(account, event)
    return (
        0.0
        if days < 0
        else sum(hits) / len(hits)
        + days
        + 0.1 * (account.kind == event["kind"])
        + 0.1 * (account.status == event["status"])
    )


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


def day_fit(account: Account, event: Mapping[str, Any]) -> float:
    """1 for the same day, 0.5 for intervals that meet, 0.2 where either is unknown, -1 for others."""
    when, start, end = account.when, event["start"], event["end"]
    if when is None or (when.start is None and when.end is None) or (start is None and end is None):
        return 0.2
    if (when.start, when.end) == (start, end):
        return 1.0
    meets = (when.start or "0") <= (end or "9") and (start or "0") <= (when.end or "9")
    return 0.5 if meets and when.start and when.end else 0.2 if meets else -1.0


def candidate_recall(
    gold: Mapping[Telling, str], matched: Mapping[Telling, str], readings: Iterable[Reading]
) -> float:
    """Which share of the pairs of accounts of one event merging compares at all."""
    members = make_members(readings)
    single = bundle_members(members, frozenset(member.id for member in members))
    compared = {frozenset((one.first.id, other.first.id)) for one, other in candidate_pairs(single)}
    wanted = [
        frozenset((matched[one], matched[other]))
        for one, other in combinations(sorted(matched), 2)
        if gold[one] == gold[other]
    ]
    return sum(pair in compared for pair in wanted) / max(1, len(wanted))


def score_pairs(gold: Mapping[Telling, str], told: Mapping[Telling, str]) -> tuple[float, float, float]:
    """(F1 of pairs, share of joined pairs that are wrong, share of gold pairs that are split), over the
    tellings found.
    """
    joined: Counter[str] = Counter()
    for one, other in combinations(sorted(told), 2):
        if one[0] == other[0] and one[1] == other[1]:
            continue
        same, together = gold[one] == gold[other], told[one] == told[other]
        joined["right"] += same and together
        joined["wrong"] += together and not same
        joined["split"] += same and not together
    precision = joined["right"] / max(1, joined["right"] + joined["wrong"])
    recall = joined["right"] / max(1, joined["right"] + joined["split"])
    return 2 * precision * recall / max(1e-9, precision + recall), 1 - precision, 1 - recall


def score_b_cubed(gold: Mapping[Telling, str], told: Mapping[Telling, str]) -> float:
    """F1 of B-cubed precision and recall over the tellings in `told`."""
    by_event, by_contact = defaultdict(set), defaultdict(set)
    for telling, contact in told.items():
        by_event[gold[telling]].add(telling)
        by_contact[contact].add(telling)
    shared = {t: len(by_event[gold[t]] & by_contact[told[t]]) for t in told}
    precision = sum(shared[t] / len(by_contact[told[t]]) for t in told) / max(1, len(told))
    recall = sum(shared[t] / len(by_event[gold[t]]) for t in told) / max(1, len(told))
    return 2 * precision * recall / max(1e-9, precision + recall)


def contacts_of(event: str, told: Mapping[Telling, str]) -> set[str]:
    """The contacts that an event's tellings are in."""
    return {contact for telling, contact in told.items() if telling[1] == event}


def is_whole(event: Mapping[str, Any], told: Mapping[Telling, str]) -> bool:
    """Whether all tellings of an event are in one contact and no other event's is."""
    mine = contacts_of(event["event"], told)
    return len(mine) == 1 and all(t[1] == event["event"] for t, contact in told.items() if contact in mine)


def describe_misses(events: Sequence[Mapping[str, Any]], told: Mapping[Telling, str]) -> Iterable[str]:
    """A line for each event that is not whole: its tellings by contact, and the foreign ones."""
    for event in events:
        if not is_whole(event, told):
            mine = [(t[0], told[t][:10]) for t in sorted(told) if t[1] == event["event"]]
            foreign = sorted(
                {t[1] for t, c in told.items() if c in contacts_of(event["event"], told)} - {event["event"]}
            )
            yield f"{event['event']} {event['kind']} {event['status']} {event['start']} {event['participants']} {mine} with {foreign}"


def main() -> None:
    """Prints the figures of the open and the sealed events."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", type=int, default=0, help="show so many misses of the open events")
    arguments = parser.parse_args()
    for name in ("open", "sealed"):
        figures = score(FOLDER / f"{name}-events.jsonl", FOLDER / f"{name}-reports.jsonl")
        for miss in figures.misses[: arguments.misses]:
            print(miss)
        print(
            f"merging {name}: tellings {figures.tellings}  found {figures.found}  pairs {figures.pairs:.3f}  b-cubed {figures.b_cubed:.3f}  "
            f"b-cubed of all {figures.b_cubed_all:.3f}  wrong joins {figures.wrong_joins:.3f}  wrong splits {figures.wrong_splits:.3f}  "
            f"near misses joined {figures.near_joined}  candidates {figures.candidates:.3f}  whole {figures.whole:.3f}"
        )


if __name__ == "__main__":
    main()
