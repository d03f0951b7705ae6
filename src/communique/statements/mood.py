"""The mood of what is said, by its grammar: a duty of somebody else asks, a good turn of the own side promises."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.names import speaks_at_all
from communique.statements.page import Page

if TYPE_CHECKING:
    from communique.sentences import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
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
PRESENT = frozenset({"do", "does", "am", "is", "are", "'m", "’m", "'re", "’re"})
AHEAD = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "'d", "’d"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """One finite clause of what is said: "Japan will provide two million doses" is ahead, of the own side, of "provide".

    `subject` is "own", "agent" (somebody else), "other" (a thing), "there" or "none"; `helper` the modal verb or "have to" and "need to" by their first
    word; `words` go from the verb to the end.
    """

    verb: str
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
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A stretch of somebody's words in its sentence, with the ids of the speaker's side."""

    page: Page
    base: int
    end: int
    sides: frozenset[str]
    direct: bool
    speaks_for: bool


@functools.cache
def load_deeds() -> dict[str, frozenset[str]]:
    """The lists of deeds of lexicon/purposes.toml."""
    return {name: frozenset(listed) for name, listed in read_toml(LEXICON / "purposes.toml")["deeds"].items()}


@functools.cache
def helping() -> re.Pattern[str]:
    """What helps with the thing it is done to: "hold elections"."""
    return re.compile(rf"(?:{'|'.join(sorted(load_deeds()['helps_with']))})\b", re.IGNORECASE)


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
    heads = [t for t in inside if t.i in own and t.pos_ in {"VERB", "AUX"} and main(t, own)]
    told = Told(
        page=page,
        base=base,
        end=span.end,
        sides=frozenset(sides),
        direct=direct,
        speaks_for=speaks_for(page, attribution),
    )
    return tuple(made for t in heads if (made := clause(told, t)) is not None)


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


def clause(told: Told, token: Token) -> Clause | None:
    """What the grammar of one clause tells; None where it has no subject."""
    subject = next((c for c in token.children if c.dep_ in SUBJECTS and c.i < token.i), None)
    helpers = [c for c in token.children if c.dep_ in {"aux", "auxpass"}]
    verb = token
    helper = next(
        (h.lower_ for h in helpers if h.lower_ in OBLIGES | AHEAD | {"can", "ca", "could", "may", "might"}),
        "",
    )
    if not helper and token.lemma_.lower() in NEEDS | {"ought", "go"}:
        helper, verb = obliged(token)
    if subject is None:
        return None
    verb = gone_on(verb)
    negated = any(
        c.dep_ == "neg" and c.i < t.i + t_is(t) for t in (token, verb) for c in t.children
    ) or subject.lower_ in {
        "nobody",
        "none",
    }
    words = told.page.body[told.base + verb.idx : told.end]
    return Clause(
        verb=verb.lemma_.lower(),
        subject=side(told, subject),
        helper=helper,
        negated=negated or any(c.lower_ in {"no", "neither"} for c in subject.children),
        passive=any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children),
        perfect=any(h.lower_ in {"have", "'ve", "’ve", "of"} for h in helpers),
        copula=verb.lemma_ == "be",
        present=token.tag_ in {"VBZ", "VBP"}
        or any(h.lower_ in PRESENT for h in helpers)
        or helper in {"must", "should", "ought"},
        bare=token.tag_ == "VB" and not any(h.dep_ == "aux" for h in helpers),
        person=subject.lower_,
        noun=subject.lemma_.lower(),
        words=words,
    )


def gone_on(verb: Token) -> Token:
    """The deed behind "go on", "continue" and "keep": "would go on helping"."""
    if verb.lemma_.lower() not in {"go", "continue", "keep"}:
        return verb
    behind = [*verb.children, *(g for c in verb.children if c.lower_ == "on" for g in c.children)]
    return next(
        (c for c in behind if c.dep_ in {"xcomp", "pcomp"} and c.i > verb.i and c.pos_ == "VERB"), verb
    )


def t_is(verb: Token) -> int:
    """Two places behind "is" and "was", where "not" follows, none behind other verbs."""
    return 3 if verb.pos_ == "AUX" else 0


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
    if token.lemma_.lower() == "go":
        return ("will", inner) if token.tag_ == "VBG" else ("", token)
    return token.lemma_.lower(), inner


