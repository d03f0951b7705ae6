"""The sample reports that `communique demo` reads: see README.md beside them for what they are."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the sample reports: text files, one HTML page and two JSONL files.

    `communique read` takes it as it is; the README lies one level above and is no report.
    """
    return Path(__file__).resolve().parent / "reports"
