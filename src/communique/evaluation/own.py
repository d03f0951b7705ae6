"""A user's own gold as CSV: rows become the lines that the scorers read.

`contacts`: a row a contact, with `id`, `text`, `date` (day of publication), and `kind`, `status`, `participants`
(divided by "; "), `start`, `end`; rows of one id tell of one text; a row without a kind is a text that tells of none.
Every other stage: a row a line, the columns named as its fields; an empty cell is nothing, true and false are truth,
a cell that opens with a bracket is JSON.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.errors import InputError

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_TRUE_OR_FALSE = ("must", "consult")
_NEEDED = {"contacts": ("text", "kind", "status", "participants"), "consult": ("text", "consult")}

Line = dict[str, Any]


@contextmanager
def as_gold(stage: str, path: Path) -> Iterator[Path]:
    """The file itself where it holds lines of JSON, else one of the same name made of its rows for the while.

    Raises InputError for a CSV file that lacks a column.
    """
    if path.suffix.lower() != ".csv":
        yield path
        return
    lines = list(_lines(stage, path))
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"{path.stem}.jsonl"
        told = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        made.write_text("".join(told), encoding="utf-8")
        yield made


def _lines(stage: str, path: Path) -> Iterable[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            held = tuple(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(
            getattr(error, "strerror", None) or str(error), where=str(path), remedy="give a CSV file in UTF-8"
        ) from error
    missing = [column for column in _NEEDED.get(stage, ("text",)) if column not in held]
    if missing:
        remedy = f"name a column {missing[0]}; the file has {', '.join(held) or 'none'}"
        raise InputError(f"no column {missing[0]!r}", where=str(path), remedy=remedy)
    lines = [{"id": str(number), **_values(row)} for number, row in enumerate(rows, start=1)]
    return _by_text(lines) if stage == "contacts" else lines


def _values(row: dict[str, str | None]) -> Line:
    return {
        key: _value(key, (cell or "").strip()) for key, cell in row.items() if key and (cell or key != "id")
    }


def _value(key: str, cell: str) -> Any:
    if key in _TRUE_OR_FALSE and cell.lower() in _TRUTH:
        return _TRUTH[cell.lower()]
    return json.loads(cell) if cell[:1] in ("[", "{") else cell or None


def _by_text(rows: Iterable[Line]) -> Iterable[Line]:
    texts: dict[str, Line] = {}
    for row in rows:
        blank = {"id": row["id"], "title": "", "contacts": [], "never": []}
        line = texts.setdefault(
            str(row["id"]),
            {**blank, **{key: row[key] for key in ("text", "date", "title", "outlet") if row.get(key)}},
        )
        if row.get("kind"):
            line["contacts"].append(_contact(row))
    return texts.values()


def _contact(row: Line) -> Line:
    named = row.get("participants") or ""
    must = row.get("must")
    return {
        "kind": row["kind"],
        "status": row.get("status") or "held",
        "participants": [each.strip() for each in named.split(";") if each.strip()],
        "start": row.get("start"),
        "end": row.get("end"),
        "initiator": row.get("initiator"),
        "place": row.get("place"),
        "duration_minutes": None,
        "must": True if must is None else must,
        "evidence": row.get("evidence") or row.get("text"),
    }
