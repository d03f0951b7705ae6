"""Sentences, the candidates among them, and their parses."""

from communique.sentences.candidates import cue_forms, find_candidates, noun_lemmas, verb_lemmas
from communique.sentences.capitals import present_verbs
from communique.sentences.parse import Wanted, parse_reports, parse_sentences
from communique.sentences.split import split_sentences
from communique.sentences.tokens import Doc, Span, Token

__all__ = [
    "Doc",
    "Span",
    "Token",
    "Wanted",
    "cue_forms",
    "find_candidates",
    "noun_lemmas",
    "parse_reports",
    "parse_sentences",
    "present_verbs",
    "split_sentences",
    "verb_lemmas",
]
