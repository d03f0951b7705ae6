"""Folds the cells of a table into the room that there is, as the library of tables would, without loading it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_WORD = re.compile(r"\s*\S+\s*")


def fold_widths(widths: Sequence[int], foldable: Sequence[bool], room: int) -> list[int]:
    """The widths, the widest of the columns that may be folded made narrower until all fit, if they can."""
    narrowed = list(widths)
    while (over := sum(narrowed) - room) > 0:
        wide = [width for width, may in zip(narrowed, foldable, strict=True) if may]
        widest = max(wide, default=0)
        step = widest - max((width for width in wide if width != widest), default=0)
        if not step:
            break
        narrowed = _shared(narrowed, [may and width == widest for width, may in zip(narrowed, foldable, strict=True)],
                           over, step)  # fmt: skip
    return narrowed


def _shared(widths: list[int], chosen: list[bool], over: int, step: int) -> list[int]:
    """The chosen ones made narrower by `over` in all, each by `step` at the most."""
    left, most, shares = over, min(over, step), sum(chosen)
    narrowed = []
    for width, is_chosen in zip(widths, chosen, strict=True):
        share = min(most, round(left / shares)) if is_chosen else 0
        narrowed.append(width - share)
        left -= share
        shares -= is_chosen
    return narrowed


def fold_cell(text: str, width: int) -> list[str]:
    """The lines of a cell: broken between words, and within those that are longer than a line."""
    if len(text) <= width:
        return [text]
    breaks = [0, *_breaks(text, width), len(text)]
    lines = [text[start:end] for start, end in pairwise(breaks)]
    return [line if len(line) <= width else line[:width] + line[width:].rstrip() for line in lines]


def _breaks(text: str, width: int) -> Iterator[int]:
    used = 0
    for met in _WORD.finditer(text):
        start, word = met.start(), met.group()
        length = len(word.rstrip())
        if length <= width - used:
            used += len(word)
        elif length <= width:
            if used and start:
                yield start
                used = len(word)
        else:
            parts = [word[at : at + width] for at in range(0, len(word), width)]
            for part in parts:
                if start:
                    yield start
                start += len(part)
            used = len(parts[-1])
