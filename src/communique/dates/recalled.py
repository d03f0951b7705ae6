"""Whether a noun phrase speaks of what was told before: "they signed on 8 May. Two days after the signing"."""

from __future__ import annotations

import re

from communique.dates.tense import VERB

PHRASE = re.compile(r"(?:the|their|his|her|its)\s+(?P<words>(?:[a-z][\w’'-]*\s*){1,3})", re.IGNORECASE)
STEM = 4  # letters that a noun shares with the verb or noun told before
KIN = {
    "meeting": "met",
    "talks": "talk|spoke|met",
    "call": "call|rang|phone|telephon|spoke",
    "death": "died|dead|killed",
    "fall": "fell|fallen",
    "strike": "struck|strike",
    "attack": "attack|struck|hit",
    "handshake": "shook|shake",
    "visit": "visit|flew|came|went",
    "launch": "fired|launch",
    "vote": "vot|elect|referendum",
    "ballot": "vot|elect",
    "deal": "signed|agreed|accord|deal",
    "accord": "signed|agreed|deal",
    "truce": "ceasefire|truce|armistice",
    "ceasefire": "truce|armistice|ceasefire",
}


def told_of(name: str, around: str) -> bool:
    """Whether the phrase is a definite noun, no clause, that the earlier sentence tells of in its own words."""
    phrase = PHRASE.match(name)
    if not phrase or not around:
        return False
    words = [w for w in phrase["words"].lower().split() if len(w) >= STEM]
    clause = VERB.search(name[phrase.end("words") - 1 :][:30]) or any(
        VERB.fullmatch(w) and not w.endswith("ing") for w in words[1:]
    )
    if clause or not words:
        return False
    lowered = around.lower()
    return any(re.search(rf"\b(?:{KIN.get(w, re.escape(w[:STEM]))})", lowered) is not None for w in words)
