"""What an address asks for: its parameters as a Query, and the addresses that lead on from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args
from urllib.parse import quote, quote_plus

from starlette.datastructures import QueryParams

from communique.errors import UsageError
from communique.ledger import Query
from communique.periods import first_day, last_day
from communique.records import Kind, Status

LEVELS = ("leaders", "ministers", "officials")
CHANNELS = ("in_person", "phone", "video", "written", "unknown")
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "level": LEVELS,
    "channel": CHANNELS,
}
_SEVERAL = ("party", "side", *CHOICES, "topic", "outlet")
_SINGLE = ("q", "since", "until", "conflicts", "disputed")
# A question of more, or longer, words comes from no person's hand.
_MOST_VALUES, _MOST_LETTERS = 12, 200

Chosen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The filters of an address: `chosen` as they stand in it, `query` as the ledger understands them."""

    chosen: Chosen
    query: Query

    def values(self, name: str) -> tuple[str, ...]:
        """What is chosen by this filter."""
        return tuple(value for key, value in self.chosen if key == name)

    def one(self, name: str) -> str:
        """The value of a filter that has at most one, else nothing."""
        return next(iter(self.values(name)), "")


def read_asked(params: QueryParams) -> Asked:
    """The filters among the parameters; empty ones are left out. Raises UsageError for any that makes no sense."""
    chosen = tuple(
        dict.fromkeys(
            (name, value.strip())
            for name, value in params.multi_items()
            if name in (*_SEVERAL, *_SINGLE) and value.strip()
        )
    )
    if len(chosen) > _MOST_VALUES or any(len(value) > _MOST_LETTERS for _, value in chosen):
        raise UsageError(
            "too many conditions", remedy=f"at most {_MOST_VALUES}, of {_MOST_LETTERS} letters each"
        )
    given: dict[str, list[str]] = {}
    for name, value in chosen:
        given.setdefault(name, []).append(value)
    for name, choices in CHOICES.items():
        for value in given.get(name, ()):
            if value not in choices:
                raise UsageError(f"no {name} {value!r}", remedy="one of " + ", ".join(choices))
    return Asked(chosen=chosen, query=_query(given))


def _query(given: dict[str, list[str]]) -> Query:
    several: dict[str, Any] = {name: tuple(given.get(name, ())) for name in _SEVERAL}
    return Query(
        **several,
        words=next(iter(given.get("q", ())), None),
        since=first_day(next(iter(given.get("since", ())), None)),
        until=last_day(next(iter(given.get("until", ())), None)),
        conflicts="conflicts" in given,
        disputed="disputed" in given,
    )


def address(path: str, chosen: Iterable[tuple[str, str]] = (), **more: str) -> str:
    """The address of a page with its parameters: `address("/", (("kind", "visit"),), after="k")`."""
    pairs = [*chosen, *((name, value) for name, value in more.items() if value)]
    return path + ("?" + "&".join(f"{name}={_quoted(value)}" for name, value in pairs) if pairs else "")


# A page quotes the same few values over and over.
_quoted = lru_cache(4096)(quote_plus)


def toggled(chosen: Chosen, name: str, value: str) -> Chosen:
    """The filters with this one added, or taken away where it stands."""
    pair = (name, value)
    return tuple(each for each in chosen if each != pair) if pair in chosen else (*chosen, pair)


def without(chosen: Chosen, *names: str) -> Chosen:
    """The filters without those of these names."""
    return tuple(pair for pair in chosen if pair[0] not in names)


def contact_address(slug: str) -> str:
    """Where a contact is."""
    return f"/contacts/{quote(slug, safe='')}"


def report_address(report: str) -> str:
    """Where a report is."""
    return f"/reports/{quote(report, safe='')}"


def actor_address(actor: str) -> str:
    """Where a person, state or organisation is."""
    return f"/actors/{quote(actor, safe='')}"


def pair_address(one: str, other: str) -> str:
    """Where what two have with each other is; the same for either order."""
    first, second = sorted((one, other))
    return f"/pairs/{quote(first, safe='')}/{quote(second, safe='')}"
