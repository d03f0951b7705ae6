"""Whom "he", "her" or "himself" means: what grammar commands first, then the most salient person who agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from communique.actors.ahead import subject_ahead
from communique.actors.bounds import (
    asked_to,
    done_on,
    excluded,
    hearer_asked,
    named_behind,
    object_before,
    seen_at_home,
    told_back,
)
from communique.actors.choice import chosen
from communique.actors.expressions import Expression
from communique.actors.grammar import SUBJECTS, subject_of, verb_of
from communique.actors.reported import reporter, speaks_on
from communique.actors.salience import is_stranger
from communique.actors.speakers import SPEECH, spoken_of
from communique.actors.walk import Walk
from communique.actors.weighing import Case, weigh_persons
from communique.actors.whose import (
    asked_by_others,
    held_by,
    judged_by,
    of_the_praised,
    owner_near,
)
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

PEER = re.compile(r"\b(?:[Hh]is|[Hh]er) (?P<state>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) counterpart\b")
LOOKING_AHEAD = frozenset({"his", "her", "he", "she"})


def refer_single(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom "he", "her", "himself" means; nobody where it is nobody of whom the model is sure, or no actor."""
    token = walk.token(found.span, sentence)
    fits = walk.fits(found.word)
    out = banned_by(walk, found, token, sentence) if token is not None else set()

    def free(actor: Actor) -> bool:
        return actor.id not in out and fits(actor)

    ruled, silent, added = rules_of(walk, found, (token, sentence), free)
    case = Case(
        family="pronoun",
        span=found.span,
        sentence=sentence,
        token=token,
        fits=free,
        ruled=ruled,
        silent=silent,
        added=added,
    )
    return chosen(weigh_persons(walk, case))


def banned_by(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> set[str]:
    """Whom grammar forbids a pronoun to mean: "Putin met him" is not Putin, "his Polish counterpart" no Pole's."""
    banned = excluded(walk, found, token, sentence) | judged_by(walk, token, sentence)
    banned |= compatriots_of_counterpart(walk, found, sentence) | asked_by_others(walk, token, sentence)
    if token.dep_ in SUBJECTS and token.head.lemma_ in SPEECH and not walk.quotation(found.span.start):
        banned |= spoken_of(walk, sentence) | named_in_words(walk, token, sentence)
    return banned


def rules_of(
    walk: Walk, found: Expression, at: tuple[Token | None, Sentence], free: Callable[[Actor], bool]
) -> tuple[dict[str, frozenset[str]], frozenset[str], tuple[Actor, ...]]:
    """What each rule of grammar says: by id of the actor whom it commands, those that say nobody, and the actors."""
    token, sentence = at
    said: list[tuple[str, Actor | None]] = []
    if found.word in LOOKING_AHEAD:
        said.append(("ahead", subject_ahead(walk, found, sentence)))
    silent: set[str] = set()
    if token is not None:
        said += commands(walk, found, token, sentence)
        if walk.quotation(found.span.start) is not None:
            said.append(("named_behind", named_behind(walk, found, token, free)))
        silent |= {rule.__name__ for rule in (of_the_praised, of_nobody) if rule(walk, token, sentence)}
        silent |= {"told_of_two"} if told_of_two(walk, found, token, sentence) else set()
    silent |= {name for name, actor in said if actor is not None and actor.id == "?"}
    ruled: dict[str, set[str]] = {}
    actors = [(name, actor) for name, actor in said if actor is not None and actor.id != "?" and free(actor)]
    for number, (name, actor) in enumerate(actors):
        ruled.setdefault(actor.id, set()).update({name} if number else {name, "first rule"})
    return (
        {id: frozenset(names) for id, names in ruled.items()},
        frozenset(silent),
        tuple(actor for _, actor in actors),
    )


def commands(
    walk: Walk, found: Expression, token: Token, sentence: Sentence
) -> Iterator[tuple[str, Actor | None]]:
    """Each rule that may command whom a pronoun means, the surest first, with the actor."""
    if found.word.endswith("self"):
        verb = verb_of(token)
        yield "name_beside", name_beside(walk, found)
        yield "own_subject", walk.met(subject_of(verb), sentence) if verb is not None else None
    if token.tag_ == "PRP$":
        yield "held_by", held_by(walk, token, sentence)
        yield "object_before", object_before(walk, token, sentence)
    for asking in (hearer_asked, asked_to, done_on, told_back, seen_at_home):
        yield asking.__name__, asking(walk, token, sentence)
    for commanded in (reporter, speaks_on, told_of, same_above, of_the_clause):
        yield commanded.__name__, commanded(walk, found, token, sentence)
    if token.tag_ == "PRP$":
        yield "owner_near", owner_near(walk, token, sentence)


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
        who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i), None)
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
    return walk.human(subject, sentence) if between and nested else None


def known(actor: Actor | None) -> tuple[Actor, ...]:
    """An actor, if it is one and not somebody whom no mention covers."""
    return (actor,) if actor is not None and not is_stranger(actor) else ()
