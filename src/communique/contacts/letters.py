"""Who wrote and who was written to: a letter's sender and recipient, and the bearer, who is neither.

"The foreign minister handed a letter from Mubarak to King Abdullah." Mubarak wrote, Abdullah was written to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, agents
from communique.contacts.cues import words
from communique.contacts.face_to_face import ministry
from communique.contacts.governors import Parties
from communique.contacts.scene import VERBAL, Scene, mentions_of, prepositions, unique
from communique.contacts.status import negated
from communique.contacts.triggers import Occurrence, acting, sides
from communique.contacts.verb_forms import form_status
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

RECEIVING = words("receiving")
HANDING = words("handing")
WISHES = words("wishes")
WISHING = words("wishing")
REPLYING = words("replying")
MEETING = words("meeting_bearers")
POSTING = frozenset({"send", "write", "address", "dispatch", "cable"})
RELATIVE = frozenset({"that", "which"})


def correspondents(word: Occurrence, verb: Token | None, told: Parties) -> Parties:
    """(who wrote, whom to) of a letter, where its own words and those of its verb name both; else what was told."""
    scene, token = word.scene, word.token
    own = told_by_clause(scene, token)
    if len(sides([*own[0], *own[1]])) > 1:
        return own
    passive = verb is not None and any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    senders = written_by(scene, token, verb if passive or receives(verb) else None)
    recipients = behind(scene, carriers(token, verb), ("to", "for"))
    if verb is None:
        senders = senders or left_before(scene, token)
    else:
        senders = senders or entrusted(scene, verb)
        named = [m for c in verb.children if is_object(c, token) for m in mentions_of(scene, c)]
        if not (senders and recipients and is_brought(scene, token, verb)):
            recipients = [*acting(named), *recipients]  # "handed Xi's aide a letter from Putin to Xi"
        subject = acting_subjects(scene, verb, token)
        if passive or receives(verb) or is_reply(token, verb):
            recipients = [*recipients, *subject]
        elif verb.lemma_.lower() in HANDING:
            senders = senders or subject
        if verb.lemma_ == "thank" and is_reply(token, verb):
            senders = senders or list(acting(named))
    recipients = [m for m in recipients if m not in senders]
    if not recipients and verb is not None and is_brought(scene, token, verb):
        recipients = [m for m in met_by_bearer(scene, verb) if m not in senders]
        if len(sides([*senders, *recipients])) < 2:
            return unique(senders), []
    if not senders or len(sides([*senders, *recipients])) < 2:
        return told
    return unique(senders), unique(recipients)


def told_by_clause(scene: Scene, token: Token) -> Parties:
    """Who wrote and whom to by the clause behind a letter: "a letter sent by Xi to Kim", "a letter that Xi sent him"."""
    clause = sending_clause(token)
    if clause is None:
        return [], []
    if clause.tag_ == "VBN" and (clause.dep_ == "acl" or any(c.dep_ == "auxpass" for c in clause.children)):
        return behind(scene, [clause], ("by", "from")), behind(scene, [clause], ("to",))
    objects = [c for c in clause.children if c.dep_ in {"dobj", "dative"} and c.lower_ not in RELATIVE]
    named = acting([m for c in objects for m in mentions_of(scene, c)])
    return acting_subjects(scene, clause, token), [*named, *behind(scene, [clause], ("to",))]


def sending_clause(token: Token) -> Token | None:
    """The clause behind a letter that tells of its sending; who hands one over need not have written it."""
    return next((c for c in token.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in POSTING), None)


def is_sent(token: Token) -> bool:
    """Whether the clause behind a letter says that it was sent, whatever is told of it: "has yet to answer a letter that Xi sent"."""
    clause = sending_clause(token)
    return clause is not None and form_status(clause) == "held" and not negated(clause)


def written_by(scene: Scene, token: Token, verb: Token | None) -> list[Mention]:
    """Who wrote a letter: whose it is, whom it is from, by whom it was given in a passive."""
    owners = [m for c in token.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
    senders = [*acting(owners), *behind(scene, carriers(token, verb), ("from",))]
    senders = senders or wished_by(scene, token)
    if not senders and verb is not None:
        giver = ministry(scene, verb)
        return behind(scene, [verb], ("by",)) or ([giver] if giver is not None else [])
    return senders


def entrusted(scene: Scene, verb: Token) -> list[Mention]:
    """Whose letter a bearer has where the parse hangs the writer on the verb: "will pass a letter from Xi to Kim"."""
    if verb.lemma_.lower() not in HANDING:
        return []
    return [m for m in behind(scene, [verb], ("from",)) if m.form in {"name", "title", "office", "pronoun"}]


def left_before(scene: Scene, token: Token) -> list[Mention]:
    """Who extends wishes where the parse takes the deed for an attribute: "Xi on Sunday extended condolences to Abe"."""
    deeds = [
        c for c in token.children if c.dep_ == "amod" and c.tag_ in {"VBN", "VBD"} and c.lemma_ in WISHING
    ]
    if not deeds or token.dep_ != "ROOT" or any(c.dep_ in {"det", "poss"} for c in token.children):
        return []
    left = [scene.at[t.i] for t in token.doc if t.i < deeds[0].i and t.i in scene.at]
    return list(acting([m for m in left if m.form in {"name", "title", "office", "pronoun"}]))[:1]


def is_reply(token: Token, verb: Token) -> bool:
    """Whether somebody answers the letter of another: "replied to Li's letter", "answered Li's greetings"."""
    if verb.lemma_ != "thank" and verb.lemma_.lower() not in REPLYING:
        return False
    owned = any(c.dep_ == "poss" for c in token.children) or any(prepositions(token, ("from",)))
    if verb.lemma_ == "thank":  # "thanked Tamim for his message"
        return token.dep_ == "pobj" and token.head.lower_ == "for" and (owned or is_sent(token))
    if verb.lemma_.lower() not in REPLYING or not owned:
        return False
    return token.dep_ == "dobj" or (
        token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head == verb
    )


def wished_by(scene: Scene, token: Token) -> list[Mention]:
    """Whose wishes somebody brings: "conveyed the greetings of his president"."""
    return behind(scene, [token], ("of",)) if token.lemma_.lower() in WISHES else []


def is_brought(scene: Scene, token: Token, verb: Token) -> bool:
    """Whether a verb's subject only brings a letter from somebody else: "handed over a message from Hu"."""
    return (
        verb.lemma_.lower() in HANDING
        and not any(c.dep_ == "auxpass" for c in verb.children)
        and bool(behind(scene, carriers(token, verb), ("from",)) or wished_by(scene, token))
    )


