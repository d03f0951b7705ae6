"""Named days and dated events of the lexicon, compiled once."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.dates import calendars as c
from communique.dates.editions import read_editions
from communique.dates.event import Event, group_pattern
from communique.dates.expression import Expression
from communique.dates.happenings import read_happenings
from communique.dates.series import Series, gathering_of, votes_of
from communique.dates.words import ORDINAL, ORDINALS, TENS, TENTHS, number_of, ordinal_number
from communique.errors import LexiconError
from communique.knowledge.beginnings import LONGEST, beginnings
from communique.knowledge.fold import without_case
from communique.knowledge.load import LEXICON, read_states, read_toml
from communique.record_type import Record

OF_STATE_BEFORE = re.compile(r"\b(?P<of>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)(?:['’]s?)?\s+$")
PROPER = re.compile(r"[A-Z\d]")  # words without a name name no event: "the meeting"
BEGUN = re.compile(rf"\b\w{{1,{LONGEST}}}")
REMEMBERED = 2000  # phrases whose events are kept; the answer never depends on it
NAME_AFTER = re.compile(
    r"\s+(?:Agreement|agreement|Accord|[Aa]ccords?|[Dd]eal\b|War\b|war\b|Islands?|Rising|Uprising|Massacre|[Bb]omb\w+|Offensive|[Tt]ruce\b|Tree|Carol|Company|Committee|Movement|Party|Square|Street|Foundation|Hotel|Restaurant|Pub|card|tree|market)"
)
OF_STATE_AFTER = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?P<of>[A-Z]\w+(?:\s[A-Z]\w+)?)")


class NamedDay(Record, frozen=True, kw_only=True):
    """A feast or day of a state: "Christmas Day", "Independence Day" of Ukraine; `rule` tells its date in a year."""

    id: str
    names: tuple[str, ...]
    rule: tuple[tuple[str, Any], ...]
    of: str | None = None
    last: int = 1
    table: tuple[dt.date, ...] = ()

    def dates(self, first_year: int, last_year: int) -> Iterator[tuple[dt.date, dt.date]]:
        """First and last day of each feast in the years."""
        rule = dict(self.rule)
        if self.table:
            starts = [d for d in self.table if first_year <= d.year <= last_year]
        else:
            starts = [d for y in range(first_year, last_year + 1) if (d := date_of(rule, y))]
        for start in starts:
            yield start, c.shift(start, self.last - 1)


def date_of(rule: dict[str, Any], year: int) -> dt.date | None:
    """The date of a feast in a year by its rule, or None where it is not kept in that year."""
    if year < rule.get("since", 0) or (rule.get("every") and (year - rule["since"]) % rule["every"]):
        return None
    if "easter" in rule:
        return c.shift(c.easter(year), rule["easter"])
    if "orthodox_easter" in rule:
        return c.shift(c.orthodox_easter(year), rule["orthodox_easter"])
    if "nth" in rule:
        found = c.nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return c.shift(found, rule.get("plus", 0)) if found else None
    return c.make_date(year, rule["month"], rule["day"])


@dataclass(frozen=True, kw_only=True)
class Names:
    """The compiled named days and events."""

    days: dict[str, NamedDay]
    events: tuple[Event, ...]
    zones: dict[str, str]
    states: dict[str, str]
    pattern: re.Pattern[str]
    series: tuple[Series, ...] = ()
    by_first: dict[str, tuple[Event, ...]] = field(default_factory=dict, repr=False)
    by_letters: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    place: dict[str, int] = field(default_factory=dict, repr=False)
    first_words: dict[str, frozenset[str] | None] = field(default_factory=dict)
    asked: dict[str, tuple[Event, ...]] = field(default_factory=dict, repr=False, compare=False)

    def match(self, text: str, start: int) -> Expression | None:
        """The named day whose name begins at a place, or the anniversary."""
        if found := ANNIVERSARY.match(text, start):
            return read_anniversary(text, found)
        found = self.pattern.match(text, start)
        if not found:
            return None
        return self.read(text, found)

    def read(self, text: str, found: re.Match[str]) -> Expression | None:
        """A named day with the state that keeps it, as far as it needs one."""
        name = " ".join(found["name"].replace("’", "'").split()).casefold()
        ids = [day.id for day in self.days.values() if name in day.names]
        begin, end = found.start(), found.end("name")
        of = None
        ahead = OF_STATE_BEFORE.search(text[max(0, begin - 30) : begin])
        after = OF_STATE_AFTER.match(text, end)
        for place in (ahead, after):
            if place and (
                code := self.states.get(place["of"].casefold())
                or self.states.get(place["of"].split()[-1].casefold())
            ):
                of = code
                if place is ahead:
                    begin -= len(ahead.group())
                break
        chosen = next((i for i in ids if self.days[i].of == of), None) or next(
            (i for i in ids if self.days[i].of is None), None
        )
        if chosen is None:
            return None
        if NAME_AFTER.match(text, end):
            return Expression(start=begin, end=end, text=text[begin:end], cls="name")
        year = int(found["year"]) if found["year"] else None
        end = found.end() if year else end
        cls = (
            "habit"
            if re.search(r"\b(?:every|each)\s$", text[max(0, begin - 8) : begin], re.IGNORECASE)
            else "named"
        )
        return Expression(start=begin, end=end, text=text[begin:end], cls=cls, name=chosen, year=year)

    def event_named(self, words: str) -> list[Event]:
        """The events that some words name."""
        if not PROPER.search(words):
            return []
        if words not in self.asked:
            if len(self.asked) >= REMEMBERED:
                self.asked.clear()
            self.asked[words] = tuple(
                event
                for first in self.groups_begun(words)
                if group_pattern(first).search(words)
                for event in self.by_first[first]
                if event.named_in(words)
            )
        return list(self.asked[words])

    def groups_begun(self, words: str) -> list[str]:
        """The first groups of events that may match somewhere in some words, by the letters that words begin with."""
        begun = {word[:most] for word in BEGUN.findall(without_case(words)) for most in range(1, LONGEST + 1)}
        found = {group for letters in ("", *begun) for group in self.by_letters.get(letters, ())}
        return sorted(found, key=self.place.__getitem__)


ANNIVERSARY = re.compile(
    rf"(?P<n>{ORDINAL}|(?:\d{{1,3}}|one|two|three|five|ten|twenty|fifty)-years?)(?:\s|-)(?:anniversary|birthday)(?:,\s+on\s+\w+,)?(?:\s+(?:of|since)\s+(?P<of>[^,;:.!?()]{{3,80}}))?|(?P<c>centenary|bicentenary|centennial|bicentennial|(?<=the )anniversary)\s+of\s+(?P<of2>[^,;:.!?()]{{3,80}})"
    rf"|(?P<j>silver|golden|diamond|platinum)\s+jubilee\s+of\s+(?P<of3>[^,;:.!?()]{{3,80}})",
    re.IGNORECASE,
)
ANNIVERSARY_END = re.compile(
    r"\s+(?:on\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|the\s)|(?:today|yesterday|tomorrow|tonight|this)\b|said|with|by|at|when|where|were|was|is|are|while|and\s+(?:said|called|met)|the\s+\w+\s+said|began|ended|will|would|bowed|stood|met|told|sat)\b"
)
OWNER = re.compile(r"(?P<of>[A-Z][\w’'-]*(?:\s(?:of\s|the\s)?[\w-]+){0,4})['’]s?\s+$")


def read_anniversary(text: str, found: re.Match[str]) -> Expression | None:
    """ "the third anniversary of Russia's invasion": count 3, and the words that name the event."""
    words = found["of"] or found["of2"] or found["of3"] or ""
    cut = ANNIVERSARY_END.search(words)
    named = (words[: cut.start()] if cut else words).strip()
    end = found.end() - len(words) + len(words[: cut.start()] if cut else words)
    while end > found.start() and text[end - 1].isspace():
        end -= 1
    ordinal = (found["n"] or "").lower()
    if found["j"]:
        count: int | None = JUBILEES[found["j"].lower()]
    elif "-year" in ordinal:
        count = number_of(ordinal.split("-")[0])
    else:
        count = (
            ordinal_number(ordinal)
            if ordinal
            else {"centenary": 100, "bicentenary": 200, "centennial": 100, "bicentennial": 200}.get(
                (found["c"] or "").lower()
            )
        )
    start = found.start()
    lead = re.search(r"\b(?:on\s+)?the\s+$", text[max(0, start - 8) : start], re.IGNORECASE)
    start -= len(lead.group()) if lead else 0
    if not named and (owner := OWNER.search(text[max(0, start - 60) : start])):
        start, named = start - len(owner.group()), owner["of"]
    return Expression(
        start=start, end=end, text=text[start:end], cls="anniversary", count=count, name=named or None
    )


def read_days() -> Iterator[NamedDay]:
    """The entries of named_days.toml."""
    for entry in read_toml(LEXICON / "named_days.toml")["day"]:
        rule = {
            key: value for key, value in entry.items() if key not in {"id", "names", "of", "last", "table"}
        }
        if not rule and "table" not in entry:
            raise LexiconError(
                f'day "{entry["id"]}" has no rule', where="named_days.toml", remedy="give month and day"
            )
        yield NamedDay(
            id=entry["id"],
            names=tuple(n.casefold() for n in entry["names"]),
            rule=tuple(rule.items()),
            of=entry.get("of"),
            last=entry.get("last", 1),
            table=tuple(entry.get("table", ())),
        )


def read_events() -> Iterator[Event]:
    """The entries of events.toml, their words widened by those for the same kind of event, and those of regular gatherings and votes."""
    kin = [(tuple(one["stems"]), one["words"]) for one in read_toml(LEXICON / "dates.toml")["kin"]]
    for entry in read_toml(LEXICON / "events.toml")["event"]:
        yield Event(
            id=entry["id"],
            date=entry["date"],
            end=entry.get("end", entry["date"]),
            closing=entry.get("closing", False),
            told=entry.get("told"),
            hour=entry.get("hour"),
            unless=entry.get("unless", ""),
            groups=tuple(
                widened(group, kin) if len(entry["words"]) > 1 else group for group in entry["words"]
            ),
        )
    for kind in read_toml(LEXICON / "happenings.toml")["kind"]:
        yield from (event for event in read_happenings(kind) if not event.seen)
    for file in ("editions.toml", "votes.toml"):
        for series in read_toml(LEXICON / file)["series"]:
            yield from read_editions(series)


def read_series() -> Iterator[Series]:
    """The gatherings and the states of which no edition is missing from a year on."""
    for series in read_toml(LEXICON / "editions.toml")["series"]:
        if "complete" in series:
            yield gathering_of(series, list(read_editions(series)))
    polls = read_toml(LEXICON / "polls.toml")
    for entry in polls["state"]:
        yield votes_of(entry, polls["words"])


NAMING = re.compile(r"[A-Z]|\.\{|\d{4}")


def widened(group: str, kin: list[tuple[tuple[str, ...], str]]) -> str:
    """A group of words with all words for its kinds of event: "murder" is told as "shot dead", too.

    A group that holds a name, or words in an order, stands as it is.
    """
    if NAMING.search(group):
        return group
    more = [words for stems, words in kin if any(stem in group for stem in stems)]
    return "|".join(dict.fromkeys([group, *more]))


def first_words(names: Sequence[str]) -> dict[str, frozenset[str] | None]:
    """The words that a named day or an anniversary begins with, each with the words that may come next, or None for any.

    "united" with "nations" of "United Nations Day", "tenth" with "anniversary"; "easter" with any.
    """
    follow: dict[str, set[str] | None] = {}
    for name in names:
        first, *rest = WORD.findall(name)
        known = follow.setdefault(first, set())
        if rest and known is not None:
            known.add(rest[0])
        elif not rest:
            follow[first] = None
    for first, behind in COUNTED.items():
        known = follow.setdefault(first, set())
        if known is not None:
            known |= behind
    return {
        word: None if next_words is None else frozenset(next_words) for word, next_words in follow.items()
    }


WORD = re.compile(r"[^\W\d_]+|\d+")
JUBILEES = {"silver": 25, "golden": 50, "diamond": 60, "platinum": 70}
YEARS = frozenset({"year", "years"})
COUNTED: dict[str, frozenset[str]] = {  # what an anniversary begins with, and the words that come next
    **dict.fromkeys((*ORDINALS, *TENTHS), frozenset({"anniversary", "birthday"})),
    **dict.fromkeys(TENS, YEARS.union(ORDINALS)),
    **dict.fromkeys(("one", "two", "three", "five", "ten"), YEARS),
    "0": YEARS | {"st", "nd", "rd", "th"},
    **dict.fromkeys(JUBILEES, frozenset({"jubilee"})),
    **dict.fromkeys(
        ("anniversary", "centenary", "bicentenary", "centennial", "bicentennial"), frozenset({"of"})
    ),
}


@functools.cache
def load_names() -> Names:
    """The named days, events, zones and states of the lexicon; LexiconError names a faulty entry."""
    days = {day.id: day for day in read_days()}
    names = sorted({name for day in days.values() for name in day.names}, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in names)
    pattern = re.compile(rf"(?P<name>{either})\b(?!-)(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE)
    states = read_states(LEXICON)
    zones = {name: state.timezone for state in states for name in state.capitals if state.timezone}
    zones |= read_toml(LEXICON / "dates.toml")["zones"]
    events = tuple(read_events())
    return Names(
        days=days,
        events=events,
        **indexed(events),
        zones=zones,
        series=tuple(read_series()),
        states={
            word.casefold(): state.id
            for state in states
            for word in (state.name, *state.names, *state.demonyms)
        },
        pattern=pattern,
        first_words=first_words(names),
    )


@functools.cache
def load_scenes() -> Names:
    """What was to be seen at events, looked up as they are: only a report without a date is told by it."""
    kinds = [kind for kind in read_toml(LEXICON / "happenings.toml")["kind"] if "twins" in kind]
    kinds += read_toml(LEXICON / "scenes.toml")["kind"]
    scenes = tuple(event for kind in kinds for event in read_happenings(kind) if event.seen)
    return Names(days={}, events=scenes, **indexed(scenes), zones={}, states={}, pattern=PROPER)


def indexed(events: Sequence[Event]) -> dict[str, Any]:
    """The tables by which events are looked up: by their first group of words, and these by the letters that they begin with."""
    by_first: dict[str, list[Event]] = {}
    for event in events:
        by_first.setdefault(event.groups[0], []).append(event)
    by_letters: dict[str, list[str]] = {}
    for group in by_first:
        for letters in beginnings(group) or ("",):
            by_letters.setdefault(letters, []).append(group)
    return {
        "by_first": {group: tuple(those) for group, those in by_first.items()},
        "by_letters": {letters: tuple(groups) for letters, groups in by_letters.items()},
        "place": {group: place for place, group in enumerate(by_first)},
    }
