"""Whom grammar forbids or commands: a verb's object is not its subject, the one asked is the subject of what is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import SUBJECTS, asked_by, first_of_list, objects_of, subject_of, verb_of
from communique.actors.leanings import BRIEFING
from communique.actors.speakers import hearer_of, speaker_of
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

RECEIVING = frozenset(WORDS["verbs"]["receive"])
CONTROLLING = frozenset(WORDS["verbs"]["controlling"])
PAIR = 2
TELLING = frozenset(
    {
        "tell",
        "assure",
        "inform",
        "remind",
        "answer",
        "ask",
        "thank",
        "warn",
        "brief",
        "urge",
        "promise",
        "invite",
    }
)
MEETING = frozenset(
    {"see", "visit", "meet", "call", "telephone", "phone", "ring", "approach", "receive", "invite"}
)
SEEING = frozenset({"see", "visit"})
HOUSES = frozenset(WORDS["people"]["houses"])
CARRYING = frozenset({"bring", "take", "carry", "have"})
ADDRESS = re.compile(r"\b[Yy]ou\b")
ASKING = frozenset({"ask", "inquire"})
AROUND = frozenset(
    {
        "beside",
        "behind",
        "near",
        "around",
        "before",
        "above",
        "below",
        "over",
        "under",
        "alongside",
        "next",
        "between",
        "among",
    }
)


def hearer_asked(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Who is asked, where the pronoun is the subject of what is asked: "asked Zelensky whether he had thanked"."""
    clause = token.head
    asking = clause.head if token.dep_ in SUBJECTS and clause.dep_ in {"ccomp", "advcl"} else None
    if asking is None or asking.lemma_ not in ASKING or not is_question(clause, token):
        return None
    return next((a for one in objects_of(asking) if (a := walk.met(one, sentence))), None)


def is_question(clause: Token, subject: Token) -> bool:
    """Whether a clause asks what its subject does: "whether he had come", "why he left"; "what he could do" is the asker's."""
    if any(c.lower_ in {"whether", "if"} for c in clause.children):
        return True
    asked = any(t.tag_ in {"WP", "WRB", "WDT"} for t in subject.doc[max(0, subject.i - 2) : subject.i])
    return asked and not any(c.tag_ == "MD" and c.lower_ not in {"would", "will"} for c in clause.children)


def named_behind(walk: Walk, found: Expression, token: Token, free: Callable[[Actor], bool]) -> Actor | None:
    """The one person whom the sentence names behind the quotation: "I told him," said Ahmadinejad of his talk with Ban."""
    quotation = walk.quotation(found.span.start)
    acts = token.dep_ in SUBJECTS and quotation is not None
    last = quotation.span.end if acts and quotation else found.span.end  # not "He will speak to Najib"
    behind = {
        m.actors[0].id: m.actors[0]
        for m in walk.here
        if m.span.start >= last and len(m.actors) == 1 and m.actors[0].type == "person"
    }
    left = [actor for actor in behind.values() if free(actor)]
    return left[0] if len(left) == 1 else None


