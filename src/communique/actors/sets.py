"""Which of the sets of actors that the text has named is meant by "they", "the two", "both men", "the pair".

Candidates are lists, pairs of sides, all persons of a sentence, who acts with whom, the states of a sentence, and what the
rules of `they.py`, `groups.py` and `counting.py` say. Which of them is meant is a scored choice (`choice.py`), or nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING

from communique.actors.borders import NEIGHBOURS, are_neighbours
from communique.actors.bounds import listed
from communique.actors.choice import Choice, Option, chosen
from communique.actors.discourse import MAIN, Met
from communique.actors.expressions import GROUPS, NUMBERS, PLURAL, Expression
from communique.actors.grammar import SUBJECTS, objects_of, subject_of, verb_of
from communique.actors.regions import states_of_kind
from communique.actors.resolve import HEAD_OFFICES
from communique.actors.rivals import are_people
from communique.actors.speakers import speaker_of
from communique.actors.walk import Walk
from communique.actors.weighing import kind_of
from communique.actors.when_met import those_who_met
from communique.record_type import Record
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

FAR = 5  # sentences back of whom none of those within reach names
BACK = 4  # sentences within which a set was named
MOST = 6  # members of a set
LAST = 5  # persons or sides of whom each two are a set
SEXED = {"men": "m", "women": "f", "kings": "m", "queens": "f", "statesmen": "m", "man": "m", "woman": "f"}
MINISTERS = frozenset({"ministers", "minister"})
BOTH = ("the two", "the pair", "both")
Members = tuple[Actor, ...]


@dataclass(kw_only=True, slots=True)
class Named:
    """A set with where and how the text has named it: (sentence, "list"), (sentence, "acting")."""

    actors: Members
    ids: frozenset[str]
    seen: list[tuple[int, str]] = field(default_factory=list)


class Asked(Record, frozen=True, kw_only=True):
    """What the words of a group ask for: how many, persons or states, of which sex and offices, and who is none of them."""

    word: str
    noun: str
    number: int
    means: str
    sex: str
    offices: frozenset[str]
    out: frozenset[str]
    region: frozenset[str] | None


class Presence(Record, frozen=True, kw_only=True):
    """How many sentences back persons and sides were named last, and who of them acted in the last two."""

    persons: dict[str, int]
    sides: dict[str, int]
    acting: frozenset[str]


class Asking(Record, frozen=True, kw_only=True):
    """Where a group stands: its own role, its sentence, how many sets fit, who was named how lately, and the last pair."""

    kind: str
    index: int
    many: int
    news: Presence
    last: frozenset[str]


def choose_set(walk: Walk, found: Expression, sentence: Sentence, ruled: Members) -> Members:
    """The set that is meant: what the rules say is one feature among others."""
    token = walk.token(found.span, sentence)
    if found.word in PLURAL or found.word.startswith(BOTH):
        met = those_who_met(walk, token, sentence)
        if met:
            return met
    asked = asked_by(walk, found, token, sentence)
    sets = sets_before(walk, sentence, found.span.start, asked.number)
    if ruled:
        note_set(sets, key_of(ruled), ruled).seen.append((sentence.index, "ruled"))
    if ruled and asked.noun in NEIGHBOURS and not are_neighbours(ruled):
        ruled = ()
    fitting = [one for one in sets.values() if fits(walk, asked, one) or one.actors == ruled]
    if walk.choices is None and (not fitting or ruled and len(fitting) == 1):
        return ruled
    news = presence_before(walk, sentence, found.span.start)
    last = key_of(walk.discourse.pair)
    asking = Asking(kind=kind_of(token), index=sentence.index, many=len(fitting), news=news, last=last)
    options = tuple(Option(actors=one.actors, features=features_of(asked, one, asking)) for one in fitting)
    nobody = {"no set", f"no set for {asked.word}", f"no set of {min(len(options), MOST)}"}
    nobody |= set() if ruled else {"no set ruled", f"no set ruled for {asked.word}"}
    nobody.add("no set in prose" if walk.quotation(found.span.start) is None else "no set quoted")
    nobody |= set(plurals_near(walk, asked, token, sentence))
    family = "group" if ruled else "group without rule"
    choice = Choice(family=family, span=found.span, options=options, nobody=tuple(sorted(nobody)))
    if walk.choices is not None:
        walk.choices.append(choice)
    return chosen(choice)


def plurals_near(walk: Walk, asked: Asked, token: Token | None, sentence: Sentence) -> Iterator[str]:
    """What else "they" may mean: people or things in the plural nearer than any name: "Protesters said they would stay"."""
    if token is None or asked.word != "they":
        return
    kind = kind_of(token)
    here = [t for t in token.doc[: token.i] if is_plural(walk, t, sentence)]
    last = max((m.span.end for m in walk.here if m.span.end <= sentence.span.start + token.idx), default=-1)
    if here:
        near = here[-1]
        sort = "people" if are_people(near) else "things"
        acting = "acting" if near.dep_ in SUBJECTS else "idle"
        side = "behind names" if sentence.span.start + near.idx > last else "before names"
        yield from (f"plural {sort} here", f"plural {sort} {acting}", f"plural {sort} {acting} {side}")
        yield f"{kind} plural {sort} {acting}"
        return
    yield "no plural here"
    if last >= 0 or (doc := walk.parses.get(sentence.index - 1)) is None:
        return
    crowd = [t for t in doc if t.tag_ == "NNS" and t.dep_ in SUBJECTS]
    sort = "people" if any(are_people(t) for t in crowd) else "things"
    yield f"plural {sort} before" if crowd else "no plural before"


def is_plural(walk: Walk, token: Token, sentence: Sentence) -> bool:
    """Whether a word is a noun in the plural that no mention covers."""
    if token.tag_ not in {"NNS", "NNPS"}:
        return False
    place = sentence.span.start + token.idx
    return not any(m.span.start <= place < m.span.end for m in walk.here)


def key_of(actors: Sequence[Actor]) -> frozenset[str]:
    """A set by its members' ids."""
    return frozenset(map(attrgetter("id"), actors))


