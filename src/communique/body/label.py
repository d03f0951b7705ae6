"""Labels one report: its furniture, dateline, byline, credit, date, language and kind."""

from __future__ import annotations

from msgspec.structs import replace

from communique.body.dating import date_body
from communique.body.head import Head, mark_head
from communique.body.language import detect_language
from communique.body.lines import find_lines
from communique.body.marks import Marks
from communique.body.publisher import is_outlet_name
from communique.body.tail import mark_end, mark_lines
from communique.body.text_kind import find_text_kind
from communique.records import Report


def label_body(report: Report, knowledge: object) -> Report:
    """The report with its furniture labelled and what the furniture tells filled in.

    "OSLO, March 3, 2022 (Reuters) - Envoys met ..." gets a dateline span, dateline "Oslo", credit "Reuters"
    and,
    where nothing better is given, the date 2022-03-03 and the outlet Reuters. `knowledge` may be None; its
    `places` widen the datelines, its outlets and offices are recognised by name.
    """
    marks = Marks(report.body)
    lines = find_lines(report.body)
    head = mark_head(report, lines, marks, knowledge)
    mark_lines(lines, head.lines, marks, knowledge)
    mark_end(lines, head.lines, marks, report.byline or marks.byline)
    closing = marks.of_kind("header", "prompt", "credit")
    dated, changed = date_body(report, head, closing)
    outlet = report.outlet or _outlet(head, marks, knowledge)
    return replace(
        report,
        furniture=marks.furniture(),
        outlet=outlet,
        dateline=report.dateline or marks.dateline,
        byline=report.byline or marks.byline,
        credit=report.credit or marks.credit or _credit(marks),
        dated=dated,
        modified=report.modified or changed,
        language=detect_language(report.body, known=report.language),
        text_kind=find_text_kind(report, outlet, knowledge),
    )


def _outlet(head: Head, marks: Marks, knowledge: object) -> str | None:
    """The outlet that a first line names, else the agency of the dateline: "NEW YORK (Reuters) -"."""
    agency = head.dateline.agency if head.dateline else None
    if marks.outlet or agency is None or "/" in agency:
        return marks.outlet
    return agency if is_outlet_name(agency, knowledge) else None


def _credit(marks: Marks) -> str | None:
    """The words of the first credit line: "Reporting by Ada Lind; Editing by Bo Falk"."""
    found = marks.of_kind("credit")
    return found[0].strip(" ()[]—–-") or None if found else None
