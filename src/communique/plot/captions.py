"""What stands under a picture: the ledger, its day and the number of contacts drawn."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path


def caption_of(path: str, drawn: int, whole: int, *, undated: int = 0) -> str:
    """ "48 contacts, 11 of them without a day. Source: communique-demo.db, 2026-03-10."

    `drawn` of the `whole` that fit the question are considered, the `undated` among these are not drawn.
    """
    counted = f"{whole:,}"
    latest = f"The latest {drawn:,} of {counted}" if drawn < whole else counted
    noun = "contact" if whole == 1 else "contacts"
    apart = f", {undated} of them without a day and not drawn" if undated else ""
    return f"{latest} {noun}{apart}. Source: {Path(path).name}, {datetime.now(UTC).date().isoformat()}."
