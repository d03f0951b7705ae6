""" "[state] title [of state] [name]", also "presidents of France and Finland", "Turkey's Tayyip Erdogan"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.actors.bare_names import read_person
from communique.actors.names_behind import after_name, read_far_name, read_name
from communique.actors.patterns import (
    AD_INTERIM,
    BETWEEN,
    CORPS,
    HOUSE,
    LISTED,
    LONG_GAP,
    OF,
    OFFICE_OF,
    PORTFOLIO,
    POSSESSED,
    SERVING,
    SHORT_FORM,
)
from communique.actors.phrase import STATE_LIKE, Phrase, Title, owner, shared
from communique.actors.posts import read_posted
from communique.actors.reader import Reader
from communique.actors.titles import title_of, words_before
from communique.actors.words import ROLES
from communique.knowledge.index import Hit
from communique.records import Span

SENDERS: dict[str, str] = ROLES["senders"]
WHERE_BEFORE = re.compile(  # "In the U.S., Turkish leaders spoke"
    r"\b(?:in|to|from|at|with|for|across|inside|outside|within|into|through|leaving|visiting) (?:the )?$",
    re.IGNORECASE,
)
EACH_HAS = re.compile(r"['’]s?(?:, (?:and )?| and )")
APART = frozenset(ROLES["held_apart"])


def read_titled(reader: Reader, number: int) -> tuple[Phrase | None, int]:
    """ "[state] title [of state] [name]", also "presidents of France and Finland"."""
    hits, named, of, modifiers = reader.hits, list[Hit](), list[str](), ""
    start = hits[number].start
    n = number
    while n < len(hits) and hits[n].has(*STATE_LIKE, "organisation", "body") and not hits[n].has("office"):
        if n + 1 == len(hits):
            return None, number
        named.append(hits[n])
        closing = is_short_form(reader, n)
        n += closing
        if gap := BETWEEN.fullmatch(reader.body, hits[n].end + closing, hits[n + 1].start):
            of, modifiers = owners(named), modifiers + (gap.group("words") or "")
            n += 1
            if hits[n].has("office") and not (len(of) > 1 and is_anothers(reader, number, n, gap)):
                break
            return read_owned(reader, number, n, of, gap)
        if LISTED.fullmatch(reader.body, hits[n].end, hits[n + 1].start) or each_has(reader, n):
            if hits[n + 1].has("office") or hits[n].has("capital") and not hits[n + 1].has("capital"):
                return (
                    None,
                    number,
                )  # "left for Doha, the Iranian minister ...", "according to the ministry, the president ..."
            n += 1
            continue
        if (
            hits[n + 1].has("office")
            and reader.body[hits[n + 1].start].isupper()
            and LONG_GAP.fullmatch(reader.body, hits[n].end, hits[n + 1].start)
        ):
            phrase, following = read_office(reader, n + 1, start, owners(named), "")
            if phrase and phrase.form == "title":
                return phrase, following
        return None, number
    if n >= len(hits) or not hits[n].has("office"):
        return None, number
    phrase, following = read_office(reader, n, start, of, modifiers.lower() + words_before(reader, start))
    either = tuple(id for hit in hits[number:n] for id in shared(hit))
    return (replace(phrase, either=either) if phrase and either and not phrase.of else phrase), following


def owners(named: Sequence[Hit]) -> list[str]:
    """The states and organisations that stand before a title, without those of which nobody is sure."""
    return [owner(hit) for hit in named if not doubtful(hit) and not shared(hit)]


def is_short_form(reader: Reader, n: int) -> bool:
    """Whether the next hit is the short form of a body's name: "the African Union Commission (AUC) Chairperson"."""
    hits, body = reader.hits, reader.body
    long, short = hits[n], hits[n + 1]
    return (
        n + 2 < len(hits)
        and body[long.end : short.start] == " ("
        and body[short.end : hits[n + 2].start] == ") "
        and owner(long) == owner(short)
        and hits[n + 2].has("office")
    )


def rival_heads(first: Hit, second: Hit) -> bool:
    """Whether two offices that nobody holds at once belong to two persons: "the Prime Minister and President Macron"."""
    offices = [set(hit.ids("office")) for hit in (first, second)]
    return all(one & APART for one in offices) and offices[0].isdisjoint(offices[1])


