"""Whose a contact is by words that the noun itself does not carry: what it came after, for whom a table was laid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.noun_verbs import link
from communique.contacts.scene import mentions_of, prepositions
from communique.contacts.subjects import subjects
from communique.contacts.triggers import Occurrence, acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

SEQUENCE = words("sequence")
TABLES = ("reception", "banquet", "dinner", "lunch", "luncheon")


def before_sequence(word: Occurrence, verb: Token) -> list[Mention]:
    """Whose a contact is by what it came before or after: "His arrival came after talks with Biya"."""
    if verb.lemma_ not in SEQUENCE or word.cue.family == "visit":
        return []
    own = [c for s in subjects(verb) if s.i != word.token.i for c in s.children if c.dep_ == "poss"]
    found = acting([m for c in own for m in mentions_of(word.scene, c)])
    return list(found) if len(found) == 1 and len(found[0].actors) == 1 else []


def given_for(word: Occurrence, verb: Token | None) -> list[Mention]:
    """For whom a table was laid, where the parse hangs it on the verb: "gave a dinner in Hanoi for the Lao envoy"."""
    lemma = word.token.lemma_.lower()
    if verb is None or lemma not in TABLES or link(word.token, verb)[0] != "dobj":
        return []
    return list(acting([m for _, obj in prepositions(verb, ("for",)) for m in mentions_of(word.scene, obj)]))
