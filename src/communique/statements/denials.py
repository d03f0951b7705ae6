"""Denials: what a side says that it did not do, is not, or that it calls untrue."""

from __future__ import annotations

from communique.statements.purposes import pattern
from communique.statements.signs import signed
from communique.statements.wording import Wording

SHORT = 14  # words up to which "nonsense" and its like are the whole of what is said


NO_PART = pattern(
    r"\b(?:ha[ds]|have|play(?:ed|s)?|took|taken) (?:absolutely |had )?(?:nothing to do with|no (?:plans?|intention|part|role|hand|involvement|knowledge|connection|links?|ties|idea|such)\b)|"
    r"\bno (?:connection|link) (?:with|to|between)\b|\bnot (?:connected|linked) (?:with|to)\b"
)

# What a side is charged with having or doing, as it stands behind "no" or "any".
CHARGED = (
    r"(?:presence|troops?|soldiers?|forces|bases?|prisons?|prisoners|camps?|secret \w+|pact|talks|negotiations|contacts?|plans? (?:to|for)|plot|intention|involvement|"
    r"truth|basis|links?|connection|collusion|cover-up|corruption|fraud|disagreements?|rift|split|feud|conspiracy|coup|quid|bribes?|payments?|torture|order to|"
    r"pressure|interference|wrongdoing|misconduct|negligence|discrimination|favou?ritism|bribery|attempt to|conflict of interest|crisis|mistreatment|abuse|massacre|"
    r"looting|rigging|irregularit(?:y|ies)|ill-treatment|foul play|political prisoners|hidden \w+|side deal|blackmail|censorship|bias|ban on|racism|hostages|agents?|spies)"
)
NONE_THERE = pattern(
    r"^\W*there (?:is|are|was|were|has been|have been|had been|never (?:was|were))(?: not|n['’]t)?(?: absolutely| simply| never| been)* (?:no|any|a) (?:\w+ ){0,3}?"
    rf"{CHARGED}\b|^\W*there (?:ha[sd]|have) never been (?:an?|any)\b"
)


NAY = pattern(
    r"^\W*(?:not (?:me|us)|(?:i|we) (?:did|do|have|had|am|are|was|were)(?: not|n['’]t)|no|never|none|none whatsoever|none at all|not at all|absolutely not|of course not|certainly not|not true)\W*$"
)
# "Asked whether he had paid, he said he had not."
HAD_NOT = pattern(
    r"^\W*(?:he|she|it|they) (?:had|did|was|were|has|have|does|do|is|are)(?: not| never|n['’]t)\W*$"
)

DENIAL = pattern(
    r"\b(?:have|has|had|['’]ve) (?:got )?nothing to hide\b|"
    r"\b(?:that|this|it)(?:['’]s| is| was)(?: simply| just| really)? not (?:at all )?(?:how|what|the way) (?:it|this|that|they|we|i|he|she|things)\b|"
    r"^\W*(?:at no (?:point|time|stage|moment)|never once|not once|in no way) (?:did|had|has|have|was|were|is|are|am) (?:i|we|he|she|it|they|our|his|the (?:government|army|company|ministry|bank|club))\b|"
    r"\b(?:am|is|was|are|were)(?: completely| totally| entirely)? (?:innocent|not guilty)\b|^\W*(?:(?:absolutely|certainly|definitely|of course|categorically) not\b|no, (?:i|we|he|she|they|it|that|this|not)\b|(?:i|we) (?:deny|reject|categorically)\b|"
    r"(?:(?:it|this|that)(?: \w+)?|the \w+) (?:never|did not|didn['’]t) (?:happen|take place|occur)|"
    r"(?:these|those|they)(?: are|['’]re|were)(?: simply| just| all| completely| pure)* (?:not true|untrue|false|lies|nonsense|fakes?|forgeries|fabrications|inventions)|(?:that|this|it)(?:['’]s| is| was| are)(?: simply| just| all| completely| totally| absolutely| pure| complete| total)* (?:not (?:true|so|correct|the case)|untrue|false|a lie|lies|nonsense|wrong|fiction|rubbish|baloney|fake))|"
    r"\b(?:did|done) nothing (?:wrong|illegal|improper|of the (?:kind|sort))\b|\bno such (?:thing|plan|order|deal|offer|agreement|meeting|letter|document|request|call)\b|\b(?:am|is|was|are|were) (?:completely |totally )?unaware (?:of|that)\b|\bnever (?:happened|took place|occurred|existed)\b"
)

FALSE = pattern(
    r"\b(?:nonsense|rubbish|fabrications?|fabricated|a lie|(?<!fault )(?<!problem )(?<!blame )lies(?! (?:in|with|at|on|under|behind|ahead|beyond|below|above|between|near|within|there|dead|buried)\b)|fake|baseless|groundless|untrue|unfounded|unsubstantiated|inventions?|invented|false(?! (?:claims?|alarms?|information|news|statements?|accounts?|reports?|rumou?rs?|passports?|papers|documents?|names?|start|hopes?|dawn|teeth|ceiling|positives?|identit\w+)\b)|(?:ridiculous|absurd)(?! (?:to|how)\b)|"
    r"slander|slanderous|smears?|hoax|malicious|ludicrous(?! (?:to|how)\b)|pure fiction|without foundation|far-fetched|preposterous|balderdash)\b"
)

# What is called false stands behind "is", or is all that is said: "pure invention", not "stop this slander".
TOLD_FALSE = pattern(
    rf"\b(?:is|are|was|were|am|be|been|being|as|sounds?|seems?|['’](?:s|re))\b(?: [\w’'-]+){{0,6}}? (?:{FALSE.pattern})|^\W*(?:(?:an?|the|all|this|these|such|it|what) )?(?:[\w-]+ ){{0,3}}?(?:{FALSE.pattern})\W*$|\b(?:he|she|they|who) (?:lies|lied)\b"
)

CHARGE_IS = pattern(
    r"^\W*(?:(?:the|these|those|this|such|any|all|his|her|their) )?(?:\w+ ){0,2}?(?:accusations?|allegations?|charges?|claims?|rumou?rs?|reports?|suggestions?|insinuations?|stor(?:y|ies)|speculation)"
    r"(?: (?:of|about|that|against) .{2,60}?)? (?:is|are|was|were|had been|has been) (?!\w+ing\b|(?!(?:unfounded|exaggerated|fabricated|invented|manufactured|concocted|misguided|overstated|misplaced|unwarranted|unsubstantiated|politicised|orchestrated|unjustified)\b)\w+ed\b|common|many|hard|difficult|part|among|in|on|at|to|true|serious|credible|grave|being|made|proven|well|under|based|filed|brought|dropped|still|expected|due|published|ready|now|clear)"
)


def denies(words: Wording) -> bool:
    """Whether a charge is rejected: "It never happened", "there was no such camp", "our soldiers did not fire"."""
    text = words.text
    if (NAY if words.direct else HAD_NOT).search(text) or signed("denies", words):
        return True
    if DENIAL.search(text) or NONE_THERE.search(text) or CHARGE_IS.search(text):
        return True
    if NO_PART.search(text[:90]) and not of_another(words):
        return True
    return (
        FALSE.search(text) is not None and len(text.split()) <= SHORT and TOLD_FALSE.search(text) is not None
    )


def of_another(words: Wording) -> bool:
    """Whether words tell of somebody of no side of the speaker's: "The government has no plan", of a rival."""
    if words.own:
        return False
    first = words.clauses[0] if words.clauses else None
    agent = first is not None and first.subject == "agent" and not first.void
    return agent or words.text.lower().split()[:1] in (["he"], ["she"])
