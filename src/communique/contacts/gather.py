"""Gathers the triggers of a report into accounts: each joins a draft, begins a new one, or is let go."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from communique.contacts.agreed import relate_firsts, relate_plans
from communique.contacts.attended import is_attended
from communique.contacts.cues import load_cues, words
from communique.contacts.drafts import Claim, Draft, Setting
from communique.contacts.entries import day_of_entry
from communique.contacts.gatherings import join_speakers
from communique.contacts.given_up import is_given_up
from communique.contacts.inherited import inherited
from communique.contacts.intervals import EARLIER, bounded, day_after, gone_by, same_week, settle
from communique.contacts.joining import NEAR, days_fit, join, set_roles
from communique.contacts.journey_days import (
    date_by_arrival,
    date_by_invitation,
    date_by_journey,
    date_by_stay,
    from_arrival,
    narrow_to_visits,
)
from communique.contacts.kinds import settle_kinds
from communique.contacts.lists import split
from communique.contacts.new_days import move_days
from communique.contacts.parties import NAMED, participants_of
from communique.contacts.relations import relate, share_days
from communique.contacts.said_days import undated
from communique.contacts.standing import admissible, claim_sides, stands_alone
from communique.contacts.stay_days import for_days, under_way
from communique.contacts.story_days import date_by_news, date_by_passage, date_by_visit
from communique.contacts.story_settings import (
    date_settings,
    is_to_come,
    settle_settings,
    told_before,
    without_occasions,
)
from communique.contacts.subjects import has_to
from communique.contacts.timing import choose_whens
from communique.contacts.told_again import date_by_words
from communique.contacts.triggers import Trigger
from communique.contacts.wished import unite_wished
from communique.contacts.wishes import find_target_or_talk
from communique.records import When

NEWS = 14  # days for which an appearance side by side is news


def gather(triggers: Iterable[Trigger], setting: Setting) -> list[Draft]:
    """The accounts of a report, in the order of their first trigger."""
    drafts: list[Draft] = []
    loose: list[Claim] = []
    several = list(triggers)
    for trigger in [t for t in several if t.cue.id != "learned"]:
        for part in split(trigger, drafts):
            next_stop = trigger.status == "held" and part.status == "planned"  # of a journey
            loose += take_dates(part, drafts, setting, dated=not next_stop)
            take_earlier(part, drafts, setting)
    for trigger in [t for t in several if t.cue.id == "learned"]:
        take_learned(trigger, drafts, setting)
    drafts.sort(key=lambda d: (d.triggers[0].scene.sentence.index, d.triggers[0].token.i))
    kept = unite_wished(join_speakers([draft for draft in drafts if admissible(draft)]))
    kept = move_days(kept, setting)
    complete(kept, loose, setting)
    return without_occasions(kept)


def take_dates(part: Trigger, drafts: list[Draft], setting: Setting, *, dated: bool) -> list[Claim]:
    """Takes a trigger once for each of its dates, if it has any; gives back the dated claims that no draft took."""
    whens = choose_whens(part, setting.day, setting.lede, setting.story) if dated else [None]
    if whens == [None]:
        whens = [day_of_entry(part, setting.entries)]
    left = [take(part, when, drafts, setting) for when in whens]
    return [claim for claim in left if claim is not None and claim.dated]


def take_earlier(part: Trigger, drafts: list[Draft], setting: Setting) -> None:
    """Takes the contact before the one that a trigger tells of: "have spoken twice", "their first call since November"."""
    if spoken_twice(part):
        take(replace(part, again=True), None, drafts, setting)
    earlier = recalled(part)
    if earlier is not None:
        kind = part.kind if part.kind == "talks" else RECALLED_KIND.get(part.family, part.kind)
        take(replace(part, status="held", kind=kind, again=True), earlier, drafts, setting)


def complete(kept: list[Draft], loose: Sequence[Claim], setting: Setting) -> None:
    """Gives drafts what follows from each other and from the report's time: relations, days and bounds, in this order."""
    settle_kinds(kept, setting.day)
    relate(kept)
    relate_plans(kept)
    relate_firsts(kept)
    settle_settings(kept, setting.day)
    date_by_passage(kept, setting.story)
    date_by_journey(kept, setting)
    share_days(kept, setting.story)
    narrow_to_visits(kept)
    date_by_visit(kept, setting.story)
    date_by_words(kept, loose, setting.day)
    date_by_news(kept, setting.story)
    date_by_invitation(kept)
    date_by_stay(kept, setting.day)
    date_by_arrival(kept, setting.day)
    date_settings(kept)
    share_days(kept, setting.story)
    for draft in kept:
        set_bounds(draft, [t for other in kept if other is not draft for t in other.triggers])


