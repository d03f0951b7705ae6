"""Looks a quotation up in the ledger: whether these words are held, and whether they are this speaker's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from communique.checking.findings import Evidence, Finding, Outcome
from communique.ledger import Ledger, Query, Said
from communique.merge import find_origins
from communique.records import Link, Report, Span, Statement

_WORD = re.compile(r"\w+")
_LOOKED_UP = 8  # longest words of a quotation by which reports are found that may hold it
_MOST = 50  # reports that are looked through for one quotation
_ALIKE = 0.75  # share of words in common order from which a quotation is another one misquoted
_SHORT = 4  # words below which words alike are too common to be a misquotation


def check_quote(statement: Statement, ledger: Ledger) -> Finding:
    """The finding on one quotation.

    The same words of the same speaker: confirmed, or one origin only. The same words of another speaker, or other
    words of this speaker that are much alike: contradicted. Punctuation and capitals do not count.
    """
    speaker = statement.speaker.name if statement.speaker else "nobody named"
    held = list(_holding(statement.text, ledger))
    if held:
        outcome, why, shown = _by_speaker(statement, held, ledger)
    else:
        outcome, why, shown = _by_likeness(statement, ledger)
    return Finding(
        sort="quote",
        about=speaker,
        says=statement.text,
        outcome=outcome,
        text=statement.text,
        span=statement.span,
        why=why,
        evidence=shown,
    )


def _holding(text: str, ledger: Ledger) -> Iterator[tuple[Report, Span]]:
    """The reports whose body has the words in this order, with their place."""
    words = _WORD.findall(folded(text))
    if not words:
        return
    longest = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))[:_LOOKED_UP]
    found = {each.key for each in ledger.search(" ".join(longest), _MOST) if each.kind == "report"}
    reports = ledger.reports(found) if found else {}
    for name in sorted(reports):
        span = place_of(words, reports[name].body)
        if span is not None:
            yield reports[name], span


def place_of(words: list[str], body: str) -> Span | None:
    """Where a body has the (folded) words one after the other, whatever stands between them but letters."""
    places = [(folded(match.group()), match.span()) for match in _WORD.finditer(body)]
    names = [word for word, _ in places]
    for at in range(len(names) - len(words) + 1):
        if names[at] == words[0] and names[at : at + len(words)] == words:
            return Span(start=places[at][1][0], end=places[at + len(words) - 1][1][1])
    return None


def folded(text: str) -> str:
    """The text in small letters without accents: quotations differ in them between outlets."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _by_speaker(
    statement: Statement, held: list[tuple[Report, Span]], ledger: Ledger
) -> tuple[Outcome, str, tuple[Evidence, ...]]:
    """The outcome where the words are held: by whom the ledger has them said."""
    said = ledger.statements(Query(reports=tuple(report.id for report, _ in held)))
    by_report = {report.id: (report, span) for report, span in held}
    same: list[str] = []
    others: list[tuple[str, Link]] = []
    for name, (_, span) in by_report.items():
        speakers = [
            each.statement.speaker
            for each in said
            if each.statement.report == name and each.statement.span.overlaps(span) and each.statement.speaker
        ]
        if statement.speaker is None or any(same_person(statement.speaker, each) for each in speakers):
            same.append(name)
        elif speakers:
            others.append((name, speakers[0]))
    if same or not others:
        shown = same or list(by_report)
        origins = len(set(find_origins(by_report[name][0] for name in shown).values()))
        why = "" if same else "these words are held, without a speaker"
        return (
            "confirmed" if origins > 1 and same else "one origin only",
            why,
            tuple(_words_at(*by_report[name], statement.speaker) for name in shown),
        )
    names = ", ".join(dict.fromkeys(link.name for _, link in others))
    return (
        "contradicted",
        f"the ledger has these words from {names}",
        tuple(_words_at(*by_report[name], link) for name, link in others),
    )


def same_person(one: Link, other: Link) -> bool:
    """Whether two links name one: by id, else all words of one name are in the other."""
    if one.id is not None and one.id == other.id:
        return True
    mine, theirs = set(folded(one.name).split()), set(folded(other.name).split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _words_at(report: Report, span: Span, speaker: Link | None) -> Evidence:
    return Evidence(
        says=speaker.name if speaker else "nobody named",
        report=report.id,
        source=report.source,
        text=span.of(report.body),
        span=span,
    )


def _by_likeness(statement: Statement, ledger: Ledger) -> tuple[Outcome, str, tuple[Evidence, ...]]:
    """The outcome where the words are not held: another quotation of the speaker that is much alike contradicts."""
    words = _WORD.findall(folded(statement.text))
    if statement.speaker is None or len(words) < _SHORT:
        return "not in the ledger", "", ()
    own = ledger.statements(Query(speaker=statement.speaker.id or statement.speaker.name))
    best = most_alike(words, (each for each in own if each.statement.kind != "claim"))
    if best is None:
        return "not in the ledger", "", ()
    report = ledger.reports([best.statement.report])[best.statement.report]
    return (
        "contradicted",
        "the ledger has other words of this speaker that are much alike",
        (_words_at(report, best.statement.span, best.statement.speaker),),
    )


def most_alike(words: list[str], said: Iterable[Said]) -> Said | None:
    """The statement that shares most words in their order, if they are three in four or more."""
    ranked = [
        (-share, each.statement.id, each)
        for each in said
        if (share := _share(words, _WORD.findall(folded(each.statement.text)))) >= _ALIKE
    ]
    return min(ranked, key=lambda each: each[:2])[2] if ranked else None


def _share(words: list[str], others: list[str]) -> float:
    return SequenceMatcher(None, words, others, autojunk=False).ratio()
