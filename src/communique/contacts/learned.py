"""What a trained model adds to the rules: how likely a sentence tells of a contact between two, cue or no cue.

A logistic model over the features of `pairs.py`; its weights are data, lexicon/pair_model.toml, made by
`python -m communique.evaluation.training.pairs`. "Xi walked Modi round the lake": 0.9; "Xi mocked Modi": 0.1.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.pairs import Pair, find_pairs
from communique.contacts.scene import VERBAL, Scene, unique
from communique.contacts.status import INVITATIONS, SPEECH, negated, status_of_verb
from communique.contacts.subjects import has_to, infinitives_below
from communique.contacts.triggers import Trigger, sides
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

LEARNED = Cue(id="learned", lemmas=(), kind="meeting", part="verb")
LONGEST = 70  # tokens; what is longer is a list of headlines run together
SEQUENCE = words("sequence")
TOPICS = words("topics_of_talk")
CONTRASTS = frozenset({"while", "whereas", "whilst"})
TOLD = frozenset({"held", "planned", "proposed", "declined", "cancelled", "denied", "ongoing"})


class PairModel(Record, frozen=True, kw_only=True):
    """The weights of the features by name, and from which probability on a pair is told."""

    weights: dict[str, float]
    threshold: float


@functools.cache
def load_model() -> PairModel:
    """The trained weights; read once."""
    raw = read_toml(LEXICON / "pair_model.toml")
    return PairModel(weights=raw["weights"], threshold=raw["threshold"])


def likelihood(pair: Pair) -> float:
    """The probability that the sentence tells of a contact between the two."""
    weights = load_model().weights
    known = sorted([name for name in pair.features if name in weights])  # in one order, for one sum
    return 1 / (1 + math.exp(-sum([weights[name] for name in known])))


def complete(trigger: Trigger, judged: Sequence[tuple[Pair, float]]) -> Trigger:
    """A noun of which the parse gives one side alone, with both of a likely pair that its verb joins.

    "A meeting between Musharraf and Hasina's successor, Zia, is expected": the parse hangs Musharraf on "successor".
    """
    if trigger.cue.part != "noun" or trigger.family == "visit":
        return trigger
    if trigger.governor is None or len(sides(trigger.parties)) != 1:
        return trigger
    for pair, share in judged:
        if share >= load_model().threshold and trigger.ids < pair.ids and pair.verb.i == trigger.governor.i:
            return replace(trigger, first=(pair.first,), second=(pair.second,))
    return trigger


Judged = tuple[tuple[Pair, float], ...]


def judge_pairs(scene: Scene, table: CueTable) -> Judged:
    """Each pair of a sentence with its likelihood; none of a sentence that is a list."""
    if len(scene.doc.tokens) > LONGEST:
        return ()
    return tuple([(pair, likelihood(pair)) for pair in find_pairs(scene, table)])


def weigh(trigger: Trigger, judged: Judged) -> Trigger:
    """A trigger with what the model thinks of its parties in its sentence, where it sees two of them there."""
    own = [share for pair, share in judged if pair.ids <= trigger.ids]
    return replace(trigger, likelihood=max(own)) if own else trigger


def find_learned(scene: Scene, table: CueTable, told: Sequence[Trigger], judged: Judged) -> Iterator[Trigger]:
    """Triggers for the pairs of a sentence that no rule speaks of and that the model holds for likely."""
    likely = [pair for pair, share in judged if share >= load_model().threshold]
    if not likely:
        return
    known = partners_of_each(t for t in told if not looks_back(t))
    recalled = [t.ids for t in told if looks_back(t)]
    nouns = [t for t in told if t.cue.part == "noun"]
    together: dict[int, list[Pair]] = {}
    for pair in likely:
        if any(is_anothers(pair, each) for each in nouns):
            continue
        deed = pair.verb.lemma_.lower() in table.verbs
        if each_for_himself(pair) or any(hands_over(pair, each) for each in nouns):
            continue
        if any(is_bystander(pair, each) for each in told):
            continue
        told_so = any(pair.ids <= each for each in (known if deed else [*known, *recalled]))
        if not told_so and not is_only_named(scene, pair):
            together.setdefault(pair.verb.i, []).append(pair)
    for place, pairs in together.items():
        verb = deed_below(scene.doc[place])
        if is_settled(scene.doc[place], told, table):
            continue
        status = status_of_verb(verb, table) if verb.pos_ in VERBAL else "held"
        if status in TOLD:
            yield Trigger(
                scene=scene,
                token=verb,
                cue=LEARNED,
                kind=kind_of(verb),
                status=status,
                first=tuple(unique([pair.first for pair in pairs])),
                second=tuple(unique([pair.second for pair in pairs])),
                definite=True,
            )


# "failed to reach him by phone"
WITHOUT_DEED = frozenset({"fail", "refuse", "forget", "neglect", "decline", "omit"})
REACHING = frozenset(
    {"reach", "contact", "get", "meet", "see", "call", "phone", "telephone", "visit", "receive"}
)


def is_settled(verb: Token, told: Sequence[Trigger], table: CueTable) -> bool:
    """Whether a verb tells of no dealings of its own: it only governs, what it governs was not, or a rule has read it."""
    if only_governs(verb, table) or any(negated(c) for c in verb.children if c.dep_ in {"xcomp", "ccomp"}):
        return True
    missed = [c.lemma_ for c in verb.children if c.dep_ == "xcomp" and has_to(c)]
    if verb.lemma_ in WITHOUT_DEED and not REACHING.isdisjoint(missed):
        return True  # who "failed to bring him round" has dealt with him
    below = deed_below(verb)
    return below.i != verb.i and any(t.token.i == below.i for t in told)


def deed_below(verb: Token) -> Token:
    """What somebody was to do, where the verb above says no more than that: "the talks that they were to hold"."""
    below = infinitives_below(verb) if verb.lemma_ == "be" else []
    return below[0] if below else verb


def each_for_himself(pair: Pair) -> bool:
    """Whether two act apart, in clauses that do not name each other: "spent the day at home, while Modi spoke to parliament"."""
    scene = pair.scene
    one, two = scene.token_at(pair.first.head), scene.token_at(pair.second.head)
    if one is None or two is None or one.dep_ != "nsubj" or two.dep_ != "nsubj" or one.head == two.head:
        return False
    lower = two.head if two.i > one.i else one.head
    joined = lower.dep_ == "conj" or any(c.dep_ == "mark" and c.lower_ in CONTRASTS for c in lower.children)
    if not joined or lower.head not in (one.head, two.head):
        return False
    first, second = (pair.first, pair.second) if two.i > one.i else (pair.second, pair.first)
    own = {a.id for a in first.actors}
    below = [scene.at[t.i] for t in lower.subtree if t.i in scene.at]
    return not any(own & {a.id for a in m.actors} for m in below if m is not second)


def is_bystander(pair: Pair, told: Trigger) -> bool:
    """Whether one of a pair only stands by a deed that is told of the other and somebody else.

    "Ruto, an ally of Boric, received Stubb" and "Ruto met Stubb a day after Boric left" tell of Ruto and Stubb alone.
    """
    places = {told.token.i} | ({told.governor.i} if told.governor is not None else set())
    if pair.verb.i not in places or len(sides(told.parties)) < 2:
        return False
    return not any(is_partner(pair, each) for each in (pair.first, pair.second) if each not in told.parties)


def is_partner(pair: Pair, one: Mention) -> bool:
    """Whether somebody hangs on the verb itself: "held a meeting with Tusk on Monday and later with Medvedev"."""
    place = pair.scene.token_at(one.head)
    if place is None or place.dep_ not in {"pobj", "conj"}:
        return False
    return place.head == pair.verb or place.head.lower_ == "with"


def hands_over(pair: Pair, told: Trigger) -> bool:
    """Whether the verb of two only brings a letter whose parties are told: "handed Gauck a letter from Piñera"."""
    same = told.governor is not None and told.governor.i == pair.verb.i
    return same and told.family == "message" and len(sides(told.parties)) > 1


def partners_of_each(told: Iterable[Trigger]) -> list[set[str]]:
    """All with whom one word deals: "called Wang on Monday and Lavrov on Tuesday" tells of no call between those two."""
    by_word: dict[int, set[str]] = {}
    for trigger in told:
        by_word.setdefault(trigger.token.i, set()).update(trigger.ids)
    return list(by_word.values())


def looks_back(told: Trigger) -> bool:
    """Whether a noun's sides are only pointed back to: "met Beliz to advance a plan made at their August meeting"."""
    return told.cue.part == "noun" and {m.form for m in told.parties} <= {"pronoun"}


