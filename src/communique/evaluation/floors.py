"""Quality floors: figures below which a stage must not fall, each pinned with a digest of its gold set.

`python -m communique.evaluation.floors` raises the floors to what is reached now. A floor falls only with
`--lower`, in a commit of its own that says why.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import Any

from communique.evaluation.figures import Scored, figures_of
from communique.evaluation.stages import STAGES, gold_sets, score_set

PATH = Path(__file__).resolve().parent / "floors.json"
# A floor lies this far below what was reached: a change elsewhere may cost a passage or two.
_SLACK = 0.02
HELD = (
    "f1", "recall", "precision", "resolved", "exact", "right or rightly none", "content f1", "speaker", "whole",
    "pairs", "candidates", "office", "references",
)  # fmt: skip


def read_floors() -> dict[str, Any]:
    """The floors: stage and set -> digest of the gold set, and a floor by figure."""
    return dict(json.loads(PATH.read_text(encoding="utf-8"))) if PATH.exists() else {}


def set_name(scored: Scored) -> str:
    """How a gold set is called in the floors: "contacts/sealed"."""
    return f"{scored.stage}/{scored.name}"


def digest_of(path: Path) -> str:
    """The digest of a gold set; events and the reports that tell of them are one set."""
    held = sha256(path.read_bytes())
    if path.name.endswith("-events.jsonl"):
        held.update(path.with_name(path.name.replace("-events", "-reports")).read_bytes())
    return held.hexdigest()[:16]


def find_falls(stage: str) -> Iterator[str]:
    """What is below its floor, and gold sets that are not those that the floors were pinned with."""
    floors = read_floors()
    for path in gold_sets(stage):
        scored = score_set(stage, path)
        name = set_name(scored)
        pinned = floors.get(name)
        if pinned is None or pinned["digest"] != digest_of(path):
            yield f"{name}: the gold set is not the pinned one; run python -m communique.evaluation.floors"
            continue
        for figure in figures_of(scored):
            least = pinned["floors"].get(figure.name, 0.0)
            if figure.value < least:
                yield f"{name}: {figure.name} {figure.value:.3f} is below its floor {least:.2f}"


def raise_floors(*, lower: bool, stages: Iterable[str] = ()) -> list[str]:
    """Pins what these stages (all, if none is named) reach now, and says what moved.

    A floor falls only if `lower`, or with another gold set.
    """
    before, moved = read_floors(), list[str]()
    chosen = tuple(stages) or tuple(STAGES)
    after = {name: held for name, held in before.items() if name.partition("/")[0] not in chosen}
    for stage in chosen:
        for path in gold_sets(stage):
            scored = score_set(stage, path)
            name, digest = set_name(scored), digest_of(path)
            old = before.get(name, {})
            known = old.get("floors", {}) if old.get("digest") == digest else {}
            floors = {
                figure.name: max(floor(100 * (figure.value - _SLACK)) / 100, 0.0)
                for figure in figures_of(scored)
                if figure.name in HELD
            }
            if not lower:
                floors = {figure: max(value, known.get(figure, 0.0)) for figure, value in floors.items()}
            moved += [f"{name}: {figure} {known.get(figure)} -> {value}" for figure, value in floors.items()
                      if value != known.get(figure)]  # fmt: skip
            after[name] = {"digest": digest, "floors": floors}
    PATH.write_text(json.dumps(after, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return moved


def main() -> None:
    """Pins the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lower", action="store_true", help="let floors fall, too")
    parser.add_argument("stages", nargs="*", metavar="STAGE", help="stages to pin (default: all)")
    chosen = parser.parse_args()
    for line in raise_floors(lower=chosen.lower, stages=chosen.stages):
        print(line)  # noqa: T201  what moved is this program's output


if __name__ == "__main__":
    main()
