"""People's decisions as rows: for lists, and as CSV with the words of both accounts, to be read back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from communique.errors import InputError
from communique.ledger import Decision, Placed
from communique.ledger.codec import from_plain, to_plain
from communique.ledger.decisions import KINDS

LISTED = ("recorded", "author", "decision", "about", "reason", "state", "id")
COLUMNS = (
    "id", "kind", "one", "one_text", "other", "other_text", "subject", "fact", "value", "scope", "reason",
    "author", "recorded", "undone", "undone_by", "undone_why", "anchors",
)  # fmt: skip


def list_rows(placed: Iterable[Placed]) -> Iterator[dict[str, Any]]:
    """What a list shows of decisions: who, what, about which words, and whether it still holds."""
    for each in placed:
        decision = each.decision
        yield {
            "recorded": (decision.recorded or "")[:16].replace("T", " "),
            "author": decision.author,
            "decision": _said(decision),
            "about": _about(decision),
            "reason": decision.reason,
            "state": _state(each),
            "id": decision.id,
        }


def _said(decision: Decision) -> str:
    value = (
        decision.value if isinstance(decision.value, str) else json.dumps(decision.value, ensure_ascii=False)
    )
    return {
        "correct": f"{decision.fact} is {value}",
        "settle": f"settled: {value}",
        "grade": f"graded {value}",
    }.get(decision.kind, decision.kind)


def _about(decision: Decision) -> str:
    if decision.kind == "add":
        return str(decision.value["note"])
    return decision.subject or " | ".join(anchor.text for anchor in decision.anchors)


def _state(placed: Placed) -> str:
    decision = placed.decision
    if decision.undone:
        return f"undone on {decision.undone[:10]} by {decision.undone_by}: {decision.undone_why}"
    return f"orphaned: {placed.orphaned}" if placed.orphaned else "holds"


def decision_object(placed: Placed) -> dict[str, Any]:
    """A decision as an object: its record, the accounts it means now, why it is orphaned."""
    return {
        "type": "decision",
        "schema_version": 1,
        **to_plain(placed.decision),
        "now": {"one": list(placed.one), "other": list(placed.other)},
        "orphaned": placed.orphaned,
    }


def csv_rows(placed: Iterable[Placed]) -> Iterator[dict[str, Any]]:
    """All of each decision as a row; accounts by id, with the words of each."""
    for each in placed:
        decision = each.decision
        texts = {anchor.account: anchor.text for anchor in decision.anchors}
        plain = to_plain(decision)
        row = {name: plain.get(name) for name in COLUMNS}
        row["one"], row["other"] = " ".join(decision.one), " ".join(decision.other)
        row["one_text"] = " | ".join(texts.get(name, "") for name in decision.one)
        row["other_text"] = " | ".join(texts.get(name, "") for name in decision.other)
        row["value"] = json.dumps(decision.value, ensure_ascii=False)
        row["anchors"] = json.dumps(plain.get("anchors", []), ensure_ascii=False)
        yield row


def read_csv(text: str, source: str) -> list[Decision]:
    """The decisions of a CSV that `communique judge export` wrote. Raises InputError with line and remedy."""
    reader = csv.DictReader(io.StringIO(text))
    missing = {"kind", "reason", "author"} - set(reader.fieldnames or ())
    if missing:
        raise InputError(
            f"no column {', '.join(sorted(missing))}",
            where=source,
            remedy=f"the columns are {', '.join(COLUMNS)}",
        )
    return [_read_row(row, f"{source}:{reader.line_num}") for row in reader]


def _read_row(row: dict[str, str], where: str) -> Decision:
    if row["kind"] not in KINDS:
        raise InputError(
            f"kind {row['kind']!r} is not known", where=where, remedy=f"choose from {', '.join(KINDS)}"
        )
    if not row["author"].strip() or not row["reason"].strip():
        raise InputError("a decision needs author and reason", where=where, remedy="fill both columns")
    plain: dict[str, Any] = {name: row[name] for name in COLUMNS if row.get(name)}
    try:
        plain["value"] = json.loads(row.get("value") or "null")
        plain["anchors"] = json.loads(row.get("anchors") or "[]")
    except ValueError as error:
        raise InputError(f"not valid JSON: {error}", where=where, remedy="mend value and anchors") from error
    for name in ("one", "other"):
        plain[name] = (row.get(name) or "").split()
    return from_plain(Decision, plain)
