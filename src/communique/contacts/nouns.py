"""Nouns that tell of a contact ("a call with Y", "the visit to Z") with the parties around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agendas import on_agenda
from communique.contacts.agents import acting_subjects
from communique.contacts.attendance import gathered_by, taking_part
from communique.contacts.by_way import before_sequence, given_for
from communique.contacts.channels import channel, is_call_above
from communique.contacts.coming_about import DAYS
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.governors import WITH, Parties, add_governor, is_of_stranger
from communique.contacts.letters import came_from, correspondents, is_sent
from communique.contacts.neighbours import Neighbours, is_bloc, read_neighbours
from communique.contacts.noun_senses import has_proper_name, names_contact
from communique.contacts.noun_status import adjective_status, noun_status
from communique.contacts.noun_verbs import governing_verb, link
from communique.contacts.offers import answered_by, offered_by
from communique.contacts.parties import HEADS as HEAD_OFFICES
from communique.contacts.scene import mentions_of, prepositions, unique
from communique.contacts.status import negated, status_of_verb
from communique.contacts.subjects import has_to, infinitives_below, subjects
from communique.contacts.triggers import Occurrence, Trigger, acting, sides
from communique.contacts.verb_forms import form_status
from communique.contacts.verbless import attending, engaged, just_back
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token


HEADS = words("heads")
PARTS = words("parts_of_journey")
MEETING_VERBS = words("meeting_verbs")
WISHES = words("wishes")
WISHING = words("wishing")
SPOKEN_IN = ("in", "during", "over", "by", "on", "at")
PLACING = frozenset({"place", "make", "initiate", "send", "write"})
PROPOSING = frozenset({"request", "seek", "propose", "offer", "suggest"})
HOSTING = frozenset({"host", "convene"})
BEGUN_BY_SUBJECT = PLACING | PROPOSING | HOSTING
POINTING = frozenset({"the", "that", "this", "their"})
RELATIVE = frozenset({"that", "which"})
GATHERED_AT = frozenset({("pobj", "at"), ("pobj", "during"), ("pobj", "in")})


def read_noun(word: Occurrence) -> Trigger | None:
    """A noun that names a contact, with the parties around it and those of the verb that governs it."""
    scene, token, cue, table = word.scene, word.token, word.cue, word.table
    if not names_contact(token, cue):
        return None
    verb = doer_in_call(settled_by(governing_verb(token)), token, cue)
    if verb is not None and is_of_verb(token, verb, table):
        return None
    if cue.family == "message" and verb is not None and is_spoken(token, verb, table):
        return None
    near = read_neighbours(word, verb)
    first, second = own_parties(word, verb, near)
    status = noun_status(scene, token, verb, table)
    clause = relative_verb(word)
    if clause is not None:
        first, second = add_relative(word, clause, first, second)
        first = without_ministers(first) if cue.kind == "summit" else first
        status = relative_status(clause, status, table)
    second = [*second, *gathered_by(word), *(given_for(word, verb) if not second else [])]
    second += taking_part(word, [*first, *second])
    if not first and verb is not None and is_of_stranger(word, verb):
        return None
    if cue.family == "message":
        first, second = correspondents(word, verb, (first, second))
        status = status or ("held" if is_sent(token) else status)
    if len(sides([*first, *second])) < 2:
        second, answering = [*second, *offered_by(word)], answered_by(word)
        first = [*first, *answering]
    initiator, host = noun_roles(word, verb)
    initiator = initiator or requester(word)
    kind = channel(scene, token, cue.kind)
    if is_courtesy(token, verb, cue):
        kind, second = "meeting", second + called_on(word, verb)
    if kind == "meeting" and is_of_heads(token) and is_bloc(near.behind):
        kind = "summit"
    return Trigger(
        scene=scene,
        token=token,
        cue=cue,
        kind=kind,
        status=status,
        first=tuple(unique(first)),
        second=tuple(unique(second)),
        destination=near.destination,
        stops=near.stops,
        initiator=initiator,
        host=host,
        definite=is_definite(token),
        again=any(c.dep_ == "amod" for c in token.children if c.lower_ in {"last", "previous"}),
        governor=verb,
        adjective=adjective_status(token, table),
        named=bool(near.beside or has_proper_name(token)),
    )


def doer_in_call(verb: Token | None, token: Token, cue: Cue) -> Token | None:
    """The verb that a call was the place of: in "agreed to meet during a phone call" they agreed in it, nobody meets there."""
    if verb is None or cue.family != "call" or token.head.head != verb or not is_call_above(token.head):
        return verb
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    return above if above is not None and above.tag_ == "VBD" else verb


def settled_by(verb: Token | None) -> Token | None:
    """The clause that says what became of a contact in the end: "was put off twice, and finally took place on Friday"."""
    if verb is None or "nsubjpass" not in [c.dep_ for c in verb.children]:
        return verb
    for child in verb.children:
        if child.dep_ != "conj" or child.tag_ != "VBD":
            continue
        if child.lemma_ == "happen" or any(c.dep_ == "dobj" and c.lower_ == "place" for c in child.children):
            return child
    return verb


def own_parties(
    word: Occurrence, verb: Token | None, near: Neighbours
) -> tuple[list[Mention], list[Mention]]:
    """Those around a contact noun and those of the verb that governs it; a visit that is somebody's has no other visitor."""
    first, second = list(acting(near.owners)), [*acting(near.behind), *near.beside]
    if verb is not None and not first and is_bodys_own(word, verb, second):
        return [], second
    if verb is not None and not (word.cue.family == "visit" and near.destination and is_owned(near.owners)):
        first, second = add_governor(word, verb, first, second)
        first = first or on_journey(word, verb) or before_sequence(word, verb) or just_back(word)
    elif word.cue.kind == "summit":
        first += attending(word)
    else:
        first += engaged(word)
    return (without_ministers(first) if word.cue.kind == "summit" else first), second


