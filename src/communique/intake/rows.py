"""One row of any table as the fields of a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.errors import InputError
from communique.intake.assemble import Fields
from communique.intake.columns import choose_columns
from communique.intake.html import page_fields
from communique.intake.options import IntakeOptions

_NAMES_IN_BYLINE = 6


def row_fields(row: Mapping[str, Any], known: Fields, options: IntakeOptions) -> Fields:
    """The fields of one row, columns named as `options.field_map` says, or as common dumps name them.

    Raises `InputError` where neither text nor page holds anything.
    """
    value = choose_columns(row, options.field_map)
    fields = Fields(
        source=_string(value["id"]) or known.source,
        place=known.place,
        text=_text(value["text"], "text", known),
        title=_string(value["title"]),
        date=value["date"],
        outlet=_string(value["outlet"]),
        url=_string(value["url"]),
        byline=_names(value["byline"]),
        language=_string(value["language"]),
        retrieved=_string(value["retrieved"]),
        modified=_string(value["modified"]),
    )
    if fields.text.strip():
        return fields
    page = _text(value["html"], "html", known)
    if not page.strip():
        remedy = 'give the line a "text" or "html", or name its column with --map text=COLUMN'
        raise InputError('neither "text" nor "html" in it', where=known.place or known.source, remedy=remedy)
    return page_fields(page, fields)


def _names(value: object) -> str | None:
    """Authors as one line, from a list, too."""
    if isinstance(value, list):
        names = [name.strip() for name in value if isinstance(name, str) and name.strip()]
        return ", ".join(names[:_NAMES_IN_BYLINE]) or None
    return _string(value)


def _string(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _text(value: object, name: str, known: Fields) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    where = known.place or known.source
    raise InputError(f'"{name}" is not a string', where=where, remedy=f'write "{name}" as one JSON string')
