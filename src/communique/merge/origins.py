"""Which reports are copies or rewrites of one text: "12 reports, 3 origins".

Exact copies meet by a hash of their words. Cuts and rewrites are found by min-hashes of word pairs, and
each find is
checked: how much of the shorter text's words, in their order, the longer one has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from rensa import RMinHash

from communique.merge.members import day_number
from communique.merge.wording import WORD, Wording, in_order, is_rewrite, prose_of, read_wording
from communique.record_type import Record
from communique.records import Report

PERMUTATIONS, ROWS, SEED = (
    128,
    2,
    20,
)  # 64 bands of two rows find pairs that share a quarter of their word pairs
CROWD = 40  # of one band: reports of a form are compared only with those nearest in time
FRESH = 10  # days within which a text is taken over


class Text(Record, frozen=True, kw_only=True):
    """A report with its wording and day, for comparing."""

    report: Report
    wording: Wording
    day: int | None


def find_origins(reports: Iterable[Report]) -> dict[str, str]:
    """The origin of each report, by ids: the earliest report with the same text or one that it is a rewrite
    of.

    The order of the reports makes no difference; a report that is nobody's copy is its own origin.
    """
    known = {report.id: report for report in sorted(reports, key=lambda each: (each.id, each.version))}
    groups: dict[bytes, list[Report]] = defaultdict(list)
    for report in known.values():
        groups[text_key(report)].append(report)
    founders = [min(group, key=seniority) for group in groups.values()]
    rewritten = find_rewrites(sorted(founders, key=seniority))
    return {
        report.id: rewritten[min(group, key=seniority).id]
        for group in sorted(groups.values(), key=lambda g: g[0].id)
        for report in group
    }


def seniority(report: Report) -> tuple[str, int, str]:
    """Who was first: by day, of one day the longest text, then by id."""
    return report.dated.date or "9999", -len(report.body), report.id


def text_key(report: Report) -> bytes:
    """A hash of the words of a report's prose, whatever its line breaks, quote marks and capitals."""
    return sha256(" ".join(WORD.findall(prose_of(report).lower())).encode("utf-8", "surrogatepass")).digest()


def find_rewrites(reports: Sequence[Report]) -> dict[str, str]:
    """The origin of each report (sorted by seniority): that of the text it has most words from in their order,
    else itself.
    """
    texts = {r.id: Text(report=r, wording=read_wording(r), day=day_number(r.dated.date)) for r in reports}
    rivals: dict[str, set[str]] = defaultdict(set)
    for one, other in similar_pairs(list(texts.values())):
        rivals[other].add(one)
    rank = {report.id: number for number, report in enumerate(reports)}
    origins: dict[str, str] = {}
    for report in reports:
        own = texts[report.id].wording
        earlier = {origins[rival] for rival in rivals[report.id]} | rivals[report.id]
        alike = [rival for rival in earlier if is_rewrite(texts[rival].wording, own)]
        best = min(
            alike,
            key=lambda rival: (-in_order(texts[rival].wording.words, own.words), rank[rival]),
            default=None,
        )
        origins[report.id] = origins[best] if best else report.id
    return origins


def similar_pairs(texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """Pairs (earlier, later) of texts that share a band of their min-hashes and appeared within days."""
    bands: dict[tuple[int | str, ...], list[Text]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for text in texts:
        if text.wording.long_enough:
            for band in bands_of(text.wording):
                for other in bands[band][-CROWD:]:
                    pair = other.report.id, text.report.id
                    if pair not in seen and within_days(other, text):
                        seen.add(pair)
                        yield pair
                bands[band].append(text)


def bands_of(wording: Wording) -> Iterator[tuple[int | str, ...]]:
    """The bands of a text's min-hash, each with its number; texts of one hand are looked at, too."""
    yield from (("hand", name) for name in (wording.credit, wording.byline) if name)
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(wording.pairs))
    digest = sketch.digest()
    for start in range(0, PERMUTATIONS, ROWS):
        yield (start, *digest[start : start + ROWS])


def within_days(one: Text, other: Text) -> bool:
    """Whether two texts appeared near enough in time for one to be the other's copy; unknown days may be
    near.
    """
    return one.day is None or other.day is None or abs(one.day - other.day) <= FRESH
