"""Whom "he", "her" or "himself" means: what grammar commands first, then the most salient person who agrees."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.actors.ahead import subject_ahead
from communique.actors.bounds import (
    asked_to,
    done_on,
    excluded,
    hearer_asked,
    named_behind,
    object_before,
    said_by,
    seen_at_home,
    told_back,
)
from communique.actors.choice import chosen, share_of
from communique.actors.clauses import done_by_another, of_the_clause, said_behind, same_above, told_of
from communique.actors.discourse import MAIN
from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.leanings import one_blamed, one_in_phrase
from communique.actors.others_words import compatriots_of_counterpart, named_in_words
from communique.actors.reported import reporter, speaks_on
from communique.actors.rivals import HUMAN
from communique.actors.salience import Candidate, candidates, is_stranger, likeliest
from communique.actors.speakers import SPEECH, is_said, spoken_of
from communique.actors.walk import Walk
from communique.actors.weighing import Case, weigh_persons
from communique.actors.whose import (
    asked_by_others,
    held_by,
    in_others_clause,
    judged_by,
    of_the_praised,
    owner_near,
)
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

LOOKING_AHEAD = frozenset({"his", "her", "he", "she"})
DOUBTED = 0.5  # share of the model below which nobody is sure, however salient somebody is


def refer_single(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom "he", "her", "himself" means by rule, else by the model; nobody where neither is sure or it is no actor."""
    token = walk.token(found.span, sentence)
    fits = walk.fits(found.word)
    if found.word in LOOKING_AHEAD and (later := subject_ahead(walk, found, sentence)):
        return (later,)
    if token is None:
        actor = likeliest(candidates(walk.discourse, walk.where(found.span, sentence), fits))
        return (actor,) if actor else ()
    if found.word.endswith("self"):
        if beside := name_beside(walk, found):
            return (beside,) if fits(beside) else ()
        verb = verb_of(token)
        own = walk.met(subject_of(verb), sentence) if verb is not None else None
        if own is not None and fits(own):
            return (own,)
    if token.tag_ == "PRP$" and (office := held_by(walk, token, sentence)):
        return known(office) if fits(office) else ()
    if token.tag_ == "PRP$" and (close := object_before(walk, token, sentence)) and fits(close):
        return known(close)
    banned = excluded(walk, found, token, sentence) | judged_by(walk, token, sentence)
    banned |= compatriots_of_counterpart(walk, found, token, sentence) | asked_by_others(
        walk, token, sentence
    )
    if token.dep_ in SUBJECTS and token.head.lemma_ in SPEECH and not walk.quotation(found.span.start):
        banned |= spoken_of(walk, sentence) | named_in_words(walk, token, sentence)
    return by_clause(walk, found, (token, sentence), banned)


def name_beside(walk: Walk, found: Expression) -> Actor | None:
    """Whom a pronoun right behind the name stresses: "it was the president himself who called"."""
    here = (m for m in walk.here if m.span.end + 1 == found.span.start and len(m.actors) == 1)
    return next((m.actors[0] for m in here if m.actors[0].type == "person"), None)


def by_clause(
    walk: Walk, found: Expression, at: tuple[Token, Sentence], banned: set[str]
) -> tuple[Actor, ...]:
    """Whom the clause commands: the one asked, the one who says it, who spoke last; else the most salient."""
    token, sentence = at
    fits = walk.fits(found.word)

    def free(actor: Actor | None) -> bool:
        return actor is not None and actor.id not in banned and fits(actor)

    if walk.choices is not None:
        weigh_persons(walk, pronoun_case(found, at, free))
    if (
        of_the_praised(walk, token, sentence)
        or of_nobody(walk, token, sentence)
        or told_of_two(walk, found, token, sentence)
    ):
        return ()
    for asking in (hearer_asked, asked_to, done_on, told_back, seen_at_home):
        if free(asked := asking(walk, token, sentence)):
            return known(asked)
    for commanded in (
        reporter,
        one_blamed,
        one_in_phrase,
        speaks_on,
        told_of,
        done_by_another,
        same_above,
        of_the_clause,
        said_behind,
    ):
        if free(actor := commanded(walk, found, token, sentence)):
            return known(actor)
    return by_salience(walk, found, at, free)


def by_salience(
    walk: Walk, found: Expression, at: tuple[Token, Sentence], free: Callable[[Actor | None], bool]
) -> tuple[Actor, ...]:
    """Who is most salient, a possessive's own clause first; where two are as salient the model is asked."""
    token, sentence = at
    fits = walk.fits(found.word)
    ranked = candidates(
        walk.discourse, walk.where(found.span, sentence, subject=token.dep_ in SUBJECTS), free
    )
    if not ranked and walk.quotation(found.span.start):
        behind = named_behind(walk, found, token, free)
        return (behind,) if behind is not None else ()
    if token.tag_ == "PRP$":
        own = owner_near(walk, token, sentence)
        if free(own):
            return known(own)
        if own is not None and fits(own) and own.id in said_by(walk, found, sentence):
            return ()  # "'Xi has changed his mind,' said Xi" tells another's words
    if token.tag_ == "PRP$" and in_others_clause(walk, token, sentence, {one.actor.id for one in ranked}):
        return ()
    likely = likeliest(ranked)
    if likely is not None and is_stranger(likely):
        likely = None
    if as_one(walk, [one.actor.id for one in ranked[:2]], at):
        return ()
    if likely is not None and (len(ranked) == 1 or acts_on(walk, likely, at)):
        meant: tuple[Actor, ...] = (likely,)
    else:
        choice = weigh_persons(walk, pronoun_case(found, at, free, tuple(ranked)))
        sure = likely is not None and share_of(choice, likely) >= DOUBTED
        meant = known(likely) if sure else chosen(choice)
    open_to_doubt = meant and (
        unread_between(walk, meant[0], sentence) or talked_about(walk, found, meant[0], sentence)
    )
    return () if open_to_doubt else meant


