"""Where an envoy serves, which stands between the title and the name: "the Indian ambassador to Peru, Asha Rao"."""

from __future__ import annotations

from communique.actors.names_behind import read_name
from communique.actors.patterns import LISTED, POST, SEATED
from communique.actors.phrase import Title
from communique.actors.reader import Reader
from communique.actors.words import ROLES
from communique.records import Span

POSTED = frozenset(ROLES["posted"])
SEATS = ("state", "capital", "organisation", "body", "place")


def read_posted(
    reader: Reader, title: Title, behind: tuple[int, int], bound: bool
) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """The name of an envoy behind the post; `behind` is where the title ends, and the next hit's number."""
    post = read_post(reader, title, *behind)
    return read_name(reader, post, title, bound) if post is not None else None


def read_post(reader: Reader, title: Title, end: int, number: int) -> int | None:
    """Where the words for an envoy's post end: "to Peru", "to Peru and Bolivia", "to the United Nations in Geneva".

    None where the title is not of one who is posted abroad, or no post stands behind it.
    """
    body, hits = reader.body, reader.hits
    if number >= len(hits) or not hits[number].has(*SEATS) or hits[number].has("office"):
        return None
    if title.plural or not any(office in POSTED for office, _ in title.offices):
        return None
    own_to = title.text.lower().endswith(" to") and body[end : hits[number].start] in {" ", " the "}
    if not own_to and not POST.fullmatch(body, end, hits[number].start):
        return None
    end, number = hits[number].end, number + 1
    while number < len(hits) and hits[number].has(*SEATS) and not hits[number].has("office"):
        gap = (body, end, hits[number].start)
        if not (LISTED.fullmatch(*gap) or SEATED.fullmatch(*gap)):
            break
        end, number = hits[number].end, number + 1
    return end
