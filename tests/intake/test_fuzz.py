"""Damaged input of every format: nothing but reports and set-asides comes out, soon, and memory does not grow.

COMMUNIQUE_FUZZ_SECONDS sets how long each format is damaged; a second by default, minutes before a release.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import random
import tarfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from communique.intake import IntakeOptions, SetAside, read_stream
from communique.records import Report

SECONDS = float(os.environ.get("COMMUNIQUE_FUZZ_SECONDS", "0.6"))
STORY = "Envoys of Norland and Sudria met in Lisbon on Monday. They spoke about fishing in Tromsø – “again”."
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "datePublished": "2021-05-04", "author": {"name": "Ada Lind"}}</script></head><body><nav>Home</nav>'
    f"<article><h1>Envoys meet</h1><p>{STORY}</p><table><tr><td>{STORY}</td></tr></table><p>{STORY} &amp; more.</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>G</title><item>'
    f"<title>Envoys</title><link>https://g.example/1</link><pubDate>Tue, 04 May 2021 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{STORY}</p>]]>"
    "</content:encoded></item></channel></rss>"
)


def warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://g.example/1\r\nWARC-Date: 2021-05-05T01:02:03Z\r\nContent-Type: "
        b"application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http)
    )


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", STORY)
        archive.writestr("b.html", PAGE)
    return packed.getvalue()


def tarred() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(STORY.encode())
        archive.addfile(info, io.BytesIO(STORY.encode()))
    return packed.getvalue()


def parquet() -> bytes:
    pyarrow, writer = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    writer.write_table(pyarrow.table({"text": [STORY] * 20, "title": ["Envoys"] * 20}), packed)
    return packed.getvalue()


LINES = (json.dumps({"text": STORY, "date": "2021-05-04", "authors": ["Ada"]}) + "\n").encode() * 4
SEEDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("a.txt", f"Date: 4 May 2021\n\n{STORY}\n\n{STORY}".encode),
    "page": ("a.html", PAGE.encode),
    "lines": ("a.jsonl", lambda: LINES),
    "document": ("a.json", lambda: json.dumps([{"text": STORY}, {"html": PAGE}]).encode()),
    "table": (
        "a.csv",
        f'title;text;date\n"Envoys; meet";"{STORY}";2021-05-04\nx;{STORY};\n'.encode,
    ),
    "feed": ("a.xml", FEED.encode),
    "web archive": ("a.warc", lambda: warc() * 2),
    "packed web archive": ("a.warc.gz", lambda: gzip.compress(warc()) * 2),
    "gzip": ("a.jsonl.gz", lambda: gzip.compress(LINES)),
    "bzip2": ("a.bz2", lambda: bz2.compress(LINES)),
    "xz": ("a.xz", lambda: lzma.compress(LINES)),
    "zip": ("a.zip", zipped),
    "tar": ("a.tar", tarred),
    "parquet": ("a.parquet", parquet),
}


def damaged(raw: bytes, dice: random.Random) -> bytes:
    """The bytes with one to six faults: bits turned, pieces cut, doubled, moved, or strewn with odd bytes."""
    changed = bytearray(raw)
    for _ in range(dice.randrange(1, 7)):
        at, length = dice.randrange(len(changed) + 1), dice.choice((1, 2, 4, 30, 300))
        piece = changed[at : at + length]
        kind = dice.randrange(6)
        if kind == 0 and piece:
            changed[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = piece * dice.choice((1, 50))
        elif kind == 3:
            changed[at : at + length] = dice.randbytes(length)
        elif kind == 4:
            changed[at:at] = dice.choice(
                (
                    b"\x00",
                    b"\xff\xfe",
                    b"<" * 40,
                    b"<![CDATA[",
                    b"&#x110000;",
                    b'"',
                    b"\r",
                    b"\n\n",
                    b"9" * 30,
                    b"[" * 900,
                    b"\\ud800",
                )
            )
        else:
            del changed[at:]
    return bytes(changed)


@pytest.mark.parametrize("kind", SEEDS)
def test_damaged_input(kind: str) -> None:
    name, make = SEEDS[kind]
    raw, dice = make(), random.Random(kind)
    options = IntakeOptions(limit_bytes=500_000)
    list(read_stream(io.BytesIO(raw), name, options))
    end, tries = time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        content = damaged(raw, dice)
        started = time.monotonic()
        for one in read_stream(io.BytesIO(content), name, options):
            assert isinstance(one, Report | SetAside)
        assert time.monotonic() - started < 5, content[:200]
        tries += 1
    assert tries > 5


def test_reading_the_damaged_does_not_grow() -> None:
    def run(count: int) -> None:
        for kind in ("lines", "table", "feed", "gzip", "zip", "web archive"):
            name, make = SEEDS[kind]
            raw, dice = make(), random.Random(1)
            for _ in range(count):
                for _one in read_stream(io.BytesIO(damaged(raw, dice)), name):
                    pass

    run(15)
    tracemalloc.start()
    run(15)
    first = tracemalloc.get_traced_memory()[0]
    run(30)
    grown = tracemalloc.get_traced_memory()[0] - first
    tracemalloc.stop()
    assert grown < 1_500_000, f"{grown:,} bytes"
