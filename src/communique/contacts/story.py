"""The report's own time, sentence by sentence: which day a passage tells of, and which day is the story's."""

from __future__ import annotations

import datetime
import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.contacts.cues import load_cues
from communique.contacts.scene import VERBAL
from communique.record_type import Record
from communique.records import Mention, Report, Sentence, When

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

FRESH_KINDS = frozenset({"news", "readout", "briefing", "post"})
LEDE = 4  # prose sentences that open a report
FRESH_DAYS = 2  # how old the day of an opening may be for it to be the story's
STALE_DAYS = 31  # a report that opens with a day this far back may be about that day
STEPS = 8
MONDAY = 0


class Passage(Record, frozen=True, kw_only=True):
    """What one sentence adds to the report's time: the date of its main verb, and who is named in it.

    `other` says that it holds a date besides that is not ahead, `old` a day of the month before the news, `of_it` that it tells on of what the sentence before told: "It lasted an
    hour on Friday".
    """

    when: When | None
    actors: frozenset[str]
    paragraph: int
    other: bool = False
    old: bool = False
    of_it: bool = False


class Story(Record, frozen=True, kw_only=True):
    """The report's time: its day, whether it tells news, the passages by sentence, the opening's sentences and day."""

    day: str
    fresh: bool
    passages: Mapping[int, Passage]
    opening: frozenset[int]
    lede: When | None
    lede_at: int | None = None
    official: bool = False

    def passage_before(self, sentence: int, reach: int) -> Passage | None:
        """The nearest dated passage among the sentences before one."""
        near = (self.passages.get(i) for i in range(sentence - 1, sentence - 1 - reach, -1))
        return next((p for p in near if p is not None and p.when is not None), None)

    def frame(self) -> When | None:
        """The days that an official text opens with: "On 8 and 9 June the minister paid a visit to ..."."""
        if not self.official:
            return None
        told = (self.passages[i].when for i in sorted(self.opening))
        return next((w for w in told if w is not None), None)

    def opens_with_old(self, sentence: int) -> bool:
        """Whether the opening up to a sentence tells of a time before the news."""
        return any(self.passages[i].old for i in self.opening if i <= sentence)

    def span_of_news(self) -> tuple[str, str]:
        """The days on which what is told as new can have happened: the day before, on a Monday the weekend, or the day."""
        day = datetime.date.fromisoformat(self.day)
        back = FRESH_DAYS if day.weekday() == MONDAY else 1
        first = (day - datetime.timedelta(days=back)).isoformat()
        if self.lede is not None and self.lede.start is not None:
            first = min(first, self.lede.start)
        return first, self.day


def build_story(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    mentions: Iterable[Mention],
    whens: Iterable[When],
) -> Story | None:
    """The time of a dated report; None where its day is unknown, or contradicted by its own text."""
    day = report.dated.date
    if day is None or report.dated.doubt or len(day) != len("2000-01-01"):
        return None
    actors, dates = named_in(mentions), lying_in(sentences, whens)
    recent, month = days_before(day, FRESH_DAYS), days_before(day, STALE_DAYS)
    passages = {}
    for sentence in sentences:
        inside, doc = dates[sentence.index], parses.get(sentence.index)
        told = date_of_sentence(sentence, doc, inside, day) if inside else None
        others = [w for w in inside if w is not told and (w.start or "") < day] if inside else []
        passages[sentence.index] = Passage(
            when=told,
            actors=frozenset(actors.get(sentence.index, ())),
            paragraph=sentence.paragraph,
            other=bool(others) and any(not aside(w, sentence, doc) for w in others),
            old=bool(others) and any(w.start == w.end and month < (w.end or "") < recent for w in others),
            of_it=OF_IT.match(sentence.span.of(report.body)) is not None,
        )
    prose = [s for s in sentences if s.layer == "prose"][:LEDE]
    opening = frozenset([s.index for s in prose] + [s.index for s in sentences if s.layer == "headline"])
    lede_at = next((s.index for s in prose if is_day_of_news(passages[s.index].when, day)), None)
    return Story(
        day=day,
        fresh=report.text_kind in FRESH_KINDS,
        passages=passages,
        opening=opening,
        lede=passages[lede_at].when if lede_at is not None else None,
        lede_at=lede_at,
        official=report.text_kind == "readout",
    )


