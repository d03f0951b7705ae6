"""The date of a contact that other words of the report tell, which by themselves name too few to be a contact."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from communique.contacts.borrowed import borrowed, only_time
from communique.contacts.drafts import Claim, Draft
from communique.contacts.intervals import DONE, bounded
from communique.contacts.joining import compatible, same_family
from communique.contacts.scene import Scene
from communique.contacts.sides import side
from communique.contacts.story_settings import to_verb
from communique.contacts.triggers import Trigger
from communique.records import When

BESIDE = frozenset({"before", "ahead", "until", "till", "after", "following", "since"})
LONGEST = 31  # days: a time that is longer tells nothing of when something was


def date_by_words(drafts: Sequence[Draft], loose: Sequence[Claim], day: str | None) -> None:
    """Gives an undated contact the date of dated words of its kind whose sentence names all who took part.

    "He shared it with Japanese officials in a meeting last week. ... In the meeting with Motegi, he ..." was last week.
    """
    for draft in drafts:
        if draft.dated or draft.recalled() or draft.status not in DONE or any(map(often, draft.triggers)):
            continue
        found = only_time(c.when for c in loose if tells_of(c, draft))
        if found is not None:
            draft.when, draft.dated = bounded(told_again(found), draft.status, day), True


def often(trigger: Trigger) -> bool:
    """Whether a verb counts several contacts: "have met twice since", "have met several times since"."""
    return any(
        c.lower_ in {"twice", "thrice", "times"}
        for c in trigger.token.children
        if c.dep_ in {"npadvmod", "advmod", "dobj"}
    )


def tells_of(claim: Claim, draft: Draft) -> bool:
    """Whether dated words of the past can be a contact's: its family, in a sentence that names all its parties."""
    trigger, when = claim.trigger, claim.when
    past = claim.status == "held" or (claim.status == "" and claim.past)
    if not past or when is None or trigger.again or beside_it(trigger) or length(when) > LONGEST:
        return False
    return (
        same_family(draft, trigger)
        and compatible(draft, claim.participants)
        and names_all(trigger.scene, draft)
    )


def beside_it(trigger: Trigger) -> bool:
    """Whether words set a contact before or after what their sentence tells: "ahead of his meeting with Ruto"."""
    return any(t.lower_ in BESIDE for t in to_verb(trigger.token))


def length(when: When) -> int:
    """Days between the first and the last; very many for an open interval."""
    if not (when.start and when.end):
        return LONGEST + 1
    return (datetime.date.fromisoformat(when.end) - datetime.date.fromisoformat(when.start)).days


def names_all(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence names every participant, or unnamed ones of its state: "Japanese officials".

    A sentence about another person of that state tells of somebody else's contact.
    """
    actors = [a for m in scene.mentions for a in m.actors]
    ids, sides = {a.id for a in actors}, {side(a) for a in actors}
    persons = {side(a) for a in actors if a.type == "person"}
    named = sum(p.actor.id in ids for p in draft.participants)
    return named > 0 and all(
        p.actor.id in ids or side(p.actor) in sides - (persons if p.actor.type == "person" else set())
        for p in draft.participants
    )


def told_again(when: When) -> When:
    """A date as that of a contact which other words tell again."""
    return borrowed(when, f"told elsewhere: {when.derivation}")


def is_followed(trigger: Trigger, draft: Draft) -> bool:
    """Whether the contact just told of came after this one: "Lee's call to Roe on Monday followed a meeting in May"."""
    verb = trigger.governor
    if verb is None or verb.lemma_ != "follow" or trigger.token not in verb.children:
        return False
    return any(t.token.head == verb and t.token.i < verb.i for t in draft.triggers)
