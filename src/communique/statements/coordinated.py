"""Verbs that go on behind "and" with the speaker of the main clause: "said the price was fair and promised a refund"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.names import speaks_at_all
from communique.statements.page import Page

if TYPE_CHECKING:
    from communique.sentences import Token

JOINED = re.compile(r"(?:,|\s[—–])?\s+(?:and|but)\s+(?:(?:also|then|later|instead|again|\w+ly)\s+)*$")
GOES_ON = frozenset({"add", "go on"})
PERSONAL = frozenset({"he", "she", "they", "i", "we"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_main_speaker(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of one sentence, those joined by "and" given to the main verb's speaker.

    The parse hangs "promised" on the clause ("was fair") as often as on "said". It is the main speaker's where the
    clause's subject cannot speak, or where its verb is no simple past that "promised" could go on from.
    """
    done: list[Attribution] = []
    for attribution in attributions:
        main = next((a for a in reversed(done) if governs(page, a, attribution)), None)
        if main is None:
            done.append(attribution)
            continue
        lead = page.masked[main.cue.end : attribution.cue.start]
        joint = JOINED.search(lead)
        end = main.cue.end + (joint.start() if joint else len(lead))
        at = done.index(main)
        if main.region and main.region.start < end < main.region.end:
            done[at] = replace(main, region=trimmed_clause(page, main.region.start, end))
        done.append(replace(attribution, source=main.source, start=attribution.cue.start, links=main.links))
    return done


def governs(page: Page, main: Attribution, inner: Attribution) -> bool:
    """Whether `inner` goes on from `main` behind "and"."""
    if main.source is None or main.post or main.verb.phrase or main.form == "relay" or inner.verb.phrase:
        return False
    if main.region is None or not main.region.covers(inner.cue) or main.noun:
        return False
    if (
        inner.form not in FINITE | {"refusal"}
        or main.form not in FINITE
        or inner.form not in {main.form, "refusal"}
    ):
        return False
    if not JOINED.search(page.masked[main.cue.end : inner.cue.start]):
        return False
    return inner.lemma in GOES_ON or not shares_subject(page, inner)


def shares_subject(page: Page, inner: Attribution) -> bool:
    """Whether a verb behind "and" may be the clause's own: "said he met the king and asked him for help"."""
    sentence, source = inner.sentence, inner.source
    words = inner.cue.of(page.body).split()
    token = page.token(sentence, Span(start=inner.cue.start, end=inner.cue.start + len(words[0])))
    if source is None or token is None or token.dep_ != "conj" or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    if (
        not source.pronoun
        and not (source.link and source.link.id)
        and not speaks_at_all(source.span.of(page.body))
    ):
        return False
    if source.pronoun and source.pronoun not in PERSONAL:
        return False
    had = token.head.tag_ == "VBN" and any(c.lower_ == "had" for c in token.head.children)
    if had and token.tag_ == "VBD":
        return False  # "said they had failed and thanked Lund": thanking is not behind "had"
    return simple_past(token.head)


def simple_past(verb: Token) -> bool:
    """Whether a clause's verb is a past that another past can go on from: "met", "was told"; not "would go", "is ill"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.pos_ == "AUX" or (verb.tag_ == "VBG" and helpers):
        return False
    return verb.tag_ in {"VBD", "VBN"} and not helpers & {
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
    }
