"""Gathers the facts of an account over all its sentences: topics, place, duration, initiator, occasion, "first since"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from communique.contacts.agents import at_token
from communique.contacts.channels import MARGINS
from communique.contacts.drafts import Draft
from communique.contacts.durations import find_durations
from communique.contacts.intervals import DONE
from communique.contacts.moved import day_moved_from
from communique.contacts.outcomes import find_formats, find_outcomes
from communique.contacts.scene import Scene, prepositions
from communique.contacts.topics import find_topics
from communique.contacts.triggers import Trigger
from communique.knowledge.caseless import Caseless
from communique.record_type import Record
from communique.records import Fact, Layer, Mention, Place, Report, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

WISHED = r"(?:request|initiative|behest|invitation|suggestion|proposal)"
REQUEST = Caseless(
    rf"\b(?:at|on|upon|by) (?:the )?{WISHED} (?:of|from|by)\b|\b(?:initiated|requested|placed) by\b"
    rf"|\b(?:at|on|upon) (?=[\w’' -]{{2,40}}['’]s? {WISHED}\b)"
    rf"|\b(?:in|following|after) (?:an? )?(?:response to )?(?:an? |the )?{WISHED} (?:of|from|by|made by)\b"
    r"(?: the (?:Government|Ministry of Foreign Affairs|Foreign Ministry|Office|President) of)?"
)
ASKING = re.compile("request|initiati|behest|invitation|suggestion|proposal|placed")  # each request holds one
ASKED = Caseless(r"\b(?:at|upon|on|by) request\b(?! (?:of|from|by)\b)")
FIRST_SINCE = Caseless(r"\bfirst\b[^.;]{0,80}?\bsince\b|\bfor the first time since\b")
AROUND = re.compile(r"the (?:sideline|margin|fringe|fram|context)")  # no occasion without one
OCCASION = re.compile(
    r"\b(?:[Oo]n the (?:sidelines?|margins?|fringes) of"
    r"|(?:[Ww]ithin|[Ii]n) the (?:framework|frame|context) of"
    r"(?: (?:his |her |their )?(?:participation|attendance) (?:in|at))?) (?P<what>(?:the |a |an )?[A-Z0-9][^,.;]{2,60}?)(?= in [A-Z]|[,.;]|$| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:to|and|where|as|that|next|this|last) )"
)
PROGRAMME = re.compile(
    r"^\S+ the (?:framework|frame|context) of .*\b(?:Vision|Programme|Program|Plan|Strategy|Partnership|Agreement|Initiative|Policy|Roadmap"
    r"|Treaty|Accords?|Convention|Charter|Mechanism|Memorandum|Resolution)\b"
)  # no occasion: "ways of enhancing ties within the framework of the Saudi-Japanese Vision 2030"
PLACES = frozenset({"place", "capital", "state", "metonym"})
BY_INDEX = attrgetter("index")
OFFICIAL_REACH = 60
REACH = (
    6  # sentences behind the last trigger over which topics are gathered, while no other contact is told of
)


class Told(Record, frozen=True, kw_only=True):
    """What an account tells beside kind, status, parties and day."""

    facts: tuple[Fact, ...]
    places: tuple[Place, ...] = ()
    duration: tuple[int, int] | None = None
    topics: tuple[str, ...] = ()
    initiator: str | None = None
    occasion: str | None = None
    first_since: str | None = None
    outcomes: tuple[str, ...] = ()
    format: str | None = None


def read_facts(report: Report, draft: Draft, sentences: Sequence[Sentence]) -> Told:
    """All facts of a draft, in a stated order, with the values that the account takes from them."""
    facts = core_facts(draft, report)
    own = own_sentences(draft)
    again = all(t.again for t in draft.triggers)
    told = [] if again else sentences_on(draft, own, sentences, report)
    topics = list(topic_facts(report, told))
    places = list(place_facts(draft, report))
    durations = [] if again else list(duration_facts(draft, own, report))
    initiators = list(initiator_facts(draft, report))
    occasions = list(occasion_facts(draft, report))
    firsts = [] if again else list(first_facts(draft, report))
    outcomes = list(outcome_facts(report, told)) if draft.status in DONE else []
    forms = list(format_facts(draft, own, report))
    moved = list(moved_facts(draft, report)) if draft.status in {"planned", "proposed"} else []
    facts += [*moved, *places, *durations, *initiators, *occasions, *firsts, *topics, *outcomes, *forms]
    span = durations[0].value if durations else None
    return Told(
        facts=in_order(facts),
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
        outcomes=tuple(dict.fromkeys(f.value for f in outcomes)),
        format=forms[0].value if forms else None,
    )


FACTS = (
    "kind",
    "status",
    "when",
    "moved_from",
    "participant",
    "place",
    "duration_minutes",
    "initiator",
    "host",
    "occasion",
    "first_since",
    "format",
    "outcome",
    "topic",
)
ORDER = {name: place for place, name in enumerate(FACTS)}


def in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts by what they are, and then as they stand in the text."""
    return tuple(sorted(facts, key=lambda f: (ORDER[f.fact], f.span.start, f.span.end, str(f.value))))


