"""The reporting words of lexicon/reporting.toml, ready for look-up by the form that stands in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from communique.knowledge.caseless import Caseless
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Polarity
from communique.statements.forms import Forms

VOWELS = "aeiou"


class Verb(Record, frozen=True, kw_only=True):
    """A reporting verb with what it makes of the words: "denied" denies, "vowed" promises."""

    id: str
    polarity: Polarity
    strength: str
    takes: frozenset[str]
    needs: str = ""
    relay: bool = False
    phrase: bool = False
    objects: Mapping[str, str] = {}

    def object_marker(self, lemma: str) -> str | None:
        """What stands before a reported noun: "" for none, "of" for "accuse", None where a noun is not reported."""
        return self.objects.get(lemma)


class ReportingTable(Record, frozen=True, kw_only=True):
    """All forms with their verbs, one pattern that finds them, and the nouns of sources."""

    forms: dict[str, Verb]
    lemma_of: dict[str, str]
    pattern: Forms
    people: frozenset[str]
    things: frozenset[str]
    able: frozenset[str]  # both
    vessels: tuple[str, ...]
    anonymous: Caseless
    refusal: Caseless
    echo: re.Pattern[str]
    words: dict[str, frozenset[str]]
    nouns: dict[str, Polarity]
    noun_forms: Forms


def inflect(lemma: str) -> list[str]:
    """Regular forms: "deny" gives deny, denies, denied, denying, "beg" begged; of several words the first changes."""
    head, space, rest = lemma.partition(" ")
    if head.endswith("e"):
        forms = [head, head + "s", head + "d", head[:-1] + "ing"]
    elif head.endswith("y") and head[-2] not in VOWELS:
        forms = [head, head[:-1] + "ies", head[:-1] + "ied", head + "ing"]
    elif head.endswith(("s", "sh", "ch", "x")):
        forms = [head, head + "es", head + "ed", head + "ing"]
    elif re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", head):
        forms = [head, head + "s", head + head[-1] + "ed", head + head[-1] + "ing"]
    else:
        forms = [head, head + "s", head + "ed", head + "ing"]
    return [form + space + rest for form in forms]


def forms_of(lemma: str, irregular: dict[str, list[str]]) -> list[str]:
    """Every form of a lemma, irregular ones from the table."""
    head, space, rest = lemma.partition(" ")
    if head in irregular:
        return [form + space + rest for form in (head, *irregular[head])]
    return inflect(lemma)


def plural(noun: str) -> str:
    """The regular plural of a noun: "witness" gives witnesses, "deputy" deputies; what ends in s stays."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


@functools.cache
def load_reporting() -> ReportingTable:
    """reporting.toml as a table; read once."""
    raw = read_toml(LEXICON / "reporting.toml")
    forms: dict[str, Verb] = {}
    lemma_of: dict[str, str] = {}
    for part in ("verb", "relay"):
        for entry in raw[part]:
            verb = Verb(
                id=entry["id"],
                polarity=entry.get("polarity", "asserts"),
                strength=entry.get("strength", "strong"),
                takes=frozenset(entry.get("takes", ("clause", "quote"))),
                needs=entry.get("needs", ""),
                relay=part == "relay",
                objects=raw["objects"],
            )
            for lemma in entry["lemmas"]:
                for form in forms_of(lemma, raw["irregular"]):
                    forms[form] = verb
                    lemma_of[form] = lemma
    for entry in raw["phrase"]:
        verb = Verb(
            id=entry["id"],
            polarity="asserts",
            strength="strong",
            takes=frozenset({"clause", "quote"}),
            phrase=True,
        )
        forms.update(dict.fromkeys(entry["words"], verb))
        lemma_of.update({words: words for words in entry["words"]})
    people = frozenset(form for noun in raw["sources"]["people"] for form in (noun, plural(noun)))
    things = frozenset(raw["sources"]["things"])
    return ReportingTable(
        forms=forms,
        lemma_of=lemma_of,
        pattern=Forms(forms),
        people=people,
        things=things,
        able=people | things,
        vessels=tuple(raw["statement_nouns"]["words"]),
        anonymous=Caseless("|".join(rf"\b(?:{words})" for words in raw["anonymous"]["patterns"])),
        refusal=Caseless("|".join(rf"\b(?:{words})\b" for words in raw["refusal"]["patterns"])),
        nouns={noun: polarity for polarity, nouns in raw["nouns"].items() for noun in nouns},
        noun_forms=Forms(noun for nouns in raw["nouns"].values() for noun in nouns),
        words={name: frozenset(listed) for name, listed in raw["words"].items()},
        echo=re.compile(rf"^\W*(?:{'|'.join(raw['echo']['patterns'])})\s+", re.IGNORECASE),
    )
