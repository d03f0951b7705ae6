"""Who: mentions found, resolved to persons, states and organisations, and references followed."""

from communique.actors.find import find_mentions, find_phrases, name_spans

__all__ = ["find_mentions", "find_phrases", "name_spans"]
