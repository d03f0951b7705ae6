"""Entries of a chronicle: a day that stands alone before sentences in the present tense that tell of it.

"3-4 June. Japarov pays a visit to Tajikistan. He meets Rahmon on the first day."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from communique.contacts.triggers import Trigger
from communique.records import Report, Sentence, When

LONGEST = 6  # sentences of one entry
BEHIND = re.compile(r"\s?[.:–—-]\s?|\s?\n|$")
BREAK = "\n"


def find_entries(report: Report, sentences: Sequence[Sentence], whens: Sequence[When]) -> Mapping[int, When]:
    """The day of each sentence that stands in an entry of a chronicle, by the sentence's index."""
    starts = {w.span.start: w for w in whens if w.span and w.start and w.end}
    found: dict[int, When] = {}
    entry: When | None = None
    since = last = 0
    for sentence in sentences:
        head = starts.get(sentence.span.start)
        broken = BREAK in report.body[last : sentence.span.start]
        if head is not None and head.span is not None and stands_alone(report.body, sentence, head):
            entry, since = head, sentence.index
        elif entry is not None and (
            sentence.index - since > LONGEST or (broken and sentence.index - since > 1)
        ):
            entry = None
        if entry is not None:
            found[sentence.index] = entry
        last = sentence.span.end
    return found


def stands_alone(body: str, sentence: Sentence, when: When) -> bool:
    """Whether a day is all of a sentence, or stands before its colon: "14 May: Macron meets Scholz"."""
    assert when.span is not None
    match = BEHIND.match(body, when.span.end, max(sentence.span.end, when.span.end + 3))
    return match is not None and (match.end() >= sentence.span.end or ":" in match.group())


def day_of_entry(trigger: Trigger, entries: Mapping[int, When]) -> When | None:
    """The day of the entry in which a present tense tells of a contact without a day of its own."""
    return entries.get(trigger.scene.sentence.index) if trigger.status == "present" else None