def is_bodys_own(word: Occurrence, verb: Token, second: Sequence[Mention]) -> bool:
    """Whether a meeting at which others met is a body's gathering, and none with it: "met at the African Union talks"."""
    met = word.cue.family == "meeting" and verb.lemma_.lower() in MEETING_VERBS
    return met and is_bloc(second) and link(word.token, verb) in GATHERED_AT


def on_journey(word: Occurrence, verb: Token) -> list[Mention]:
    """Whose journey a contact is part of: "flew in for a trip that will include talks with Li"."""
    if verb.lemma_ not in PARTS or link(word.token, verb)[0] != "dobj":
        return on_agenda(word.scene, verb)
    own = next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    noun = verb.head if verb.dep_ == "relcl" else own
    journey = word.table.nouns.get(noun.lemma_.lower())
    if journey is None or journey.family != "visit":
        return on_agenda(word.scene, verb)
    above = governing_verb(noun) if verb.dep_ == "relcl" else None
    owners = [m for c in noun.children if c.dep_ == "poss" for m in mentions_of(word.scene, c)]
    return list(acting(owners)) or (acting_subjects(word.scene, above) if above is not None else [])


def is_owned(owners: Sequence[Mention]) -> bool:
    """Whether a person's name says whose visit it is, whoever speaks of it: "they discussed Biden's trip to London"."""
    return any(m.form in {"name", "title"} for m in owners)


def is_of_verb(token: Token, verb: Token, table: CueTable) -> bool:
    """Whether a telephone only says how a verb's deed was done, which tells of it itself: "spoke by phone with Abe"."""
    if token.dep_ != "pobj" or token.lemma_.lower() not in {"phone", "telephone"}:
        return False
    return any(cue.family == "call" for cue in table.verbs.get(verb.lemma_.lower(), ()))


def is_of_heads(token: Token) -> bool:
    """Whether a meeting is of heads of state: "the 39th meeting of the heads of government of the Caribbean"."""
    return any(obj.lemma_.lower() in HEADS for _, obj in prepositions(token, ("of",)))


def without_ministers(mentions: Sequence[Mention]) -> list[Mention]:
    """Who can hold a summit: not the ministers and aides who "prepare the summit", where its heads are not named."""
    offices = [(m, a.office_id) for m in mentions for a in m.actors if a.type == "person" and a.office_id]
    out = {id(m) for m, office in offices if office not in HEAD_OFFICES}
    return [m for m in mentions if id(m) not in out]


def is_spoken(token: Token, verb: Token, table: CueTable) -> bool:
    """Whether wishes were spoken: "phoned Erdogan to offer condolences", "offered her condolences in a phone call"."""
    calls = any(cue.family == "call" for cue in table.verbs.get(verb.head.lemma_.lower(), ()))
    if verb.dep_ in {"advcl", "xcomp"} and has_to(verb) and calls:
        return True
    if token.lemma_.lower() not in WISHES or verb.lemma_ not in WISHING:
        return False
    spoken = [cue for _, obj in prepositions(verb, SPOKEN_IN) if (cue := table.nouns.get(obj.lemma_.lower()))]
    return any(cue.family in {"call", "meeting"} for cue in spoken)


def is_courtesy(token: Token, verb: Token | None, cue: Cue) -> bool:
    """Whether "call" is a visit to somebody: "paid a courtesy call on the minister"."""
    return cue.id == "call" and (
        (verb is not None and verb.lemma_ == "pay") or any(c.lower_ == "courtesy" for c in token.children)
    )


def called_on(word: Occurrence, verb: Token | None) -> list[Mention]:
    """Whom a call is paid on, or at whose house."""
    holders = [word.token, *([verb] if verb is not None else [])]
    objects = [obj for holder in holders for _, obj in prepositions(holder, ("on", "upon", "to", "at"))]
    houses = [obj for each in objects for _, obj in prepositions(each, ("of",))]
    return list(acting([m for obj in [*objects, *houses] for m in mentions_of(word.scene, obj)]))


