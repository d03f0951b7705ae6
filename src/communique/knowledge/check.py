"""Refuses contradictions among tenures, each with its file, line and remedy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from communique.errors import LexiconError
from communique.knowledge.entries import Office, Tenure
from communique.record_type import Record

DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
MONTH_END, YEAR_END = "-31", "-12-31"


class Placed(Record, frozen=True, kw_only=True):
    """A tenure and where it stands ("africa.csv:41")."""

    tenure: Tenure
    place: str


def check_tenure(placed: Placed, owners: Collection[str]) -> None:
    """Refuses a tenure of nobody's, with a date that is none, that ends before it begins, or open to no day."""
    tenure, place = placed.tenure, placed.place
    if tenure.of not in owners:
        raise LexiconError(
            f'"{tenure.of}" is neither a state nor an organisation',
            where=place,
            remedy="add it to states.toml or organisations.toml, or mend the spelling",
        )
    for name, date in (("start", tenure.start), ("end", tenure.end), ("known_until", tenure.known_until)):
        if date and not DATE.fullmatch(date):
            raise LexiconError(
                f'{name} "{date}" is no date', where=place, remedy="write 2013, 2013-03 or 2013-03-14"
            )
    if tenure.end and tenure.start and tenure.last_day() < tenure.first_day():
        raise LexiconError(
            f"{tenure.person} leaves the office of {tenure.office} ({tenure.end}) before taking it ({tenure.start})",
            where=place,
            remedy="mend one of the dates",
        )
    if not tenure.end and not tenure.known_until:
        raise LexiconError(
            f"{tenure.person} holds the office of {tenure.office} without an end",
            where=place,
            remedy="give an end, or known_until: the day up to which the entry is known to hold",
        )


def check_holders(placed: Iterable[Placed], offices: Mapping[str, Office]) -> None:
    """Refuses two holders of a single office on one day where both are sure; one day of handing over may be shared."""
    held: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for each in placed:
        office = offices[each.tenure.office]
        if office.single and each.tenure.of not in office.several:
            held[each.tenure.of, each.tenure.office].append(each)
    for holders in held.values():
        ordered = sorted(holders, key=lambda each: sure_start(each.tenure))
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                if sure_start(other.tenure) >= sure_end(one.tenure):
                    break
                if differ(one.tenure, other.tenure) and sure_start(other.tenure) < sure_end(other.tenure):
                    refuse(one, other)


def differ(one: Tenure, other: Tenure) -> bool:
    """Whether two tenures are of two persons in one and the same office; a title of its own marks another office."""
    return one.person != other.person and one.title == other.title


def refuse(one: Placed, other: Placed) -> None:
    """Names both tenures."""
    day = sure_start(other.tenure)
    raise LexiconError(
        f"{other.tenure.person} and {one.tenure.person} ({one.place}) both hold the office of {one.tenure.office} of {one.tenure.of} on {day}",
        where=other.place,
        remedy="mend a date, or give one of them the end that it lacks",
    )


def sure_start(tenure: Tenure) -> str:
    """The first day on which the person surely holds the office."""
    if not tenure.start:
        return "9999"
    return tenure.start + {4: YEAR_END, 7: MONTH_END, 10: ""}[len(tenure.start)]


def sure_end(tenure: Tenure) -> str:
    """The last day on which the person surely holds the office."""
    end = tenure.end or tenure.known_until
    return end + {0: "", 4: "-01-01", 7: "-01", 10: ""}[len(end)]
