"""Threats by grammar: whose deed lies ahead, what it does to others, and on what condition, whatever the wording."""

from __future__ import annotations

import functools
import re

from communique.knowledge.caseless import Caseless
from communique.statements.mainclause import AHEAD, Clause
from communique.statements.mood import load_deeds
from communique.statements.wording import Wording

MAYBE = frozenset({"could", "may", "might", "can"})
# What a deed hangs on; "if necessary" and "if re-elected" hang on nothing that others do.
CONDITION = Caseless(
    r"\b(?:if|unless|until|should|once|as soon as|whoever|anyone|anybody|any|those (?:who|that|responsible)|every \w+ (?:who|that|which)|(?:\w+s) (?:who|that|which))\b "
    r"(?!(?:necessary|needed|possible|asked|required|re-?elected|elected|chosen|convicted|found guilty|time|way|given|moment)\b)"
)
AGAINST = Caseless(
    r"\b(?:against|(?:in|out of) (?:response|retaliation|revenge|reply|return|protest)|over the)\b"
)


@functools.cache
def listed(name: str) -> Caseless:
    """A list of purposes.toml's deeds as a pattern of whole words, in any case."""
    return Caseless(rf"\b(?:{'|'.join(sorted(load_deeds()[name], key=lambda w: (-len(w), w)))})\b")


def menaces(each: Clause, words: Wording, *, own: bool, firm: bool) -> bool:
    """Whether a clause holds out harm: "we will strike back", "the answer will be swift", "they will pay a price".

    `own` is whether its subject is of the speaker's side, `firm` whether the verb warns, vows or threatens.
    """
    if words.nobody:
        return False
    ahead = each.helper in AHEAD
    if answers(each, ahead=ahead):
        return True
    if own and strikes(each, words, ahead=ahead, firm=firm):
        return True
    return each.subject != "own" and suffers(each, words, ahead=ahead, firm=firm)


def strikes(each: Clause, words: Wording, *, ahead: bool, firm: bool) -> bool:
    """Whether the own side would harm somebody: "we will flatten their cities", "it would quit the pact if ..."."""
    if each.negated or each.thing in load_deeds()["ills"]:
        return False
    hangs = firm or CONDITION.search(words.text) is not None
    if ready := READY.match(each.words):
        deed = ready.group("deed")
        return listed("strikes").match(deed) is not None or listed("breaks").match(deed) is not None
    if not (ahead or (each.helper in MAYBE and hangs)) or each.passive:
        return False
    if measures(each, firm=firm) or listed("breaks").match(each.words):
        return True
    if each.verb in load_deeds()["harms"]:
        return bool(each.thing) or hangs
    return hangs and each.verb in load_deeds()["measures"] and not GOOD_OF.search(each.words)


# "Ready to dissolve parliament", "prepared for a general strike".
READY = re.compile(
    r"(?:(?:is|are|am|was|were|be|been|stands?|stood|remains?|remained) )?(?:\w+ly |also |now |still )?(?:ready|prepared|determined|poised|willing) (?:to|for) (?:an? )?(?P<deed>.+)",
    re.IGNORECASE | re.DOTALL,
)
GOOD_OF = re.compile(
    r"\b(?:for repairs|for maintenance|overnight|for the (?:night|winter|summer|day|holidays?))\b",
    re.IGNORECASE,
)


def measures(each: Clause, *, firm: bool) -> bool:
    """Whether measures are to be taken against somebody: "would take stern action against the strikers"."""
    if each.verb not in {
        "take",
        "adopt",
        "introduce",
        "consider",
        "respond",
        "launch",
        "initiate",
        "resort",
        "impose",
    }:
        return False
    head = each.words[:110]
    if each.verb in {"respond", "resort"}:
        return (
            firm
            or AGAINST.search(head) is not None
            or listed("harsh").search(head) is not None
            or "force" in head
        )
    if each.thing not in load_deeds()["steps"]:
        return False
    return AGAINST.search(head) is not None or listed("stern").search(head) is not None


def answers(each: Clause, *, ahead: bool) -> bool:
    """Whether an answer to others is foretold as a harsh one: "our response to any raid will be swift"."""
    if each.noun not in load_deeds()["answers"] or each.negated or not (ahead or each.present):
        return False
    if each.copula:
        return ahead and listed("harsh").search(each.words) is not None
    return ahead and each.verb in {
        "come",
        "follow",
        "fall",
        "exceed",
        "surprise",
        "reach",
        "hit",
        "destroy",
        "crush",
        "shake",
    }


def suffers(each: Clause, words: Wording, *, ahead: bool, firm: bool) -> bool:
    """Whether others are to suffer for it: "the rebels would be wiped out", "he will pay for what he did"."""
    if not ahead or each.subject == "there" or each.negated:
        return False
    if each.passive:
        if BY_WHOM.search(each.words):
            return False
        hangs = firm or CONDITION.search(words.text) is not None
        if each.noun in load_deeds()["ills"]:
            return False
        return each.verb in load_deeds()["crushed"] or (hangs and each.verb in load_deeds()["undone"])
    if each.verb not in load_deeds()["suffers"]:
        return False
    if listed("retribution").search(each.words[:90]):
        return True
    return CONDITION.search(words.text) is not None and listed("losses").search(each.words[:60]) is not None


BY_WHOM = re.compile(
    r"\bby (?!force|any means|all means|the (?:army|police|law|state|end)|\w+day|\d|next|dawn|noon|then)",
    re.IGNORECASE,
)
