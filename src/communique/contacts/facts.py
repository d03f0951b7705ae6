"""Gathers the facts of an account over all its sentences: topics, place, duration, initiator, occasion, "first since"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.contacts.agents import at_token
from communique.contacts.drafts import Draft
from communique.contacts.durations import find_durations
from communique.contacts.scene import prepositions
from communique.contacts.topics import find_topics
from communique.records import Fact, Place, Report, Sentence, Span

REQUEST = re.compile(
    r"\bat (?:the )?(?:request|initiative|behest|invitation) of\b|\b(?:initiated|requested|placed) by\b|\b(?:at|on) (?=[\w’' -]{2,40}['’]s? (?:request|initiative|behest|invitation)\b)"
)
FIRST_SINCE = re.compile(r"\bfirst\b[^.;]{0,80}?\bsince\b|\bfor the first time since\b", re.IGNORECASE)
OCCASION = re.compile(
    r"\bon the (?:sidelines|margins|fringes) of (?P<what>(?:the |a |an )?[A-Z0-9][^,.;]{2,60}?)(?= in [A-Z]|[,.;]|$| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:to|and|where|as|that|next|this|last) )"
)
OFFICIAL_REACH = 60
REACH = (
    6  # sentences behind the last trigger over which topics are gathered, while no other contact is told of
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What an account tells beside kind, status, parties and day."""

    facts: tuple[Fact, ...]
    places: tuple[Place, ...] = ()
    duration: tuple[int, int] | None = None
    topics: tuple[str, ...] = ()
    initiator: str | None = None
    occasion: str | None = None
    first_since: str | None = None


def read_facts(report: Report, draft: Draft, sentences: Sequence[Sentence]) -> Told:
    """All facts of a draft, in a stated order, with the values that the account takes from them."""
    facts = list(core_facts(draft, report))
    again = all(t.again for t in draft.triggers)
    topics = [] if again else list(topic_facts(report, draft, sentences))
    places = list(place_facts(draft, report))
    durations = [] if again else list(duration_facts(draft, report, sentences))
    initiators = list(initiator_facts(draft, report))
    occasions = list(occasion_facts(draft, report))
    firsts = [] if again else list(first_facts(draft, report))
    facts += [*places, *durations, *initiators, *occasions, *firsts, *topics]
    span = durations[0].value if durations else None
    return Told(
        facts=tuple(sorted(facts, key=lambda f: (ORDER.index(f.fact), f.span, str(f.value)))),
        places=tuple(
            dict.fromkeys(
                Place(name=f.value["name"], of=f.value["of"], state=f.value["state"]) for f in places
            )
        ),
        duration=(span["low"], span["high"]) if span else None,
        topics=tuple(sorted({f.value for f in topics})),
        initiator=initiators[0].value if initiators else None,
        occasion=occasions[0].value if occasions else None,
        first_since=firsts[0].value if firsts else None,
    )


ORDER = (
    "kind",
    "status",
    "when",
    "participant",
    "place",
    "duration_minutes",
    "initiator",
    "host",
    "occasion",
    "first_since",
    "topic",
)


def core_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """Kind, status, day, parties and host, each at its words."""
    first = draft.triggers[0]
    span = first.scene.span(first.token)
    layer = first.scene.sentence.layer
    yield Fact(fact="kind", value=draft.kind, text=span.of(report.body), span=span, layer=layer)
    yield Fact(fact="status", value=draft.status, text=span.of(report.body), span=span, layer=layer)
    if draft.when and draft.when.span:
        yield Fact(
            fact="when",
            value={"start": draft.when.start, "end": draft.when.end},
            text=draft.when.span.of(report.body),
            span=draft.when.span,
            layer=layer,
        )
    for participant in draft.participants:
        if participant.span:
            yield Fact(
                fact="participant",
                value=participant.actor.id,
                text=participant.span.of(report.body),
                span=participant.span,
                layer=layer,
            )
    for trigger in draft.triggers:
        if trigger.host and draft.host:
            yield Fact(
                fact="host",
                value=draft.host,
                text=trigger.host.span.of(report.body),
                span=trigger.host.span,
                layer=layer,
            )
            break


