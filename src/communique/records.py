"""Every record that passes between stages, frozen and keyword-only.

A report is read into a `Reading`; readings are merged into `Contact`s; the ledger keeps both. All spans are
half-open `[start, end)` in Unicode code points into `Report.body`, and `body[start:end]` is the evidence.
Values are plain (str, int, tuples, frozen records) so that a record can be hashed, pickled and written as JSON.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from msgspec import field

from communique.record_type import Record

Kind = Literal[
    "phone_call", "video_call", "call", "meeting", "talks", "summit", "visit", "message", "signing"
]
Status = Literal["held", "ongoing", "planned", "proposed", "declined", "cancelled", "denied"]
Role = Literal["party", "delegation_lead", "delegation", "mediator", "host", "aide", "interpreter"]
Precision = Literal["hour", "day", "week", "month", "quarter", "year", "interval"]
Basis = Literal["given", "stated", "relative_publication", "relative_event", "inferred"]
DateBasis = Literal["given", "header", "dateline", "text", "inferred", "none"]
TextKind = Literal["readout", "briefing", "transcript", "news", "analysis", "post"]
Layer = Literal["prose", "headline", "caption"]
ActorType = Literal["person", "state", "organisation"]
FurnitureKind = Literal[
    "headline", "byline", "dateline", "caption", "related", "prompt", "biography", "credit", "header"
]
StatementKind = Literal["quote", "part_quote", "claim"]
Polarity = Literal["asserts", "denies", "declines", "asks", "promises", "threatens"]
VerdictName = Literal["agreed", "compatible", "conflict", "one_side"]


class Span(Record, frozen=True, kw_only=True, order=True):
    """A half-open interval of code points in a report's body: `body[start:end]` is the evidence."""

    start: int
    end: int

    def of(self, body: str) -> str:
        """The words that the span covers."""
        return body[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


class Furniture(Record, frozen=True, kw_only=True):
    """A labelled part of the body that is not prose: "See also: TSMC opens a plant" (related)."""

    kind: FurnitureKind
    span: Span


class ReportDate(Record, frozen=True, kw_only=True):
    """When a report was published, how that is known, and why: `date` is ISO or None where no single day is sure.

    `earliest` and `latest` bound an unknown day where the text does ("the summit next month": that calendar month).
    `zone` is an IANA name where dateline or header tell one. `doubt` says what contradicts the date, if anything.
    """

    date: str | None
    basis: DateBasis
    why: str
    zone: str | None = None
    doubt: str | None = None
    earliest: str | None = None
    latest: str | None = None


class Report(Record, frozen=True, kw_only=True):
    """One article as an outlet published it. `body` is the whole clean text, title first, furniture included."""

    id: str
    version: str
    source: str
    body: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    language: str = "en"
    text_kind: TextKind = "news"
    dated: ReportDate = field(default_factory=lambda: ReportDate(date=None, basis="none", why="not read yet"))
    retrieved: str | None = None
    modified: str | None = None
    furniture: tuple[Furniture, ...] = ()
    copy_of: str | None = None


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of the body. "Xi spoke with Putin." `layer` says whether it is prose, headline or caption."""

    index: int
    span: Span
    paragraph: int
    layer: Layer = "prose"


class Actor(Record, frozen=True, kw_only=True):
    """A person, state or organisation as resolved for one mention: who, and in which office for which state.

    `id` is kebab-case ASCII for persons ("xi-jinping"), ISO alpha-3 for states, a short name for organisations.
    `office` is the display title on the day ("President"), `office_id` its id in the vocabulary.
    `inferred` marks an office-holder filled in from the lexicon ("the Japanese prime minister").
    """

    id: str
    name: str
    type: ActorType
    office: str | None = None
    office_id: str | None = None
    state: str | None = None
    known: bool = True
    inferred: bool = False


class Mention(Record, frozen=True, kw_only=True):
    """A span that names or refers to actors. "The two leaders" refers to two; most mentions to one.

    `form`: name ("Xi Jinping"), title ("President Xi"), office ("the Chinese president"), state ("China"),
    metonym ("Beijing said"), place ("arrived in Beijing": no actor), demonym ("Chinese officials"),
    organisation, group ("the two leaders"), pronoun ("he"), descriptor ("his US counterpart").
    `head` is the span of the head word, by which a parse finds the mention. Where two could be meant, `actors` is
    empty, `doubt` says why and `choices` names them.
    """

    span: Span
    text: str
    form: str
    actors: tuple[Actor, ...]
    head: Span
    sentence: int
    layer: Layer = "prose"
    doubt: str | None = None
    choices: tuple[str, ...] = ()


class When(Record, frozen=True, kw_only=True):
    """An interval of calendar days, with both ends included; None is an open end.

    "late Wednesday" in a report of Thursday 2026-02-05: start = end = "2026-02-04", precision day,
    basis relative_publication, derivation "Wednesday before Thursday 2026-02-05".
    `relation` holds what hangs on another contact or event ("after", "before", "same_day", "since"), for merging.
    """

    start: str | None
    end: str | None
    precision: Precision
    basis: Basis
    derivation: str
    span: Span | None = None
    text: str | None = None
    time_of_day: str | None = None
    zone: str | None = None
    relation: str | None = None


class Link(Record, frozen=True, kw_only=True):
    """One link of a chain, or a speaker: an actor or outlet as the text names it at a span."""

    id: str | None
    name: str
    text: str
    span: Span


class Participant(Record, frozen=True, kw_only=True):
    """Somebody in a contact with a role; parties deal with each other, others are merely in the room."""

    actor: Actor
    role: Role
    as_named: str
    span: Span | None = None


class Fact(Record, frozen=True, kw_only=True):
    """One value that an account tells, with its words and the chain of sources that it came through.

    "about one-and-a-half hours", said Ushakov: fact duration_minutes, value {"low": 90, "high": 90}.
    """

    fact: str
    value: Any
    text: str
    span: Span
    layer: Layer = "prose"
    chain: tuple[Link, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """Where a contact was; `of` is the participant's id whose end of a call it is, else None."""

    name: str
    of: str | None = None
    state: str | None = None


class Account(Record, frozen=True, kw_only=True):
    """One report's telling of one contact.

    `trigger` is the span of the first word that tells of it; `evidence` the sentence around it.
    `after`, `part_of`, `planned_in` and `first_since_account` name other accounts of the same report by id: "agreed in
    the call to meet in May" was planned in the call, "their first call since March" is the first since that of March.
    `reading_confidence` is the probability that a careful reader would record this contact so.
    """

    id: str
    report: str
    kind: Kind
    status: Status
    when: When | None
    participants: tuple[Participant, ...]
    trigger: Span
    evidence: Span
    layer: Layer = "prose"
    facts: tuple[Fact, ...] = ()
    places: tuple[Place, ...] = ()
    duration_minutes: tuple[int, int] | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    initiator: str | None = None
    host: str | None = None
    occasion: str | None = None
    format: str | None = None
    first_since: str | None = None
    after: tuple[str, ...] = ()
    part_of: str | None = None
    planned_in: str | None = None
    first_since_account: str | None = None
    status_history: tuple[str, ...] = ()
    side: str | None = None
    reading_confidence: float = 0.5


class Statement(Record, frozen=True, kw_only=True):
    """Somebody's words or claim: "China and Russia share a 'unique strategic value'", CCTV quoted Xi as saying.

    `account` is the account of the same report that the words belong to.
    """

    id: str
    report: str
    kind: StatementKind
    polarity: Polarity
    text: str
    span: Span
    speaker: Link | None
    addressee: Link | None = None
    cue: Link | None = None
    chain: tuple[Link, ...] = ()
    account: str | None = None
    topics: tuple[str, ...] = ()


class Doubt(Record, frozen=True, kw_only=True):
    """Something uncertain that the reader of the ledger should see and may settle."""

    id: str
    about: str
    question: str
    choices: tuple[str, ...] = ()
    span: Span | None = None
    why: str = ""


class Reading(Record, frozen=True, kw_only=True):
    """All that was read from one report under one edition of program, lexicon and options."""

    report: Report
    edition: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    whens: tuple[When, ...] = ()
    accounts: tuple[Account, ...] = ()
    statements: tuple[Statement, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Judgement(Record, frozen=True, kw_only=True):
    """A stored decision that two accounts tell of the same contact, or not; `author` is "program" or a person."""

    one: str
    other: str
    same: bool
    score: float
    reason: str
    author: str = "program"
    recorded: str | None = None


class Verdict(Record, frozen=True, kw_only=True):
    """What the accounts of a contact say on one fact, taken together; `values` pairs account id and value."""

    fact: str
    verdict: VerdictName
    values: tuple[tuple[str, Any], ...]
    why: str = ""


class Support(Record, frozen=True, kw_only=True):
    """Counts, never a score: how many reports, origins, sides and sources on record stand behind a contact."""

    reports: int
    origins: int
    sides: tuple[str, ...]
    on_record: int


class Contact(Record, frozen=True, kw_only=True):
    """The ledger's record of one contact, derived from accounts and judgements, never edited itself."""

    id: str
    slug: str
    kind: Kind
    status: Status
    disputed: bool
    when: When | None
    channel: str
    level: str
    setting: str
    participants: tuple[Participant, ...]
    accounts: tuple[Account, ...]
    support: Support
    reading_confidence: float
    occasion: str | None = None
    initiator: str | None = None
    host: str | None = None
    places: tuple[Place, ...] = ()
    duration_minutes: tuple[int, int] | None = None
    topics: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    first_since: str | None = None
    first_since_contact: str | None = None
    part_of: str | None = None
    planned_in: str | None = None
    after: tuple[str, ...] = ()
    status_history: tuple[tuple[str, str], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def _repr_html_(self) -> str:
        # How a contact is shown lies above; it is opened only where a notebook asks for it.
        shown: str = import_module("communique.notebook").contact_html(self)
        return shown
