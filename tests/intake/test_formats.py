"""Every format that an input may have, told by its content, alone, packed, in archives and in feeds."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from communique.intake import IntakeOptions, SetAside, read_inputs, read_stream
from communique.records import Report

STORY = "Envoys of Norland and Sudria met in Lisbon on Monday.\n\nThey spoke about fishing."
PARAGRAPHS = "".join(
    f"<p>The envoys of Norland and Sudria met for the {n}th time in Lisbon and spoke of fish and ports.</p>"
    for n in range(4, 9)
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>Envoys meet</title><meta property="article:published_time" '
    f'content="2021-05-04T10:00:00Z"></head><body><nav>Home</nav><article><h1>Envoys meet</h1>{PARAGRAPHS}</article></body></html>'
).encode()
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Gazette</title><item><title>Envoys meet</title><link>https://gazette.example/envoys?utm_source=rss</link>
<pubDate>Tue, 04 May 2021 10:00:00 GMT</pubDate><description>&lt;p&gt;Envoys met in Lisbon &amp;amp; spoke.&lt;/p&gt;</description></item>
<item><title>Ports reopen</title><link>https://gazette.example/ports</link><content:encoded><![CDATA[<p>Two ports.</p><p>More &rsquo;ports.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><entry><title>Envoys meet</title>
<link href="https://gazette.example/envoys"/><published>2021-05-04T10:00:00Z</published><author><name>Ada Lind</name></author>
<summary>Envoys met in Lisbon.</summary></entry></feed>"""
JSON_FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "The Gazette", "items": [
        {"id": "1", "url": "https://gazette.example/envoys", "title": "Envoys meet", "content_html": "<p>Envoys met in Lisbon.</p>",
         "date_published": "2021-05-04T10:00:00Z", "authors": [{"name": "Ada Lind"}]}]}
)  # fmt: skip


def read(content: bytes | str, name: str = "input", **options: object) -> list[Report | SetAside]:
    raw = content.encode() if isinstance(content, str) else content
    return list(read_stream(io.BytesIO(raw), name, IntakeOptions(**options)))  # type: ignore[arg-type]


def reports(content: bytes | str, name: str = "input", **options: object) -> list[Report]:
    found = read(content, name, **options)
    assert all(isinstance(each, Report) for each in found), found
    return found  # type: ignore[return-value]


def warc_record(
    body: bytes,
    *,
    address: str = "https://gazette.example/envoys",
    headers: str = "Content-Type: text/html",
    status: int = 200,
) -> bytes:
    http = f"HTTP/1.1 {status} OK\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-05T01:02:03Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    return head + http + b"\r\n\r\n"


TABLE = 'date,outlet,headline,content\n2021-05-04,The Gazette,Envoys meet,"Envoys met.\n\nThey ""spoke""."\n2021-05-05,The Post,Ports,Two ports.\n'


def test_a_csv_is_a_table_whatever_its_name() -> None:
    first, second = reports(TABLE, "dump")
    assert (first.source, first.dated.date, first.outlet, first.title) == (
        "dump:2",
        "2021-05-04",
        "The Gazette",
        "Envoys meet",
    )
    assert first.body == 'Envoys meet\n\nEnvoys met.\n\nThey "spoke".'
    assert second.source == "dump:5"


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_other_delimiters(delimiter: str) -> None:
    table = (
        delimiter.join(("title", "text"))
        + "\n"
        + delimiter.join(("Envoys meet", "Envoys met, they said."))
        + "\n"
    )
    assert reports(table, "t.csv")[0].body == "Envoys meet\n\nEnvoys met, they said."


def test_columns_are_mapped_in_tables() -> None:
    table = "kop;inhoud\nEnvoys meet;Envoys met.\n"
    assert reports(table, field_map={"text": "inhoud", "title": "kop"})[0].title == "Envoys meet"
    aside = read(table, "t.csv")[0]
    assert isinstance(aside, SetAside) and "--map" in aside.remedy


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings(encoding: str) -> None:
    raw = "title,text\nEnvoys,They met in Tórshavn – again.\n".encode(encoding)
    assert reports(raw, "t.csv")[0].body == "Envoys\n\nThey met in Tórshavn – again."


