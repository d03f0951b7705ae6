"""Every picture can be had in the terminal and as SVG, PNG, HTML and Vega-Lite, and says what it rests on."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.ledger import Ledger
from communique.plot import Bar, Chart, Point
from communique.plot.build import build_cadence
from communique.plot.files import chart_bytes
from communique.plot.palette import KINDS
from communique.plot.scale import DayScale
from communique.plot.svg import draw_svg
from communique.plot.svg_cells import two_lines

PICTURES = (["timeline"], ["cadence"], ["network"], ["network", "--by", "actor"], ["compare", "a1"])


@pytest.fixture
def path(readings, tmp_path: Path) -> str:
    with Ledger.open(str(tmp_path / "made.db")) as ledger:
        ledger.add(readings, "2026-03-10T12:00:00+00:00")
        ledger.contacts()
    return ledger.path


def run(path: str, *words: str) -> str:
    done = CliRunner().invoke(commands, [*words, "--ledger", path], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("picture", PICTURES[:4], ids=" ".join)
def test_a_picture_in_the_terminal_names_its_kinds_and_its_ledger(path, picture):
    shown = run(path, *picture)
    assert "meeting" in shown
    assert "2 contacts. Source: made.db, " in shown


@pytest.mark.parametrize("picture", PICTURES, ids=" ".join)
def test_a_picture_as_svg_is_well_formed_and_says_what_it_rests_on(path, picture, tmp_path):
    run(path, *picture, "-o", str(tmp_path / "p.svg"))
    root = ElementTree.fromstring((tmp_path / "p.svg").read_text())
    words = " ".join(root.itertext())
    assert root.tag.endswith("svg")
    assert "Source: made.db, " in words
    assert not [one for one in root.iter() if one.tag.endswith(("script", "image"))]


@pytest.mark.parametrize("picture", PICTURES, ids=" ".join)
def test_a_picture_as_png_is_one(path, picture, tmp_path):
    run(path, *picture, "-o", str(tmp_path / "p.png"))
    assert (tmp_path / "p.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("picture", PICTURES, ids=" ".join)
def test_a_picture_as_vega_lite_is_drawn_by_vega(path, picture, tmp_path):
    import vl_convert

    run(path, *picture, "-o", str(tmp_path / "p.json"))
    drawn = vl_convert.vegalite_to_svg(json.loads((tmp_path / "p.json").read_text()))
    assert drawn.count("<path") > 2


class Fetched(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.from_elsewhere: list[str] = []
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.rows += tag == "tr"
        self.from_elsewhere += [tag] if tag in ("script", "link", "img", "iframe") else []
        self.from_elsewhere += [name for name, _ in attrs if name in ("src", "onload", "onclick")]


@pytest.mark.parametrize("picture", PICTURES, ids=" ".join)
def test_a_picture_as_a_page_needs_nothing_from_elsewhere_and_has_its_figures_as_a_table(
    path, picture, tmp_path
):
    run(path, *picture, "-o", str(tmp_path / "p.html"))
    page = Fetched()
    page.feed((tmp_path / "p.html").read_text())
    assert page.from_elsewhere == []
    assert page.rows >= 2


def test_a_file_of_another_sort_is_refused_with_those_that_there_are(path, tmp_path):
    done = CliRunner().invoke(commands, ["timeline", "--ledger", path, "-o", str(tmp_path / "p.gif")])
    assert done.exit_code == 2
    assert ".svg, .png, .html or .json" in done.output


def test_periods_without_contacts_stay_in_the_picture():
    chart = build_cadence([("2020-01", "meeting", 2), ("2020-04", "visit", 1)], title="t")
    assert chart.columns == ("2020-01", "2020-02", "2020-03", "2020-04")
    assert chart.bars == (
        Bar(panel="", period="2020-01", kind="meeting", number=2),
        Bar(panel="", period="2020-04", kind="visit", number=1),
    )


@pytest.mark.parametrize(("last", "columns"), [("2023-12", 48), ("2024-01", 17), ("2040-01", 21)])
def test_long_times_are_counted_by_quarter_or_year(last, columns):
    chart = build_cadence([("2020-01", "meeting", 1), (last, "meeting", 1)], title="t")
    assert len(chart.columns) == columns
    assert sum(bar.number for bar in chart.bars) == 2


def test_years_may_stand_for_months_where_times_are_long():
    chart = build_cadence([("1995", "visit", 3), ("1998", "visit", 1)], title="")
    assert chart.columns == ("1995", "1996", "1997", "1998")
    assert [(bar.period, bar.number) for bar in chart.bars] == [("1995", 3), ("1998", 1)]


def test_an_axis_of_months_tells_its_years():
    scale = DayScale.over(["2020-11-20", "2021-03-10"], 0, 100)
    assert [name for _, name in scale.ticks(12)] == ["Dec 2020", "Jan 2021", "Feb", "Mar"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Harbour Wire", ("Harbour Wire",)),
        ("Ministry of Trade of Finland", ("Ministry of Trade of", "Finland")),
        ("A" * 30, ("A" * 19 + "…",)),
        ("Office of the President of the Republic of Finland", ("Office of the", "President of the Re…")),
    ],
)
def test_a_long_heading_stands_on_two_lines(name, lines):
    assert two_lines(name, 20) == lines


def test_words_of_reports_are_never_markup_in_a_picture():
    point = Point(
        lane="<script>", start="2020-01-01", end="2020-01-01", kind="meeting", status="held", label="a & <b>"
    )
    chart = Chart(form="points", title='"><x>', lanes=("<script>",), points=(point,))
    for drawn in (draw_svg(chart), chart_bytes(chart, "svg").decode(), chart_bytes(chart, "html").decode()):
        assert "<script>" not in drawn
        assert "<b>" not in drawn
        assert "<x>" not in drawn


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_stands_out_from_paper_and_from_the_dark_and_has_a_shape_of_its_own(kind):
    look = KINDS[kind]
    assert contrast(look.light, "#ffffff") >= 3
    assert contrast(look.dark, "#16181b") >= 3
    assert (
        len({each.path for each in KINDS.values()})
        == len({each.sign for each in KINDS.values()})
        == len(KINDS)
    )
