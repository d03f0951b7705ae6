"""The day of a contact that its own sentence does not date: that of its passage, or of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from communique.contacts.borrowed import carried, only_time
from communique.contacts.cues import load_cues, words
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.contacts.scene import VERBAL
from communique.contacts.status import SPEECH
from communique.contacts.stay_days import for_days, under_way
from communique.contacts.story import Passage, Story, is_main, simple_past
from communique.contacts.story_sequence import (
    ONWARD,
    day_in_sequence,
    is_earlier_stop,
    is_of_opening,
    just_said,
    lies_between,
    quoted,
    shares_actor,
    starts_anew,
)
from communique.contacts.story_settings import settings
from communique.contacts.time_words import time_pattern, time_words
from communique.contacts.told_matters import is_told_matter
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

Telling = Literal["main", "reported", "background"]

STEPS = 8
REACH = 2  # sentences: how far a passage's day carries
CIRCUMSTANCE = time_words("same_time")
REACTING = words("reacting")
BACK_WORDS = time_words("looking_back")
OTHER_TIME = time_words("other_time")
OF_THE_DAY = re.compile(r"of the day\b", re.IGNORECASE)
TRAVEL = time_pattern("travel")


def date_by_passage(drafts: Sequence[Draft], story: Story | None) -> None:
    """Gives undated contacts of the past the date of the passage that tells on of the same persons.

    "The call was one of five Saturday by Trump. He also spoke with Abe." gives that Saturday.
    """
    if story is None:
        return
    for draft in undated(drafts):
        told = ((t, passage_day(draft, t, story)) for t in draft.triggers)
        trigger, when = next(((t, w) for t, w in told if w is not None), (draft.triggers[0], None))
        if when is not None:
            draft.when, draft.dated = for_days(trigger, when), True
            if under_way(trigger, draft.when, draft.status, story.day):
                draft.status, draft.history = "ongoing", ["ongoing"]


def date_by_news(drafts: Sequence[Draft], story: Story | None) -> None:
    """Gives what a news report opens with the days on which news of its day can have happened.

    "Zelenskyy had a phone conversation with Biden", published 15 June, and no other date: 14 to 15 June.
    """
    if story is None or not story.fresh:
        return
    told = [(d, [t for t in d.triggers if is_news_of(d, t, story)]) for d in drafts if may_be_news(d)]
    places = main_places([t for _, news in told for t in news])
    for draft, news in told:
        main = [t for t in news if t.scene.sentence.index in places]
        if main and not draft.dated:
            draft.when, draft.dated = day_of_news(main, story), True


def is_news_of(draft: Draft, trigger: Trigger, story: Story) -> bool:
    """Whether a report opens with the contact, and not with a stop on the way to it."""
    if is_told_matter(trigger.token):
        return False
    behind = story.lede_at is not None and trigger.scene.sentence.index > story.lede_at
    return is_news(trigger, story) and not (behind and is_earlier_stop(draft, trigger))


def may_be_news(draft: Draft) -> bool:
    """Whether a contact can be what a report came out for: done, not only looked back at, not where another was."""
    related = draft.when is not None and draft.when.relation is not None
    return not related and is_undated(draft) and not draft.recalled() and not settings([draft])


def main_places(news: Sequence[Trigger]) -> set[int]:
    """The sentences of a report's own news: the first of its head lines and the first of its prose that tell it."""
    places: dict[bool, int] = {}
    for trigger in sorted(news, key=lambda t: t.scene.sentence.index):
        places.setdefault(trigger.scene.sentence.layer == "headline", trigger.scene.sentence.index)
    return set(places.values())


def day_of_news(news: Sequence[Trigger], story: Story) -> When:
    """The opening's own day beside the sentence that tells it; else all days that the news can be of."""
    if story.lede is not None and any(is_of_opening(t, story) for t in news):
        return carried(story.lede, "the report's opening")
    first, last = story.span_of_news()
    return When(
        start=first,
        end=last,
        precision="interval",
        basis="inferred",
        derivation=f"told as news on {story.day}, without a date",
    )


