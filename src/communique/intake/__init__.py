"""Intake: bytes to Reports. `read_inputs` reads what a user names, `make_report` builds one from known
fields.
"""

from __future__ import annotations

from communique.intake.addresses import canonicalise_url
from communique.intake.assemble import Fields, make_report
from communique.intake.clean import clean_text
from communique.intake.copies import Copies
from communique.intake.given import MONTH, WRITTEN_DAY, day_of, given_date, month_number
from communique.intake.meter import Meter
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.page import Page, open_page
from communique.intake.read import read_inputs, read_stream, take_inputs, take_source
from communique.intake.sources import Source, find_sources

__all__ = [
    "MONTH",
    "WRITTEN_DAY",
    "Copies",
    "Fields",
    "IntakeOptions",
    "Meter",
    "Page",
    "SetAside",
    "Source",
    "canonicalise_url",
    "clean_text",
    "day_of",
    "find_sources",
    "given_date",
    "make_report",
    "month_number",
    "open_page",
    "read_inputs",
    "read_stream",
    "take_inputs",
    "take_source",
]
