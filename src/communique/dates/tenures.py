"""The years within which a report can lie, by the offices that the persons in it hold."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Sequence

from communique.knowledge import Knowledge
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Mention

FORMER = re.compile(
    r"\b(?:former|ex-?|late|then-?|one-time|future|incoming|past|first|designate|predecessors?|successors?|under|by|"
    r"(?:death|funeral|burial|killing|murder|assassination|memory|loss|resignation|removal|ouster|overthrow|fall|election|inauguration)\s+of)\s*$",
    re.IGNORECASE,
)
ELECT_BEFORE = re.compile(r"\b(?:incoming|future)\s*$", re.IGNORECASE)
ELECT = re.compile(r"[-\s]elect\b|[-\s]designate\b", re.IGNORECASE)
OUTGOING = re.compile(r"\b(?:outgoing|departing)\s*$", re.IGNORECASE)
IN_WAITING = dt.timedelta(
    days=250
)  # from an election to the office, at most: Indonesia's presidents wait eight months
GOING = dt.timedelta(days=150)  # how long before its end an office's holder is called outgoing
AFTER_NAME = re.compile(r"[-\s]elect\b|,\s+(?:then|former|who\s+(?:was|served))", re.IGNORECASE)
BESIDE_NAME = re.compile(
    r",\s+(?:the\s+)?(?!former|ex-|late|then|future|first)(?P<title>[^,.;:()]{4,50})(?=[,.;])"
)
FORMER_TITLE = re.compile(r"(?:former|ex-|late|then)\b", re.IGNORECASE)
ACTING = re.compile(r"(?:acting|interim|caretaker)\b", re.IGNORECASE)
SLACK = dt.timedelta(days=3)
HIGHEST = frozenset({"president", "prime_minister", "chancellor", "monarch", "pope", "secretary_general"})


class Bounds(Record, frozen=True, kw_only=True):
    """The intervals that offices allow; `whys` says by whom; `torn` that the persons never held theirs together."""

    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    whys: tuple[str, ...] = ()
    torn: bool = False

    @property
    def first(self) -> dt.date | None:
        """The earliest day allowed."""
        return min((span[0] for span in self.spans), default=None)

    @property
    def last(self) -> dt.date | None:
        """The latest day allowed."""
        return max((span[1] for span in self.spans), default=None)

    def allow(self, day: dt.date, slack: dt.timedelta = SLACK) -> bool:
        """Whether a day is possible, or is but for a few days of slack; without any office every day is."""
        return not self.spans or any(start - slack <= day <= end + slack for start, end in self.spans)

    def within(self, first: dt.date, last: dt.date, why: str) -> Bounds:
        """The bounds within a span of days."""
        both = crossed(list(self.spans) or [(first, last)], [(first, last)])
        return Bounds(spans=tuple(both) or self.spans, whys=(*self.whys, why), torn=self.torn or not both)

    def crossing(self, other: Bounds) -> Bounds:
        """The days that both allow; torn where there is none."""
        if not self.spans or not other.spans:
            return self if self.spans else other
        both = crossed(list(self.spans), list(other.spans))
        torn = self.torn or other.torn or not both
        return Bounds(spans=tuple(both), whys=(*self.whys, *other.whys), torn=torn)


def bound_by_offices(mentions: Sequence[Mention], knowledge: Knowledge, body: str) -> Bounds:
    """The days on which all persons named with an office held it: "President Barack Obama" gives his two terms.

    Persons called former, late or elect bound nothing; nor do those whom the lexicon does not know.
    """
    spans: list[tuple[dt.date, dt.date]] | None = None
    whys: list[str] = []
    seen: set[str] = set()
    torn = False
    for mention in mentions:
        held = held_spans(mention, knowledge, body)
        if not held or mention.actors[0].id in seen:
            continue
        seen.add(mention.actors[0].id)
        both = held if spans is None else [one for one in crossed(spans, held) if one[0] < one[1]]
        if not both:
            torn = True
            continue
        spans = both
        whys.append(f"{mention.text} from {held[0][0].isoformat()} to {held[-1][1].isoformat()}")
    return Bounds(spans=tuple(spans or ()), whys=tuple(whys), torn=torn)


def bound_by_names(
    mentions: Sequence[Mention], knowledge: Knowledge, body: str, *, leaders: bool = True
) -> Bounds:
    """The days on which all persons named without a title were in office, as `leaders` in their highest: "Boris Johnson saw off Yoshihide Suga"."""
    bounds = Bounds()
    seen: set[str] = set()
    for mention in mentions:
        one = mention.form in {"name", "title"} and len(mention.actors) == 1
        if not one or mention.actors[0].id in seen or held_spans(mention, knowledge, body):
            continue
        if mention.form == "title" and plain(mention.text) not in plain(mention.actors[0].name):
            continue  # an office that the lexicon does not know to be his
        seen.add(mention.actors[0].id)
        ahead = body[max(0, mention.span.start - 24) : mention.span.start]
        after = body[mention.span.end : mention.span.end + 24]
        if FORMER.search(ahead) or AFTER_NAME.match(after):
            continue
        tenures = [t for t in knowledge.tenures_of.get(mention.actors[0].id, ()) if t.start]
        highest = [t for t in tenures if leaders and t.office in HIGHEST] or tenures
        held = sorted(
            (iso_day(t.first_day()), min(iso_day(t.last_day()), dt.date(2100, 1, 1))) for t in highest
        )
        if held:
            bounds = bounds.crossing(Bounds(spans=tuple(held), whys=(mention.text,)))
    return bounds


def plain(name: str) -> str:
    """A name without its accents, in small letters."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()


