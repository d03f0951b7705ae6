"""Exact copies within a run: the same text at the same address need not be read again."""

from __future__ import annotations

import hashlib

from communique.records import Report

_DIGEST_BYTES = 8


class Copies:
    """Remembers, in eight bytes each, the reports that it was shown; `count` says how many came again.

    Only what would give the very same reading is a copy: id, text, date, outlet and byline must agree. The
    order of the inputs does not matter. Copies at other addresses are a matter of origins.
    """

    def __init__(self) -> None:
        self._known: set[bytes] = set()
        self.count = 0

    def seen(self, report: Report) -> bool:
        """Whether this report came before; remembers it."""
        told = (report.version, report.body, report.dated.date, report.outlet, report.byline)
        digest = hashlib.blake2b(repr(told).encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest()
        if digest in self._known:
            self.count += 1
            return True
        self._known.add(digest)
        return False