def set_bounds(draft: Draft, others: Sequence[Trigger]) -> None:
    """Sets where the report turns to another contact, and which words for others share the draft's sentences."""
    last = draft.last_sentence()
    behind = [t.scene.sentence.index for t in others if t.scene.sentence.index > last]
    draft.limit = min(behind, default=10**9)
    rivals = [t for t in others if t.family != "visit" or draft.family == "visit"]
    for index in {t.scene.sentence.index for t in draft.triggers}:
        draft.rivals[index] = tuple([t.token.idx for t in rivals if t.scene.sentence.index == index])


def spoken_twice(trigger: Trigger) -> bool:
    """ "have spoken twice since, most recently on Friday": the date is the second's, the first has none."""
    if "twice" not in trigger.scene.doc.words:
        return False
    words = [c.lower_ for c in trigger.token.children if c.dep_ == "advmod"]
    return (
        "twice" in words
        and any(t.lower_ in {"recently", "last"} for t in trigger.token.subtree)
        and choose_whens(trigger, None)[0] is not None
    )


INVITING = frozenset({"invite"})
RECALLED_KIND = {"call": "call", "meeting": "meeting"}


def recalled(trigger: Trigger) -> When | None:
    """The day of the contact that "their first call since November" recalls."""
    if (
        trigger.cue.part != "noun"
        or not trigger.scene.doc.words.issuperset({"first", "since"})
        or trigger.family not in RECALLED_KIND
        or not any(c.lower_ == "first" for c in trigger.token.children)
    ):
        return None
    since = next((c for c in trigger.token.children if c.lower_ == "since" and c.dep_ == "prep"), None)
    if since is None or any(t.lower_ == "when" and t.i > since.i for t in trigger.scene.doc):
        return None  # "since last November, when Roh met Koizumi" tells of that one in its own words
    place = trigger.scene.span(since).end
    return next(
        (
            w
            for w in trigger.scene.whens
            if w.span
            and place <= w.span.start <= place + 2
            and w.start
            and w.end
            and w.precision in {"day", "month"}
        ),
        None,
    )


ATTENDING = words("taking_part")
MEETING_VERBS = words("meeting_verbs")


def take(trigger: Trigger, when: When | None, drafts: list[Draft], setting: Setting) -> Claim | None:
    """Joins a trigger to a draft, begins a new one, or lets it go: then what it claims is given back."""
    day = setting.day
    over = is_over(trigger)
    when = from_arrival(trigger, when, day) or same_week(when, "held" if over else trigger.status, day)
    status = "held" if is_held_ahead(trigger, when, setting) else settle(trigger.status, when, day)
    if status is None or status == "nothing":
        return None
    if status == "proposed" and is_of_proposal(trigger, when, day):
        when = None
    when = for_days(trigger, when)
    if under_way(trigger, when, status, day):
        status = "ongoing"
    if status == "" and looks_back(trigger) and when and day and (when.end or day) <= day:
        status = "held"
    if trigger.cue.id == "discuss-with" and status not in {"held", "ongoing"} and not is_set(trigger, status):
        return None
    if is_of_told(trigger, drafts) or (trigger.cue.id == "side-by-side" and is_old(when, day)):
        return None
    claim = Claim(
        trigger=trigger,
        participants=participants_of(trigger, drafts, setting),
        when=bounded(when, status, day) if when and EARLIER.match(when.text or "") else when,
        status=status,
        past=gone_by(when, day),
        bygone=gone_by(when, day, weeks=2),
    )
    target, claim = find_target_or_talk(claim, drafts)
    if target is not None:
        join(target, claim, day)
    elif stands_alone(claim):
        drafts.append(begin(claim, day))
    elif (heirs := inherited(claim, drafts)) and stands_alone(whole := replace(claim, participants=heirs)):
        drafts.append(begin(whole, day))
        drafts[-1].inherited = True
    else:
        return claim
    return None


def is_held_ahead(trigger: Trigger, when: When | None, setting: Setting) -> bool:
    """Whether what is told as past came about, though its day lies behind that of the report.

    The report's own date may be doubted, or it is told where it is still the day before: "met on the 29th" on the 28th.
    """
    if trigger.status != "held" or when is None:
        return False
    if setting.story is None and when.basis == "stated":
        return True
    day = setting.day
    return trigger.cue.part == "verb" and day is not None and when.start == when.end == day_after(day)


def is_of_proposal(trigger: Trigger, when: When | None, day: str | None) -> bool:
    """Whether a day that is not ahead is that on which somebody was invited: "invited him to Lima when they met on Monday"."""
    inviting = trigger.governor is not None and trigger.governor.lemma_ in INVITING
    inviting = inviting or trigger.token.lemma_ in INVITING or trigger.token.head.lemma_ in INVITING
    return inviting and when is not None and day is not None and (when.end or "9999") <= day


