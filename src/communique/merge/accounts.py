"""`merge_accounts`: every contact that the readings tell of, a pure function of the sets of readings and
judgements.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from msgspec.structs import replace

from communique.merge.agree import derive_contact
from communique.merge.compare import THRESHOLD
from communique.merge.gathering import SURE, Gathered, gather
from communique.merge.members import Member, make_members
from communique.merge.origins import find_origins
from communique.merge.relations import relate_contacts
from communique.merge.slugs import with_slugs
from communique.merge.spreading import Spread, in_parcels
from communique.record_type import Record
from communique.records import Contact, Doubt, Judgement, Reading


class MergeResult(Record, frozen=True, kw_only=True):
    """Contacts sorted by id, the program's judgements that joined their accounts or nearly did, and doubts about
    merging. `parts` are the ids of accounts that hang together: a part's contacts follow from it alone.
    """

    contacts: tuple[Contact, ...]
    judgements: tuple[Judgement, ...]
    doubts: tuple[Doubt, ...]
    parts: tuple[tuple[str, ...], ...] = ()


def merge_accounts(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement] = (),
    settled: Callable[[Contact], Contact] = lambda contact: contact,
) -> MergeResult:
    """The contacts of all readings; the order in which anything arrives makes no difference.

    "Xi spoke with Putin" (TASS) and "China's leader phoned the Kremlin" (Reuters) become one contact with two
    accounts. People's judgements (any author but "program") outweigh the program's own. `settled` puts what people
    corrected into a contact's record.
    """
    with collection_paused():
        merged = merge_members(make_members(readings), judgements, settled)
        contacts = with_slugs(relate_contacts(merged.contacts))
        return replace(merged, contacts=tuple(sorted(contacts, key=lambda each: each.id)))


def merge_members(
    members: Sequence[Member],
    judgements: Iterable[Judgement] = (),
    settled: Callable[[Contact], Contact] = lambda contact: contact,
    spread: Spread | None = None,
) -> MergeResult:
    """The contacts of members (sorted by id), without slugs and relations to other contacts.

    Where the members are whole parts of all that there are, their contacts are those of the whole. `spread` compares
    the accounts of blocks, and makes contacts of those that belong together, elsewhere.
    """
    gathered = gather(members, judgements, spread)
    contacts: Iterable[Contact]
    if spread is None:
        contacts = derive_groups(gathered.groups)
    else:
        contacts = chain.from_iterable(spread(derive_groups, list(in_parcels(gathered.groups, len))))
    return MergeResult(
        contacts=tuple(settled(contact) for contact in contacts),
        judgements=judged(gathered),
        doubts=tuple(torn_doubt(*torn) for torn in gathered.torn),
        parts=gathered.parts,
    )


def derive_groups(groups: Iterable[Sequence[Member]]) -> list[Contact]:
    """The contact that each group of members tells of."""
    return [derive_contact(group, origins_of(group)) for group in groups]


def origins_of(group: Sequence[Member]) -> dict[str, str]:
    """The origins of a contact's reports, of which several may be copies of one text."""
    return find_origins(member.report for member in group) if len(group) > 1 else {}


@contextmanager
def collection_paused() -> Iterator[None]:
    """Frozen records hold no cycles; looking for some among a million of them takes half the time of a
    merge. What was made counts as old afterwards, so that the next young object does not start a search of it all.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def judged(gathered: Gathered) -> tuple[Judgement, ...]:
    """Each link as the program's judgement, with score from 0 to 1; where two stayed apart and nearly did not, too."""
    made = {}
    for link in (*gathered.asked, *gathered.links):
        one, other = sorted((link.one, link.other))
        made[one, other] = Judgement(
            one=one,
            other=other,
            same=link.likeness.score >= THRESHOLD,
            score=round(min(1.0, link.likeness.score / SURE), 3),
            reason=link.likeness.reason,
        )
    return tuple(made[key] for key in sorted(made))


def torn_doubt(account: str, contacts: tuple[str, ...], why: str) -> Doubt:
    """An account that fits two contacts alike, or one nearly well enough."""
    return Doubt(
        id=f"which-{account}",
        about=account,
        question="Which contact does this account tell of?"
        if len(contacts) > 1
        else "Does this account tell of that contact?",
        choices=contacts,
        why=why,
    )