def met_by_bearer(scene: Scene, verb: Token) -> list[Mention]:
    """Whom the bearer of a letter meets in the clause above: "met Sisi to hand over a letter", "received the envoy, who brought"."""
    head = verb.head
    if verb.dep_ in {"advcl", "xcomp", "conj"} and head.lemma_.lower() in MEETING:
        first, second = agents(scene, head)
        return list(second or first)
    described = head.head if head.pos_ == "ADP" else head
    above = described.head
    if verb.dep_ == "relcl" and above.pos_ in VERBAL and above.lemma_.lower() in MEETING:
        first, second = agents(scene, above)
        own = {a.id for m in mentions_of(scene, described) for a in m.actors}
        return [m for m in (*first, *second) if not own & {a.id for a in m.actors}]
    return []


def receives(verb: Token | None) -> bool:
    """Whether a verb's subject is the one who gets the letter: "received", "got"."""
    return verb is not None and verb.lemma_.lower() in RECEIVING


def came_from(scene: Scene, token: Token, verb: Token) -> tuple[Mention, ...]:
    """From whom a call or a letter came: "a call from Li", "received a call on Monday from Li", "a call received from Li"."""
    holders = [token, *(c for c in token.children if c.dep_ == "acl" and receives(c))]
    holders += [verb] if token.dep_ == "dobj" and token.head == verb and receives(verb) else []
    return acting(behind(scene, holders, ("from",)))


def carriers(token: Token, verb: Token | None) -> Iterator[Token]:
    """The words that a letter's "from" and "to" may hang on: itself, what it is of, its verb: "a letter of thanks from"."""
    yield token
    yield from (obj for _, obj in prepositions(token, ("of",)))
    if verb is not None:
        yield verb


def behind(scene: Scene, holders: Iterable[Token], wanted: tuple[str, ...]) -> list[Mention]:
    """Those who act behind the prepositions of some words."""
    found = [
        m for holder in holders for _, obj in prepositions(holder, wanted) for m in mentions_of(scene, obj)
    ]
    return list(acting(found))


def is_object(child: Token, letter: Token) -> bool:
    """Whether a verb's object is whom the letter is given: "sent Xi a letter"."""
    return child.dep_ == "dative" or (child.dep_ == "dobj" and child.i < letter.i)
