"""Claims about the record, in the words that news has for them, counted in a ledger of seven contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.checking import Finding

REPORTS = {
    "2021-11-15": "Chinese President Xi Jinping and U.S. President Joe Biden held a video call on Monday.",
    "2022-07-28": "U.S. President Joe Biden and Chinese President Xi Jinping spoke by phone on Thursday.",
    "2022-11-14": "U.S. President Joe Biden met Chinese President Xi Jinping in Bali on Monday.",
    "2023-04-26": "Ukrainian President Volodymyr Zelenskyy and Chinese President Xi Jinping spoke by phone on Wednesday.",
    "2023-11-15": "U.S. President Joe Biden and Chinese President Xi Jinping met near San Francisco on Wednesday.",
    "2024-04-02": "U.S. President Joe Biden and Chinese President Xi Jinping spoke by phone on Tuesday.",
    "2025-01-17": "U.S. President-elect Donald Trump and Chinese President Xi Jinping spoke by phone on Friday.",
    "2025-06-05": "U.S. President Donald Trump and Chinese President Xi Jinping spoke by phone on Thursday.",
}
CALL = "Joe Biden and Xi Jinping spoke by phone on April 2, 2024. "
MEETING = "Joe Biden and Xi Jinping met in Bali on November 14, 2022. "
TRUMP = "Donald Trump and Xi Jinping spoke by phone on June 5, 2025. "


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for day, text in REPORTS.items():
        (folder / f"{day}.txt").write_text(f"{day}\n\n{text}", encoding="utf-8")
    communique.read(folder, ledger=str(folder / "l.db")).close()
    return folder / "l.db"


def claims(kept: Path, text: str, published: str) -> list[Finding]:
    with communique.Ledger.open(str(kept)) as ledger:
        found = communique.check(text, ledger, published=published).findings
    return [each for each in found if each.sort == "record"]


def outcomes(kept: Path, text: str, published: str) -> list[str]:
    return [each.outcome for each in claims(kept, text, published)]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Biden and Xi have met in person twice.", "confirmed"),
        ("Xi Jinping has met Joe Biden only once.", "contradicted"),
        ("Xi Jinping has met Joe Biden three times.", "not checkable"),
        ("Joe Biden has met Xi Jinping at least twice since 2022.", "confirmed"),
        ("Joe Biden has met Xi Jinping no more than once since 2022.", "contradicted"),
        ("Joe Biden and Xi Jinping have spoken more than once by phone since 2021.", "confirmed"),
        ("Joe Biden met Xi Jinping twice in 2022.", "not checkable"),
        ("Joe Biden met Xi Jinping once in 2022.", "confirmed"),
        ("Joe Biden and Xi Jinping have held two meetings since 2021.", "confirmed"),
        ("The two leaders, Joe Biden and Xi Jinping, have met on two occasions.", "confirmed"),
    ],
)
def test_a_count_is_held_against_what_the_ledger_counts(kept: Path, text: str, outcome: str) -> None:
    assert outcomes(kept, text, "2024-06-01") == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden and Xi Jinping meet twice a year.",
        "Joe Biden and Xi Jinping have met once again.",
        "Joe Biden, who has met Putin twice, praised Xi Jinping.",
        "Joe Biden called twice for restraint this year, and Xi Jinping agreed.",
    ],
)
def test_a_habit_or_a_third_is_no_count(kept: Path, text: str) -> None:
    assert not [each for each in claims(kept, text, "2024-06-01") if "xi" in str(each.evidence)]


@pytest.mark.parametrize(
    ("text", "published", "outcome"),
    [
        ("Joe Biden and Xi Jinping last spoke by phone in July 2022.", "2023-10-01", "confirmed"),
        ("Joe Biden and Xi Jinping last spoke by phone in July 2022.", "2024-06-01", "contradicted"),
        ("Joe Biden last met Xi Jinping in November 2022.", "2023-10-01", "confirmed"),
        ("Joe Biden last met Xi Jinping in November 2022.", "2024-06-01", "contradicted"),
        # The text's own call is none that it forgets.
        (CALL + "The two last spoke by phone in July 2022.", "2024-04-03", "confirmed"),
    ],
)
def test_what_is_told_as_the_last_is_followed_by_none(
    kept: Path, text: str, published: str, outcome: str
) -> None:
    assert outcomes(kept, text, published) == [outcome]


@pytest.mark.parametrize(
    ("text", "published", "outcome"),
    [
        (
            "Joe Biden had not spoken to Xi Jinping for eight months before July 2022.",
            "2024-06-01",
            "confirmed",
        ),
        ("Joe Biden had not spoken to Xi Jinping for a year before July 2022.", "2024-06-01", "contradicted"),
        ("Joe Biden has not spoken to Xi Jinping for two months.", "2024-06-02", "confirmed"),
        ("Joe Biden has not spoken to Xi Jinping for five months.", "2024-06-02", "contradicted"),
        ("Joe Biden and Xi Jinping have not spoken since November 2023.", "2024-06-01", "contradicted"),
        (CALL + "The two had not spoken since November 2023.", "2024-04-03", "confirmed"),
        ("Joe Biden has never met Xi Jinping.", "2022-10-01", "not checkable"),
        ("Joe Biden has never met Xi Jinping.", "2023-10-01", "contradicted"),
    ],
)
def test_a_silence_is_counted_over_its_length(kept: Path, text: str, published: str, outcome: str) -> None:
    assert outcomes(kept, text, published) == [outcome]


@pytest.mark.parametrize(
    ("text", "published", "outcome"),
    [
        (MEETING + "It was their first-ever meeting.", "2022-11-15", "not checkable"),
        (CALL + "It was their first call.", "2024-04-03", "contradicted"),
        (CALL + "It was their second call.", "2024-04-03", "contradicted"),
        (CALL + "It was their third call.", "2024-04-03", "confirmed"),
        (CALL + "It was their fourth call.", "2024-04-03", "not checkable"),
        (
            CALL + "It was their first conversation since their meeting in California in November.",
            "2024-04-03",
            "confirmed",
        ),
        (
            CALL + "It was their first conversation since they met in Bali in November 2022.",
            "2024-04-03",
            "contradicted",
        ),
        (TRUMP + "It was their first call since Trump took office.", "2025-06-06", "not checkable"),
        (CALL + "It was their first call since Biden took office.", "2024-04-03", "contradicted"),
        (TRUMP + "It was their first call since Xi took office.", "2025-06-06", "contradicted"),
    ],
)
def test_a_first_is_counted_from_what_the_words_tell(
    kept: Path, text: str, published: str, outcome: str
) -> None:
    assert outcomes(kept, text, published) == [outcome]


def test_a_count_names_what_is_counted_at_its_place(kept: Path) -> None:
    text = "Biden and Xi have met only once."
    (found,) = claims(kept, text, "2024-06-01")
    assert found.text == "have met only once" == found.span.of(text)
    assert [each.contact for each in found.evidence] == [
        "2022-11-14-biden-xi-meeting",
        "2023-11-15-biden-xi-meeting",
    ]


@pytest.mark.parametrize(
    "count",
    ["Biden and Xi have met twice.", "They had met once before.", "The two leaders have met only once."],
)
def test_a_dossier_shows_the_count_of_a_report(kept: Path, tmp_path: Path, count: str) -> None:
    for day, text in REPORTS.items():
        more = f" {count}" if day == "2023-11-15" else ""
        (tmp_path / f"{day}.txt").write_text(f"{day}\n\n{text}{more}", encoding="utf-8")
    with communique.read(tmp_path, ledger=str(tmp_path / "l.db")) as ledger:
        told = communique.checking.claims_about(ledger.contact("2023-11-15-biden-xi-meeting"), ledger)
    assert [each.finding.about for each in told] == ["so many in all"]
