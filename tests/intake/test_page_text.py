"""Main text on 52 pages of many makes: long and short, by today's fashion and by that of 1999.

The measure is F1 over words, for this package and for trafilatura alone on the same pages.
"""

from __future__ import annotations

import io
import itertools
from collections import Counter

import pytest

from communique.intake import read_stream
from communique.records import Report

FIRST = (
    "President Lind spoke by phone with Premier Falk on Tuesday about the ports and the ferries between them."
)
SECOND = "Both sides welcomed the reopening of two harbours, and agreed to meet again before the end of the autumn."
THIRD = "The talks lasted for about an hour, the office of the President said; the ministers of trade took part as well."
MENU = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(14))
STORIES = "".join(f'<li><a href="/s{n}">Bakers win a long dispute over ovens {n}</a></li>' for n in range(6))

ARTICLES = {
    "article": "<article><h1>Call</h1><p>{}</p><p>{}</p><p>{}</p></article>",
    "short": "<article><h1>Call</h1><p>{}</p></article>",
    "content": '<div id="content"><h1>Call</h1><p>{}</p><p>{}</p></div>',
    "bare": "<div><h1>Call</h1><div>{}</div><div>{}</div></div>",
    "breaks": "<div class='text'><b>Call</b><br><br>{}<br><br>{}<br><br>{}</div>",
    "cells": "<table width=600><tr><td><font face=arial><b>Call</b><p>{}<p>{}<p>{}</font></td></tr></table>",
    "main": "<main><h2>Call</h2><p>{}</p><p>{}</p></main>",
    "release": "<section class='press-release'><h1>Call</h1><div class='body'><span>{}</span> <span>{}</span></div></section>",
    "pre": "<pre>Call\n\n{}\n\n{}</pre>",
    "quote": "<article><h1>Call</h1><p>{}</p><blockquote><p>{}</p></blockquote><p>{}</p></article>",
    "list": "<article><h1>Call</h1><p>They agreed:</p><ul><li>{}</li><li>{}</li></ul></article>",
    "parts": "<article><h1>Call</h1><p>{}</p><h3>Harbours</h3><p>{}</p><h3>Trade</h3><p>{}</p></article>",
    "linked": "<article><h1>Call</h1><p><a href='/l'>{}</a></p><p>{}</p></article>",
}
SURROUNDINGS = {
    "nav": f"<header><nav><ul>{MENU}</ul></nav></header>{{}}<footer><p>© 2024 Gazette. All rights reserved.</p><ul>{MENU}</ul></footer>",
    "divs": f'<div class="top-menu"><ul>{MENU}</ul></div>{{}}<div id="sidebar"><h3>More</h3><ul>{STORIES}</ul></div><div class="footer">Imprint Contact</div>',
    "aside": f"<ul>{MENU}</ul>{{}}<aside><h2>Most read</h2><ol>{STORIES}</ol></aside><div class='cookie'>We use cookies. Accept all?</div>",
    "form": f'<form action="/"><div role="navigation">{MENU}</div>{{}}<div class="share social"><a>Facebook</a> <a>Copy link</a></div><button>Subscribe now</button></form>',
}
PAGES = list(itertools.product(ARTICLES, SURROUNDINGS))


def page(article: str, surroundings: str) -> tuple[str, str]:
    """The page, and its text."""
    count = ARTICLES[article].count("{}")
    body = ARTICLES[article].format(*(FIRST, SECOND, THIRD)[:count])
    extra = {"list": "They agreed:", "parts": "Harbours Trade"}.get(article, "")
    html = f"<!doctype html><html lang=en><head><title>Call</title></head><body>{SURROUNDINGS[surroundings].format(body)}</body></html>"
    return html, " ".join(("Call", extra, *(FIRST, SECOND, THIRD)[:count]))


def f1(found: str, true: str) -> float:
    one, other = Counter(found.replace("|", " ").replace("- ", " ").split()), Counter(true.split())
    both = sum((one & other).values())
    return 2 * both / (sum(one.values()) + sum(other.values()) or 1)


def ours(html: str) -> str:
    found = next(iter(read_stream(io.BytesIO(html.encode()), "a.html")))
    return found.body if isinstance(found, Report) else ""


def theirs(html: str) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(html, fast=True, include_comments=False)
    text = getattr(found, "text", None) or ""
    return text if text.startswith("Call") else f"Call {text}"


@pytest.mark.parametrize(("article", "surroundings"), PAGES)
def test_the_text_and_little_else(article: str, surroundings: str) -> None:
    html, true = page(article, surroundings)
    assert f1(ours(html), true) >= 0.95, ours(html)


def test_at_least_as_good_as_the_library_alone() -> None:
    pages = [page(*made) for made in PAGES]
    assert len(pages) >= 40
    mine = [f1(ours(html), true) for html, true in pages]
    library = [f1(theirs(html), true) for html, true in pages]
    told = f"F1 over {len(pages)} pages: {sum(mine) / len(pages):.3f}, the library alone {sum(library) / len(pages):.3f}"
    assert sum(mine) >= max(0.97 * len(pages), sum(library)), told


def test_a_table_of_figures_stays_a_table() -> None:
    rows = "".join(f"<tr><td>Grain</td><td>{n}</td></tr>" for n in range(4))
    html = f"<article><h1>Call</h1><p>{FIRST}</p><p>{SECOND}</p><table>{rows}</table><p>{THIRD}</p></article>"
    assert "Grain" in ours(f"<!doctype html><html><body>{html}</body></html>")
