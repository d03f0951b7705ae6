"""Reads the lexicon's TOML and CSV files into entries; a faulty line is named with file, line and remedy."""

from __future__ import annotations

import csv
import difflib
import tomllib
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.errors import LexiconError
from communique.knowledge.check import Placed, check_holders, check_tenure
from communique.knowledge.entries import Kin, Office, Organisation, Outlet, Person, Place, State, Tenure

LEXICON = Path(__file__).resolve().parent.parent / "lexicon"


def read_toml(path: Path) -> dict[str, Any]:
    """One TOML file of the lexicon, empty where an overlay has none; an error names the file and the place.

    Several parts of the program read the same file: what was parsed is shared, and not to be changed.
    """
    return _parsed(path, path.stat().st_mtime_ns) if path.exists() else {}


@lru_cache(maxsize=8)
def _parsed(path: Path, _changed: int) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(error), where=path.name, remedy="mend the TOML at that place") from error


def read_rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of one CSV file with their place ("americas.csv:41")."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            if None in row or None in row.values():
                raise LexiconError(
                    "wrong number of columns",
                    where=f"{path.name}:{reader.line_num}",
                    remedy=f"the columns are {', '.join(reader.fieldnames or ())}",
                )
            yield f"{path.name}:{reader.line_num}", row


def words(text: str) -> tuple[str, ...]:
    """The parts of a cell divided by bars."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def read_states(folder: Path) -> tuple[State, ...]:
    """states.toml as entries."""
    return tuple(
        State(
            id=entry["id"],
            name=entry["name"],
            official=entry.get("official", ""),
            names=tuple(entry.get("names", ())),
            demonyms=tuple(entry.get("demonyms", ())),
            capitals=tuple(
                dict.fromkeys([c for c in (entry.get("capital"), *entry.get("capitals", ())) if c])
            ),
            metonyms=tuple(entry.get("metonyms", ())),
            ambiguous=tuple(entry.get("ambiguous", ())),
            timezone=entry.get("timezone", ""),
            iso2=entry.get("iso2", ""),
        )
        for entry in read_toml(folder / "states.toml").get("state", ())
    )


def read_blocking(folder: Path) -> tuple[str, ...]:
    """Longer names of states.toml in which a state's name does not stand for the state."""
    return tuple(read_toml(folder / "states.toml").get("not_names", ()))


def read_given_names(folder: Path) -> dict[str, str]:
    """The sex of each name of given_names.toml: "Helga" f."""
    names = read_toml(folder / "given_names.toml")
    return {name: sex for key, sex in (("men", "m"), ("women", "f")) for name in names.get(key, ())}


def read_organisations(folder: Path) -> tuple[Organisation, ...]:
    """organisations.toml as entries."""
    return tuple(
        Organisation(
            id=entry["id"],
            name=entry["name"],
            names=tuple(n for n in (entry.get("official", ""), *entry.get("names", ())) if n),
            kind=entry.get("kind", "intergovernmental"),
            of=entry.get("of", ""),
            seat=entry.get("seat", ""),
            metonyms=tuple(entry.get("metonyms", ())),
            ambiguous=tuple(entry.get("ambiguous", ())),
            members=tuple(entry.get("members", ())),
        )
        for entry in read_toml(folder / "organisations.toml").get("organisation", ())
    )


def read_offices(folder: Path) -> tuple[Office, ...]:
    """offices.toml as entries."""
    return tuple(
        Office(
            id=entry["id"],
            title=entry["title"],
            level=entry.get("level", "officials"),
            single=entry.get("single", False),
            several=tuple(entry.get("several", ())),
            titles=tuple(entry.get("titles", ())),
            generic=tuple(entry.get("generic", ())),
            own={state: tuple(titles) for state, titles in entry.get("own", {}).items()},
            display=dict(entry.get("display", {})),
        )
        for entry in read_toml(folder / "offices.toml").get("office", ())
    )


