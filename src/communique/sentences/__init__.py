"""Sentences, the candidates among them, and their parses."""

from communique.sentences.candidates import cue_forms, find_candidates, noun_lemmas, verb_lemmas
from communique.sentences.parse import parse_sentences
from communique.sentences.split import split_sentences

__all__ = [
    "cue_forms",
    "find_candidates",
    "noun_lemmas",
    "parse_sentences",
    "split_sentences",
    "verb_lemmas",
]
