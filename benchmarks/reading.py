"""How fast reports are read, as ratios to the language model over the same text, in one run on one core.

    python benchmarks/reading.py [--rounds 3] [--reports 400] [--profile]

`dense`: the sample reports and the open gold stories and passages, in which nearly every sentence tells of a contact.
`mixed`: one report in twenty is diplomatic, the others are news from home. A ratio of 5 means: five times as fast as
the model whole (tagger, parser, lemmatizer, entities) over the same text. Aims: dense 2, mixed 20.
Processor time, so that other programs on the machine weigh less. The collector of garbage passes by as seldom as in
`communique read`, for the model too.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import pstats
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import communique
from communique.cli import BETWEEN_TIDYINGS
from communique.intake import Fields, make_report
from communique.knowledge import load_knowledge
from communique.reading import read_many
from communique.records import Report

GOLD = Path(communique.__file__).parent / "evaluation" / "contacts"
EVERY = 20
AIMS = {"dense": 2.0, "mixed": 20.0}

TOWNS = (
    "Aldermoor",
    "Brackwell",
    "Castle Venn",
    "Dunmarsh",
    "Eastleigh Cross",
    "Fernley",
    "Garrowby",
    "Hexwater",
)
NAMES = (
    "Ada Fenwick",
    "Tom Okafor",
    "Priya Raman",
    "Luis Ortega",
    "Hannah Weiss",
    "Colin Marsh",
    "Mei Tan",
    "Sven Holt",
)
SUBJECTS = (
    "the swimming pool",
    "the bus lanes",
    "the school roof",
    "the library",
    "the market hall",
    "the old bridge",
)
LINES = (
    "{town} council said on {day} that {subject} would stay closed until the end of the month.",
    "Repairs to {subject} will cost {money} pounds, almost twice what had been planned.",
    '"We were promised better," said {name}, who has lived in {town} for {years} years.',
    "Police in {town} are looking for a man who took {money} pounds from a shop on {day}.",
    "{name} scored twice in the last ten minutes as {town} Town won by three goals to one.",
    "Rain is expected from {day} evening, with strong winds along the coast near {town}.",
    "A judge told {name} on {day} that the sentence would be handed down next month.",
    "The company, which employs {years} people in {town}, reported profits of {money} pounds.",
    "{name} met teachers and parents in {town} on {day} to talk about {subject}.",
    "The minister for schools visited {town} on {day} and praised the work of volunteers.",
    "Firefighters were called to {subject} shortly before midnight and left at dawn.",
    "Prices of houses in {town} rose by {years} per cent last year, the bank said.",
    '"It will take time," {name} added, "and it will take money that nobody has."',
    "The museum opened a show of paintings by {name}, born in {town} {years} years ago.",
    "Doctors at the hospital in {town} saw {money} patients in the first week of winter.",
    "A spokesman for the railway said trains to {town} would run again from {day}.",
    "{name} called the plan for {subject} a waste, and the party called for a vote.",
    "Farmers around {town} say that the harvest was the best in {years} years.",
)


def diplomatic() -> list[Report]:
    """The dense texts: samples, gold stories and passages that may be read."""
    from communique.intake import IntakeOptions, read_inputs
    from communique.samples import folder

    inputs = [str(folder()), str(GOLD / "stories-open.jsonl"), str(GOLD / "open.jsonl")]
    return [one for one in read_inputs(inputs, IntakeOptions()) if isinstance(one, Report)]


def domestic(number: int) -> Report:
    """A report of 18 to 30 sentences of news from home, the same for the same number."""
    chance = random.Random(number)
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    sentences = [
        chance.choice(LINES).format(
            town=chance.choice(TOWNS),
            name=chance.choice(NAMES),
            subject=chance.choice(SUBJECTS),
            day=chance.choice(days),
            money=chance.randrange(100, 90_000),
            years=chance.randrange(3, 60),
        )
        for _ in range(chance.randrange(18, 31))
    ]
    text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    return make_report(Fields(source=f"home-{number}", text=text, date="2026-03-03"))


def mixed(total: int, dense: Sequence[Report], first: int = 0) -> Iterator[Report]:
    """So many reports; every twentieth is a long diplomatic one. `first` numbers the news from home."""
    long = sorted(dense, key=lambda report: -len(report.body))[: max(1, total // EVERY)]
    for number in range(total):
        yield long[number // EVERY % len(long)] if number % EVERY == 0 else domestic(first + number)


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(name: str, reports: Sequence[Report], rounds: int) -> dict[str, object]:
    """Medians over rounds in which model and reader take turns."""
    knowledge = load_knowledge()
    nlp = knowledge.nlp
    model, reader = [], []
    for _ in range(rounds):
        model.append(seconds(lambda: list(nlp.pipe((report.body for report in reports), batch_size=64))))
        reader.append(seconds(lambda: list(read_many(reports, knowledge))))
    ratios = [one / other for one, other in zip(model, reader, strict=True)]
    words = sum(len(report.body.split()) for report in reports)
    return {
        "text": name, "reports": len(reports), "words": words, "rounds": rounds,
        "model_seconds": round(statistics.median(model), 2), "reader_seconds": round(statistics.median(reader), 2),
        "ratio": round(statistics.median(ratios), 2), "ratios": [round(each, 2) for each in ratios], "aim": AIMS[name],
    }  # fmt: skip


def profile(reports: Sequence[Report]) -> None:
    knowledge = load_knowledge()
    profiler = cProfile.Profile()
    profiler.runcall(lambda: list(read_many(reports, knowledge)))
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(
        "communique|spacy/language|spacy/pipeline", 30
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--rounds", type=int, default=3)
    ask.add_argument("--reports", type=int, default=400)
    ask.add_argument("--profile", action="store_true", help="print where the time goes")
    given = ask.parse_args()
    gc.set_threshold(BETWEEN_TIDYINGS)
    dense = diplomatic()
    sets = {"dense": dense, "mixed": list(mixed(given.reports, dense))}
    for reports in sets.values():
        list(read_many(reports[:20], load_knowledge()))
    for name, reports in sets.items():
        print(json.dumps(measure(name, reports, given.rounds)), flush=True)
        if given.profile:
            profile(reports)


if __name__ == "__main__":
    main()
