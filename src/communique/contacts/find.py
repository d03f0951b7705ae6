"""`find_accounts`: every contact that a report tells of, with its facts."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from communique.contacts.arrivals import find_arrivals
from communique.contacts.confidence import confidence_of
from communique.contacts.cue_words import find_triggers
from communique.contacts.cues import CueTable, load_cues
from communique.contacts.datelines import without_dateline
from communique.contacts.delegations import lay_delegations
from communique.contacts.described import lay_described
from communique.contacts.doubts import find_doubts
from communique.contacts.drafts import Draft, Setting
from communique.contacts.each_day import find_each_day
from communique.contacts.entries import find_entries
from communique.contacts.excepted import without_left_out
from communique.contacts.face_to_face import find_face_to_face
from communique.contacts.facts import read_facts
from communique.contacts.gather import gather
from communique.contacts.gatherings import find_gatherings
from communique.contacts.here import lay_country, lay_here
from communique.contacts.inter_states import lay_shared
from communique.contacts.intervals import open_between
from communique.contacts.invitations import find_invitations
from communique.contacts.learned import complete, find_learned, judge_pairs, weigh
from communique.contacts.listed import whole
from communique.contacts.next_stops import find_next_stops
from communique.contacts.opponents import lay_opponents
from communique.contacts.present import with_those_present
from communique.contacts.protagonist import lend_protagonists
from communique.contacts.roles import assign_roles
from communique.contacts.scene import NO_KINDS, Scene, build_scene, lay_author
from communique.contacts.sendings import find_sendings
from communique.contacts.side_by_side import find_side_by_side
from communique.contacts.stays import find_stays
from communique.contacts.story import build_story, lying_in
from communique.contacts.together import find_together
from communique.contacts.triggers import Trigger
from communique.contacts.two_states import lay_two_states
from communique.contacts.unplaced import find_unplaced
from communique.contacts.whose import in_passing, of_its_clause
from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Account, Actor, Doubt, Kind, Mention, Report, Sentence, Status, When

if TYPE_CHECKING:
    from communique.sentences import Doc


class ReportView(Record, frozen=True, kw_only=True):
    """A report as the stages before have read it: its sentences, their parses, its mentions and dates."""

    report: Report
    sentences: Sequence[Sentence]
    parses: Mapping[int, Doc]
    mentions: Sequence[Mention]
    whens: Sequence[When]


def find_accounts(  # noqa: PLR0913, PLR0917 (each argument is what one stage before has found)
    report: Report,
    sentences: Sequence[Sentence],
    parses: Mapping[int, Doc],
    mentions: Sequence[Mention],
    whens: Sequence[When],
    knowledge: Knowledge,
) -> tuple[tuple[Account, ...], tuple[Doubt, ...]]:
    """The report's accounts in the order of their first words, and the doubts about them.

    "The two leaders have spoken twice since, most recently on Friday." gives a call held on that Friday.
    """
    view = ReportView(report=report, sentences=sentences, parses=parses, mentions=mentions, whens=whens)
    drafts = find_drafts(view, knowledge)
    ids = account_ids(report, drafts)
    accounts = tuple([account(view, draft, ids) for draft in drafts])
    return accounts, tuple(find_doubts(accounts, drafts, mentions))


def find_drafts(view: ReportView, knowledge: Knowledge) -> list[Draft]:
    """The accounts of a report in the making, in the order of their first words."""
    scenes = lay_described(build_scenes(view, kinds_of_organisations(knowledge)))
    lay_opponents(scenes, view.mentions)
    lay_here(scenes, view.report, knowledge)
    lay_country(scenes)
    lay_delegations(scenes)
    lay_shared(scenes)
    lay_two_states(scenes, view.mentions, view.report)
    table = load_cues()
    triggers = [trigger for scene in scenes for trigger in read_scene(scene, table)]
    triggers = lend_protagonists(triggers, scenes)
    day = view.report.dated.date
    story = build_story(view.report, view.sentences, view.parses, view.mentions, view.whens)
    setting = Setting(
        day=day,
        knowledge=knowledge,
        leaders=leaders_of(view.mentions),
        lede=lede_day(scenes, day) or (story.lede if story is not None and not story.official else None),
        story=story,
        scenes=scenes,
        entries=find_entries(view.report, view.sentences, view.whens),
    )
    return gather(triggers, setting)


BY_PLACE = attrgetter("token.i")


def read_scene(scene: Scene, table: CueTable, *, learn: bool = True) -> list[Trigger]:
    """The triggers of one sentence, in the order of their words; with `learn` those of the trained model, too."""
    told = [in_passing(of_its_clause(whole(trigger))) for trigger in find_triggers(scene, table)]
    told = in_person(told)
    told += find_each_day(scene, told)
    told += find_together(scene, table, told)
    told += find_face_to_face(scene, table, told)
    told += find_side_by_side(scene, table, told)
    told += find_stays(scene, table, told)
    told += find_arrivals(scene, table, told)
    told += find_next_stops(scene, told)
    told += find_invitations(scene, table, told)
    told += find_sendings(scene, table, told)
    told += find_unplaced(scene, table, told)
    told = find_gatherings(scene, table, told)
    judged = judge_pairs(scene, table) if learn else ()
    if judged:
        told = [complete(trigger, judged) for trigger in told]
        learned = [t for t in find_learned(scene, table, told, judged) if not is_of_partners(t, told)]
        told = [weigh(trigger, judged) for trigger in [*told, *learned]]
    return sorted(without_left_out(told), key=BY_PLACE)


def is_of_partners(learned: Trigger, told: Sequence[Trigger]) -> bool:
    """Whether what the model pairs are two with whom a third dealt: "spoke to Li on Monday and to Lavrov".

    So are "after meeting Li, Ruto flew to Oslo to see Lavrov" by words of their own.
    """
    partners = {a.id for t in told if t.token.i == learned.token.i for m in t.second for a in m.actors}
    if learned.ids <= partners:
        return True
    dealers = [
        {
            a.id
            for t in told
            if pair in {a.id for m in t.second for a in m.actors}
            for m in t.first
            for a in m.actors
        }
        for pair in learned.ids
    ]
    return bool(dealers) and bool(set.intersection(*dealers) - learned.ids)


def in_person(told: Sequence[Trigger]) -> list[Trigger]:
    """The triggers, a conversation beside a meeting of the same person being one, too: "met Sogavare and had a separate conversation with Wale"."""
    met = [t for t in told if t.family == "meeting" and t.cue.part == "verb" and t.status == "held"]
    if not met:
        return list(told)
    who = {a.id for t in met for m in t.first for a in m.actors}
    return [
        replace(t, kind="meeting")
        if t.kind == "call"
        and t.token.lemma_ == "conversation"
        and (t.governor is None or t.governor.dep_ != "relcl")
        and any(a.id in who for m in t.first for a in m.actors)
        else t
        for t in told
    ]


STATEMENT = re.compile(
    r"(?:(?:Joint |Press )?(?:Statement|Remarks|Message|Letter)) (?:by|of|from) (?:the )?", re.IGNORECASE
)


def author_of(report: Report, mentions: Sequence[Mention]) -> Actor | None:
    """Who says "I" in an official text: "Statement by President Joe Biden on ..."."""
    match = STATEMENT.match(report.body)
    if not match:
        return None
    first = next(
        (m for m in mentions if match.end() - 2 <= m.span.start <= match.end() + 2 and m.actors), None
    )
    return first.actors[0] if first and first.actors[0].type == "person" else None


def leaders_of(mentions: Sequence[Mention]) -> dict[str, Actor]:
    """The heads of state or government whom a report names, by state: those whose seat may stand for them."""
    heads = {"president", "prime_minister", "monarch"}
    return {
        a.state: a
        for m in reversed(mentions)
        if m.form in {"name", "title"}
        for a in m.actors
        if a.state and a.office_id in heads
    }


def lede_day(scenes: Sequence[Scene], day: str | None) -> When | None:
    """The day that a news report's opening tells of, where it lies within the two days before publication."""
    if day is None:
        return None
    for scene in scenes[:3]:
        if scene.sentence.index > 2 or scene.official:
            break
        for when in scene.whens:
            if (
                when.start
                and when.start == when.end
                and 0 <= (date.fromisoformat(day) - date.fromisoformat(when.start)).days <= 2
            ):
                return when
    return None


