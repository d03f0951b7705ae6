"""Whose action a verb or a noun is: through control, coordination, relative clauses and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.grammar import praised_for
from communique.contacts.cues import load_cues, words
from communique.contacts.scene import VERBAL

if TYPE_CHECKING:
    from communique.sentences import Token


SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CONTROL = words("control")
DEPENDENT = frozenset("xcomp ccomp advcl pcomp acomp oprd aux dep".split())
ACCEPTING = words("accepting")
IN_ORDER = words("in_order")
SPEECH = words("speech")
ASKED_IN = frozenset({"in", "during", "by", "over"})
DEEPEST = 4
OF_ONE = frozenset({"is", "was", "has"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Whose action a verb is: its own subject, or the one that control, coordination or a relative clause gives it."""
    own = subject_words(token)
    if own:
        return own_subjects(token, own)
    if depth > DEEPEST:
        return []
    head = token.head
    if token.dep_ == "conj" and head.pos_ in VERBAL:
        return subjects(head, depth + 1)
    if token.dep_ in DEPENDENT and head != token:
        return controlled_subjects(token, depth)
    if token.dep_ in {"acl", "relcl"}:
        if (asked := asked_beside(token)) is not None:
            return [asked]
        if (called := called_who(head)) is not None:
            return [called]
        described = token.tag_ in {"VBG", "VBN", "VBD"} or head.pos_ == "PROPN"
        return [head] if described else noun_subjects(head, depth)
    return []


def called_who(noun: Token) -> Token | None:
    """Who did what is told of a noun that is the subject: "The last leader to meet Xi was Malcolm Turnbull"."""
    verb = noun.head
    counted = any(c.lower_ in IN_ORDER for c in noun.children)
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or not counted:
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ == "PROPN"), None)


def asked_beside(token: Token) -> Token | None:
    """Who is to act where the parse hangs the deed on a letter or a call: "invited Xi in a letter to visit Lima"."""
    noun = token.head
    verb = noun.head.head
    if token.tag_ != "VB" or noun.dep_ != "pobj" or noun.head.lower_ not in ASKED_IN:
        return None
    if verb.pos_ not in VERBAL or verb.lemma_ not in CONTROL or not has_to(token):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i), None)


def subject_words(verb: Token) -> list[Token]:
    """The subjects that hang on a verb, and behind them those that hang on its auxiliaries."""
    own: list[Token] = []
    lent: list[Token] = []
    for child in verb.children:
        if child.dep_ in SUBJECT:
            own.append(child)
        elif child.children and child.dep_ in AUXILIARIES:
            lent += [c for c in child.children if c.dep_ in SUBJECT]
    return own + lent


def own_subjects(token: Token, own: list[Token]) -> list[Token]:
    """A verb's own subject; "who" is the noun that it describes, "I" who is quoted, "it" nobody."""
    word = own[0].lower_
    if word in {"who", "that", "which"} and token.dep_ == "relcl":
        return [beside_who(own[0], token.head) if word == "who" else token.head]
    if word == "it" and token.dep_ == "ccomp" and token.head.lemma_ in SPEECH:
        return [c for c in token.head.children if c.dep_ in SUBJECT and c.lower_ != "it"]
    if word in {"it", "there", "which", "that"}:
        return []
    if word in {"i", "we"} and (speaker := quoting_subject(token)):
        return speaker
    return own


def beside_who(who: Token, head: Token) -> Token:
    """Whom "who" means where the parse hangs its clause further up: "spoke after a meeting with Biya, who flew home"."""
    place = who.i - 1
    before = who.doc[place - 1 if place > 0 and who.doc[place].lower_ == "," else place]
    if before.dep_ == "conj" and before.pos_ == "PROPN" and who.head.lower_ in OF_ONE:
        return before  # "Kiir and Museveni, who is on a visit to Juba, signed"
    met = before.dep_ == "pobj" and before.head.lower_ == "with"
    if before.pos_ != "PROPN" or not (met or head.lemma_.lower() in load_cues().nouns):
        return head
    return before


def controlled_subjects(token: Token, depth: int) -> list[Token]:
    """The subject that the word above gives a verb: "he plans to meet", "was able to meet", "his offer to meet"."""
    head = token.head
    if token.dep_ == "pcomp" or head.pos_ == "ADP":
        head = head.head
        if describes_thing(head):
            return noun_subjects(head.head, depth)
    if head.pos_ in VERBAL or head.dep_ == "ROOT":
        return verb_subjects(token, head, depth)
    if head.pos_ == "ADJ":
        return subjects(head.head, depth + 1) if head.head.pos_ in VERBAL else []
    if head.pos_ in {"NOUN", "PROPN"}:
        return noun_subjects(head, depth)
    return []


def describes_thing(verb: Token) -> bool:
    """Whether a verb describes a thing, which does nothing itself: "called off a visit that had been set after speaking"."""
    if verb.dep_ != "relcl" or verb.head.pos_ != "NOUN":
        return False
    return any(c.dep_ == "nsubjpass" and c.lower_ in {"that", "which"} for c in verb.children)


