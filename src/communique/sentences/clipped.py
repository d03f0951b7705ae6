"""The clipped ways of headlines and of days without a comma, which mislead a parser, and what it is given instead.

"Biden phones Xi", "Modi, Macron exchange letters", "Kishida to visit Kyiv" and "On 5 October Sikorski met Panetta" are
plain to a reader; the parser is given "Biden meets Xi", "Modi and Macron met letters", "Kishida will visit Kyiv" and
"On 5 October, Sikorski met Panetta". Only the parse is made from these words: the tokens keep their own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from communique.knowledge.load import LEXICON, read_toml
from communique.sentences.candidates import verb_lemmas
from communique.sentences.capitals import in_small_letters, is_in_capitals

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = (*MONTH.split("|"), "day")  # without one of these there is no day and no month
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
CAPITAL = r"[^\W\d_a-zß-ÿā-ț]"
NAME = rf"{CAPITAL}[\w.-]*"


@functools.cache
def clipped_words(name: str) -> str:
    """A list of `[clipped]` in contacts.toml as alternatives of a pattern: "small", "adverbs", "people"."""
    return "|".join(read_toml(LEXICON / "contacts.toml")["clipped"][name])


SMALL_WORD = re.compile(r"[a-z]+")


@functools.cache
def listed_words(name: str) -> frozenset[str]:
    """The words of a list of `[clipped]`."""
    return frozenset(clipped_words(name).split("|"))


DAY_THEN_NAME = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Bb]y|[Ss]ince|[Oo]f) (?:{DAY},? )?"
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})(?: \d{{4}})?"
    rf"|(?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?|(?:{MONTH})(?: \d{{4}})?|(?<=[Oo]n ){DAY})"
    rf"(?= (?!(?:{MONTH}|{DAY}|[A-Z]{{2,4}})\b){CAPITAL}[\w'-]*[^\W\d_])"
)  # the capitalised word behind is no month, no day and no zone of time ("GMT")
LAST_DID = re.compile(
    r"\b(?:two|three|four|both|they|he|she|men|women|leaders|sides|presidents|ministers|pair|countries|[A-Z][\w'’-]+) "
    r"(?P<last>last) (?=(?:met|spoke|talked|saw|visited|held|conferred|telephoned|called|travelled|traveled|came|went)\b)"
)  # "the two last met in May": a model takes "last" for those who met


def missing_commas(sentence: str) -> frozenset[int]:
    """The ends of days before a name that no comma sets off: 12 in "On 5 October Sikorski met Panetta"."""
    if not any(map(sentence.__contains__, DAYS)):
        return frozenset()
    return frozenset(match.end() for match in DAY_THEN_NAME.finditer(sentence))


def plain_words(sentence: str) -> dict[int, str]:
    """Plain words for those of a headline, by where these begin: {6: "meets"} in "Biden phones Xi"."""
    found = in_small_letters(sentence) if is_in_capitals(sentence) else {}
    for start, word in found.items():
        sentence = sentence[:start] + word + sentence[start + len(word) :]
    words = frozenset(SMALL_WORD.findall(sentence))
    if not words.isdisjoint(forms_between_names()):
        found |= {m.start("verb"): plain_verb(m["verb"]) for m in between_names().finditer(sentence)}
    ahead = to_come().match(sentence) if "to" in words else None
    if ahead:
        found[ahead.start("to")] = "will"
    if not words.isdisjoint(listed_words("deciding")):
        found |= {m.start("verb"): "met" for m in bare_object().finditer(sentence)}
    if not words.isdisjoint(listed_words("extending")):
        found |= {m.start("verb"): "sent" for m in extended().finditer(sentence)}
    if " last " in sentence:
        found |= {m.start("last"): "recently" for m in LAST_DID.finditer(sentence)}
    guest = visiting().match(sentence)
    if guest:
        found[guest.start("verb")] = "New"
    listed = two_listed().match(sentence) or offices_listed().match(sentence) if ", " in sentence else None
    if listed:
        found |= {listed.start("comma"): "and", listed.start("verb"): "met"}
    return found


def plain_verb(verb: str) -> str:
    """A verb that the parser cannot take for a noun, of the same form."""
    return "meets" if verb.endswith("s") else "met"


@functools.cache
def forms_between_names() -> frozenset[str]:
    """The forms of verbs that are looked for between two names."""
    return frozenset(form for form in verb_lemmas() if form.endswith("s") and form.isalpha()) | {"rang"}


@functools.cache
def between_names() -> re.Pattern[str]:
    """A verb between two capitalised words, where a model likes to see a noun: "Biden phones Xi", "Kerry rang Lavrov"."""
    small, forms = clipped_words("small"), _either(forms_between_names())
    return re.compile(
        rf"(?<![\w'.-])(?!(?:{small})\b){CAPITAL}[\w-]* (?P<verb>{forms})(?= (?!(?:{MONTH}|{DAY})\b){CAPITAL})"
    )


@functools.cache
def to_come() -> re.Pattern[str]:
    """A headline's "to" that looks ahead: "Japan's Kishida to visit Kyiv", "Iran, Iraq foreign ministers to hold talks"."""
    verbs, people = _either(_plain_forms() | {"hold", "have"}), clipped_words("people")
    return re.compile(rf"(?:(?:{NAME}(?:'s|')?,?|{people}) ){{1,8}}(?P<to>to) (?=(?:{verbs})\b)")


