"""The day of a contact in sentences of our own, in the manner of agencies and newspapers of many countries and years.

Each line of told_days.jsonl has a passage with its day of publication, a contact told in it by its family and its
parties, the interval that a careful reader gives it, and why. Written in four lots, each before its misses were mended.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from communique.contacts.cues import FAMILY
from communique.records import Account

ReadText = Callable[[str, str], tuple[Account, ...]]
LINES = [json.loads(line) for line in (Path(__file__).parent / "told_days.jsonl").read_text().splitlines()]


def test_the_days_are_those_of_a_careful_reader(accounts_of: ReadText) -> None:
    """About nine in ten within the reader's interval; of the others nearly all are wider, hardly any elsewhere."""
    counts = Counter(outcome(line, accounts_of(line["text"], line["published"])) for line in LINES)
    found = sum(counts.values()) - counts["not found"]
    assert counts["not found"] <= 0.12 * len(LINES)
    assert counts["within"] >= 0.88 * found
    assert counts["elsewhere"] <= 0.02 * found


def outcome(line: dict[str, Any], accounts: tuple[Account, ...]) -> str:
    """Whether the contact has its day: within the reader's interval, wider, elsewhere, or not found."""
    told = [a for a in accounts if FAMILY[a.kind] == FAMILY[line["kind"]] and takes_part(line["parties"], a)]
    found = [compare(line, a) for a in told]
    return min(found, key=("within", "wider", "elsewhere").index, default="not found")


def takes_part(parties: list[str], account: Account) -> bool:
    """Whether every party of the line is among an account's, by a word of the name."""
    names = [words(p.actor.name) for p in account.participants]
    return all(any(words(party) & name for name in names) for party in parties)


def compare(line: dict[str, Any], account: Account) -> str:
    """An account's interval beside the reader's; an open end is as wide as can be."""
    when = account.when
    start, end = (when.start or "0000", when.end or "9999") if when else ("0000", "9999")
    if line["start"] <= start and end <= line["end"]:
        return "within"
    return "wider" if start <= line["start"] and line["end"] <= end else "elsewhere"


def words(name: str) -> set[str]:
    """The words of a name without accents, small ones left out."""
    plain = unicodedata.normalize("NFD", name.lower().replace("-", " "))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return {word for word in letters.split() if len(word) > len("al")}