def is_over(trigger: Trigger) -> bool:
    """Whether a trigger without a past form is of the past: "his last visit", "reports of a call are false"."""
    if trigger.status == "denied" and trigger.cue.part == "noun":
        return True
    return (trigger.status == "" and looks_back(trigger)) or is_given_up(trigger.governor or trigger.token)


def is_of_told(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether a trigger only says more of a contact just told of: what it is for, or who else was there."""
    return is_purpose(trigger, drafts) or joins_told(trigger, drafts) or is_attended(trigger, drafts)


def is_set(trigger: Trigger, status: str) -> bool:
    """Whether named persons are to discuss something: "Boni Yayi is due to discuss the crisis with President Bozize"."""
    forms = {m.form for m in trigger.parties}
    sure = not any(c.lower_ in {"would", "'d"} for c in trigger.token.children)
    return sure and status == "planned" and forms <= NAMED and bool(trigger.first and trigger.second)


def is_old(when: When | None, day: str | None) -> bool:
    """Whether a day lies weeks back: what two once said side by side is quoted, and no news of their meeting."""
    if when is None or day is None or not when.end:
        return False
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(when.end)).days > NEWS


def is_purpose(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether a noun only says what a meeting just told of is for: "are meeting this week to resume peace talks"."""
    verb = trigger.governor
    if trigger.cue.part != "noun" or trigger.kind == "summit" or verb is None or trigger.second:
        return False
    met = verb.head.lemma_.lower() in MEETING_VERBS and verb.dep_ in {"advcl", "xcomp"} and has_to(verb)
    light = verb.lemma_.lower() in load_cues().light
    return met and light and any(t.token == verb.head for d in drafts for t in d.triggers)


def joins_told(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    """Whether words only say who else was at a meeting just told of: "The foreign minister also took part in the meeting"."""
    verb = trigger.governor
    if (
        verb is None
        or verb.lemma_ not in ATTENDING
        or not trigger.definite
        or trigger.second
        or trigger.named
    ):
        return False
    index = trigger.scene.sentence.index
    met = [d for d in drafts if d.family == trigger.family == "meeting" and len(d.sides()) > 1]
    also = any(c.lower_ == "also" for c in verb.children)
    return also and any(0 <= index - d.last_sentence() <= NEAR for d in met)


def take_learned(trigger: Trigger, drafts: list[Draft], setting: Setting) -> None:
    """Takes what the model tells of a pair, unless the rules tell of a contact of the two already that it may mean."""
    day = setting.day
    when = same_week(choose_whens(trigger, day, setting.lede)[0], trigger.status, day)
    status = settle(trigger.status, when, day)
    if status is None or status == "nothing":
        return
    participants = participants_of(trigger, drafts, setting)
    claim = Claim(trigger=trigger, participants=participants, when=when, status=status)
    sides = claim_sides(claim)
    rivals = [d for d in drafts if len(d.sides() & sides) >= 2]
    if any(not (claim.dated and d.dated) or days_fit(d.when, when) for d in rivals):
        return
    if stands_alone(claim):
        drafts.append(begin(claim, day))


def begin(claim: Claim, day: str | None) -> Draft:
    """A new draft; a status that nothing tells is planned where the day lies ahead, else held."""
    when = claim.when
    status = claim.status or ("planned" if lies_ahead_of(claim, day) else "held")
    draft = Draft(
        triggers=[claim.trigger],
        kind=claim.trigger.kind,
        status=status,
        when=bounded(when, status, day) or undated(claim.trigger, status, day),
        participants=list(claim.participants),
        dated=claim.dated,
        history=[status],
        multilateral=len(claim_sides(claim)) < 2,
        tentative=(claim.status == "" or is_heading(claim.trigger)) and not gone_by(when, day),
    )
    set_roles(draft, claim.trigger)
    return draft


def lies_ahead_of(claim: Claim, day: str | None) -> bool:
    """Whether a date lies ahead, or is of a time not over before which something took place: "before this weekend's summit"."""
    when = claim.when
    if when is None or day is None or not when.start:
        return False
    to_come = told_before(claim.trigger) or is_to_come(claim.trigger)
    return when.start > day or ((when.end or day) >= day and to_come)


def is_heading(trigger: Trigger) -> bool:
    """Whether a headline's present tense leaves open whether it has come about: "Blair flies to US for talks"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    return trigger.scene.sentence.layer == "headline" and verb.tag_ in {"VBZ", "VBP"}


def looks_back(trigger: Trigger) -> bool:
    """Whether a noun is of the past by its adjective: "his first summit with the Russian leader Monday"."""
    return trigger.cue.part == "noun" and any(
        c.lower_ in {"first", "last", "previous", "recent", "earlier"} for c in trigger.token.children
    )
