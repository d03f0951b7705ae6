"""How contacts, lists of them and ledgers show themselves in a notebook: tables and charts, text always escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from communique.ledger import Line, Party
from communique.plot.build import build_cadence, build_timeline
from communique.plot.svg import export_svg

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.records import Contact

# So many rows say what a list is; the whole of it is a frame's business.
_ROWS = 30


def contacts_html(contacts: Sequence[Contact]) -> str:
    """A line of time, and the first contacts as a table."""
    if not contacts:
        return "<p>no contacts</p>"
    chart = build_timeline([line_of(each) for each in contacts], title=f"{len(contacts)} contacts")
    drawn = f"<div>{export_svg(chart)}</div>" if chart.points else ""
    rest = f"<p>{len(contacts) - _ROWS} more</p>" if len(contacts) > _ROWS else ""
    columns = ("day", "parties", "kind", "status", "origins", "slug")
    return drawn + _table(columns, (_row(each) for each in contacts[:_ROWS])) + rest


def contact_html(contact: Contact) -> str:
    """The contact's facts, then what each account tells, then where accounts conflict."""
    facts = [(name.replace("_", " "), value) for name, value in _facts(contact) if value]
    told = [
        (each.report, each.side or "", each.status, ", ".join(sorted({fact.text for fact in each.facts})))
        for each in contact.accounts
    ]
    verdicts = [
        (each.fact, each.verdict, each.why) for each in contact.verdicts if each.verdict == "conflict"
    ]
    shown = f"<h4>{escape(contact.slug)}</h4>{_table(('fact', 'value'), facts)}"
    shown += _table(("report", "side", "status", "words"), told)
    return shown + (_table(("fact", "verdict", "why"), verdicts) if verdicts else "")


def ledger_html(ledger: Ledger) -> str:
    """What the ledger holds, and its contacts by period."""
    number = ledger.count()
    chart = build_cadence(ledger.months(), title=f"Contacts in {ledger.path}")
    drawn = f"<div>{export_svg(chart)}</div>" if chart.bars else ""
    return f"<p><b>{escape(ledger.path)}</b>: {number} contacts</p>{drawn}"


def line_of(contact: Contact) -> Line:
    """The contact as lists and charts take it."""
    when = contact.when
    return Line(
        id=contact.id,
        slug=contact.slug,
        start=when.start if when else None,
        end=when.end if when else None,
        precision=when.precision if when else None,
        kind=contact.kind,
        status=contact.status,
        disputed=contact.disputed,
        level=contact.level,
        channel=contact.channel,
        participants=tuple(
            Party(
                id=each.actor.id,
                name=each.actor.name,
                type=each.actor.type,
                role=each.role,
                office=each.actor.office,
                state=each.actor.state,
            )
            for each in contact.participants
        ),
        topics=contact.topics,
        conflicts=tuple(each.fact for each in contact.verdicts if each.verdict == "conflict"),
        initiator=contact.initiator,
        reports=contact.support.reports,
        origins=contact.support.origins,
        reading_confidence=contact.reading_confidence,
    )


def _row(contact: Contact) -> tuple[str, ...]:
    from communique.export.brief import day_text, party_text

    status = f"{contact.status} (disputed)" if contact.disputed else contact.status
    kind = contact.kind.replace("_", " ")
    parties = party_text(contact.participants)
    return day_text(contact.when), parties, kind, status, str(contact.support.origins), contact.slug


def _facts(contact: Contact) -> list[tuple[str, str]]:
    from communique.export.brief import day_text, party_text

    low, high = contact.duration_minutes or (None, None)
    length = "" if low is None else f"{low} minutes" if low == high else f"{low} to {high} minutes"
    return [
        ("day", day_text(contact.when)),
        ("parties", party_text(contact.participants)),
        ("kind", contact.kind.replace("_", " ")),
        ("status", contact.status),
        ("initiator", contact.initiator or ""),
        ("places", ", ".join(place.name for place in contact.places)),
        ("duration", length),
        ("topics", ", ".join(contact.topics)),
        ("support", f"{contact.support.reports} reports, {contact.support.origins} origins"),
        ("reading confidence", f"{contact.reading_confidence:.2f}"),
    ]


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in columns)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(each))}</td>' for each in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
