"""One parsed sentence with its mentions and dates laid on its tokens."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.contacts.bearers import (
    bearer_behind,
    bearer_below,
    bearing,
    named_in_turn,
    posted,
    second_office,
)
from communique.contacts.cues import words
from communique.contacts.serving import as_people, for_state, of_people, served, shares_people
from communique.record_type import Record
from communique.records import Actor, Mention, Sentence, Span, When

if TYPE_CHECKING:
    from communique.sentences import Doc, Token


VERBAL = frozenset({"VERB", "AUX"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt"})
SERVING = re.compile(
    r"[A-Z][\w'’-]+,(?: [\w-]+){0,6}? (?:advis[eo]r|aide|assistant|envoy|emissary|representative|ambassador|counsell?or"
    r"|secretary|spokes(?:man|woman|person)) to (?:(?:the|his|her|its) )?$",
    re.IGNORECASE,
)
PERSONAL = frozenset({"from", "to", "with"})  # behind these stands who is dealt with
BORNE = frozenset({"office", "descriptor", "state", "people"})
NO_KINDS: Mapping[str, str] = MappingProxyType({})


class Scene(Record, frozen=True, kw_only=True):
    """A sentence, its parse, and what lies on it; spans are in the body, tokens in the parse.

    `organisations` are the known organisations by id, each with its kind ("group", "armed_group").
    """

    sentence: Sentence
    doc: Doc
    mentions: tuple[Mention, ...]
    whens: tuple[When, ...]
    at: dict[int, Mention]
    official: bool = False
    organisations: Mapping[str, str]

    def span(self, token: Token) -> Span:
        """A token's place in the body."""
        start = self.sentence.span.start + token.idx
        return Span(start=start, end=start + len(token.text))

    def token_at(self, span: Span) -> Token | None:
        """The root token of a span of the body."""
        base = self.sentence.span.start
        return self.doc.root_over(span.start - base, span.end - base)

    def starts_at(self, token: Token) -> int:
        """Where a token begins in the body."""
        return self.sentence.span.start + token.idx


def build_scene(
    sentence: Sentence,
    doc: Doc,
    lying: tuple[tuple[Mention, ...], tuple[When, ...]],
    official: bool,
    organisations: Mapping[str, str],
) -> Scene:
    """A scene with the mentions and dates `lying` on it; a mention lies on the last token of its head that carries it."""
    mentions, whens = lying
    scene = Scene(
        sentence=sentence,
        doc=doc,
        mentions=mentions,
        whens=whens,
        at={},
        official=official,
        organisations=organisations,
    )
    for mention in scene.mentions:
        token = scene.token_at(mention.head)
        if token is None:
            continue
        if is_master(scene, mention):
            mention = replace(mention, form="master")
        scene.at[token.i] = mention
        if (mention.head.start, mention.head.end) != (mention.span.start, mention.span.end):
            whole = scene.token_at(mention.span)
            if whole is not None:
                scene.at.setdefault(whole.i, mention)
    return scene


