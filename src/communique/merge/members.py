"""What merging needs of an account, worked out once: sides, persons, family, window of days, stance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from communique.knowledge.load import LEXICON, read_toml
from communique.merge.hosts import hosts_of
from communique.merge.ranks import Rank, ranks_of
from communique.merge.spellings import STRANGE
from communique.record_type import Record
from communique.records import Account, Participant, Reading, Report

DEALING = frozenset({"party", "delegation_lead", "mediator"})
MEDIUM = {
    "phone_call": "remote",
    "video_call": "remote",
    "call": "remote",
    "meeting": "room",
    "summit": "room",
    "talks": "talks",
    "visit": "visit",
    "message": "message",
    "signing": "signing",
}
STANCE = {
    "held": "done",
    "ongoing": "done",
    "planned": "ahead",
    "proposed": "ahead",
    "declined": "off",
    "cancelled": "off",
    "denied": "denied",
}
LASTING = {"visit": 7, "talks": 5, "summit": 4}  # days that one contact of the kind may go on
GATHERED = frozenset({"room", "talks"})
MANY = 4  # sides that make a gathering, where no group is told
LONG = 7  # days: a longer interval does not say on which of them it was
EXACT_DAYS = 4  # an interval of more days is rough
LONG_AGO = 31  # days: what was held after a day so long ago has its day only from below
LEAD = 300  # code points: the title and the first sentence
OPENING = 50  # code points: behind the title and a dateline begins the first sentence, and no second
NEAR = 40  # code points behind a word that tells of a contact: how often
COUNTED = re.compile(
    r"(?: \w+){0,2}? (?:twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|few|\d+) times)\b",
    re.IGNORECASE,
)
FAR_PAST, FAR_FUTURE = 1, 3_652_059  # first and last day that a date can hold


class Member(Record, frozen=True, kw_only=True):
    """An account as merging sees it. Days are ordinals (1 is 0001-01-01).

    `low` and `high` bound the day of the contact; `open` says that one bound is only the report's own day,
    as in
    "the two have spoken" of 4 January: some day up to the fourth. `told` is the day of the report.
    `persons` pairs each
    side with those who are named for it; a side without a name is there with an empty set.
    `former` are the days for which it was planned before it was moved. `hosts` are the sides to whom a visit is paid; `ranks` tell of what rank those are who deal; `loose` is said of "the two spoke", which may be a meeting; `several` of "have met three times", without a day.
    """

    id: str
    account: Account
    report: Report
    sides: tuple[str, ...]
    persons: tuple[tuple[str, frozenset[str]], ...]
    medium: str
    stance: str
    low: int
    high: int
    open: bool
    told: int | None
    groups: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    loose: bool = False
    several: bool = False
    ranks: frozenset[Rank] = frozenset()
    former: tuple[int, int] | None = None

    @property
    def gathering(self) -> bool:
        """Whether many met: a group of states, or four sides and more: "Moldova's allies met in Vilnius"."""
        return self.medium in GATHERED and (bool(self.groups) or len(self.sides) >= MANY)

    @property
    def exact(self) -> bool:
        """Whether the days are those of the contact, not a month that holds it."""
        return not self.open and self.high - self.low < LONG

    @property
    def rough(self) -> bool:
        """Whether the day is open or a long interval: "have spoken", "in June"."""
        return self.open or self.high - self.low >= EXACT_DAYS

    @property
    def running(self) -> bool:
        """Whether the days run up to the report's own: "this year" says no more than that it was not before."""
        return (
            not self.open
            and self.stance == "done"
            and self.told is not None
            and self.high - self.low >= LONG
            and self.told - self.high <= 1
        )

    @property
    def reckoned(self) -> bool:
        """Whether the day was worked out from what stands around it, and may be a day off."""
        return self.account.when is not None and self.account.when.basis in {"relative_event", "inferred"}

    @property
    def inferred(self) -> bool:
        """Whether no text tells the days: "told as news on 4 May" is the third or the fourth, for want of better."""
        return not self.open and self.account.when is not None and self.account.when.basis == "inferred"

    @property
    def lasting(self) -> int:
        """How many days such a contact may go on; 0 for one sitting."""
        return LASTING.get(self.account.kind, 0)


@lru_cache(maxsize=65_536)
def day_number(day: str | None) -> int | None:
    """An ISO day as an ordinal; None for none and for what is no day."""
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def day_text(number: int) -> str:
    """An ordinal as an ISO day."""
    return date.fromordinal(number).isoformat()


def side_of(participant: Participant) -> str:
    """The state or organisation that a participant stands for; a person of neither stands for itself."""
    return participant.actor.state or participant.actor.id


def is_named(participant: Participant) -> bool:
    """Whether a participant is a person known by name, not an office ("the South Korean leader")."""
    actor = participant.actor
    office = (actor.office_id or "").replace("_", "-")
    return actor.type == "person" and not (office and actor.id.endswith(office))


def make_members(readings: Iterable[Reading]) -> list[Member]:
    """Every account once, sorted by id, whatever the order of the readings."""
    found: dict[str, Member] = {}
    for reading in readings:
        for account in reading.accounts:
            member = make_member(account, reading.report)
            known = found.get(account.id)
            if known is None or repr(account) < repr(known.account):
                found[account.id] = member
    return [found[name] for name in sorted(found)]


