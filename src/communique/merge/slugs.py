"""A readable name for each contact: "2025-01-21-putin-xi-video-call"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from communique.knowledge import load_knowledge
from communique.records import Actor, Contact

SHORT = 6  # letters and digits of an id
MANY = 4  # parties beyond these are "and-others"


def with_slugs(contacts: Iterable[Contact]) -> list[Contact]:
    """The contacts, by id, with slugs; each of several with one slug ends in the beginning of its own id.

    "2025-01-21-putin-xi-call" is that of no other call once there are two: they are "...-call-1f0c2a" and
    "...-call-9b44e7", and a third changes neither.
    """
    sharing: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        sharing[slug_of(contact)].append(contact)
    named = [
        replace(contact, slug=plain if len(same) == 1 else f"{plain}-{ending_of(contact, same)}")
        for plain, same in sharing.items()
        for contact in same
    ]
    return sorted(named, key=lambda each: each.id)


def ending_of(contact: Contact, same: Iterable[Contact]) -> str:
    """The first letters and digits of the contact's id, or all where another one's begins with them."""
    short = folded(contact.id)[:SHORT]
    alone = sum(folded(each.id).startswith(short) for each in same) == 1
    return short if alone else folded(contact.id)


def slug_of(contact: Contact) -> str:
    """Day or month, family names or codes in order, kind."""
    names = sorted(
        {family_name(p.actor) for p in contact.participants if p.role in ("party", "delegation_lead")}
    )
    shown = names if len(names) <= MANY else [*names[:MANY], "and-others"]
    return "-".join([day_part(contact), *shown, contact.kind.replace("_", "-")])


def day_part(contact: Contact) -> str:
    """The day, "2025-01" where only the month is known, "2025", or "undated"."""
    when = contact.when
    if when is None or not when.start or not when.end:
        return "undated"
    if (
        when.precision in {"day", "hour", "week"}
        or when.start[:7] != when.end[:7]
        or days_between(when.start, when.end) < 20
    ):
        return when.start if when.start[:4] == when.end[:4] else when.start[:4]
    return when.start[:7]


def days_between(start: str, end: str) -> int:
    """Days between two ISO days of one month."""
    return int(end[8:10]) - int(start[8:10])


@cache
def family_names() -> dict[str, str]:
    """Family names of the lexicon's persons, by id."""
    return {key: person.family[0] for key, person in load_knowledge().persons.items() if person.family}


def family_name(actor: Actor) -> str:
    """The word by which an actor goes: "xi" for Xi Jinping, "rus" for Russia."""
    if actor.type != "person":
        return folded(actor.id)
    return folded(family_names().get(actor.id) or actor.name.split()[-1])


@cache
def folded(text: str) -> str:
    """Lower-case ASCII with hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
