"""Whether a family name that the report never introduces is somebody else's than an office-holder's: another given name
stands before it elsewhere, a firm bears it, or the report tells of sport.
"""

from __future__ import annotations

import re

from communique.actors.patterns import MONTH_BEFORE, MONTH_NAMES, OPENERS, WEEKDAYS
from communique.actors.phrase import Phrase
from communique.actors.prominence import HEADS, MAJOR
from communique.actors.search import Search
from communique.actors.strangers import TITLE_WORDS
from communique.actors.words import COMMON_FAMILIES, ROLES, any_of
from communique.sentences import present_verbs

SPORT: tuple[str, ...] = tuple(ROLES["sport"])
GIVEN = r"(?<![\w'’-])(?P<given>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]{2,}) (?:[A-Z]\. )?"
WITHIN = re.compile(r"[a-z,] ")  # no sentence begins here
SURNAME_FIRST = frozenset(ROLES["surnames_that_stand_first"])
KINDS_OF_SPORT = 2  # so many of these words make a report on sport
FIRM = any_of(ROLES["firms"])


def is_anothers_name(search: Search, phrase: Phrase, chosen: str) -> str | None:
    """Why a bare family name is not the office-holder's of whom one would think; None where nothing says so.

    "Johnson" beside "Johnson Controls", "Berzins" beside "Karlis Berzins", and "Moon" in a report of a football match.
    """
    if not phrase.family or phrase.title or phrase.of or phrase.honorific or chosen in search.introduced:
        return None
    if (name := phrase.name) not in search.anothers:
        search.anothers[name] = why_anothers(search, name, chosen)
    return search.anothers[name]


def why_anothers(search: Search, name: str, chosen: str) -> str | None:
    """Why a name is another's in this report."""
    body = search.report.body
    if re.search(rf"\b{re.escape(name)} (?:&|and Sons\b|(?:[A-ZÀ-ÞĀ-Ț]\w+ )?(?:{FIRM})\b)", body):
        return f"a firm of the name {name} is named"
    if (given := other_given(search, name, chosen)) is not None:
        return f"the report names {given} {name}"
    if tells_of_sport(search):
        return "the report tells of sport"
    return None


def tells_of_sport(search: Search) -> bool:
    """Whether a report tells of sport, by the words in it."""
    if search.sport is None:
        body = search.report.body.lower()
        search.sport = len([word for word in SPORT if word in body]) >= KINDS_OF_SPORT
    return search.sport


def other_given(search: Search, name: str, chosen: str) -> str | None:
    """A given name that stands before a family name somewhere in the report and is not the office-holder's."""
    entry, body = search.knowledge.persons[chosen], search.report.body
    own = {word for form in (entry.name, *entry.aliases) for word in form.split()}
    held = search.resolver.current(chosen)
    if name not in COMMON_FAMILIES and any(t.of in MAJOR and t.office in HEADS for t in held):
        return None
    if name in SURNAME_FIRST and (full := another_behind(search, name)) is not None:
        return full
    for match in re.finditer(rf"{GIVEN}{re.escape(name)}(?![\w-])", body):
        given = match["given"]
        if given in own or given in TITLE_WORDS or given.lower() in OPENERS or is_date(body, match):
            continue
        sex = search.knowledge.given_names.get(given, "")
        if sex and entry.sex in {"", sex}:  # "Laura Bush" is the president's wife
            return given
        inside = body[max(0, match.start() - 2) : match.start()]
        if not sex and WITHIN.fullmatch(inside) and not search.knowledge.index.find(given):
            return given
    return None


def is_date(body: str, match: re.Match[str]) -> bool:
    """Whether the word before a name is a weekday or a month: "On Friday Fidan met Lavrov" names no Friday Fidan."""
    word, start = match["given"], match.start()
    month = word in MONTH_NAMES and not MONTH_BEFORE.search(body, max(0, start - 12), start)
    return WEEKDAYS.fullmatch(word) is not None and not month


def another_behind(search: Search, name: str) -> str | None:
    """The given name of somebody unknown behind a family name that stands first: "Keon Hee" in "Kim Keon Hee"."""
    body = search.report.body
    for match in re.finditer(
        rf"(?<![\w’'-]){re.escape(name)} (?P<given>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+(?:[- ][A-Z]?[a-z]+)?)(?![\w-])",
        body,
    ):
        first = match["given"].split()[0].split("-")[0]
        hit = next(iter(search.knowledge.index.find(match.group())), None)
        known = hit is not None and hit.has("person")
        a_word = first.lower() in OPENERS or first.lower() in present_verbs()
        if not known and not a_word and not search.knowledge.index.find(first):
            return match["given"]
    return None