def named_in(mentions: Iterable[Mention]) -> Mapping[int, set[str]]:
    """The ids of those whom each sentence names, by its index."""
    actors: dict[int, set[str]] = {}
    for mention in mentions:
        named = actors.setdefault(mention.sentence, set())
        for actor in mention.actors:
            named.add(actor.id)
    return actors


def lying_in(sentences: Sequence[Sentence], whens: Iterable[When]) -> Mapping[int, list[When]]:
    """The dates in each sentence by its index; the sentences stand in the order of the text."""
    inside: dict[int, list[When]] = {sentence.index: [] for sentence in sentences}
    starts = [sentence.span.start for sentence in sentences]
    for when in whens:
        at = bisect_right(starts, when.span.start) - 1 if when.span else -1
        if at >= 0 and when.span and when.span.end <= sentences[at].span.end:
            inside[sentences[at].index].append(when)
    return inside


@functools.lru_cache(maxsize=256)
def days_before(day: str, count: int) -> str:
    """The ISO date some days before another."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=count)).isoformat()


def is_day_of_news(when: When | None, day: str) -> bool:
    """Whether a time is a day that lies close before publication."""
    if when is None or when.start is None or when.start != when.end:
        return False
    since = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(when.start)
    return 0 <= since.days <= FRESH_DAYS


def date_of_sentence(sentence: Sentence, doc: Doc | None, inside: Sequence[When], day: str) -> When | None:
    """The past date that a sentence's main verb carries; without a parse, its only date."""
    past = [w for w in inside if w.start and w.end and w.start <= day and not w.relation]
    if not past:
        return None
    if doc is None or OF_IT.match(doc.text):
        return past[0] if len(inside) == 1 and past[0].end and past[0].end <= day else None
    for when in reversed(past):
        token = root_of(when, sentence, doc)
        if token is not None and hangs_on_main(token):
            return when
    return None


def aside(when: When, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether a date only describes somebody: "Trump, sworn in last week, also spoke with ..."."""
    token = root_of(when, sentence, doc) if doc is not None else None
    if token is None:
        return False
    verb = next((t for t in token.ancestors if t.pos_ in VERBAL), None)
    return verb is not None and verb.dep_ in {"acl", "relcl"}


def root_of(when: When, sentence: Sentence, doc: Doc) -> Token | None:
    """The root token of a date in the parse of its sentence."""
    assert when.span is not None
    base = sentence.span.start
    return doc.root_over(when.span.start - base, when.span.end - base)


def hangs_on_main(token: Token) -> bool:
    """Whether a date hangs on a main verb in the simple past."""
    for _ in range(STEPS):
        if token.pos_ in VERBAL and token.tag_ != "VBG":
            return simple_past(token) and (is_main(token) or is_at_that_time(token))
        thing = token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"nsubj", "dobj"}
        if token.head == token or (thing and not is_held(token)):
            return False
        if token.lower_ in {"since", "until", "till", "before", "by"}:
            return False
        token = token.head
    return False


def is_held(noun: Token) -> bool:
    """Whether a noun is a sitting that the verb only says to have been: "held a meeting on Thursday"."""
    cues = load_cues()
    sitting = noun.dep_ == "dobj" and noun.head.lemma_.lower() in cues.light
    return sitting and noun.lemma_.lower() in cues.nouns


OF_IT = re.compile(
    r"\W*It (?:was (?:held|followed)|lasted|took place|ran|began|started|came|ended|happened|opened|closed)\b"
)


def is_at_that_time(verb: Token) -> bool:
    """Whether a clause tells when its main clause was: "There was no photograph when he went there on Tuesday"."""
    at_once = any(c.lower_ in {"when", "as", "while"} and c.dep_ in {"advmod", "mark"} for c in verb.children)
    return verb.dep_ == "advcl" and at_once and is_main(verb.head) and simple_past(verb.head)


def is_main(verb: Token) -> bool:
    """Whether a verb is the sentence's own, coordinated with it, or stands before "he said"."""
    while verb.dep_ in {"conj", "dep"} and verb.head != verb and verb.head.pos_ in VERBAL:
        verb = verb.head
    if verb.dep_ == "dep" and verb.head.dep_ == "ROOT":
        return True
    said_behind = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.dep_ == "ROOT"
    return verb.dep_ == "ROOT" or (said_behind and not any(c.dep_ == "mark" for c in verb.children))


def simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past, active or passive: "met", "was received"; not "had met", "has met"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if helpers & {
        "had",
        "has",
        "have",
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "'ll",
        "can",
        "is",
        "are",
    }:
        return False
    return verb.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})
