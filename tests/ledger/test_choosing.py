"""Lists are walked along `listing`; what they hold is what every contact, asked in turn, gives."""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from communique.ledger import Ledger, Query, choosing, fitting, schema
from communique.ledger.bits import numbers_of
from communique.ledger.contact_rows import delete_contacts, write_contacts
from communique.ledger.listing import MOST_PAIRED, list_contacts
from communique.ledger.sets import load_all_of
from communique.records import Actor, Contact, Participant, Support, When

NOON = "2026-03-10T12:00:00+00:00"
STATES = ("FIN", "DEU", "FRA", "NOR", "POL", "EST", "LVA", "LTU", "SWE")
KINDS, STATUSES = ("visit", "meeting", "phone_call"), ("held", "planned", "denied")
TOPICS = ("grain", "rail", "fisheries")


def person(state: str, at: int) -> Actor:
    return Actor(id=f"{state.lower()}-{at}", name=f"Kim {state.title()}berg{at}", type="person", state=state)


def actor(state: str, dice: random.Random) -> Actor:
    if dice.random() < 0.2:
        return Actor(id=state, name=state.title(), type="state", state=dice.choice((state, None)))
    return person(state, dice.randint(0, 2))


def interval(dice: random.Random) -> When | None:
    day = date(2020, 1, 1) + timedelta(days=dice.randint(0, 900))
    length = dice.choice((0, 0, 0, 5, 30, 130, 700))
    start: str | None = day.isoformat()
    end: str | None = (day + timedelta(days=length)).isoformat()
    if dice.random() < 0.15:
        start, end = dice.choice(((start, None), (None, end), (None, None)))
    if start is None and end is None and dice.random() < 0.5:
        return None
    return When(start=start, end=end, precision="interval", basis="stated", derivation="")


def contact(at: int, dice: random.Random) -> Contact:
    states = dice.sample(STATES, dice.choice((2, 2, 2, 3, MOST_PAIRED + 1)))
    roles = ["party", "party", *(dice.choice(("party", "host", "delegation_lead")) for _ in states[2:])]
    people = [
        Participant(actor=actor(state, dice), role=role, as_named="")
        for state, role in zip(states, roles, strict=True)
    ]
    return Contact(
        id=f"c{at:04}",
        slug=f"slug-{dice.randint(100, 999)}-{at}",
        kind=dice.choice(KINDS),
        status=dice.choice(STATUSES),
        disputed=dice.random() < 0.1,
        when=interval(dice),
        channel=dice.choice(("phone", "in_person")),
        level=dice.choice(("leaders", "ministers")),
        setting="bilateral",
        participants=tuple(people),
        accounts=(),
        support=Support(reports=1, origins=1, sides=(), on_record=0),
        reading_confidence=0.9,
        topics=tuple(sorted(dice.sample(TOPICS, dice.randint(0, 2)))),
    )


def question(dice: random.Random) -> Query:
    """A query with some conditions of every sort."""
    names = [*STATES, "fin-0", "deu-1", "finberg0", "kim", "Finland", "nobody"]
    query = Query()
    for change in dice.sample(range(8), dice.choice((0, 1, 1, 2, 2, 3))):
        query = replace(
            query,
            **(
                {"party": tuple(dice.sample(names, dice.choice((1, 1, 2))))},
                {"between": tuple(dice.sample(names, 2))},
                {"kind": tuple(dice.sample(KINDS, dice.choice((1, 2))))},
                {"status": (dice.choice(STATUSES),)},
                {"since": f"202{dice.randint(0, 2)}-05-0{dice.randint(1, 9)}"},
                {"until": f"202{dice.randint(0, 2)}-08-1{dice.randint(1, 9)}"},
                {"topic": tuple(dice.sample(TOPICS, dice.choice((1, 2))))},
                {"disputed": True},
            )[change],
        )
    return query


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    dice = random.Random(5)
    opened = Ledger.open(":memory:")
    with opened._writing() as connection:
        made = [contact(at, dice) for at in range(400)]
        write_contacts(connection, made, NOON)
        list_contacts(connection, [each.id for each in made[:250]])
        list_contacts(connection, [each.id for each in made[250:]])
    return opened


@pytest.mark.parametrize("seed", range(150))
def test_a_list_holds_what_fits_and_nothing_else_the_latest_first(ledger, seed):
    query = question(random.Random(seed))
    fits = sorted(ledger.contacts(query), key=key_of, reverse=True)
    assert [line.id for line in ledger.page(query, size=400).lines] == [each.id for each in fits]
    assert ledger.count(query) == len(fits)
    assert [
        each.id for each in sorted(ledger.contacts(replace(query, limit=7)), key=key_of, reverse=True)
    ] == [each.id for each in fits[:7]]
    sketch = ledger.sketch(query)
    assert sketch.count == len(fits)
    assert sum(sketch.facets["kind"].values()) == len(ledger.contacts(replace(query, kind=())))
    assert_counted(ledger, query, fits)


