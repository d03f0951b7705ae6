"""Order between the contacts of a report: "hours after his talks with Putin", "on a day when the US hosts"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.borrowed import borrowed
from communique.contacts.intervals import DONE
from communique.contacts.lent_days import lent_day
from communique.contacts.scene import VERBAL
from communique.contacts.story import Story
from communique.contacts.triggers import Trigger
from communique.records import When

if TYPE_CHECKING:
    from communique.contacts.drafts import Draft
    from communique.sentences import Token

ORDER = frozenset({"after", "before", "following"})
DAY = frozenset({"day"})
UNITS = ("hour", "minute")
STEPS = 6
NEAR_VISIT = 5  # sentences: how far a visit's meetings are told from it


def relate(drafts: Sequence[Draft]) -> None:
    """Sets `after` and carries the day over between contacts that a sentence puts hours apart, or on one day."""
    owner = {(t.scene.sentence.index, t.token.i): draft for draft in drafts for t in draft.triggers}
    for draft in drafts:
        for trigger in draft.triggers:
            for other_key, kind, near in links(trigger):
                other = owner.get((trigger.scene.sentence.index, other_key))
                if other is None or other is draft:
                    continue
                if kind in {"after", "following"} and other not in draft.after:
                    draft.after.append(other)
                if kind == "before" and draft not in other.after:
                    other.after.append(draft)
                if near:
                    share_day(draft, other, kind)


def share_days(drafts: Sequence[Draft], story: Story | None) -> None:
    """Days that contacts of one sentence or of one visit share: "visited Moscow in March and met Putin there"."""
    for draft in drafts:
        if draft.dated:
            continue
        others = [each for each in drafts if each.dated and lends_day(each, draft)]
        other = nearest(others, draft)
        if other is None or other.when is None or may_be_of_another(draft, other, drafts):
            continue
        lent = lent_day(other, draft, apart=distance(other, draft) > 0, story=story)
        if lent is not None:
            draft.when, draft.dated = lent, True
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.status in DONE]
    for draft in drafts if visits else ():
        if draft.part_of is None and draft.status in DONE:
            draft.part_of = nearest([visit for visit in visits if visit_of(visit, draft)], draft)


def lends_day(dated: Draft, draft: Draft) -> bool:
    """Whether a dated contact's day is another's, too: told in one breath, or a visit and its meeting."""
    if dated.when is None:
        return False
    if dated.status != draft.status:  # "landed on Sunday and went into talks"
        begun = {dated.status, draft.status} <= DONE
        if not begun or distance(dated, draft) > 0:
            return False
    if joined(draft, dated):
        return True
    if "visit" not in (draft.kind, dated.kind):
        return False
    visit = visit_of(draft, dated) or visit_of(dated, draft)
    return visit and not only_aside(dated, draft)


def nearest(others: Sequence[Draft], draft: Draft) -> Draft | None:
    """The contact that is told nearest to another: of two visits of theirs the one in whose sentence it stands."""
    return min(others, key=lambda other: distance(other, draft), default=None)


def may_be_of_another(meeting: Draft, visit: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether another visit of theirs is told nearer to a meeting: "is in Doha for talks. In May he was in Oman".

    One as near is enough where the visit is told after the meeting: which of them holds it is not told.
    """
    if visit.kind != "visit":
        return False
    later = visit.triggers[0].scene.sentence.index > meeting.triggers[0].scene.sentence.index
    near = distance(visit, meeting) + later
    others = [each for each in drafts if each.kind == "visit" and each is not visit and each is not meeting]
    return any(visit_of(each, meeting) and distance(each, meeting) < near for each in others)


def distance(one: Draft, other: Draft) -> int:
    """How many sentences lie between what tells of two contacts."""
    return min(
        [abs(a.scene.sentence.index - b.scene.sentence.index) for a in one.triggers for b in other.triggers]
    )


def only_aside(dated: Draft, draft: Draft) -> bool:
    """Whether the dated one is told aside of the other: "was hosted by Biden, who visited China in August"."""
    return all(
        any(
            t.dep_ == "relcl" and any(c.lower_ in {"who", "which", "that"} for c in t.children)
            for t in above(b)
        )
        for b in dated.triggers
    ) and not any(any(t.dep_ == "relcl" for t in above(a)) for a in draft.triggers)


def above(trigger: Trigger) -> list[Token]:
    """A trigger's token and what it hangs on."""
    return [trigger.token, *trigger.token.ancestors]


