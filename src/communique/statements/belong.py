"""Which account of the report a statement belongs to."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from communique.knowledge.caseless import Caseless
from communique.record_type import Record
from communique.records import Account, Sentence, Span, Statement
from communique.statements.attribution import Attribution
from communique.statements.page import MASK, Page

REACH = 8  # sentences behind an account's evidence over which one participant's words still belong to it
CONTACT = Caseless(
    r"\b(?:call|conversation|talks?|meeting|summit|visit|spoke|met|told|phone|telephone|letter|message|videoconference|conference)\b"
)
TALK = Caseless(r"\b(?:call|phone|telephone|conversation|spoke|talk(?:ed|s|ing)?)\b")
SIT = Caseless(r"\b(?:meeting|met|talks?|summit|sit-down)\b")
KINDS = {
    "phone_call": TALK,
    "video_call": TALK,
    "call": TALK,
    "meeting": SIT,
    "talks": Caseless(r"\btalks\b"),
    "summit": SIT,
    "visit": Caseless(r"\b(?:visit|trip)\b"),
    "message": Caseless(r"\b(?:letter|message|telegram)\b"),
}
THE_CONTACT = Caseless(
    r"\b(?:the|their|this|that|\w*day['’]s|yesterday['’]s|(?:last|this) week['’]s) (?:\w+ ){0,2}(?:call|conversation|meeting|talks|summit|visit|letter|message)\b"
)
LONG_AGO = 14  # days by which an earlier contact of the same people is background
OPENING = 1  # index of the last sentence whose contact "the call" means throughout a report
NAMES, KIND = 1.0, 0.4
ENOUGH = 2.0  # a participant speaks close by, or the sentence itself tells of the contact
OLDER, WRITTEN, NOT_YET = (
    2.5,
    0.5,
    1.5,
)  # what an account loses that is only looked back at, is a letter, or lies ahead
SINCE = Caseless(r"^[\w’'-]*(?: \w+){0,2}? since\b|^[^.]{0,25}\bwhich came\b")
SINCE_LAST = Caseless(r"\bsince (?:\w+['’]?s? ){0,3}$")
OF_ANY = frozenset({"topic", "kind", "status", "participant"})  # facts that many sentences tell of a contact
OWN, FACT, SPEAKS, SPEAKS_FOR, BOTH, GOES_ON = 4.0, 2.0, 2.0, 1.5, 2.0, 1.5


class Candidate(Record, frozen=True, kw_only=True):
    """An account that statements may belong to, with what is the same for all of them.

    `people` are the ids of its participants and `states` theirs, `evidence` the sentence that tells of it, `told` where its
    facts stand; `recalled` is whether the report names it only to count from it.
    """

    account: Account
    people: frozenset[str]
    states: frozenset[str]
    evidence: Sentence | None
    told: tuple[Span, ...]
    recalled: bool


def candidates_of(page: Page, accounts: Sequence[Account]) -> list[Candidate]:
    """The accounts of a report as candidates for its statements."""
    among: dict[frozenset[str], list[Account]] = defaultdict(list)
    for account in accounts:
        among[people_of(account)].append(account)
    return [candidate_of(page, account, among[people_of(account)]) for account in accounts]


def people_of(account: Account) -> frozenset[str]:
    """The ids of the participants of an account."""
    return frozenset([p.actor.id for p in account.participants])


def candidate_of(page: Page, account: Account, of_these: Sequence[Account]) -> Candidate:
    """One account as a candidate; `of_these` are all of the same people."""
    return Candidate(
        account=account,
        people=people_of(account),
        states=frozenset([p.actor.state for p in account.participants if p.actor.state]),
        evidence=page.sentence_at(account.trigger.start),
        told=tuple([f.span for f in account.facts if f.fact not in OF_ANY]),
        recalled=looked_back(page, account, [other for other in of_these if other is not account]),
    )


def account_of(
    page: Page,
    attribution: Attribution | None,
    place: int,
    candidates: Sequence[Candidate],
    before: Statement | None,
) -> str | None:
    """The account that the words at a place belong to: that of their own sentence, else the nearest whose parties speak."""
    sentence = page.sentence_at(place)
    if sentence is None or not candidates:
        return None
    said = Said(
        sentence=sentence,
        masked=page.text(sentence),
        words=sentence.span.of(page.body),
        speaker=speaking(page, attribution),
        others=named(page, sentence, attribution),
        goes_on=before.account if before and follows(page, sentence, attribution, before) else None,
    )
    scored = [
        (
            score(page, said, one) - losses(page, said, one),
            -one.account.trigger.start,
            one.account.id,
        )
        for one in candidates
    ]
    best = max(scored)
    return best[2] if best[0] >= ENOUGH - 1.0 else None


def losses(page: Page, said: Said, one: Candidate) -> float:
    """What speaks against an account: it is looked back at beside a later one of the same people, is a letter, or lies ahead.

    "Their first call since November" tells of a call in November, but the words of its report belong to the new one.
    """
    account = one.account
    here = said.sentence.span.covers(account.trigger)
    lost = OWN if here and beside_the_point(page, said.sentence, account) else 0.0
    if one.recalled:
        lost += OWN if here else OLDER
    if account.kind == "message" and not tells("message", said.masked):
        lost += WRITTEN
    if account.status not in {"held", "ongoing"} and not here:
        lost += NOT_YET
    return lost


@functools.lru_cache(maxsize=64)
def tells(kind: str, text: str) -> bool:
    """Whether a text names a contact of a kind: "the talks" a meeting; several accounts of a report are asked for in a row."""
    return KINDS.get(kind, CONTACT).search(text) is not None


def beside_the_point(page: Page, sentence: Sentence, account: Account) -> bool:
    """Whether a relative clause tells of the contact: "Lula, who met Xi last month, told Zelenskiy by phone that ..."."""
    token = page.token(sentence, account.trigger)
    return token is not None and any(t.dep_ == "relcl" for t in (token, *token.ancestors))


def looked_back(page: Page, account: Account, others: Sequence[Account]) -> bool:
    """Whether the report tells of a later contact of the same people and names this one only to count from it."""
    if not others:
        return False
    behind = page.body[account.trigger.end : account.trigger.end + 60]
    ahead = page.body[max(0, account.trigger.start - 40) : account.trigger.start]
    if SINCE.match(behind) or SINCE_LAST.search(ahead):
        return True
    mine = begins(account)
    held = [day for a in others if a.status in {"held", "ongoing"} and (day := begins(a))]
    return mine is not None and any((day - mine).days > LONG_AGO for day in held)


def begins(account: Account) -> date | None:
    """The first day of an account, if it is known."""
    return date.fromisoformat(account.when.start) if account.when and account.when.start else None


class Said(Record, frozen=True, kw_only=True):
    """What is looked for an account: words of a sentence, in `masked` without those in quotation marks.

    `speaker` are the ids by which who speaks may take part, `others` those whom the sentence names; `goes_on` is the account of
    what the same speaker said right before.
    """

    sentence: Sentence
    masked: str
    words: str
    speaker: set[str]
    others: set[str]
    goes_on: str | None


def score(page: Page, said: Said, one: Candidate) -> float:
    """How well an account fits a statement; below one, it does not."""
    sentence, account, evidence = said.sentence, one.account, one.evidence
    speaker, others, people = said.speaker, said.others, one.people
    distance = abs(sentence.index - evidence.index) if evidence else len(page.sentences)
    total = 0.0
    if sentence.span.covers(account.trigger):
        total += OWN
    elif one.told and tells_fact(sentence, one):
        total += FACT
    direct = not speaker.isdisjoint(people)
    sided = not speaker.isdisjoint(one.states)
    total += SPEAKS if direct else SPEAKS_FOR if sided else 0.0
    both = (
        (direct or sided)
        and len((speaker | others) & people) >= 2
        and CONTACT.search(said.masked) is not None
    )
    total += BOTH if both else 0.0
    pair = direct and bool(others & people - speaker)
    total += NAMES if pair or (sided and others & people - speaker) else 0.0
    total += KIND if tells(account.kind, said.masked) else 0.0
    meant = evidence is not None and evidence.index <= sentence.index and means(page, said, one, evidence)
    total += SPEAKS if meant else 0.0
    goes_on = said.goes_on is not None and said.goes_on == account.id
    if goes_on:
        total += GOES_ON
    if total and total < OWN and not (both or pair or meant or goes_on) and distance > REACH:
        return 0.0
    if evidence and evidence.index > sentence.index and total < OWN and not both:
        return 0.0
    return (
        total + (0.5 if account.status in {"held", "ongoing"} else 0.0) - min(distance, 20) * 0.08
        if total
        else 0.0
    )


def tells_fact(sentence: Sentence, one: Candidate) -> bool:
    """Whether a sentence tells more of a contact than that it was: "They spoke for an hour"."""
    start, end = sentence.span.start, sentence.span.end
    return any(start <= span.start and span.end <= end for span in one.told)


def means(page: Page, said: Said, one: Candidate, evidence: Sentence) -> bool:
    """Whether a sentence says "the call" or "Monday's talks" behind an account of that kind, so that this one is meant."""
    reach = len(page.sentences) if evidence.index <= OPENING else REACH
    return (
        said.sentence.index - evidence.index <= reach
        and tells(one.account.kind, said.words)
        and THE_CONTACT.search(said.words) is not None
    )


def follows(page: Page, sentence: Sentence, attribution: Attribution | None, before: Statement) -> bool:
    """Whether the same speaker goes on close behind."""
    earlier = page.sentence_at(before.span.start)
    link = attribution.source.link if attribution and attribution.source else None
    return bool(
        earlier
        and sentence.index - earlier.index <= 2
        and before.speaker
        and link
        and before.speaker.name == link.name
    )


def speaking(page: Page, attribution: Attribution | None) -> set[str]:
    """Ids by which a speaker may take part: itself and the state that it speaks for."""
    link = attribution.source.link if attribution and attribution.source else None
    if link is None:
        return set()
    found: set[str | None] = {link.id, *page.states_of.get(link.id or "", ())}
    outlet = page.knowledge.outlets.get(link.id or "")
    if outlet and (outlet.run_by_state or outlet.speaks_for):
        found.add(outlet.speaks_for or outlet.state)
    for mention in page.mentions_over(link.span):
        for actor in mention.actors:
            found.update((actor.id, actor.state))
    return {i for i in found if i}


def named(page: Page, sentence: Sentence, attribution: Attribution | None) -> set[str]:
    """Ids of everybody whom the sentence names, the hearer included; "our countries" in a quotation names nobody."""
    found = {
        a.id
        for m in page.mentions.get(sentence.index, ())
        for a in m.actors
        if m.form in {"name", "title"} or MASK not in page.masked[m.span.start : m.span.end]
    }
    link = attribution.hearer.link if attribution and attribution.hearer else None
    return found | ({link.id} if link and link.id else set())
