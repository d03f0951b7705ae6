"""Transcripts: a claim for each paragraph of a turn, by the name before its colon ("MR HALE: The road is open.")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.record_type import Record
from communique.records import Link, Span, Statement
from communique.statements.attribution import Attribution
from communique.statements.claims import Found
from communique.statements.clauses import trimmed_clause
from communique.statements.names import NAME, full_name
from communique.statements.page import Page
from communique.statements.phrases import speaks
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source

TURN = Verb(id="turn", polarity="asserts", strength="strong", takes=frozenset({"quote"}))
PARAGRAPH = re.compile(r"[^\n]+")
LABEL = re.compile(
    r"\s*(?P<name>[A-ZÀ-ÞĀ-Ț][\w.’'-]*(?:,? (?:[A-ZÀ-ÞĀ-Ț][\w.’'-]*|of|the|for|and|de|van|von|al)){0,6})(?: ?\([^()\n]{1,40}\))?:\s+(?=[\w\"“‘(…])"
)
FEWEST = 3  # turns of the shortest transcript


class Turn(Record, frozen=True):
    """One paragraph of a turn: the place of its speaker's name, and of its words."""

    name: Span
    words: Span


def find_turns(page: Page) -> list[Turn]:
    """The paragraphs of a transcript with who speaks in each; none where no transcript is.

    A transcript has three turns or more of two speakers or more, one of whom speaks twice.
    """
    if page.body.count(": ") < FEWEST:
        return []
    turns: list[Turn] = []
    labels: list[str] = []
    for paragraph in PARAGRAPH.finditer(page.body):
        found = LABEL.match(page.body, paragraph.start(), paragraph.end())
        if found is not None and speaker_like(found.group("name")):
            labels.append(found.group("name"))
            name = Span(start=found.start("name"), end=found.end("name"))
            turns.append(Turn(name, Span(start=found.end(), end=paragraph.end())))
        elif turns:
            turns.append(Turn(turns[-1].name, Span(start=paragraph.start(), end=paragraph.end())))
    several = 2 <= len(set(labels)) < len(labels)
    return turns if len(labels) >= FEWEST and several and 3 * len(labels) >= len(turns) else []


def speaker_like(name: str) -> bool:
    """Whether a label names somebody: in capitals, by a title, or by a first name and a surname."""
    words = name.replace(",", "").split()
    titled = words[0].lower().strip(".") in load_reporting().words["titles"]
    return (
        name.upper() == name
        or titled
        or (len(words) > 1 and NAME.fullmatch(name) is not None and speaks(words))
    )


def asker(name: str) -> bool:
    """Whether a label tells only that somebody asks or answers: "QUESTION", "Q"."""
    return name.strip(".").lower() in load_reporting().words["askers"]


def spoken_turns(page: Page) -> Iterator[Found]:
    """The claims of a transcript."""
    for turn in find_turns(page):
        words = trimmed_clause(page, turn.words.start, turn.words.end)
        sentence = page.sentence_at(turn.words.start)
        if words is None or sentence is None:
            continue
        place = Span(start=turn.words.start, end=turn.words.start)
        yield Found(
            span=words,
            kind="claim",
            attribution=Attribution(
                cue=place,
                lemma="",
                verb=TURN,
                sentence=sentence,
                source=source_of_turn(page, turn),
                start=place.start,
                end=place.end,
                region=words,
                form="turn",
            ),
        )


def source_of_turn(page: Page, turn: Turn) -> Source | None:
    """Who speaks in a turn: whom the report names so elsewhere, else the label; nobody whom a mere "QUESTION" names."""
    label = turn.name.of(page.body)
    sentence = page.sentence_at(turn.name.start)
    if asker(label) or sentence is None:
        return None
    last = label.split()[-1]
    person = named_elsewhere(page, last.lower())
    if person is None and (name := full_name(page.body, last.title())):
        person = Link(id=kebab(name), name=name, text=label, span=turn.name)
    if person is not None:
        return Source(span=turn.name, link=replace(person, text=label, span=turn.name))
    return read_source(page, sentence, turn.name, Span(start=turn.name.end - len(last), end=turn.name.end))


def named_elsewhere(page: Page, surname: str) -> Link | None:
    """The one person of the report with a surname: "BRASK" is the Ada Brask of the headline."""
    found = {
        m.actors[0].id: Link(id=m.actors[0].id, name=m.actors[0].name, text=m.text, span=m.span)
        for mentions in page.mentions.values()
        for m in mentions
        if len(m.actors) == 1
        and m.actors[0].type == "person"
        and " " in m.actors[0].name
        and m.actors[0].name.lower().split()[-1] == surname
    }
    return next(iter(found.values())) if len(found) == 1 else None


def passed_on(statements: Iterable[Statement], turns: Sequence[Found]) -> Iterator[Statement]:
    """Statements with whoever tells them in his turn at the end of their chains; "he" in a turn is not its speaker."""
    for statement in statements:
        outer = next((t for t in turns if t.span.covers(statement.span) and t.span != statement.span), None)
        teller = (
            outer.attribution.source.link
            if outer and outer.attribution and outer.attribution.source
            else None
        )
        if outer is None or teller is None:
            yield statement
            continue
        own = statement.speaker
        if own is not None and own.name.lower().split()[-1] == teller.name.lower().split()[-1]:
            third = own.text.lower() in {"he", "she"}
            yield replace(statement, speaker=None if third else own)
        elif any(link.name == teller.name for link in statement.chain):
            yield statement
        else:
            yield replace(statement, chain=(*statement.chain, teller))