def note_set(sets: dict[frozenset[str], Named], ids: frozenset[str], actors: Members) -> Named:
    """A set among those of a reference, each of which stands there once."""
    if ids not in sets:
        sets[ids] = Named(actors=actors, ids=ids)
    return sets[ids]


def asked_by(walk: Walk, found: Expression, token: Token | None, sentence: Sentence) -> Asked:
    """What an expression asks for."""
    parts = found.match.groupdict()
    noun = (parts.get("noun") or parts.get("owned") or parts.get("one") or "").lower()
    entry = GROUPS.get(noun) or GROUPS.get(f"{noun}s")
    count = next((parts[key] for key in ("number", "count", "bare", "some") if parts.get(key)), "")
    first = found.word.split()[0]
    number = (
        NUMBERS.get(count.lower(), 0) if count else 2 if first in {"both", "neither", "each", "either"} else 0
    )
    held = entry.get("offices", ()) if entry else ()
    return Asked(
        word="they" if found.word in PLURAL else found.kind,
        noun=noun,
        number=number,
        means=entry["means"] if entry and entry["means"] != "either" else "",
        sex=SEXED.get(noun, ""),
        offices=HEAD_OFFICES if held == "heads" else frozenset(held),
        out=frozenset(none_of_them(walk, found, token, sentence)),
        region=states_of_kind(found.word) if entry else None,
    )


def none_of_them(walk: Walk, found: Expression, token: Token | None, sentence: Sentence) -> Iterator[str]:
    """Who is none of the set: who acts on it in its clause, and who speaks of it in a quotation."""
    quotation = walk.quotation(found.span.start)
    speaker = speaker_of(walk, quotation, sentence) if quotation is not None else None
    if speaker is not None and not found.word.endswith("us"):
        yield speaker.id
    if token is None or token.dep_ not in {"dobj", "dative", "pobj"} and token.lower_ != "them":
        return
    verb = verb_of(token)
    if verb is None or token.dep_ == "pobj" and token.head.head.i != verb.i:
        return
    beside = [one for one in (subject_of(verb), *objects_of(verb)) if one is not None and one.i < token.i]
    for each in beside:
        for one in listed(each):
            yield from (actor.id for actor in (walk.met(one, sentence),) if actor is not None)


