"""Who: mentions found, resolved to persons, states and organisations, and references followed."""

from communique.actors.find import find_choices, find_mentions
from communique.actors.phrase import Phrase
from communique.actors.phrase_spans import families_alone, find_phrases, name_spans
from communique.actors.sides import side_of
from communique.actors.unsure import find_name_doubts, sure

__all__ = [
    "Phrase",
    "families_alone",
    "find_choices",
    "find_mentions",
    "find_name_doubts",
    "find_phrases",
    "name_spans",
    "side_of",
    "sure",
]
