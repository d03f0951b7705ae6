"""What a statement does: asserts, denies, declines, asks, promises or threatens."""

from __future__ import annotations

import re

from communique.records import Polarity
from communique.statements.attribution import Attribution
from communique.statements.denials import FALSE, SHORT, denies
from communique.statements.idioms import load_idioms
from communique.statements.moods import ORDER
from communique.statements.purposes import (
    BARE_VERB,
    LET,
    OR_FACE,
    SILENT,
    WILL,
    WILL_DO,
    pattern,
)
from communique.statements.signs import signed
from communique.statements.stance import stance_of
from communique.statements.threats import or_else, threatened
from communique.statements.wording import Wording

NO_COMMENT = pattern(
    r"^\W*(?:no comment|(?:i|we)(?:['’]ve| have)? (?:got )?(?:have )?nothing (?:more |further |else )?to (?:say|add)|"
    r"(?:i|we)(?:['’]m| am|['’]re| are)? (?:(?:really |just )?(?:do not|don['’]t) (?:want|wish|like|intend) to|do not|don['’]t|won['’]t|will not|cannot|can['’]t|never|not going to|not prepared to|not in a position to) "
    r"(?:comment|discuss|speculate|talk about|get into|go into|be drawn|answer))\b"
)

NEGATED = pattern(r"\b(?:not|never|no|nothing|nobody|none|neither)\b|n['’]t\b")
EVADED = pattern(
    r"^\W*(?:i['’]d (?:rather|prefer) not (?:to )?(?:say|comment|answer|discuss|talk)|i would (?:rather|prefer) not (?:to )?(?:say|comment|answer|discuss|talk)|next question|no more questions|you(?:['’]d| would|['’]ll| will) have to ask \w+|"
    r"(?:i|we) (?:can['’]t|cannot|won['’]t|will not) (?:tell you|say|go there|reveal|disclose|answer that)|that(?:['’]s| is) (?:classified|confidential|between us|a (?:matter|question) for)|(?:i|we)(?:['’]ll| will| shall)? leave (?:that|it|this) (?:to|for) (?:others|you|the \w+|him|her|them|history))\b"
)

QUESTION = re.compile(r"\?[\W]*$")
PERFORMS = pattern(
    r"^\W*(?:(?:today|and|but|so|that is why|therefore),? )?(?:(?:i|we) (?:now |again |once more |also |strongly |therefore |would |must |firmly |solemnly )*|(?:i|we) would like to |let me |may i )(?:urge|demand|ask|beg|implore|advise|exhort|encourage|entreat|call (?:up)?on|call for|appeal|request|plead|invite)\b|"
    r"^\W*(?:i|we) (?:just |only |simply )?(?:want|expect|need) (?!to\b)(?:[\w’'-]+ ){1,9}?(?:to (?!be\b|have\b)\w+|\w+(?<!ne)(?<!re)ed (?:by|before|now|at once|immediately|within)\b)"
)
PLEDGES = pattern(
    r"^\W*(?:(?:today|and|but|so),? )?(?:i|we) (?:can )?(?:now |again |solemnly |hereby |also )*(?:promise|pledge|vow|guarantee|swear|assure|commit|give (?:you )?my word)\b|\b(?:you have|gave|give) (?:my|his|her|our|their) word\b"
)

OUGHT = pattern(
    r"^\W*(?:and [\w ]{1,30} |government |side |leaders? |authorities |both )?(?:must|should|ought to|needs? to|ha(?:s|ve) to|had to) (?:not )?(?:\w+ly |first |now )?(?!be\b|have\b|not\b)\w+"
)
FIRMLY = pattern(
    r"\bnot (?:a|an|one) (?:day|hour|minute|week|month|penny|cent|metre|inch) (?:later|more|less)\b|\bon my watch\b|\bwhatever it takes\b|\bfor as long as it takes\b|\bcome what may\b|\bno matter what\b"
)

MANNER = pattern(
    r"\bin (?:an?|his|her|its|their|what [\w ]{2,20} (?:called|described as|took (?:as|for)) an?) (?:[\w-]+ ){0,2}?(?P<noun>pledge|promise|vow|guarantee|assurance|warning|threat|ultimatum|plea|appeal|demand|denial|rebuttal|refusal)\b(?P<to> to\b)?"
)
MANNERS: dict[str, Polarity] = {
    **dict.fromkeys(("pledge", "promise", "vow", "guarantee", "assurance"), "promises"),
    **dict.fromkeys(("threat", "ultimatum"), "threatens"),
    **dict.fromkeys(("plea", "appeal", "demand"), "asks"),
    **dict.fromkeys(("denial", "rebuttal"), "denies"),
}