def relative_status(clause: Token, status: str | None, table: CueTable) -> str | None:
    """What the clause behind a noun says of it where nothing else has: "the summit that Biden proposed".

    What is yet to be held has not been held: "previewed the meeting that he will hold".
    """
    if clause.lemma_ in table.light and form_status(clause) == "planned" and not negated(clause):
        return "planned"
    if clause.dep_ == "xcomp" and status in {"", "held", "present", "planned", None}:
        return status_of_verb(clause, table)
    if status not in {"", "held", "present", None} or negated(clause):
        return status
    said = table.governors.get(clause.lemma_)
    return said if said and clause.lemma_ not in table.light else status or status_of_verb(clause, table)


def requester(word: Occurrence) -> Mention | None:
    """Who wished for a contact by the clause behind it: "the call, which Macron had requested"."""
    for child in word.token.children:
        if child.dep_ == "relcl" and child.lemma_ in words("requesting"):
            passive = [m for _, obj in prepositions(child, ("by",)) for m in mentions_of(word.scene, obj)]
            own = [m for s in subjects(child) if s.i != word.token.i for m in mentions_of(word.scene, s)]
            wishing = acting([*passive, *own])
            return wishing[0] if wishing else None
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in words("requesting"):
            by = acting([m for _, obj in prepositions(child, ("by",)) for m in mentions_of(word.scene, obj)])
            return by[0] if by else None
    return None


def add_relative(word: Occurrence, clause: Token, first: list[Mention], second: list[Mention]) -> Parties:
    """Parties in a clause behind the noun: "the summit that Biden proposed to Putin", "the talks he held with Li"."""
    if len(sides([*first, *second])) >= 2:
        return first, second
    wanted = (*WITH, "to") if word.table.governors.get(clause.lemma_) == "proposed" else WITH
    own = [m for s in subjects(clause) if s.i != word.token.i for m in mentions_of(word.scene, s)]
    others = [m for _, obj in prepositions(clause, wanted) for m in mentions_of(word.scene, obj)]
    return [*first, *acting(own)], [*second, *acting(others)]


def relative_verb(word: Occurrence) -> Token | None:
    """The verb of a clause of which the noun is the object: "the call that Macron had requested"."""
    for child in word.token.children:
        if child.dep_ != "relcl":
            continue
        known = child.lemma_ in word.table.light or child.lemma_ in word.table.governors
        objects = [c for c in child.children if c.dep_ == "dobj" and c.lower_ not in {"that", "which"}]
        where = any(c.lower_ in {"where", "when"} for c in child.children)
        due = held_below(child, word.table)
        if due is not None and not where and not during_which(child):
            return due
        if known and not (objects or where or during_which(child) or is_of_else(child)):
            return child
    return None


def held_below(clause: Token, table: CueTable) -> Token | None:
    """What was to be held, in a clause behind the noun: "the talks that they were to hold", "which he was due to have with Li"."""
    for deed in infinitives_below(clause):
        if deed.lemma_ in table.light:
            objects = [c for c in deed.children if c.dep_ == "dobj" and c.lower_ not in DAYS]
            return deed if all(c.lower_ in RELATIVE for c in objects) else None
    return None


def is_of_else(clause: Token) -> bool:
    """Whether a clause tells of another thing, which only the parse hangs on the noun: "told him in a call on Friday that tests must be avoided"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ not in {"that", "which"} for c in clause.children)


def during_which(clause: Token) -> bool:
    """Whether a clause tells what happened in the noun's time: "a call during which they agreed to meet"."""
    return any(
        c.dep_ == "prep" and any(g.lower_ in {"which", "whom"} for g in c.children) for c in clause.children
    )


def is_definite(token: Token) -> bool:
    """Whether a noun means a contact told of before: "the call", "their meeting"."""
    return any(c.dep_ == "poss" or c.lower_ in POINTING for c in token.children)


def noun_roles(word: Occurrence, verb: Token | None) -> tuple[Mention | None, Mention | None]:
    """Who placed the call or sent the message, and who hosted."""
    if verb is None:
        return None, None
    scene, token, cue = word.scene, word.token, word.cue
    dep, _ = link(token, verb)
    lemma = verb.lemma_.lower()
    own = subjects(verb) if dep == "dobj" and lemma in BEGUN_BY_SUBJECT else []
    subject = acting([m for s in own if s.i != token.i for m in mentions_of(scene, s)])
    if cue.family in {"call", "message"}:
        frm = came_from(scene, token, verb)
        if frm:
            return frm[0], None
        if lemma in PLACING and subject:
            return subject[0], None
        to = [m for _, obj in prepositions(token, ("to",)) for m in mentions_of(scene, obj)]
        owner = [m for c in token.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
        if to and owner:
            return owner[0], None
    if lemma in PROPOSING and subject:
        return subject[0], None
    if lemma in HOSTING and subject:
        return None, subject[0]
    return None, None
