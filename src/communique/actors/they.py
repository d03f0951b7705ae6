"""Whom "they", "them" and "their" mean: a list, a pair, two states, or people whom no mention joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.bounds import is_object
from communique.actors.expressions import WORDS, Expression
from communique.actors.frames import actor_at
from communique.actors.grammar import JUDGING, SUBJECTS, subject_of, verb_of
from communique.actors.rivals import are_people, crowd_between, things_before, things_between
from communique.actors.speakers import speaker_of
from communique.actors.together import together_before
from communique.actors.walk import Walk, body_at
from communique.records import Actor, Mention, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

NEAR_BY = 24  # code points of "and" with what describes the second of two
CAPTIVE = frozenset(
    WORDS["people"]["captive"]
)  # "to secure their release": prisoners', nobody's who speaks of them


def refer_they(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...] | None:
    """ "they": actors named together, but never with the subject of the verb whose object the pronoun is.

    None where the sentence has others for it: "Putin met Trump. Democrats listed four steps they wanted".
    """
    token = walk.token(found.span, sentence)
    if token is not None and things_between(walk, sentence, found.span.start, token):
        return None if many_act(walk, token, sentence) else ()
    quotation = walk.quotation(found.span.start)
    if quotation is not None and not (
        found.word not in {"each other", "one another"}
        and any(quotation.span.start <= j.place < found.span.start for j in walk.discourse.joined)
    ):
        return ()
    if token is not None and (told := by_the_sentence(walk, token, sentence)) is not None:
        return told or None
    if token is not None and things_before(walk, sentence, token):
        return None
    if token is not None and crowd_between(walk, sentence, token):
        return ()
    return together_before(
        walk, sentence, found.span.start, without=none_of_them(walk, found, sentence)
    ) or sides_ahead(walk, found, sentence)


def none_of_them(walk: Walk, found: Expression, sentence: Sentence) -> Actor | None:
    """Who is none of "them": the subject of the verb whose object they are, and who says "they"."""
    quotation = walk.quotation(found.span.start)
    speaker = speaker_of(walk, quotation, sentence) if quotation is not None else None
    token = walk.token(found.span, sentence)
    if speaker is not None or token is None or not is_object(token) or found.word != "them":
        return speaker
    verb = verb_of(token)
    return walk.met(subject_of(verb), sentence) if verb is not None else None


def by_the_sentence(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...] | None:
    """Whom the sentence's own grammar commands; empty where it tells that nobody named is meant, None where it is silent."""
    if listed := listed_before(walk, token, sentence):
        return listed if len(listed) > 1 else ()
    if state := state_acted_on(walk, token, sentence) or people_told(walk, token, sentence):
        return (state,)
    if token.tag_ == "PRP$" and (token.head.lemma_ in CAPTIVE or of_things(walk, token, sentence)):
        return ()
    if (
        body := people_thanked(walk, token, sentence)
        or one_acting(walk, token, sentence)
        or several_acting(walk, token, sentence)
    ):
        return body
    if people := many_named(walk, token, sentence):
        return people
    if both := two_acting(walk, token, sentence):
        return both
    return () if many_act(walk, token, sentence) else None


