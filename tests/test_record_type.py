"""Records are frozen, plain values, and dataclasses to whoever treats them as such."""

from __future__ import annotations

import pickle
from dataclasses import MISSING, asdict, fields, is_dataclass, replace

import pytest

from communique.records import Actor, Link, Report, Span


def test_the_functions_of_dataclasses_take_a_record() -> None:
    link = Link(id="xinhua", name="Xinhua", text="Xinhua", span=Span(start=0, end=6))
    assert is_dataclass(link)
    assert replace(link, text="the agency") == Link(
        id="xinhua", name="Xinhua", text="the agency", span=Span(start=0, end=6)
    )
    assert asdict(link)["span"] == {"start": 0, "end": 6}


def test_fields_tell_defaults_and_what_makes_them() -> None:
    told = {each.name: each for each in fields(Report)}
    assert told["body"].default is MISSING
    assert told["dated"].default_factory is not MISSING
    assert [each.name for each in fields(Span)] == ["start", "end"]


def test_a_record_is_frozen_hashed_ordered_and_pickled_by_its_values() -> None:
    span = Span(start=3, end=7)
    with pytest.raises(AttributeError):
        span.start = 4  # type: ignore[misc]
    assert {span: 1}[Span(start=3, end=7)] == 1
    assert sorted([Span(start=3, end=9), span, Span(start=1, end=9)])[1] is span
    assert pickle.loads(pickle.dumps(span)) == span
    assert repr(span) == "Span(start=3, end=7)"


def test_arguments_are_named_and_all_of_them_given() -> None:
    with pytest.raises(TypeError):
        Span(3, 7)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Actor(name="Xi Jinping")  # type: ignore[call-arg]
