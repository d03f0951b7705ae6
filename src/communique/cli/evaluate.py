"""`communique evaluate`: how well each stage reads what gold sets hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option, ledger_option
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.evaluation.figures import Figure, Scored

_STAGES = ("actors", "dates", "contacts", "statements", "merging", "consult", "all", "sample", "agreement")


@click.command("evaluate")
@click.argument("stage", type=click.Choice(_STAGES), default="all")
@click.argument("paths", nargs=-1, metavar="[FILE]...")
@format_option("table", "json")
@ledger_option
@click.option(
    "--size",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    metavar="N",
    help="So many of a sample.",
)
@click.option("--output", "-o", metavar="FILE", help="Write the sample there instead of to standard output.")
@click.option(
    "--misses", type=click.IntRange(min=0), default=0, metavar="N", help="Show so many misses a set."
)
def command(stage: str, paths: tuple[str, ...], shape: str, misses: int, **given: Any) -> None:
    """Score the stages of reading against gold sets: the package's own, or FILE: JSON lines or CSV of your own.

    Figures stand with their 95 % intervals (a bootstrap over passages). Open sets, which rules are written
    by, are scored apart from sealed ones, whose misses are never shown; the package's own sets of actors,
    dates, statements and merging are scored together, too. Contacts have a reliability curve: how often a
    reading of some confidence was right. The last line says the main figures.

    sample draws sentences of the ledger into a sheet for coders, without what the program read in them;
    agreement compares two filled sheets by Krippendorff's alpha.

    \b
    communique evaluate
    communique evaluate contacts my-gold.csv --misses 5
    communique evaluate sample --size 100 -o sheet.csv
    communique evaluate agreement coder-1.csv coder-2.csv
    """
    if stage == "sample":
        _write_sample(given["ledger"], given["size"], given["output"])
    elif stage == "agreement":
        _write_agreement(paths, shape)
    else:
        scored = list(_score(stage, paths))
        if shape == "json":
            _write_json(scored)
        else:
            _write_table(scored, misses)


def _score(stage: str, paths: tuple[str, ...]) -> Iterator[Scored]:
    from communique.evaluation.own import as_gold
    from communique.evaluation.pooled import pooled
    from communique.evaluation.stages import STAGES, gold_sets, score_set

    if paths and stage == "all":
        raise UsageError("a FILE needs its stage", remedy="communique evaluate contacts FILE")
    for each in STAGES if stage == "all" else (stage,):
        scored = []
        for gold in [Path(path) for path in paths] or gold_sets(each):
            with as_gold(each, gold) as lines:
                scored.append(score_set(each, lines))
        yield from scored
        if not paths:
            yield from pooled(each, scored)


def _write_sample(path: str, size: int, output: str | None) -> None:
    from communique.cli.output import write_text
    from communique.evaluation.coders import CODED, SHOWN, draw_sample
    from communique.export.csv import export_csv
    from communique.ledger import Ledger, Query

    with Ledger.open(path, create=False) as ledger:
        write_text(export_csv((*SHOWN, *CODED), draw_sample(ledger, Query(), size)), output)


def _write_agreement(paths: tuple[str, ...], shape: str) -> None:
    import json
    from dataclasses import asdict

    from communique.cli.output import write_rows, write_text
    from communique.evaluation.coders import agreement_of

    if len(paths) != 2:
        raise UsageError("agreement takes two sheets", remedy="communique evaluate agreement ONE.csv TWO.csv")
    found = agreement_of(*paths)
    if shape == "json":
        write_text(json.dumps([{"type": "agreement", **asdict(each)} for each in found], indent=1) + "\n")
        return
    rows = [
        {
            "column": each.column,
            "items": each.items,
            "share": f"{each.share:.3f}",
            "alpha": "nothing varies" if each.alpha is None else f"{each.alpha:.3f}",
        }
        for each in found
    ]
    write_rows(("column", "items", "share", "alpha"), rows, "table")


def _write_json(scored: list[Scored]) -> None:
    import json

    from communique.cli.output import write_text

    write_text(json.dumps([_object(each) for each in scored], ensure_ascii=False, indent=1) + "\n")


def _object(scored: Scored) -> dict[str, Any]:
    from communique.evaluation.figures import figures_of
    from communique.evaluation.scoring.contacts import reliability

    figures = {
        each.name: {"value": round(each.value, 4), "low": each.low, "high": each.high}
        for each in figures_of(scored)
    }
    found = {
        "type": "evaluation",
        "stage": scored.stage,
        "set": scored.name,
        "sealed": scored.sealed,
        "passages": len(scored.passages),
        "figures": figures,
    }
    if scored.stage == "contacts":
        found["reliability"] = reliability(sum(scored.passages, start=type(scored.passages[0])()))
    return found


def _write_table(scored: list[Scored], misses: int) -> None:
    from communique.cli.output import write_rows, write_text
    from communique.evaluation.figures import figures_of

    summary = []
    for each in scored:
        figures = figures_of(each)
        write_text(f"{each.stage}, {each.name}: {len(each.passages)} passages\n")
        write_rows(("figure", "value", "interval"), [_row(figure) for figure in figures], "table")
        for miss in each.misses[:misses]:
            write_text(f"  {miss}\n")
        if misses and each.sealed:
            write_text("  (misses of a sealed set are not shown)\n")
        _write_curve(each)
        summary.append(f"{each.stage} {each.name} {figures[0].name} {figures[0].value:.3f}")
    write_text("; ".join(summary) + "\n")


def _write_curve(scored: Scored) -> None:
    """The reliability curve: accounts by confidence, how sure the program said it was, how often it was right."""
    from communique.cli.output import write_rows
    from communique.evaluation.scoring.contacts import reliability

    if scored.stage != "contacts":
        return
    curve = reliability(sum(scored.passages, start=Counter()))
    rows = [
        {
            "accounts": part["accounts"],
            "said": f"{part['confidence']:.3f}",
            "right": f"{part['right']:.3f}",
        }
        for part in curve
    ]
    if rows:
        write_rows(("accounts", "said", "right"), rows, "table")


def _row(figure: Figure) -> dict[str, str]:
    interval = "" if figure.low is None or figure.high is None else f"{figure.low:.3f} to {figure.high:.3f}"
    return {"figure": figure.name, "value": f"{figure.value:.3f}", "interval": interval}
