"""Scores the statements stage against gold passages: `python -m communique.evaluation.scoring.statements [--misses N]`.

Each gold statement is paired with at most one predicted one, the one that shares most words with it. Content F1
counts words over all pairs, unpaired predictions and gold included; speaker, chain, polarity and exact content are
shares of all gold statements. Sealed passages are counted and never shown; an open file's misses can be printed.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.knowledge import load_knowledge
from communique.reading import read
from communique.records import Link, Report, ReportDate, Span, Statement

FOLDER = Path(__file__).resolve().parent.parent / "statements"
WORD = re.compile(r"\w+")
FILES = (
    "open",
    "open-2",
    "open-3",
    "open-4",
    "open-5",
    "open-6",
    "open-7",
    "open-8",
    "open-9",
    "open-10",
    "news-open",
    "sealed",
    "sealed-2",
    "sealed-3",
    "sealed-4",
    "sealed-5",
)
CHECKS = ("found", "exact", "kind", "speaker", "chain", "polarity", "cue", "addressee")


@dataclass(kw_only=True)
class Figures:
    """Counts of right answers among `gold` statements, words of the contents, and misses of an open file."""

    gold: int = 0
    predicted: int = 0
    none: int = 0
    false: int = 0
    right: Counter[str] = field(default_factory=Counter)
    shared_words: int = 0
    gold_words: int = 0
    predicted_words: int = 0
    shared_source: int = 0
    gold_source: int = 0
    predicted_source: int = 0
    misses: list[str] = field(default_factory=list)
    by_phenomenon: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def share(self, check: str) -> float:
        """Share of the gold statements that are right in one respect."""
        return self.right[check] / max(1, self.gold)

    def content_f1(self) -> float:
        """Overlap F1 of the contents' words."""
        return 2 * self.shared_words / max(1, self.gold_words + self.predicted_words)

    def source_f1(self) -> float:
        """Overlap F1 of the words that name the speakers."""
        return 2 * self.shared_source / max(1, self.gold_source + self.predicted_source)


def score(path: Path) -> Figures:
    """The figures of one file of passages."""
    figures = Figures()
    sealed = "sealed" in path.name
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        found = read_passage(passage)
        add_passage(figures, passage, found, sealed=sealed)
    return figures


def read_passage(passage: dict[str, Any]) -> tuple[Statement, ...]:
    """The statements that are found in a passage."""
    knowledge = load_knowledge()
    dated = ReportDate(date=passage["date"], basis="given", why="the passage's date")
    report = Report(id=passage["id"], version="1", source="passage", body=passage["text"], dated=dated)
    return read(report, knowledge, every_statement=True).statements


def add_passage(
    figures: Figures, passage: dict[str, Any], found: Sequence[Statement], *, sealed: bool
) -> None:
    """Adds one passage's outcome."""
    text = passage["text"]
    pairs = list(paired(text, passage["statements"], found))
    figures.gold += len(passage["statements"])
    figures.predicted += len(found)
    figures.predicted_words += sum(len(words_at(text, s.span)) for s in found)
    figures.predicted_source += sum(len(words_at(text, s.speaker.span)) for s in found if s.speaker)
    for gold, statement in pairs:
        span = span_of(gold)
        figures.gold_words += len(words_at(text, span))
        source = source_words(text, gold)
        figures.gold_source += len(source)
        if statement is not None and statement.speaker is not None:
            figures.shared_source += len(source & words_at(text, statement.speaker.span))
        if statement is not None:
            figures.shared_words += len(words_at(text, span) & words_at(text, statement.span))
        outcome = compare(text, gold, statement)
        figures.right.update(check for check in CHECKS if outcome[check])
        for phenomenon in passage["phenomena"]:
            figures.by_phenomenon[phenomenon].update(["gold", *(check for check in CHECKS if outcome[check])])
        wrong = [check for check in CHECKS if not outcome[check] and check not in {"cue", "addressee"}]
        if wrong and not sealed:
            figures.misses.append(
                f"{passage['id']} {'+'.join(wrong)}: {text}\n       gold {brief(gold)}\n       got  {shown(statement)}"
            )
    used = {statement.id for _, statement in pairs if statement is not None}
    spurious = [s for s in found if s.id not in used]
    if spurious and not sealed:
        figures.misses += [f"{passage['id']} spurious: {text}\n       got  {shown(s)}" for s in spurious]
    figures.none += len(passage["none"])
    figures.false += sum(any(folded(s.text) == folded(words) for s in found) for words in passage["none"])


def paired(
    text: str, golds: Sequence[dict[str, Any]], found: Sequence[Statement]
) -> Iterator[tuple[dict[str, Any], Statement | None]]:
    """Each gold statement with the free predicted one that shares most with it."""
    scores = []
    for number, gold in enumerate(golds):
        mine = words_at(text, span_of(gold))
        for place, statement in enumerate(found):
            theirs = words_at(text, statement.span)
            overlap = len(mine & theirs) / max(1, len(mine | theirs))
            if overlap > 0:
                scores.append(
                    (overlap, (gold["kind"] == "claim") == (statement.kind == "claim"), -number, -place)
                )
    taken_gold: dict[int, int] = {}
    for _, _, number, place in sorted(scores, reverse=True):
        if -number not in taken_gold and -place not in taken_gold.values():
            taken_gold[-number] = -place
    for number, gold in enumerate(golds):
        yield gold, found[taken_gold[number]] if number in taken_gold else None


