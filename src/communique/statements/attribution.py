"""An attribution: a reporting word with its source, its hearer and the clause that it reports."""

from __future__ import annotations

from communique.record_type import Record
from communique.records import Sentence, Span
from communique.statements.reporting import Verb
from communique.statements.sources import Source


class Attribution(Record, frozen=True, kw_only=True):
    """A reporting word with its source; `region` is the clause that it reports, where it reports one.

    `links` are the sources that pass the words on, nearest to the speaker first. `post` marks a source that
    stands behind its words ("..., he said"); `start` is where its own clause begins.
    """

    cue: Span
    lemma: str
    verb: Verb
    sentence: Sentence
    source: Source | None
    start: int
    end: int
    hearer: Source | None = None
    links: tuple[Source, ...] = ()
    region: Span | None = None
    post: bool = False
    form: str = ""
    infinitive: bool = False
    noun: bool = False
