"""A group's summit that is merely where a meeting takes place: it has the status and the day of that meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.contacts.borrowed import only_time, told_of
from communique.contacts.cues import load_cues
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE, open_when
from communique.contacts.scene import VERBAL
from communique.contacts.status import status_of_verb
from communique.contacts.triggers import Trigger

if TYPE_CHECKING:
    from communique.sentences import Token

WHERE = frozenset({"at", "during", "in", "of", "on"})
SIDES = frozenset({"sideline", "margin", "fringe"})
AHEAD = frozenset({"before", "ahead", "until", "till"})
AHEAD_OF = frozenset({"planned", "proposed", "infinitive"})


def settle_settings(drafts: Sequence[Draft], day: str | None) -> None:
    """Makes a summit planned whose status no words of its own tell, and in which something only planned takes place.

    "Biden will meet Modi on the sidelines of the G7 summit" tells of a summit to come, however it is worded.
    """
    for draft in settings(drafts):
        meetings = meetings_in(draft, drafts)
        ahead = bool(meetings) and all(m.status in AHEAD_OF for m in meetings)
        ahead = ahead or all(lies_ahead(t) for t in draft.triggers)
        if draft.status in DONE and not draft.dated and ahead:
            draft.status, draft.history, draft.when = "planned", ["planned"], open_when("planned", day)


def date_settings(drafts: Sequence[Draft]) -> None:
    """Gives a summit the day of the meeting on its sidelines, or the meeting the days of the summit.

    "Will meet Modi on the margins of the summit next week": the meeting, too, is next week.
    """
    date_by_summit(drafts)
    for draft in settings(drafts):
        meetings = meetings_in(draft, drafts)
        days = [m.when for m in meetings if m.dated and m.when is not None]
        if not draft.dated and len({(w.start, w.end) for w in days}) == 1:
            draft.when, draft.dated = told_of(days[0], "a meeting there"), True
        elif draft.dated and draft.when is not None:
            for meeting in meetings:
                if not meeting.dated and (meeting.status in DONE) == (draft.status in DONE):
                    meeting.when, meeting.dated = told_of(draft.when, "the summit where it is"), True


def date_by_summit(drafts: Sequence[Draft]) -> None:
    """Gives a group's undated meeting the days of the one summit of that group: "the G7 meeting", "this weekend's G7 summit"."""
    dated = [d for d in drafts if d.dated and d.when is not None and of_group(d)]
    for draft in drafts if dated else ():
        groups = groups_of(draft)
        if draft.dated or draft.family != "meeting" or not groups or draft.recalled():
            continue
        day = only_time(
            d.when for d in dated if groups == groups_of(d) and (d.status in DONE) == (draft.status in DONE)
        )
        if day is not None:
            draft.when, draft.dated = told_of(day, "the group's summit"), True


def without_occasions(drafts: list[Draft]) -> list[Draft]:
    """An official text's drafts without the summits that are merely an occasion: "met on the margins of the G20 summit"."""
    out = {
        id(d)
        for d in settings(drafts)
        if d.triggers[0].scene.official and len(d.participants) == 1
        if all(map(is_aside, d.triggers)) and meetings_in(d, drafts)
    }
    for draft in drafts if out else ():
        draft.part_of = None if id(draft.part_of) in out else draft.part_of
        draft.first_since = None if id(draft.first_since) in out else draft.first_since
        draft.planned_in = None if id(draft.planned_in) in out else draft.planned_in
        draft.after = [d for d in draft.after if id(d) not in out]
    return [d for d in drafts if id(d) not in out] if out else drafts


def is_aside(trigger: Trigger) -> bool:
    """Whether a noun says on the margins of what something took place."""
    return any(t.lemma_.lower() in SIDES for t in to_verb(trigger.token))


def groups_of(draft: Draft) -> set[str]:
    """The organisations among the participants."""
    return {p.actor.id for p in draft.participants if p.actor.type == "organisation"}


def settings(drafts: Sequence[Draft]) -> list[Draft]:
    """The summits of groups that no words but circumstances tell of."""
    return [d for d in drafts if d.kind == "summit" and of_group(d) and all(map(is_setting, d.triggers))]


def of_group(draft: Draft) -> bool:
    """Whether a contact is the summit of an organisation: "the G7 summit", not "the summit of Kim and Moon"."""
    return draft.kind == "summit" and "organisation" in [p.actor.type for p in draft.participants]


def is_setting(trigger: Trigger) -> bool:
    """Whether a noun only says where or before what something takes place: "at the summit", "ahead of the summit"."""
    if trigger.cue.part != "noun":
        return False
    way = to_verb(trigger.token)
    aside = next((n for n, t in enumerate(way) if t.lemma_.lower() in SIDES), len(way))
    prepositions = {t.lower_ for t in way[: aside + 2] if t.dep_ in {"prep", "advmod", "mark"}}
    return bool(prepositions) and prepositions <= WHERE | AHEAD


def told_before(trigger: Trigger) -> bool:
    """Whether a noun says before what something took place: "ahead of the summit", "before the start of talks"."""
    return is_setting(trigger) and any(t.lower_ in AHEAD for t in to_verb(trigger.token))


def is_to_come(trigger: Trigger) -> bool:
    """Whether a noun says at what time something is only planned or possible: "could be settled during the summit"."""
    return is_setting(trigger) and lies_ahead(trigger)


def to_verb(token: Token) -> list[Token]:
    """The words between a noun and the verb that it hangs on, the verb last."""
    way: list[Token] = []
    for ancestor in token.ancestors:
        way.append(ancestor)
        if ancestor.pos_ in VERBAL:
            break
    return way


def lies_ahead(trigger: Trigger) -> bool:
    """Whether what takes place in the noun's time is only planned or proposed."""
    way = to_verb(trigger.token)
    verb = way[-1] if way and way[-1].pos_ in VERBAL else None
    return verb is not None and status_of_verb(verb, load_cues()) in AHEAD_OF


def meetings_in(summit: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The contacts on whose words the summit hangs as the place: "meet ... on the sidelines of the summit"."""
    return [
        d
        for d in drafts
        if d is not summit and any(held_in(t, s) for t in d.triggers for s in summit.triggers)
    ]


def held_in(meeting: Trigger, summit: Trigger) -> bool:
    """Whether a contact is told as taking place on the sidelines of a summit, in one sentence."""
    if meeting.scene.sentence.index != summit.scene.sentence.index:
        return False
    way = to_verb(summit.token)
    if not any(t.lemma_.lower() in SIDES for t in way) or any(t.lower_ in AHEAD for t in way):
        return False
    heads = {meeting.token.i} | ({meeting.governor.i} if meeting.governor is not None else set())
    return bool(heads & {t.i for t in way})