def is_only_named(scene: Scene, pair: Pair) -> bool:
    """Whether one of a pair says something in which the other acts: "Burns said that Ann and Primakov will meet"."""
    verb = pair.verb
    second = scene.token_at(pair.second.head) if verb.lemma_ in SPEECH else None
    if second is None:
        return False
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    subjects = [] if clause is None else [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(second.i in {t.i for t in subject.subtree} for subject in subjects)


def is_anothers(pair: Pair, told: Trigger) -> bool:
    """Whether one of a pair is party to a noun's contact alone: "King Salman called ahead of Trump's summit with the Emir"."""
    if pair.ids <= told.ids:
        return False
    theirs = {a.id for m in told.second for a in m.actors}
    if pair.ids.isdisjoint(theirs):
        return False
    inside = {t.i for t in told.token.subtree}
    places = [told.scene.token_at(m.head) for m in told.second]
    return any(place is not None and place.i in inside for place in places)


def only_governs(verb: Token, table: CueTable) -> bool:
    """Whether a verb says how another deed stands, and is none itself: "snubbed", "hoped to bring them together"."""
    lemma = verb.lemma_.lower()
    found = None if lemma in table.light else table.governors.get(lemma)
    if lemma in {"call", "put"} and any(c.lower_ == "off" for c in verb.children):
        return True
    if any(c.dep_ == "dobj" and c.lemma_.lower() in INVITATIONS for c in verb.children):
        return True  # "renewed his invitation to Ruto" is no meeting
    if lemma in SEQUENCE and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in table.nouns for c in verb.children
    ):
        return True  # "Biya's visit came after the call with Deby" is told by its nouns
    if lemma in TOPICS and any(c.dep_ == "dobj" and c.lemma_.lower() in table.nouns for c in verb.children):
        return True  # "discussed Biden's trip" is of who spoke, not of who travels
    if found == "proposed":
        return any(c.dep_ == "xcomp" for c in verb.children)
    return found in {"declined", "cancelled", "denied"}


def kind_of(joint: Token) -> str:
    """The kind by the words around: telephone, screen, letter, pen; else they met."""
    own = list(without_relatives(joint))
    near = {t.lower_ for t in own} | {t.lemma_.lower() for t in own}
    if joint.lemma_ == "call" and any(c.dep_ == "dobj" and c.tag_ != "NN" for c in joint.children):
        return "phone_call"  # "The South African had called the Ethiopian"
    for kind, name in (("phone_call", "phone_near"), ("video_call", "video_near"), ("message", "letters")):
        if near & words(name):
            return kind
    return "meeting"


def without_relatives(token: Token) -> Iterator[Token]:
    """A token and what hangs on it, relative clauses left aside: "briefed him on Juba, where he spoke to Roe by phone"."""
    yield token
    for child in token.children:
        if child.dep_ != "relcl":
            yield from without_relatives(child)
