"""`communique evaluate`: how well each stage reads what gold sets hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import format_option
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.evaluation.figures import Figure, Scored

_STAGES = ("actors", "dates", "contacts", "statements", "merging", "consult", "all")


@click.command("evaluate")
@click.argument("stage", type=click.Choice(_STAGES), default="all")
@click.argument("path", required=False, metavar="[FILE]")
@format_option("table", "json")
@click.option(
    "--misses", type=click.IntRange(min=0), default=0, metavar="N", help="Show so many misses a set."
)
def command(stage: str, path: str | None, shape: str, misses: int) -> None:
    """Score the stages of reading against gold sets: the package's own, or FILE, lines of the same form.

    Figures stand with their 95 % intervals (a bootstrap over passages). Open sets, which rules are written
    by, are scored apart from sealed ones, whose misses are never shown. The last line says the main figures.

    \b
    communique evaluate
    communique evaluate contacts --misses 5
    communique evaluate contacts my-gold.jsonl --format json
    """
    from communique.evaluation.stages import STAGES, gold_sets, score_set

    if path and stage == "all":
        raise UsageError("a FILE needs its stage", remedy="communique evaluate contacts FILE")
    stages = tuple(STAGES) if stage == "all" else (stage,)
    scored = [
        score_set(each, gold) for each in stages for gold in ([Path(path)] if path else gold_sets(each))
    ]
    if shape == "json":
        _write_json(scored)
    else:
        _write_table(scored, misses)


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
        summary.append(f"{each.stage} {each.name} {figures[0].name} {figures[0].value:.3f}")
    write_text("; ".join(summary) + "\n")


def _row(figure: Figure) -> dict[str, str]:
    interval = "" if figure.low is None or figure.high is None else f"{figure.low:.3f} to {figure.high:.3f}"
    return {"figure": figure.name, "value": f"{figure.value:.3f}", "interval": interval}
