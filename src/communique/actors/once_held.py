"""Whom an office of the past or of the time to come means: "the former Chilean president", "the president-elect"."""

from __future__ import annotations

from msgspec.structs import replace

from communique.actors.phrase import Phrase
from communique.actors.search import Search, definite
from communique.records import Actor, Sentence


def once_held(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Whom an office of the past means: "the former Chilean president", "Zambia's first president"."""
    if phrase.title is None:
        return None
    if phrase.title.elect or phrase.title.text.lower().endswith("designate"):
        return coming_holder(search, phrase, sentence)
    if phrase.title.nth and not phrase.title.former:
        return past_holder(search, phrase)
    return held_before(search, phrase, sentence) if phrase.title.former else None


def coming_holder(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """The one of those named who has been called elect, or who takes the office soon: "the president-elect" beside Bolsonaro."""
    title, day = phrase.title, search.resolver.day
    if title is None or title.plural or not day or not definite(search, phrase):
        return None
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=10)
        if m.actor.type == "person"
    }
    year = f"{int(day[:4]) + 1}{day[4:]}"
    coming = [
        actor
        for id, actor in met.items()
        if id in search.elect
        or any(
            search.resolver.fits(t, title, phrase.of) and day < t.first_day() <= year
            for t in search.knowledge.tenures_of.get(id, ())
        )
    ]
    return replace(coming[0], office=None, office_id=None) if len(coming) == 1 else None


def held_before(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Who of those named lately once held the office: "the former Chilean president" beside Michelle Bachelet.

    Where two of them did, or who still holds it, nobody is meant for sure.
    """
    title, day = phrase.title, search.resolver.day
    if title is None or title.plural or not day or not definite(search, phrase):
        return None
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.before(sentence.index, phrase.span.start)
        if m.actor.type == "person" and m.actor.known
    }
    past = [
        actor
        for id, actor in met.items()
        if any(
            search.resolver.fits(t, title, phrase.of) and t.last_day() < day
            for t in search.knowledge.tenures_of.get(id, ())
        )
    ]
    return past[0] if len(past) == 1 else None


def past_holder(search: Search, phrase: Phrase) -> Actor | None:
    """Who stands right before "Zambia's first president" and was the first to hold the office."""
    assert phrase.title is not None
    gap = search.report.body[: phrase.span.start]
    before = next((m for m in reversed(search.read_now) if gap[m.span.end :] in {", ", ", the "}), None)
    if before is None or len(before.actors) != 1:
        return None
    return replace(before.actors[0], office=None, office_id=None)
