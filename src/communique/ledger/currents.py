"""Which reading of a report counts: of its newest text, of the edition that was adopted last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from communique.ledger import schema
from communique.ledger.pending import note_pending
from communique.ledger.portable import among, names_of

reading, version, adoption = schema.reading, schema.version, schema.adoption


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """From where the ledger is looked at; None is now, as it is.

    `as_of`: what it held at this time. `known_by`: only what had been published by this day or time, whenever it was
    read. `edition`: as if the readings of this edition, kept beside, had been adopted.
    """

    as_of: str | None = None
    known_by: str | None = None
    edition: str | None = None


_NOW = View()


def choose_current(
    connection: Connection, reports: Iterable[str], again: Iterable[str], view: View = _NOW
) -> None:
    """Mark the current reading of each report, and let the index hold its text.

    `again` names the reports that may be in the index already.
    """
    names = set(reports)
    chosen = list(_best(connection, names, view).values())
    others = reading.c.current & reading.c.id.not_in(select(names_of(chosen).c.value))
    connection.execute(update(reading).where(among(reading.c.report, names), others).values(current=False))
    unmarked = among(reading.c.id, chosen) & ~reading.c.current
    connection.execute(update(reading).where(unmarked).values(current=True))
    note_pending(connection, names)
    index_texts(connection, names, set(again))


def _best(connection: Connection, reports: set[str], view: View) -> dict[str, str]:
    """The reading of each report with the highest rank; a report all of whose readings lie beside has none."""
    taken: dict[str, str] = {}
    rows = connection.execute(select(adoption.c.edition, adoption.c.recorded).order_by(adoption.c.recorded))
    for row in rows:
        taken[row.edition] = row.recorded
    if view.edition:
        taken[view.edition] = "9999"
    found = connection.execute(
        select(reading.c.id, reading.c.report, reading.c.published, reading.c.recorded, reading.c.version)
        .add_columns(reading.c.adopted, reading.c.edition)
        .add_columns(version.c.modified, version.c.retrieved, version.c.recorded.label("text_recorded"))
        .join(version, version.c.id == reading.c.version)
        .where(among(reading.c.report, reports))
        .order_by(version.c.recorded, version.c.id)
    )
    best: dict[str, tuple[str, ...]] = {}
    for row in found:
        first = row.report not in best
        if view.known_by and not _was_out(row, first, view.known_by):
            continue
        later = taken.get(row.edition, "")
        adopted = max(row.adopted or "", later if later >= row.recorded else "")
        if adopted:
            stamp = row.modified or row.retrieved or row.published or ""
            rank = (stamp, row.text_recorded, row.version, adopted, row.recorded, row.id)
            best[row.report] = max(best.get(row.report, ()), rank)
    return {report: rank[-1] for report, rank in best.items()}


def _was_out(row: object, first: bool, by: str) -> bool:
    """Whether a text was out by a day or time: when it says that it was changed or published, else when fetched.

    A later text of a report does not inherit the day on which the first was published.
    """
    told = [getattr(row, name) for name in ("modified", "published", "retrieved", "text_recorded")]
    out = str(next(each for each in (told if first else [told[0], *told[2:]]) if each))
    length = min(len(out), len(by))
    return out[:length] <= by[:length]


def index_texts(connection: Connection, reports: Iterable[str], again: set[str]) -> None:
    """Put the current texts of the reports into the index; of those in `again` the old ones go first."""
    if again:
        old = (schema.passage.c.kind == "report") & among(schema.passage.c.key, again)
        connection.execute(delete(schema.passage).where(old))
    rows = connection.execute(
        select(version.c.report, version.c.title, version.c.body)
        .join(reading, reading.c.version == version.c.id)
        .where(reading.c.current, among(version.c.report, reports))
        .order_by(version.c.report)
    )
    texts = [
        {"kind": "report", "key": row.report, "title": row.title or "", "text": row.body} for row in rows
    ]
    if texts:
        connection.execute(insert(schema.passage), texts)
