"""What words do by the grammar of their clauses: the traits of each clause with its surroundings, held against the moods."""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Polarity
from communique.statements.answers import OUT_OF_OFFICE, WORD, answered_for, described, singulars
from communique.statements.attribution import Attribution
from communique.statements.circumstances import circumstances
from communique.statements.mainclause import NEEDS, OBLIGES, Clause
from communique.statements.moods import classes_by_word, moved, traits_of
from communique.statements.wording import Wording, agrees

MANNERS = {
    "warns": frozenset({"warn", "caution", "warning", "threaten", "serve notice", "served notice"})
    | {"give notice", "gave notice", "give warning", "gave warning"},
    "retort": frozenset({"hit back", "shoot back", "fire back", "snap back", "bite back", "strike back"})
    | {"shout back", "retort", "counter", "rebut", "insist", "maintain"}
    | {"be adamant", "be categorical", "be emphatic"},
    "vows": frozenset({"vow", "swear", "pledge", "promise"}),
}
BY_OTHERS = re.compile(
    r"\bby (?!force|any means|all means|the (?:army|police|law|state|end)|\w+day|\d|next|dawn|noon|then)",
    re.IGNORECASE,
)


def stance_of(
    words: Wording, attribution: Attribution | None, polarities: tuple[Polarity, ...]
) -> tuple[Polarity, str] | None:
    """What the first two main clauses of some words do, and by which mood; None where they only tell something."""
    if not words.clauses:
        return None
    around = traits_around(words, attribution)
    bodies = answered_for(attribution)
    traits = [frozenset(around | traits_in(each, words, attribution, bodies)) for each in words.clauses[:2]]
    for polarity in polarities:
        for each in traits:
            if (mood := moved(polarity, each)) is not None:
                return polarity, mood
    return None


@functools.cache
def officials() -> frozenset[str]:
    """Words for those who answer for a side whatever it is."""
    return frozenset(read_toml(LEXICON / "moods.toml")["officials"])


def traits_in(
    each: Clause, words: Wording, attribution: Attribution | None, bodies: frozenset[str]
) -> set[str]:
    """The traits of one clause among the words."""
    own = (of_own(each, words) and agrees(each.person, attribution)) or (
        each.definite
        and not owed_by_others(each)
        and (each.noun in bodies or told_by_itself(each, attribution))
    )
    own = own or (each.void and each.among in bodies and not owed_by_others(each))
    traits = traits_of(each, own=own)
    if not own and "own" in traits:
        traits = traits - {"own"} | {"agent"}
    if own and each.noun in bodies:
        traits |= {"official", "partisan"}
    if each.subject == "own" and each.person in {"i", "we", "they"}:
        traits = traits | {"partisan"}
    if each.passive and BY_OTHERS.search(each.words):
        traits.add("by others")
    return traits


def told_by_itself(each: Clause, attribution: Attribution | None) -> bool:
    """Whether the subject of a clause is who says it: "The bank would refund its customers, it said"."""
    source = attribution.source if attribution else None
    if attribution is None or source is None or not attribution.post or each.subject != "agent":
        return False
    return source.pronoun == ("they" if each.person != each.noun else "it")


OTHERS = frozenset({"you", "he", "she", "they"})


def owed_by_others(each: Clause) -> bool:
    """Whether others are to do what a clause tells of the speaker's side: "The sailors must be freed", "no state should meddle"."""
    return each.helper in OBLIGES | NEEDS and (each.passive or each.void)


def of_own(each: Clause, words: Wording) -> bool:
    """Whether a clause tells of the speaker's own side, or of what may be."""
    if each.subject == "own":
        return True
    if (
        each.subject == "there"
        or each.anybody
        or owed_by_others(each)
        or (words.direct and each.person in OTHERS)
    ):
        return False
    return (words.perhaps and each.helper not in OBLIGES | NEEDS) or (words.own and each is words.clauses[0])


def traits_around(words: Wording, attribution: Attribution | None) -> set[str]:
    """The traits that all clauses of some words share: who speaks, to whom, how the words go on."""
    traits = {"unsided" if words.nobody else "partisan"}
    if words.direct:
        traits.add("direct")
    named = described(attribution.source if attribution else None)
    official = words.official or (not words.nobody and not officials().isdisjoint(named))
    if official and OUT_OF_OFFICE.isdisjoint(named):
        traits.add("official")
    traits |= circumstances(words.text)
    return traits | traits_of_verb(attribution) if attribution is not None else traits


def traits_of_verb(attribution: Attribution) -> set[str]:
    """What the verb and its hearer add: whether it retorts, vows or warns, and whether those are told who wait for something."""
    traits = {name for name, lemmas in MANNERS.items() if attribution.lemma in lemmas}
    if waits(attribution):
        traits.add("gainer")
    return traits


def waits(attribution: Attribution) -> bool:
    """Whether those who are told wait for something: "told the villagers"."""
    link = attribution.hearer.link if attribution.hearer else None
    if link is None or link.id is not None:
        return False
    known = classes_by_word()
    last = WORD.findall(link.name.lower().split(" of ")[0])[-1:]
    return any("gainer" in known.get(form, ()) for word in last for form in singulars(word))
