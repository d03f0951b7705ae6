"""What a report tells of before and after it came about: the wish for a call, and the call that followed.

"Ruto phoned Museveni on Friday. Officials said he had wanted to speak to him before the summit." is one call.
"""

from __future__ import annotations

from communique.contacts.cues import words
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.contacts.joining import RANKS, days_fit
from communique.contacts.story_settings import to_verb
from communique.contacts.triggers import Trigger

NEAR = 6  # sentences from the wish to what came of it
GREETINGS = frozenset({"face", "shake-hands"})
ANOTHER = words("another") - {"earlier", "previous", "last"}
AFRESH = frozenset("again another further more next future soon still regularly second third".split())
OPEN = frozenset({"will", "'ll", "shall", "may", "might", "can", "should", "must"})
PAST = frozenset({"VBD", "VBN"})
AHEAD = frozenset({"proposed", "planned"})
BEFORE = frozenset({"ahead", "before"})


def unite_wished(drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that were only wished for or ahead of it taken into the one that the report tells as held."""
    gone: set[int] = set()
    deeds = [draft for draft in drafts if draft.status in DONE]
    for draft in [draft for draft in drafts if draft.status in AHEAD]:
        deed = next((other for other in deeds if came_about(draft, other)), None)
        if deed is not None:
            deed.triggers += draft.triggers
            deed.kind = max(deed.kind, draft.kind, key=lambda kind: RANKS[kind])
            gone.add(id(draft))
    return [draft for draft in drafts if id(draft) not in gone]


def came_about(wish: Draft, deed: Draft) -> bool:
    """Whether what one draft tells as wished for or to come is what another, which is held, tells of."""
    if wish.kind == "summit" or wish.family != deed.family or wish.ids() != deed.ids():
        return False
    if distance(wish, deed) > NEAR or any(is_afresh(t) for t in wish.triggers):
        return False
    if is_greeting(deed) and days_fit(wish.when, deed.when) and distance(wish, deed) <= 1:
        return True
    if wish.dated or (wish.family == "visit" and not deed.dated):
        return False
    if wish.status == "planned":
        return all(is_ahead(t) for t in wish.triggers)
    return told_as_past(wish.triggers[0])


def distance(one: Draft, other: Draft) -> int:
    """How many sentences lie between the nearest words of two drafts."""
    places = [(a.scene.sentence.index, b.scene.sentence.index) for a in one.triggers for b in other.triggers]
    return min(abs(a - b) for a, b in places)


def is_greeting(draft: Draft) -> bool:
    """Whether a meeting is told by its first moment alone: "embraced him at the airport before their talks"."""
    return all(t.cue.id in GREETINGS for t in draft.triggers)


def is_afresh(trigger: Trigger) -> bool:
    """Whether words say that it is another contact: "hoped to meet him again", "asked for a second call"."""
    named = any(c.lower_ in ANOTHER for c in trigger.token.children)
    return named or any(t.lower_ in AFRESH and not t.tag_.startswith("NNP") for t in trigger.scene.doc)


def is_ahead(trigger: Trigger) -> bool:
    """Whether a definite noun stands behind "ahead of" or "before": "greeted them ahead of their session"."""
    return trigger.definite and any(t.lower_ in BEFORE for t in to_verb(trigger.token))


def told_as_past(trigger: Trigger) -> bool:
    """Whether a wish is told in the past tense, without a word that keeps it open."""
    verbs = [t for t in trigger.token.ancestors if t.pos_ in {"VERB", "AUX"}]
    modals = {c.lower_ for t in (trigger.token, *verbs) for c in t.children if c.dep_ == "aux"} & OPEN
    return any(t.tag_ in PAST for t in verbs) and not modals
