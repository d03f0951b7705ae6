"""Which reader takes an input: the first whose test fits, decided by content before name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from communique.intake.html import is_html, read_html
from communique.intake.json_document import is_json_document, read_json_document
from communique.intake.json_lines import is_json_lines, read_json_lines
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.text import is_text, read_text
from communique.records import Report

Reader: TypeAlias = Callable[[Opened, IntakeOptions], Iterator[Report | SetAside]]

FORMATS: tuple[tuple[Callable[[Opened], bool], Reader], ...] = (
    (is_json_lines, read_json_lines),
    (is_json_document, read_json_document),
    (is_html, read_html),
    (is_text, read_text),
)
"""Tests and readers in the order in which they are asked; a new format enters before the plain text."""


def choose_reader(opened: Opened) -> Reader:
    """The reader for an opened input."""
    return next(reader for fits, reader in FORMATS if fits(opened))
