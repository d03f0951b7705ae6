"""`communique judge`: what people decide about the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option

if TYPE_CHECKING:
    from communique.ledger import Decision, Ledger, Word

author_option = click.option(
    "--author",
    metavar="NAME",
    envvar="COMMUNIQUE_AUTHOR",
    required=True,
    show_envvar=True,
    help="Who decides.",
)
reason_option = click.option("--reason", metavar="TEXT", required=True, help="Why.")


def _word_options(function: Callable[..., Any]) -> Callable[..., Any]:
    decorated: Callable[..., Any] = ledger_option(author_option(reason_option(function)))
    return decorated


@click.group("judge")
def command() -> None:
    """Join or part contacts, correct a fact, settle a doubt, distrust a report, grade an outlet.

    Every decision has an author, a reason and a time, outlives reading again, and can be taken back.

    \b
    communique judge join 2026-03-03-brandt-vale-phone-call 2026-03-03-brandt-vale-call --author Ada --reason "same hour"
    communique judge correct 2026-03-03-brandt-vale-phone-call duration_minutes 40-60 --author Ada --reason "both readouts"
    communique judge list --orphaned
    """


@command.command("join")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@_word_options
def join(one: str, other: str, ledger: str, author: str, reason: str) -> None:
    """The two contacts, or accounts, are one.

    \b
    communique judge join 1f3a9c 77be01 --author Ada --reason "both name 14:20"
    """
    from communique.ledger import judging

    _decide(ledger, lambda opened, word: judging.join(opened, one, other, word), author, reason)


@command.command("part")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@_word_options
def part(one: str, other: str, ledger: str, author: str, reason: str) -> None:
    """The two contacts, or accounts, are two; an account is parted from the contact that it is in.

    \b
    communique judge part 2026-03-03-brandt-vale-phone-call 77be01 --author Ada --reason "they spoke twice"
    """
    from communique.ledger import judging

    _decide(ledger, lambda opened, word: judging.part(opened, one, other, word), author, reason)


@command.command("correct")
@click.argument("reference", metavar="ID")
@click.argument("fact")
@click.argument("value")
@click.option(
    "--account", metavar="ID", help="What this account tells was misread; else the record is put right."
)
@_word_options
def correct(reference: str, fact: str, value: str, ledger: str, **given: Any) -> None:
    """A fact is VALUE: kind, status, when, participants, initiator, host, duration_minutes, topics and so on.

    Without --account the contact's record is put right, and what its accounts tell stands beside it.

    \b
    communique judge correct 2026-03-03-brandt-vale-call when 2026-03-04 --author Ada --reason "their diary"
    communique judge correct 77be01 kind meeting --account 77be01 --author Ada --reason "misread"
    """
    from communique.ledger import judging

    def decide(opened: Ledger, word: Word) -> Decision:
        return judging.correct(opened, reference, (fact, value), word, account=given["account"])

    _decide(ledger, decide, given["author"], given["reason"])


@command.command("settle")
@click.argument("doubt", metavar="DOUBT")
@click.argument("choice")
@_word_options
def settle(doubt: str, choice: str, ledger: str, author: str, reason: str) -> None:
    """A doubt is answered: by one of its choices, the number of one, or "neither".

    \b
    communique judge settle which-77be01 1 --author Ada --reason "same occasion"
    """
    from communique.ledger import judging

    _decide(ledger, lambda opened, word: judging.settle(opened, doubt, choice, word), author, reason)


@command.command("unreliable")
@click.argument("report", metavar="REPORT")
@_word_options
def unreliable(report: str, ledger: str, author: str, reason: str) -> None:
    """A report makes no contacts any more; it stays to be read. Named by source, address or id.

    \b
    communique judge unreliable 0017.txt --author Ada --reason "a parody"
    """
    from communique.ledger import judging

    _decide(ledger, lambda opened, word: judging.distrust(opened, report, word), author, reason)


@command.command("grade")
@click.argument("outlet")
@click.argument("grade", metavar="GRADE")
@_word_options
def grade(outlet: str, grade: str, ledger: str, author: str, reason: str) -> None:
    """An outlet has the grade A to F for its reliability, 1 to 6 behind it for what it tells.

    \b
    communique judge grade "The Turku Post" B2 --author Ada --reason "own correspondents"
    """
    from communique.ledger import judging

    _decide(ledger, lambda opened, word: judging.grade(opened, outlet, grade, word), author, reason)


@command.command("undo")
@click.argument("decision", metavar="DECISION")
@_word_options
def undo(decision: str, ledger: str, author: str, reason: str) -> None:
    """A decision no longer holds; it stays in the list of those undone.

    \b
    communique judge undo 5c2b90 --author Ada --reason "the second readout came"
    """
    _decide(ledger, lambda opened, word: opened.undo(decision, word), author, reason)


@command.command("list")
@ledger_option
@format_option("table", "json", "jsonl", "csv", "markdown")
@click.option("--orphaned", is_flag=True, help="Only those whose accounts are no longer read.")
@click.option("--undone", is_flag=True, help="Those that no longer hold, too.")
def list_all(ledger: str, shape: str, orphaned: bool, undone: bool) -> None:
    """What was decided, by whom, why, and whether it still holds.

    \b
    communique judge list
    communique judge list --orphaned --format jsonl
    """
    from communique.cli.output import write_objects, write_rows
    from communique.export.decisions import LISTED, decision_object, list_rows
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        placed = [each for each in opened.decisions(undone=undone) if each.orphaned or not orphaned]
    if shape in ("json", "jsonl"):
        write_objects(map(decision_object, placed), shape)
    else:
        write_rows(LISTED, list_rows(placed), shape)


@command.command("export")
@ledger_option
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
def export(ledger: str, output: str | None) -> None:
    """All decisions as CSV, with the words of both accounts.

    \b
    communique judge export -o decisions.csv
    """
    from communique.cli.output import write_text
    from communique.export.csv import export_csv
    from communique.export.decisions import COLUMNS, csv_rows
    from communique.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        write_text(export_csv(COLUMNS, csv_rows(opened.decisions(undone=True))), output)


@command.command("import")
@click.argument("path", metavar="CSV")
@ledger_option
def import_all(path: str, ledger: str) -> None:
    """Decisions made elsewhere, with their own times; accounts are found by id, else by their words.

    \b
    communique judge import decisions.csv --ledger other.db
    """
    from pathlib import Path

    from communique.cli.output import counted, note
    from communique.errors import InputError
    from communique.export.decisions import read_csv
    from communique.ledger import Ledger

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=path, remedy="name a CSV file in UTF-8") from error
    decisions = read_csv(text, path)
    with Ledger.open(ledger) as opened:
        fresh = opened.import_decisions(decisions)
        orphaned = [each for each in opened.decisions() if each.orphaned and each.decision.id in fresh]
    for each in orphaned:
        note(f"communique: decision {each.decision.id} is orphaned: {each.orphaned}")
    note(f"{counted(len(decisions), 'decision')}, {len(fresh)} new, {len(orphaned)} orphaned")


def _decide(path: str, decide: Callable[[Ledger, Word], Decision], author: str, reason: str) -> None:
    from communique.cli.output import note
    from communique.ledger import Ledger, Word

    with Ledger.open(path, create=False) as opened:
        decision = decide(opened, Word(author=author, reason=reason))
        state = next((each.orphaned for each in opened.decisions() if each.decision.id == decision.id), None)
    click.echo(decision.id)
    note(f"orphaned: {state}" if state else f"kept; communique judge undo {decision.id} takes it back")
