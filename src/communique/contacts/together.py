"""Contacts told without a word for one: two office-holders of two states do something together, at a day or place.

"Steinmeier and Waszczykowski drank coffee on the Polish bank on Friday." "Six hours of haggling between Putin and
Erdogan in Sochi". The verbs and nouns that need no meeting ("clashed with", "the rift between") are in the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects
from communique.contacts.channels import PHONE, VIDEO
from communique.contacts.cues import Cue, CueTable
from communique.contacts.scene import Scene, mentions_of, prepositions, unique
from communique.contacts.status import status_of_verb
from communique.contacts.triggers import Trigger, acting, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

WITH = Cue(id="together", lemmas=(), kind="meeting", part="verb", weak=True)
BETWEEN = Cue(id="between", lemmas=(), kind="meeting", part="noun", weak=True)
HOURS = Cue(id="hours", lemmas=(), kind="meeting", part="noun")
SITTINGS = frozenset({"hour", "minute"})
BESIDE = ("alongside", "beside")  # whoever speaks beside another has met them
JOINING = frozenset({"with", "between", *BESIDE})
ACTS = frozenset({"VBD", "VBZ", "VBN", "NN", "NNS"})
LINES = PHONE | {"line", "dial", "receiver"}


def find_together(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """Triggers of acts together, for a sentence that no word for a contact has told of those persons already."""
    if scene.doc.words.isdisjoint(JOINING):
        return
    known = [t.ids for t in told]
    for token in scene.doc:
        if token.tag_ not in ACTS:
            continue
        trigger = None
        lemma = token.lemma_.lower()
        if token.tag_ in {"VBD", "VBZ", "VBN"} and token.pos_ == "VERB" and lemma not in table.verbs:
            wanted = ("with", *BESIDE) if lemma not in table.not_verbs else BESIDE
            trigger = read_with(scene, token, table, wanted)
        elif (
            token.tag_ in {"NN", "NNS"}
            and lemma not in table.not_nouns
            and lemma not in table.nouns
            and token.i not in scene.at
        ):
            between = read_between(scene, token) if "between" in scene.doc.words else None
            trigger = between or read_hours(scene, token, table)
        if trigger is not None and trigger.ids not in known:
            yield trigger


def officials(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of persons with an office, by name or title."""
    return [
        m
        for m in acting(mentions)
        if m.form in {"name", "title"} and all(a.type == "person" and a.office and a.state for a in m.actors)
    ]


def read_with(scene: Scene, token: Token, table: CueTable, wanted: tuple[str, ...]) -> Trigger | None:
    """A verb whose subject and "with" or "beside" are office-holders of two states, with a day or place of its own."""
    second = officials([m for _, obj in prepositions(token, wanted) for m in mentions_of(scene, obj)])
    if not second or any(c.dep_ in {"neg", "ccomp", "auxpass"} for c in token.children):
        return None
    first = officials(acting_subjects(scene, token))
    if not first or len(sides([*first, *second])) < 2 or not placed(scene, token):
        return None
    status = status_of_verb(token, table)
    return act(scene, token, WITH, (first, second), status) if status in {"held", "planned"} else None


def read_between(scene: Scene, token: Token) -> Trigger | None:
    """A noun "between" office-holders of two states, with a length, a day or a place."""
    behind = prepositions(token, ("between",))
    second = officials([m for _, obj in behind for m in mentions_of(scene, obj)]) if behind else []
    if len(sides(second)) < 2 or not placed(scene, token):
        return None
    return act(scene, token, BETWEEN, ([], second), "held")


def read_hours(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """The time that somebody had with another: "flew home after four hours with Hun Sen"."""
    if token.lemma_.lower() not in SITTINGS:
        return None
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), token)
    holders = [token, verb] if token.dep_ == "dobj" and verb.lemma_ == "spend" else [token]
    beside = [obj for each in holders for _, obj in prepositions(each, ("with",))]
    second = officials([m for obj in beside for m in mentions_of(scene, obj)])
    if verb is token or not second or status_of_verb(verb, table) != "held":
        return None
    if verb.lemma_.lower() in table.verbs and token.dep_ == "pobj" and token.head.lower_ == "for":
        return None  # "talked for an hour with Xi" is told by the verb
    first = officials(acting_subjects(scene, verb))
    if not first or len(sides([*first, *second])) < 2:
        return None
    return act(scene, token, HOURS, (first, second), "held")


def act(
    scene: Scene, token: Token, cue: Cue, parties: tuple[Sequence[Mention], Sequence[Mention]], status: str
) -> Trigger:
    """A trigger of an act together, by telephone, by video or in person as the words around say."""
    first, second = parties
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind=kind_of(token),
        status=status,
        first=tuple(first),
        second=tuple(unique(second)),
        definite=True,
    )


def placed(scene: Scene, token: Token) -> bool:
    """Whether a day or a place stands in the word's own clause."""
    below = {t.i for t in token.subtree}
    days = any(
        w.start and w.start == w.end and (t := scene.token_at(w.span)) is not None and t.i in below
        for w in scene.whens
        if w.span
    )
    places = any(m.form == "place" and i in below for i, m in scene.at.items())
    return days or places


def kind_of(token: Token) -> str:
    """phone_call where a line or a telephone stands near, else meeting."""
    near = {t.lower_ for t in token.subtree}
    return "phone_call" if near & LINES else "video_call" if near & VIDEO else "meeting"
