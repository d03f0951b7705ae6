"""`communique export bibtex`: an entry for each contact and each report that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from communique.export.brief import day_text, party_text
from communique.export.formats import Wanted
from communique.records import Contact, Report

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: "\\" + mark for mark in "&%$#_{}"},
}


def export(wanted: Wanted) -> Iterator[str]:
    """Contacts by slug, then reports by key; the same ledger gives the same text."""
    contacts = sorted(wanted.ledger.contacts(wanted.query), key=lambda contact: contact.slug)
    reports = wanted.ledger.reports_of(contacts)
    editions = wanted.ledger.editions(reports)
    keys = {name: report_key(report) for name, report in reports.items()}
    for contact in contacts:
        read_by = sorted({editions[account.report] for account in contact.accounts})
        yield contact_entry(contact, keys, read_by)
    for name in sorted(reports, key=lambda each: keys[each]):
        yield report_entry(keys[name], reports[name])


def contact_entry(contact: Contact, keys: Mapping[str, str], read_by: list[str]) -> str:
    """A contact as @misc: its slug is the key, its id and the editions of its readings stand in the note."""
    told = ", ".join(sorted({keys[account.report] for account in contact.accounts}))
    kind = contact.kind.replace("_", " ")
    parties = party_text(contact.participants)
    return _entry(
        "misc",
        contact.slug,
        {
            "title": f"{kind.capitalize()} of {parties}, {day_text(contact.when)} ({contact.status})",
            **_date_fields(contact.when.start if contact.when else None),
            "howpublished": f"Communique contact {contact.id}",
            "note": f"As read by edition {', '.join(read_by)}; told by {told}",
        },
    )


def report_entry(key: str, report: Report) -> str:
    """A report as @misc, with its address and the hash that names its text."""
    return _entry(
        "misc",
        key,
        {
            "author": report.byline,
            "title": report.title or report.body.split("\n", 1)[0][:120],
            "organization": report.outlet,
            **_date_fields(report.dated.date),
            "url": report.url,
            "urldate": (report.retrieved or "")[:10] or None,
            "note": f"Text {report.version}",
        },
    )


def report_key(report: Report) -> str:
    """A key for citing: outlet or source, year, beginning of the id: "turkupost2026-1f3a9c"."""
    name = re.sub(r"[^a-z0-9]", "", (report.outlet or report.source).lower()) or "report"
    return f"{name[:24]}{(report.dated.date or '')[:4]}-{report.id[:8]}"


def _date_fields(day: str | None) -> dict[str, str | None]:
    return {"year": day[:4] if day else None, "date": day}


def _entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    lines = [
        f"  {name} = {{{value if name in ('url', 'date') else escape(value)}}},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n\n"


def escape(text: str) -> str:
    r"""The text with what BibTeX would take for its own: "R&D" is "R\&D"."""
    return "".join(_SPECIAL.get(mark, mark) for mark in " ".join(text.split()))
