"""What the tools answer: objects of the interchange cut to excerpts, so that a model can cite and never copies whole articles."""

from __future__ import annotations

from typing import Any

from communique.checking import check
from communique.errors import NotFoundError
from communique.export.brief import contact_line
from communique.export.check import check_object
from communique.export.jsonl import contact_object, statement_object
from communique.export.matrix import build_matrix, matrix_object
from communique.export.offices import offices_of
from communique.ledger import Ledger, Query, Said
from communique.ledger.asked import asked

# No answer has more than so many entries, no excerpt more than so many characters.
MOST = 50
EXCERPT = 400

Answer = dict[str, Any]


def search(ledger: Ledger, words: str, limit: int) -> Answer:
    """Passages of reports and contacts that hold all the words."""
    passages = ledger.search(words, min(limit, MOST))
    reports = ledger.reports({each.key for each in passages if each.kind == "report"})
    found = []
    for each in passages:
        if each.kind == "contact":
            found.append({"in": "contact", **contact_line(ledger.contact(each.key))})
        elif each.key in reports:
            report = reports[each.key]
            found.append(
                {
                    "in": "report",
                    "report": report.id,
                    "outlet": report.outlet,
                    "published": report.dated.date,
                    "url": report.url,
                    "source": report.source,
                    "excerpt": excerpt(each.text),
                }
            )
    return {"passages": found}


def contacts(ledger: Ledger, conditions: dict[str, Any], limit: int) -> Answer:
    """A line for each contact that fits, the latest `limit` of them, and how many fit in all."""
    query = asked(Query(), {key: value for key, value in conditions.items() if value})
    number = ledger.count(query)
    listed = ledger.contacts(query, limit=min(limit, MOST))
    return {"number": number, "shown": len(listed), "contacts": [contact_line(each) for each in listed]}


def contact(ledger: Ledger, reference: str) -> Answer:
    """One contact with its accounts, their evidence and chains, the verdicts, and what was said in it."""
    found = ledger.contact(reference)
    told = contact_object(found, ledger.reports_of([found]))
    said = [each for each in ledger.statements(Query(contacts=(found.id,))) if each.contact == found.id]
    told["statements"] = _statements(ledger, said[:MOST])
    for account in told["accounts"]:
        account["evidence"]["text"] = excerpt(account["evidence"]["text"])
    return told


def compare(ledger: Ledger, reference: str) -> Answer:
    """The readouts matrix of one contact."""
    found = ledger.contact(reference)
    return matrix_object(build_matrix(found, ledger.reports_of([found])))


def statements(ledger: Ledger, conditions: dict[str, Any], limit: int) -> Answer:
    """What was said, by whom, through whom."""
    said = ledger.statements(asked(Query(), {key: value for key, value in conditions.items() if value}))
    return {"number": len(said), "statements": _statements(ledger, said[: min(limit, MOST)])}


def who(ledger: Ledger, name: str, day: str | None) -> Answer:
    """An actor's offices, and the latest of the contacts that the ledger holds. Raises NotFoundError for nobody."""
    offices = offices_of(name, day)
    held = contacts(ledger, {"party": name}, 20)
    if not offices and not held["number"]:
        raise NotFoundError(f"nobody is called {name!r}", where=ledger.path, remedy="try a surname or an id")
    return {"offices": offices[:MOST], **held}


def check_text(ledger: Ledger, text: str, published: str | None) -> Answer:
    """Each contact, day, fact and quotation of a text held against the ledger; nothing of it is kept."""
    return check_object(check(text, ledger, published=published))


def excerpt(text: str) -> str:
    """The text, cut where it is long."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"


def _statements(ledger: Ledger, said: list[Said]) -> list[Answer]:
    reports = ledger.reports({each.statement.report for each in said})
    told = []
    for each in ledger.with_repeated(said):
        report = reports[each.statement.report]
        one = statement_object(each, report)
        one.update(
            outlet=report.outlet, published=report.dated.date, url=report.url, text=excerpt(one["text"])
        )
        told.append(one)
    return told
