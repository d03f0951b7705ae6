"""Participles that go on with the speaker of the main clause: "Romney said that Obama failed, adding that he would not"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.statements.attribution import Attribution
from communique.statements.names import speaks_at_all
from communique.statements.page import Page


def speech_continued(page: Page, found: list[Attribution]) -> list[Attribution]:
    """A participle behind a comma goes on with the speaker of the main clause, not with somebody in the reported one.

    "Romney said that Obama is responsible for the unrest, saying the president does not understand it."
    """
    if "VBG" not in {attribution.form for attribution in found}:
        return found
    done: list[Attribution] = []
    for attribution in found:
        lead = page.masked[attribution.sentence.span.start : attribution.cue.start]
        earlier = [
            a
            for a in done
            if a.form in {"VBD", "VBZ", "VBP", "VBN"} and a.source and a.verb.strength != "view"
        ]
        if (
            attribution.form == "VBG"
            and not attribution.links
            and earlier
            and re.search(r"[,\"”’]\s+(?:\w+ly )?$", lead)
            and speech(attribution.lemma)
        ):
            main = earlier[-1]
            inner = attribution.source is None or attribution.source.span.start > main.end
            inner = inner or (
                attribution.lemma == "add" and not any(a.source == attribution.source for a in earlier)
            )
            if inner and main.source:
                attribution = replace(attribution, source=replace(main.source), start=attribution.cue.start)
        elif attribution.form == "VBG" and earlier and thing(attribution) and speech(attribution.lemma):
            main = earlier[-1]  # "said sanctions would go, but then chipped away at that by adding that"
            attribution = replace(
                attribution, source=main.source and replace(main.source), start=attribution.cue.start
            )
        done.append(attribution)
    return done


def thing(attribution: Attribution) -> bool:
    """Whether a described source can say nothing: "sanctions"."""
    source = attribution.source
    return (
        source is not None
        and source.link is not None
        and not source.link.id
        and not speaks_at_all(source.link.name.split(" of ")[0].split(" on ")[0].lower())
    )


def speech(lemma: str) -> bool:
    """Whether a participle of this verb goes on with speech: "saying", "adding", "calling"."""
    return lemma not in {"report", "find", "show", "hold", "read", "put"}
