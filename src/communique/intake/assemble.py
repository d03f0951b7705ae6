"""A Report from the fields that any reader of a format has found."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from communique.errors import InputError
from communique.intake.addresses import canonicalise_url
from communique.intake.clean import clean_line, clean_text
from communique.intake.given import given_date
from communique.intake.identity import report_id, report_version
from communique.intake.options import IntakeOptions
from communique.records import Report, ReportDate

_OUTLET_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|]{2,40}$")
_LOOSE = re.compile(r"[^\w]+")
_HEAD_LINES = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """What a format tells of one report. `date` is the value as given, of any type, `date_source` the part
    of a page that gave it ("JSON-LD"); `place` is where the report stood.
    """

    source: str
    text: str
    place: str | None = None
    title: str | None = None
    date: object = None
    date_source: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None
    retrieved: str | None = None
    modified: str | None = None


_DEFAULTS = IntakeOptions()


def make_report(fields: Fields, options: IntakeOptions = _DEFAULTS) -> Report:
    """The report with id, version and clean body, the title as its first line.

    A `date` that is none leaves the report undated with a doubt. Raises `InputError` where there is no text.
    """
    text = clean_text(fields.text)
    title = clean_line(fields.title or "") or None
    if not text:
        where = fields.place or fields.source
        raise InputError("there is no text in it", where=where, remedy="remove it or supply its text")
    body = text if title is None or begins_with(text, title) else f"{title}\n\n{text}"
    outlet = clean_line(fields.outlet or options.outlet or "") or None
    canonical = canonicalise_url(fields.url)
    identifier = report_id(canonical_url=canonical, source=fields.source, outlet=outlet, title=title)
    return Report(
        id=identifier,
        version=report_version(identifier, body),
        source=fields.source,
        body=body,
        title=title,
        outlet=outlet,
        url=fields.url or None,
        canonical_url=canonical,
        byline=clean_line(fields.byline or "") or None,
        language=fields.language or "en",
        dated=_dated(fields, options),
        retrieved=fields.retrieved,
        modified=fields.modified,
    )


def begins_with(text: str, title: str) -> bool:
    """Whether the text opens with the title, as a line of its own near the head or glued to the first
    sentence.
    """
    bare = _loosen(_OUTLET_SUFFIX.sub("", title)) or _loosen(title)
    whole = _loosen(title)
    lines = [line for line in text[: 4 * len(title) + 400].split("\n") if line]
    if any(_loosen(line) in (bare, whole) for line in lines[:_HEAD_LINES]):
        return True
    head = _loosen(text[: 2 * len(title) + 20])
    return head == bare or head.startswith(f"{bare} ")


def _loosen(text: str) -> str:
    return _LOOSE.sub(" ", text).strip().casefold()


def _dated(fields: Fields, options: IntakeOptions) -> ReportDate:
    dated = given_date(fields.date)
    if dated.date and fields.date_source:
        dated = replace(dated, why=f"given by the page ({fields.date_source}): {fields.date}")
    if dated.date is None and options.published:
        return replace(given_date(options.published), doubt=dated.doubt)
    return dated