def compare(text: str, gold: dict[str, Any], statement: Statement | None) -> dict[str, bool]:
    """What is right about a predicted statement."""
    if statement is None:
        return dict.fromkeys(CHECKS, False)
    return {
        "found": True,
        "kind": statement.kind == gold["kind"],
        "polarity": statement.polarity == gold["polarity"],
        "exact": words_at(text, statement.span) == words_at(text, span_of(gold)),
        "speaker": same_link(statement.speaker, gold["speaker"], gold["speaker_text"]),
        "chain": same_chain(statement.chain, gold),
        "cue": (gold["cue"] is None and statement.cue is None)
        or bool(
            gold["cue"]
            and statement.cue
            and (
                folded(statement.cue.text) in folded(gold["cue"])
                or folded(gold["cue"]) in folded(statement.cue.text)
            )
        ),
        "addressee": same_link(statement.addressee, gold["addressee"], None),
    }


def same_chain(links: Sequence[Link], gold: dict[str, Any]) -> bool:
    """Whether the links are the gold's in its order, with none more than may follow."""
    chain, may = gold["chain"], gold.get("chain_may", [])
    rest = [link for link in links[len(chain) :] if not any(same_link(link, name, None) for name in may)]
    return (
        len(links) >= len(chain)
        and not rest
        and all(same_link(link, name, None) for link, name in zip(links, chain, strict=False))
    )


def same_link(link: Link | None, name: str | None, text: str | None) -> bool:
    """Whether a link names the one whom the gold names: all words of one name are in the other."""
    if link is None or name is None:
        return link is None and name is None
    wanted = [set(folded(n).split()) for n in (name, text) if n and folded(n) not in PRONOUNS]
    have = [set(folded(n).split()) for n in (link.name, link.text) if n and folded(n) not in PRONOUNS]
    return any(one and other and (one <= other or other <= one) for one in wanted for other in have)


PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "him", "her", "them"})


def folded(text: str) -> str:
    """Words in small ASCII letters, without articles and possessive endings."""
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"['’]s?\b", "", text))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return " ".join(w for w in WORD.findall(plain) if w not in {"the", "a", "an"})


def words_at(text: str, span: Span) -> set[int]:
    """The places of the words within a span."""
    return {m.start() for m in WORD.finditer(text, span.start, span.end)}


def source_words(text: str, gold: dict[str, Any]) -> set[int]:
    """The places of the words that name a gold speaker: those marked, else its words nearest to the content."""
    if marked := gold.get("speaker_span"):
        return words_at(text, Span(start=marked["start"], end=marked["end"]))
    words, span = gold["speaker_text"], span_of(gold)
    if not words:
        return set()
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    outside = [place for place in places if not span.start <= place < span.end] or places
    if not outside:
        return set()
    nearest = min(outside, key=lambda place: (max(span.start - place, place - span.end), place))
    return words_at(text, Span(start=nearest, end=nearest + len(words)))


def span_of(gold: dict[str, Any]) -> Span:
    """The gold's span."""
    return Span(start=gold["span"]["start"], end=gold["span"]["end"])


def brief(gold: dict[str, Any]) -> str:
    """One line on a gold statement."""
    return f"{gold['kind']} {gold['polarity']} {gold['speaker']!r} {gold['chain']} {gold['cue']!r} {gold['text']!r}"


def shown(statement: Statement | None) -> str:
    """One line on a predicted statement."""
    if statement is None:
        return "nothing"
    return (
        f"{statement.kind} {statement.polarity} {statement.speaker.name if statement.speaker else None!r} {[link.name for link in statement.chain]} "
        f"{statement.cue.text if statement.cue else None!r} {statement.text!r}"
    )


def show(name: str, figures: Figures, misses: int) -> None:
    """Prints the figures, and the open misses asked for."""
    shares = "  ".join(f"{check} {figures.share(check):.3f}" for check in CHECKS)
    print(
        f"{name}: {figures.gold} statements, {figures.predicted} predicted  content F1 {figures.content_f1():.3f}  source F1 {figures.source_f1():.3f}  {shares}  false {figures.false}/{figures.none}"
    )
    for phenomenon, counts in sorted(figures.by_phenomenon.items()):
        if min(counts[check] for check in ("found", "speaker", "chain", "polarity")) < counts["gold"]:
            print(
                f"    {phenomenon} {counts['gold']}: "
                + ", ".join(
                    f"{check} {counts[check]}" for check in ("found", "exact", "speaker", "chain", "polarity")
                )
            )
    for miss in figures.misses[:misses]:
        print("  ", miss)


def main() -> None:
    """Scores the files of the package, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files", nargs="*", choices=[[], *FILES], default=[], metavar="FILE", help=" ".join(FILES)
    )
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print up to N misses of the open file"
    )
    chosen = parser.parse_args()
    for name in chosen.files or FILES:
        show(name, score(FOLDER / f"{name}.jsonl"), chosen.misses)


if __name__ == "__main__":
    main()
