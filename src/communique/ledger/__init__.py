"""The ledger: schema, writing, deriving, asking, searching. `Ledger` is its door, `Query` its question."""

from communique.ledger.lines import Line, Listed, Party
from communique.ledger.looking import Moment
from communique.ledger.query import Query
from communique.ledger.runs import Parcel, Run
from communique.ledger.search import Passage
from communique.ledger.select import Said
from communique.ledger.store import Added, Aside, Ledger

__all__ = [
    "Added", "Aside", "Ledger", "Line", "Listed", "Moment", "Parcel", "Party", "Passage", "Query", "Run", "Said",
]  # fmt: skip
