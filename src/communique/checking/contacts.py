"""Finds the contact of the ledger that a text's account means, and what the ledger's accounts say of each fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.checking.findings import Evidence, Finding, Outcome, Sort
from communique.ledger import Ledger, Query
from communique.merge import (
    FACTS,
    NEVER,
    THRESHOLD,
    Member,
    compare,
    compare_parties,
    days_of,
    far_apart,
    find_origins,
    make_member,
    minutes_of,
)
from communique.records import Account, Contact, Report, Span, VerdictName

_SLIP = 3  # days by which a text may misdate the contact that it means
_TOLD = ("duration_minutes", "initiator", "host")
_CALLS = frozenset({"phone_call", "video_call", "call"})
_MEDIA = {frozenset({"remote", "room"}), frozenset({"remote", "talks"})}

Judge = Callable[[list[Any]], tuple[VerdictName, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fellow:
    """The contact of the ledger that an account means; `exact` where day and kind leave no doubt."""

    contact: Contact
    reports: Mapping[str, Report]
    exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Asserted:
    """One value of a text: its fact's name, what it says, its words, and how two values are compared."""

    sort: Sort
    about: str
    value: Any
    text: str
    span: Span
    read: Callable[[Account], Any]
    judge: Judge


def check_account(account: Account, report: Report, ledger: Ledger) -> Iterator[Finding]:
    """The findings on one account of a text: the contact itself, its day, and what else it tells."""
    fellow = find_fellow(account, report, ledger)
    if fellow is None:
        yield _unknown(account, report, ledger)
        return
    yield _contact_finding(account, report, fellow)
    for asserted in _asserted(account, report):
        yield _judged(asserted, fellow)


def find_fellow(account: Account, report: Report, ledger: Ledger) -> Fellow | None:
    """The ledger's contact that merging would join the account to, else one of the same parties and near days."""
    mine = make_member(account, report)
    contacts = _candidates(mine, ledger)
    reports = ledger.reports_of(contacts)
    sure: list[tuple[float, str, Contact]] = []
    near: list[tuple[float, str, Contact]] = []
    for contact in contacts:
        theirs = [make_member(each, reports[each.report]) for each in contact.accounts]
        score = max(compare(mine, each).score for each in theirs)
        if score >= THRESHOLD:
            sure.append((-score, contact.id, contact))
        elif any(compare_parties(mine, each)[0] > NEVER for each in theirs):
            gap = min(_gap(mine, each) for each in theirs)
            if gap <= _SLIP and any(_comparable(mine, each, gap) for each in theirs):
                near.append((gap, contact.id, contact))
    for exact, found in ((True, sure), (False, near)):
        if found:
            return Fellow(contact=min(found, key=lambda each: each[:2])[2], reports=reports, exact=exact)
    return None


def _candidates(mine: Member, ledger: Ledger) -> list[Contact]:
    if len(mine.sides) < 2:
        return ledger.contacts(Query(party=mine.sides))
    return ledger.contacts(Query(between=mine.sides[:2]))


def _gap(one: Member, other: Member) -> int:
    """Days between two intervals; 0 where they overlap or one of them is open."""
    if one.open or other.open:
        return _SLIP + 1
    return max(0, max(one.low, other.low) - min(one.high, other.high))


def _comparable(one: Member, other: Member, gap: int) -> bool:
    """Whether a text may have got the day or the way of a contact wrong: a call for a meeting, the 5th for the 4th."""
    if one.stance != other.stance and "done" not in (one.stance, other.stance):
        return False
    return one.medium == other.medium or (gap == 0 and frozenset({one.medium, other.medium}) in _MEDIA)


def _unknown(account: Account, report: Report, ledger: Ledger) -> Finding:
    """The finding on a contact that the ledger does not hold, with the nearest of the same sides."""
    mine = make_member(account, report)
    contacts = _candidates(mine, ledger)
    reports = ledger.reports_of(contacts)
    ranked = sorted(
        (abs(_middle(mine) - _middle(each)), contact.id, contact)
        for contact in contacts
        for each in [make_member(contact.accounts[0], reports[contact.accounts[0].report])]
        if not mine.open
    )
    nearest = ranked[0][2] if ranked else contacts[-1] if contacts else None
    why = "the ledger holds no contact of these sides"
    if nearest is not None:
        why = f"the nearest of these sides: {nearest.slug}"
    return Finding(
        sort="contact",
        about=account.kind,
        says=_account_text(account),
        outcome="not in the ledger",
        text=account.evidence.of(report.body),
        span=account.evidence,
        why=why,
        evidence=(Evidence(says=_contact_text(nearest), contact=nearest.slug),) if nearest else (),
    )


def _middle(member: Member) -> int:
    return (member.low + member.high) // 2


def _contact_finding(account: Account, report: Report, fellow: Fellow) -> Finding:
    """Whether the ledger's accounts agree that it took place, and in this way."""
    words = account.trigger.of(report.body)
    parts = [
        Asserted(
            sort="contact",
            about=name,
            value=FACTS[name][0](account),
            text=words,
            span=account.evidence,
            read=FACTS[name][0],
            judge=FACTS[name][1],
        )
        for name in ("kind", "status")
    ]
    findings = [_judged(each, fellow) for each in parts]
    worst = next((each for each in findings if each.outcome == "contradicted"), None)
    chosen = worst or min(findings, key=lambda each: each.outcome == "confirmed")
    return Finding(
        sort="contact",
        about=chosen.about if worst else account.kind,
        says=_account_text(account),
        outcome=chosen.outcome,
        text=account.evidence.of(report.body),
        span=account.evidence,
        why=chosen.why or f"in the ledger as {fellow.contact.slug}",
        evidence=chosen.evidence,
    )