def test_a_row_with_too_many_cells_is_set_aside() -> None:
    found = read("title,text\na,b,c\nEnvoys,They met.\n", "t.csv")
    assert isinstance(found[0], SetAside) and found[0].place == "t.csv:2"
    assert isinstance(found[1], Report)


@pytest.mark.parametrize(
    "row",
    [
        {"maintext": STORY, "date_publish": "2021-05-04 10:00:00", "source_domain": "Gazette", "authors": ["Ada Lind", "Bo Falk"], "title": "Envoys meet", "text": None},
        {"raw_text": STORY, "date": "2021-05-04", "sitename": "Gazette", "author": "Ada Lind, Bo Falk", "title": "Envoys meet", "source": "https://gazette.example/a"},
        {"story_text": STORY, "publish_date": "2021-05-04", "media_name": "Gazette", "byline": "Ada Lind, Bo Falk", "title": "Envoys meet", "stories_id": 4},
        {"Article": STORY, "Published At": "2021-05-04", "Source": "Gazette", "Author": "Ada Lind, Bo Falk", "Headline": "Envoys meet"},
    ],
)  # fmt: skip
def test_field_names_of_common_dumps(row: dict[str, object]) -> None:
    report = reports(json.dumps(row), "t.jsonl")[0]
    assert report.body == f"Envoys meet\n\n{STORY}"
    assert (report.title, report.dated.date, report.outlet, report.byline) == (
        "Envoys meet",
        "2021-05-04",
        "Gazette",
        "Ada Lind, Bo Falk",
    )


def test_other_columns_give_way_to_our_own() -> None:
    rows = [
        {"html": PAGE.decode(), "body": "A teaser."},
        {"text": STORY, "content": {"a": 1}, "body": "No."},
        {"html": PAGE.decode(), "content": 5},
    ]
    found = reports("\n".join(map(json.dumps, rows)), "t.jsonl")
    assert ["7th time" in each.body or each.body == STORY for each in found] == [True, True, True]


def test_a_text_that_opens_with_a_bar_is_no_table() -> None:
    assert reports(f"Article | Lantern Daily\n\n{STORY}", "a.txt")[0].body.endswith(STORY)


LINE = json.dumps({"text": STORY, "title": "Envoys meet"}).encode()


def zstd(raw: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(raw)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstd])
def test_packed_inputs(pack: object) -> None:
    for name in ("t.jsonl.gz", "dump"):
        assert reports(pack(LINE + b"\n" + LINE), name)[0].source == f"{name}:1"  # type: ignore[operator]
    assert reports(pack(STORY.encode()))[0].body == STORY  # type: ignore[operator]


def test_a_zip_gives_its_members(tmp_path: Path) -> None:
    path = tmp_path / "week.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/page.html", PAGE)
        archive.writestr("a.txt", STORY)
        archive.writestr("c.jsonl.gz", gzip.compress(LINE))
        archive.writestr("__MACOSX/a.txt", "x")
        archive.writestr("pic.png", b"\x89PNG\r\n\x1a\n" + bytes(50))
    found = list(read_inputs([str(path)]))
    assert [each.source for each in found] == [
        "week.zip/a.txt",
        "week.zip/b/page.html",
        "week.zip/c.jsonl.gz:1",
        "week.zip/pic.png",
    ]
    assert [type(each) for each in found] == [Report, Report, Report, SetAside]


def test_a_packed_tar_gives_its_members() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, content in (("a.txt", STORY.encode()), ("b.html", PAGE)):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    assert [each.source for each in reports(packed.getvalue(), "week.tgz")] == [
        "week.tgz/a.txt",
        "week.tgz/b.html",
    ]


