"""Gathers the triggers of a report into accounts: the verb, the noun and "the call" of one contact become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from communique.contacts.cues import FAMILY
from communique.contacts.relations import relate, share_days
from communique.contacts.timing import DONE, bounded, choose_whens, open_when, same_week, settle
from communique.contacts.triggers import Trigger, multilateral
from communique.knowledge import Knowledge
from communique.records import Actor, Mention, Participant, When

PLURAL_FORMS = frozenset({"group", "pronoun"})
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
RECALLED = frozenset({"last", "previous", "earlier", "prior", "other", "another", "past"})
FINAL = frozenset({"cancelled", "declined", "denied", "held"})


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
    history: list[str] = field(default_factory=list)
    after: list[Draft] = field(default_factory=list)
    part_of: Draft | None = None
    limit: int = 10**9
    rivals: dict[int, tuple[int, ...]] = field(default_factory=dict)
    multilateral: bool = False
    tentative: bool = False

    def after_limit(self, sentence: int) -> bool:
        """Whether a sentence lies behind the one in which the report turns to another contact."""
        return sentence >= self.limit

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
        return all(
            t.again or t.cue.part == "noun" and any(c.lower_ in RECALLED for c in t.token.children)
            for t in self.triggers
        )

    def last_sentence(self) -> int:
        """The index of the last sentence that a trigger stands in."""
        return max(t.scene.sentence.index for t in self.triggers)


def sides_of(participants: Sequence[Participant]) -> set[str]:
    """The states and organisations for which participants stand; a person of neither state nor office stands for none."""
    return {
        p.actor.state or p.actor.id
        for p in participants
        if p.actor.state or p.actor.office or p.actor.type != "person"
    }


@dataclass(frozen=True, slots=True)
class Setting:
    """What the gathering of one report needs beside its triggers: its day, the lexicon, the leaders whom it names."""

    day: str | None
    knowledge: Knowledge
    leaders: dict[str, Actor]
    lede: When | None = None


def gather(triggers: Iterable[Trigger], setting: Setting) -> list[Draft]:
    """The accounts of a report, in the order of their first trigger."""
    drafts: list[Draft] = []
    for trigger in triggers:
        for part in split_lists(trigger):
            for when in choose_whens(part, setting.day, setting.lede):
                take(part, when, drafts, setting)
            if spoken_twice(part):
                take(replace(part, again=True), None, drafts, setting)
            earlier = recalled(part)
            if earlier is not None:
                take(
                    replace(part, status="held", kind=RECALLED_KIND.get(part.family, part.kind), again=True),
                    earlier,
                    drafts,
                    setting,
                )
    kept = [draft for draft in drafts if admissible(draft)]
    relate(kept)
    share_days(kept)
    for draft in kept:
        behind = [
            t.scene.sentence.index
            for other in kept
            if other is not draft
            for t in other.triggers
            if t.scene.sentence.index > draft.last_sentence()
        ]
        draft.limit = min(behind, default=10**9)
        for trigger in draft.triggers:
            index = trigger.scene.sentence.index
            draft.rivals[index] = tuple(
                t.token.idx
                for other in kept
                if other is not draft
                for t in other.triggers
                if t.scene.sentence.index == index
            )
    return kept


def spoken_twice(trigger: Trigger) -> bool:
    """ "have spoken twice since, most recently on Friday": the date is the second's, the first has none."""
    words = [c.lower_ for c in trigger.token.children if c.dep_ == "advmod"]
    return (
        "twice" in words
        and any(t.lower_ in {"recently", "last"} for t in trigger.token.subtree)
        and choose_whens(trigger, None)[0] is not None
    )


RECALLED_KIND = {"call": "call", "meeting": "meeting"}


def recalled(trigger: Trigger) -> When | None:
    """The day of the contact that "their first call since November" recalls."""
    if (
        trigger.cue.part != "noun"
        or trigger.family not in RECALLED_KIND
        or not any(c.lower_ == "first" for c in trigger.token.children)
    ):
        return None
    since = next((c for c in trigger.token.children if c.lower_ == "since" and c.dep_ == "prep"), None)
    if since is None:
        return None
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


