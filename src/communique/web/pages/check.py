"""A draft held against the ledger: its contacts, days, quotes and claims, each with what the ledger says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import UsageError
from communique.export.check import check_object
from communique.records import Report
from communique.web.apart import apart
from communique.web.marks import Mark, paragraphs
from communique.web.shown import Ask, Page

if TYPE_CHECKING:
    from communique.checking import Check

# Letters of a draft: some ten pages.
LONGEST = 30_000
# So much of a finding's evidence is shown.
SHOWN = 4
OUTCOME_SIGNS = {
    "confirmed": "✓",
    "contradicted": "≠",
    "one origin only": "1",
    "not in the ledger": "?",
    "not checkable": "–",
}


def show(_ask: Ask) -> Page:
    """The page at `/check`: an empty box. What reading the draft needs is loaded elsewhere while it is written."""
    apart().begin()
    return _page("", "", None, {})


def run(ask: Ask, form: dict[str, str]) -> Page:
    """The same with what came of a draft; nothing of it is kept. Raises UsageError for one that is too long."""
    from communique.checking import check

    draft, published = form.get("draft", "").replace("\r\n", "\n"), form.get("published", "").strip()
    if len(draft) > LONGEST:
        raise UsageError(
            f"the draft has {len(draft):,} letters",
            remedy=f"at most {LONGEST:,}; use `communique check` for more",
        )
    if not draft.strip():
        return _page(draft, published, None, {})
    checked = check(draft, ask.ledger, published=published or None, read_by=apart().read)
    return _page(draft, published, checked, _tellers(ask, checked))


def _tellers(ask: Ask, checked: Check) -> dict[str, str]:
    """Who tells what is shown as evidence, by report: the outlet and the day."""
    shown = (each for finding in checked.findings for each in finding.evidence[:SHOWN])
    reports = ask.ledger.reports({each.report for each in shown if each.report})
    return {
        name: ", ".join((report.outlet or report.source, *filter(None, (report.dated.date,))))
        for name, report in reports.items()
    }


def _page(draft: str, published: str, checked: Check | None, tellers: dict[str, str]) -> Page:
    marks = _marks(checked) if checked else []
    report: Report | None = checked.report if checked else None
    return Page(
        template="check.html",
        title="Check a draft",
        shown={
            "draft": draft,
            "published": published,
            "checked": checked,
            "text": paragraphs(report.body, marks) if report else [],
            "marks": marks,
            "signs": OUTCOME_SIGNS,
            "longest": LONGEST,
            "tellers": tellers,
            "most": SHOWN,
        },
        twin=check_object(checked) if checked else {"type": "check", "findings": []},
    )


def _marks(checked: Check) -> list[Mark]:
    """Each finding at its place in the draft."""
    return [
        Mark(
            layer="check",
            kind=finding.outcome.replace(" ", "-"),
            span=finding.span,
            says=f"{finding.sort}: {finding.outcome}. {finding.says}"
            + (f" ({finding.why})" if finding.why else ""),
            href=f"#f{at}",
        )
        for at, finding in enumerate(checked.findings)
    ]
