"""What a statement does: asserts, denies, declines, asks, promises or threatens."""

from __future__ import annotations

import re

from communique.records import Polarity
from communique.statements.attribution import Attribution

NO_COMMENT = re.compile(
    r"^\W*(?:no comment|i (?:have|'ve got) nothing to (?:say|add)|(?:i|we) (?:do not|don['’]t|won['’]t|will not|cannot|can['’]t) (?:comment|discuss|speculate|talk about))\b",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"^\W*(?:no,|(?:i|we) (?:did not|didn['’]t|have not|haven['’]t|never|am not|was not|were not|have never|had no|have no)\b|"
    r"(?:that|this|it) (?:is|was)(?: simply| just)? (?:not true|untrue|false|a lie|nonsense))",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:nonsense|rubbish|fabrications?|a lie|lies|fake|baseless|groundless|untrue|unfounded|invention|false|ridiculous|absurd)\b",
    re.IGNORECASE,
)
SHORT = 14  # words up to which "nonsense" and its like are the whole of what is said
DEMAND = re.compile(
    r"^\W*(?:please|close|stop|bring|get|take|send|open|close|put|return|hand|pay|keep|hold|withdraw|end|listen|remember|vote|help|save|respect|pull|lift|do not|don['’]t|go|give|come|stay|leave|tell|show|release|free|wait|be)\b(?!\s+(?:is|was|are))|\?\W*$|"
    r"\b(?:must|should|ought to|need to|needs to) (?:immediately|now|at once|stop|end|cease|leave|withdraw|release)\b",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"^\W*(?:but |and )?(?:i|we)(?:['’]ll| will| shall| are going to| am going to) (?!have to|see\b|be \w+ed\b|be heard\b|be (?:able|in trouble)|need)",
    re.IGNORECASE,
)


NOTHING = re.compile(r"\bhad (?:nothing (?:more |further )?to (?:say|add)|no comment)\b", re.IGNORECASE)
OWN = re.compile(
    r"^\W*(?:he|she|we) (?:\w+ly )?would (?!not\b|have\b|be (?:in|able|too|very|a|the)\b|like\b)",
    re.IGNORECASE,
)
RETALIATES = re.compile(r"^\W*(?:he|she|it|they|we) (?:\w+ly )?would", re.IGNORECASE)
NEGATED = re.compile(r"^(?:\W*\w+){1,8}?\W+(?:not|never|no|nothing|nobody|none)\b|n['’]t\b", re.IGNORECASE)
THREAT = re.compile(r"\bor (?:else\b|we(?:['’]ll| will)? \w+|face\b)", re.IGNORECASE)
FUTURE = re.compile(r"\b(?:would|will) (?!have\b)", re.IGNORECASE)


HARM = re.compile(
    r"\b(?:retaliat\w*|consequences|pay (?:a|the|for|dearly)|a price|crush|destroy|punish|wipe|annihilat\w*|be met with|strike back|fire back|shoot back|turn .{0,30} into|suspend|hit back|strike|seize|sink|shoot down|veto|"
    r"cut off|cut the|expel|impose (?:\w+ )?(?:sanctions|tariffs|duties)|not (?:let|allow|tolerate|permit|hesitate)|walk out|walk away|pull out|shut (?:down|off)|close the|fire on|attack|arrest|"
    r"bury|burn|block|blockade|sue|sack|war)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:would|will|shall)\b|['’](?:ll|d)\b", re.IGNORECASE)
WARNING = frozenset({"warn", "caution", "vow", "pledge", "swear", "promise"})
FIRST = re.compile(r"^\W*(?:he|she|it|they|we|i) (?:\w+ )?(?:would|will|shall)\b", re.IGNORECASE)
IF_THEN = re.compile(
    r"^\W*if .{3,90}?, (?:we|i|he|she|it|they)(?:['’]ll|['’]d| will| shall| would)\b", re.IGNORECASE
)
UNLESS = re.compile(r"\bunless\b|\bif [^.]{0,60}\b(?:not|n['’]t|refuses?d?|fails?(?:ed)?)\b", re.IGNORECASE)
AND_YOU = re.compile(r"^\W*[A-Z][^.?]{2,60}\b(?:and|or|,) (?:you|they|he)(?:['’]ll| will)\b")


def threatened(attribution: Attribution, words: str) -> bool:
    """Whether harm is announced: by "warned", or by what the speaker's own side would do."""
    if attribution.lemma in {"warn", "caution"} and attribution.hearer is not None and AHEAD.search(words):
        return True
    if IF_THEN.search(words) and HARM.search(words):
        return True
    if FIRST.search(words) and UNLESS.search(words):
        return True
    if not HARM.search(words):
        return AND_YOU.search(words) is not None and attribution.lemma in {"warn", "caution", "threaten"}
    return attribution.lemma in {"warn", "caution"} or (
        bool(AHEAD.search(words)) and (attribution.lemma in WARNING or FIRST.search(words) is not None)
    )


def by_verb(attribution: Attribution, words: str) -> Polarity | None:
    """What a verb and its clause do together: "warned that it would strike" threatens, "assured him that" promises."""
    if attribution.lemma in {"warn", "caution"} and RETALIATES.search(words):
        return "threatens"
    if attribution.lemma in {"insist", "maintain", "protest", "swear"} and NEGATED.search(words):
        return "denies"
    if attribution.lemma in {"assure", "reassure"} and FUTURE.search(words):
        return "promises"
    if (
        attribution.lemma in {"tell", "advise", "remind"}
        and attribution.form
        and re.match(r"\W*[a-z]+ ", words)
        and attribution.infinitive
    ):
        return "asks"
    if OWN.search(words):
        return "promises"
    return None


def polarity_of(attribution: Attribution | None, words: str, *, direct: bool) -> Polarity:
    """The verb decides where it says more than "said"; else the words do."""
    if NO_COMMENT.search(words):
        return "declines"
    if (
        attribution is not None
        and attribution.verb.polarity in {"asserts", "promises"}
        and threatened(attribution, words)
    ):
        return "threatens"
    if attribution is not None and attribution.verb.polarity != "asserts":
        return attribution.verb.polarity
    if not direct and NOTHING.search(words):
        return "declines"
    if not direct and attribution is not None and (inferred := by_verb(attribution, words)):
        return inferred
    if not direct and FALSE.search(words) and len(words.split()) <= SHORT:
        return "denies"
    if direct:
        if THREAT.search(words):
            return "threatens"
        if attribution is not None and attribution.lemma in {"warn", "caution"} and PROMISE.search(words):
            return "threatens"
        if DENIAL.search(words) or (FALSE.search(words) and len(words.split()) <= SHORT):
            return "denies"
        if DEMAND.search(words):
            return "asks"
        if PROMISE.search(words):
            return "promises"
    return "asserts"
