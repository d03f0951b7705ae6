"""To which of two persons a pronoun leans by the verb between them, from lexicon/leanings.toml: "thanked Xi because he had come"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.actors.expressions import WORDS, Expression
from communique.actors.grammar import JUDGING, SUBJECTS, asked_by, subject_of, verb_of
from communique.actors.walk import Walk
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

LEANINGS: dict[str, frozenset[str]] = {
    entry["id"]: frozenset(entry["words"]) for entry in read_toml(LEXICON / "leanings.toml")["leaning"]
}
DESERVING, ANSWERED, SUCCEEDING = LEANINGS["deserving"], LEANINGS["answered"], LEANINGS["succeeding"]
OCCASIONS, TURNING, COMING = LEANINGS["occasion"], LEANINGS["turning"], LEANINGS["coming"]
FEELING, WISHING, QUESTIONING = LEANINGS["feeling"], LEANINGS["wishing"], LEANINGS["questioning"]
VOICING = LEANINGS["voicing"]
GETTING = LEANINGS["getting"]
HELPING = LEANINGS["helping"]
VISITING, BRIEFING = LEANINGS["visiting"], LEANINGS["briefing"]
RECEIVING = frozenset(WORDS["verbs"]["receive"])
HOMES = frozenset(WORDS["people"]["houses"]) | frozenset(WORDS["own_states"])
REASONS = frozenset({"for", "over"})
AT = frozenset({"on", "upon", "over", "for", "after", "during", "at", "following"})
AFTER = frozenset({"after", "following", "upon", "on"})


def one_blamed(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who did why he is praised or blamed: the object in "criticised Abe because he had left", in "sacked Abe after he left"."""
    mark = token.doc[max(0, token.i - 1)].lower_
    if token.dep_ not in SUBJECTS or mark not in {"because", "after"} or walk.quotation(found.span.start):
        return None
    verb = next((t for t in token.ancestors if t.i < token.i and t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in (DESERVING if mark == "because" else ANSWERED):
        return None
    blamed = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    return walk.human(blamed, sentence) if blamed is not None else None


def owner_leant_to(walk: Walk, token: Token, verb: Token, sentence: Sentence) -> Actor | None:
    """Whose a possessive is by the verb before it: the other's in "wished Abe success in his post", "greeted Abe on his birthday"."""
    if (sender := who_invites(walk, token, verb, sentence)) is not None:
        return sender
    near = token.doc[token.i + 1 : token.head.i + 3] if token.head.lower_ == "re" else (token.head,)
    return directed_at(walk, verb, topmost(token.head), near, sentence)


def directed_at(
    walk: Walk, verb: Token, top: Token, owned: Iterable[Token], sentence: Sentence
) -> Actor | None:
    """Whom a verb is directed at before a phrase that is of him by that verb: Abe in "praised Abe for a speech he gave"."""
    if top.dep_ not in {"pobj", "pcomp"} or verb.i > top.i:
        return None
    nouns = {t.lemma_.lower() for t in (top, *owned)}  # "re-election" is three words
    if not leans(verb, top, nouns):
        return None
    done_to = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if done_to is not None:  # "Abe was thanked by Putin for his help"
        return walk.human(done_to, sentence)
    return addressee(walk, verb, top.head, sentence)


def leans(verb: Token, top: Token, nouns: set[str]) -> bool:
    """Whether what stands behind a preposition is of whom the verb is directed at."""
    lemma, prep = verb.lemma_, top.head.lower_
    if lemma in SUCCEEDING:
        return prep in AFTER
    if lemma in WISHING:
        return prep in {"in", "from", "for", "on", "with", "as"}
    if lemma in HELPING and prep in {"in", "against", "through"}:
        return True
    direct = not any(
        t.lower_ == "of" for t in top.children
    )  # "blamed Abe for the failure of his plan" is either's
    if direct and prep in {"on", "about", "over", "for"} and lemma in QUESTIONING | JUDGING:
        return True
    if prep in AT and (
        lemma in TURNING | JUDGING and nouns & OCCASIONS or lemma in RECEIVING and nouns & COMING
    ):
        return True
    if prep not in {"for", "over", "on", "of", "about"}:
        return False
    return any(not FEELING.isdisjoint({t.lemma_.lower(), t.lower_}) for t in verb.doc[verb.i : top.head.i])


def one_in_phrase(walk: Walk, found: Expression, token: Token, sentence: Sentence) -> Actor | None:
    """Who is "he" in a clause behind a noun of his: "showed pictures of Abe from the days when he led", "a letter from Abe in which he"."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ not in {"relcl", "acl"} or clause.head.i > token.i:
        return None
    noun, which = clause.head, {t.lower_ for t in token.doc[clause.head.i + 1 : token.i]}
    if walk.quotation(found.span.start) is not None or which & {"who", "whom", "whose"}:
        return None
    if "which" in which and (person := walk.human(noun, sentence)) is not None:
        return person
    for _ in range(3):
        preps = [c for c in noun.children if c.dep_ in {"prep", "agent"} and c.i < token.i]
        named = (walk.human(one, sentence) for prep in preps for one in prep.children if one.dep_ == "pobj")
        if (person := next((actor for actor in named if actor is not None), None)) is not None:
            return person
        if noun.dep_ != "pobj" or noun.head.head.pos_ != "NOUN":
            break
        noun = noun.head.head
    verb = verb_of(clause.head)
    if verb is None or token.dep_ == "nsubjpass" or clause.lemma_ in GETTING:
        return None
    return directed_at(walk, verb, noun, (clause.head,), sentence)


def topmost(noun: Token) -> Token:
    """The noun that heads a phrase of owners: "death" for "father" in "the death of his father"."""
    for _ in range(4):
        if noun.dep_ in {"poss", "compound"} and noun.head.i > noun.i:
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
        else:
            break
    return noun


def addressee(walk: Walk, verb: Token, prep: Token, sentence: Sentence) -> Actor | None:
    """At whom a verb is directed: the person named last between it and a preposition, where no clause stands between."""
    between = verb.doc[verb.i + 1 : prep.i]
    if any(t.dep_ in SUBJECTS or t.pos_ == "VERB" for t in between):
        return None
    found = (walk.human(t, sentence) for t in reversed(between) if t.dep_ != "poss" and t.tag_ != "PRP$")
    return next((actor for actor in found if actor is not None), None)


def who_invites(walk: Walk, token: Token, verb: Token, sentence: Sentence) -> Actor | None:
    """Whose country another is asked to visit: the asker's in "invited Abe to visit his country"."""
    if token.head.lemma_ not in HOMES or verb.lemma_ not in VISITING or asked_by(verb) is None:
        return None
    asking = verb_of(verb.head)
    subject = subject_of(asking) if asking is not None else None
    return walk.human(subject, sentence) if subject is not None and subject.i < verb.i else None
