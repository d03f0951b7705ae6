"""Which reports are copies or rewrites of one text: "12 reports, 3 origins"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from communique.records import Report

WORD = re.compile(r"\w+")


def find_origins(reports: Iterable[Report]) -> dict[str, str]:
    """The origin of each report, by ids; an origin's name is the least id of its reports.

    Exact copies share their words, whatever their line breaks, quotes and capitals.
    """
    first: dict[str, str] = {}
    found = {report.id: text_key(report) for report in reports}
    for id in sorted(found):
        first.setdefault(found[id], id)
    return {id: first[key] for id, key in sorted(found.items())}


def text_key(report: Report) -> str:
    """A hash of the words of a report's body."""
    return sha256(" ".join(WORD.findall(report.body.lower())).encode("utf-8", "surrogatepass")).hexdigest()
