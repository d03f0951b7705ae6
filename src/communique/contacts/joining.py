"""Which draft a trigger speaks of, and what it adds to it: the verb, the noun and "the call" are one contact."""

from __future__ import annotations

from collections.abc import Sequence

from communique.contacts.drafts import RECALLED, Draft, sides_of
from communique.contacts.intervals import DONE, bounded, open_when
from communique.contacts.triggers import Trigger
from communique.records import Participant, When

RANKS = {
    "call": 0,
    "phone_call": 2,
    "video_call": 2,
    "talks": 0,
    "meeting": 1,
    "summit": 2,
    "visit": 1,
    "signing": 1,
    "message": 1,
}
NEAR = 3  # sentences: how far "the call" may be from the contact that it means
FINAL = frozenset({"cancelled", "declined", "denied", "held"})


def compatible(draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether the participants can be the draft's: each its person, its state, or part of it."""
    if not participants:
        return True
    mine = {(p.actor.id, p.actor.state or p.actor.id) for p in draft.participants}
    for p in participants:
        side = p.actor.state or p.actor.id
        if any(p.actor.id == id for id, _ in mine):
            continue
        if any(side == s and (p.actor.type != "person" or id == s) for id, s in mine):
            continue
        return False
    return True


def covers(draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether every participant of the draft has a counterpart among the participants."""
    ids, states = {p.actor.id for p in participants}, {p.actor.state or p.actor.id for p in participants}
    return all(p.actor.id in ids or (p.actor.state or p.actor.id) in states for p in draft.participants)


def days_fit(one: When | None, other: When | None) -> bool:
    """Whether two intervals share a day; an unknown one fits all."""
    if one is None or other is None:
        return True
    return (one.start or "0") <= (other.end or "9") and (other.start or "0") <= (one.end or "9")


def statuses_fit(draft: Draft, status: str, trigger: Trigger, when: When | None) -> bool:
    """Whether a status can be the draft's: the same class, unknown, or a later word on the same plan."""
    if draft.family == trigger.family == "visit" and status == "planned" and when is None:
        return True
    if draft.tentative or status in {"", draft.status} or (status in DONE) == (draft.status in DONE):
        return True
    return False


def find_target(
    trigger: Trigger,
    participants: Sequence[Participant],
    when: When | None,
    status: str,
    drafts: Sequence[Draft],
) -> Draft | None:
    """The draft that a trigger speaks of, or None for a contact of its own."""
    sides = sides_of(participants)
    full = len(sides) >= 2
    dated = when is not None and bool(when.start or when.end)
    recalled = trigger.cue.part == "noun" and any(c.lower_ in RECALLED for c in trigger.token.children)
    for draft in sorted(drafts, key=lambda d: (d.recalled(), -d.last_sentence(), d.kind != trigger.kind)):
        if trigger.again and not (dated and draft.dated and days_fit(draft.when, when)):
            continue
        if trigger.kind == "summit" and draft.kind != "summit" and (not full or trigger.named):
            continue
        if (
            not same_family(draft, trigger)
            or not compatible(draft, participants)
            or not statuses_fit(draft, status, trigger, when)
        ):
            continue
        if dated and draft.dated and not days_fit(draft.when, when):
            continue
        if full and not covers(draft, participants):
            continue
        if not full and (
            trigger.cue.part == "verb"
            or not trigger.definite
            or trigger.scene.sentence.index - draft.last_sentence() > NEAR
            or recalled
        ):
            continue
        if recalled and not (dated and draft.dated) and trigger.scene.sentence.index == draft.last_sentence():
            continue
        return draft
    return None


def same_family(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger's kind can be the draft's; "talks" may be a call."""
    if draft.family == trigger.family:
        return True
    if trigger.cue.id in {
        "discuss-with",
        "consult",
        "congratulate",
        "together",
        "exchange",
    } and draft.family in {"call", "meeting"}:
        return trigger.cue.id != "congratulate" or trigger.scene.sentence.index - draft.last_sentence() <= 1
    if {draft.family, trigger.family} == {"call", "meeting"} and (
        trigger.cue.id == "talks"
        and trigger.cue.part == "noun"
        and trigger.status in {"held", "", "present"}
        or (
            draft.kind == "talks"
            and all(t.cue.id == "talks" for t in draft.triggers)
            and trigger.family == "call"
        )
    ):
        return True
    return {draft.family, trigger.family} == {"call", "meeting"} and (
        trigger.cue.id in {"talks", "phone-conversation"}
        and trigger.cue.part == "noun"
        and not trigger.second
        or trigger.cue.id == "meeting"
        and trigger.definite
        and not trigger.parties
    )


def join(
    draft: Draft,
    trigger: Trigger,
    when: When | None,
    status: str,
    participants: Sequence[Participant],
    day: str | None,
) -> None:
    """Adds what a trigger says to a draft."""
    draft.triggers.append(trigger)
    if draft.tentative and status:
        draft.status, draft.history, draft.tentative = status, [status], False
        if not draft.dated:
            draft.when = open_when(status, day)
    if when is not None and (when.start or when.end) and (not draft.dated or narrower(when, draft.when)):
        draft.when, draft.dated = bounded(when, draft.status, day), True
    if (
        draft.kind == "talks"
        and trigger.family == "call"
        and all(t.cue.id == "talks" for t in draft.triggers[:-1])
    ):
        draft.kind = trigger.kind
    if draft.family == trigger.family and RANKS[trigger.kind] > RANKS[draft.kind]:
        draft.kind = trigger.kind
    if (
        status
        and status != draft.status
        and not (draft.family == "visit" and draft.status in DONE)
        and status not in {"held", "ongoing"} | ({draft.status} if draft.status else set())
    ):
        if (
            draft.status not in FINAL
            and not (draft.status == "planned" and status == "proposed")
            and not (draft.status == "planned" and past_word(trigger, when, day))
        ):
            draft.status = status
            draft.history.append(status)
    known = draft.ids()
    persons = {p.actor.state: p for p in participants if p.actor.type == "person"}
    draft.participants = [
        persons.get(p.actor.id, p)
        if p.actor.type == "state" and draft.family != "visit" and p.actor.id in persons
        else p
        for p in draft.participants
    ]
    del known
    set_roles(draft, trigger)


def past_word(trigger: Trigger, when: When | None, day: str | None) -> bool:
    """Whether a later word on a plan tells of an earlier time: "after he had called it off last month"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    return any(c.lower_ == "had" for c in verb.children) or verb.dep_ in {"pcomp", "advcl", "relcl"}


def narrower(when: When, other: When | None) -> bool:
    """Whether an interval is shorter than another."""
    if other is None or not (other.start and other.end):
        return True
    return bool(when.start and when.end and (when.end > when.start) < (other.end > other.start)) or bool(
        when.start
        and when.end
        and when.start >= other.start
        and when.end <= other.end
        and (when.start, when.end) != (other.start, other.end)
    )


def set_roles(draft: Draft, trigger: Trigger) -> None:
    """Initiator and host as the trigger's words give them, where they are participants."""
    ids = draft.ids()
    if trigger.initiator and not draft.initiator:
        draft.initiator = next((a.id for a in trigger.initiator.actors if a.id in ids), None)
    if trigger.host and not draft.host:
        draft.host = next((a.id for a in trigger.host.actors if a.id in ids), None)
