"""The page of a pack: plain HTML without scripts or anything from elsewhere, its JSON within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #999}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
mark{background:#ffe58a;color:inherit}code{font-size:.85em;overflow-wrap:anywhere}
.text{white-space:pre-wrap;border-left:3px solid #bbb;padding-left:1rem}
"""


def pack_page(pack: dict[str, Any], text: str) -> str:
    """The page; `text` is the pack's JSON, kept in the page so that one file is enough."""
    contact = pack["contact"]
    title = escape(contact["slug"])
    # "</" would end the element early.
    data = text.replace("</", "<\\/")
    return "".join(
        [
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{title}</title><style>{_STYLE}</style></head><body>\n<main>\n<h1>{title}</h1>\n",
            *_facts(contact),
            *_accounts(contact, pack["statements"]),
            *_reports(pack),
            *_decisions(pack["decisions"]),
            f"<h2>Check</h2>\n<p>SHA-256 of the content: <code>{pack['sha256']}</code>. ",
            "<code>communique ledger verify</code> reads this page and builds the record again.</p>\n</main>\n",
            f'<script type="application/json" id="pack">{data}</script>\n</body></html>\n',
        ]
    )


def _facts(contact: dict[str, Any]) -> Iterator[str]:
    when = contact["when"] or {}
    verdicts = {each["fact"]: each["verdict"] for each in contact["verdicts"]}
    rows = {
        "kind": contact["kind"].replace("_", " "),
        "status": contact["status"] + (" (disputed)" if contact["disputed"] else ""),
        "when": f"{when.get('start')} to {when.get('end')}: {when.get('derivation')}" if when else "undated",
        "participants": "; ".join(_participant(each) for each in contact["participants"]),
        "initiator": contact["initiator"],
        "host": contact["host"],
        "places": "; ".join(place["name"] for place in contact["places"]),
        "duration_minutes": _range(contact["duration_minutes"]),
        "topics": "; ".join(contact["topics"]),
        "outcomes": "; ".join(contact["outcomes"]),
        "first_since": contact["first_since"],
        "support": ", ".join(f"{name} {value}" for name, value in contact["support"].items()),
        "reading_confidence": str(contact["reading_confidence"]),
        "id": contact["id"],
    }
    lines = [(name, value, verdicts.get(name, "")) for name, value in rows.items() if value]
    yield "<h2>Facts</h2>\n" + _table(("fact", "value", "verdict"), lines)


def _participant(each: dict[str, Any]) -> str:
    office = ", ".join(part for part in (each["office"], each["state"]) if part)
    return f"{each['name']}{f' ({office})' if office else ''}{'' if each['role'] == 'party' else ', ' + each['role']}"


def _range(bounds: dict[str, int] | None) -> str:
    return f"{bounds['low']} to {bounds['high']}" if bounds else ""


def _accounts(contact: dict[str, Any], statements: list[dict[str, Any]]) -> Iterator[str]:
    yield "<h2>Accounts</h2>\n"
    for account in contact["accounts"]:
        told = escape(f"{account['outlet'] or account['source']}, {account['published'] or 'no date'}")
        yield f"<h3>{told}</h3>\n<blockquote><mark>{escape(account['evidence']['text'])}</mark></blockquote>\n"
        lines = [
            (
                fact["fact"],
                str(fact["value"]),
                fact["text"],
                " > ".join(link["name"] for link in fact["chain"]),
            )
            for fact in account["facts"]
        ]
        yield _table(("fact", "value", "words", "through"), lines)
    if statements:
        said = [
            (
                each["speaker"]["name"] if each["speaker"] else "",
                each["polarity"],
                each["text"],
                " > ".join(link["name"] for link in each["chain"]),
            )
            for each in statements
        ]
        yield "<h2>Said</h2>\n" + _table(("speaker", "polarity", "words", "through"), said)


def _reports(pack: dict[str, Any]) -> Iterator[str]:
    yield "<h2>Reports</h2>\n"
    editions = {reading["report"]["id"]: reading["edition"] for reading in pack["readings"]}
    for report in pack["reports"]:
        rows = {
            "outlet": report["outlet"],
            "title": report["title"],
            "published": report["dated"]["date"],
            "address": report["url"],
            "source": report["source"],
            "text": report["version"],
            "sha256 of the text": report["body_sha256"],
            "edition": editions.get(report["id"]),
        }
        yield _table(("", ""), [(name, value) for name, value in rows.items() if value])
        if "body" in report:
            yield f'<div class="text">{_marked(report, pack["contact"]["accounts"])}</div>\n'


def _marked(report: dict[str, Any], accounts: list[dict[str, Any]]) -> str:
    """The article with the evidence sentences of its accounts marked."""
    body, parts, at = report["body"], [], 0
    spans = sorted(
        (each["evidence"]["span"]["start"], each["evidence"]["span"]["end"])
        for each in accounts
        if each["report"] == report["id"]
    )
    for start, end in spans:
        if end > at:
            begin = max(start, at)
            parts += [escape(body[at:begin]), f"<mark>{escape(body[begin:end])}</mark>"]
            at = end
    return "".join([*parts, escape(body[at:])])


def _decisions(decisions: list[dict[str, Any]]) -> Iterator[str]:
    if decisions:
        columns = ("kind", "one", "other", "fact", "value", "reason", "author", "recorded")
        lines = [tuple(str(each.get(name) or "") for name in columns) for each in decisions]
        yield "<h2>People's decisions</h2>\n" + _table(columns, lines)


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with every cell escaped."""
    named = [column for column in columns if column]
    head = f"<tr>{''.join(f'<th>{escape(name)}</th>' for name in named)}</tr>\n" if named else ""
    lines = (f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
    return f"<table>\n{head}{''.join(lines)}</table>\n"