def fact_at(report: Report, name: str, value: Any, span: Span, layer: Layer) -> Fact:
    """A fact with the words that give it."""
    return Fact(fact=name, value=value, text=span.of(report.body), span=span, layer=layer)


def core_facts(draft: Draft, report: Report) -> list[Fact]:
    """Kind, status, day, parties and host, each at its words."""
    first = draft.triggers[0]
    span, layer = first.scene.span(first.token), first.scene.sentence.layer
    told: list[tuple[str, Any, Span]] = [("kind", draft.kind, span), ("status", draft.status, span)]
    when = draft.when
    if when and when.span:
        told.append(("when", {"start": when.start, "end": when.end}, when.span))
    told += [("participant", p.actor.id, p.span) for p in draft.participants if p.span]
    host = next((t.host for t in draft.triggers if t.host), None) if draft.host else None
    if host:
        told.append(("host", draft.host, host.span))
    return [fact_at(report, name, value, place, layer) for name, value, place in told]


def moved_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """The day for which a contact to come was planned before it was moved to another."""
    for trigger in draft.triggers:
        when = draft.former or day_moved_from(trigger)
        if when is not None and when.span is not None:
            value = {"start": when.start, "end": when.end}
            yield fact_at(report, "moved_from", value, when.span, trigger.scene.sentence.layer)
            return


def topic_facts(report: Report, told: Sequence[Sentence]) -> Iterator[Fact]:
    """Topics in the draft's sentences and those that follow until another contact is told of."""
    for sentence in told:
        for topic, start, end in find_topics(sentence.span.of(report.body)):
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            yield fact_at(report, "topic", topic, span, sentence.layer)


def outcome_facts(report: Report, told: Sequence[Sentence]) -> Iterator[Fact]:
    """ "agreed to reopen the border": in the draft's own sentences and those that go on about it."""
    for sentence in told:
        for start, end in find_outcomes(sentence.span.of(report.body)):
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            yield fact_at(report, "outcome", span.of(report.body), span, sentence.layer)


def format_facts(draft: Draft, own: Sequence[Sentence], report: Report) -> Iterator[Fact]:
    """ "one on one", "behind closed doors": the words nearest to the draft's own come first."""
    found: list[tuple[int, Fact]] = []
    for sentence in own:
        for name, start, end in find_formats(sentence.span.of(report.body)):
            if is_nearer_to_rival(draft, sentence, start):
                continue
            near = distance(draft, sentence, start)
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            found.append((near, fact_at(report, "format", name, span, sentence.layer)))
    yield from (fact for _, fact in sorted(found, key=lambda each: (each[0], each[1].span)))


SUBJECTS = Caseless(
    r"\b(?:discuss|rais|talk|exchang|touch|cover|emphasi|stress|underscor|reaffirm|reiterat|condemn|welcom|agree|urg|thank|express|highlight|address|pledg|committ|vow|note|told|praise|call(?:ed|s) for|warn|review|focus|concern|convey|convers|inform|assur|confirm)\w*"
)


