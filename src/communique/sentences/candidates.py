"""Which sentences can tell of a contact at all: a cue word decides before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.knowledge import Knowledge
from communique.records import Report, Sentence

CUE = re.compile(
    r"\b(?:meet|meets|met|meeting|meetings|talk|talks|talked|talking|spoke|speak|speaks|spoken|speaking|call|calls|called|calling|"
    r"phone|phoned|phones|telephone|telephoned|conversation|conversations|summit|summits|visit|visits|visited|visiting|trip|host|hosts|hosted|hosting)\b",
    re.IGNORECASE)


def find_candidates(report: Report, sentences: Sequence[Sentence], knowledge: Knowledge) -> frozenset[int]:
    """Indexes of the sentences worth parsing."""
    return frozenset(s.index for s in sentences if CUE.search(report.body, s.span.start, s.span.end))
