"""The new day of a contact that was put off, told behind: "put off their talks. They will be held on Tuesday instead."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import load_cues, words
from communique.contacts.drafts import Draft, Setting
from communique.contacts.moved import POSTPONING, is_put_off, verb_of
from communique.contacts.scene import VERBAL
from communique.contacts.status import negated
from communique.contacts.verb_forms import form_status
from communique.records import When

if TYPE_CHECKING:
    from communique.sentences import Token

NEAR = 2  # sentences behind the one that tells of putting off
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MEANT = frozenset({"it", "they", "this", "both"})
TAKING_PLACE = words("taking_place")
ARRANGED = words("arranged") | {"reschedule"}
AHEAD = frozenset({"planned", "proposed", "cancelled"})


def move_days(drafts: list[Draft], setting: Setting) -> list[Draft]:
    """The drafts, each that is put off planned for the new day that the sentences behind it tell.

    What these tell as a contact of its own ("The two will now meet on Tuesday") is taken into the one put off.
    """
    gone: set[int] = set()
    for draft in drafts:
        at = put_off_in(draft)
        if at is None:
            continue
        anew = next((other for other in drafts if is_arranged_anew(other, draft, at)), None)
        when = anew.when if anew is not None else new_day(draft, at, setting)
        if when is not None:
            move_to(draft, when)
        if anew is not None:
            draft.triggers += anew.triggers
            gone.add(id(anew))
    return [draft for draft in drafts if id(draft) not in gone]


def put_off_in(draft: Draft) -> int | None:
    """The last sentence in which a verb puts a contact off that is not held; None where none does."""
    if draft.status not in AHEAD:
        return None
    return max((t.scene.sentence.index for t in draft.triggers if puts_off(verb_of(t))), default=None)


def puts_off(verb: Token) -> bool:
    """Whether a verb puts something off: "postponed", "has been put back"."""
    return verb.pos_ in VERBAL and (verb.lemma_ in POSTPONING or is_put_off(verb)) and not negated(verb)


def is_arranged_anew(other: Draft, draft: Draft, at: int) -> bool:
    """Whether a contact that is told close behind is the one that was put off: the same parties, planned for a day."""
    behind = other.triggers[0].scene.sentence.index - at
    alike = other.family == draft.family and other.ids() == draft.ids()
    return 0 < behind <= NEAR and alike and other.status == "planned" and other.dated


def new_day(draft: Draft, at: int, setting: Setting) -> When | None:
    """The day ahead for which a sentence close behind sets what was put off; None where none does."""
    for scene in setting.scenes:
        if 0 < scene.sentence.index - at <= NEAR and scene.whens:
            ahead = [w for w in scene.whens if w.start and w.end and w.start >= (setting.day or "")]
            if len(ahead) == 1 and any(
                sets_anew(token, draft) for token in scene.doc if token.pos_ in VERBAL
            ):
                return ahead[0]
    return None


def sets_anew(verb: Token, draft: Draft) -> bool:
    """Whether a verb says when a contact will be: "it will now take place", "the visit is now set for"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or negated(verb) or not means(subject, draft):
        return False
    if verb.lemma_ in TAKING_PLACE and form_status(verb) == "planned":
        return True
    return any(t.lemma_ in ARRANGED for t in (verb, *verb.children) if t.dep_ in {"ROOT", "acomp"})


def means(subject: Token, draft: Draft) -> bool:
    """Whether a subject is a contact just told of: "it", "the visit", not "the EU summit"."""
    if subject.lower_ in MEANT:
        return True
    cue = load_cues().nouns.get(subject.lemma_.lower())
    of_others = any(c.pos_ == "PROPN" for c in subject.subtree)
    return cue is not None and cue.family == draft.family and is_definite(subject) and not of_others


def is_definite(noun: Token) -> bool:
    """Whether a noun is of what was told before: "the visit", "their talks"."""
    return any(c.lower_ in {"the", "their", "his", "her"} for c in noun.children)


def move_to(draft: Draft, when: When) -> None:
    """Plans a draft for a new day, and keeps the one for which it was planned before."""
    if draft.dated and draft.when is not None and draft.when.span != when.span:
        draft.former = draft.when
    if draft.status != "planned":
        draft.history.append("planned")
    draft.status, draft.when, draft.dated = "planned", when, True
