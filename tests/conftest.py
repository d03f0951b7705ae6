"""What several tests build on: hand-made readings of two reports on one call, and of a third on a meeting."""

from __future__ import annotations

import glob
import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.records import (
    Account,
    Actor,
    Doubt,
    Fact,
    Furniture,
    Link,
    Mention,
    Participant,
    Reading,
    Report,
    ReportDate,
    Sentence,
    Span,
    Statement,
    When,
)

GIVEN = Path(__file__).resolve().parents[2] / "shared"

NORA = Actor(id="nora-vale", name="Nora Vale", type="person", office="President", state="FIN")
OTTO = Actor(
    id="otto-brandt", name="Otto Brandt", type="person", office="Chancellor", state="DEU", known=False
)
FIRST = (
    "Vale and Brandt speak\n\nPresident Nora Vale spoke by phone with Chancellor Otto Brandt on Tuesday for about "
    "an hour, her office said, citing the chancellery.\n\nSee also: A ferry opens"
)
SECOND = "Readout\n\nChancellor Brandt called President Vale on 3 March 2026. “We agree on grain,” he said. 40 minutes."
THIRD = "Vale will meet Brandt in Turku on Friday."


# What marked tests need, and whether this machine has it. COMMUNIQUE_REQUIRE=browser,ray turns a skip into a failure.
NEEDS: dict[str, tuple[Callable[[], bool], str]] = {
    "given": (GIVEN.is_dir, f"no given material at {GIVEN}"),
    "browser": (lambda: shutil.which("chromium") is not None, "no chromium here: apt-get install chromium"),
    "postgres": (
        lambda: bool(glob.glob("/usr/lib/postgresql/*/bin/initdb")),
        "no server here: apt-get install postgresql",
    ),
    "ray": (
        lambda: importlib.util.find_spec("ray") is not None,
        "no ray here: pip install 'communique[ray]'",
    ),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    required = os.environ.get("COMMUNIQUE_REQUIRE", "").split(",")
    for name, (there, why) in NEEDS.items():
        if name not in required and not there():
            for item in items:
                if item.get_closest_marker(name):
                    item.add_marker(pytest.mark.skip(reason=why))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, (there, why) in NEEDS.items():
        if item.get_closest_marker(name) and not there():
            pytest.fail(why)


def span(body: str, words: str) -> Span:
    start = body.index(words)
    return Span(start=start, end=start + len(words))


def link(body: str, words: str, actor: str | None = None) -> Link:
    return Link(id=actor, name=words, text=words, span=span(body, words))


def party(body: str, words: str, actor: Actor) -> Participant:
    return Participant(actor=actor, role="party", as_named=words, span=span(body, words))


def day(start: str | None, end: str | None = None) -> When:
    return When(start=start, end=end or start, precision="day", basis="stated", derivation=f"{start}")


def make_report(number: int, body: str, **more: object) -> Report:
    return Report(
        id=f"r{number}",
        version=f"r{number}-v1",
        source=f"00{number}.txt",
        body=body,
        dated=ReportDate(date=f"2026-03-0{number + 3}", basis="header", why="header line"),
        **more,  # type: ignore[arg-type]
    )


def first_reading() -> Reading:
    report = make_report(
        1,
        FIRST,
        outlet="The Turku Post",
        furniture=(Furniture(kind="related", span=span(FIRST, "See also: A ferry opens")),),
    )
    chain = (link(FIRST, "the chancellery"),)
    account = Account(
        id="a1",
        report="r1",
        kind="phone_call",
        status="held",
        when=day("2026-03-03"),
        participants=(
            party(FIRST, "President Nora Vale", NORA),
            party(FIRST, "Chancellor Otto Brandt", OTTO),
        ),
        trigger=span(FIRST, "spoke"),
        evidence=span(FIRST, FIRST.split("\n\n")[1]),
        facts=(
            Fact(
                fact="duration_minutes",
                value={"low": 60, "high": 60},
                text="about an hour",
                span=span(FIRST, "about an hour"),
                chain=chain,
            ),
        ),
        duration_minutes=(60, 60),
        topics=("grain",),
        side="FIN",
        reading_confidence=0.9,
    )
    mention = Mention(
        span=span(FIRST, "Nora Vale"),
        text="Nora Vale",
        form="name",
        actors=(NORA,),
        head=span(FIRST, "Vale"),
        sentence=0,
    )
    doubt = Doubt(
        id="d1", about="a1", question="Which Brandt?", choices=("Otto", "Olga"), span=span(FIRST, "Brandt")
    )
    sentence = Sentence(index=0, span=account.evidence, paragraph=1)
    return Reading(
        report=report,
        edition="e1",
        sentences=(sentence,),
        mentions=(mention,),
        whens=(day("2026-03-03"),),
        accounts=(account,),
        doubts=(doubt,),
    )


def second_reading() -> Reading:
    account = Account(
        id="a2",
        report="r2",
        kind="phone_call",
        status="held",
        when=day("2026-03-03"),
        participants=(party(SECOND, "Chancellor Brandt", OTTO), party(SECOND, "President Vale", NORA)),
        trigger=span(SECOND, "called"),
        evidence=span(SECOND, "Chancellor Brandt called President Vale on 3 March 2026."),
        facts=(
            Fact(
                fact="duration_minutes",
                value={"low": 40, "high": 40},
                text="40 minutes",
                span=span(SECOND, "40 minutes"),
            ),
            Fact(fact="topics", value="grain", text="grain", span=span(SECOND, "grain")),
        ),
        duration_minutes=(40, 40),
        topics=("grain",),
        side="DEU",
    )
    statement = Statement(
        id="s1",
        report="r2",
        kind="quote",
        polarity="asserts",
        text="We agree on grain,",
        span=span(SECOND, "We agree on grain,"),
        speaker=link(SECOND, "he", "otto-brandt"),
        cue=link(SECOND, "said"),
        account="a2",
        topics=("grain",),
    )
    report = make_report(2, SECOND, outlet="Chancellery", text_kind="readout")
    return Reading(report=report, edition="e1", accounts=(account,), statements=(statement,))


def third_reading() -> Reading:
    account = Account(
        id="a3",
        report="r3",
        kind="meeting",
        status="planned",
        when=day("2026-03-06"),
        participants=(party(THIRD, "Vale", NORA), party(THIRD, "Brandt", OTTO)),
        trigger=span(THIRD, "meet"),
        evidence=span(THIRD, THIRD),
    )
    return Reading(report=make_report(3, THIRD), edition="e1", accounts=(account,))


@pytest.fixture
def readings() -> tuple[Reading, ...]:
    return first_reading(), second_reading(), third_reading()
