"""Scores the contacts that a report is read to tell of against all contacts that a careful reader found in it.

An account tells of a gold contact where their families agree, at least two of the gold's parties (one where it names
one) are among its own, both came about or both did not, and the days do not exclude each other. Each serves once, the
closest first. Recall is over the gold's `must` contacts; one that meets an arguable contact is right as well.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.errors import InputError
from communique.evaluation.figures import Measure, Scored, Sums, f_one, share
from communique.evaluation.scoring.parties import count_named, dealing
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Account

FOLDER = Path(__file__).resolve().parent.parent / "contacts"
FAMILIES = {
    "call": ("call", "phone_call", "video_call"),
    "meeting": ("meeting", "talks", "summit", "visit", "signing"),
    "message": ("message",),
}
FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
BINS = 10
_CAME_ABOUT = frozenset({"held", "ongoing"})
# "Spoke" says no channel, and talks are a meeting of delegations: careful readers differ on both.
_SAME_KIND = ({"call", "phone_call"}, {"meeting", "talks"})
_FIRST_DAY, _LAST_DAY = "0000", "9999"

Gold = Mapping[str, Any]


@dataclass(kw_only=True)
class _Tally:
    """The counts of one report, and its misses."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def score(path: Path) -> Scored:
    """The figures of one file of reports with their gold contacts. Raises InputError for a line without gold."""
    golds = read_gold(path)
    told = read_accounts(path)
    tallies = [score_report(name, line, told.get(name, ())) for name, line in golds.items()]
    sealed = "sealed" in path.name
    return Scored(
        stage="contacts",
        name=path.stem,
        sealed=sealed,
        passages=tuple(tally.counts for tally in tallies),
        measures=MEASURES,
        misses=() if sealed else tuple(miss for tally in tallies for miss in tally.misses),
    )


def read_gold(path: Path) -> dict[str, Gold]:
    """The lines of a gold file by the name that their report bears."""
    golds: dict[str, Gold] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        if "contacts" not in row:
            remedy = 'list the contacts of each report under "contacts", as the conventions say'
            raise InputError("no gold contacts", where=f"{path}:{number}", remedy=remedy)
        golds[str(row.get("id") or f"{path.name}:{number}")] = row
    return golds


def read_accounts(path: Path) -> dict[str, tuple[Account, ...]]:
    """The accounts of each report of the file, as `communique read` would read it."""
    knowledge = load_knowledge()
    told: dict[str, tuple[Account, ...]] = {}
    for one in read_inputs([str(path)], IntakeOptions()):
        if isinstance(one, SetAside):
            raise InputError(one.why, where=one.place, remedy=one.remedy)
        told[one.source] = read(one, knowledge).accounts
    return told


def score_report(name: str, line: Gold, accounts: Sequence[Account]) -> _Tally:
    """The counts of one report: what was met, how exactly, and what nobody told."""
    tally = _Tally()
    tally.counts["predicted"] = len(accounts)
    right: set[int] = set()
    for must in (True, False):
        golds = [gold for gold in line["contacts"] if gold["must"] is must]
        pairs = pair(golds, {n: account for n, account in enumerate(accounts) if n not in right})
        right |= set(pairs.values())
        for number, gold in enumerate(golds):
            account = accounts[pairs[number]] if number in pairs else None
            _add_gold(tally, name, gold, account)
    _add_confidence(tally, accounts, right)
    tally.misses += [
        f"{name} not in gold: {shown(accounts[n])}" for n in range(len(accounts)) if n not in right
    ]
    for wrong in line.get("never", ()):
        tally.counts["never"] += sum(is_caught(account, wrong, line["contacts"]) for account in accounts)
    return tally


def pair(golds: Sequence[Gold], accounts: Mapping[int, Account]) -> dict[int, int]:
    """Gold contacts with the accounts that tell of them, by number, each at most once, the closest first."""
    ranked = sorted(
        (
            (closeness(account, gold), number, place)
            for number, gold in enumerate(golds)
            for place, account in accounts.items()
            if tells(account, gold)
        ),
        reverse=True,
    )
    paired: dict[int, int] = {}
    for _, number, place in ranked:
        if number not in paired and place not in paired.values():
            paired[number] = place
    return paired


def tells(account: Account, gold: Gold) -> bool:
    """Whether the account can tell of the gold contact."""
    if FAMILY.get(account.kind) != FAMILY.get(gold["kind"]):
        return False
    if (account.status in _CAME_ABOUT) != (gold["status"] in _CAME_ABOUT) or not days_meet(account, gold):
        return False
    return count_named(account, gold["participants"]) >= min(2, len(gold["participants"]))


def days_meet(account: Account, gold: Gold) -> bool:
    """Whether the two intervals share a day; an open end excludes nothing."""
    start, end = days(account)
    return (start or _FIRST_DAY) <= (gold.get("end") or _LAST_DAY) and (gold.get("start") or _FIRST_DAY) <= (
        end or _LAST_DAY
    )


