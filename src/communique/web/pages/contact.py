"""One contact: its facts with their sources, its accounts side by side, what was said, how it came to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from communique.export.brief import copies_text, folded
from communique.export.jsonl import contact_object, statement_object
from communique.export.matrix import Matrix, build_matrix, matrix_object
from communique.ledger import Query, Said
from communique.plot.build import build_matrix_chart
from communique.plot.naming import pair_name
from communique.records import Contact, Report
from communique.web.asking import contact_address, pair_address
from communique.web.facts import VERDICTS, fact_rows
from communique.web.pages.correcting import FACTS
from communique.web.pages.ledger import line_object
from communique.web.shown import Ask, Page
from communique.web.told import Told, told_columns
from communique.web.words import interval_long, spoken

_NEIGHBOURS = 3
# Origins are found by comparing texts; of more reports than this, each stands for itself.
_MOST_COMPARED = 60
# The matrix has its sentences where it is narrow enough to be looked at.
_MOST_WITH_WORDS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A contact with what both of its forms are made of: its reports, what was said, and what stands around it."""

    contact: Contact
    reports: Mapping[str, Report]
    matrix: Matrix
    said: list[Said]
    around: dict[str, list[Any]]


def show(ask: Ask) -> Page:
    """The page at `/contacts/{slug}`; any reference to a contact will do. Raises NotFoundError."""
    contact = ask.ledger.contact(ask.part("slug"))
    reports = ask.ledger.reports_of([contact])
    told = Opened(
        contact=contact,
        reports=reports,
        matrix=build_matrix(
            contact, reports, words=not ask.settings.public and len(contact.accounts) <= _MOST_WITH_WORDS
        ),
        said=ask.ledger.with_repeated(ask.ledger.statements(Query(contacts=(contact.id,)))),
        around=neighbours(ask, contact),
    )
    title = f"{_heading(contact)}: {spoken(contact.kind)}"
    return Page(
        template="contact.html", title=title, shown=lambda: _shown(ask, told), twin=lambda: _twin(told)
    )


def _heading(contact: Contact) -> str:
    names = [each.actor.name for each in contact.participants if each.role in ("party", "delegation_lead")]
    return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + f" and {names[-1]}"


def _shown(ask: Ask, told: Opened) -> dict[str, Any]:
    contact, reports = told.contact, told.reports
    columns = told_columns(contact, reports, origins_of(reports), whole=not ask.settings.public)
    sides = sides_of(contact)
    return {
        "contact": contact,
        "heading": _heading(contact),
        "day": interval_long(*_days(contact)),
        "sides": sides,
        "facts": fact_rows(contact, reports),
        "columns": columns,
        "folded": _folded(columns),
        "matrix": told.matrix,
        "chart": build_matrix_chart(told.matrix, title="Readouts side by side"),
        "speakers": speakers(told.said, reports),
        "around": told.around,
        "pair": pair_name(sides),
        "pair_address": pair_address(*sides) if len(sides) == 2 else None,
        "verdict_names": VERDICTS,
        "verdict_words": list(VERDICTS.items()),
        "decisions": [placed.decision for placed in ask.ledger.decisions(contact)],
        "judged": ask.ledger.judged(account.id for account in contact.accounts),
        "facts_offered": FACTS,
        "done": ask.param("done"),
        "told_by": {column.account: column.label for column in columns},
        "editions": sorted(set(ask.ledger.editions(reports).values())),
        "names": [name for name in ask.ledger.names_of(contact) if name not in (contact.slug, contact.id)],
    }


def _twin(told: Opened) -> dict[str, Any]:
    contact, reports = told.contact, told.reports
    return {
        **contact_object(contact, reports),
        "matrix": matrix_object(told.matrix),
        "statements": [statement_object(each, reports[each.statement.report]) for each in told.said],
        "before": [line_object(line) for line in told.around["before"]],
        "after_it": [line_object(line) for line in told.around["after"]],
        "address": contact_address(contact.slug),
    }


def sides_of(contact: Contact) -> tuple[str, ...]:
    """The states or organisations that deal with each other, sorted."""
    dealing = [each.actor for each in contact.participants if each.role in ("party", "delegation_lead")]
    return tuple(sorted({actor.state or actor.id for actor in dealing}))


def origins_of(reports: Mapping[str, Report]) -> dict[str, str]:
    """The origin of each report: copies and rewrites of one text share one."""
    from communique.merge import find_origins

    if len(reports) > _MOST_COMPARED:
        return {name: name for name in reports}
    return find_origins(reports.values())


def neighbours(ask: Ask, contact: Contact) -> dict[str, list[Any]]:
    """The contacts of the same two sides just before and just after, in order of time."""
    sides = sides_of(contact)
    if len(sides) != 2:
        return {"before": [], "after": []}
    query, key = Query(between=sides), (_day(contact), contact.slug)
    before = ask.ledger.page(query, key, _NEIGHBOURS).lines
    after = ask.ledger.page(query, key, _NEIGHBOURS, back=True).lines
    return {"before": list(reversed(before)), "after": list(reversed(after))}


def speakers(said: list[Said], reports: Mapping[str, Report]) -> list[dict[str, Any]]:
    """What was said, under who said it; each with what it came through, from the speaker to the outlet.

    What copies of one text say again is said once, with their number.
    """
    voices: dict[str, dict[str, Any]] = {}
    copies = folded(said)
    for each in said:
        if each.copy_of is not None:
            continue
        statement, report = each.statement, reports.get(each.statement.report)
        if report is None:
            continue
        speaker = statement.speaker
        key = (speaker.id or speaker.name) if speaker else ""
        voice = voices.setdefault(
            key,
            {
                "name": speaker.name if speaker else "Nobody named",
                "id": speaker.id if speaker else None,
                "said": [],
            },
        )
        voice["said"].append(
            {
                "statement": statement,
                "chain": [link.name for link in statement.chain],
                "outlet": (report.outlet or report.source) + copies_text(copies[statement.id]),
                "report": report.id,
            }
        )
    return sorted(voices.values(), key=lambda voice: (-len(voice["said"]), voice["name"]))


def _folded(columns: list[Told]) -> dict[str, list[Told]]:
    """Copies under the account of their origin that stands first."""
    first: dict[str, str] = {}
    folded: dict[str, list[Told]] = {}
    for told in columns:
        if told.origin in first:
            folded[first[told.origin]].append(told)
        else:
            first[told.origin] = told.account
            folded[told.account] = []
    return folded


def _days(contact: Contact) -> tuple[str | None, str | None]:
    return (contact.when.start, contact.when.end) if contact.when else (None, None)


def _day(contact: Contact) -> str:
    start, end = _days(contact)
    return start or end or ""
