"""What states and persons are called by their part of the world, and who heads what "its" means."""

from __future__ import annotations

import pytest

from communique.actors.regions import REGIONS
from communique.evaluation.scoring.actors import read_passage
from communique.knowledge import load_knowledge


def ids(text: str, date: str, words: str) -> list[str]:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    bare = words.removeprefix("The ")
    return [a.id for m in mentions if m.text.removeprefix("The ") == bare for a in m.actors]


def test_regions_speak_of_states_of_the_lexicon() -> None:
    knowledge = load_knowledge()
    for word, states in REGIONS.items():
        assert states, word
        assert states <= knowledge.states.keys() | knowledge.organisations.keys(), word


@pytest.mark.parametrize(
    "word", [word for word in REGIONS if word not in {"eu", "horn of africa", "indian ocean"}]
)
def test_a_country_is_told_by_its_part_of_the_world(word: str) -> None:
    states = load_knowledge().states
    state = min(REGIONS[word] & states.keys() - {"USA", "GEO", "JOR"})
    text = (
        f"A letter came from {states[state].name} on Monday. The {word.title()} country has asked for seeds."
    )
    assert ids(text, "2019-05-01", f"The {word.title()} country") == [state]


RECEIVED = "Turkish President Recep Tayyip Erdogan received Kenyan President William Ruto and Ethiopian Prime Minister Abiy Ahmed in Ankara."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Stubb wrote to Nigeria. The West African giant sells oil.", "The West African giant", ["NGA"]),
        ("Kenya wrote to Bolivia. The landlocked South American nation has no fleet.",
         "The landlocked South American nation", ["BOL"]),
        ("Kenya wrote to Peru. The Gulf state has no fleet.", "The Gulf state", []),
        ("Kenya and Rwanda signed. The East African country has no fleet.", "The East African country", []),
        (f"{RECEIVED} The two African leaders sang.", "The two African leaders", ["william-ruto", "abiy-ahmed"]),
        (f"{RECEIVED} The two African countries will pay.", "The two African countries", ["KEN", "ETH"]),
        (f"{RECEIVED} The two European leaders sang.", "The two European leaders", []),
        ("Iran and Saudi Arabia signed in Beijing. The two Gulf rivals will talk.", "The two Gulf rivals", ["IRN", "SAU"]),
        ("Alexander Stubb met William Ruto in Nairobi. The African leader smiled.", "The African leader", ["william-ruto"]),
        ("Alexander Stubb flew to Nairobi and met William Ruto. The visiting leader smiled.", "The visiting leader",
         ["alexander-stubb"]),
        ("Kenya wrote to ECOWAS. The regional bloc did not answer.", "The regional bloc", ["ECOWAS"]),
        ("Armenia and Azerbaijan signed in Tbilisi. The arch-foes will talk.", "The arch-foes", ["ARM", "AZE"]),
    ],
)  # fmt: skip
def test_whom_a_part_of_the_world_tells(text: str, words: str, wanted: list[str]) -> None:
    assert ids(text, "2024-05-15", words) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("NATO told Kenya that its chief would come.", "chief", ["jens-stoltenberg"]),
        ("NATO has agreed. Its secretary-general will come.", "secretary-general", ["jens-stoltenberg"]),
        ("NATO has agreed, its chief said. Kenya wrote to the IAEA. Its head left.", "head", []),
        ("China said that its leader would come.", "leader", ["xi-jinping"]),
        ("Ankara will see, its top diplomat said.", "top diplomat", ["hakan-fidan"]),
        ("The union lost its chief.", "chief", []),
        ("Sergei Lavrov met Espen Barth Eide. Moscow's top diplomat smiled.", "Moscow's top diplomat", ["sergey-lavrov"]),
        ("Sergei Lavrov met Espen Barth Eide. The top Russian diplomat smiled.", "Russian diplomat", ["sergey-lavrov"]),
        ("Sergei Lavrov met William Ruto. The Russian diplomat smiled.", "Russian diplomat", ["sergey-lavrov"]),
        ("William Ruto met Narendra Modi. The Kenyan diplomat smiled.", "Kenyan diplomat", ["KEN"]),
    ],
)  # fmt: skip
def test_who_heads_what_is_named(text: str, words: str, wanted: list[str]) -> None:
    assert ids(text, "2024-05-15", words) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Alexander Stubb saw opposition leader Darya Kazlovich. The opposition leader wept.", "The opposition leader",
         ["darya-kazlovich"]),
        ("Salva Kiir met rebel leader Peter Gatluak in Juba. The rebel leader wept.", "The rebel leader", ["peter-gatluak"]),
        ("William Ruto received mediator John Okello-Mbua in Nairobi. The mediator wept.", "The mediator",
         ["john-okello-mbua"]),
        ("William Ruto received Narendra Modi. The mediator wept.", "The mediator", []),
    ],
)  # fmt: skip
def test_who_was_introduced_by_the_same_words(text: str, words: str, wanted: list[str]) -> None:
    assert ids(text, "2024-05-15", words) == wanted


MET = "Indian External Affairs Minister Subrahmanyam Jaishankar and Defence Minister Rajnath Singh met Antony Blinken in Delhi."
THREE = "Olaf Scholz, Emmanuel Macron and Donald Tusk met in Berlin on Monday."


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (f"{MET} Blinken thanked the two Indians.", "Indians", ["rajnath-singh", "s-jaishankar"]),
        (f"{MET} Blinken thanked the Indians.", "Indians", ["IND"]),
        (
            f"{THREE} Scholz told his guests that trade would grow.",
            "his guests",
            ["emmanuel-macron", "donald-tusk"],
        ),
        (f"{THREE} Scholz told his three guests that trade would grow.", "his three guests", []),
        (f"{THREE} The three countries' aides left.", "The three countries", ["DEU", "FRA", "POL"]),
    ],
)
def test_several_of_a_list(text: str, words: str, wanted: list[str]) -> None:
    assert sorted(ids(text, "2024-05-15", words)) == sorted(wanted)


def test_the_name_of_a_summit_is_no_group() -> None:
    text = "Joe Biden met Justin Trudeau on the margins of the North American Leaders' Summit on Tuesday."
    assert not ids(text, "2023-01-10", "the North American Leaders")
