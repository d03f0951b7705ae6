"""A large ledger, generated: contacts of invented persons of real states, written straight into the tables.

`python benchmarks/generated.py --contacts 100000 big.db`. The same number gives the same ledger. Three accounts a
contact on average; a few states do most of the dealing and late years have most contacts; some contacts are of many
parties, of a month, a year or no known day, in conflict, disputed or doubted. Its contacts are
not merged by the program, so it is for measuring reading, never merging.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b

from communique.knowledge import load_knowledge
from communique.ledger import Ledger
from communique.ledger.listing import list_contacts
from communique.ledger.opening import open_engine, writing

KINDS = (
    ("phone_call", "phone", 26), ("meeting", "in_person", 34), ("visit", "in_person", 14), ("talks", "in_person", 9),
    ("message", "written", 7), ("call", "unknown", 4), ("summit", "in_person", 2), ("video_call", "video", 3),
    ("signing", "in_person", 1),
)  # fmt: skip
STATUSES = (("held", 84), ("planned", 9), ("proposed", 3), ("denied", 1), ("cancelled", 2), ("declined", 1))
LEVELS = (("leaders", 45), ("ministers", 40), ("officials", 15))
TOPICS = (
    *(
        "trade",
        "ukraine",
        "energy",
        "taiwan",
        "climate",
        "arms-control",
        "sanctions",
        "migration",
        "gaza",
        "grain",
    ),
    *(
        "nato",
        "cyber",
        "fisheries",
        "railways",
        "vaccines",
        "water",
        "debt",
        "tourism",
        "education",
        "borders",
    ),
)
FIRST = "Ada Bela Cyra Dov Edda Finn Gita Hugo Ines Juno Kofi Lena Milo Nora Otto Pia Quin Rhea Sven Tara Udo Vera".split()
LAST = "Abara Brandt Coste Dunmore Eklund Farrow Galt Halloran Ibsen Jarvi Kestrel Lund Marek Norden Okoye Pell".split()
OUTLETS = [
    f"{place} {name}"
    for place in ("Harbour", "Meridian", "Northgate", "Lantern", "Turku", "Selby")
    for name in ("Wire", "Post", "Courier", "Daily", "Times")
]
BEGUN, DAYS, BATCH = date(1995, 1, 1), 11_600, 5000
RECORDED = "2026-11-01T00:00:00+00:00"


def name_of(*parts: object) -> str:
    """A short id, the same for the same parts."""
    return blake2b("|".join(map(str, parts)).encode(), digest_size=8).hexdigest()


class World:
    """States with persons; a few states do most of the dealing."""

    def __init__(self, seed: random.Random) -> None:
        self.seed = seed
        self.states = sorted(load_knowledge().states)
        front = [
            state
            for state in ("USA", "CHN", "RUS", "DEU", "FRA", "GBR", "TUR", "JPN")
            if state in self.states
        ]
        self.states = [*front, *(state for state in self.states if state not in front)][:150]
        self.weights = [1 / (rank + 2) for rank in range(len(self.states))]
        self.people = {state: [self._person(state, at) for at in range(8)] for state in self.states}

    def _person(self, state: str, at: int) -> dict[str, object]:
        name = f"{self.seed.choice(FIRST)} {self.seed.choice(LAST)}"
        office = ("President", "Prime Minister", "Foreign Minister", "Envoy")[at % 4]
        return {"id": f"{name.lower().replace(' ', '-')}-{state.lower()}-{at}", "name": name, "type": "person",
                 "office": office, "state": state, "known": False}  # fmt: skip

    def several(self) -> list[dict[str, object]]:
        """Persons of as many states: mostly two, some three, a few a whole conference."""
        number = self.seed.choices((2, 3, 8, 14), (88, 9, 2, 1))[0]
        states: set[str] = set()
        while len(states) < number:
            states.update(self.seed.choices(self.states, self.weights, k=number - len(states)))
        return [self.people[state][min(7, int(self.seed.expovariate(0.6)))] for state in sorted(states)]

    def interval(self) -> dict[str, object]:
        """Mostly a day; some a month, a year, open, or none known; more in late years than in early ones."""
        day = BEGUN + timedelta(days=int(DAYS * self.seed.random() ** 0.6))
        start, end, precision = day.isoformat(), day.isoformat(), "day"
        dice = self.seed.random()
        if dice < 0.03:
            start, precision = f"{day:%Y-%m}-01", "month"
            end = f"{day:%Y-%m}-28"
        elif dice < 0.04:
            start, end, precision = f"{day.year}-01-01", f"{day.year}-12-31", "year"
        elif dice < 0.047:
            return {
                "start": start,
                "end": None,
                "precision": "interval",
                "basis": "inferred",
                "derivation": start,
            }
        elif dice < 0.052:
            return {
                "start": None,
                "end": end,
                "precision": "interval",
                "basis": "inferred",
                "derivation": end,
            }
        return {"start": start, "end": end, "precision": precision, "basis": "stated", "derivation": start}


def picked(seed: random.Random, choices: tuple[tuple[object, ...], ...]) -> tuple[object, ...]:
    """One of the choices by their weights, which stand last."""
    return seed.choices(choices, [each[-1] for each in choices])[0]


def made(number: int) -> Iterator[dict[str, list[tuple[object, ...]]]]:
    """The rows of all tables, batch by batch."""
    seed = random.Random(20260310)
    world = World(seed)
    yield {
        "actor_name": [
            (actor["id"], f" {str(actor['name']).lower()} ", actor["state"])
            for state in world.people.values()
            for actor in state
        ]
    }
    rows: dict[str, list[tuple[object, ...]]] = {}
    for at in range(number):
        contact(at, seed, world, rows)
        if len(rows["contact"]) == BATCH:
            yield rows
            rows = {}
    yield rows


def contact(at: int, seed: random.Random, world: World, rows: dict[str, list[tuple[object, ...]]]) -> None:
    """One contact with its accounts and reports, into the rows."""
    kind, channel, _ = picked(seed, KINDS)
    status = picked(seed, STATUSES)[0]
    level = picked(seed, LEVELS)[0]
    when = world.interval()
    day = str(when["start"] or when["end"])
    two = world.several()
    topics = sorted(seed.sample(TOPICS, seed.choice((0, 1, 1, 2, 2, 3))))
    told = seed.choice((1, 1, 2, 2, 3, 3, 3, 4, 5, 6))
    participants = [{"actor": actor, "role": "party", "as_named": actor["name"]} for actor in two]
    slug = f"{day}-{two[0]['id']}-{two[1]['id']}-{str(kind).replace('_', '-')}-{at}"
    accounts = [
        account(at, each, (kind, status, when, participants, topics), seed, rows) for each in range(told)
    ]
    key = min(one["id"] for one in accounts)
    conflict = told > 1 and seed.random() < 0.06
    verdicts = [{"fact": "kind", "verdict": "agreed", "values": [[one["id"], kind] for one in accounts]}]
    if conflict:
        values = [[one["id"], {"low": 30 + 10 * n, "high": 30 + 10 * n}] for n, one in enumerate(accounts)]
        verdicts.append({"fact": "duration_minutes", "verdict": "conflict", "values": values})
    record = {
        "id": key, "slug": slug, "kind": kind, "status": status, "disputed": False, "when": when, "channel": channel,
        "level": level, "setting": "bilateral", "participants": participants, "accounts": accounts,
        "support": {"reports": told, "origins": max(1, told - 1), "sides": [], "on_record": 1},
        "reading_confidence": round(0.6 + 0.39 * seed.random(), 3), "topics": topics, "verdicts": verdicts,
        "initiator": two[0]["id"] if at % 5 == 0 else None,
    }  # fmt: skip
    disputed = seed.random() < 0.004
    record["disputed"] = disputed
    pair = " ".join(sorted(str(actor["state"]) for actor in two))
    add = lambda table, *row: rows.setdefault(table, []).append(row)  # noqa: E731
    add("contact", key, slug, day, when["start"], when["end"], kind, status, disputed, level, channel, pair, told, max(1, told - 1),
        int(conflict), json.dumps(record, separators=(",", ":")))  # fmt: skip
    for actor in two:
        add(
            "contact_party",
            key,
            actor["id"],
            "party",
            "person",
            actor["name"],
            f" {str(actor['name']).lower()} ",
            actor["state"],
        )
    for topic in topics:
        add("contact_topic", key, topic)
    for one in accounts:
        add("contact_account", key, one["id"], one["report"])
    add(
        "passage",
        "contact",
        key,
        slug,
        f"{kind} {status} {two[0]['name']} {two[1]['name']} {' '.join(topics)}".replace("_", " "),
    )
    if seed.random() < 0.15:
        doubt = {"id": name_of("d", at), "about": key, "question": "Was it on this day?", "choices": ["yes", "no"],
                 "span": None, "why": "the accounts leave more than one day open"}  # fmt: skip
        add("doubt", doubt["id"], "", accounts[0]["report"], key, json.dumps(doubt))
    if told > 1 and seed.random() < 0.05:
        score = round(0.4 + 0.2 * seed.random(), 3)
        add(
            "judgement",
            accounts[0]["id"],
            accounts[1]["id"],
            score >= 0.5,
            score,
            "made",
            "program",
            RECORDED,
        )


def account(
    at: int,
    each: int,
    told: tuple[object, ...],
    seed: random.Random,
    rows: dict[str, list[tuple[object, ...]]],
) -> dict[str, object]:
    """One account in a report of its own, into the rows."""
    kind, status, when, participants, topics = told
    report, outlet = name_of("r", at, each), seed.choice(OUTLETS)
    names = [str(one["as_named"]) for one in participants]  # type: ignore[attr-defined]
    words = str(kind).replace("_", " ")
    title = f"{names[0]} and {names[1]}: a {words}"
    first = f"{names[0]} and {names[1]} had a {words} on {when['derivation']} about {', '.join(topics) or 'their relations'}."  # type: ignore[index,arg-type]
    body = f"{title}\n\n{first} It lasted {30 + 10 * each} minutes, {outlet} was told.\n\n“We agree,” said {names[0]}."
    start = len(title) + 2
    span = {"start": start, "end": start + len(first)}
    trigger = {"start": body.index(words, start), "end": body.index(words, start) + len(words)}
    key = name_of("a", at, each)
    side = str(participants[each]["actor"]["state"]) if each < 2 and at % 7 == 0 else None  # type: ignore[index]
    duration = body.index(f"{30 + 10 * each} minutes")
    facts = [
        {"fact": "kind", "value": kind, "text": words, "span": trigger},
        {"fact": "duration_minutes", "value": {"low": 30 + 10 * each, "high": 30 + 10 * each},
         "text": f"{30 + 10 * each} minutes", "span": {"start": duration, "end": duration + 10}},
    ]  # fmt: skip
    bare = {"id": key, "report": report, "kind": kind, "status": status, "when": when, "participants": participants,
            "trigger": trigger, "evidence": span, "topics": topics, "reading_confidence": 0.8, "side": side}  # fmt: skip
    reading, version = name_of("g", at, each), f"{report}-v"
    labels = {"id": report, "version": version, "source": f"{report}.txt", "title": title, "outlet": outlet,
              "dated": {"date": when["derivation"], "basis": "given", "why": "given"}}  # type: ignore[index] # fmt: skip
    add = lambda table, *row: rows.setdefault(table, []).append(row)  # noqa: E731
    add("report", report, f"{report}.txt", outlet, RECORDED)
    add("version", version, report, body, report, title, RECORDED)
    add(
        "reading",
        reading,
        version,
        report,
        "generated",
        when["derivation"],
        "given",
        "en",
        "news",
        json.dumps(labels),
        "{}",
        1,
        True,
        RECORDED,
    )  # type: ignore[index]
    add(
        "account",
        reading,
        key,
        0,
        report,
        kind,
        status,
        when["start"],
        when["end"],
        side,
        0.8,
        json.dumps(bare),
        RECORDED,
    )  # type: ignore[index]
    for position, fact in enumerate(facts):
        add("fact", reading, key, position, fact["fact"], json.dumps(fact))
    said = {"start": body.index("We agree"), "end": body.index("We agree") + 9}
    speaker = {
        "id": participants[0]["actor"]["id"],
        "name": names[0],
        "text": names[0],
        "span": {"start": len(body) - len(names[0]) - 1, "end": len(body) - 1},
    }  # type: ignore[index]
    statement = {
        "id": name_of("s", at, each),
        "report": report,
        "kind": "quote",
        "polarity": "asserts",
        "text": "We agree,",
        "span": said,
        "speaker": speaker,
        "account": key,
    }
    add(
        "statement",
        reading,
        statement["id"],
        0,
        report,
        key,
        "quote",
        "asserts",
        speaker["id"],
        json.dumps(statement),
        RECORDED,
    )
    if each == 0:
        add("passage", "report", report, title, body)
    return {**bare, "facts": facts}


COLUMNS = {
    "report": "id source outlet recorded",
    "version": "id report body body_sha256 title recorded",
    "reading": "id version report edition published dated_basis language text_kind labels record accounts current recorded",
    "account": "reading id position report kind status start end side reading_confidence record recorded",
    "fact": "reading account position fact record",
    "statement": "reading id position report account kind polarity speaker record recorded",
    "contact": "id slug day start end kind status disputed level channel pair reports origins conflicts record",
    "contact_account": "contact account report",
    "contact_party": "contact actor role type name folded state",
    "contact_topic": "contact topic",
    "actor_name": "actor folded state",
    "passage": "kind key title text",
    "doubt": "id reading report contact record",
    "judgement": "one other same score reason author recorded",
}


def write(path: str, number: int) -> None:
    """The ledger at `path`, with its indexes made after its rows."""
    Ledger.open(path).close()
    raw = sqlite3.connect(path)
    raw.executescript(
        "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-800000"
    )
    indexes = raw.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        raw.execute(f'DROP INDEX "{name}"')
    raw.execute("INSERT INTO edition (id, program, recorded) VALUES ('generated', '0', ?)", (RECORDED,))
    for rows in made(number):
        for table, listed in rows.items():
            names = COLUMNS[table].split()
            marks = ",".join("?" * len(names))
            quoted = ",".join(f'"{name}"' for name in names)
            raw.executemany(f"INSERT OR IGNORE INTO {table} ({quoted}) VALUES ({marks})", listed)
        raw.commit()
    raw.execute(
        """INSERT OR IGNORE INTO contact_alias SELECT alias, account, contact, ? FROM
            (SELECT id AS alias, account, contact FROM contact_account JOIN contact ON id = contact UNION ALL
             SELECT slug, account, contact FROM contact_account JOIN contact ON id = contact)""",
        (RECORDED,),
    )
    raw.commit()
    for _, sql in indexes:
        raw.execute(sql)
    raw.close()
    with writing(open_engine(path)) as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -1500000")
        list_contacts(connection)
    raw = sqlite3.connect(path)
    raw.executescript("PRAGMA journal_mode=WAL;")
    raw.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path")
    parser.add_argument("--contacts", type=int, default=100_000)
    asked = parser.parse_args()
    begun = time.perf_counter()
    write(asked.path, asked.contacts)
    print(json.dumps({"contacts": asked.contacts, "seconds": round(time.perf_counter() - begun, 1)}))


if __name__ == "__main__":
    main()
