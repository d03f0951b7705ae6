"""Which statements only repeat, in a copy of a text, what the text itself has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.ledger.select import Said
from communique.records import Report, Statement

WORD = re.compile(r"\w+")
SAME = 0.8  # share of the shorter statement's words in the other from which it is the same, cut or rewritten


def with_repeated(said: Sequence[Said], reports: Mapping[str, Report]) -> list[Said]:
    """The statements with `copy_of`: the same words of the same speaker in the text of which their report is a copy.

    `reports` tell whose copies they are. What a copy has added of its own, and what its original among `said` leaves
    out, stands for itself.
    """
    told: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
    for each in said:
        told[each.statement.report, _speaker_of(each.statement)].append(each.statement)
    found = []
    for each in said:
        origin = reports[each.statement.report].copy_of
        rivals = told.get((origin, _speaker_of(each.statement)), ()) if origin else ()
        alike = [(_alike(each.statement, rival), rival) for rival in rivals]
        best = max(alike, key=lambda pair: (pair[0], -pair[1].span.start), default=(0.0, None))
        same = best[1].id if best[1] is not None and best[0] >= SAME else None
        found.append(replace(each, copy_of=same))
    return found


def _speaker_of(statement: Statement) -> str | None:
    """Who speaks, however the text names him."""
    return (statement.speaker.id or statement.speaker.name.lower()) if statement.speaker else None


def _alike(one: Statement, other: Statement) -> float:
    """Which share of the words of the shorter statement the other has, too; 0 where one asserts and one denies."""
    mine, theirs = ({word.lower() for word in WORD.findall(each.text)} for each in (one, other))
    if one.polarity != other.polarity or not mine or not theirs:
        return 0.0
    return len(mine & theirs) / min(len(mine), len(theirs))
