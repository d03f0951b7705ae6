"""What must hold for any text and any day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.dates import Anchor, anchor_expression, count_back, find_expressions, find_whens
from communique.dates.calendars import easter, orthodox_easter
from communique.records import Report, ReportDate, When
from communique.sentences import split_sentences

WORDS = [
    "Monday",
    "late",
    "on",
    "May",
    "may",
    "21",
    "3rd",
    "2019",
    "1 August 2022",
    "the",
    "next",
    "last",
    "day",
    "week",
    "month",
    "year",
    "two",
    "a",
    "after",
    "before",
    "ago",
    "later",
    "since",
    "until",
    "by",
    "from",
    "to",
    "between",
    "and",
    "in",
    "early",
    "mid-June",
    "spring",
    "quarter",
    "first",
    "anniversary of",
    "Christmas",
    "Easter",
    "at 10 p.m.",
    "GMT",
    "tonight",
    "yesterday",
    "that",
    "same",
    "will",
    "met",
    ",",
    "(",
    ")",
    "over",
    "past",
    "recent",
    "days",
    "hours",
    "half",
    "hundred",
    "29 February",
    "31 June",
    "9/11",
    "03/04/2012",
    "99999",
    "Thirtieth",
    "each",
    "weekend",
    "eve of",
    "decade",
    "century",
    "the following",
    "within",
    "1990s",
    "'98",
    "Q4",
    "-",
    "–",
    ".",
    "Independence Day",
    "Ukraine's",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31)).map(lambda d: d.isoformat())
TENSES = st.sampled_from(["past", "future", "none"])


@given(TEXTS | st.text(max_size=80))
@settings(max_examples=400, deadline=None)
def test_spans_are_the_text(text):
    for expression in find_expressions(text):
        assert text[expression.start : expression.end] == expression.text != ""


@given(TEXTS, DAYS | st.none(), TENSES)
@settings(max_examples=400, deadline=None)
def test_anchoring_never_raises_and_ends_do_not_cross(text, day, tense):
    for expression in find_expressions(text):
        when = anchor_expression(expression, Anchor(day=day, tense=tense))
        if when and when.start and when.end:
            assert dt.date.fromisoformat(when.start) <= dt.date.fromisoformat(when.end)


@given(TEXTS, DAYS, TENSES)
@settings(max_examples=400, deadline=None)
def test_no_day_without_words_for_a_day(text, day, tense):
    """A month, season, quarter or year whole is never a day."""
    least = {"month": 28, "quarter": 90, "season": 90, "year": 365}
    for expression in find_expressions(text):
        when = anchor_expression(expression, Anchor(day=day, tense=tense))
        if when and when.start and when.end and expression.cls in least and not expression.part:
            assert (dt.date.fromisoformat(when.end) - dt.date.fromisoformat(when.start)).days + 1 >= least[
                expression.cls
            ]


LEAST = {"week": 7, "month": 28, "year": 365, "decade": 3652, "weekend": 2}
COUNTS = st.sampled_from(["two", "three", "five", "nine", "eleven"])
UNITS = st.sampled_from(["week", "month", "year"])


@given(COUNTS, UNITS, st.sampled_from(["ago", "from now"]), DAYS, TENSES)
@settings(max_examples=200, deadline=None)
def test_an_amount_of_weeks_is_never_a_day(count, unit, side, day, tense):
    """ "Three weeks ago" is a calendar week, "two months from now" a calendar month."""
    (expression,) = find_expressions(f"It was said {count} {unit}s {side}.")
    when = anchor_expression(expression, Anchor(day=day, tense=tense))
    assert when is None or length(when) >= LEAST[unit]


@given(COUNTS, UNITS, st.sampled_from(["after", "before"]), DAYS)
@settings(max_examples=200, deadline=None)
def test_what_weeks_are_counted_from_is_never_a_day(count, unit, side, day):
    later = when_of(day)
    found = count_back(f"{count} {unit}s {side} the two met", later)
    assert found is not None
    assert length(found) >= LEAST[unit]
    assert (found.end < day) if side == "after" else (found.start > day)


@given(st.sampled_from(["days", "weeks", "months", "years"]), DAYS)
@settings(max_examples=60, deadline=None)
def test_an_amount_without_a_number_leaves_more_than_a_day(unit, day):
    found = count_back(f"{unit} after the two met", when_of(day))
    assert found is not None
    assert length(found) > 1


@given(
    st.sampled_from(["last", "this", "next"]),
    st.sampled_from(["week", "month", "year", "weekend"]),
    DAYS,
    TENSES,
)
@settings(max_examples=200, deadline=None)
def test_a_named_stretch_is_whole(which, unit, day, tense):
    (expression,) = find_expressions(f"It was said {which} {unit}.")
    when = anchor_expression(expression, Anchor(day=day, tense=tense))
    assert when is not None
    assert length(when) >= LEAST[unit]


@given(DAYS, st.integers(min_value=1, max_value=6), st.sampled_from(["today", "yesterday", "last night"]))
@settings(max_examples=100, deadline=None)
def test_quoted_words_count_from_the_day_on_which_they_were_said(day, back, word):
    said = dt.date.fromisoformat(day) - dt.timedelta(days=back)
    text = f'"We met {word}," Ruto said on {said:%A}.'
    report = Report(
        id="r", version="1", source="r", body=text, dated=ReportDate(date=day, basis="given", why="test")
    )
    found = [w for w in find_whens(report, split_sentences(report), {}) if w.text == word]
    expected = said - dt.timedelta(days=word != "today")
    assert [(w.start, w.end) for w in found] == [(expected.isoformat(), expected.isoformat())]


def length(when):
    """The days of an interval; very many for an open one."""
    if when.start is None or when.end is None:
        return 10**6
    return (dt.date.fromisoformat(when.end) - dt.date.fromisoformat(when.start)).days + 1


def when_of(day):
    """A single day that was told."""
    return When(start=day, end=day, precision="day", basis="stated", derivation="told")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_without_a_reports_day_only_stated_dates_come_out(text):
    for expression in find_expressions(text):
        when = anchor_expression(expression, Anchor(day=None))
        if when and expression.cls in {
            "weekday",
            "deictic",
            "ago",
            "period",
            "day_of_month",
            "recent",
            "span",
        }:
            raise AssertionError(when)


@given(TEXTS, DAYS)
@settings(max_examples=150, deadline=None)
def test_reports_spans_lie_in_the_body_and_are_sorted(text, day):
    report = Report(
        id="r", version="1", source="r", body=text, dated=ReportDate(date=day, basis="given", why="test")
    )
    whens = find_whens(report, split_sentences(report), {})
    assert all(w.span.of(text) == w.text for w in whens)
    assert list(whens) == sorted(whens, key=lambda w: w.span)


def test_easters():
    assert [easter(y).isoformat() for y in (2000, 2016, 2024)] == ["2000-04-23", "2016-03-27", "2024-03-31"]
    assert [orthodox_easter(y).isoformat() for y in (2019, 2024)] == ["2019-04-28", "2024-05-05"]