def make_member(account: Account, report: Report) -> Member:
    """One account with what merging needs of it."""
    persons: dict[str, set[str]] = {}
    dealing = [(side_of(p), p, is_named(p)) for p in account.participants if p.role in DEALING]
    for side, participant, is_known in dealing:
        named = persons.setdefault(side, set())
        if is_known:
            named.add(name_of(participant))
    drop_strangers(persons, account)
    told = day_number(report.dated.date)
    low, high, is_open = window_of(account, told)
    return Member(
        id=account.id,
        account=account,
        report=report,
        sides=tuple(sorted(persons)),
        persons=tuple((side, shared(frozenset(persons[side]))) for side in sorted(persons)),
        medium=MEDIUM[account.kind],
        stance=STANCE[account.status],
        low=low,
        high=high,
        open=is_open,
        told=told,
        groups=groups_of(account),
        hosts=hosts_of(account, persons),
        former=former_days(account),
        ranks=ranks_of(report, dealing),
        several=is_open and account.status == "held" and counts_several(account, report),
        loose=account.kind == "call" and account.trigger.of(report.body).lower() in conversing(),
    )


def former_days(account: Account) -> tuple[int, int] | None:
    """The days for which a contact was planned before it was moved; None where no such days are told."""
    if STANCE[account.status] != "ahead":
        return None
    told = next((fact.value for fact in account.facts if fact.fact == "moved_from"), None)
    low, high = (day_number(told["start"]), day_number(told["end"])) if told else (None, None)
    return (low, high) if low is not None and high is not None else None


def counts_several(account: Account, report: Report) -> bool:
    """Whether one word tells of several contacts: "have met three times", "had spoken twice"."""
    start = account.trigger.end
    return COUNTED.match(report.body, start, min(account.evidence.end, start + NEAR)) is not None


@cache
def conversing() -> frozenset[str]:
    """Words that leave it open whether two speak on the telephone or in one room: "spoke", "conversation"."""
    return frozenset(read_toml(LEXICON / "contacts.toml")["words"]["conversing"])


def name_of(participant: Participant) -> str:
    """A person's id, marked where the lexicon does not know it and it may be spelled otherwise elsewhere."""
    actor = participant.actor
    return actor.id if actor.known else STRANGE + actor.id


@lru_cache(maxsize=65_536)
def shared(names: frozenset[str]) -> frozenset[str]:
    """The same object for equal sets: a million accounts name few persons."""
    return names


def groups_of(account: Account) -> frozenset[str]:
    """The groups of states and organisations of no state among those who deal: the G7, "partners-of-mda"."""
    actors = (p.actor for p in account.participants if p.role in DEALING)
    return frozenset(a.id for a in actors if a.type == "organisation" and a.state is None)


def is_described(group: str) -> bool:
    """Whether a group bears no name of its own, and may be one that does: "partners-of-mda", not "G7"."""
    return group.islower()


def towns_of(member: Member) -> frozenset[str]:
    """The names of the places where the contact was."""
    return frozenset(place.name for place in member.account.places)


def time_of_day(member: Member) -> str | None:
    """The hour as the account tells it: "morning", "late"."""
    return member.account.when.time_of_day if member.account.when else None


PARTS_OF_DAY = {
    "early": 0,
    "morning": 0,
    "noon": 1,
    "midday": 1,
    "afternoon": 2,
    "evening": 3,
    "late": 3,
    "night": 3,
}


def part_of_day(member: Member) -> int | None:
    """0 in the morning to 3 at night: "early on" is 0; None where no hour is told."""
    words = (time_of_day(member) or "").lower().split()
    return next((PARTS_OF_DAY[word] for word in reversed(words) if word in PARTS_OF_DAY), None)


def is_lead(member: Member) -> bool:
    """Whether a report opens with the contact: it is the news, and so of the last days."""
    account = member.account
    opens = account.evidence.start <= len(member.report.title or "") + OPENING
    return account.layer == "headline" or (account.trigger.start < LEAD and opens)


def drop_strangers(persons: dict[str, set[str]], account: Account) -> None:
    """Takes out persons of no state and office while two sides are left: they are spoken of, or merely there."""
    strangers = [
        p.actor.id
        for p in account.participants
        if p.actor.type == "person" and p.actor.state is None and p.actor.office is None
    ]
    for stranger in sorted(strangers):
        if len(persons) > 2:
            persons.pop(stranger, None)


def window_of(account: Account, told: int | None) -> tuple[int, int, bool]:
    """(first day, last day, open) of the contact as the account tells it."""
    when = account.when
    start = day_number(when.start) if when else None
    end = day_number(when.end) if when else None
    if start is not None and end is None and told is not None and STANCE[account.status] == "done":
        end = told if start <= told <= start + LONG_AGO else None
    if start is not None and end is not None:
        return start, max(start, end), False
    if start is None and end is None:
        if told is not None and STANCE[account.status] == "done":
            return FAR_PAST, told, True
        if told is not None and STANCE[account.status] == "ahead":
            return told, FAR_FUTURE, True
        return FAR_PAST, FAR_FUTURE, True
    return start or FAR_PAST, end or FAR_FUTURE, True
