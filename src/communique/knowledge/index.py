"""`NameIndex`: every surface form of the lexicon in compiled matchers; text in, hits out.

Names are matched as they are written, titles of offices in any case, and stretches of capitals
("PUTIN, XI TALK BY PHONE") against the names in capitals. Text is levelled to ASCII first, one code point for one.
"""

from __future__ import annotations

import functools
import pickle
import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

import ahocorasick_rs

from communique.knowledge.fold import plain
from communique.knowledge.names import Name

SHORT_CODE = 6  # names of capitals only up to this length ("US", "ASEAN") are matched in capitals only
SMALL_WORD = re.compile(r"(?<![^ -])[a-z]")
SHORT_TITLE = 3  # titles up to this length ("PM", "MP") are matched in capitals only
WORD_TITLES = frozenset({"rep", "sen"})
CAPITALS = re.compile(r"[A-Z]{2}[A-Z'. -]{2,}")
HALF = re.compile(
    r"\b[A-Z]{3,}(?:-[A-Z]{2,})? [A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)?\b|\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?(?: [A-Z]\.)? [A-Z]{3,}(?:-[A-Z]{2,})?\b"
)  # a name whose family name alone is in capitals: "KAMIKAWA Yoko", "Emmanuel MACRON"
LOUD = re.compile(r"[A-Z]{3,}(?:-[A-Z]{2,})?")
SEVERAL = re.compile(rb"[^A-Za-z0-9]")
WORD_SIGNS = bytes(
    2 if chr(code).isupper() else 1 if chr(code).isalnum() or code in (1, 95) else 0 for code in range(128)
) + bytes(128)
SHOUT, CAPITAL_WORD = b"\2\2\2\2", b"\2\2\2"
BACK, LONGEST = (
    40,
    400,
)  # how far a stretch of capitals is followed to the left and to the right, in code points
AHEAD = 80  # how far a name with a family name in capitals can reach
START, END = itemgetter(0), itemgetter(1)  # of a hit; sorted by both, the longest comes first at each place
Row = tuple[str, str, str, str, bool, bool]
Tables = tuple[dict[bytes, list[Row]], dict[bytes, list[Row]], bytes]


class Hit(NamedTuple):
    """A surface form found in a text, with all its meanings."""

    start: int
    end: int
    names: tuple[Name, ...]

    def has(self, *categories: str) -> bool:
        """Whether one of the meanings is of one of the categories."""
        for name in self.names:  # noqa: SIM110  asked for every name of a text, where a generator costs more
            if name.category in categories:
                return True
        return False

    def ids(self, *categories: str) -> tuple[str, ...]:
        """The ids of the meanings of these categories, in order."""
        if len(self.names) == 1:
            return (self.names[0].id,) if self.names[0].category in categories else ()
        return tuple(dict.fromkeys([name.id for name in self.names if name.category in categories]))


