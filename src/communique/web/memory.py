"""What a server loads once stays: tidying memory passes it by, which else made some reader wait a tenth of a second."""

from __future__ import annotations

import gc
from functools import cache


@cache
def let_stay(_loaded: str) -> None:
    """Let all that is in memory now stay for good; once for each thing that was loaded ("lexicon", "language model")."""
    gc.collect()
    gc.freeze()


def load_names() -> None:
    """Load the names by which pages and questions know actors, before the first reader asks."""
    from communique.ledger.names import meant_by
    from communique.plot.naming import known_name

    known_name("")
    meant_by("")
