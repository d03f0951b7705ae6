"""Days of what is made known: "announced the visit of Li to Peru on 13 May", and days that belong to another contact's noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import load_cues, words
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

MADE_KNOWN = words("made_known")
ATTRIBUTES = frozenset({"poss", "nmod", "compound"})


def announced_day(trigger: Trigger, day: str | None) -> When | None:
    """A day to come that the parse hangs on the verb of announcing: nobody announces in the future what is announced."""
    verb = trigger.governor
    if verb is None or day is None or verb.lemma_ not in MADE_KNOWN or trigger.status not in {"planned", ""}:
        return None
    found = [w for w in trigger.scene.whens if w.start and w.start > day and hangs_on(trigger, w, verb)]
    return found[0] if len(found) == 1 else None


def hangs_on(trigger: Trigger, when: When, verb: Token) -> bool:
    """Whether a day stands behind the contact and hangs on the verb."""
    token = trigger.scene.token_at(when.span) if when.span else None
    if token is None or token.i < trigger.token.i:
        return False
    return verb.i in {token.head.i, token.head.head.i}


def is_nouns_own(token: Token, trigger: Trigger) -> bool:
    """Whether a day is that of a contact which is only a verb's topic: "discussed next week's round of talks"."""
    noun = token.head
    if trigger.cue.part != "verb" or token.dep_ not in ATTRIBUTES or noun.head.i != trigger.token.i:
        return False
    return noun.dep_ == "dobj" and noun.lemma_.lower() in load_cues().nouns