def split_lists(trigger: Trigger) -> list[Trigger]:
    """ "spoke with Abe, Merkel and Hollande" tells of three calls; "a meeting with Merkel and Macron" of one."""
    persons = [m for m in trigger.second if len(m.actors) == 1 and m.actors[0].type == "person"]
    states = {m.actors[0].state for m in persons}
    plural_noun = (
        trigger.cue.part == "noun"
        and trigger.token.tag_ == "NNS"
        and trigger.cue.id in {"call", "phone-conversation", "meeting"}
    )
    joint = trigger.scene.official or any(
        t.lower_
        in {"joint", "conference", "trilateral", "together", "three-way", "quadrilateral", "four-way"}
        for t in trigger.token.sent
    )
    apart = trigger.cue.part == "verb" and trigger.cue.frame != "sign" or plural_noun
    each = any(
        t.lower_ in {"each", "separately", "separate", "respectively", "individually"}
        for t in trigger.token.sent
    )
    if each and apart and len(persons) == len(trigger.second) > 1 and trigger.first:
        return [replace_second(trigger, (m,)) for m in persons]
    if len(states) < 2 or not apart or joint or len(persons) != len(trigger.second) or not trigger.first:
        return [trigger]
    if trigger.token.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in trigger.token.children):
        return [trigger]
    return [
        replace_second(trigger, tuple(m for m in persons if m.actors[0].state == state))
        for state in dict.fromkeys(m.actors[0].state for m in persons)
    ]


def replace_second(trigger: Trigger, second: tuple[Mention, ...]) -> Trigger:
    """The trigger with one interlocutor."""
    return replace(trigger, second=second)


def take(trigger: Trigger, when: When | None, drafts: list[Draft], setting: Setting) -> None:
    """Joins a trigger to a draft, begins a new one, or lets it go."""
    day = setting.day
    participants = participants_of(trigger, drafts, setting.knowledge, setting.leaders)
    when = same_week(when, "held" if trigger.status == "" and looks_back(trigger) else trigger.status, day)
    status = settle(trigger.status, when, day)
    if (
        status is None
        or status == "nothing"
        or (trigger.cue.id == "discuss-with" and status not in {"held", "ongoing"})
    ):
        return
    sides = (
        sides_of(participants)
        if not trigger.scene.official
        else {p.actor.state or p.actor.id for p in participants}
    )
    target = find_target(trigger, participants, when, status, drafts)
    if target is not None:
        join(target, trigger, when, status, participants, day)
        return
    if (
        len(sides) < 2
        and not group_summit(trigger, participants)
        and not (len(sides) == 1 and trigger.family == "meeting" and multilateral(trigger.token))
    ):
        return
    if trigger.cue.weak and not strong_enough(trigger, participants, when):
        return
    final = status or ("planned" if when and day and when.start and when.start > day else "held")
    draft = Draft(
        triggers=[trigger],
        kind=trigger.kind,
        status=final,
        when=bounded(when, final, day) or open_when(final, day),
        participants=participants,
        dated=when is not None and bool(when.start or when.end),
        history=[final],
        multilateral=len(sides) < 2,
        tentative=status == "",
    )
    set_roles(draft, trigger)
    drafts.append(draft)


SEATS = frozenset(
    {
        "White House",
        "Kremlin",
        "Downing Street",
        "10 Downing Street",
        "No 10",
        "Élysée",
        "Elysee",
        "Blue House",
        "Oval Office",
        "Élysée Palace",
        "Elysee Palace",
        "Number 10",
    }
)


def seated(mention: Mention, actor: Actor, leaders: dict[str, Actor]) -> Actor:
    """The leader behind a seat that acts: "the White House declined a meeting" in a report on the president."""
    if mention.text.removeprefix("the ").removeprefix("The ") in SEATS and actor.id in leaders:
        return leaders[actor.id]
    return actor


def looks_back(trigger: Trigger) -> bool:
    """Whether a noun is of the past by its adjective: "his first summit with the Russian leader Monday"."""
    return trigger.cue.part == "noun" and any(
        c.lower_ in {"first", "last", "previous", "recent", "earlier"} for c in trigger.token.children
    )


