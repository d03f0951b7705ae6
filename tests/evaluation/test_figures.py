"""Scores on hand-made cases: what counts as found, right, false, and how wide an interval is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from communique.evaluation.figures import Measure, Scored, figures_of, share
from communique.evaluation.scoring.contacts import MEASURES, score_report
from communique.evaluation.scoring.parties import is_party
from communique.records import Account, Actor, Participant, Span, When

GOLD = {
    "kind": "phone_call", "status": "held", "participants": ["Nora Vale", "Otto Brandt"], "must": True,
    "start": "2026-03-03", "end": "2026-03-03", "evidence": "spoke",
}  # fmt: skip


def party(name: str, state: str) -> Participant:
    actor = Actor(id=name.lower().replace(" ", "-"), name=name, type="person", state=state)
    return Participant(actor=actor, role="party", as_named=name)


def account(**more: object) -> Account:
    when = When(start="2026-03-03", end="2026-03-03", precision="day", basis="stated", derivation="")
    made = Account(
        id="a", report="r", kind="phone_call", status="held", when=when, trigger=Span(start=0, end=1),
        participants=(party("Nora Vale", "FIN"), party("Otto Brandt", "DEU")), evidence=Span(start=0, end=1),
        reading_confidence=0.9,
    )  # fmt: skip
    return replace(made, **more)


def measured(golds: list[dict], accounts: list[Account], never: list[dict] = ()) -> dict[str, float]:
    counts = score_report("x", {"contacts": golds, "never": list(never)}, accounts).counts
    return {measure.name: measure.of(counts) for measure in MEASURES}


def test_a_perfect_reading_has_full_marks():
    figures = measured([GOLD], [account()])
    for name in ("f1", "recall", "precision", "status", "kind", "parties", "date", "recall of calls"):
        assert figures[name] == 1.0
    assert figures["calibration error"] == pytest.approx(0.1)


def test_nothing_read_has_none():
    assert measured([GOLD], [])["f1"] == 0.0


def test_an_arguable_contact_is_no_miss_and_no_error():
    figures = measured(
        [GOLD, {**GOLD, "must": False, "start": "2026-03-05", "end": "2026-03-05"}], [account()]
    )
    assert (figures["recall"], figures["precision"]) == (1.0, 1.0)


def test_a_second_telling_of_one_contact_is_not_right():
    assert measured([GOLD], [account(), account(id="b")])["precision"] == 0.5


@pytest.mark.parametrize("wrong", [{"kind": "meeting"}, {"status": "planned"}, {"participants": ()}])
def test_what_tells_of_something_else_is_not_found(wrong):
    assert measured([GOLD], [account(**wrong)])["recall"] == 0.0


def test_days_that_exclude_each_other_part_and_open_ends_do_not():
    apart = {**GOLD, "start": "2026-03-04", "end": "2026-03-04"}
    assert measured([apart], [account()])["recall"] == 0.0
    undated = {**GOLD, "start": None, "end": "2026-03-10"}
    assert measured([undated], [account()])["recall"] == 1.0


def test_what_the_gold_names_as_false_is_counted():
    wrong = {"participants": ["Nora Vale", "Otto Brandt"], "kind": "meeting", "status": "held"}
    assert measured([GOLD], [account(kind="meeting")], [wrong])["never"] == 1


@pytest.mark.parametrize(
    ("name", "state", "gold", "same"),
    [
        ("Volodymyr Zelenskyy", "UKR", "Volodymyr Zelensky", True),
        ("Recep Tayyip Erdoğan", "TUR", "Recep Tayyip Erdogan", True),
        ("Nora Vale", "FIN", "FIN", True),
        ("Nora Vale", "FIN", "Nora Lind", False),
        ("Nora Vale", "FIN", "DEU", False),
    ],
)
def test_spellings_of_one_name_meet(name, state, gold, same):
    assert is_party(party(name, state), gold) is same


def test_intervals_are_the_same_on_every_run_and_hold_the_value():
    passages = tuple(Counter({"n": 1, "right": int(number % 3 > 0)}) for number in range(60))
    measures = (Measure(name="exact", of=share("right", "n")),)
    scored = Scored(stage="dates", name="x", sealed=False, passages=passages, measures=measures)
    (figure,) = figures_of(scored)
    assert figures_of(scored) == (figure,)
    assert figure.value == pytest.approx(2 / 3)
    assert figure.low < figure.value < figure.high
    assert figure.high - figure.low == pytest.approx(0.24, abs=0.04)
