"""Threats: harm that the speaker's side announces, by itself or on a condition."""

from __future__ import annotations

import re

from communique.statements.attribution import Attribution
from communique.statements.idioms import load_idioms
from communique.statements.mainclause import AHEAD, Clause
from communique.statements.mood import load_deeds
from communique.statements.purposes import (
    CONDITIONAL,
    OR_FACE,
    PAID_BACK,
    PENALTY,
    THREAT,
    ULTIMATUM,
    WILL,
    pattern,
)
from communique.statements.signs import signed
from communique.statements.wording import Wording

HOSTILE = (
    r"(?:revenge|retribution|vengeance|retaliat\w*|pay (?:a|the|dearly|for (?:this|that|it|their|his|what|every))|a (?:heavy |high |steep |terrible )?price|crush\w*|destroy\w*|punish\w*|wiped?|annihilat\w*|(?<!not )be (?:met|answered|repaid)|(?<!the )(?<!a )(?<!by )strike|hit back|fire back|"
    r"shoot|shot|turn .{0,30} into|seize[ds]?|sink|sunk|veto|regret|suffer|not (?:let|allow|tolerate|permit|hesitate|stand by)|open fire|fire on|(?<!the )(?<!an )(?<!by )attack|arrest(?:ed)?|bury|burn|(?<!the )(?<!a )block\w*|jail\w*|go to war|answer for (?:it|this|that|every|what|their|his)|live to regret|"
    r"avenge\w*|hunt (?:\w+ ){0,3}down|make (?:\w+ ){1,3}pay|respond (?:in kind|with force|harshly|forcefully|decisively|militarily)|reply in kind|bomb|invade|flatten\w*|raze|teach|walk (?:out|away)|consequences)\b"
)
MEASURE = (
    r"(?:suspend|cut (?:off|the|all|ties)|expel|impose|slap|pull out of|shut (?:down|off)|close (?:the|its)|blockade|sue|sack|fired?|fined?|boycott|quit|scrap|tear up|withhold|freeze|turned away|face|"
    r"down tools|stop|ban|respond with|leave the|withdraw from|halt)\b"
)
HARM = rf"(?:{HOSTILE}|{MEASURE})"
HARM_AHEAD = pattern(rf"(?:{WILL})(?:\W+[\w’'-]+){{0,5}}?\W+{HARM}")
HOSTILE_AHEAD = pattern(rf"(?:{WILL})(?:\W+[\w’'-]+){{0,5}}?\W+{HOSTILE}")
HOSTILE_FIRST = pattern(rf"^\W*(?:[\w’'-]+\W+){{0,2}}?{HOSTILE}")
HARMFUL = pattern(rf"^\W*(?:[\w’'-]+\W+){{0,2}}?{HARM}")
GRAVE = pattern(
    rf"(?:{WILL})(?:\W+[\w’'-]+){{0,5}}?\W+(?:retaliat\w*|pay (?:a|the|dearly)(?: \w+){{0,2}}(?: price)?|be (?:met|answered|repaid) (?:with|by|in|tenfold|\w+fold|harshly|without|at once|immediately)|face (?:\w+ )?consequences|regret (?:it|this)|suffer (?:the |grave |severe )?consequences|"
    r"strike back|hit back|open fire|be (?:crushed|wiped|annihilated|flattened|destroyed|a bloodbath))"
)
OR_ELSE = pattern(
    r"\bor (?:else\b|(?:we|i|they|he|she)(?:['’]ll| will| shall)? (?!not\b)\w+|(?:it|they|you|he|she) (?:will|would) |face\b)"
)
DO_OR = pattern(r"^\W*\w+.{0,60}?,? or (?:the|our|your|all|every|no|there) ")
DO_AND = pattern(r"^\W*\w+ .{2,70}?,? and (?:you|they|he|the|we|i|our|my)\b.{0,30}?(?:['’]ll\b| will\b)")
IF_THEN = pattern(
    rf"(?:^|[.;] )\W*(?:if|unless|should|any|the next|another|one more) .{{3,110}}?\b(?:{WILL})"
)
UNLESS = pattern(
    r"\bunless\b|\bif [^.]{0,60}\b(?:not|n['’]t|refuse[sd]?|fail(?:s|ed)?|again|dares?|attack\w*|cross\w*)\b"
)
WARNS = frozenset({"warn", "caution", "warning"})
VOWS = frozenset({"vow", "pledge", "swear", "promise", "threaten"})
FIRM = WARNS | {"vow", "swear", "threaten"}
PROMISE = pattern(
    r"^\W*(?:(?:but|and|so|yes|today),? )?(?:i|we)(?:['’]ll| will| shall| are going to| am going to) (?!have to|see\b|be \w+(?:ty|teen)\b|be \d|be \w+ed\b|be heard\b|be (?:able|in|the|a|there|here|very|too)\b|need|not\b|never be\b|"
    r"beat|win|play|score|try|learn|enjoy|bounce|celebrate|go (?:out|into|again)|come back|start|finish|still be|all |know|discuss|meet|talk|look|wait|decide|announce|speak|probably|win|lose|die|find out|remember|miss)"
)
NO_PERIL = pattern(
    r"\bif (?:re-?elected|elected|chosen|necessary|needed|asked|possible|(?:he|she|they) (?:wins?|won))\b"
)
CONDITION = pattern(
    r"\b(?:if|unless|should) (?!re-?elected|elected|chosen|necessary|needed|asked|possible|(?:he|she|they) (?:wins?|won))"
)

