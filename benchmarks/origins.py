"""How surely copies are found: `python benchmarks/origins.py [SEED]`.

1,000 reports of our own making, 200 of which are rewrites of others: 5 to 40 % of their words changed, some cut,
most under another heading, some with an agency's credit. The other 800 are of 250 events; those of one event share
its names, places, numbers and quotes, and all share the stock phrases of news. Prints precision and recall.
"""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import date, timedelta

from communique.merge import find_origins
from communique.records import Report, ReportDate

EVENTS, STORIES, REWRITES = 250, 800, 200
START = date(2031, 1, 1)
OPENINGS = [
    "{a} and {b} {met} in {town} on {day}", "On {day}, {a} {met} with {b}", "{b} received {a} in {town} {day}",
    "In {town}, {a} sat down opposite {b}", "Officials of both capitals confirmed that {a} {met} {b}",
    "It took {a} and {b} {n} months to agree on {town} as the place to talk",
]  # fmt: skip
MIDDLES = [
    "after weeks of preparation by their deputies", "as ferries stood idle in three harbours",
    "while unions at home called for a strike", "for the first time since the autumn floods",
    "behind closed doors and without interpreters", "over a lunch of river trout",
    "with the price of grain at its highest in {n} years", "under a portrait of the town's founder",
    "hours before parliament was due to vote", "although neither side had expected much",
    "in a villa that once housed the customs office", "as snow closed the pass between the two countries",
]  # fmt: skip
TAILS = [
    "an aide said", "according to a note seen by reporters", "people in the room recalled",
    "the ministry's spokeswoman added", "a diplomat who asked not to be named explained",
    "the evening papers wrote", "as the minutes show", "in what sounded like a concession",
    "to the surprise of the delegation", "without giving figures",
]  # fmt: skip
VERBS = [
    "warned",
    "argued",
    "insisted",
    "conceded",
    "hinted",
    "promised",
    "repeated",
    "doubted",
    "denied",
    "noted",
]
SMALL = "the of to and in a on that for with as by at from its it had would their after over between".split()
SYLLABLES = "ba co di fe gu ha jo ke li mo nu pa ri so tu ve wa zo tra ster ling ment son".split()


def vocabulary(dice: random.Random, size: int) -> list[str]:
    """Words of two to four syllables; the first are the most frequent."""
    return ["".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))) for _ in range(size)]


def name(dice: random.Random) -> str:
    """A name that nobody bears."""
    parts = [
        "Bar",
        "Cel",
        "Dor",
        "Fen",
        "Gil",
        "Hov",
        "Jas",
        "Kel",
        "Lor",
        "Mav",
        "Nev",
        "Ost",
        "Pel",
        "Rud",
        "Sav",
    ]
    ends = ["an", "ek", "ius", "mann", "ovic", "sen", "ski", "ton", "vara", "well"]
    return "".join((dice.choice(parts), dice.choice(parts).lower(), dice.choice(ends)))


def event(dice: random.Random, words: list[str]) -> dict[str, str]:
    """What all reports of one event share: names, place, number, a quote, and the words of the matter."""
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    quote = f"“We will {clause(dice, words, [], 9)}”"
    matter = " ".join(dice.sample(words, 40))
    return {"a": f"President {name(dice)}", "b": f"Premier {name(dice)}", "town": name(dice), "day": dice.choice(days),
            "n": str(dice.randint(2, 90)), "quote": quote, "met": dice.choice(["met", "held talks", "conferred"]),
            "matter": matter}  # fmt: skip


def clause(dice: random.Random, words: list[str], matter: list[str], length: int) -> str:
    """Words as prose has them: two in five are small, half of the others are of the matter."""
    made = []
    for _ in range(length):
        if dice.random() < 0.4:
            made.append(dice.choice(SMALL))
        elif matter and dice.random() < 0.5:
            made.append(dice.choice(matter))
        else:
            made.append(words[min(int(dice.paretovariate(0.6)) - 1, len(words) - 1)])
    return " ".join(made)


