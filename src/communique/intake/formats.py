"""Which reader takes an input: the first whose test fits, decided by content before name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from communique.intake.feed import is_feed, read_feed
from communique.intake.html import is_html
from communique.intake.json_document import is_json_document, read_json_document
from communique.intake.json_lines import is_json_lines, read_json_lines
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.page import Page
from communique.intake.parquet import is_parquet, read_parquet
from communique.intake.table import is_table, read_table
from communique.intake.text import read_text
from communique.intake.warc import is_warc, read_warc
from communique.records import Report

Reader: TypeAlias = Callable[[Opened, IntakeOptions], Iterator[Report | Page | SetAside]]


def read_html(opened: Opened, options: IntakeOptions) -> Iterator[Page]:
    """The one page of the file, to be taken apart later."""
    raw = opened.whole(options.limit_bytes)
    yield Page(
        source=opened.name, place=opened.place, raw=raw, declared=opened.declared, address=opened.address
    )


FORMATS: tuple[tuple[Callable[[Opened], bool], Reader], ...] = (
    (is_warc, read_warc),
    (is_parquet, read_parquet),
    (is_feed, read_feed),
    (is_json_lines, read_json_lines),
    (is_json_document, read_json_document),
    (is_html, read_html),
)
"""Tests and readers in the order in which they are asked; tables and plain text come last."""


def choose_reader(opened: Opened, options: IntakeOptions) -> Reader:
    """The reader for an opened input."""
    for fits, reader in FORMATS:
        if fits(opened):
            return reader
    return read_table if is_table(opened, options) else read_text
