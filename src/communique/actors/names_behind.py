"""The name behind a title, and what follows a name: "Jr.", "of India", an apposed title."""

from __future__ import annotations

import re

from communique.actors.patterns import (
    APPOSED,
    BETWEEN,
    CORPS,
    EXCELLENCY,
    EXTRA_NAME,
    GOES_ON,
    HONOURED_NAME,
    LONG_TITLE,
    NAME_GAP,
    OF,
    PATRONYMIC,
    PROPER,
    SECOND,
    SET_OFF,
    TAIL,
    UNKNOWN_NAME,
    WEEKDAYS,
)
from communique.actors.phrase import STATE_LIKE, Title, owner
from communique.actors.reader import Reader, hit_within
from communique.actors.titles import title_of
from communique.actors.words import NO_FAMILIES
from communique.knowledge.index import Hit
from communique.records import Span
from communique.sentences import present_verbs

CHAIR = re.compile(r"(?:current |rotating )?(?:co-)?chair(?:man|woman|person)?\b", re.IGNORECASE)
SHORT = re.compile(r" \([A-Z]{2,10}\)")  # "the Caribbean Community (CARICOM)"
CLOSED = re.compile(r"[,.;)]|\s*$|\s*\n")
STATE_ID = re.compile(r"[A-Z]{3}")
OF_ALONE = re.compile(r"\s+of\s+(?:the\s+)?")


def with_address(reader: Reader, start: int, end: int) -> Hit | None:
    """A known person whose name begins with a form of address: "Foreign Minister Prince Faisal bin Farhan Al Saud"."""
    hits = (reader.hits[reader.at[place]] for place in range(start, end) if place in reader.at)
    return next((hit for hit in hits if hit.has("person") and hit.end > end), None)


def read_name(
    reader: Reader, end: int, title: Title, bound: bool = False, opening: bool = False
) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """The name behind a title: a known person, a family name, or capitalised words that the lexicon does not know."""
    body = reader.body
    gap = NAME_GAP.match(body, end)
    if not gap:
        return None
    comma = body[end] == ","
    if comma and title.plural:
        return None
    unknown = UNKNOWN_NAME.match(body, gap.end())
    hit = reader.hits[reader.at[gap.end()]] if gap.end() in reader.at else None
    if hit is None or not hit.has("person"):
        hit = with_address(reader, end, gap.end()) or hit
    if hit and hit.has("person") or (hit and hit.has("family") and not comma):
        if (
            hit.has("family")
            and unknown
            and name_end(unknown) > hit.end + 1
            and not hit.has("person")
            and not re.search(r"[a-z][A-Z]{2}", unknown.group("name"))
            and not WEEKDAYS.match(body, hit.end + 1)
            and body[hit.end] in {" ", "-"}
            and only_families(reader, hit.end, name_end(unknown))
        ):
            return unknown_name(reader, unknown)
        persons = hit.ids("person") or hit.ids("family")
        return (
            Span(start=hit.start, end=hit.end),
            persons,
            body[hit.start : hit.end],
            not hit.has("person"),
            reader.at[hit.start] + 1,
        )
    if (
        comma
        and unknown
        and (not hit or is_given_name(hit, unknown))
        and (bound or HONOURED_NAME.match(body, end))
        and (
            SET_OFF.match(body, unknown.end("name"))
            or (HONOURED_NAME if opening else EXCELLENCY).match(body, end)
        )
        and " " in unknown.group("name")
        and gap.group().startswith(", ")
    ):
        return unknown_name(reader, unknown)
    if (
        comma
        or title.plural
        or not unknown
        or (hit and not hit.has("capital", "place", "state", "outlet", "demonym"))
    ):
        return None
    if hit and unknown.end("name") <= hit.end:
        return None
    return unknown_name(reader, unknown)


def is_given_name(hit: Hit, unknown: re.Match[str]) -> bool:
    """Whether a hit is only the first of a stranger's names: "Hassan" in "the minister of Malta, Hassan Borg,"."""
    return hit.has("family") and not hit.has("person") and name_end(unknown) > hit.end + 1


def only_families(reader: Reader, start: int, end: int) -> bool:
    """Whether no hit but of family names begins in the stretch: "Mohammed Gharib Bilal" is one name."""
    return not any(
        start <= place < end and any(name.category != "family" for name in reader.hits[number].names)
        for place, number in reader.at.items()
    )