KINDS: dict[str, Mapping[str, str]] = {}  # kinds of organisations, by edition of the lexicon


def kinds_of_organisations(knowledge: Knowledge) -> Mapping[str, str]:
    """The kind of each known organisation by id."""
    if knowledge.edition not in KINDS:
        KINDS[knowledge.edition] = {one.id: one.kind for one in knowledge.organisations.values()}
    return KINDS[knowledge.edition]


def build_scenes(view: ReportView, organisations: Mapping[str, str] = NO_KINDS) -> list[Scene]:
    """A scene for each parsed sentence, in order."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in view.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    author = author_of(view.report, view.mentions)
    official = view.report.text_kind == "readout"
    dates = lying_in(view.sentences, view.whens)
    scenes = []
    for sentence in view.sentences:
        if sentence.index in view.parses:
            own = by_sentence.get(sentence.index, [])
            inside = dates[sentence.index]
            if inside:
                inside = without_dateline(
                    sentence, view.parses[sentence.index].text, outside_names(inside, own)
                )
            lying = (tuple(own), tuple(inside))
            scene = build_scene(sentence, view.parses[sentence.index], lying, official, organisations)
            if author is not None:
                lay_author(scene, author)
            scenes.append(scene)
    return scenes


def outside_names(whens: list[When], mentions: Sequence[Mention]) -> list[When]:
    """The dates of a sentence without those that are part of a person's name ("Theresa May")."""
    persons = [m.span for m in mentions if m.form in {"name", "title"}]
    return [
        w
        for w in whens
        if w.span and not [p for p in persons if p.start <= w.span.start and w.span.end <= p.end]
    ]


