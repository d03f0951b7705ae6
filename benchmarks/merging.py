"""How fast accounts are merged: `python benchmarks/merging.py [ACCOUNTS...]`, 100,000 and 1,000,000 by default.

The accounts have the skew of real news: a few pairs of states have most contacts, a few contacts most
reports.
The time for making the accounts is left out.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from communique.ledger import Ledger
from communique.merge import merge_accounts
from communique.records import Account, Actor, Participant, Reading, Report, ReportDate, Span, When

STATES = [f"{a}{b}{c}" for a in "ABCDEFGH" for b in "KLMNOP" for c in "STUV"]
START = date(2015, 1, 1)
KINDS = ("phone_call", "call", "meeting", "meeting", "talks", "visit", "summit")


def leader(state: str, number: int) -> Actor:
    offices = ("president", "foreign-minister", "defence-minister")
    return Actor(
        id=f"{state.lower()}-{number}",
        name=f"First{number} {state.title()}",
        type="person",
        office="Office",
        office_id=offices[number % 3],
        state=state,
    )


def generate(count: int, seed: int = 7) -> list[Reading]:
    dice = random.Random(seed)
    readings: list[Reading] = []
    made = 0
    while made < count:
        one, other = (STATES[min(int(dice.paretovariate(0.8)) - 1, len(STATES) - 1)] for _ in range(2))
        if one == other:
            continue
        person = min(int(dice.expovariate(1.2)), 5)
        day = START + timedelta(days=dice.randint(0, count // 40))
        kind = dice.choice(KINDS)
        for _ in range(min(int(dice.paretovariate(1.1)), 400)):
            readings.append(telling(dice, made, (leader(one, person), leader(other, person)), day, kind))
            made += 1
    return readings[:count]


def telling(dice: random.Random, number: int, actors: tuple[Actor, Actor], day: date, kind: str) -> Reading:
    told = day + timedelta(days=dice.choice((0, 0, 0, 1, 1, 2, 5, -3)))
    planned = told < day
    if dice.random() < 0.2:
        actors = tuple(
            Actor(id=a.state or "", name=a.state or "", type="state", state=a.state) for a in actors
        )  # type: ignore[assignment]
    known = dice.random() < 0.7
    when = When(
        start=str(day) if known else str(told) if planned else None,
        end=str(day) if known else None if planned else str(told),
        precision="day",
        basis="stated",
        derivation="generated",
    )
    report = Report(
        id=f"r{number}",
        version="1",
        source=f"r{number}",
        body=f"Report {number} of {told}.",
        dated=ReportDate(date=str(told), basis="given", why="generated"),
    )
    account = Account(
        id=f"{dice.getrandbits(64):016x}",
        report=report.id,
        kind=kind,
        status="planned" if planned else "held",  # type: ignore[arg-type]
        when=when,
        trigger=Span(start=0, end=6),
        evidence=Span(start=0, end=9),
        participants=tuple(Participant(actor=a, role="party", as_named=a.name) for a in actors),
    )
    return Reading(report=report, edition="generated", accounts=(account,))


def hot_pair(count: int, seed: int = 3) -> list[Reading]:
    """One pair of leaders with a contact every second day for years; three tellings in ten name no day."""
    dice = random.Random(seed)
    actors = (leader("AKS", 0), leader("BLT", 0))
    days = [START + timedelta(days=2 * n) for n in range(count // 12)]
    kinds = {day: dice.choice(KINDS) for day in days}
    return [
        telling(dice, number, actors, day, kinds[day])
        for number, day in enumerate(dice.choices(days, k=count))
    ]


def measure(label: str, readings: list[Reading]) -> None:
    began = time.process_time()
    merged = merge_accounts(readings)
    taken = time.process_time() - began
    contacts, parts = max(len(c.accounts) for c in merged.contacts), max(len(part) for part in merged.parts)
    print(
        f"{label}: {len(readings):,} accounts into {len(merged.contacts):,} contacts (the largest of {contacts}; "
        f"the largest part {parts}) in {taken:.1f} s: {len(readings) / taken:,.0f} accounts/s"
    )


def measure_ledger(count: int, more: int = 30) -> None:
    """One report more, in a ledger that holds many."""
    readings = generate(count + more)
    with Ledger.open(":memory:") as ledger:
        began = time.process_time()
        ledger.add(readings[:count])
        whole = time.process_time() - began
        taken = []
        for reading in readings[count:]:
            began = time.process_time()
            ledger.add([reading])
            taken.append(time.process_time() - began)
    taken.sort()
    print(
        f"ledger of {count:,}: kept and derived in {whole:.1f} s; one report more in {taken[more // 2] * 1000:.0f} ms "
        f"(median; the slowest {taken[-1] * 1000:.0f} ms)"
    )


def main() -> None:
    """With `--ledger`, one report more in ledgers of these sizes; else how fast all is merged."""
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()]
    merge_accounts(generate(100))  # what is loaded once is left out
    if "--ledger" in sys.argv:
        for count in counts or [10_000, 50_000]:
            measure_ledger(count)
        return
    measure("one pair", hot_pair(10_000))
    for count in counts or [100_000, 1_000_000]:
        measure("many pairs", generate(count))


if __name__ == "__main__":
    main()
