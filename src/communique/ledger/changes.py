"""What changed in the ledger between two times, or would by an edition, and why: report, decision or edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.ledger.codec import to_plain
from communique.records import Contact

# The facts that are compared, in the order in which changes are told.
_COMPARED = (
    "kind", "status", "disputed", "when", "participants", "initiator", "host", "places", "duration_minutes",
    "occasion", "first_since", "first_since_contact", "topics", "outcomes", "part_of", "planned_in", "accounts", "slug",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One difference: a contact that is `new`, `gone`, `joined` into another, `parted` from one, or a fact `changed`.

    `contact` and `slug` are those of the later state, or of the earlier where it is gone. `before` and `after` are
    plain values; `why` names the reports, decisions and editions that brought it.
    """

    what: str
    contact: str
    slug: str
    fact: str | None = None
    before: Any = None
    after: Any = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """Something that was recorded: "a new text of 003.txt", for the accounts and reports that it touches."""

    told: str
    accounts: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()

    def touches(self, contact: Contact) -> bool:
        """Whether an account of the contact, or the report of one, is among what was touched."""
        return any(each.id in self.accounts or each.report in self.reports for each in contact.accounts)


def find_changes(
    earlier: Iterable[Contact], later: Iterable[Contact], causes: Iterable[Cause]
) -> list[Change]:
    """The differences between two states, by contact; a pure function of both and of what was recorded between."""
    causes = list(causes)
    before, after = {each.id: each for each in earlier}, {each.id: each for each in later}
    came_from = _origins(before.values(), after.values())
    found: list[Change] = []
    for name in sorted(after):
        found += _of_later(after[name], [before[each] for each in sorted(came_from.get(name, ()))], causes)
    kept = {each for origins in came_from.values() for each in origins}
    for name in sorted(set(before) - kept):
        contact = before[name]
        why = _why(causes, contact) or ("no account of it is left",)
        found.append(Change(what="gone", contact=name, slug=contact.slug, before=_brief(contact), why=why))
    return found + _parted(before, after, came_from, causes)


def _origins(before: Iterable[Contact], after: Iterable[Contact]) -> dict[str, set[str]]:
    """For each later contact the earlier ones that it shares accounts with."""
    owner = {account.id: contact.id for contact in before for account in contact.accounts}
    came_from: dict[str, set[str]] = defaultdict(set)
    for contact in after:
        for account in contact.accounts:
            if account.id in owner:
                came_from[contact.id].add(owner[account.id])
    return came_from


def _of_later(contact: Contact, origins: list[Contact], causes: list[Cause]) -> Iterator[Change]:
    def change(what: str, was: Contact | None, **more: Any) -> Change:
        touched = [each for each in (contact, was) if each is not None]
        return Change(
            what=what, contact=contact.id, slug=contact.slug, why=_why(causes, *touched) or _NEIGHBOUR, **more
        )

    if not origins:
        yield change("new", None, after=_brief(contact))
        return
    same = next((each for each in origins if each.id == contact.id), origins[0])
    for other in origins:
        if other is not same:
            yield change("joined", other, before=_brief(other), after=_brief(contact))
    old, new = _facts(same), _facts(contact)
    for fact in _COMPARED:
        if old[fact] != new[fact]:
            yield change("changed", same, fact=fact, before=old[fact], after=new[fact])


_NEIGHBOUR = ("it follows from a change to another contact",)


def _parted(
    before: Mapping[str, Contact],
    after: Mapping[str, Contact],
    came_from: Mapping[str, set[str]],
    causes: list[Cause],
) -> list[Change]:
    went_to: dict[str, list[str]] = defaultdict(list)
    for name in sorted(came_from):
        for origin in came_from[name]:
            went_to[origin].append(name)
    return [
        Change(
            what="parted",
            contact=name,
            slug=after[name].slug,
            before=_brief(before[origin]),
            after=_brief(after[name]),
            why=_why(causes, after[name], before[origin]) or _NEIGHBOUR,
        )
        for origin, names in sorted(went_to.items())
        for name in names
        if len(names) > 1 and name != origin and origin in after
    ]


def _why(causes: Iterable[Cause], *contacts: Contact) -> tuple[str, ...]:
    told = (cause.told for cause in causes if any(cause.touches(contact) for contact in contacts))
    return tuple(dict.fromkeys(told))


def _facts(contact: Contact) -> dict[str, Any]:
    when = contact.when
    return {
        **{name: to_plain(getattr(contact, name)) for name in _COMPARED},
        "when": {"start": when.start, "end": when.end} if when else None,
        "participants": [f"{each.actor.id} ({each.role})" for each in contact.participants],
        "places": [place.name for place in contact.places],
        "accounts": sorted(account.id for account in contact.accounts),
    }


def _brief(contact: Contact) -> dict[str, Any]:
    facts = _facts(contact)
    return {name: facts[name] for name in ("slug", "kind", "status", "when", "participants")}
