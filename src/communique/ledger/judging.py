"""What people may decide, each as one call: join, part, correct, settle, distrust, grade, enter.

>>> join(ledger, "2026-03-03-brandt-vale-phone-call", "a7", Word(author="Ada", reason="same hour"))  # doctest: +SKIP

A contact is meant by whatever leads to it (slug, id, a beginning); an account by its own id. Each call gives the
Decision as it was kept; `ledger.undo(decision.id, word)` takes it back. All raise UsageError without author or
reason, and NotFoundError for what the ledger does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from communique.errors import NotFoundError, UsageError
from communique.ledger.by_hand import given_account
from communique.ledger.decisions import Decision, DecisionKind, Word
from communique.ledger.facts_given import read_fact
from communique.ledger.store import Ledger
from communique.records import Doubt

# Reliability of a source and credibility of what it tells, as in the Admiralty code: A to F, 1 to 6.
_GRADE = re.compile(r"[A-F][1-6]?")


def join(ledger: Ledger, one: str, other: str, word: Word) -> Decision:
    """The two contacts (or accounts) are one: all their accounts tell of the same."""
    return _pair(ledger, "same", (one, other), word)


def part(ledger: Ledger, one: str, other: str, word: Word) -> Decision:
    """The two contacts (or accounts) are two: no account of one tells of the other.

    Where `one` is a contact and `other` an account of it, the account is parted from the rest.
    """
    return _pair(ledger, "apart", (one, other), word)


def _pair(ledger: Ledger, kind: DecisionKind, references: tuple[str, str], word: Word) -> Decision:
    first, second = (_accounts(ledger, each, whole=kind == "same") for each in references)
    if kind == "apart":
        first, second = _apart(ledger, references, first, second)
    if not first or not second or (kind == "same" and set(first) == set(second)):
        raise UsageError(
            f"{references[0]} and {references[1]} are the same", remedy="name two contacts or accounts"
        )
    return ledger.decide(Decision(kind=kind, one=first, other=second, author=word.author, reason=word.reason))


def _apart(
    ledger: Ledger, references: tuple[str, str], first: tuple[str, ...], second: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two groups without what they share: of a contact and an account of it, the rest and the account."""
    shared = set(first) & set(second)
    if shared == set(second):
        first = tuple(each for each in first if each not in shared)
    elif shared == set(first):
        second = tuple(each for each in second if each not in shared)
    if not first:  # a contact's id is also the id of its first account: "part a1 a2" names two accounts
        first = tuple(each for each in ledger.accounts_named(references[0]) if each not in second)
    if not second:
        second = tuple(each for each in ledger.accounts_named(references[1]) if each not in first)
    return first, second


def _accounts(ledger: Ledger, reference: str, *, whole: bool) -> tuple[str, ...]:
    """The accounts that a reference means: itself where it is an account's id, else all of the contact."""
    own = ledger.accounts_named(reference)
    if own and not whole:
        return own
    return tuple(account.id for account in ledger.contact(reference).accounts)


def correct(
    ledger: Ledger, reference: str, given: tuple[str, str], word: Word, *, account: str | None = None
) -> Decision:
    """A fact put right: `given` is its name and value as text, ("duration_minutes", "90-95"), ("when", "2026-03-03").

    Of the contact's record, whatever its accounts tell; with `account` of that account, which was misread. An empty
    value takes the fact away.
    """
    contact = ledger.contact(account or reference)
    if account is not None and account not in {each.id for each in contact.accounts}:
        raise NotFoundError(
            f"no account {account!r}", where="ledger", remedy="`communique show ID` lists them"
        )
    name, value = read_fact(*given, day=contact.when.start if contact.when else None)
    return ledger.decide(
        Decision(
            kind="correct",
            one=(account,) if account else tuple(each.id for each in contact.accounts),
            fact=name,
            value=value,
            scope="account" if account else "contact",
            author=word.author,
            reason=word.reason,
        )
    )


def settle(ledger: Ledger, doubt: str, choice: str, word: Word) -> Decision:
    """A doubt answered: it is no longer listed, and what follows from the answer is done.

    A day chosen corrects the contact's day; a contact chosen joins the account to it, "neither" parts it from all.
    """
    found = _doubt(ledger.doubts(), doubt)
    chosen = _choice(found, choice)
    followed: list[Decision] = []
    if found.id.startswith("day-") and chosen != "neither":
        followed.append(correct(ledger, found.about, ("when", chosen), word))
    elif found.id.startswith("which-"):
        for each in found.choices:
            decide = join if each == chosen else part
            followed.append(decide(ledger, found.about, each, word))
    return ledger.decide(
        Decision(
            kind="settle",
            subject=found.id,
            value=chosen,
            scope=" ".join(each.id for each in followed) or None,
            author=word.author,
            reason=word.reason,
        )
    )


def _doubt(doubts: Iterable[Doubt], reference: str) -> Doubt:
    fits = [each for each in doubts if each.id == reference or each.id.startswith(reference)]
    exact = [each for each in fits if each.id == reference] or fits
    if len(exact) != 1:
        what = f"no doubt {reference!r}" if not exact else f"{reference!r} begins {len(exact)} doubts"
        raise NotFoundError(what, where="ledger", remedy="`communique doubts --format jsonl` shows their ids")
    return exact[0]


def _choice(doubt: Doubt, choice: str) -> str:
    """The choice by itself, by its number from 1, or "neither"; free words where the doubt offers none."""
    if not doubt.choices or choice in doubt.choices or choice == "neither":
        return choice
    if choice.isdigit() and 1 <= int(choice) <= len(doubt.choices):
        return doubt.choices[int(choice) - 1]
    offered = "; ".join(f"{number} {each}" for number, each in enumerate(doubt.choices, 1))
    raise UsageError(f"{choice!r} answers nothing", remedy=f"choose from {offered}; or neither")


def distrust(ledger: Ledger, report: str, word: Word) -> Decision:
    """A report called unreliable: it stays readable, and makes no contacts. Meant by its id, source or address."""
    return ledger.decide(
        Decision(
            kind="unreliable", subject=ledger.report_named(report), author=word.author, reason=word.reason
        )
    )


def grade(ledger: Ledger, outlet: str, given: str, word: Word) -> Decision:
    """An outlet graded: A to F for its reliability, 1 to 6 for what it tells ("B2"); shown, never computed with."""
    if not _GRADE.fullmatch(given.upper()):
        raise UsageError(f"{given!r} is no grade", remedy="write A to F, and 1 to 6 behind it: B2")
    return ledger.decide(
        Decision(kind="grade", subject=outlet, value=given.upper(), author=word.author, reason=word.reason)
    )


def enter(
    ledger: Ledger, facts: Mapping[str, str], note: str, word: Word, *, side: str | None = None
) -> Decision:
    """An account entered by hand, with how it is known: "press office by phone, 14:20, on background".

    `facts` by name as text, kind and participants at least; `side` is the state that the source speaks for.
    """
    return ledger.decide(given_account(facts, note, word, side=side))
