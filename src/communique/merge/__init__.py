"""Makes one contact of many accounts: origins, blocks, comparison, clusters, and what the accounts agree
on.
"""

from communique.merge.accounts import MergeResult, merge_accounts
from communique.merge.origins import find_origins

__all__ = ["MergeResult", "find_origins", "merge_accounts"]
