"""A sample of a ledger for two coders, and how far they agree.

The sheet shows each coder the same sentences with their report, and nothing of what the program made of them. Each
fills the empty columns; the agreement is counted by Krippendorff's alpha (nominal), which allows for empty cells.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import InputError, UsageError
from communique.ledger import Ledger, Query

SHOWN = ("item", "report", "outlet", "published", "title", "sentence")
CODED = ("contact", "kind", "status", "parties", "start", "end")
SEED = 20130927
_TITLE = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """How two coders coded one column: cells that both filled, the share in which they agree, and alpha.

    `alpha` is None where nothing varies: both wrote one value throughout.
    """

    column: str
    items: int
    share: float
    alpha: float | None


def draw_sample(ledger: Ledger, query: Query, size: int) -> Iterator[dict[str, Any]]:
    """Rows of a sheet: `size` accounts by chance, the same ones from the same ledger, in an order that tells nothing."""
    contacts = ledger.contacts(query)
    reports = ledger.reports_of(contacts)
    accounts = sorted((each for contact in contacts for each in contact.accounts), key=lambda each: each.id)
    chosen = random.Random(SEED).sample(accounts, min(size, len(accounts)))  # noqa: S311  a sample needs no secrets
    for account in chosen:
        report = reports[account.report]
        yield {
            "item": account.id,
            "report": report.id,
            "outlet": report.outlet,
            "published": report.dated.date,
            "title": (report.title or report.body.split("\n", 1)[0])[:_TITLE],
            "sentence": account.evidence.of(report.body),
        }


def agreement_of(one: str, other: str) -> list[Agreement]:
    """The agreement on each column that both sheets fill. Raises InputError for a sheet that is none, UsageError

    where the two share no items, or krippendorff is not installed.
    """
    sheets = [_read_sheet(path) for path in (one, other)]
    items = sorted(set(sheets[0]) & set(sheets[1]))
    if not items:
        raise UsageError("the two sheets share no items", remedy="give two copies of one sample")
    found = []
    for column in CODED:
        coded = [[sheet[item].get(column, "") for item in items] for sheet in sheets]
        both = [pair for pair in zip(*coded, strict=True) if all(pair)]
        if both:
            same = sum(first == second for first, second in both)
            found.append(
                Agreement(column=column, items=len(both), share=same / len(both), alpha=_alpha(coded))
            )
    return found


def _alpha(coded: Sequence[Sequence[str]]) -> float | None:
    try:
        import krippendorff
    except ImportError as error:
        raise UsageError(
            "agreement is counted by krippendorff", remedy="pip install 'communique[evaluate]'"
        ) from error
    values = sorted({value for row in coded for value in row if value})
    if len(values) < 2:
        return None
    numbers = {value: float(number) for number, value in enumerate(values)}
    table = [[numbers.get(value, float("nan")) for value in row] for row in coded]
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))


def _read_sheet(path: str) -> dict[str, dict[str, str]]:
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            getattr(error, "strerror", None) or str(error), where=path, remedy="give a CSV file in UTF-8"
        ) from error
    if not rows or "item" not in rows[0]:
        raise InputError(
            "no sheet of a sample", where=path, remedy="make one: communique evaluate sample -o FILE"
        )
    return {row["item"]: {key: _plain(key, value or "") for key, value in row.items() if key} for row in rows}


def _plain(column: str, value: str) -> str:
    """The value without what two coders write differently and mean alike: case, space, the order of parties."""
    folded = " ".join(value.lower().split())
    if column != "parties":
        return folded
    return "; ".join(sorted(part.strip() for part in folded.split(";") if part.strip()))
