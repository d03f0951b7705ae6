"""Official readouts in the ways of many ministries: who asked, what was only said in the talk, who was in the room."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Account

DAY = "2012-05-10"  # a Thursday


def accounts(text: str, outlet: str | None = None, title: str | None = None) -> tuple[Account, ...]:
    """The accounts of a text of a Thursday in May."""
    fields = Fields(source="x", text=text, date=DAY, outlet=outlet, title=title)
    return read(make_report(fields), load_knowledge()).accounts


def told(text: str, outlet: str | None = None, title: str | None = None) -> list[tuple[str, str, str]]:
    """(kind, status, ids of the participants) of each account, sorted."""
    return sorted(
        (
            a.kind,
            a.status,
            " ".join(sorted(p.actor.id for p in a.participants if p.role not in {"aide", "delegation"})),
        )
        for a in accounts(text, outlet, title)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dilma Rousseff received a phone call on Tuesday evening from her brother, President Ollanta Humala.",
        "Dilma Rousseff held talks with Ollanta Humala. The talks took place during a phone call received by Rousseff from the Peruvian president.",
        "Dilma Rousseff had a phone call with Ollanta Humala. The conversation was held in response to a request from the Government of Peru.",
        "On Tuesday, Dilma Rousseff had a phone call at request with Ollanta Humala.",
        "On the initiative of the Peruvian side, Dilma Rousseff spoke by phone with Ollanta Humala on Tuesday.",
        "Upon the request of Ollanta Humala, Dilma Rousseff spoke with him by phone on Tuesday.",
        "Dilma Rousseff got a phone call on Tuesday from Ollanta Humala.",
    ],
)
def test_who_wished_for_a_call_placed_it(text: str) -> None:
    assert [(a.kind, a.initiator) for a in accounts(text)] == [("phone_call", "ollanta-humala")]


@pytest.mark.parametrize(
    "wish",
    [
        "Both praised their trade. Rousseff congratulated Humala on his birthday.",
        "She conveyed her condolences to Humala over the flood.",
        "The Brazilian president reiterated her congratulations to Humala following his appointment yesterday.",
    ],
)
def test_a_wish_that_is_spoken_in_a_call_is_no_message(wish: str) -> None:
    text = f"Dilma Rousseff spoke by phone with Ollanta Humala on Tuesday. {wish}"
    assert told(text) == [("phone_call", "held", "dilma-rousseff ollanta-humala")]


@pytest.mark.parametrize(
    "wish",
    [
        "Rousseff had earlier congratulated Humala on his birthday.",
        "On Monday she sent Humala a telegram of condolence.",
    ],
)
def test_a_wish_of_its_own_is_a_message_beside_the_call(wish: str) -> None:
    text = f"Dilma Rousseff spoke by phone with Ollanta Humala on Tuesday. {wish}"
    assert ("message", "held", "dilma-rousseff ollanta-humala") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dilma Rousseff held separate bilateral meetings with her counterparts from Peru, Chile, and Colombia on Tuesday.",
        "Dilma Rousseff had bilateral talks with the presidents of Peru, Chile and Colombia on the margins of the summit.",
        "Rousseff held meetings with the presidents of Peru and Chile, the president of Colombia and the NATO chief.",
    ],
)
def test_bilateral_meetings_with_several_are_one_with_each(text: str) -> None:
    found = {ids for _, status, ids in told(text) if status == "held"}
    assert {
        "dilma-rousseff ollanta-humala",
        "dilma-rousseff sebastian-pinera",
        "dilma-rousseff juan-manuel-santos",
    } <= found


def test_a_list_of_states_ends_where_a_person_begins() -> None:
    text = "Dilma Rousseff met her counterparts from Peru and Chile and the US special envoy on Tuesday."
    assert not any("barack-obama" in ids for _, _, ids in told(text))


def test_a_cable_that_offers_condolences_is_sent() -> None:
    text = "Dilma Rousseff has sent a cable offering her condolences to Ollanta Humala."
    assert told(text) == [("message", "held", "dilma-rousseff ollanta-humala")]


@pytest.mark.parametrize(
    "room",
    [
        "The meeting was attended by Foreign Minister Antonio Patriota and Peruvian ambassador to Brazil Rosa Vargas.",
        "Antonio Patriota and the Peruvian foreign minister, Rafael Roncagliolo, attended the meeting and the dinner.",
    ],
)
def test_who_was_in_the_room_met_nobody_else(room: str) -> None:
    text = f"Dilma Rousseff received Ollanta Humala on Tuesday. {room}"
    assert [ids for kind, _, ids in told(text) if kind == "meeting"] == ["dilma-rousseff ollanta-humala"]


def test_who_attends_a_meeting_that_was_not_told_of_before_met_there() -> None:
    text = "The meeting in Lima was attended by Dilma Rousseff and Ollanta Humala."
    assert told(text) == [("meeting", "held", "dilma-rousseff ollanta-humala")]


def test_talks_on_an_agenda_are_planned() -> None:
    text = "Rousseff's agenda includes talks with Ollanta Humala on Friday."
    assert told(text) == [("talks", "planned", "dilma-rousseff ollanta-humala")]


def test_persons_hold_what_is_named_after_their_states() -> None:
    text = "Dilma Rousseff and Ollanta Humala today held the annual Brazil-Peru Consultations."
    assert told(text) == [("talks", "held", "dilma-rousseff ollanta-humala")]


def test_an_unknown_leader_is_of_the_delegations_state() -> None:
    text = "Dilma Rousseff met a Peruvian delegation headed by Rosa Vargas, director of the port, on Tuesday."
    found = [p.actor.state for a in accounts(text) for p in a.participants if p.actor.id == "rosa-vargas"]
    assert found == ["PER"]


def test_one_person_may_have_two_offices_behind_the_name() -> None:
    text = "Rosa Vargas, Trade Minister of Peru and Chairwoman of the Council, and Dilma Rousseff spoke by phone."
    assert told(text) == [("phone_call", "held", "dilma-rousseff rosa-vargas")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Dilma Rousseff received visiting Peruvian President Ollanta Humala in Brasilia late on Tuesday.",
            "meeting",
        ),
        (
            "Dilma Rousseff hosted a reception for Peruvian President Ollanta Humala in Brasilia on Tuesday.",
            "meeting",
        ),
        (
            "The PM spoke to King Harald of Norway by phone on Tuesday.",
            "phone_call",
        ),
    ],
)
def test_a_guest_is_met_and_initials_are_offices(text: str, kind: str) -> None:
    outlet, title = ("10 Downing Street", "PM call with King Harald") if "PM" in text else (None, None)
    assert [(k, s) for k, s, ids in told(text, outlet, title) if " " in ids] == [(kind, "held")]


def test_a_delegation_without_a_leader_is_its_states() -> None:
    text = "Dilma Rousseff hosted a reception for a delegation from Peru on Tuesday."
    assert [ids for _, _, ids in told(text)] == ["PER dilma-rousseff"]


def test_a_station_and_an_hour_are_no_offices() -> None:
    text = "Capital FM said that Ollanta Humala met Dilma Rousseff at 3 PM on Tuesday."
    assert told(text) == [("meeting", "held", "dilma-rousseff ollanta-humala")]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("for an hour and three quarters", (105, 105)),
        ("for two and a half hours", (150, 150)),
        ("for about thirty-five minutes", (35, 35)),
    ],
)
def test_how_long_a_call_lasted(words: str, minutes: tuple[int, int]) -> None:
    found = accounts(f"Dilma Rousseff spoke by phone with Ollanta Humala {words} on Tuesday.")
    assert [a.duration_minutes for a in found] == [minutes]


@pytest.mark.parametrize(
    "words",
    [
        "Within the framework of the Lima Forum",
        "In the framework of their participation in the Lima Forum",
        "On the sideline of the Lima Forum",
    ],
)
def test_the_framework_of_a_meeting_is_its_occasion(words: str) -> None:
    found = accounts(f"{words}, Dilma Rousseff met Ollanta Humala on Tuesday.")
    assert "the Lima Forum" in {a.occasion for a in found}


@pytest.mark.parametrize(
    "text",
    [
        "Political consultations between the foreign ministries of Brazil and Peru were held in Lima on Tuesday.",
        "Consultations between the Ministries of Foreign Affairs of Brazil and Peru took place in Lima on Tuesday.",
        "The foreign ministries of Brazil and Peru held political consultations in Lima on Tuesday.",
    ],
)
def test_ministries_deal_for_their_states(text: str) -> None:
    assert told(text) == [("talks", "held", "BRA PER")]
