"""One parsed sentence with its mentions and dates laid on its tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.records import Actor, Mention, Sentence, Span, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
CONTROL = frozenset(
    {
        "urge",
        "ask",
        "invite",
        "want",
        "tell",
        "allow",
        "expect",
        "persuade",
        "convince",
        "force",
        "press",
        "order",
        "request",
        "encourage",
        "send",
        "dispatch",
        "get",
        "lead",
        "push",
        "need",
        "advise",
        "permit",
        "help",
    }
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its parse, and what lies on it; spans are in the body, tokens in the parse."""

    sentence: Sentence
    doc: Doc
    mentions: tuple[Mention, ...]
    whens: tuple[When, ...]
    at: dict[int, Mention]
    official: bool = False

    def span(self, token: Token) -> Span:
        """A token's place in the body."""
        start = self.sentence.span.start + token.idx
        return Span(start=start, end=start + len(token))

    def token_at(self, span: Span) -> Token | None:
        """The root token of a span of the body."""
        base = self.sentence.span.start
        chars = self.doc.char_span(span.start - base, span.end - base, alignment_mode="expand")
        return chars.root if chars else None

    def inside(self, token: Token) -> list[Mention]:
        """Mentions within one token: "U.S.-China"."""
        span = self.span(token)
        return [m for m in self.mentions if span.covers(m.head)]


def build_scene(
    sentence: Sentence,
    doc: Doc,
    mentions: Iterable[Mention],
    whens: Iterable[When],
    official: bool = False,
    author: Actor | None = None,
) -> Scene:
    """A scene; a mention lies on the last token of its head that carries it in the parse."""
    scene = Scene(sentence, doc, tuple(mentions), tuple(whens), {}, official)
    for mention in scene.mentions:
        token = scene.token_at(mention.head)
        if token is not None:
            scene.at[token.i] = mention
            whole = scene.token_at(mention.span)
            if whole is not None:
                scene.at.setdefault(whole.i, mention)
    for token in doc:
        if author is not None and token.text == "I":
            span = scene.span(token)
            scene.at.setdefault(
                token.i,
                Mention(
                    span=span,
                    text="I",
                    form="pronoun",
                    actors=(author,),
                    head=span,
                    sentence=sentence.index,
                    layer=sentence.layer,
                ),
            )
    return scene


