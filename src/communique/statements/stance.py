"""What words do by the grammar of their clauses: the traits of each clause with its surroundings, held against the moods."""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml
from communique.records import Polarity
from communique.statements.attribution import Attribution
from communique.statements.mainclause import Clause
from communique.statements.moods import bodies_by_speaker, classes_by_word, moved, traits_of
from communique.statements.sources import Source
from communique.statements.wording import Wording, agrees

WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
MANNERS = {
    "warns": frozenset({"warn", "caution", "warning", "threaten", "serve notice", "served notice"})
    | {"give notice", "gave notice", "give warning", "gave warning"},
    "retort": frozenset({"hit back", "shoot back", "fire back", "snap back", "bite back", "strike back"})
    | {"shout back", "retort", "counter", "rebut", "insist", "maintain"}
    | {"be adamant", "be categorical", "be emphatic"},
    "vows": frozenset({"vow", "swear", "pledge", "promise"}),
}
HANGS = re.compile(
    r"\b(?:if|unless|in case|whoever|anyone|anybody|those (?:who|that)) "
    r"(?!(?:necessary|needed|possible|asked|required|re-?elected|elected|chosen|convicted|found guilty|not)\b)|^\W*should ",
    re.IGNORECASE,
)
REFUSED = re.compile(
    r"\bunless (?!(?:it|there|i|we|necessary|asked|needed|re-?elected)\b)"
    r"|\b(?:if|in case|should) (?!(?:it|there|i|we|necessary|asked)\b)[^.;,]{0,60}?(?:\b(?:not|no|never|no longer|refuses?|refused|fails?|failed|rejects?|rejected|ignores?|ignored|keeps?|kept|persists?|persisted|continues?|continued)\b|n['’]t\b)",
    re.IGNORECASE,
)
ANSWERING = re.compile(
    r"\b(?:in|out of) (?:response|retaliation|revenge|reply|return|protest|kind)\b|\b(?:retaliatory|reciprocal|countermeasures?|counter-measures?)\b",
    re.IGNORECASE,
)
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


OUT_OF_OFFICE = frozenset({"opposition", "former", "ex", "shadow", "exiled", "deposed", "ousted", "retired"})


def answered_for(attribution: Attribution | None) -> frozenset[str]:
    """The bodies that the speaker answers for by his description: "school" for "the headmaster, Ann Wells"."""
    source = attribution.source if attribution else None
    if attribution is None or source is None:
        return frozenset()
    known, words = bodies_by_speaker(), described(source)
    if not OUT_OF_OFFICE.isdisjoint(words):
        return frozenset()  # "the opposition leader" does not answer for the government
    return frozenset().union(*(known[word] for word in words if word in known))


def described(source: Source | None) -> list[str]:
    """The words that name and describe a speaker, in small letters."""
    link = source.link if source else None
    return WORD.findall(f"{link.name} {link.text}".lower()) if link else []


@functools.cache
def officials() -> frozenset[str]:
    """Words for those who answer for a side whatever it is."""
    return frozenset(read_toml(LEXICON / "moods.toml")["officials"])


def traits_in(
    each: Clause, words: Wording, attribution: Attribution | None, bodies: frozenset[str]
) -> set[str]:
    """The traits of one clause among the words."""
    own = (of_own(each, words) and agrees(each.person, attribution)) or (
        each.definite and (each.noun in bodies or told_by_itself(each, attribution))
    )
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


def of_own(each: Clause, words: Wording) -> bool:
    """Whether a clause tells of the speaker's own side, or of what may be."""
    if each.subject == "own":
        return True
    if each.subject == "there":
        return False
    return (words.perhaps and each.helper not in {"must", "should", "ought", "need", "have"}) or (
        words.own and each is words.clauses[0]
    )


def traits_around(words: Wording, attribution: Attribution | None) -> set[str]:
    """The traits that all clauses of some words share: who speaks, to whom, how the words go on."""
    told = set(WORD.findall(words.text.lower()))
    traits = {"unsided" if words.nobody else "partisan"}
    if words.direct:
        traits.add("direct")
    source = attribution.source if attribution else None
    if words.official or (not words.nobody and not officials().isdisjoint(described(source))):
        traits.add("official")
    if "all" in told and "at all" in words.text.lower():
        told.discard("all")
    traits |= {name for name, among in listed().items() if told & among}
    if HANGS.search(words.text):
        traits.add("hangs")
        if REFUSED.search(words.text):
            traits.add("refused")
    if told & provocations():
        traits.add("provoked")
    if ANSWERING.search(words.text):
        traits.add("answering")
    return traits | traits_of_verb(attribution) if attribution is not None else traits


def traits_of_verb(attribution: Attribution) -> set[str]:
    """What the verb and its hearer add: whether it retorts, vows or warns, and whether those are told who wait for something."""
    traits = {name for name, lemmas in MANNERS.items() if attribution.lemma in lemmas}
    if waits(attribution):
        traits.add("gainer")
    return traits


@functools.cache
def listed() -> dict[str, frozenset[str]]:
    """The words anywhere in what is said that are a trait of it: "since" of "lasting"."""
    return {name: frozenset(among) for name, among in read_toml(LEXICON / "moods.toml")["anywhere"].items()}


@functools.cache
def provocations() -> frozenset[str]:
    """The forms of the deeds that a threat answers: "if one more shell falls"."""
    return frozenset(read_toml(LEXICON / "moods.toml")["provocations"])


def waits(attribution: Attribution) -> bool:
    """Whether those who are told wait for something: "told the villagers"."""
    link = attribution.hearer.link if attribution.hearer else None
    if link is None or link.id is not None:
        return False
    known = classes_by_word()
    last = WORD.findall(link.name.lower().split(" of ")[0])[-1:]
    return any(
        "gainer" in known.get(form, ())
        for word in last
        for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    )
