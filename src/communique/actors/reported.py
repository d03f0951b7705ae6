"""Who speaks is "he" in what he says: "Lavrov said he would come", and "He added" in the sentence after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.ahead import subject_met
from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import SUBJECTS, Words, agent_of, objects_of, subject_of
from communique.actors.told import SPOKEN, judged_before, lean_of_judged, lean_of_told, principal
from communique.actors.unnamed import NOBODY, is_unnamed
from communique.actors.walk import Walk
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

SPEECH = frozenset(WORDS["verbs"]["speech"])
CONTINUING = frozenset(WORDS["verbs"]["continuing"])
REPLYING = frozenset(WORDS["verbs"]["replying"])
ATTESTING = frozenset(WORDS["verbs"]["attesting"])
REFUSING = frozenset(WORDS["verbs"]["refusing"])
VOWING = frozenset({"promise", "pledge", "vow"})
ASKING = frozenset({"ask", "urge", "press", "invite", "beg", "demand", "request"})
HUMAN = frozenset(WORDS["people"]["nouns"])


def reporter(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who says the clause in which a pronoun stands: "Putin told Macron that he had doubts" is Putin's doubts.

    What one must do is the hearer's: "Putin told Macron that he must choose".
    """
    clause = clause_of(token)
    if clause is None or clause.dep_ != "ccomp" or walk.quotation(found.span.start) is not None:
        return None
    verb = clause.head
    speaker = subject_of(verb)
    if verb.tag_ == "VBG" and verb.i and walk.human(verb.nbor(-1), sentence):
        speaker = verb.nbor(-1)  # "the Russian president suggesting he had won"
    if verb.lemma_ not in SPOKEN or speaker is None or speaker.i > token.i:
        return None
    own = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if own is not None and own.i != token.i and token.dep_ not in {"dobj", "dative", "iobj"}:
        acting = walk.human(own, sentence)
        if acting is not None and walk.fits(found.word)(acting):
            return None
    if (teller := agent_of(verb)) is not None and speaker.dep_ == "nsubjpass":
        return told_by(walk, found, (teller, speaker), sentence)
    said = principal(walk, speaker, sentence) or walk.human(speaker, sentence)
    if said is None:
        return NOBODY if is_unnamed(walk, speaker, found.word, sentence) else None
    told = next((one for one in objects_of(verb) if heard(walk, found, one, sentence)), None)
    if told is not None and not walk.fits(found.word)(said):
        return walk.human(told, sentence)
    if token.dep_ not in SUBJECTS and not is_of_subject(token, clause):
        return said if told is None else heard_again(walk, token, told, sentence)
    return by_what_is_told(walk, found, (token, sentence), (clause, said, told))


def by_what_is_told(
    walk: Walk, found: Expression, at: tuple[Token, Sentence], telling: tuple[Token, Actor, Token | None]
) -> Actor | None:
    """Of whom a clause is that is told: of who says it, of who hears it, or of whom it praises or blames."""
    (token, sentence), (clause, said, told) = at, telling
    acts = token.dep_ in SUBJECTS
    if acts and opens_with_another(walk, found, clause, said, sentence):
        return NOBODY
    if told is not None:
        leaning = lean_of_told(clause.head, clause)
    else:
        told = judged_before(walk, found, clause.head, sentence) if acts else None
        leaning = lean_of_judged(clause.head, clause) if told is not None else False
    return NOBODY if leaning is None else walk.human(told, sentence) if leaning else said


def heard_again(walk: Walk, token: Token, told: Token, sentence: Sentence) -> Actor | None:
    """Who is meant by no subject of what is told: "promised him that nobody would touch him" is one, else either."""
    return walk.human(told, sentence) if told.lower_ == token.lower_ else NOBODY


def is_of_subject(token: Token, clause: Token) -> bool:
    """Whether a possessive belongs to the subject of its clause: "told Abe that his forces must go"."""
    return token.tag_ == "PRP$" and token.head.dep_ in SUBJECTS and token.head.head.i == clause.i


