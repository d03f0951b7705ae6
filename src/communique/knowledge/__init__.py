"""Loads, checks and holds the lexicon; the one place that opens the language model."""

from communique.knowledge.store import Knowledge, load_knowledge

__all__ = ["Knowledge", "load_knowledge"]
