"""Records survive being written as JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.ledger.codec import decode, encode
from communique.records import Reading

pytestmark = pytest.mark.of_files


def test_readings_survive(readings):
    for reading in readings:
        assert decode(Reading, encode(reading)) == reading


def test_equal_records_have_equal_text_and_unknown_keys_are_ignored(readings):
    report = readings[0].report
    assert encode(report) == encode(replace(report))
    assert decode(type(report), encode(report)[:-1] + ',"colour":"red"}') == report
