"""Contacts as events of PLOVER and CAMEO: modes, statuses, directions, codes of the day."""

from __future__ import annotations

import itertools
from dataclasses import replace

import polars
import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.export import gdelt
from communique.export.coding import event_of
from communique.export.directed import directions_of
from communique.knowledge import load_knowledge
from communique.knowledge.codes import SYSTEMS, code_of, coding, state_codes
from communique.knowledge.load import LEXICON, read_toml
from communique.ledger import Ledger
from communique.records import Actor, Contact, Participant, Place, When

NOON = "2026-03-10T12:00:00+00:00"


@pytest.fixture
def ledger(readings):
    with Ledger.open(":memory:") as opened:
        opened.add(readings, NOON)
        yield opened


@pytest.fixture
def call(ledger) -> Contact:
    return ledger.contact("2026-03-03-brandt-vale-phone-call")


@pytest.fixture
def meeting(call) -> Contact:
    return replace(call, kind="meeting", channel="in_person")


def event(ledger, contact):
    return event_of(contact, ledger.reports_of([contact]))


def codes(ledger, contact) -> list[tuple[str, str, str]]:
    told = event(ledger, contact)
    return [(row.source.cameo, row.code, row.target.cameo) for row in directions_of(contact, told)]


def test_a_call_is_one_consult_with_both_as_actors(ledger, call):
    told = event(ledger, call)
    assert (told.type, told.modes, told.auxiliary) == ("CONSULT", ("phone",), ())
    assert [each.id for each in told.actors] == ["nora-vale", "otto-brandt"]
    assert not told.recipients
    assert [(each.country, each.cow, each.sector) for each in told.actors] == [
        ("FIN", "375", "GOV"),
        ("DEU", "255", "GOV"),
    ]


def test_a_call_goes_both_ways_in_cameo(ledger, call):
    assert codes(ledger, call) == [("FINGOV", "041", "DEUGOV"), ("DEUGOV", "041", "FINGOV")]


def test_the_visitor_acts_and_the_host_receives(ledger, meeting):
    visit = replace(meeting, places=(Place(name="Turku", state="FIN"),))
    told = event(ledger, visit)
    assert told.modes == ("visit",)
    assert [each.id for each in told.actors] == ["otto-brandt"]
    assert [each.id for each in told.recipients] == ["nora-vale"]
    assert codes(ledger, visit) == [("DEUGOV", "042", "FINGOV"), ("FINGOV", "043", "DEUGOV")]


def test_a_named_host_decides_against_nothing_else_told(ledger, meeting):
    told = event(ledger, replace(meeting, host="otto-brandt"))
    assert [each.id for each in told.actors] == ["nora-vale"]


def test_a_meeting_at_another_state_s_place_is_third_party(ledger, meeting):
    geneva = replace(meeting, places=(Place(name="Geneva", state="CHE"),))
    assert event(ledger, geneva).modes == ("third-party",)
    assert {code for _, code, _ in codes(ledger, geneva)} == {"044"}


def test_a_mediator_is_no_actor_and_mediates_towards_each(ledger, meeting):
    envoy = Actor(id="TUR", name="Turkey", type="state", state="TUR")
    mediated = replace(
        meeting,
        kind="talks",
        participants=(
            *meeting.participants,
            Participant(actor=envoy, role="mediator", as_named="Turkey"),
        ),
    )
    told = event(ledger, mediated)
    assert [each.id for each in told.third] == ["TUR"]
    assert sorted(codes(ledger, mediated)) == [
        ("DEUGOV", "046", "FINGOV"),
        ("FINGOV", "046", "DEUGOV"),
        ("TUR", "045", "DEUGOV"),
        ("TUR", "045", "FINGOV"),
    ]


@pytest.mark.parametrize(
    ("status", "kind", "type_", "auxiliary", "code"),
    [
        ("planned", "meeting", "AGREE", ("future",), "036"),
        ("proposed", "meeting", "REQUEST", ("hypothetical",), "026"),
        ("declined", "meeting", "REJECT", ("negation",), "125"),
        ("cancelled", "visit", "REJECT", ("negation",), "125"),
        ("held", "signing", "SUPPORT", (), "057"),
        ("planned", "signing", "AGREE", ("future",), "036"),
        ("ongoing", "talks", "CONSULT", (), "046"),
        ("held", "message", "CONSULT", (), "040"),
    ],
)
def test_what_came_of_it_decides_the_event(ledger, meeting, status, kind, type_, auxiliary, code):
    contact = replace(meeting, status=status, kind=kind)
    told = event(ledger, contact)
    assert (told.type, told.auxiliary) == (type_, auxiliary)
    assert {each for _, each, _ in codes(ledger, contact)} == {code}


def test_who_asks_does_so_one_way(ledger, meeting):
    asked = replace(meeting, status="proposed", initiator="nora-vale")
    assert codes(ledger, asked) == [("FINGOV", "026", "DEUGOV")]
    assert codes(ledger, replace(asked, status="declined")) == [("DEUGOV", "125", "FINGOV")]


