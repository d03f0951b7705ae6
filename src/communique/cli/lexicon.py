"""`communique lexicon`: check the knowledge about the world, and import more into a folder of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.knowledge import Knowledge

_SHOWN = 20  # names and refused entries listed, the rest is counted

_overlay = click.option(
    "--lexicon",
    "overlay",
    metavar="FOLDER",
    envvar="COMMUNIQUE_LEXICON",
    show_envvar=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of your own entries.",
)


@click.group("lexicon")
def command() -> None:
    """Check the lexicon, or import persons and offices into a folder of your own.

    \b
    communique lexicon check
    communique lexicon import ministers.csv --lexicon my-lexicon
    """


@command.command("check")
@_overlay
def check(overlay: Path | None) -> None:
    """Load everything anew, refuse contradictions, and tell of names that two entries share."""
    from communique.knowledge.store import lexicon_folders, read_knowledge

    knowledge = read_knowledge(lexicon_folders(overlay), "check")
    click.echo(
        f"{len(knowledge.states)} states, {len(knowledge.organisations)} organisations, {len(knowledge.offices)} offices, "
        f"{len(knowledge.persons)} persons, {len(knowledge.tenures)} tenures, {len(knowledge.places)} places, {len(knowledge.outlets)} outlets"
    )
    shared = _shared(knowledge)
    for form, owners in shared[:_SHOWN]:
        click.echo(f'shared: "{form}" names {", ".join(owners)}')
    if len(shared) > _SHOWN:
        click.echo(f"and {len(shared) - _SHOWN} more shared names")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@_overlay
@click.option(
    "--known-until", metavar="DAY", help="Up to which day open tenures are known to hold; today if left out."
)
def import_(file: Path, overlay: Path | None, known_until: str | None) -> None:
    """Import persons and offices: Wikidata query results (JSON), FollowTheMoney JSON lines, or CSV.

    The columns of a CSV are name, aliases, sex, born, of, office, start, end, known_until. A second import of a
    file of the same name replaces the first.
    """
    from datetime import date

    from communique.errors import UsageError
    from communique.knowledge import load_knowledge
    from communique.knowledge.imports import read_import
    from communique.knowledge.placing import place_imported, write_placed
    from communique.knowledge.store import lexicon_folders, read_knowledge

    if overlay is None:
        raise UsageError(
            "import needs a folder to write to", remedy="--lexicon FOLDER, or set COMMUNIQUE_LEXICON"
        )
    placed = place_imported(read_import(file), load_knowledge(), known_until or date.today().isoformat())  # noqa: DTZ011  the user's own day
    overlay.mkdir(parents=True, exist_ok=True)
    paths = write_placed(placed, overlay, file.stem)
    click.echo(
        f"{len(placed.persons)} new persons in {paths[0]}\n{len(placed.tenures)} tenures in {paths[1]}"
    )
    for entry, reason in placed.refused[:_SHOWN]:
        click.echo(f"left out {entry.place}: {entry.name or 'somebody'}: {reason}", err=True)
    if len(placed.refused) > _SHOWN:
        click.echo(f"and {len(placed.refused) - _SHOWN} more left out", err=True)
    read_knowledge(lexicon_folders(overlay), "check")


def _shared(knowledge: Knowledge) -> list[tuple[str, list[str]]]:
    """Names of states, organisations and full names of persons that stand for more than one, by name."""
    from communique.knowledge.names import organisation_names, person_names, state_names

    owners: dict[str, set[str]] = {}
    for name in (
        *state_names(knowledge.states.values()),
        *organisation_names(knowledge.organisations.values()),
        *person_names(knowledge.persons.values()),
    ):
        if name.category != "family" and not name.weak:
            owners.setdefault(name.form, set()).add(name.id)
    return sorted((form, sorted(ids)) for form, ids in owners.items() if len(ids) > 1)
