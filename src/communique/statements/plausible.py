"""Whether a source can make a claim at all: an actor, an outlet, a name, or a noun that speaks."""

from __future__ import annotations

import re

from communique.statements.attribution import Attribution
from communique.statements.names import speaks_at_all
from communique.statements.page import Page
from communique.statements.reporting import load_reporting
from communique.statements.wishes import WISHES, wishes

LONGEST = 9  # words of a source that only its verb makes one

# Verbs that only people and bodies are subjects of, whatever the noun: "the head of the board conceded that".
WITHOUT_WILL = frozenset(
    {
        "threaten",
        "promise",
        "refuse",
        "decline",
        "offer",
        "demand",
        "challenge",
        "swear",
        "vow",
        "continue",
        "conclude",
    }
)  # as things do

CLAUSES_OF_PEOPLE = frozenset(
    {
        "concede",
        "complain",
        "reply",
        "add",
        "predict",
        "boast",
        "believe",
        "hope",
        "write",
        "apologise",
        "question",
    }
)

INANIMATE = re.compile(
    r"\b(?:goals?|aims?|purpose|position|orders?|plans?|deals?|agreements?|facts?|moves?|decisions?|steps?|issues?|questions?|percent|per cent|number|figure|"
    r"price|prices|war|crisis|attacks?|idea|problem|result|day|year(?!-old)|month|week|time|thing|things|nothing|what|which|"
    r"there|events?|talks|meeting|visit|call|summit|weather|rule|rules|law|laws)\b|\|",
    re.IGNORECASE,
)

HEARINGS = re.compile(
    r"\b(?:court|jury|jurors|inquest|inquiry|hearing|trial|tribunal|committee|panel|council|parliament|commission|MPs|senators)\b",
    re.IGNORECASE,
)

# "Passengers were urged to stay at home": the text gives nobody who urged them.
PASSIVE_ORDER = frozenset(
    {"urge", "tell", "advise", "warn", "ask", "instruct", "order", "assure", "remind", "promise"}
)

# "58 percent said that": those who were asked.
PERCENT = re.compile(r"(?:\d|[a-z])[ -]?(?:per ?cent|%)", re.IGNORECASE)
POLLED = frozenset({"say", "believe", "hope", "state"})
NOT_ANYBODY = frozenset({"anyone", "anybody", "nobody", "whoever"})


def means_to(page: Page, attribution: Attribution) -> bool:
    """Whether somebody means to do what is no journey and no meeting: "The firm plans to cut 300 jobs"."""
    region, source = attribution.region, attribution.source
    if (
        region is None
        or source is None
        or source.link is None
        or attribution.form not in {"VBZ", "VBP", "VBD", "VBG"}
    ):
        return False
    deed = region.of(page.body).split()[0].lower()
    behind = page.masked[attribution.cue.end : region.start].strip() == "to"
    return behind and deed not in load_reporting().words["journeys"]


def polled(attribution: Attribution) -> bool:
    """Whether a share of those who were asked speaks: "58 percent of voters said that"."""
    name = attribution.source.link.text if attribution.source and attribution.source.link else ""
    return attribution.verb.id in POLLED and PERCENT.search(name) is not None


def plausible(page: Page, attribution: Attribution) -> bool:
    """Whether a source can make a claim: an actor, an outlet, a name, or a noun that speaks ("the report", "critics")."""
    source = attribution.source
    if attribution.verb.id in WISHES and not wishes(page, attribution):
        return False
    if attribution.verb.id == "intend" and not means_to(page, attribution):
        return False
    if source is None:
        heard = attribution.hearer is not None and HEARINGS.search(attribution.hearer.span.of(page.body))
        told = attribution.form == "VBN" and attribution.lemma in PASSIVE_ORDER
        if attribution.lemma == "ask" and not attribution.infinitive:
            return False  # "The general was asked whether ...": nobody's words are told
        return (
            attribution.lemma in load_reporting().words["passive_view"]
            or told
            or (attribution.lemma == "tell" and heard is not None)
        )
    if source.pronoun:
        known = source.link is not None or (source.pronoun == "it" and attribution.post)
        return source.pronoun not in {"it", "this", "that", "you", "i"} or known
    if source.link is None or source.link.id:
        return True
    text = source.span.of(page.body)
    if polled(attribution):
        return True
    if text.lower().split()[0] in NOT_ANYBODY or text.endswith((" which", " whom", " with")):
        return False  # "many of which", "Not that anyone in town understands why"
    told = attribution.verb.strength == "strong" or attribution.verb.id in CLAUSES_OF_PEOPLE
    told = told and (attribution.form == "refusal" or attribution.lemma not in WITHOUT_WILL)
    if told and not attribution.noun and len(text.split()) <= LONGEST:
        head = re.split(r"\b(?:of|for|in|at|from|to|with|who|that|on|about)\b", text)[0].strip()
        speaks = (
            head.lower().split()[-1:] == ["figure"]
            or set(head.lower().split()[-1:]) & load_reporting().things
        )
        return not INANIMATE.search(head) or bool(speaks)
    can_speak = speaks_at_all(text) and not lifeless(text) and not does_so(attribution, text)
    return can_speak or animate(attribution, text)


# What hangs on a noun: "a poll out last month", "a study published on Monday".
DATED = re.compile(
    r"\b(?:of|for|in|at|from|to|with|who|that|on|about|by|between|out|released|published|issued|conducted|compiled|obtained|seen|last|earlier|today|yesterday)\b"
)


def lifeless(text: str) -> bool:
    """Whether a phrase is of a thing that has said nothing, whoever else it names: "the Lima talks", "a turn by the banks"."""
    head = DATED.split(text)[0].split()
    head = head[:-1] if head[-1:] == ["there"] else head  # "a commander there"
    if not head or not head[-1].islower() or head[-1] in load_reporting().able:
        return False
    return INANIMATE.fullmatch(head[-1]) is not None or not speaks_at_all(" ".join(head))


# What things do as well as people: "The late school holidays explained part of the drop".
DONE_BY_THINGS = frozenset({"explain", "reflect", "signal", "underline", "highlight", "underscore"})


def does_so(attribution: Attribution, text: str) -> bool:
    """Whether a thing does to a noun what people do with words."""
    head = DATED.split(text)[0].split()
    if attribution.lemma not in DONE_BY_THINGS or not attribution.noun or not head:
        return False
    last = head[-1]
    return last.islower() and last not in load_reporting().able and not speaks_at_all(last)


def animate(attribution: Attribution, text: str) -> bool:
    """Whether the verb is one that only people and bodies do to a noun: "The abbot asked for silence"."""
    head = re.split(r"\b(?:of|for|in|at|from|to|with|who|that|on|about)\b", text)[0].strip()
    return (
        attribution.noun
        and attribution.lemma in load_reporting().words["animate"]
        and re.match(
            r"(?:the|an?|his|her|its|their|one|two|three|several|some|many|most)\b", text, re.IGNORECASE
        )
        is not None
        and 0 < len(text.split()) <= LONGEST
        and not (INANIMATE.search(head) or ABSTRACT.search(head))
    )


ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ity|ism|ance|ence|ship|hood|ing|age|ure|gy|phy|s['’])$", re.IGNORECASE
)
