"""The readouts matrix: topics and facts by accounts, and what each says, withholds or contradicts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from communique.export.brief import day_text, told_by
from communique.ledger.codec import to_plain
from communique.records import Account, Contact, Report, Verdict

State = Literal["same", "differs", "only here", "silent", "no text"]
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
    """What a column says on a subject; `told` is empty where it is silent or has no text."""

    state: State
    told: str = ""


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


def build_matrix(contact: Contact, reports: Mapping[str, Report]) -> Matrix:
    """Compare the accounts of a contact, subject by subject.

    A party's side without an account of its own gets a column "no text": its silence would mean nothing.
    """
    told = sorted(contact.accounts, key=lambda each: (each.side or "~", reports[each.report].source, each.id))
    columns = [
        Column(label=told_by(reports[each.report], each.side), account=each.id, side=each.side)
        for each in told
    ]
    missing = [Column(label=side, account=None, side=side) for side in _sides_without_text(contact)]
    verdicts = {each.fact: each for each in contact.verdicts}
    lines = tuple(_line(subject, told, verdicts, len(missing)) for subject in _subjects(told))
    return Matrix(contact=contact.id, slug=contact.slug, columns=(*columns, *missing), lines=lines)


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
                "cells": [{"state": each.state, "told": each.told} for each in line.cells],
            }
            for line in matrix.lines
        ],
    }


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


def _line(subject: str, accounts: list[Account], verdicts: Mapping[str, Verdict], missing: int) -> Line:
    told = [tuple(_told(account, subject)) for account in accounts]
    speaking = [each for each in told if each]
    verdict = verdicts.get(subject)
    differs = verdict.verdict == "conflict" if verdict else len({_key(each) for each in speaking}) > 1
    cells = [_cell(each, len(speaking), differs=differs) for each in told]
    return Line(subject=subject.replace("_", " "), cells=(*cells, *[Cell(state="no text")] * missing))


def _cell(told: tuple[tuple[Any, str], ...], speaking: int, *, differs: bool) -> Cell:
    if not told:
        return Cell(state="silent")
    words = "; ".join(dict.fromkeys(text for _, text in told))
    if speaking == 1:
        return Cell(state="only here", told=words)
    return Cell(state="differs" if differs else "same", told=words)


def _key(told: tuple[tuple[Any, str], ...]) -> str:
    return json.dumps([to_plain(value) for value, _ in told], sort_keys=True)


def _told(account: Account, subject: str) -> Iterator[tuple[Any, str]]:
    """What an account says on a subject: values with their words."""
    sort, _, name = subject.partition(": ")
    if sort in ("topic", "outcome"):
        if name in (account.topics if sort == "topic" else account.outcomes):
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
            (fact.value, fact.text) for fact in sorted(facts, key=lambda fact: (fact.span, fact.text))
        )