def sentences_on(
    draft: Draft, own: Sequence[Sentence], sentences: Sequence[Sentence], report: Report
) -> list[Sentence]:
    """The draft's own sentences and those that go on about it, until another contact is told of."""
    indexes = {sentence.index for sentence in own}
    first, last = min(indexes), min(max(indexes) + reach_in(report), draft.limit - 1)
    return [
        s
        for s in sentences
        if s.index in indexes or (first < s.index <= last and s.layer == "prose" and follows(s, own, report))
    ]


def follows(sentence: Sentence, own: Sequence[Sentence], report: Report) -> bool:
    """Whether a sentence goes on about others: in their paragraph, or close behind and telling what was raised."""
    behind = [each.paragraph for each in own if 0 < sentence.index - each.index <= reach_in(report)]
    if not behind or report.text_kind == "readout" or sentence.paragraph in behind:
        return bool(behind)
    return tells_subject(sentence.span.of(report.body))


def reach_in(report: Report) -> int:
    """How many sentences a report goes on about a contact; an official readout is of one alone."""
    return OFFICIAL_REACH if report.text_kind == "readout" else REACH


@functools.lru_cache(maxsize=256)
def tells_subject(text: str) -> bool:
    """Whether a sentence tells what was raised: "They discussed grain"."""
    return SUBJECTS.search(text) is not None


def own_sentences(draft: Draft) -> list[Sentence]:
    """The sentences in which a draft's words stand, each once."""
    return list({t.scene.sentence.index: t.scene.sentence for t in draft.triggers}.values())


def distance(draft: Draft, sentence: Sentence, start: int) -> int:
    """How far a place of a sentence lies from the draft's nearest word in it."""
    mine = [t.token.idx for t in draft.triggers if t.scene.sentence.index == sentence.index]
    return min([abs(at - start) for at in mine])


def is_nearer_to_rival(draft: Draft, sentence: Sentence, start: int) -> bool:
    """Whether a place of a sentence lies nearer to a word that tells of another contact than to the draft's own."""
    rivals = draft.rivals.get(sentence.index, ())
    return bool(rivals) and min([abs(at - start) for at in rivals]) < distance(draft, sentence, start)


def place_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "in Sochi", "at the White House": a place that hangs on a trigger or its verb; in a call, whose place it is."""
    seen: set[str] = set()
    for mention, hanging in place_mentions(draft):
        name = mention.head.of(report.body)
        if name in seen:
            continue
        seen.add(name)
        state = mention.actors[0].state if mention.actors else None
        caller = hanging and draft.family == "call"
        own = next((p.actor.id for p in draft.participants if caller and p.actor.state == state), None)
        value = {"name": name, "of": own, "state": state}
        yield fact_at(report, "place", value, mention.head, mention.layer)


def place_mentions(draft: Draft) -> Iterator[tuple[Mention, bool]]:
    """(place, whether it hangs on the trigger or its verb) in order; a visit's destination comes last."""
    for trigger in draft.triggers:
        for holder in [trigger.token, *([trigger.governor] if trigger.governor is not None else [])]:
            for _, obj in prepositions(holder, ("in", "at", "from")):
                yield from ((m, True) for m in at_token(trigger.scene, obj) if m.form in PLACES)
            yield from ((m, True) for m in beside_event(trigger.scene, holder))
        if trigger.destination is not None and trigger.destination.form != "people":
            yield trigger.destination, False


def beside_event(scene: Scene, holder: Token) -> Iterator[Mention]:
    """Where a contact was by the event beside which it was: "met Li on the sidelines of the G20 summit in Buenos Aires"."""
    for _, aside in prepositions(holder, ("on", "at")):
        if aside.lemma_.lower() in MARGINS:
            for _, event in prepositions(aside, ("of",)):
                for _, obj in prepositions(event, ("in", "at")):
                    yield from (m for m in at_token(scene, obj) if m.form in PLACES)


