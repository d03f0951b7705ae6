"""Groups that are no organisation of the lexicon's, or act as one body: "Moldova's allies", "Arab leaders", "the Quad".

They are parties of gatherings alone (`contacts/gatherings.py`): nobody is read into them who is not told.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.contacts.scene import Scene
from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Actor, Mention, Span

if TYPE_CHECKING:
    from communique.sentences import Token

BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
STATES = frozenset({"state", "demonym", "capital", "metonym", "adjective", "people", "place"})
OF_STATES = frozenset({"group", "intergovernmental"})
PLURALS = frozenset({"NNS", "NNPS"})


class Around(Record, frozen=True, kw_only=True):
    """A noun of those around one state: "ally" means its partners; `plain` where the singular means a group."""

    id: str
    name: str
    plain: bool


@functools.cache
def around() -> dict[str, Around]:
    """The entries of [[around]] in gatherings.toml by lemma."""
    return {
        word: Around(id=row["id"], name=row["name"], plain=key == "plain")
        for row in read_toml(LEXICON / "gatherings.toml")["around"]
        for key in ("words", "plain")
        for word in row.get(key, ())
    }


@functools.cache
def regions() -> dict[str, tuple[str, str]]:
    """(id, name) of each region by the words before a noun: "west african"."""
    rows = read_toml(LEXICON / "gatherings.toml")["region"]
    return {word: (row["id"], row["name"]) for row in rows for word in row["words"]}


@functools.cache
def assembly_words(name: str) -> frozenset[str]:
    """A list of `[words]` in gatherings.toml by its name."""
    return frozenset(read_toml(LEXICON / "gatherings.toml")["words"][name])


def groups_of_states(scene: Scene, *kinds: str) -> frozenset[str]:
    """The ids of the known organisations of these kinds: `group` are states that meet without a treaty, as the Quad."""
    return frozenset([id for id, kind in scene.organisations.items() if kind in kinds])


def find_assemblies(scene: Scene) -> dict[int, Mention]:
    """The assemblies of a sentence by the token of their noun."""
    found: dict[int, Mention] = {}
    nouns = {token.i: token for token in scene.doc.of_lemmas(nouns_of_groups())}
    nouns |= {i: scene.doc.tokens[i] for i, mention in scene.at.items() if mention.form == "organisation"}
    for _, token in sorted(nouns.items()) if nouns else ():
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        mention = group_at(scene, token) or of_group(scene, token)
        if mention is None and token.i not in scene.at:
            mention = around_state(scene, token) or of_region(scene, token)
        if mention is not None:
            found[token.i] = mention
    return found


@functools.cache
def nouns_of_groups() -> frozenset[str]:
    """The lemmas of nouns that may mean an assembly: "allies", "leaders", "quartet"."""
    return assembly_words("groups") | assembly_words("heads") | frozenset(around())


def group_at(scene: Scene, token: Token) -> Mention | None:
    """A group of states that acts as one: "the Quad met in Tokyo"."""
    mention = scene.at.get(token.i)
    if mention is None or mention.form != "organisation" or len(mention.actors) != 1:
        return None
    actor = mention.actors[0]
    return (
        assembly(scene, token, actor, mention.span) if scene.organisations.get(actor.id) == "group" else None
    )


def of_group(scene: Scene, token: Token) -> Mention | None:
    """A group by the noun of those in it, or by what it is: "NATO allies"; "the Lublin Triangle, a group of allies"."""
    if token.i in scene.at:
        return None
    if token.dep_ == "appos" and token.lemma_.lower() in assembly_words("groups"):
        near = [token.head]
    elif token.tag_ in PLURALS and token.lemma_.lower() in assembly_words("heads"):
        near = [c for c in token.children if c.dep_ in BEFORE]
    else:
        return None
    for each in near:
        mention = scene.at.get(each.i)
        if (
            mention is not None
            and mention.form == "organisation"
            and mention.actors[:1]
            and scene.organisations.get(mention.actors[0].id) in OF_STATES
        ):
            return assembly(scene, token, mention.actors[0], mention.span)
    return None


def around_state(scene: Scene, token: Token) -> Mention | None:
    """Those around one state: "Moldova's allies", "partners of Haiti", "Somalia and allies"."""
    entry = around().get(token.lemma_.lower())
    if entry is None or not (entry.plain or token.tag_ in PLURALS):
        return None
    states = {a.id: a for m in centres(scene, token) for a in m.actors if a.type == "state"}
    if len(states) != 1:
        return None
    state = next(iter(states.values()))
    name = entry.name.format(state=state.name)
    actor = Actor(id=f"{entry.id}-of-{state.id.lower()}", name=name, type="organisation")
    return assembly(scene, token, actor, scene.span(token))


def centres(scene: Scene, token: Token) -> Iterator[Mention]:
    """The mentions of the state that others stand around, by the words at their noun."""
    for child in token.children:
        if child.dep_ in BEFORE and child.i in scene.at and scene.at[child.i].form in STATES:
            yield scene.at[child.i]
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (scene.at[g.i] for g in child.children if g.dep_ == "pobj" and g.i in scene.at)
    bare = not any(c.dep_ in BEFORE or c.dep_ == "prep" for c in token.children)
    if token.dep_ == "conj" and bare and token.head.i in scene.at:
        yield scene.at[token.head.i]


def of_region(scene: Scene, token: Token) -> Mention | None:
    """The states of a region by their leaders, ministers or allies: "West African leaders", "Western allies"."""
    if token.tag_ not in PLURALS or token.lemma_.lower() not in assembly_words("heads"):
        return None
    start = token.i
    while start > 0 and scene.doc[start - 1].dep_ in BEFORE and scene.doc[start - 1].head.i >= start:
        start -= 1
    before = [t.lower_ for t in scene.doc[start : token.i]]
    for size in (2, 1):
        for first in range(len(before) - size + 1):
            region = regions().get(" ".join(before[first : first + size]))
            if region is not None:
                actor = Actor(id=region[0], name=region[1], type="organisation")
                return assembly(scene, token, actor, scene.span(scene.doc[start]))
    return None


def assembly(scene: Scene, token: Token, actor: Actor, begin: Span) -> Mention:
    """The noun, with what names the group before it, as a mention of the group."""
    head, sentence = scene.span(token), scene.sentence
    span = Span(start=min(begin.start, head.start), end=max(begin.end, head.end))
    offset = sentence.span.start
    return Mention(
        span=span,
        text=scene.doc.text[span.start - offset : span.end - offset],
        form="assembly",
        actors=(actor,),
        head=head,
        sentence=sentence.index,
        layer=sentence.layer,
    )
