"""Puts imported persons and offices into the lexicon's own vocabulary, and writes them into an overlay folder."""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from communique.knowledge.fold import lower
from communique.knowledge.imports import Imported
from communique.knowledge.store import Knowledge
from communique.record_type import Record

PERSON_COLUMNS = ("id", "name", "family", "sex", "born", "aliases")
TENURE_COLUMNS = ("of", "office", "person", "start", "end", "known_until", "title", "note")
PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "da", "dos", "del", "al", "el", "bin", "ibn", "la", "le", "di"}
)
Row = dict[str, str]


class Placed(Record, frozen=True, kw_only=True):
    """The rows of an overlay that an import makes, and what could not be placed, with the reason."""

    persons: tuple[Row, ...]
    tenures: tuple[Row, ...]
    refused: tuple[tuple[Imported, str], ...]


def place_imported(entries: Iterable[Imported], knowledge: Knowledge, today: str) -> Placed:
    """Rows for every entry whose office and state the lexicon knows; open ends are known until `today` (ISO).

    A person whom the lexicon knows by a full name or alias keeps that id; others get one made of the name.
    """
    known = {
        lower(form): person.id
        for person in knowledge.persons.values()
        for form in (person.name, *person.aliases)
    }
    persons: dict[str, Row] = {}
    tenures: dict[tuple[str, str, str, str], Row] = {}
    refused: list[tuple[Imported, str]] = []
    for entry in entries:
        if not entry.name or re.fullmatch(r"Q\d+", entry.name):
            refused.append((entry, "no name"))
            continue
        of, office = find_office(entry, knowledge)
        if entry.office and (not office or not of):
            refused.append(
                (
                    entry,
                    f'office "{entry.office}" is not in offices.toml'
                    if not office
                    else f'"{entry.of or entry.office}" names no state',
                )
            )
            continue
        id = known.get(lower(entry.name)) or entry.id or id_of(entry.name)
        if id not in knowledge.persons:
            persons.setdefault(id, person_row(id, entry))
        if office:
            tenures[of, office, id, entry.start] = {
                "of": of,
                "office": office,
                "person": id,
                "start": entry.start,
                "end": entry.end,
                "known_until": "" if entry.end else entry.known_until or today,
                "title": "",
                "note": f"from {entry.place}",
            }
    return Placed(
        persons=tuple(persons[key] for key in sorted(persons)),
        tenures=tuple(tenures[key] for key in sorted(tenures)),
        refused=tuple(refused),
    )


def find_office(entry: Imported, knowledge: Knowledge) -> tuple[str, str]:
    """(state or organisation, office id) that the words of an entry name; empty where they name none.

    "Minister of Foreign Affairs of Ecuador" gives ECU, foreign_minister, also without a country of its own.
    """
    of = find_owner(entry.of, knowledge)
    if entry.office in knowledge.offices:
        return of, entry.office
    hits = knowledge.index.find(entry.office)
    if not of:
        of = next((id for hit in reversed(hits) for id in hit.ids("state", "organisation", "demonym")), "")
    for hit in hits:
        for name in hit.names:
            if name.category == "office" and (not name.of or not of or name.of == of):
                return of or name.of, name.id
    return of, ""


def find_owner(text: str, knowledge: Knowledge) -> str:
    """A state or organisation by id, two-letter code or name."""
    if text in knowledge.states or text in knowledge.organisations:
        return text
    two = {state.iso2.lower(): state.id for state in knowledge.states.values() if state.iso2}
    if text.lower() in two:
        return two[text.lower()]
    return next((id for hit in knowledge.index.find(text) for id in hit.ids("state", "organisation")), "")


def person_row(id: str, entry: Imported) -> Row:
    """A person as a row of the lexicon."""
    return {
        "id": id,
        "name": entry.name,
        "family": family_of(entry.name),
        "sex": entry.sex if entry.sex in {"m", "f"} else "",
        "born": entry.born,
        "aliases": "|".join(
            dict.fromkeys(a.replace("|", " ") for a in entry.aliases if a != entry.name and " " in a)
        ),
    }


def family_of(name: str) -> str:
    """The words of second mention: the last word with the particles before it ("van der Leyen")."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].lower().strip("-") in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if len(words) > 1 else ""


def id_of(name: str) -> str:
    """A person's id made of the name: "Nora Válé" gives "nora-vale"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unknown"


def write_placed(placed: Placed, folder: Path, name: str) -> tuple[Path, Path]:
    """Writes persons/NAME.csv and tenures/NAME.csv of the overlay whole, or leaves the old ones."""
    paths = folder / "persons" / f"{name}.csv", folder / "tenures" / f"{name}.csv"
    for path, columns, rows in (
        (paths[0], PERSON_COLUMNS, placed.persons),
        (paths[1], TENURE_COLUMNS, placed.tenures),
    ):
        write_rows(path, columns, rows)
    return paths


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Writes one CSV file under another name first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    part = path.with_suffix(".part")
    part.write_text(text.getvalue(), encoding="utf-8", newline="")
    os.replace(part, path)
