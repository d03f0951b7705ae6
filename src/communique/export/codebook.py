"""The codebook: definitions, rules of inclusion, examples and versions, out of the code and the lexicon."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique import __version__
from communique.export.jsonl import SCHEMA_VERSION
from communique.export.tables import DEFINITIONS
from communique.knowledge import Knowledge, load_knowledge
from communique.knowledge.codes import SYSTEMS, coding, state_codes
from communique.knowledge.load import LEXICON, read_toml
from communique.ledger.schema import SCHEMA_VERSION as LEDGER_SCHEMA

# Title of each vocabulary of codebook.toml, in the order of the page.
VOCABULARIES = {
    "kind": "Kinds of contact", "status": "Statuses", "role": "Roles of participants", "level": "Levels",
    "channel": "Channels", "precision": "Precision of days", "basis": "How a day is known",
    "verdict": "Verdicts on a fact",
}  # fmt: skip


def codebook() -> dict[str, Any]:
    """All that the codebook says, as plain values: `--format json` writes it, the page is made of it."""
    knowledge = load_knowledge()
    told = tomllib.loads(Path(__file__).with_name("codebook.toml").read_text(encoding="utf-8"))
    return {
        "type": "codebook",
        "versions": {
            "program": __version__,
            "interchange": SCHEMA_VERSION,
            "ledger": LEDGER_SCHEMA,
            "lexicon": knowledge.edition,
        },
        "unit": told["unit"],
        "vocabularies": {name: told[name] for name in VOCABULARIES},
        "tables": DEFINITIONS,
        "cues": _cues(),
        "topics": _topics(),
        "events": {"plover": coding()["event"], "cameo": coding()["cameo"]},
        "codes": dict(sorted(Counter(system for _, system in state_codes()).items())),
        "lexicon": _sizes(knowledge),
    }


def _cues() -> list[dict[str, str]]:
    """Each rule that tells of a contact by its own words, with the sentence that it is tested on."""
    table = read_toml(LEXICON / "contacts.toml")
    return [
        {
            "id": entry["id"],
            "kind": entry.get("kind", ""),
            "sort": sort,
            "words": ", ".join(entry.get("lemmas", entry.get("words", ()))),
            "example": entry["example"],
        }
        for sort in ("verb", "noun")
        for entry in table[sort]
    ]


def _topics() -> list[dict[str, str]]:
    return [
        {"id": entry["id"], "name": entry["name"], "example": entry["example"]}
        for entry in read_toml(LEXICON / "topics.toml")["topic"]
    ]


def _sizes(knowledge: Knowledge) -> dict[str, int]:
    return {
        "states": len(knowledge.states),
        "organisations": len(knowledge.organisations),
        "offices": len(knowledge.offices),
        "persons": len(knowledge.persons),
        "tenures": len(knowledge.tenures),
        "places": len(knowledge.places),
        "outlets": len(knowledge.outlets),
    }


def codebook_page(told: dict[str, Any]) -> Iterator[str]:
    """The codebook as Markdown, in parts."""
    yield "# Codebook\n\n" + _versions(told)
    yield "\n## The unit\n\n" + "\n\n".join(told["unit"].values()) + "\n"
    for name, title in VOCABULARIES.items():
        yield f"\n## {title}\n\n" + _vocabulary(told["vocabularies"][name])
    for name, table in told["tables"].items():
        yield f"\n## Table `{name}`\n\n" + _table(table)
    yield "\n## Words that tell of a contact\n\n" + _grid(
        ("id", "sort", "kind", "words", "example"), told["cues"]
    )
    yield "\n## Topics\n\n" + _grid(("id", "name", "example"), told["topics"])
    yield "\n## PLOVER\n\n" + _grid(
        ("type", "status", "kind", "auxiliary", "example"), told["events"]["plover"]
    )
    yield "\n## CAMEO\n\n" + _grid(
        ("code", "name", "type", "as", "goldstein", "example"), told["events"]["cameo"]
    )
    yield "\n## Codes of states\n\n" + _codes(told["codes"])


def _versions(told: dict[str, Any]) -> str:
    sizes = ", ".join(f"{number} {name}" for name, number in told["lexicon"].items())
    versions = told["versions"]
    return (
        f"Communique {versions['program']}; interchange schema {versions['interchange']}, ledger schema "
        f"{versions['ledger']}, lexicon {versions['lexicon']} ({sizes}).\n"
    )


def _vocabulary(entries: dict[str, dict[str, str]]) -> str:
    columns = [
        name for name in ("definition", "rule", "example") if any(name in each for each in entries.values())
    ]
    rows = [{"value": f"`{name}`", **entry} for name, entry in entries.items()]
    return _grid(("value", *columns), rows)


def _table(table: dict[str, Any]) -> str:
    joins = "; ".join(f"`{column}` leads to `{other}`" for column, other in table["joins"].items())
    said = f"A row is {table['unit']}. Key: {', '.join(f'`{each}`' for each in table['key'])}."
    rows = [{"column": f"`{name}`", "holds": meaning} for name, meaning in table["columns"].items()]
    return f"{said}{f' {joins}.' if joins else ''}\n\n" + _grid(("column", "holds"), rows)


def _codes(counted: dict[str, int]) -> str:
    meanings = {
        "iso2": "ISO 3166-1 alpha-2", "iso3": "ISO 3166-1 alpha-3", "cow": "Correlates of War",
        "gw": "Gleditsch-Ward", "fips": "FIPS 10-4", "cameo": "CAMEO",
    }  # fmt: skip
    rows = [{"system": f"`{name}`", "name": meanings[name], "states": counted[name]} for name in SYSTEMS]
    return _grid(("system", "name", "states"), rows) + (
        "\nA code is looked up on the last possible day of the contact. An empty cell is a state that has no code in "
        "that system, or had none on that day.\n"
    )


def _grid(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    columns = tuple(columns)
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    lines += [f"| {' | '.join(_cell(row.get(column, '')) for column in columns)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: Any) -> str:
    return (", ".join(value) if isinstance(value, list) else str(value)).replace("|", "\\|")
