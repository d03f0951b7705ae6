"""Phrases of a body that name actors, by sentence: what can be read without a parse."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from communique.actors.givens import with_givens
from communique.actors.halves import with_halves
from communique.actors.papers import without_papers
from communique.actors.patterns import HONORIFIC
from communique.actors.phrase import Phrase
from communique.actors.phrases import read_phrases
from communique.actors.styled import with_styled
from communique.actors.words import WORD_FAMILIES
from communique.knowledge import Knowledge
from communique.knowledge.index import Hit
from communique.records import Report, Sentence, Span


def find_phrases(
    report: Report, sentences: Sequence[Sentence], knowledge: Knowledge
) -> dict[int, list[Phrase]]:
    """Phrases of the body that name actors, by sentence: what can be read without a parse."""
    found = with_halves(report.body, knowledge.index.find(report.body))
    found = without_papers(report.body, found, knowledge)
    hits = with_styled(report.body, without_families(report.body, found))
    hits = with_givens(report.body, hits, knowledge)
    starts = [hit.start for hit in hits]
    grouped: dict[int, list[Phrase]] = {}
    for sentence in sentences:
        first = bisect.bisect_left(starts, sentence.span.start)
        last = bisect.bisect_left(starts, sentence.span.end, first)
        if first == last:
            continue
        at, end = sentence.span.start, sentence.span.end
        inside = [Hit(start - at, stop - at, names) for start, stop, names in hits[first:last] if stop <= end]
        if inside:
            grouped[sentence.index] = [
                shifted(phrase, at) for phrase in read_phrases(sentence.span.of(report.body), inside)
            ]
    return grouped


def without_families(body: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits, where a capital's or an organisation's name that is a family name too stands for the place or the body.

    "Clinton flew to Muscat" is of the town, "Joseph Muscat flew to Paris. Muscat said" and "Mr Muscat" are of the man.
    """
    both = [
        n
        for n, hit in enumerate(hits)
        if len(hit.names) > 1 and hit.has("capital", "organisation", "place") and hit.has("family")
    ]
    if not both:
        return hits
    named = [body[hit.start : hit.end].rsplit(maxsplit=1)[-1] for hit in hits if hit.has("person")]
    found = list(hits)
    for n in both:
        hit = hits[n]
        titled = n > 0 and hits[n - 1].has("office") and hits[n - 1].end == hit.start - 1
        honoured = HONORIFIC.search(body, max(0, hit.start - 25), hit.start)
        if not (titled or honoured or hit.has("person") or body[hit.start : hit.end] in named):
            found[n] = Hit(hit.start, hit.end, tuple(one for one in hit.names if one.category != "family"))
    return found


def shifted(phrase: Phrase, by: int) -> Phrase:
    """A phrase read from a sentence, at its place in the body."""
    if not by:
        return phrase
    span = Span(start=phrase.span.start + by, end=phrase.span.end + by)
    head = span if phrase.head == phrase.span else moved(phrase.head, by)
    return replace(phrase, span=span, head=head, owner=phrase.owner and moved(phrase.owner, by))


def moved(span: Span, by: int) -> Span:
    """A span so many code points on."""
    return Span(start=span.start + by, end=span.end + by)


def name_spans(phrases: Mapping[int, Sequence[Phrase]]) -> dict[int, list[Span]]:
    """The spans of persons' names with their titles, by sentence, which a parser may see as one word."""
    return {
        index: [p.span for p in found if p.form in {"name", "title"} and (" " in p.name or p.form == "title")]
        for index, found in phrases.items()
    }


def families_alone(
    phrases: Mapping[int, Sequence[Phrase]], body: str, sentences: Sequence[Sentence]
) -> dict[int, list[Span]]:
    """The family names that stand alone, by sentence, of persons whom the report names in full or with a title.

    "Zbigniew Rau came. Rau phoned Putin": the tagger may see anything in a name that it does not know.
    """
    named = [p for each in phrases.values() for p in each if p.form in {"name", "title"}]
    taken = sorted((p.span.start, p.span.end) for p in named if " " in p.name or p.form == "title")
    persons = {one for p in named if not p.family for one in p.persons}
    alone = {p.name for p in named if p.family and not persons.isdisjoint(p.persons)}
    alone |= {p.name.rpartition(" ")[2] for p in named if p.form == "title" or " " in p.name}
    alone |= {p.name.partition(" ")[0] for p in named if not p.persons and " " in p.name}
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, list[Span]] = {}
    for name in sorted(alone - WORD_FAMILIES):
        if len(name) < 2 or not name[0].isupper() or name.isupper():
            continue
        at = body.find(name)
        while at >= 0:
            end = at + len(name)
            before, behind = body[at - 1 : at], body[end : end + 1]
            whole = not (before.isalnum() or before in {"-", "'", "’"} or behind.isalnum() or behind == "-")
            place = bisect.bisect_right(taken, (at, end)) - 1
            free = place < 0 or taken[place][1] <= at
            number = bisect.bisect_right(starts, at) - 1
            if whole and free and number >= 0 and end <= sentences[number].span.end:
                found.setdefault(sentences[number].index, []).append(Span(start=at, end=end))
            at = body.find(name, end)
    return found
