"""Verbs of any sort behind a quotation that ends with a comma: '"Enough," growled the skipper.'"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.page import Page
from communique.statements.phrases import phrase_ahead, phrase_behind
from communique.statements.reporting import Verb

MANNER = Verb(id="any-verb", polarity="asserts", strength="weak", takes=frozenset({"quote"}))


def any_verb_behind(page: Page, sentence: Sentence, found: list[Attribution]) -> Iterator[Attribution]:
    """A quotation that ends with a comma is somebody's words whatever the verb behind it: '"Enough," growled the skipper.'"""
    doc = page.parses.get(sentence.index)
    for quote in page.quotes if doc is not None else ():
        end = quote.outer.end
        if not sentence.span.start < end < sentence.span.end or (
            page.body[quote.span.end - 1] not in ",?!—" and page.masked[end : end + 1] != ","
        ):
            continue
        if any(end <= a.cue.start <= end + 90 for a in found):
            continue
        if re.search(r"\w\s$", page.masked[sentence.span.start : quote.outer.start]):
            continue  # 'In what the palace calls a "feast," the king met four farmers'
        base = sentence.span.start
        for token in doc or ():
            place = base + token.idx
            if place < end or token.tag_ not in {"VBD", "VBZ"} or token.pos_ == "AUX":
                continue
            between = page.masked[end:place]
            if len(between) > 70 or re.search(
                r"[;:.]|\b(?:which|that|who|because|but|and|as|when|while|after|before|until)\b", between
            ):
                break
            cue = Span(start=place, end=place + len(token))
            source = (
                phrase_ahead(page, sentence, cue)
                if re.search(r"\w", between)
                else phrase_behind(page, sentence, cue.end)
            )
            if source and (source.link or source.pronoun):
                yield Attribution(
                    cue=cue,
                    lemma=token.lemma_.lower(),
                    verb=MANNER,
                    sentence=sentence,
                    source=source,
                    start=min(cue.start, source.start),
                    end=max(cue.end, source.span.end if not re.search(r"\w", between) else 0),
                    form=token.tag_,
                )
            break
