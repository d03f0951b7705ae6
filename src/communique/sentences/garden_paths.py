"""Clauses that the parser runs together: in "Relations warmed after Ruto and Li met" it takes "warmed" for a participle.

It then sees relations, warmed by something, that met. Two clauses told so are set right: relations warmed, and Ruto met.
"""

from __future__ import annotations

from collections.abc import Sequence

OPENING = frozenset({"after", "as", "before", "since", "until", "when", "while"})
NAMES = frozenset({"NNP", "NNPS", "PRP"})  # "Ministers dismissed after the vote met in Lima" is one clause
RECEIVING = frozenset(
    "greet host hosted hosts meet meets met receive received receives welcome welcomed welcomes".split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def set_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hangs the second clause on the first where the first was taken for a participle; heads are so many words on."""
    opening = next((i for i, word in enumerate(words) if i > 1 and word.lower() in OPENING), None)
    if opening is None or deps[opening] != "prep" or deps[opening - 1] != "acl" or heads[opening] != -1:
        return
    first, noun = opening - 1, opening - 1 + heads[opening - 1]
    second = noun + heads[noun]
    if tags[first] not in {"VBN", "VBD"} or deps[noun] != "nsubj" or tags[second] not in FINITE:
        return
    who = [i for i in range(opening + 1, second) if deps[i] == "pobj" and i + heads[i] == opening]
    if heads[second] or len(who) != 1 or tags[who[0]] not in NAMES or not is_below(second - 1, who[0], heads):
        return
    tags[first], deps[first], heads[first] = "VBD", "ROOT", 0
    heads[noun] = first - noun
    deps[second], heads[second] = "advcl", first - second
    deps[opening], heads[opening] = "mark", second - opening
    deps[who[0]], heads[who[0]] = "nsubj", second - who[0]


def set_guests_right(words: Sequence[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Makes who is met the object where "visiting" was taken for what was done: "will meet visiting President Roe on Friday"."""
    if "visiting" not in words:
        return
    place = words.index("visiting")
    verb, guest = place + heads[place], place + 1
    taken = deps[place] == "xcomp" and verb < place and words[verb] in RECEIVING
    if not taken or guest >= len(words) or deps[guest] != "dobj" or heads[guest] != -1:
        return
    for below in range(len(words)):
        if below + heads[below] == place and below != guest:
            heads[below] = verb - below
    tags[place], deps[place], heads[place] = "JJ", "amod", 1
    heads[guest] = verb - guest


def is_below(place: int, top: int, heads: Sequence[int]) -> bool:
    """Whether a word hangs on another, at however many removes."""
    while place != top and heads[place]:
        place += heads[place]
    return place == top
