"""The mood of what is said, by its grammar: a duty of somebody else asks, a good turn of the own side promises."""

from __future__ import annotations

import functools
import re

from communique.knowledge.caseless import Caseless
from communique.knowledge.load import LEXICON, read_toml
from communique.statements.mainclause import AHEAD, NEEDS, OBLIGES, Clause


@functools.cache
def load_deeds() -> dict[str, frozenset[str]]:
    """The lists of deeds of lexicon/purposes.toml."""
    return {name: frozenset(listed) for name, listed in read_toml(LEXICON / "purposes.toml")["deeds"].items()}


@functools.cache
def helping() -> Caseless:
    """What helps with the thing it is done to: "hold elections"."""
    return Caseless(rf"(?:{'|'.join(sorted(load_deeds()['helps_with']))})\b")


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
    if each.helper == "be to" and each.noun not in load_deeds()["aims"]:
        return not each.passive and each.verb in load_deeds()["helps"]
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
    if each.helper in AHEAD and not each.negated and arrives(each):
        return True
    if each.helper not in AHEAD or each.noun not in load_deeds()["beneficiaries"]:
        return False
    if each.negated:
        return each.void and each.verb in load_deeds()["losses_of"]
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


def arrives(each: Clause) -> bool:
    """Whether what is waited for will come, or stay as it is: "the second shipment would leave", "the fare would stay"."""
    deeds = load_deeds()
    if each.noun in deeds["gifts"]:
        return each.verb in (
            {"send", "pay", "deliver", "hand"}
            if each.passive
            else {"leave", "arrive", "reach", "come", "flow", "continue", "resume", "go"}
        )
    return each.noun in deeds["kept"] and not each.passive and each.verb in {"stay", "remain"}


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


def unhappened(each: Clause) -> bool:
    """Whether an event or thing is said not to be: "such a meeting has never taken place"."""
    if not each.negated or each.helper or each.subject == "there":
        return False
    return each.verb in {"happen", "occur", "exist"} or (
        each.verb == "take" and re.match(r"\w+ place\b", each.words) is not None
    )


def belied(each: Clause) -> bool:
    """Whether something told is called untrue by its verb: "the illness had been greatly exaggerated"."""
    return each.passive and not (each.negated or each.helper) and each.verb in load_deeds()["belied"]


def emptied(each: Clause, *, sided: bool) -> bool:
    """Whether a side says that it did nothing of what it is charged with: "had broken no law", "posed no danger"."""
    if not each.empty or each.helper or each.negated or each.subject == "there":
        return False
    if each.verb in {"pose", "present", "constitute", "represent"}:
        return sided and each.thing in {"danger", "threat", "risk", "hazard"}
    return each.subject == "own" and each.verb in load_deeds()["emptied"]


def nobody_was(each: Clause, *, official: bool) -> bool:
    """Whether nobody was treated as is charged: "nobody has been bought", "no order had ever left the building"."""
    if not (each.void and each.negated and official) or each.helper:
        return False
    if each.person in {"nobody", "none"} or each.noun in {"one", "person"}:
        return each.passive and each.verb not in load_deeds()["not_done"]
    return each.perfect and each.ever


def no_such_man(each: Clause) -> bool:
    """Whether somebody says that he is not what he is called: "I am not a thief"."""
    personal = each.subject == "own" and each.person in {"i", "we", "he", "she", "they"}
    return (
        personal and each.copula and each.negated and not each.helper and each.thing in load_deeds()["libels"]
    )


def spared(each: Clause) -> bool:
    """Whether the own side undertakes to do others no harm: "would not be the first to use them", "will not touch pensions"."""
    if each.subject != "own" or each.helper not in AHEAD or not each.negated or each.passive:
        return False
    if each.copula:
        return re.match(r"\w+ the first to \w+", each.words) is not None
    deeds = load_deeds()
    return each.verb in deeds["forbears"] or (
        each.verb in deeds["forbears_with"] and each.thing in deeds["dear"]
    )


def asked_for(each: Clause) -> bool:
    """Whether the own side tells what it wants of others: "the nurses are seeking a rise of 12 per cent"."""
    if (
        each.subject != "own"
        or each.negated
        or each.helper
        or each.perfect
        or each.passive
        or not each.present
    ):
        return False
    if each.verb in {"seek", "demand", "request", "want"}:
        return bool(each.thing)
    return (
        re.match(
            r"(?:calls?|calling|asks?|asking|appeals?|appealing|press(?:es|ing)?|push(?:es|ing)?) (?:\w+ )?(?:for|on|upon)\b",
            each.words,
        )
        is not None
    )
