"""Accounts and readings made for tests of merging."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from communique.records import (
    Account,
    Actor,
    Fact,
    Participant,
    Place,
    Reading,
    Report,
    ReportDate,
    Span,
    When,
)

PEOPLE = {
    "vale": Actor(
        id="ada-vale", name="Ada Vale", type="person", office="President", office_id="president", state="FRA"
    ),
    "brandt": Actor(
        id="otto-brandt",
        name="Otto Brandt",
        type="person",
        office="Chancellor",
        office_id="head-of-government",
        state="DEU",
    ),
    "lund": Actor(
        id="eva-lund",
        name="Eva Lund",
        type="person",
        office="Foreign Minister",
        office_id="foreign-minister",
        state="DEU",
    ),
    "tanaka": Actor(
        id="ken-tanaka",
        name="Ken Tanaka",
        type="person",
        office="Prime Minister",
        office_id="prime-minister",
        state="JPN",
    ),
    "reyes": Actor(
        id="ana-reyes",
        name="Ana Reyes",
        type="person",
        office="President",
        office_id="president",
        state="USA",
    ),
    "FRA": Actor(id="FRA", name="France", type="state", state="FRA"),
    "DEU": Actor(id="DEU", name="Germany", type="state", state="DEU"),
    "JPN": Actor(id="JPN", name="Japan", type="state", state="JPN"),
}


def day(start: str | None, end: str | None = "", *, basis: str = "stated", time: str | None = None) -> When:
    """A When; the end is the start where none is given."""
    return When(
        start=start,
        end=start if end == "" else end,
        precision="day",
        basis=basis,
        derivation="made",
        time_of_day=time,
    )  # type: ignore[arg-type]


def account(
    report: str,
    who: Iterable[str],
    when: When | None,
    kind: str = "phone_call",
    status: str = "held",
    **more: object,
) -> Account:
    """An account with its report's id and the number of its occurrence in its own id."""
    at = int(more.pop("at", 0))  # type: ignore[call-overload]
    return Account(
        id=f"{report}-{at}-{kind}",
        report=report,
        kind=kind,
        status=status,
        when=when,  # type: ignore[arg-type]
        participants=tuple(
            Participant(actor=PEOPLE[name], role="party", as_named=PEOPLE[name].name) for name in who
        ),
        trigger=Span(start=at, end=at + 1),
        evidence=Span(start=at, end=at + 9),
        **more,
    )  # type: ignore[arg-type]


def reading(report: str, told: str | None, *accounts: Account, body: str = "") -> Reading:
    """A reading of a report published on a day."""
    dated = ReportDate(date=told, basis="given" if told else "none", why="made")
    return Reading(
        report=Report(
            id=report, version="1", source=report, body=body or f"The text of report {report}.", dated=dated
        ),
        edition="made",
        accounts=accounts,
    )


def many_readings(seed: int, count: int) -> list[Reading]:
    """Readings of a few pairs over a month, with all that merging must tell apart."""
    dice = random.Random(seed)
    pairs = [
        ("vale", "brandt"),
        ("vale", "lund"),
        ("FRA", "DEU"),
        ("vale", "tanaka"),
        ("reyes", "tanaka"),
        ("vale", "brandt", "reyes"),
    ]
    made = []
    for number in range(count):
        told = f"2031-05-{dice.randint(3, 28):02}"
        accounts = []
        for at in range(dice.randint(1, 3)):
            first = f"2031-05-{dice.randint(1, 28):02}"
            when = dice.choice(
                [
                    day(first),
                    day(first),
                    day(None, told),
                    day(told, None),
                    day("2031-05-01", "2031-05-31"),
                    None,
                ]
            )
            accounts.append(
                account(
                    f"r{number:03}",
                    dice.choice(pairs),
                    when,
                    dice.choice(["phone_call", "call", "meeting", "talks", "visit", "summit"]),
                    dice.choice(["held", "held", "planned", "proposed", "cancelled", "denied"]),
                    at=at,
                    places=dice.choice([(), (Place(name="Nantes", state="FRA"),)]),
                    topics=dice.choice([(), ("trade",)]),
                    after=(accounts[-1].id,) if accounts and dice.random() < 0.4 else (),
                )
            )
        made.append(reading(f"r{number:03}", told, *accounts))
    return made


def story(seed: int) -> list[Reading]:
    """A small story with calls, plans made in them, what is recalled, and a gathering that each names otherwise."""
    dice = random.Random(seed)
    readings = many_readings(seed, 6)
    for number, name in enumerate(("forum", "friends", "both", "hosts")):
        told = account(
            f"g{number}",
            {"forum": (), "friends": (), "both": ("vale",), "hosts": ("vale", "brandt", "reyes", "tanaka")}[
                name
            ],
            day(f"2031-05-{dice.choice((11, 12)):02}"),
            dice.choice(["meeting", "summit"]),
            dice.choice(["held", "planned"]),
            places=dice.choice([(), (Place(name="Nantes", state="FRA"),)]),
        )
        group = {"forum": FORUM, "both": FORUM, "friends": FRIENDS}.get(name)
        more = (Participant(actor=group, role="party", as_named=group.name),) if group else ()
        told = replace(told, participants=(*told.participants, *more))
        told = replace(told, participants=tuple(sorted(told.participants, key=lambda p: p.actor.id)))
        readings.append(reading(f"g{number}", "2031-05-12", told))
    call = account("p0", ("vale", "brandt"), day("2031-05-13"))
    plan = account(
        "p0", ("vale", "brandt"), day("2031-05-20"), "meeting", "planned", at=1, planned_in=call.id
    )
    recalled = account("p1", ("vale", "brandt"), day("2031-05-13"), "call", at=1)
    later = account("p1", ("vale", "brandt"), day("2031-05-27"), first_since_account=recalled.id)
    moved = account("p6", ("vale", "brandt"), day("2031-05-20"), "meeting", "planned")
    former = {"start": "2031-05-17", "end": "2031-05-17"}
    moved = replace(
        moved, facts=(Fact(fact="moved_from", value=former, text="the 17th", span=Span(start=0, end=8)),)
    )
    first = account("p7", ("vale", "brandt"), day("2031-05-17"), "meeting", "planned")
    claims = account(
        "p3", ("vale", "tanaka"), day("2031-05-29"), dice.choice(KINDS), first_since=dice.choice(SINCE)
    )
    return [
        *readings,
        reading("p0", "2031-05-13", call, plan),
        reading("p1", "2031-05-27", later, recalled),
        reading("p6", "2031-05-15", moved),
        reading("p7", "2031-05-14", first),
        reading("p3", "2031-05-29", claims),
        reading("p4", "2031-05-12", account("p4", ("vale", "tanaka"), day("2031-05-12"), dice.choice(KINDS))),
        reading("p5", "2031-05-24", account("p5", ("vale", "tanaka"), day("2031-05-24"), dice.choice(KINDS))),
        reading("p2", "2031-05-21", account("p2", ("vale", "brandt"), day("2031-05-20"), "meeting")),
    ]


KINDS, SINCE = ("call", "meeting"), ("2031-05", "2031", "2031-05-12")
FORUM = Actor(id="LAKE-FORUM", name="Lake Forum", type="organisation")
FRIENDS = Actor(id="partners-of-fra", name="partners of France", type="organisation")
