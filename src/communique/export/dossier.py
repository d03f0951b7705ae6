"""One contact's dossier: facts and verdicts, accounts side by side, chains, quotes, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.checking import ToldClaim, claims_about
from communique.export.brief import contact_line, day_text, folded, party_text, statement_line, told_by
from communique.export.decisions import LISTED, list_rows
from communique.export.markdown import export_markdown
from communique.export.matrix import Cell, Matrix, build_matrix
from communique.ledger import Ledger, Query
from communique.records import Contact, Report, Verdict

Row = dict[str, Any]
FACTS = ("fact", "value", "verdict")
TOLD = ("as told by", "published", "evidence", "where")
CHAINS = ("fact", "words", "as told by", "through")
CLAIMED = ("claim", "outcome", "the ledger", "why", "as told by")
SAID = ("speaker", "chain", "polarity", "text", "source")
AROUND = ("", "day", "parties", "kind", "status", "slug")
WITHDRAWN = ("evidence", "why")
_NEIGHBOURS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """What the ledger knows of one contact, as rows for reading."""

    contact: Contact
    heading: str
    facts: tuple[Row, ...]
    matrix: Matrix
    told: tuple[Row, ...]
    chains: tuple[Row, ...]
    said: tuple[Row, ...]
    claimed: tuple[Row, ...]
    around: tuple[Row, ...]
    withdrawn: tuple[Row, ...]
    decided: tuple[Row, ...]
    doubts: tuple[str, ...]


def build_dossier(ledger: Ledger, reference: str) -> Dossier:
    """The dossier of the contact that `reference` means. Raises NotFoundError."""
    contact = ledger.contact(reference)
    reports = ledger.reports_of([contact])
    said = ledger.with_repeated(ledger.statements(Query(contacts=(contact.id,))))
    line, copies = contact_line(contact), folded(said)
    return Dossier(
        contact=contact,
        heading=f"{line['day']}  {line['parties']}  {line['kind']}, {line['status']}",
        facts=tuple(_facts(contact)),
        matrix=build_matrix(contact, reports),
        told=tuple(_told(contact, reports)),
        chains=tuple(_chains(contact, reports)),
        said=tuple(
            statement_line(each, reports[each.statement.report], {}, copies[each.statement.id])
            for each in said
            if each.copy_of is None
        ),
        claimed=tuple(_claimed(each) for each in claims_about(contact, ledger)),
        around=tuple(_around(ledger, contact)),
        withdrawn=tuple({"evidence": each.text, "why": each.why} for each in ledger.withdrawn_from(contact)),
        decided=tuple(list_rows(ledger.decisions(contact))),
        doubts=tuple(f"{doubt.question} {doubt.why}".strip() for doubt in contact.doubts),
    )


def export_dossier(dossier: Dossier) -> str:
    """The dossier as Markdown."""
    parts = [f"# {dossier.heading}", f"`{dossier.contact.slug}`"]
    for title, columns, rows in sections(dossier):
        parts += [f"## {title}", export_markdown(columns, rows).rstrip()]
    if dossier.doubts:
        parts += ["## Doubts", *(f"- {doubt}" for doubt in dossier.doubts)]
    return "\n\n".join(parts) + "\n"


def sections(dossier: Dossier) -> Iterator[tuple[str, tuple[str, ...], list[Row]]]:
    """Title, columns and rows of each section that has any."""
    named = (
        ("Facts", FACTS, dossier.facts),
        ("Accounts", TOLD, dossier.told),
        ("Side by side", *matrix_rows(dossier.matrix)),
        ("Through whom", CHAINS, dossier.chains),
        ("Said", SAID, dossier.said),
        ("Claims about the record", CLAIMED, dossier.claimed),
        ("Before and after", AROUND, dossier.around),
        ("Withdrawn", WITHDRAWN, dossier.withdrawn),
        ("Decided by people", LISTED, dossier.decided),
    )
    for title, columns, rows in named:
        if rows:
            yield title, tuple(columns), list(rows)


def matrix_rows(matrix: Matrix) -> tuple[tuple[str, ...], list[Row]]:
    """Columns and rows of a matrix: what each tells, and how it stands to the others."""
    labels = [each.label for each in matrix.columns]
    # Two reports of one outlet keep a column each.
    unique = [label if labels.count(label) == 1 else f"{label} #{at + 1}" for at, label in enumerate(labels)]
    rows = []
    for line in matrix.lines:
        cells = [_cell_text(cell) for cell in line.cells]
        rows.append({"subject": line.subject, **dict(zip(unique, cells, strict=True))})
    return ("subject", *unique), rows


def _cell_text(cell: Cell) -> str:
    """A cell as one reads it: "40 minutes [only here]", with the sentences behind it where it has them."""
    told = f"{cell.told} [{cell.state}]" if cell.told else f"[{cell.state}]"
    return " ".join([told, *(f"“{' '.join(each.text.split())}”" for each in cell.words)])


def _facts(contact: Contact) -> Iterator[Row]:
    verdicts = {each.fact: each for each in contact.verdicts}
    values = {
        "kind": contact.kind.replace("_", " "),
        "status": contact.status + (" (disputed)" if contact.disputed else ""),
        "when": f"{day_text(contact.when)} ({contact.when.derivation})" if contact.when else "undated",
        "participants": "; ".join(_participants(contact)),
        "channel": contact.channel.replace("_", " "),
        "level": contact.level,
        "setting": contact.setting,
        "occasion": contact.occasion,
        "initiator": contact.initiator,
        "host": contact.host,
        "places": "; ".join(place.name + (f" ({place.of})" if place.of else "") for place in contact.places),
        "duration_minutes": _minutes(contact.duration_minutes),
        "topics": "; ".join(contact.topics),
        "outcomes": "; ".join(contact.outcomes),
        "first_since": contact.first_since,
        "status_history": "; ".join(f"{day} {status}" for day, status in contact.status_history),
        "support": _support(contact),
        "reading_confidence": f"{contact.reading_confidence:.2f}",
    }
    for fact in (*values, *sorted(set(verdicts) - set(values))):
        verdict = verdicts.get(fact)
        value = values.get(fact) or (_told_values(verdict) if verdict else "")
        if value:
            judged = ": ".join(part for part in (verdict.verdict, verdict.why) if part) if verdict else ""
            yield {"fact": fact.replace("_", " "), "value": value, "verdict": judged.replace("_", " ")}


def _told_values(verdict: Verdict) -> str:
    """What the accounts tell, where the contact itself has no value."""
    told = (_value_text(value) for _, value in verdict.values if value is not None)
    return " / ".join(dict.fromkeys(told))


def _value_text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {part}" for key, part in value.items())
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _participants(contact: Contact) -> Iterator[str]:
    for each in contact.participants:
        office = ", ".join(part for part in (each.actor.office, each.actor.state) if part)
        role = "" if each.role == "party" else f", {each.role.replace('_', ' ')}"
        yield f"{each.actor.name}{f' ({office})' if office else ''}{role}"


def _minutes(bounds: tuple[int, int] | None) -> str:
    if bounds is None:
        return ""
    low, high = bounds
    return f"{low} minutes" if low == high else f"{low} to {high} minutes"


def _support(contact: Contact) -> str:
    support = contact.support
    sides = ", ".join(support.sides) or "no side's own text"
    return f"{support.reports} reports, {support.origins} origins; {sides}; {support.on_record} on record"


def _told(contact: Contact, reports: Mapping[str, Report]) -> Iterator[Row]:
    for account in sorted(
        contact.accounts, key=lambda each: (reports[each.report].dated.date or "9999", each.id)
    ):
        report = reports[account.report]
        words = account.evidence.of(report.body)
        place = f"{report.source} {account.evidence.start}-{account.evidence.end}"
        day = report.dated.date or "unknown"
        yield {
            "as told by": told_by(report, account.side),
            "published": day,
            "evidence": words,
            "where": place,
        }


def _chains(contact: Contact, reports: Mapping[str, Report]) -> Iterator[Row]:
    for account in contact.accounts:
        teller = told_by(reports[account.report], account.side)
        for fact in account.facts:
            if fact.chain:
                through = " > ".join(link.name for link in fact.chain)
                yield {
                    "fact": fact.fact.replace("_", " "),
                    "words": fact.text,
                    "as told by": teller,
                    "through": through,
                }


def _claimed(told: ToldClaim) -> Row:
    finding = told.finding
    return {
        "claim": finding.text,
        "outcome": finding.outcome,
        "the ledger": "; ".join(f"{each.contact} ({each.says})" for each in finding.evidence),
        "why": finding.why,
        "as told by": told_by(told.report, None),
    }


def _around(ledger: Ledger, contact: Contact) -> Iterator[Row]:
    dealing = [each.actor for each in contact.participants if each.role in ("party", "delegation_lead")]
    sides = sorted({actor.state or actor.id for actor in dealing})
    if len(sides) != 2:
        return
    line = ledger.contacts(Query(between=(sides[0], sides[1])))
    here = next((at for at, each in enumerate(line) if each.id == contact.id), None)
    if here is None:
        return
    for each in line[max(0, here - _NEIGHBOURS) : here]:
        yield {"": "before", **contact_line(each), "parties": party_text(each.participants)}
    for each in line[here + 1 : here + 1 + _NEIGHBOURS]:
        yield {"": "after", **contact_line(each), "parties": party_text(each.participants)}