def date_by_visit(drafts: Sequence[Draft], story: Story | None) -> None:
    """Gives an undated visit of the report's days the date of a meeting held on it, wherever the report tells of it.

    "On Monday Pompeo held talks with King Salman. ... The Saudi visit by Pompeo ..." gives that Monday.
    """
    if story is None:
        return
    first, last = story.span_of_news()
    for visit in undated(drafts):
        if visit.kind != "visit" or visit.recalled():
            continue
        day = only_time(
            m.when
            for m in drafts
            if m.dated
            and m.when
            and m.status in DONE
            and first <= (m.when.start or "") <= (m.when.end or "9") <= last
            and on_visit(visit, m)
        )
        if day is not None:
            visit.when, visit.dated = carried(day, "a meeting on the visit"), True


def on_visit(visit: Draft, meeting: Draft) -> bool:
    """Whether the visitor meets somebody of the state, or the person, visited."""
    if meeting.kind not in {"meeting", "talks", "summit", "signing"}:
        return False
    persons = {p.actor.id for p in visit.participants if p.actor.type == "person"}
    hosts = {p.actor.state for p in visit.participants if p.actor.type == "state"}
    met = meeting.ids()
    if not hosts:
        return len(persons) > 1 and persons <= met
    return bool(persons & met) and any(
        p.actor.state in hosts for p in meeting.participants if p.actor.id not in persons
    )


def undated(drafts: Iterable[Draft]) -> list[Draft]:
    """Contacts that were held and that nothing has dated."""
    return [d for d in drafts if is_undated(d)]


def is_undated(draft: Draft) -> bool:
    """Whether a contact was held and nothing has dated it; talks that go on need no day."""
    if draft.dated or draft.status not in DONE:
        return False
    return not (draft.status == "ongoing" and draft.kind == "talks")


def passage_day(draft: Draft, trigger: Trigger, story: Story) -> When | None:
    """The date of the passage in which a trigger stands: its own sentence's main verb, or the sentences around."""
    if trigger.scene.sentence.layer == "headline" or trigger.again or is_told_matter(trigger.token):
        return None
    if quoted(trigger):
        return just_said(trigger, story)
    if draft.when is not None and draft.when.relation:
        return None
    behind = story.passages.get(trigger.scene.sentence.index + 1)
    if behind is not None and behind.of_it and behind.when is not None:
        return carried(behind.when, "the next sentence")
    if is_earlier_stop(draft, trigger):
        return None
    telling, verb = how_told(trigger.token)
    if (beside := day_in_sequence(draft, trigger, verb, story)) is not None:
        return beside
    if telling != "main" or verb is None or not simple_past(verb):
        return None
    if OF_THE_DAY.match(trigger.scene.doc[trigger.token.i + 1 :].text) and story.lede is not None:
        return carried(story.lede, "the report's opening")
    return None if looks_back(trigger, verb) else day_around(draft, trigger, verb, story)


def day_around(draft: Draft, trigger: Trigger, verb: Token, story: Story) -> When | None:
    """The date of the trigger's own sentence where it names both sides, else that of the passage before it."""
    index = trigger.scene.sentence.index
    own = story.passages[index]
    if own.when is not None:
        near = own.when.start == own.when.end or in_place(trigger.token)
        told = carried(own.when, "its sentence") if near and both_sides(draft, own) else None
        return replace(told, end=story.day, precision="interval") if told and starts_anew(verb) else told
    if own.other:
        return None
    before, frame = story.passage_before(index, REACH), story.frame()
    if before is None and frame is not None:
        return carried(frame, "the text's opening")
    if before is None or before.when is None or not shares_actor(draft, trigger, before):
        return None
    if (speaks(verb) and not said_on(trigger, story, index)) or (
        known_already(trigger) and not both_sides(draft, before)
    ):
        return None
    return told_on(trigger, verb, before, story)