def unknown_name(reader: Reader, match: re.Match[str]) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """A capitalised name, cut where a possessive or another hit's title begins."""
    name, start = match.group("name"), match.start("name")
    name = re.sub(r"['’]s?$", "", name)
    name = re.split(
        r"\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|November|December)\b|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$|\S*[a-z][A-Z]{2})",
        " " + name,
    )[0].strip()
    if WEEKDAYS.match(name) or re.search(r"[a-z][A-Z]{2}", name):
        return None
    cut = next(
        (
            place
            for place in sorted(reader.at)
            if start < place < start + len(name)
            and reader.hits[reader.at[place]].has("office", "demonym", "person", "state")
            and not PATRONYMIC.search(reader.body, start, place)
        ),
        None,
    )
    if cut:
        name = reader.body[start:cut].rstrip()
    name = before_verb(name)
    if not PROPER.search(name) or not NO_FAMILIES.isdisjoint(name.split()):
        return None
    end = start + len(name)
    following = next((number for number, hit in enumerate(reader.hits) if hit.start >= end), len(reader.hits))
    return Span(start=start, end=end), (), name, False, following


def name_end(match: re.Match[str]) -> int:
    """Where an unknown name ends, a headline's verb behind it left aside."""
    return match.start("name") + len(before_verb(match.group("name")))


def before_verb(name: str) -> str:
    """A name without the verb that a headline in capitals writes behind it: "Jan Novak" of "Jan Novak Meets"."""
    words = name.split()
    verb = next((n for n, word in enumerate(words) if word.lower() in present_verbs()), len(words))
    return " ".join(words[:verb])


def read_far_name(
    reader: Reader, end: int, following: int
) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
    """A known full name at the end of a long title in capitals: "Director of the Office of the Foreign Affairs Commission Wang Yi"."""
    for number in range(following, min(following + 5, len(reader.hits))):
        hit = reader.hits[number]
        if hit.has("office") and reader.body.endswith(" of ", end, hit.start):
            return None  # "the special envoy of President Biya" is not Biya
        if hit.has("person"):
            rest = reader.body[end : hit.start]
            if LONG_TITLE.fullmatch(rest) and (
                not rest.startswith(",") or reader.hits[following].has("office")
            ):
                return (
                    Span(start=hit.start, end=hit.end),
                    hit.ids("person"),
                    reader.body[hit.start : hit.end],
                    False,
                    number + 1,
                )
            return None
    return None


def after_name(
    reader: Reader, end: int, following: int, states: tuple[str, ...] = ()
) -> tuple[tuple[Title, ...], tuple[str, ...], int, int]:
    """What follows a name: "Jr.", "of India", or an apposed title ("Wang Yi, the foreign minister of China,").

    Whose title has told the `states` holds no office of another: "the President of Peru, Ann Lee, the President of
    Fiji, Jo Roe" are two.
    """
    body, hits = reader.body, reader.hits
    if tail := TAIL.match(body, end):
        end = tail.end()
        while following < len(hits) and hits[following].start < end:
            following += 1
    elif (more := EXTRA_NAME.match(body, end)) and not hit_within(reader, end, more.end()):
        end = more.end()
    if (
        following < len(hits)
        and hits[following].has("state", "capital")
        and OF_ALONE.fullmatch(body, end, hits[following].start)
    ):
        whose, stop = owner(hits[following]), hits[following].end
        stop, following = behind_chair(reader, stop, following + 1)
        return (), (whose,), stop, following
    apposed = read_apposition(reader, end, following) if body[end : end + 1] == "," else None
    # "President Rahmon, President of Uzbekistan Mirziyoyev" names two
    if apposed is None or GOES_ON.match(body, apposed[2]) or is_named_at(reader, apposed[2]):
        return (), (), end, following
    if is_of_another(apposed, states):
        return (), (), end, following
    return apposed


def is_of_another(
    apposed: tuple[tuple[Title, ...], tuple[str, ...], int, int], states: tuple[str, ...]
) -> bool:
    """Whether an apposed title is of another state than the title before the name, and no former one."""
    told, of = {s for s in states if STATE_ID.fullmatch(s)}, {s for s in apposed[1] if STATE_ID.fullmatch(s)}
    return bool(told and of) and told.isdisjoint(of) and not apposed[0][0].former


