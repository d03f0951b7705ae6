"""Drafts are read in a process of their own, as they are read anywhere."""

from __future__ import annotations

import os
import signal
from multiprocessing import active_children

import pytest

from communique.intake import Fields, IntakeOptions, make_report
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.web import apart as drafts
from communique.web.apart import apart
from communique.web.patience import TooLongError

DRAFT = (
    "Foreign Minister Ana Brnabic of Serbia met German Chancellor Angela Merkel in Berlin on Tuesday. "
    "“We agreed on the railway,” Merkel said."
)


def test_a_draft_is_read_apart_as_it_is_read_here_and_again_where_the_process_has_ended():
    report = make_report(Fields(source="draft", text=DRAFT), IntakeOptions(published="2019-09-18"))
    here = read(report, load_knowledge(), every_statement=True)
    assert here.accounts
    assert apart().read(report) == here
    (process,) = [each for each in active_children() if each.name == "communique-drafts"]
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join(10)
    assert apart().read(report) == here


def test_a_draft_that_takes_too_long_is_given_up_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch):
    report = make_report(Fields(source="draft", text=DRAFT), IntakeOptions(published="2019-09-18"))
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "SECONDS", 0.0)
        with pytest.raises(TooLongError):
            apart().read(report)
    assert apart().read(report).accounts
