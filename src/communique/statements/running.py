"""Sentences that go on with reported words without a verb of saying: "The clerk said the wells were dry. They would be dug anew." """

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.claims import Found
from communique.statements.clauses import trimmed_clause
from communique.statements.page import MASK, Page
from communique.statements.reporting import Verb, load_reporting

RUNNING = Verb(id="running", polarity="asserts", strength="strong", takes=frozenset({"clause"}))
SHIFTED = re.compile(r"\b(?:would|had|was|were|could|did)\b")
# "The bill would cut taxes" is told by whoever writes: drafts and plans would do what they provide for.
AHEAD = re.compile(
    r"(?!(?:But|However|Meanwhile|Yet|Still|Instead|If|It|This|That|He|She|I|We|You|What|Which|Who|Why|How|When|Where)\b)"
    r"(?P<np>[A-ZÀ-ÞĀ-Ț][\w’'-]*(?: [\w’'-]+){0,9}?) would (?:\w+ly |also |only |then |now )?[a-z]"
)


def run_on(page: Page, attributions: Sequence[Attribution]) -> Iterator[Found]:
    """What a sentence in the shifted tense of reported words goes on to tell, by the speaker of the sentence before it."""
    told: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        told.setdefault(attribution.sentence.index, []).append(attribution)
    ahead = {index + 1: several for index, several in told.items() if index + 1 < len(page.sentences)}
    while ahead:
        index = min(ahead)
        several, sentence = ahead.pop(index), page.sentences[index]
        host = host_of(page, sentence, several) if index not in told else None
        if host is None or (region := goes_on(page, sentence)) is None:
            continue
        made = continued(host, sentence, region)
        if index + 1 < len(page.sentences):
            ahead[index + 1] = [made]
        yield Found(span=region, kind="claim", attribution=made)


def host_of(page: Page, sentence: Sentence, told: Sequence[Attribution]) -> Attribution | None:
    """Whose words the sentence before a sentence ends with, told in the past; None where two speak in it."""
    before = told[-1].sentence
    if sentence.paragraph != before.paragraph or sentence.layer != "prose" or MASK in page.text(before):
        return None
    if len({a.source.link.name for a in told if a.source and a.source.link and a.region}) != 1:
        return None
    outer = (a for a in told if a.region and all(a is o or a.region.covers(o.cue) for o in told))
    return next((a for a in (*outer, told[-1]) if told_in_past(page, a)), None)


def told_in_past(page: Page, attribution: Attribution) -> bool:
    """Whether an attribution ends its sentence with words in the shifted tense: "said the wells were dry"."""
    region, source = attribution.region, attribution.source
    if region is None or source is None or source.link is None:
        return False
    ends = attribution.post or region.end >= attribution.sentence.span.end - 2
    verb = attribution.verb
    spoken = attribution.form == "VBD" and verb.strength != "view" and "clause" in verb.takes
    shifted = SHIFTED.search(page.masked, region.start, region.end) is not None
    return ends and spoken and shifted and not attribution.noun


def goes_on(page: Page, sentence: Sentence) -> Span | None:
    """The clause of a sentence that tells what would be, unless it is what a draft or a plan provides for."""
    text = page.text(sentence)
    if " would " not in text or MASK in text:
        return None
    found = AHEAD.match(text)
    if found is None or set(found.group("np").lower().split()) & load_reporting().words["drafts"]:
        return None
    return trimmed_clause(page, sentence.span.start, sentence.span.end)


def continued(host: Attribution, sentence: Sentence, region: Span) -> Attribution:
    """The attribution of a sentence without a verb of saying to the speaker of the one before."""
    place = Span(start=sentence.span.start, end=sentence.span.start)
    return replace(
        host,
        cue=place,
        lemma="",
        verb=RUNNING,
        sentence=sentence,
        region=region,
        start=place.start,
        end=place.end,
        post=False,
        infinitive=False,
    )
