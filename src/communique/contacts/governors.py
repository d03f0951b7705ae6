"""The parties that stand with the verb above a contact noun: "Lee held talks", "in a call with Lee, Roe said"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects
from communique.contacts.cues import CueTable, words
from communique.contacts.noun_verbs import is_beside, lacks_with, link, object_like
from communique.contacts.parties import HEADS
from communique.contacts.scene import VERBAL, Scene, mentions_of, prepositions
from communique.contacts.serving import for_state
from communique.contacts.triggers import Occurrence, acting, of_the_two, sides
from communique.record_type import Record
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

WITH = ("with", "between", "among", "alongside")
SHARED = frozenset("in during on at over after before following by via ahead".split())
MADE_KNOWN = words("made_known")
PARTICLES = frozenset({"off", "back", "down", "out"})
REPORTING = frozenset({"inform", "brief", "update", "tell", "report", "say"})
OWN_SUBJECT = frozenset({"nsubj", "nsubjpass"})
TELLING = words("telling")
SPEECH = words("speech")
ENDING = words("ending")
SITTING = frozenset({"sit"})  # "sat for talks" has no "down"
MEDIATING = words("mediating")
ENTERING = words("entering")
VISITORS = frozenset("name title office pronoun people descriptor".split())

Parties = tuple[list[Mention], list[Mention]]


class Bond(Record, frozen=True, kw_only=True):
    """How a contact noun hangs on its verb, and who acts in that verb: "Ann held talks" is ("dobj", ""), Ann, "hold"."""

    word: Occurrence
    verb: Token
    dep: str
    preposition: str
    subject: list[Mention]
    others: list[Mention]
    lemma: str

    @property
    def requests(self) -> bool:
        """Whether the verb asks somebody of its head clause for the contact."""
        return direct_request(self.verb, self.lemma, self.word.table)


def add_governor(word: Occurrence, verb: Token, first: list[Mention], second: list[Mention]) -> Parties:
    """Parties that stand with the verb: "held talks with", "X told Y in a call", "in a call with Y, X said"."""
    bond = read_bond(word, verb)
    if bond.dep in OWN_SUBJECT:
        others = second + bond.others
        own = first or passive_agents(word.scene, verb) or of_clause_above(bond, others)
        return own or speaking_side(bond, others), others
    if is_direct(bond):
        return direct_parties(bond, first, second)
    if bond.dep == "pobj" and word.token.head.head.pos_ == "ADJ" and bond.subject:
        above = word.token.head.head.lemma_.lower()
        return (first + bond.subject, second) if above in word.table.status_nouns else (first, second)
    if is_reported(bond) and not first:
        return bond.subject, second or bond.others
    if bond.requests and len(sides([*first, *second])) < 2:
        second = second + asked(word.scene, verb)
    if is_journey(bond) and not first and not second:
        return [m for m in bond.subject if m.form in VISITORS], second
    if is_circumstance(bond, first, second):
        return circumstance_parties(bond, first, second)
    return first, second


def is_of_stranger(word: Occurrence, verb: Token) -> bool:
    """Whether whose contact it is stands there and is not known: those dealt with do not deal with each other.

    "The new security chief held calls with officials from France and Japan." is no call of France with Japan.
    """
    if verb.lemma_.lower() not in word.table.light or link(word.token, verb)[0] != "dobj":
        return False
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}]
    if not own or not prepositions(word.token, ("with",)):
        return False
    return own[0].tag_ in {"NN", "NNP"} and not acting(mentions_of(word.scene, own[0]))


def read_bond(word: Occurrence, verb: Token) -> Bond:
    """How the noun hangs on the verb; a "with" of the verb counts only where the noun has none of its own.

    Who acts is asked only where that is not the noun itself, as in "talks with Li were held".
    """
    dep, preposition = link(word.token, verb)
    behind = [m for _, obj in prepositions(verb, WITH) for m in mentions_of(word.scene, obj)]
    return Bond(
        word=word,
        verb=verb,
        dep=dep,
        preposition=preposition,
        subject=[] if dep in OWN_SUBJECT else acting_subjects(word.scene, verb, word.token),
        others=list(acting(behind)) if behind and lacks_with(word.token) else [],
        lemma=verb.lemma_.lower(),
    )


def passive_agents(scene: Scene, verb: Token) -> list[Mention]:
    """Who acts in a passive: "the talks were hosted by Oman"."""
    if "auxpass" not in [c.dep_ for c in verb.children] or verb.lemma_ in MEDIATING:
        return []
    told = [obj for _, obj in prepositions(verb, ("of", "about"))] if verb.lemma_ in TELLING else []
    return list(
        acting(
            [
                m
                for holder in (verb, *told)  # "was told of the outcome by Putin"
                for _, obj in prepositions(holder, ("by",))
                for m in mentions_of(scene, obj)
            ]
        )
    )


def of_clause_above(bond: Bond, others: Sequence[Mention]) -> list[Mention]:
    """Who dealt where a clause names one side alone: "Lee met Ruto after talks had been held with Kagame"."""
    verb, head = bond.verb, bond.verb.head
    over = verb.lemma_ in ENDING or any(c.dep_ == "auxpass" for c in verb.children)
    if not over or verb.dep_ not in {"advcl", "conj"} or len(sides(others)) != 1 or head.pos_ not in VERBAL:
        return []
    own = acting_subjects(bond.word.scene, head)
    return own if len(own) == 1 and is_of_person(own) and not sides(own) & sides(others) else []


def speaking_side(bond: Bond, others: Sequence[Mention]) -> list[Mention]:
    """Whose talks they are where one side alone is named and the other speaks: "Egypt said the talks with Chad had ended"."""
    verb = bond.verb
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in SPEECH or lacks_with(bond.word.token):
        return []
    between = any(c.lower_ == "between" for c in bond.word.token.children)
    if not others or between and len(sides(others)) != 1:
        return []  # "the talks between Ukraine and Russia were useful, the Turkish minister said"
    speakers = acting_subjects(bond.word.scene, verb.head)
    if len(speakers) != 1 or sides(speakers) & sides(others):
        return []
    offices = [a.office_id for a in speakers[0].actors if a.type == "person"]
    heads = bool(offices) and all(office in HEADS for office in offices)
    return speakers if heads else [for_state(speakers[0])]


def is_direct(bond: Bond) -> bool:
    """Whether the verb is about the contact: "held talks", "asked for a meeting", "took part in talks"."""
    partakes = bond.lemma in {"participate", "engage", "emerge", "take"} and bond.dep == "pobj"
    known = bond.lemma in bond.word.table.light or bond.lemma in bond.word.table.governors
    known = known or is_phrasal(bond.verb) or enters(bond)
    if is_beside(bond.word.token, bond.verb):
        return False
    return known and (partakes or enters(bond) or object_like(bond.dep, bond.lemma, bond.preposition))


def enters(bond: Bond) -> bool:
    """Whether somebody goes into a contact: "went straight into talks with Biya"."""
    return bond.dep == "pobj" and bond.preposition == "into" and bond.lemma in ENTERING


def is_phrasal(verb: Token) -> bool:
    """Whether a verb and its particle say what becomes of a contact: "put off a trip", "turned down talks"."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}}
    return verb.lemma_ in {"put", "push", "turn", "pull", "back"} and bool(particles & PARTICLES)


