"""What a page states of itself: JSON-LD before meta tags before marks in the text, each value with its source."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z:_-]{2,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_JSON_LD = re.compile(
    r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>(.*?)(?:</script|\Z)", re.IGNORECASE | re.DOTALL
)
_CANONICAL = re.compile(
    r"""<link\b(?=[^<>]{0,600}\brel\s*=\s*["']?canonical\b)[^<>]{0,600}>""", re.IGNORECASE
)
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,600}?\blang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
_TIME = re.compile(
    r"""<time\b(?=[^<>]{0,400}(?:pubdate|datePublished|publish|posted|entry-date))[^<>]{0,400}datetime\s*=\s*["']([^"']{8,40})""",
    re.IGNORECASE,
)
_ARTICLES = frozenset(
    ["newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "blogposting",
     "backgroundnewsarticle", "liveblogposting", "webpage", "report", "advertisercontentarticle"]
)  # fmt: skip
FIELDS = ("date", "modified", "title", "outlet", "byline", "url", "language")
_ORDER = {
    "outlet": ("meta", "JSON-LD"),
    "title": ("JSON-LD", "meta"),
    "url": ("page", "meta", "JSON-LD"),
    "language": ("page", "JSON-LD"),
}
"""A publisher in JSON-LD is often the company; the site's name is the outlet."""
_LONGEST = 500
_HEAD = 400_000
_BLOCKS, _BLOCK_CHARACTERS, _NODES = 12, 300_000, 500
_METAS = {
    "date": ("article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
             "dcterms.created", "dc.date", "dcterms.date", "publishdate", "publish-date", "pubdate", "cxenseparse:recs:publishtime",
             "article.published", "published-date", "publication_date", "date"),
    "modified": ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified", "lastmod"),
    "outlet": ("og:site_name", "publisher", "dc.publisher"),
    "title": ("og:title", "twitter:title", "dc.title", "headline", "title"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"),
    "url": ("og:url",),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class PageMetadata:
    """The fields that a page states: `values` by field ("date", "title", "outlet", "byline", "url",
    "language", "modified"), and for each `sources` names where it stood ("JSON-LD", "meta", "page").
    """

    values: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def read_metadata(page: str) -> PageMetadata:
    """What the page states of itself; nothing is guessed, and what is damaged is left out."""
    head = page[:_HEAD]
    values: dict[str, str] = {}
    sources: dict[str, str] = {}
    found = {"JSON-LD": _of_json_ld(head), "meta": _of_metas(head), "page": _of_marks(head)}
    for name in FIELDS:
        for source in _ORDER.get(name, ("JSON-LD", "meta", "page")):
            if value := found[source].get(name):
                values[name], sources[name] = value[:_LONGEST], source
                break
    return PageMetadata(values=values, sources=sources)


def _of_json_ld(page: str) -> dict[str, str]:
    for article in _articles(page):
        named = {
            "date": _string(article.get("datePublished")),
            "modified": _string(article.get("dateModified")),
            "title": _string(article.get("headline")),
            "outlet": _name(article.get("publisher")) or _name(article.get("sourceOrganization")),
            "byline": _names(article.get("author")),
            "url": _string(article.get("url")) if str(article.get("url", "")).startswith("http") else "",
            "language": _string(article.get("inLanguage"))[:2].lower(),
        }
        if named["date"] or named["title"]:
            return named
    return {}


def _articles(page: str) -> Iterator[Mapping[str, Any]]:
    """The nodes that are articles, pages last: sites describe themselves in the same blocks."""
    pages: list[Mapping[str, Any]] = []
    for number, found in enumerate(_JSON_LD.finditer(page)):
        if number == _BLOCKS or len(found.group(1)) > _BLOCK_CHARACTERS:
            break
        try:
            block = json.loads(found.group(1), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(block):
            kinds = node.get("@type")
            named = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if named & _ARTICLES - {"webpage"}:
                yield node
            elif "webpage" in named:
                pages.append(node)
    yield from pages


def _nodes(block: Any) -> Iterator[Mapping[str, Any]]:
    waiting = [block]
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = node[:_NODES] + waiting
        elif isinstance(node, dict):
            yield node
            waiting += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(node.get(key), list | dict)
            ]


def _of_metas(page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(page):
        attributes = {
            name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in _ATTRIBUTE.findall(tag)
        }
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        ).lower()
        if name and attributes.get("content"):
            found.setdefault(name, attributes["content"])
    chosen = {
        field: next((found[name] for name in names if name in found), "") for field, names in _METAS.items()
    }
    if chosen["byline"].startswith("http"):
        chosen["byline"] = ""
    return chosen


def _of_marks(page: str) -> dict[str, str]:
    link, language, time = _CANONICAL.search(page), _LANGUAGE.search(page), _TIME.search(page)
    attributes = (
        {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(link.group())} if link else {}
    )
    return {
        "url": html.unescape(attributes.get("href", "")),
        "language": language.group(1).lower() if language else "",
        "date": time.group(1) if time else "",
    }


def _string(value: Any) -> str:
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _names(value: Any) -> str:
    names = [_name(each) for each in (value[:6] if isinstance(value, list) else [value])]
    return ", ".join(name for name in names if name and not name.startswith("http"))
