"""Threats: harm that the speaker's side announces, by itself or on a condition."""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml
from communique.statements.attribution import Attribution
from communique.statements.idioms import load_idioms
from communique.statements.purposes import OR_FACE, WILL, WILL_DO, pattern
from communique.statements.signs import signed
from communique.statements.wording import Wording

OR_ELSE = pattern(
    r"\bor (?:else\b|(?:we|i|they|he|she)(?:['’]ll| will| shall)? (?!not\b)\w+|(?:it|they|you|he|she) (?:will|would) |face\b)"
)
WARNS = frozenset({"warn", "caution", "warning"})
OWN_DEED = pattern(rf"\W*(?:he|she|it|they|we) (?:\w+ly )?(?:{WILL})")
VOWS = frozenset({"vow", "swear", "pledge", "promise", "threaten"})


def threatened(attribution: Attribution, words: Wording) -> bool:
    """Whether harm is announced by a sign of the lexicon, or by a warning of what the speaker's side will do."""
    warns = attribution.lemma in WARNS
    if attribution.verb.strength != "view" and announced(attribution, words, warns=warns):
        return True
    if attribution.lemma in VOWS and ("consequences" in words.text or vowed_harm(attribution, words)):
        return True
    return warns and warned_of(attribution, words)


def vowed_harm(attribution: Attribution, words: Wording) -> bool:
    """Whether what is vowed is harm, as a noun: "vowed revenge"."""
    return attribution.noun and harm_noun().match(" " + words.text) is not None


def announced(attribution: Attribution, words: Wording, *, warns: bool) -> bool:
    """Whether a sign of the lexicon threatens: "reserves the right to retaliate"."""
    vows = attribution.lemma in {"vow", "swear"}
    return signed("threatens", words, attribution.verb.polarity, warns=warns, vows=vows)


def warned_of(attribution: Attribution, words: Wording) -> bool:
    """Whether a warning is of what the speaker's side will do: "warned the crews that they would be boarded"."""
    text = words.text
    if attribution.hearer is not None and WILL_DO.search(text):
        return True
    if (words.own or words.perhaps or words.direct) and OWN_DEED.match(text):
        return True
    noun = attribution.noun or not words.clauses  # and not "warned that the war could spread"
    return noun and not words.direct and not words.nobody and harm_noun().match(" " + text) is not None


def or_else(words: Wording) -> bool:
    """Whether a quotation threatens by "or": "Pay, or we cut the line", or by "and"."""
    if OR_ELSE.search(words.text) or OR_FACE.search(words.text):
        return True
    return words.commands and (DO_OR.search(words.text) is not None or in_peril(words.text))


def in_peril(text: str) -> bool:
    """Whether harm stands behind a command and "and": "Touch our pensions and the trains will stop"."""
    found = DO_AND.search(text)
    return found is not None and not perils().isdisjoint(re.findall(r"\w+", text[found.start() :].lower()))


DO_OR = pattern(r"^\W*\w+.{0,60}?,? or (?:the|our|your|all|every|no|there) ")
DO_AND = pattern(r",? and (?:you|your|they|he|the|we|i|our|my)\b")


@functools.cache
def perils() -> frozenset[str]:
    """Words for what comes of a deed that a threat forbids."""
    return frozenset(read_toml(LEXICON / "moods.toml")["perils"])


def harm_noun() -> re.Pattern[str]:
    """What one side may do to another, as a noun: "warned of countermeasures"."""
    return load_idioms().nouns["revenge"]
