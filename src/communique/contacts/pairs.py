"""Two who stand in one sentence, and what the sentence says of the two: what the trained model judges by.

"Xi walked Modi round the lake for half an hour." The pair Xi and Modi, joined by "walked" as subject and object, with
a length of time; no cue of the lexicon is among these words.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from operator import itemgetter
from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.scene import VERBAL, Scene
from communique.contacts.sides import side
from communique.contacts.status import status_of_verb
from communique.record_type import Record
from communique.records import Actor, Mention

if TYPE_CHECKING:
    from communique.sentences import Token

FORMS = frozenset({"name", "title", "office", "pronoun", "descriptor", "ordinal", "people", "group"})
LONGEST_PATH = 9  # arcs between the two; farther apart a sentence says nothing of both
CLAUSES = frozenset({"ccomp", "relcl", "acl", "advcl", "xcomp", "pcomp", "parataxis", "conj", "appos"})
NEAREST = 3  # arcs of each side that are told apart
CONTENT = frozenset({"NOUN", "VERB", "ADV", "ADP", "PROPN", "ADJ", "SCONJ", "PART"})
BENEATH = frozenset({"neg", "ccomp", "xcomp", "prt", "auxpass", "dobj"})
EITHER = frozenset({"or", "nor"})
PLACES = ("table", "rooms", "phone", "video")


class Pair(Record, frozen=True, kw_only=True):
    """Two actors of different sides in a sentence, by `ids`, the verb that joins them, and the features of the two."""

    scene: Scene
    first: Mention
    second: Mention
    ids: frozenset[str]
    verb: Token
    features: frozenset[str]


class Party(Record, frozen=True, kw_only=True):
    """One who may be of a pair: for which side, whether by an office, and the words from the mention up to the root."""

    mention: Mention
    actor: Actor
    side: str
    official: bool
    above: list[Token]


class Path(Record, frozen=True, kw_only=True):
    """The words from the one up, the word that joins the two, the words from the other up; `between` are both sides'."""

    up: list[Token]
    joint: Token
    down: list[Token]
    between: list[Token]


def find_pairs(scene: Scene, table: CueTable) -> list[Pair]:
    """Each two actors of different sides once a sentence, by the mentions that stand closest in the parse."""
    best: dict[frozenset[str], tuple[Party, Party, Path]] = {}
    for one, other in combinations(parties_of(scene), 2):
        if one.side == other.side or not (one.official or other.official):
            continue
        path = join_up(one.above, other.above)
        if path is None or len(path.between) > LONGEST_PATH:
            continue
        ids = frozenset((one.actor.id, other.actor.id))
        farther = ids in best and len(path.between) >= len(best[ids][2].between)
        if not farther and not is_parted(path):
            best[ids] = (one, other, path)
    return read_pairs(scene, best, table) if best else []


def read_pairs(
    scene: Scene, best: Mapping[frozenset[str], tuple[Party, Party, Path]], table: CueTable
) -> list[Pair]:
    """The pairs with their features; what a verb's clause says is asked once for all whom the verb joins."""
    clauses: dict[int, list[str]] = {}
    found = []
    for ids, (one, other, path) in best.items():
        verb = verb_above(path.joint)
        if verb.i not in clauses:
            clauses[verb.i] = by_verb(scene, verb, table)
        features = {
            *by_path(path),
            *by_word(verb, path.between, table),
            *clauses[verb.i],
            *by_party(one, other),
        }
        found.append(
            Pair(
                scene=scene,
                first=one.mention,
                second=other.mention,
                ids=ids,
                verb=verb,
                features=frozenset(features),
            )
        )
    return found


def parties_of(scene: Scene) -> list[Party]:
    """Those of a sentence who stand for a side, each mention of one actor; nobody where none of them holds an office."""
    alone = [(i, m, m.actors[0]) for i, m in scene.at.items() if m.form in FORMS and len(m.actors) == 1]
    places = [(i, m, a) for i, m, a in alone if a.state or a.type != "person"]
    offices = {i for i, _, a in places if a.office and a.type == "person"}
    if not offices or len(places) < 2:
        return []
    tokens = scene.doc.tokens
    return [
        Party(
            mention=mention,
            actor=actor,
            side=side(actor),
            official=i in offices,
            above=[tokens[i], *tokens[i].ancestors],
        )
        for i, mention, actor in sorted(places, key=itemgetter(0))
    ]


def join_up(one: list[Token], other: list[Token]) -> Path | None:
    """How two words are joined, by the words above each; None in parted trees."""
    for count, joint in enumerate(other):
        if joint in one:
            up, down = one[: one.index(joint)], other[:count]
            return Path(up=up, joint=joint, down=down, between=[*up, *down])
    return None


