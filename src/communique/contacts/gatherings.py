"""Gatherings of many, told by a group, a place and a host: "Moldova's allies met in Vilnius", "hosts Somalia and allies".

The rules for verbs and nouns read each sentence again with its groups (`contacts/assemblies.py`) as parties. What is
told has a place or a day, or a host; those who are not told stay out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.assemblies import assembly_words, find_assemblies, groups_of_states
from communique.contacts.cue_words import find_triggers
from communique.contacts.cues import Cue, CueTable
from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.contacts.joining import NEAR, days_fit
from communique.contacts.noun_verbs import governing_verb
from communique.contacts.scene import Scene, mentions_of, prepositions, unique
from communique.contacts.triggers import Trigger, acting, sides
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

TO_MEET = Cue(id="meet", lemmas=(), kind="meeting", part="verb")
PLACES = frozenset({"place", "capital"})
WHERE = frozenset({"in", "at", "near", "outside"})
FEWEST = 4  # sides that talk at one time: "will talk with leaders including Tusk, Nauseda and Scholz"


def find_gatherings(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence that have a group for a party, and those told already that have none."""
    laid = find_assemblies(scene)
    if not laid and not any(map(is_attending, scene.doc.of_lemmas(assembly_words("attending")))):
        return list(told)
    view = replace(scene, at={**with_companions(scene, laid), **laid})
    found = {t.token.i: t for t in [*find_triggers(view, table), *headline_plans(view, laid)]}
    known = {t.token.i: t for t in told}
    gathered = [with_attendants(t) for t in found.values() if t.family == "meeting"]
    new = [t for t in gathered if is_new(t, known.get(t.token.i)) and is_told_of(t)]
    places = {t.token.i for t in new}
    return [*(t for t in told if t.token.i not in places), *new]


def with_companions(scene: Scene, laid: dict[int, Mention]) -> dict[int, Mention]:
    """A sentence's mentions, where a state that stands beside its allies is of persons: "hosts Somalia and allies"."""
    at = dict(scene.at)
    for place in laid:
        token = scene.doc[place]
        if token.dep_ == "conj" and token.head.i in at and at[token.head.i].form in {"state", "demonym"}:
            at[token.head.i] = replace(at[token.head.i], form="people")
    return at


def is_new(trigger: Trigger, known: Trigger | None) -> bool:
    """Whether a trigger has a group or a guest for a party, where the rules without them tell of no two sides."""
    if known is not None and len(sides(known.parties)) >= 2:
        return False
    return of_assembly(trigger) or (trigger.host is not None and len(sides(trigger.parties)) >= 2)


def is_told_of(trigger: Trigger) -> bool:
    """Whether a gathering has a place or a day in its clause, or a host and guests."""
    if trigger.host is not None and len(sides(trigger.parties)) > 1:
        return True
    scene = trigger.scene
    verb = trigger.governor if trigger.governor is not None else governing_verb(trigger.token)
    heads = [trigger.token, *([verb] if verb is not None and trigger.cue.part == "noun" else [])]
    below = {t.i for head in heads for t in head.subtree}
    return any(is_place(scene, i) for i in below) or any(
        w.start and w.start == w.end and (t := scene.token_at(w.span)) is not None and t.i in below
        for w in scene.whens
        if w.span
    )


def is_place(scene: Scene, number: int) -> bool:
    """Whether a token is a place where something is: "in Vilnius", not "the way to Vilnius"."""
    mention = scene.at.get(number)
    if mention is None or mention.form not in PLACES:
        return False
    head = scene.doc[number].head
    return head.lower_ in WHERE or scene.doc[number].dep_ in {"compound", "nmod"}


def headline_plans(scene: Scene, laid: dict[int, Mention]) -> Iterator[Trigger]:
    """A headline's plan for a group to deliberate somewhere: "Lublin Triangle to discuss Moldova in Vilnius"."""
    if scene.sentence.layer != "headline" and scene.sentence.index > 0:
        return
    for token in scene.doc.of_lemmas(assembly_words("deliberating")):
        to = any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
        if token.tag_ != "VB" or not to:
            continue
        acting_on = [laid[t.i] for t in (token.head, *token.head.children) if t.i in laid and t.i < token.i]
        if acting_on and (token.dep_ in {"relcl", "acl", "ROOT"} or token.head.dep_ == "ROOT"):
            yield Trigger(
                scene=scene,
                token=token,
                cue=TO_MEET,
                kind="meeting",
                status="planned",
                first=tuple(acting_on[:1]),
                second=(),
                definite=True,
            )


