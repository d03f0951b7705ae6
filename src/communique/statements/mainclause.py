"""The main clauses of what is said, as the grammar has them: whose deed, whether owed, ahead, negated, and which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.record_type import Record
from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.names import speaks_at_all
from communique.statements.page import Page
from communique.statements.predicates import (
    OBJECTS,
    behind_readiness,
    keys_of,
    lemma_of,
    open_subject,
    states_of,
    wished_of_others,
)

if TYPE_CHECKING:
    from communique.sentences import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
FIRST = frozenset({"i", "we", "my", "our", "us"})
THIRD = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
AGENTS = frozenset(
    {
        "you",
        "he",
        "she",
        "they",
        "everyone",
        "everybody",
        "nobody",
        "someone",
        "somebody",
        "anyone",
        "others",
        "all",
    }
)
EMPTY = frozenset({"it", "this", "that", "what", "which", "who", "nothing", "something", "everything", "one"})
OBLIGES = frozenset({"must", "should", "ought"})
NEEDS = frozenset({"need", "have"})
MAY = frozenset({"can", "ca", "could", "may", "might"})
PRESENT = frozenset({"do", "does", "am", "is", "are", "'m", "’m", "'re", "’re"})
AHEAD = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "'d", "’d"})
MODALS = OBLIGES | AHEAD | MAY


class Clause(Record, frozen=True, kw_only=True):
    """One finite clause of what is said: "Japan will provide two million doses" is ahead, of the own side, of "provide".

    `subject` is "own", "agent" (somebody else), "other" (a thing), "there" or "none"; `helper` the modal verb or "have to" and "need to" by their first
    word, "be to" of "is to"; `noun` and `person` are the subject's lemma and form, `thing` the lemma of what is done to; `empty` is true where
    that is none ("broke no law"), `void` where the subject is ("no customer"); `words` go from the verb to the end.
    """

    subject: str
    helper: str = ""
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    copula: bool = False
    present: bool = False
    bare: bool = False
    person: str = ""
    noun: str = ""
    thing: str = ""
    empty: bool = False
    void: bool = False
    progressive: bool = False
    been: bool = False
    ready: str = ""
    others: bool = False
    anybody: str = ""
    among: str = ""
    definite: bool = False
    named: bool = False
    keys: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    words: str = ""


class Told(Record, frozen=True, kw_only=True):
    """A stretch of somebody's words in its sentence, with the ids of the speaker's side."""

    page: Page
    base: int
    end: int
    sides: frozenset[str]
    direct: bool
    speaks_for: bool


def clauses_of(
    page: Page, span: Span, attribution: Attribution | None, sides: set[str], *, direct: bool
) -> tuple[Clause, ...]:
    """The main clauses of a stretch of somebody's words, as the parse has them; none where it has no verb for them."""
    sentence = page.sentence_at(span.start)
    doc = page.parses.get(sentence.index) if sentence else None
    if sentence is None or doc is None:
        return ()
    base = sentence.span.start
    inside = [t for t in doc if span.start <= base + t.idx < span.end]
    own = {t.i for t in inside}
    if attribution is not None:
        own -= {t.i for t in inside if attribution.cue.start <= base + t.idx < attribution.cue.end}
    verbs = [t for t in inside if t.i in own and t.pos_ in {"VERB", "AUX"}]
    heads = [t for t in verbs if main(t, own)] or [t for t in verbs if hung(t, own)]
    told = Told(
        page=page,
        base=base,
        end=span.end,
        sides=frozenset(sides),
        direct=direct,
        speaks_for=speaks_for(page, attribution),
    )
    if attribution is not None and attribution.infinitive and attribution.verb.polarity == "promises":
        return tuple(vowed(told, t) for t in heads[:1])
    return tuple(made for t in heads if (made := clause(told, t)) is not None)


def vowed(told: Told, token: Token) -> Clause:
    """The deed of an infinitive that somebody vows to do: "vowed to crush the revolt"."""
    done = next((c for c in token.children if c.dep_ in OBJECTS and c.i > token.i), None)
    return Clause(
        subject="own",
        helper="will",
        person="they",
        negated=unmade(token),
        thing=lemma_of(done) if done is not None else "",
        keys=keys_of(token),
        words=told.page.body[told.base + token.idx : told.end],
    )


SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|ministry|office|palace|kremlin|white house|government|press (?:service|secretary)|lawyers?|attorney|official|aide|adviser|advisor|campaign|embassy|party)\b",
    re.IGNORECASE,
)


def speaks_for(page: Page, attribution: Attribution | None) -> bool:
    """Whether somebody speaks for others of his side: a spokesman for the president, not a senator."""
    source = attribution.source if attribution else None
    return source is not None and SPEAKS_FOR.search(page.body[source.start : source.span.end]) is not None


