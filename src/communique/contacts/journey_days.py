"""The days of a planned visit from other words about the journey, and of meetings that a visit holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.borrowed import only_time, told_of
from communique.contacts.cues import words
from communique.contacts.drafts import Draft, Setting
from communique.contacts.intervals import DONE
from communique.contacts.relations import may_be_of_another, visit_of
from communique.contacts.scene import VERBAL, Scene
from communique.contacts.story_settings import SIDES
from communique.contacts.time_words import time_words
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

STAYING = frozenset({"held", "ongoing"})
AHEAD = frozenset({"planned", "proposed"})
FAR = 10  # sentences: how far an invitation is told from the meeting that it leads to
NEWS = 3  # days after which an arrival is no news any more
REACH = 5  # sentences: how far the journey is told on from the visit


def date_by_journey(drafts: Sequence[Draft], setting: Setting) -> None:
    """Gives the one visit to come the day on which its visitor is told to travel: "She would fly on Saturday"."""
    ahead = [d for d in drafts if d.kind == "visit" and d.status in AHEAD]
    if len(ahead) != 1 or ahead[0].dated or setting.day is None:
        return
    visit = ahead[0]
    visitors = {p.actor.id for p in visit.participants if p.actor.type == "person"}
    last = visit.last_sentence()
    for scene in setting.scenes:
        if last <= scene.sentence.index <= last + REACH and scene.sentence.layer == "prose":
            when = day_of_journey(scene, visitors, setting.day)
            if when is not None:
                visit.when, visit.dated = told_of(when, "the journey"), True
                return


def day_of_journey(scene: Scene, visitors: set[str], day: str) -> When | None:
    """The time to come that hangs on a verb of leaving or travelling whose subject is the visitor."""
    for when in scene.whens:
        token = scene.token_at(when.span) if when.span else None
        if token is None or not (when.start and when.end) or when.start < day or when.relation:
            continue
        verb = next((t for t in token.ancestors if t.pos_ in VERBAL), None)
        if verb is not None and verb.lemma_.lower() in LEAVING and travels(scene, verb, visitors):
            return when
    return None


def travels(scene: Scene, verb: Token, visitors: set[str]) -> bool:
    """Whether the subject of a verb is a visitor, or a pronoun for a person."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(
        s.lower_ in {"he", "she"}
        or any(a.id in visitors for m in (scene.at.get(s.i),) if m for a in m.actors)
        for s in subjects
    )


def narrow_to_visits(drafts: Sequence[Draft]) -> None:
    """Narrows a meeting on a visit to the days of the visit: "flies on 29 January for two days ... next week's meeting"."""
    visits = [d for d in drafts if d.dated and d.kind == "visit"]
    for meeting in (d for d in drafts if d.dated) if visits else ():
        for visit in visits:
            if (meeting.status in DONE) == (visit.status in DONE) and visit_of(visit, meeting):
                meeting.when = within(meeting.when, visit.when)


def date_by_invitation(drafts: Sequence[Draft]) -> None:
    """Gives a meeting to come the time of the visit to which one invites the other: "asked him to Rome in the fall".

    A meeting that has a place of its own ("on the sidelines of the summit") is another.
    """
    visits = [v for v in drafts if v.dated and v.status in AHEAD and v.kind == "visit"]
    for meeting in drafts if visits else ():
        if meeting.dated or meeting.status not in AHEAD or any(elsewhere(t) for t in meeting.triggers):
            continue
        time = only_time(
            v.when for v in visits if visit_of(v, meeting, FAR) and not may_be_of_another(meeting, v, drafts)
        )
        if time is not None:
            meeting.when, meeting.dated = told_of(time, "the visit"), True


def date_by_stay(drafts: Sequence[Draft], day: str | None) -> None:
    """Gives what is to come on a visit of several days the days that are left: "arrived on Sunday for three days. He will meet ..."."""
    if day is None:
        return
    visits = [v for v in visits_begun(drafts) if v.when and lasts_beyond(v.when, day)]
    for meeting in drafts if visits else ():
        if meeting.dated or meeting.status not in AHEAD or any(elsewhere(t) for t in meeting.triggers):
            continue
        stay = only_time(v.when for v in visits if visit_of(v, meeting))
        if stay is not None:
            left = replace(stay, start=max(stay.start or day, day), precision="interval")
            meeting.when, meeting.dated = told_of(left, "the days left of the visit"), True


def date_by_arrival(drafts: Sequence[Draft], day: str | None) -> None:
    """Gives what a journey is for its first possible day, that of the arrival: "landed in Doha on Sunday for talks"."""
    if day is None:
        return
    visits = [v for v in visits_begun(drafts) if v.when and is_fresh(v.when, day) and is_arrival(v)]
    for meeting in drafts if visits else ():
        if meeting.dated or meeting.status not in AHEAD:
            continue
        days = {v.when.start: v.when for v in visits if v.when and visit_of(v, meeting, 0)}
        if len(days) == 1:
            arrival = next(iter(days.values()))
            left = replace(arrival, end=None, precision="interval")
            meeting.when, meeting.dated = told_of(left, "the arrival"), True


def visits_begun(drafts: Sequence[Draft]) -> list[Draft]:
    """The dated visits whose guest has come."""
    return [draft for draft in drafts if draft.dated and draft.kind == "visit" and draft.status in STAYING]


def from_arrival(trigger: Trigger, when: When | None, day: str | None) -> When | None:
    """The time from an arrival on, where the day is that of the arrival: "arrived for talks in Kigali late on Friday"."""
    if when is None or day is None or trigger.status != "planned":
        return None
    verb = next((t for t in trigger.token.ancestors if t.pos_ in VERBAL), None)
    if verb is None:
        return None
    come = verb.tag_ == "VBD" and verb.lemma_.lower() in ARRIVING
    if not come or when.start is None or when.start != when.end or when.start > day:
        return None
    return told_of(replace(when, end=None, precision="interval"), "the arrival")


def is_arrival(visit: Draft) -> bool:
    """Whether the words that tell of a visit tell of its beginning: "landed in Doha"."""
    return any(t.token.lemma_.lower() in ARRIVING for t in visit.triggers)


def is_fresh(when: When, day: str) -> bool:
    """Whether a day is that of the report or one of the few before it."""
    if when.start is None or when.start != when.end:
        return False
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(when.start)).days <= NEWS


def lasts_beyond(when: When, day: str) -> bool:
    """Whether a stay of several days is not over on the report's day."""
    return bool(when.start and when.end and when.start < when.end and when.end >= day)


def elsewhere(trigger: Trigger) -> bool:
    """Whether a contact is told to be on the sidelines of something."""
    return bool(trigger.scene.doc.of_lemmas(SIDES))


def within(when: When | None, frame: When | None) -> When | None:
    """The days that two closed intervals share, where the first is longer than a day; else the first."""
    if when is None or frame is None or not (when.start and when.end and frame.start and frame.end):
        return when
    start, end = max(when.start, frame.start), min(when.end, frame.end)
    if start > end or (start, end) == (when.start, when.end) or frame.start == frame.end:
        return when  # of a visit told with one day alone the other days may be unknown
    derivation = f"{when.derivation}, on the visit of {frame.start} to {frame.end}"
    return replace(when, start=start, end=end, precision="interval", derivation=derivation)


LEAVING = time_words("leaving")
ARRIVING = words("arriving")
