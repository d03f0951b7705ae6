"""Names and references that could mean more than one: mentions without an actor, and the doubts that they leave."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.grammar import weight_of
from communique.actors.phrase import Phrase
from communique.actors.search import Search, mention_of
from communique.actors.words import WORD_FAMILIES, WORDLIKE_FAMILIES
from communique.records import Account, Doubt, Mention, Report, Sentence

if TYPE_CHECKING:
    from communique.sentences import Doc

MOST = 6  # persons whom a doubt offers


def is_unsure(mention: Mention) -> bool:
    """Whether a mention is left open: two could be meant by it, or somebody of whom nothing in the report speaks."""
    return not mention.actors and bool(mention.choices)


def leave_open(
    search: Search,
    phrase: Phrase,
    at: tuple[Sentence, Doc | None],
    doubt: str | None,
    bearers: Sequence[str] = (),
) -> Mention | None:
    """A family name that nobody surely bears, with the `bearers` (else all in office on the day) who may be meant; None
    where it is a word.

    "Kim met Wang" names nobody: a Kim leads the North, others serve the South.
    """
    sentence, doc = at
    alone = phrase.title is None and not phrase.of and not phrase.honorific
    if alone and phrase.name in WORD_FAMILIES | WORDLIKE_FAMILIES:
        return None
    bearers = bearers or search.resolver.bearers(phrase)
    if not bearers or not doubt and len(bearers) < 2:
        return None
    names = tuple(search.knowledge.persons[person].name for person in bearers[:MOST])
    why = doubt or f"{len(bearers)} in office then bear the name"
    mention = replace(mention_of(search, phrase, sentence, (), doubt=why), choices=names)
    search.walk.discourse.note_stranger(mention, weight_of(phrase.head, sentence, doc))
    return mention


def find_name_doubts(
    report: Report, mentions: Sequence[Mention], accounts: Sequence[Account]
) -> Iterator[Doubt]:
    """Whom an open name or reference means, once for each wording: about the account whose words hold it.

    A name beside somebody else is asked about the report where no account was read: "Kim met Wang in Beijing".
    """
    unsure = [m for m in mentions if m.choices and is_unsure(m)]
    if not unsure:
        return
    busy = {m.sentence for m in mentions if m.actors and m.form not in {"place", "adjective"}}
    asked: set[tuple[str, str]] = set()
    for mention in unsure:
        about = next((a.id for a in accounts if a.evidence.covers(mention.span)), None)
        if about is None and mention.form in {"name", "title"} and mention.sentence in busy:
            about = report.id
        if about is None or (about, mention.text) in asked:
            continue
        asked.add((about, mention.text))
        yield Doubt(
            id="who-" + hashlib.sha256(f"{about}|{mention.text}".encode()).hexdigest()[:16],
            about=about,
            question=f'Who is meant by "{mention.text}"?',
            choices=mention.choices,
            span=mention.span,
            why=mention.doubt or "",
        )


def sure(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that mean somebody, or a place."""
    return tuple([m for m in mentions if not (m.choices and is_unsure(m))])
