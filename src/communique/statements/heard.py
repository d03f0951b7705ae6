"""Whom the prose names outside quotations, so that a pronoun may mean them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.knowledge.fold import kebab
from communique.record_type import Record
from communique.records import Link, Sentence, Span
from communique.statements.names import APPOSED, OWNING, bare, person_name
from communique.statements.page import MASK, Page
from communique.statements.reporting import load_reporting
from communique.statements.sources import joined, joint_source, phrase_span

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SPEAKS = 4  # the rank of who speaks further on, whom only a fronted clause may mean
JOINT = 5  # the rank of two who act as one, whom only "they" may mean
OTHER = 3  # the rank of whoever is merely named
NAMELESS = 3  # the rank of a name of which nobody knows whether a body or a person bears it
LISTED = 18  # words of the longest headline; a longer paragraph has merely lost its stop
MORE_NAMES = re.compile(r"(?: [A-ZÀ-ÞĀ-Ț][\w’'-]+){1,2}")
FULL = re.compile(
    r"(?<![.!?] )(?<!^)\b[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț'’-]+ (?:[A-Z]\. )?[A-ZÀ-ÞĀ-Ț][\w'’-]+|^[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+(?: [A-ZÀ-ÞĀ-Ț][\w'’-]+){1,3}"
)


class Heard(Record, frozen=True):
    """Somebody who was named: at a place, as speaker, subject or merely named."""

    sentence: int
    place: int
    link: Link
    rank: int


def named_outside(page: Page) -> list[Heard]:
    """Persons and bodies whom the prose names outside quotations; subjects rank before others."""
    found: list[Heard] = []
    for index, mentions in page.mentions.items():
        sentence = page.sentences[index]
        if sentence.layer == "headline" or listed(page, sentence):
            continue
        for mention in mentions:
            if (
                len(mention.actors) != 1
                or mention.form in {"place", "adjective", "pronoun"}
                or MASK in page.masked[mention.span.start : mention.span.end]
                or page.body[mention.span.end : mention.span.end + 3] == " Jr"
            ):
                continue
            actor = mention.actors[0]
            token = page.token(sentence, mention.head)
            somebody = (
                mention.form == "office" and actor.type != "person"
            )  # "an American official" is no state
            name = bare(mention.text) if somebody else actor.name
            link = Link(id=None if somebody else actor.id, name=name, text=mention.text, span=mention.span)
            rank = rank_of(token) if token is not None else rank_by_words(page, sentence, mention.span)
            found.append(Heard(index, mention.span.start, link, rank))
    by_sentence: dict[int, list[Heard]] = defaultdict(list)
    for each in found:
        by_sentence[each.sentence].append(each)
    return [*found, *named_only_here(page, by_sentence)]


def owns_point(token: Token) -> bool:
    """Whether a sentence is about the words of an owner: "Hall's main point was to attack the council"."""
    return (
        token.head.lower_ in load_reporting().words["own_words"]
        and token.head.dep_ == "nsubj"
        and of_main_clause(token.head)
    )


def rank_of(token: Token) -> int:
    """The rank of a name: 1 the subject of the main clause, 2 another subject, 3 none."""
    if token.dep_ == "poss":
        return 1 if owns_point(token) else OTHER
    subject = token.dep_ in SUBJECTS or (token.dep_ == "appos" and token.head.dep_ in SUBJECTS)
    return OTHER if not subject else 1 if of_main_clause(token) else 2


def rank_by_words(page: Page, sentence: Sentence, span: Span) -> int:
    """The rank of a name in a sentence without a parse: 1 where it opens the sentence and does something, else 3."""
    opening = OPENING.match(page.masked, sentence.span.start, span.start)
    first = opening is not None and opening.end() == span.start
    return 1 if first and ACTS.match(page.masked, span.end, sentence.span.end) else OTHER


def rank_of_unlisted(text: str, name: re.Match[str]) -> int:
    """The rank of a full name in a sentence without a parse: 1 where only a description opens it: "Police chief Jan Lund left"."""
    before = text[: name.start()].lower().split()
    described = not before or before[-1] in load_reporting().people
    if described and ACTS.match(text, name.end()):
        return 1
    return 2 if name.start() < NEAR_FRONT else OTHER


def of_main_clause(token: Token) -> bool:
    """Whether a subject, or a name beside it, is that of the sentence's main clause or of one joined to it."""
    noun = token.head if token.dep_ == "appos" else token
    verb = noun.head
    return verb.dep_ == "ROOT" or (verb.dep_ in {"conj", "ccomp", "parataxis"} and verb.head.dep_ == "ROOT")


