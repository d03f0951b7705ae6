"""An office as the text gives it, with what the words before it say: "former", "acting", "deputy"."""

from __future__ import annotations

import re

from communique.actors.patterns import DEPUTY, MODIFIER
from communique.actors.phrase import Title
from communique.actors.reader import Reader
from communique.actors.words import ACTING, COMING, FORMER, LED, MODIFIERS, NTH
from communique.knowledge.index import Hit

SPACES = re.compile(r"[\s-]+")
PARTING = re.compile(r"[\s-]")
LAST_WORDS = frozenset(each.replace("-", " ").split()[-1].lower() for each in MODIFIERS)
MODIFIERS_BEFORE = re.compile(rf"((?:(?:{MODIFIER})[\s-]+)+)$", re.IGNORECASE)


def words_before(reader: Reader, start: int) -> str:
    """Modifiers that stand before a title: "then-", "former", "exiled"."""
    ahead = reader.body[max(0, start - 40) : start]
    words = ahead.replace("-", " ").split()
    if not words or words[-1].lower() not in LAST_WORDS or not PARTING.match(ahead[-1]):
        return ""
    before = MODIFIERS_BEFORE.search(ahead)
    return before.group(1).lower() if before else ""


def title_of(reader: Reader, hit: Hit, modifiers: str) -> Title:
    """The office hit as a Title, with what its modifiers say."""
    names = [name for name in hit.names if name.category == "office"]
    words = SPACES.split(modifiers)
    offices, text = tuple([(name.id, name.of) for name in names]), reader.body[hit.start : hit.end]
    if not DEPUTY.isdisjoint(words):
        offices, text = (("aide", ""),), f"deputy {text}"  # a deputy minister is not the minister
    return Title(
        offices,
        text,
        former=not FORMER.isdisjoint(words),
        acting=not ACTING.isdisjoint(words),
        then="then" in words,
        elect=not COMING.isdisjoint(words),
        plural=False not in [name.plural for name in names],
        nth=not NTH.isdisjoint(words) and any(office in LED for office, _ in offices),
    )