def with_attendants(trigger: Trigger) -> Trigger:
    """A contact noun's trigger with those in the clause behind it: "hosted by Ruto and attended by leaders of the Quad"."""
    if trigger.cue.part != "noun":
        return trigger
    by = [
        (verb, m)
        for verb in clauses(trigger.token)
        for _, obj in prepositions(verb, ("by",))
        for m in acting(taking_part(trigger.scene, obj))
    ]
    if not by:
        return trigger
    host = next((m for verb, m in by if verb.lemma_.lower() in assembly_words("hosting")), trigger.host)
    parties = tuple(unique([*trigger.second, *(m for _, m in by)]))
    return replace(trigger, second=parties, host=host)


def taking_part(scene: Scene, token: Token) -> list[Mention]:
    """Those whom a noun behind "by" means; a group told by its members' noun is meant by no other words there."""
    groups = assemblies_below(scene, token)
    named = [m for m in groups if m.actors[0].id in groups_of_states(scene, "group", "intergovernmental")]
    own = [m for m in mentions_of(scene, token) if m.form not in {"group", "assembly"} or not groups]
    return [*own, *(named or groups)]


def clauses(noun: Token) -> Iterator[Token]:
    """The participles behind a noun by which others take part, also where the parse hangs the second on a verb above."""
    for token in noun.doc[noun.i + 1 :]:
        if is_attending(token) and (token.head.i == noun.i or token.dep_ == "conj"):
            yield token


def is_attending(token: Token) -> bool:
    """Whether a word is a participle with those who act in it: "hosted by Ruto"."""
    attending = token.tag_ in {"VBN", "VBD"} and token.lemma_.lower() in assembly_words("attending")
    return attending and any(c.dep_ == "agent" for c in token.children)


def assemblies_below(scene: Scene, token: Token) -> list[Mention]:
    """Groups below a noun of their members: "leaders of the states that make up the Lublin Triangle"."""
    own = [scene.at[t.i] for t in token.subtree if t.i in scene.at]
    known = groups_of_states(scene, "group", "intergovernmental")
    members = [m for m in own if m.form == "organisation" and {a.id for a in m.actors} <= known]
    return [*(m for m in own if m.form == "assembly"), *(replace(m, form="assembly") for m in members)]


@functools.cache
def gate() -> re.Pattern[str]:
    """`gate` of gatherings.toml as a pattern."""
    words = read_toml(LEXICON / "gatherings.toml")["gate"]
    who, deed = ("|".join(words[key]) for key in ("who", "deed"))
    return re.compile(rf"\b(?:{who})\b[^.!?\n]{{0,80}}?\b(?:{deed})\b", re.IGNORECASE)


@functools.cache
def of_two() -> re.Pattern[str]:
    """Words that name two states at once: "the Koreas"."""
    return re.compile(rf"\b(?:{'|'.join(read_toml(LEXICON / 'references.toml')['states'])})\b")


def may_gather(body: str) -> bool:
    """Whether a text may tell of a gathering of a group, or of two states by one word, though it names but one side."""
    return gate().search(body) is not None or of_two().search(body) is not None


def join_speakers(drafts: list[Draft]) -> list[Draft]:
    """The drafts, where many who talk at the time of a gathering told beside them are at it.

    "Lublin Triangle to discuss Moldova in Vilnius. Sandu will talk with leaders including Tusk, Nauseda and Scholz."
    """
    gathered = [d for d in drafts if [t for t in d.triggers if of_assembly(t)]]
    kept = list(drafts)
    for draft in drafts if gathered else ():
        meant = next(
            (g for g in gathered if is_at(draft, g) and len(sides_at(draft, drafts)) >= FEWEST), None
        )
        if meant is not None:
            known = meant.ids()
            meant.triggers += draft.triggers
            meant.participants += [p for p in draft.participants if p.actor.id not in known]
            kept.remove(draft)
    return kept


def of_assembly(trigger: Trigger) -> bool:
    """Whether a group is a party: "allies met in Vilnius"."""
    return "assembly" in [m.form for m in (*trigger.first, *trigger.second)]


def sides_at(draft: Draft, drafts: Sequence[Draft]) -> set[str]:
    """The sides of all who talk by one word of the text, whom the rules for lists take for several contacts."""
    first = draft.triggers[0]
    alike = [
        d for d in drafts if d.triggers[0].scene is first.scene and d.triggers[0].token.i == first.token.i
    ]
    return {side for each in alike for side in each.sides()}


def is_at(draft: Draft, gathering: Draft) -> bool:
    """Whether those who talk by a channel that is not said may be at a gathering: near, ahead or done alike."""
    between = draft.triggers[0].scene.sentence.index - gathering.last_sentence()
    alike = (draft.status in DONE) == (gathering.status in DONE) and days_fit(draft.when, gathering.when)
    return draft.kind == "call" and draft is not gathering and abs(between) <= NEAR and alike
