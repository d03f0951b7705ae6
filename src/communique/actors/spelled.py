"""A known person under a form of the name that the lexicon does not list, told by office and state."""

from __future__ import annotations

import re

from communique.actors.phrase import Phrase
from communique.actors.resolve import PARTICLES, Resolver
from communique.knowledge.fold import lower
from communique.knowledge.spelling import alike


def variant(resolver: Resolver, phrase: Phrase) -> str | None:
    """A known person under an unlisted form of the name: "President Ferdinand R. Marcos, Jr. of the Philippines"."""
    words = [w for w in re.split(r"[\s.]+", lower(phrase.name)) if w]
    if phrase.persons or len(words) < 2 or (phrase.title is None and not phrase.of):
        return None
    best: tuple[int, str] | None = None
    parts = [part for word in words for part in {word, *word.split("-")}]
    for size in (1, 2, 3):
        for person in resolver.knowledge.families.get(" ".join(words[-size:]), ()):
            given = {
                w
                for form in (
                    resolver.knowledge.persons[person].name,
                    *resolver.knowledge.persons[person].aliases,
                )
                for w in re.split(r"[\s.-]+", lower(form))
            }
            points = resolver.score(person, phrase)
            if (
                points >= 4
                and any(w in given for w in parts[:-size] if len(w) > 1 and w not in PARTICLES)
                and (best is None or points > best[0])
            ):
                best = (points, person)
    return best[1] if best else respelled(resolver, phrase)


def respelled(resolver: Resolver, phrase: Phrase) -> str | None:
    """The holder of the office that the text gives whose name it may spell in another way: "President Wladimir Putin"."""
    if phrase.title is None or not resolver.day:
        return None
    held = [
        t
        for title in (phrase.title, *phrase.extra)
        for office, bound in title.offices
        for of in phrase.of or (bound,)
        for t in resolver.knowledge.holders.get((of, office), ())
        if t.covers(resolver.day)
    ]
    persons = (resolver.knowledge.persons[one] for one in dict.fromkeys(t.person for t in held))
    found = [one.id for one in persons if alike(phrase.name, (one.name, *one.aliases))]
    return found[0] if len(found) == 1 else None
