"""Whose "his" or "her" is by the clause that it stands in: who is praised, whose office it is, at whose wish one acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.actors.bounds import ids
from communique.actors.expressions import WORDS
from communique.actors.grammar import JUDGING, SUBJECTS, agent_of, subject_of, verb_of
from communique.actors.leanings import owner_leant_to
from communique.actors.unnamed import NOBODY, is_unnamed
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

AS_OFFICE = re.compile(r"(?:his|her) (?:[\w-]+ ){1,2}as (?:the )?")
WISHES = frozenset(WORDS["people"]["wishes"])
GREETINGS = frozenset(WORDS["people"]["greetings"])
CARRYING = frozenset(WORDS["verbs"]["carrying"])
CONTROLLING = frozenset(WORDS["verbs"]["controlling"])
ASKING = frozenset({"ask", "inquire", "enquire"})
FATES = frozenset(WORDS["people"]["fates"])


def held_by(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Who holds the office as which a possessive's own deed is told: "since his re-election as French president"."""
    place, body = sentence.span.start + token.idx, walk.report.body
    held = (m for m in walk.here if m.form == "office" and AS_OFFICE.fullmatch(body, place, m.span.start))
    return next((m.actors[0] for m in held if len(m.actors) == 1 and m.actors[0].type == "person"), None)


def in_others_clause(walk: Walk, token: Token, sentence: Sentence, ranked: set[str]) -> bool:
    """Whether a possessive stands in a state's clause behind one that names two who agree: either may be meant.

    "Putin backs Assad, while Washington wants an end to his rule" is Assad's or Putin's.
    """
    verb = verb_of(token.head)
    subject = subject_of(verb) if verb is not None and verb.dep_ in {"advcl", "conj"} else None
    if verb is None or subject is None or subject.i > token.i or subject.head.i != verb.i:
        return False
    place = sentence.span.start + subject.idx
    here = {m.actor.id for m in walk.discourse.named if m.sentence == sentence.index and m.place < place}
    return walk.human(subject, sentence) is None and len(here & ranked) > 1


def asked_by_others(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Who acts at another's wish: "telephoned Zelensky and then, at his request, Putin" is not the caller's request."""
    if (
        token.tag_ != "PRP$"
        or token.head.lemma_ not in WISHES
        or token.head.head.lower_ not in {"at", "on", "upon"}
    ):
        return set()
    verb = verb_of(token.head)
    own = verb is None or any(c.lower_ == "own" for c in token.head.children)  # "at his own wish"
    return set() if own or verb is None else ids(walk.human(subject_of(verb), sentence))


def owner_near(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """Whom a possessive's own clause names before it: whom somebody thanks "for his policy", else the clause's subject."""
    verb = verb_of(token.head)
    if verb is None:
        return None
    if (asking := who_sends(walk, token, verb, sentence)) is not None:
        return asking
    if (other := owner_leant_to(walk, token, verb, sentence)) is not None:
        return other
    judged = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    reasons = {"for", "over", "on"} if verb.lemma_ in JUDGING else {"for", "over"}
    owned = token.head
    while owned.dep_ == "poss" and owned.head.i > owned.i:  # "thanked Dar for his country's support"
        owned = owned.head
    behind = owned.head.lower_ in reasons and owned.dep_ == "pobj"
    if judged is not None and behind and (one := walk.human(judged, sentence)):
        return one
    agent = agent_of(verb)
    if agent is not None and agent.i < token.i and (doer := walk.human(agent, sentence)):
        return doer  # "a survey ordered by Biden in his first week"
    subject = subject_of(verb)
    if subject is None or subject.i > token.i:
        return None
    if is_unnamed(walk, subject, token.text, sentence) or one_of_two(walk, subject, token, sentence):
        return NOBODY
    return walk.human(subject, sentence)


def one_of_two(walk: Walk, subject: Token, token: Token, sentence: Sentence) -> bool:
    """Whether a possessive is of one of two who act as one: "Putin and Xi met in his office" is either's."""
    fits = walk.fits(token.text)
    several = [subject, *(c for c in subject.children if c.dep_ == "conj" and c.i < token.i)]
    persons = [actor for one in several if (actor := walk.human(one, sentence)) is not None and fits(actor)]
    return len(persons) > 1


def of_the_praised(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether a possessive is of one who is praised and is no mention: "congratulated his colleague on his appointment"."""
    verb = verb_of(token.head)
    if verb is None or token.head.dep_ != "pobj" or verb.lemma_ not in JUDGING:
        return False
    praised = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    return praised is not None and praised.tag_ == "NN" and walk.human(praised, sentence) is None


def who_sends(walk: Walk, token: Token, verb: Token, sentence: Sentence) -> Actor | None:
    """Whose greetings somebody is asked to carry: "asked Chang to convey his regards to Xi" are the asker's."""
    if (
        token.head.lemma_ not in GREETINGS
        or verb.lemma_ not in CARRYING
        or verb.dep_ not in {"xcomp", "ccomp"}
    ):
        return None
    asking = verb_of(verb.head) if verb.head.i != verb.i else None
    if asking is None or asking.lemma_ not in CONTROLLING:
        return None
    subject = subject_of(asking)
    return walk.human(subject, sentence) if subject is not None and subject.i < asking.i else None


def judged_by(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Whose a possessive is not: nobody praises "his" own plan, nor acts after "his" own death."""
    if token.tag_ != "PRP$":
        return set()
    noun = token.head
    verb = verb_of(noun)
    if verb is None:
        return set()
    judged = noun.dep_ == "dobj" and noun.head.lemma_ in JUDGING
    prep = noun.head
    judged |= (
        prep.lower_ in {"about", "after"} and prep.head.lemma_ in ASKING
    )  # "phoned Xi to ask about his health"
    if not judged and noun.lemma_ not in FATES:
        return set()
    whose = [subject_of(verb)]
    if not judged:
        whose.append(next((t for t in reversed(token.doc[: token.i]) if t.dep_ in SUBJECTS), None))
    return {id for one in whose for id in ids(walk.human(one, sentence))}
