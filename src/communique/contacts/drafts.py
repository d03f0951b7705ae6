"""An account in the making: its triggers and what they say together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.contacts.cues import FAMILY, words
from communique.contacts.scene import Scene
from communique.contacts.sides import side
from communique.contacts.story import Story
from communique.contacts.triggers import Trigger
from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Actor, Participant, When

RECALLED = words("recalled")


@dataclass(slots=True)
class Draft:
    """An account in the making: its triggers and what they say together."""

    triggers: list[Trigger]
    kind: str
    status: str
    when: When | None
    participants: list[Participant]
    dated: bool
    initiator: str | None = None
    host: str | None = None
    former: When | None = None  # the day before it was put off
    history: list[str] = field(default_factory=list)
    after: list[Draft] = field(default_factory=list)
    part_of: Draft | None = None
    planned_in: Draft | None = None
    first_since: Draft | None = None
    limit: int = 10**9  # the sentence in which the report turns to another contact
    rivals: dict[int, tuple[int, ...]] = field(default_factory=dict)
    multilateral: bool = False
    tentative: bool = False
    inherited: bool = False

    @property
    def family(self) -> str:
        """The family of the kind."""
        return FAMILY[self.kind]

    def ids(self) -> set[str]:
        """Ids of the participants."""
        return {p.actor.id for p in self.participants}

    def sides(self) -> set[str]:
        """States or organisations of the participants."""
        return sides_of(self.participants)

    def recalled(self) -> bool:
        """Whether the report only looks back at the contact: "since their last call in November"."""
        return all(t.again or is_recalled(t) for t in self.triggers)

    def last_sentence(self) -> int:
        """The index of the last sentence that a trigger stands in."""
        return max([t.scene.sentence.index for t in self.triggers])


def sides_of(participants: Sequence[Participant]) -> set[str]:
    """The states and organisations for which participants stand; a person of neither state nor office stands for none."""
    return {
        side(p.actor) for p in participants if p.actor.state or p.actor.office or p.actor.type != "person"
    }


class Claim(Record, frozen=True, kw_only=True):
    """What one trigger says of a contact, after its date and its references have been read; `past`: its day is over."""

    trigger: Trigger
    participants: Sequence[Participant]
    when: When | None
    status: str
    past: bool = False
    bygone: bool = False

    @property
    def dated(self) -> bool:
        """Whether the trigger has a date of its own."""
        return self.when is not None and bool(self.when.start or self.when.end)

    @property
    def full(self) -> bool:
        """Whether the trigger names two sides."""
        return len(sides_of(self.participants)) >= 2

    @property
    def recalled(self) -> bool:
        """Whether the noun is of a contact that the report looks back at: "their last call"."""
        return is_recalled(self.trigger)


def is_recalled(trigger: Trigger) -> bool:
    """Whether a noun has a word that looks back: "last", "earlier"."""
    return trigger.cue.part == "noun" and any(c.lower_ in RECALLED for c in trigger.token.children)


class Setting(Record, frozen=True, kw_only=True):
    """What the gathering of one report needs beside its triggers: its day and time, the lexicon, the leaders it names.

    `entries` are the days of the sentences that stand in a chronicle.
    """

    day: str | None
    knowledge: Knowledge
    leaders: dict[str, Actor]
    lede: When | None = None
    story: Story | None = None
    scenes: Sequence[Scene] = ()
    entries: Mapping[int, When]
