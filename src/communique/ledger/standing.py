"""What merging is given: the current readings without withdrawn reports, corrected as people decided."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select

from communique.ledger.anchors import Placed, place_decisions
from communique.ledger.corrections import correct_readings
from communique.ledger.decisions import load_decisions
from communique.ledger.portable import among
from communique.ledger.schema import reading, version
from communique.ledger.stored import load_readings
from communique.records import Reading

RETRACTION, CORRECTION = "retraction", "correction"


def standing_decisions(connection: Connection) -> list[Placed]:
    """People's decisions that stand, with the accounts that they mean now."""
    return place_decisions(connection, load_decisions(connection))


def withdrawn_reports(connection: Connection) -> dict[str, str]:
    """Reports that make no contacts, and why: retracted by their outlet, or called unreliable by a person."""
    retracted = (
        select(reading.c.report)
        .join(version, version.c.id == reading.c.version)
        .where(reading.c.current, version.c.notice == RETRACTION)
    )
    why = dict.fromkeys(connection.scalars(retracted), "retracted by its outlet")
    for each in load_decisions(connection, undone=True):
        if each.kind == "unreliable" and each.subject and not each.undone:
            why[each.subject] = f"called unreliable by {each.author}: {each.reason}"
        elif each.kind == "add" and each.subject and each.undone:
            why[each.subject] = f"taken back by {each.undone_by}: {each.undone_why}"
        elif each.kind == "add" and each.subject:
            why.pop(each.subject, None)  # entered again
    return why


def load_told(
    connection: Connection, placed: Iterable[Placed], *conditions: ColumnElement[bool]
) -> list[Reading]:
    """The current readings with accounts that merging is given, in the order of their reports' ids."""
    told = [reading.c.accounts > 0, *conditions]
    if withdrawn := withdrawn_reports(connection):
        told.append(~among(reading.c.report, withdrawn))
    return correct_readings(load_readings(connection, *told), placed)
