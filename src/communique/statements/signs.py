"""Signs of what words do, as lexicon/purposes.toml declares them: each a wording, whose words it must be, and an example."""

from __future__ import annotations

import functools
import re

from communique.knowledge.beginnings import begun_in
from communique.knowledge.caseless import Caseless
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Polarity
from communique.statements.wording import Wording


class Sign(Record, frozen=True, kw_only=True):
    """A wording that makes words deny, ask, promise or threaten: "any attack would be met with force" threatens.

    `needs` names what must hold as well: "own" (the words are about the speaker's own side), "direct" (a quotation),
    "reported" (none), "side" (the speaker speaks for a side, and is no analyst or witness), "warns" (a verb of warning), "vows" (one of vowing), "said" (the verb says no more than that something was said).
    """

    id: str
    words: Caseless
    needs: frozenset[str]


@functools.cache
def load_signs() -> dict[Polarity, tuple[Sign, ...]]:
    """The signs of purposes.toml by what they make of the words; `<name>` stands for a shorthand of the table."""
    raw = read_toml(LEXICON / "purposes.toml")
    short: dict[str, str] = raw["shorthand"]
    found: dict[Polarity, tuple[Sign, ...]] = {}
    for entry in raw["sign"]:
        words = re.sub(r"<(\w+)>", lambda m: f"(?:{short[m.group(1)]})", entry["words"])
        sign = Sign(
            id=entry["id"],
            words=Caseless(words),
            needs=frozenset(entry.get("needs", ())),
        )
        found[entry["polarity"]] = (*found.get(entry["polarity"], ()), sign)
    return found


def signed(
    polarity: Polarity,
    words: Wording,
    verb: Polarity | None = None,
    *,
    warns: bool = False,
    vows: bool = False,
) -> bool:
    """Whether a declared sign makes the words do this: "Nothing could be further from the truth" denies."""
    begun = letters_of(polarity) & begun_in(words.text)
    if not begun:
        return False
    held: set[str] | None = None
    for sign in load_signs()[polarity]:
        if sign.words.letters.isdisjoint(begun):
            continue
        if held is None:
            held = holding(words, verb, warns=warns, vows=vows)
        if sign.needs <= held and sign.words.search(words.text):
            return True
    return False


@functools.cache
def letters_of(polarity: Polarity) -> frozenset[str]:
    """With some of these a word begins of any text that has a sign of this polarity."""
    signs = load_signs().get(polarity, ())
    if not all(sign.words.letters for sign in signs):
        raise ValueError(f"a sign that {polarity} has no word of its own")
    return frozenset().union(*(sign.words.letters for sign in signs))


def holding(words: Wording, verb: Polarity | None, *, warns: bool, vows: bool) -> set[str]:
    """What holds of the words and of their verb, beside their wording."""
    held = {"direct" if words.direct else "reported"}
    if words.own or words.perhaps:
        held.add("own")
    if not words.nobody:
        held.add("side")
    if verb in {None, "asserts"}:
        held.add("said")
    if warns:
        held.add("warns")
    if vows:
        held.add("vows")
    return held
