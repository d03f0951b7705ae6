"""Processes that read: one bad report never costs another, whatever it does to its process."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest

from communique.engines.pool import read_all
from communique.engines.tasks import Task
from communique.engines.worker import Orders
from communique.intake import Fields, IntakeOptions, make_report

READER = """
import os, time
from communique.engines.tasks import Done
from communique.intake import SetAside

def make(orders):
    filled = []
    def read_each(task):
        if "crash" in task.item.body:
            os._exit(7)
        if "hang" in task.item.body:
            time.sleep(600)
        if "grow" in task.item.body:
            filled.append(bytearray(b"x" * 40_000_000))
        return Done.of(task, asides=(SetAside(source=task.source, place=task.source, why=str(os.getpid()), remedy=""),))
    def read(tasks):
        done = []
        for task in tasks:
            done.append(read_each(task))
            yield None
        yield from done
    return read
"""


@pytest.fixture
def orders(tmp_path, monkeypatch) -> Orders:
    (tmp_path / "reader_of_tests.py").write_text(textwrap.dedent(READER))
    monkeypatch.syspath_prepend(str(tmp_path))
    import reader_of_tests

    return Orders(intake=IntakeOptions(), make=reader_of_tests.make, limit_seconds=2.0)


def tasks(bodies: list[str]) -> Iterator[Task]:
    for number, body in enumerate(bodies):
        report = make_report(Fields(source=f"{number}.txt", text=body))
        yield Task(key=str(number), item=report, input=f"{number}.txt")


def told(bodies: list[str], orders: Orders, workers: int) -> dict[str, str]:
    done = list(read_all(tasks(bodies), workers, orders))
    assert len(done) == len(bodies)
    return {each.source: each.asides[0].why for each in done}


def test_a_report_that_ends_its_process_is_named_and_nothing_else_is_lost(orders):
    bodies = ["fine"] * 40
    bodies[5] = bodies[23] = "crash"
    why = told(bodies, orders, workers=2)
    ended = {name for name, reason in why.items() if "ended (status 7)" in reason}
    assert ended == {"5.txt", "23.txt"}
    assert len(why) == 40


def test_a_report_that_holds_its_process_too_long_is_named_and_the_others_are_read(orders, monkeypatch):
    monkeypatch.setattr("communique.engines.pool._START_SECONDS", 0.0)
    bodies = ["fine"] * 12
    bodies[3] = "hang"
    why = told(bodies, orders, workers=2)
    assert [name for name, reason in why.items() if "took too long" in reason] == ["3.txt"]


def test_a_process_whose_memory_is_full_is_replaced(orders):
    from dataclasses import replace

    orders = replace(orders, limit_bytes=250_000_000, limit_seconds=60.0)
    why = told(["grow" if number < 12 else "fine" for number in range(160)], orders, workers=1 + 1)
    assert len(set(why.values())) > 2
    assert all(reason.isdigit() for reason in why.values())
