"""Which bearer of a family name a word before it means: "the elder Bush", "the other Kaczyński", "the younger Aliyev"."""

from __future__ import annotations

import re

from communique.actors.phrase import Phrase
from communique.actors.search import Search
from communique.records import Sentence, Span

WORD = re.compile(r"\b[Tt]he (?P<which>elder|older|younger|other|late) $")


def word_ahead(search: Search, phrase: Phrase) -> re.Match[str] | None:
    """The word before a family name that tells its bearers apart."""
    if not phrase.family or phrase.title or phrase.of:
        return None
    return WORD.search(search.report.body, max(0, phrase.span.start - 14), phrase.span.start)


def told_apart(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The bearer whom the word means: by birth among those met and their kin, or the one who was not met last."""
    match = word_ahead(search, phrase)
    if match is None:
        return None
    persons = search.knowledge.persons
    before = search.walk.discourse.before(sentence.index, phrase.span.start, reach=20)
    met = list(dict.fromkeys(m.actor.id for m in before if m.actor.id in phrase.persons))
    kin = {
        other for id in met for _, other in search.knowledge.relatives.get(id, ()) if other in phrase.persons
    }
    pool = [id for id in phrase.persons if id in met or id in kin]
    if match["which"] == "other":
        states = {t.of for id in met for t in search.resolver.current(id)}
        serving = [id for id in phrase.persons if any(t.of in states for t in search.resolver.current(id))]
        left = [id for id in dict.fromkeys((*pool, *serving)) if id not in met[:1]]
        return left[0] if len(left) == 1 else None
    born = sorted((year, id) for id in pool if (year := persons[id].born))
    if len(born) < 2:
        return None
    return born[-1][1] if match["which"] == "younger" else born[0][1]


def with_word(search: Search, phrase: Phrase) -> Span:
    """The span of the name with the word before it: "elder Bush"."""
    match = word_ahead(search, phrase)
    return phrase.span if match is None else Span(start=match.start("which"), end=phrase.span.end)
