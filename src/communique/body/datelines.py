"""Datelines: "BEIJING, Feb 5 (Reuters) -", "MOSCOW, March 3. /TASS/.", "Washington (CNN)", "Beijing:"."""

from __future__ import annotations

import re

from communique.body.cues import load_cues, place_known
from communique.intake import MONTH
from communique.record_type import Record

_CAPS = r"[A-ZÀ-ÞĀ-Ț][A-ZÀ-ÞĀ-Ț.'’-]+(?:\ (?:[A-ZÀ-ÞĀ-Ț][A-ZÀ-ÞĀ-Ț.'’-]+)){0,3}"
_TITLED = (
    r"[A-ZÀ-ÞĀ-Ț][\w.'’-]*(?:\ (?:[A-ZÀ-ÞĀ-Ț][\w.'’-]*|of|de|del|la|al|el|es|and|upon|on|da|do|au|sur)){0,4}"
)
_ONE = rf"(?:{_CAPS}|{_TITLED})"
_REGION = rf"(?:,\ (?!{MONTH}\b|\d)[A-ZÀ-ÞĀ-Ț][\w.'’-]*(?:\ [A-ZÀ-ÞĀ-Ț][\w.'’-]*){{0,2}}\.?)"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_MONTH_DAY = rf"(?:{MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH})"
_DAY = rf"(?:{_WEEKDAY},?\ )?{_MONTH_DAY}(?:,?\ \d{{4}})?"
_DATELINE = re.compile(
    rf"""(?x)
    (?P<place>{_ONE}(?:\s?/\s?{_ONE}){{0,2}}{_REGION}?)?
    (?P<date>(?:(?<=\w)[,.]?\s+|^|(?<=\.)\s+)[(]?{_DAY}[)]?)?
    (?P<agency>(?:[,.]?\s*|^)
        (?:\(\s?(?P<name>[A-Z][\w./&,\ -]{{1,40}}?)\s?\)|[/\[](?P<slashed>[A-Z][\w.\ -]{{1,30}})[/\]]))?
    (?P<ending>\s*--+\s*|\s+[-–—]+\s+|\s?[—―]\s?|\s?–\s|\s?:\s|\.\s|\s?\|\s|\s*$|\s)
    (?P<next>["“‘'«(\[]?[A-ZÀ-ÞĀ-Ț0-9]|$)
    """
)
_NO_PLACE = re.compile(
    r"^(?:exclusive|breaking|watch|update \d*|updated?|file|photos?|opinion|analysis|live|video|"
    r"more|read|factbox|explainer|"
    r"q&a|editorial|correction|note|urgent|news|alert|special report|insight|wrapup \d*|refile)\b",
    re.IGNORECASE,
)
_GLUED_BYLINE = re.compile(
    r"[Bb][Yy]\s+(?P<name>[A-ZÀ-ÞĀ-Ț][\w.'’-]+(?:\ [A-ZÀ-ÞĀ-Ț][\w.'’-]*){1,2}(?:\ and\ [A-ZÀ-ÞĀ-Ț][\w.'’-]+(?:\ [A-ZÀ-ÞĀ-Ț][\w.'’-]*){1,2})?)"
    r"(?:,\ (?:The\ )?(?:Associated\ Press|Reuters|AFP|[A-Z][a-z]+\ (?:Writer|Correspondent|Reporter)))?\s+"
    r"(?=[A-ZÀ-ÞĀ-Ț]{3,}[^a-z]{0,40}(?:\(|--|[–—]))"
)
_REACH = 140


class Dateline(Record, frozen=True, kw_only=True):
    """A dateline at the start of a text: its length, and what it says. `agency` alone ("(CNN) -") is a
    credit.
    """

    length: int
    place: str | None
    date: str | None
    agency: str | None


def find_dateline(text: str, knowledge: object) -> Dateline | None:
    """The dateline at the start of a paragraph, or None.

    A form that other texts have too ("Putin: We are ready", "Trade — The Lifeline") counts only with a
    known place.
    """
    found = _DATELINE.match(text[:_REACH])
    if found is None or (found["ending"].isspace() and found.end("ending") == _REACH):
        return None
    place = (found["place"] or "").strip()
    place = (place if place.endswith(("D.C.", "U.S.", "U.N.")) else place.rstrip(".")) or None
    agency = found["name"] or found["slashed"]
    if not _holds(found, place, agency, knowledge):
        return None
    date = (found["date"] or "").strip(" ,.()") or None
    return Dateline(length=found.end("ending"), place=place and tidy_place(place), date=date, agency=agency)


def glued_byline(text: str) -> re.Match[str] | None:
    """ "By Ada Lind OSLO (AP) —": a byline before a dateline on the same line."""
    return _GLUED_BYLINE.match(text[:_REACH]) if text[:2].lower() == "by" else None


def tidy_place(place: str) -> str:
    """ "UNITED NATIONS" as "United Nations"; what is in mixed case stays."""
    return re.sub(r"\b[A-ZÀ-ÞĀ-Ț][A-ZÀ-ÞĀ-Ț'’]{2,}", lambda word: word.group().capitalize(), place)


def _holds(found: re.Match[str], place: str | None, agency: str | None, knowledge: object) -> bool:
    if place and _NO_PLACE.match(place):
        return False
    ending = found["ending"].strip()
    dashed = ending not in ("", ":", ".", "|")
    at_line_end = not found["next"]
    known_agency = agency is not None and _is_agency(agency)
    if known_agency or (agency and found["date"]):
        return True
    if place is None:
        return False
    if found["date"]:
        return dashed or at_line_end or ending == ":" or (ending == "." and place.isupper())
    capitals = place.split(",")[0].isupper()
    if agency:
        return dashed and capitals
    if dashed and capitals and len(place) > 3:  # "EU —" may open a sentence
        return True
    return (dashed or ending == ":") and all(
        place_known(tidy_place(part.strip()), knowledge) for part in place.split("/")
    )


def _is_agency(name: str) -> bool:
    agencies = load_cues().agencies
    return name in agencies or any(part.strip() in agencies for part in re.split(r"[/,&]| and ", name))
