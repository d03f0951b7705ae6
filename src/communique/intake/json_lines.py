"""JSONL: one report a line, as an object with `text` or `html`; unknown keys are ignored.

{"id": "gazette-17", "title": "Ministers meet", "text": "...", "date": "2026-02-05", "outlet": "The Gazette"}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.opened import HEAD_BYTES, Opened
from communique.intake.options import IntakeOptions, Patience, SetAside
from communique.intake.rows import row_fields
from communique.records import Report

_SUFFIXES = (".jsonl", ".ndjson", ".jl")
_LINES_SNIFFED = 5
_MARK = b"\xef\xbb\xbf"


def is_json_lines(opened: Opened) -> bool:
    """Whether the name says so, or one of the first lines is a JSON object that begins on that line and
    ends there.
    """
    if opened.suffix in _SUFFIXES:
        return True
    lines = opened.head.removeprefix(_MARK).lstrip().split(b"\n")[:_LINES_SNIFFED]
    if len(opened.head) == HEAD_BYTES and len(lines) == 1:
        return lines[0].startswith((b'{"', b'{ "'))
    return any(_is_object(line) for line in lines)


def read_json_lines(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The reports of the lines; a line that cannot be read is set aside with its number, and reading goes
    on.
    """
    patience = Patience(opened.place)
    for number, line in opened.lines(options.limit_bytes):
        place = f"{opened.place}:{number}"
        name = f"{opened.name}:{number}"
        try:
            if line is None:
                why = f"a line of more than {options.limit_bytes:,} bytes"
                raise InputError(why, where=place, remedy="split it into single reports")
            line = line.removeprefix(_MARK) if number == 1 else line
            if line.strip():
                fields = row_fields(_parse(line, place), Fields(source=name, text="", place=place), options)
                yield patience.after(make_report(fields, options))
        except InputError as error:
            yield patience.after(SetAside.of(name, error))


def _parse(line: bytes, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError("not valid UTF-8", where=place, remedy="save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"not valid JSON ({error})", where=place, remedy="mend or remove the line"
        ) from error
    if not isinstance(row, dict):
        raise InputError("not a JSON object", where=place, remedy='write {"text": "..."}')
    return row


def _is_object(line: bytes) -> bool:
    line = line.strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
