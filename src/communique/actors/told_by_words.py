"""Whom an office that several hold in a state means by its own words: "the State Department spokesman", "the CENTCOM commander"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from communique.actors.phrase import Phrase, Title, owner
from communique.actors.prominence import HEADS
from communique.actors.resolve import Resolver
from communique.actors.words import ROLES
from communique.knowledge.entries import Tenure
from communique.records import Actor

EMPTY: frozenset[str] = frozenset(ROLES["words_without_field"])
FIELDS: dict[str, str] = ROLES["same_field"]
WORD = re.compile(r"[a-zà-ÿā-ț]+")
HOUSE_BEHIND = re.compile(
    r"['’]s (?:ministry|department|office|house|senate|parliament|assembly|council)(?: (?:of|for) (?:the )?\w+(?: (?:and )?\w+)?)?",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r" (?:of|to|for|in|on) (?:the )?[A-ZÀ-ÞĀ-Ț][\w’'-]*(?: (?:of |and |for )?[A-ZÀ-ÞĀ-Ț][\w’'-]*){0,4}"
)
SHORT = 4  # letters of a word that may end in "s" without being a plural
HEADED = frozenset({"head", "chief", "leader", "president", "boss", "director", "supremo"})
RANKED = ("deputy", "vice", "assistant", "principal", "senior", "former", "acting", "under")


@functools.cache
def fields(text: str) -> frozenset[str]:
    """What tells one of several offices from the others: "foreign", "ministry" of "Foreign Ministry Spokesman"."""
    words = WORD.findall(text.lower().replace("'s", "").replace("’s", ""))
    return (
        frozenset(FIELDS.get(word, word.rstrip("s") if len(word) > SHORT else word) for word in words) - EMPTY
    )


def said_of(resolver: Resolver, phrase: Phrase, state: str, body: str) -> frozenset[str]:
    """The words of an office and behind it that tell it from others of a state: "human", "right" of the UN's chief."""
    behind = BEHIND.match(body, phrase.span.end) or HOUSE_BEHIND.match(body, phrase.span.end)
    text = phrase.span.of(body) + (behind.group() if behind else "")
    return fields(text) - named_by(resolver, text, state)


def one_by_words(resolver: Resolver, phrase: Phrase, title: Title, state: str, body: str) -> Actor | None:
    """The one person who surely holds such an office on the day and whose own title shares the words that tell it.

    "The Pentagon spokesman" is no spokesman of the State Department, and "the governor of Hokkaido" not Tokyo's.
    """
    if not resolver.day or title.plural or title.former or title.elect:
        return None
    said, ranks = said_of(resolver, phrase, state, body), ranks_of(phrase.span.of(body))
    held = [t for t in serving(resolver, title, state) if ranks_of(t.title) == ranks]
    points = {t.person: shared(resolver, t, said, state) for t in held}
    best = max(points.values(), default=0)
    found = [person for person, shares in points.items() if shares == best]
    if best <= 0 or len(found) != 1:
        return None
    return holding(resolver, next(t for t in held if t.person == found[0]))


def contradicts(resolver: Resolver, phrase: Phrase, actor: Actor, body: str) -> bool:
    """Whether the words of an office tell another one than the actor's: "the State Duma speaker" leads no Federation Council."""
    if actor.type != "person" or not actor.known or not actor.office or not actor.state:
        return False
    if actor.office_id is None or resolver.knowledge.offices[actor.office_id].single:
        return False
    said = said_of(resolver, phrase, actor.state, body)
    own = fields(actor.office) - named_by(resolver, actor.office, actor.state)
    return bool(said and own) and not said & own


def holding(resolver: Resolver, tenure: Tenure) -> Actor:
    """A person in one of the offices held, filled in from the lexicon."""
    office = resolver.knowledge.offices[tenure.office]
    return Actor(
        id=tenure.person,
        name=resolver.knowledge.persons[tenure.person].name,
        type="person",
        office=tenure.title or office.shown(tenure.of),
        office_id=office.id,
        state=tenure.of,
        inferred=True,
    )


def shared(resolver: Resolver, tenure: Tenure, said: frozenset[str], state: str) -> int:
    """How many of the words that tell an office a tenure's title has; none where it lacks most of them."""
    own = fields(tenure.title) - named_by(resolver, tenure.title, state)
    if not own and not said:
        return 1
    both = len(own & said)
    return both if 2 * both >= len(said) else 0


def named_by(resolver: Resolver, text: str, state: str) -> frozenset[str]:
    """The words by which a text names the state or organisation itself."""
    hits = resolver.knowledge.index.find(text)
    return frozenset(
        word
        for hit in hits
        if owner(hit) == state and hit.has("state", "demonym", "organisation")
        for word in fields(text[hit.start : hit.end])
    )


def ranks_of(text: str) -> frozenset[str]:
    """The words of a title that set it below another: "deputy"."""
    return frozenset(WORD.findall(text.lower())) & frozenset(RANKED)


def serving(resolver: Resolver, title: Title, state: str) -> Iterable[Tenure]:
    """The tenures of a title's offices in a state that surely cover the day."""
    for office in dict.fromkeys(office for office, of in title.offices if not of or of == state):
        for tenure in resolver.knowledge.holders.get((state, office), ()):
            if tenure.surely_covers(resolver.day) and tenure.note != "disputed":
                yield tenure


def head_of_body(resolver: Resolver, title: Title, of: str) -> Actor | None:
    """Who alone heads an organisation on the day, whatever the office is called: "the head of the IMF", "the ECB president"."""
    if (
        not resolver.day
        or title.former
        or title.elect
        or title.plural
        or of not in resolver.knowledge.organisations
    ):
        return None
    words = title.text.lower().split()
    if ranks_of(title.text):
        return None
    if HEADED.isdisjoint({words[0], words[-1]}) or fields(title.text) - named_by(resolver, title.text, of):
        return None
    heads = [
        t
        for office in (*HEADS, "managing_director")
        for t in resolver.knowledge.holders.get((of, office), ())
        if t.surely_covers(resolver.day)
    ]
    so_called = [t for t in heads if t.title.lower() == title.text.lower()] or heads
    return holding(resolver, so_called[0]) if len({t.person for t in so_called}) == 1 else None