def is_anothers(reader: Reader, first: int, number: int, gap: re.Match[str]) -> bool:
    """Whether an office is of the last states of a list alone: "met the Taliban and Afghanistan's leader".

    So it is where no "and" joins the two ("After a visit to Nepal, Indian Foreign Secretary Rao returned", "In France,
    the Turkish leader spoke"), and where an article begins anew: "left Germany, the US and French presidents said".
    """
    hits, body = reader.hits, reader.body
    plural = any(name.plural for name in hits[number].names if name.category == "office")
    joint = body[hits[number - 2].end : hits[number - 1].start]
    unjoined = joint in {", ", ", the "}
    if not plural:
        return gap.group().startswith(("'s", "’s")) or unjoined
    place = unjoined and not hits[first].has("demonym")
    if place and WHERE_BEFORE.search(body, max(0, hits[first].start - 14), hits[first].start):
        return True
    anew = body[hits[first].end : hits[first + 1].start] == ", the "
    return anew and not body.endswith(("the ", "The "), 0, hits[first].start)


def each_has(reader: Reader, n: int) -> bool:
    """Whether a state in the possessive is one of several in a list before an office in the plural: "Peru's and Chile's presidents"."""
    hits, body = reader.hits, reader.body
    if body[hits[n].end : hits[n].end + 1] not in {"'", "’"} or n + 2 >= len(hits):
        return False
    if not EACH_HAS.fullmatch(body, hits[n].end, hits[n + 1].start):
        return False
    after = next((hit for hit in hits[n + 1 :] if not hit.has(*STATE_LIKE)), None)
    return after is not None and any(name.plural for name in after.names if name.category == "office")


def doubtful(hit: Hit) -> bool:
    """Whether a hit may be another body than the lexicon's: "Congress president Sonia Gandhi" leads a party."""
    return hit.has("body") and all(name.weak for name in hit.names)


def read_owned(
    reader: Reader, number: int, n: int, of: list[str], gap: re.Match[str]
) -> tuple[Phrase | None, int]:
    """A person behind a state's possessive: "Turkey's Tayyip Erdogan"."""
    if (
        not of
        or n != number + 1
        or "s" not in gap.group()[:2]
        or not reader.hits[n].has("person", "family")
        or reader.hits[number].has("capital", "body")
    ):
        return None, number
    phrase, following = read_person(reader, n)
    if phrase is None:
        return None, number
    owned = replace(
        phrase,
        span=Span(start=reader.hits[number].start, end=phrase.span.end),
        form="title",
        of=phrase.of or (of[0],),
        owner=Span(start=reader.hits[number].start, end=reader.hits[number].end),
    )
    return owned, following


def opens(reader: Reader, start: int) -> bool:
    """Whether a title opens its sentence: "The Minister of Foreign Affairs, Ann Lee, received ..."."""
    return reader.body[:start].strip() in {"", "The"} and reader.body[start : start + 1].isupper()


def read_behind(
    reader: Reader, title: Title, end: int, bound: bool, opening: bool
) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """The name behind what stands between a title and it: a minister's field, the short form of a state's name."""
    gap = PORTFOLIO.match(reader.body, end) if title.text.lower().endswith("minister") else None
    gap = gap or SHORT_FORM.match(reader.body, end) or OFFICE_OF.match(reader.body, end)
    return read_name(reader, gap.end(), title, bound, opening) if gap else None


def with_suffix(body: str, title: Title, end: int) -> tuple[Title, int]:
    """A title with what is hung on it, and where that ends: "president-elect", "Chargé d'Affaires a.i."."""
    if body[end : end + 6].lower() == "-elect":
        return Title(title.offices, title.text, elect=True), end + 6
    interim = AD_INTERIM.match(body, end)
    return title, interim.end() if interim else end


def sent_by(title: Title, between: str) -> list[str]:
    """Whose envoy is meant where the title itself begins with it: "the UN special envoy for Syria" is no Syrian."""
    sender = SENDERS.get(title.text.split()[0]) if " for " in between else None
    return [sender] if sender else []


