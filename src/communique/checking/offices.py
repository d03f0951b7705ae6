"""Claims that count from the day on which one of the two took office: "their first call since Biden took office"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from communique.checking.pairing import last_name
from communique.checking.periods import Period
from communique.knowledge import load_knowledge
from communique.records import Participant

_TOOK = re.compile(
    r"since (?:the )?(?P<who>[^.;,]{2,40}?)(?:[’']s? (?:inauguration|swearing-in)| (?:took office|was (?:inaugurated|sworn in)|"
    r"became (?:the )?(?:[A-Z]\w+ )?(?:president|premier|chancellor|prime minister)|returned to (?:office|power|the White House)|came to power))\b"
)


def since_office(words: str, day: str | None, participants: Iterable[Participant]) -> Period | None:
    """The period since one of the participants took the office that he leads by on an ISO day.

    "since Biden took office": open, up to the day on which he did. None where nobody of that name is among them, or
    where the lexicon does not know the day itself.
    """
    match = _TOOK.match(words)
    if match is None or day is None:
        return None
    who = match.group("who").split()[-1]
    persons = {
        each.actor.id
        for each in participants
        if each.actor.type == "person" and last_name(each.actor) in (who, match.group("who"))
    }
    starts = {start for person in persons for start in _starts(person, day)}
    if len(starts) != 1:
        return None
    start = date.fromisoformat(starts.pop())
    return Period(start=start, end=start, open=True, event=True)


def _starts(person: str, day: str) -> Iterable[str]:
    """The day on which a person took the office of a leader that he holds on a day."""
    knowledge = load_knowledge()
    held = [
        each
        for each in knowledge.tenures_of.get(person, ())
        if each.covers(day) and knowledge.offices[each.office].level == "leaders"
    ]
    return {max(each.start for each in held)} if held and all(len(each.start) == 10 for each in held) else ()
