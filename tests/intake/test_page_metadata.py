"""What pages state of themselves, in the forms that sites use."""

from __future__ import annotations

import io
import json
import time

import pytest

from communique.intake import read_stream
from communique.intake.page_metadata import read_metadata
from communique.records import Report


def ld(block: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(block)}</script>'


ARTICLE = {
    "@type": "NewsArticle", "headline": "Envoys meet", "datePublished": "2021-05-04T10:00:00Z", "dateModified": "2021-05-05",
    "author": [{"@type": "Person", "name": "Ada Lind"}, {"name": "Bo Falk"}], "publisher": {"@type": "Organization", "name": "The Gazette"},
}  # fmt: skip


@pytest.mark.parametrize(
    "block",
    [
        ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}, {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        {"@type": "WebPage", "mainEntity": ARTICLE}, {**ARTICLE, "author": "Ada Lind, Bo Falk", "publisher": "The Gazette"},
    ],
)  # fmt: skip
def test_json_ld(block: object) -> None:
    found = read_metadata(ld(block))
    assert found.values == {
        "date": "2021-05-04T10:00:00Z", "modified": "2021-05-05", "title": "Envoys meet", "byline": "Ada Lind, Bo Falk", "outlet": "The Gazette",
    }  # fmt: skip
    assert set(found.sources.values()) == {"JSON-LD"}


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2021-05-04">', "<META NAME='DC.date.issued' CONTENT='2021-05-04'/>",
        '<meta content="2021-05-04" itemprop="datePublished">', '<time class="entry-date" datetime="2021-05-04T10:00">4 May</time>',
        "<meta name=pubdate content=2021-05-04>",
    ],
)  # fmt: skip
def test_dates_in_tags(tag: str) -> None:
    found = read_metadata(f"<html><head>{tag}</head>")
    assert found.values["date"][:10] == "2021-05-04"
    assert found.sources["date"] in ("meta", "page")


def test_the_site_s_name_goes_before_the_company_s() -> None:
    assert (
        read_metadata(f'<meta property="og:site_name" content="Gazette &amp; Post">{ld(ARTICLE)}').values[
            "outlet"
        ]
        == "Gazette & Post"
    )


def test_the_canonical_link_and_the_language() -> None:
    found = read_metadata(
        '<html dir="ltr" lang="en-GB"><link rel="canonical" href="https://g.example/a?x=1&amp;y=2">'
    ).values
    assert (found["url"], found["language"]) == ("https://g.example/a?x=1&y=2", "en")


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        '{"@type": 3}',
        "[" * 5000,
        '{"@graph": 5}',
        "null",
        '{"@type": "NewsArticle", "author": 5, "headline": []}',
    ],
)
def test_broken_blocks_are_left_out(broken: str) -> None:
    assert (
        read_metadata(f'<script type="application/ld+json">{broken}</script>{ld(ARTICLE)}').values["title"]
        == "Envoys meet"
    )


@pytest.mark.parametrize(
    "piece", ["<script type=ld+json>", "<meta ", "<time ", "<link ", "<html ", '<meta name="', "<meta a=b "]
)
def test_hostile_pages_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    read_metadata(piece * 60_000)
    assert time.perf_counter() - started < 2


def test_the_report_says_where_its_date_stood() -> None:
    story = "<p>Envoys of Norland and Sudria met in Lisbon on Monday and spoke about fishing.</p>" * 4
    page = f"<!doctype html><html><head>{ld(ARTICLE)}</head><body><article><h1>Envoys meet</h1>{story}</article></body></html>"
    report = next(iter(read_stream(io.BytesIO(page.encode()), "a.html")))
    assert isinstance(report, Report)
    assert report.dated.why == "given by the page (JSON-LD): 2021-05-04T10:00:00Z"
    assert (report.title, report.outlet, report.byline, report.modified) == (
        "Envoys meet",
        "The Gazette",
        "Ada Lind, Bo Falk",
        "2021-05-05",
    )


def test_no_date_is_made_up() -> None:
    story = (
        "<p>Envoys of Norland and Sudria met in Lisbon on Monday and spoke about fishing since 3 March 2019.</p>"
        * 4
    )
    page = f"<!doctype html><html><body><article><h1>Envoys meet</h1>{story}</article><footer>Copyright 2017 The Gazette</footer></body></html>"
    report = next(iter(read_stream(io.BytesIO(page.encode()), "a.html")))
    assert isinstance(report, Report) and report.dated.date is None