def fits(walk: Walk, asked: Asked, one: Named) -> bool:
    """Whether a set is of the number, the kind and the sex that are asked for, with nobody who is none of it."""
    actors = one.actors
    if asked.number and len(actors) != asked.number or not asked.out.isdisjoint(one.ids):
        return False
    if asked.offices and asked.offices != HEAD_OFFICES and any(of_another_office(a, asked) for a in actors):
        return False  # "the two defence ministers" are no foreign ministers
    if asked.region is not None and any((a.state or a.id) not in asked.region for a in actors):
        return False  # "the two African leaders" are no Europeans
    if asked.noun in NEIGHBOURS and not are_neighbours(actors):
        return False
    types = {a.type for a in actors} if asked.means else set()
    if asked.means == "persons" and types != {"person"} or asked.means == "states" and "person" in types:
        return False
    return not asked.sex or all(walk.sexes.of(a) in {"", asked.sex} for a in actors)


def of_another_office(actor: Actor, asked: Asked) -> bool:
    """Whether somebody holds an office, and none of those for which the words ask."""
    return bool(actor.office_id) and actor.office_id not in asked.offices


def sets_before(walk: Walk, sentence: Sentence, place: int, number: int) -> dict[frozenset[str], Named]:
    """The sets that the text has named before a place within reach, each once."""
    found: dict[frozenset[str], Named] = {}

    def add(actors: Members, number: int, how: str) -> None:
        if 1 < len(ids := key_of(actors)) <= MOST:
            note_set(found, ids, actors).seen.append((number, how))

    for joined in walk.discourse.joined:
        if joined.place < place and sentence.index - joined.sentence <= BACK:
            add(joined.actors, joined.sentence, joined.how)
    met: dict[int, list[Met]] = {}
    for one in walk.discourse.before(sentence.index, place, BACK):
        met.setdefault(one.sentence, []).append(one)
    for back, many in met.items():
        for actors, how in sets_of(walk, sorted(many, key=lambda m: m.place)):
            add(actors, back, how)
    here = walk.discourse.persons_of(sentence.index, place)
    last = walk.discourse.persons_of(sentence.index - 1, place)
    add(tuple({a.id: a for a in (*last, *here)}.values()), sentence.index, "both sentences")
    for back, pair in walk.discourse.pairs[-BACK:]:
        add(pair, back, "pair")
    for pair in lately(walk, sentence, place, number):
        note_set(found, key_of(pair), pair)
    return found


def lately(walk: Walk, sentence: Sentence, place: int, number: int) -> Iterator[Members]:
    """Each two of the persons, and of the states or sides, that were named last."""
    if number != 2:
        return
    persons: dict[str, Actor] = {}
    sides: dict[str, None] = {}
    for met in walk.discourse.before(sentence.index, place, BACK):
        if met.actor.type == "person":
            persons.setdefault(met.actor.id, met.actor)
        if met.form not in {"adjective", "place"}:
            sides.setdefault(met.actor.state or met.actor.id)
    yield from combinations(list(persons.values())[:LAST], 2)
    named = [a for id in list(sides)[:LAST] if (a := walk.resolver.entity(id)) is not None]
    yield from combinations(named, 2)


def sets_of(walk: Walk, met: Sequence[Met]) -> Iterator[tuple[Members, str]]:
    """The sets of one sentence: all its persons, who acts with each other one, its states, the states of its persons."""
    persons = {m.actor.id: m.actor for m in met if m.actor.type == "person"}
    yield tuple(persons.values()), "all persons"
    if len(persons) > 2:
        leading = next((m.actor for m in met if m.weight >= MAIN and m.actor.id in persons), None)
        if leading is not None:
            yield from (((leading, a), "acting") for a in persons.values() if a.id != leading.id)
        others = tuple(a for a in persons.values() if leading is None or a.id != leading.id)
        yield others, "others"
        yield tuple(persons.values())[-2:], "last two"
    states = {
        m.actor.id: m.actor for m in met if m.actor.type != "person" and m.form not in {"adjective", "place"}
    }
    yield tuple(states.values()), "all states"
    sides = dict.fromkeys(m.actor.state or m.actor.id for m in met if m.form not in {"adjective", "place"})
    yield tuple(a for id in sides if (a := walk.resolver.entity(id)) is not None), "all sides"


