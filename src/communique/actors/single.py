"""Whom "he", "her" or "himself" means: what grammar commands first, then the most salient person who agrees."""

from __future__ import annotations

import re
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
from communique.actors.discourse import MAIN
from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.leanings import one_blamed, one_in_phrase
from communique.actors.reported import clause_of, reporter, speaks_on
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

PEER = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?P<state>[A-ZÀ-ÞĀ-Ț][\w'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w'’-]+)?) counterpart\b"
)
LOOKING_AHEAD = frozenset({"his", "her", "he", "she"})
DOUBTED = 0.6  # share of the model below which nobody is sure, however salient somebody is
PAST = frozenset({"had", "would", "was", "were", "could"})


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
    banned |= compatriots_of_counterpart(walk, found, sentence) | asked_by_others(walk, token, sentence)
    if token.dep_ in SUBJECTS and token.head.lemma_ in SPEECH and not walk.quotation(found.span.start):
        banned |= spoken_of(walk, sentence) | named_in_words(walk, token, sentence)
    return by_clause(walk, found, (token, sentence), banned)


def named_in_words(walk: Walk, token: Token, sentence: Sentence) -> set[str]:
    """Whom a clause names that "he said" ends: "The Israeli leader had gone further, he told reporters" is another's words."""
    said = next((c for c in token.head.children if c.dep_ == "ccomp" and c.i < token.i), None)
    cut = max((t.i for t in token.doc[: token.i] if t.text == ";"), default=-1)
    words = {t.idx for t in said.subtree if t.i > cut} if said is not None else set()
    named = (m for m in walk.here if m.form in {"name", "title", "office"})
    return {a.id for m in named if m.head.start - sentence.span.start in words for a in m.actors}


def compatriots_of_counterpart(walk: Walk, found: Expression, sentence: Sentence) -> set[str]:
    """Who is not "he" beside "his Japanese counterpart", of which nobody who serves Japan has one."""
    peer = PEER.search(walk.report.body, sentence.span.start, sentence.span.end)
    if peer is None or found.word not in {"he", "his", "she", "her"}:
        return set()
    hits = walk.knowledge.index.find(peer["state"])
    states = {id for hit in hits for id in hit.ids("demonym", "state")}
    return {m.actor.id for m in walk.discourse.named if m.actor.state in states and m.actor.type == "person"}


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
        meant = known(likely) if sure else () if likely is not None else chosen(choice)
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


def said_behind(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who is named as the speaker behind a clause in the past: "He had been ready to sign, the minister added".

    "He will leave on Sunday, a spokesman said" is another's leaving.
    """
    clause = clause_of(token)
    if (
        clause is None
        or clause.dep_ != "ccomp"
        or clause.head.i < clause.i
        or clause.head.lemma_ not in SPEECH
    ):
        return None
    past = clause.tag_ == "VBD" or any(c.lower_ in PAST for c in clause.children)
    subject = subject_of(clause.head)
    if walk.quotation(found.span.start) is not None or not past or subject is None or subject.i < token.i:
        return None
    actor = walk.human(subject, sentence)
    return None if actor is None or is_stranger(actor) or actor.office_id == "spokesperson" else actor


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
    if named.tag_ not in {"NN", "NNP"} or any(m.span.start <= place < m.span.end for m in walk.here):
        return False
    actor = walk.human(named, sentence)
    return actor is None or is_stranger(actor)


def told_of(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Whom a relative clause describes, where it names nobody else before: "Obama, who kept away, a thing he regretted"."""
    verb, who = verb_of(token), None
    while verb is not None and who is None:
        who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ == "WP"), None)
        if who is None:
            verb = verb_of(verb.head) if verb.head.i != verb.i else None
    if verb is None or verb.dep_ != "relcl" or who is None or who.i > token.i or token.dep_ not in SUBJECTS:
        return None
    begin, place = sentence.span.start + who.idx, found.span.start
    between = (m for m in walk.here if begin < m.span.start < place)
    return (
        None if any(a.type == "person" for m in between for a in m.actors) else walk.met(verb.head, sentence)
    )


def same_above(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who is "he" in the clause above is "he" in the relative clause: "he should not wade into matters he knows little of"."""
    verb = verb_of(token)
    if verb is None or verb.dep_ != "relcl" or token.dep_ not in SUBJECTS:
        return None
    above = verb_of(verb.head) if verb.head.i != verb.i else None
    subject = subject_of(above) if above is not None else None
    same = subject is not None and subject.i < token.i and subject.lower_ == found.word
    return walk.met(subject, sentence) if same else None


def of_the_clause(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who acts in the clause on which an adverbial one hangs, where another one acts only in a relative clause between.

    "Castillo, to whom Lopez offered a home, faces charges after he tried to rule alone" is Castillo's trying.
    """
    verb = verb_of(token)
    if verb is None or verb.dep_ != "advcl" or token.dep_ not in SUBJECTS or verb.head.i > verb.i:
        return None
    above = verb_of(verb.head)
    subject = subject_of(above) if above is not None else None
    if subject is None or subject.i > token.i or walk.quotation(found.span.start) is not None:
        return None
    between = [
        t for t in token.doc[subject.i + 1 : token.i] if t.dep_ in SUBJECTS and walk.human(t, sentence)
    ]
    nested = all(v is not None and v.dep_ == "relcl" for v in map(verb_of, between))
    told = (
        not between and above is not None and above.dep_ in {"ccomp", "relcl"}
    )  # "said Abe had called before he left"
    return walk.human(subject, sentence) if between and nested or told else None


def known(actor: Actor | None) -> tuple[Actor, ...]:
    """An actor, if it is one and not somebody whom no mention covers."""
    return (actor,) if actor is not None and not is_stranger(actor) else ()