def read_places(folder: Path) -> tuple[Place, ...]:
    """places.toml as entries."""
    return tuple(
        Place(
            name=entry["name"],
            state=entry.get("state", ""),
            names=tuple(entry.get("names", ())),
            ambiguous=tuple(entry.get("ambiguous", ())),
            kind=entry.get("kind", "city"),
        )
        for entry in read_toml(folder / "places.toml").get("place", ())
    )


def read_outlets(folder: Path) -> tuple[Outlet, ...]:
    """outlets.toml as entries."""
    return tuple(
        Outlet(
            id=entry["id"],
            name=entry["name"],
            names=tuple(entry.get("names", ())),
            ambiguous=tuple(entry.get("ambiguous", ())),
            kind=entry.get("kind", "newspaper"),
            state=entry.get("state", ""),
            run_by_state=entry.get("run_by_state", False),
            speaks_for=entry.get("speaks_for", ""),
            domains=tuple(entry.get("domains", ())),
        )
        for entry in read_toml(folder / "outlets.toml").get("outlet", ())
    )


def read_persons(paths: Iterable[Path]) -> dict[str, Person]:
    """Persons by id; the same id twice is a contradiction."""
    persons: dict[str, Person] = {}
    for path in paths:
        for place, row in read_rows(path):
            if row["id"] in persons:
                raise LexiconError(
                    f'person "{row["id"]}" stands twice', where=place, remedy="give one of them a number"
                )
            if row["born"] and not row["born"].isdigit():
                raise LexiconError(
                    f'born "{row["born"]}" is no year', where=place, remedy="write a year or nothing"
                )
            persons[row["id"]] = Person(
                id=row["id"],
                name=row["name"],
                family=words(row["family"]),
                sex=row["sex"],
                born=int(row["born"]) if row["born"] else None,
                aliases=words(row["aliases"]),
            )
    return persons


def read_nationals(path: Path, persons: dict[str, Person], states: Collection[str]) -> dict[str, str]:
    """nationals.csv: the state whose national serves an organisation alone; an unknown person or state is refused."""
    found: dict[str, str] = {}
    for place, row in read_rows(path) if path.exists() else ():
        require(row["person"], persons, "person", "the persons files", place)
        require(row["state"], dict.fromkeys(states), "state", "states.toml", place)
        found[row["person"]] = row["state"]
    return found


TIES = ("parent", "sibling", "spouse")


def read_kin(path: Path, persons: dict[str, Person]) -> tuple[Kin, ...]:
    """kin.csv as entries, none where a folder has no such file; an unknown person or tie is refused with its place."""
    found: list[Kin] = []
    for place, row in read_rows(path) if path.exists() else ():
        for key in ("person", "other"):
            require(row[key], persons, "person", "the persons files", place)
        require(row["tie"], dict.fromkeys(TIES), "tie", f"the ties {', '.join(TIES)}", place)
        found.append(Kin(person=row["person"], tie=row["tie"], other=row["other"]))
    return tuple(found)


def read_tenures(
    paths: Iterable[Path], persons: dict[str, Person], offices: dict[str, Office], owners: Collection[str]
) -> tuple[Tenure, ...]:
    """Tenures in the order of the files; unknown names are refused with the nearest right one, contradictions with both places."""
    placed: list[Placed] = []
    for path in paths:
        for place, row in read_rows(path):
            require(row["person"], persons, "person", "the persons files", place)
            require(row["office"], offices, "office", "offices.toml", place)
            tenure = Tenure(
                **{
                    key: row[key]
                    for key in ("of", "office", "person", "start", "end", "known_until", "title", "note")
                }
            )
            placed.append(Placed(tenure=tenure, place=place))
            check_tenure(placed[-1], owners)
    check_holders(placed, offices)
    return tuple(each.tenure for each in placed)


def require(name: str, known: dict[str, Any], what: str, home: str, place: str) -> None:
    """Refuses a name that the lexicon does not know, with the nearest one that it does."""
    if name in known:
        return
    near = difflib.get_close_matches(name, known, n=1)
    remedy = f'did you mean "{near[0]}"?' if near else f"add it to {home}"
    raise LexiconError(f'{what} "{name}" is not in {home}', where=place, remedy=remedy)
