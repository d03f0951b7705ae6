"""Which account of the report a statement belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from communique.records import Account, Link
from communique.statements.cues import Attribution
from communique.statements.page import Page

REACH = 8  # sentences behind an account's evidence over which a participant's words still belong to it


def account_of(page: Page, attribution: Attribution | None, place: int, accounts: Sequence[Account]) -> str | None:
    """The account that the words at a place belong to: that of their own sentence, else the nearest whose parties speak."""
    if not accounts:
        return None
    sentence = page.sentence_at(place)
    if sentence is None:
        return None
    own = [a for a in accounts if a.evidence == sentence.span or sentence.span.covers(a.trigger)]
    speakers = identities(page, attribution)
    if own:
        return max(own, key=lambda a: (len(speakers & parties(a)), a.status == "held", -a.trigger.start)).id
    facts = [a for a in accounts if any(sentence.span.covers(f.span) and f.fact not in {"topic"} for f in a.facts)]
    if facts and len(facts) == 1:
        return facts[0].id
    near: list[tuple[int, int, str]] = []
    for account in accounts:
        evidence = page.sentence_at(account.trigger.start)
        if evidence is None:
            continue
        distance = sentence.index - evidence.index
        shared = len(speakers & parties(account))
        if shared and -1 <= distance <= REACH:
            near.append((-shared, abs(distance), account.id))
    return min(near)[2] if near else None


def parties(account: Account) -> set[str]:
    """Ids and states of an account's participants."""
    ids = {p.actor.id for p in account.participants}
    return ids | {p.actor.state for p in account.participants if p.actor.state}


def identities(page: Page, attribution: Attribution | None) -> set[str]:
    """Ids by which a speaker and a hearer may take part: themselves and the states that they speak for."""
    found: set[str] = set()
    if attribution is None:
        return found
    for source in (attribution.source, attribution.hearer):
        link: Link | None = source.link if source else None
        if link is None:
            continue
        if link.id:
            found.add(link.id)
        outlet = page.knowledge.outlets.get(link.id or "")
        if outlet and outlet.state and (outlet.run_by_state or outlet.speaks_for):
            found.add(outlet.speaks_for or outlet.state)
        for mentions in page.mentions.values():
            for mention in mentions:
                if mention.span.overlaps(link.span):
                    found |= {a.state for a in mention.actors if a.state} | {a.id for a in mention.actors}
    return found
