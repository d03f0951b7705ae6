"""What bounds a time: "since taking office on 25 February", "until Thursday", "the eve of the June 26 summit"."""

from __future__ import annotations

import re
from typing import Any

from communique.dates.expression import Expression
from communique.knowledge.caseless import Caseless
from communique.knowledge.fold import small_letters

BOUND = re.compile(  # in small letters, like all that stands right before a time
    r"\b(?P<word>(?:ever\s+)?since|until|till|up\s+to|by|no\s+later\s+than|before|after|following|ahead\s+of|prior\s+to|as\s+of|in\s+the\s+(?:run-?up|lead-?up)\s+to|(?:leading|counting)\s+up\s+to|up\s+until|in\s+the\s+(?:wake|aftermath)\s+of|in\s+the\s+\w+\s+(?:before|since|after)|not\s+before|as\s+from|pending|from|starting|beginning|effective)\s+"
    r"(?P<middle>(?:(?!since\b|until\b|before\b|after\b|by\b|that\b|when\b|who\b|and\b|but\b|said\b|told\b)[\w’'-]+\s+){0,7}?)(?P<prep>on\s+|in\s+|of\s+|at\s+|from\s+)?(?:the\s+)?$"
)

# A word of a bound there must be; so plain a search first spares most texts the longer one.
BOUNDING = re.compile(
    r"since|til|\bto\s|by|later|before|after|following|ahead|prior|wake|as\s+of|pending|from|starting|beginning|effective"
)
COUNTED = re.compile(r"days?\s")

OVER_DAYS = re.compile(
    r"\b(?:over|for|lasting|a)\s+(?P<n>two|three|four|five|six|seven|ten|[2-9]|10)[\s-]+days?(?:\s+\w+){0,2}\s+(?:starting|beginning|from)\s+(?:on\s+)?$"
)

EVE = re.compile(
    r"\b(?:on\s+)?the\s+(?:very\s+)?eve\s+of\s+(?P<middle>(?:[\w’'-]+\s+){0,6}?)(?:on\s+|of\s+|in\s+)?(?:the\s+)?$"
)

NO_REACH = re.compile(r"[.;:!?()\"“”]|,\s|\s[-–—]\s")

REACH = 90
DATED = re.compile(r"\b(?:dat(?:es?|ed|ing)|stems?|stemming|back|photograph|letter|note|footage)\s+$")

DAYTIME = Caseless(
    r"(?:(?:the|their|a|first|early|late|evening|morning|Friday|sunset|noon)\s+)*(?:dawn|light|midnight|midday|noon|lunch|lunchtime|dinner|supper|breakfast|nightfall|dark|darkness|sunset|sunrise|dusk|daybreak|prayers?|mass|\d{1,2}(?:[:.]\d\d)?(?:\s+o['’]clock)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s+o['’]clock)?)(?:\s+(?:in|at|local|with|of)\b.*)?"
)


def bounded(text: str, one: Expression, last: Expression | None) -> list[Expression]:
    """ "since taking office on 25 February", "until the handover on January 20", "on the eve of the June 26 summit"."""
    if one.cls == "range":
        return []
    floor = max(0, one.start - REACH, last.end if last else 0)
    ahead = text[floor : one.start]
    small = small_letters(ahead)
    if "eve" in small and (eve := EVE.search(small)) and not NO_REACH.search(eve["middle"]):
        return [
            over(
                text,
                one.start - len(ahead) + eve.start(),
                one,
                "offset",
                modifier="before",
                count=1,
                unit="day",
            )
        ]
    near = max(0, one.start - REACH)
    if COUNTED.search(text, near, one.start) and (days := OVER_DAYS.search(text[near : one.start])):
        start = near + days.start()
        return [over(text, start, one, "days_from", name=days["n"])]
    bound = BOUND.search(small) if BOUNDING.search(small) else None
    if bound and ((one.time and not bound["middle"].strip()) or DAYTIME.fullmatch(bound["middle"].strip())):
        return []
    if not bound or one.cls in {"same", "hang"} or (bound["word"] == "by" and bound["middle"].strip()):
        return []
    if bound["word"] == "from" and (
        bound["middle"].strip()
        or DATED.search(text[max(0, floor + bound.start() - 12) : floor + bound.start()])
    ):
        return []
    word = " ".join(bound["word"].split())
    if word in {"after", "before"} and offset_ends(text, floor + bound.start()):
        return []
    side = (
        "since"
        if word.endswith((" since", " after", " wake of", " aftermath of", "not before", "as from"))
        or word
        in {
            "since",
            "ever since",
            "after",
            "following",
            "as of",
            "from",
            "starting",
            "beginning",
            "effective",
        }
        else "until"
    )
    return [over(text, one.start - len(ahead) + bound.start(), one, "bound", modifier=side, name=word)]


def offset_ends(text: str, place: int) -> bool:
    """Whether "after" at a place belongs to an amount of time before it ("two days after")."""
    return bool(
        re.search(
            r"(?:days?|hours?|weeks?|months?|years?|minutes?|decades?|fortnight|noon|dawn|midnight|shortly|soon|just)\s+$",
            text[max(0, place - 12) : place],
        )
    )


def over(text: str, start: int, base: Expression, cls: str, **fields: Any) -> Expression:
    """An expression from `start` to the end of the one that it hangs on."""
    return Expression(start=start, end=base.end, text=text[start : base.end], cls=cls, base=base, **fields)