PERIL = pattern(rf"\b(?:{HARM}|sorry|lose|die|dead|learn|feel it|see what)")


def threatened(attribution: Attribution, words: Wording) -> bool:
    """Whether harm is announced: by "warned", by what the speaker's own side would do, or on a condition."""
    text = words.text
    warns = attribution.lemma in WARNS
    if harmless(attribution, text):
        return False
    if attribution.verb.strength != "view" and announced(attribution, words, warns=warns):
        return True
    if (warns and warned_of(attribution, words)) or vowed(attribution.lemma, words):
        return True
    if words.nobody or (words.clauses and others_act(words.clauses[0], words)):
        return False  # "An analyst warned that the rebels would attack": a forecast
    if not HARM_AHEAD.search(text):
        return (words.own or words.perhaps) and on_condition(text)
    if warns or attribution.lemma in VOWS or (IF_THEN.search(text) is not None and not NO_PERIL.search(text)):
        return True
    return (
        (words.own or words.perhaps)
        and HOSTILE_AHEAD.search(text) is not None
        and REACHES.search(text) is not None
    )


def announced(attribution: Attribution, words: Wording, *, warns: bool) -> bool:
    """Whether a set wording of strife or a sign of the lexicon threatens: "reserves the right to retaliate"."""
    vows = attribution.lemma in {"vow", "swear"}
    return (
        any(sign.search(words.text) for sign in (THREAT, CONDITIONAL, PENALTY, ULTIMATUM))
        or signed("threatens", words, attribution.verb.polarity, warns=warns, vows=vows)
        or GRAVE.search(words.text) is not None
    )


def warned_of(attribution: Attribution, words: Wording) -> bool:
    """Whether a warning is of what the speaker's side will do: "warned the crews that they would be boarded"."""
    text = words.text
    if attribution.hearer is not None and pattern(WILL).search(text):
        return True
    own_deed = PROMISE.search(text) or re.match(
        rf"\W*(?:he|she|it|they|we) (?:\w+ly )?(?:{WILL})", text, re.IGNORECASE
    )
    if (words.own or words.perhaps or words.direct) and own_deed:
        return True
    noun = not words.direct and not words.nobody and harm_noun().match(" " + text)
    return AIMED.search(text) is not None or bool(noun)


def vowed(lemma: str, words: Wording) -> bool:
    """Whether harm is vowed: "vowed to shut every port", "pledged revenge"."""
    if lemma not in VOWS:
        return False
    firm = lemma in {"vow", "swear", "threaten"}
    return (HARMFUL if firm else HOSTILE_FIRST).search(words.text) is not None or (
        lemma in {"vow", "swear"} and CONDITION.search(words.text) is not None
    )