def listed(page: Page, sentence: Sentence) -> bool:
    """Whether a paragraph is a headline or an item of a list among the prose: it ends without a stop or a quotation."""
    behind = sentence.index + 1
    after = page.sentences[behind] if behind < len(page.sentences) else None
    if after is None or (
        after.paragraph == sentence.paragraph
        and page.body.find("\n", sentence.span.end - 1, after.span.start) < 0
    ):
        return False
    words = page.text(sentence)
    end = words.rstrip()[-1:]
    return (end.isalnum() or (end != "" and end in "_%)")) and len(words.split()) <= LISTED


def named_only_here(page: Page, known_in: Mapping[int, Sequence[Heard]]) -> Iterator[Heard]:
    """Persons whom no mention covers, seen by the language model or named in full: "The mayor, Elke Kahr, ...".

    `known_in` are those whom a mention covers, by their sentence.
    """
    for sentence in page.sentences:
        if sentence.layer != "prose" or listed(page, sentence):
            continue
        doc, known = page.parses.get(sentence.index), known_in.get(sentence.index, ())
        spans = (
            [
                (
                    e.start_char,
                    e.end_char,
                    rank_of(e.root),
                )
                for e in doc.ents
                if e.label_ == "PERSON"
            ]
            if doc is not None
            else [
                (m.start(), m.end(), rank_of_unlisted(page.text(sentence), m))
                for m in FULL.finditer(page.text(sentence))
            ]
        )
        spans += unseen(page, sentence, doc, spans)
        for start, end, rank in spans:
            rest = MORE_NAMES.match(page.masked, sentence.span.start + end, sentence.span.end)
            end += len(rest.group()) if rest and doc is not None else 0
            span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
            if known_at(known, span) or MASK in page.masked[span.start : span.end]:
                continue
            name = person_name(page, OWNING.sub("", span.of(page.body)))
            if not name:
                continue
            yield Heard(
                sentence.index,
                span.start,
                Link(id=kebab(name), name=name, text=span.of(page.body), span=span),
                rank,
            )
        yield from described_subjects(page, sentence, doc, known)
        yield from joint_subjects(page, sentence, doc)
        yield from bodies_named(page, sentence, known)


# A body that no list knows, as the subject of its sentence: "Fastjet cancelled forty flights. It said ..."
BODY_FIRST = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ț]{3,}[\w, ]{0,24}? [-–—] |But |And |Meanwhile, )?(?P<np>(?!(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|There|In|On|At|But|And|As|If|When|While|After|Before|Since|For|From|With|Mr|Mrs|Ms|His|Her|Its|Their|Our|My|Some|Many|Most|All|No|One|Two|Three|Not|Asked|What|Why|How|Who|Yet|So|Then|Now|Here)\b)"
    r"[A-ZÀ-ÞĀ-Ț][\w&’-]*(?: (?:&|of|and|de|for|[A-ZÀ-ÞĀ-Ț][\w&’-]*)){0,4})(?<! of)(?<! and)(?<! de)(?<! for) (?:has|have|had|is|was|will|did|does|[a-z]{3,}ed|shut|cut|sold|lost|won|made|took|began|sent|put|let|gave|cited|bought|built|paid|set|plans|owns|makes|sells|runs)\b"
)


def bodies_named(page: Page, sentence: Sentence, known: Sequence[Heard]) -> Iterator[Heard]:
    """The body that a sentence opens with by a name that nobody knows, so that "it" may be that."""
    found = BODY_FIRST.match(page.text(sentence))
    if found is None or MASK in found.group("np"):
        return
    start = sentence.span.start + found.start("np")
    span = Span(start=start, end=sentence.span.start + found.end("np"))
    words = span.of(page.body)
    if known_at(known, span) or any(
        m.span.overlaps(span) and m.actors for m in page.mentions.get(sentence.index, ())
    ):
        return
    yield Heard(sentence.index, start, Link(id=None, name=words, text=words, span=span), NAMELESS)


