from __future__ import annotations

import importlib.util
import random
from pathlib import Path

from communique.merge import find_origins
from communique.records import Furniture, Report, ReportDate, Span

FREQUENT = ("the", "of", "to", "and", "in", "a", "on", "that", "for", "with")


def story(seed: int, length: int = 120) -> list[str]:
    """Words as news has them: every third is a frequent one."""
    dice = random.Random(seed)
    return [
        dice.choice(FREQUENT) if dice.random() < 0.35 else f"w{int(dice.paretovariate(0.5)) % 4000}"
        for _ in range(length)
    ]


def report(id: str, words: list[str], day: str = "2031-05-02", **more: object) -> Report:
    return Report(
        id=id,
        version="1",
        source=id,
        body=" ".join(words),
        outlet=f"outlet {id}",
        dated=ReportDate(date=day, basis="given", why="made"),
        **more,
    )  # type: ignore[arg-type]


def rewritten(words: list[str], share: float, seed: int) -> list[str]:
    dice = random.Random(seed)
    return [f"word{dice.randint(0, 9999)}" if dice.random() < share else word for word in words]


def test_the_earliest_of_equal_texts_is_the_origin() -> None:
    words = story(1)
    assert find_origins([report("a", words, "2031-05-03"), report("b", words, "2031-05-02")]) == {
        "a": "b",
        "b": "b",
    }


def test_furniture_makes_no_other_text() -> None:
    words = story(1)
    tail = "Read more here"
    body = " ".join(words)
    span = Span(start=len(body), end=len(body) + 1 + len(tail))
    other = report("b", [*words, tail], "2031-05-03", furniture=(Furniture(kind="prompt", span=span),))
    assert find_origins([report("a", words), other])["b"] == "a"


def test_cuts_and_rewrites_are_found_and_other_stories_are_not() -> None:
    stories = [report(f"s{n:03}", story(n)) for n in range(150)]
    copies = [
        report(
            f"t{n:03}", rewritten(story(n)[: (90 if n % 2 else 400)], 0.05 + n % 8 * 0.05, n), "2031-05-03"
        )
        for n in range(80)
    ]
    origins = find_origins([*stories, *copies])
    found = [origins[c.id] == f"s{c.id[1:]}" for c in copies]
    assert sum(found) / len(found) >= 0.95
    assert all(origins[s.id] == s.id for s in stories)


def test_a_text_weeks_later_is_its_own() -> None:
    words = story(1)
    origins = find_origins([report("a", words), report("b", rewritten(words, 0.1, 1), "2031-06-20")])
    assert origins["b"] == "b"


def test_order_makes_no_difference() -> None:
    reports = [report(f"s{n:03}", rewritten(story(n % 20), 0.1 * (n > 19), n)) for n in range(60)]
    expected = find_origins(reports)
    for seed in range(20):
        shuffled = reports[:]
        random.Random(seed).shuffle(shuffled)
        assert find_origins(shuffled) == expected


def test_planted_rewrites_are_found_among_reports_of_the_same_events() -> None:
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "origins.py"
    spec = importlib.util.spec_from_file_location("planted", path)
    assert spec
    assert spec.loader
    planted = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(planted)
    precision, recall, _ = planted.measure(11)
    assert precision >= 0.98
    assert recall >= 0.95


def test_a_text_of_one_hand_may_be_changed_more() -> None:
    words = story(1)
    other = rewritten(words, 0.46, 4)
    assert find_origins([report("a", words), report("b", other, "2031-05-03")])["b"] == "b"
    named = [report("a", words, byline="Ida Holm"), report("b", other, "2031-05-03", byline="Ida Holm")]
    assert find_origins(named)["b"] == "a"
