"""The ledger of the samples against `expected.toml`: each contact, each fact and each trap is a test."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]

EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))


def parties(contact: Row, roles: tuple[str, ...] = ("party", "delegation_lead")) -> set[str]:
    return {each["id"] for each in contact["participants"] if each["role"] in roles}


def days(contact: Row) -> tuple[str, str]:
    when = contact["when"] or {}
    return when.get("start") or "0001-01-01", when.get("end") or "9999-12-31"


def fits(contact: Row, wanted: Row) -> bool:
    start, end = days(contact)
    return (
        parties(contact) == set(wanted["participants"])
        and contact["kind"] in wanted["kinds"]
        and contact["status"] == wanted["status"]
        and wanted["start"] <= start
        and end <= wanted["end"]
    )


def verdicts(contact: Row, name: str) -> set[str]:
    return {each["fact"] for each in contact["verdicts"] if each["verdict"] == name}


def within(bounds: Row | None, wanted: list[int]) -> bool:
    return bounds is not None and wanted[0] <= bounds["low"] and bounds["high"] <= wanted[1]


CHECKS: dict[str, Callable[[Row, Any], bool]] = {
    "reports": lambda contact, wanted: {a["source"] for a in contact["accounts"]} == set(wanted),
    "sides": lambda contact, wanted: contact["support"]["sides"] == wanted,
    "origins": lambda contact, wanted: contact["support"]["origins"] == wanted,
    "initiator": lambda contact, wanted: contact["initiator"] == wanted,
    "host": lambda contact, wanted: contact["host"] == wanted,
    "duration": lambda contact, wanted: within(contact["duration_minutes"], wanted),
    "first_since": lambda contact, wanted: (contact["first_since"] or "").startswith(wanted),
    "topics": lambda contact, wanted: set(wanted) <= set(contact["topics"]),
    "disputed": lambda contact, wanted: contact["disputed"] == wanted,
    "conflicts": lambda contact, wanted: set(wanted) <= verdicts(contact, "conflict"),
    "one_side": lambda contact, wanted: set(wanted) <= verdicts(contact, "one_side"),
    "history": lambda contact, wanted: [each["status"] for each in contact["status_history"]] == wanted,
}


def cases() -> list[Any]:
    """One case for a contact being found and one for each of its facts, with what is still open."""
    found = []
    for wanted in EXPECTED["contact"]:
        for fact in ("found", *wanted.get("facts", {})):
            why = wanted.get("open", {}).get("found") or wanted.get("open", {}).get(fact)
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            found.append(pytest.param(wanted, fact, id=f"{wanted['id']}-{fact}", marks=marks))
    return found


def traps() -> list[Any]:
    return [
        pytest.param(
            trap,
            id=trap["id"],
            marks=[pytest.mark.xfail(reason=trap["open"], strict=True)] if "open" in trap else [],
        )
        for trap in EXPECTED["never"]
    ]


def told(contacts: list[Row]) -> str:
    return "\n".join(sorted(f"{c['slug']} {c['status']} {days(c)} {sorted(parties(c))}" for c in contacts))


@pytest.mark.parametrize(("wanted", "fact"), cases())
def test_the_ledger_holds(sample_contacts: list[Row], wanted: Row, fact: str) -> None:
    near = [c for c in sample_contacts if set(wanted["participants"]) & parties(c)]
    held = [c for c in near if fits(c, wanted)]
    assert held, f"no such contact among:\n{told(near)}"
    if fact != "found":
        assert any(CHECKS[fact](c, wanted["facts"][fact]) for c in held), f"{fact} differs in:\n{held[0]}"


@pytest.mark.parametrize("trap", traps())
def test_the_ledger_never_holds(sample_contacts: list[Row], trap: Row) -> None:
    roles = tuple(trap.get("roles", ("party", "delegation_lead")))
    caught = [
        c
        for c in sample_contacts
        if set(trap["participants"]) <= parties(c, roles)
        and c["kind"] in trap["kinds"]
        and c["status"] in trap["statuses"]
        and ("end" not in trap or (c["when"] is not None and days(c)[1] <= trap["end"]))
    ]
    assert not caught, f"{trap['why']}\n{told(caught)}"
