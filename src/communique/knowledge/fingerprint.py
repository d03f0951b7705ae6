"""What an edition of the lexicon held, entry by entry, so that a later one can tell which reports it can touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from communique.knowledge.store import Knowledge, edition_of, lexicon_folders
from communique.record_type import Record
from communique.records import Mention, Report

# Files whose entries are told apart; all others hold rules.
_ENTRIES = frozenset({"states.toml", "organisations.toml", "offices.toml", "outlets.toml", "places.toml"})
_FOLDERS = frozenset({"persons", "tenures"})
_SHORT = 8


class Fingerprint(Record, frozen=True, kw_only=True):
    """`rules` is one hash of program and rules, `entries` has one for each entry: {"person xi-jinping": "1f3a9c20"}.

    A changed rule can touch any report, a changed entry those that name it.
    """

    rules: str
    entries: Mapping[str, str]


def fingerprint(knowledge: Knowledge) -> Fingerprint:
    """The fingerprint of the lexicon that is loaded, with its overlay."""
    return Fingerprint(rules=_rules(knowledge), entries=dict(sorted(_entries(knowledge))))


def _rules(knowledge: Knowledge) -> str:
    # The edition of no folder at all is the program's version alone.
    digest = sha256(f"{edition_of(())}{knowledge.blocking}".encode())
    for folder in lexicon_folders():
        for path in sorted(folder.rglob("*")):
            entries = path.name in _ENTRIES or path.parent.name in _FOLDERS
            if path.suffix in {".toml", ".csv"} and not entries:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _entries(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for kind, entries in (
        ("state", knowledge.states),
        ("organisation", knowledge.organisations),
        ("office", knowledge.offices),
        ("outlet", knowledge.outlets),
        ("place", knowledge.places),
        ("person", knowledge.persons),
        ("tenures", knowledge.tenures_of),
    ):
        for key, entry in entries.items():
            yield f"{kind} {key}", sha256(repr(entry).encode()).hexdigest()[:_SHORT]


def changed_ids(before: Mapping[str, str], knowledge: Knowledge) -> frozenset[str]:
    """Ids of every entry that is new, gone or different since.

    Where a person's tenures changed, the states and organisations of these, too: "the Japanese prime minister"
    names nobody, and means another.
    """
    now = fingerprint(knowledge).entries
    keys = [key.split(" ", 1) for key in {*before, *now} if before.get(key) != now.get(key)]
    held = (t.of for kind, name in keys if kind == "tenures" for t in knowledge.tenures_of.get(name, ()))
    return frozenset({name for _, name in keys} | set(held))


def names_any(
    report: Report, mentions: tuple[Mention, ...], ids: frozenset[str], knowledge: Knowledge
) -> bool:
    """Whether a report names one of the entries, by today's words or by what was read in it."""
    if any(actor.id in ids or actor.state in ids for mention in mentions for actor in mention.actors):
        return True
    texts = (report.body, report.outlet or "", report.credit or "", report.byline or "")
    return any(name.id in ids for text in texts for hit in knowledge.index.find(text) for name in hit.names)
