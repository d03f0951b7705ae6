"""Lists are walked along `listing`; what they hold is what every contact, asked in turn, gives."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from communique.ledger import Ledger, Query
from communique.ledger.contact_rows import write_contacts
from communique.ledger.listing import MOST_PAIRED, list_contacts
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
    fitting = sorted(ledger.contacts(query), key=key_of, reverse=True)
    assert [line.id for line in ledger.page(query, size=400).lines] == [each.id for each in fitting]
    assert ledger.count(query) == len(fitting)
    assert [
        each.id for each in sorted(ledger.contacts(replace(query, limit=7)), key=key_of, reverse=True)
    ] == [each.id for each in fitting[:7]]
    sketch = ledger.sketch(query)
    assert sketch.count == len(fitting)
    assert sum(sketch.facets["kind"].values()) == len(ledger.contacts(replace(query, kind=())))
    assert sketch.latest == tuple(each.id for each in fitting[:300])
    assert [day for day, *_ in sketch.days] == [
        key_of(each)[0] for each in reversed(fitting) if key_of(each)[0]
    ]


def key_of(contact: Contact) -> tuple[str, str]:
    when = contact.when
    return ((when.start or when.end or "") if when else "", contact.slug)


@pytest.mark.parametrize("seed", range(40))
def test_whole_lists_are_walked_page_by_page_in_both_directions(ledger, seed):
    dice = random.Random(seed)
    query, size = question(dice), dice.randint(3, 40)
    whole = [line.id for line in ledger.page(query, size=400).lines]
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
        told = ledger.months(Query(party=(name,)))
        assert told == list(ledger.sketch(Query(party=(name,))).months)
    assert ledger.months() == list(ledger.sketch().months)
    years = ledger.months(letters=4)
    assert sum(number for _, _, number in years) == sum(number for _, _, number in ledger.months())


def test_names_are_told_of_actors_that_contacts_know(ledger):
    assert ledger.names(["fin-0", "xyz"]) == {"fin-0": "Kim Finberg0"}
