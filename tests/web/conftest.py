"""The pages over a ledger of the samples and of one report that is as hostile as text can be."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from communique import samples
from communique.engines.batch import ReadOptions, read_into
from communique.ledger import Ledger
from communique.records import Reading, Report
from communique.web import Settings, make_app

CHROMIUM = shutil.which("chromium")
HOSTILE = {
    "id": "hostile",
    "title": '<img src=x onerror="window.pwned=1"> Putin and Xi <script>window.pwned=2</script> speak',
    "text": (
        "Russian President Vladimir Putin spoke by phone with Chinese President Xi Jinping on 3 March 2025, said "
        "“<script>window.pwned=3</script> we agreed on trade”, the Kremlin said.\n\n"
        '"><svg onload=window.pwned=4> <a href="javascript:window.pwned=5">read on</a> {{ 7*7 }} &lt;b&gt; '
        "The call lasted \u202e30 minutes\u202c, \u2066Putin\u2069 said. <style>body{display:none}</style>"
    ),
    "outlet": "<b onmouseover=window.pwned=6>Evil Post</b>",
    "url": "javascript:window.pwned=7",
    "date": "2025-03-04",
}  # fmt: skip
TOO_LONG_SECONDS = 30


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the samples and the hostile report, read once."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")
    path = folder / "held.db"
    with Ledger.open(str(path)) as ledger:
        read_into(ledger, [str(samples.folder()), str(folder / "hostile.jsonl")], ReadOptions())
        # Intake takes such letters out; one that came in otherwise is named.
        turned = Report(
            id="turned",
            version="turned-1",
            source="turned",
            body="It cost \u202e001\u202c \u2066coins\u2069.",
        )
        ledger.add([Reading(report=turned, edition="made")])
        ledger.contacts()
    return path


@pytest.fixture
def ledger(held: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it, to change at will."""
    copy = tmp_path / "copy.db"
    shutil.copy(held, copy)
    with Ledger.open(str(copy), as_merged=True) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return TestClient(make_app(ledger, Settings(secret="s3cret")), base_url="http://localhost")


@dataclass(frozen=True)
class Site:
    """A running server."""

    address: str
    ledger: Ledger


def serve(ledger: Ledger, settings: Settings) -> tuple[uvicorn.Server, str]:
    """The pages on a free port, in a thread."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    server = uvicorn.Server(uvicorn.Config(make_app(ledger, settings), log_level="error"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    begun = time.monotonic()
    while not server.started:
        assert time.monotonic() - begun < TOO_LONG_SECONDS
        time.sleep(0.02)
    return server, f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.fixture
def site(ledger: Ledger) -> Iterator[Site]:
    server, address = serve(ledger, Settings(author="Ada"))
    yield Site(address=address, ledger=ledger)
    server.should_exit = True


@pytest.fixture
def slug(ledger: Ledger) -> str:
    return max(ledger.contacts(), key=lambda each: (len(each.accounts), each.id)).slug


@pytest.fixture
def hostile(ledger: Ledger) -> str:
    """The id of the hostile report."""
    return next(report.id for report in ledger.reports().values() if report.source == "hostile")
