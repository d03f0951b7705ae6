"""Whole invented reports, with the furniture that a careful reader would mark."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.body import is_readable, label_body
from communique.intake import Fields, make_report
from communique.records import Report

PROSE = "The foreign ministers of Norland and Sudria met in Lisbon on Monday and agreed to reopen two ports."
MORE_PROSE = "Both sides called the talks useful, and a further meeting is planned for the autumn."


def labelled(text: str, **fields: str) -> Report:
    return label_body(make_report(Fields(source="a.txt", text=text, **fields)), None)


def furniture(report: Report) -> list[tuple[str, str]]:
    return [(label.kind, label.span.of(report.body)) for label in report.furniture]


@pytest.mark.parametrize(
    ("start", "place", "credit"),
    [
        ("OSLO, Feb 5 (Reuters) - ", "Oslo", "Reuters"),
        ("Oslo: ", "Oslo", None),
        ("OSLO — ", "Oslo", None),
        ("LONDON (AP) — ", "London", "AP"),
        ("MOSCOW, March 3. /TASS/. ", "Moscow", "TASS"),
        ("Washington (CNN) ", "Washington", "CNN"),
        ("UNITED NATIONS, May 4 (Xinhua) -- ", "United Nations", "Xinhua"),
        ("SEOUL/TOKYO (Reuters) - ", "Seoul/Tokyo", "Reuters"),
        ("New Delhi, May 4 (PTI) ", "New Delhi", "PTI"),
        ("FORT ELM, Maryland - ", "Fort Elm, Maryland", None),
        ("Addis Ababa, 12 March 2024 (ENA) – ", "Addis Ababa", "ENA"),
        ("KYIV. Feb 5 (Interfax-Ukraine) – ", "Kyiv", "Interfax-Ukraine"),
    ],
)
def test_datelines(start: str, place: str, credit: str | None) -> None:
    report = labelled(f"{start}{PROSE}\n\n{MORE_PROSE}")
    assert (report.dateline, report.credit) == (place, credit)
    assert furniture(report) == [("dateline", start.strip())]


@pytest.mark.parametrize(
    "text",
    [
        "Lind: We are ready to speak with everybody who wants peace, and the ports will open.",
        "Trade — The Lifeline of the islands — was the main matter of the talks on Monday.",
        "President Ada Lind — Who Has Ruled since spring — met the envoys on Monday.",
        "Oslo-based envoys met the minister on Monday.",
        "Norland (population 4 million) joined the treaty on Monday.",
        "By Friday, Both Ministers had left Lisbon.",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert furniture(labelled(f"{text}\n\n{MORE_PROSE}")) == []


def test_an_agency_alone_is_a_credit() -> None:
    report = labelled(f"(CNN) - {PROSE}")
    assert (furniture(report), report.credit, report.dateline) == ([("credit", "(CNN) -")], "CNN", None)


def test_a_glued_header_and_dateline() -> None:
    report = labelled(f" date 2024-03-07 Oslo: {PROSE}")
    assert furniture(report) == [("header", "date 2024-03-07"), ("dateline", "Oslo:")]
    assert (report.dated.date, report.dated.basis) == ("2024-03-07", "header")


@pytest.mark.parametrize(
    "header",
    [
        "Date: 7 March 2024", "Published: March 7, 2024", "Mar. 7, 2024 | 10:32 GMT", "Thursday, 7 March 2024",
        "Posted on 2024-03-07 10:32:00", "Updated: 8 March 2024 09:00 | Published: 7 March 2024 18:30 IST", "07 Mar 2024 06:15PM",
    ],
)  # fmt: skip
def test_header_lines_date_a_report(header: str) -> None:
    report = labelled(f"{header}\n\n{PROSE}")
    assert furniture(report) == [("header", header)]
    assert report.dated.date == "2024-03-07"


def test_a_full_head() -> None:
    report = labelled(
        f"Envoys meet in Lisbon\nMarch 7, 2024\nBy Ada Lind and Bo Falk\n\nLISBON (AP) — {PROSE}\n\n{MORE_PROSE}"
    )
    assert [kind for kind, _ in furniture(report)] == ["headline", "header", "byline", "dateline"]
    assert (report.byline, report.dateline, report.dated.date) == (
        "Ada Lind and Bo Falk",
        "Lisbon",
        "2024-03-07",
    )


def test_a_title_glued_to_the_first_sentence() -> None:
    report = labelled(f"Envoys meet in Lisbon. {PROSE}", title="Envoys meet in Lisbon")
    assert furniture(report) == [("headline", "Envoys meet in Lisbon.")]


def test_a_sentence_that_merely_begins_like_the_title_is_prose() -> None:
    report = labelled("Envoys meet in Lisbon on Monday to speak of ports.", title="Envoys meet in Lisbon")
    assert ("headline", "Envoys meet in Lisbon") not in furniture(report)


def test_see_also_between_paragraphs() -> None:
    line = "See also: Harbour city opens its second metro line"
    assert furniture(labelled(f"{PROSE}\n\n{line}\n\n{MORE_PROSE}")) == [("related", line)]


def test_a_list_of_headlines_ends_where_prose_comes_again() -> None:
    listed = [
        "Read more:",
        "Harbour city opens its second metro line",
        "Will the ferry strike end?",
        "Bakers win a long dispute",
    ]
    report = labelled("\n\n".join([PROSE, *listed, MORE_PROSE]))
    assert furniture(report) == [("related", line) for line in listed]


def test_the_end_of_a_page() -> None:
    ending = [
        ("related", "See also:"),
        ("related", "Harbour city opens its second metro line"),
        ("related", "Ferry company said that nobody was hurt in the fog."),
        ("related", "Bakers win a long dispute over ovens"),
        ("biography", "Ada Lind"),
        ("biography", "Ada Lind is a journalist based in Porto. She wrote for three papers."),
        ("prompt", "Leave a Reply"),
        ("prompt", "Your email address will not be published."),
        ("related", "Previous Story"),
        ("related", "The lighthouse at the end of the pier"),
    ]
    report = labelled("\n\n".join([PROSE, MORE_PROSE, *(text for _, text in ending)]))
    assert furniture(report) == ending


def test_a_caption_inside_the_first_paragraph() -> None:
    caption = "President Ada Lind speaks with Premier Bo Falk by video in Oslo, Tuesday, May 4, 2021.(AP)"
    report = labelled(f"{PROSE} {caption}\n\n{MORE_PROSE}")
    assert furniture(report) == [("caption", caption)]


def test_an_agency_at_the_end_is_a_credit_and_the_sentence_stays_prose() -> None:
    report = labelled(f"{PROSE}\n\n{MORE_PROSE} (Reuters)")
    assert furniture(report) == [("credit", "(Reuters)")]


def test_reporting_line_glued_to_the_last_paragraph() -> None:
    report = labelled(f"{PROSE}\n\n{MORE_PROSE} Reporting by Ada Lind; Editing by Bo Falk")
    assert furniture(report) == [("credit", "Reporting by Ada Lind; Editing by Bo Falk")]


def test_a_list_of_participants_is_no_list_of_headlines() -> None:
    people = [
        "Ada Lind, Minister of Ports, Norland",
        "Bo Falk, Minister of Fisheries, Sudria",
        "Cy Holm, Chief of the Harbour Office",
    ]
    assert furniture(labelled("\n\n".join([PROSE, "Participants included:", *people]))) == []


def test_an_expert_in_the_news_has_no_biography() -> None:
    text = "Ada Lind is the director of the Harbour Office and led the delegation to Lisbon."
    assert furniture(labelled(f"{PROSE}\n\n{text}\n\n{MORE_PROSE}")) == []


def test_a_given_date_that_the_header_contradicts_has_a_doubt() -> None:
    report = labelled(f"Date: 7 March 2024\n\n{PROSE}", date="2024-06-01")
    assert (report.dated.date, report.dated.basis) == ("2024-06-01", "given")
    assert report.dated.doubt and "2024-03-07" in report.dated.doubt


def test_dateline_dates() -> None:
    assert labelled(f"OSLO, March 3, 2022 (AP) — {PROSE}").dated.date == "2022-03-03"
    undated = labelled(f"OSLO, March 3 (AP) — {PROSE}").dated
    assert undated.date is None and "March 3" in undated.why
    assert labelled(f"OSLO, Dec 31 (AP) — {PROSE}", date="2022-01-01").dated.doubt is None


def test_a_closing_line_dates_a_report() -> None:
    dated = labelled(f"{PROSE}\n\n{MORE_PROSE}\n\nThis article was first published on 12 March 2019.").dated
    assert (dated.date, dated.basis) == ("2019-03-12", "text")


def test_kinds_of_text() -> None:
    assert labelled(PROSE, title="Readout of the Minister's Call with Premier Falk").text_kind == "readout"
    assert labelled(PROSE, outlet="Ministry of Foreign Affairs of Norland").text_kind == "readout"
    assert labelled(PROSE, title="Analysis: Why Norland needs the ports").text_kind == "analysis"
    assert labelled(PROSE, title="Press briefing of 4 May").text_kind == "briefing"
    assert labelled(PROSE).text_kind == "news"


def test_languages() -> None:
    assert labelled(PROSE).language == "en"
    german = "Die Außenminister beider Staaten trafen sich am Montag in Lissabon und einigten sich auf die Öffnung von zwei Häfen."
    assert labelled(german).language == "de"


@pytest.mark.parametrize(
    ("head", "labels", "outlet", "day"),
    [
        ("Lantern Daily\n4 November 2015\n\nEnvoys to meet in Lisbon again", ["header", "header", "headline"], "Lantern Daily", "2015-11-04"),
        ("Envoys meet in Lisbon\n\nMeridian | 28 September 2013", ["headline", "header"], "Meridian", "2013-09-28"),
        ("Ministry of Ports of Norland\nEnvoys to meet in Lisbon", ["header", "headline"], "Ministry of Ports of Norland", None),
        ("Envoys meet in Lisbon\n4 November 2015", ["headline", "header"], None, "2015-11-04"),
        ("Envoys Meet in Lisbon\n4 November 2015", ["headline", "header"], None, "2015-11-04"),
        ("date 2021-09-10 Envoys end seven months of silence", ["header", "headline"], None, "2021-09-10"),
    ],
)  # fmt: skip
def test_outlet_and_day_above_the_prose(
    head: str, labels: list[str], outlet: str | None, day: str | None
) -> None:
    report = labelled(f"{head}\n\n{PROSE}\n\n{MORE_PROSE}")
    assert ([kind for kind, _ in furniture(report)], report.outlet, report.dated.date) == (
        labels,
        outlet,
        day,
    )


def test_the_agency_of_the_dateline_is_the_outlet_where_none_is_given() -> None:
    assert labelled(f"OSLO, Feb 5 (Reuters) - {PROSE}").outlet == "Reuters"
    assert labelled(f"OSLO (Harbour Wire) - {PROSE}").outlet == "Harbour Wire"
    assert labelled(f"OSLO (Reuters) - {PROSE}", outlet="The Gazette").outlet == "The Gazette"


@pytest.mark.parametrize(
    "line", ["From our diplomatic desk", "By a staff writer", "By our correspondent in Lisbon"]
)
def test_bylines_without_a_name(line: str) -> None:
    assert ("byline", line) in furniture(
        labelled(f"Envoys meet in Lisbon\n\n{line}\n\n{PROSE}\n\n{MORE_PROSE}")
    )


def test_a_caption_before_the_prose_of_the_same_line() -> None:
    for credit in ("Reuters", "White House", "Bo Falk/AFP", "The Harbour Office"):
        caption = f"Ada Lind greets Premier Falk on the quay of Lisbon. Photo: {credit}"
        report = labelled(
            f"Two hours\n\n{caption} Ada Lind and Bo Falk talked for two hours on Tuesday.\n\n{MORE_PROSE}"
        )
        assert ("caption", caption) in furniture(report)


def test_a_subheading_takes_no_prose_with_it() -> None:
    report = labelled(f"{PROSE}\n\nTalks on grain\n\n{MORE_PROSE}\n\n{PROSE}")
    assert furniture(report) == [("headline", "Talks on grain")]


@pytest.mark.parametrize(
    ("outlet", "kind"),
    [
        ("President of Ukraine Official Website", "readout"), ("Office of the President, Republic of Sudria", "readout"),
        ("Harbour Affairs Office of the State Council of Norland", "readout"), ("Presidency of Sudria", "readout"),
        ("Prime Minister of Norland", "readout"), ("10 Downing Street", "readout"), ("Embassy of Norland in Sudria", "readout"),
        ("Government of Norland", "readout"), ("The Harbour Gazette", "news"), ("Presidents and Kings Weekly", "news"),
    ],
)  # fmt: skip
def test_offices_write_readouts(outlet: str, kind: str) -> None:
    assert labelled(PROSE, outlet=outlet).text_kind == kind
    assert labelled(PROSE, outlet=outlet, title="Press briefing of 4 May").text_kind == "briefing"


@pytest.mark.parametrize("written", ["none", "None", "null", "N/A", "unknown"])
def test_an_absent_date_is_named_and_no_doubt(written: str) -> None:
    dated = labelled(PROSE, date=written).dated
    assert (dated.date, dated.doubt) == (None, None)
    assert written in dated.why


def test_only_english_is_read() -> None:
    spanish = "Los ministros de Asuntos Exteriores de ambos países se reunieron el lunes en Lisboa y acordaron reabrir dos puertos."
    assert is_readable(labelled(PROSE, language="es"))
    assert not is_readable(labelled(spanish, language="en"))


PIECES = st.sampled_from(
    [
        PROSE, MORE_PROSE, "See also:", "Bakers win a long dispute", "Date: 7 March 2024", "By Ada Lind", "(AP)", "OSLO (AP) — ", "Oslo: ",
        "Ada Lind", "Ada Lind is a journalist.", "Advertisement", "Premier Falk speaks in Oslo, May 4, 2021. (AP)", "\n\n", "\n", " ", "###",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=30), max_size=14).map("".join),
    st.sampled_from([None, "Bakers win a long dispute", "?"]),
)
def test_labels_lie_within_the_body_and_never_overlap(text: str, title: str | None) -> None:
    report = labelled(f"x{text}", **({"title": title} if title else {}))
    end = 0
    for label in report.furniture:
        assert end <= label.span.start < label.span.end <= len(report.body)
        assert label.span.of(report.body).strip() == label.span.of(report.body)
        end = label.span.end


def test_labelling_is_fast() -> None:
    report = make_report(Fields(source="a", text="\n\n".join([PROSE + " " + MORE_PROSE] * 14)))
    label_body(report, None)
    best = min(_seconds(report) for _ in range(5))
    assert best < 0.002, f"{best * 1000:.2f} ms a report of 450 words; half a millisecond was measured"


def _seconds(report: Report) -> float:
    start = time.perf_counter()
    label_body(report, None)
    return time.perf_counter() - start
