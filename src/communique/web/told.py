"""Accounts as columns, "as told by": the passages that they rest on, with the evidence marked in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.export.brief import told_by
from communique.records import Account, Contact, Report, Span
from communique.web.marks import Mark, Piece, cut
from communique.web.words import interval_long, spoken

# A paragraph longer than this is shown around its evidence only.
_LONG, _AIR = 620, 160
_MOST_PASSAGES = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One account as a column: who tells, when, and its passages cut into marked pieces."""

    account: str
    report: str
    label: str
    outlet: str
    side: str | None
    published: str | None
    title: str
    origin: str
    confidence: float
    passages: tuple[tuple[Piece, ...], ...]
    marks: tuple[Mark, ...]
    more: int
    anchor: int


def told_columns(
    contact: Contact, reports: Mapping[str, Report], origins: Mapping[str, str], *, whole: bool
) -> list[Told]:
    """The accounts, the sides' own first, then by day; not `whole`: only the sentences that tell of it."""
    ordered = sorted(
        contact.accounts,
        key=lambda each: (each.side is None, reports[each.report].dated.date or "9999", each.id),
    )
    return [_told(account, reports[account.report], origins, whole=whole) for account in ordered]


def title_of(report: Report) -> str:
    """The report's title, else its headline, else where it came from."""
    headlines = (each.span.of(report.body) for each in report.furniture if each.kind == "headline")
    return report.title or next(headlines, "") or report.source


def _told(account: Account, report: Report, origins: Mapping[str, str], *, whole: bool) -> Told:
    marks = list(_marks(account))
    spans = _passages(account, report.body) if whole else [account.evidence]
    shown = spans[:_MOST_PASSAGES]
    return Told(
        account=account.id,
        report=report.id,
        label=told_by(report, account.side),
        outlet=report.outlet or report.source,
        side=account.side,
        published=report.dated.date,
        title=title_of(report),
        origin=origins.get(report.id, report.id),
        confidence=account.reading_confidence,
        passages=tuple(tuple(cut(report.body, marks, span.start, span.end)) for span in shown),
        marks=tuple(marks),
        more=len(spans) - len(shown),
        anchor=account.evidence.start,
    )


def _marks(account: Account) -> list[Mark]:
    """The facts of the account, each once a span, and the word that tells of the contact."""
    found: dict[Span, list[str]] = {account.trigger: ["tells of it"]}
    for fact in account.facts:
        through = " › ".join(link.name for link in fact.chain)
        said = f"{spoken(fact.fact)}: {_value_words(fact.value)}" + (
            f", through {through}" if through else ""
        )
        if said not in found.setdefault(fact.span, []):
            found[fact.span].append(said)
    return [
        Mark(
            layer="contacts",
            kind="trigger" if span == account.trigger else "fact",
            span=span,
            says="; ".join(said),
        )
        for span, said in sorted(found.items())
    ]


def _value_words(value: object) -> str:
    if isinstance(value, dict):
        if "start" in value:
            return interval_long(value.get("start"), value.get("end"))
        if "low" in value:
            low, high = value.get("low"), value.get("high")
            return f"{low} minutes" if low == high else f"{low} to {high} minutes"
        return ", ".join(f"{key} {part}" for key, part in value.items())
    return spoken(str(value))


def _passages(account: Account, body: str) -> list[Span]:
    """The paragraphs that hold the evidence or a fact, in order; long ones around it only."""
    wanted = sorted({account.evidence, *(fact.span for fact in account.facts)})
    passages: list[Span] = []
    for span in wanted:
        start = body.rfind("\n", 0, span.start) + 1
        end = body.find("\n", span.end)
        end = len(body) if end < 0 else end
        if end - start > _LONG:
            start, end = _around(body, span, start, end)
        if passages and start <= passages[-1].end:
            passages[-1] = Span(start=passages[-1].start, end=max(end, passages[-1].end))
        else:
            passages.append(Span(start=start, end=end))
    return passages


def _around(body: str, span: Span, first: int, last: int) -> tuple[int, int]:
    """Some letters around the span, from a word's beginning to a word's end."""
    start, end = max(first, span.start - _AIR), min(last, span.end + _AIR)
    while start > first and not body[start - 1].isspace():
        start -= 1
    while end < last and not body[end].isspace():
        end += 1
    return start, end
