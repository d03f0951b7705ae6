"""What the reading of a contact leaves unsure, as questions that a reader of the ledger may settle."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.contacts.drafts import Draft
from communique.records import Account, Doubt, Mention, Span

UNSURE = 0.66  # below this a careful reader records such an account about as often as not


class Question(NamedTuple):
    """One thing that is unsure: its name, the question, the answers, why it is asked."""

    name: str
    question: str
    choices: tuple[str, ...]
    why: str


def find_doubts(
    accounts: Sequence[Account], drafts: Sequence[Draft], mentions: Sequence[Mention] = ()
) -> Iterator[Doubt]:
    """The doubts about a report's accounts, in their order; the span is that of the words that tell of the contact."""
    unsure = {m.span: m.doubt for m in mentions if m.doubt and m.actors}
    for account, draft in zip(accounts, drafts, strict=True):
        for asked in (*questions(account, draft), *(names(account, unsure) if unsure else ())):
            key = hashlib.sha256(f"{account.id}|{asked.name}".encode()).hexdigest()[:16]
            yield Doubt(
                id=key,
                about=account.id,
                question=asked.question,
                choices=asked.choices,
                span=account.trigger,
                why=asked.why,
            )


def questions(account: Account, draft: Draft) -> Iterator[Question]:
    """What is unsure about one account: that it is one, who took part, whether it came about."""
    if account.reading_confidence < UNSURE:
        why = f"reading confidence {account.reading_confidence}"
        yield Question("contact", "Does this tell of a contact between these parties?", ("yes", "no"), why)
    if draft.inherited:
        why = "the words name nobody; the parties are those of the contact told before"
        yield Question("parties", "Is this contact between the same parties?", ("yes", "no"), why)
    if draft.tentative:
        choices = ("held", "planned", "proposed")
        why = "no verb says whether it came about"
        yield Question("status", "Did this contact take place?", choices, why)
    filled = sorted({p.actor.name for p in account.participants if p.actor.inferred})
    if filled:
        why = f"the text names an office; {', '.join(filled)} is filled in from the lexicon"
        yield Question("person", "Is the office-holder meant?", tuple(filled), why)


def names(account: Account, unsure: Mapping[Span, str]) -> Iterator[Question]:
    """Which participants' names may mean somebody else: "Singh" where the report has introduced another Singh."""
    for participant in account.participants:
        why = unsure.get(participant.span) if participant.span else None
        if why:
            question = f'Is {participant.actor.name} meant by "{participant.as_named}"?'
            yield Question(f"name {participant.actor.id}", question, ("yes", "no"), why)