def direct_parties(bond: Bond, first: list[Mention], second: list[Mention]) -> Parties:
    """Parties of a contact that the verb is about: its subject, its "with", and whom it asks."""
    others, subject, family = bond.others, bond.subject, bond.word.cue.family
    first = of_the_two(first, subject)
    if family == "message":
        others = others + recipients(bond)
    if len(sides([*first, *second, *subject, *others])) < 2:
        others = others + (asked(bond.word.scene, bond.verb) if bond.requests else bidden(bond))
    if family == "call" and bond.lemma in {"receive", "get", "field", "take"}:
        callers = [
            m for _, obj in prepositions(bond.verb, ("from",)) for m in mentions_of(bond.word.scene, obj)
        ]
        if second and subject and not first:
            first, second = second, []  # "received calls from Merkel and Rutte": they call
        first = first + [m for m in acting(callers) if m not in first + second]
        second = second + [m for m in subject if m not in first]
    elif (bond.lemma not in MADE_KNOWN or is_own(bond, first)) and (
        not complete(bond.word.token, first, second, subject) or stand_for(subject, second)
    ):
        by_another = family == "visit" and any(c.lower_ == "by" for c in bond.word.token.children)
        first = first if by_another else first or subject if family == "visit" else first + subject
    return first, second + others


