"""The readouts matrix: topics and facts by accounts, and what each says, withholds or contradicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from communique.export.brief import day_text, told_by
from communique.export.sayings import Sayings, Words
from communique.ledger.codec import to_plain
from communique.records import Account, Contact, Report, Verdict

State = Literal["same", "differs", "only here", "silent", "excerpt only", "no text"]
# These have lines of their own, or a section of the dossier.
_SHOWN_APART = frozenset(
    {"kind", "status", "when", "topic", "topics", "outcome", "outcomes", "participant", "participants"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """Who tells: an account, or a side whose own text is not held (`account` None)."""

    label: str
    account: str | None
    side: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What a column says on a subject; `told` is empty where it is silent or has no text.

    "Excerpt only": the side's own text is not held, and somebody else's report gives its word on the subject. `words`
    are the sentences that say it, where they were asked for.
    """

    state: State
    told: str = ""
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One subject ("duration minutes", "topic: grain") with a cell for each column, in their order."""

    subject: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matrix:
    """The accounts of one contact side by side."""

    contact: str
    slug: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def build_matrix(contact: Contact, reports: Mapping[str, Report], *, words: bool = False) -> Matrix:
    """Compare the accounts of a contact, subject by subject; with `words`, each cell has the sentences that say it.

    A party's side without an account of its own gets a column "no text": its silence would mean nothing. A
    narrower topic tells the broader one, too: "the Iranian nuclear programme" beside "Iran".
    """
    told = sorted(contact.accounts, key=lambda each: (each.side or "~", reports[each.report].source, each.id))
    columns = [
        Column(label=told_by(reports[each.report], each.side), account=each.id, side=each.side)
        for each in told
    ]
    missing = [Column(label=side, account=None, side=side) for side in _sides_without_text(contact)]
    verdicts = {each.fact: each for each in contact.verdicts}
    speakers = [_speakers(contact, each.label) for each in missing]
    names = {each.actor.id: each.actor.name for each in contact.participants}
    subjects = _subjects(told)
    lines = [_line(subject, told, verdicts, speakers, names) for subject in subjects]
    if words:
        sayings = [Sayings(reports[each.report], each) for each in told]
        lines = [_with_words(line, subject, sayings) for line, subject in zip(lines, subjects, strict=True)]
    return Matrix(contact=contact.id, slug=contact.slug, columns=(*columns, *missing), lines=tuple(lines))


def _with_words(line: Line, subject: str, sayings: Sequence[Sayings]) -> Line:
    """A line with the sentences of each account that says something on it."""
    said = [each.on(subject, _with_broader) for each in sayings]
    cells = [replace(cell, words=words) for cell, words in zip(line.cells, said, strict=False)]
    return replace(line, cells=(*cells, *line.cells[len(cells) :]))


def matrix_object(matrix: Matrix) -> dict[str, Any]:
    """The matrix as JSON: columns, and lines with a cell for each column."""
    return {
        "contact": matrix.contact,
        "slug": matrix.slug,
        "columns": [
            {"label": each.label, "account": each.account, "side": each.side} for each in matrix.columns
        ],
        "lines": [
            {
                "subject": line.subject,
                "cells": [_cell_object(each) for each in line.cells],
            }
            for line in matrix.lines
        ],
    }


def _cell_object(cell: Cell) -> dict[str, Any]:
    told: dict[str, Any] = {"state": cell.state, "told": cell.told}
    if cell.words:
        told["words"] = [
            {"text": each.text, "start": each.span.start, "end": each.span.end} for each in cell.words
        ]
    return told


def _sides_without_text(contact: Contact) -> list[str]:
    parties = [each.actor for each in contact.participants if each.role in ("party", "delegation_lead")]
    heard = {each.side for each in contact.accounts}
    return sorted(
        {actor.state or actor.id for actor in parties if actor.type != "person" or actor.state} - heard
    )


def _subjects(accounts: list[Account]) -> list[str]:
    facts = {each.fact for account in accounts for each in account.facts if each.fact not in _SHOWN_APART}
    topics = {topic for account in accounts for topic in account.topics}
    outcomes = {outcome for account in accounts for outcome in account.outcomes}
    return [
        *("kind", "status", "when"),
        *sorted(facts),
        *(f"topic: {topic}" for topic in sorted(topics)),
        *(f"outcome: {outcome}" for outcome in sorted(outcomes)),
    ]


def _speakers(contact: Contact, side: str) -> frozenset[str]:
    """The ids that speak for a side: itself and its participants."""
    return frozenset(
        {
            side,
            *(each.actor.id for each in contact.participants if (each.actor.state or each.actor.id) == side),
        }
    )


def _excerpt(subject: str, accounts: list[Account], speakers: frozenset[str]) -> Cell:
    """What others' reports give as a side's word on a subject."""
    sort, _, name = subject.partition(": ")
    words = [
        fact.text
        for account in accounts
        for fact in account.facts
        if (fact.fact == subject or (fact.fact == sort and fact.value == name))
        and fact.chain
        and fact.chain[0].id in speakers
    ]
    if not words:
        return Cell(state="no text")
    return Cell(state="excerpt only", told="; ".join(dict.fromkeys(words)))


def _line(
    subject: str,
    accounts: list[Account],
    verdicts: Mapping[str, Verdict],
    speakers: list[frozenset[str]],
    names: Mapping[str, str],
) -> Line:
    told = [tuple(_told(account, subject, names)) for account in accounts]
    speaking = [each for each in told if each]
    verdict = verdicts.get(subject)
    differs = verdict.verdict == "conflict" if verdict else len({_key(each) for each in speaking}) > 1
    differs = differs and not subject.startswith("topic: ")
    cells = [_cell(each, len(speaking), differs=differs) for each in told]
    excerpts = [_excerpt(subject, accounts, each) for each in speakers]
    return Line(subject=subject.replace("_", " "), cells=(*cells, *excerpts))


def _cell(told: tuple[tuple[Any, str], ...], speaking: int, *, differs: bool) -> Cell:
    if not told:
        return Cell(state="silent")
    words = "; ".join(dict.fromkeys(text for _, text in told))
    if speaking == 1:
        return Cell(state="only here", told=words)
    return Cell(state="differs" if differs else "same", told=words)


@cache
def _with_broader(topic: str) -> frozenset[str]:
    """A topic and those above it: "iran-nuclear" is "iran", too."""
    broader = _broader()
    found: list[str] = []
    here: str | None = topic
    while here and here not in found:
        found.append(here)
        here = broader.get(here)
    return frozenset(found)


@cache
def _broader() -> dict[str, str | None]:
    from communique.knowledge.load import LEXICON, read_toml

    return {each["id"]: each.get("broader") for each in read_toml(LEXICON / "topics.toml")["topic"]}


def _key(told: tuple[tuple[Any, str], ...]) -> str:
    return json.dumps([to_plain(value) for value, _ in told], sort_keys=True)


def _told(account: Account, subject: str, names: Mapping[str, str]) -> Iterator[tuple[Any, str]]:
    """What an account says on a subject: values with their words, a participant by name ("the latter" is Joe Biden)."""
    sort, _, name = subject.partition(": ")
    if sort in ("topic", "outcome"):
        if sort == "topic":
            yield from ((each, each) for each in account.topics if name in _with_broader(each))
        elif name in account.outcomes:
            yield name, name
    elif subject == "when":
        if account.when:
            yield day_text(account.when), day_text(account.when)
    elif subject in ("kind", "status"):
        value = str(getattr(account, subject))
        yield value, value.replace("_", " ")
    else:
        facts = [fact for fact in account.facts if fact.fact == subject]
        yield from (
            (fact.value, names.get(str(fact.value), fact.text))
            for fact in sorted(facts, key=lambda fact: (fact.span, fact.text))
        )
