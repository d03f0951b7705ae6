"""The ledger: schema, writing, deriving, asking, searching. `Ledger` is its door, `Query` its question.

`communique.ledger.judging` holds what people may decide: join, part, correct, settle, distrust, grade.
"""

from communique.ledger.anchors import Placed
from communique.ledger.asking import Aside
from communique.ledger.changes import Change
from communique.ledger.currents import View
from communique.ledger.decisions import Decision, Word
from communique.ledger.editions import Edition
from communique.ledger.lines import Line, Listed, Party
from communique.ledger.looking import Moment
from communique.ledger.query import Query
from communique.ledger.runs import Parcel, Run
from communique.ledger.search import Passage
from communique.ledger.select import Said
from communique.ledger.store import Added, Ledger

__all__ = [
    "Added", "Aside", "Change", "Decision", "Edition", "Ledger", "Line", "Listed", "Moment", "Parcel", "Party", "Passage", "Placed", "Query",
    "Run", "Said", "View", "Word",
]  # fmt: skip
