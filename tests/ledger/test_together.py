"""Two writers and readers at once: nobody sees an error, nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from communique.ledger import Ledger
from communique.records import Reading

pytestmark = pytest.mark.of_files


def test_writers_and_readers_at_once(tmp_path: Path, readings: tuple[Reading, ...]):
    path = str(tmp_path / "l.db")
    Ledger.open(path).close()

    def write(writer: int) -> None:
        with Ledger.open(path) as ledger:
            for number in range(6):
                name = f"w{writer}-{number}"
                report = replace(readings[2].report, id=name, version=name, source=name)
                account = replace(readings[2].accounts[0], id=f"a-{name}", report=name)
                ledger.add([replace(readings[2], report=report, accounts=(account,))])

    def look(_: int) -> None:
        with Ledger.open(path) as ledger:
            for _ in range(10):
                for contact in ledger.contacts():
                    assert contact.accounts

    with ThreadPoolExecutor(6) as pool:
        tasks = [
            *(pool.submit(write, writer) for writer in range(2)),
            *(pool.submit(look, n) for n in range(4)),
        ]
        for task in tasks:
            task.result()
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 12
        assert [len(contact.accounts) for contact in ledger.contacts()] == [12]
