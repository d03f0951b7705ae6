"""Who is in the room without dealing: mediators, hosts, delegations, aides, interpreters; and who leads for a state.

"Talks between Kenya and Somalia, led by Musalia Mudavadi for Nairobi and mediated by Qatar": Mudavadi leads a
delegation and stands for Kenya, Qatar is the mediator.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import cast

from msgspec.structs import replace

from communique.contacts.drafts import Draft
from communique.contacts.scene import VERBAL, Scene
from communique.contacts.sides import side
from communique.knowledge.caseless import Caseless
from communique.knowledge.fold import small_letters
from communique.knowledge.load import LEXICON, read_toml
from communique.records import Actor, Mention, Participant, Report, Role, Span

JOINED = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:(?:his|her|the|by)\s+)?(?:[A-Za-z-]+\s+){0,4}")
FEWEST = 2  # sides without the mediator: who is left must still deal with another
FORMS = frozenset({"name", "title", "office", "state", "people", "organisation", "capital", "adjective"})


@functools.cache
def patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """(role, words before, words behind) of lexicon/contacts.toml; one of the two may be empty."""
    rows = read_toml(LEXICON / "contacts.toml")["role"]
    return tuple(
        (
            row["id"],
            re.compile(rf"(?:{row.get('before', '(?!)')})\s*(?:the\s+)?$", re.IGNORECASE),
            re.compile(rf"^(?:'s|’s)?[\s,]*(?:{row.get('behind', '(?!)')})\b", re.IGNORECASE),
        )
        for row in rows
    )


@functools.cache
def any_role() -> tuple[Caseless, Caseless]:
    """The words before or behind for any role."""
    _, ahead, behind = zip(*patterns(), strict=True)
    either = [Caseless("|".join(f"(?:{each.pattern})" for each in some)) for some in (ahead, behind)]
    return either[0], either[1]


@functools.cache
def role_words() -> re.Pattern[str]:
    """The words for any role in a text in small letters, wherever they stand."""
    rows = read_toml(LEXICON / "contacts.toml")["role"]
    return re.compile("|".join(row[key] for row in rows for key in ("before", "behind") if key in row))


@functools.lru_cache(maxsize=256)
def tells_role(text: str) -> bool:
    """Whether a sentence has words for a role: "Putin, accompanied by Sergei Lavrov"."""
    return role_words().search(small_letters(text)) is not None


def assign_roles(draft: Draft, report: Report) -> list[Participant]:
    """The draft's participants with the roles that its sentences give, and those in the room who do not deal."""
    participants = list(draft.participants)
    for mention, role in told_roles(draft, report):
        actor = mention.actors[0]
        if role == "host" and draft.kind == "visit" and is_of_third(actor, participants):
            continue
        at = next((n for n, p in enumerate(participants) if p.actor.id == actor.id), None)
        if role == "delegation_lead":
            participants = with_leader(participants, mention)
        elif at is None:
            participants.append(in_room(mention, role))
        elif others(participants, at) >= FEWEST:
            participants[at] = replace(participants[at], role=cast(Role, role), span=mention.span)
    return participants


def is_of_third(actor: Actor, participants: list[Participant]) -> bool:
    """Whether who hosts is of neither side of a visit: "flew to China from Washington, where he was hosted by Biden"."""
    return actor.state is not None and actor.state not in {p.actor.state for p in participants}


def others(participants: list[Participant], at: int) -> int:
    """How many sides deal without one participant."""
    return len({side(p.actor) for n, p in enumerate(participants) if n != at and p.role == "party"})


def with_leader(participants: list[Participant], mention: Mention) -> list[Participant]:
    """A state whose delegation a person leads is replaced by that person."""
    actor = mention.actors[0]
    if actor.type != "person":
        return participants
    return [
        replace(p, actor=actor, role="delegation_lead", as_named=mention.text, span=mention.span)
        if p.actor.id in {actor.id, actor.state} and p.role == "party"
        else p
        for p in participants
    ]


def in_room(mention: Mention, role: str) -> Participant:
    """Somebody who takes part without dealing."""
    return Participant(
        actor=mention.actors[0], role=cast(Role, role), as_named=mention.text, span=mention.span
    )


def told_roles(draft: Draft, report: Report) -> Iterator[tuple[Mention, str]]:
    """(mention, role) by the words before and behind each mention of the draft's sentences, lists carried on."""
    yield from ((t.mediator, "mediator") for t in draft.triggers if t.mediator is not None)
    scenes = {t.scene.sentence.index: t.scene for t in draft.triggers}
    told = [index for index, s in scenes.items() if tells_role(s.sentence.span.of(report.body))]
    for index in sorted(told):
        last: tuple[Mention, str] | None = None
        ahead: Mention | None = None
        for mention in named(scenes[index]):
            role = role_of(mention, scenes[index].sentence.span, report)
            if role == "delegation_lead" and ahead is not None:
                mention = of_delegation(mention, ahead)
            ahead = mention
            if role is None and last is not None and last[1] == "delegation":
                between = report.body[last[0].span.end : mention.span.start]
                role = "delegation" if JOINED.fullmatch(between) else None
            last = (mention, role) if role else None
            if role and not (role == "host" and hosts_other(mention, scenes[index], draft)):
                yield mention, role


def hosts_other(mention: Mention, scene: Scene, draft: Draft) -> bool:
    """Whether somebody hosted another event than the draft's: "The talks followed a conference hosted by Merkel"."""
    token = scene.token_at(mention.head)
    hosted = token.head.head if token is not None and token.dep_ == "pobj" else None
    if hosted is None or hosted.dep_ != "acl" or hosted.pos_ not in VERBAL:
        return False
    told = {t.token.i for t in draft.triggers if t.scene is scene}
    return told.isdisjoint([hosted.head.i, *(each.i for each in hosted.head.ancestors)])


def of_delegation(mention: Mention, ahead: Mention) -> Mention:
    """A leader of whom nothing tells the state, with that of the delegation: "a Chinese delegation headed by Xue Jian"."""
    actor, state = mention.actors[0], ahead.actors[0]
    if actor.type != "person" or actor.state or state.type != "state":
        return mention
    return replace(mention, actors=(replace(actor, state=state.id),))


def named(scene: Scene) -> list[Mention]:
    """The mentions of one actor in a sentence, in order."""
    found = {m.span.start: m for m in scene.mentions if m.form in FORMS and len(m.actors) == 1}
    return [found[start] for start in sorted(found)]


def role_of(mention: Mention, sentence: Span, report: Report) -> str | None:
    """The role that the words around a mention give it."""
    before = report.body[max(sentence.start, mention.span.start - 60) : mention.span.start]
    behind = report.body[mention.span.end : min(sentence.end, mention.span.end + 40)]
    some_ahead, some_behind = any_role()
    if not some_ahead.search(before) and not some_behind.match(behind):
        return None
    return next(
        (role for role, ahead, after in patterns() if ahead.search(before) or after.match(behind)), None
    )