def test_a_denied_contact_is_no_event(ledger, call):
    assert event(ledger, replace(call, status="denied")) is None


def test_what_is_long_past_is_historical(ledger, call):
    old = When(
        start="2020-05-01", end="2020-05-01", precision="day", basis="stated", derivation="May 1, 2020"
    )
    assert event(ledger, replace(call, when=old)).auxiliary == ("historical",)


def test_no_day_is_made_up_out_of_a_month(ledger, call):
    march = When(start="2026-03-01", end="2026-03-31", precision="month", basis="stated", derivation="March")
    wide = replace(call, when=march)
    assert event(ledger, wide).day is None
    clocks = replace(march, start="2026-03-03", end="2026-03-04")
    assert event(ledger, replace(call, when=clocks)).day == "2026-03-03"


def test_two_of_one_state_make_no_pair(ledger, meeting):
    aide = Actor(id="liv-strand", name="Liv Strand", type="person", office="Foreign Minister", state="FIN")
    three = replace(
        meeting,
        participants=(*meeting.participants, Participant(actor=aide, role="party", as_named="Strand")),
    )
    assert {(one[:3], two[:3]) for one, _, two in codes(ledger, three)} == {("FIN", "DEU"), ("DEU", "FIN")}


def test_gdelt_rows_have_61_columns_and_open_in_polars(readings, tmp_path):
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as opened:
        opened.add(readings, NOON)
    told = tmp_path / "events.csv"
    done = CliRunner().invoke(commands, ["export", "gdelt", "--ledger", path, "-o", str(told)])
    assert done.exit_code == 0, done.output
    frame = polars.read_csv(told, separator="\t", has_header=False, infer_schema=False, quote_char=None)
    assert frame.width == len(gdelt.COLUMNS) == 61
    rows = frame.rename(dict(zip(frame.columns, gdelt.COLUMNS, strict=True))).to_dicts()
    called = [row for row in rows if row["EventCode"] == "041"]
    assert {(row["Actor1Code"], row["Actor2Code"]) for row in called} == {
        ("FINGOV", "DEUGOV"),
        ("DEUGOV", "FINGOV"),
    }
    assert {
        (row["SQLDATE"], row["QuadClass"], row["NumSources"], row["EventRootCode"]) for row in called
    } == {("20260303", "1", "2", "04")}
    assert {row["Actor1Geo_CountryCode"] for row in called} == {"FI", "GM"}
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)


def test_plover_rows_open_in_polars(readings, tmp_path):
    path = str(tmp_path / "l.db")
    with Ledger.open(path) as opened:
        opened.add(readings, NOON)
    told = tmp_path / "plover.tsv"
    CliRunner().invoke(commands, ["export", "plover", "--ledger", path, "-o", str(told)])
    frame = polars.read_csv(told, separator="\t", infer_schema=False, quote_char=None)
    assert frame["Event Type"].to_list() == ["CONSULT", "AGREE"]
    assert frame["Actor Name"].to_list() == ["Nora Vale; Otto Brandt"] * 2
    assert frame["Num Sources"].to_list() == ["2", "1"]


def test_codes_hold_on_their_days():
    assert code_of("SRB", "gw", "2001-01-01") == "345"
    assert code_of("SRB", "gw", "2010-01-01") == "340"
    assert code_of("DEU", "cow", "1989-12-31") == "260"
    assert code_of("SSD", "cow", "2011-07-08") is None
    assert code_of("ROU", "cameo") == "ROM"
    assert code_of("nowhere", "cow") is None


def test_codes_agree_with_the_states_and_never_overlap():
    for entry in read_toml(LEXICON / "states.toml")["state"]:
        for system in ("cow", "gw"):
            if system in entry:
                assert code_of(entry["id"], system, "2024-01-01") == str(entry[system]), entry["id"]
    assert {state for state, _ in state_codes()} <= set(load_knowledge().states)
    for (state, system), held in state_codes().items():
        assert system in SYSTEMS
        for one, other in itertools.pairwise(held):
            assert one.end, (state, system)
            assert one.end < other.start, (state, system)


def test_one_code_names_one_state_on_a_day():
    for day in ("1995-01-01", "2024-01-01"):
        for system in SYSTEMS:
            named = [
                code_of(state, system, day)
                for state, of in state_codes()
                if of == system and code_of(state, system, day)
            ]
            assert len(named) == len(set(named)), (system, day)


def test_every_rule_of_coding_has_an_example():
    table = coding()
    assert all(entry["example"] for entry in (*table["event"], *table["cameo"]))
    assert set(table["groups"]) <= set(load_knowledge().organisations)
    assert set(table["sectors"]["office"]) <= set(load_knowledge().offices)
    topics = {entry["id"] for entry in read_toml(LEXICON / "topics.toml")["topic"]}
    assert set(table["contexts"]) <= topics, set(table["contexts"]) - topics
