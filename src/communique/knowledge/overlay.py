"""Lays a folder of the user's own entries over the package's: what it has of the same id replaces, the rest adds.

The folder has the layout of the package's lexicon; every file may be left out.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from communique.errors import LexiconError
from communique.knowledge.entries import Office, Tenure

VARIABLE = "COMMUNIQUE_LEXICON"


def overlay_folder(given: Path | None) -> Path | None:
    """The overlay asked for, else that of the environment. Raises LexiconError where it is no folder."""
    folder = given or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if folder is not None and not folder.is_dir():
        raise LexiconError("no such folder", where=str(folder), remedy=f"create it, or unset {VARIABLE}")
    return folder


def laid_over(
    own: Sequence[Tenure], added: Iterable[Tenure], offices: Mapping[str, Office]
) -> tuple[Tenure, ...]:
    """The package's tenures with an overlay's: the same person's in the same office and year is replaced.

    An open tenure of a single office ends where the overlay begins a successor's: "held until at least May 2025"
    and a successor from 7 June 2025 give an end on that day.
    """
    new = tuple(added)
    begun = {(t.of, t.office, t.person, t.start[:4]) for t in new}
    kept = [t for t in own if (t.of, t.office, t.person, t.start[:4]) not in begun]
    successors: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in new:
        if offices[tenure.office].single:
            successors[tenure.of, tenure.office].append(tenure)
    return tuple(closed(t, successors.get((t.of, t.office), ())) for t in kept) + new


def closed(tenure: Tenure, successors: Iterable[Tenure]) -> Tenure:
    """An open tenure with the end that a later holder gives it."""
    later = [s.start for s in successors if s.person != tenure.person and s.first_day() > tenure.first_day()]
    if tenure.end or not later:
        return tenure
    return replace(tenure, end=min(later), note=f"{tenure.note} ended by an overlay's successor".strip())
