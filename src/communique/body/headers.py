"""Header lines: "date 2026-02-05", "Published: 5 Feb 2026, 10:32 GMT | Updated ...", a bare date line."""

from __future__ import annotations

import datetime as dt
import re

from communique.body.lines import is_headline_like
from communique.intake import WRITTEN_DAY, day_of
from communique.record_type import Record

_LABEL = re.compile(
    r"[\[(*|>\s-]*(?:(?P<issued>date(?:line)?|published|posted|first published|issued|created|"
    r"released?|release date|"
    r"publication date|date of publication|publish date|pub date|time)|"
    r"(?P<changed>(?:last )?(?:updated|modified|changed|revised)))"
    r"(?:\s+(?:on|at|date))?\s*[:=|]?\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+)", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:[\s,|@T·•-]*(?:at\s+)?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[apAP]\.?\s?[mM]\b\.?)?"
    r"(?:\s?(?:Z\b|[+-]\d\d:?\d\d|\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|CST|CDT|MSK|IST|"
    r"JST|KST|HKT|SGT|EET|EEST|SAST|WAT|EAT|AEST|AEDT|PKT|WIB|local time)\b\)?(?:[+-]\d{1,2})?))?"
    r"(?:\s?Hrs)?)"
)
_SEPARATOR = re.compile(r"[\s|,;/·•()\[\]–—-]*")
_CLOSING = re.compile(r"\s*(?:[–—|]|--|-\s)\s*")
_PARTS = 4
_SHORT_REST = 50
_WORDS_OF_HEADLINE = 4


class Header(Record, frozen=True, kw_only=True):
    """A header at the start of a line: its length, the day of issue and the day of the last change."""

    length: int
    issued: dt.date | None
    changed: dt.date | None


def find_header(text: str) -> Header | None:
    """The header at the start of a line, or None.

    With a label it may be glued to the first sentence ("date 2026-02-05 Beijing: President ..."); without
    one the
    line must hold nothing else, or the date must be set off by a dash or bar.
    """
    if not (text[:12].strip(" [(*|>-")[:1].isalnum()):
        return None
    position, labelled = 0, False
    issued: dt.date | None = None
    changed: dt.date | None = None
    for _ in range(_PARTS):
        start = _SEPARATOR.match(text, position).end() if position else 0  # type: ignore[union-attr]  # it matches the empty text, too
        label = _LABEL.match(text, start)
        after_label = label.end() if label else start
        weekday = _WEEKDAY.match(text, after_label)
        found = WRITTEN_DAY.match(text, weekday.end() if weekday else after_label)
        day = day_of(found) if found else None
        if found is None or day is None:
            break
        labelled = labelled or label is not None
        if label and label["changed"]:
            changed = changed or day
        else:
            issued = issued or day
        time = _TIME.match(text, found.end())
        position = time.end() if time else found.end()
    if not position:
        return None
    return _bounded(text, position, labelled, Header(length=position, issued=issued, changed=changed))


def _bounded(text: str, position: int, labelled: bool, header: Header) -> Header | None:
    rest = text[position:]
    closing = _CLOSING.match(rest)
    if not rest.strip(" .|)]*-–—") or (labelled and _is_remark(rest)):
        length = len(text)
    elif labelled:
        length = position + (closing.end() if closing else 0)
    elif closing and rest[closing.end() :][:1].isupper():
        length = position + closing.end()
    else:
        return None
    return Header(length=length, issued=header.issued, changed=header.changed)


def _is_remark(rest: str) -> bool:
    """Whether what follows a labelled date belongs to it ("(Bangkok time)"), and is no headline or
    sentence.
    """
    if len(rest) > _SHORT_REST or rest[-1] in '.!?"”':
        return False
    begins = rest.lstrip()[:1]
    return not (begins.isupper() and is_headline_like(rest.strip(), least_words=_WORDS_OF_HEADLINE))
