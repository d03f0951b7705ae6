"""What sets a contact back in time: "his recent visit to Samoa", "the previous summit", "Peace talks failed in 2010"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words

if TYPE_CHECKING:
    from communique.contacts.drafts import Claim, Draft
    from communique.sentences import Token

BEFORE = words("gone_before")


def is_bygone(token: Token, *, last: bool = False) -> bool:
    """Whether an adjective sets a noun before what its clause tells; with `last`, "their last call" counts, too."""
    return any(c.lower_ in BEFORE or (last and c.lower_ == "last") for c in token.children)


def is_years_before(claim: Claim, draft: Draft) -> bool:
    """Whether a noun's time lies in a year before the contact's: "Peace talks broke down in 2010" may be of anybody."""
    last = claim.when.end if claim.when is not None else None
    start = draft.when.start if draft.when is not None else None
    return not claim.trigger.definite and bool(last and start) and str(last)[:4] < str(start)[:4]


def is_of_group(draft: Draft) -> bool:
    """Whether a contact is an organisation's own summit: "The group's third summit was in May."."""
    return draft.kind == "summit" and [p.actor.type for p in draft.participants] == ["organisation"]
