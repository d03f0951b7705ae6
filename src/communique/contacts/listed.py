"""Lists that the parse has cut in two: who stands beside those whom it gives a contact, by the words between alone.

"Shrestha and the visiting minister of Japan, Kamikawa, held talks": a parse that gives the talks to Shrestha alone has
lost the other side, which "and the visiting" joins to it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.contacts.scene import Scene
from communique.contacts.subjects import SUBJECT, subjects
from communique.contacts.triggers import Trigger, sides
from communique.records import Mention

PERSONS = frozenset({"name", "title", "office", "descriptor"})
JOINING = re.compile(
    r",? (?:and|as well as|along with|together with)(?: (?:also|then|later|finally))?(?: with)? "
    r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s? )?"
    r"(?:(?:the|his|her|their|its|a|an|visiting|new|acting|interim|then|former|top|senior|[a-z]+ing) ){0,2}"
)
STATES = frozenset({"state", "capital", "organisation"})
SMALL = re.compile(r",? (?:(?:also|later|earlier|today|yesterday|recently|then|briefly|has|have|had) )*")
OWNERS = frozenset({"his", "her", "its", "their"})
COMMA = re.compile(r", (?:the )?")
FAMILIES = frozenset({"call", "meeting", "signing"})


def whole(trigger: Trigger) -> Trigger:
    """The trigger with those of its lists whom the parse has left out."""
    if trigger.family not in FAMILIES:
        return trigger
    scene, place = trigger.scene, acts_at(trigger)
    first, second = trigger.first, without_owners(trigger.second)
    if first and first[-1].span.end <= place and is_cut(trigger):
        first = beside(scene, first, place)
    elif first and first[0].span.start >= place:
        first = beside(scene, first, None, taken=second)
    elif second and not first:
        first = right_before(trigger, place)
    if second and second[0].span.start >= place:
        second = beside(scene, second, None, taken=first)
    return (
        trigger
        if (first, second) == (trigger.first, trigger.second)
        else replace(trigger, first=first, second=second)
    )


def is_cut(trigger: Trigger) -> bool:
    """Whether those who act may be part of a list: there is one side alone, or what acts are states."""
    states = len(trigger.first) > 1 and {m.form for m in trigger.first} <= STATES
    return states or len(sides(trigger.parties)) < 2


def without_owners(listed: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A list of names without a "his" that belongs to what follows: "spoke to Fox and Lagos, his spokesman said"."""
    named = tuple([m for m in listed if m.text.lower() not in OWNERS])
    if len(named) == len(listed):
        return listed
    return named if any(m.form in PERSONS for m in named) else listed


def right_before(trigger: Trigger, place: int) -> tuple[Mention, ...]:
    """Who stands right before a verb to which the parse gives nobody: "On 11 February the minister, Ann Lee, met Ed Roe"."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    scene = trigger.scene
    if (
        subjects(verb)
        or verb.tag_ not in {"VBD", "VBZ", "VBP"}
        or any(c.dep_ == "auxpass" for c in verb.children)
    ):
        return ()
    base = scene.sentence.span.start
    persons = [m for m in scene.mentions if m.form in PERSONS and m.actors and m.span.end <= place]
    near = max(persons, key=lambda m: m.span.end, default=None)
    known = {a.id for m in trigger.second for a in m.actors}
    if near is None or known & {a.id for a in near.actors}:
        return ()
    between = scene.doc.text[near.span.end - base : place - base]
    return (near,) if SMALL.fullmatch(between) else ()


def acts_at(trigger: Trigger) -> int:
    """Where the verb of a contact begins, its auxiliaries left aside."""
    verb = trigger.governor if trigger.governor is not None else trigger.token
    return trigger.scene.starts_at(verb)


def beside(
    scene: Scene, listed: Sequence[Mention], limit: int | None, taken: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """A list with the persons whom "and" joins to its ends; before `limit`, a place in the body, where one is given."""
    forms = STATES if {m.form for m in listed} <= STATES else PERSONS
    persons = [m for m in scene.mentions if m.form in forms and m.actors]
    found = filled(scene, listed, persons) if len(listed) > 1 else list(listed)
    known = {a.id for m in [*found, *taken] for a in m.actors}
    for other in persons:
        if limit is not None and other.span.end > limit:
            continue
        new = known.isdisjoint([a.id for a in other.actors])
        if new and follows(scene, found[-1], other) and not leads_clause(scene, other, limit):
            found.append(other)
            known |= {a.id for a in other.actors}
    if limit is None:
        found += [m for m in run_behind(scene, found[-1], persons) if not known & {a.id for a in m.actors}]
    else:
        for other in reversed(persons):
            joint = COMMA if len(found) > 1 else JOINING
            if not known & {a.id for a in other.actors} and follows(scene, other, found[0], joint):
                found.insert(0, other)
                known |= {a.id for a in other.actors}
    return tuple(found)


def filled(scene: Scene, listed: Sequence[Mention], persons: Sequence[Mention]) -> list[Mention]:
    """A list with those whom the parse has lost between two of it: "met the Emir of Qatar, Ann Lee, and the King of Oman"."""
    known = {a.id for m in listed for a in m.actors}
    found = [listed[0]]
    for other in listed[1:]:
        left = found[-1]
        between = [m for m in persons if left.span.end < m.span.start and m.span.end < other.span.start]
        run = [left, *between, other]
        chained = all(
            follows(scene, a, b, COMMA) or (b is other and follows(scene, a, b))
            for a, b in itertools.pairwise(run)
        )
        if chained and known.isdisjoint([a.id for m in between for a in m.actors]):
            found += between
        found.append(other)
    return found


def run_behind(scene: Scene, last: Mention, persons: Sequence[Mention]) -> list[Mention]:
    """The rest of a list whose commas the parse has taken for appositions: "with Lee, the Emir of Qatar and Ann Roe"."""
    run: list[Mention] = []
    closed = False
    for other in persons:
        right = run[-1] if run else last
        if closed or other.span.start < right.span.end:
            continue
        closed = follows(scene, right, other)
        if not closed and not follows(scene, right, other, COMMA):
            break
        run.append(other)
    return run if closed and len(run) > 1 and not leads_clause(scene, run[-1], None) else []


def follows(scene: Scene, one: Mention, other: Mention, joint: re.Pattern[str] = JOINING) -> bool:
    """Whether nothing but "and" and small words stand between two persons; a comma farther to the left of a list."""
    base = scene.sentence.span.start
    between = scene.doc.text[one.span.end - base : other.span.start - base]
    return one.span.end < other.span.start and joint.fullmatch(between) is not None


def leads_clause(scene: Scene, mention: Mention, limit: int | None) -> bool:
    """Whether a person behind a verb is the subject of the next one: "met Lavrov and Kerry said"."""
    if limit is not None:
        return False
    token = scene.token_at(mention.span) or scene.token_at(mention.head)
    if token is None or token.dep_ in SUBJECT:
        return True
    behind = next((t for t in scene.doc.tokens if scene.starts_at(t) >= mention.span.end), None)
    return behind is not None and behind.tag_ in {"VBD", "VBZ", "VBP", "MD"}
