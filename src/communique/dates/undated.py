"""`date_report`: the day on which a report without a date came out, where its inside evidence allows one day only."""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge import Knowledge
from communique.records import Mention, Report, Sentence


def date_report(report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge) -> Report:
    """The report with a date inferred from inside (being filled in)."""
    return report