def held_spans(mention: Mention, knowledge: Knowledge, body: str) -> list[tuple[dt.date, dt.date]]:
    """When the mention's person held the office that the words give; empty where the words give none."""
    if (
        len(mention.actors) != 1
        or mention.actors[0].type != "person"
        or mention.actors[0].inferred
        or mention.form not in {"title", "name"}
    ):
        return []
    words = mention.text
    if ACTING.match(words) and (stood_in := standing_in().get(mention.actors[0].id)):
        return list(stood_in)
    if mention.form == "name":
        beside = BESIDE_NAME.match(body, mention.span.end)
        if not beside:
            return []
        words = beside["title"]
    tenures = [
        (iso_day(t.first_day()), min(iso_day(t.last_day()), dt.date(2100, 1, 1)))
        for t in knowledge.tenures_of.get(mention.actors[0].id, ())
        if t.start and titled(words, t.office, t.title, knowledge)
    ]
    if ACTING.match(words) and not any(
        t.note == "acting" for t in knowledge.tenures_of.get(mention.actors[0].id, ())
    ):
        return []
    ahead = body[max(0, mention.span.start - 24) : mention.span.start]
    after = body[mention.span.end : mention.span.end + 24]
    if ELECT.search(mention.text) or ELECT_BEFORE.search(ahead) or ELECT.match(after):
        return [(start - IN_WAITING, start) for start, _ in tenures]
    if FORMER.search(ahead) or AFTER_NAME.match(after) or FORMER_TITLE.match(mention.text):
        return []
    if OUTGOING.search(ahead):
        return [(max(start, end - GOING), end) for start, end in tenures]
    return tenures


@functools.cache
def standing_in() -> dict[str, tuple[tuple[dt.date, dt.date], ...]]:
    """When persons stood in for the holder of an office, by person."""
    table = read_toml(LEXICON / "dates.toml")["acting"]
    return {
        person: tuple((iso_day(a), iso_day(b)) for a, _, b in (span.partition("/") for span in spans))
        for person, spans in table.items()
    }


def titled(text: str, office: str, title: str, knowledge: Knowledge) -> bool:
    """Whether the words of a mention give an office: "Secretary of State Hillary Clinton"."""
    known = knowledge.offices.get(office)
    titles = {
        title,
        *(
            (
                known.title,
                *known.titles,
                *(t for own in known.own.values() for t in own),
                *known.display.values(),
            )
            if known
            else ()
        ),
    }
    folded = text.casefold().replace("-", " ")
    wanted = (one.casefold().replace("-", " ") for one in titles if one)
    return any(one in folded and re.search(rf"\b{re.escape(one)}\b", folded) for one in wanted)


def iso_day(text: str) -> dt.date:
    """An ISO day; a day that its month lacks becomes the month's last."""
    year, month, day = (int(part) for part in text.split("-"))
    while True:
        try:
            return dt.date(year, month, day)
        except ValueError:
            day -= 1


def crossed(
    one: list[tuple[dt.date, dt.date]], other: list[tuple[dt.date, dt.date]]
) -> list[tuple[dt.date, dt.date]]:
    """The days that lie in both lists of intervals."""
    return [
        (max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other if max(a[0], b[0]) <= min(a[1], b[1])
    ]
