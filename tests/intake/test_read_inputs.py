"""Reading as a user would: files, folders, lists, tables, and everything that cannot be read."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.intake import (
    Copies,
    Fields,
    IntakeOptions,
    SetAside,
    clean_text,
    make_report,
    read_inputs,
    read_stream,
)
from communique.records import Report

STORY = "Envoys of Norland and Sudria met in Lisbon on Monday.\n\nThey spoke about fishing."


def reports(*inputs: Path | str, options: IntakeOptions | None = None) -> list[Report | SetAside]:
    return list(read_inputs([str(path) for path in inputs], options or IntakeOptions()))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(found: list[Report | SetAside]) -> Report:
    assert len(found) == 1, found
    assert isinstance(found[0], Report), found
    return found[0]


def aside(found: list[Report | SetAside]) -> SetAside:
    assert len(found) == 1, found
    assert isinstance(found[0], SetAside), found
    assert found[0].why and found[0].remedy
    return found[0]


def test_a_text_file_is_one_report_named_by_its_file(tmp_path: Path) -> None:
    report = one(reports(write(tmp_path / "story.txt", STORY)))
    assert (report.source, report.body, report.title) == ("story.txt", STORY, None)
    assert report.version.startswith(f"{report.id}-")


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt"):
        write(tmp_path / name, STORY)
    assert [report.source for report in reports(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("mon/1.txt", "tue/1.txt", "tue/2.txt"):
        write(tmp_path / name, STORY)
    found = reports(tmp_path)
    assert [report.source for report in found] == ["mon/1.txt", "tue/1.txt", "2.txt"]
    assert len({report.id for report in found if isinstance(report, Report)}) == 3


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)
    one(reports(path, path, tmp_path, tmp_path / "*.txt"))


def test_a_list_file_names_inputs(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)
    listing = write(tmp_path / "list.lst", f"# stories\n\n{path}\n")
    one(reports(f"@{listing}"))


def test_a_list_that_names_itself_ends(tmp_path: Path) -> None:
    listing = tmp_path / "list.lst"
    write(listing, f"@{listing}\n")
    aside(reports(f"@{listing}"))


def test_standard_input_may_be_text_or_table(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, name in ((STORY, "-"), (json.dumps({"text": STORY}), "-:1")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert one(reports("-")).source == name


def test_a_table_line_gives_all_fields(tmp_path: Path) -> None:
    row = {
        "id": "g-17", "title": "Envoys meet in Lisbon", "text": STORY, "date": "2021-05-04T10:00:00Z", "outlet": "The Gazette",
        "url": "https://m.gazette.example/envoys/amp?utm_source=x#top", "byline": "Ada Lind", "gold": [1, 2],
    }  # fmt: skip
    report = one(reports(write(tmp_path / "table.txt", json.dumps(row))))
    assert report.source == "g-17"
    assert report.body == f"Envoys meet in Lisbon\n\n{STORY}"
    assert (report.dated.date, report.dated.basis) == ("2021-05-04", "given")
    assert report.canonical_url == "https://gazette.example/envoys"
    stripped = {key: value for key, value in row.items() if key != "gold"}
    assert one(reports(write(tmp_path / "other.txt", json.dumps(stripped)))) == report


def test_columns_are_mapped(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", json.dumps({"content": STORY, "headline": "Envoys meet"}))
    options = IntakeOptions(
        field_map={"text": "content", "title": "headline"}, published="2021-05-04", outlet="Gazette"
    )
    report = one(reports(path, options=options))
    assert (report.title, report.dated.date, report.outlet) == ("Envoys meet", "2021-05-04", "Gazette")


def test_bad_lines_are_set_aside_with_their_numbers_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": STORY}),
        "{not json",
        "[1]",
        '{"text": 3}',
        '{"title": "x"}',
        "",
        json.dumps({"text": STORY, "id": 9}),
    ]
    path = write(tmp_path / "t.jsonl", "\n".join(lines))
    found = reports(path)
    assert [entry.place for entry in found if isinstance(entry, SetAside)] == [
        f"{path}:{n}" for n in (2, 3, 4, 5)
    ]
    assert [entry.source for entry in found if isinstance(entry, Report)] == ["t.jsonl:1", "9"]


def test_a_date_that_is_none_leaves_a_doubt(tmp_path: Path) -> None:
    for written in ("banana", "04/05/2021", "2021-02-31", {"a": 1}):
        report = one(reports(write(tmp_path / "t.jsonl", json.dumps({"text": STORY, "date": written}))))
        assert report.dated.date is None
        assert report.dated.doubt and str(written)[:5] in report.dated.doubt


@pytest.mark.parametrize(
    "written",
    [
        "2021-05-14",
        "14/05/2021",
        "May 14, 2021",
        "Fri, 14 May 2021 09:00:00 GMT",
        "20210514",
        1620982800,
        "14th of May 2021",
    ],
)
def test_dates_are_read_as_they_are_written(written: object) -> None:
    assert make_report(Fields(source="a", text=STORY, date=written)).dated.date == "2021-05-14"


def test_a_line_beyond_the_limit_is_not_loaded(tmp_path: Path) -> None:
    long = b'{"text": "' + b"x" * 30_000_000 + b'"}\n'
    path = write(tmp_path / "t.jsonl", long + json.dumps({"text": STORY}).encode())
    tracemalloc.start()
    found = reports(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found[0], SetAside) and found[0].place.endswith(":1")
    assert isinstance(found[1], Report)
    assert peak < 28_000_000


def test_a_file_beyond_the_limit_is_set_aside(tmp_path: Path) -> None:
    path = write(tmp_path / "big.txt", "word " * 1000)
    assert "larger" in aside(reports(path, options=IntakeOptions(limit_bytes=1000))).why


@pytest.mark.parametrize(
    "content", [b"", b" \n\n ", b"\x00\x01\x02" * 50, b"\x89PNG\r\n\x1a\n" + b"x" * 40, b"%PDF-1.7 abc"]
)
def test_what_holds_no_text_is_set_aside(tmp_path: Path, content: bytes) -> None:
    aside(reports(write(tmp_path / "a.txt", content)))


def test_what_is_missing_is_set_aside(tmp_path: Path) -> None:
    for name in ("none.txt", "*.none", "@none.lst"):
        aside(reports(tmp_path / name if name[0] != "@" else f"@{tmp_path}/none.lst"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "The “envoys” met in Tórshavn – again. " * 5
    assert one(reports(write(tmp_path / "a.txt", text.encode(encoding)))).body == text.strip()


def test_a_damaged_character_is_replaced_and_told(tmp_path: Path) -> None:
    content = ("Besøk til Tromsø gjør inntrykk på utsendingene. " * 30).encode()
    found = reports(write(tmp_path / "a.txt", content[:401] + b"\xff" + content[401:]))
    assert [type(entry) for entry in found] == [Report, SetAside]
    assert isinstance(found[1], SetAside) and found[1].partial


def test_a_page_gives_text_and_metadata(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>The envoys of Norland and Sudria met for the {n}th time in Lisbon and spoke of fish.</p>"
        for n in range(4, 9)
    )
    page = (
        '<!doctype html><html lang="en"><head><title>Envoys meet in Lisbon</title><meta property="article:published_time" '
        f'content="2021-05-04T10:00:00Z"></head><body><nav>Home</nav><article><h1>Envoys meet in Lisbon</h1>{paragraphs}</article></body></html>'
    )
    for name, content in (("a.html", page), ("b.jsonl", json.dumps({"html": page}))):
        report = one(reports(write(tmp_path / name, content)))
        assert report.title == "Envoys meet in Lisbon"
        assert report.dated.date == "2021-05-04"
        assert "5th time in Lisbon" in report.body and "Home" not in report.body


def test_a_json_array_is_a_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps([{"text": STORY}, {"text": STORY + " More."}], indent=1))
    assert [report.source for report in reports(path)] == ["a.json:1", "a.json:2"]


def test_the_title_stands_first_and_only_once() -> None:
    title = "Envoys meet – Lisbon"
    for text in (
        STORY,
        f"{title}\n{STORY}",
        f"Envoys meet - Lisbon. {STORY}",
        f"4 May 2021\n\n{title}\n\n{STORY}",
    ):
        assert make_report(Fields(source="a", text=text, title=title)).body.count("Envoys meet") == 1


def test_cleaning_keeps_words_quotes_and_paragraphs() -> None:
    assert (
        clean_text("\ufeffOne\u00a0two\r\n\r\n\r\n“thr\u00adee” &amp;\u200b four\t five\r")
        == "One two\n\n“three” & four five"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Xi’s visit – “a success” … in Tromsø",
        "Erdoğan met Šefčovič in Malmö, naïve café",
        "Price: €5 • done",
        "It’s",
    ],
)
@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
def test_damaged_encoding_is_mended(text: str, page: str) -> None:
    raw = text.encode()
    damaged = "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in raw)
    assert clean_text(damaged) == text


@pytest.mark.parametrize(
    "text", ["NÃO", "São Tomé", "CAFÉ » Paris", "Âncora e Ãà", "“Så”, â la carte", "Ïle"]
)
def test_sound_letters_stay(text: str) -> None:
    assert clean_text(text) == text


def test_a_hard_wrapped_text_is_joined() -> None:
    paragraph = "The envoys of both states met again on Monday to speak about the\nfishing grounds that lie between the two coasts and about the many\nboats that have been held in the harbours of either side since the\nbeginning of the year."
    assert clean_text(f"{paragraph}\n\n{paragraph}").count("\n") == 2


def test_exact_copies_are_recognised() -> None:
    copies = Copies()
    first = make_report(Fields(source="a", text=STORY, url="https://g.example/a?utm_source=x"))
    again = make_report(Fields(source="b", text=STORY, url="https://m.g.example/a"))
    dated = make_report(Fields(source="c", text=STORY, url="https://g.example/a", date="2021-05-04"))
    assert [copies.seen(report) for report in (first, again, dated, again)] == [False, True, False, True]
    assert copies.count == 2


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["", "{", '{"text": "', "[", "<html><p>", "\ufeff", "date: "])
)
def test_no_bytes_raise(content: bytes, start: str) -> None:
    for entry in read_stream(io.BytesIO(start.encode() + content), "a.txt"):
        assert isinstance(entry, Report | SetAside)


@settings(max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=2),
    )
)
def test_no_value_of_a_line_raises(value: object) -> None:
    for name in ("id", "title", "text", "html", "date", "outlet", "url", "byline"):
        row = json.dumps({"text": STORY} | {name: value})
        assert len(list(read_stream(io.BytesIO(row.encode()), "a.jsonl"))) == 1