@functools.cache
def two_listed() -> re.Pattern[str]:
    """Two who do something together in a headline: "Modi, Macron exchange letters"."""
    verbs = _either(_plain_forms() | {"hold", "vow", "sign", "clash", "pledge", "agree"})
    small, adverbs = clipped_words("small"), clipped_words("adverbs")
    return re.compile(
        rf"(?!(?:{adverbs}|{MONTH}|{DAY}|{small})\b){NAME}(?P<comma>,) {NAME}(?: {NAME})? (?P<verb>{verbs}) (?!to\b)"
    )


@functools.cache
def visiting() -> re.Pattern[str]:
    """A participle that opens a sentence before a guest's office: "Visiting Somali President Hassan signed"."""
    people = clipped_words("people")
    return re.compile(rf"(?P<verb>Visiting) (?=(?:{NAME} ){{0,3}}(?i:{people})\b)")


@functools.cache
def offices_listed() -> re.Pattern[str]:
    """Two by name or office in a headline, who has told of them perhaps before: "Kremlin: Putin, Turkish leader discuss grain"."""
    verbs = _either(set(clipped_words("of_several").split("|")))
    small, adverbs = clipped_words("small"), clipped_words("adverbs")
    part = rf"(?:(?:{NAME}|{clipped_words('people')})(?:'s)? ){{0,4}}(?:{NAME}|{clipped_words('people')})"
    return re.compile(
        rf"(?:{NAME}(?: {NAME})?: )?(?!(?:{adverbs}|{MONTH}|{DAY}|{small})\b){part}(?P<comma>,) {part} (?P<verb>{verbs}) (?!to\b)"
    )


@functools.cache
def bare_object() -> re.Pattern[str]:
    """A verb before a contact without an article, where a model takes the noun for the verb: "Orban cancels meeting with"."""
    verbs, nouns = clipped_words("deciding"), clipped_words("contacts")
    return re.compile(rf"(?<![\w'.-]){NAME} (?P<verb>{verbs})(?= (?:[a-z]+ed )?(?:{nouns})\b)")


@functools.cache
def extended() -> re.Pattern[str]:
    """A participle before wishes, where a model takes it for an attribute: "Xi on Sunday extended condolences to Abe"."""
    deeds, wishes = clipped_words("extending"), clipped_words("wishes")
    return re.compile(
        rf"(?<!\bhis )(?<!\bher )(?<!\bits )(?<!their )\b(?P<verb>{deeds})(?= (?:[a-z]+ ){{0,2}}(?:{wishes})\b)"
    )


def _plain_forms() -> set[str]:
    return {form for form, lemma in verb_lemmas().items() if form == lemma and form.isalpha()}


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
