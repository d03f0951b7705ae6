"""`Knowledge`: everything that is not the report, loaded once, with a digest that names its edition."""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge import cache, load, names
from communique.knowledge.entries import Kin, Office, Organisation, Outlet, Person, Place, State, Tenure
from communique.knowledge.fold import lower
from communique.knowledge.index import NameIndex
from communique.knowledge.model import open_model
from communique.knowledge.overlay import laid_over, overlay_folder

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Knowledge:
    """The lexicon by id, its compiled matcher, and the language model behind `nlp`."""

    states: dict[str, State]
    organisations: dict[str, Organisation]
    offices: dict[str, Office]
    persons: dict[str, Person]
    tenures: tuple[Tenure, ...]
    places: dict[str, Place]
    outlets: dict[str, Outlet]
    edition: str
    blocking: tuple[str, ...] = ()
    kin: tuple[Kin, ...] = ()
    nationals: Mapping[str, str] = field(default_factory=dict)

    @functools.cached_property
    def index(self) -> NameIndex:
        """The compiled matcher over every surface form."""
        return NameIndex(
            (
                *names.blocking_names(self.blocking),
                *names.person_names(self.persons.values()),
                *names.state_names(self.states.values()),
                *names.organisation_names(self.organisations.values()),
                *names.office_names(self.offices.values()),
                *names.outlet_names(self.outlets.values()),
                *names.place_names(self.places.values()),
            )
        )

    @functools.cached_property
    def tenures_of(self) -> dict[str, tuple[Tenure, ...]]:
        """Tenures by person, in the order of their start."""
        by_person: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            by_person[tenure.person].append(tenure)
        return {person: tuple(sorted(held, key=lambda t: t.start)) for person, held in by_person.items()}

    @functools.cached_property
    def relatives(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """By person the relatives, each with what they are to the person: ("child", "rahul-gandhi") of Sonia Gandhi."""
        turned = {"parent": "child"}
        by_person: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for kin in self.kin:
            by_person[kin.person].append((kin.tie, kin.other))
            by_person[kin.other].append((turned.get(kin.tie, kin.tie), kin.person))
        return {person: tuple(ties) for person, ties in by_person.items()}

    @functools.cached_property
    def families(self) -> dict[str, tuple[str, ...]]:
        """Persons by family name, folded and in lower case."""
        by_family: dict[str, list[str]] = defaultdict(list)
        for person in self.persons.values():
            for family in person.family:
                by_family[lower(family)].append(person.id)
        return {family: tuple(ids) for family, ids in by_family.items()}

    @functools.cached_property
    def given_names(self) -> dict[str, str]:
        """The sex of a given name: of those listed, and of those that three persons at least bear, all of one sex: "Angela" f."""
        met: dict[str, list[str]] = defaultdict(list)
        listed = load.read_given_names(load.LEXICON)
        for person in self.persons.values():
            first, _, rest = person.name.partition(" ")
            if person.sex and rest and first not in person.family:
                met[first].append(person.sex)
        borne = {name: sexes[0] for name, sexes in met.items() if len(sexes) >= 3 and len(set(sexes)) == 1}
        return {name: sex for name, sex in listed.items() if {sex}.issuperset(met[name])} | borne

    @functools.cached_property
    def holders(self) -> dict[tuple[str, str], tuple[Tenure, ...]]:
        """Tenures by state or organisation and office, in the order of their start."""
        by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            by_office[tenure.of, tenure.office].append(tenure)
        return {key: tuple(sorted(held, key=lambda t: t.start)) for key, held in by_office.items()}

    @property
    def nlp(self) -> Language:
        """The language model, opened at the first use."""
        return open_model()


def lexicon_folders(overlay: Path | None = None) -> tuple[Path, ...]:
    """The package's lexicon and, laid over it, the folder given or named by COMMUNIQUE_LEXICON."""
    folder = overlay_folder(overlay)
    return (load.LEXICON, folder) if folder else (load.LEXICON,)


def edition_of(folders: tuple[Path, ...]) -> str:
    """A digest of the program's version and of every file of the lexicon and its overlay."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        digest = hashlib.sha256(version("communique").encode())
    except PackageNotFoundError:
        digest = hashlib.sha256(b"source")
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".toml", ".csv"}:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load_knowledge(overlay: Path | None = None) -> Knowledge:
    """The lexicon as Knowledge, from the user's cache where it is whole and current; once a process.

    `overlay` is a folder of the user's own entries, which add and override; without one COMMUNIQUE_LEXICON names it.
    Raises LexiconError with file, line and remedy.
    """
    return load_folders(lexicon_folders(overlay))


@functools.cache
def load_folders(folders: tuple[Path, ...]) -> Knowledge:
    """The knowledge of a lexicon and its overlays."""
    edition = edition_of(folders)
    known = cache.read_cached(edition)
    if isinstance(known, Knowledge) and known.edition == edition:
        return known
    knowledge = read_knowledge(folders, edition)
    knowledge.index, knowledge.tenures_of, knowledge.holders, knowledge.families, knowledge.given_names  # noqa: B018 - made once, for the cache
    cache.write_cached(edition, knowledge)
    return knowledge


def read_knowledge(folders: tuple[Path, ...], edition: str) -> Knowledge:
    """The lexicon from its files; a later folder's entries replace those of the same id."""
    offices = {office.id: office for folder in folders for office in load.read_offices(folder)}
    states = {state.id: state for folder in folders for state in load.read_states(folder)}
    organisations = {one.id: one for folder in folders for one in load.read_organisations(folder)}
    persons: dict[str, Person] = {}
    tenures: tuple[Tenure, ...] = ()
    for folder in folders:
        persons |= load.read_persons(sorted((folder / "persons").glob("*.csv")))
        added = load.read_tenures(
            sorted((folder / "tenures").glob("*.csv")), persons, offices, {*states, *organisations}
        )
        tenures = laid_over(tenures, added, offices) if tenures else added
    return Knowledge(
        states=states,
        organisations=organisations,
        offices=offices,
        persons=persons,
        tenures=tenures,
        places={place.name: place for folder in folders for place in load.read_places(folder)},
        outlets={outlet.id: outlet for folder in folders for outlet in load.read_outlets(folder)},
        edition=edition,
        blocking=tuple(form for folder in folders for form in load.read_blocking(folder)),
        nationals={
            person: state
            for folder in folders
            for person, state in load.read_nationals(folder / "nationals.csv", persons, states).items()
        },
        kin=tuple(kin for folder in folders for kin in load.read_kin(folder / "kin.csv", persons)),
    )
