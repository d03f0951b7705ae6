"""Whom "the delegation" means: the one told of last, in the sentence before or a few sentences up.

"An ECOWAS delegation flew to Niamey on Saturday. The delegation met Ali Zeine." tells of a meeting of ECOWAS.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.here import lay
from communique.contacts.scene import Scene
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

DELEGATES = words("delegates")
ARTICLES = frozenset({"the", "this", "that"})
NEAR = 4  # sentences back to the delegation that is meant
SENDERS = frozenset({"organisation", "state"})


def lay_delegations(scenes: Sequence[Scene]) -> None:
    """Lays the delegation told last on each plain "the delegation", and on a "they" right behind its sentence."""
    last: Mention | None = None
    for scene in scenes:
        place = scene.sentence.index
        if last is not None and place - last.sentence > NEAR:
            last = None
        if last is not None and last.sentence < place:
            for token in meant(scene, last):
                scene.at[token.i] = lay(scene, token, last.actors[0], "people")
        own = [m for m in scene.mentions if m.form == "people" and is_delegation(m)]
        if own:
            last = own[-1] if len({m.actors[0].id for m in own}) == 1 else None


def is_delegation(mention: Mention) -> bool:
    """Whether a mention of people is of those whom a state or an organisation has sent: "an ECOWAS delegation"."""
    if len(mention.actors) != 1 or mention.actors[0].type not in SENDERS:
        return False
    return mention.text.split()[-1].lower() in DELEGATES


def meant(scene: Scene, last: Mention) -> list[Token]:
    """The words of a sentence that mean the delegation: its noun with an article alone, or "they" as the next subject."""
    noun = last.text.split()[-1].lower()
    found = []
    for token in scene.doc if {noun, "they"} & scene.doc.words else ():
        if token.i in scene.at:
            continue
        plain = [c.lower_ for c in token.children if c.dep_ not in {"punct", "case"}]
        again = token.lower_ == noun and len(plain) == 1 and plain[0] in ARTICLES
        they = token.lower_ == "they" and token.dep_ == "nsubj" and scene.sentence.index - last.sentence == 1
        if again or they:
            found.append(token)
    return found
