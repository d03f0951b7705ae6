"""Which account of the report a statement belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.knowledge.caseless import Caseless
from communique.records import Account, Sentence, Statement
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
OWN, FACT, SPEAKS, SPEAKS_FOR, BOTH, GOES_ON = 4.0, 2.0, 2.0, 1.5, 2.0, 1.5


def account_of(
    page: Page,
    attribution: Attribution | None,
    place: int,
    accounts: Sequence[Account],
    before: Statement | None,
) -> str | None:
    """The account that the words at a place belong to: that of their own sentence, else the nearest whose parties speak."""
    sentence = page.sentence_at(place)
    if sentence is None or not accounts:
        return None
    said = Said(
        sentence=sentence,
        attribution=attribution,
        before=before,
        speaker=speaking(page, attribution),
        others=named(page, sentence, attribution),
    )
    scored = [
        (
            score(page, said, account) - losses(page, sentence, account, accounts),
            -account.trigger.start,
            account.id,
        )
        for account in accounts
    ]
    best = max(scored)
    return best[2] if best[0] >= ENOUGH - 1.0 else None


def losses(page: Page, sentence: Sentence, account: Account, accounts: Sequence[Account]) -> float:
    """What speaks against an account: it is looked back at beside a later one of the same people, is a letter, or lies ahead.

    "Their first call since November" tells of a call in November, but the words of its report belong to the new one.
    """
    here = sentence.span.covers(account.trigger)
    lost = OWN if here and beside_the_point(page, sentence, account) else 0.0
    if looked_back(page, account, accounts):
        lost += OWN if here else OLDER
    if account.kind == "message" and not KINDS["message"].search(page.text(sentence)):
        lost += WRITTEN
    if account.status not in {"held", "ongoing"} and not here:
        lost += NOT_YET
    return lost


def beside_the_point(page: Page, sentence: Sentence, account: Account) -> bool:
    """Whether a relative clause tells of the contact: "Lula, who met Xi last month, told Zelenskiy by phone that ..."."""
    token = page.token(sentence, account.trigger)
    return token is not None and any(t.dep_ == "relcl" for t in (token, *token.ancestors))


def looked_back(page: Page, account: Account, accounts: Sequence[Account]) -> bool:
    """Whether the report tells of a later contact of the same people and names this one only to count from it."""
    people = {p.actor.id for p in account.participants}
    others = [a for a in accounts if a is not account and {p.actor.id for p in a.participants} == people]
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What is looked for an account: words of a sentence, `before` them what was said last.

    `speaker` are the ids by which who speaks may take part, `others` those whom the sentence names.
    """

    sentence: Sentence
    attribution: Attribution | None
    before: Statement | None
    speaker: set[str]
    others: set[str]


def score(page: Page, said: Said, account: Account) -> float:
    """How well an account fits a statement; below one, it does not."""
    sentence, attribution, before = said.sentence, said.attribution, said.before
    evidence = page.sentence_at(account.trigger.start)
    distance = abs(sentence.index - evidence.index) if evidence else len(page.sentences)
    speaker, others = said.speaker, said.others
    people, states = (
        {p.actor.id for p in account.participants},
        {p.actor.state for p in account.participants if p.actor.state},
    )
    total = 0.0
    if sentence.span.covers(account.trigger):
        total += OWN
    elif any(
        f.fact not in {"topic", "kind", "status", "participant"} and sentence.span.covers(f.span)
        for f in account.facts
    ):
        total += FACT
    direct = bool(speaker & people)
    total += SPEAKS if direct else SPEAKS_FOR if speaker & states else 0.0
    both = (
        (direct or speaker & states)
        and len((speaker | others) & people) >= 2
        and bool(CONTACT.search(page.text(sentence)))
    )
    total += BOTH if both else 0.0
    pair = direct and bool(others & people - speaker)
    total += NAMES if pair or (speaker & states and others & people - speaker) else 0.0
    total += KIND if KINDS.get(account.kind, CONTACT).search(page.text(sentence)) else 0.0
    meant = means(page, sentence, account, evidence)
    total += SPEAKS if meant else 0.0
    if before is not None and before.account == account.id and follows(page, sentence, attribution, before):
        total += GOES_ON
    if (
        total
        and total < OWN
        and not (both or pair or meant)
        and distance > REACH
        and not (
            before is not None
            and before.account == account.id
            and follows(page, sentence, attribution, before)
        )
    ):
        return 0.0
    if evidence and evidence.index > sentence.index and total < OWN and not both:
        return 0.0
    return (
        total + (0.5 if account.status in {"held", "ongoing"} else 0.0) - min(distance, 20) * 0.08
        if total
        else 0.0
    )


def means(page: Page, sentence: Sentence, account: Account, evidence: Sentence | None) -> bool:
    """Whether a sentence says "the call" or "Monday's talks" behind an account of that kind, so that this one is meant."""
    if evidence is None or evidence.index > sentence.index:
        return False
    reach = len(page.sentences) if evidence.index <= OPENING else REACH
    words = sentence.span.of(page.body)
    return (
        sentence.index - evidence.index <= reach
        and THE_CONTACT.search(words) is not None
        and KINDS.get(account.kind, CONTACT).search(words) is not None
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
    found: set[str | None] = {link.id}
    outlet = page.knowledge.outlets.get(link.id or "")
    if outlet and (outlet.run_by_state or outlet.speaks_for):
        found.add(outlet.speaks_for or outlet.state)
    for mentions in page.mentions.values():
        for mention in mentions:
            over = mention.span.overlaps(link.span)
            for actor in mention.actors:
                if over or actor.id == link.id:
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