def features_of(asked: Asked, one: Named, asking: Asking) -> tuple[str, ...]:
    """The names of the features of a set."""
    word, size = asked.word, min(len(one.actors), 4)
    ways = [(how, asking.index - number) for number, how in one.seen if how != "ruled"]
    near = min((back for _, back in ways), default=9)
    names = {
        f"set of {size}",
        f"{word} set of {size}",
        f"sets {min(asking.many, MOST)}",
        f"set {near} back",
        f"{word} set {near} back",
        f"{asking.kind} set {near} back",
        f"seen {min(3, len(one.seen))}",
    }
    for how, back in ways:
        names |= {f"set by {how}", f"set by {how} {back} back", f"{word} set by {how}"}
    if len(ways) < len(one.seen):
        names |= {"set by ruled", f"{word} set by ruled", "ruled too" if ways else "ruled alone"}
    names.update(sorts_of(asked, one, asking))
    names.update(presence_of(asked, one.actors, asking.news))
    return tuple(sorted(names))


def presence_of(asked: Asked, actors: Members, news: Presence) -> Iterator[str]:
    """How lately the members were named, themselves or by their people, and how many of them acted or were spoken of there."""
    last = news.persons if {a.type for a in actors} == {"person"} else news.sides
    numbers = [last.get(a.id, FAR) for a in actors]
    near, far = min(numbers), max(numbers)
    yield from (f"{asked.word} members {near} to {far} back", f"members to {far} back")
    yield f"acting {[a.id in news.acting for a in actors].count(True)} of {min(len(actors), BACK)}"
    yield "named together last" if near == far else "named apart last"


def presence_before(walk: Walk, sentence: Sentence, place: int) -> Presence:
    """How many sentences back each person, and each state or organisation itself or by its people, was named last."""
    persons: dict[str, int] = {}
    sides: dict[str, int] = {}
    acting: set[str] = set()
    for met in walk.discourse.before(sentence.index, place, BACK):
        if met.form == "adjective":
            continue
        back = sentence.index - met.sentence
        own = met.actor.id if met.actor.type != "person" else met.actor.state or ""
        persons.setdefault(met.actor.id, back)
        sides.setdefault(own, back)
        if met.subject and back <= 1:
            acting |= {met.actor.id, own}
    return Presence(persons=persons, sides=sides, acting=frozenset(acting))


def sorts_of(asked: Asked, one: Named, asking: Asking) -> Iterator[str]:
    """What the members are: persons or states, of one side or two, holders of the offices, the pair of the report."""
    actors, kind = one.actors, asking.kind
    persons = [a.type for a in actors].count("person")
    sort = "persons" if persons == len(actors) else "mixed" if persons else "states"
    yield from (f"set is {sort}", f"{asked.word} set is {sort}", f"{kind} set is {sort}")
    sides = len({a.state or a.id for a in actors})
    if sort == "persons":
        yield "one sided" if sides == 1 else "two sided" if sides == len(actors) else "some sided"
    if asked.offices:
        held = all(a.office_id in asked.offices for a in actors)
        yield "holds the office" if held else "holds another"
    elif asked.noun in MINISTERS:
        held = all((a.office_id or "").endswith("minister") for a in actors)
        yield "are ministers" if held else "are no ministers"
    if asked.noun:
        yield from (
            f"{asked.noun} set is {sort}",
            f"{asked.noun} one sided" if sides == 1 else f"{asked.noun} sided",
        )
    if False in [a.known for a in actors]:
        yield "set of unknown"
    if one.ids == asking.last:
        yield "last pair"
    if sort == "persons":
        levels = {a.office_id in HEAD_OFFICES for a in actors}
        yield "of one rank" if len(levels) == 1 else "of two ranks"