def main(token: Token, own: set[int]) -> bool:
    """Whether a verb heads a main clause of the words: the highest one, or one joined to it by "and"."""
    if token.dep_ in {"aux", "auxpass"}:
        return False
    if token.head.i not in own or token.head == token:
        return token.dep_ not in {"acl", "relcl", "advcl", "amod"} or token.i == min(own)
    return token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"} and main(token.head, own)


def hung(token: Token, own: set[int]) -> bool:
    """Whether a verb is the highest of the words though the parse hangs it on a noun outside: "said in an editorial that he should go"."""
    return token.head.i not in own and token.dep_ in {"relcl", "acl", "advcl"}


def clause(told: Told, token: Token) -> Clause | None:
    """What the grammar of one clause tells; None where it has no subject, of its own or shared by "and"."""
    subject = doer_of(token)
    helpers = helpers_of(token)
    verb = token
    helper = next((h.lower_ for h in helpers if h.lower_ in MODALS), "")
    if not helper and token.lemma_.lower() in NEEDS | {"ought", "go", "be"}:
        helper, verb = obliged(token)
    elif not helper and BETTER.search(told.page.body[told.base : told.base + token.idx]):
        helper = "should"
    elif helper in AHEAD and token.lemma_.lower() == "have":
        verb = obliged(token)[1]
    if subject is None:
        return None
    verb = gone_on(verb)
    ready, deed = behind_readiness(verb)
    words = told.page.body[told.base + verb.idx : told.end]
    nobody = void(subject)
    done = next((c for c in verb.children if c.dep_ in OBJECTS and c.i > verb.i), None)
    return Clause(
        subject=side(told, subject),
        helper=helper,
        negated=nobody or negated(told, token, verb),
        passive=passive(verb) and not ready,
        perfect=any(h.lower_ in {"have", "'ve", "’ve", "of"} for h in helpers),
        copula=verb.lemma_ == "be" and not ready,
        present=token.tag_ in {"VBZ", "VBP"}
        or any(h.lower_ in PRESENT for h in helpers)
        or helper in OBLIGES,
        bare=token.tag_ == "VB" and not any(h.dep_ == "aux" for h in helpers),
        person=subject.lower_,
        noun=lemma_of(subject),
        thing=lemma_of(done) if done is not None else "",
        empty=(done is not None and void(done)) or to_nobody(verb),
        void=nobody,
        been=verb.lower_ == "been",
        progressive=(verb.tag_ == "VBG" and any(h.lemma_ == "be" for h in helpers))
        or any(h.lower_ == "being" for h in helpers),
        ready=ready,
        others=wished_of_others(verb),
        anybody=open_subject(subject),
        among=among_whom(subject),
        definite=definite(subject),
        named=subject.pos_ == "PROPN",
        keys=keys_of(deed),
        states=states_of(verb) if verb.lemma_ == "be" else frozenset(),
        words=words,
    )


def doer_of(token: Token) -> Token | None:
    """Whose deed a verb tells; a verb joined by "and" shares the subject of the first."""
    helpers = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    own = next(
        (c for t in (token, *helpers) for c in t.children if c.dep_ in SUBJECTS and c.i < token.i), None
    )
    if own is not None or token.dep_ != "conj" or token.head.pos_ not in {"VERB", "AUX"}:
        return own
    return doer_of(token.head)


def helpers_of(token: Token) -> list[Token]:
    """The helping verbs of a verb; one joined by "and" shares those of the first where it has none and no form of its own."""
    own = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    if own or token.dep_ != "conj" or token.tag_ not in {"VB", "VBN"}:
        return own
    return [c for c in helpers_of(token.head) if c.dep_ == "aux"]


def negated(told: Told, token: Token, verb: Token) -> bool:
    """Whether a clause tells what was not so: by "not", "never", "neither" or "at no time"."""
    if unmade(token) or (verb is not token and unmade(verb)):
        return True
    opened = min(t.left_edge.i for t in (token, verb))
    before = told.page.body[told.base + token.doc[opened].idx : told.base + verb.idx]
    return AT_NO_TIME.search(before) is not None


AT_NO_TIME = re.compile(
    r"\b(?:at no (?:time|point|stage|moment)|in no way|by no means|under no circumstances|on no account|in no case|not once|neither)\b",
    re.IGNORECASE,
)


NONE = frozenset({"no", "neither"})


def void(noun: Token) -> bool:
    """Whether a noun is none: "no law", "nobody", "neither side", "none of its crew"."""
    if noun.lower_ in {"nobody", "none", "nothing", "neither"}:
        return True
    return not NONE.isdisjoint([c.lower_ for c in noun.children if c.dep_ == "det"])


NOBODY = frozenset({"nobody", "none", "nothing"})