def harmless(attribution: Attribution, text: str) -> bool:
    """Whether a good turn or a court's sentence is told: "If convicted, he would face ten years in prison" is the law's."""
    return (
        PAID_BACK.search(text) is not None
        or SPARED.match(text) is not None
        or (BY_COURT.search(text) is not None and attribution.lemma not in WARNS | VOWS)
    )


def others_act(each: Clause, words: Wording) -> bool:
    """Whether somebody else is to do it: "warned that the rebels would attack"."""
    return (
        each.subject == "agent"
        and not (words.own or words.perhaps or each.passive)
        and each.helper in AHEAD
        and each.verb not in load_deeds()["suffers"]
        and CONDITION.search(words.text) is None
    )


BY_COURT = pattern(
    rf"(?:{WILL})(?:\W+[\w’'-]+){{0,3}}?\W+(?:detained|jailed|sentenced|imprisoned|extradited|(?:face|spend|serve|get) (?:up to |at least |\w+ to )?[\w-]+ (?:years|months|days)|face (?:trial|jail|prison|charges|a fine|the death)|stand trial|go to (?:jail|prison))\b"
)
# What is in the speaker's hand and meant for whoever does it: "Any ship that enters will be boarded".
AIMED = pattern(
    rf"(?:{WILL}) (?:be|stay|remain) (?:closed|shut|cut|barred|blocked) (?:to|for|off for) (?:them|you|him|her|those|any)|"
    rf"^\W*(?:any|anyone|anybody|whoever|all|every|those) .{{3,90}}?\b(?:{WILL}) (?:be|face|pay|lose|regret|answer)\b|"
    rf"^\W*(?:if|unless|should) .{{3,110}}?, (?:[\w’'-]+ ){{1,9}}?(?:{WILL}) (?:be (?:closed|shut|cut|boarded|shot|sunk|seized|expelled|arrested|treated|stopped|blocked|ended|withdrawn|suspended|burned|burnt|destroyed|met|answered|punished|prosecuted|sacked|jailed|fined|fired)|not (?:open|pass|be (?:spared|forgiven|allowed|paid|released)))\b"
)
REACHES = pattern(rf"^\W*(?:[\w’'-]+ ){{1,5}}?(?:{WILL})|^\W*(?:i|we|he|she|it|they)['’](?:ll|d)\b")


def on_condition(text: str) -> bool:
    """Whether the own side will act unless it has its way, or if it is attacked: "If one more shell falls, we will answer"."""
    if UNLESS.search(text) and (OWN_WILL.match(text) or BODY_WILL.match(text)):
        return True
    return HIT_FIRST.search(text) is not None


SPARED = pattern(
    r"\W*(?:nobody|no one|none of \w+)\b(?!.*\b(?:spared|safe|immune|escape|get away|survive|left alive)\b)"
)
OWN_WILL = pattern(rf"\W*(?:he|she|it|they|we|i)(?: \w+)? ?(?:{WILL})")
BODY_WILL = pattern(
    rf"\W*(?:[\w’'-]+ ){{1,4}}?(?:{WILL}) (?!rebuild|help|pay|return|give|stay|be\b|have\b|lose|miss|fail|not be able)"
)
HIT_FIRST = pattern(
    rf"\bif [^.,]{{0,60}}\b(?:attack\w*|cross\w*|falls?|fires?|shoots?|strikes?|touch\w*|enters?|invades?|lands?|kills?|harms?|hits?)\b[^.,]*, (?:he|she|it|they|we|i)(?: \w+)? ?(?:{WILL})"
)


def or_else(words: Wording) -> bool:
    """Whether a quotation threatens by "or": "Pay, or we cut the line", "Touch our pensions and the trains will stop"."""
    if OR_ELSE.search(words.text) or OR_FACE.search(words.text):
        return True
    ahead = DO_AND.search(words.text) and PERIL.search(words.text)
    return words.commands and bool(DO_OR.search(words.text) or ahead)


def harm_noun() -> re.Pattern[str]:
    """What one side may do to another, as a noun: "warned of countermeasures"."""
    return load_idioms().nouns["revenge"]