def joined(draft: Draft, other: Draft) -> bool:
    """Whether a verb of one is coordinated with a verb of the other in a sentence, in the same tense.

    "They have met twice and spoke last week" is of two times.
    """
    return any(
        a.scene.sentence.index == b.scene.sentence.index
        and a.cue.part == b.cue.part == "verb"
        and is_perfect(a.token) == is_perfect(b.token)
        and (
            a.token.head == b.token
            and a.token.dep_ == "conj"
            or b.token.head == a.token
            and b.token.dep_ == "conj"
        )
        for a in draft.triggers
        for b in other.triggers
    )


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in the present perfect, or shares that of the verb that it is coordinated with: "have met"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not helpers and verb.dep_ == "conj" and verb.tag_ == "VBN":
        return is_perfect(verb.head)
    return bool(helpers & {"has", "have", "'ve", "’ve"})


def visit_of(visit: Draft, meeting: Draft, reach: int = NEAR_VISIT) -> bool:
    """Whether a meeting is held on a visit: its visitor meets somebody of the state that is visited, close by in the text."""
    if visit.kind != "visit" or meeting.kind not in {"meeting", "talks", "summit", "signing"}:
        return False
    visitors = {p.actor.id for p in visit.participants if p.actor.type == "person"}
    hosts = {p.actor.state for p in visit.participants if p.actor.type == "state"}
    return (
        distance(visit, meeting) <= reach
        and any(p.actor.id in visitors for p in meeting.participants)
        and any(p.actor.state in hosts for p in meeting.participants)
    )


def links(trigger: Trigger) -> list[tuple[int, str, bool]]:
    """(token of another trigger, relation, whether on the same day) below a trigger or its verb."""
    found: list[tuple[int, str, bool]] = []
    doc = trigger.scene.doc
    if ORDER.isdisjoint(doc.words) and not doc.of_lemmas(DAY):
        return found
    verb = trigger.governor if trigger.governor is not None else trigger.token
    own = {trigger.token.i, verb.i}
    for token in doc.tokens:
        if token.lower_ in ORDER and token.dep_ in {"prep", "mark", "advmod"}:
            clause = token if token.dep_ == "prep" else token.head
            if climbs_to(clause, own):
                near = hours(token) or hours(clause)
                found += [(t.i, token.lower_, near) for t in clause.subtree if t.i > token.i]
            elif hours(token) and nearest_before(trigger, token):
                found += [(t.i, token.lower_, True) for t in trigger.scene.doc[token.i + 1 : token.i + 8]]
        if token.dep_ == "pobj" and token.lemma_.lower() == "day" and climbs_to(token.head, own):
            found += [
                (t.i, "same_day", True)
                for c in token.children
                if c.dep_ in {"relcl", "acl", "advcl"}
                for t in c.subtree
            ]
    return found


def climbs_to(token: Token, own: set[int]) -> bool:
    """Whether a clause hangs on one of the tokens, with no other verb between."""
    for _ in range(STEPS):
        token = token.head
        if token.i in own:
            return True
        if token.pos_ in VERBAL or token.head == token:
            return False
    return False


def nearest_before(trigger: Trigger, token: Token) -> bool:
    """Whether the trigger is the sentence's first verb and stands before "hours after", wherever the parse hangs it."""
    verbs = [
        t.i for t in trigger.scene.doc[: token.i] if t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"}
    ]
    return (
        trigger.token.i < token.i
        and bool(verbs)
        and (trigger.governor.i if trigger.governor is not None else trigger.token.i) == verbs[0]
    )


def hours(token: Token) -> bool:
    """Whether "hours" or "minutes" stands before the relation: "just hours after"."""
    below = [t for c in token.children for t in c.subtree]
    before = token.doc.tokens[max(0, token.i - 2) : token.i]
    return bool([t for t in (*below, *before) if t.i < token.i and t.lower_.startswith(UNITS)])


def share_day(draft: Draft, other: Draft, kind: str) -> None:
    """Gives the undated one of two contacts the day of the dated one."""
    words = {"after": "hours before", "following": "hours before", "before": "hours after"}.get(
        kind, "on the day of"
    )
    if draft.dated and draft.when and not other.dated:
        other.when, other.dated = hours_from(draft.when, words), True
    elif other.dated and other.when and not draft.dated:
        back = {"hours before": "hours after", "hours after": "hours before"}.get(words, words)
        draft.when, draft.dated = hours_from(other.when, back), True


def hours_from(when: When, words: str) -> When:
    """The day of another contact, as an inference from the words between them."""
    told = borrowed(when, f"{words} the contact of {when.start or 'then'}", "relative_event")
    return replace(told, relation=words.split()[1] if " " in words else None)