def told_on(trigger: Trigger, verb: Token, before: Passage, story: Story) -> When | None:
    """The time of what is told on from a dated passage: its day where the sentence leans on it, else from that day on.

    A week or a longer time carries only within the paragraph, to a sentence that leans on the one before.
    """
    assert before.when is not None
    when, leans = before.when, leans_back(verb)
    if when.start != when.end and (
        not leans or before.paragraph != story.passages[trigger.scene.sentence.index].paragraph
    ):
        return None
    if when.end is None or (when.end >= story.day and when.start != when.end):
        return None
    told = carried(when, "the sentences before")
    onward = goes_on(trigger, verb) or TRAVEL.search(trigger.scene.doc.text)
    if leans and not onward:
        return told
    fresh = when.end >= story.span_of_news()[0]
    return replace(told, end=story.day, precision="interval") if fresh or onward else None


def goes_on(trigger: Trigger, verb: Token) -> bool:
    """Whether a word takes the narrative on before or at the contact: not in "met Wade and then had lunch"."""
    return any(
        t.lower_ in ONWARD and (t.i < max(trigger.token.i, verb.i) or t.head in (verb, trigger.token))
        for t in trigger.scene.doc
    )


def leans_back(verb: Token) -> bool:
    """Whether a sentence tells on from the one before: "He also met ...", "The two leaders ..."."""
    words = {c.lower_ for c in verb.children}
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return (
        "also" in words
        or speaks(verb)
        or any(c.dep_ == "dobj" and is_the_contact(c) for c in verb.children)
        or any(
            s.tag_ in {"PRP", "PRP$"}
            or any(c.lower_ in {"two", "both"} for c in s.children)
            or s.lower_ == "both"
            or any(c.tag_ in {"POS", "PRP$"} or c.dep_ == "poss" for c in s.children)
            for s in subjects
        )
    )


def is_the_contact(token: Token) -> bool:
    """Whether a noun takes up a contact told before: "cancelled the meeting"."""
    return token.lemma_.lower() in load_cues().nouns and any(c.lower_ == "the" for c in token.children)


def known_already(trigger: Trigger) -> bool:
    """Whether the words take up a contact that was told elsewhere: "during the summit"."""
    return trigger.cue.part == "noun" and any(
        c.lower_ in {"the", "that", "this"} for c in trigger.token.children
    )


def both_sides(draft: Draft, passage: Passage) -> bool:
    """Whether at least two participants are named in the passage."""
    return sum(p.actor.id in passage.actors for p in draft.participants) >= 2


def speaks(verb: Token) -> bool:
    """Whether the verb reports speech: "said", "was speaking after talks"."""
    return verb.lemma_.lower() in SPEECH or (verb.lower_ == "speaking" and verb.tag_ == "VBG")


def said_on(trigger: Trigger, story: Story, index: int) -> bool:
    """Whether the sentence carries on what was said in the sentence right before it: '"...," he said after meeting'."""
    near = story.passages.get(index - 1)
    return near is not None and near.when is not None and '"' in trigger.scene.doc.text.replace("“", '"')


def how_told(token: Token) -> tuple[Telling, Token | None]:
    """How a sentence tells of a trigger: in its main clause, in a clause of speech, or in passing; and the finite verb.

    "met" in "The two met in Rome" is main, in "said that the two met" reported, in "who met in Rome" background.
    """
    current = token
    for _ in range(STEPS):
        if finite(current) and not (current.dep_ == "relcl" and in_place(current)):
            return clause_of(current), current
        if current.lower_ == "according":
            root = current.sent.root
            return ("main", root) if root.pos_ in VERBAL else ("background", None)
        if current.head == current:
            return ("main", current) if current.pos_ in VERBAL else ("background", None)
        if in_passing(current):
            return "background", None
        current = current.head
    return "background", None


