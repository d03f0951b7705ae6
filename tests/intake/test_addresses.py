"""Addresses as inputs, against a real server on loopback: bounds, redirects, networks, canonical forms."""

from __future__ import annotations

import gzip
import time
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from communique.intake import IntakeOptions, SetAside, canonicalise_url, read_inputs
from communique.intake.fetch import is_public
from communique.records import Report

STORY = "Envoys of Norland and Sudria met in Lisbon on Monday. They spoke about fishing."
PAGE = (
    "<!doctype html><html><body><article><h1>Envoys meet</h1>"
    + f"<p>{STORY}</p>" * 3
    + "</article></body></html>"
)
RSS = '<rss version="2.0"><channel><title>G</title><item><title>T</title><link>{}</link><description>Short.</description></item></channel></rss>'


def one(address: str, **options: object) -> Report | SetAside:
    bounds = {"allow_local": True, "limit_seconds": 1.5, "limit_bytes": 300_000} | options
    found = list(read_inputs([address], IntakeOptions(**bounds)))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def why(address: str, **options: object) -> str:
    aside = one(address, **options)
    assert isinstance(aside, SetAside), aside
    assert aside.remedy
    return aside.why


def test_a_page_is_read_and_known_by_its_address(site: Any) -> None:
    address = site.give("/a?utm_source=x", PAGE)
    report = one(address)
    assert isinstance(report, Report)
    assert (report.source, report.url) == (address, address)
    assert STORY in report.body
    assert site.asked[0][1]["user-agent"].startswith("communique/")


def test_local_addresses_are_refused_unless_allowed(site: Any) -> None:
    for host in (
        "127.0.0.1",
        "localhost",
        "[::1]",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f.1",
    ):
        assert "private network" in why(f"http://{host}:1/", allow_local=False) or "no such host" in why(
            f"http://{host}:1/", allow_local=False
        )
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://g.example/a",
        "gopher://g.example/",
        "data://text",
        "javascript://x",
        "jar:file://x",
    ],
)
def test_other_schemes_are_refused(address: str) -> None:
    found = list(read_inputs([address]))
    assert isinstance(found[0], SetAside)


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://g.example:99999/", "http://a b/", "https://:80/"]
)
def test_addresses_that_are_none(address: str) -> None:
    assert why(address)


def test_redirects_are_followed_and_end(site: Any) -> None:
    address = site.give("/there", PAGE)
    assert isinstance(one(site.give("/here", "", status=302, headers="Location: /there\r\n")), Report)
    assert "redirects" in why(site.give("/loop", "", status=302, headers="Location: /loop\r\n"))
    assert 'with "file:"' in why(
        site.give("/file", "", status=302, headers="Location: file:///etc/passwd\r\n")
    )
    assert address


def test_the_server_s_errors_are_told(site: Any) -> None:
    assert "404" in why(f"{site.address}/none")
    assert "503" in why(site.give("/busy", "x", status=503))
    assert "empty" in why(site.give("/empty", ""))


def test_an_endless_answer_is_bounded(site: Any) -> None:
    def endless(out: BinaryIO, headers: dict[str, str]) -> None:
        out.write(b"HTTP/1.1 200 OK\r\n\r\n")
        out.writelines(b"x" * 65_536 for _ in range(10_000))

    site.answers["/endless"] = endless
    assert "more than 300,000 bytes" in why(f"{site.address}/endless")


@pytest.mark.parametrize(
    "begin",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n",
    ],
)
def test_an_answer_that_drips_is_cut(site: Any, begin: bytes) -> None:
    def drip(out: BinaryIO, headers: dict[str, str]) -> None:
        out.write(begin)
        for _ in range(80):
            out.write(b"x")
            time.sleep(0.05)

    site.answers["/drip"] = drip
    started = time.perf_counter()
    assert "within 1.5 seconds" in why(f"{site.address}/drip")
    assert time.perf_counter() - started < 3


def test_lies_about_lengths_and_packing(site: Any) -> None:
    site.answers["/short"] = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + PAGE.encode()
    assert why(f"{site.address}/short")
    site.answers["/many"] = b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n"
    assert "no answer" in why(f"{site.address}/many")
    site.answers["/junk"] = b"SSH-2.0-OpenSSH\r\n\r\n"
    assert "no answer" in why(f"{site.address}/junk")
    assert isinstance(one(site.give("/plain", PAGE, headers="Content-Encoding: gzip\r\n")), Report)
    assert isinstance(
        one(site.give("/packed", gzip.compress(PAGE.encode()), headers="Content-Encoding: gzip\r\n")), Report
    )
    assert "gzip" in why(
        site.give("/half", gzip.compress(PAGE.encode())[:80], headers="Content-Encoding: gzip\r\n")
    )
    assert "unpacks to more" in why(
        site.give("/bomb", gzip.compress(bytes(40_000_000)), headers="Content-Encoding: gzip\r\n")
    )


def test_wrong_charsets_are_seen_through(site: Any) -> None:
    page = PAGE.replace("Envoys of", "Envoys in Tromsø of")
    for path, raw, charset in (
        ("/a", page.encode(), "iso-8859-1"),
        ("/b", page.encode("cp1252"), "utf-8"),
        ("/c", page.encode("cp1252"), "no-such"),
    ):
        report = one(site.give(path, raw, headers=f"Content-Type: text/html; charset={charset}\r\n"))
        assert isinstance(report, Report) and "Tromsø" in report.body


def test_the_full_pages_of_a_feed(site: Any) -> None:
    feed = site.give("/feed", RSS.format(site.give("/a", PAGE)))
    short, full = one(feed), one(feed, full_pages=True)
    assert isinstance(short, Report) and isinstance(full, Report)
    assert "Short." in short.body
    assert STORY in full.body and full.outlet == "G"


def test_a_feed_s_links_to_local_addresses_are_refused(site: Any, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(RSS.format(site.give("/a", PAGE)))
    found = list(read_inputs([str(feed)], IntakeOptions(full_pages=True)))
    assert isinstance(found[0], SetAside) and "private network" in found[0].why


@pytest.mark.parametrize("host", ["8.8.8.8", "2606:4700:4700::1111"])
def test_public_addresses(host: str) -> None:
    assert is_public(host)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "x",
    ],
)
def test_addresses_of_other_networks(host: str) -> None:
    assert not is_public(host)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTP://m.Example.com/2026/talks/amp?utm_source=x#top", "https://example.com/2026/talks"),
        ("https://www.example.com:443/a/?fbclid=1&b=2&a=1", "https://example.com/a?a=1&b=2"),
        ("https://example.com/a.amp.html", "https://example.com/a"),
        ("https://amp.example.com/amp/a", "https://example.com/a"),
        ("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a?amp=1", "https://example.com/a"),
        ("https://www.google.com/amp/s/www.example.com/talks", "https://example.com/talks"),
        ("https://web.archive.org/web/20210504000000/https://www.example.com/a", "https://example.com/a"),
        ("https://example.com/a;jsessionid=0AF3?id=4", "https://example.com/a?id=4"),
        ("https://example.com/index.html", "https://example.com"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("mailto:x@example.com", None),
        ("not an address", None),
    ],
)  # fmt: skip
def test_canonical_addresses(written: str, canonical: str | None) -> None:
    assert canonicalise_url(written) == canonical
    if canonical:
        assert canonicalise_url(canonical) == canonical
