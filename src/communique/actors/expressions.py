"""Finds the expressions of a sentence that refer to actors named elsewhere; the words stand in lexicon/references.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from msgspec.structs import force_setattr

from communique.actors.descriptions import ANYONE, DESCRIPTION, KNOWN
from communique.actors.regions import LEADER, LEADING, REGION
from communique.actors.words import any_of, any_of_by_letter
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Span

WORDS = read_toml(LEXICON / "references.toml")
NUMBERS: dict[str, int] = WORDS["numbers"]
GROUPS: dict[str, dict[str, Any]] = {noun: entry for entry in WORDS["group"] for noun in entry["nouns"]}
RELATIONS: dict[str, str] = {noun: entry["id"] for entry in WORDS["relation"] for noun in entry["nouns"]}
KINSHIP: dict[str, tuple[str, str]] = {
    noun: (entry["tie"], entry["sex"]) for entry in WORDS["kin"] for noun in entry["nouns"]
}
BODIES: dict[str, str] = {noun: entry["id"] for entry in WORDS["body"] for noun in entry["nouns"]}
SHORT: dict[str, list[str]] = WORDS["short"]
DECADES: dict[str, int] = WORDS["decades"]


COUNT = any_of(word for word in NUMBERS if word == "two" or NUMBERS[word] > 2)
ADJECTIVES = rf"(?:(?:{any_of(WORDS['adjectives']['words'])}) )*?"  # "foreign" may begin the noun
NOUN = any_of_by_letter(GROUPS)
SINGULAR = any_of(noun for noun, id in RELATIONS.items() if id != "counterpart")
STATE = r"[A-ZÀ-ÞĀ-Ț][\w.'’-]*(?: [A-ZÀ-ÞĀ-Ț][\w.'’-]*)*"
COUNTERPARTS = [noun for noun, id in RELATIONS.items() if id == "counterpart"]
PEERS = any_of(COUNTERPARTS)
STATES = any_of_by_letter(noun for noun, entry in GROUPS.items() if entry["means"] != "persons")
LEADING_SEVERAL = any_of_by_letter(noun for noun, entry in GROUPS.items() if "offices" in entry)
NO_TIME = r"(?! (?:[\w-]+ )?(?:days|hours|weeks|years|months|times|minutes|sons|daughters|bodies|points|issues|documents|branches|chambers|houses|pillars|stages|\d))"
SMALL = "to in at on and for with by then had was has is did could would will".split()
OWNING = "(?:their|its|his|her|the|both|a)"
ALL = r"(?:[Tt]he|[Tt]hese|[Bb]oth|[Aa]ll|[Nn]either of the|[Ee]ach of the|[Tt]he pair of)"
GROUP = re.compile(
    rf"\b{ALL} (?:latter )?(?:(?P<number>{COUNT}) (?:{ADJECTIVES}|(?P<free>(?:[a-z]+ ){{1,2}}?))|{ADJECTIVES})(?:(?i:{REGION}) )?(?P<noun>(?i:{NOUN}))\b(?! of\b)(?!(?:['’]s?)? [A-Z])"
    r"|\b(?P<neither>[Nn]either|[Ee]ither|[Ee]ach) "
    r"(?P<one>man|woman|leader|side|president|minister|party|country|delegation|government|capital|diplomat)\b(?! of\b)"
)
OF_STATES = re.compile(
    rf"\b(?:[Tt]he )?(?P<noun>(?i:{NOUN})) (?:of|from) (?:the|both|these) (?:(?P<number>{COUNT}) )?{ADJECTIVES}(?P<of>(?i:{STATES}))\b(?! of\b)"
    rf"|\b(?:[Tt]he|[Bb]oth) (?:(?P<count>{COUNT}) )?(?P<owners>{STATES})['’]s? (?:respective )?(?P<owned>{LEADING_SEVERAL})\b"
)
SENT: list[str] = WORDS["sent"]["nouns"]
THEIRS = re.compile(
    rf"\b[Tt]heir (?:(?:respective|two|own|both|home) )*(?:(?P<theirs>{any_of(noun for noun in GROUPS if 'offices' in GROUPS[noun])})|(?:\w+ )?(?P<sent>{any_of(SENT)})"
    rf"|(?P<own>{any_of((*WORDS['own_states'], *WORDS['own_several']))})(?!['’-]\w| (?:house|officials?|ministers?)\b))\b(?! [A-Z])"
)
RECEIVED: list[str] = WORDS["received"]["nouns"]
GUESTS = re.compile(
    rf"\b(?:[Hh]is|[Hh]er) (?:(?P<number>{COUNT}) )?(?:[a-z][\w-]+ )?(?P<noun>{any_of(RECEIVED)})\b(?! [A-Z]|['’]\w| (?:in|at|of|from)\b)"
)
NUMBER = re.compile(
    rf"\b(?:[Tt]he|[Aa]ll|[Tt]hese) (?P<bare>{any_of(NUMBERS)})(?: of them)?\b(?!-){NO_TIME}"
    rf"(?! (?:(?!{OWNING}\b)[\w-]+ ){{0,2}}(?i:{NOUN}|countries|chiefs)\b)(?! of (?!leaders|presidents|men|ministers|what|how|where|why|whom|when))"
    rf"|\b(?:[Aa]ll|[Bb]oth|[Nn]either|[Ee]ither|[Tt]he (?P<some>{COUNT})) of them\b"
    r"|\b[Tt]he (?P<latter>latter two|first two)\b"
)
BOTH = re.compile(
    r"\b(?:[Bb]oth|[Nn]either)\b"
    r"(?! (?:of|the|his|her|their|its|a|an|[A-Z]\S*|is)\b)(?! (?:in|on|at|by|for|with|to|from)\b[^.;]{0,60} and\b)(?! [\w-]+ (?:and|nor)\b)(?![^.;]{0,60} nor\b)"
)
NAMED_ALIKE = WORDS["states"]
NAMESAKES = re.compile(
    r"\b[Tt]he (?P<several>two|three) (?P<family>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+?)(?:e?s)\b"
    rf"|\b(?:[Bb]oth )?(?P<states>{any_of(NAMED_ALIKE)})\b"
)
OTHERS = re.compile(
    r"(?:(?<=one and )|(?<=one to )|(?<=one or )|(?<=one nor ))the (?P<second>other)\b"
    r"|\b[Tt]he (?:other (?P<rest>two|three|four)|others|other (?:leaders|guests|ministers|presidents|participants))\b"
    r"|\b[Tt]he (?P<other>other)(?: (?P<one>man|woman|leader|president|minister|party|side|of the two))?\b"
    r"(?! (?!said|told|go|was|is|had|would|could|did)[a-z])(?! [A-Z])"
)
ONE = re.compile(
    r"\b[Tt]he one\b(?! (?:who|that|which|of|in|on|at|with|from|for|to (?!the\b)|he|she|they|thing|hand)\b)(?=[^.;]{0,90}\bthe other\b)"
)
RELATION = re.compile(
    rf"(?:\b(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]he)|(?<=['’]s)|(?<=s['’])) (?:(?:own|then|new|two|late|distinguished|immediate|eventual|old|long-time|longtime|visiting|former|fellow|close|closest|esteemed|honoured) )*(?:(?P<state>{STATE}) )?"
    rf"(?P<role>{SINGULAR})\b(?! (?:country|nation|of(?! (?:his|her|its|their|the (?:need|importance|value|risks?|dangers?)|[A-Z][\w'’-]+['’]s)\b)|government|city|state|list|house|countries|nations|broadcaster)\b)"
)
AGE = re.compile(
    rf"\b[Tt]he (?:(?P<age>\d\d)-year-old|(?P<decade>{any_of(DECADES)}))\b(?! (?:[a-z]+ )?(?:man|woman|boy|girl|son|daughter))(?: (?:leader|president|politician|statesman|veteran|diplomat|chancellor|premier|monarch|king))?"
    rf"|\b[Tt]he (?P<order>older|elder|younger|oldest|eldest|youngest)(?: (?:man|woman|leader|president|of the two|of the pair|one))?\b(?! [A-Z])(?! (?!(?:{any_of(SMALL)})\b)[a-z]+s?\b(?<!man)(?<!said))"
)
HEADLINE = (  # "Trump to meet Chinese counterpart"
    "(?:"
    + "|".join(f"(?<=[{w[0].upper()}{w[0]}]{w[1:]} )" for w in WORDS["verbs"]["headline"])
    + r")(?=[A-ZÀ-ÞĀ-Ț][\w'’-]+ )"
)
NO_STATE = rf"(?!(?:{any_of(WORDS['adjectives']['no_states'])})\b)"
ITEM = rf"(?:the )?{NO_STATE}[A-ZÀ-ÞĀ-Ț][\w'’.-]*(?: (?:and (?={any_of(WORDS['adjectives']['second_halves'])}))?{NO_STATE}[A-ZÀ-ÞĀ-Ț][\w'’-]+){{0,3}}"
STATES_END = rf"(?=[^\w\s'’-]|\n| (?:{any_of(WORDS['adjectives']['behind_states'])})\b|$)"
COUNTERPART = re.compile(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]) |(?<=['’]s )|(?<=s['’] )|{HEADLINE})(?:(?:new|own|newly \w+|longtime|long-time|then|two|three|four|five|various|respective|fellow|visiting|ministerial|European|Western) )*?"
    rf"(?:(?P<state>{STATE}(?:, {STATE})*)(?: and (?P<second>{STATE}))? )?(?P<peer>{PEERS}|opposite)\b"
    rf"(?(state)|(?:(?<=s) (?:in|from|of) (?P<several>{ITEM}(?:(?:, (?:and )?| and ){ITEM})+{STATES_END})"
    r"| (?:in|from|of) (?:the )?(?P<behind>[A-ZÀ-ÞĀ-Ț][\w'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w'’-]+)*))?)"
)
OWN_STATE = re.compile(
    rf"\b(?P<owner>[Hh]is|[Hh]er) (?:(?:own|home|native|new) )?(?P<noun>{any_of(WORDS['own_states'])})\b(?!['’-]\w| [A-Z]| (?:house|official|officials|minister)\b)"
)
LATTER = re.compile(
    r"\b[Tt]he (?:(former)\b(?! (?:president|prime|foreign|minister|leader|secretary|chancellor|envoy|ambassador|official|aide|head|chief)|,? [A-Z])|(latter)\b(?! (?:two|half|part|stages)))"
)
KIN = re.compile(
    rf"(?:\b(?P<owner>[Hh]is|[Hh]er) |(?<=['’]s )|(?<=s['’] ))(?:(?:{any_of(WORDS['adjectives']['kin'])}) )*"
    rf"(?P<kin>{any_of(KINSHIP)})\b(?! of\b|-|['’]s? [a-z]|, the\b| [A-ZÀ-ÞĀ-Ț][\w'’-]+ [A-Z])(?: (?P<given>[A-ZÀ-ÞĀ-Ț][\w'’-]+))?"
    r"|\b[Tt]he (?P<alone>son|daughter|father|mother|brothers|sisters|siblings|twins)\b(?! of\b|-|['’]\w| [A-Z])"
)
BODY = re.compile(
    rf"\b[Tt]he (?:[\w-]+-(?:member|nation|strong) )?(?:(?:{any_of(WORDS['bodies']['adjectives'])}|(?i:{REGION})) )*(?P<body>{any_of(BODIES)})\b(?! of\b|['’-]\w|\s+(?:photo|stage))"
    rf"|\b[Tt]he (?P<short>{any_of(SHORT)})\b(?! (?:of|for|on)\b| [A-Z]|-)"
)
ADDRESS = rf"(?! (?:{any_of(WORDS['adjectives']['styles'])})\b)"  # "His Highness" is no "his"
PRONOUN = re.compile(
    r"\b(?=[EHIMOSTUWYehimostuwy])(?:[Hh]e|[Hh]im|[Hh]is|[Ii]ts?|[Ss]he|[Hh]ers?|[Hh]imself|[Hh]erself|[Tt]hey|[Tt]hem|[Tt]heirs?|[Tt]hemselves|[Ee]ach other|[Oo]ne another"
    r"|I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?)\b"
    rf"{ADDRESS}"
)
FIRST = frozenset({"i", "me", "my", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours"})
SECOND = frozenset({"you", "your", "yours"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "each other", "one another"})


class Expression(Record, frozen=True):
    """A reference as it stands: what kind of expression, its span in the body, the parts of its words, and these in small letters.

    `word` always follows from `match`, also where `replace` gives another one.
    """

    kind: str
    form: str
    span: Span
    match: re.Match[str]
    word: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "word", self.match[0].lower())


WORD = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"[a-z]+")


def words_in(*several: Iterable[str]) -> frozenset[str]:
    """The first words of expressions, in small letters: "european union" gives european."""
    return frozenset(
        match.group().lower() for words in several for each in words if (match := WORD.search(each))
    )


def plurals_in(nouns: Iterable[str]) -> frozenset[str]:
    """Of each noun the word that tells most, the first in the plural: "foreign ministers" gives ministers."""
    return frozenset(
        next((word for word in words if word.endswith("s")), words[0])
        for words in (LETTERS.findall(noun.lower()) for noun in nouns)
    )


PRONOUNS = frozenset(
    "he him his it its she her hers himself herself they them their theirs themselves each one i me my myself "
    "we us our ours you your yours".split()
)
KINDS = (
    ("group", "group", GROUP, plurals_in(GROUPS) | {"neither", "either", "each"}),
    (
        "of states",
        "group",
        OF_STATES,
        plurals_in(noun for noun in GROUPS if GROUPS[noun]["means"] != "persons"),
    ),
    ("theirs", "group", THEIRS, words_in(("their",))),
    ("guests", "group", GUESTS, words_in(RECEIVED)),
    ("number", "group", NUMBER, words_in(NUMBERS, ("them", "latter", "first"))),
    ("both", "group", BOTH, words_in(("both", "neither"))),
    ("namesakes", "group", NAMESAKES, words_in(("two", "three"), NAMED_ALIKE)),
    ("others", "group", OTHERS, words_in(("other", "others"))),
    ("one", "descriptor", ONE, words_in(("one",))),
    ("counterpart", "descriptor", COUNTERPART, words_in(COUNTERPARTS, ("opposite",))),
    ("relation", "descriptor", RELATION, words_in(RELATIONS)),
    ("own state", "descriptor", OWN_STATE, words_in(WORDS["own_states"])),
    ("kin", "descriptor", KIN, words_in(KINSHIP, "brothers sisters siblings twins".split())),
    ("age", "descriptor", AGE, words_in(DECADES, "year older elder younger oldest eldest youngest".split())),
    ("leader", "descriptor", LEADER, words_in(LEADING)),
    ("description", "descriptor", DESCRIPTION, words_in(KNOWN, ANYONE)),
    ("ordinal", "ordinal", LATTER, words_in(("former", "latter"))),
    ("body", "descriptor", BODY, words_in(BODIES, SHORT)),
    ("pronoun", "pronoun", PRONOUN, PRONOUNS),
)
"""Kind, form and pattern of each kind of expression, and the words of which it needs one."""
NEEDED: dict[str, tuple[int, ...]] = {
    word: tuple(number for number, (*_, needed) in enumerate(KINDS) if word in needed)
    for word in frozenset().union(*(needed for *_, needed in KINDS))
}
"""For each word that a kind needs the numbers of the kinds that need it."""


def find_expressions(text: str, offset: int) -> list[Expression]:
    """The expressions of a sentence, in order, the longest first; `offset` is where the sentence begins in the body."""
    words = NEEDED.keys() & LETTERS.findall(text.lower())
    found: list[Expression] = []
    if not words:
        return found
    for number in sorted({number for word in words for number in NEEDED[word]}):
        kind, form, pattern, _ = KINDS[number]
        for m in pattern.finditer(text):
            span = Span(start=offset + m.start() + m[0].startswith(" "), end=offset + m.end())
            found.append(Expression(kind, form, span, m))
    if len(found) > 1:
        found.sort(key=lambda one: (one.span.start, -one.span.end))
    return found
