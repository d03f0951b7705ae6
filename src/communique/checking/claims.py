"""All claims about the record that a text makes, each with the contact that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.checking.firsts import find_record_claims
from communique.checking.latest import find_latest
from communique.checking.pairing import Named
from communique.checking.record import RecordClaim
from communique.checking.silences import find_gaps, find_silences
from communique.checking.tallies import find_tallies
from communique.records import Account, Span, When

NOW = "9999-12-31"  # a text without a day speaks of all that the ledger holds
_NOT_HELD = ("cancelled", "declined", "denied")


def claims_of_account(
    body: str, published: str | None, account: Account, when: When | None
) -> Iterator[tuple[RecordClaim, str | None, bool]]:
    """The claims in the words that tell of an account, the day before which each is counted, and whether it is of that
    contact: "their first call since May" is, "the two have not spoken since" is of the days behind it.

    `when` is the day of the account's contact.
    """
    if account.status in _NOT_HELD:
        return
    for claim in find_record_claims(body, published, account):
        yield claim, when.start if when else published, True
    for claim in find_latest(body, account):
        yield claim, published or NOW, False
    for claim in find_gaps(body, published, account, when.end if when else None):
        yield claim, published or NOW, False


def claims_of_pairs(
    body: str, spans: Iterable[Span], named: Iterable[Named], published: str | None
) -> Iterator[tuple[RecordClaim, str | None]]:
    """The silences and counts in sentences that name two, with the day before which each is counted."""
    named = tuple(named)
    for span in spans:
        for claim in find_silences(body, span, named, published):
            yield claim, published or (NOW if claim.period else None)
        for claim in find_tallies(body, span, named, published):
            yield claim, published or NOW