def test_a_parquet_file_is_a_table(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table(
        {"content": [STORY, None, STORY], "title": ["Envoys meet", "x", "Again"], "n": [1, 2, 3]}
    )
    parquet.write_table(table, tmp_path / "t.parquet")
    found = list(read_inputs([str(tmp_path / "t.parquet")]))
    assert [type(each) for each in found] == [Report, SetAside, Report]
    assert found[2].source == "t.parquet:3"
    assert [type(each) for each in read((tmp_path / "t.parquet").read_bytes())] == [Report, SetAside, Report]


def test_rss_gives_its_entries() -> None:
    first, second = reports(RSS)
    assert first.body == "Envoys meet\n\nEnvoys met in Lisbon & spoke."
    assert (first.outlet, first.dated.date, first.canonical_url) == (
        "The Gazette",
        "2021-05-04",
        "https://gazette.example/envoys",
    )
    assert second.body == "Ports reopen\n\nTwo ports.\n\nMore ’ports."


@pytest.mark.parametrize("feed", [ATOM, JSON_FEED, ATOM.replace("</feed>", "")])
def test_atom_and_json_feeds(feed: str) -> None:
    report = reports(feed)[0]
    assert (report.title, report.byline, report.outlet) == ("Envoys meet", "Ada Lind", "The Gazette")
    assert (report.dated.date, report.url) == ("2021-05-04", "https://gazette.example/envoys")


def test_a_feed_in_utf16() -> None:
    assert len(reports(RSS.replace('"1.0"', '"1.0" encoding="utf-16"', 1).encode("utf-16"))) == 2


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages(packed: bool) -> None:
    records = [warc_record(PAGE), warc_record(b"x", headers="Content-Type: image/png"), warc_record(b"gone", status=404),
               warc_record(gzip.compress(PAGE), address="https://gazette.example/2", headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
               warc_record(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), address="https://gazette.example/3", headers="Content-Type: text/html\r\nTransfer-Encoding: chunked"),
               warc_record(PAGE, address="https://gazette.example/4", headers="Content-Type: text/html\r\nTransfer-Encoding: chunked")]  # fmt: skip
    raw = b"".join(gzip.compress(record) if packed else record for record in records)
    found = reports(raw, "news.warc")
    assert [each.source for each in found] == [
        "https://gazette.example/envoys",
        *(f"https://gazette.example/{n}" for n in (2, 3, 4)),
    ]
    assert all("7th time" in each.body and each.dated.date == "2021-05-04" for each in found)
    assert found[0].retrieved == "2021-05-05T01:02:03+00:00"


def test_a_first_look_passes_pages_over() -> None:
    class Look:
        def finds(self, raw: bytes) -> bool:
            return b"Sudria" in raw

    raw = warc_record(PAGE) + warc_record(
        PAGE.replace(b"Sudria", b"Borduria"), address="https://gazette.example/2"
    )
    assert len(reports(raw, first_look=Look())) == 1


def test_pages_keep_the_encoding_of_their_header() -> None:
    page = PAGE.replace(b"envoys of", "посланники".encode("cp1251"))
    raw = warc_record(page, headers="Content-Type: text/html; charset=windows-1251")
    assert "посланники" in reports(raw)[0].body


def test_a_page_packed_with_brotli_is_read_and_a_bomb_of_it_is_not() -> None:
    import brotli

    headers = "Content-Type: text/html\r\nContent-Encoding: br"
    packed = warc_record(brotli.compress(PAGE), address="https://gazette.example/5", headers=headers)
    assert [each.source for each in reports(packed, "news.warc")] == ["https://gazette.example/5"]
    bomb = warc_record(brotli.compress(b"<html>" + b"a" * 50_000_000), headers=headers)
    cut = warc_record(brotli.compress(PAGE)[:-9], headers=headers)
    why = [each.why for each in read(bomb + cut, "news.warc") if isinstance(each, SetAside)]
    assert why == ["larger than 10,000,000 bytes", "brotli data without their end"]


def test_stores_are_read_through_fsspec() -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    for number in range(2):
        store.pipe(f"/calls/{number}.txt", f"The ministers spoke by phone, report {number}.".encode())
    for named in ("memory://calls/*.txt", "memory://calls"):
        found = list(read_inputs([named]))
        assert [each.source for each in found if isinstance(each, Report)] == ["0.txt", "1.txt"]
    (missing,) = read_inputs(["memory://calls/7.txt"])
    assert isinstance(missing, SetAside)
    assert "the store cannot be read" in missing.why
