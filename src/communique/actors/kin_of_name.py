"""Which bearer of a family name is meant where the text says whose relative it is: "Sharif, the brother of Shehbaz Sharif"."""

from __future__ import annotations

import re

from communique.actors.expressions import KINSHIP
from communique.actors.phrase import Phrase
from communique.actors.search import Search
from communique.actors.words import any_of

RELATED = re.compile(
    rf",(?: [^.;:]{{1,110}}?)?\b(?P<kin>{any_of(KINSHIP)}) (?:of|to) (?P<of>[^,.;:]{{3,60}})"
)


def relative_of(search: Search, phrase: Phrase) -> str | None:
    """The bearer of the name who is the relative of whom the apposition names; None where it names none or the bearer."""
    if not phrase.family or len(phrase.persons) < 2:
        return None
    match = RELATED.match(search.report.body, phrase.span.end)
    if match is None:
        return None
    tie, sex = KINSHIP[match["kin"].lower()]
    named = [id for hit in search.knowledge.index.find(match["of"]) for id in hit.ids("person")]
    persons, relatives = search.knowledge.persons, search.knowledge.relatives
    fitting = {
        other
        for person in named
        for what, other in relatives.get(person, ())
        if what == tie and other in phrase.persons and persons[other].sex in {"", sex}
    }
    return fitting.pop() if len(fitting) == 1 else None