def polarity_of(attribution: Attribution | None, words: Wording) -> Polarity:
    """The verb decides where it says more than "said"; else the noun beside it, else the words themselves.

    "denied that" denies, "in a pledge" promises, "We never sent him" of the accused denies, "We will strike back" threatens.
    """
    if (silent := evasive(words)) is not None:
        return silent
    mood = by_mood(attribution, words)
    if attribution is not None and (told := by_cue(attribution, words, mood)) is not None:
        return told
    manner = MANNER.search(words.around)
    if manner:
        found = by_manner(manner, words)
        if found:
            return found
    if attribution is not None and attribution.verb.id == "concede" and not words.direct:
        done = by_words(attribution, words, mood)
        joint = attribution.lemma == "agree" and done == "asks"
        return "asserts" if joint or done in {"denies", "promises"} else done
    if SILENT.search(words.text):
        return "declines"
    if attribution is not None and (inferred := by_verb(attribution, words)):
        return inferred
    return by_words(attribution, words, mood)


ON_PAIN = pattern(
    r"\b(?:on pain of|under threat of|under pain of|or find (?:another|a new|themselves|himself)|or (?:get out|forfeit|starve|pack))\b"
)


def by_cue(attribution: Attribution, words: Wording, mood: Polarity) -> Polarity | None:
    """What the verb makes of the words where it says more than "said": "vowed to shut every port" threatens.

    `mood` is what the grammar of the words does.
    """
    given = attribution.verb.polarity
    if given in {"asserts", "promises"} and (held_out(attribution, mood) or threatened(attribution, words)):
        return "threatens"
    if given == "promises" and attribution.lemma == "offer" and OPINIONS.search(words.text):
        return "asserts"
    if given == "asks" and (
        OR_FACE.search(words.text) or OR_WILL.search(words.text) or ON_PAIN.search(words.around)
    ):
        return "threatens"
    if given == "denies" and attribution.noun and refused(words):
        return "declines"
    if attribution.verb.id == "want" and OWN_WISH.search(words.around):
        return None  # "wants to meet the rebels" asks nobody
    return None if given == "asserts" else given


def held_out(attribution: Attribution, mood: Polarity) -> bool:
    """Whether the grammar of a main clause holds out harm: "they will pay a price", "it would quit the pact if ..."."""
    return mood == "threatens" and attribution.verb.strength != "view" and not judged(attribution)


OWN_WISH = re.compile(r"\bto\s+\|")


def evasive(words: Wording) -> Polarity | None:
    """What "No comment" and its like do: they decline, unless a denial follows."""
    if signed("declines", words):
        return "declines"
    if words.direct and EVADED.search(words.text) and len(words.text.split()) <= SHORT:
        return "declines"
    if not NO_COMMENT.search(words.text):
        return None
    rest = re.split(r"[.;,] (?:and |but )?", words.text, maxsplit=1)[-1]
    return "denies" if words.direct and FALSE.search(rest) else "declines"


def refused(words: Wording) -> bool:
    """Whether what is rejected was asked for: "rejected a demand that the mine be shut" refuses, "rejected a charge" denies."""
    return load_idioms().nouns["demand"].match(" " + words.text) is not None


OPINIONS = pattern(
    r"^\W*(?:[\w’'-]+ ){0,4}?(?:views?|opinions?|assessments?|explanations?|criticisms?|condolences|congratulations|details?|thanks|sympathy|insights?|evidence|proof|excuses?|reasons?)\b"
)


def by_manner(manner: re.Match[str], words: Wording) -> Polarity | None:
    """What the noun beside the verb makes of the words: "he said in a plea to the council"."""
    noun = manner.group("noun").lower()
    if noun == "warning":
        return "threatens" if manner.group("to") and WILL_DO.search(words.text) else None
    return MANNERS.get(noun)


def judged(attribution: Attribution | None) -> bool:
    """Whether the verb is that of a court or a study, which finds what others did: "found that they had spread false news"."""
    return attribution is not None and attribution.verb.id in {"find", "utter"}


def by_words(attribution: Attribution | None, words: Wording, mood: Polarity) -> Polarity:
    """What words do by themselves: "Stop it" asks, "We will pay" promises, "That is a lie" denies; else their grammar tells."""
    if or_else(words) if words.direct else words.official and OR_FACE.search(words.text):
        return "threatens"
    if QUESTION.search(words.text) and words.direct:
        return "asks"
    if signed("denies", words) if judged(attribution) else denies(words):
        return "denies"
    if demands(words):
        return "asks"
    if signed("promises", words) or PLEDGES.search(words.text) or FIRMLY.search(words.text):
        return "promises"
    return mood


def by_mood(attribution: Attribution | None, words: Wording) -> Polarity:
    """What the grammar of the main clauses makes of the words by itself."""
    stance = stance_of(words, attribution, ORDER)
    return stance[0] if stance else "asserts"


