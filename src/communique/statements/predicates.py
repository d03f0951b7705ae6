"""The predicate of a clause: its verb with particle, object and preposition, behind the verbs that only say how it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.statements.names import speaks_at_all

if TYPE_CHECKING:
    from communique.sentences import Token

PARTICLES = frozenset(
    {
        "down",
        "out",
        "back",
        "up",
        "off",
        "away",
        "over",
        "aside",
        "home",
        "through",
        "by",
        "in",
        "on",
        "together",
    }
)
READY = frozenset(
    {"ready", "prepared", "willing", "determined", "committed", "poised", "happy", "bound", "resolved"}
)
ABLE = frozenset({"able", "capable"})
PLANS = frozenset({"plan", "intend", "aim", "seek", "hope", "prepare", "mean"})
STATES = frozenset({"acomp", "attr", "oprd"})
OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})


# Lemmas that the parser makes of "fined", "hoped", "staged", "taxes" and their like.
SLIPS = {
    "fin": "fine",
    "hat": "hate",
    "hop": "hope",
    "instal": "install",
    "spar": "spare",
    "stag": "stage",
    "taxis": "tax",
    "wag": "wage",
}


def lemma_of(word: Token) -> str:
    """The lemma of a word: "fine" of "fined"."""
    lemma = word.lemma_.lower()
    return SLIPS.get(lemma, lemma)


def behind_readiness(verb: Token) -> tuple[str, Token]:
    """What somebody is ready, able or planning to do, and which of them: "is prepared to send rice" is ready, of "send"."""
    lemma = verb.lemma_.lower()
    if lemma in {"be", "stand", "remain"}:
        state = next((c for c in verb.children if c.dep_ in STATES and c.i > verb.i), None)
        if state is not None and state.lower_ in READY | ABLE and (deed := deed_of(state)) is not None:
            return ("ready" if state.lower_ in READY else "may"), deed
    if verb.lower_ in READY and (deed := deed_of(verb)) is not None:
        return "ready", deed
    if lemma in PLANS and (deed := deed_of(verb)) is not None:
        return "plans", deed
    return "", verb


def deed_of(token: Token) -> Token | None:
    """The deed that a word of readiness governs: "ready to help", "committed to helping", "capable of hitting"."""
    behind = [*token.children, *(g for c in token.children if c.dep_ == "prep" for g in c.children)]
    return next(
        (c for c in behind if c.dep_ in {"xcomp", "pcomp"} and c.i > token.i and c.pos_ == "VERB"), None
    )


def keys_of(verb: Token) -> frozenset[str]:
    """The forms by which a predicate is listed: "go to jail" is "go", "go to" and "go to jail"."""
    lemma = lemma_of(verb)
    found = {lemma}
    parts = [c.lower_ for c in verb.children if c.dep_ == "prt"]
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in {"prt", "prep", "agent"} or (child.dep_ == "advmod" and child.lower_ in PARTICLES):
            found |= {f"{lemma} {child.lower_}", *(f"{lemma} {phrase}" for phrase in phrases_of(child))}
        elif child.dep_ in OBJECTS:
            found |= {f"{lemma} {thing}" for thing in things_of(child)}
            found |= {f"{lemma} {part} {thing}" for part in parts for thing in things_of(child)}
        elif child.dep_ in {"ccomp", "xcomp", "acomp"}:
            found.add(f"{lemma} {child.lower_}")
    return frozenset(found)


def phrases_of(preposition: Token) -> set[str]:
    """A preposition with its noun, and with another one before it: "to jail", "out of cabinet"."""
    word, found = preposition.lower_, set[str]()
    for child in preposition.children:
        if child.dep_ == "prep":
            found |= {f"{word} {phrase}" for phrase in phrases_of(child)}
        elif child.dep_ in {"pobj", "pcomp"}:
            found.add(f"{word} {child.lemma_.lower()}")
    return found


def things_of(noun: Token) -> set[str]:
    """What is done to, by its noun: "aid" of "send aid", "child" of "take 2,000 of the children", "nothing to hide"."""
    found = {lemma_of(noun)}
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and noun.tag_ in {"CD", "DT", "NNS", "NN"}:
            found |= {g.lemma_.lower() for g in child.children if g.dep_ == "pobj"}
        elif child.dep_ in {"relcl", "acl"} and child.i > noun.i:
            found.add(f"{noun.lemma_.lower()} to {child.lemma_.lower()}")
    return found


def states_of(verb: Token) -> frozenset[str]:
    """What a subject is said to be: "sure", "for sale", "thief", "a work of fiction" as "work" and "of fiction"."""
    found: set[str] = set()
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "prep":
            found |= {child.lower_, *phrases_of(child)}
        elif child.dep_ in STATES | {"advmod", "nsubj"}:
            found |= {child.lemma_.lower(), child.lower_}
            preps = [c for c in child.children if c.dep_ == "prep"]
            found |= {phrase for c in preps for phrase in phrases_of(c)}
            found |= {g.lemma_.lower() for c in preps if c.lower_ == "but" for g in c.children}
    return frozenset(found)


def wished_of_others(verb: Token) -> bool:
    """Whether somebody else is to do what is wished: "expects Paris to act", "wants the ban lifted", not "wants to go"."""
    told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)
    if told is not None and (told.pos_ == "PROPN" or speaks_at_all(told.text)):
        return any(
            c.tag_ == "VB" and c.i > told.i and any(g.lower_ == "to" for g in c.children)
            for c in (*verb.children, *told.children)
        )
    for child in verb.children:
        if child.i <= verb.i or child.dep_ not in {"xcomp", "ccomp"}:
            continue
        doer = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < child.i), None)
        if doer is not None and doer.lower_ not in {"it", "i", "we", "he", "she", "that", "who", "what"}:
            return True
    return False


ANYBODY = frozenset({"anyone", "anybody", "whoever", "whichever"})


def open_subject(subject: Token) -> str:
    """Whether a subject is whoever does something: "any ship", "anyone who helps" are any, "those who fire", "firms that refuse" those."""
    if subject.lower_ in ANYBODY:
        return "any"
    kids = list(subject.children)
    if subject.dep_ in {"csubj", "csubjpass"} and not ANYBODY.isdisjoint([c.lower_ for c in kids]):
        return "any"
    if any(c.lower_ in {"any", "every", "each", "whichever"} and c.dep_ == "det" for c in kids):
        return "any"
    return "those" if any(c.dep_ == "relcl" for c in kids) and subject.tag_ in {"NNS", "NN", "DT"} else ""
