"""Hostile input, kind by kind: a named error or a harmless report, in bounded memory and time; the batch goes on."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import struct
import tarfile
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.intake import IntakeOptions, SetAside, read_inputs, read_stream
from communique.records import Report

SECONDS, MEMORY = 12.0, 120_000_000
LIMIT = 2_000_000
STORY = "Envoys of Norland and Sudria met in Lisbon on Monday. They spoke about fishing."
LINE = json.dumps({"text": STORY}).encode() + b"\n"
ZEROS = bytes(70_000_000)


def zstd(raw: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(raw)


def warc(
    body: bytes,
    *,
    length: int | None = None,
    headers: str = "Content-Type: text/html",
    address: str = "https://g.example/a",
) -> bytes:
    http = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
    length = len(http) if length is None else length
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-05T01:02:03Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n").encode() + http + b"\r\n\r\n"  # fmt: skip


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(*members: tarfile.TarInfo | tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return packed.getvalue()


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def lying_zip() -> bytes:
    raw = bytearray(zipped(("a.txt", STORY.encode() * 10)))
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(raw)


def encrypted_zip() -> bytes:
    raw = bytearray(zipped(("a.txt", STORY.encode())))
    raw[6] |= 1
    raw[raw.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def nested_zip(depth: int) -> bytes:
    raw = zipped(("a.txt", STORY.encode()))
    for number in range(depth):
        raw = zipped((f"{number}.zip", raw))
    return raw


def lying_gzip() -> bytes:
    return gzip.compress(LINE * 50)[:-8] + b"\x00" * 8


def laughs() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]><rss version="2.0"><channel><item><title>&l9;</title></item></channel></rss>'


def rss(inner: str) -> str:
    return f'<rss version="2.0"><channel><title>G</title><item><title>T</title>{inner}</item></channel></rss>'


def page(inner: str) -> str:
    return f"<!doctype html><html><body><article><p>{STORY}</p><p>{STORY} Again.</p>{inner}</article></body></html>"


def parquet(damage: Callable[[bytearray], None] | None = None) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    packed = io.BytesIO()
    pq.write_table(pa.table({"text": [STORY] * 100}), packed)
    raw = bytearray(packed.getvalue())
    if damage:
        damage(raw)
    return bytes(raw)


def huge_cells() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    packed = io.BytesIO()
    pq.write_table(pa.table({"text": ["x" * 5_000_000, STORY]}), packed)
    return packed.getvalue()


def flip(raw: bytearray) -> None:
    for at in range(30, min(len(raw) - 40, 200)):
        raw[at] ^= 0xFF


def cut_tail(raw: bytearray) -> None:
    del raw[-20:]


# name of the input, its bytes, and what must come of it: words of the error, or None for a report.
KINDS: dict[str, tuple[str, Callable[[], bytes | str], str | None]] = {
    # packed
    "gzip bomb": ("a.txt.gz", lambda: gzip.compress(ZEROS), "larger than|times its size"),
    "gzip bomb in a table": (
        "a.jsonl.gz",
        lambda: gzip.compress(LINE + ZEROS + b"\n"),
        "times its size|more than",
    ),
    "bzip2 bomb": ("a.jsonl.bz2", lambda: bz2.compress(LINE + ZEROS), "times its size|more than"),
    "xz bomb": ("a.jsonl.xz", lambda: lzma.compress(LINE + ZEROS), "times its size|more than"),
    "zstandard bomb": ("a.jsonl.zst", lambda: zstd(LINE + ZEROS), "times its size|more than"),
    "gzip in gzip in gzip": ("a", lambda: gzip.compress(gzip.compress(gzip.compress(STORY.encode()))), None),
    "gzip nested too deep": (
        "a",
        lambda: gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(STORY.encode()))))),
        "too deep",
    ),
    "truncated gzip": (
        "a.jsonl.gz",
        lambda: gzip.compress(LINE * 3 + os.urandom(5000))[:-500],
        "damaged gzip",
    ),
    "gzip with a false checksum": ("a.jsonl.gz", lying_gzip, "damaged gzip"),
    "gzip header alone": ("a.gz", lambda: b"\x1f\x8b\x08\x00" + bytes(6), "damaged gzip"),
    "gzip of nothing": ("a.gz", lambda: gzip.compress(b""), "nothing in"),
    "damaged gzip": ("a.gz", lambda: b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff" * 90, "damaged gzip"),
    "truncated bzip2": ("a.bz2", lambda: bz2.compress(STORY.encode())[:40], "damaged bzip2"),
    "truncated xz": ("a.xz", lambda: lzma.compress(STORY.encode())[:50], "damaged xz"),
    "truncated zstandard": (
        "a.zst",
        lambda: zstd(os.urandom(4000))[:2000],
        "damaged zstandard|binary|no text",
    ),
    "zstandard with a huge window": (
        "a.zst",
        lambda: b"\x28\xb5\x2f\xfd\x00\xb8" + bytes(20),
        "damaged zstandard",
    ),
    "xz that asks for much memory": ("a.xz", lambda: b"\xfd7zXZ\x00" + bytes(40), "damaged xz"),
    # archives
    "zip bomb": ("a.zip", lambda: zipped(("a.txt", ZEROS)), "times its size"),
    "zip with many bombs": (
        "a.zip",
        lambda: zipped(*((f"{n}.txt", ZEROS[:9_000_000]) for n in range(9))),
        "times its size",
    ),
    "zip that lies on sizes": ("a.zip", lying_zip, "damaged"),
    "encrypted zip": ("a.zip", encrypted_zip, "encrypted"),
    "truncated zip": ("a.zip", lambda: zipped(("a.txt", STORY.encode()))[:60], "damaged archive"),
    "zip within zip too deep": ("a.zip", lambda: nested_zip(6), "too deep"),
    "zip with a path out of it": ("a.zip", lambda: zipped(("../../etc/passwd", STORY.encode())), None),
    "zip of nothing": ("a.zip", zipped, "no file"),
    "word document": (
        "a.docx",
        lambda: zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")),
        "office document",
    ),
    "tar with a link out of it": ("a.tar", lambda: tarred(link("a.txt", "/etc/passwd")), "link or device"),
    "tar with a hard link": (
        "a.tar",
        lambda: tarred(link("a.txt", "/etc/passwd", tarfile.LNKTYPE)),
        "link or device",
    ),
    "tar with a device": ("a.tar", lambda: tarred(link("a.txt", "", tarfile.CHRTYPE)), "link or device"),
    "truncated tar": ("a.tar", lambda: tarred(("a.txt", STORY.encode() * 100))[:1500], "damaged|ended"),
    "tar with damaged header": (
        "a.tar",
        lambda: (
            tarred(("a.txt", STORY.encode()))[:150] + b"\xff" * 20 + tarred(("a.txt", STORY.encode()))[170:]
        ),
        "damaged|not a text|binary|no text",
    ),
    # XML and feeds
    "billion laughs": ("feed.xml", laughs, "defines its own entities"),
    "billion laughs in UTF-16": ("feed.xml", lambda: laughs().encode("utf-16"), "defines its own entities"),
    "entity that names a file": (
        "feed.xml",
        lambda: (
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss("<description>&x;</description>")
        ),
        "defines its own entities",
    ),
    "quadratic entity": (
        "feed.xml",
        lambda: f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]>' + rss("&a;" * 5000),
        "defines its own entities",
    ),
    "external document type": (
        "feed.xml",
        lambda: (
            '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">' + rss(f"<description>{STORY}</description>")
        ),
        None,
    ),
    "elements nested without end": ("feed.xml", lambda: rss("<a>" * 200_000), "nested"),
    "feed cut short": ("feed.xml", lambda: rss(f"<description>{STORY}</description>")[:-20], None),
    "feed without entries": (
        "feed.xml",
        lambda: '<rss version="2.0"><channel></channel></rss>',
        "without entries",
    ),
    "feed of many comments": ("feed.xml", lambda: rss("<!--" * 300_000), "^"),
    "feed with links to files": (
        "feed.xml",
        lambda: rss(f"<link>file:///etc/passwd</link><description>{STORY}</description>"),
        None,
    ),
    "feed with a million attributes": (
        "feed.xml",
        lambda: rss("<a " + 'b="c" ' * 200_000 + f"/><description>{STORY}</description>"),
        None,
    ),
    "JSON feed that is none": (
        "feed.json",
        lambda: '{"version": "https://jsonfeed.org/version/1", "items": 3}',
        "not a valid JSON feed",
    ),
    # pages
    "deep HTML": ("a.html", lambda: page("<div>" * 100_000 + "x"), "no article|nested|too many|^"),
    "page of open tags": ("a.html", lambda: "<!doctype html><html><body>" + "<b" * 300_000, "no article"),
    "page of scripts": ("a.html", lambda: page("<script>while(1);</script>" * 5000), None),
    "page of attributes": ("a.html", lambda: page("<p " + "a=1 " * 200_000 + ">"), None),
    "page without text": ("a.html", lambda: "<!doctype html><html><body></body></html>", "no article"),
    "page with NULs": ("a.html", lambda: page("a\x00b\x00").encode(), "binary"),
    "page that lies on its encoding": (
        "a.html",
        lambda: b'<!doctype html><meta charset="utf-16">' + page("Troms\xf8").encode("cp1252"),
        None,
    ),
    "page with an unknown encoding": (
        "a.html",
        lambda: b'<!doctype html><meta charset="hex_codec">' + page("Troms\xf8").encode("cp1252"),
        None,
    ),
    "page that moves on": (
        "a.html",
        lambda: '<!doctype html><meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
        "no article",
    ),
    "page with broken JSON-LD": (
        "a.html",
        lambda: page('<script type="application/ld+json">{"@graph": [' + "[" * 50_000 + "</script>"),
        None,
    ),
    "page of many cells": (
        "a.html",
        lambda: page("<table>" + "<tr><td>x</td></tr>" * 10_000 + "</table>"),
        "too many|^",
    ),
    "page of entities": ("a.html", lambda: page("&amp;" * 300_000), None),
    # tables
    "line of 20 MB": (
        "a.jsonl",
        lambda: b'{"text": "' + b"x" * 20_000_000 + b'"}\n' + LINE,
        "a line of more than",
    ),
    "table without line ends": ("a.jsonl", lambda: b"x" * 20_000_000, "a line of more than"),
    "JSON nested without end": (
        "a.jsonl",
        lambda: b'{"text": ' + b"[" * 100_000 + b"\n" + LINE,
        "not valid JSON",
    ),
    "JSON document nested without end": ("a.json", lambda: "[" * 200_000, "not valid JSON"),
    "number of a million digits": (
        "a.jsonl",
        lambda: b'{"text": "x", "id": ' + b"9" * 1_000_000 + b"}\n" + LINE,
        "not valid JSON|string",
    ),
    "NaN as text": ("a.jsonl", lambda: b'{"text": NaN}\n' + LINE, "not a string"),
    "lone surrogates": (
        "a.jsonl",
        lambda: b'{"text": "a \\ud800 ' + STORY.encode() + b'", "id": "\\udfff"}',
        None,
    ),
    "date beyond all calendars": ("a.jsonl", lambda: json.dumps({"text": STORY, "date": 10**30}), None),
    "id of a megabyte": ("a.jsonl", lambda: json.dumps({"text": STORY, "id": "x" * 1_000_000}), None),
    "CSV with an open quote": ("a.csv", lambda: 'title,text\n"a,' + "b\n" * 2_000_000 + "\n", "not a row"),
    "CSV with a cell of 20 MB": (
        "a.csv",
        lambda: "title,text\nx," + "b" * 20_000_000 + f"\nx,{STORY}\n",
        "a line of more than",
    ),
    "CSV of commas": (
        "a.csv",
        lambda: "title,text" + "," * 1_000_000 + "\n" + "," * 1_000_000 + "\n",
        "more than",
    ),
    "CSV with NULs": ("a.csv", lambda: f"title,text\n\x00,{STORY}\x00\n", "binary|^"),
    "CSV that lacks a text": ("a.csv", lambda: "a,b\n1,2\n", "no column that holds the text"),
    "damaged Parquet": ("a.parquet", lambda: parquet(flip), "damaged Parquet|^"),
    "truncated Parquet": ("a.parquet", lambda: parquet(cut_tail), "damaged Parquet"),
    "Parquet start alone": ("a.parquet", lambda: b"PAR1" + bytes(50), "damaged Parquet"),
    "Parquet with huge cells": ("a.parquet", huge_cells, "a text of more than"),
    # web archives
    "truncated web archive": (
        "a.warc",
        lambda: warc(page("").encode()) + warc(page("").encode())[:-200],
        "damaged|short|larger|^",
    ),
    "truncated packed web archive": (
        "a.warc.gz",
        lambda: gzip.compress(warc(page("").encode())) + gzip.compress(warc(os.urandom(3000)))[:-900],
        "damaged|^",
    ),
    "record that lies on its length": (
        "a.warc",
        lambda: warc(page("").encode(), length=10**12),
        "damaged|cut short|^",
    ),
    "record with a negative length": (
        "a.warc",
        lambda: warc(page("").encode(), length=-5),
        "no page|damaged",
    ),
    "record packed as a bomb": (
        "a.warc",
        lambda: warc(gzip.compress(ZEROS), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        "larger than",
    ),
    "record packed wrongly": (
        "a.warc",
        lambda: warc(page("").encode(), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        None,
    ),
    "record of 20 MB": ("a.warc", lambda: warc(b"<html>" + b"x" * 20_000_000), "larger than"),
    "record with endless headers": (
        "a.warc",
        lambda: b"WARC/1.0\r\n" + b"X: y\r\n" * 500_000,
        "damaged|no page",
    ),
    "packed web archive bomb": ("a.warc.gz", lambda: gzip.compress(warc(b"<html>" + ZEROS)), "larger than"),
    # texts
    "text of NULs": ("a.txt", lambda: bytes(1000), "binary"),
    "text beyond the limit": ("a.txt", lambda: b"word " * 1_000_000, "larger than"),
    "bytes of no encoding": ("a.txt", lambda: bytes(range(128, 160)) * 200, "^"),
    "half a UTF-16 text": ("a.txt", lambda: STORY.encode("utf-16")[:-1], "^"),
    "UTF-7 smuggled in": ("a.txt", lambda: b"+ADw-script+AD4- " + STORY.encode(), None),
    "text that turns its direction": ("a.txt", lambda: f"\u202e{STORY}\u202d\u2066", None),
    "text of combining marks": ("a.txt", lambda: "a" + "\u0301" * 200_000 + STORY, None),
    "text of ampersands": ("a.txt", lambda: "&amp;" * 200_000 + STORY, None),
    "text of spaces": ("a.txt", lambda: (" " * 900_000) + STORY + ("\n" * 900_000), None),
    "a program": ("a.txt", lambda: b"\x7fELF" + bytes(100), "a program"),
    "a picture named text": ("a.txt", lambda: b"\xff\xd8\xff\xe0" + bytes(100), "a JPEG picture"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_input(kind: str, tmp_path: Path) -> None:
    name, make, expected = KINDS[kind]
    content = make()
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    size = path.stat().st_size
    after = tmp_path / "zz-after.txt"
    after.write_text(STORY)
    del content
    tracemalloc.start()
    started = time.perf_counter()
    found = list(read_inputs([str(path), str(after)], IntakeOptions(limit_bytes=LIMIT)))
    seconds = time.perf_counter() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found[-1], Report) and found[-1].source == "zz-after.txt", "the batch goes on"
    assert seconds < SECONDS
    assert peak < MEMORY + size
    asides = [each for each in found if isinstance(each, SetAside)]
    assert all(aside.why and aside.remedy and aside.place for aside in asides)
    if expected is None:
        assert not [aside for aside in asides if not aside.partial]
        assert len(found) > 1
        assert all("root:" not in each.body for each in found if isinstance(each, Report))
    elif expected != "^":
        import re

        assert re.search(expected, " ".join(aside.why for aside in asides)), (asides, found)


def test_the_table_is_long_enough() -> None:
    assert len(KINDS) >= 60


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret words.")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder)
    assert [each.source for each in read_inputs([str(folder)])] == ["a.txt"]


def test_pipes_and_devices_in_a_folder_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pipe")
    (tmp_path / "b.txt").write_text(STORY)
    found = list(read_inputs([str(tmp_path), "/dev/zero"]))
    assert sorted(type(each).__name__ for each in found) == ["Report", "SetAside", "SetAside"]


def test_a_zip_member_beyond_the_limit_ends_alone() -> None:
    raw = zipped(
        ("a.txt", os.urandom(LIMIT) + b"x" * 10), ("b.txt", STORY.encode()), method=zipfile.ZIP_STORED
    )
    found = list(read_stream(io.BytesIO(raw), "a.zip", IntakeOptions(limit_bytes=LIMIT)))
    assert [type(each) for each in found] == [SetAside, Report]


def test_a_flipped_bit_in_a_member_ends_it_alone() -> None:
    raw = bytearray(zipped(("a.txt", STORY.encode() * 9), ("b.txt", STORY.encode())))
    raw[60] ^= 0xFF
    found = list(read_stream(io.BytesIO(bytes(raw)), "a.zip"))
    assert [type(each) for each in found] == [SetAside, Report]


def test_damage_is_found_late_and_what_came_before_is_kept() -> None:
    packed = zlib.compressobj(wbits=31)
    raw = packed.compress(LINE * 20_000) + packed.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 50
    found = list(read_stream(io.BytesIO(raw), "a.jsonl.gz"))
    assert sum(isinstance(each, Report) for each in found) > 10_000
    assert isinstance(found[-1], SetAside) and "damaged gzip" in found[-1].why