def unseen(
    page: Page, sentence: Sentence, doc: Doc | None, seen: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """Full names of a parsed sentence that the language model has taken for no entity."""
    if doc is None:
        return []
    found = []
    for match in FULL.finditer(page.text(sentence)):
        if any(e.start_char < match.end() and match.start() < e.end_char for e in doc.ents):
            continue
        token = page.token(
            sentence, Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
        )
        if (
            token is not None
            and token.tag_ in {"NNP", "NNPS"}
            and all(not start <= match.start() < end for start, end, _ in seen)
        ):
            found.append((match.start(), match.end(), rank_of(token)))
    return found


ONE_NAME = re.compile(APPOSED.pattern.replace("[\\w'’.-]+)+)(?=", "[\\w'’.-]+)*)(?="))


def known_at(known: Sequence[Heard], span: Span) -> bool:
    """Whether somebody has been heard of at a place."""
    return bool(known) and any(h.link.span.overlaps(span) for h in known)


DEEDS = (
    r"was|is|had|has|did|[a-z]{3,}ed|shook|stood|sat|rose|left|went|came|took|made|gave|spoke|kept|grew|saw|let|put|held|ran|fled|sang|met|won|lost|lay|led|fell|felt|found|got|heard|knew|paid|read|rang|rode|said|sold|sent|set|shut|slept|"
    r"sought|spent|swore|taught|threw|told|thought|wept|woke|wore|wrote|began|broke|brought|built|bought|caught|chose|cut|drew|drank|drove|ate|fought|flew|forgot|hid|hit|meant|looks|laughs|smiles|sits|stands|shakes|shrugs|nods|wants|lives|runs|keeps|walks|points|knows"
)
# A sentence that nobody has parsed, with whom it is about: "The envoy was blunt."
PLAIN = re.compile(
    r"(?:[A-Z]{3,}[\w, ]{0,20}? [-–—] )?(?P<np>(?:The|An?|One|His|Her|Its|Their|[A-ZÀ-ÞĀ-Ț][\w-]+['’]s) (?:[A-Za-z-]+ ){0,2}?(?P<noun>[a-z]+(?<!s)))"
    rf"(?= (?:(?:who|of|in|at|from|with|for|on) (?:[\w’'-]+ ){{1,9}}?)?(?:{DEEDS})\b)"
)
ACTS = re.compile(
    rf" (?:(?:then|also|later|himself|herself|never|still|\w+ly) )?(?:{DEEDS}|will|would|could|can)\b"
)
NEAR_FRONT = 40  # letters within which a name is likely to be the subject
OPENING = re.compile(
    r"(?:[A-Z]{3,}[\w, ]{0,20}? [-–—] |But |And |Yet |Then |Meanwhile,? |(?:On|In|At|After|Earlier|Later) [^,;:.]{0,40}, )?"
    r"(?:[A-ZÀ-ÞĀ-Ț][\w-]+['’]s? )?"
)


PLAIN_MANY = re.compile(
    r"(?P<np>(?:(?:The|Some|Several|Many|A few|Two|Three|Four|Five|Ten|Dozens of|Hundreds of|Thousands of|Scores of) )?(?:[A-Za-z-]+ ){0,2}?(?P<noun>[A-Za-z]+s)(?: (?:of|from|in|at|for|on) (?:[\w-]+ ){0,3}?[\w-]+)?)"
    r"(?= (?:were|are|had|have|[a-z]+ed|shook|stood|sat|rose|left|went|came|took|made|gave|met|kept|saw|held|ran|fled|sang|marched)\b)"
)


COUNTS = frozenset({"one", "some", "many", "several", "dozens", "scores", "hundreds", "thousands", "most"})


def counted(token: Token) -> Token:
    """The number of those whom a subject counts: "Dozens of farmers blocked the road"."""
    above = token.head.head
    return above if token.dep_ == "pobj" and token.head.lower_ == "of" and above.lower_ in COUNTS else token


def whole_of(page: Page, sentence: Sentence, token: Token) -> Span:
    """A subject with what stands before it; a number with those whom it counts."""
    last = phrase_span(page, sentence, token) if token.lower_ in COUNTS else page.span(sentence, token)
    return Span(start=page.span(sentence, token.left_edge).start, end=last.end)


CAPITALS = (
    r"(?!(?:The|On|In|At|But|And|After|Before|When|As)\b)[A-ZÀ-ÞĀ-Ț][\w’'-]+(?: [A-ZÀ-ÞĀ-Ț][\w’'-]+){0,2}"
)
PLAIN_BOTH = re.compile(
    rf"(?P<np>{CAPITALS} and {CAPITALS})(?= (?:were|had|have|[a-z]{{2,}}ed|met|spoke|left|went|came|took|made|gave|held|stood|sat)\b)"
)


def joint_subjects(page: Page, sentence: Sentence, doc: Doc | None) -> Iterator[Heard]:
    """Two who act as one, so that "they" may be both: "Hall and Lund opened the plant. They said ..."."""
    both_named = PLAIN_BOTH.match(page.text(sentence)) if doc is None else None
    if both_named:
        words, place = both_named.group("np"), sentence.span.start
        span = Span(start=place, end=place + len(words))
        yield Heard(sentence.index, place, Link(id=None, name=words, text=words, span=span), JOINT)
    for token in doc or ():
        if token.dep_ in SUBJECTS and token.pos_ == "PROPN" and token.head.dep_ == "ROOT":
            both = joined(token)
            link = joint_source(page, sentence, page.span(sentence, token), token).link if both[1:] else None
            if link is not None and all(t.pos_ == "PROPN" for t in both) and MASK not in link.text:
                yield Heard(sentence.index, link.span.start, link, JOINT)


ANYONE = frozenset({"every", "each", "any", "no", "neither", "either"})  # "every officer" is nobody's "he"


def described_subjects(
    page: Page, sentence: Sentence, doc: Doc | None, known: Sequence[Heard]
) -> Iterator[Heard]:
    """Subjects that are described and not named, so that "he" is not given to the next best name: "The Secretary met Lavrov. He ..."."""
    people = load_reporting().people
    able = load_reporting().able
    if doc is None and (plain := PLAIN.match(page.text(sentence))) and plain.group("noun") in able:
        start = sentence.span.start + plain.start("np")
        span = Span(start=start, end=sentence.span.start + plain.end("noun"))
        if not known_at(known, span):
            words = span.of(page.body)
            yield Heard(sentence.index, start, Link(id=None, name=bare(words), text=words, span=span), 1)
    if (
        doc is None
        and (many := PLAIN_MANY.match(page.text(sentence)))
        and many.group("noun").lower() in people
    ):
        span = Span(start=sentence.span.start, end=sentence.span.start + many.end("np"))
        if not known_at(known, span):
            words = span.of(page.body)
            yield Heard(sentence.index, span.start, Link(id=None, name=bare(words), text=words, span=span), 1)
    for token in doc.of_lemmas(able) if doc is not None else ():
        token = counted(token)
        if token.dep_ not in SUBJECTS or token.tag_ == "NNPS":
            continue
        span = page.span(sentence, token)
        if (
            MASK in page.masked[span.start : span.end]
            or token.left_edge.lower_ in ANYONE
            or known_at(known, span)
            or any(
                c.dep_ == "appos"
                and c.pos_ == "PROPN"
                and len(c.text) > 1
                and known_at(known, page.span(sentence, c))
                for c in token.children
            )
        ):
            continue
        whole = whole_of(page, sentence, token)
        root = token.head.dep_ == "ROOT" and not re.match(
            r"(?:a|an|one|some|any|no|every|each)\b", whole.of(page.body).lower()
        )
        end = phrase_span(page, sentence, token).end
        named = ONE_NAME.match(page.masked, end, sentence.span.end)
        if named:
            span = Span(start=named.start("np"), end=named.end("np"))
            name = person_name(page, span.of(page.body))
            if name:
                link = Link(id=kebab(name), name=name, text=span.of(page.body), span=span)
                yield Heard(sentence.index, span.start, link, 1)
                continue
        yield Heard(
            sentence.index,
            span.start,
            Link(id=None, name=bare(whole.of(page.body)), text=whole.of(page.body), span=whole),
            1 if root else 2,
        )
