"""What a clause does by its grammar: traits of the clause, and the moods of lexicon/moods.toml that they fit."""

from __future__ import annotations

import functools

from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Polarity
from communique.statements.mainclause import AHEAD, MAY, NEEDS, OBLIGES, Clause

FLAGS = ("negated", "void", "empty", "progressive", "others", "perfect", "among", "been", "named")
ORDER: tuple[Polarity, ...] = ("threatens", "denies", "declines", "asks", "promises")


class Mood(Record, frozen=True, kw_only=True):
    """A form of clause that does something: "own, ahead, verb crush" threatens.

    `has` are the traits that must hold, `either` sets of which one trait must; `lacks` are those of which none may.
    """

    id: str
    polarity: Polarity
    has: frozenset[str]
    either: tuple[frozenset[str], ...]
    lacks: frozenset[str]

    def holds(self, traits: frozenset[str]) -> bool:
        """Whether the traits of a clause fit."""
        if not self.has <= traits or not self.lacks.isdisjoint(traits):
            return False
        return not any(one.isdisjoint(traits) for one in self.either)


@functools.cache
def load_moods() -> dict[Polarity, tuple[Mood, ...]]:
    """The moods of moods.toml by what they make of the words."""
    found: dict[Polarity, tuple[Mood, ...]] = {}
    for entry in read_toml(LEXICON / "moods.toml")["mood"]:
        asked = [frozenset(one.split("|")) for one in entry["has"]]
        mood = Mood(
            id=entry["id"],
            polarity=entry["polarity"],
            has=frozenset().union(*(one for one in asked if len(one) == 1)),
            either=tuple(one for one in asked if len(one) > 1),
            lacks=frozenset(entry.get("lacks", ())),
        )
        found[mood.polarity] = (*found.get(mood.polarity, ()), mood)
    return found


@functools.cache
def classes_by_word() -> dict[str, tuple[str, ...]]:
    """The classes of moods.toml that each word or phrase is of."""
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in read_toml(LEXICON / "moods.toml")["class"].items():
        for word in listed:
            found[word] = (*found.get(word, ()), name)
    return found


@functools.cache
def bodies_by_speaker() -> dict[str, frozenset[str]]:
    """For each word of a speaker's description the bodies and people that he answers for: "headmaster" for "school"."""
    found: dict[str, frozenset[str]] = {}
    for entry in read_toml(LEXICON / "moods.toml")["answers_for"]:
        for speaker in entry["speakers"]:
            found[speaker] = found.get(speaker, frozenset()) | frozenset(entry["bodies"])
    return found


def traits_of(each: Clause, *, own: bool) -> set[str]:
    """What the grammar of a clause tells, by the names that moods.toml uses; `own` is whether it is of the speaker's side."""
    known = classes_by_word()
    traits = {"own" if own else each.subject, modal_of(each)}
    traits.add("present" if each.present else "perfect" if each.perfect else "past")
    traits.add("passive" if each.passive else "copula" if each.copula else "active")
    traits.update([name for name in FLAGS if getattr(each, name)])
    if each.negated or each.empty:
        traits.add("nil")
    if each.anybody:
        traits.add(each.anybody)
    unsaid = {"unachieved"} if each.passive else {"unmet"}
    traits.update([f"verb {c}" for key in each.keys for c in known.get(key, ()) if c not in unsaid])
    if each.thing:
        traits |= {"object any", *(f"object {c}" for c in known.get(each.thing, ()))}
        traits.discard("verb happen")
    traits.update([f"subject {c}" for c in known.get(each.noun, ())])
    traits.update([f"state {c}" for state in each.states for c in known.get(state, ())])
    if each.helper in {"should", "ought"}:
        traits.add("should")
    if each.helper == "need":
        traits.add("needs")
    if "subject doer" in traits and "other" in traits:
        traits = traits - {"other"} | {"agent"}
    if "subject inert" in traits and "agent" in traits:
        traits = traits - {"agent"} | {"other"}
    traits.add(f"person {each.person}")
    return traits


def modal_of(each: Clause) -> str:
    """How a deed is meant: plain, ahead, must, need, may, ready or planned."""
    if each.helper in AHEAD:
        return "ahead"
    if each.helper in OBLIGES:
        return "must"
    if each.helper in NEEDS:
        return "need"
    if each.helper in MAY:
        return "may"
    return each.ready or (each.helper or "plain")


def moved(polarity: Polarity, traits: frozenset[str]) -> str | None:
    """The id of the mood by which a clause of these traits does something, the first of its list."""
    for mood in load_moods().get(polarity, ()):
        if mood.has <= traits and mood.holds(traits):  # most ask for a trait that is not there
            return mood.id
    return None
