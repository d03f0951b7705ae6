"""A run that reads for hours lets whoever works on the machine meanwhile be served first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = """
import os, sys
from communique.cli import main
try:
    sys.argv = ["communique", "read", sys.argv[1], "--ledger", ":memory:"]
    main()
finally:
    print("nice", os.nice(0), file=sys.stderr)
"""


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system has no such priorities")
@pytest.mark.parametrize(("before", "after"), [(0, 10), (12, 12)])
def test_reading_gives_way_and_never_takes_more(tmp_path: Path, before: int, after: int):
    """The choir sang; nothing of it is a contact, so that no language model is needed."""
    (tmp_path / "a.txt").write_text("The choir of the town sang in the old hall on Sunday evening.")
    begun = max(0, before - os.nice(0))
    done = subprocess.run(
        [sys.executable, "-c", f"import os; os.nice({begun})\n{ASKED}", str(tmp_path / "a.txt")],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert f"nice {max(after, os.nice(0))}" in done.stderr
