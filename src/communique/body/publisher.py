"""Who publishes, where only the text says so: a first line "Lantern Daily", "Lantern Daily | 4 May 2021"."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from communique.body.cues import load_cues
from communique.body.headers import Header, find_header
from communique.body.lines import is_headline_like

_LONGEST = 70
_SMALL = frozenset(
    ["of", "the", "and", "for", "de", "la", "le", "du", "des", "der", "die", "to", "in", "on", "&"]
)
_PRESS = re.compile(
    r"\b(?:Daily|Weekly|Post|Times|Herald|Gazette|Tribune|Courier|Dispatch|Chronicle|Journal|Observer|Guardian|Mail|"
    r"Express|Star|Sun|Telegraph|Standard|Monitor|Mirror|Globe|Inquirer|Examiner|Bulletin|Sentinel|Register|Review|"
    r"Wire|News|Newswire|Press|News Agency|Press Agency|Broadcasting|Radio|Television|TV|Today|Online|Newspaper|Magazine)$"
)
_OFFICE = re.compile(
    r"(?:The )?(?:(?:Ministry|Department|Embassy|Office|Presidency|Government|Chancellery|Secretariat|Mission) of\b.*|"
    r".*(?:Official Website|Press (?:Service|Office)|Foreign Ministry)|"
    r"(?:White House|Kremlin|(?:10 )?Downing Street|Cabinet Office|State Department|Foreign Office))"
)
_PRESS_WORDS = range(2, 6)
_SET_OFF = re.compile(r"\s*(?:[|•·–—]|\s-|//)\s*")


class Publisher(NamedTuple):
    """What a line tells of the outlet: its name, and the day beside it, if any."""

    name: str
    header: Header | None


def find_publisher(text: str, following: str, knowledge: object) -> Publisher | None:
    """The outlet that a line above the prose names, or None.

    "Lantern Daily | 28 September 2013" does, and "Lantern Daily" above a headline or a day, never above
    prose. A name that says nothing of a press or an office ("Meridian") counts only with a day beside it. Behind a
    comma the day stands beside an outlet's name alone: "London, 3 March 2014" is a place.
    """
    if len(text) > _LONGEST or not text[:1].isalnum():
        return None
    found = _SET_OFF.search(text)
    if found and found.start():
        header = find_header(text[found.end() :])
        if header and header.length == len(text) - found.end() and is_title_case(text[: found.start()]):
            name = text[: found.start()]
            return Publisher(name, header)
        return None
    if dated := _named_beside_day(text, knowledge):
        return dated
    below = find_header(following)
    heads = is_headline_like(following) or (below is not None and below.length == len(following))
    if heads and is_title_case(text) and is_outlet_name(text, knowledge):
        return Publisher(text, None)
    return None


def _named_beside_day(text: str, knowledge: object) -> Publisher | None:
    """An outlet with its day in one line: "The White House, December 18, 2024", "16 Sep 2023, PIB Delhi"."""
    name, _, rest = text.partition(", ")
    header = find_header(rest)
    if header and header.length == len(rest) and is_outlet_name(name, knowledge):
        return Publisher(name, header)
    day, _, name = text.rpartition(", ")
    header = find_header(day)
    if header and header.length == len(day) and is_outlet_name(name, knowledge):
        return Publisher(name, header)
    return None


def is_title_case(text: str) -> bool:
    """Whether all words but the small ones begin with a capital or a digit, as in a name."""
    words = text.strip(" .").split()
    return bool(words) and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)


def is_outlet_name(name: str, knowledge: object) -> bool:
    """Whether a name is an outlet's: known as one, an agency's, or worded as a newspaper's or an office's."""
    if name in load_cues().agencies or known_outlet(name, knowledge) is not None:
        return True
    return bool(_OFFICE.fullmatch(name)) or (
        len(name.split()) in _PRESS_WORDS and _PRESS.search(name) is not None
    )


def known_outlet(name: str, knowledge: object) -> Any | None:
    """The entry of the lexicon that bears exactly this name, or None."""
    index, outlets = getattr(knowledge, "index", None), getattr(knowledge, "outlets", None)
    if index is None or outlets is None:
        return None
    for hit in index.find(name):
        if hit.start == 0 and hit.end == len(name):
            for entry in hit.names:
                if entry.category == "outlet":
                    return outlets.get(entry.id)
    return None