def behind_chair(reader: Reader, end: int, following: int) -> tuple[int, int]:
    """Where a name ends that tells its state and the body it chairs: "President Ruto of Kenya, Chair of the EAC,".

    Another comma, a bracket or the end must close it, and no name may follow: that would be whoever else is chair.
    """
    if reader.body[end : end + 1] != ",":
        return end, following
    apposed = read_apposition(reader, end, following)
    if apposed is None or not CHAIR.match(text := apposed[0][0].text):
        return end, following
    if not apposed[1] and " of " not in text:
        return end, following
    stop, after = apposed[2], apposed[3]
    short = SHORT.match(reader.body, stop)
    if short:
        stop = short.end()
        while after < len(reader.hits) and reader.hits[after].start < stop:
            after += 1
    closed = CLOSED.match(reader.body, stop) and not is_named_at(reader, stop + 1)
    return (stop, after) if closed else (end, following)


def read_apposition(
    reader: Reader, end: int, following: int
) -> tuple[tuple[Title, ...], tuple[str, ...], int, int] | None:
    """A title after a comma that is not another person's: "Xi Jinping, the Chinese president,"."""
    hits, body = reader.hits, reader.body
    if following >= len(hits):
        return None
    gap = APPOSED.fullmatch(body, end, hits[following].start)
    if not gap:
        return None
    n, of, words = following, list[str](), gap.group("words") or ""
    if hits[n].has(*STATE_LIKE, "organisation") and not hits[n].has("office"):
        if n + 1 >= len(hits):
            return None
        joined = BETWEEN.fullmatch(body, hits[n].end, hits[n + 1].start)
        if not joined:
            return None
        of.append(owner(hits[n]))
        words += joined.group("words") or ""
        n += 1
    if not hits[n].has("office"):
        return None
    title = title_of(reader, hits[n], words.lower())
    if title.plural or (
        n + 1 < len(hits)
        and hits[n + 1].has("person", "family")
        and re.fullmatch(r",?\s+", body[hits[n].end : hits[n + 1].start])
    ):
        return None
    stop = hits[n].end
    if (behind := owner_behind(reader, stop, n + 1)) is not None:
        of, stop, n = [owner(hits[n + 1])], *behind
    elif UNKNOWN_NAME.match(body, stop + 1) and body[stop] == " ":
        return None
    stop, n = second_office(reader, stop, n)
    return (title,), tuple(o for o in of if o), stop, n + 1


def second_office(reader: Reader, stop: int, n: int) -> tuple[int, int]:
    """Where an apposition ends that tells two offices: "Ann Lee, Minister of Trade of Peru and Chair of the Council,"."""
    hits, body = reader.hits, reader.body
    if n + 1 >= len(hits) or not hits[n + 1].has("office"):
        return stop, n
    if SECOND.fullmatch(body, stop, hits[n + 1].start) is None:
        return stop, n
    behind = owner_behind(reader, hits[n + 1].end, n + 2)
    end, last = behind if behind is not None else (hits[n + 1].end, n + 1)
    return (end, last) if body[end : end + 1] == "," else (stop, n)


def owner_behind(reader: Reader, end: int, number: int) -> tuple[int, int] | None:
    """Where whose an office is ends, and the last hit within it: "commander of the Peruvian army", "envoy of Chile"."""
    hit = reader.hits[number] if number < len(reader.hits) else None
    if hit is None or not OF.fullmatch(reader.body, end, hit.start):
        return None
    forces = CORPS.match(reader.body, hit.end) if hit.has("demonym", "state") else None
    if forces:
        after = (i for i, other in enumerate(reader.hits) if other.start >= forces.end())
        return forces.end(), next(after, len(reader.hits)) - 1
    return (hit.end, number) if hit.has("state", "capital", "organisation") else None


def is_named_at(reader: Reader, end: int) -> bool:
    """Whether a person's name stands right behind a place in the body, with no more than a space between."""
    if reader.body[end : end + 1] != " ":
        return False
    hit = reader.hits[reader.at[end + 1]] if end + 1 in reader.at else None
    if hit is not None:
        return hit.has("person", "family")
    unknown = UNKNOWN_NAME.match(reader.body, end + 1)
    return unknown is not None and " " in unknown.group("name") and not WEEKDAYS.match(unknown.group("name"))
