"""Which draft a trigger speaks of, and what it adds to it: the verb, the noun and "the call" are one contact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from communique.contacts.bygone import is_bygone
from communique.contacts.cues import words
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE, bounded, open_when
from communique.contacts.parties import HEADS
from communique.contacts.scene import prepositions
from communique.contacts.sides import side
from communique.contacts.stay_days import is_one_stay, whole_stay
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
OPENING = (
    2  # the last sentence, the headline the first, that says whether a headline's present has come about
)
PRESENT = frozenset({"VBZ", "VBP"})
WEEK = 7  # days
ANEW = frozenset({"instead", "now"})
FINAL = frozenset({"cancelled", "declined", "denied", "held"})
APART = words("beside")
ATTENDING = frozenset({"attend", "join"})
TOWNS = frozenset({"place", "capital", "metonym"})
MATTERS = frozenset({"about", "of", "on"})
LOOSE_CUES = frozenset({"discuss-with", "consult", "congratulate", "together", "exchange"})


def compatible(draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether the participants can be the draft's: each its person, its state, or part of it."""
    if not participants:
        return True
    mine = {(p.actor.id, side(p.actor)) for p in draft.participants}
    ids = [id for id, _ in mine]
    for p in participants:
        if p.actor.id in ids:
            continue
        its, person = side(p.actor), p.actor.type == "person"
        if not [id for id, s in mine if its == s and (not person or id == s)]:
            return False
    return True


