"""A sourced ledger of diplomacy: who dealt with whom, when, how, about what, and who says so.

>>> import communique
>>> with communique.read("reports/") as ledger:                        # doctest: +SKIP
...     for contact in ledger.contacts(communique.Query(between=("xi", "putin"))):
...         print(contact.slug, contact.support.origins)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.checking import check as check
    from communique.engines.batch import read as read
    from communique.errors import CommuniqueError as CommuniqueError
    from communique.knowledge import load_knowledge as load_knowledge
    from communique.ledger import Ledger as Ledger
    from communique.ledger import Query as Query
    from communique.reading import read as read_report

__version__ = "0.1.0"

# Public name -> module and name there. Loaded on first use, so that `import communique` costs nothing.
_PUBLIC = {
    "CommuniqueError": ("communique.errors", "CommuniqueError"),
    "Ledger": ("communique.ledger", "Ledger"),
    "Query": ("communique.ledger", "Query"),
    "check": ("communique.checking", "check"),
    "load_knowledge": ("communique.knowledge", "load_knowledge"),
    "read": ("communique.engines.batch", "read"),
    "read_report": ("communique.reading", "read"),
}

__all__ = [
    "CommuniqueError",
    "Ledger",
    "Query",
    "__version__",
    "check",
    "load_knowledge",
    "read",
    "read_report",
]


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    module, attribute = _PUBLIC[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
