"""What `check` found, as rows for reading, as Markdown and as JSON."""

from __future__ import annotations

from typing import Any

from communique.checking import Check, Evidence, Finding
from communique.export.jsonl import SCHEMA_VERSION, span_object
from communique.export.markdown import export_markdown

Row = dict[str, Any]
CHECKED = ("outcome", "what", "the text", "the ledger", "why")
_LONGEST = 160
_SHOWN = 3  # places of the ledger in a row; JSON has all


def check_rows(check: Check) -> list[Row]:
    """A row for each finding, in the order of the text."""
    return [
        {
            "outcome": each.outcome,
            "what": _what(each),
            "the text": _text_cell(each),
            "the ledger": "; ".join(dict.fromkeys(_evidence_text(one) for one in each.evidence[:_SHOWN])),
            "why": each.why,
        }
        for each in check.findings
    ]


def export_check(check: Check) -> str:
    """The findings as Markdown, with their counts."""
    counted = ", ".join(f"{number} {outcome}" for outcome, number in check.counts.items() if number)
    heading = f"# Held against the ledger: {check.report.title or check.report.source}"
    if not check.findings:
        return f"{heading}\n\nNothing in the text can be held against the ledger.\n"
    return f"{heading}\n\n{counted}\n\n{export_markdown(CHECKED, check_rows(check))}"


def check_object(check: Check) -> dict[str, Any]:
    """The findings as one JSON object; spans point into its `body`."""
    return {
        "type": "check",
        "schema_version": SCHEMA_VERSION,
        "source": check.report.source,
        "title": check.report.title,
        "dated": check.report.dated.date,
        "body": check.report.body,
        "counts": dict(check.counts),
        "findings": [finding_object(each) for each in check.findings],
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding with all places of the ledger that it rests on."""
    return {
        "sort": finding.sort,
        "about": finding.about,
        "says": finding.says,
        "outcome": finding.outcome,
        "why": finding.why,
        "text": finding.text,
        "span": span_object(finding.span),
        "evidence": [
            {
                "says": each.says,
                "contact": each.contact,
                "report": each.report,
                "source": each.source,
                "text": each.text,
                "span": span_object(each.span) if each.span else None,
            }
            for each in finding.evidence
        ],
    }


def _what(finding: Finding) -> str:
    return finding.sort if finding.sort != "fact" else finding.about.replace("_", " ")


def _text_cell(finding: Finding) -> str:
    if finding.sort == "quote":
        return f"{finding.about}: “{_cut(finding.says)}”"
    return finding.says if finding.sort in ("contact", "record") else f"{finding.says} (“{finding.text}”)"


def _evidence_text(evidence: Evidence) -> str:
    where = " ".join(part for part in (evidence.contact, evidence.source and f"[{evidence.source}]") if part)
    words = f" “{_cut(evidence.text)}”" if evidence.text else ""
    return f"{evidence.says}: {where}{words}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
