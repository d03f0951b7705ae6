"""The error tree: what went wrong, where, and the remedy.

CommuniqueError
├── InputError          an input that cannot be read (a binary file, a JSONL line that is no JSON)
├── LexiconError        an entry of the lexicon or an overlay that contradicts itself or another
├── ModelError          the language model is missing or its files are not the expected ones
├── LedgerError         a ledger that is newer, locked, corrupted or not a ledger
├── NotFoundError       an id, slug or name that the ledger does not hold
└── UsageError          a call or option that makes no sense
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """An error that a user can act on: `what` happened, `where`, and the `remedy`.

    >>> str(InputError("not valid JSON", where="calls.jsonl:3", remedy="mend or remove the line"))
    'calls.jsonl:3: not valid JSON; mend or remove the line'
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        place = f"{where}: " if where else ""
        super().__init__(f"{place}{what}{'; ' + remedy if remedy else ''}")


class InputError(CommuniqueError):
    """An input that cannot be read."""


class LexiconError(CommuniqueError):
    """An entry of the lexicon or of an overlay that contradicts itself or another."""


class ModelError(CommuniqueError):
    """The language model is missing or its files are not the expected ones."""


class LedgerError(CommuniqueError):
    """A ledger that is newer, locked, corrupted or not a ledger."""


class NotFoundError(CommuniqueError):
    """An id, slug or name that the ledger does not hold."""


class UsageError(CommuniqueError):
    """A call or an option that makes no sense."""