def in_passing(token: Token) -> bool:
    """Whether a word on the way up to the verb sets what hangs on it into a time of its own."""
    if token.dep_ in {"relcl", "acl"} and token.pos_ in VERBAL and not finite(token):
        return True
    if token.dep_ == "prep":
        behind = token.lower_ in {"after", "following"} and not speaks(token.head)
        return behind or token.lower_ not in CIRCUMSTANCE | {"of"}
    return token.dep_ in {"advcl", "pcomp"} and marked(token)


def clause_of(verb: Token) -> Telling:
    """Whether a finite verb is the sentence's own, in a clause of speech, or in another clause."""
    if is_main(verb):
        return "main"
    if verb.dep_ in {"ccomp", "parataxis"} and is_main(verb.head):
        return "reported"
    return "main" if verb.dep_ == "advcl" and not marked(verb) and is_main(above(verb)) else "background"


def above(verb: Token) -> Token:
    """The verb with a tense that a clause hangs on, past participles: "opened ... with guards shouting as he arrived"."""
    head = verb.head
    while head.head != head and not finite(head) and (head.pos_ in VERBAL or head.dep_ == "prep"):
        head = head.head
    return head


def in_place(token: Token) -> bool:
    """Whether a word stands in a clause that tells what happened where its head clause is: "was in Rome, where he met"."""
    clause = next((t for t in (token, *token.ancestors) if t.dep_ in {"relcl", "advcl"}), None)
    return clause is not None and any(c.lower_ == "where" for c in clause.children)


def finite(token: Token) -> bool:
    """Whether a token is a verb with a tense, its own or a helper's."""
    if token.pos_ not in VERBAL:
        return False
    return token.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in token.children if c.dep_ in {"aux", "auxpass"}
    )


def marked(verb: Token) -> bool:
    """Whether a clause stands in another time than its main clause: "since", "before", "when", "if"."""
    return any(c.lower_ in OTHER_TIME for c in verb.children if c.dep_ in {"mark", "advmod", "prep"})


def looks_back(trigger: Trigger, verb: Token) -> bool:
    """Whether words on the trigger or its verb set the contact into an earlier time, or make it a habit."""
    words = {
        c.lower_
        for c in (*trigger.token.children, *verb.children)
        if c.dep_ in {"advmod", "amod", "npadvmod"}
    }
    return bool(words & BACK_WORDS) or verb.lemma_ in REACTING or lies_between(verb)


def is_news(trigger: Trigger, story: Story) -> bool:
    """Whether a report opens with the contact, as something new."""
    index = trigger.scene.sentence.index
    if index not in story.opening or trigger.again or quoted(trigger) or counts_several(trigger):
        return False
    passage = story.passages[index]
    if story.opens_with_old(index) or (passage.when is not None and old(passage.when, story)):
        return False
    telling, verb = how_told(trigger.token)
    if telling == "background" or verb is None or looks_back(trigger, verb):
        return False
    if trigger.cue.part == "noun" and verb.tag_ in {"VBZ", "VBP"} and is_subject(trigger.token, verb):
        return False
    return not any(c.lower_ in {"had", "would", "could"} and c.dep_ == "aux" for c in verb.children)


def counts_several(trigger: Trigger) -> bool:
    """Whether a noun counts contacts of a longer time: "has hosted five rounds of talks since April"."""
    head = trigger.token.head.head if trigger.token.dep_ == "pobj" else trigger.token
    return any(
        t.tag_ == "NNS" and any(c.dep_ == "nummod" and c.lower_ != "one" for c in t.children)
        for t in (trigger.token, head)
    )


def is_subject(token: Token, verb: Token) -> bool:
    """Whether a noun is, or stands in, the subject of a verb."""
    while token.head not in (verb, token):
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"}


def old(when: When, story: Story) -> bool:
    """Whether a date lies before the days of the news."""
    return bool(when.end and when.end < story.span_of_news()[0])
