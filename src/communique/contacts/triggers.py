"""One word of a sentence that tells of a contact, as far as this sentence goes: its kind, status and parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import force_setattr

from communique.contacts.cues import FAMILY, Cue, CueTable, words
from communique.contacts.scene import Scene, prepositions, unique
from communique.contacts.sides import side
from communique.record_type import Record
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token


ACTING_FORMS = frozenset(
    (
        "name title office state people demonym capital metonym organisation body group descriptor ordinal "
        "pronoun assembly"
    ).split()
)


PARTS = words("parts_of_journey")
BEHIND = ("with", "between", "among", "alongside")


class Occurrence(Record, frozen=True, kw_only=True):
    """A cue's word in a sentence, with the table of all cues."""

    scene: Scene
    token: Token
    cue: Cue
    table: CueTable


class Trigger(Record, frozen=True, kw_only=True):
    """One word that tells of a contact in one sentence, as far as this sentence goes.

    From the others follow `family`, that of the kind, `parties`, all mentions that deal with each other, and `ids`, those
    of their actors.
    """

    scene: Scene
    token: Token
    cue: Cue
    kind: str
    status: str | None
    first: tuple[Mention, ...]
    second: tuple[Mention, ...]
    destination: Mention | None = None
    stops: tuple[Mention, ...] = ()
    initiator: Mention | None = None
    host: Mention | None = None
    mediator: Mention | None = None
    definite: bool = False
    governor: Token | None = None
    adjective: str | None = None
    named: bool = False
    again: bool = False
    likelihood: float | None = None
    family: str = ""
    parties: tuple[Mention, ...] = ()
    ids: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        parties = tuple(unique([*self.first, *self.second]))
        force_setattr(self, "family", FAMILY[self.kind])
        force_setattr(self, "parties", parties)
        force_setattr(self, "ids", frozenset([a.id for m in parties for a in m.actors]))


def acting(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions that can be parties: they act, and are no places or adjectives."""
    return () if not mentions else tuple([m for m in mentions if m.form in ACTING_FORMS and m.actors])


def multilateral(token: Token) -> bool:
    """Whether a contact noun is of many unnamed states: "a meeting of officials from 50 countries"."""
    below = list(token.subtree)
    many = any(
        t.like_num
        and t.lower_ not in {"one", "two"}
        or t.lower_ in {"dozens", "several", "many", "scores", "other", "various"}
        for t in below
    )
    return many and any(
        t.lemma_.lower() in {"country", "nation", "state", "government"} and t.tag_ == "NNS" for t in below
    )


def lacks_host(trigger: Trigger) -> bool:
    """Whether words name several with whom somebody dealt, and nobody who did: "The tour included talks with Biya and Deby".

    "He also spoke with Biya and with Deby", of whom nobody knows who he is, is no call between the two.
    """
    if trigger.first or trigger.named or len(trigger.second) < 2:
        return False
    if trigger.cue.part == "verb":
        two = len(sides(trigger.second)) == 2
        return two and trigger.cue.frame in {"with", "to"} and has_other_subject(trigger)
    if trigger.governor is None or {n for n, _ in prepositions(trigger.token, BEHIND)} != {"with"}:
        return False
    return trigger.governor.lemma_ in PARTS or has_other_subject(trigger)


def has_other_subject(trigger: Trigger) -> bool:
    """Whether a verb's subject is somebody of whom the text gives no name, and its parties stand behind it."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.i == trigger.token.i or subject.tag_ in {"NNS", "NNPS", "WP", "WDT"}:
        return False
    after = trigger.scene.span(verb).end
    return all(m.span.start >= after for m in trigger.second)


def of_the_two(owners: list[Mention], subject: Sequence[Mention]) -> list[Mention]:
    """Whose a contact is; nobody's beside a subject of two: "their" means them in "Lee and Roe held their first meeting"."""
    plain = all(m.form in {"pronoun", "group"} for m in owners)
    return [] if plain and len(sides(subject)) > 1 else owners


def sides(mentions: Sequence[Mention]) -> set[str]:
    """The states and organisations that mentions stand for."""
    return {side(a) for m in mentions for a in m.actors} if mentions else set()
