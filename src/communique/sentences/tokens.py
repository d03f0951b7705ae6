"""What the parser found, as plain objects that are quick to read: documents, their tokens, stretches of them.

The names are spaCy's own, and so is what they mean; the values are read off the parser once, so that its memory
can be given back and every later question costs no more than an attribute.
"""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import overload


class Token:
    """A word of a parse: in "Obama met Xi." `met` has the tag VBD, the dependency ROOT and two subjects as children.

    `i` is its place among the tokens, `idx` the code point in the sentence where it begins, `head` the token that it
    hangs on, which for a root is itself; `children` stand in the order of the text. `branch` keeps its subtree once asked.
    """

    __slots__ = (
        "branch",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )
    children: tuple[Token, ...]
    dep_: str
    doc: Doc
    ent_type_: str
    head: Token
    i: int
    idx: int
    lemma_: str
    lower_: str
    pos_: str
    tag_: str
    text: str
    whitespace_: str
    branch: tuple[Token, ...] | None

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def lefts(self) -> tuple[Token, ...]:
        """The children before it."""
        return tuple(child for child in self.children if child.i < self.i)

    @property
    def rights(self) -> tuple[Token, ...]:
        """The children behind it."""
        return tuple(child for child in self.children if child.i > self.i)

    @property
    def subtree(self) -> tuple[Token, ...]:
        """All that hangs on it, with itself, in the order of the text."""
        found = self.branch
        if found is None:
            below: list[Token] = []
            for child in self.children:
                if child.i < self.i:
                    below += child.branch or child.subtree
            below.append(self)
            for child in self.children:
                if child.i > self.i:
                    below += child.branch or child.subtree
            found = self.branch = tuple(below)
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        doc = self.doc
        return doc.tokens[doc.left_edges[self.i]]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        doc = self.doc
        return doc.tokens[doc.right_edges[self.i]]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, and what that hangs on, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def sent(self) -> Span:
        """The sentence that it stands in, where the parser saw more than one."""
        return self.doc.sentence_of(self)

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it has punctuation alone."""
        return all(unicodedata.category(character).startswith("P") for character in self.text)

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or words."""
        return _like_num(self.text)

    def nbor(self, i: int = 1) -> Token:
        """The token `i` places on. Raises IndexError where there is none."""
        place = self.i + i
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


class Span:
    """Tokens in a row; `label_` says what a named entity is."""

    __slots__ = ("doc", "end", "label_", "start", "tokens")

    def __init__(self, doc: Doc, start: int, end: int, label_: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label_
        self.tokens = doc.tokens[start:end]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place]

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        if not self.tokens:
            return ""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """The code point of the sentence where it begins."""
        return self.tokens[0].idx

    @property
    def end_char(self) -> int:
        """The code point of the sentence where it ends."""
        return self.tokens[-1].idx + len(self.tokens[-1].text)

    @property
    def root(self) -> Token:
        """Its token nearest to the root of the sentence, the first of several."""
        if len(self.tokens) == 1:
            return self.tokens[0]
        own = set(self.tokens)
        outward = [each for each in self.tokens if each.head is each or each.head not in own]
        if len(outward) == 1:
            return outward[0]
        return min(outward, key=_depth) if outward else self.tokens[0]