def side(told: Told, subject: Token) -> str:
    """Of which side a subject is: the speaker's own, another, "there", or none that one can tell."""
    word = subject.lower_
    if subject.dep_ == "expl" or word == "there":
        return "there"
    owners = {c.lower_ for c in subject.children if c.dep_ == "poss"}
    if (word in FIRST and subject.text != "US") or owners & FIRST:
        return "own"
    if not told.direct and (word in THIRD or owners & THIRD):
        return "own"
    if word in EMPTY:
        return "none"
    place = Span(start=told.base + subject.left_edge.idx, end=told.base + subject.idx + len(subject))
    head = Span(start=told.base + subject.idx, end=place.end)
    body = bool(named_at(told.page, head))
    somebody = body or word in AGENTS or speaks_at_all(subject.text)
    if somebody and named_at(told.page, place, persons=told.speaks_for) & told.sides:
        return "own"
    return "agent" if somebody else "other"


def named_at(page: Page, place: Span, *, persons: bool = True) -> set[str]:
    """The ids of the actors, and of their states, that are named at a place; those of persons' states if they are wanted."""
    return {
        i
        for mentions in page.mentions.values()
        for m in mentions
        if m.span.overlaps(place)
        for a in m.actors
        for i in (a.id, a.state if persons or a.type != "person" else None)
        if i
    }


HABIT = re.compile(
    r"\b(?:twice|once|every|each|always|often|usually|sometimes|times) (?:a|an|day|week|month|year|\w+)\b|\balways\b|\boften\b|\busually\b"
)


def demanded(each: Clause) -> bool:
    """Whether a clause tells what somebody else is to do: "Turkey must open the strait"."""
    deeds = load_deeds()
    if each.subject != "agent" or each.perfect:
        return False
    if each.helper in NEEDS and (not each.present or each.person == "you" or HABIT.search(each.words)):
        return False
    if each.helper not in OBLIGES | NEEDS or each.verb in deeds["minds"]:
        return False
    if each.passive or each.copula:
        return False
    return each.helper == "must" or each.verb not in deeds["happens"]


def undertaken(each: Clause) -> bool:
    """Whether the own side says that it will do others good: "Japan will provide two million doses"."""
    if each.subject != "own" or each.negated:
        return False
    if each.helper in AHEAD:
        return (
            not each.passive and each.verb in load_deeds()["helps"] or helping().match(each.words) is not None
        )
    offered = READY.match(each.words) if each.verb in {"be", "stand", "remain", "commit", "prepare"} else None
    return offered is not None and (
        offered.group("bound") is not None or offered.group("verb").lower() in load_deeds()["offers"]
    )


READY = re.compile(
    r"(?:(?:is|are|am|was|were|be|been|stands?|stood|remains?|remained|['’]re|['’]m) )?(?:\w+ly |also |now |still )?(?:(?P<bound>committed to )|(?:ready|prepared|willing|happy) to )(?:\w+ly )?(?P<verb>[a-z-]+)",
    re.IGNORECASE,
)


def granted(each: Clause) -> bool:
    """Whether those who wait for it will get something: "schools would get new boilers before winter"."""
    if each.helper not in AHEAD or each.negated or each.noun not in load_deeds()["beneficiaries"]:
        return False
    return each.verb in {"get", "receive"} or (
        each.passive
        and each.verb
        in {
            "give",
            "pay",
            "offer",
            "compensate",
            "refund",
            "house",
            "rehouse",
            "feed",
            "vaccinate",
            "protect",
            "reimburse",
            "reunite",
        }
    )


SOFT = re.compile(
    r"\b(?:yet|only|just|merely|always|enough|everything|fully|entirely|quite|simply|either)\b", re.IGNORECASE
)


def not_done(each: Clause, *, official: bool = False) -> bool:
    """Whether the own side says that it has not done what others may charge it with: "deputies had not used force"."""
    if (
        each.subject != "own"
        or not each.negated
        or each.helper
        or each.copula
        or SOFT.search(each.words[:60])
    ):
        return False
    if each.verb in {"know", "hear"} and not each.passive:
        return KNOWN.match(each.words) is not None
    if each.present and not each.perfect:
        return False
    if official and not each.passive and each.verb in load_deeds()["rumoured"]:
        return True
    return each.verb not in load_deeds()["not_done" if each.passive else "fails"]


def failed(each: Clause) -> bool:
    """Whether a side only tells that it has not managed something: "We haven't found any survivors"."""
    return (
        each.negated
        and not each.copula
        and (
            each.verb in load_deeds()["not_done" if each.passive else "fails"]
            and each.verb not in {"know", "hear", "have", "make", "give"}
        )
    )


KNOWN = re.compile(
    r"(?:know(?:n)? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:of|about|any|anything|him|her|them|[A-ZÀ-Þ])|heard? (?:of|about|any))"
)


def untrue(each: Clause) -> bool:
    """Whether the own side says that it does no such thing as a rule: "We do not interfere in elections"."""
    return (
        each.subject == "own"
        and each.negated
        and each.present
        and not each.helper
        and not each.copula
        and each.verb in load_deeds()["charged"]
    )
