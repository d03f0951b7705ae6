"""Meetings told by what was said, and where: "told Saleh in Sanaa", "was called to the ministry in Oslo".

An official who tells another something in a town that is named has met him; one who is called to a ministry, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, at_token
from communique.contacts.channels import PHONE, VIDEO
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.scene import Scene, mentions_of, prepositions, unique
from communique.contacts.status import negated, status_of_verb
from communique.contacts.triggers import Trigger, acting, sides
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

TOLD = Cue(id="told-there", lemmas=(), kind="meeting", part="verb", weak=True)
TOLD_THEN = Cue(id="told-then", lemmas=(), kind="talks", part="verb", weak=True)
AGREED = Cue(id="agreed-there", lemmas=(), kind="talks", part="verb")
CALLED = Cue(id="called-to", lemmas=(), kind="meeting", part="verb")
TELLING = words("telling")
AFAR = words("letters") | PHONE | VIDEO | words("afar")
CALLING_IN = words("calling_in")
MINISTRIES = words("ministries")
AGREEING = words("agreeing")
MARGINS = words("in_person")
DEEDS = TELLING | CALLING_IN | AGREEING
ENVOYS = frozenset({"office", "name", "title"})


def find_face_to_face(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """Meetings of a sentence that no word for a contact has told of those persons already."""
    deeds = scene.doc.of_lemmas(DEEDS)
    known = [t.ids for t in told if not t.cue.weak] if deeds else []
    for token in deeds:
        if not token.tag_.startswith("VB"):
            continue
        trigger = read_told(scene, token, table) or read_called(scene, token, table)
        trigger = trigger or read_agreed(scene, token, table)
        if trigger is not None and not negated(token) and not any(trigger.ids <= those for those in known):
            yield trigger


def read_told(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "X told Y in TOWN": a meeting of the two, unless a letter, a telephone or an interview stands near."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "dative"}]
    if not objects or token.lemma_.lower() not in TELLING:
        return None
    second = persons([m for c in objects for m in mentions_of(scene, c)])
    first = persons(acting_subjects(scene, token)) if second else []
    if not first or len(sides([*first, *second])) < 2 or status_of_verb(token, table) != "held":
        return None
    if told_afar(token):
        return None
    if is_placed(scene, token) or is_visiting(token, objects):
        return meeting(scene, token, TOLD, (first, second))
    dated = is_dated(scene, token, objects) and all(m.form != "pronoun" for m in (*first, *second))
    return meeting(scene, token, TOLD_THEN, (first, second)) if dated else None


def read_called(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "Moscow's ambassador was called to the ministry in Oslo": a meeting of the envoy and the ministry's state."""
    if token.lemma_.lower() not in CALLING_IN:
        return None
    called = [m for c in token.children if c.dep_ == "nsubjpass" for m in mentions_of(scene, c)]
    envoys = [m for m in acting(called) if m.form in ENVOYS]
    host = ministry(scene, token) if envoys else None
    if host is None or len(sides([host, *envoys])) < 2 or status_of_verb(token, table) != "held":
        return None
    return meeting(scene, token, CALLED, ([host], envoys))


def read_agreed(scene: Scene, token: Token, table: CueTable) -> Trigger | None:
    """ "The two governments agreed in Quito on Friday to ...": talks of the two in that town."""
    if token.lemma_.lower() not in AGREEING or not is_placed(scene, token):
        return None
    first = [m for m in acting_subjects(scene, token) if m.form != "pronoun"]
    if len(sides(first)) != 2 or told_afar(token) or status_of_verb(token, table) != "held":
        return None
    return meeting(scene, token, AGREED, (first, []))


def ministry(scene: Scene, verb: Token) -> Mention | None:
    """The state at whose ministry something is done: "to the Congolese foreign ministry", "at the ministry in Oslo"."""
    for _, obj in prepositions(verb, ("to", "at", "into", "before")):
        if obj.lemma_.lower() not in MINISTRIES:
            continue
        found = mentions_of(scene, obj) or [
            m
            for holder in (obj, verb)
            for _, place in prepositions(holder, ("in", "of"))
            for m in at_token(scene, place)
        ]
        states = [m for m in found if m.actors and m.actors[0].type != "person"]
        if states:
            return states[0]
    return None


def persons(mentions: Sequence[Mention]) -> list[Mention]:
    """Office-holders by name, title or pronoun."""
    return [
        m
        for m in acting(mentions)
        if m.form in {"name", "title", "pronoun", "descriptor", "office"}
        and len(m.actors) == 1
        and m.actors[0].type == "person"
        and m.actors[0].office
    ]


def is_placed(scene: Scene, verb: Token) -> bool:
    """Whether a town stands with a verb before what is said: "told Saleh in Sanaa on Friday that ..."."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if any(obj.lower_ in MARGINS for _, obj in prepositions(verb, ("on", "at"))):
        return True  # "told Wang on the margins of the summit"
    places = [obj for holder in (verb, *objects) for _, obj in prepositions(holder, ("in", "at"))]
    return any(m.form in {"place", "capital"} and m.actors for obj in places for m in at_token(scene, obj))


def is_dated(scene: Scene, verb: Token, objects: Sequence[Token]) -> bool:
    """Whether a day stands with a verb before what is said: "told Wang on Monday that"."""
    if not any(c.dep_ == "ccomp" for c in verb.children):
        return False
    days = [scene.token_at(w.span) for w in scene.whens if w.span and w.start and w.start == w.end]
    heads = {verb.i, *(obj.i for obj in objects)}
    return any(day is not None and not heads.isdisjoint({day.head.i, day.head.head.i}) for day in days)


def is_visiting(verb: Token, objects: Sequence[Token]) -> bool:
    """Whether one of the two is a guest: "told visiting Premier Wen that"."""
    near = [c for c in verb.children if c.dep_ == "nsubj"] + list(objects)
    return any(t.i > 0 and t.doc[t.i - 1].lower_ == "visiting" for t in near) or any(
        c.lower_ == "visiting" for t in near for c in t.children
    )


def told_afar(verb: Token) -> bool:
    """Whether something was told from afar: in a letter, on the telephone, in an interview."""
    clause = {c.i for c in verb.children if c.dep_ in {"ccomp", "advcl", "parataxis"}}
    own = [t for c in verb.children if c.i not in clause for t in c.subtree]
    return any(t.lemma_.lower() in AFAR or t.lower_ in AFAR for t in own)


def meeting(scene: Scene, token: Token, cue: Cue, parties: tuple[list[Mention], list[Mention]]) -> Trigger:
    """A meeting held, begun by whoever called the envoy in."""
    first, second = parties
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind=cue.kind,
        status="held",
        first=tuple(unique(first)),
        second=tuple(unique(second)),
        initiator=first[0] if cue is CALLED else None,
        definite=True,
    )
