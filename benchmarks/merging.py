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


def main() -> None:
    merge_accounts(generate(100))  # what is loaded once is left out
    for count in [int(word) for word in sys.argv[1:]] or [100_000, 1_000_000]:
        readings = generate(count)
        began = time.perf_counter()
        merged = merge_accounts(readings)
        taken = time.perf_counter() - began
        largest = max(len(contact.accounts) for contact in merged.contacts)
        print(
            f"{count:,} accounts into {len(merged.contacts):,} contacts (the largest of {largest}) in {taken:.1f} s: {count / taken:,.0f} accounts/s"
        )


if __name__ == "__main__":
    main()
