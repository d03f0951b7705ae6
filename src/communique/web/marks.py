"""Marks in the text of a report: cuts it into pieces, each with the marks that lie on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from communique.records import Reading, Report, Span

LAYERS = ("actors", "dates", "contacts", "statements", "furniture")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A marked span: its layer, what it is called there, what it says of itself, and where it leads."""

    layer: str
    kind: str
    span: Span
    says: str
    href: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of letters under the same marks: numbers of the marks, the narrowest first; `opens` begin with it."""

    text: str
    marks: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()


def cut(body: str, marks: list[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of body[start:end], in order; together they are that text, letter for letter."""
    last = len(body) if end is None else end
    near = [
        (at, mark.span) for at, mark in enumerate(marks) if mark.span.start < last and mark.span.end > start
    ]
    edges = {start, last}
    for _, span in near:
        edges |= {max(span.start, start), min(span.end, last)}
    places = sorted(edges)
    pieces = []
    for here, there in pairwise(places):
        on = [(at, span) for at, span in near if span.start <= here and there <= span.end]
        on.sort(key=lambda pair: (pair[1].end - pair[1].start, pair[0]))
        opens = tuple(at for at, span in on if max(span.start, start) == here)
        pieces.append(Piece(text=body[here:there], marks=tuple(at for at, _ in on), opens=opens))
    return pieces


def paragraphs(body: str, marks: list[Mark]) -> list[list[Piece]]:
    """The body paragraph by paragraph, each cut into pieces; line ends stay outside."""
    found = []
    start = 0
    for line in body.split("\n"):
        if line.strip():
            found.append(cut(body, marks, start, start + len(line)))
        start += len(line) + 1
    return found


def report_marks(reading: Reading, slugs: dict[str, str]) -> list[Mark]:
    """All marks of a reading, in their order in the text; `slugs` leads from accounts to contacts."""
    marks = [*_furniture(reading.report), *_actors(reading), *_dates(reading)]
    marks += [*_contacts(reading, slugs), *_statements(reading)]
    return sorted(
        marks, key=lambda mark: (mark.span.start, mark.span.end, LAYERS.index(mark.layer), mark.says)
    )


def _furniture(report: Report) -> Iterable[Mark]:
    for each in report.furniture:
        yield Mark(layer="furniture", kind=each.kind, span=each.span, says=f"{each.kind}: not prose")


def _actors(reading: Reading) -> Iterable[Mark]:
    from communique.web.asking import actor_address

    for mention in reading.mentions:
        whom = ", ".join(_actor_words(actor) for actor in mention.actors) or "no actor"
        href = actor_address(mention.actors[0].id) if mention.actors else None
        says = f"{mention.form}: {whom}" + (f" ({mention.doubt})" if mention.doubt else "")
        yield Mark(layer="actors", kind=mention.form, span=mention.span, says=says, href=href)


def _actor_words(actor: object) -> str:
    office = ", ".join(
        part for part in (getattr(actor, "office", None), getattr(actor, "state", None)) if part
    )
    return f"{getattr(actor, 'name', '')}{f' ({office})' if office else ''}"


def _dates(reading: Reading) -> Iterable[Mark]:
    from communique.web.words import interval_long

    for when in reading.whens:
        if when.span:
            says = f"{interval_long(when.start, when.end)}: {when.derivation}"
            yield Mark(layer="dates", kind=when.basis, span=when.span, says=says)


def _contacts(reading: Reading, slugs: dict[str, str]) -> Iterable[Mark]:
    from communique.web.asking import contact_address
    from communique.web.words import interval_long, spoken

    for account in reading.accounts:
        day = interval_long(account.when.start, account.when.end) if account.when else "undated"
        parties = ", ".join(each.actor.name for each in account.participants if each.role == "party")
        says = f"{spoken(account.kind)}, {account.status}, {day}: {parties}"
        slug = slugs.get(account.id)
        href = contact_address(slug) if slug else None
        yield Mark(layer="contacts", kind="trigger", span=account.trigger, says=says, href=href)
        yield Mark(
            layer="contacts", kind="evidence", span=account.evidence, says=f"Tells of {says}", href=href
        )
        for fact in account.facts:
            if fact.fact not in ("kind", "status", "participant", "when"):
                through = " > ".join(link.name for link in fact.chain)
                said = f"{spoken(fact.fact)}: {_value(fact.value)}" + (
                    f", through {through}" if through else ""
                )
                yield Mark(layer="contacts", kind="fact", span=fact.span, says=said, href=href)


def _statements(reading: Reading) -> Iterable[Mark]:
    from communique.web.words import spoken

    for statement in reading.statements:
        speaker = statement.speaker.name if statement.speaker else "nobody named"
        through = " > ".join(link.name for link in statement.chain)
        says = f"{spoken(statement.kind)} by {speaker}, {statement.polarity}"
        says += f", through {through}" if through else ""
        yield Mark(layer="statements", kind=statement.kind, span=statement.span, says=says)
        if statement.cue:
            yield Mark(layer="statements", kind="cue", span=statement.cue.span, says=f"cue: {says}")


def _value(value: object) -> str:
    from communique.ledger.codec import to_plain

    plain = to_plain(value)
    if isinstance(plain, dict):
        return ", ".join(f"{key} {part}" for key, part in plain.items())
    return "; ".join(map(str, plain)) if isinstance(plain, list) else str(plain)
