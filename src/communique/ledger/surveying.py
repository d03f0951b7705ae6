"""`Surveying`: what lists, pages and pictures ask of many contacts at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from communique.ledger.asking import Asking
from communique.ledger.fitting import count_contacts
from communique.ledger.lines import Line, Listed, Party, select_page
from communique.ledger.looking import (
    MOST,
    Moment,
    count_pairs,
    find_names,
    find_party,
    find_slugs,
    select_judged,
    select_moments,
    select_unsure,
)
from communique.ledger.query import Query
from communique.ledger.search import find_holding
from communique.ledger.sets import load_countable, names_between, state_held
from communique.records import Judgement

# What only pages and pictures ask is loaded when they ask: lists and reading do without.
if TYPE_CHECKING:
    from communique.ledger.course import Course
    from communique.ledger.report_lines import ReportLine
    from communique.ledger.sketch import Sketch

_ALL = Query()


class Surveying(Asking):
    """A ledger seen from above: pages by key, counts, months, pairs."""

    def page(
        self, query: Query = _ALL, key: tuple[str, str] | None = None, size: int = 50, *, back: bool = False
    ) -> Listed:
        """The `size` contacts behind the key (day, slug), latest first; `back`: those that come before it."""
        with self._derived() as connection:
            return select_page(connection, query, key, size, back=back)

    def contacts_state(self) -> str:
        """A word that is another one whenever contacts have changed: what was counted holds until then."""
        with self._derived() as connection:
            return state_held(connection) or ""

    def count(self, query: Query = _ALL) -> int:
        """How many contacts fit."""
        with self._derived() as connection:
            return count_contacts(connection, query)

    def sketch(self, query: Query = _ALL) -> Sketch:
        """What fits at a glance: its number, and how many of each kind, status, level and channel."""
        from communique.ledger.sketch import sketch_contacts

        with self._derived() as connection:
            return sketch_contacts(connection, query)

    def course(self, query: Query = _ALL) -> Course:
        """The contacts that fit over the years: first and last day, longest silence, channels by year."""
        from communique.ledger.course import trace_course

        with self._derived() as connection:
            return trace_course(connection, query)

    def beside(self, query: Query, lines: Sequence[Line]) -> dict[str, dict[str, int]]:
        """Topics, outlets, sides, actors and states, with how many of all that fit have them, most first; actors and
        states are those of the lines, as are the others where the ledger has very many.
        """
        from communique.ledger.beside import count_beside

        with self._derived() as connection:
            return count_beside(connection, query, lines)

    def load_ahead(self, most: int = 4000) -> None:
        """Have in memory what lists and pages are counted by: days and kinds, and up to so many sets of each sort."""
        from communique.ledger.by_period import column

        with self._derived() as connection:
            for name in ("month", "year", "kind", "channel"):
                column(connection, name)
            for prefix in ("topic:", "outlet:", "side:", "party:"):
                load_countable(connection, names_between(connection, prefix, prefix + "~")[:most])

    def sides(self) -> list[str]:
        """The states and organisations whose own accounts the ledger holds, some hundred at the most."""
        from communique.ledger.beside import few_of

        with self._derived() as connection:
            return few_of(connection, "side")

    def beside_actor(self, actor: str, others: Sequence[str]) -> dict[str, int]:
        """How many contacts the actor (by id) and each of the others deal with each other in, most first."""
        from communique.ledger.sketch import count_with

        with self._derived() as connection:
            return count_with(connection, actor, others)

    def months(self, query: Query = _ALL, letters: int = 7) -> list[tuple[str, str, int]]:
        """Month, kind and number of the dated contacts that fit, in order of time; years with 4 letters."""
        from communique.ledger.by_period import count_months

        with self._derived() as connection:
            return count_months(connection, query, letters)

    def periods(self, query: Query = _ALL, most: int = 160) -> list[tuple[str, str, int]]:
        """The same by month, or by year where more than `most` months lie between the first contact and the last."""
        from communique.ledger.by_period import count_periods

        with self._derived() as connection:
            return count_periods(connection, query, most)

    def moments(self, query: Query = _ALL, cap: int = MOST) -> list[Moment]:
        """Day, kind, status and channel of the dated contacts that fit, in order of time; the latest `cap`."""
        with self._derived() as connection:
            return select_moments(connection, query, cap)

    def topic_years(self, query: Query = _ALL, most: int = 8) -> list[tuple[str, str, int]]:
        """Topic, year and number of the contacts that fit, for the `most` topics that most of them have."""
        from communique.ledger.by_period import count_topic_years

        with self._derived() as connection:
            return count_topic_years(connection, query, most)

    def pairs(
        self, query: Query = _ALL, by: Literal["side", "actor"] = "side", cap: int = MOST
    ) -> list[tuple[str, str, str, int]]:
        """One, other, kind and number of contacts, most first, among the latest `cap` that fit."""
        with self._derived() as connection:
            return count_pairs(connection, query, by, cap)

    def party(self, actor: str) -> Party | None:
        """The actor with this id as contacts know it; None where no contact does."""
        with self._derived() as connection:
            return find_party(connection, actor)

    def names(self, actors: Iterable[str]) -> dict[str, str]:
        """The names by which contacts know these actors (by id)."""
        with self._derived() as connection:
            return find_names(connection, actors)

    def slugs_of(self, accounts: Iterable[str]) -> dict[str, str]:
        """The slugs of the contacts that these accounts (by id) are in now; of the rest nothing is told."""
        with self._derived() as connection:
            return find_slugs(connection, accounts)

    def holding(self, words: str) -> tuple[str, ...]:
        """Ids of the contacts in whose record, or in one of whose reports, all of the words occur."""
        with self._derived() as connection:
            return tuple(sorted(find_holding(connection, words)))

    def unsure(self, limit: int = 50) -> list[Judgement]:
        """The program's judgements nearest to even odds that no person has judged, the least sure first."""
        with self._derived() as connection:
            return select_unsure(connection, limit)

    def judged(self, accounts: Iterable[str]) -> list[Judgement]:
        """The judgements that stand and name one of these accounts, people's first."""
        with self._derived() as connection:
            return select_judged(connection, accounts)

    def report_lines(self, key: tuple[str, str] | None = None, size: int = 50) -> list[ReportLine]:
        """The `size` reports behind the key (day of publication, id), the latest first."""
        from communique.ledger.report_lines import select_report_lines

        with self._reading() as connection:
            return select_report_lines(connection, key, size)

    def count_reports(self, cap: int = MOST) -> int:
        """How many reports there are; `cap` + 1 stands for more than `cap`."""
        from communique.ledger.report_lines import count_reports

        with self._reading() as connection:
            return count_reports(connection, cap)
