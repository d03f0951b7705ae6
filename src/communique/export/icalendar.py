"""`communique export icalendar`: planned contacts for a calendar (RFC 5545).

A contact on a known day is an all-day event. One that is only known to lie between two days is a tentative event over
these days that takes no time, and says so; one without both bounds is a task without a date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from communique.export.brief import party_text
from communique.export.coding import day_of
from communique.export.formats import Wanted
from communique.records import Contact, Report

_LONGEST_LINE = 75  # octets, the line's end left out
_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def export(wanted: Wanted) -> Iterator[str]:
    """The calendar of the planned contacts that fit, in the ledger's order of days."""
    contacts = [each for each in wanted.ledger.contacts(wanted.query) if each.status == "planned"]
    reports = wanted.ledger.reports_of(contacts)
    yield from map(fold, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Communique//Planned contacts//EN"))
    for contact in contacts:
        yield from map(fold, _component(contact, reports))
    yield fold("END:VCALENDAR")


def _component(contact: Contact, reports: Mapping[str, Report]) -> Iterator[str]:
    when, day = contact.when, day_of(contact.when)
    bounded = bool(when and when.start and when.end)
    name = "VEVENT" if bounded else "VTODO"
    title = f"{contact.kind.replace('_', ' ').capitalize()}: {party_text(contact.participants)}"
    told = sorted({reports[account.report].dated.date or "" for account in contact.accounts})
    yield f"BEGIN:{name}"
    yield f"UID:{contact.id}@communique"
    # When it was last told of: a time of writing would make each file another.
    yield f"DTSTAMP:{(told[-1] or '1970-01-01').replace('-', '')}T000000Z"
    if when and bounded:
        last = date.fromisoformat(str(when.end)) + timedelta(days=1)
        yield f"DTSTART;VALUE=DATE:{str(when.start).replace('-', '')}"
        yield f"DTEND;VALUE=DATE:{last.isoformat().replace('-', '')}"
        yield "TRANSP:TRANSPARENT"
        yield f"STATUS:{'CONFIRMED' if day else 'TENTATIVE'}"
    yield f"SUMMARY:{escape(title if day else f'{title} (day not known)')}"
    if contact.places:
        yield f"LOCATION:{escape(', '.join(place.name for place in contact.places))}"
    yield f"DESCRIPTION:{escape(_description(contact, reports))}"
    yield f"END:{name}"


def _description(contact: Contact, reports: Mapping[str, Report]) -> str:
    lines = [contact.slug]
    for account in contact.accounts:
        report = reports[account.report]
        lines.append(f"{report.outlet or report.source}: {account.evidence.of(report.body)}")
    return "\n".join(lines)


def escape(text: str) -> str:
    """The text with what iCalendar would take for its own; control characters become spaces."""
    plain = "".join(mark if mark >= " " or mark == "\n" else " " for mark in text)
    return "".join(_ESCAPES.get(mark, mark) for mark in plain)


def fold(line: str) -> str:
    """The line with its end, broken after at most 75 octets and never within a character."""
    parts, held, size = [], "", 0
    for mark in line:
        width = len(mark.encode("utf-8", "surrogatepass"))
        if size + width > _LONGEST_LINE:
            parts.append(held)
            held, size = " ", 1
        held, size = held + mark, size + width
    return "\r\n".join([*parts, held]) + "\r\n"
