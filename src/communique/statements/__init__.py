"""Who says so: quotations, reported claims, and the chains of sources between a speaker and the outlet."""

from communique.statements.attach import attach_chains
from communique.statements.find import find_statements, wanted_for_statements

__all__ = ["attach_chains", "find_statements", "wanted_for_statements"]
