"""Makes one contact of many accounts: origins, blocks, comparison, clusters, and what the accounts agree
on.
"""

from communique.merge.accounts import MergeResult, merge_accounts
from communique.merge.compare import THRESHOLD, compare
from communique.merge.members import Member, make_member
from communique.merge.origins import find_origins
from communique.merge.parties import NEVER, compare_parties
from communique.merge.spreading import Spread
from communique.merge.verdicts import FACTS, days_of, minutes_of
from communique.merge.zones import far_apart

__all__ = [
    "FACTS",
    "NEVER",
    "THRESHOLD",
    "Member",
    "MergeResult",
    "Spread",
    "compare",
    "compare_parties",
    "days_of",
    "far_apart",
    "find_origins",
    "make_member",
    "merge_accounts",
    "minutes_of",
]
