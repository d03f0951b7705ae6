"""`communique export plover`: one row a contact, in the columns of POLECAT, tab-separated with a header.

"Event Date" is filled where the day is known; the bounds of a wider interval stand in two columns beside it.
Several actors stand in one cell, divided by "; ", in the same order in every actor column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.export.coding import Event, event_of
from communique.export.formats import Wanted
from communique.export.sectors import Coded
from communique.export.tsv import tsv_line
from communique.records import Contact, Report

COLUMNS = (
    "Event ID", "Event Date", "Earliest Date", "Latest Date", "Event Type", "Event Mode", "Auxiliary Mode", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Title",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Title",
    "Third Party Name", "Third Party Country", "Placename", "Country", "Num Sources", "Source",
    "Publication Date", "Evidence",
)  # fmt: skip


def export(wanted: Wanted) -> Iterator[str]:
    """The header, then the events by day and contact."""
    yield tsv_line(COLUMNS)
    for contact, event, reports in coded_contacts(wanted):
        yield tsv_line([_cells(contact, event, reports)[column] for column in COLUMNS])


def coded_contacts(wanted: Wanted) -> Iterator[tuple[Contact, Event, Mapping[str, Report]]]:
    """The contacts that are events, in the ledger's order of days."""
    contacts = wanted.ledger.contacts(wanted.query)
    reports = wanted.ledger.reports_of(contacts)
    for contact in contacts:
        event = event_of(contact, reports)
        if event is not None:
            yield contact, event, reports


def first_told(contact: Contact, reports: Mapping[str, Report]) -> tuple[Report, str]:
    """The report that told of it first, and its sentence."""
    account = min(
        contact.accounts, key=lambda each: (reports[each.report].dated.date or "9999", each.report, each.id)
    )
    report = reports[account.report]
    return report, account.evidence.of(report.body)


def _cells(contact: Contact, event: Event, reports: Mapping[str, Report]) -> dict[str, str]:
    report, evidence = first_told(contact, reports)
    place = next(iter(contact.places), None)
    return {
        "Event ID": contact.id,
        "Event Date": event.day or "",
        "Earliest Date": (contact.when.start or "") if contact.when else "",
        "Latest Date": (contact.when.end or "") if contact.when else "",
        "Event Type": event.type,
        "Event Mode": "; ".join(event.modes),
        "Auxiliary Mode": "; ".join(event.auxiliary),
        "Quad Code": event.quad,
        "Contexts": "; ".join(event.contexts),
        **_side("Actor", event.actors),
        **_side("Recipient", event.recipients),
        "Third Party Name": _joined(each.name for each in event.third),
        "Third Party Country": _joined(each.country for each in event.third),
        "Placename": place.name if place else "",
        "Country": (place.state or "") if place else "",
        "Num Sources": str(contact.support.origins),
        "Source": report.outlet or report.source,
        "Publication Date": report.dated.date or "",
        "Evidence": evidence,
    }


def _side(name: str, actors: Sequence[Coded]) -> dict[str, str]:
    return {
        f"{name} Name": _joined(each.name for each in actors),
        f"{name} Country": _joined(each.country for each in actors),
        f"{name} COW": _joined(each.cow for each in actors),
        f"Primary {name} Sector": _joined(each.sector for each in actors),
        f"{name} Title": _joined(each.title for each in actors),
    }


def _joined(values: Iterable[str]) -> str:
    listed = list(values)
    return "; ".join(listed) if any(listed) else ""
