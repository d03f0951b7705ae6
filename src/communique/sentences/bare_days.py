"""Days without a preposition that the model takes for the head of the name before them: "met Ruto Monday", "visited Oman Oct. 3"."""

from __future__ import annotations

from collections.abc import Sequence

DAYS = frozenset(
    ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan. January Feb. February March April June July "
     "Aug. August Sept. September Oct. October Nov. November Dec. December").split()
)  # fmt: skip
FEASTS = frozenset({"ash", "black", "bloody", "easter", "good", "holy", "palm", "super", "whit"})
NAMES = frozenset({"NNP", "NNPS"})
PARTS = frozenset({"amod", "compound", "det", "nmod", "poss"})
CIRCUMSTANCE = frozenset({"npadvmod", "nmod"})


def set_days_right(words: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Gives each name its place in the clause and hangs the day on the verb; heads are so many words on."""
    for place, word in enumerate(words):
        before = place - 1
        joined = word in DAYS and before > 0 and deps[before] == "compound" and heads[before] == 1
        if joined and tags[before] in NAMES and words[before].lower() not in FEASTS:
            part_from_day(place, tags, deps, heads)


def part_from_day(day: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Makes the name before a day the object of its verb or preposition, whose clause the day then dates."""
    name, above = day - 1, day + heads[day]
    verb = above
    while heads[verb] and not tags[verb].startswith("VB"):
        verb += heads[verb]
    if above >= name or not tags[verb].startswith("VB"):
        return
    if deps[day] in CIRCUMSTANCE:
        objects = [i for i in range(above + 1, name) if i + heads[i] == above and deps[i] == "dobj"]
        if objects or above != verb:
            return
        deps[name] = "dobj"
    else:
        deps[name] = deps[day]
    for part in range(above + 1, name):
        if part + heads[part] == day and deps[part] in PARTS:
            heads[part] = name - part
    heads[name] = above - name
    deps[day], heads[day] = "npadvmod", verb - day
