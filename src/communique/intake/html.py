"""HTML pages: the article's text and metadata, taken out by trafilatura."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.errors import InputError
from communique.intake.assemble import Fields
from communique.intake.clean import clean_text
from communique.intake.opened import Opened
from communique.intake.page_metadata import read_metadata
from communique.intake.page_text import extract_page

_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNSEEN = re.compile(
    r"<(script|style|template|iframe)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|blockquote|tr|ul|ol|section|article|figure|figcaption)\b[^<>]*>", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_SUFFIXES = (".html", ".htm", ".xhtml")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_SNIFF_BYTES = 4096


def is_html(opened: Opened) -> bool:
    """Whether the head opens as a page does, or the name says so and there are tags."""
    head = opened.head[:_SNIFF_BYTES]
    if _START.match(head):
        return True
    return opened.suffix in _SUFFIXES and b"<" in head and not _FEED.search(head)


def page_fields(page: str, known: Fields) -> Fields:
    """What the page tells, where `known` does not say it already.

    Raises `InputError` where the page holds no article.
    """
    stated = read_metadata(page)
    say = stated.values.get
    found = extract_page(page, known.url)
    if found is None:
        where = known.place or known.source
        raise InputError("no article found in the page", where=where, remedy="supply its text instead")
    return replace(
        known,
        text=re.sub(r"\n+", "\n\n", found.text),
        title=known.title or _nearer_title(say("title"), found.title),
        date=known.date or say("date") or found.date,
        date_source=None if known.date else stated.sources.get("date"),
        outlet=known.outlet or say("outlet") or found.sitename,
        url=known.url or say("url") or found.url,
        byline=known.byline or say("byline") or found.author,
        language=known.language or say("language") or found.language,
        modified=known.modified or say("modified"),
    )


def _nearer_title(stated: str | None, shown: str | None) -> str | None:
    """The page's headline: what it states, unless its heading shows the same with the outlet's name cut off."""
    if stated and shown and stated.startswith(shown):
        return shown
    return stated or shown


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML, as feeds carry it: paragraphs apart, tags and scripts gone."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    bare = _UNSEEN.sub(" ", fragment)
    broken = _BLOCK.sub("\n\n", bare)
    return clean_text(_TAG.sub("", broken)).strip()
