"""How contacts hang together: a meeting within a visit, a call after a meeting; from account ids to contact
ids.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from communique.merge.members import MEDIUM, day_number, side_of
from communique.records import Account, Contact

LONGEST = 7  # days that an undated visit and its undated meeting may be told apart
HELD = frozenset({"held", "ongoing"})
WHOLES = frozenset({"visit", "summit"})  # what a meeting may be part of
STRETCH, LONG_STAY, ALWAYS = 16, 64, -1  # days: visits are looked up by stretches, those of months always
MET = frozenset({"meeting", "talks", "summit", "signing"})  # what a visit may consist of
Visits = dict[tuple[str, str, int], list[Contact]]
Held = dict[tuple[frozenset[str], str, str], list[Contact]]
Summits = dict[tuple[frozenset[str], int], list[Contact]]


def relate_contacts(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts with `after`, `part_of`, `planned_in` and `first_since_contact` as ids of contacts."""
    owner = {account.id: contact.id for contact in contacts for account in contact.accounts}
    by_id = {contact.id: contact for contact in contacts}
    visits, summits, held = index_visits(contacts), index_summits(contacts), index_held(contacts)
    related = []
    for contact in contacts:
        after = {owner[told] for a in contact.accounts for told in a.after if told in owner} - {contact.id}
        told = {owner[a.part_of] for a in contact.accounts if a.part_of and a.part_of in owner} - {contact.id}
        part_of = (
            whole_told(contact, (by_id[each] for each in told))
            or find_visit(contact, visits)
            or find_summit(contact, summits)
        )
        planned_in = leads_to(contact, owner, lambda account: account.planned_in)
        since = leads_to(contact, owner, lambda account: account.first_since_account)
        since = since or find_since(contact, held)
        related.append(
            replace(
                contact,
                after=tuple(sorted(after)),
                part_of=part_of,
                planned_in=planned_in,
                first_since_contact=since,
            )
            if after or part_of or planned_in or since
            else contact
        )
    return [date_by_order(contact, by_id) for contact in related]


def whole_told(contact: Contact, wholes: Iterable[Contact]) -> str | None:
    """The visit or summit that the reports of a contact lay it in; none that other reports put on other days."""
    return min((whole.id for whole in wholes if not are_on_other_days(contact, whole)), default=None)


def are_on_other_days(one: Contact, other: Contact) -> bool:
    """Whether the bounds of two contacts' days leave them none in common."""
    days, others = one.when, other.when
    if days is None or others is None:
        return False
    return bool(days.end and others.start and days.end < others.start) or bool(
        days.start and others.end and days.start > others.end
    )


def leads_to(contact: Contact, owner: Mapping[str, str], told: Callable[[Account], str | None]) -> str | None:
    """The other contact that most accounts lead to, by the account of their own report that they name."""
    named = (owner.get(told(account) or "") for account in contact.accounts)
    counts = Counter(each for each in named if each and each != contact.id)
    return min(counts, key=lambda each: (-counts[each], each), default=None)


def date_by_order(contact: Contact, known: Mapping[str, Contact]) -> Contact:
    """A held contact without a first day that followed dated ones was not before the last of them.

    "After his meeting with Putin on 3 May the minister called Baku", told on 5 May: from 3 to 5 May.
    """
    when = contact.when
    if (
        not contact.after
        or when is None
        or when.start is not None
        or when.end is None
        or contact.status != "held"
    ):
        return contact
    starts = [
        (w.start, other)
        for other in contact.after
        if (w := known[other].when) is not None and w.start and w.end
    ]
    first, earlier = max(starts, default=("", ""))
    if not first or first > when.end:
        return contact
    return replace(
        contact,
        when=replace(
            when,
            start=first,
            precision="day" if first == when.end else "interval",
            basis="relative_event",
            derivation=f"{when.derivation}; after {known[earlier].kind} of {first}",
        ),
    )


def index_held(contacts: Sequence[Contact]) -> Held:
    """What was held within a month, by those who dealt with each other, family of kinds and month."""
    held: Held = defaultdict(list)
    wanted = {parties_of(contact) for contact in contacts if contact.first_since}
    for contact in contacts if wanted else ():
        parties, month = parties_of(contact), month_of(contact)
        if month and contact.status in HELD and parties in wanted:
            held[parties, family_of(contact), month].append(contact)
    return held


def month_of(contact: Contact) -> str | None:
    """The month in which a contact lies whole: "2025-03"."""
    when = contact.when
    same = when is not None and when.start and when.end and when.start[:7] == when.end[:7]
    return when.start[:7] if same and when and when.start else None


def family_of(contact: Contact) -> str:
    """Calls of all channels are of one family, and so are meetings, talks and summits."""
    medium = MEDIUM[contact.kind]
    return "room" if medium == "talks" else medium