def story(told: dict[str, str], dice: random.Random, words: list[str]) -> list[str]:
    """The sentences of one reporter."""
    matter = told["matter"].split()
    sentences = [f"{dice.choice(OPENINGS)} {dice.choice(MIDDLES)}."]
    for _ in range(dice.randint(5, 14)):
        who = dice.choice([told["a"], told["b"], "She", "He", "The hosts", "The visitors"])
        body = clause(dice, words, matter, dice.randint(9, 22))
        forms = [
            f"{who} {dice.choice(VERBS)} that {body}, {dice.choice(TAILS)}.",
            f"{dice.choice(MIDDLES).capitalize()}, {who} {dice.choice(VERBS)} that {body}.",
            f"{body.capitalize()}.",
        ]
        sentences.append(dice.choice(forms))
    sentences.insert(dice.randint(1, len(sentences)), f"{told['quote']}, {told['b']} said.")
    return [sentence.format(**told) for sentence in sentences]


def rewrite(sentences: list[str], dice: random.Random, words: list[str]) -> list[str]:
    """Another desk's form: words changed, the end cut in a third, sentences within the text left in order."""
    share = dice.uniform(0.05, 0.4)
    if dice.random() < 0.33:
        sentences = sentences[: max(4, int(len(sentences) * dice.uniform(0.5, 0.8)))]
    text = " ".join(sentences).split(" ")
    changed = [
        dice.choice([*SMALL, *words]) if word.islower() and dice.random() < share else word for word in text
    ]
    return [" ".join(changed)]


def report(id: str, body: str, day: date, dice: random.Random, credit: str | None = None) -> Report:
    heading = " ".join(vocabulary(dice, 6)).capitalize()
    return Report(
        id=id, version="1", source=id, title=heading, outlet=f"outlet {dice.randint(0, 120)}", credit=credit,
        body=f"{heading}\n\n{body}", dated=ReportDate(date=str(day), basis="given", why="made"),
    )  # fmt: skip


def make(seed: int) -> tuple[list[Report], dict[str, str]]:
    """(all reports, the origin of each rewrite)."""
    dice = random.Random(seed)
    words = vocabulary(dice, 4000)
    events = [(event(dice, words), START + timedelta(days=dice.randint(0, 300))) for _ in range(EVENTS)]
    reports, texts = [], []
    for number in range(STORIES):
        told, day = events[number % EVENTS]
        sentences = story(told, dice, words)
        texts.append((sentences, day))
        credit = dice.choice(["Northern Wire", "Press Pool", None, None])
        reports.append(report(f"s{number:04}", " ".join(sentences), day, dice, credit))
    planted = {}
    for number, of in enumerate(dice.sample(range(STORIES), REWRITES)):
        sentences, day = texts[of]
        id, credit = f"t{number:04}", dice.choice([reports[of].credit, None])
        body = " ".join(rewrite(sentences, dice, words))
        reports.append(report(id, body, day + timedelta(days=dice.randint(0, 2)), dice, credit))
        planted[id] = f"s{of:04}"
    return reports, planted


def measure(seed: int) -> tuple[float, float, float]:
    """(precision, recall, seconds) of the pairs of texts said to be one."""
    reports, planted = make(seed)
    began = time.perf_counter()
    origins = find_origins(reports)
    seconds = time.perf_counter() - began
    # A rewrite of the same day as its model may pass for the origin: the two are one text all the same.
    found = {frozenset(pair) for pair in origins.items() if pair[0] != pair[1]}
    wanted = {frozenset(pair) for pair in planted.items()}
    right = len(found & wanted)
    return right / max(1, len(found)), right / len(wanted), seconds


def main() -> None:
    for seed in [int(word) for word in sys.argv[1:]] or [1, 2, 3]:
        precision, recall, seconds = measure(seed)
        line = {"origins": f"seed {seed}", "reports": STORIES + REWRITES, "rewrites": REWRITES}
        figures = {"precision": round(precision, 3), "recall": round(recall, 3), "seconds": round(seconds, 1)}
        print(json.dumps(line | figures), flush=True)


if __name__ == "__main__":
    main()