def excluded(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> set[str]:
    """Whom a pronoun cannot mean: the subject of the verb whose object it is, that verb's other objects, its own speaker."""
    banned: set[str] = set()
    if token.tag_ == "PRP$":
        banned |= ids(walk.human(token.head, sentence))  # "his rival Ouattara" is not Ouattara's
    if token.tag_ == "PRP$" or found.word.endswith("self"):
        return banned | said_by(walk, found, sentence)
    verb = verb_of(token)
    if verb is not None and token.dep_ in SUBJECTS and token.lower_ in {"him", "her", "them"}:
        verb = verb_of(verb.head)  # "asked him to come": the one who asks is banned
    if verb is not None and gone_to(walk, verb, sentence) is not None:
        verb = verb.head
    if verb is not None and is_object(token):
        subject = subject_of(verb) or opening_name(verb)
        banned |= {id for one in listed(subject) for id in acting_at(walk, one, sentence)}
    if verb is not None and token.dep_ in SUBJECTS:
        objects = (one for one in objects_of(verb) if one.i != token.i and one.dep_ != "attr")
        banned |= {id for one in objects for id in ids(walk.met(one, sentence))}
    banned |= {id for one in joined_with(token) for id in ids(walk.met(one, sentence))}
    return banned | said_by(walk, found, sentence)


def opening_name(verb: Token) -> Token | None:
    """The name with which a sentence opens whose verb has no subject by the parse: "Modi, in his first speech, did not mention him"."""
    if verb.dep_ != "ROOT":
        return None
    return next((c for c in verb.children if c.i < verb.i and c.tag_ == "NNP" and c.left_edge.i == 0), None)


def acting_at(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Who stands at a word, one or several: both guests of "The two visitors asked him"."""
    place = sentence.span.start + token.idx
    groups = (m for m in walk.here if m.span.start <= place < m.span.end and len(m.actors) > 1)
    group = next(groups, None)
    return {actor.id for actor in group.actors} if group is not None else ids(walk.met(token, sentence))


def is_object(token: Token) -> bool:
    """Whether a word is an object of its verb; "beside him" is no object, the subject may well stand beside himself."""
    if token.dep_ == "pobj":
        along = token.head.lower_ == "with" and token.head.head.lemma_ in CARRYING
        return token.head.lower_ not in AROUND and not along
    return token.dep_ in {"dobj", "dative"} or token.lower_ in {"him", "them"}


def joined_with(token: Token) -> list[Token]:
    """Those in one list with a word, in whichever way the parse joins them: Ann and Li of "he, Ann and Li met"."""
    heads = [token, token.head] if token.dep_ == "conj" else [token]
    if token.dep_ in SUBJECTS:
        heads += [c for c in token.head.children if c.dep_ in SUBJECTS]
    return [one for head in heads for one in listed(head) if one.i != token.i]


def listed(token: Token | None) -> list[Token]:
    """A word and those joined to it: all of "Buhari and Sirleaf"."""
    if token is None:
        return []
    members = [token]
    for member in members:
        members += [c for c in member.children if c.dep_ == "conj" and c.i > member.i]
    return members


def said_by(walk: Walk, found: Expression, sentence: Sentence) -> set[str]:
    """Who says the quotation in which the pronoun stands, and whom it calls "you": "he" there is somebody else."""
    quotation = walk.quotation(found.span.start)
    speaker = speaker_of(walk, quotation, sentence) if quotation else None
    if quotation is None or speaker is None:
        return set()
    addressed = ADDRESS.search(quotation.span.of(walk.report.body)) is not None
    hearer = hearer_of(walk, quotation, sentence, speaker) if addressed else None
    return ids(speaker) | ids(hearer)


def ids(actor: Actor | None) -> set[str]:
    """An actor's id, if there is one."""
    return {actor.id} if actor else set()


def object_before(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Whom a possessive takes up within its phrase: "thanked him for his letter", "Trump's words and his tone", "Xi and his wife"."""
    noun = token.head
    while noun.dep_ == "poss" and noun.head.i > noun.i:
        noun = noun.head
    if noun.dep_ == "conj":
        first = first_of_list(noun)
        owner = next((c for c in first.children if c.dep_ == "poss"), None)
        if owner is not None and (actor := walk.human(owner, sentence)) is not None:
            return actor
        if noun.head.i == token.i - 2 and (actor := walk.human(noun.head, sentence)) is not None:
            return actor
    doc = token.doc
    if noun.head.lower_ == "including":  # "reviewed Lee's visit, including his talks"
        owners = [t for t in doc[: token.i] if t.dep_ == "poss" and t.tag_ != "PRP$"]
        return walk.human(owners[-1], sentence) if owners else None
    for one in reversed(doc[max(0, token.i - 4) : token.i]):
        if (
            one.lower_ in {"him", "her"}
            and (one.dep_ == "dobj" or token.head.head.lower_ in {"for", "on", "over"})
            and not (one.head.lemma_ in BRIEFING and token.head.head.lower_ in {"on", "about", "of"})
            and one.dep_ in {"dobj", "dative"}
            and not any(t.tag_.startswith("VB") for t in doc[one.i : token.i])
        ):
            return walk.met(one, sentence)
    return None


def seen_at_home(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """In whose house somebody is seen: "drove to Ramallah to see Arafat in his headquarters" is Arafat's."""
    prep = token.head.head
    if token.tag_ != "PRP$" or token.head.dep_ != "pobj" or prep.lower_ not in {"in", "at"}:
        return None
    verb = verb_of(prep)
    if verb is None or verb.lemma_ not in SEEING | RECEIVING or token.head.lemma_ not in HOUSES:
        return None
    if verb.lemma_ in RECEIVING:  # "receives her at her house"
        host = subject_of(verb)
        return walk.human(host, sentence) if host is not None and host.i < verb.i else None
    seen = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    return walk.human(seen, sentence) if seen is not None else None


def done_on(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """To whom somebody goes on doing: "rang Ban and told him", "called Xi to thank him", "flew with Biden and left him".

    The object of the verb that goes on is the object of the verb before, where both have one subject.
    """
    to = token.dep_ == "pobj" and token.head.lower_ in {"to", "with"}
    if token.lower_ not in {"him", "her"} or not (to or token.dep_ in {"dobj", "dative"}):
        return None
    verb = verb_of(token)
    if verb is not None and (visited := gone_to(walk, verb, sentence)):
        return visited
    if (
        verb is None
        or to
        or verb.dep_ not in {"conj", "xcomp", "advcl", "acl", "relcl"}
        or verb.head.i > verb.i
    ):
        return None
    above = verb_of(verb.head)
    if above is None or any(c.dep_ in SUBJECTS for c in verb.children) or asked_by(verb) is not None:
        return None
    before = [one for one in objects_of(above) if one.i < verb.i]
    persons = [actor for one in before if (actor := walk.human(one, sentence))]
    return persons[0] if len(persons) == 1 else None


def told_back(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Whom somebody answers who has been called or received: "Bush telephoned Olmert. Olmert told him" is Bush."""
    to = token.dep_ == "pobj" and token.head.lower_ == "to"
    if token.lower_ not in {"him", "her"} or not (to or token.dep_ in {"dobj", "dative"}):
        return None
    verb = verb_of(token)
    subject = subject_of(verb) if verb is not None and verb.lemma_ in TELLING else None
    speaker = walk.human(subject, sentence) if subject is not None else None
    if speaker is None:
        return None
    for frame in reversed(walk.frames):
        pair = [actor for actor in (frame.agent, frame.patient) if actor is not None]
        if sentence.index - frame.sentence > 1:
            return None
        if len(pair) == PAIR and any(actor.id == speaker.id for actor in pair):
            return next(actor for actor in pair if actor.id != speaker.id)
    return None


def gone_to(walk: Walk, verb: Token, sentence: Sentence) -> Actor | None:
    """Whom one sees in order to do something to him: "went to see Marcos to talk to him" is Marcos, be he parsed as who talks."""
    above = verb.head
    if (
        above.lemma_ not in MEETING - CONTROLLING
        or above.i > verb.i
        or not any(c.lower_ == "to" for c in verb.children)
    ):
        return None
    seen = [c for c in above.children if c.dep_ == "dobj" and c.i < verb.i]
    seen += [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and above.i < c.i]
    return walk.human(seen[0], sentence) if len(seen) == 1 else None


def asked_to(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Who is to do something: "a promise from Gbagbo for him to go" is Gbagbo's going."""
    if token.lower_ not in {"him", "her"} or token.dep_ not in SUBJECTS:
        return None
    verb = verb_of(token.head.head) if token.head.head.i != token.head.i else None
    if verb is None or not any(c.lower_ == "for" for c in token.head.children):
        return None
    asking = ids(walk.human(subject_of(verb), sentence))  # "Carney repeated the call for him to return"
    named = [a for one in objects_of(verb) if one.i < token.i and (a := walk.human(one, sentence))]
    named = [a for a in named if a.id not in asking]
    return named[-1] if named else None
