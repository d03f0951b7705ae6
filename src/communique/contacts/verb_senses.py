"""What a verb of contact means where it tells of none: teams that meet, what is met with scorn, who is called upon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import Scene, prepositions, spread
from communique.contacts.subjects import has_to
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

SPORT = words("sport")
MEETING_VERBS = words("meeting_verbs")
FEELINGS = words("feelings")
CALLING_FOR = frozenset(  # what one calls on somebody for: "called on Li to pay his respects"
    "brief bid congratulate convey deliver discuss exchange hand introduce invite pay present review say talk thank wish".split()
)


def is_called_upon(verb: Token) -> bool:
    """Whether "called" is no telephone call, by the word behind it: "called off the talks", "called on the general"."""
    behind = [c for c in verb.children if c.i == verb.i + 1 and c.lower_ in {"on", "upon"}]
    return bool(behind) or any(c.dep_ == "prt" for c in verb.children)


def is_appeal(verb: Token) -> bool:
    """Whether somebody is called on to do something, and not at home: "called on the general on Monday to free them"."""
    return any(c.dep_ == "advcl" and has_to(c) and c.lemma_ not in CALLING_FOR for c in verb.children)


def meets_feeling(token: Token) -> bool:
    """Whether what is "met with" is a feeling, or what is met is half the way: "met with scepticism", "meet halfway"."""
    felt = any(obj.lemma_.lower() in FEELINGS for _, obj in prepositions(token, ("with",)))
    return felt or any(c.lower_ in {"halfway", "half-way"} for c in token.children)


def is_sport(scene: Scene, token: Token, parties: Sequence[Mention]) -> bool:
    """Whether states that meet are teams: "France meets Germany in the final"."""
    if any(c.lemma_ == "team" and c.i in scene.at for c in token.children if c.dep_ == "nsubj"):
        return True  # "the teams last met in May"
    teams = all(m.form in {"state", "demonym", "people"} for m in parties)
    return teams and (not SPORT.isdisjoint(scene.doc.words) or is_team(token))


def is_team(verb: Token) -> bool:
    """Whether one state takes a plural verb, as teams do: "Ghana meet Rwanda on Saturday"."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    return verb.tag_ == "VBP" and len(own) == 1 and len(list(spread(own[0]))) == 1


def is_of_their_words(verb: Token) -> bool:
    """Whether two are told to speak to whoever listens: "The two leaders were speaking after talks in Oslo"."""
    under_way = verb.lower_ == "speaking" and any(
        c.dep_ == "aux" and c.lower_ == "were" for c in verb.children
    )
    where = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    return under_way and not where.isdisjoint({"after", "at", "following", "ahead", "before", "during"})


def is_what_for(verb: Token) -> bool:
    """Whether talking is what those told of meet for."""
    return verb.dep_ in {"advcl", "xcomp"} and has_to(verb) and verb.head.lemma_ in MEETING_VERBS
