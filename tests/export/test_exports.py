"""Each export is opened by the library that its readers use, and holds what the ledger holds."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import icalendar
import networkx
import pytest
import rdflib
from click.testing import CliRunner
from followthemoney import model
from hypothesis import given
from hypothesis import strategies as st

from communique import samples
from communique.cli import commands
from communique.engines.batch import ReadOptions, read_into
from communique.export.coding import day_of
from communique.export.graph import attribute
from communique.export.icalendar import escape, fold
from communique.export.turtle import turtle_of
from communique.ledger import Ledger

OWN = "urn:communique:vocabulary:"
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> str:
    where = str(tmp_path_factory.mktemp("exports") / "samples.db")
    with Ledger.open(where) as ledger:
        read_into(ledger, [str(samples.folder())], ReadOptions())
    return where


@pytest.fixture(scope="module")
def contacts(path):
    with Ledger.open(path) as ledger:
        return ledger.contacts()


def written(path: str, name: str) -> str:
    done = CliRunner().invoke(commands, ["export", name, "--ledger", path], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout_bytes.decode()


def test_followthemoney_reads_every_entity_and_its_references(path, contacts):
    entities = {}
    for line in written(path, "followthemoney").splitlines():
        proxy = model.get_proxy(json.loads(line), cleaned=False)
        assert not proxy.schema.validate(proxy.to_dict()), line
        entities[proxy.id] = proxy
    events = [each for each in entities.values() if each.schema.name == "Event"]
    assert len(events) == len([each for each in contacts if each.status != "denied"])
    for event in events:
        assert event.get("involved")
        assert set(event.get("involved")) | set(event.get("proof")) <= set(entities)
    putin = entities["communique-actor-vladimir-putin"]
    assert (putin.schema.name, putin.caption, putin.get("country")) == ("Person", "Vladimir Putin", ["ru"])


@pytest.mark.parametrize(("name", "form"), [("jsonld", "json-ld"), ("turtle", "turtle")])
def test_linked_data_is_one_graph_in_both_forms(path, contacts, name, form):
    graph = rdflib.Graph().parse(data=written(path, name), format=form)
    events = set(graph.subjects(rdflib.RDF.type, SCHEMA.Event))
    assert {str(each) for each in events} == {f"urn:communique:contact:{each.id}" for each in contacts}
    for event in events:
        assert list(graph.objects(event, SCHEMA.attendee))
        for account in graph.objects(event, SCHEMA.subjectOf):
            (report,) = graph.objects(account, SCHEMA.isPartOf)
            assert (report, rdflib.RDF.type, SCHEMA.NewsArticle) in graph
    call = rdflib.URIRef(
        next(f"urn:communique:contact:{c.id}" for c in contacts if c.slug.endswith("rouhani-phone-call"))
    )
    assert [str(each) for each in graph.objects(call, SCHEMA.startDate)] == ["2013-09-27"]


def test_turtle_and_jsonld_say_the_same(path):
    one = rdflib.Graph().parse(data=written(path, "turtle"), format="turtle")
    other = rdflib.Graph().parse(data=written(path, "jsonld"), format="json-ld")
    assert {(str(s), str(p)) for s, p, _ in one} == {(str(s), str(p)) for s, p, _ in other}
    assert len(one) == len(other)


@pytest.mark.parametrize(
    ("name", "reader"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]
)
def test_networkx_opens_who_deals_with_whom(path, contacts, name, reader):
    graph = reader(io.BytesIO(written(path, name).encode()))
    both = {"joe-biden", "vladimir-putin"}
    told = [
        each
        for each in contacts
        if each.status in ("held", "ongoing") and both <= {one.actor.id for one in each.participants}
    ]
    assert int(graph.edges["joe-biden", "vladimir-putin"]["weight"]) == len(told)
    assert graph.nodes["vladimir-putin"]["label"] == "Vladimir Putin"
    assert graph.nodes["vladimir-putin"]["state"] == "RUS"


def test_a_calendar_has_what_is_planned(path, contacts):
    calendar = icalendar.Calendar.from_ical(written(path, "icalendar"))
    parts = [each for each in calendar.subcomponents if each.name in ("VEVENT", "VTODO")]
    planned = [each for each in contacts if each.status == "planned"]
    assert {str(each["UID"]) for each in parts} == {f"{each.id}@communique" for each in planned}
    (visit,) = [each for each in parts if "Singapore" in str(each["SUMMARY"])]
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (date(2015, 11, 6), date(2015, 11, 7))
    assert str(visit["STATUS"]) == "CONFIRMED"
    undated = [each for each in parts if each.name == "VTODO"]
    assert all("day not known" in str(each["SUMMARY"]) and "DTSTART" not in each for each in undated)


def test_texts_of_reports_stay_texts(readings, tmp_path):
    """A title with every kind of mark of the formats breaks none of them."""
    nasty = '<a href="x">&amp; "quoted" \\ ; , {b}</a>\x0b'
    reading = replace(
        readings[2], report=replace(readings[2].report, title=nasty, outlet=nasty, byline=nasty)
    )
    where = str(tmp_path / "nasty.db")
    with Ledger.open(where) as ledger:
        ledger.add((reading,), "2026-03-10T12:00:00+00:00")
    articles = [json.loads(line) for line in written(where, "followthemoney").splitlines()]
    assert nasty in {each["properties"].get("title", [""])[0] for each in articles}
    graph = rdflib.Graph().parse(data=written(where, "turtle"), format="turtle")
    assert rdflib.Literal(nasty) in set(graph.objects(None, SCHEMA.headline))
    icalendar.Calendar.from_ical(written(where, "icalendar"))


@given(st.text())
def test_lines_of_a_calendar_are_short_and_whole(text):
    folded = fold(f"SUMMARY:{escape(text)}")
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").rstrip("\r\n") == f"SUMMARY:{escape(text)}".rstrip("\r\n")


@given(st.text())
def test_any_text_survives_turtle(text):
    node = {"@id": "urn:x:1", "@type": "Event", "name": text}
    graph = rdflib.Graph().parse(
        data=f"@prefix schema: <https://schema.org/> .{turtle_of(node)}", format="turtle"
    )
    assert [str(each) for each in graph.objects(None, SCHEMA.name)] == [text]


@given(st.text())
def test_any_text_is_an_attribute_of_xml(text):
    from xml.etree import ElementTree

    assert ElementTree.fromstring(f"<a b={attribute(text)}/>").attrib["b"] is not None


def test_gdelt_says_how_many_contacts_it_cannot_hold(path, contacts):
    done = CliRunner().invoke(commands, ["export", "gdelt", "--ledger", path], catch_exceptions=False)
    number = len([each for each in contacts if each.status != "denied" and not day_of(each.when)])
    assert number
    assert done.stderr == f"{number} contacts whose day is not known have no row\n"


def test_datasette_opens_a_ledger_and_finds_its_views(path, contacts):
    import asyncio

    from datasette.app import Datasette

    metadata = json.loads(written(path, "datasette"))
    served = Datasette([path], metadata=metadata)

    async def ask(address: str) -> dict:
        answer = await served.client.get(address)
        assert answer.status_code == 200, (address, answer.text)
        return answer.json()

    async def walk() -> None:
        held = await ask("/samples.json")
        views = {each["name"] for each in held["views"]}
        assert {
            "contact_list",
            "account_list",
            "statement_list",
            "report_list",
            "pair_months",
            "topic_years",
        } <= views
        listed = await ask("/samples/contact_list.json?_shape=array&_size=max")
        assert {row["slug"] for row in listed} == {each.slug for each in contacts}
        for view in sorted(views):
            rows = await ask(f"/samples/{view}.json?_shape=array")
            assert rows, view
        told = await ask("/samples/accounts_of.json?_shape=array&slug=2024-11-07-putin-trump-phone-call")
        assert {row["status"] for row in told} == {"held", "denied"}
        assert all(row["evidence"] for row in told)
        pair = await ask("/samples/between.json?_shape=array&one=USA&other=RUS")
        assert "2021-12-07-biden-putin-video-call" in {row["slug"] for row in pair}

    asyncio.run(walk())