def demands(words: Wording) -> bool:
    """Whether somebody is to do something: an imperative, "you must", "Washington should", "we urge"."""
    text = words.text
    if signed("asks", words) or PERFORMS.search(text) or (words.direct and words.commands):
        return True
    return LET.search(text) is not None or (bool(words.other) and OUGHT.search(words.other) is not None)


# "insisted that the minister be sacked": what others are to do.
TO_BE_DONE = pattern(
    r"^\W*(?:(?!(?:will|would|to|can|could|should|must|may|might|not)\b)[\w’'-]+ ){1,9}?be (?!\w+ing\b)\w+(?:ed|en|given|made|put|held|free|allowed|shut|cut|set|told|paid|met|sent|brought)?\b"
)


CHARGE = pattern(
    r"\b(?:talk of|accounts? of|version of|assertions?|insinuations?|speculation|reports?|claims?|allegations?|accusations?|rumou?rs?|charges?|suggestions?|stor(?:y|ies)|lawsuit|complaint|indictment|leaks?)\b"
)
MERE = pattern(
    r"\b(?:wishful thinking|wishful|tales? for|stor(?:y|ies) for|bedtime stor(?:y|ies)|fables?|legends?|myths?|nothing of the kind|far-fetched|hysteria|scaremongering|alarmist|exaggerat\w+|distort\w+|speculation|smear|propaganda|fantas(?:y|ies)|gossip|disinformation|misinformation|hearsay|conjecture|tittle-tattle|politically motivated|laughable|without merit|meritless|fairy ?tales?)\b"
)


# "a claim that Warsaw called ..."
CLAIM_THAT = pattern(
    r"\b(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|rumou?rs?),? (?:that |which )?(?!(?:it|he|she|they|there|no|its)\b)(?:[\w’'-]+ ){1,5}?(?:called|calls|has called|have called|described as)\b"
)


# "wondered whether", and "which bank he meant" behind it.
ASKED = re.compile(r"\b(?:whether|if|why|how|what|who|when|where)\W*$")
ASKS = pattern(r"^\W*(?:whether|if|why|how|what|who|whose|whom|which|when|where)\b")


def by_odd_verb(attribution: Attribution, words: Wording) -> Polarity | None:
    """What verbs of many uses do: "a claim that Warsaw called" denies, "swore to defend" promises, "wondered whether" asks."""
    lemma = attribution.lemma
    if lemma == "call" and CLAIM_THAT.search(words.around):
        return "denies"
    if lemma == "swear" and attribution.infinitive:
        return "promises"
    if lemma == "wonder" and (ASKED.search(words.around.split("|")[0]) or ASKS.match(words.text)):
        return "asks"
    return None


# "told them to leave or he would change the locks"
OR_WILL = pattern(rf"\bor (?:else )?(?:i|we|he|she|it|they|his|her|its|their|the) (?:\w+ )?(?:{WILL})")
CAUTIONS = frozenset({"warn", "caution", "advise", "counsel", "alert"})
AGAINST = re.compile(r"\bagainst\W*$")


def by_verb(attribution: Attribution, words: Wording) -> Polarity | None:
    """What a verb and its clause do together: "insisted that it had not" denies, "assured him that it would" promises."""
    lemma, text = attribution.lemma, words.text
    if words.direct:
        return "promises" if lemma in {"assure", "reassure"} and WILL_DO.search(text) else None
    if lemma in {"insist", "advise", "counsel"} and (
        TO_BE_DONE.search(text) or BARE_VERB.search(text) or any(each.bare for each in words.clauses[:1])
    ):
        return "asks"
    if (
        lemma in {"insist", "maintain", "protest", "swear"}
        and NEGATED.search(text)
        and not re.search(r"\bnot only\b", text)
    ):
        return "denies"
    if (
        attribution.verb.id == "judge"
        and lemma not in {"accuse", "blame"}  # who accuses another of false claims makes a claim himself
        and (CHARGE.search(words.around) or CHARGE.search(words.text))
        and (FALSE.search(text) or MERE.search(text))
    ):
        return "denies"
    if odd := by_odd_verb(attribution, words):
        return odd
    if lemma in {"assure", "reassure"} and WILL_DO.search(text):
        return "promises"
    if lemma in CAUTIONS and AGAINST.search(words.around.split("|")[0]):
        return "asks"
    if (
        lemma in {"tell", "advise", "remind"} | CAUTIONS
        and attribution.form
        and re.match(r"\W*[a-z]+ ", text)
        and attribution.infinitive
    ):
        return "threatens" if OR_FACE.search(text) or OR_WILL.search(text) else "asks"
    return None
