"""Rows divided by tabs, as event data are passed on: no quoting, so a cell holds neither tab nor line end."""

from __future__ import annotations

from collections.abc import Iterable


def tsv_line(cells: Iterable[str]) -> str:
    """One row with its end; white space within a cell becomes single spaces."""
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
