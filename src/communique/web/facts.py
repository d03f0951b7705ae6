"""The facts of a contact with their verdicts and, for each, who tells it in which words and through whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.export.brief import told_by
from communique.plot.naming import actor_name
from communique.records import Contact, Report, Verdict
from communique.web.words import interval_long, spoken, topic_words

# Fields of a contact whose facts stand under another name in accounts.
_FACT_NAMES = {"participants": "participant", "topics": "topic", "outcomes": "outcome", "places": "place"}
VERDICTS = {
    "agreed": "agreed",
    "compatible": "compatible",
    "conflict": "in conflict",
    "one_side": "told by one side only",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Who tells a fact: the words, each with what stands between it and the outlet."""

    label: str
    words: tuple[tuple[str, tuple[str, ...]], ...]
    report: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FactRow:
    """One fact: its value in words, the verdict on it, and its sources."""

    name: str
    value: str
    verdict: str | None
    why: str
    sources: tuple[Source, ...]


def fact_rows(contact: Contact, reports: Mapping[str, Report]) -> list[FactRow]:
    """All facts that the contact or one of its accounts tells, in a stated order."""
    verdicts = {each.fact: each for each in contact.verdicts}
    values = dict(_values(contact))
    rows = []
    for name in (*values, *sorted(set(verdicts) - set(values))):
        verdict = verdicts.get(name)
        value = values.get(name) or (_told_values(verdict) if verdict else "")
        if value:
            rows.append(
                FactRow(
                    name=spoken(name.removesuffix("_minutes")),
                    value=value,
                    verdict=verdict.verdict if verdict else None,
                    why=_named(verdict.why) if verdict else "",
                    sources=tuple(_sources(contact, reports, name)),
                )
            )
    return rows


def _named(why: str) -> str:
    """ "UKR does not tell it in its own text" is of Ukraine."""
    return re.sub(r"\b[A-Z]{3}\b", lambda code: actor_name(code.group()), why)


def _values(contact: Contact) -> Iterator[tuple[str, str]]:
    names = {each.actor.id: each.actor.name for each in contact.participants}
    when = contact.when
    yield "kind", spoken(contact.kind)
    yield "status", contact.status + (", disputed" if contact.disputed else "")
    yield "when", f"{interval_long(when.start, when.end)} ({when.derivation})" if when else ""
    yield "participants", "; ".join(_participant(each) for each in contact.participants)
    yield "channel", spoken(contact.channel)
    yield "initiator", names.get(contact.initiator or "", contact.initiator or "")
    yield "host", names.get(contact.host or "", contact.host or "")
    places = (
        place.name + (f" ({names.get(place.of, place.of)})" if place.of else "") for place in contact.places
    )
    yield "places", "; ".join(places)
    yield "duration_minutes", minutes_words(contact.duration_minutes)
    yield "topics", "; ".join(map(topic_words, contact.topics))
    yield "outcomes", "; ".join(contact.outcomes)
    yield "occasion", contact.occasion or ""
    yield "first_since", contact.first_since or ""


def minutes_words(bounds: tuple[int, int] | None) -> str:
    """ "90 to 95 minutes"."""
    if bounds is None:
        return ""
    low, high = bounds
    return f"{low} minutes" if low == high else f"{low} to {high} minutes"


def _participant(each: Any) -> str:
    office = ", ".join(
        part for part in (each.actor.office, each.actor.state and actor_name(each.actor.state)) if part
    )
    role = "" if each.role == "party" else f", {spoken(each.role)}"
    known = office if each.actor.type == "person" else ""
    return f"{each.actor.name}{f' ({known})' if known else ''}{role}"


def _sources(contact: Contact, reports: Mapping[str, Report], name: str) -> Iterator[Source]:
    wanted = {name, _FACT_NAMES.get(name, name)}
    for account in contact.accounts:
        told = [fact for fact in account.facts if fact.fact in wanted]
        words = {fact.text: tuple(link.name for link in fact.chain) for fact in reversed(told)}
        if words:
            yield Source(
                label=told_by(reports[account.report], account.side),
                words=tuple(reversed(words.items())),
                report=account.report,
            )


def _told_values(verdict: Verdict) -> str:
    told = (_value_words(value) for _, value in verdict.values if value is not None)
    return " / ".join(dict.fromkeys(told))


def _value_words(value: Any) -> str:
    if isinstance(value, dict):
        if "low" in value:
            return minutes_words((value["low"], value["high"]))
        return ", ".join(f"{spoken(key)} {part}" for key, part in value.items() if part is not None)
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else actor_name(str(value))