def assert_counted(ledger: Ledger, query: Query, fitting: list[Contact]) -> None:
    """Months, channels, first and last day, the longest silence and topics are those of the contacts that fit."""
    days = sorted(day for day, _ in map(key_of, fitting) if day)
    kinds = Counter((key_of(each)[0][:7], each.kind) for each in fitting if key_of(each)[0])
    assert ledger.months(query) == [(*key, number) for key, number in sorted(kinds.items())]
    years = Counter((key_of(each)[0][:4], each.kind) for each in fitting if key_of(each)[0])
    wide = [(*key, number) for key, number in sorted(years.items())]
    assert ledger.periods(query) == ledger.months(query)
    assert ledger.periods(query, most=1) == wide == ledger.months(query, letters=4)
    course = ledger.course(query)
    assert (course.first, course.last) == ((days[0], days[-1]) if days else (None, None))
    held = [each for each in fitting if each.status == "held" and key_of(each)[0]]
    ways = Counter((key_of(each)[0][:4], each.channel) for each in held)
    assert course.channels == tuple((*key, number) for key, number in sorted(ways.items()))
    dates = sorted({date.fromisoformat(key_of(each)[0]) for each in held})
    gaps = [(later - earlier).days for earlier, later in pairwise(dates)]
    assert (course.silence.days if course.silence else None) == max(gaps, default=None)
    topics = Counter(
        (topic, key_of(each)[0][:4]) for each in fitting for topic in each.topics if key_of(each)[0]
    )
    assert ledger.topic_years(query, 99) == [(*key, number) for key, number in sorted(topics.items())]
    if not query.topic:
        told = Counter(topic for each in fitting for topic in each.topics)
        assert ledger.beside(query, ())["topic"] == dict(
            sorted(told.items(), key=lambda one: (-one[1], one[0]))
        )


def key_of(contact: Contact) -> tuple[str, str]:
    when = contact.when
    return ((when.start or when.end or "") if when else "", contact.slug)


@pytest.fixture(params=["by walks", "by sets", "by sets of months"])
def way(request, monkeypatch) -> None:
    """Each way by which a large ledger finds contacts, in a small one."""
    monkeypatch.setattr(choosing, "_STEPS", sys.maxsize if request.param == "by walks" else 0)
    monkeypatch.setattr(choosing, "_STEPS_EACH", 0)
    monkeypatch.setattr(fitting, "_AT_ONCE", 3 if request.param == "by sets of months" else 1000)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("seed", range(40))
def test_whole_lists_are_walked_page_by_page_in_both_directions(ledger, seed):
    dice = random.Random(seed)
    query, size = question(dice), dice.randint(3, 40)
    latest = sorted(ledger.contacts(query), key=key_of, reverse=True)
    whole = [each.id for each in latest]
    down, key = [], None
    while True:
        page = ledger.page(query, key, size)
        down.append([line.id for line in page.lines])
        if not page.earlier:
            break
        key = page.lines[-1].key
    assert [name for names in down for name in names] == whole
    if len(down) > 1 and key:
        first = ledger.page(query, down_key(ledger, down[-1][0]), size, back=True)
        assert [line.id for line in first.lines] == down[-2]


def down_key(ledger: Ledger, name: str) -> tuple[str, str]:
    return key_of(ledger.contact(name))


def test_the_months_of_one_actor_are_those_of_its_contacts(ledger):
    for name in ("FIN", "fin-0", "nobody"):
        told = Counter((key_of(each)[0][:7], each.kind) for each in ledger.contacts(Query(party=(name,))))
        assert ledger.months(Query(party=(name,))) == [
            (*key, number) for key, number in sorted(told.items()) if key[0]
        ]


def test_sets_follow_contacts_that_come_and_go():
    dice = random.Random(11)
    made = [contact(at, dice) for at in range(120)]
    changed, whole = Ledger.open(":memory:"), Ledger.open(":memory:")
    kept = made[40:]
    with changed._writing() as connection:
        for part in (made[:60], made[60:]):
            write_contacts(connection, part, NOON)
            list_contacts(connection, [each.id for each in part])
        delete_contacts(connection, [each.id for each in made[:40]])
    with whole._writing() as connection:
        write_contacts(connection, kept, NOON)
        list_contacts(connection)
    assert sets_of(changed) == sets_of(whole)
    with changed._writing() as connection:
        write_contacts(connection, made[:40], NOON)
        list_contacts(connection, [each.id for each in made[:40]])
        highest = connection.scalar(select(func.max(schema.numbered.c.number)))
    assert highest == len(made) - 1


def sets_of(ledger: Ledger) -> dict[str, set[str]]:
    """The contacts in each set, by their ids."""
    with ledger._reading() as connection:
        row = schema.numbered.c
        ids = {each.number: each.contact for each in connection.execute(select(row.number, row.contact))}
        sets = load_all_of(connection, "")
    return {name: {ids[number] for number in numbers_of(bits)} for name, bits in sets.items()}
