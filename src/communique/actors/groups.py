"""Whom "the two leaders", "both sides", "the trio", "they", "the others" mean: actors that the text has joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from communique.actors.discourse import REACH, by_side
from communique.actors.expressions import GROUPS, NUMBERS, Expression
from communique.actors.grammar import subject_of
from communique.actors.regions import states_of_kind
from communique.actors.resolve import HEAD_OFFICES
from communique.actors.speakers import speaker_of
from communique.actors.state_holders import entities, holders_of, in_their_place, is_of_other_rank
from communique.actors.together import (
    crowd,
    pair_before,
    pair_since,
    sets_before,
    states_before,
)
from communique.actors.walk import Walk
from communique.record_type import Record
from communique.records import Actor, Sentence, Span

FAR_AHEAD = 3  # times as often as the pair that fits better by office
PARTITIVE = re.compile(r"\b(?:of|among|with|for|by) $")
RESTRICTED = re.compile(r" (?:at|in|from|who|that|which|on|whose|with|behind|to|for|there)\b")
DEFINED = re.compile(r" (?:that|which|who|whose)\b")  # "the leaders of the states that make up the group"
PARTISAN = ("in ", "from ", "across ", "of ")  # "senators in both parties" are a state's own
STRICT = frozenset({"heads of state", "heads of government", "heads of state and government"})
RIVALS = re.compile(r"\b(?:rivals?|warring|opposing|feuding)\b")
SEXED = {"men": "m", "women": "f", "kings": "m", "queens": "f", "statesmen": "m", "man": "m", "woman": "f"}
ONE_OF = {  # "neither leader" asks for what "the two leaders" asks for
    "man": "men", "woman": "women", "leader": "leaders", "side": "sides", "president": "presidents",
    "minister": "ministers", "party": "parties", "country": "countries", "delegation": "delegations",
    "government": "governments", "capital": "capitals", "diplomat": "diplomats",
}  # fmt: skip


class Wanted(Record, frozen=True, kw_only=True):
    """What a group's words ask for: how many, in which offices, of which sex, and who is none of them."""

    number: int
    offices: frozenset[str]
    sex: str
    without: str = ""


def refer_group(walk: Walk, found: Expression, sentence: Sentence) -> tuple[Actor, ...] | None:
    """The actors of an expression with a noun: so many, holding these offices, of this sex, persons or states.

    None where its words tell that others than those named are meant: "two of the men", "the countries in the region".
    """
    parts = found.match.groupdict()
    noun = parts.get("noun") or parts.get("owned") or ONE_OF.get(parts.get("one") or "", "")
    count = next((parts[key] for key in ("number", "count") if parts.get(key)), None)
    number = (
        NUMBERS[count.lower()]
        if count
        else 2
        if found.word.startswith(("both", "neither", "each", "either"))
        else 0
    )
    entry = GROUPS[noun.lower()]
    if parts.get("free") and not is_counted(walk, found, sentence):
        return None
    if is_of_others(walk, found, sentence, (noun.lower(), number)):
        return None
    held = entry.get("offices", ())
    rivals = RIVALS.search(found.word) is not None
    offices = frozenset() if rivals else HEAD_OFFICES if held == "heads" else frozenset(held)
    if rivals and (joined := joined_as_rivals(walk, sentence, found.span.start, number or 2)):
        return joined
    states = entry["means"] == "states" or (
        entry["means"] == "either" and are_states(walk, sentence, found.span.start, number or 2)
    )
    if (region := states_of_kind(found.word)) is not None:
        return of_region(walk, found, sentence, (region, number, states, offices))
    if states:
        return states_before(walk, sentence, found.span.start, number)
    wanted = Wanted(
        number=number,
        offices=offices,
        sex=SEXED.get(noun.lower(), ""),
        without=acting_on(walk, found, sentence) or said_here(walk, found, sentence),
    )
    persons = stranger_and_one(walk, sentence, found.span.start, wanted)
    persons = persons or persons_before(walk, found, sentence, wanted)
    if not persons and offices and number == 2 and entry["id"] == "leaders":
        found_of = holders_of(walk, last_two_states(walk, sentence, found.span.start), held)
        return found_of if all(actor.type == "person" for actor in found_of) else ()
    if (
        (parts.get("owned") or parts.get("of"))
        and offices
        and any(a.office_id not in offices for a in persons)
    ):
        return holders_of(walk, states_before(walk, sentence, found.span.start, number), held)
    strict = held != "heads" or noun.lower() in STRICT
    return in_their_place(walk, persons, held) if strict and is_of_other_rank(persons, offices) else persons


