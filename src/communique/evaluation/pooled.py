"""Sets of one stage taken together: small ones say little alone, and a bar is set on what all of them hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.evaluation.figures import Scored

UNDATED = "undated"
BY_SEAL = (("open together", False, (False,)), ("sealed together", False, (True,)))
POOLS = {
    "actors": BY_SEAL,
    "statements": BY_SEAL,
    "dates": (
        *BY_SEAL,
        ("undated open together", True, (False,)),
        ("undated sealed together", True, (True,)),
        ("undated together", True, (False, True)),
    ),
    "merging": (*BY_SEAL, ("together", False, (False, True))),
}  # by stage: the name, whether of reports without a date, and whether of open sets, of sealed ones, or of both


def pooled(stage: str, scored: Sequence[Scored]) -> Iterator[Scored]:
    """The stage's own sets taken together, as if the passages of several were one set: every figure over the sums of
    their counts, not the mean of their figures.

    "undated sealed together" holds the passages of all sealed sets of reports without a date. A pool of which no set
    is there is left out. What a pool missed is not listed: its sets list it, where they are open.
    """
    for name, undated, sealed in POOLS.get(stage, ()):
        held = [one for one in scored if (UNDATED in one.name) is undated and one.sealed in sealed]
        if held:
            yield Scored(
                stage=stage,
                name=name,
                sealed=any(sealed),
                passages=tuple(passage for one in held for passage in one.passages),
                measures=held[0].measures,
                counts=sum((one.counts for one in held), start=Counter()),
                set_measures=held[0].set_measures,
            )