def spread(token: Token) -> Iterator[Token]:
    """A token and what is coordinated with it to the right."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield from spread(child)


def mentions_of(scene: Scene, token: Token, depth: int = 0) -> list[Mention]:
    """The mentions that a nominal token and its coordination stand for.

    "leaders including Merkel and Macron", "his host, Emmanuel Macron", "French and German officials".
    """
    found: list[Mention] = []
    for each in spread(token):
        mention = scene.at.get(each.i)
        if mention:
            found.append(mention)
            continue
        nested = scene.inside(each)
        if nested:
            found += nested
            continue
        if depth < 2:
            found += descend(scene, each, depth)
    return unique(found)


def descend(scene: Scene, token: Token, depth: int) -> list[Mention]:
    """Mentions below a nominal that is none itself: appositions, "including ...", adjectives of states."""
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ == "appos":
            found += mentions_of(scene, child, depth + 1)
        elif child.dep_ == "prep" and child.lower_ in {"including", "like", "of", "from", "by"}:
            for grand in child.children:
                if grand.dep_ == "pobj" and (child.lower_ == "including" or token.lemma_.lower() in PEOPLE):
                    found += mentions_of(scene, grand, depth + 1)
        elif child.dep_ in {"amod", "compound", "nmod", "poss"} and token.lemma_.lower() in PEOPLE:
            found += [
                m
                for each in spread(child)
                for m in ([scene.at[each.i]] if each.i in scene.at else scene.inside(each))
            ]
    return found


PEOPLE = frozenset(
    {
        "leader",
        "official",
        "counterpart",
        "delegation",
        "minister",
        "diplomat",
        "envoy",
        "negotiator",
        "representative",
        "president",
        "premier",
        "chief",
        "team",
        "government",
        "ally",
        "partner",
        "head",
        "side",
        "authority",
        "party",
        "king",
        "group",
        "member",
        "ambassador",
        "delegate",
        "rebel",
        "militant",
        "colleague",
        "host",
        "guest",
        "visitor",
        "chancellor",
        "adviser",
        "advisor",
        "emissary",
        "general",
        "commander",
        "pair",
        "trio",
        "lot",
        "leadership",
        "regime",
        "administration",
        "opposition",
        "faction",
        "militia",
        "aide",
    }
)


OUTER = frozenset(
    {
        "end",
        "close",
        "start",
        "beginning",
        "sideline",
        "sidelines",
        "margin",
        "margins",
        "conclusion",
        "day",
        "eve",
        "opening",
        "fringe",
        "fringes",
        "part",
        "series",
        "wake",
        "course",
    }
)


def unique(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions without repetition, in order."""
    return list({(m.span.start, m.span.end): m for m in mentions}.values())


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Whose action a verb is: its own subject, or the one that control, coordination or a relative clause gives it."""
    own = [c for c in token.children if c.dep_ in SUBJECT]
    if own:
        if own[0].lower_ in {"who", "that", "which"} and token.dep_ == "relcl":
            return [token.head]
        if own[0].lower_ in {"it", "there", "which", "that"}:
            return []
        if own[0].lower_ in {"i", "we"} and (speaker := quoting_subject(token)):
            return speaker
        return own
    if depth > 4:
        return []
    head = token.head
    if token.dep_ == "conj" and head.pos_ in VERBAL:
        return subjects(head, depth + 1)
    if token.dep_ in {"xcomp", "ccomp", "advcl", "pcomp", "acomp", "oprd", "aux", "dep"} and head != token:
        if token.dep_ == "pcomp" or head.pos_ == "ADP":
            head = head.head
        if head.pos_ in VERBAL or head.dep_ == "ROOT":
            clause = next((c for c in head.children if c.dep_ == "ccomp" and head.i < c.i < token.i), None)
            if clause is not None and token.dep_ in {"pcomp", "advcl", "xcomp"}:
                return subjects(clause, depth + 1)
            objects = [c for c in head.children if c.dep_ in {"dobj", "dative"}]
            if (
                token.dep_ in {"xcomp", "ccomp", "advcl"}
                and head.lemma_ in CONTROL
                and objects
                and token.tag_ in {"VB", "VBG"}
                and has_to(token)
            ):
                return objects[:1]
            passive = [c for c in head.children if c.dep_ == "nsubjpass"]
            return passive or subjects(head, depth + 1)
        if head.pos_ == "ADJ":
            return subjects(head.head, depth + 1) if head.head.pos_ in VERBAL else []
        if head.pos_ in {"NOUN", "PROPN"}:
            return noun_subjects(head, depth)
    if token.dep_ in {"acl", "relcl"}:
        if token.tag_ == "VBG":
            return [head]
        return noun_subjects(head, depth)
    return []


def quoting_subject(token: Token) -> list[Token]:
    """Who says "I" in a quotation: the subject of the verb that quotes it."""
    for _ in range(5):
        head = token.head
        if head == token:
            return []
        if token.dep_ == "ccomp" and head.pos_ in VERBAL:
            speaker = [c for c in head.children if c.dep_ in SUBJECT and c.lower_ not in {"i", "we", "it"}]
            if speaker:
                return speaker
        token = head
    return []


def noun_subjects(noun: Token, depth: int) -> list[Token]:
    """Whose noun it is: "Trump's offer to host Putin", "made a decision to meet"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if noun.lemma_.lower() in {"invitation", "invite"}:
        if noun.head.pos_ in VERBAL and noun.head.lemma_ in {
            "accept",
            "receive",
            "decline",
            "reject",
            "get",
            "take",
            "welcome",
            "refuse",
            "consider",
        }:
            return subjects(noun.head, depth + 1)
        guests = [
            g
            for holder in (noun, noun.head)
            for c in holder.children
            if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "for"}
            for g in c.children
            if g.dep_ == "pobj"
        ]
        return guests[:1]
    if owners:
        return owners
    by = [
        g
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in {"by", "from", "of"}
        for g in c.children
        if g.dep_ == "pobj"
    ]
    if by:
        return by
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "pobj", "conj"}:
        while verb.head != verb and (verb.pos_ == "ADP" or verb.dep_ == "conj"):
            verb = verb.head
        if verb.pos_ in VERBAL:
            return subjects(verb, depth + 1)
    return []


def has_to(token: Token) -> bool:
    """Whether an infinitive has its "to"."""
    return any(c.lower_ == "to" for c in token.children)


def prepositions(token: Token, wanted: Iterable[str]) -> Iterator[tuple[str, Token]]:
    """(preposition, object) pairs below a token for the wanted prepositions."""
    names = frozenset(wanted)
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative", "prt"} and child.lower_ in names:
            for grand in child.children:
                if grand.dep_ in {"pobj", "pcomp"}:
                    yield child.lower_, grand
                elif grand.dep_ == "prep" and grand.lower_ in names:
                    for great in grand.children:
                        if great.dep_ == "pobj":
                            yield grand.lower_, great
