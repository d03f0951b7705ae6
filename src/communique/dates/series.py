"""Series of gatherings and of votes, of which a text names one edition without saying which."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from communique.dates.editions import MINISTERS
from communique.dates.event import DATELINE, Event, group_pattern
from communique.errors import LexiconError
from communique.knowledge.load import LEXICON, read_states, read_toml
from communique.record_type import Record

KINDS = {"P", "L", "G"}  # of a president, of a parliament, of both on one day


class Edition(Record, frozen=True, kw_only=True):
    """One edition: its event, for a vote its kind and round, and the names of those between whom it was."""

    event: Event
    kind: str = ""
    turn: str = ""
    rivals: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether the kind and the round that a text tells are this edition's."""
        if not self.kind:
            return True
        told = telling()
        if self.turn != "2" and told["second"].search(text):
            return False
        if self.turn == "2" and told["first"].search(text):
            return False
        if self.kind == "L" and told["president"].search(text):
            return False
        return not (self.kind == "P" and told["parliament"].search(text))

    def contested(self, text: str) -> bool:
        """Whether a text names both who stood against each other."""
        return len(self.rivals) > 1 and all(name_pattern(name).search(text) for name in self.rivals)


@functools.cache
def telling() -> dict[str, re.Pattern[str]]:
    """The words that tell which round a vote is, and of what."""
    return {vote: re.compile(words) for vote, words in read_toml(LEXICON / "polls.toml")["tells"].items()}


@functools.cache
def name_pattern(name: str) -> re.Pattern[str]:
    """The name of a rival or a capital, compiled at the first use: most runs ask for few."""
    return re.compile(rf"\b(?:{name})\b")


@functools.lru_cache(maxsize=64)
def occurs(group: str, text: str) -> bool:
    """Whether a group's words stand in a text; the votes of all states share theirs."""
    return group_pattern(group).search(text) is not None


class Series(Record, frozen=True, kw_only=True):
    """A gathering or the votes of a state; from the year `complete` on no edition is missing."""

    id: str
    names: str
    kind: str
    complete: int
    editions: tuple[Edition, ...]
    unless: str = ""
    won: str = ""
    capital: str = ""

    def voted_in(self, text: str) -> bool:
        """Whether a text written in the capital tells of a vote: "BRASILIA - With three days to go before the first round"."""
        dateline = DATELINE.match(text) if self.capital else None
        if dateline is None or not name_pattern(self.capital).match(text):
            return False
        return occurs(self.kind, text) and not group_pattern(self.unless).search(text)

    @property
    def told(self) -> str:
        """The words of which one stands wherever the series is named, or one who won is told of."""
        return f"{self.kind}|{self.won}" if self.won else self.kind

    def named_in(self, text: str, opening: str = "") -> bool:
        """Whether a text names the series, or tells of those between whom a vote was; `opening` names them, too."""
        if not occurs(self.told, text):
            return False
        called = group_pattern(self.names).search(text) is not None and occurs(self.kind, text)
        if not called and not any(e.contested(opening or text) for e in self.editions):
            return False
        return not self.unless or group_pattern(self.unless).search(text) is None

    def fitting(self, text: str, opening: str) -> tuple[list[Event], bool]:
        """The editions that a text can mean, and whether these are those between the rivals whom its opening names."""
        fitting = [e for e in self.editions if e.fits(text)]
        contested = [e.event for e in fitting if e.contested(opening)]
        return contested or [e.event for e in fitting], bool(contested)

    @property
    def votes(self) -> bool:
        """Whether the series is one of votes."""
        return any(e.kind for e in self.editions)


def gathering_of(series: Mapping[str, Any], events: list[Event]) -> Series:
    """A series of editions.toml, its editions without what marks one of them."""
    names, kind = (
        rf"(?:{series['names']}){MINISTERS}",
        rf"{series['kind']}|(?:at|during|of) (?:the )?(?:{series['names']})",
    )
    return Series(
        id=series["id"],
        names=names,
        kind=kind,
        complete=series["complete"],
        editions=tuple(Edition(event=unmarked(event, (names, series["kind"]))) for event in events),
        unless=series.get("others", ""),
    )


def unmarked(event: Event, groups: tuple[str, ...]) -> Event:
    """An edition named by the words of its series alone."""
    return Event(
        id=event.id,
        date=event.date,
        end=event.end,
        groups=groups,
        gathering=True,
        unsure_start=event.unsure_start,
        unsure_end=event.unsure_end,
    )


def votes_of(entry: Mapping[str, Any], words: Mapping[str, str]) -> Series:
    """A state of polls.toml: "2017-05-07 P2 Macron + Le Pen" is the second round of the vote for a president."""
    editions = tuple(read_vote(entry, line, f"{words['vote']}|{words['won']}") for line in entry["votes"])
    return Series(
        id=f"{entry['id']}-vote",
        names=entry["names"],
        kind=words["vote"],
        complete=entry["complete"],
        editions=editions,
        unless=words["unless"],
        won=words["won"],
        capital=capital_of(entry["id"]),
    )


def read_vote(entry: Mapping[str, Any], line: str, vote: str) -> Edition:
    """One vote; LexiconError names a faulty line."""
    days, kind, *rest = line.split(maxsplit=2)
    try:
        date, *later = (dt.date.fromisoformat(day) for day in days.split("/"))
    except ValueError as error:
        raise faulty(line, str(error)) from error
    if kind[0] not in KINDS or kind[1:] not in {"", "1", "2"}:
        raise faulty(line, f'"{kind}" is no kind of vote')
    rivals = tuple(name.strip() for name in rest[0].split("+")) if rest else ()
    end = later[0] if later else date
    groups = tuple(groups_of(entry, rivals, vote))
    event = Event(id=f"{entry['id']}-vote-{date.isoformat()}", date=date, end=end, groups=groups)
    return Edition(event=event, kind=kind[0], turn=kind[1:], rivals=rivals)


def capital_of(state: str) -> str:
    """The capital of a state as a dateline writes it, in a pattern: "(?-i:BRASILIA|BRASÍLIA)"."""
    names = capitals().get(state.upper(), ())
    return rf"(?-i:{'|'.join(re.escape(name.upper()) for name in names)})\b" if names else ""


@functools.cache
def capitals() -> dict[str, tuple[str, ...]]:
    """The names of the capitals of states."""
    return {state.id: tuple(state.capitals) for state in read_states(LEXICON)}


def groups_of(entry: Mapping[str, Any], rivals: tuple[str, ...], vote: str) -> Iterator[str]:
    """The words that name a vote: those of voting, and those of the state or of the rivals."""
    yield vote
    yield "|".join(filter(None, [entry["names"], capital_of(entry["id"]), *rivals]))


def faulty(line: str, why: str) -> LexiconError:
    """The error of a line."""
    return LexiconError(
        f'vote "{line}": {why}', where="polls.toml", remedy='write it as "2017-05-07 P2 Macron + Le Pen"'
    )
