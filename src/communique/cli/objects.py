"""Objects of the interchange for what a Query chooses."""

from __future__ import annotations

from typing import Any

from communique.export.jsonl import contact_object, doubt_object, in_order, report_object, statement_object
from communique.ledger import Ledger, Query

TYPES = ("contacts", "statements", "reports", "doubts")


def chosen_objects(
    ledger: Ledger, query: Query, only: tuple[str, ...] = ("contacts",)
) -> list[dict[str, Any]]:
    """Objects of the types in `only` that fit the query, by type, then id."""
    makers = {"contacts": contacts, "statements": statements, "reports": reports, "doubts": doubts}
    return in_order(each for name in only for each in makers[name](ledger, query))


def contacts(ledger: Ledger, query: Query) -> list[dict[str, Any]]:
    """Contacts, in the ledger's order of days."""
    chosen = ledger.contacts(query)
    held = ledger.reports_of(chosen)
    return [contact_object(contact, held) for contact in chosen]


def statements(ledger: Ledger, query: Query) -> list[dict[str, Any]]:
    """Statements, by report and place in it."""
    chosen = ledger.with_repeated(ledger.statements(query))
    held = ledger.reports({said.statement.report for said in chosen})
    return [statement_object(said, held[said.statement.report]) for said in chosen]


def reports(ledger: Ledger, query: Query) -> list[dict[str, Any]]:
    """Reports, by id."""
    return [report_object(report) for report in ledger.with_copies(ledger.reports(query.reports)).values()]


def doubts(ledger: Ledger, query: Query) -> list[dict[str, Any]]:
    """Doubts, by id."""
    return [doubt_object(doubt) for doubt in ledger.doubts(query)]
