"""Scores how many single sentences of news are rightly taken to tell of a consultation, as PLOVER has CONSULT.

A sentence is found where its reading has an account of at least one actor that came about: no span is given, no date.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

from communique.evaluation.figures import Measure, Scored, f_one, share
from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Reading, Report, ReportDate

_CAME_ABOUT = frozenset({"held", "ongoing"})
# A sentence alone has no day; one on which every office of the lexicon has a holder changes no verdict.
_DAY = "2015-06-01"
_RECALL, _PRECISION = share("found", "gold"), share("found", "predicted")
MEASURES = (
    Measure(name="f1", of=f_one(_RECALL, _PRECISION)),
    Measure(name="recall", of=_RECALL),
    Measure(name="precision", of=_PRECISION),
)


def read_sentence(text: str) -> Reading:
    """The reading of a report that is this one sentence."""
    name = sha256(text.encode()).hexdigest()[:16]
    dated = ReportDate(date=_DAY, basis="given", why="a sentence alone")
    return read(Report(id=name, version=name, source=name, body=text, dated=dated), load_knowledge())


def tells(reading: Reading) -> bool:
    """Whether an account of the reading is a consultation that came about."""
    return any(
        account.status in _CAME_ABOUT and account.kind != "signing" and account.participants
        for account in reading.accounts
    )


def score(path: Path) -> Scored:
    """The figures of a file of sentences, each with `text` and `consult`."""
    passages, misses = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold, told = bool(row["consult"]), tells(read_sentence(row["text"]))
        passages.append(Counter({"gold": gold, "predicted": told, "found": gold and told}))
        if gold != told:
            misses.append(f"{row['id']} {'not found' if gold else 'invented'}: {row['text']}")
    sealed = "sealed" in path.name
    return Scored(
        stage="consult",
        name=path.stem,
        sealed=sealed,
        passages=tuple(passages),
        measures=MEASURES,
        misses=() if sealed else tuple(misses),
    )