def one_acting(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The one state or organisation whose "their" is where it acts alone: "asked Russia to step up their fight"."""
    verb = verb_of(token.head) if token.tag_ == "PRP$" else None
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i > token.i or any(c.dep_ == "conj" for c in subject.children):
        return ()
    named = body_at(walk, subject, sentence)
    return named.actors if named is not None else ()


def several_acting(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The several whom the clause's subject means in one: "Both leaders thanked their visitor"."""
    verb = verb_of(token.head) if token.tag_ == "PRP$" else None
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i > token.i or any(c.dep_ == "conj" for c in subject.children):
        return ()
    place = sentence.span.start + subject.idx
    acting = (m for m in walk.here if m.span.start <= place < m.span.end and len(m.actors) > 1)
    return next((m.actors for m in acting), ())


def of_things(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether things in the plural are the clause's subject: "missiles were on their way"."""
    verb = verb_of(token.head)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i > token.i or subject.tag_ != "NNS" or are_people(subject):
        return False
    place = sentence.span.start + subject.idx
    return not any(m.span.start <= place < m.span.end for m in walk.here)


def many_named(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The people of one side whom the sentence, or the subject of the one before, names last: "Russian officials"."""
    place = sentence.span.start + token.idx
    joined = max(
        (j.place for j in walk.discourse.joined if j.sentence == sentence.index and j.place < place),
        default=-1,
    )
    here = [m for m in walk.here if m.span.end <= place and is_people(m)]
    if here:
        return (
            here[-1].actors
            if here[-1].span.start > joined and not acts_on(walk, here[-1], token, sentence)
            else ()
        )
    if joined >= 0 or any(m.span.end <= place and len(m.actors) > 1 for m in walk.here):
        return ()
    last = [m for m in walk.discourse.named if sentence.index - m.sentence == 1]
    if any(j.sentence == sentence.index - 1 for j in walk.discourse.joined) or not last:
        return ()
    leading = [m for m in last if m.subject and not m.quoted]
    return (leading[0].actor,) if len(leading) == 1 and leading[0].form in {"people", "demonym"} else ()


def is_people(mention: Mention) -> bool:
    """Whether a mention names several people of one side: "Russian officials", "the Chileans"."""
    one = len(mention.actors) == 1 and mention.actors[0].type != "person"
    return (
        one
        and mention.form in {"people", "demonym", "office"}
        and mention.text.endswith(("s", "men", "women"))
    )


def acts_on(walk: Walk, mention: Mention, token: Token, sentence: Sentence) -> bool:
    """Whether people are the subject of the verb whose object "them" is: "the officials met them" is others."""
    verb = verb_of(token) if token.lower_ == "them" else None
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and body_at(walk, subject, sentence) == mention


def two_acting(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The two whom "and" joins before a verb that tells a clause of theirs, be the parse of the list what it may.

    "Ryan and Senate No2 John Cornyn suggested they would agree" is those two.
    """
    clause = token.head if token.dep_ in SUBJECTS else None
    speaker = subject_of(clause.head) if clause is not None and clause.dep_ == "ccomp" else None
    if speaker is None or speaker.i > token.i:
        return ()
    place, body = sentence.span.start + speaker.idx, walk.report.body
    persons = [m for m in walk.here if len(m.actors) == 1 and m.actors[0].type == "person"]
    second = next((m for m in persons if m.span.start <= place < m.span.end), None)
    first = max(
        (m for m in persons if second and m.span.end < second.span.start), key=lambda m: m.span, default=None
    )
    if first is None or second is None or first.actors == second.actors:
        return ()
    between = body[first.span.end : second.span.start]
    joined = between.startswith(" and ") and len(between) < NEAR_BY and "," not in between
    return (*first.actors, *second.actors) if joined else ()


def listed_before(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """Those after whom a possessive ends a list: "welcomed Leyva, Murillo and their delegation"; one alone says: nobody here."""
    noun = token.head
    if token.tag_ == "PRP$" and (thanked := thanked_for(walk, token, sentence)):
        return thanked
    if token.tag_ != "PRP$" or noun.dep_ != "conj":
        return ()
    members: list[Token] = []
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
        members.insert(0, noun)
    found = [actor for one in members if (actor := actor_at(walk, one, sentence))]
    return tuple({actor.id: actor for actor in found}.values())


def people_thanked(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The one side's people who are praised for what is theirs: "thanked the Iranian leadership for their support"."""
    verb = verb_of(token.head) if token.tag_ == "PRP$" else None
    if verb is None or verb.lemma_ not in JUDGING:
        return ()
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    named = body_at(walk, told, sentence) if told is not None else None
    return named.actors if named is not None and named.form == "people" else ()


def thanked_for(walk: Walk, token: Token, sentence: Sentence) -> tuple[Actor, ...]:
    """The several who are praised for what is theirs: "congratulated Petro and Márquez on their election"."""
    verb = verb_of(token.head)
    if verb is None or verb.lemma_ not in JUDGING:
        return ()
    first = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    members = [first, *(c for c in first.children if c.dep_ == "conj" and c.i < token.i)] if first else []
    found = [actor_at(walk, one, sentence) for one in members]
    return tuple(actor for actor in found if actor) if len(found) > 1 and all(found) else ()


def state_acted_on(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The state whose doing is praised or blamed: "congratulated the Maldives on opening their embassy"."""
    verb = verb_of(token.head) if token.tag_ == "PRP$" else None
    if verb is None or verb.dep_ != "pcomp" or verb.tag_ != "VBG":
        return None
    told = next((c for c in verb.head.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
    named = body_at(walk, told, sentence) if told is not None else None
    return named.actors[0] if named is not None and named.form == "state" else None


def people_told(walk: Walk, token: Token, sentence: Sentence) -> Actor | None:
    """The people who are told a clause of which "they" is the subject: "told the Poles that they had missed it"."""
    clause = token.head if token.dep_ in SUBJECTS else None
    if clause is None or clause.dep_ != "ccomp":
        return None
    told = next((c for c in clause.head.children if c.dep_ in {"dobj", "dative"} and c.i < token.i), None)
    named = body_at(walk, told, sentence) if told is not None else None
    return named.actors[0] if named is not None and named.form in {"demonym", "people"} else None


def many_act(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether people whom no mention joins act before "they" in its sentence: "Democrats listed what they want".

    So do two of whom one is nobody known: "Ryan and a senator suggested they would agree".
    """
    for one in token.doc[: token.i]:
        if one.dep_ not in SUBJECTS or one.i == token.i:
            continue
        several = [one, *(c for c in one.children if c.dep_ == "conj")]
        known = [actor_at(walk, each, sentence) for each in several]
        plural = one.tag_ == "NNPS" or one.tag_ == "NNS" and are_people(one)
        covered = any(
            m.span.start <= sentence.span.start + one.idx < m.span.end and m.actors for m in walk.here
        )
        if plural and not covered or len(several) > 1 and not all(known) and any(known):
            return True
    return False


def sides_ahead(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """The list that a possessive in an opening phrase looks ahead to: "In their call, Putin and Xi agreed"."""
    if found.word != "their":
        return ()
    ahead = [j for j in walk.discourse.joined if j.sentence == sentence.index and j.place > found.span.start]
    return ahead[0].actors if ahead and len(ahead[0].actors) == 2 else ()
