"""Envoys between title and name, and office-holders whose state the text tells of another or leaves to its outlet."""

from __future__ import annotations

import pytest

from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read


def persons(text: str, outlet: str | None = None, title: str | None = None) -> dict[str, tuple[str, str]]:
    """(office, state) of each person that a text names, by id."""
    fields = Fields(source="x", text=text, date="2012-05-10", outlet=outlet, title=title)
    reading = read(make_report(fields), load_knowledge())
    found = (a for m in reading.mentions for a in m.actors if a.type == "person")
    return {a.id: (a.office or "", a.state or "") for a in found}


@pytest.mark.parametrize(
    "text",
    [
        "Peru's newly-appointed Ambassador to Chile Rosa Vargas presented her credentials to Sebastian Pinera.",
        "The Peruvian ambassador to Chile, Rosa Vargas, called on President Sebastian Pinera on Monday.",
        "Sebastian Pinera received the Ambassador of Peru to the Republic of Chile Rosa Vargas on Monday.",
        "Sebastian Pinera received Peru's ambassador in Santiago, Rosa Vargas, on Monday.",
        "Sebastian Pinera met Peru's ambassador to Chile and Bolivia, Rosa Vargas, on Monday.",
    ],
)
def test_an_envoys_post_may_stand_before_the_name(text: str) -> None:
    assert persons(text)["rosa-vargas"] == ("Ambassador", "PER")


def test_an_envoys_post_without_a_name_is_no_envoy() -> None:
    found = persons("The Peruvian ambassador to Chile said that Sebastian Pinera would meet Rosa Vargas.")
    assert found["rosa-vargas"] == ("", "")


def test_a_body_may_have_its_short_form_before_the_office() -> None:
    found = persons("The African Union Commission (AUC) Chairperson, Dr. Ada Obi, met Sebastian Pinera.")
    assert found["ada-obi"] == ("Chairperson", "AU")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Omar Bongo will meet Peru's Prime Minister Ana Sosa, Foreign Minister Luis Rojo and Defence Minister Eva Lara.",
            "PER",
        ),
        (
            "Omar Bongo met with Peruvian Prime Minister Ana Sosa and Defence Minister Eva Lara on Monday.",
            "PER",
        ),
        ("Peruvian Prime Minister Ana Sosa and Defence Minister Eva Lara spoke on Monday.", ""),
        ("Omar Bongo met with Turkey's Tayyip Erdogan and Defence Minister Eva Lara on Monday.", ""),
    ],
)
def test_a_list_has_the_state_of_its_first(text: str, state: str) -> None:
    assert persons(text)["eva-lara"][1] == state


@pytest.mark.parametrize(
    "honour", ["Dr. Joe Borg, met", "H.E. Dr. Joe Borg met", "His Excellency Mr. Joe Borg met"]
)
def test_a_form_of_address_may_stand_before_the_name_behind_a_comma(honour: str) -> None:
    found = persons(f"The Foreign Minister of Malta, {honour} Sebastian Pinera on Monday.")
    assert found["joe-borg"] == ("Foreign Minister", "MLT")


def test_who_opens_an_official_text_is_of_its_side() -> None:
    text = "State Secretary Anna Berg received the Deputy Foreign Minister of Malta, Joe Borg, on Tuesday."
    found = persons(text, "Ministry of Foreign Affairs of Sweden", "Anna Berg meets Joe Borg")
    assert found["anna-berg"] == ("State Secretary", "SWE")
    assert found["joe-borg"][1] == "MLT"


def test_a_guest_who_opens_an_official_text_is_not_of_its_side() -> None:
    text = "Deputy Prime Minister Joe Borg was received by Ollanta Humala on Tuesday."
    found = persons(text, "Ministry of Foreign Affairs of Sweden", "A guest is received")
    assert found["joe-borg"][1] == ""


def test_a_title_of_many_states_gives_an_unknown_person_none() -> None:
    assert persons("State Secretary Anna Berg met Sebastian Pinera on Monday.")["anna-berg"][1] == ""


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        (
            "The Minister of Foreign Affairs, Juan Perez Soto, received the Ambassador of Malta, Joe Borg.",
            "juan-perez-soto",
            "CHL",
        ),
        (
            "Permanent Secretary for Foreign Affairs, Dr. Ana Sosa today received Malta's ambassador, Joe Borg.",
            "ana-sosa",
            "CHL",
        ),
        (
            "Deputy Prime Minister and Minister for Tourism and Civil Aviation, Honourable Ana Sosa met Ollanta Humala.",
            "ana-sosa",
            "CHL",
        ),
        (
            "Sebastian Pinera called on the Governor-General of Papua New Guinea (PNG), His Excellency Sir Bob Roe.",
            "bob-roe",
            "PNG",
        ),
        (
            "Sebastian Pinera received the Ambassador of the Republic of Korea His Excellency Young-Kyu Choi.",
            "young-kyu-choi",
            "KOR",
        ),
    ],
)
def test_a_name_may_stand_behind_a_comma_where_the_title_opens_or_honours(
    text: str, person: str, state: str
) -> None:
    assert persons(text, "Ministry of Foreign Affairs of Chile", "A meeting")[person][1] == state


def test_whom_a_family_name_alone_opens_with_is_not_of_the_texts_side() -> None:
    found = persons("Governor-General Roe thanked Sebastian Pinera.", "Government of Chile", "A meeting")
    assert all(state != "CHL" for id, (_, state) in found.items() if "roe" in id)


def test_his_majesty_alone_is_the_one_monarch_so_styled() -> None:
    text = "His Majesty King Harald received Queen Margrethe on Monday. His Majesty also received Omar Bongo."
    reading = read(make_report(Fields(source="x", text=text, date="2008-05-10")), load_knowledge())
    assert [a.id for m in reading.mentions if m.text == "His Majesty" for a in m.actors] == ["harald-v"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Today, Ambassador Rosa Vargas paid a courtesy call on the Speaker of Ghana's Parliament, Rt. Hon. Ed Roe.",
            "PER",
        ),
        ("She will meet Ambassador Rosa Vargas in Accra, Ghana.", ""),
    ],
)
def test_an_envoy_who_opens_a_text_of_an_embassy_is_of_its_state(text: str, state: str) -> None:
    assert persons(text, "Embassy of Peru in Ghana", "A courtesy call in Ghana")["rosa-vargas"][1] == state


def test_an_officer_whom_a_sentence_only_comes_to_is_not_of_the_texts_side() -> None:
    text = "She will meet State Minister Rosa Vargas in Accra and hold talks with the African Union."
    assert (
        persons(text, "Ministry for Foreign Affairs of Finland", "A visit to Ghana")["rosa-vargas"][1] == ""
    )


def test_a_charge_ad_interim_is_the_envoy_of_his_state() -> None:
    text = "Omar Bongo met with the Chargé d'Affaires a.i. of Peru in Gabon Rosa Vargas on Monday."
    assert persons(text)["rosa-vargas"] == ("Ambassador", "PER")


def test_a_bare_office_on_the_day_of_a_handover_is_the_office_itself() -> None:
    fields = Fields(
        source="x",
        text="The Prime Minister spoke to President Zelenskyy.",
        date="2022-10-25",
        outlet="10 Downing Street",
    )
    (account,) = read(make_report(fields), load_knowledge()).accounts
    assert {p.actor.id for p in account.participants} == {"gbr-prime-minister", "volodymyr-zelenskyy"}
