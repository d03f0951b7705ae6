"""Every block of the how-tos runs, a page from top to bottom in a folder of its own; every block says what it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("scholar", "newsroom", "analyst", "engineer", "python", "exports")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# What is shown and not run: installing, programs that go on until they are stopped, a client's settings.
SHOWN = ("text", "json")


def blocks(page: str) -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / f"docs/{page}.md").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_of_a_page_run_from_top_to_bottom(page, tmp_path):
    programs = Path(sys.executable).parent
    env = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "COMMUNIQUE_LEDGER": "communique.db",
    }
    told = [block for block in blocks(page) if block[0] not in SHOWN]
    # Blocks of Python share their names, as in one session; the shell's come between them where they stand.
    script = "\n".join(
        text if kind == "python" else f"subprocess.run(['bash', '-euc', {text!r}], check=True)"
        for kind, text in told
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import subprocess\n{script}"],
        cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.parametrize("page", PAGES)
def test_every_block_says_whether_it_runs(page):
    assert {kind for kind, _ in blocks(page)} <= {"sh", "python", *SHOWN}


def test_every_format_of_export_and_table_is_documented():
    from communique.export.formats import FORMATS
    from communique.export.table import NAMES

    exports = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in exports] == []
    codebook = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"## Table `{name}`" not in codebook] == []


def test_every_public_name_is_documented():
    import communique

    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    assert [
        name for name in communique.__all__ if name != "__version__" and f"communique.{name}" not in page
    ] == []
