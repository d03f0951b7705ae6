"""Who else was in the room, by the list that an official text gives behind: "The meeting was attended by the ministers A and B".

"Present at the talks from our side were A and B.", "On the Japanese side, A and B attended." They deal with nobody, and are
aides, or of a delegation where the list is of one side.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import cast

from communique.contacts.drafts import Draft
from communique.contacts.intervals import DONE
from communique.records import Mention, Participant, Role, Sentence

REACH = 8  # sentences behind the contact
MEETING = r"(?:meetings?|talks|calls?|conversation|audience|reception|dinner|lunch(?:eon)?|banquet|sessions?|discussions?|consultations|negotiations)"
BEHIND = re.compile(
    rf"\b(?:[Tt]he|[Tt]his) (?:[\w-]+ ){{0,3}}?{MEETING}\b[^.;]{{0,90}}?\b(?:was|were) (?:also )?attended\b[^.;]{{0,50}}?\bby\b"
    rf"|\b(?:[Aa]lso )?(?:[Pp]resent|[Pp]articipating|[Tt]aking part|[Aa]ttending|[Ii]n attendance)\b(?: (?:at|in|there|from|on|the)\b[^.;:]{{0,60}}?)?(?: (?:was|were)\b|:)"
    r"|\b(?:delegation|side) (?:included|comprised|consisted of|was composed of|was represented by)\b"
)
AHEAD = re.compile(
    rf"\b(?:also |both )?(?:attended|took part|participated|(?:was|were) (?:also )?(?:present|in attendance)|sat in)"
    rf"(?: (?:in|at|on|the|this) (?:[\w-]+ ){{0,3}}?{MEETING}| as well| too)?(?=[.;,]|$)"
)
GATE = re.compile(r"ttend|resent|art in\b|articipat|aking part|\bsat in\b|\b(?:side|delegation) ")
TURN = re.compile(
    r"\b(?:who|which|that|where|while|whom|said|told|will|has|had|met|after|before)\b|[.;:] [A-Z]\w+ \w+ed\b"
)
NAMED = frozenset({"name", "title", "office"})


def with_those_present(
    draft: Draft, sentences: Sequence[Sentence], mentions: Sequence[Mention], body: str
) -> None:
    """Adds to a meeting or call that came about those whom a sentence close behind lists as present."""
    if (
        draft.family not in {"meeting", "call"}
        or draft.status not in DONE
        or all(t.again for t in draft.triggers)
    ):
        return
    told = [t.scene.sentence.index for t in draft.triggers]
    last = min(max(told) + REACH, draft.limit - 1)
    known = draft.ids()
    for sentence in sentences:
        if not min(told) <= sentence.index <= last or sentence.layer != "prose":
            continue
        for mention, role in listed(sentence, mentions, body) if GATE.search(sentence.span.of(body)) else ():
            actor = mention.actors[0]
            if actor.id not in known:
                known.add(actor.id)
                draft.participants.append(
                    Participant(actor=actor, role=cast(Role, role), as_named=mention.text, span=mention.span)
                )


def listed(sentence: Sentence, mentions: Sequence[Mention], body: str) -> Iterator[tuple[Mention, str]]:
    """(person, role) of those whom a sentence lists as present."""
    found = match_of(sentence.span.of(body))
    if found is None:
        return
    start, end, role = found
    place = sentence.span.start + start
    for mention in mentions:
        if mention.sentence != sentence.index or mention.form not in NAMED or len(mention.actors) != 1:
            continue
        inside = place <= mention.span.start and mention.span.end <= sentence.span.start + end
        if not inside or mention.actors[0].type != "person":
            continue
        if TURN.search(body[place : mention.span.start]):
            return
        place = mention.span.end
        yield mention, role


@functools.lru_cache(maxsize=256)
def match_of(text: str) -> tuple[int, int, str] | None:
    """Where the list stands in a sentence, and the role of those in it."""
    behind = BEHIND.search(text)
    if behind is not None:
        return behind.end(), len(text), "delegation" if one_side(behind.group()) else "aide"
    ahead = AHEAD.search(text)
    if ahead is None:
        return None
    return 0, ahead.start(), "delegation" if one_side(text[: ahead.start()]) else "aide"


def one_side(words: str) -> bool:
    """Whether words say that a list is of one side."""
    return re.search(r"\b(?:side|delegation)\b", words) is not None
