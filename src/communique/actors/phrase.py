"""A noun phrase that names an actor, read and not resolved yet, and the office in it."""

from __future__ import annotations

from msgspec import field

from communique.knowledge.index import Hit
from communique.record_type import Record
from communique.records import Span

STATE_LIKE = ("state", "demonym", "capital", "metonym")


class Title(Record, frozen=True):
    """An office as the text gives it: the office's ids with the state that a title is bound to, and its words."""

    offices: tuple[tuple[str, str], ...]
    text: str
    former: bool = False
    acting: bool = False
    then: bool = False
    elect: bool = False
    plural: bool = False
    nth: bool = False


class Phrase(Record, frozen=True):
    """A noun phrase that names an actor, not resolved yet.

    "Russian President Vladimir Putin": persons ("vladimir-putin",), of ("RUS",), title president. `either` holds the
    states of a shared name: "Dominican President Fernández" is of one of two, and `of` stays empty.
    """

    span: Span
    head: Span
    form: str
    persons: tuple[str, ...] = ()
    name: str = ""
    family: bool = False
    title: Title | None = None
    of: tuple[str, ...] = ()
    entity: str = ""
    extra: tuple[Title, ...] = field(default=())
    owner: Span | None = None
    honorific: str = ""
    weak: bool = False
    either: tuple[str, ...] = ()


def shared(hit: Hit) -> tuple[str, ...]:
    """The states of which a people's name may be either's: "Dominican" is of two; empty where it is one's."""
    states = tuple(dict.fromkeys(hit.ids("demonym")))
    return states if len(states) > 1 else ()


def owner(hit: Hit) -> str:
    """The state or organisation that a hit stands for; a body and a place stand for what they belong to."""
    for name in hit.names:
        if name.category in STATE_LIKE or name.category == "organisation":
            return name.id
        if name.category == "body":
            return name.of or name.id
        if name.category == "place":
            return name.of
    return ""
