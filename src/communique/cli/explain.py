"""`communique explain`: every stage's result for one report, spans marked in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option
from communique.errors import InputError

if TYPE_CHECKING:
    from communique.records import Account, Reading, Report, ReportDate

Row = dict[str, Any]
_PASSAGE = 90


@click.command("explain")
@click.argument("path", metavar="FILE")
@format_option("table", "json")
@click.option("--published", metavar="DAY", help="Publication day, if the report states none.")
@click.option("--outlet", metavar="NAME", help="Its outlet, if the report states none.")
def command(path: str, shape: str, published: str | None, outlet: str | None) -> None:
    """Show every stage's result for one report: the body with its furniture, mentions, days, accounts,
    statements.

    In the text, [brackets] are mentions of actors, {braces} words on time, and >> stands before the word
    that tells of a contact. Nothing is stored.

    \b
    communique explain readout.txt
    communique explain readout.txt --format json
    """
    from communique.cli.output import write_text
    from communique.knowledge import load_knowledge
    from communique.ledger.codec import to_plain
    from communique.reading import read

    for report in _reports(path, published, outlet):
        reading = read(report, load_knowledge())
        if shape == "json":
            import json

            write_text(json.dumps(to_plain(reading), ensure_ascii=False, indent=2) + "\n")
        else:
            print_reading(reading)


def _reports(path: str, published: str | None, outlet: str | None) -> Iterator[Report]:
    from communique.cli.output import note
    from communique.intake import IntakeOptions, SetAside, read_inputs

    found = False
    for one in read_inputs([path], IntakeOptions(published=published, outlet=outlet)):
        if isinstance(one, SetAside):
            note(f"communique: {one}")
        else:
            found = True
            yield one
    if not found:
        raise InputError("nothing to explain", where=path, remedy="give a report")


def print_reading(reading: Reading) -> None:
    """All stages for people, in their order."""
    from rich.text import Text

    from communique.cli.output import console, write_rows

    screen = console()
    report = reading.report
    screen.print(Text(f"Report {report.source}", style="bold"))
    for name in ("title", "outlet", "url", "byline", "dateline", "language", "text_kind"):
        screen.print(Text(f"  {name.replace('_', ' ')}: {getattr(report, name) or '-'}"))
    screen.print(Text(f"  published: {_published(report.dated)} ({report.dated.basis}: {report.dated.why})"))
    screen.print()
    screen.print(Text(marked_body(reading)))
    for title, rows in _stages(reading):
        screen.print()
        screen.print(Text(f"{title}: {len(rows) or 'none'}", style="bold"))
        if rows:
            write_rows(tuple(rows[0]), rows, "table")


def marked_body(reading: Reading) -> str:
    """The body with mentions in brackets, words on time in braces, and >> before each trigger."""
    marks: list[tuple[int, int, int, str]] = []
    for mention in reading.mentions:
        marks += _around(mention.span.start, mention.span.end, "[", "]")
    for when in reading.whens:
        if when.span:
            marks += _around(when.span.start, when.span.end, "{", "}")
    marks += [(account.trigger.start, 2, 0, ">>") for account in reading.accounts]
    body = reading.report.body
    # At one place ends come before beginnings, wider spans open first and close last.
    for place, _, _, mark in sorted(set(marks), reverse=True):
        body = body[:place] + mark + body[place:]
    return body


def _around(start: int, end: int, opening: str, closing: str) -> list[tuple[int, int, int, str]]:
    return [(start, 1, start - end, opening), (end, 0, start - end, closing)]


def _published(dated: ReportDate) -> str:
    """The report's day, or the first and last that it can be of."""
    between = f"{dated.earliest} to {dated.latest}" if dated.earliest else "unknown"
    return dated.date or between


def _stages(reading: Reading) -> Iterator[tuple[str, list[Row]]]:
    report = reading.report
    yield "Furniture", [{"kind": each.kind, **_place(report, each.span)} for each in report.furniture]
    yield "Sentences", [{"layer": each.layer, **_place(report, each.span)} for each in reading.sentences]
    yield (
        "Mentions",
        [
            {
                "form": each.form,
                "who": ", ".join(actor.id for actor in each.actors) or "-",
                **_place(report, each.span),
            }
            for each in reading.mentions
        ],
    )
    yield (
        "Days",
        [
            {
                "start": each.start,
                "end": each.end,
                "basis": each.basis,
                "text": each.text,
                "derivation": each.derivation,
            }
            for each in reading.whens
        ],
    )
    yield "Accounts", [_account(report, each) for each in reading.accounts]
    yield (
        "Facts",
        [
            {
                "account": f"{account.kind} {account.trigger.of(report.body)}",
                "fact": fact.fact,
                "value": fact.value,
                "through": " > ".join(link.name for link in fact.chain),
                **_place(report, fact.span),
            }
            for account in reading.accounts
            for fact in account.facts
        ],
    )
    yield (
        "Statements",
        [
            {
                "speaker": each.speaker.name if each.speaker else "-",
                "chain": " > ".join(link.name for link in each.chain),
                "kind": each.kind,
                "polarity": each.polarity,
                **_place(report, each.span),
            }
            for each in reading.statements
        ],
    )
    yield "Doubts", [{"question": each.question, "why": each.why} for each in reading.doubts]


def _account(report: Report, account: Account) -> Row:
    from communique.export.brief import day_text, party_text

    return {
        "day": day_text(account.when),
        "parties": party_text(account.participants),
        "kind": account.kind,
        "status": account.status,
        "confidence": f"{account.reading_confidence:.2f}",
        **_place(report, account.evidence),
    }


def _place(report: Report, span: Any) -> Row:
    words = span.of(report.body).replace("\n", " ")
    return {
        "span": f"{span.start}-{span.end}",
        "words": words[:_PASSAGE] + ("…" if len(words) > _PASSAGE else ""),
    }
