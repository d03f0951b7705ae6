"""Sentences, the candidates among them, and their parses."""

from communique.sentences.candidates import find_candidates
from communique.sentences.parse import parse_sentences
from communique.sentences.split import split_sentences

__all__ = ["find_candidates", "parse_sentences", "split_sentences"]
