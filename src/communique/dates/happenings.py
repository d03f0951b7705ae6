"""Events of a kind, read from happenings.toml: each is named by a word of its kind and by its own names."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from communique.dates.event import WHOLE, Event
from communique.errors import LexiconError
from communique.knowledge.caseless import AS_WRITTEN

LETTER = re.compile(r"\\.|\(\?\S|[^\W\d_]")  # a letter, or a sign that stands for something else
NEAR = 90  # code points that the names and the word of the kind may take
ENOUGH = 2  # groups of names: two and a place or a thing tell of one meeting without any word of its kind
UNLESS = r"anniversary|years? (?:ago|on|later)|\bsince\b|first met|ahead of|plan(?:s|ned)?\b|prepar\w+|next (?:week|month)|will\b|would\b"
FAR = 180  # code points that the words of what was to be seen may take
PLAIN = re.compile(r"(?:(?:[\w '’.-]|\[\w+\]|\\[ws])[?*]?|\\b|\|)*")
NOT_A_NAME = re.compile(r"\\\w\??|\(\?:|\[.*?\]|[^\w\s-]")


def read_happenings(kind: Mapping[str, Any]) -> Iterator[Event]:
    """The events of one kind; LexiconError names a faulty line.

    "2013-03-05 Ch[aá]vez" under deaths is named by "Hugo Chavez died"; "2016-10-06 Guterres & Security Council" needs both.
    "2021-02-01T04" tells the hour as well, "2016-06-23>2016-06-24" the day on which it was known.
    """
    for line in kind["days"]:
        when, _, names = line.partition(" ")
        try:
            when, _, known = when.partition(">")
            days, _, hour = when.partition("T")
            first, *later = (dt.date.fromisoformat(day) for day in days.split("/"))
            told = dt.date.fromisoformat(known) if known else None
            at = int(hour) if hour else None
            groups = tuple(checked(part.strip()) for part in names.split("&"))
        except (ValueError, re.error) as error:
            raise faulty(line, str(error)) from error
        last = later[-1] if later else first
        if not all(groups) or last < first:
            raise faulty(line, "it has no name, or ends before it begins")
        days_of = (first, last, told, at)
        yield happening(kind, groups, days_of, seen=kind.get("seen", False))
        if kind.get("twins") and len(groups) > ENOUGH:
            yield happening({"id": f"{kind['id']}-seen", "unless": UNLESS}, groups, days_of, seen=True)


def happening(
    kind: Mapping[str, Any],
    groups: tuple[str, ...],
    days: tuple[dt.date, dt.date, dt.date | None, int | None],
    *,
    seen: bool,
) -> Event:
    """One event of a kind by its names, its first and last day, the day on which it was known, and its hour."""
    first, last, told, hour = days
    own = (kind["words"],) if "words" in kind else ()
    whole = WHOLE if seen else ""
    return Event(
        id=f"{kind['id']}-{plain(groups[0])}-{first.year}",
        date=first,
        end=last,
        groups=(*(f"{AS_WRITTEN}{group}|{capital(group)}){whole}" for group in groups), *own),
        unless=kind.get("unless", ""),
        near=FAR if seen else NEAR,
        loose=seen or kind.get("loose", False),
        seen=seen,
        told=told,
        hour=hour,
    )


def checked(names: str) -> str:
    """Some names, which are a pattern; most are plain words, and no fault can be in them. Raises re.error."""
    return names if PLAIN.fullmatch(names) else re.compile(names).pattern


def capital(names: str) -> str:
    """Some names as a dateline writes them: "BUENOS AIRES"."""
    return LETTER.sub(lambda m: m.group().upper() if len(m.group()) == 1 else m.group(), names)


def plain(names: str) -> str:
    """The first of some names without its marks: "ch-vez" is "chavez"."""
    name = re.sub(r"\[(\w)\w*\]", r"\1", names.split("|", maxsplit=1)[0])
    folded = unicodedata.normalize("NFD", NOT_A_NAME.sub("", name)).encode("ascii", "ignore").decode()
    return re.sub(r"\W+", "-", folded.strip().lower())


def faulty(line: str, why: str) -> LexiconError:
    """The error of a line."""
    return LexiconError(
        f'happening "{line}": {why}', where="happenings.toml", remedy='write "2013-03-05 Chavez"'
    )
