"""Sentences, the candidates among them, and their parses."""

from communique.sentences.candidates import cue_forms, find_candidates
from communique.sentences.parse import parse_sentences
from communique.sentences.split import split_sentences

__all__ = ["cue_forms", "find_candidates", "parse_sentences", "split_sentences"]