def covers(draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether every participant of the draft has a counterpart among the participants."""
    ids, states = {p.actor.id for p in participants}, {side(p.actor) for p in participants}
    return all(p.actor.id in ids or side(p.actor) in states for p in draft.participants)


def days_fit(one: When | None, other: When | None) -> bool:
    """Whether two intervals share a day; an unknown one fits all."""
    if one is None or other is None:
        return True
    return (one.start or "0") <= (other.end or "9") and (other.start or "0") <= (one.end or "9")


def statuses_fit(draft: Draft, claim: Claim) -> bool:
    """Whether a status can be the draft's: the same class, unknown, or a later word on the same plan."""
    status = claim.status
    if status == "" and claim.past and draft.status in {"planned", "proposed"} and not draft.tentative:
        return False
    if claim.when is None and draft.family == claim.trigger.family == "visit":
        about_to = status == "ongoing" and draft.status == "planned" and draft.dated
        if status == "planned" or about_to:  # "will arrive on Sunday", "who is visiting at the invitation of"
            return True
    if status in {"", draft.status} or (status in DONE) == (draft.status in DONE):
        return True
    if is_foretold(draft, claim):
        return True
    first = draft.triggers[0]
    headed = first.status != "" and first.scene.sentence.layer == "headline"
    return draft.tentative and (not headed or claim.trigger.scene.sentence.index <= OPENING)


def is_foretold(draft: Draft, claim: Claim) -> bool:
    """Whether a headline's present tense is of what the report says is ahead: "Allies meet in Rome", "will meet today".

    Also where both name a weekday: "Rivals hold talks on Friday", "will meet on Friday".
    """
    if draft.status != "held" or claim.status != "planned" or not claim.dated:
        return False
    heads = all(is_in_headline(t) for t in draft.triggers)
    last = draft.when.end if draft.when is not None else None
    start = claim.when.start if claim.when is not None else None
    if not heads or last is None or start is None or start < last:
        return False
    return not draft.dated or days_between(last, start) == WEEK


def is_in_headline(trigger: Trigger) -> bool:
    """Whether a trigger stands in the first words in a present tense."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    present = verb.tag_ in PRESENT or verb.lower_ == verb.lemma_  # the tagger takes some for past tenses
    return present and trigger.scene.sentence.index == 0


def days_between(one: str, other: str) -> int:
    """How many days one ISO day lies before another."""
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def find_target(claim: Claim, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that a trigger speaks of, or None for a contact of its own."""
    trigger = claim.trigger
    alike = [draft for draft in drafts if same_family(draft, trigger)]
    if len(alike) > 1:
        alike.sort(key=lambda d: (d.recalled(), -d.last_sentence(), d.kind != trigger.kind))
    return next((draft for draft in alike if speaks_of(claim, draft)), None)


def speaks_of(claim: Claim, draft: Draft) -> bool:
    """Whether the parties, status and day of a trigger of the draft's family can all be its, and its words mean it."""
    trigger = claim.trigger
    both_dated = claim.dated and draft.dated
    if trigger.again and not both_dated:
        return False
    summit = trigger.kind == "summit" and draft.kind != "summit" and not may_be_summit(claim, draft)
    if summit or is_below_summit(claim, draft):
        return False
    if both_dated and not (ends_stay(claim, draft) or same_days(claim, draft) or is_foretold(draft, claim)):
        return False
    if not compatible(draft, claim.participants):
        return False
    if draft.family != trigger.family and claim.bygone and not draft.dated:
        return False  # "their talks ... Five weeks ago the two had spoken on the telephone"
    if is_other_way(draft, trigger) or is_bygone_other(claim, draft) or is_long_ago(claim, draft):
        return False
    if not statuses_fit(draft, claim):
        return False
    if claim.recalled and not both_dated and trigger.scene.sentence.index == draft.last_sentence():
        return False
    if claim.full or is_same_group(claim, draft):
        return covers(draft, claim.participants)
    return refers_to(claim, draft)


def is_below_summit(claim: Claim, draft: Draft) -> bool:
    """Whether ministers meet beside a summit: "The EU-Ukraine summit was held in Kyiv. Borrell met Foreign Minister Kuleba"."""
    if draft.kind != "summit" or claim.trigger.kind == "summit":
        return False
    persons = [p.actor.office_id or "" for p in claim.participants if p.actor.type == "person"]
    heads = all(p.actor.type != "person" or p.actor.office_id in HEADS for p in draft.participants)
    return heads and len(persons) > 1 and all(is_ministers(office) for office in persons)


def is_ministers(office: str) -> bool:
    """Whether an office is a minister's, below the heads of governments."""
    return office == "high_representative" or (office.endswith("minister") and office not in HEADS)


def is_bygone_other(claim: Claim, draft: Draft) -> bool:
    """Whether a noun with a day weeks ago is not the call that the report is headed by: "a follow-up on the December 7
    videoconference" below "Briefing following a telephone conversation".
    """
    headed = draft.triggers[0].scene.sentence.index == 0 and not draft.dated
    return claim.bygone and headed and draft.family == "call" and claim.trigger.cue.part == "noun"


def is_long_ago(claim: Claim, draft: Draft) -> bool:
    """Whether words that name both sides tell of weeks ago, where the report opens with news of the two without a day.

    "He said so after holding talks with Mugabe in Harare. ... He was there in May, when he held talks with Mugabe."
    """
    if not (claim.bygone and claim.dated):
        return False
    opening = draft.triggers[0].scene.sentence.index <= OPENING and draft.status == "held"
    both = bool(claim.trigger.first and (claim.trigger.second or claim.trigger.destination))
    alike = draft.family == claim.trigger.family and draft.family in {"meeting", "visit"}
    news = opening and not draft.dated and alike
    return both and news and claim.trigger.scene.sentence.index > OPENING - 1


def is_same_group(claim: Claim, draft: Draft) -> bool:
    """Whether one group's gathering is told again: "Sudan's neighbours meet in Cairo", "they will meet later today"."""
    return draft.multilateral and {p.actor.id for p in claim.participants} == draft.ids()


def same_days(claim: Claim, draft: Draft) -> bool:
    """Whether the days of the two can be one contact's."""
    return days_fit(draft.when, claim.when) and not of_others(claim, draft)


def ends_stay(claim: Claim, draft: Draft) -> bool:
    """Whether one of the two tells how the visit began and the other how it ended."""
    if claim.when is None or draft.when is None or not (claim.dated and draft.dated):
        return False
    return is_one_stay(claim.trigger, claim.when, draft.triggers[0], draft.when)


def is_other_way(draft: Draft, trigger: Trigger) -> bool:
    """Whether one of two visits between the same sides goes there and the other back: "Shoukry, who had visited Ankara"."""
    if trigger.destination is None or not draft.family == trigger.family == "visit":
        return False
    goals = [t.destination for t in draft.triggers if t.destination is not None]
    there = {a.state or a.id for m in goals for a in m.actors}
    return bool(there) and there.isdisjoint(a.state or a.id for a in trigger.destination.actors)


def may_be_summit(claim: Claim, draft: Draft) -> bool:
    """Whether a summit can be the meeting told before: it names the same two sides, and is no organisation's.

    "The foreign ministers met to build on a recent Franco-German summit": that was of others.
    """
    ministers = [p.actor.office_id not in HEADS for p in draft.participants if p.actor.type == "person"]
    states = all(p.actor.type == "state" for p in claim.participants)
    if states and ministers and all(ministers) and is_bygone(claim.trigger.token, last=True):
        return False
    verb = claim.trigger.governor
    if verb is not None and verb.lemma_ in ATTENDING and not claim.trigger.second:
        return False  # "both will attend the summit": it is of others
    if is_event_of_its_own(claim.trigger):
        return False
    return claim.full and not any(p.actor.type == "organisation" for p in claim.participants)


def is_event_of_its_own(trigger: Trigger) -> bool:
    """Whether a summit bears a name that is nobody's and no place's: "the COP26 Summit" is no meeting of two."""
    names = [c for c in trigger.token.children if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    return any(c.i not in trigger.scene.at for c in names)


def of_others(claim: Claim, draft: Draft) -> bool:
    """Whether named persons met in a month that only holds the days on which unnamed officials did.

    "Talks at the weekend between Serbian and Kosovar officials", "the two meetings of Vucic and Kurti in May".
    """
    unnamed = all(p.actor.type == "state" for p in draft.participants)
    named = sum(p.actor.type == "person" for p in claim.participants) > 1
    if not (unnamed and named and claim.when and draft.when):
        return False
    return (
        claim.when.precision in {"month", "quarter", "year"} and draft.when.precision != claim.when.precision
    )


def refers_to(claim: Claim, draft: Draft) -> bool:
    """Whether words that do not name two sides mean a draft close before: "the call", "their meeting"."""
    trigger = claim.trigger
    if restates_headline(claim, draft):
        return True
    if trigger.cue.part == "verb" or not trigger.definite or claim.recalled:
        return False
    return trigger.scene.sentence.index - draft.last_sentence() <= NEAR


def restates_headline(claim: Claim, draft: Draft) -> bool:
    """Whether the opening tells again what the headline told: "McCain visits Syria", "McCain made a secret trip"."""
    trigger = claim.trigger
    return (
        (trigger.kind == draft.kind if trigger.cue.part == "noun" else same_parties(claim, draft))
        and bool(claim.participants)
        and all(t.scene.sentence.layer == "headline" for t in draft.triggers)
        and trigger.scene.sentence.layer == "prose"
        and trigger.scene.sentence.index - draft.last_sentence() <= NEAR
    )


def same_parties(claim: Claim, draft: Draft) -> bool:
    """Whether a verb of one side tells again of a contact of which the headline names that side alone."""
    return draft.ids() == {p.actor.id for p in claim.participants}


def same_family(draft: Draft, trigger: Trigger) -> bool:
    """Whether a trigger's kind can be the draft's; "talks" may be a call."""
    family = draft.family
    if family == trigger.family:
        return True
    if trigger.cue.id in LOOSE_CUES and family in {"call", "meeting"}:
        spoken = trigger.scene.sentence.index - draft.last_sentence() <= 1 and not past_word(trigger)
        return trigger.cue.id != "congratulate" or spoken
    if {family, trigger.family} != {"call", "meeting"}:
        return False
    if trigger.cue.id == "speak" and trigger.kind == "call" and goes_on(draft, trigger):
        return True
    noun, id = trigger.cue.part == "noun", trigger.cue.id
    if id == "talks" and noun and trigger.status in {"held", "", "present"}:
        return True
    if only_talks(draft) and draft.kind == "talks" and trigger.family == "call":
        return True
    if leaves_open(draft) and trigger.family == "call" and noun and trigger.definite:
        return True  # "swapped views at the weekend ... during the Sunday telephone call"
    if (
        trigger.family == "call"
        and leaves_open(draft)
        and draft.triggers[0].scene.sentence.layer == "headline"
    ):
        return True  # "Emir, Kenyan president discuss ties", above "held a phone call"
    if id == "meeting":
        return trigger.definite and not trigger.parties
    return id in {"talks", "phone-conversation"} and noun and not trigger.second


def goes_on(draft: Draft, trigger: Trigger) -> bool:
    """Whether "they talked for an hour" tells on of a meeting close before, and of no call beside it.

    In "They also talked about grain" what is beside the rest is the matter.
    """
    near = trigger.scene.sentence.index - draft.last_sentence() <= NEAR
    apart = not adds_matter(trigger) and any(c.lower_ in APART for c in trigger.token.children)
    return near and not apart and not trigger.again and draft.family == "meeting"


def adds_matter(trigger: Trigger) -> bool:
    """Whether those who met are only told to have talked of one more matter: "They also talked about grain"."""
    speaks = trigger.cue.id == "speak" and not trigger.second
    return speaks and any(c.lower_ in MATTERS for c in trigger.token.children)


def tells_channel(draft: Draft, trigger: Trigger) -> bool:
    """Whether a later word says by which channel two dealt; "the conversation" behind talks in a place does not."""
    if trigger.family != "call" or not leaves_open(draft):
        return False
    if adds_matter(trigger) and trigger.kind == "call":
        return False
    placed = any(is_placed(t) for t in draft.triggers)
    return not (placed and trigger.kind == "call" and trigger.cue.part == "noun" and trigger.definite)


def is_placed(trigger: Trigger) -> bool:
    """Whether a contact is told with the place where it was: "held talks in Geneva"."""
    holders = [trigger.token, *([trigger.governor] if trigger.governor is not None else [])]
    behind = [obj.i for each in holders for _, obj in prepositions(each, ("in", "at"))]
    return any(i in trigger.scene.at and trigger.scene.at[i].form in TOWNS for i in behind)


def leaves_open(draft: Draft) -> bool:
    """Whether no word of a draft says how the two dealt: "talks", "discussed"."""
    return all(t.cue.id in {"talks", "discuss-with", "consult", "exchange"} for t in draft.triggers)


def only_talks(draft: Draft) -> bool:
    """Whether a draft is told of as "talks" alone, which leaves its channel open."""
    return all(t.cue.id == "talks" for t in draft.triggers)


def join(draft: Draft, claim: Claim, day: str | None) -> None:
    """Adds what a trigger says to a draft."""
    trigger, when = claim.trigger, claim.when
    open_channel = tells_channel(draft, trigger)
    foretold, ending = is_foretold(draft, claim), ends_stay(claim, draft)
    draft.triggers.append(trigger)
    if foretold or (draft.tentative and claim.status):
        draft.status, draft.history, draft.tentative = claim.status, [claim.status], False
        draft.dated = draft.dated and not foretold
        if not draft.dated:
            draft.when = open_when(claim.status, day)
    if when is not None and draft.when is not None and ending:
        draft.when = whole_stay(draft.when, when)
    elif when is not None and claim.dated and (not draft.dated or narrows(draft, claim)):
        draft.when, draft.dated = bounded(when, draft.status, day), True
    if open_channel or (draft.family == trigger.family and RANKS[trigger.kind] > RANKS[draft.kind]):
        draft.kind = trigger.kind
    if changes_status(draft, claim):
        draft.status = claim.status
        draft.history.append(claim.status)
        if draft.when is None:
            draft.when = open_when(claim.status, day)
    draft.participants = with_persons(draft, claim.participants)
    draft.host, draft.initiator = (stand_in(draft, role) for role in (draft.host, draft.initiator))
    set_roles(draft, trigger)


def changes_status(draft: Draft, claim: Claim) -> bool:
    """Whether a later word takes the contact on: a plan that is cancelled, an offer that becomes a plan."""
    status, met = claim.status, claim.trigger.cue.id == "meet"
    if draft.status == "ongoing" and status == "held" and draft.family == "meeting" and met and claim.full:
        return True  # "is in Abidjan for talks ... He has met both rivals"
    if status == "planned" and draft.status == "cancelled" and set_anew(claim):
        return True
    if status in {"", "held", "ongoing", draft.status} or draft.status in FINAL:
        return False
    if draft.family == "visit" and draft.status in DONE:
        return False
    return draft.status != "planned" or not (status == "proposed" or past_word(claim.trigger))


def set_anew(claim: Claim) -> bool:
    """Whether a contact that was called off has a new day: "had cancelled the meeting, will now see him next week"."""
    trigger = claim.trigger
    anew = {c.lower_ for word in (trigger.token, trigger.governor) if word is not None for c in word.children}
    return claim.dated and not past_word(trigger) and not ANEW.isdisjoint(anew)


def with_persons(draft: Draft, participants: Sequence[Participant]) -> list[Participant]:
    """The draft's participants, a state replaced by its persons where they are named; a visit keeps its state."""
    if draft.family == "visit":
        return draft.participants
    persons = [p for p in participants if p.actor.type == "person"]
    return [
        each
        for p in draft.participants
        for each in ([q for q in persons if q.actor.state == p.actor.id and p.actor.type == "state"] or [p])
    ]


def stand_in(draft: Draft, role: str | None) -> str | None:
    """Whoever now stands for the state that was told of as host or initiator; None where several do."""
    if role is None or role in draft.ids():
        return role
    persons = [p.actor.id for p in draft.participants if p.actor.state == role]
    return persons[0] if len(persons) == 1 else None


def past_word(trigger: Trigger) -> bool:
    """Whether a later word on a plan tells of an earlier time: "after he had called it off last month"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    return any(c.lower_ == "had" for c in verb.children) or verb.dep_ in {"pcomp", "advcl", "relcl"}


def narrows(draft: Draft, claim: Claim) -> bool:
    """Whether a later word tells the day more exactly; one of its parts has but one of the days for which it went on.

    "The summit was held on April 27-28. Xi hosted a banquet for Modi on April 27."
    """
    when = draft.when
    whole = (
        when is not None
        and when.basis == "stated"
        and bool(when.start and when.end and when.start < when.end)
    )
    part = whole and draft.kind in {"summit", "talks"} and claim.trigger.kind == "meeting"
    return claim.when is not None and not part and narrower(claim.when, when)


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
    said = trigger.family == "message" != draft.family  # "called to congratulate": the wish placed no call
    if trigger.initiator and not draft.initiator and not said:
        draft.initiator = next((a.id for a in trigger.initiator.actors if a.id in ids), None)
    if trigger.host and not draft.host:
        draft.host = next((a.id for a in trigger.host.actors if a.id in ids), None)
