"""Reads persons and offices from Wikidata query results, FollowTheMoney JSON lines and CSV.

Each becomes an `Imported`; what cannot be placed in the lexicon's vocabulary is told with its place and reason.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from communique.errors import LexiconError
from communique.record_type import Record

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "personLabel", "person_label", "label", "humanLabel", "itemLabel"),
    "aliases": ("aliases", "alias", "altLabel", "personAltLabel"),
    "sex": ("sex", "gender", "sexLabel", "genderLabel", "sex_or_genderLabel"),
    "born": ("born", "birth", "birthDate", "dateOfBirth", "date_of_birth"),
    "of": (
        "of",
        "iso",
        "iso3",
        "country_code",
        "countryCode",
        "countryLabel",
        "country",
        "jurisdictionLabel",
    ),
    "office": ("office", "positionLabel", "position", "position_label", "officeLabel"),
    "start": ("start", "startDate", "start_time", "startTime"),
    "end": ("end", "endDate", "end_time", "endTime"),
    "known_until": ("known_until",),
    "id": ("id",),
}
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
SPAN_IN_POSITION = re.compile(
    r"\s*\((?P<start>\d{4}(?:-\d\d(?:-\d\d)?)?)?\s*[-–]\s*(?P<end>\d{4}(?:-\d\d(?:-\d\d)?)?)?\)\s*$"
)


class Imported(Record, frozen=True, kw_only=True):
    """One person in one office as a source gives it; `place` is "file:line" or "file: entry 3"."""

    place: str
    name: str
    office: str = ""
    of: str = ""
    start: str = ""
    end: str = ""
    known_until: str = ""
    sex: str = ""
    born: str = ""
    id: str = ""
    aliases: tuple[str, ...] = ()


def read_import(path: Path) -> list[Imported]:
    """The entries of a file, by its content. Raises LexiconError where it is none of the three kinds."""
    if path.suffix.lower() == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            return [imported(row, f"{path.name}:{reader.line_num}") for row in reader]
    text = path.read_text(encoding="utf-8-sig")
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        return list(read_money(path, text))
    if isinstance(whole, dict) and "schema" in whole:
        return list(read_money(path, text))
    return list(read_wikidata(path, whole))


def read_wikidata(path: Path, whole: Any) -> Iterator[Imported]:
    """Results of a Wikidata query: the service's own JSON (`results.bindings`) or the page's list of rows."""
    rows = whole.get("results", {}).get("bindings") if isinstance(whole, dict) else whole
    if not isinstance(rows, list):
        raise LexiconError(
            "neither query results nor a list of rows",
            where=path.name,
            remedy="save the query's results as JSON, or give CSV or FollowTheMoney JSON lines",
        )
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict):
            plain = {
                key: value.get("value", "") if isinstance(value, dict) else value
                for key, value in row.items()
            }
            yield imported(plain, f"{path.name}: row {number}")


def read_money(path: Path, text: str) -> Iterator[Imported]:
    """FollowTheMoney entities, one a line: persons with their positions, and occupancies of positions."""
    entities: dict[str, tuple[int, dict[str, Any]]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            entities[entity["id"]] = (number, entity)
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise LexiconError(
                "no FollowTheMoney entity",
                where=f"{path.name}:{number}",
                remedy="give one JSON object with id, schema and properties a line",
            ) from error
    occupied = {
        holder for _, e in entities.values() if e.get("schema") == "Occupancy" for holder in many(e, "holder")
    }
    for number, entity in entities.values():
        place = f"{path.name}:{number}"
        if entity.get("schema") == "Occupancy":
            person, post = (
                entities.get(next(iter(many(entity, key)), ""), (0, {}))[1] for key in ("holder", "post")
            )
            if person:
                yield of_person(
                    person,
                    place,
                    position=first(post, "name"),
                    country=first(post, "country"),
                    start=first(entity, "startDate"),
                    end=first(entity, "endDate"),
                )
        elif entity.get("schema") == "Person" and entity["id"] not in occupied:
            for position in many(entity, "position") or [""]:
                span = SPAN_IN_POSITION.search(position)
                yield of_person(
                    entity,
                    place,
                    position=SPAN_IN_POSITION.sub("", position),
                    country=first(entity, "country"),
                    start=span.group("start") or "" if span else "",
                    end=span.group("end") or "" if span else "",
                )


def of_person(  # noqa: PLR0913  what it rests on, each by name
    entity: Mapping[str, Any], place: str, *, position: str, country: str, start: str, end: str
) -> Imported:
    """A FollowTheMoney person in one position."""
    names = many(entity, "name")
    return Imported(
        place=place,
        name=names[0] if names else "",
        aliases=(*names[1:], *many(entity, "alias"), *many(entity, "weakAlias")),
        sex=first(entity, "gender")[:1],
        born=first(entity, "birthDate")[:4],
        office=position,
        of=country,
        start=date_of(start),
        end=date_of(end),
    )


def many(entity: Mapping[str, Any], key: str) -> list[str]:
    """The values of a property."""
    return [str(value) for value in entity.get("properties", {}).get(key, ())]


def first(entity: Mapping[str, Any], key: str) -> str:
    """The first value of a property, or nothing."""
    return next(iter(many(entity, key)), "")


def imported(row: Mapping[str, Any], place: str) -> Imported:
    """A row under any of the usual names of its columns."""
    cell = {
        field: next((str(row[name]).strip() for name in names if row.get(name)), "")
        for field, names in COLUMNS.items()
    }
    aliases = tuple(
        part.strip()
        for part in re.split(r"[|;,]" if "|" not in cell["aliases"] else r"\|", cell["aliases"])
        if part.strip()
    )
    return Imported(
        place=place,
        name=cell["name"],
        office=cell["office"],
        of=cell["of"],
        start=date_of(cell["start"]),
        end=date_of(cell["end"]),
        known_until=date_of(cell["known_until"]),
        sex={"male": "m", "female": "f"}.get(cell["sex"].lower(), cell["sex"].lower()[:1]),
        born=cell["born"][:4] if cell["born"][:4].isdigit() else "",
        id=cell["id"] if re.fullmatch(r"[a-z0-9-]+", cell["id"]) else "",
        aliases=aliases,
    )


def date_of(text: str) -> str:
    """The date at the head of a timestamp, or nothing."""
    match = DATE.match(text)
    return match.group() if match else ""
