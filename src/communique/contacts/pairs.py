"""Two who stand in one sentence, and what the sentence says of the two: what the trained model judges by.

"Xi walked Modi round the lake for half an hour." The pair Xi and Modi, joined by "walked" as subject and object, with
a length of time; no cue of the lexicon is among these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.scene import VERBAL, Scene
from communique.contacts.sides import side
from communique.contacts.status import status_of_verb
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.sentences import Token

FORMS = frozenset({"name", "title", "office", "pronoun", "descriptor", "ordinal", "people", "group"})
LONGEST_PATH = 9  # arcs between the two; farther apart a sentence says nothing of both
CLAUSES = frozenset({"ccomp", "relcl", "acl", "advcl", "xcomp", "pcomp", "parataxis", "conj", "appos"})
NEAREST = 3  # arcs of each side that are told apart
CONTENT = frozenset({"NOUN", "VERB", "ADV", "ADP", "PROPN", "ADJ", "SCONJ", "PART"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two actors of different sides in a sentence, the word that joins them, and the features of the two."""

    scene: Scene
    first: Mention
    second: Mention
    joint: Token
    features: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two actors."""
        return frozenset(a.id for m in (self.first, self.second) for a in m.actors)


def find_pairs(scene: Scene, table: CueTable) -> Iterator[Pair]:
    """Each two actors of different sides once a sentence, by the mentions that stand closest in the parse."""
    places = sorted((i, m) for i, m in scene.at.items() if m.form in FORMS and m.actors)
    best: dict[frozenset[str], tuple[int, Pair]] = {}
    for (i, one), (j, other) in combinations(places, 2):
        if not opposed(one, other):
            continue
        path = join_up(scene.doc[i], scene.doc[j])
        if path is None or len(path[0]) + len(path[2]) > LONGEST_PATH or is_parted(path):
            continue
        key = frozenset((one.actors[0].id, other.actors[0].id))
        length = len(path[0]) + len(path[2])
        if key not in best or length < best[key][0]:
            features = tuple(sorted(set(describe(scene, (one, other), path, table))))
            best[key] = (length, Pair(scene=scene, first=one, second=other, joint=path[1], features=features))
    yield from (pair for _, pair in best.values())


def opposed(one: Mention, other: Mention) -> bool:
    """Whether two mentions are each of one actor, of two sides, and one at least a person with an office."""
    if len(one.actors) != 1 or len(other.actors) != 1:
        return False
    a, b = one.actors[0], other.actors[0]
    return stands_for(a) and stands_for(b) and side(a) != side(b) and (official(a) or official(b))


def stands_for(actor: Actor) -> bool:
    """Whether an actor stands for a state or an organisation: a person without either stands for none."""
    return bool(actor.state) or actor.type != "person"


def official(actor: Actor) -> bool:
    """Whether an actor is a person with an office."""
    return actor.type == "person" and bool(actor.office)


Path = tuple[list["Token"], "Token", list["Token"]]


def join_up(one: Token, other: Token) -> Path | None:
    """(tokens from the one up, the word that joins the two, tokens from the other up); None in parted trees."""
    ups = [one, *one.ancestors]
    where = {t.i: n for n, t in enumerate(ups)}
    for count, token in enumerate([other, *other.ancestors]):
        if token.i in where:
            return ups[: where[token.i]], token, [other, *other.ancestors][:count]
    return None


def is_parted(path: Path) -> bool:
    """Whether a word keeps the two apart, or one is what the other is: "Xi or Modi", "Hun Sen, this year's chair of ASEAN"."""
    up, joint, down = path
    between = [*up, joint, *down]
    either = any(c.lower_ in {"or", "nor"} and c.dep_ == "cc" for t in [*up, *down] for c in t.children)
    renamed = not (up and down) and len(between) == 2 and between[0 if up else 1].dep_ == "appos"
    return either or renamed or any(t.lower_ in words("parting") for t in between)


def describe(scene: Scene, two: tuple[Mention, Mention], path: Path, table: CueTable) -> Iterator[str]:
    """The features of a pair, by name."""
    up, joint, down = path
    left, right = [t.dep_ for t in up[:NEAREST]], [t.dep_ for t in down[:NEAREST]]
    yield "bias"
    yield f"left {'>'.join(left)}"
    yield f"right {'>'.join(right)}"
    yield f"path {'>'.join(left)}|{'>'.join(right)}"
    yield f"joint {joint.pos_}"
    yield f"joint {joint.tag_} {joint.dep_}"
    yield f"length {min(len(up) + len(down), 6)}"
    yield from (f"through {t.lower_}" for t in [*up, *down] if t.pos_ in {"ADP", "SCONJ"})
    if any(t.dep_ == "poss" for t in [*up, *down]):
        yield "whose"
    own = "own" if not up or not down else "other"
    yield from (f"crosses {t.dep_} {own}" for t in [*up, *down] if t.dep_ in CLAUSES)
    clauses = sum(t.pos_ in VERBAL and t.dep_ not in {"aux", "auxpass"} for t in [*up, *down])
    yield f"clauses {min(clauses, 3)}"
    verb = verb_above(joint)
    if not up or not down:
        yield f"beneath {'>'.join([*left, *right])} {joint.dep_}"
    yield from by_word(verb, [*up, *down], table)
    yield from by_setting(scene, verb)
    for mention in two:
        yield f"form {mention.form}"
        yield f"type {mention.actors[0].type}"
    if all(official(m.actors[0]) for m in two):
        yield "two officials"
    yield f"layer {scene.sentence.layer}"
    if verb.pos_ in VERBAL:
        yield f"status {status_of_verb(verb, table)}"


def verb_above(token: Token) -> Token:
    """The verb that joins two, or that stands next above the word that does: "fed" in "Putin and Xi fed the geese"."""
    return next((t for t in [token, *token.ancestors] if t.pos_ in VERBAL), token)


def by_word(joint: Token, between: list[Token], table: CueTable) -> Iterator[str]:
    """Features of the word that joins the two, of the verbs between, and of the words that hang on them."""
    for verb in [joint, *(t for t in between if t.pos_ in VERBAL or t.pos_ == "NOUN")]:
        role = "joint" if verb is joint else "between"
        yield f"{role} lemma {verb.lemma_.lower()}"
        yield from (f"{role} {sort}" for sort in sorts(verb, table))
    for child in joint.children:
        if child.pos_ in CONTENT and child not in between:
            yield f"near {child.lemma_.lower()}"
            if child.lemma_.lower() in table.nouns:
                yield "near cue"
    yield from (
        f"has {c.dep_}"
        for c in joint.children
        if c.dep_ in {"neg", "ccomp", "xcomp", "prt", "auxpass", "dobj"}
    )


def sorts(verb: Token, table: CueTable) -> Iterator[str]:
    """What sort of word joins two: one that judges, says, tells, parts them, is a cue, means little, is reported."""
    lemma = verb.lemma_.lower()
    yield from (name for name in ("judging", "speech", "telling") if lemma in words(name))
    if lemma in table.not_verbs or lemma in table.not_nouns:
        yield "apart"
    if lemma in table.verbs or lemma in table.nouns:
        yield "cue"
    if lemma in table.light:
        yield "light"
    if verb.head.lemma_.lower() in words("speech"):
        yield "reported"


def by_setting(scene: Scene, joint: Token) -> Iterator[str]:
    """Features of the clause's time, length and place."""
    below = {t.i for t in joint.subtree}
    if any(w.span and (t := scene.token_at(w.span)) is not None and t.i in below for w in scene.whens):
        yield "dated"
    if any(m.form == "place" and i in below for i, m in scene.at.items()):
        yield "placed"
    small = {t.lower_ for t in joint.subtree}
    if small & words("lengths"):
        yield "length of time"
    yield from (f"word {name}" for name in ("table", "rooms", "phone", "video") if small & words(name))