def group_summit(trigger: Trigger, participants: Sequence[Participant]) -> bool:
    """Whether an organisation's summit stands alone: "the NATO summit in Madrid"."""
    return trigger.kind == "summit" and any(p.actor.type == "organisation" for p in participants)


def strong_enough(trigger: Trigger, participants: Sequence[Participant], when: When | None) -> bool:
    """A weak cue ("flew to", "congratulated") tells of a contact only where a person with an office stands with it."""
    first = [p for p in participants if p.actor.type == "person" and p.actor.office]
    if trigger.parties and all(m.form in PLURAL_FORMS for m in trigger.parties):
        return False
    return bool(first) and trigger.status not in {"", "infinitive"}


def participants_of(
    trigger: Trigger, drafts: Sequence[Draft], knowledge: Knowledge, leaders: dict[str, Actor]
) -> list[Participant]:
    """Who deals with whom: actors of the mentions, plural references taken from the contact under discussion."""
    found: dict[str, Participant] = {}
    for mention in trigger.parties:
        actors = mention.actors
        if mention.form in PLURAL_FORMS and len(actors) > 1:
            actors = discussed(trigger, drafts) or actors
            if mention in trigger.second and any(
                a.id == b.id for m in trigger.first for a in m.actors for b in actors
            ):
                continue
        for actor in actors:
            party = as_party(seated(mention, actor, leaders), knowledge)
            if party is not None:
                found.setdefault(
                    party.id, Participant(actor=party, role="party", as_named=mention.text, span=mention.span)
                )
    if trigger.destination is not None and trigger.family == "visit":
        for actor in trigger.destination.actors[:1]:
            party = as_party(seated(trigger.destination, actor, leaders), knowledge)
            visitors = {p.actor.state for p in found.values()}
            if party is not None and (party.state or party.id) not in visitors:
                found.setdefault(
                    party.id,
                    Participant(
                        actor=party,
                        role="party",
                        as_named=trigger.destination.text,
                        span=trigger.destination.span,
                    ),
                )
    return without_doubles(list(found.values()), trigger.family == "visit")


def discussed(trigger: Trigger, drafts: Sequence[Draft]) -> tuple[Actor, ...]:
    """The two persons of the contact that the text is on, for "the two leaders" and "they": of its paragraph, else its main one."""
    paragraph = trigger.scene.sentence.paragraph
    here = [d for d in drafts if d.triggers[-1].scene.sentence.paragraph == paragraph]
    near = sorted(here, key=lambda d: (-d.last_sentence(), d.triggers[-1].token.i))
    main = sorted(drafts, key=lambda d: (-len(d.triggers), d.triggers[0].scene.sentence.index))
    for draft in [*near, *main]:
        persons = [p.actor for p in draft.participants if p.actor.type == "person"]
        if len(persons) == 2 and len({a.state for a in persons}) == 2:
            return tuple(persons)
    return ()


def as_party(actor: Actor, knowledge: Knowledge) -> Actor | None:
    """An actor that can deal: a state's body stands for the state."""
    if actor.type == "organisation" and actor.id in knowledge.organisations:
        organisation = knowledge.organisations[actor.id]
        if organisation.kind == "body" and organisation.of in knowledge.states:
            state = knowledge.states[organisation.of]
            return Actor(id=state.id, name=state.name, type="state", state=state.id)
    return actor


def without_doubles(participants: list[Participant], visit: bool) -> list[Participant]:
    """A state beside its own person is left out: the person stands for it."""
    persons = {p.actor.state for p in participants if p.actor.type == "person"}
    return [p for p in participants if p.actor.type != "state" or p.actor.id not in persons]


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


def admissible(draft: Draft) -> bool:
    """Whether the draft is a contact between two sides."""
    if draft.multilateral or (draft.triggers[0].scene.official and len(draft.ids()) > 1):
        return True
    if draft.kind == "summit" and any(p.actor.type == "organisation" for p in draft.participants):
        return True
    return len(draft.sides()) >= 2