def find_since(contact: Contact, held: Held) -> str | None:
    """The last contact of the day, month or year since which this is told to be the first: "their first call since May"."""
    told, start = contact.first_since, contact.when.start if contact.when else None
    if not told or start is None:
        return None
    months = [told[:7]] if len(told) > len("2025") else [f"{told}-{month:02}" for month in range(1, 13)]
    parties, family = parties_of(contact), family_of(contact)
    fitting = [
        (each.when.end, each.id)
        for month in months
        for each in held.get((parties, family, month), ())
        if each.id != contact.id
        and each.when
        and each.when.end
        and day_fits(told, each.when.start or "", each.when.end)
    ]
    return max((pair for pair in fitting if pair[0] < start), default=(None, None))[1]


def day_fits(told: str, start: str, end: str) -> bool:
    """Whether days lie within a day, a month or a year: "2025-03" holds the 4th of that March."""
    return start.startswith(told) and end.startswith(told)


def index_visits(contacts: Sequence[Contact]) -> Visits:
    """Visits by visitor, host state and stretch of days: ("mike-pompeo", "PRK", 43_061)."""
    visits: Visits = defaultdict(list)
    for contact in contacts:
        if contact.kind == "visit":
            hosts = {side_of(p) for p in contact.participants if p.actor.type != "person"}
            for participant in contact.participants:
                for host in hosts - {side_of(participant)}:
                    for stretch in stretches_of(contact):
                        visits[participant.actor.id, host, stretch].append(contact)
    return visits


def stretches_of(whole: Contact) -> Iterable[int]:
    """The stretches of days in which a visit or a summit lies; of a long interval "always"."""
    when = whole.when
    low, high = (day_number(when.start), day_number(when.end)) if when else (None, None)
    first, last = low or high, high or low
    if first is None or last is None:
        return ()
    return (ALWAYS,) if last - first > LONG_STAY else range(first // STRETCH, last // STRETCH + 1)


def stretches_near(contact: Contact) -> Iterable[int]:
    """The stretches of days in which what a contact is part of can lie."""
    when = contact.when
    last = (day_number(when.end) or day_number(when.start)) if when else None
    if last is None:
        return ()
    return ALWAYS, *range((last - 2 * LONGEST) // STRETCH, (last + LONGEST) // STRETCH + 1)


def find_visit(contact: Contact, visits: Visits) -> str | None:
    """The visit that a meeting was part of: the same visitor, the host's state, and days within it."""
    if contact.kind not in MET:
        return None
    sides, near = {side_of(p) for p in contact.participants}, tuple(stretches_near(contact))
    fitting = {
        visit.id
        for p in contact.participants
        for side in sides - {side_of(p)}
        for stretch in near
        for visit in visits.get((p.actor.id, side, stretch), ())
        if within(contact, visit)
    }
    return min(fitting, default=None)


def index_summits(contacts: Sequence[Contact]) -> Summits:
    """Summits by those who dealt with each other at them, and stretch of days."""
    summits: Summits = defaultdict(list)
    for contact in contacts:
        if contact.kind == "summit":
            for stretch in stretches_of(contact):
                summits[parties_of(contact), stretch].append(contact)
    return summits


def find_summit(contact: Contact, summits: Summits) -> str | None:
    """The summit that a meeting or a round of talks was a sitting of: the same parties, and days within it.

    A summit of one day is a sitting of the one that lasted that day and another.
    """
    if contact.kind not in {"meeting", "talks", "signing", "summit"}:
        return None
    parties = parties_of(contact)
    fitting = (
        each.id
        for stretch in stretches_near(contact)
        for each in summits.get((parties, stretch), ())
        if within(contact, each) and (contact.kind != "summit" or is_shorter(contact, each))
    )
    return min(fitting, default=None)


def is_shorter(contact: Contact, summit: Contact) -> bool:
    """Whether the days of one are some of the other's few, and not all."""
    inner, outer = contact.when, summit.when
    if inner is None or outer is None:
        return False
    days = inner.start, inner.end, outer.start, outer.end
    low, high, first, last = (day_number(day) for day in days)
    if low is None or high is None or first is None or last is None:
        return False
    return first <= low <= high <= last and high - low < last - first < LONGEST


def parties_of(contact: Contact) -> frozenset[str]:
    """The ids of those who dealt with each other."""
    return frozenset(p.actor.id for p in contact.participants if p.role in {"party", "delegation_lead"})


def within(contact: Contact, visit: Contact) -> bool:
    """Whether the contact's days lie within the visit's, and both were held or both are ahead."""
    if (
        (contact.status in {"held", "ongoing"}) != (visit.status in {"held", "ongoing"})
        or not contact.when
        or not visit.when
    ):
        return False
    inner, outer = contact.when, visit.when
    if inner.start and inner.end and outer.start and outer.end:
        long = (day_number(inner.end) or 0) - (day_number(inner.start) or 0) > LONGEST
        return not long and inner.start <= outer.end and outer.start <= inner.end
    one, other = day_number(inner.end or inner.start), day_number(outer.end or outer.start)
    return one is not None and other is not None and abs(one - other) <= LONGEST
