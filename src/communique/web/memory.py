"""What a server loads once stays: tidying memory passes it by, which else made some reader wait a tenth of a second."""

from __future__ import annotations

import gc
from functools import cache

from communique.ledger import Ledger, Query


@cache
def let_stay(_loaded: str) -> None:
    """Let all that is in memory now stay for good; once for each thing that was loaded ("lexicon")."""
    gc.collect()
    gc.freeze()


def load_names() -> None:
    """Load the names by which pages and questions know actors, before the first reader asks."""
    from communique.ledger.names import meant_by
    from communique.plot.naming import known_name

    known_name("")
    meant_by("")


def warm_up(ledger: Ledger) -> None:
    """Make ready what the first page would wait for: templates, the sets that lists are counted by, the program's parts."""
    import communique.checking  # noqa: F401  (loading it takes as long as ten pages)
    from communique.web.shown import environment

    for name in environment().list_templates():
        environment().get_template(name)
    ledger.load_ahead()
    query = Query()
    ledger.sketch(query)
    ledger.beside(query, ledger.page(query).lines)
    ledger.periods(query)
