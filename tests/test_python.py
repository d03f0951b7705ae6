"""The library as its users write it: conditions by name, frames, notebooks, a spaCy component."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pandas
import polars
import pytest
import spacy

import communique.spacy_component  # noqa: F401  registers the factory where no entry point does
from communique.errors import UsageError
from communique.ledger import Ledger, Query

NOON = "2026-03-10T12:00:00+00:00"
CALL = "2026-03-03-brandt-vale-phone-call"


@pytest.fixture
def ledger(readings):
    with Ledger.open(":memory:") as opened:
        opened.add(readings, NOON)
        yield opened


def slugs(contacts) -> list[str]:
    return [contact.slug for contact in contacts]


def test_conditions_by_name_are_those_of_a_query(ledger):
    assert slugs(ledger.contacts(between=("vale", "brandt"), kind="phone_call")) == [CALL]
    assert slugs(ledger.contacts(since="2026-03", until="2026-03-04")) == [CALL]
    assert ledger.contacts(kind="phone_call") == ledger.contacts(Query(kind=("phone_call",)))
    assert ledger.contacts(Query(kind=("phone_call",)), since="2027") == []


def test_a_wrong_condition_is_refused_with_the_right_ones(ledger):
    with pytest.raises(UsageError, match="between"):
        ledger.contacts(betwixt=("xi", "putin"))
    with pytest.raises(UsageError, match="between needs two"):
        ledger.contacts(between="xi")


def test_a_frame_is_typed(ledger):
    frame = ledger.frame("contacts", kind="phone_call")
    assert isinstance(frame, polars.DataFrame)
    (row,) = frame.to_dicts()
    assert (row["slug"], row["start"], row["origins"], row["disputed"]) == (CALL, date(2026, 3, 3), 2, False)
    assert frame.schema["start"] == polars.Date
    assert frame.schema["topics"] == polars.String


def test_a_frame_of_pandas_holds_the_same(ledger):
    for name in ("contacts", "facts", "trips"):
        one, other = ledger.frame(name), ledger.frame(name, library="pandas")
        assert isinstance(other, pandas.DataFrame)
        assert (list(other.columns), len(other)) == (one.columns, len(one))


def test_dyads_come_as_a_frame(ledger):
    frame = ledger.frame("dyads", by="year", directed=True)
    assert frame.select("side_a", "side_b", "contacts").rows() == [("DEU", "FIN", 1), ("FIN", "DEU", 1)]


def test_an_unknown_library_or_table_is_refused(ledger):
    with pytest.raises(UsageError, match="polars"):
        ledger.frame("contacts", library="arrow")
    with pytest.raises(UsageError, match="trips"):
        ledger.frame("voyages")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_notebooks_show_tables_and_charts_and_no_markup_of_reports(readings):
    nasty = "<script>alert(1)</script>"
    first = readings[0]
    actor = replace(first.accounts[0].participants[0].actor, name=nasty)
    party = replace(first.accounts[0].participants[0], actor=actor)
    account = replace(first.accounts[0], participants=(party, first.accounts[0].participants[1]))
    with Ledger.open(":memory:") as ledger:
        ledger.add((replace(first, accounts=(account,)),), NOON)
        contacts = ledger.contacts()
        for shown in (contacts._repr_html_(), contacts[0]._repr_html_(), ledger._repr_html_()):
            parser = _Tags()
            parser.feed(shown)
            assert "script" not in parser.tags
        parser = _Tags()
        parser.feed(contacts._repr_html_())
    assert {"svg", "table"} <= parser.tags
    assert "alert(1)" in contacts._repr_html_()


def test_a_spacy_pipeline_finds_contacts_with_their_places():
    nlp = spacy.blank("en")
    nlp.add_pipe("communique", config={"published": "2025-01-22"})
    text = "BEIJING — A ferry opened.\n\nChinese President Xi Jinping spoke with Vladimir Putin by video on Tuesday."
    doc = nlp(text)
    (account,) = doc._.contacts
    assert (account.kind, account.status, account.when.start) == ("video_call", "held", "2025-01-21")
    (span,) = doc.spans["communique"]
    assert span.label_ == "video_call"
    assert span.id_ == account.id
    assert span.text == account.evidence.of(text)
    assert doc._.reading.report.body == text


def test_a_text_may_bring_its_own_day():
    nlp = spacy.blank("en")
    nlp.add_pipe("communique")
    doc = nlp.make_doc("Chinese President Xi Jinping spoke with Vladimir Putin by video on Tuesday.")
    doc.user_data["published"] = "2024-02-09"
    (account,) = nlp(doc)._.contacts
    assert account.when.start == "2024-02-06"