def to_nobody(verb: Token) -> bool:
    """Whether a deed was done to nobody: "fired on nobody", "spoke to no one"."""
    return any(
        g.dep_ == "pobj" and (g.lower_ in NOBODY or (g.lower_ == "one" and void(g)))
        for c in verb.children
        if c.dep_ == "prep" and c.i > verb.i
        for g in c.children
    )


def among_whom(subject: Token) -> str:
    """The lemma of those among whom a subject is: "airline" of "nobody at the airline"; the preposition's own where it has none."""
    prep = next((c for c in subject.children if c.dep_ == "prep"), None)
    if prep is None:
        return ""
    return next((c.lemma_.lower() for c in prep.children if c.dep_ == "pobj"), prep.lower_)


PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass"})


def passive(verb: Token) -> bool:
    """Whether something is done to the subject: "will be named", and "fined" behind it."""
    if not PASSIVE.isdisjoint([c.dep_ for c in verb.children]):
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and passive(verb.head)


KNOWN = frozenset({"the", "its", "their", "his", "her", "our", "no", "my"})


def definite(noun: Token) -> bool:
    """Whether a noun tells of one known without a name: "the school", "its soldiers", "officers", not "the Greek army", "a bank"."""
    kids = [c for c in noun.children if c.i < noun.i]
    if not kids:
        return noun.tag_ == "NNS"
    if any(c.ent_type_ or c.text[:1].isupper() and c.i > noun.sent.start for c in kids):
        return False
    dets = [c.lower_ for c in kids if c.dep_ in {"det", "poss"}]
    return bool(dets) and KNOWN.issuperset(dets)


BETTER = re.compile(r"(?:\bhad|['’]d) better (?:not )?$", re.IGNORECASE)


def gone_on(verb: Token) -> Token:
    """The deed behind "go on", "continue" and "keep": "would go on helping"."""
    if verb.lemma_.lower() not in {"go", "continue", "keep"}:
        return verb
    behind = [*verb.children, *(g for c in verb.children if c.lower_ == "on" for g in c.children)]
    return next(
        (c for c in behind if c.dep_ in {"xcomp", "pcomp"} and c.i > verb.i and c.pos_ == "VERB"), verb
    )


def unmade(verb: Token) -> bool:
    """Whether "not" negates a verb: up to two words behind "is" and "was", before other verbs."""
    nots = [c.i for c in verb.children if c.dep_ == "neg"]
    return bool(nots) and nots[0] < verb.i + (3 if verb.pos_ == "AUX" else 0)


def obliged(token: Token) -> tuple[str, Token]:
    """The deed behind "has to", "needs to", "is going to", and the word that obliges."""
    inner = next(
        (
            c
            for c in token.children
            if c.dep_ in {"xcomp", "ccomp"} and c.i > token.i and any(g.lower_ == "to" for g in c.children)
        ),
        None,
    )
    if inner is None:
        ahead = token.lower_ == "going" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"
        return ("will" if ahead else ""), token
    if token.lemma_.lower() == "be":
        return ("be to", inner) if token.nbor().lower_ == "to" else ("", token)
    if token.lemma_.lower() == "go":
        return ("will", inner) if token.tag_ == "VBG" else ("", token)
    return token.lemma_.lower(), inner


def side(told: Told, subject: Token) -> str:
    """Of which side a subject is: the speaker's own, another, "there", or none that one can tell."""
    word = subject.lower_
    if subject.dep_ == "expl" or word == "there":
        return "there"
    if (void(subject) or word in {"both", "each", "all", "some", "most"}) and any(
        t.lower_ in FIRST | (set() if told.direct else THIRD)
        for t in subject.subtree
        if t.dep_ in {"poss", "pobj"}
    ):
        return "own"  # "No one in my office", "none of its crew"
    owners = {c.lower_ for c in subject.children if c.dep_ == "poss"}
    if (word in FIRST and subject.text != "US") or owners & FIRST:
        return "own"
    if not told.direct and (word in THIRD or owners & THIRD):
        return "own"
    if word in EMPTY and not void(subject):
        return "none"
    place = Span(start=told.base + subject.left_edge.idx, end=told.base + subject.idx + len(subject))
    head = Span(start=told.base + subject.idx, end=place.end)
    body = bool(named_at(told.page, head))
    text = subject.text if subject.pos_ == "PROPN" else word  # "Safety" that opens a sentence is no name
    somebody = body or word in AGENTS or word == "one" or speaks_at_all(text)
    if somebody and named_at(told.page, place, persons=told.speaks_for) & told.sides:
        return "own"
    return "agent" if somebody else "other"


def named_at(page: Page, place: Span, *, persons: bool = True) -> set[str]:
    """The ids of the actors, and of their states, that are named at a place; those of persons' states if they are wanted."""
    return {
        i
        for m in page.mentions_over(place)
        for a in m.actors
        for i in (a.id, a.state if persons or a.type != "person" else None)
        if i
    }