def _asserted(account: Account, report: Report) -> Iterator[Asserted]:
    """The day of an account and the facts that it tells in words."""
    if days_of(account) is not None and account.when is not None:
        span = account.when.span or account.evidence
        words = span.of(report.body)
        yield Asserted(
            sort="date",
            about="when",
            value=days_of(account),
            text=words,
            span=span,
            read=days_of,
            judge=_judge_distant_days if account.kind in _CALLS and _is_far(account, report) else judge_days,
        )
    for name in _TOLD:
        read = minutes_of if name == "duration_minutes" else FACTS[name][0]
        fact = next((each for each in account.facts if each.fact == name), None)
        if fact is not None and read(account) is not None:
            yield Asserted(
                sort="fact",
                about=name,
                value=read(account),
                text=fact.text,
                span=fact.span,
                read=read,
                judge=FACTS[name][1],
            )


def judge_days(values: list[Any], slack: int = 0) -> tuple[VerdictName, str]:
    """The text's interval of days and the ledger's: agreed if the ledger's lies within, compatible if it is wider.

    Days further apart than `slack` are in conflict; unlike in merging, one day apart is.
    """
    mine, theirs = values
    start, end = max(mine["start"], theirs["start"]), min(mine["end"], theirs["end"])
    if (date.fromisoformat(start) - date.fromisoformat(end)).days > slack:
        return "conflict", ""
    wider = theirs["start"] < mine["start"] and theirs["end"] > mine["end"]
    return ("compatible" if wider else "agreed"), ""


def _judge_distant_days(values: list[Any]) -> tuple[VerdictName, str]:
    """As `judge_days`, but a day apart may be the date line between the two ends of a call."""
    return judge_days(values, slack=1)


def _is_far(account: Account, report: Report) -> bool:
    return far_apart(make_member(account, report).sides)


def _judged(asserted: Asserted, fellow: Fellow) -> Finding:
    """The finding on one value: which of the ledger's accounts say the same, and which say otherwise."""
    agreeing: list[Account] = []
    against: list[Account] = []
    rough: list[Account] = []
    for account in fellow.contact.accounts:
        value = asserted.read(account)
        if value in (None, [], ()):
            continue
        verdict, _ = asserted.judge([asserted.value, value])
        loose = verdict == "compatible" and asserted.sort == "date"
        (against if verdict == "conflict" else rough if loose else agreeing).append(account)
    outcome, why = _outcome(agreeing, against, fellow.reports)
    if not agreeing and not against and rough:
        outcome, why = "not checkable", "the ledger knows no exact day"
    shown = against or agreeing or rough
    return Finding(
        sort=asserted.sort,
        about=asserted.about,
        says=value_text(asserted.value),
        outcome=outcome,
        text=asserted.text,
        span=asserted.span,
        why=why,
        evidence=tuple(_evidence(each, asserted, fellow) for each in shown),
    )


def _many(number: int, one: str, more: str) -> str:
    """A number with its verb: "1 says", "2 say"."""
    return f"{number} {one if number == 1 else more}"


def _outcome(
    agreeing: Sequence[Account], against: Sequence[Account], reports: Mapping[str, Report]
) -> tuple[Outcome, str]:
    if against:
        also = (
            f"{_many(len(against), 'says', 'say')} otherwise, {_many(len(agreeing), 'agrees', 'agree')}"
            if agreeing
            else ""
        )
        return "contradicted", also
    if not agreeing:
        return "not in the ledger", "the ledger's accounts of this contact do not tell it"
    origins = len(set(find_origins(reports[each.report] for each in agreeing).values()))
    if origins > 1:
        return "confirmed", f"{origins} origins say so"
    return "one origin only", ""


def _evidence(account: Account, asserted: Asserted, fellow: Fellow) -> Evidence:
    """The words of one account of the ledger on the value."""
    report = fellow.reports[account.report]
    fact = next((each for each in account.facts if each.fact == asserted.about), None)
    span = fact.span if fact is not None else account.evidence
    return Evidence(
        says=value_text(asserted.read(account)),
        contact=fellow.contact.slug,
        report=report.id,
        source=report.source,
        text=span.of(report.body),
        span=span,
    )


def value_text(value: Any) -> str:
    """A value as one reads it: {"low": 90, "high": 95} is "90 to 95 minutes"."""
    if isinstance(value, dict) and "low" in value:
        low, high = value["low"], value["high"]
        return f"{low} minutes" if low == high else f"{low} to {high} minutes"
    if isinstance(value, dict) and "start" in value:
        return value["start"] if value["start"] == value["end"] else f"{value['start']} to {value['end']}"
    return str(value).replace("_", " ")


def _account_text(account: Account) -> str:
    dealing = sorted({each.actor.name for each in account.participants if each.role == "party"})
    return f"{account.kind.replace('_', ' ')} of {', '.join(dealing)}, {account.status}"


def _contact_text(contact: Contact) -> str:
    return f"{contact.kind.replace('_', ' ')}, {contact.status}"