def is_master(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is only whom a named person serves: "spoke with Ushakov, Foreign Policy Adviser to President Putin"."""
    before = scene.doc.text[: max(0, mention.span.start - scene.sentence.span.start)]
    return "to" in scene.doc.words and SERVING.search(before) is not None


def lay_author(scene: Scene, author: Actor) -> None:
    """Lays the author of an official text on each "I" of a sentence."""
    sentence = scene.sentence
    for token in scene.doc:
        if token.text == "I":
            span = scene.span(token)
            mention = Mention(
                span=span,
                text="I",
                form="pronoun",
                actors=(author,),
                head=span,
                sentence=sentence.index,
                layer=sentence.layer,
            )
            scene.at.setdefault(token.i, mention)


def spread(token: Token) -> list[Token]:
    """A token and what is coordinated with it to the right."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            found += spread(child)
    return found


def mentions_of(scene: Scene, token: Token, depth: int = 0) -> list[Mention]:
    """The mentions that a nominal token and its coordination stand for.

    "leaders including Merkel and Macron", "his host, Emmanuel Macron", "French and German officials".
    """
    found: list[Mention] = []
    if token.lower_ in {"whom", "whose"}:
        token = described(scene, token)
    for each in spread(token):
        mention = scene.at.get(each.i)
        if mention:
            if mention.form == "adjective" and shares_people(each):
                mention = as_people(mention)
            beside = [c for c in each.children if c.i in scene.at and not is_behind_verb(each, c)]
            found += joined_before(scene, each, beside) if beside else []
            named = bearers_of(scene, each, mention) if mention.form in BORNE else []
            found += named or [mention, *(listed_behind(scene, each, beside) if beside else [])]
            found += counterparts_behind(scene, each) if mention.form == "name" else []
        elif depth < 2:
            found += descend(scene, each, depth) or bearer_below(scene, each) or served(scene, each)
    return without_bearers(unique(found)) if len(found) > 1 else found


def is_behind_verb(subject: Token, child: Token) -> bool:
    """Whether the parse hangs on a subject what stands behind its verb: "The two spoke of peace in Peru, Chile and Oman"."""
    return subject.i < subject.head.i < child.i and subject.dep_ == "nsubj" and subject.head.pos_ in VERBAL


def bearers_of(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """Who bears an office, or is of a state or among people: "the ministers of Fiji and Peru, Ann Lee and Ed Roe"."""
    if mention.form == "office":
        named = included(scene, token) or named_in_turn(scene, token, mention)
        named = named or names_behind(scene, token, mention) or posted(scene, mention)
        return named or second_office(scene, token, mention)
    if mention.form == "descriptor":
        return states_of(scene, token, mention) or names_behind(scene, token, mention)
    return bearer_behind(scene, token, mention) if mention.form == "state" else included(scene, token)


def without_bearers(found: list[Mention]) -> list[Mention]:
    """Mentions, the unknown names behind a plural office taking its states, or left out where they are not all there.

    "The ministers of Andorra and Malta, Ann Vale and Leo Noy" are two; "the Andorran and Maltese ministers A and Leo Noy"
    are told by their office where a reader has not made out the first name.
    """
    office = next((m for m in found if m.form == "office" and len(m.actors) > 1), None)
    if office is None:
        return found
    names = [m for m in found if m.form in {"name", "title"} and m.span.start >= office.span.end]
    if len(names) == len(office.actors):
        own = [bearing(name, actor) for name, actor in zip(names, office.actors, strict=True)]
        return [m for m in found if m is not office and m not in names] + own
    return [m for m in found if m not in names or any(a.state or a.office for a in m.actors)]


def included(scene: Scene, token: Token) -> list[Mention]:
    """The persons whom a group's "including" names: "the rest of the Chinese leadership including President Hu Jintao"."""
    inside = [obj for _, obj in prepositions(token, ("including",))]
    found = [scene.at[each.i] for obj in inside for each in spread(obj) if each.i in scene.at]
    return [m for m in found if m.form in {"name", "title"}]


def listed_behind(scene: Scene, token: Token, beside: Sequence[Token]) -> list[Mention]:
    """Whom "and" joins to a name in apposition: "his Zambian counterpart, Hichilema, and the leader of the opposition"."""
    names = [c for c in beside if c.dep_ == "appos"]
    if not names or token.tag_ == "NNS":
        return []
    joined = [g for name in names for c in name.children if c.dep_ == "conj" for g in spread(c)]
    if (
        joined and scene.at[token.i].form == "state"
    ):  # "Oman, Qatar and Egypt": a list that the parse has misread
        joined, names = [*(n for n in names if scene.at[n.i].form == "state"), *joined], []
    elif joined and scene.at[token.i].form in NAMED:  # "Lee of Oman, Roe of Peru and Vale of Malta"
        joined = [*(n for n in names if scene.at[n.i].form in NAMED and is_of_state(n)), *joined]
        names = []
    own = {a.id for t in (token, *names) if t.i in scene.at for a in scene.at[t.i].actors}
    found = [scene.at[t.i] for t in joined if t.i in scene.at]
    return [m for m in found if not own & {a.id for a in m.actors}]


def counterparts_behind(scene: Scene, name: Token) -> list[Mention]:
    """The counterpart whom the parse joins to what a name is called: "Roe, a director, and his Omani counterpart"."""
    joined = [g for c in name.children if c.dep_ == "appos" for g in c.children if g.dep_ == "conj"]
    return [scene.at[t.i] for t in joined if t.i in scene.at and scene.at[t.i].form == "descriptor"]


def is_of_state(name: Token) -> bool:
    """Whether a name is told by what it is of: "Roe of Peru"."""
    return any(c.dep_ == "prep" and c.lower_ == "of" for c in name.children)


def states_of(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """The states from which counterparts are: "his counterparts from Peru, Chile and Ecuador" are three."""
    if token.tag_ != "NNS":
        return []
    inside = [each for _, obj in prepositions(token, ("from", "of")) for each in spread(obj)]
    states = [scene.at[t.i] for t in inside if t.i in scene.at and scene.at[t.i].form in {"state", "place"}]
    told = {a.state for m in states for a in m.actors}
    own = [mention] if states and not told & {a.state for a in mention.actors} else []
    found = [*own, *(replace(m, form="people") for m in states)]
    return found if len(found) > len(mention.actors) else []


def joined_before(scene: Scene, token: Token, beside: Sequence[Token]) -> list[Mention]:
    """What the parse hangs on a name as its attribute, though "and" joins the two: "the Taliban and Afghanistan's leader"."""
    return [
        scene.at[c.i]
        for c in beside
        if c.dep_ == "nmod" and c.i < token.i and any(g.dep_ == "cc" for g in c.children)
    ]


def names_behind(scene: Scene, token: Token, mention: Mention) -> list[Mention]:
    """The names that a plural office is followed by: "the foreign ministers of Croatia and Slovenia, X and Y".

    A name that nobody knows takes the state and the office that stand at its place in the list.
    """
    if token.tag_ != "NNS":
        return []
    last = token.right_edge.i
    behind = [m for i, m in sorted(scene.at.items()) if token.i < i <= last and m.form in {"name", "title"}]
    names = unique([m for m in behind if m.span.start >= mention.span.end])
    if len(names) < max(2, len(mention.actors)) or names[0].span.start - mention.span.end > DASHES:
        return []
    if len(names) != len(mention.actors):
        return names
    return [bearing(name, actor) for name, actor in zip(names, mention.actors, strict=True)]


def described(scene: Scene, token: Token) -> Token:
    """Whom "whom" means: the noun that its clause describes, or who is one of those: "was among the leaders whom Lee met".

    Where the parse hangs the clause on what names nobody, it is who stands right before: "was invited by Lee, with whom".
    """
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    noun = clause.head if clause is not None else token
    if noun.dep_ == "pobj" and noun.head.lower_ == "among" and noun.head.head.lemma_ == "be":
        return next((c for c in noun.head.head.children if c.dep_ == "nsubj"), noun)
    if noun.i in scene.at:
        return noun
    before = token.i - 1
    while before > 0 and token.doc[before].pos_ in {"ADP", "PUNCT"}:
        before -= 1
    near = token.doc[max(before, 0)]
    return near if near.i in scene.at and near.pos_ == "PROPN" else noun


def descend(scene: Scene, token: Token, depth: int) -> list[Mention]:
    """Mentions below a nominal that is none itself: appositions, "including ...", adjectives of states."""
    found: list[Mention] = []
    named = names_beside(scene, token, depth) if "poss" in [c.dep_ for c in token.children] else []
    for child in token.children:
        if child.dep_ == "poss" and any(m.form in {"name", "title"} for m in named):
            found += sender_of(scene, token, child) if not any(m.actors[0].state for m in named) else []
            continue  # "their presidents, Petro and Noboa" are not "they"
        if child.dep_ == "appos":
            found += mentions_of(scene, child, depth + 1)
        elif child.dep_ == "acl" and child.lemma_ in LED and token.lemma_.lower() in PEOPLE:
            by = [obj for _, obj in prepositions(child, ("by",))]
            found += [m for obj in by for m in mentions_of(scene, obj, depth + 1)]
        elif is_part_of_name(scene, token, child):
            found.append(scene.at[child.i])
        elif child.dep_ == "prep" and child.lower_ in {"including", "like", "of", "from", "by"}:
            for grand in child.children:
                several = token.lemma_.lower() in THROUGH or token.lower_ in EACH
                if grand.dep_ == "pobj" and (child.lower_ == "including" or several):
                    behind = mentions_of(scene, grand, depth + 1)
                    sent = child.lower_ == "of" and token.lemma_.lower() in SENT
                    found += [for_state(m) if sent else of_people(m, token) for m in behind]
        elif child.dep_ in {"amod", "compound", "nmod", "poss"} and token.lemma_.lower() in PEOPLE:
            found += attributes(scene, token, child)
    return lent_by_sender(found) if token.lemma_.lower() in SENT else found


def names_beside(scene: Scene, token: Token, depth: int) -> list[Mention]:
    """The mentions in apposition to a nominal, also where the parse takes them for joined to it."""
    apposed = {"appos"} if any(c.dep_ == "cc" for c in token.children) else {"appos", "conj"}
    return [m for c in token.children if c.dep_ in apposed for m in mentions_of(scene, c, depth + 1)]


def sender_of(scene: Scene, token: Token, owner: Token) -> list[Mention]:
    """The state for whose leader somebody without a state of his own acts: "Bongo's envoy, Ann Lee"."""
    if token.tag_ != "NN" or token.lemma_.lower() not in SENT or owner.i not in scene.at:
        return []
    return [m for m in [for_state(scene.at[owner.i])] if m.form == "people"]


def lent_by_sender(found: list[Mention]) -> list[Mention]:
    """An envoy of whom nothing is known is of his sender's state: "Bongo's envoy, Ann Lee, met Biya"."""
    states = [m.actors[0] for m in found if m.form == "people" and len(m.actors) == 1]
    if len(states) != 1 or states[0].type != "state":
        return found
    return [bearing(m, states[0]) if m.form == "name" else m for m in found]


def attributes(scene: Scene, token: Token, child: Token) -> list[Mention]:
    """The mentions before a noun of persons: "French and German officials", "its delegation"."""
    if child.lower_ in {"its", "their"} and child.i not in scene.at:
        return possessors(scene, token)
    found = [scene.at[each.i] for each in spread(child) if each.i in scene.at]
    sent = child.dep_ in {"poss", "compound"} and token.lemma_.lower() in SENT
    return [for_state(m) for m in found] if sent else found


def is_part_of_name(scene: Scene, noun: Token, child: Token) -> bool:
    """Whether a mention hangs before a noun that is none: a name that goes on, one before "one on one", an office."""
    mention = scene.at.get(child.i) if child.dep_ in {"compound", "nmod"} else None
    if mention is None:
        return False
    return is_begun_name(child, mention) or noun.lower_ == "one" or is_of_bearer(noun, child, mention)


def is_begun_name(token: Token, mention: Mention) -> bool:
    """Whether a person's mention goes on in the name behind it, which the text has and the mention has not."""
    begun = token.dep_ == "compound" and token.head.pos_ == "PROPN" and token.head.i == token.i + 1
    return begun and mention.form in {"name", "title"}


def is_of_bearer(name: Token, child: Token, mention: Mention) -> bool:
    """Whether a name that nobody knows stands behind its office, or in a list behind its state.

    "The prime ministers of Andorra Vale and Malta Noy": the second is told by its state alone.
    """
    if name.pos_ != "PROPN" or child.i > name.i:
        return False
    if mention.form == "office":
        return child.tag_ in {"NNS", "NNPS"}
    return mention.form == "state" and name.dep_ == "conj" and child.i == min(t.i for t in name.subtree)


def possessors(scene: Scene, token: Token) -> list[Mention]:
    """Whose "its" or "their" is: the state or organisation that acts in the clause above: "Iran said its envoys met Lavrov"."""
    for verb in token.ancestors:
        own = [scene.at[c.i] for c in verb.children if c.dep_ == "nsubj" and c.i in scene.at]
        owners = [m for m in own if len(m.actors) == 1 and m.actors[0].type != "person"]
        if owners:
            return owners[:1]
    return []


NAMED = frozenset({"name", "title"})
DASHES = len(" -- ")  # the widest gap between an office and its bearers
EACH = frozenset({"each", "all", "both", "most", "some", "several"})  # "met each of the ministers of"
PEOPLE = words("people")
THROUGH = PEOPLE | words("bodies_of_states")
SENT = words("sent")
LED = frozenset({"lead", "head", "chair"})
OUTER = words("outer")


def unique(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without repetition, in order."""
    if len(mentions) < 2:
        return list(mentions)
    return list({(m.span.start, m.span.end): m for m in mentions}.values())


def prepositions(token: Token, wanted: Collection[str]) -> list[tuple[str, Token]]:
    """(preposition, object) pairs below a token for the wanted prepositions."""
    found = []
    for child in token.children:
        if child.lower_ in wanted and child.dep_ in PREPOSITIONS:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    found.append((child.lower_, grand))
                elif grand.dep_ == "pcomp":
                    found.append((child.lower_, guest_of(grand)))
                elif grand.dep_ in {"prep", "conj"} and grand.lower_ in wanted:
                    found += [(grand.lower_, great) for great in grand.children if great.dep_ == "pobj"]
    return found


def guest_of(token: Token) -> Token:
    """Whom a preposition means where the parse hangs a deed on it: "with visiting minister Lee", "from Lee dealing with gas"."""
    if token.lower_ == "visiting":
        return next((c for c in token.children if c.dep_ == "dobj"), token)
    aside = token.head.i > 0 and token.doc[token.head.i - 1].lower_ == ","  # "..., with Lee warning of gas"
    if token.head.lower_ not in PERSONAL or token.tag_ != "VBG" or aside:
        return token
    return next((c for c in token.children if c.dep_ == "nsubj"), token)


def tells_news(scene: Scene) -> bool:
    """Whether a present tense tells of what has happened: in a headline, a caption, or first words without a date."""
    return scene.sentence.layer != "prose" or (scene.sentence.index == 0 and not scene.whens)
