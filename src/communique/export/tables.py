"""Flat tables: rows out of objects of the interchange, in the columns that columns.toml defines.

`DEFINITIONS` says of each table what a row is, its key, what joins it to others, and what each column holds.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.knowledge.codes import code_of

Row = dict[str, Any]

DEFINITIONS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("columns.toml").read_text(encoding="utf-8")
)
COLUMNS: dict[str, tuple[str, ...]] = {name: tuple(each["columns"]) for name, each in DEFINITIONS.items()}


def contact_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a contact, from objects of the interchange."""
    for each in contacts:
        dealing = [one for one in each["participants"] if one["role"] in ("party", "delegation_lead")]
        sides = sorted({one["state"] or one["id"] for one in dealing})
        day = day_for_codes(each)
        bounds = each["duration_minutes"] or {}
        yield {
            **each,
            **each["support"],
            **(each["when"] or {}),
            "contact": each["id"],
            "parties": _joined(one["name"] for one in dealing),
            "states": _joined(sides),
            "cow": codes_text(sides, "cow", day),
            "gw": codes_text(sides, "gw", day),
            "places": _joined(place["name"] for place in each["places"]),
            "duration_low": bounds.get("low"),
            "duration_high": bounds.get("high"),
            "topics": _joined(each["topics"]),
            "outcomes": _joined(each["outcomes"]),
            "after": _joined(each["after"]),
            "sides": _joined(each["support"]["sides"]),
            "conflicts": sum(verdict["verdict"] == "conflict" for verdict in each["verdicts"]),
        }


def participant_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a participant of a contact."""
    for each in contacts:
        day = day_for_codes(each)
        for one in each["participants"]:
            state = one["id"] if one["type"] == "state" else one["state"]
            codes = {system: code_of(state, system, day) for system in ("cow", "gw")}
            yield {**one, **codes, "contact": each["id"], "slug": each["slug"]}


def account_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row an account."""
    for each in contacts:
        for account in each["accounts"]:
            span = account["evidence"]["span"]
            yield {
                **account,
                **(account["when"] or {}),
                "account": account["id"],
                "contact": each["id"],
                "slug": each["slug"],
                "evidence_start": span["start"],
                "evidence_end": span["end"],
                "evidence": account["evidence"]["text"],
            }


def fact_rows(contacts: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a fact of an account; `value` is JSON, `chain` from the speaker to the outlet."""
    for each in contacts:
        for account in each["accounts"]:
            for number, fact in enumerate(account["facts"], start=1):
                yield {
                    **fact,
                    **fact["span"],
                    "number": number,
                    "account": account["id"],
                    "contact": each["id"],
                    "report": account["report"],
                    "value": json.dumps(fact["value"], ensure_ascii=False, sort_keys=True),
                    "chain": chain_text(fact["chain"]),
                }


def statement_rows(statements: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a statement."""
    for each in statements:
        speaker = each["speaker"] or {}
        yield {
            **each,
            **each["span"],
            "statement": each["id"],
            "speaker": speaker.get("name"),
            "speaker_id": speaker.get("id"),
            "chain": chain_text(each["chain"]),
            "topics": _joined(each["topics"]),
        }


def report_rows(reports: Iterable[dict[str, Any]]) -> Iterator[Row]:
    """A row a report."""
    for each in reports:
        dated = each["dated"]
        yield {**each, "report": each["id"], "published": dated["date"], "published_basis": dated["basis"]}


def day_for_codes(contact: dict[str, Any]) -> str | None:
    """The day on which the states' codes are looked up: the last possible one, else the first, else today's codes."""
    when = contact["when"] or {}
    found: str | None = when.get("end") or when.get("start")
    return found


def codes_text(sides: Iterable[str], system: str, day: str | None) -> str:
    """The sides' codes in their order; empty places where a side has none: "365; ; 710"."""
    codes = [code_of(side, system, day) or "" for side in sides]
    return _joined(codes) if any(codes) else ""


def chain_text(chain: Iterable[dict[str, Any]]) -> str:
    """The links by name, nearest to the speaker first: "Yuri Ushakov > CCTV"."""
    return " > ".join(link["name"] for link in chain)


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
