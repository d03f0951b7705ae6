"""Ids of reports: hashes of what does not change when a report is read better or arrives again."""

from __future__ import annotations

import hashlib


def report_id(*, canonical_url: str | None, source: str, outlet: str | None, title: str | None) -> str:
    """Sixteen hex digits of the canonical address, or else of source name, outlet and title."""
    name = canonical_url or f"{source}|{outlet or ''}|{title or ''}"
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]


def report_version(identifier: str, body: str) -> str:
    """The report's id and eight hex digits of its text: another text at the same address is another
    version.
    """
    return f"{identifier}-{hashlib.sha256(body.encode('utf-8', 'replace')).hexdigest()[:8]}"
