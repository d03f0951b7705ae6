"""Makes the contacts again from accounts and decisions; their older names keep leading to them.

One more report makes anew only what its accounts hang together with; the outcome is that of making all anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from communique.ledger import schema
from communique.ledger.anchors import people_judgements
from communique.ledger.blocks import empty_blocks, find_touched, has_blocks, keep_blocks
from communique.ledger.contact_rows import delete_contacts, write_contacts, write_doubts
from communique.ledger.corrections import settling
from communique.ledger.derived import mark_derived
from communique.ledger.judgements import keep_judgements
from communique.ledger.listing import list_contacts
from communique.ledger.neighbours import load_contacts, place_contacts
from communique.ledger.pending import forget_pending, load_pending
from communique.ledger.portable import among
from communique.ledger.standing import load_told, standing_decisions
from communique.ledger.write import forget_derived
from communique.merge.accounts import collection_paused, merge_members
from communique.merge.members import make_members
from communique.merge.relations import relate_contacts
from communique.merge.slugs import with_slugs
from communique.merge.spreading import Spread

# Where more of the reports than this share are new, making all contacts anew is cheaper.
_MOST = 0.2


def derive_contacts(connection: Connection, recorded: str, spread: Spread | None = None) -> None:
    """Merge all accounts that stand anew under people's decisions and keep what follows; `spread` shares the work."""
    placed = standing_decisions(connection)
    with collection_paused():
        members = make_members(load_told(connection, placed))
        merged = merge_members(members, people_judgements(placed), settling(placed), spread)
        contacts = with_slugs(relate_contacts(merged.contacts))
    forget_derived(connection)
    write_contacts(connection, contacts, recorded)
    list_contacts(connection)
    write_doubts(connection, contacts, merged.doubts)
    keep_judgements(connection, merged.judgements, recorded)
    empty_blocks(connection)
    keep_blocks(connection, members, merged.parts)
    forget_pending(connection)
    mark_derived(connection, done=True)


def derive_pending(connection: Connection, recorded: str, spread: Spread | None = None) -> None:
    """Merge anew what hangs together with the reports that came or changed since, and keep what follows.

    `spread` shares the work where so much is new that all is merged anew.
    """
    reports = load_pending(connection)
    held = connection.scalar(select(func.count()).select_from(schema.report)) or 0
    if not reports or not has_blocks(connection) or len(reports) > _MOST * held:
        derive_contacts(connection, recorded, spread)
        return
    placed = standing_decisions(connection)
    members, before = find_touched(connection, reports, placed)
    merged = merge_members(members, people_judgements(placed), settling(placed))
    names = before | {member.id for member in members}
    old = load_contacts(connection, _owners(connection, names))
    found = place_contacts(connection, old, merged.contacts, settling(placed))
    delete_contacts(connection, [contact.id for contact in old])
    delete_contacts(connection, [contact.id for contact in found.moved], doubts=False)
    write_contacts(connection, [*found.fresh, *found.moved], recorded)
    list_contacts(connection, [contact.id for contact in (*found.fresh, *found.moved)])
    write_doubts(connection, found.fresh, merged.doubts)
    keep_judgements(connection, merged.judgements, recorded, among_accounts=names)
    keep_blocks(connection, members, merged.parts, gone=before)
    forget_pending(connection)
    mark_derived(connection, done=True)


def _owners(connection: Connection, accounts: Iterable[str]) -> list[str]:
    """The ids of the contacts that accounts are in."""
    row = schema.contact_account.c
    return list(connection.scalars(select(row.contact).where(among(row.account, accounts)).distinct()))
