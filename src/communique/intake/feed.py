"""RSS, Atom and JSON feeds: one report an entry, from the text that the feed carries or from the full page."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.html import fragment_text
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.xml_safety import without_doctype
from communique.records import Report

_START = re.compile(rb"<(?:!DOCTYPE\s+)?(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_JSON_FEED = re.compile(rb"""^\s*\{.{0,400}?"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/""", re.DOTALL)
_SNIFF_BYTES = 4096
_MARK = b"\xef\xbb\xbf"
_ENTRIES = 20_000


def is_feed(opened: Opened) -> bool:
    """Whether the head opens as a feed does."""
    head = opened.head.removeprefix(_MARK)[:_SNIFF_BYTES]
    plain = head.replace(b"\x00", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    begins = plain.lstrip(b"\xff\xfe \r\n\t")[:1] == b"<"
    return (begins and _START.search(plain) is not None) or _JSON_FEED.search(plain) is not None


def read_feed(opened: Opened, options: IntakeOptions) -> Iterator[Report | SetAside]:
    """The reports of the entries, known by "name.xml:NUMBER"; their addresses identify them.

    With `options.full_pages` the page that an entry links to is fetched where the feed carries a summary
    only.
    """
    entries = parse_feed(opened.whole(options.limit_bytes), place=opened.place)
    if not entries:
        raise InputError("a feed without entries", where=opened.place, remedy="check its address")
    for number, fields in enumerate(entries, start=1):
        named = replace(fields, source=f"{opened.name}:{number}", place=f"{opened.place}:{number}")
        try:
            if options.full_pages and named.url:
                from communique.intake.url import page_report

                yield page_report(named.url, named, options)
            else:
                yield make_report(named, options)
        except InputError as error:
            yield SetAside.of(named.source, error)


def parse_feed(raw: bytes, *, place: str) -> list[Fields]:
    """The entries of a feed as far as they tell anything, in its order, without names of their own.

    Raises `InputError` where the bytes are no feed, or an XML that defines entities of its own.
    """
    if _JSON_FEED.search(raw.removeprefix(_MARK)[:_SNIFF_BYTES]):
        return list(_json_entries(raw, place))
    safe = without_doctype(raw, where=place)
    feed = _fast(safe)
    if not feed.get("entries"):
        feed = _patient(safe)
    entries = feed.get("entries")
    if not entries and not _START.search(safe[:_SNIFF_BYTES]):
        raise InputError("not a feed", where=place, remedy="give the address of an RSS, Atom or JSON feed")
    outlet = _text(feed.get("feed", {}).get("title"))
    found = (_entry(entry, outlet, place) for entry in list(entries or ())[:_ENTRIES])
    return [fields for fields in found if fields]


def _fast(raw: bytes) -> Mapping[str, Any]:
    from fastfeedparser import parse

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd time zones in its dates
            feed: Mapping[str, Any] = parse(raw, include_media=False, include_enclosures=False)
    except Exception:  # noqa: BLE001  a foreign parser on foreign bytes; the patient one gets its turn
        return {}
    return feed


def _patient(raw: bytes) -> Mapping[str, Any]:
    import feedparser

    try:
        feed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
        return {"feed": dict(feed.feed), "entries": [dict(entry) for entry in feed.entries]}
    except Exception:  # noqa: BLE001  as above
        return {}


def _entry(entry: Mapping[str, Any], outlet: str | None, place: str) -> Fields | None:
    pieces = [
        _text(piece.get("value")) or "" for piece in entry.get("content") or () if isinstance(piece, Mapping)
    ]
    page = max([*pieces, _text(entry.get("summary")) or _text(entry.get("description")) or ""], key=len)
    title = fragment_text(_text(entry.get("title")) or "") or None
    text = fragment_text(page) or title or ""
    if not text:
        return None
    author = entry.get("author")
    return Fields(
        source=place,
        text=text,
        title=title,
        date=entry.get("published") or entry.get("updated"),
        outlet=fragment_text(outlet or "") or None,
        url=_address(entry.get("link")),
        byline=_text(author),
        modified=_text(entry.get("updated")),
    )


def _json_entries(raw: bytes, place: str) -> Iterator[Fields]:
    import json

    try:
        feed = json.loads(raw.decode("utf-8-sig"))
        items = [item for item in feed["items"] if isinstance(item, dict)][:_ENTRIES]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"not a valid JSON feed ({error})", where=place, remedy="check its address"
        ) from error
    for item in items:
        page = _text(item.get("content_html"))
        text = (
            _text(item.get("content_text"))
            or (fragment_text(page) if page else None)
            or _text(item.get("summary"))
        )
        title = _text(item.get("title"))
        authors = [author for author in item.get("authors") or () if isinstance(author, dict)]
        if text or title:
            yield Fields(
                source=place, text=text or title or "", title=title, date=item.get("date_published"),
                outlet=_text(feed.get("title")), url=_address(item.get("url")),
                byline=_text(authors[0].get("name")) if authors else None, language=_text(item.get("language")),
                modified=_text(item.get("date_modified")),
            )  # fmt: skip


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    """A web address only: entries that link to files or scripts link to nothing."""
    text = _text(value)
    return text if text and text.lower().startswith(("http://", "https://")) else None