def stand_for(subject: Sequence[Mention], states: Sequence[Mention]) -> bool:
    """Whether persons hold what is named after their states: "Payne and Mahuta held the Australia-New Zealand talks"."""
    persons = all(a.type == "person" for m in subject for a in m.actors)
    return persons and len(sides(subject)) > 1 and sides(subject) == sides(states)


def is_own(bond: Bond, first: Sequence[Mention]) -> bool:
    """Whether a leader makes a contact of his own known: "Trump announced the end of talks with the Taliban"."""
    holds = [a.office_id for m in bond.subject for a in m.actors]
    told = bond.lemma in {"announce", "confirm"} and not lacks_with(bond.word.token)
    return told and not first and bool(holds) and all(office in HEADS for office in holds)


def recipients(bond: Bond) -> list[Mention]:
    """To whom a message is sent where the parse hangs them on the verb: "sent Xi a letter", "sent a letter to Xi"."""
    scene, verb = bond.word.scene, bond.verb
    objects = [
        c for c in verb.children if c.dep_ == "dative" or (c.dep_ == "dobj" and c.i < bond.word.token.i)
    ]
    found = [m for c in objects for m in mentions_of(scene, c)]
    found += [m for _, obj in prepositions(verb, ("to",)) for m in mentions_of(scene, obj)]
    return list(acting(found))


def goes_ahead(verb: Token) -> bool:
    """Whether a verb keeps to what was planned: "would go ahead with a trip to Bolivia"."""
    return verb.lemma_ in {"go", "press", "push", "proceed"} and (
        verb.lemma_ == "proceed" or any(c.lower_ == "ahead" for c in verb.children)
    )


def is_reported(bond: Bond) -> bool:
    """Whether the verb tells somebody about the contact: "briefed Macron on his call with Biden"."""
    if bond.dep != "pobj" or bond.preposition not in {"about", "of", "on"} or bond.lemma not in REPORTING:
        return False
    own = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in bond.word.token.children)
    return own or any(c.lower_ == "with" for c in bond.word.token.children)


def is_journey(bond: Bond) -> bool:
    """Whether the contact is a visit on which the verb's subject does something: "said on a visit to Cairo"."""
    wanted = {"during", "on", "after", "for", "following", "in", "of", "from", "at"}
    if goes_ahead(bond.verb):
        wanted.add("with")
    if is_of_person(bond.subject):
        wanted |= {"ahead", "before"}
    return bond.word.cue.family == "visit" and bond.dep == "pobj" and bond.preposition in wanted


def is_circumstance(bond: Bond, first: list[Mention], second: list[Mention]) -> bool:
    """Whether the verb tells what its subject did in the contact: "in a call with Y, X said"."""
    cue, preposition = bond.word.cue, bond.preposition
    if bond.dep != "pobj" or cue.family == "visit" or (preposition == "on" and cue.family != "call"):
        return False
    lacking = not first and any(c.dep_ == "prep" and c.lower_ == "with" for c in bond.word.token.children)
    comes = bond.lemma in bond.word.table.journeys or bond.lemma in SITTING or is_stay(bond.verb)
    if preposition == "for" and comes:
        return lacking or len(sides([*first, *second])) < 2
    if bond.lemma == "join" and preposition in {"for", "on", "in"}:
        return True
    attends = cue.kind == "summit" and bool(second) and preposition in {"at", "of", "during", "in", "to"}
    if cue.id == "phone-conversation" and preposition == "off":
        return True
    return attends or (preposition in SHARED and (lacking or len(sides([*first, *second])) < 2))


def is_stay(verb: Token) -> bool:
    """Whether a verb says where its subject is: "is in Oslo for talks"."""
    return verb.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ in {"in", "at"} for c in verb.children)