def corps(reader: Reader, number: int) -> bool:
    """Whether a state's forces or house stand behind an office: "the commander of the Turkish Army"."""
    hit = reader.hits[number]
    return hit.has("demonym") and CORPS.match(reader.body, hit.end) is not None


def name_behind(
    reader: Reader, titles: Sequence[Title], at: tuple[int, int, int], owned: bool
) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """The name behind an office that begins, ends and goes on with a hit as told; none behind an opening phrase."""
    start, end, following = at
    if ends_opening(reader.body, start, end):
        return None
    opening = opens(reader, start)
    return (
        read_posted(reader, titles[0], (end, following), owned)
        or read_name(reader, end, titles[0], owned or opening, opening)
        or read_behind(reader, titles[-1], end, owned or opening, opening)
    )


def ends_opening(body: str, start: int, end: int) -> bool:
    """Whether an office ends an opening phrase before a name: "On her first visit as chancellor, Angela Merkel agreed"."""
    return body[end : end + 1] == "," and body.endswith((" as ", "As ", " as the ", "As the "), 0, start)


def read_office(
    reader: Reader, n: int, start: int, of: list[str], modifiers: str
) -> tuple[Phrase | None, int]:
    """From the office's hit on: further titles, "of state", and a name."""
    body, hits = reader.body, reader.hits
    titles = [title_of(reader, hits[n], modifiers)]
    end = hits[n].end
    titles[0], end = with_suffix(body, titles[0], end)
    following = n + 1
    while (
        following < len(hits)
        and hits[following].has("office")
        and re.fullmatch(r"(?:\s+and)?\s+", body[end : hits[following].start])
        and not rival_heads(hits[n], hits[following])
    ):
        titles.append(title_of(reader, hits[following], ""))
        end, following = hits[following].end, following + 1
    if (
        following < len(hits)
        and (
            hits[following].has("state", "capital", "organisation", "body", "place")
            or corps(reader, following)
        )
        and OF.fullmatch(body, end, hits[following].start)
    ):
        between = body[end : hits[following].start].lower()
        of = of or sent_by(titles[0], between)
        served = bool(of) and (" for " in between or " from " in between)
        listed = of if served else [owner(hits[following])]  # "the US envoy for Syria" is of the US
        end, following = hits[following].end, following + 1
        while (
            titles[0].plural
            and following < len(hits)
            and hits[following].has("state", "capital")
            and LISTED.fullmatch(body, end, hits[following].start)
        ):
            listed.append(owner(hits[following]))
            end, following = hits[following].end, following + 1
        of = listed
        house = HOUSE.match(body, end) or CORPS.match(body, end)
        if (
            house
        ):  # "the Speaker of Kuwait's National Assembly Marzouq al-Ghanim", "the chief of the Turkish Army"
            end = house.end()
            following = next((i for i, hit in enumerate(hits) if hit.start >= end), len(hits))
    if (
        following < len(hits)
        and hits[following].has("office")
        and SERVING.fullmatch(body, end, hits[following].start)
    ):
        end, following = hits[following].end, following + 1  # "adviser to the president" is no president
        if (
            following < len(hits)
            and hits[following].has("state", "capital")
            and OF.fullmatch(body, end, hits[following].start)
        ):
            of, end, following = [owner(hits[following])], hits[following].end, following + 1
    states = tuple(o for o in of if o)
    head = Span(start=hits[n].start, end=hits[n].end)
    owned = bool(states) or bool(POSSESSED.search(body, max(0, start - 12), start))
    named = name_behind(reader, titles, (start, end, following), owned)
    if not named and body[hits[n].start].isupper() and not titles[0].plural:
        named = read_far_name(reader, end, following)
    if named:
        name_span, persons, name, family, following = named
        more, of_after, end, following = after_name(reader, name_span.end, following, states)
        return Phrase(
            Span(start=start, end=end),
            name_span,
            "title",
            persons,
            name,
            family,
            titles[0],
            of_after or states,
            extra=(*titles[1:], *more),
        ), following
    return Phrase(
        Span(start=start, end=end), head, "office", title=titles[0], of=states, extra=tuple(titles[1:])
    ), following
