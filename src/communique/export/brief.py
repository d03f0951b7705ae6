"""The short lines by which lists show records: day, parties, kind, status, never a bare hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from communique.ledger import Said
from communique.records import Contact, Participant, Report, When

CONTACT = ("day", "parties", "kind", "status", "origins", "conflicts", "slug")
REPORT = ("published", "basis", "outlet", "text_kind", "title", "source")
STATEMENT = ("speaker", "chain", "polarity", "kind", "text", "contact", "source")
_DEALING = ("party", "delegation_lead")


def day_text(when: When | None) -> str:
    """The interval as one reads it: "2025-01-21", "2025-11-01 to 2025-11-30", "undated"."""
    if when is None or (when.start is None and when.end is None):
        return "undated"
    if when.start == when.end:
        return str(when.start)
    if when.start is None:
        return f"until {when.end}"
    return f"from {when.start}" if when.end is None else f"{when.start} to {when.end}"


def party_text(participants: Iterable[Participant]) -> str:
    """The parties by name: "Vladimir Putin, Xi Jinping"."""
    return ", ".join(sorted({each.actor.name for each in participants if each.role in _DEALING}))


def contact_line(contact: Contact) -> dict[str, Any]:
    """What a list shows of a contact."""
    conflicts = sorted(each.fact for each in contact.verdicts if each.verdict == "conflict")
    return {
        "day": day_text(contact.when),
        "parties": party_text(contact.participants),
        "kind": contact.kind.replace("_", " "),
        "status": contact.status + (" (disputed)" if contact.disputed else ""),
        "origins": contact.support.origins,
        "conflicts": ", ".join(conflicts).replace("_", " "),
        "slug": contact.slug,
    }


def report_line(report: Report) -> dict[str, Any]:
    """What a list shows of a report."""
    return {
        "published": report.dated.date or "unknown",
        "basis": report.dated.basis,
        "outlet": report.outlet,
        "text_kind": report.text_kind,
        "title": report.title or report.body[:60].split("\n")[0],
        "source": report.source,
    }


def statement_line(said: Said, report: Report, slugs: Mapping[str, str], copies: int = 0) -> dict[str, Any]:
    """What a list shows of a statement; "Lantern Daily and 2 copies" where others have the same text."""
    statement = said.statement
    return {
        "speaker": statement.speaker.name if statement.speaker else "nobody named",
        "chain": " > ".join(link.name for link in statement.chain),
        "polarity": statement.polarity,
        "kind": statement.kind.replace("_", " "),
        "text": statement.text,
        "contact": slugs.get(said.contact or "", ""),
        "source": report.source + copies_text(copies),
    }


def folded(said: Iterable[Said]) -> dict[str, int]:
    """The ids of statements that repeat none, each with how many in copies of its text repeat it."""
    counts: dict[str, int] = {}
    for each in said:
        counts.setdefault(each.copy_of or each.statement.id, 0)
        if each.copy_of:
            counts[each.copy_of] += 1
    return counts


def copies_text(copies: int) -> str:
    """How many copies say the same: " and 2 copies"."""
    return f" and {copies} {'copy' if copies == 1 else 'copies'}" if copies else ""


def told_by(report: Report, side: str | None) -> str:
    """Who tells: the outlet, else the source, with the side that it speaks for: "Chancellery (DEU)"."""
    return f"{report.outlet or report.source}{f' ({side})' if side else ''}"
