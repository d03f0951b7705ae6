"""A person, a state, an organisation, or two of them: their contacts over time and what these were about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from communique.errors import NotFoundError
from communique.ledger import Line, Query
from communique.ledger.course import Course, Silence
from communique.plot import Chart
from communique.plot.build import build_cadence, build_timeline
from communique.plot.naming import actor_name, dealing
from communique.web.asking import actor_address, address, contact_address, pair_address
from communique.web.pages.ledger import line_object
from communique.web.shown import Ask, Page
from communique.web.words import topic_words

# So many of the latest contacts are drawn, and looked into for counterparts and wishes; so many are listed.
_DRAWN, _LISTED = 80, 20
_TOPICS, _YEARS, _COUNTERPARTS = 8, 14, 12
# The latest contacts of an actor with more of them are of a few days: they are not drawn one by one.
_MANY = 10_000
_CHANNELS = ("in_person", "phone", "video", "written", "unknown")


def show_actor(ask: Ask) -> Page:
    """The page at `/actors/{id}`: a person, a state or an organisation. Raises NotFoundError."""
    actor = ask.part("actor")
    query = Query(party=(actor,))
    party = ask.ledger.party(actor)
    if party is None and not ask.counted(ask.ledger.count, query):
        raise NotFoundError(f"no contact with {actor!r}", remedy="look for the name in the ledger's search")
    kind = party.type if party else "state"
    latest = ask.ledger.page(query, size=_DRAWN).lines
    more: dict[str, Any] = {
        "kind": kind,
        "state": party.state if party and kind == "person" else None,
        "offices": offices(actor),
        "counterparts": counterparts(ask, actor, latest, state=kind != "person"),
        "list_address": address("/", (("party", actor),)),
    }
    return _page(ask, query, latest, {**more, "name": ask.name(actor), "id": actor, "sides": (actor,)})


def show_pair(ask: Ask) -> Page:
    """The page at `/pairs/{one}/{other}`: what two had with each other. Raises NotFoundError."""
    one, other = ask.part("one"), ask.part("other")
    query = Query(between=(one, other))
    if not ask.counted(ask.ledger.count, query):
        raise NotFoundError(
            f"no contact between {one!r} and {other!r}", remedy="the network shows who has any"
        )
    names = (ask.name(one), ask.name(other))
    more: dict[str, Any] = {
        "kind": "pair",
        "state": None,
        "offices": [],
        "counterparts": [],
        "list_address": address("/", (("party", one), ("party", other))),
    }
    named = {"name": f"{names[0]} and {names[1]}", "id": f"{one} {other}", "sides": (one, other)}
    return _page(ask, query, ask.ledger.page(query, size=_DRAWN).lines, {**more, **named})


def _page(ask: Ask, query: Query, latest: Sequence[Line], more: dict[str, Any]) -> Page:
    course = ask.counted(ask.ledger.course, query)
    total = ask.counted(ask.ledger.count, query)
    figures: dict[str, Any] = {
        **more,
        "total": total,
        "first": course.first,
        "last": course.last,
        "silence": course.silence,
        "initiators": initiators(ask, latest),
        "topics": topics(ask, query),
        "lines": latest[:_LISTED],
    }

    def shown() -> dict[str, Any]:
        periods = ask.counted(ask.ledger.periods, query)
        return {
            **figures,
            "channels": channels(course),
            "channel_key": [one for one in _CHANNELS if any(one == way for _, way, _ in course.channels)],
            "latest": _DRAWN,
            "timeline": timeline(latest, more["name"], total) if total <= _MANY else None,
            "cadence": build_cadence(periods, title=f"Cadence of {more['name']}"),
        }

    return Page(template="actor.html", title=more["name"], shown=shown, twin=lambda: _twin(figures))


def _twin(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "actor" if len(figures["sides"]) == 1 else "pair",
        "ids": list(figures["sides"]),
        "name": figures["name"],
        "count": figures["total"],
        "first": figures["first"],
        "last": figures["last"],
        "longest_silence": _silence_object(figures["silence"]),
        "counterparts": [{"id": each["id"], "contacts": each["number"]} for each in figures["counterparts"]],
        "initiators": [{"id": each["id"], "contacts": each["number"]} for each in figures["initiators"]],
        "topics": [{"topic": each["id"], "contacts": each["number"]} for each in figures["topics"]["rows"]],
        "contacts": [line_object(line) for line in figures["lines"]],
    }


def timeline(lines: Sequence[Line], name: str, total: int) -> Chart:
    """The latest contacts in lanes by counterpart."""
    title = f"Contacts of {name}" + (f", the latest {len(lines)}" if total > len(lines) else "")
    if total > len(lines):
        # Of the latest few, an interval that is open or long would draw the line of time far beyond them all.
        lines = [line for line in lines if line.precision in (None, "hour", "day", "week")] or lines
    return build_timeline(lines, title=title, address=contact_address)


def counterparts(ask: Ask, actor: str, latest: Sequence[Line], *, state: bool) -> list[dict[str, Any]]:
    """Who deals with the actor, most first: states with a state, persons with a person."""
    met = {
        (each.state or each.id) if state else each.id
        for line in latest
        for each in dealing(line.participants)
    }
    if state:
        # Of all who speak for themselves, not of the latest contacts alone.
        met |= set(ask.ledger.sides())
    counted = ask.counted(ask.ledger.beside_actor, actor, tuple(sorted(met - {actor})))
    most = [(one, number) for one, number in counted.items() if number][:_COUNTERPARTS]
    names = ask.names(one for one, _ in most)
    return [_bar(one, names[one], number, most[0][1], pair_address(actor, one)) for one, number in most]


def initiators(ask: Ask, latest: Sequence[Line]) -> list[dict[str, Any]]:
    """Whose wish the contacts were, where the accounts tell."""
    counted = Counter(line.initiator for line in latest if line.initiator)
    told = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_COUNTERPARTS]
    names = ask.names(one for one, _ in told)
    return [_bar(one, names[one], number, told[0][1], actor_address(one)) for one, number in told]


def topics(ask: Ask, query: Query) -> dict[str, Any]:
    """The topics most talked about, by year: a row a topic, a cell a year with its number and share."""
    told = ask.counted(ask.ledger.topic_years, query, _TOPICS)
    years = sorted({year for _, year, _ in told})
    if years:
        years = [str(year) for year in range(int(years[0]), int(years[-1]) + 1)][-_YEARS:]
    totals = Counter[str]()
    cells: dict[tuple[str, str], int] = {}
    for topic, year, number in told:
        totals[topic] += number
        cells[topic, year] = number
    ranked = sorted(totals, key=lambda topic: (-totals[topic], topic))[:_TOPICS]
    most = max((cells.get((topic, year), 0) for topic in ranked for year in years), default=1)
    rows = [
        {
            "id": topic,
            "words": topic_words(topic),
            "number": totals[topic],
            "cells": [
                (cells.get((topic, year), 0), _step(cells.get((topic, year), 0), most)) for year in years
            ],
        }
        for topic in ranked
    ]
    return {"years": years, "rows": rows}


def channels(course: Course) -> list[dict[str, Any]]:
    """By year, how the held contacts were made: counts by channel, and shares in twentieths."""
    years: dict[str, Counter[str]] = {}
    for year, channel, number in course.channels:
        years.setdefault(year, Counter())[channel] = number
    shown = []
    for year, counted in sorted(years.items())[-_YEARS:]:
        parts = [
            (channel, counted[channel], max(1, round(20 * counted[channel] / counted.total())))
            for channel in _CHANNELS
            if counted[channel]
        ]
        shown.append({"year": year, "number": counted.total(), "parts": parts})
    return shown


def offices(actor: str) -> list[dict[str, str]]:
    """The offices that the lexicon knows of a person, the latest first."""
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    if actor not in knowledge.persons:
        return []
    tenures = sorted(knowledge.tenures_of.get(actor, ()), key=lambda each: each.start, reverse=True)
    return [
        {
            "title": each.title or knowledge.offices[each.office].shown(each.of),
            "of": actor_name(each.of),
            "start": each.start,
            "end": each.end or f"known until {each.known_until}",
        }
        for each in tenures
    ]


def others(line: Line, actor: str) -> str:
    """Whom the actor dealt with in a contact."""
    return ", ".join(each.name for each in dealing(line.participants) if actor not in (each.id, each.state))


def _bar(name: str, words: str, number: int, most: int, href: str) -> dict[str, Any]:
    return {
        "id": name,
        "words": words,
        "number": number,
        "step": max(1, round(20 * number / most)),
        "href": href,
    }


def _step(number: int, most: int) -> int:
    """A depth of colour from 0 to 5."""
    return 0 if not number else 1 + round(4 * (number - 1) / max(1, most - 1))


def _silence_object(silence: Silence | None) -> dict[str, Any] | None:
    return {"start": silence.start, "end": silence.end, "days": silence.days} if silence else None