def joined_as_rivals(walk: Walk, sentence: Sentence, place: int, number: int) -> tuple[Actor, ...]:
    """The last so many, persons or states, who act as one: "Gbagbo and Ouattara ... the two rivals"."""
    return next((joined for joined in sets_before(walk, sentence, place) if len(joined) == number), ())


def are_states(walk: Walk, sentence: Sentence, place: int, number: int) -> bool:
    """Whether so many states were named later than two persons: "Armenia and Azerbaijan signed. The two foes ..."."""
    for index in range(sentence.index, sentence.index - REACH - 1, -1):
        if len(walk.discourse.persons_of(index, place)) > 1:
            return False
        if len(walk.discourse.states_of(index, place)) == number:
            return True
    return False


def of_region(
    walk: Walk,
    found: Expression,
    sentence: Sentence,
    wanted: tuple[frozenset[str], int, bool, frozenset[str]],
) -> tuple[Actor, ...]:
    """Those named lately who are of a part of the world: "Erdogan received Ruto and Abiy. The two African leaders thanked him"."""
    region, number, states, offices = wanted
    met = sorted(walk.discourse.before(sentence.index, found.span.start), key=lambda m: m.place)
    if states:
        sides = dict.fromkeys(
            m.actor.state if m.actor.type == "person" else m.actor.id for m in met if m.form != "adjective"
        )
        those = entities(walk, (side for side in sides if side in region))
    else:
        those = tuple(
            {
                m.actor.id: m.actor
                for m in met
                if m.actor.type == "person"
                and m.actor.state in region
                and (not offices or m.actor.office_id in offices)
            }.values()
        )
    return those if len(those) == number or not number and len(those) > 1 else ()


def is_counted(walk: Walk, found: Expression, sentence: Sentence) -> bool:
    """Whether the number counts the noun: "the two close neighbours", but not "the two told officials"."""
    token = walk.token(Span(start=found.span.end - 1, end=found.span.end), sentence)
    return token is not None and any(c.dep_ == "nummod" for c in token.children)


def is_of_others(walk: Walk, found: Expression, sentence: Sentence, asked: tuple[str, int]) -> bool:
    """Whether a group's words tell that it is not of those named: "the states that make up the union", "senators in both parties"."""
    (noun, number), body = asked, walk.report.body
    entry = GROUPS[noun]
    if found.match.groupdict().get("of") and DEFINED.match(body, found.span.end):
        return True
    if entry["means"] == "states":
        restricted = not number and RESTRICTED.match(body, found.span.end)
        return bool(restricted) or (noun == "parties" and body[: found.span.start].endswith(PARTISAN))
    if entry["id"] in {"persons", "rivals"} and not number:
        return not joined_lately(walk, found, sentence)
    return entry["id"] == "leaders" and not number and of_group(walk, sentence, found.span.start)


def last_two_states(walk: Walk, sentence: Sentence, place: int) -> tuple[Actor, ...]:
    """The two states joined by this sentence or the one before: whose leaders "the two leaders" are, where no person fits."""
    for joined in reversed(walk.discourse.joined):
        if sentence.index - joined.sentence > 1:
            return ()
        if joined.place < place and len(joined.actors) == 2:
            return joined.actors if all(actor.type == "state" for actor in joined.actors) else ()
    return ()


def joined_lately(walk: Walk, found: Expression, sentence: Sentence) -> bool:
    """Whether "the men" can only be actors whom the text has just joined: not "two of the men", "the men in the hall"."""
    body = walk.report.body
    if PARTITIVE.search(body, max(0, found.span.start - 12), found.span.start):
        return False
    if RESTRICTED.match(body, found.span.end):
        return False
    place = found.span.start
    if any(place > j.place and sentence.index - j.sentence <= 1 for j in walk.discourse.joined):
        return True
    return pair_just_named(walk, sentence, place, found.match.groupdict().get("noun") or "")


def pair_just_named(walk: Walk, sentence: Sentence, place: int, noun: str) -> bool:
    """Whether the sentence before names two persons of two sides and nobody else: "Lavrov rang Wang. The ministers agreed".

    Of "the ministers" both are one.
    """
    last = walk.discourse.persons_of(sentence.index - 1, place)
    if len(last) != 2 or walk.discourse.persons_of(sentence.index, place):
        return False
    if noun.lower() == "ministers" and not all((a.office_id or "").endswith("minister") for a in last):
        return False
    return len({a.state for a in last}) == 2 and not any(
        met.sentence == sentence.index - 1 for met in walk.discourse.strangers
    )


