"""Whose offer a contact is, and who answers it: "Argentina turned down an offer from London of talks"."""

from __future__ import annotations

from msgspec.structs import replace

from communique.contacts.agents import acting_subjects
from communique.contacts.noun_status import answer_to
from communique.contacts.noun_verbs import offer_above
from communique.contacts.scene import mentions_of, prepositions
from communique.contacts.triggers import Occurrence
from communique.records import Mention


def offered_by(word: Occurrence) -> list[Mention]:
    """Whose offer or request a contact is: "turned down an Iranian request for talks", "an offer from London of talks"."""
    head = offer_above(word.token)
    if head is None:
        return []
    owners = [c for c in head.children if c.dep_ in {"poss", "amod"}]
    owners += [obj for holder in (head, word.token) for _, obj in prepositions(holder, ("from", "by"))]
    found = [m for c in owners for m in mentions_of(word.scene, c)]
    return [replace(m, form="state") if m.form in {"adjective", "place"} else m for m in found if m.actors]


def answered_by(word: Occurrence) -> list[Mention]:
    """Who answers an offer of a contact: "Argentina rejected an offer from London of talks"."""
    head = offer_above(word.token)
    if head is None or head.dep_ != "dobj":
        return []
    return acting_subjects(word.scene, head.head) if answer_to(head.head) else []
