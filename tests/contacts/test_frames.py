"""Sentence frames, filled with officials of the lexicon: a wording is read right whoever is in it and wherever.

Each `frames-*.jsonl` beside this file has frames of one area. A line:

- `id`, `text`: the frame. {A.title} "Polish President Andrzej Duda", {A.of} "President Andrzej Duda of Poland",
  {A.name} "Andrzej Duda", {A.last} "Duda", {A.office} "Polish president", {A.bare} "president", {A.state} "Poland",
  {A.adj} "Polish", {A.capital} "Warsaw", {A.he}, {A.him}, {A.his}, {A.He}, {A.His}, and so for B, C, D;
  {day}, {next}: a weekday of the last five days, of the next five; {month}, {lastmonth}, {nextmonth}: their names.
- `offices`: the office of a letter: head (where none is given), foreign_minister, defence_minister.
- `contacts`: what must be read: `kind`, `status`, `parties` ("A" the person, "A.state" the state), and `when`, "day",
  "next" or "lastmonth", where the days must be those. With `may`, a careful reader may find others as well; visits always.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from communique.contacts.cues import FAMILY
from communique.intake import Fields, make_report
from communique.knowledge import Knowledge
from communique.knowledge.entries import Tenure
from communique.reading import read
from communique.records import Account

FILLS = 2
HEADS = frozenset({"president", "prime_minister", "chancellor"})
SURE = datetime.timedelta(days=40)  # an official has held the office for so long, and keeps it for so long
SLOT = re.compile(r"\{((\w)\.)?(\w+)\}")
FRAMES = [
    pytest.param(json.loads(line), number, id=f"{json.loads(line)['id']}-{number}")
    for path in sorted(Path(__file__).parent.glob("frames-*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
    for number in range(FILLS)
]
Told = tuple[str, str, frozenset[str]]  # family, status, ids of the parties


@pytest.mark.parametrize(("frame", "number"), FRAMES)
def test_a_wording_is_read_right_whoever_is_in_it(
    frame: dict[str, Any], number: int, knowledge: Knowledge
) -> None:
    filled = Filled(frame, number, knowledge)
    report = make_report(Fields(source="frame", text=filled.text, date=filled.today.isoformat()))
    accounts = {told_by(account): account for account in read(report, knowledge).accounts}
    wanted = {filled.wanted(contact): contact for contact in frame["contacts"]}
    assert wanted.keys() <= accounts.keys(), filled.text
    for told, contact in wanted.items():
        if "when" in contact:
            when, days = accounts[told].when, filled.days_of(contact["when"])
            assert when is not None and (when.start, when.end) == days, filled.text
    if not frame.get("may"):
        others = {told for told in accounts.keys() - wanted.keys() if told[0] != "visit" or not wanted}
        assert not others, filled.text


def told_by(account: Account) -> Told:
    """What an account tells, as far as frames say it."""
    parties = frozenset(p.actor.id for p in account.participants if p.role == "party")
    return FAMILY[account.kind], account.status, parties


class Filled:
    """A frame with officials and days in its slots; the same every time, whoever else enters the lexicon."""

    def __init__(self, frame: Mapping[str, Any], number: int, knowledge: Knowledge) -> None:
        seed = f"{frame['id']} {number}"
        chance = random.Random(seed)
        self.today = datetime.date(chance.randint(2004, 2023), chance.randint(1, 12), chance.randint(1, 28))
        self.days = {
            "day": self.today - datetime.timedelta(days=chance.randint(1, 5)),
            "next": self.today + datetime.timedelta(days=chance.randint(1, 5)),
        }
        self.knowledge = knowledge
        self.who = self.officials(frame, seed)
        words = {letter: words_of(tenure, knowledge) for letter, tenure in self.who.items()}
        words[""] = words_of_days(self.today, self.days)
        self.text = SLOT.sub(lambda slot: words[slot[2] or ""][slot[3]], frame["text"])

    def officials(self, frame: Mapping[str, Any], seed: str) -> dict[str, Tenure]:
        """An official of another state for each letter of the frame."""
        parties = " ".join(party for contact in frame["contacts"] for party in contact["parties"])
        letters = sorted(
            set(re.findall(r"\b([A-D])\b", parties)) | set(re.findall(r"\{(\w)\.", frame["text"]))
        )
        found: dict[str, Tenure] = {}
        for letter in letters:
            office = frame.get("offices", {}).get(letter, "head")
            taken = {tenure.of for tenure in found.values()}
            serving = [t for t in in_office(self.knowledge, office, self.today) if t.of not in taken]
            found[letter] = min(serving, key=lambda t: digest(f"{seed} {letter} {t.person} {t.office}"))
        return found

    def days_of(self, name: str) -> tuple[str, str]:
        """The first and the last day of a slot."""
        last = self.today.replace(day=1) - datetime.timedelta(days=1)
        first, last = (
            (last.replace(day=1), last) if name == "lastmonth" else (self.days[name], self.days[name])
        )
        return first.isoformat(), last.isoformat()

    def wanted(self, contact: Mapping[str, Any]) -> Told:
        """A contact of the frame with those who fill it."""
        ids = [
            self.who[party[0]].of if party.endswith(".state") else self.who[party].person
            for party in contact["parties"]
        ]
        return FAMILY[contact["kind"]], contact["status"], frozenset(ids)


def digest(words: str) -> str:
    """Orders officials as if by chance."""
    return hashlib.sha256(words.encode()).hexdigest()


def in_office(knowledge: Knowledge, office: str, day: datetime.date) -> Iterator[Tenure]:
    """Who held an office for certain around a day."""
    since, until = (day - SURE).isoformat(), (day + SURE).isoformat()
    for tenure in candidates(knowledge)[office]:
        known = tenure.end or not tenure.known_until or tenure.known_until >= day.isoformat()
        if known and tenure.first_day() <= since and tenure.last_day() >= until:
            yield tenure


POOLS: dict[str, dict[str, list[Tenure]]] = {}  # by edition of the lexicon


def candidates(knowledge: Knowledge) -> dict[str, list[Tenure]]:
    """Tenures by office whose words fill every slot, of states whose adjective is theirs alone."""
    if knowledge.edition not in POOLS:
        adjectives = Counter(s.demonyms[0] for s in knowledge.states.values() if s.demonyms)
        pools = defaultdict(list)
        for tenure in knowledge.tenures:
            state, person = knowledge.states.get(tenure.of), knowledge.persons[tenure.person]
            if state is None or not state.capitals or not state.demonyms or not person.sex:
                continue
            if adjectives[state.demonyms[0]] == 1 and person.family and " " in person.name:
                pools["head" if tenure.office in HEADS else tenure.office].append(tenure)
        POOLS[knowledge.edition] = pools
    return POOLS[knowledge.edition]


def words_of(tenure: Tenure, knowledge: Knowledge) -> dict[str, str]:
    """The words of an official's slots."""
    person, state = knowledge.persons[tenure.person], knowledge.states[tenure.of]
    office, adjective = knowledge.offices[tenure.office].shown(tenure.of), state.demonyms[0]
    he, him, his = ("she", "her", "her") if person.sex == "f" else ("he", "him", "his")
    return {
        "title": f"{adjective} {office} {person.name}",
        "of": f"{office} {person.name} of {state.name}",
        "name": person.name,
        "last": person.family[0],
        "office": f"{adjective} {office.lower()}",
        "bare": office.lower(),
        "state": state.name,
        "adj": adjective,
        "capital": state.capitals[0],
        "he": he,
        "him": him,
        "his": his,
        "He": he.capitalize(),
        "His": his.capitalize(),
    }


def words_of_days(today: datetime.date, days: Mapping[str, datetime.date]) -> dict[str, str]:
    """The words of the slots for days and months."""
    first = today.replace(day=1)
    return {
        **{name: day.strftime("%A") for name, day in days.items()},
        "month": f"{today:%B}",
        "lastmonth": f"{first - datetime.timedelta(days=1):%B}",
        "nextmonth": f"{first + datetime.timedelta(days=32):%B}",
    }
