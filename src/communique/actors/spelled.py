"""A known person under a form of the name that the lexicon does not list, told by office and state."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from communique.actors.backing import serves_named
from communique.actors.phrase import Phrase
from communique.actors.resolve import HEAD_OFFICES, Resolver
from communique.actors.words import COMMON_FAMILIES
from communique.knowledge import Knowledge
from communique.knowledge.fold import lower, plain
from communique.knowledge.spelling import alike, bones

INITIALLED = re.compile(r"([A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]?)\. ?(?:[A-Z]\. ?)?([A-ZÀ-ÞĀ-Ț][\w-]{3,})")
LONG = 3  # words of a name with a middle one
NAMED_SO = HEAD_OFFICES | {"vice_president", "deputy_prime_minister", "foreign_minister", "defence_minister"}


def variant(resolver: Resolver, phrase: Phrase) -> str | None:
    """A known person under an unlisted form of the name: "President Ferdinand R. Marcos, Jr. of the Philippines"."""
    words = [w for w in re.split(r"[\s.]+", lower(phrase.name)) if w]
    if len(words) == 1 and (phrase.family or not phrase.persons):
        return part_of_name(resolver, phrase, words) or by_address(resolver, phrase)
    if not phrase.persons and (one := initialled(resolver, phrase.name, phrase)) is not None:
        return one
    if phrase.persons or len(words) < 2 or (phrase.title is None and not phrase.of):
        return None
    best: tuple[int, str] | None = None
    for size in (1, 2, 3):
        parts = bones(" ".join(words[:-size]))
        for person in resolver.knowledge.families.get(" ".join(words[-size:]), ()):
            points = resolver.score(person, phrase)
            if points >= 4 and (best is None or points > best[0]):
                bearer = resolver.knowledge.persons[person]
                if not parts.isdisjoint(bones(" ".join((bearer.name, *bearer.aliases)))):
                    best = (points, person)
    return best[1] if best else respelled(resolver, phrase) or written_apart(resolver, phrase, words)


def middle_named(resolver: Resolver, text: str) -> str | None:
    """Who is in office under a full name with one more given name in it: "Alberto Ángel Fernández"."""
    words = [plain(word) for word in text.split()]
    if len(words) < LONG:
        return None
    found = [
        person
        for person in resolver.knowledge.families.get(lower(words[-1]), ())
        if resolver.current(person)
        and plain(resolver.knowledge.persons[person].name).split() == [words[0], words[-1]]
    ]
    return found[0] if len(found) == 1 and resolver.day else None


def initialled(resolver: Resolver, name: str, phrase: Phrase | None = None) -> str | None:
    """The one holder of a high office whose given name an initial stands for: "Y. Tymoshenko", "President V. Putin"."""
    match = INITIALLED.fullmatch(name)
    if match is None or not resolver.day:
        return None
    initials, family = plain(match[1]), plain(match[2])
    found = []
    for person in resolver.knowledge.families.get(lower(match[2]), ()):
        given = plain(resolver.knowledge.persons[person].name).split()[0]
        held = [t for t in resolver.current(person) if t.office in NAMED_SO]
        fitting = phrase is None or any(resolver.fits(t, phrase.title, phrase.of) for t in held)
        common = match[2] in COMMON_FAMILIES and not serves_named(resolver, person)
        if held and fitting and not common and given != family and given.startswith(initials):
            found.append(person)
    return found[0] if len(found) == 1 else None


def written_apart(resolver: Resolver, phrase: Phrase, words: list[str]) -> str | None:
    """Who bears the words as one family name and is in office: "Minister Jai Shankar"."""
    bearers = [p for p in resolver.knowledge.families.get("".join(words), ()) if resolver.current(p)]
    fitting = [p for p in bearers if not phrase.of or any(t.of in phrase.of for t in resolver.current(p))]
    return fitting[0] if len(fitting) == 1 else None


def part_of_name(resolver: Resolver, phrase: Phrase, words: list[str]) -> str | None:
    """The one holder of an office who bears a word as any name: "President Uhuru".

    Of several, and by a word that many bear, it is the one whose state is named: "President Daniel" is Nicaragua's there only.
    """
    title = phrase.title
    if title is None or title.former or title.elect or title.plural or not words or not resolver.day:
        return None
    wanted = {office for office, bound in title.offices if not bound or bound in phrase.of} & NAMED_SO
    found: dict[str, set[str]] = {}
    for (of, office), tenures in resolver.knowledge.holders.items() if wanted else ():
        if office in wanted and (not phrase.of or of in phrase.of):
            for person in {t.person for t in tenures if t.covers(resolver.day)}:
                if words[0] in re.split(r"[\s.-]+", lower(resolver.knowledge.persons[person].name)):
                    found.setdefault(person, set()).add(of)
    common = words[0] in resolver.knowledge.families or phrase.name in resolver.knowledge.given_names
    near = [one for one, states in found.items() if states & resolver.named or len(found) == 1 and not common]
    return near[0] if len(near) == 1 else None


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


def by_address(resolver: Resolver, phrase: Phrase) -> str | None:
    """The one who serves on the day and is known by a form of address with the given name: "Prince Faisal"."""
    if phrase.persons or phrase.title is None or not resolver.day:
        return None
    words = f"{lower(phrase.title.text)} {lower(phrase.name)}"
    found = {
        person
        for person in addressed(resolver.knowledge).get(words, ())
        for t in resolver.knowledge.tenures_of.get(person, ())
        if t.covers(resolver.day) and (not phrase.of or t.of in phrase.of)
    }
    return found.pop() if len(found) == 1 else None


def addressed(knowledge: Knowledge) -> Mapping[str, Collection[str]]:
    """Who bears each first two words of a longer name: "prince faisal" of "Prince Faisal bin Farhan"."""
    if knowledge.edition not in ADDRESSED:
        index: dict[str, set[str]] = {}
        for one in knowledge.persons.values():
            for form in one.aliases:
                first, *rest = lower(form).split()
                if len(rest) > 1:
                    index.setdefault(f"{first} {rest[0]}", set()).add(one.id)
        ADDRESSED[knowledge.edition] = index
    return ADDRESSED[knowledge.edition]


ADDRESSED: dict[str, Mapping[str, Collection[str]]] = {}  # by edition of the lexicon