def days(account: Account) -> tuple[str | None, str | None]:
    """The account's interval of days."""
    return (account.when.start, account.when.end) if account.when else (None, None)


def closeness(account: Account, gold: Gold) -> tuple[int, bool, bool, bool, int]:
    """How well an account fits; parties weigh most."""
    return (
        count_named(account, gold["participants"]),
        account.kind == gold["kind"],
        account.status == gold["status"],
        days(account) == (gold.get("start"), gold.get("end")),
        -abs(len(dealing(account)) - len(gold["participants"])),
    )


def is_caught(account: Account, wrong: Gold, golds: Sequence[Gold]) -> bool:
    """Whether the account tells what the gold names as false."""
    if account.status not in _CAME_ABOUT or FAMILY.get(account.kind) != FAMILY.get(wrong["kind"]):
        return False
    everyone = count_named(account, wrong["participants"]) == len(wrong["participants"])
    return everyone and not any(tells(account, gold) for gold in golds)


def _add_gold(tally: _Tally, name: str, gold: Gold, account: Account | None) -> None:
    counts, family = tally.counts, FAMILY.get(gold["kind"], "other")
    if gold["must"]:
        counts.update({"must": 1, f"must {family}": 1})
    if account is None:
        if gold["must"]:
            tally.misses.append(f"{name} not found: {told(gold)}")
        return
    if gold["must"]:
        counts.update({"must met": 1, f"must met {family}": 1})
    checks = compare(account, gold)
    counts["met"] += 1
    counts["dated"] += "date" in checks
    counts.update(f"{check} right" for check, right in checks.items() if right)
    wrong = [check for check, right in checks.items() if not right]
    if wrong:
        tally.misses.append(f"{name} {', '.join(wrong)}: {told(gold)} GOT {shown(account)}")


def compare(account: Account, gold: Gold) -> dict[str, bool]:
    """What is right about an account that was met; the date only where the gold's interval is closed."""
    start, end = days(account)
    kinds = {account.kind, gold["kind"]}
    named = count_named(account, gold["participants"])
    checks = {
        "status": account.status == gold["status"],
        "kind": len(kinds) == 1 or any(kinds <= same for same in _SAME_KIND),
        "parties": named == len(gold["participants"]) == len(dealing(account)),
    }
    if gold.get("start") and gold.get("end"):
        checks["date"] = bool(start and end and gold["start"] <= start and end <= gold["end"])
    return checks


def _add_confidence(tally: _Tally, accounts: Sequence[Account], right: set[int]) -> None:
    """Counts by bin of confidence; an account is right if careful readers record such a contact."""
    for number, account in enumerate(accounts):
        at = min(int(account.reading_confidence * BINS), BINS - 1)
        tally.counts["right"] += number in right
        tally.counts[f"bin {at}"] += 1
        tally.counts[f"bin {at} right"] += number in right
        # Whole thousandths: counts stay integers.
        tally.counts[f"bin {at} confidence"] += round(1000 * account.reading_confidence)


def reliability(sums: Sums) -> list[dict[str, float]]:
    """The reliability curve: for each bin of confidence how many accounts, how sure, how often right."""
    return [
        {
            "accounts": sums[f"bin {at}"],
            "confidence": sums[f"bin {at} confidence"] / 1000 / sums[f"bin {at}"],
            "right": sums[f"bin {at} right"] / sums[f"bin {at}"],
        }
        for at in range(BINS)
        if sums[f"bin {at}"]
    ]


def calibration_error(sums: Sums) -> float:
    """Expected calibration error: how far confidence is from the share that is right, over the bins."""
    total = max(1, sums["predicted"])
    return sum(row["accounts"] / total * abs(row["confidence"] - row["right"]) for row in reliability(sums))


def told(gold: Gold) -> str:
    """One line on a gold contact."""
    names = ", ".join(gold["participants"])
    return f"{gold['kind']} {gold['status']} {gold.get('start')}..{gold.get('end')} {names} | {gold.get('evidence')}"


def shown(account: Account) -> str:
    """One line on an account."""
    names = ", ".join(each.actor.name for each in dealing(account))
    start, end = days(account)
    return f"{account.kind} {account.status} {start}..{end} {names}"


_RECALL, _PRECISION = share("must met", "must"), share("right", "predicted")
MEASURES = (
    Measure(name="f1", of=f_one(_RECALL, _PRECISION)),
    Measure(name="recall", of=_RECALL),
    Measure(name="precision", of=_PRECISION),
    *(Measure(name=check, of=share(f"{check} right", "met")) for check in ("status", "kind", "parties")),
    Measure(name="date", of=share("date right", "dated")),
    *(Measure(name=f"recall of {name}s", of=share(f"must met {name}", f"must {name}")) for name in FAMILIES),
    Measure(name="never", of=lambda sums: sums["never"]),
    Measure(name="calibration error", of=calibration_error),
)
