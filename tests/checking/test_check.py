"""`check`: what a text asserts, held against a ledger of four small reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique.cli import commands
from communique.errors import CommuniqueError

REPORTS = {
    "one.txt": "PARIS, March 5, 2019 - French President Emmanuel Macron spoke by phone with Russian President "
    "Vladimir Putin on Tuesday for about 40 minutes. “The ports will stay open until the autumn,” Macron said.",
    "two.txt": "MOSCOW, March 6, 2019 - Vladimir Putin talked by telephone with Emmanuel Macron on 5 March 2019, the "
    "Kremlin said. They discussed Syria and the grain trade.",
    "three.txt": "LONDON, January 20, 2019 - Vladimir Putin and Emmanuel Macron spoke by phone on 18 January 2019 about "
    "Libya, officials said.",
    "four.txt": "BERLIN, February 12, 2019 - Angela Merkel met Emmanuel Macron in Berlin on 11 February 2019.",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    communique.read(folder, ledger=str(folder / "l.db")).close()
    return folder / "l.db"


def checked(kept: Path, text: str, **more: str) -> list[tuple[str, str]]:
    """(sort, outcome) of each finding."""
    with communique.Ledger.open(str(kept)) as ledger:
        return [(each.sort, each.outcome) for each in communique.check(text, ledger, **more).findings]


def test_a_contact_of_two_origins_is_confirmed_with_its_day(kept: Path) -> None:
    found = checked(kept, "Macron and Putin spoke by phone on 5 March 2019.")
    assert found == [("contact", "confirmed"), ("date", "confirmed")]


def test_a_contact_of_one_origin_is_called_so(kept: Path) -> None:
    assert ("contact", "one origin only") in checked(kept, "Merkel met Macron in Berlin on 11 February 2019.")


def test_another_day_is_contradicted_by_the_account_that_tells_it(kept: Path) -> None:
    with communique.Ledger.open(str(kept)) as ledger:
        found = communique.check("Macron phoned Putin on 7 March 2019.", ledger).findings
    day = next(each for each in found if each.sort == "date")
    assert day.outcome == "contradicted"
    assert {each.source for each in day.evidence} == {"one.txt", "two.txt"}
    assert all(each.text and each.span and each.contact for each in day.evidence)


def test_a_meeting_that_was_a_call_is_contradicted(kept: Path) -> None:
    assert ("contact", "contradicted") in checked(kept, "Macron met Putin on 5 March 2019.")


def test_a_contact_that_the_ledger_does_not_hold_names_the_nearest(kept: Path) -> None:
    with communique.Ledger.open(str(kept)) as ledger:
        found = communique.check("Macron and Putin spoke by phone on 2 June 2014.", ledger).findings
    assert [each.outcome for each in found] == ["not in the ledger"]
    assert found[0].evidence[0].contact == "2019-01-18-macron-putin-phone-call"


def test_another_duration_is_contradicted(kept: Path) -> None:
    assert ("fact", "contradicted") in checked(
        kept, "Macron and Putin spoke by phone for two hours on 5 March 2019."
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("“The ports will stay open until the autumn,” Emmanuel Macron said.", "one origin only"),
        ("“The ports will stay open until the autumn,” Angela Merkel said.", "contradicted"),
        ("“The ports will remain open until the autumn,” Emmanuel Macron said.", "contradicted"),
        ("“Nobody has ever asked us about the harbour,” Emmanuel Macron said.", "not in the ledger"),
    ],
)
def test_a_quotation_is_looked_up_with_its_speaker(kept: Path, text: str, outcome: str) -> None:
    assert checked(kept, text, published="2019-03-07") == [("quote", outcome)]


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("It was their first call since January 2019.", "confirmed"),
        ("It was their first call since November 2018.", "contradicted"),
        ("It was their second call this year.", "confirmed"),
        ("It was their first meeting since 2017.", "not checkable"),
    ],
)
def test_a_claim_about_the_record_is_counted(kept: Path, claim: str, outcome: str) -> None:
    found = checked(kept, f"Macron and Putin spoke by phone on 5 March 2019. {claim}")
    assert ("record", outcome) in found


@pytest.mark.parametrize(
    ("since", "outcome"),
    [
        ("the Hanoi summit of Donald Trump and Kim Jong Un", "not checkable"),
        ("Russia seized Ukrainian ships in the Kerch Strait", "contradicted"),
        ("the quarrel of the fishermen", "not checkable"),
        ("the war", "not checkable"),
    ],
)
def test_a_claim_is_counted_from_a_known_event(kept: Path, since: str, outcome: str) -> None:
    text = f"Macron and Putin spoke by phone on 5 March 2019. It was their first call since {since}."
    words = ["check", "-", "--ledger", str(kept), "--published", "2019-03-06", "--format", "json"]
    result = CliRunner().invoke(commands, words, input=text)
    findings = json.loads(result.stdout)[0]["findings"]
    found = [each for each in findings if each["sort"] == "record"]
    assert [each["outcome"] for each in found] == [outcome], result.output


def test_a_silence_is_contradicted_by_a_call(kept: Path) -> None:
    text = "Paris waits.\n\nEmmanuel Macron has yet to speak with Vladimir Putin. He met Angela Merkel on Monday."
    assert ("record", "contradicted") in checked(kept, text, published="2019-03-12")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Macron and Putin spoke by phone on 18 January 2019. The two have not spoken since.",
            "contradicted",
        ),
        ("Macron and Putin spoke by phone on 5 March 2019. They have not spoken since.", "confirmed"),
        (
            "Macron and Putin spoke by phone on 5 March 2019. They have not met in person since.",
            "not checkable",
        ),
        ("Emmanuel Macron and Vladimir Putin have not spoken since January 2019.", "contradicted"),
    ],
)
def test_a_silence_since_a_contact_is_counted(kept: Path, text: str, outcome: str) -> None:
    assert [each for each in checked(kept, text) if each[0] == "record"] == [("record", outcome)]


def test_every_span_gives_its_words(kept: Path) -> None:
    with communique.Ledger.open(str(kept)) as ledger:
        check = communique.check(REPORTS["one.txt"] + " It was the first call since January.", ledger)
    assert check.findings
    for finding in check.findings:
        assert finding.span.of(check.report.body) == finding.text


def shown(folder: Path, reports: dict[str, str], slug: str) -> str:
    for name, text in reports.items():
        (folder / name).write_text(text, encoding="utf-8")
    with communique.read(*(folder / name for name in reports), ledger=str(folder / "c.db")):
        pass
    done = CliRunner().invoke(
        commands,
        ["show", slug, "--ledger", str(folder / "c.db"), "--format", "markdown"],
        catch_exceptions=False,
    )
    return done.stdout.partition("## Claims about the record")[2].partition("\n## ")[0]


def test_a_dossier_shows_what_its_reports_claim_of_the_record(tmp_path: Path) -> None:
    claim = REPORTS["two.txt"] + " It was their first call since November."
    claims = shown(tmp_path, {**REPORTS, "two.txt": claim}, "2019-03-05-macron-putin-phone-call")
    assert "| contradicted | 2019-01-18-macron-putin-phone-call" in claims


def test_a_dossier_shows_who_says_that_the_two_had_not_spoken(tmp_path: Path) -> None:
    silent = "PARIS, February 2, 2019 - Angela Merkel met Donald Tusk on Friday. Macron has yet to speak with Putin."
    claims = shown(tmp_path, {**REPORTS, "five.txt": silent}, "2019-01-18-macron-putin-phone-call")
    assert "has yet to speak with Putin | contradicted" in claims


def test_nothing_is_kept(kept: Path) -> None:
    with communique.Ledger.open(str(kept)) as ledger:
        before = list(ledger.dump())
        communique.check("Macron and Putin spoke by phone on 5 March 2019.", ledger)
        assert list(ledger.dump()) == before


def test_a_day_that_is_none_is_refused(kept: Path) -> None:
    with communique.Ledger.open(str(kept)) as ledger, pytest.raises(CommuniqueError, match="tomorrow"):
        communique.check("Macron met Putin.", ledger, published="tomorrow")


@pytest.mark.parametrize("shape", ["table", "json", "jsonl", "csv", "markdown"])
def test_the_command_writes_each_format(kept: Path, tmp_path: Path, shape: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Macron met Putin on 5 March 2019.", encoding="utf-8")
    done = CliRunner().invoke(commands, ["check", str(draft), "--ledger", str(kept), "--format", shape])
    assert done.exit_code == 0
    assert "contradicted" in done.stdout
    if shape == "json":
        assert json.loads(done.stdout)[0]["counts"]["contradicted"] == 1


def test_standard_input_is_read(kept: Path) -> None:
    done = CliRunner().invoke(
        commands,
        ["check", "-", "--ledger", str(kept)],
        input="Macron and Putin spoke by phone on 5 March 2019.",
    )
    assert "confirmed" in done.stdout
