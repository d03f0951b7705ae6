"""`merge_accounts`: every contact that the readings tell of, a pure function of the sets of readings and
judgements.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from communique.merge.agree import derive_contact
from communique.merge.gathering import Gathered, gather
from communique.merge.members import make_members
from communique.merge.origins import find_origins
from communique.merge.relations import relate_contacts
from communique.merge.slugs import with_slugs
from communique.records import Contact, Doubt, Judgement, Reading

SURE = 11.0  # the score of accounts that are alike in all that both tell


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeResult:
    """Contacts sorted by id, the program's judgements that joined their accounts, and doubts about
    merging.
    """

    contacts: tuple[Contact, ...]
    judgements: tuple[Judgement, ...]
    doubts: tuple[Doubt, ...]


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
        gathered = gather(make_members(readings), judgements)
        origins = find_origins(
            member.report for group in gathered.groups if len(group) > 1 for member in group
        )
        contacts = with_slugs(
            relate_contacts([settled(derive_contact(group, origins)) for group in gathered.groups])
        )
        return MergeResult(
            contacts=tuple(sorted(contacts, key=lambda each: each.id)),
            judgements=judged(gathered),
            doubts=tuple(torn_doubt(*torn) for torn in gathered.torn),
        )


@contextmanager
def collection_paused() -> Iterator[None]:
    """Frozen records hold no cycles; looking for some among a million of them takes half the time of a
    merge.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def judged(gathered: Gathered) -> tuple[Judgement, ...]:
    """Each link as the program's judgement, with score from 0 to 1."""
    made = {}
    for link in gathered.links:
        one, other = sorted((link.one, link.other))
        made[one, other] = Judgement(
            one=one,
            other=other,
            same=True,
            score=round(min(1.0, link.likeness.score / SURE), 3),
            reason=link.likeness.reason,
        )
    return tuple(made[key] for key in sorted(made))


def torn_doubt(account: str, one: str, other: str) -> Doubt:
    """An account without an exact day that fits two contacts alike."""
    return Doubt(
        id=f"which-{account}",
        about=account,
        question="Which contact does this account tell of?",
        choices=(one, other),
        why="its day is rough, and two contacts fit it alike; it stays apart until somebody judges",
    )
