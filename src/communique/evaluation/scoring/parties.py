"""Whether a participant that was read is the party that a gold line names, however it is spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from communique.records import Account, Actor, Participant

_CODE = re.compile(r"[A-Z0-9&+]{2,6}")
_ENDING = re.compile(r"(?:[iye]y|[ye]i|ii|i|y)$")
_PARTICLES = frozenset({"al", "ben", "bin", "de", "di", "el", "jr", "of", "the", "van", "von"})
_DEALING = frozenset({"party", "delegation_lead"})
# Two spellings of one name share so much ("Zelenskyy", "Zelensky"); shorter words must be equal.
_ALIKE, _LEAST_LETTERS = 0.8, 4
# A surname alone will do where one side has no more, otherwise two words must agree.
_WORDS_NEEDED = 2


def dealing(account: Account) -> tuple[Participant, ...]:
    """Those who deal with each other; others are merely in the room."""
    return tuple(each for each in account.participants if each.role in _DEALING)


def count_named(account: Account, golds: Iterable[str]) -> int:
    """How many of the gold's names have a participant of their own; persons are served before codes."""
    free = list(dealing(account))
    for gold in sorted(golds, key=is_code):
        for participant in free:
            if is_party(participant, gold):
                free.remove(participant)
                break
    return len(dealing(account)) - len(free)


def is_code(gold: str) -> bool:
    """Whether a gold name is a state's code or an organisation's short name ("FRA", "NATO")."""
    return _CODE.fullmatch(gold) is not None


def is_party(participant: Participant, gold: str) -> bool:
    """Whether the participant is the gold's person, or belongs to its state or organisation."""
    return is_actor(participant.actor, gold)


def is_actor(actor: Actor, gold: str) -> bool:
    """Whether an actor is the gold's person, or belongs to its state or organisation."""
    if is_code(gold):
        return gold in {actor.id, actor.state, actor.name}
    read, wanted = levelled(actor.name), levelled(gold)
    agreeing = sum(any(alike(one, other) for other in read) for one in wanted)
    return bool(read and wanted) and agreeing >= min(_WORDS_NEEDED, len(read), len(wanted))


def levelled(name: str) -> frozenset[str]:
    """A name's words in small ASCII letters, with endings of transliteration made one: "zelensky"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = (_ENDING.sub("y", word) for word in re.findall(r"[a-z]{2,}", plain))
    return frozenset(words) - _PARTICLES


def alike(one: str, other: str) -> bool:
    """Whether two words are one name's spellings."""
    if one == other:
        return True
    return min(len(one), len(other)) >= _LEAST_LETTERS and SequenceMatcher(None, one, other).ratio() >= _ALIKE
