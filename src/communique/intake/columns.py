"""Which column of a table holds what: our own names, those of common dumps, and what a caller maps.

Names of news-please ("maintext", "date_publish"), trafilatura ("raw_text", "sitename"), Media Cloud
("story_text", "publish_date", "media_name") and of common collections of news are understood.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

FIELDS = (
    "id", "text", "html", "title", "date", "outlet", "url", "byline", "language", "retrieved", "modified",
)  # fmt: skip
"""What a row can tell of a report."""

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("stories_id", "story_id", "article_id", "articleid", "uid", "guid", "doc_id", "document_id", "_id"),
    "text": ("maintext", "main_text", "story_text", "article_text", "full_text", "fulltext", "body", "article_body",
             "articlebody", "content_text", "plain_text", "plaintext", "article", "content", "raw_text"),
    "html": ("raw_html", "content_html", "html_content", "page", "rawhtml"),
    "title": ("headline", "title_page", "article_title", "title_rss"),
    "date": ("date_publish", "publish_date", "date_published", "published_date", "publication_date", "pub_date", "pubdate",
             "published_at", "publishedat", "published_on", "published", "publishdate", "datetime", "pubtime", "timestamp",
             "date_time", "issued"),
    "outlet": ("sitename", "site_name", "media_name", "publication", "publisher", "source_name", "newspaper", "news_source",
               "source-hostname", "source_domain", "hostname", "media_outlet", "domain"),
    "url": ("link", "article_url", "source_url", "story_url", "permalink", "weburl", "web_url"),
    "byline": ("author", "authors", "creator", "writer"),
    "language": ("lang", "language_code"),
    "retrieved": ("date_download", "collect_date", "indexed_date", "crawl_date", "fetched_at", "filedate", "retrieved_at"),
    "modified": ("date_modify", "date_modified", "modified_at", "updated_at", "last_modified", "updated"),
}  # fmt: skip
_KINDS: dict[str, Any] = {
    "id": str | int, "byline": str | list, "date": str | int | float | dt.date, "retrieved": str | int | float | dt.date,
    "modified": str | int | float | dt.date,
}  # fmt: skip
"""What a column under another name must hold to be meant; all others hold text."""
_ADDRESS = ("http://", "https://")


def choose_columns(
    row: Mapping[str, Any], field_map: Mapping[str, str], text_fields: Iterable[str] = FIELDS
) -> dict[str, Any]:
    """For each field of a report the row's value, None where it has none.

    A mapped column counts alone. Else our own name goes before the others; an empty value gives way.
    "source" is an address where it looks like one, else the outlet.

    >>> choose_columns({"maintext": "They met.", "source": "The Gazette"}, {})["outlet"]
    'The Gazette'
    """
    folded: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(name, str):
            folded.setdefault(name.strip().lower().replace(" ", "_"), value)
    chosen = {field: _value(field, row, folded, field_map) for field in text_fields}
    if (
        _empty(row.get("text"))
        and isinstance(row.get("html"), str)
        and row["html"]
        and "text" not in field_map
    ):
        chosen["text"] = None  # the page itself tells more than a teaser in another column
    source = folded.get("source")
    if isinstance(source, str) and source.strip():
        field = "url" if source.startswith(_ADDRESS) else "outlet"
        if chosen.get(field) is None and field not in field_map:
            chosen[field] = source
    return chosen


def names_a_text(columns: Iterable[str], field_map: Mapping[str, str]) -> bool:
    """Whether one of the columns holds the text or page of a report."""
    folded = {name.strip().lower().replace(" ", "_") for name in columns}
    if {field_map.get("text"), field_map.get("html")} & set(columns):
        return True
    return any(not folded.isdisjoint((field, *_OTHER_NAMES[field])) for field in ("text", "html"))


def columns_wanted(columns: Iterable[str], field_map: Mapping[str, str]) -> list[str]:
    """The columns that tell anything, in the order of the table: the others need not be read."""
    known = {"source", *FIELDS, *(name for names in _OTHER_NAMES.values() for name in names)}
    mapped = set(field_map.values())
    return [name for name in columns if name in mapped or name.strip().lower().replace(" ", "_") in known]


def _value(
    field: str, row: Mapping[str, Any], folded: Mapping[str, Any], field_map: Mapping[str, str]
) -> Any:
    if field in field_map:
        return row.get(field_map[field])
    own = row.get(field)
    if not _empty(own):
        return own
    kinds = _KINDS.get(field, str)
    for name in (field, *_OTHER_NAMES.get(field, ())):
        value = folded.get(name)
        if isinstance(value, kinds) and not _empty(value) and name not in field_map.values():
            return value
    return own


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
