"""Whether a noun phrase speaks of what was told before: "they signed on 8 May. Two days after the signing"."""

from __future__ import annotations

import re

SUBJECT = r"\s+(?:he|she|they|it|we|the|a|an|his|her|its|their|both|two|three|[A-Z]\w*)\b"
PHRASE = re.compile(
    r"(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts)\s+(?P<words>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*)?)(?=\s*(?:$|[,.;:!?])|"
    + SUBJECT
    + ")"
)
STEM = 4  # letters that a noun shares with the verb or noun told before
CLAUSE = re.compile(r"(?:they|he|she|it|both)\s+(?P<verb>[a-z]{3,})\s*(?:[,.;]|$)", re.IGNORECASE)
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
    """Whether a definite noun, or a bare clause ("they signed"), tells again what the earlier sentence told."""
    if (clause := CLAUSE.match(name)) and around:
        return re.search(rf"\b{re.escape(clause['verb'][:STEM])}", around.lower()) is not None
    phrase = PHRASE.match(name)
    if not phrase or not around:
        return False
    words = [w for w in phrase["words"].lower().split() if len(w) >= STEM]
    lowered = around.lower()
    return any(re.search(rf"\b(?:{KIN.get(w, re.escape(w[:STEM]))})", lowered) is not None for w in words)
