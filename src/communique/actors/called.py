"""Who has been called so: "the governor" after "Governor Najma Heptulla", "the Senior General" after "Senior General Hla Min"."""

from __future__ import annotations

import re

from communique.actors.phrase import Phrase, Title
from communique.actors.search import Search
from communique.actors.words import ROLES, any_of
from communique.records import Actor, Sentence

REACH = 10  # sentences within which somebody was called so
RANK = re.compile(rf"\b(?P<rank>{any_of(ROLES['ranks'])}) $", re.IGNORECASE)
RANKS = frozenset(ROLES["ranks"])
PROVINCIAL = frozenset({"premier", "governor", "chief minister", "first minister", "president"})
SHORT: dict[str, str] = ROLES["short_titles"]


def word_of(title: Title) -> str:
    """The words of a title, in small letters and in full: "senator" for "Sen."."""
    words = title.text.lower()
    return SHORT.get(words, words)


def note_called(search: Search, phrase: Phrase, actor: Actor, sentence: Sentence) -> None:
    """Remembers by which titles a person was called."""
    if phrase.title is None:
        return
    for title in (phrase.title, *phrase.extra):
        if not (title.plural or title.former or title.elect or title.then):
            search.styled.setdefault(word_of(title), {})[actor.id] = (sentence.index, actor)
    ahead = phrase.span.of(search.report.body).removesuffix(phrase.name)
    if (rank := RANK.search(ahead)) is not None:
        search.styled.setdefault(rank["rank"].lower(), {})[actor.id] = (sentence.index, actor)


def called_so(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """The one person whom the report has called so lately; of several the one of this sentence or the one before.

    Who holds an office of a head or a minister is found by the office: here are those of whom the words alone tell, and
    unknown persons whose office nobody else bears.
    """
    title = phrase.title
    if title is None or title.plural or not search.report.body[: phrase.span.start].lower().endswith("the "):
        return None
    met = search.styled.get(word_of(title), {})
    near = {id: (n, actor) for id, (n, actor) in met.items() if sentence.index - n <= REACH}
    if not all(fits(search, title, actor) for _, actor in near.values()):
        return None
    if len(near) > 1:
        near = {id: one for id, one in near.items() if sentence.index - one[0] <= 1}
    return next(iter(near.values()))[1] if len(near) == 1 else None


def fits(search: Search, title: Title, actor: Actor) -> bool:
    """Whether the words alone may tell: an office of officials, or of an unknown person beside no other holder."""
    offices = [office for office, _ in title.offices]
    if word_of(title) in RANKS or all(search.knowledge.offices[one].level == "officials" for one in offices):
        return True
    if actor.known and actor.office_id and search.knowledge.offices[actor.office_id].level == "officials":
        return actor.office_id not in offices  # "Premier Doug Ford" of a province
    return not actor.known and not any((office, "") in search.offices for office in offices)


def of_a_province(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Whose own office the word begins with where the state's holder is called otherwise: "the premier" is Ontario's Ford.

    Not where the report has called the state's holder so.
    """
    assert phrase.title is not None
    word = word_of(phrase.title)
    if word not in PROVINCIAL:
        return None
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=REACH)
        if (m.actor.office or "").lower().startswith(f"{word} of ")
    }
    called = search.styled.get(word, {})
    return next(iter(met.values())) if len(met) == 1 and called.keys() <= met.keys() else None