def duration_facts(draft: Draft, own: Sequence[Sentence], report: Report) -> Iterator[Fact]:
    """ "for nearly 1 hour and 35 minutes" in the draft's sentences."""
    for sentence in sorted(own, key=BY_INDEX):
        for low, high, start, end in find_durations(sentence.span.of(report.body)):
            if is_nearer_to_rival(draft, sentence, start) or is_of_meeting(draft, sentence, end):
                continue
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            yield fact_at(report, "duration_minutes", {"low": low, "high": high}, span, sentence.layer)


def is_of_meeting(draft: Draft, sentence: Sentence, end: int) -> bool:
    """Whether minutes are of what was done on a visit: "Lee, who is visiting Oslo, met Roe for 40 minutes"."""
    if draft.family != "visit" or not draft.rivals.get(sentence.index):
        return False
    scene = next(t.scene for t in draft.triggers if t.scene.sentence.index == sentence.index)
    return re.match(r"[- ](?:long[ -])?(?:\w+ ){0,2}(?:visit|stop|stay)", scene.doc.text[end:]) is None


def initiator_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "at the request of the latter"; else who placed the call."""
    for trigger in draft.triggers:
        for mention in requesters(trigger, report):
            value = party_behind(mention, draft)
            if value is not None:
                yield fact_at(report, "initiator", value, mention.span, mention.layer)
    for trigger in draft.triggers:
        own = trigger.initiator
        if own and draft.initiator and any(a.id == draft.initiator for a in own.actors):
            yield fact_at(report, "initiator", draft.initiator, own.span, own.layer)


def requesters(trigger: Trigger, report: Report) -> Iterator[Mention]:
    """Whom "at the request of" and the like name, in a trigger's sentence."""
    scene = trigger.scene
    text = scene.sentence.span.of(report.body)
    if ASKING.search(text.lower()) is None:
        return
    for match in REQUEST.finditer(text):
        place = scene.sentence.span.start + match.end()
        found = next((m for m in scene.mentions if place <= m.span.start <= place + 8), None)
        if found is not None:
            yield found
    if len(trigger.second) == 1 and ASKED.search(text):
        yield trigger.second[0]  # "Wang held talks at request with Lee": it was the other who asked


def party_behind(mention: Mention, draft: Draft) -> str | None:
    """The participant that a mention means: itself, or who takes part for its state."""
    ids, states = draft.ids(), {p.actor.state for p in draft.participants}
    actor = next((a for a in mention.actors if a.id in ids or a.state in states), None)
    if actor is None or actor.id in ids:
        return actor.id if actor else None
    return next(p.actor.id for p in draft.participants if p.actor.state == actor.state)


def occasion_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "on the sidelines of the G20 summit"."""
    for trigger in draft.triggers:
        sentence = trigger.scene.sentence
        text = sentence.span.of(report.body)
        for match in OCCASION.finditer(text) if AROUND.search(text) else ():
            span = Span(
                start=sentence.span.start + match.start("what"), end=sentence.span.start + match.end("what")
            )
            if not PROGRAMME.search(match.group()):
                yield fact_at(report, "occasion", span.of(report.body), span, sentence.layer)


def first_facts(draft: Draft, report: Report) -> Iterator[Fact]:
    """ "their first conversation since November": the month, year or day since which."""
    for trigger in draft.triggers:
        sentence = trigger.scene.sentence
        text = sentence.span.of(report.body)
        for match in FIRST_SINCE.finditer(text) if "since" in text.lower() else ():
            place = sentence.span.start + match.end()
            behind = [w for w in trigger.scene.whens if w.span and w.span.start >= place - 6 and w.start]
            later = [
                w for w in behind if w.end
            ] or behind  # "November" within "since November" says how exact it is
            if later:
                when = min(later, key=lambda w: w.span.start if w.span else 0)
                assert when.start is not None
                assert when.span is not None
                value = {"month": when.start[:7], "year": when.start[:4]}.get(when.precision, when.start)
                span = Span(
                    start=sentence.span.start + match.start(),
                    end=max(sentence.span.start + match.end(), when.span.end),
                )
                yield fact_at(report, "first_since", value, span, sentence.layer)