def as_one(walk: Walk, leading: list[str], at: tuple[Token, Sentence]) -> bool:
    """Whether the last word on the two most salient persons was a list of both: "Xi and Modi met. He was tired." is either."""
    token, sentence = at
    place = sentence.span.start + token.idx
    near = [j for j in walk.discourse.joined if sentence.index - j.sentence <= 1 and j.place < place]
    if len(leading) < 2 or not near or token.dep_ not in SUBJECTS:
        return False
    last = near[-1]
    if last.how not in {"list", "subject"} or not set(leading) <= {actor.id for actor in last.actors}:
        return False
    others = (m for m in walk.discourse.named if m.sentence >= last.sentence and m.actor.id in leading)
    return len([m for m in others if m.place < place]) == len(leading)


def acts_on(walk: Walk, actor: Actor, at: tuple[Token, Sentence]) -> bool:
    """Whether a subject goes on as one: "Putin was a guest; he and Clinton had dined", "He came by train. He left at once"."""
    token, sentence = at
    if token.dep_ not in SUBJECTS:
        return False
    near = walk.discourse.before(sentence.index, sentence.span.start + token.idx, reach=1)
    here = {met.actor.id for met in near if met.sentence == sentence.index and met.subject}
    goes_on = (m.actor.id == actor.id and m.weight >= MAIN and m.form == "pronoun" for m in near)
    return here == {actor.id} or not here and any(goes_on)


def unread_between(walk: Walk, actor: Actor, sentence: Sentence) -> bool:
    """Whether somebody who may be meant is named in a sentence without a parse, behind where an actor was named last.

    "Kim asked for it. Otto Warmbier died at home. He was in a coma."
    """
    last = max((met.sentence for met in walk.discourse.named if met.actor.id == actor.id), default=0)
    return any(last < number < sentence.index for number in walk.unread)


def talked_about(walk: Walk, found: Expression, actor: Actor, sentence: Sentence) -> bool:
    """Whether nobody knows who says a quotation, and so whether "he" in it is who spoke before or another.

    Whom the quotation itself names is meant all the same: "Kim is young, but he knows."
    """
    quotation = walk.quotation(found.span.start)
    if quotation is None or is_said(walk, quotation, sentence):
        return False
    return not any(
        met.actor.id == actor.id and quotation.span.start <= met.place < found.span.start
        for met in walk.discourse.named
    )


def pronoun_case(
    found: Expression,
    at: tuple[Token, Sentence],
    free: Callable[[Actor], bool],
    ranked: tuple[Candidate, ...] = (),
) -> Case:
    """What the model is asked where no rule commands: who is meant, or how sure the most salient one is."""
    token, sentence = at
    return Case(family="pronoun", span=found.span, sentence=sentence, token=token, fits=free, ranked=ranked)


def told_of_two(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> bool:
    """Whether a pronoun stands deep in what one tells another, and may be either: "told Trump that the worst he will face"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "relcl" or walk.quotation(found.span.start) is not None:
        return False
    while verb is not None and verb.dep_ != "ccomp":
        verb = verb_of(verb.head) if verb.head.i != verb.i else None
    if verb is None or verb.head.lemma_ not in SPEECH:
        return False
    fits = walk.fits(found.word)
    told = next((c for c in verb.head.children if c.dep_ in {"dobj", "dative"}), None)
    pair = (walk.human(told, sentence), walk.human(subject_of(verb.head), sentence))
    return all(actor is not None and fits(actor) for actor in pair)


def of_nobody(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether a pronoun is said of one without a mention: "embraced a boy named Osayande, who saw his brother fall"."""
    verb, who = verb_of(token.head if token.tag_ == "PRP$" else token), None
    while verb is not None and who is None:
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i), None)
        if subject is not None and (subject.tag_ == "WP" or known(walk.human(subject, sentence))):
            who = subject
        verb = verb_of(verb.head) if who is None and verb.head.i != verb.i else None
    if who is None or who.tag_ != "WP" or token.dep_ in SUBJECTS or who.head.dep_ != "relcl":
        return False
    named = who.head.head
    place = sentence.span.start + named.idx
    thing = named.tag_ == "NN" and named.lemma_ not in HUMAN  # "a call from Bush, who told him"
    if thing or named.tag_ not in {"NN", "NNP"} or any(m.span.start <= place < m.span.end for m in walk.here):
        return False
    actor = walk.human(named, sentence)
    return actor is None or is_stranger(actor)


def known(actor: Actor | None) -> tuple[Actor, ...]:
    """An actor, if it is one and not somebody whom no mention covers."""
    return (actor,) if actor is not None and not is_stranger(actor) else ()