def is_parted(path: Path) -> bool:
    """Whether a word keeps the two apart, or one is what the other is: "Xi or Modi", "Hun Sen, this year's chair of ASEAN"."""
    if len(path.between) == 1 and path.between[0].dep_ == "appos":
        return True
    given, parting = path.joint.doc.words, words("parting")
    if not parting.isdisjoint(given) and any(t.lower_ in parting for t in (path.joint, *path.between)):
        return True
    if EITHER.isdisjoint(given):
        return False
    return any(c.lower_ in EITHER and c.dep_ == "cc" for t in path.between for c in t.children)


def by_path(path: Path) -> list[str]:
    """Features of the words that lie between the two."""
    joint, between = path.joint, path.between
    left, right = [t.dep_ for t in path.up[:NEAREST]], [t.dep_ for t in path.down[:NEAREST]]
    own = "own" if not path.up or not path.down else "other"
    clauses = 0
    found = [
        "bias",
        f"left {'>'.join(left)}",
        f"right {'>'.join(right)}",
        f"path {'>'.join(left)}|{'>'.join(right)}",
        f"joint {joint.pos_}",
        f"joint {joint.tag_} {joint.dep_}",
        f"length {min(len(between), 6)}",
    ]
    if own == "own":
        found.append(f"beneath {'>'.join([*left, *right])} {joint.dep_}")
    for token in between:
        if token.pos_ in {"ADP", "SCONJ"}:
            found.append(f"through {token.lower_}")
        if token.dep_ == "poss":
            found.append("whose")
        if token.dep_ in CLAUSES:
            found.append(f"crosses {token.dep_} {own}")
        clauses += token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}
    return [*found, f"clauses {min(clauses, 3)}"]


def verb_above(token: Token) -> Token:
    """The verb that joins two, or that stands next above the word that does: "fed" in "Putin and Xi fed the geese"."""
    above = token
    while above.pos_ not in VERBAL:
        if above.head is above:
            return token
        above = above.head
    return above


def by_word(verb: Token, between: list[Token], table: CueTable) -> list[str]:
    """Features of the verbs and nouns between, and of the words that hang on the verb that joins the two."""
    found = []
    for token in between:
        if token.pos_ in VERBAL or token.pos_ == "NOUN":
            found += sorts("between", token, table)
    for child in verb.children:
        if child.pos_ in CONTENT and child not in between:
            lemma = child.lemma_.lower()
            found.append(f"near {lemma}")
            if lemma in table.nouns:
                found.append("near cue")
    return found


def sorts(role: str, verb: Token, table: CueTable) -> list[str]:
    """A word and of what sort it is: one that judges, says, tells, parts two, is a cue, means little, is reported."""
    lemma = verb.lemma_.lower()
    found = [f"{role} lemma {lemma}"]
    found += [f"{role} {name}" for name in ("judging", "speech", "telling") if lemma in words(name)]
    if lemma in table.not_verbs or lemma in table.not_nouns:
        found.append(f"{role} apart")
    if lemma in table.verbs or lemma in table.nouns:
        found.append(f"{role} cue")
    if lemma in table.light:
        found.append(f"{role} light")
    if verb.head.lemma_.lower() in words("speech"):
        found.append(f"{role} reported")
    return found


def is_town(scene: Scene, mention: Mention) -> bool:
    """Whether a place is no whole state: "in Lima", and not "in Peru"."""
    if mention.form != "place":
        return False
    base = scene.sentence.span.start
    text = scene.doc.text[mention.span.start - base : mention.span.end - base]
    return text not in {a.name for a in mention.actors}


def by_verb(scene: Scene, verb: Token, table: CueTable) -> list[str]:
    """Features of the verb that joins two, and of its clause's time, length and place."""
    found = [*sorts("joint", verb, table), f"layer {scene.sentence.layer}"]
    found += [f"has {c.dep_}" for c in verb.children if c.dep_ in BENEATH]
    if verb.pos_ in VERBAL:
        found.append(f"status {status_of_verb(verb, table)}")
    below = {t.i for t in verb.subtree}
    days = [scene.token_at(w.span) for w in scene.whens if w.span]
    if any(day.i in below for day in days if day is not None):
        found.append("dated")
    if not below.isdisjoint([i for i, m in scene.at.items() if is_town(scene, m)]):
        found.append("placed")
    small = {t.lower_ for t in verb.subtree}
    if not words("lengths").isdisjoint(small):
        found.append("length of time")
    return found + [f"word {name}" for name in PLACES if not words(name).isdisjoint(small)]


def by_party(one: Party, other: Party) -> list[str]:
    """Features of the two themselves."""
    found = [f"form {one.mention.form}", f"form {other.mention.form}"]
    found += [f"type {one.actor.type}", f"type {other.actor.type}"]
    return [*found, "two officials"] if one.official and other.official else found
