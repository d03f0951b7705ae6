"""Finds the accounts that decisions and old names speak of, after re-reading has changed their ids.

An account's id rests on the words that tell of it. Where another edition starts from another word ("spoke" and not
"call"), the id is gone, and the account is found by its evidence: the sentence in the same report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from communique.ledger.codec import decode
from communique.ledger.decisions import Anchor, Decision, judgements_of
from communique.ledger.portable import among
from communique.ledger.schema import account, reading, report, tombstone, version
from communique.records import Account, Judgement

# Share of the shorter evidence's words that must be in the other's for the two to be the same sentence, reworded.
_ALIKE = 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A decision with the accounts that it means now; `orphaned` says why one of them could not be found."""

    decision: Decision
    one: tuple[str, ...]
    other: tuple[str, ...]
    orphaned: str | None = None


def anchors_for(connection: Connection, accounts: Iterable[str]) -> tuple[Anchor, ...]:
    """What the accounts, as last read, can be found again by; those that the ledger never held are left out."""
    return tuple(found for _, found in sorted(_remembered(connection, accounts).items()))


def place_decisions(connection: Connection, decisions: Iterable[Decision]) -> list[Placed]:
    """The decisions with their accounts as they are now."""
    decisions = list(decisions)
    here = set(reports_held(connection, (each.subject for each in decisions if each.kind == "unreliable")))
    known = {anchor.account: anchor for each in decisions for anchor in each.anchors}
    named = {name for each in decisions for name in (*each.one, *each.other)}
    now = successors(connection, named, known)
    lost = named - set(now)
    why = _why_lost(connection, lost, known)
    return [_placed(each, now, {**why, **_gone(each, here)}) for each in decisions]


def _gone(decision: Decision, here: set[str]) -> dict[str, str]:
    """Why a decision on a report has nothing to hold for."""
    if decision.kind != "unreliable" or decision.subject in here:
        return {}
    return {"": f"report {decision.subject} is not in this ledger"}


def reports_held(connection: Connection, names: Iterable[str | None]) -> list[str]:
    """Those of the reports that the ledger holds."""
    wanted = among(report.c.id, (name for name in names if name))
    return list(connection.scalars(select(report.c.id).where(wanted)))


def _placed(decision: Decision, now: Mapping[str, str], why: Mapping[str, str]) -> Placed:
    lost = sorted(
        {why[name] for name in (*decision.one, *decision.other, "") if name not in now and name in why}
    )
    return Placed(
        decision=decision,
        one=tuple(dict.fromkeys(now[name] for name in decision.one if name in now)),
        other=tuple(dict.fromkeys(now[name] for name in decision.other if name in now)),
        orphaned="; ".join(lost) or None,
    )


def successors(
    connection: Connection, names: Iterable[str], anchors: Mapping[str, Anchor] | None = None
) -> dict[str, str]:
    """Where accounts are in the current readings: by id, else by the words of their evidence; lost ones left out."""
    wanted = set(names)
    here = (
        select(account.c.id)
        .join(reading, reading.c.id == account.c.reading)
        .where(reading.c.current, among(account.c.id, wanted))
    )
    found = {name: name for name in connection.scalars(here)}
    lost = wanted - set(found)
    if not lost:
        return found
    sought = {**(anchors or {}), **_remembered(connection, lost)}
    # What was forgotten or never held here is known by the anchor alone.
    sought = {name: sought[name] for name in sorted(lost) if name in sought}
    told = _evidence_now(connection, {each.report for each in sought.values()})
    for name, anchor in sought.items():
        match = _same_sentence(anchor.text, told.get(anchor.report, {}))
        if match is not None:
            found[name] = match
    return found


def _same_sentence(text: str, told: Mapping[str, str]) -> str | None:
    """The one account whose evidence is the text, or nearest to it; None where none or several are."""
    equal = [name for name, evidence in told.items() if evidence == text]
    if equal:
        return equal[0] if len(equal) == 1 else None
    scored = sorted(((_likeness(text, evidence), name) for name, evidence in told.items()), reverse=True)
    if not scored or scored[0][0] < _ALIKE:
        return None
    return None if len(scored) > 1 and scored[1][0] == scored[0][0] else scored[0][1]


def _likeness(one: str, other: str) -> float:
    left, right = set(one.lower().split()), set(other.lower().split())
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _remembered(connection: Connection, names: Iterable[str]) -> dict[str, Anchor]:
    """Anchors of accounts from the latest reading, current or not, that told them."""
    rows = connection.execute(
        select(account.c.id, account.c.report, account.c.record, version.c.body)
        .add_columns(report.c.source)
        .join(reading, reading.c.id == account.c.reading)
        .join(version, version.c.id == reading.c.version)
        .join(report, report.c.id == account.c.report)
        .where(among(account.c.id, names))
        .order_by(reading.c.current, reading.c.recorded, reading.c.id)
    )
    return {
        row.id: Anchor(
            account=row.id,
            report=row.report,
            source=row.source,
            text=decode(Account, row.record).evidence.of(row.body),
        )
        for row in rows
    }


def _evidence_now(connection: Connection, reports: Iterable[str]) -> dict[str, dict[str, str]]:
    """Evidence of the accounts in current readings, by report and account."""
    rows = connection.execute(
        select(account.c.id, account.c.report, account.c.record, version.c.body)
        .join(reading, reading.c.id == account.c.reading)
        .join(version, version.c.id == reading.c.version)
        .where(reading.c.current, among(account.c.report, reports))
        .order_by(account.c.report, account.c.id)
    )
    told: dict[str, dict[str, str]] = {}
    for row in rows:
        told.setdefault(row.report, {})[row.id] = decode(Account, row.record).evidence.of(row.body)
    return told


def _why_lost(connection: Connection, lost: set[str], anchors: Mapping[str, Anchor]) -> dict[str, str]:
    """Why an account is not in the current readings, in words."""
    if not lost:
        return {}
    known = {**anchors, **_remembered(connection, lost)}
    reports = {each.report for each in known.values()}
    held = set(connection.scalars(select(report.c.id).where(among(report.c.id, reports))))
    gone = set(connection.scalars(select(tombstone.c.id).where(among(tombstone.c.id, reports))))
    why = {}
    for name in sorted(lost):
        anchor = known.get(name)
        if anchor is None:
            why[name] = f"account {name} was never in this ledger"
        elif anchor.report in gone:
            why[name] = f"report {anchor.report} was forgotten"
        elif anchor.report not in held:
            why[name] = f"report {anchor.source or anchor.report} is not in this ledger"
        else:
            why[name] = f"{anchor.source} is no longer read as telling of a contact at “{anchor.text}”"
    return why


def people_judgements(placed: Iterable[Placed]) -> tuple[Judgement, ...]:
    """People's decisions on pairs as merging takes them; of two on one pair the later holds."""
    standing: dict[tuple[str, str], Judgement] = {}
    for each in sorted(placed, key=lambda one: (one.decision.recorded or "", one.decision.id)):
        moved = replace(each.decision, one=each.one, other=each.other)
        if moved.kind == "same":
            named = {*moved.one, *moved.other}
            standing = {
                pair: judged for pair, judged in standing.items() if judged.same or not named.issuperset(pair)
            }
        for judged in judgements_of(moved):
            pair = (min(judged.one, judged.other), max(judged.one, judged.other))
            if pair[0] != pair[1]:
                standing[pair] = judged
    return tuple(standing[pair] for pair in sorted(standing))
