"""Denials: what a side says that it did not do, is not, or that it calls untrue."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.statements.mainclause import Clause
from communique.statements.mood import emptied, failed, load_deeds, no_such_man, nobody_was, not_done, untrue
from communique.statements.purposes import BASELESS, CHARGED, HAVE_NONE, NO_DEED, NOT_ONE, pattern
from communique.statements.signs import signed
from communique.statements.wording import Wording

SHORT = 14  # words up to which "nonsense" and its like are the whole of what is said

PAST_NOT = pattern(
    r"\b(?:(?:did|had|has|have|was|were|is|am|are) not|(?:did|had|has|have|was|were|is|are)n['’]t|(?:has |have |had |was |were )never|never(?=\s+(?:\w+ed|been|said|took|met|had|was|were|gave|left|made|sent|told|saw|paid|went|knew|broke|sold|bought|hit|did)\b))\s+"
    r"(?!(?:had|seen|felt|known|heard|experienced|faced|met) (?:so|such|anything|this|a|an|as|more|better|worse)\b|going to|ruling out|excluding|denying|disputing|slept|decided|heard|remember|recall|ready|sure|afraid|surprised|happy|satisfied|convinced|want|wish|believe|think|know (?!about|of\b|that|anything)|understand|care|need|expect|see\b|like|made (?:a |enough|money|up)|get\b|got\b|win\b|won\b|manage|finish|achieve|reach|succeed|receive[ds]? (?!(?:any |a |an )?(?:money|payments?|bribes?|cash|funds|orders|weapons|arms|gifts?))|been (?:told|informed|consulted|given|offered|allowed|able|paid|notified|contacted|invited|found)\b|score|start|establish|do enough|come\b|realise|realize|happened yet|changed?\b|accept|recogni[sz]e|agree|yet|only|just|merely|always|everything|here|enough|an? \w+[.,]? but|so |as |be\b|in a )"
)

STATIVE = pattern(
    r"\b(?:is|are|am|was|were)(?: not|n['’]t) (?!\w+ing\b|\w+ed\b|(?:involved|responsible|guilty|aware|behind|part of|true|at war|party to|party in|connected|linked|present)\b)"
)

NO_PART = pattern(
    r"\b(?:ha[ds]|have|play(?:ed|s)?|took|taken) (?:absolutely |had )?(?:nothing to do with|no (?:plans?|intention|part|role|hand|involvement|knowledge|connection|links?|ties|idea|such)\b)|"
    r"\bno (?:connection|link) (?:with|to|between)\b|\bnot (?:connected|linked) (?:with|to)\b"
)

NONE_THERE = pattern(
    r"^\W*there (?:is|are|was|were|has been|have been|had been|never (?:was|were))(?: not|n['’]t)?(?: absolutely| simply| never| been)* (?:no|any|a) (?:\w+ ){0,3}?"
    rf"{CHARGED}\b|^\W*there (?:ha[sd]|have) never been (?:an?|any)\b"
)

NAY = pattern(
    r"^\W*(?:not (?:me|us)|(?:i|we) (?:did|do|have|had|am|are|was|were)(?: not|n['’]t)|no|never|not at all|absolutely not|of course not|certainly not|not true)\W*$"
)

DENIAL = pattern(
    r"\b(?:have|has|had|['’]ve) (?:got )?nothing to hide\b|"
    r"\b(?:that|this|it)(?:['’]s| is| was)(?: simply| just| really)? not (?:at all )?(?:how|what|the way) (?:it|this|that|they|we|i|he|she|things)\b|"
    r"^\W*(?:at no (?:point|time|stage|moment)|never once|not once|in no way) (?:did|had|has|have|was|were|is|are|am) (?:i|we|he|she|it|they|our|his|the (?:government|army|company|ministry|bank|club))\b|"
    r"\b(?:am|is|was|are|were)(?: completely| totally| entirely)? (?:innocent|not guilty)\b|^\W*(?:(?:absolutely|certainly|definitely|of course|categorically) not\b|no, (?:i|we|he|she|they|it|that|this|not)\b|(?:i|we) (?:deny|reject|categorically)\b|"
    r"(?:(?:it|this|that)(?: \w+)?|the \w+) (?:never|did not|didn['’]t) (?:happen|take place|occur)|"
    r"(?:these|those|they)(?: are|['’]re|were)(?: simply| just| all| completely| pure)* (?:not true|untrue|false|lies|nonsense|fakes?|forgeries|fabrications|inventions)|(?:that|this|it)(?:['’]s| is| was| are)(?: simply| just| all| completely| totally| absolutely| pure| complete| total)* (?:not (?:true|so|correct|the case)|untrue|false|a lie|lies|nonsense|wrong|fiction|rubbish|baloney|fake))|"
    r"\b(?:did|done) nothing (?:wrong|illegal|improper|of the (?:kind|sort))\b|\b(?:do|does|did) not exist\b|\bno such (?:thing|plan|order|deal|offer|agreement|meeting|letter|document|request|call)\b|\b(?:am|is|was|are|were) (?:completely |totally )?unaware (?:of|that)\b|\bnever (?:happened|took place|occurred|existed)\b"
)

FALSE = pattern(
    r"\b(?:nonsense|rubbish|fabrications?|fabricated|a lie|(?<!fault )(?<!problem )(?<!blame )lies(?! (?:in|with|at|on|under|behind|ahead|beyond|below|above|between|near|within|there|dead|buried)\b)|fake|baseless|groundless|untrue|unfounded|unsubstantiated|inventions?|invented|false(?! (?:claims?|alarms?|information|news|statements?|accounts?|reports?|rumou?rs?|passports?|papers|documents?|names?|start|hopes?|dawn|teeth|ceiling|positives?|identit\w+)\b)|ridiculous|absurd|"
    r"slander|slanderous|smears?|hoax|malicious|ludicrous|pure fiction|without foundation|far-fetched|preposterous|balderdash)\b"
)

# What is called false stands behind "is", or is all that is said: "pure invention", not "stop this slander".
TOLD_FALSE = pattern(
    rf"\b(?:is|are|was|were|am|be|been|being|as|sounds?|seems?|['’](?:s|re))\b(?: [\w’'-]+){{0,6}}? (?:{FALSE.pattern})|^\W*(?:(?:an?|the|all|this|these|such|it|what) )?(?:[\w-]+ ){{0,3}}?(?:{FALSE.pattern})\W*$|\b(?:he|she|they|who) (?:lies|lied)\b"
)

CHARGE_IS = pattern(
    r"^\W*(?:(?:the|these|those|this|such|any|all|his|her|their) )?(?:\w+ ){0,2}?(?:accusations?|allegations?|charges?|claims?|rumou?rs?|reports?|suggestions?|insinuations?|stor(?:y|ies)|speculation)"
    r"(?: (?:of|about|that|against) .{2,60}?)? (?:is|are|was|were|had been|has been) (?!\w+ing\b|(?!(?:unfounded|exaggerated|fabricated|invented|manufactured|concocted|misguided|overstated|misplaced|unwarranted|unsubstantiated|politicised|orchestrated|unjustified)\b)\w+ed\b|common|many|hard|difficult|part|among|in|on|at|to|true|serious|credible|grave|being|made|proven|well|under|based|filed|brought|dropped|still|expected|due|published|ready|now|clear)"
)


def disowned(each: Clause, words: Wording) -> bool:
    """Whether a side says that it is not, or did not, what it is charged with."""
    return (
        untrue(each)
        or no_such_man(each)
        or emptied(each, sided=not words.nobody)
        or nobody_was(each, official=words.official)
    )


def refuted(each: Clause, words: Wording) -> bool:
    """Whether somebody who answers for a side says that something was not done: "No soldier had opened a gate", "the boat never left"."""
    if (
        not words.official
        or each.helper
        or each.copula
        or each.subject in {"there", "agent"} - ({"agent"} if each.void else set())
    ):
        return False
    if (each.present and not each.perfect) or LASTING.search(words.text):
        return False
    if (
        each.void
        and each.person in {"nobody", "none", "one"}
        and not (each.passive or OF_THEM.match(words.text))
    ):
        return False  # "Nobody had asked us": that is the others' doing
    if each.void:
        return each.verb not in load_deeds()["unmet"]
    deeds = load_deeds()
    return (
        each.negated and each.verb not in deeds["not_done" if each.passive else "fails"] - deeds["rumoured"]
    )


OF_THEM = pattern(r"\W*(?:nobody|no one|no-one|none) (?:in|of|from|at|among|on|inside)\b")
LASTING = pattern(
    r"\b(?:since|yet|so far|until|till|still|only|just|merely|always|enough|everything|fully|entirely|quite|either|again|such|for (?:\w+ ){0,3}(?:hours|days|weeks|months|years|decades|centuries)|in (?:a|an|\w+) (?:\w+ )?(?:days|weeks|months|years|decades?|century|centuries|generation))\b"
)

FIRST_NOT = pattern(r"(?:i|we)\b[^,]{0,12}?(?:" + PAST_NOT.pattern + ")")

OF_HIM = pattern(r"\W*(?:he|she|his|her)\b")


def denies(words: Wording) -> bool:
    """Whether a charge is rejected: "It never happened", "there was no such camp", "our soldiers did not fire"."""
    text = words.text
    if (words.direct and NAY.search(text)) or signed("denies", words):
        return True
    if any(wording.search(text) for wording in (DENIAL, NONE_THERE, CHARGE_IS, BASELESS, HAVE_NONE)):
        return True
    if NO_PART.search(text[:90]) and (words.own or not OF_HIM.match(text)):
        return True
    if FALSE.search(text) and len(text.split()) <= SHORT and TOLD_FALSE.search(text):
        return True
    if NOT_ONE.search(text) or ((words.own or words.perhaps) and NO_DEED.search(text)):
        return True
    if any(
        not_done(replace(each, subject="own") if words.perhaps and not i else each, official=words.official)
        for i, each in enumerate(words.clauses[:2])
    ):
        return True
    if words.clauses and refuted(words.clauses[0], words):
        return True
    if words.clauses and failed(words.clauses[0]):
        return False
    head = re.split(
        r"[.;?!]\s|, (?:but|and|because|which|who)\b|\b(?:that|because|whether|if|who|since|as|after|when|while|before|although|though|unless|until|where|than)\b",
        text,
    )[0]
    if words.direct and any(
        FIRST_NOT.match(part) and not STATIVE.search(part) for part in re.split(r"(?<=[.;?!])\s+", text)
    ):
        return True
    return (words.own or words.perhaps) and (
        (PAST_NOT.search(head) is not None and not STATIVE.search(head))
        or re.match(
            r"\W*(?:(?:no|not one|none)\b[^.]*?\b(?:had|has|have|was|were|is|did|ever)|nobody (?:was|were|(?:has|had|have) been))\b",
            head,
            re.IGNORECASE,
        )
        is not None
    )