def topic_facts(report: Report, draft: Draft, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Topics in the draft's sentences and those that follow until another contact is told of."""
    own = {t.scene.sentence.index for t in draft.triggers}
    seen: set[tuple[str, Span]] = set()
    for sentence in sentences:
        if sentence.index not in own and not follows(sentence, draft, report):
            continue
        for topic, start, end in find_topics(sentence.span.of(report.body)):
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            if (topic, span) not in seen:
                seen.add((topic, span))
                yield Fact(
                    fact="topic", value=topic, text=span.of(report.body), span=span, layer=sentence.layer
                )


SUBJECTS = re.compile(
    r"\b(?:discuss|rais|talk|exchang|touch|cover|emphasi|stress|underscor|reaffirm|reiterat|condemn|welcom|agree|urg|thank|express|highlight|address|pledg|committ|vow|note|told|praise|call(?:ed|s) for|warn|review|focus|concern|convey|convers|inform|assur|confirm)\w*",
    re.IGNORECASE,
)


def follows(sentence: Sentence, draft: Draft, report: Report) -> bool:
    """Whether a sentence goes on about the draft: in its paragraph, or close behind and telling what was raised."""
    if sentence.layer != "prose" or draft.after_limit(sentence.index):
        return False
    reach = OFFICIAL_REACH if report.text_kind == "readout" else REACH
    behind = [t for t in draft.triggers if 0 < sentence.index - t.scene.sentence.index <= reach]
    if not behind:
        return False
    return (
        report.text_kind == "readout"
        or any(t.scene.sentence.paragraph == sentence.paragraph for t in behind)
        or bool(SUBJECTS.search(sentence.span.of(report.body)))
    )


def place_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "in Sochi", "at the White House": a place that hangs on a trigger or its verb."""
    seen: set[str] = set()
    for trigger in draft.triggers:
        holders = [trigger.token] + ([trigger.governor] if trigger.governor is not None else [])
        for holder in holders:
            for _, obj in prepositions(holder, ("in", "at", "from")):
                for mention in [
                    m
                    for m in at_token(trigger.scene, obj)
                    if m.form in {"place", "capital", "state", "metonym"}
                ]:
                    name = mention.head.of(report.body)
                    if name not in seen:
                        seen.add(name)
                        state = mention.actors[0].state if mention.actors else None
                        own = next(
                            (
                                p.actor.id
                                for p in draft.participants
                                if draft.family == "call" and p.actor.state == state
                            ),
                            None,
                        )
                        yield Fact(
                            fact="place",
                            value={"name": name, "of": own, "state": state},
                            text=name,
                            span=mention.head,
                            layer=mention.layer,
                        )
        if trigger.destination is not None and trigger.destination.head.of(report.body) not in seen:
            mention = trigger.destination
            seen.add(mention.head.of(report.body))
            yield Fact(
                fact="place",
                value={
                    "name": mention.head.of(report.body),
                    "of": None,
                    "state": mention.actors[0].state if mention.actors else None,
                },
                text=mention.head.of(report.body),
                span=mention.head,
                layer=mention.layer,
            )


def duration_facts(draft: Draft, report: Report, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """ "for nearly 1 hour and 35 minutes" in the draft's sentences."""
    for index in sorted({t.scene.sentence.index for t in draft.triggers}):
        sentence = next(s for s in sentences if s.index == index)
        for low, high, start, end in find_durations(sentence.span.of(report.body)):
            mine = min(abs(t.token.idx - start) for t in draft.triggers if t.scene.sentence.index == index)
            if any(abs(rival - start) < mine for rival in draft.rivals.get(index, ())):
                continue
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            yield Fact(
                fact="duration_minutes",
                value={"low": low, "high": high},
                text=span.of(report.body),
                span=span,
                layer=sentence.layer,
            )


def initiator_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "at the request of the latter"; else who placed the call."""
    ids = draft.ids()
    for trigger in draft.triggers:
        text = trigger.scene.sentence.span.of(report.body)
        for match in REQUEST.finditer(text):
            place = trigger.scene.sentence.span.start + match.end()
            mention = next((m for m in trigger.scene.mentions if place <= m.span.start <= place + 8), None)
            if mention and (
                actor := next(
                    (
                        a.id
                        for a in mention.actors
                        if a.id in ids or a.state in {p.actor.state for p in draft.participants}
                    ),
                    None,
                )
            ):
                value = (
                    actor
                    if actor in ids
                    else next(
                        p.actor.id for p in draft.participants if p.actor.state == mention.actors[0].state
                    )
                )
                yield Fact(
                    fact="initiator",
                    value=value,
                    text=mention.span.of(report.body),
                    span=mention.span,
                    layer=mention.layer,
                )
    for trigger in draft.triggers:
        if (
            trigger.initiator
            and draft.initiator
            and any(a.id == draft.initiator for a in trigger.initiator.actors)
        ):
            yield Fact(
                fact="initiator",
                value=draft.initiator,
                text=trigger.initiator.span.of(report.body),
                span=trigger.initiator.span,
                layer=trigger.initiator.layer,
            )


def occasion_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "on the sidelines of the G20 summit"."""
    for trigger in draft.triggers:
        sentence = trigger.scene.sentence
        for match in OCCASION.finditer(sentence.span.of(report.body)):
            span = Span(
                start=sentence.span.start + match.start("what"), end=sentence.span.start + match.end("what")
            )
            yield Fact(
                fact="occasion",
                value=span.of(report.body),
                text=span.of(report.body),
                span=span,
                layer=sentence.layer,
            )


def first_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "their first conversation since November": the month, year or day since which."""
    for trigger in draft.triggers:
        sentence = trigger.scene.sentence
        for match in FIRST_SINCE.finditer(sentence.span.of(report.body)):
            place = sentence.span.start + match.end()
            later = [w for w in trigger.scene.whens if w.span and w.span.start >= place - 6 and w.start]
            if later:
                when = min(later, key=lambda w: w.span.start if w.span else 0)
                assert when.start is not None
                assert when.span is not None
                value = {"month": when.start[:7], "year": when.start[:4]}.get(when.precision, when.start)
                span = Span(
                    start=sentence.span.start + match.start(),
                    end=max(sentence.span.start + match.end(), when.span.end),
                )
                yield Fact(
                    fact="first_since",
                    value=value,
                    text=span.of(report.body),
                    span=span,
                    layer=sentence.layer,
                )