def circumstance_parties(bond: Bond, first: list[Mention], second: list[Mention]) -> Parties:
    """Parties of a contact in which the verb's subject did something, with those whom it told something there."""
    scene, verb = bond.word.scene, bond.verb
    subject = teller(bond) or bond.subject + passive_agents(scene, verb)
    told: list[Mention] = []
    spoken = bond.preposition in {"at", "in", "during", "by", "on", "over"} and verb.lemma_ in TELLING
    if spoken or bond.lemma == "join":
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
        told = list(acting([m for c in objects for m in mentions_of(scene, c)]))
    return first + subject, second + bond.others + told


def teller(bond: Bond) -> list[Mention]:
    """Who spoke, where a contact hangs on what was only said: "Macron agreed that Crete is part of Greece in a call".

    "It was at a meeting with Li that Ruto first raised the matter" tells of Ruto's.
    """
    verb, said = bond.verb, bond.subject
    if is_thing_told(bond):
        return speakers_of(bond)
    if verb.lemma_ != "be" or not any(c.dep_ in {"attr", "acomp"} for c in verb.children):
        return cleft(bond)
    while verb.dep_ == "ccomp" and verb.head.pos_ in VERBAL and not is_of_person(said):
        verb = verb.head
        said = acting_subjects(bond.word.scene, verb)
    return said if is_of_person(said) else []


def is_thing_told(bond: Bond) -> bool:
    """Whether a clause of what somebody says is about a thing: "said that the road would be built, following talks with Li"."""
    verb = bond.verb
    own = [c for c in verb.children if c.dep_ in OWN_SUBJECT]
    return verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH and bool(own) and not bond.subject


def speakers_of(bond: Bond) -> list[Mention]:
    """The one person who says what a contact hangs on, where the contact is new and names its other side alone."""
    speakers = acting_subjects(bond.word.scene, bond.verb.head)
    with_one = any(c.dep_ == "prep" and c.lower_ == "with" for c in bond.word.token.children)
    return speakers if with_one and len(speakers) == 1 and is_of_person(speakers) else []


def cleft(bond: Bond) -> list[Mention]:
    """Who acts in the clause that a sentence with "it was" brings out: "It was at talks with Li that Ruto agreed"."""
    verb = bond.verb
    if verb.lemma_ != "be" or not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children):
        return []
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i > bond.word.token.i]
    return [m for c in clauses[:1] for m in acting_subjects(bond.word.scene, c)]


def is_of_person(mentions: Sequence[Mention]) -> bool:
    """Whether mentions are of a person."""
    return any(a.type == "person" for m in mentions for a in m.actors)


def complete(
    token: Token, first: Sequence[Mention], second: Sequence[Mention], subject: Sequence[Mention]
) -> bool:
    """Whether a noun has its parties without the verb's subject: "prepared for the summit between Trump and Kim"."""
    known = sides([*first, *second])
    if len(known) < 2:
        return False
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in token.children) or bool(first)
    return between or bool(sides(subject) & known)


def bidden(bond: Bond) -> list[Mention]:
    """Whom a verb asks for a contact: "asked Sata for a meeting", "pressed the minister for talks"."""
    if bond.preposition != "for" or bond.word.table.governors.get(bond.lemma) != "proposed":
        return []
    objects = [c for c in bond.verb.children if c.dep_ in {"dobj", "dative"}]
    return list(acting([m for c in objects for m in mentions_of(bond.word.scene, c)]))


def direct_request(verb: Token, lemma: str, table: CueTable) -> bool:
    """Whether a verb asks for a contact and stands beside the clause that says whom: "wrote to Putin, requesting a meeting"."""
    beside = verb.dep_ in {"advcl", "xcomp", "conj"} and verb.head.pos_ in VERBAL
    return beside and table.governors.get(lemma) == "proposed"


def asked(scene: Scene, verb: Token) -> list[Mention]:
    """Whom the head clause of a request addresses."""
    head = verb.head
    objects = [m for c in head.children if c.dep_ in {"dobj", "dative"} for m in mentions_of(scene, c)]
    objects += [m for _, obj in prepositions(head, ("to", "with")) for m in mentions_of(scene, obj)]
    return list(acting([m for m in objects if any(a.type == "person" for a in m.actors)]))
