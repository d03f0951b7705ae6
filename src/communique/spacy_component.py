"""A component for spaCy pipelines: `nlp.add_pipe("communique")` reads each text as one report.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("communique", config={"published": "2025-01-22"})
>>> doc = nlp("Chinese President Xi Jinping spoke with Vladimir Putin by video on Tuesday.")
>>> [(each.kind, each.status) for each in doc._.contacts]
[('video_call', 'held')]
"""

from __future__ import annotations

from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Report, ReportDate

NAME = "communique"


class CommuniqueComponent:
    """Sets `doc._.contacts` (accounts), `doc._.statements`, `doc._.reading` and the spans `doc.spans["communique"]`.

    `published` is the ISO day on which texts appeared, by which words on time are dated; `doc.user_data["published"]`
    says it for one text (with `nlp.pipe(..., as_tuples=True)` set it before). The text is read by the program's own
    model, whatever the pipeline holds.
    """

    def __init__(self, published: str | None = None) -> None:
        self.published = published
        for name, default in (("contacts", ()), ("statements", ()), ("reading", None)):
            Doc.set_extension(name, default=default, force=True)

    def __call__(self, doc: Doc) -> Doc:
        reading = read(self._report(doc), load_knowledge())
        doc._.reading, doc._.contacts, doc._.statements = reading, reading.accounts, reading.statements
        spans = [
            span
            for account in reading.accounts
            if (
                span := doc.char_span(
                    account.evidence.start,
                    account.evidence.end,
                    label=account.kind,
                    span_id=account.id,
                    alignment_mode="expand",
                )
            )
        ]
        doc.spans[NAME] = SpanGroup(doc, name=NAME, spans=spans)
        return doc

    def _report(self, doc: Doc) -> Report:
        day = doc.user_data.get("published", self.published)
        name = sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        dated = (
            ReportDate(date=day, basis="given", why="said by the pipeline")
            if day
            else ReportDate(date=None, basis="none", why="the pipeline said none")
        )
        return Report(id=name, version=name, source=name, body=doc.text, dated=dated)


@Language.factory(
    NAME,
    default_config={"published": None},
    assigns=["doc._.contacts", "doc._.statements", "doc._.reading", "doc.spans"],
)
def make_component(nlp: Language, name: str, published: str | None) -> CommuniqueComponent:  # noqa: ARG001  spaCy calls it so
    """The component, as a pipeline's configuration makes it."""
    return CommuniqueComponent(published)
