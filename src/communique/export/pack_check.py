"""Checks a pack without the ledger that it came from: digest, hashes, evidence, and its record built anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError, InputError
from communique.export.jsonl import contact_object
from communique.export.pack import digest_of_pack
from communique.ledger import Decision, Ledger
from communique.ledger.codec import from_plain
from communique.records import Reading

_DATA = re.compile(r'<script type="application/json" id="pack">(.*?)</script>', re.DOTALL)
# What hangs on contacts that are not in the pack.
_BEYOND = frozenset({"after", "first_since_contact", "part_of", "planned_in", "slug"})


def read_pack(path: str) -> dict[str, Any]:
    """The content of a pack, from its page or its JSON. Raises InputError."""
    try:
        text = Path(path).read_text(encoding="utf-8")
        found = _DATA.search(text)
        pack = json.loads(found[1] if found else text)
    except (OSError, ValueError) as error:
        raise InputError(
            f"cannot be read as a pack: {error}", where=path, remedy="name a pack's HTML or JSON"
        ) from error
    if not isinstance(pack, dict) or pack.get("type") != "pack":
        raise InputError("no pack", where=path, remedy="make one: communique export pack SLUG -o FILE")
    return pack


def find_pack_faults(pack: dict[str, Any]) -> list[str]:
    """What is wrong with a pack, in words; without articles only its digest can be checked."""
    try:
        return list(_faults(pack))
    except (KeyError, TypeError, ValueError, CommuniqueError) as error:
        return [f"its content has not the shape of a pack: {error}"]


def _faults(pack: dict[str, Any]) -> Iterator[str]:
    if digest_of_pack(pack) != pack["sha256"]:
        yield "its content is not what its digest says"
    bodies = {report["id"]: report["body"] for report in pack["reports"] if "body" in report}
    if len(bodies) < len(pack["reports"]):
        return
    for report in pack["reports"]:
        if sha256(report["body"].encode("utf-8", "surrogatepass")).hexdigest() != report["body_sha256"]:
            yield f"the text of {report['source']} is not what its hash says"
    for account in pack["contact"]["accounts"]:
        for told in (account["evidence"], *account["facts"]):
            span = told["span"]
            if bodies[account["report"]][span["start"] : span["end"]] != told["text"]:
                yield f"“{told['text']}” does not stand at its place in {account['source']}"
    yield from _built_anew(pack, bodies)


def _built_anew(pack: dict[str, Any], bodies: dict[str, str]) -> Iterator[str]:
    """How the record that follows from the pack's readings and decisions differs from the one in it."""
    readings = []
    for plain in pack["readings"]:
        report = {**plain["report"], "body": bodies[plain["report"]["id"]]}
        readings.append(from_plain(Reading, {**plain, "report": report}))
    with Ledger.open(":memory:") as ledger:
        ledger.add(readings)
        ledger.import_decisions([from_plain(Decision, each) for each in pack["decisions"]])
        contact = ledger.contact(pack["contact"]["id"])
        built = contact_object(contact, ledger.reports_of([contact]))
    for name, value in pack["contact"].items():
        if name not in _BEYOND and json.loads(json.dumps(built.get(name))) != value:
            yield f"{name} does not follow from its readings and decisions"