def opens_with_another(
    walk: Walk, found: Expression, clause: Token, said: Actor | None, sentence: Sentence
) -> bool:
    """Whether a clause that is told begins with one of another: "said that when Abe took office he had promised" is either's."""
    before = [c for c in clause.children if c.dep_ == "advcl" and c.i < clause.i]
    acting = (s for c in before for s in c.children if s.dep_ in SUBJECTS)
    others = (walk.human(one, sentence) for one in acting)
    fits = walk.fits(found.word)
    return any(one is not None and one != said and fits(one) for one in others)


def told_by(walk: Walk, found: Expression, who: tuple[Token, Token], sentence: Sentence) -> Actor | None:
    """Who is meant in what somebody is told by another: the one of the two who agrees, nobody where both do.

    "Ban was told by Machar that he would come" is either's coming, "was told by a doctor" may be the doctor's.
    """
    fits = walk.fits(found.word)
    persons = [actor for token in who if (actor := walk.human(token, sentence)) is not None and fits(actor)]
    return NOBODY if len(persons) > 1 else persons[0] if persons else None


def heard(walk: Walk, found: Expression, one: Token, sentence: Sentence) -> bool:
    """Whether a word is somebody told who may be meant by the pronoun, too."""
    hearer = walk.human(one, sentence)
    if one.lower_ in {"him", "her"}:
        return (one.lower_ == "her") == (found.word in {"she", "her", "hers"})
    return hearer is not None and walk.fits(found.word)(hearer)


def clause_of(token: Token) -> Token | None:
    """The verb of the clause in which a word stands, itself a subject, an object or a possessive of it."""
    for _ in range(6):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.dep_ in {"relcl", "acl", "ROOT"}:
            return None
        token = token.head
    return None


def speaks_on(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who spoke in the sentence before goes on, who was told replies: "Peskov said that Trump had called. He added ..."."""
    if (
        walk.speaking is None
        or sentence.index - walk.speaking[0] != 1
        or token.dep_ not in SUBJECTS
        or token.head.lemma_ not in CONTINUING | REPLYING | REFUSING | VOWING
        or walk.quotation(found.span.start) is not None
        or subject_met(walk, found, sentence)
    ):
        return None
    if walk.asking and token.head.lemma_ in VOWING:
        return NOBODY  # "Abe urged Moon to pay. He promised to think of it" is Moon's word, "promised more" Abe's
    if token.head.lemma_ in REFUSING and (walk.asking or token.head.lemma_ not in CONTINUING):
        return walk.told if walk.asking else None
    if token.head.lemma_ in VOWING:
        return None
    return walk.told if token.head.lemma_ in REPLYING else walk.speaking[1]


def asked_of(verb: Token) -> list[Token]:
    """Who is asked to do something, where the parse makes him the subject of what he is asked to do."""
    asked = (c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i)
    return [s for c in asked for s in c.children if s.dep_ in SUBJECTS and s.i < c.i]


def note_speaking(walk: Walk, sentence: Sentence, words: Words) -> None:
    """Remembers who speaks in a sentence: the subject of its main reporting verb."""
    for token in words.verbs:
        if token.lemma_ in SPEECH | ATTESTING | ASKING and token.dep_ in {"ROOT", "conj"}:
            place = sentence.span.start + token.idx
            if walk.quotation(place) is None and (subject := subject_of(token)) is not None:
                nobody = NOBODY if subject.lemma_ in HUMAN else None  # "an Israeli official said": he goes on
                walk.speaking = (sentence.index, walk.human(subject, sentence) or nobody)
                told = [one for one in objects_of(token) if one.dep_ != "pobj"] or asked_of(token)
                walk.told = walk.human(told[0], sentence) if told else None
                walk.asking = token.lemma_ in ASKING
                return