class Doc:
    """A parsed sentence. Its tokens by place, stretches of them by slices, named entities as `ents`.

    `words` are those of its tokens in small letters.
    """

    __slots__ = (
        "_by_lemma",
        "_lefts",
        "_lemmas",
        "_over",
        "_rights",
        "_roots",
        "_starts",
        "_verbs",
        "ents",
        "text",
        "tokens",
        "words",
    )
    words: frozenset[str]

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.ents: tuple[Span, ...] = ()
        self._starts: list[int] | None = None
        self._over: list[Token] | None = None
        self._lefts: list[int] | None = None
        self._rights: list[int] | None = None
        self._verbs: list[Token] | None = None
        self._by_lemma: dict[str, list[Token]] | None = None
        self._roots: dict[tuple[int, int], Token | None] = {}
        self._lemmas: frozenset[str] = frozenset()

    @property
    def verbs(self) -> Sequence[Token]:
        """Its tokens with a verb's tag, in order."""
        if self._verbs is None:
            self._verbs = [token for token in self.tokens if token.tag_.startswith("VB")]
        return self._verbs

    def of_lemmas(self, lemmas: frozenset[str]) -> Sequence[Token]:
        """Its tokens with one of some lemmas, which are in small letters, in order."""
        if self._by_lemma is None:
            self._by_lemma = {}
            for token in self.tokens:
                self._by_lemma.setdefault(token.lemma_.lower(), []).append(token)
            self._lemmas = frozenset(self._by_lemma)
        if self._lemmas.isdisjoint(lemmas):
            return ()
        found = [self._by_lemma[lemma] for lemma in self._lemmas & lemmas]
        return found[0] if len(found) == 1 else sorted([t for tokens in found for t in tokens], key=_place)

    @property
    def left_edges(self) -> list[int]:
        """For each token the place of the first one in its subtree."""
        edges = self._lefts
        if edges is None:
            edges = self._lefts = list(range(len(self.tokens)))
            for token in self.tokens:
                above = token.head
                while edges[above.i] > token.i:
                    edges[above.i] = token.i
                    above = above.head
        return edges

    @property
    def right_edges(self) -> list[int]:
        """For each token the place of the last one in its subtree."""
        edges = self._rights
        if edges is None:
            edges = self._rights = list(range(len(self.tokens)))
            for token in reversed(self.tokens):
                above = token.head
                while edges[above.i] < token.i:
                    edges[above.i] = token.i
                    above = above.head
        return edges

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that a stretch of code points touches; None where it reaches beyond the text."""
        first, last = self.token_at(start), self.token_at(end - 1)
        if first is None or last is None:
            return None
        # it may begin with the space behind a token
        begin = first.i + 1 if start == first.idx + len(first.text) else first.i
        return Span(self, begin, max(begin, last.i + 1))

    def token_at(self, place: int) -> Token | None:
        """The token over a code point, or before it where it is the space between two; None outside the text."""
        over = self._over or self._spread()
        return over[place] if 0 <= place < len(over) else None

    def root_over(self, start: int, end: int) -> Token | None:
        """The root of the tokens that a stretch of code points touches; None where it touches none."""
        over = self._over or self._spread()
        if 0 <= start < len(over) and 0 < end <= len(over):
            token = over[start]
            if token is over[end - 1] and start - token.idx < len(token.text):
                return token  # most stretches are one word
        asked = (start, end)
        if asked not in self._roots:
            found = self.char_span(start, end)
            self._roots[asked] = found.root if found else None
        return self._roots[asked]

    def sentence_of(self, token: Token) -> Span:
        """The sentence that a token stands in, where the parser saw more than one."""
        if self._starts is None:
            self._starts = sorted({0, *(root.left_edge.i for root in self.tokens if root.head is root)})
        at = bisect_right(self._starts, token.i)
        end = self._starts[at] if at < len(self._starts) else len(self.tokens)
        return Span(self, self._starts[at - 1], end)

    def let_go(self) -> None:
        """Unties its tokens from it and from each other: their memory then goes back at once, and nothing can be asked of them."""
        for token in self.tokens:
            token.doc = token.head = token.branch = None  # type: ignore[assignment]  # nobody asks again
        self.ents = ()
        self._roots.clear()

    def _spread(self) -> list[Token]:
        """Each token as often as it and the space behind it have code points."""
        over: list[Token] = []
        for token in self.tokens:
            over += [token] * (len(token.text) + len(token.whitespace_))
        self._over = over
        return over


def make_doc(
    text: str,
    words: Sequence[str],
    spaces: Sequence[bool],
    seen: tuple[Sequence[str], Sequence[str], Sequence[tuple[str, str]]],
) -> Doc:
    """A document of words; `seen` are their tags, dependencies, and parts of speech with lemmas."""
    tokens: list[Token] = []
    doc = Doc(text, tokens)
    start = 0
    for word, space, tag, dep, (pos, lemma) in zip(words, spaces, *seen, strict=True):
        token = Token()
        token.doc, token.i, token.idx = doc, len(tokens), start
        token.text, token.lower_, token.whitespace_ = word, word.lower(), " " if space else ""
        token.tag_, token.dep_, token.pos_, token.lemma_ = tag, dep, pos, lemma
        token.head, token.children, token.ent_type_, token.branch = token, (), "", None
        tokens.append(token)
        start += len(word) + space
    doc.words = frozenset([token.lower_ for token in tokens])
    return doc


def hang(doc: Doc, heads: Sequence[int]) -> None:
    """Hangs each token on its head, which is so many tokens on; 0 makes it a root."""
    tokens = doc.tokens
    below: dict[int, list[Token]] = {}
    for token, head in zip(tokens, heads, strict=True):
        if head:
            token.head = tokens[token.i + head]
            below.setdefault(token.i + head, []).append(token)
    for place, children in below.items():
        tokens[place].children = tuple(children)


_place = attrgetter("i")


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


@functools.lru_cache(maxsize=10_000)
def _like_num(text: str) -> bool:
    from spacy.lang.en.lex_attrs import like_num

    return bool(like_num(text))  # type: ignore[no-untyped-call]  # spaCy gives its signature no types
