"""Looking events up by the letters that words begin with finds what a search for every event finds."""

import json
from pathlib import Path

import pytest

import communique
from communique.dates.event import group_pattern
from communique.dates.lexicon import Names, load_names
from communique.knowledge.beginnings import beginnings

FOLDER = Path(communique.__file__).parent / "evaluation"


@pytest.mark.parametrize(
    ("group", "letters"),
    [
        ("(?:North )?Korea", {"north", "korea"}),
        ("Minsk|(?:Treaty|Peace) of Riga", {"minsk", "treat", "peace"}),
        ("Xi(?: Jinping)?", {"xi"}),
        ("Chadd?", {"chad"}),
        ("Ira?q", {"ir"}),
        ("[EÉ]vian", None),
        (r"U\.S\.|American", {"u", "ameri"}),
        ("(?:The )*Hague", {"the", "hague"}),
        ("(?<!new )Mandela", None),
        ("[Ii]mamo[gğ]lu|[TT]HE [PP]OPE|[EÉ]?vian", None),
        ("[Ii]mamo[gğ]lu|[TT]HE [PP]OPE", {"imamo", "the"}),
        ("(?-i:Ch[aá]vez|CARACAS)", {"ch", "carac"}),
    ],
)
def test_the_letters_that_a_group_may_begin_with(group: str, letters: set[str] | None) -> None:
    assert beginnings(group) == letters


def test_the_same_events_are_named_as_by_searching_for_each() -> None:
    names = load_names()
    lines = (FOLDER / "dates" / "undated-open-9.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert texts
    assert [names.event_named(text) for text in texts] == [searched(names, text) for text in texts]
    assert any(names.event_named(text) for text in texts)


def searched(names: Names, text: str) -> list[object]:
    return [
        event
        for first, events in names.by_first.items()
        if group_pattern(first).search(text)
        for event in events
        if event.named_in(text)
    ]


@pytest.mark.parametrize("text", ["the İndus Waters Treaty", "the ıran Air disaster", "the INF Treaty"])
def test_an_event_is_looked_up_by_each_way_to_write_its_letters(text: str) -> None:
    names = load_names()
    fitting = {group for group in names.by_first if group_pattern(group).search(text)}
    assert fitting and fitting <= set(names.groups_begun(text))
