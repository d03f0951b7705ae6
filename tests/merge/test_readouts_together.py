"""Hundreds of readouts read together: what one contact holds is of one day and one counterpart."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.cli import commands

GIVEN = Path(__file__).resolve().parents[3] / "shared" / "eval"
DONE = {"held", "ongoing"}
FAMILY = {"call": "call", "phone_call": "call", "video_call": "call", "video": "call"}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words(name: str) -> set[str]:
    return {word for word in name.lower().replace("-", " ").split() if len(word) > 2}


def meets(participant: dict[str, Any], party: dict[str, Any]) -> bool:
    if party["names"]:
        return not words(participant["name"]).isdisjoint(party["names"])
    return bool({participant["state"], participant["id"]} & set(party["states"]))


def announced(account: dict[str, Any], gold: dict[str, Any]) -> bool:
    """Whether the account is of the contact that the readout's title announces."""
    family = FAMILY.get(account["kind"], "meeting") == FAMILY.get(gold["kind"], "meeting")
    held = (account["status"] in DONE) == (gold["status"] in DONE)
    return (
        held
        and family
        and all(any(meets(p, party) for p in account["participants"]) for party in gold["parties"])
    )


def same_people(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether the parties that both titles name are the same: each has one among the other's, by name or state."""
    return all(
        any(alike(mine, theirs) for theirs in b["parties"])
        for a, b in ((one, other), (other, one))
        for mine in a["parties"][:2]
    )


def alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["names"] and other["names"]:
        return not set(one["names"]).isdisjoint(other["names"])
    return not set(one["states"]).isdisjoint(other["states"])


def joined(contacts: Iterable[dict[str, Any]], items: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of readouts whose announced contacts are in one contact."""
    for contact in contacts:
        own: dict[str, None] = {}
        for account in contact["accounts"]:
            item = items.get(account["source"])
            if item and announced(account, item["gold"]):
                own[account["source"]] = None
        yield from combinations(own, 2)


@pytest.mark.given
@pytest.mark.slow
def test_no_two_readouts_of_other_days_or_counterparts_are_one_contact() -> None:
    paths = [GIVEN / "readouts-dev.jsonl", GIVEN / "merge-dev.jsonl"]
    items = {each["id"]: each for each in lines(paths[0])}
    found = CliRunner().invoke(
        commands,
        ["read", *map(str, paths), "--format", "jsonl", "--ledger", ":memory:"],
        catch_exceptions=False,
    )
    contacts = [json.loads(line) for line in found.stdout.splitlines()]
    wrong: dict[str, list[tuple[str, str]]] = defaultdict(list)
    pairs = 0
    for one, other in joined(contacts, items):
        pairs += 1
        mine, theirs = items[one]["gold"], items[other]["gold"]
        days = [date.fromisoformat(gold["date"]) for gold in (mine, theirs) if gold["date"]]
        # Both sides' own days of one call may be a day apart across the date line.
        apart = 1 if items[one]["outlet"] != items[other]["outlet"] else 0
        if len(days) == 2 and abs((days[0] - days[1]).days) > apart:
            wrong["days"].append((one, other))
        if not same_people(mine, theirs):
            wrong["counterparts"].append((one, other))
    assert len(contacts) > 300
    assert not wrong, f"{pairs} pairs in one contact, of which {dict(wrong)}"
