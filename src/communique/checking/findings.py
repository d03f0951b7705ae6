"""What came of holding a text against the ledger: one finding for each thing that it asserts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from communique.records import Report, Span

Sort = Literal["contact", "date", "fact", "quote", "record"]
Outcome = Literal["confirmed", "contradicted", "one origin only", "not in the ledger", "not checkable"]
OUTCOMES: tuple[Outcome, ...] = (
    "confirmed",
    "contradicted",
    "one origin only",
    "not in the ledger",
    "not checkable",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Where the ledger says so: a contact's slug, or a report's source with the words and their place in it.

    `says` is the value in normal form: "video call", "2025-01-21", "90 to 95 minutes".
    """

    says: str
    contact: str | None = None
    report: str | None = None
    source: str | None = None
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that the text asserts and what the ledger makes of it.

    "spoke on 22 January": sort date, says "2025-01-22", outcome contradicted, with the account that says the 21st
    as evidence. `about` names what is asserted ("when", "duration_minutes", "first since 2024-11"); `text` and
    `span` are the text's own words; `why` says in words what decided.
    """

    sort: Sort
    about: str
    says: str
    outcome: Outcome
    text: str
    span: Span
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """All findings of a text, in the order of its words; `report` is the text as it was read."""

    report: Report
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many findings have each outcome, zeros included."""
        found = Counter(finding.outcome for finding in self.findings)
        return {outcome: found[outcome] for outcome in OUTCOMES}