class Matcher:
    """One automaton over one way of writing; meanings are made into Names when they are first met."""

    def __init__(self, table: dict[bytes, list[Row]]) -> None:
        self._forms = list(table)
        self._rows = list(table.values())
        self._made: list[tuple[Name, ...] | None] = [None] * len(self._rows)
        self._longest = max(map(len, self._forms), default=0)
        self._first = self._compile(ahocorasick_rs.MatchKind.LeftmostLongest)

    def __len__(self) -> int:
        return len(self._forms)

    def _compile(self, kind: ahocorasick_rs.MatchKind) -> ahocorasick_rs.BytesAhoCorasick:
        return ahocorasick_rs.BytesAhoCorasick(
            self._forms, matchkind=kind, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    @functools.cached_property
    def _every(self) -> ahocorasick_rs.BytesAhoCorasick:
        """All overlapping matches: needed only where the longest match breaks a word."""
        return self._compile(ahocorasick_rs.MatchKind.Standard)

    def names(self, which: int) -> tuple[Name, ...]:
        """The meanings of a form."""
        made = self._made[which]
        if made is None:
            made = self._made[which] = tuple(Name(*row) for row in self._rows[which])  # type: ignore[arg-type]  # a row is a Name as a plain tuple
        return made

    def find(self, text: bytes, bounds: bytes, offset: int = 0) -> list[Hit]:
        """The longest matches at word boundaries, in order, none overlapping; `bounds` as from `word_signs(text)`."""
        found: list[Hit] = []
        reached, made, new = 0, self._made, tuple.__new__
        for which, start, end in self._first.find_matches_as_indexes(text):
            if (bounds[end + 1] and bounds[end]) or (bounds[start] and bounds[start + 1]) or start < reached:
                if start >= reached and SEVERAL.search(text, start, end):
                    more = [hit for hit in self._within(text, bounds, start, end) if hit.start < end]
                    found += [Hit(hit.start + offset, hit.end + offset, hit.names) for hit in more]
                    reached = more[-1].end if more else reached
                continue
            names = made[which] or self.names(which)
            found.append(new(Hit, (start + offset, end + offset, names)))
        return found

    def _within(self, text: bytes, bounds: bytes, start: int, end: int) -> list[Hit]:
        """The longest whole-word matches that begin in a stretch, from all overlapping ones."""
        stop = min(len(text), end + self._longest)
        raw = [
            (s + start, e + start, which)
            for which, s, e in self._every.find_matches_as_indexes(text[start:stop], overlapping=True)
        ]
        found: list[Hit] = []
        reached = start
        for s, e, which in sorted(raw, key=lambda match: (match[0], -match[1])):
            if s >= reached and not (bounds[s] and bounds[s + 1]) and not (bounds[e] and bounds[e + 1]):
                found.append(Hit(s, e, self.names(which)))
                reached = e
        return found


class NameIndex:
    """The compiled matchers over all names; `find(text)` gives the longest hits at word boundaries.

    Only tables are pickled, those of names in capitals apart: whoever scans first compiles what the text needs.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        written, titles, capitals = tables(names)
        self._tables = (written, titles, pickle.dumps(capitals, protocol=5))

    def __len__(self) -> int:
        return len(self._tables[0]) + len(self._tables[1])

    def __getstate__(self) -> Tables:
        return self._tables

    def __setstate__(self, state: Tables) -> None:
        self._tables = state

    @functools.cached_property
    def _written(self) -> Matcher:
        """Names as they are written."""
        return Matcher(self._tables[0])

    @functools.cached_property
    def _titles(self) -> Matcher:
        """Titles of offices, in small letters."""
        return Matcher(self._tables[1])

    @functools.cached_property
    def _capitals(self) -> Matcher:
        """Names in capitals, compiled when a text first shouts."""
        return Matcher(pickle.loads(self._tables[2]))  # noqa: S301 - made above

    def find(self, text: str) -> list[Hit]:
        """All hits of a text, longest first at each place, none overlapping, sorted by place."""
        levelled = plain(text)
        raw = levelled.encode("ascii")
        bounds = word_signs(raw)
        found = self._written.find(raw, bounds) + self._titles.find(raw.lower(), bounds)
        if CAPITAL_WORD in bounds:
            found += self.half_shouted(levelled, bounds)
        if SHOUT in bounds:
            found += self.shouted(levelled, raw, bounds)
        found.sort(key=END, reverse=True)
        found.sort(key=START)
        return self.merged(found, raw)

    def shouted(self, levelled: str, raw: bytes, bounds: bytes) -> list[Hit]:
        """Hits in stretches of capitals."""
        found: list[Hit] = []
        place, done = bounds.find(SHOUT) - 1, 0
        while place >= 0:
            for match in CAPITALS.finditer(levelled, max(done, place - BACK), place + LONGEST):
                start, done = match.span()
                end = (
                    done - 1 if bounds[done] and bounds[done + 1] else done
                )  # "THE UN Security": the S begins a word
                if not (bounds[start] and bounds[start + 1]):
                    part = raw[start:end]
                    found += self._capitals.find(part, word_signs(part), start)
                if done > place:
                    break
            done = max(done, place + 4)
            place = bounds.find(SHOUT, done + 1) - 1
        return found

    def half_shouted(self, levelled: str, bounds: bytes) -> list[Hit]:
        """Full names of persons whose family name is in capitals: "KISHIDA Fumio", "Ferdinand R. MARCOS"."""
        found: list[Hit] = []
        place, done = bounds.find(CAPITAL_WORD) - 1, 0
        while place >= 0:
            for match in HALF.finditer(levelled, max(done, place - BACK), place + AHEAD):
                found += self._named_in(match)
                done = match.end()
                if done > place:
                    break
            place = bounds.find(CAPITAL_WORD, max(done, place + 3) + 1) - 1
        return found

    def _named_in(self, match: re.Match[str]) -> list[Hit]:
        """The persons named by more than one word of a stretch, once its capitals are small."""
        part = LOUD.sub(lambda loud: loud.group().title(), match.group()).encode("ascii")
        first = match.start()
        hits = self._written.find(part, word_signs(part), first)
        return [
            hit for hit in hits if hit.has("person") and b" " in part[hit.start - first : hit.end - first]
        ]

    def merged(self, found: Sequence[Hit], raw: bytes) -> list[Hit]:
        """Hits without overlap; meanings of one stretch in both ways of writing joined."""
        hits: list[Hit] = []
        reached = begun = 0
        for hit in found:
            start, end, names = hit
            if start >= reached:
                hits.append(hit)
                begun, reached = start, end
            elif start == begun and end == reached:
                had = hits[-1].names
                hits[-1] = Hit(start, end, had + tuple(name for name in names if name not in had))
            elif end > reached:
                for more in self.remnant(raw, reached, end):
                    hits.append(more)
                    begun, reached = more.start, more.end
        return hits

    def remnant(self, raw: bytes, start: int, end: int) -> list[Hit]:
        """Hits in what a longer hit before it left of a hit: "Hun Sen" after "Prime Minister Hun"."""
        part = raw[start:end]
        bounds = word_signs(part)
        found = self._written.find(part, bounds, start) + self._titles.find(part.lower(), bounds, start)
        return [] if not part[:1].isspace() else sorted(found, key=order)[:1]


def word_signs(text: bytes) -> bytes:
    """For each letter 2 where it is a capital, 1 where it else continues a word, or 0; with a 0 at both ends."""
    return b"\0" + text.translate(WORD_SIGNS) + b"\0"


def order(hit: Hit) -> tuple[int, int]:
    """The order of hits: by beginning, the longest first."""
    return (hit[0], -hit[1])


def tables(
    names: Iterable[Name],
) -> tuple[dict[bytes, list[Row]], dict[bytes, list[Row]], dict[bytes, list[Row]]]:
    """(names as written, titles in lower case, names in capitals): each form with its meanings as plain rows."""
    written: dict[bytes, list[Row]] = {}
    titles: dict[bytes, list[Row]] = {}
    capitals: dict[bytes, list[Row]] = {}
    for name in names:
        form = plain(name.form)
        if len(form) < 2:
            continue
        row: Row = tuple(name)  # type: ignore[assignment]  # a Name is a tuple of these fields
        if name.category == "office":
            short = len(form) <= SHORT_TITLE and form not in WORD_TITLES
            enter(written if short else titles, form.upper() if short else form.lower(), row)
            continue
        enter(written, form, row)
        if SMALL_WORD.search(form):  # "Ursula von der Leyen", "Adel al-Jubeir": also with capitals
            enter(written, form[0].upper() + form[1:], row)
            if name.category in {"person", "family"}:
                enter(written, SMALL_WORD.sub(lambda match: match.group().upper(), form), row)
        if not (form.isupper() and len(form) <= SHORT_CODE):
            enter(capitals, form.upper(), row)
    return written, titles, capitals


def enter(table: dict[bytes, list[Row]], form: str, row: Row) -> None:
    """Adds a meaning to a form, once."""
    rows = table.setdefault(form.encode("ascii"), [])
    if row not in rows:
        rows.append(row)
