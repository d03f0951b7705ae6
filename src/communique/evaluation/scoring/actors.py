"""Scores the actors stage against gold passages: `python -m communique.evaluation.scoring.actors [--misses N]`.

A gold mention is found by the prediction that shares most of its words; a title joined to the name that it stands
beside ("John Key, the prime minister") finds both, and so does a state ("King Abdullah of Jordan"). Places may be
left out; states that only describe ("Israel's Benjamin Netanyahu") may be found, and count against nothing else.
Resolution and office are shares of the mentions found; references are a share of all gold references, so that one
that was not found counts as wrong. Sealed passages are counted and never shown.
"""

from __future__ import annotations

import argparse
import functools
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.actors import Phrase, find_mentions, find_phrases, name_spans
from communique.body import label_body
from communique.knowledge import load_knowledge
from communique.records import Actor, Mention, Report, ReportDate, Sentence, Span
from communique.sentences import parse_sentences, split_sentences

if TYPE_CHECKING:
    from communique.sentences import Doc

FOLDER = Path(__file__).resolve().parent.parent / "actors"
REFERENCES = frozenset({"reference", "pronoun", "group"})
SILENT = frozenset({"place", "adjective"})
ARTICLES = ("the ", "a ", "an ")
LEAST = 0.4  # share of words that a prediction and a gold mention have in common, at least
Gold = Mapping[str, Any]


class Parsed(NamedTuple):
    """A passage with its sentences, their parses, and the phrases that may name somebody, both by sentence."""

    report: Report
    sentences: Sequence[Sentence]
    parses: Mapping[int, Doc]
    phrases: Mapping[int, Sequence[Phrase]]


@dataclass(kw_only=True)
class Figures:
    """Counts over one file, and the misses of an open one."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right_predicted: int = 0
    resolved: int = 0
    wrong_person: int = 0
    offices: int = 0
    offices_right: int = 0
    references: int = 0
    references_right: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self) -> float:
        """F1 of mentions."""
        recall, precision = self.found / max(1, self.gold), self.right_predicted / max(1, self.predicted)
        return 2 * recall * precision / max(1e-9, recall + precision)


def score(path: Path) -> Figures:
    """The figures of one file of passages."""
    figures = Figures()
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        before = len(figures.misses)
        add_passage(figures, passage, read_passage(passage))
        if len(figures.misses) > before:
            figures.misses.insert(before, f"{passage['id']} {passage['date']}: {passage['text']}")
    if "sealed" in path.name:
        figures.misses.clear()
    return figures


def read_passage(passage: Gold) -> tuple[Mention, ...]:
    """The mentions of a passage, every sentence parsed."""
    report, sentences, parses, phrases = parse_passage(passage)
    return find_mentions(report, sentences, parses, load_knowledge(), phrases)


def parse_passage(passage: Gold) -> Parsed:
    """A passage as a report of its day, with all that names are found in."""
    knowledge = load_knowledge()
    dated = ReportDate(date=passage["date"], basis="given", why="the passage's date")
    report = label_body(
        Report(id=passage["id"], version="1", source="passage", body=passage["text"], dated=dated), knowledge
    )
    sentences = split_sentences(report)
    phrases = find_phrases(report, sentences, knowledge)
    parses = parse_sentences(
        report, sentences, frozenset(s.index for s in sentences), knowledge, name_spans(phrases)
    )
    return Parsed(report, sentences, parses, phrases)


def add_passage(figures: Figures, passage: Gold, mentions: Sequence[Mention]) -> None:
    """Adds one passage's outcome."""
    text: str = passage["text"]
    golds = [(gold, gold_span(text, gold)) for gold in passage["mentions"]]
    wanted = [(gold, span) for gold, span in golds if gold["form"] != "place"]
    places = [span for gold, span in golds if gold["form"] == "place"]
    said = [m for m in mentions if m.actors and m.form != "place"]
    pairs = paired(text, wanted, said)
    figures.gold += len(wanted)
    figures.predicted += sum(m.form not in SILENT or place in pairs.values() for place, m in enumerate(said))
    used: set[int] = set()
    for number, (gold, _) in enumerate(wanted):
        place = pairs.get(number)
        used |= set() if place is None else {place}
        add_mention(figures, gold, None if place is None else said[place])
    figures.right_predicted += len(used)
    for place, mention in enumerate(said):
        if place not in used and mention.form not in SILENT:
            where = "place" if any(mention.span.overlaps(span) for span in places) else "nothing"
            figures.misses.append(
                f"    spurious {mention.form} {mention.text!r} as {shown(mention)} over {where}"
            )


def add_mention(figures: Figures, gold: Gold, mention: Mention | None) -> None:
    """Adds one gold mention's outcome."""
    right = mention is not None and (same_actors(gold, mention) or same_state(gold, mention))
    if gold["form"] in REFERENCES:
        figures.references += 1
        figures.references_right += right
    if mention is None:
        figures.misses.append(
            f"    not found {gold['form']} {gold['text']!r} {gold['id'] or gold.get('ids') or gold['name']}"
        )
        return
    figures.found += 1
    figures.resolved += right
    if not right:
        figures.wrong_person += any(actor.known and actor.type == "person" for actor in mention.actors)
        figures.misses.append(
            f"    wrong {gold['form']} {gold['text']!r} {gold['id'] or gold.get('ids') or gold['name']}: got {mention.text!r} {shown(mention)}"
        )
        return
    verdict = office_verdict(gold, mention.actors[0])
    if verdict is not None:
        figures.offices += 1
        figures.offices_right += verdict
        if not verdict:
            figures.misses.append(
                f"    office {gold['text']!r} {gold['office']} of {gold['state']} {gold.get('standing', '')}: got {mention.actors[0].office} of {mention.actors[0].state}"
            )