def of_group(walk: Walk, sentence: Sentence, place: int) -> bool:
    """Whether "the leaders" may be those of a group that was named near: "the President and G7 leaders"."""
    return any(
        (organisation := walk.knowledge.organisations.get(met.actor.id)) and organisation.kind == "group"
        for met in walk.discourse.before(sentence.index, place, reach=2)
    )


def persons_before(walk: Walk, found: Expression, sentence: Sentence, wanted: Wanted) -> tuple[Actor, ...]:
    """Persons joined before; of those the last who hold the offices, then the last who are of the sex, then the pair."""
    number, offices, sex = wanted.number, wanted.offices, wanted.sex
    place = found.span.start

    def right(actors: Iterable[Actor]) -> bool:
        return all(
            a.type == "person"
            and (not offices or a.office_id in offices)
            and (not sex or walk.sexes.of(a) in {"", sex})
            and a.id != wanted.without
            for a in actors
        )

    for joined in sets_before(walk, sentence, place, any_role=bool(number)):
        if right(joined) and (len(joined) == number if number else len(joined) > 1):
            if number != 2 or offices or not (nearer := pair_since(walk, sentence, place, joined)):
                return joined
            if right(nearer):
                return nearer
    if number > 2:
        return crowd(walk, sentence, place, number)
    if (offices or sex) and (holders := pair_of(walk, sentence, place, right)):
        return holders
    pair = pair_before(walk, sentence, place, wanted.without)
    if pair and right(pair) or pair and not sex and not wanted.without:
        return pair
    if number == 2 and (alone := only_two(walk, sentence, place)) and right(alone):
        return alone
    ahead = by_side(m.actor for m in walk.discourse.named if m.sentence == sentence.index and m.place > place)
    return ahead if len(ahead) == 2 else ()


def stranger_and_one(walk: Walk, sentence: Sentence, place: int, wanted: Wanted) -> tuple[Actor, ...]:
    """The only two whom a sentence names, one of them without an office that is known: "visited JP Nadda, where the two leaders"."""
    persons = walk.discourse.persons_of(sentence.index, place)
    if wanted.number != 2 or wanted.sex or len(persons) != 2 or any(a.id == wanted.without for a in persons):
        return ()
    return (
        persons
        if any(not a.known and (a.state is None or a.office_id not in wanted.offices) for a in persons)
        else ()
    )


def acting_on(walk: Walk, found: Expression, sentence: Sentence) -> str:
    """The id of who does something to the group, and so is none of it: "Fernández asked both men"; empty where nobody does."""
    token = walk.token(found.span, sentence)
    if token is None or token.dep_ not in {"dobj", "dative"}:
        return ""
    subject = walk.met(subject_of(token.head), sentence)
    return subject.id if subject is not None else ""


def said_here(walk: Walk, found: Expression, sentence: Sentence) -> str:
    """The id of who says the quotation in which the group is spoken of, and so is none of it; empty outside quotations."""
    quotation = walk.quotation(found.span.start)
    speaker = speaker_of(walk, quotation, sentence) if quotation is not None else None
    return speaker.id if speaker is not None and not found.word.endswith("us") else ""


def only_two(walk: Walk, sentence: Sentence, place: int) -> tuple[Actor, ...]:
    """The two persons, be they of one state, whom this or the last sentence names, where it names no third."""
    for wanted in (sentence.index, sentence.index - 1):
        persons = walk.discourse.persons_of(wanted, place)
        if persons:
            return persons if len(persons) == 2 else ()
    return ()


def pair_of(walk: Walk, sentence: Sentence, place: int, right: object) -> tuple[Actor, ...]:
    """The last two persons of two states who are right: "the two foreign ministers", "both women"."""
    assert callable(right)
    here = by_side(
        m.actor
        for m in walk.discourse.named
        if m.sentence == sentence.index and m.place < place and right((m.actor,))
    )
    if len(here) == 2:
        return here
    fitting = [pair for _, pair in walk.discourse.pairs if right(pair)]
    if fitting and not overshadowed(walk, fitting[-1]):
        return fitting[-1]
    if fitting:
        return ()
    holders = by_side(m.actor for m in walk.discourse.before(sentence.index, place) if right((m.actor,)))
    return holders[::-1] if len(holders) == 2 else ()


def overshadowed(walk: Walk, pair: tuple[Actor, ...]) -> bool:
    """Whether a report is so much more about another pair that "the two leaders" is that one: a vice president and her guest."""
    counted = Counter(frozenset(actor.id for actor in each) for _, each in walk.discourse.pairs)
    own = counted[frozenset(actor.id for actor in pair)]
    return max(counted.values()) >= FAR_AHEAD * own
