"""The list of feeds that a user writes: feeds.toml, checked key by key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import Any

from communique.errors import InputError
from communique.intake.fetch import checked_parts

_LEAST_MINUTES = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """One feed: where it lies, whose it is where it does not say, how often it is asked, and whether the
    pages behind its entries are read instead of its summaries.
    """

    address: str
    outlet: str | None = None
    every_minutes: float = 30.0
    full_pages: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Watchlist:
    """All feeds of a file. `host_seconds` lie between two requests to one host; `contact` is an address that
    the user agent names, so that a site's keeper can write; `allow_local` permits private networks.
    """

    feeds: tuple[Feed, ...]
    host_seconds: float = 2.0
    contact: str | None = None
    allow_local: bool = False


def read_watchlist(path: str) -> Watchlist:
    """The feeds of a file:

    contact = "desk@gazette.example"
    [[feed]]
    address = "https://gazette.example/world.rss"
    every_minutes = 15

    Raises `InputError` for what is no such file, naming the feed and the key.
    """
    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
    except OSError as error:
        raise InputError("cannot be read", where=path, remedy="check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not TOML ({error})", where=path, remedy="mend the line") from error
    entries = table.pop("feed", [])
    if not isinstance(entries, list) or not entries:
        raise InputError("no feed in it", where=path, remedy='write [[feed]] and address = "https://..."')
    defaults = {"every_minutes": table.pop("every_minutes")} if "every_minutes" in table else {}
    feeds = tuple(
        _feed(defaults | entry, f"{path}: feed {number}") for number, entry in enumerate(entries, start=1)
    )
    repeated = {feed.address for feed in feeds if [each.address for each in feeds].count(feed.address) > 1}
    if repeated:
        raise InputError(f"{min(repeated)} stands in it twice", where=path, remedy="remove one")
    return Watchlist(feeds=feeds, **_checked(table, Watchlist, path))


def _feed(entry: Any, where: str) -> Feed:
    if not isinstance(entry, dict) or "address" not in entry:
        raise InputError("without an address", where=where, remedy='write address = "https://..."')
    feed = Feed(**_checked(entry, Feed, where))
    checked_parts(feed.address)
    if feed.every_minutes < _LEAST_MINUTES:
        raise InputError(
            "asked more than once a minute", where=where, remedy="set every_minutes to 5 or more"
        )
    return feed


def _checked(entry: dict[str, Any], record: type[Any], where: str) -> dict[str, Any]:
    kinds = {field.name: str(field.type) for field in fields(record)}
    for name, value in entry.items():
        if name not in kinds or name == "feeds":
            raise InputError(f'an unknown key "{name}"', where=where, remedy=f"known are {', '.join(kinds)}")
        number = isinstance(value, int | float) and not isinstance(value, bool)
        fits = {"bool": isinstance(value, bool), "float": number}.get(kinds[name], isinstance(value, str))
        if not fits:
            raise InputError(f'"{name}" is no {kinds[name]}', where=where, remedy="see the documentation")
    return entry
