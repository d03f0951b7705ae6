"""What a server loads once stays: tidying memory passes it by, which else made some reader wait a tenth of a second."""

from __future__ import annotations

import gc
from contextlib import suppress
from functools import cache
from threading import Lock, Thread

from communique.errors import ModelError
from communique.ledger import Ledger, Query


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


def warm_up(ledger: Ledger) -> None:
    """Make ready what the first page would wait for: the templates, and the sets that every list is counted by."""
    from communique.web.shown import environment

    for name in environment().list_templates():
        environment().get_template(name)
    ledger.load_ahead()
    query = Query()
    ledger.beside(query, ledger.sketch(query).latest)
    ledger.periods(query)


_loading = Lock()


@cache
def load_model_ahead() -> None:
    """Begin to load the language model, once: whoever looks at the box for a draft will want it in a moment."""
    Thread(target=load_model, daemon=True).start()


def load_model() -> None:
    """Load the language model, or wait until it is loaded; where there is none, reading will say so."""
    from communique.knowledge.model import open_model

    with _loading, suppress(ModelError):
        open_model()
