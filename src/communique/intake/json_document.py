"""JSON documents: one object with `text` or `html`, or an array of such objects, over any number of lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.decode import decode_bytes
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.rows import row_fields
from communique.records import Report

_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*[{\[]|\[\s*\]|\{\s*\})")


def is_json_document(opened: Opened) -> bool:
    """Whether the head opens as a JSON object or array of objects does."""
    return opened.suffix == ".json" or _START.match(opened.head) is not None


def read_json_document(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The reports of the objects, known by `id` or "name.json:NUMBER"; raises `InputError` where it is no
    JSON.
    """
    text = decode_bytes(opened.whole(options.limit_bytes), where=opened.place).text
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        remedy = "mend the file, or write one report a line (JSONL)"
        raise InputError(f"not valid JSON ({error})", where=opened.place, remedy=remedy) from error
    rows = document if isinstance(document, list) else [document]
    for number, row in enumerate(rows, start=1):
        place = f"{opened.place}:{number}" if len(rows) > 1 else opened.place
        name = f"{opened.name}:{number}" if len(rows) > 1 else opened.name
        try:
            if not isinstance(row, dict):
                raise InputError("not a JSON object", where=place, remedy='write {"text": "..."}')
            yield make_report(row_fields(row, Fields(source=name, text="", place=place), options), options)
        except InputError as error:
            yield SetAside.of(name, error)
