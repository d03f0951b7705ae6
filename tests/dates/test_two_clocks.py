"""No time is narrower than its words and its day allow, and one evening in the west is the next day in the east."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.cli import commands
from communique.dates import Anchor, anchor_expression, find_expressions
from communique.dates.bounds import BOUND, BOUNDING

DAYS = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2100, 12, 31)).map(lambda d: d.isoformat())
TENSES = st.sampled_from(["past", "future", "none"])
CITIES = {"Washington": "America/New_York", "Beijing": "Asia/Shanghai", "London": "Europe/London"}
NARROWEST = {  # words, and the fewest days that they can mean
    "on {weekday}": 1,
    "late on {weekday}": 1,
    "on {weekday} morning": 1,
    "last week": 7,
    "next week": 7,
    "last month": 28,
    "in {month}": 28,
    "early in {month}": 9,
    "in mid-{month}": 9,
    "two weeks ago": 7,
    "last year": 365,
    "over the weekend": 2,
    "this spring": 89,
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "June", "November")


@given(st.sampled_from(sorted(NARROWEST)), st.sampled_from(WEEKDAYS), st.sampled_from(MONTHS), DAYS, TENSES)
@settings(max_examples=400, deadline=None)
def test_no_time_is_narrower_than_its_words(pattern, weekday, month, day, tense):
    text = f"They met {pattern.format(weekday=weekday, month=month)}."
    (expression,) = find_expressions(text)
    when = anchor_expression(expression, Anchor(day=day, tense=tense))
    assert when is not None
    if when.start and when.end:
        days = (dt.date.fromisoformat(when.end) - dt.date.fromisoformat(when.start)).days + 1
        assert days >= NARROWEST[pattern]


@given(st.sampled_from(WEEKDAYS), st.sampled_from(sorted(CITIES)), st.integers(1, 11), DAYS)
@settings(max_examples=200, deadline=None)
def test_hour_and_zone_are_kept_and_the_day_is_the_one_told_there(weekday, city, hour, day):
    text = f"They spoke at {hour} p.m. in {city} on {weekday}."
    (expression,) = find_expressions(text)
    when = anchor_expression(expression, Anchor(day=day, tense="past"))
    assert when is not None
    assert when.start is not None
    assert (when.time_of_day, when.zone) == (f"{hour + 12}:00", CITIES[city])
    assert WEEKDAYS[dt.date.fromisoformat(when.start).weekday()] == weekday
    assert when.start == when.end


@given(
    st.text(max_size=30),
    st.sampled_from(["since", "in the wake of", "Up To", "by", "as of", "no later than"]),
)
@settings(max_examples=200, deadline=None)
def test_plain_search_for_bounds_misses_none(lead, word):
    text = f"{lead} {word} the "
    assert not BOUND.search(text) or BOUNDING.search(text.lower())


def test_late_tuesday_in_washington_is_wednesday_in_beijing(tmp_path: Path) -> None:
    told = {
        "west": "President Donald Trump spoke by phone with Chinese President Xi Jinping late on Tuesday in Washington.",
        "east": "President Xi Jinping spoke by phone with President Donald Trump on Wednesday morning in Beijing.",
    }
    source = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": k, "date": "2025-02-06", "outlet": k, "text": v}) for k, v in told.items()]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = CliRunner().invoke(commands, ["read", str(source), "--format", "jsonl", "--ledger", ":memory:"])
    assert result.exit_code == 0, result.output
    (contact,) = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    days = {a["source"]: (a["when"]["start"], a["when"]["end"]) for a in contact["accounts"]}
    assert days == {"west": ("2025-02-04", "2025-02-04"), "east": ("2025-02-05", "2025-02-05")}
    assert (contact["when"]["start"], contact["when"]["end"]) == ("2025-02-04", "2025-02-05")