def verb_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """The subject that a verb above gives: its own, or its object where it controls ("asked him to meet")."""
    clause = next((c for c in head.children if c.dep_ == "ccomp" and head.i < c.i < token.i), None)
    if clause is not None and token.dep_ in {"pcomp", "advcl", "xcomp"}:
        return subjects(clause, depth + 1)
    objects = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
    if token.dep_ == "ccomp" and is_finite(token) and head.lemma_ in SPEECH:
        between = [c for c in objects if head.i < c.i < token.i]
        if between:  # "said the minister had met": the parse takes the subject for the object of "said"
            return between[-1:]
    clausal = token.dep_ in {"xcomp", "ccomp", "advcl"} and token.tag_ in {"VB", "VBG"}
    if objects and clausal and head.lemma_ in CONTROL and has_to(token):
        return objects[:1]
    if token.dep_ == "pcomp" and praised_for(token) is not None:
        return objects
    passive = [c for c in head.children if c.dep_ == "nsubjpass"]
    return passive or subjects(head, depth + 1)


def quoting_subject(token: Token) -> list[Token]:
    """Who says "I" in a quotation: the subject of the verb that quotes it."""
    for _ in range(5):
        head = token.head
        if head == token:
            return []
        if token.dep_ == "ccomp" and head.pos_ in VERBAL:
            speaker = [c for c in head.children if c.dep_ in SUBJECT and c.lower_ not in {"i", "we", "it"}]
            if speaker:
                return speaker
        token = head
    return []


def noun_subjects(noun: Token, depth: int) -> list[Token]:
    """Whose noun it is: "Trump's offer to host Putin", "made a decision to meet"."""
    if noun.lemma_.lower() in {"invitation", "invite"}:
        return invited(noun, depth)
    owners = [c for c in noun.children if c.dep_ == "poss"]
    by = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "of"}]
    owners = owners or [g for c in by for g in c.children if g.dep_ == "pobj"]
    if owners:
        return owners
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "pobj", "conj", "npadvmod"}:  # "flew home a day after meeting Li"
        while verb.head != verb and (verb.pos_ == "ADP" or verb.dep_ == "conj"):
            verb = verb.head
        if verb.pos_ in VERBAL:
            return subjects(verb, depth + 1)
    return []


def travellers(token: Token) -> list[Token]:
    """Who travels; a bare "visiting" is of the noun right before it: "met Li and his delegation currently visiting Oman"."""
    before = next((t for t in reversed(token.doc[: token.i]) if t.pos_ != "ADV"), None)
    bare = token.tag_ == "VBG" and token.dep_ in {"advcl", "acl"} and token.lemma_ in {"visit", "tour"}
    if not bare or before is None or before.pos_ not in {"NOUN", "PROPN"} or has_to(token):
        return subjects(token)
    while before.dep_ == "conj" and before.head.pos_ in {"NOUN", "PROPN"}:
        before = before.head
    return [before]


def invited(noun: Token, depth: int) -> list[Token]:
    """Who is to act on an invitation: who accepts it, else whom it is extended to."""
    if noun.head.pos_ in VERBAL and noun.head.lemma_ in ACCEPTING:
        return subjects(noun.head, depth + 1)
    holders = [c for holder in (noun, noun.head) for c in holder.children]
    to = [c for c in holders if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "for"}]
    return [g for c in to for g in c.children if g.dep_ == "pobj"][:1]


def is_finite(token: Token) -> bool:
    """Whether a verb stands in a tense of its own: "met", "had been received", not "to meet" or "meeting"."""
    return token.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in token.children
    )


def infinitives_below(verb: Token) -> list[Token]:
    """What a verb, or the adjective behind "is", says is to be done: "were to hold", "was due to hold"."""
    ready = [g for c in verb.children if c.dep_ == "acomp" for g in c.children]
    return [c for c in [*verb.children, *ready] if c.dep_ == "xcomp" and has_to(c)]


def has_to(token: Token) -> bool:
    """Whether an infinitive has its "to"."""
    return "to" in [c.lower_ for c in token.children]


def is_on_the_way(verb: Token) -> bool:
    """Whether a journey was going on when it was told: "was flying to Lima today for talks"."""
    return verb.tag_ == "VBG" and any(c.lower_ in {"was", "were"} and c.dep_ == "aux" for c in verb.children)


def infinitive_before(verb: Token) -> Token:
    """The infinitive that a bare one continues, where the parse joins it to the verb above: "is set to tour Lima, and meet Lee"."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VB" or above.tag_ not in {"VBN", "VBD", "VBZ", "VBP"}:
        return verb
    if any(c.dep_ in {"aux", "auxpass", "neg"} or c.dep_ in SUBJECT for c in verb.children):
        return verb
    found = [c for c in above.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < verb.i and has_to(c)]
    return found[-1] if found else verb


def has_own_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def is_said_aside(verb: Token) -> bool:
    """Whether a relative clause tells its own deed: "on Monday, when he came to see her", "the envoy who will meet Ruto"."""
    if verb.dep_ != "relcl":
        return False
    when = verb.tag_ in FINITE and any(c.dep_ == "advmod" for c in verb.children)
    return when or any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children)
