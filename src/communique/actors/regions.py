"""Of which part of the world or of what kind a state is: "the Gulf state", "the two African leaders", "the landlocked nation"."""

from __future__ import annotations

import re
from typing import Any

from communique.actors.words import any_of
from communique.knowledge.load import LEXICON, read_toml

_ENTRIES: dict[str, dict[str, Any]] = {
    one["id"]: one for one in read_toml(LEXICON / "regions.toml")["region"]
}


def _states_of(id: str) -> frozenset[str]:
    """The states of a region and of its parts."""
    entry = _ENTRIES[id]
    parts = (_states_of(part) for part in entry.get("parts", ()))
    return frozenset(entry.get("states", ())).union(*parts)


REGIONS: dict[str, frozenset[str]] = {
    word: _states_of(id) for id, entry in _ENTRIES.items() for word in entry["words"]
}
"""The states of which a word before a noun is said, by the word in small letters: "west african"."""
REGION = any_of(REGIONS)
LEADING = (
    "leader", "head of state", "head of government", "ruler", "statesman", "stateswoman", "dignitary", "politician", "president",
    "premier", "prime minister", "chancellor", "king", "monarch", "minister", "foreign minister", "diplomat", "official",
)  # fmt: skip
LEADER = re.compile(  # "the visiting leader", "the East African president", "the head of state"
    rf"\b[Tt]he (?:(?P<visiting>visiting) (?:(?P<where>(?i:{REGION})) )?(?=leader|head|ruler|state|dign|politi|official|diplomat)"
    rf"|(?P<region>(?i:{REGION})) |(?=head of (?:state|government)\b|stateswoman|statesman))(?P<what>{any_of(LEADING)})\b(?! [A-Z]|['’-]\w| of\b)"
)
_SAID = re.compile(rf"(?<![\w-])(?:{REGION})(?![\w-])")


def states_of_kind(words: str) -> frozenset[str] | None:
    """The states of which all the words are said that tell a region or a kind; None where none does.

    "the landlocked African nation" may be Chad, and neither Bolivia nor Kenya.
    """
    found: list[frozenset[str]] = [REGIONS[said.group()] for said in _SAID.finditer(words.lower())]
    return frozenset.intersection(*found) if found else None
