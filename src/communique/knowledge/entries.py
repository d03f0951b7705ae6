"""The entries of the lexicon, frozen: states, organisations, offices, persons, tenures, places and outlets."""

from __future__ import annotations

from msgspec import field

from communique.record_type import Record


class State(Record, frozen=True, kw_only=True):
    """A state and the words that stand for it: names, demonyms ("Chinese"), capitals, metonyms that act."""

    id: str
    name: str
    official: str = ""
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    timezone: str = ""
    iso2: str = ""


class Organisation(Record, frozen=True, kw_only=True):
    """An organisation, a group of states, an armed group, or a body of a state (`of`)."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: str = "intergovernmental"
    of: str = ""
    seat: str = ""
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class Office(Record, frozen=True, kw_only=True):
    """An office as a word of the vocabulary: "foreign minister", with the titles that news gives it."""

    id: str
    title: str
    level: str = "officials"
    single: bool = False
    several: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    display: dict[str, str] = field(default_factory=dict)

    def shown(self, of: str) -> str:
        """The title to display for a holder in the state or organisation `of`."""
        return self.display.get(of, self.title)


class Person(Record, frozen=True, kw_only=True):
    """A person: the usual English name, the words of second mention (`family`), variants of the name."""

    id: str
    name: str
    family: tuple[str, ...] = ()
    sex: str = ""
    born: int | None = None
    aliases: tuple[str, ...] = ()


class Kin(Record, frozen=True, kw_only=True):
    """A tie between two persons: `other` is the person's "parent", "sibling" or "spouse"."""

    person: str
    tie: str
    other: str


class Tenure(Record, frozen=True, kw_only=True):
    """A person's time in an office, with dates as precise as is known ("2013", "2013-03", "2013-03-14").

    An open end means: held at least until `known_until`.
    """

    of: str
    office: str
    person: str
    start: str
    end: str = ""
    known_until: str = ""
    title: str = ""
    note: str = ""

    def first_day(self) -> str:
        """The earliest day that the start allows."""
        return (self.start + "-01-01"[len(self.start) - 4 :]) if self.start else "0001-01-01"

    def last_day(self) -> str:
        """The latest day that the end allows; the far future where the tenure is open."""
        if not self.end:
            return "9999-12-31"
        return self.end + {4: "-12-31", 7: "-31", 10: ""}[len(self.end)]

    def covers(self, day: str) -> bool:
        """Whether the person may have held the office on an ISO day: "2013" to "2016-07" covers 2016-07-31."""
        start, end = self.start, self.end
        return start <= day[: len(start)] and (not end or day[: len(end)] <= end)

    def surely_covers(self, day: str) -> bool:
        """As `covers`, but an open tenure reaches only to the day up to which the lexicon knows."""
        return self.covers(day) and (bool(self.end) or day <= (self.known_until or "9999"))


class Place(Record, frozen=True, kw_only=True):
    """A city, venue or region and the state that it lies in."""

    name: str
    state: str
    names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: str = "city"


class Outlet(Record, frozen=True, kw_only=True):
    """Who publishes: an agency, a broadcaster, a newspaper, an official channel, a platform."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: str = "newspaper"
    state: str = ""
    run_by_state: bool = False
    speaks_for: str = ""
    domains: tuple[str, ...] = ()