def paired(text: str, golds: Sequence[tuple[Gold, Span]], said: Sequence[Mention]) -> dict[int, int]:
    """Each gold mention's prediction: one to one by shared words, then titles joined to a name."""
    scores = sorted(
        (
            (overlap(trimmed(text, span), trimmed(text, m.span)), -number, -place)
            for number, (_, span) in enumerate(golds)
            for place, m in enumerate(said)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for share, number, place in scores:
        if share >= LEAST and -number not in pairs and -place not in pairs.values():
            pairs[-number] = -place
    for number, (gold, span) in enumerate(golds):
        inside = next(
            (
                place
                for place, m in enumerate(said)
                if m.span.covers(span)
                and number not in pairs
                and (same_actors(gold, m) or same_state(gold, m))
            ),
            None,
        )
        if inside is not None:
            pairs[number] = inside
    return pairs


def overlap(one: Span, other: Span) -> float:
    """The code points that two spans share, of all that they cover."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / max(1, max(one.end, other.end) - min(one.start, other.start))


def trimmed(text: str, span: Span) -> Span:
    """A span without its leading article."""
    words = span.of(text).lower()
    return next(
        (Span(start=span.start + len(a), end=span.end) for a in ARTICLES if words.startswith(a)), span
    )


def gold_span(text: str, gold: Gold) -> Span:
    """Where a gold mention stands."""
    start = -1
    for _ in range(gold["occurrence"]):
        start = text.index(gold["text"], start + 1)
    return Span(start=start, end=start + len(gold["text"]))


def same_actors(gold: Gold, mention: Mention) -> bool:
    """Whether a mention means whom the gold means, nobody more and nobody less."""
    if ids := gold.get("ids"):
        return {actor.id.lower() for actor in mention.actors} == {id.lower() for id in ids}
    return len(mention.actors) == 1 and same_actor(gold, mention.actors[0])


def same_state(gold: Gold, mention: Mention) -> bool:
    """Whether a mention joins the gold's state to an office or a name: "King Abdullah of Jordan", "NATO's chief"."""
    return (
        gold["form"] in {"state", "metonym", "organisation"}
        and mention.form in {"title", "office", "name"}
        and any(actor.state == gold["id"] for actor in mention.actors)
    )


def same_actor(gold: Gold, actor: Actor) -> bool:
    """Whether an actor is the gold's, by id or, where no id was given, by name."""
    if gold["id"] and actor.id.lower() == gold["id"].lower():
        return True
    if actor.known and actor.type == "person":
        return False
    names = set(folded(gold["name"] or gold["text"]).split()), set(folded(actor.name).split())
    return bool(names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def office_verdict(gold: Gold, actor: Actor) -> bool | None:
    """Whether the office is that of the day; None where the gold does not tell."""
    if gold["office"] is None:
        return False if actor.office and gold.get("standing") in {"elect", "former", "then"} else None
    return actor.office is not None and (
        actor.office_id in offices_of(gold["office"]) or folded(actor.office) == folded(gold["office"])
    )


@functools.cache
def offices_of(title: str) -> frozenset[str]:
    """The offices that a title can mean."""
    small = title.lower()
    return frozenset(
        office.id
        for office in load_knowledge().offices.values()
        if small in (office.title.lower(), *office.titles, *office.generic)
        or any(small in titles for titles in office.own.values())
        or small in (shown.lower() for shown in office.display.values())
    )


def folded(name: str) -> str:
    """A name as small ASCII words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def shown(mention: Mention) -> str:
    """Whom a mention was taken for, in brief."""
    return "; ".join(
        f"{actor.id}{'' if actor.known else '?'} ({actor.office or ''}/{actor.state or ''})"
        for actor in mention.actors
    )


def lines(name: str, figures: Figures) -> Iterator[str]:
    """The figures as one line."""
    yield (
        f"actors {name}: gold {figures.gold}  mention F1 {figures.f1():.3f} (recall {figures.found / max(1, figures.gold):.3f}, "
        f"precision {figures.right_predicted / max(1, figures.predicted):.3f})  resolution {figures.resolved / max(1, figures.found):.3f}  "
        f"office {figures.offices_right / max(1, figures.offices):.3f}  references {figures.references_right / max(1, figures.references):.3f}  "
        f"wrong person {figures.wrong_person}"
    )


def show(name: str, misses: int) -> Iterable[str]:
    """The misses of an open file that were asked for, and the figures."""
    figures = score(FOLDER / f"{name}.jsonl")
    return [*figures.misses[:misses], *lines(name, figures)]


def main() -> None:
    """Scores both files of the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N lines on misses of the open file"
    )
    misses = parser.parse_args().misses
    for name in ("open", "sealed"):
        print("\n".join(show(name, misses)))


if __name__ == "__main__":
    main()