def account_ids(report: Report, drafts: Sequence[Draft]) -> dict[int, str]:
    """Ids from the report's id and the words of the first trigger with their number of occurrence."""
    seen: Counter[str] = Counter()
    ids = {}
    for draft in drafts:
        words = trigger_words(draft.triggers[0])
        seen[words] += 1
        ids[id(draft)] = hashlib.sha256(f"{report.id}|{words}|{seen[words]}".encode()).hexdigest()[:16]
    return ids


def trigger_words(trigger: Trigger) -> str:
    """The words of a trigger, folded."""
    ids = sorted([a.id for m in trigger.parties for a in m.actors])
    return f"{trigger.token.lemma_.lower()}:{','.join(ids)}"


BY_ID = attrgetter("actor.id")


def account(view: ReportView, draft: Draft, ids: Mapping[int, str]) -> Account:
    """A draft as an account with its facts."""
    report, first = view.report, draft.triggers[0]
    confidence = confidence_of(draft)
    draft.participants = assign_roles(draft, report)
    with_those_present(draft, view.sentences, view.mentions, report.body)
    told = read_facts(report, draft, view.sentences)
    return Account(
        id=ids[id(draft)],
        report=report.id,
        kind=cast(Kind, draft.kind),
        status=cast(Status, draft.status),
        when=draft.when or open_between(draft.status, report.dated),
        participants=tuple(sorted(draft.participants, key=BY_ID)),
        trigger=first.scene.span(first.token),
        evidence=first.scene.sentence.span,
        layer=first.scene.sentence.layer,
        facts=told.facts,
        places=told.places,
        duration_minutes=told.duration,
        topics=told.topics,
        initiator=told.initiator or draft.initiator,
        host=draft.host,
        occasion=told.occasion,
        first_since=told.first_since,
        after=tuple(ids[id(other)] for other in draft.after if id(other) in ids),
        part_of=ids.get(id(draft.part_of)) if draft.part_of else None,
        planned_in=ids.get(id(draft.planned_in)) if draft.planned_in else None,
        first_since_account=ids.get(id(draft.first_since)) if draft.first_since else None,
        status_history=tuple(draft.history) if len(draft.history) > 1 else (),
        outcomes=told.outcomes,
        format=told.format,
        reading_confidence=confidence,
    )
