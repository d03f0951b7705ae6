"""Who speaks: the noun phrase that a reporting word hangs on, and the actor, outlet or described source that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.record_type import Record
from communique.records import Link, Sentence, Span
from communique.statements.bearers import early_mention, named_before, nearest_bearer
from communique.statements.names import (
    APPOSED,
    NAME,
    PARTY,
    bare,
    full_name,
    speaks_at_all,
)
from communique.statements.naming import (
    OUTLET_NAMED,
    OUTLET_NOUNS,
    actor_link,
    head_mention,
    mention_at,
    merely_of,
    named_link,
    own_side,
    two_names,
    two_offices,
    without_seat,
)
from communique.statements.page import MASK, Page
from communique.statements.reporting import load_reporting
from communique.statements.subjects import SUBJECT, disagrees

if TYPE_CHECKING:
    from communique.sentences import Token

PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "him",
        "her",
        "them",
        "his",
        "their",
        "its",
    }
)
CUT = re.compile(
    rf",(?!\d)|[;:—–()\"“”‘{MASK}]| - |\s(?:whose|said|says|told)\b|\s(?:in|via|through) (?:an?|his|her|its|their) (?:[\w-]+ ){{0,2}}?(?:statement|interview|tweet|letter|speech|message|video)\b"
)
WALL = re.compile(rf"[\"“”’{MASK}]")
OUTLET_NAME = re.compile(r" [A-ZÀ-ÞĀ-Ț][\w'’-]*(?: [A-ZÀ-ÞĀ-Ț][\w'’-]*){0,3}")


class Source(Record, frozen=True, kw_only=True):
    """A noun phrase that speaks, with the link that it stands for; `link` is None where nobody is sure who is meant."""

    span: Span
    link: Link | None
    pronoun: str = ""
    lead: int = -1

    @property
    def start(self) -> int:
        """Where the whole phrase begins: "the chairman, Dmytro Hale" begins with "the"."""
        return self.lead if self.lead >= 0 else self.span.start


ABBREVIATION = re.compile(r"\([A-Z][\w&.-]{0,9}\)")  # "the Islamic State (IS) group"
ON_DAY = r"\s(?:(?:late|early) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
THERE = re.compile(r"\s(?:there|here)$")  # "the foreign ministry there"
CUT_BEHIND = re.compile(CUT.pattern + r"|\sthat\b|\sas (?:an?|the)\b|" + THERE.pattern + "|" + ON_DAY)


# "welcomed the ruling and CEO Brask told": the parse has taken the ruling for a part of the name.
THING_AND = re.compile(r"(?:the|an?|its|his|her|their) (?P<thing>[a-z]+) and (?=[A-ZÀ-ÞĀ-Ț])")


WHO_SAYS = re.compile(
    r" who(?: has| have| had)?(?: \w+)?$"
)  # "said an aide who believed that the fund was empty"


def phrase_span(page: Page, sentence: Sentence, token: Token) -> Span:
    """The noun phrase around its head, up to a comma, a dash, a quotation or a relative clause with "who"."""
    left, right = token.left_edge, token.right_edge
    base = sentence.span.start
    start, end = base + left.idx, base + right.idx + len(right)
    text = (
        ABBREVIATION.sub(lambda m: " " * len(m.group()), page.masked[:end])
        if ")" in page.masked[start:end]
        else page.masked
    )
    head_start, head_end = base + token.idx, base + token.idx + len(token)
    before = list(CUT.finditer(text, start, head_start))
    if disagrees(token):
        start = head_start
    elif before:
        start = before[-1].end()
    elif (joint := THING_AND.match(text, start, head_start)) and (
        joint.group("thing") not in load_reporting().able
        or (left.i and left.nbor(-1).tag_ in {"VBD", "VBZ", "VBP"})
    ):
        start = joint.end()
    after = CUT_BEHIND.search(text, head_end, end)
    if after:
        who = WHO_SAYS.search(text, head_end, after.start())
        end = who.start() if who else after.start()
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without white space, quotation marks and commas at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:\"“”‘’'—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:"“”—–-'):
        end -= 1
    return Span(start=start, end=end)


WHO = re.compile(rf"(?:{NAME.pattern})(?= who\b)")  # "Brandt who was received on Tuesday noted that"


def source_of(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """The source that a head token of a parse stands for."""
    if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"NNP", "NN", "NNS"}:
        lost = mention_at(page, sentence, page.span(sentence, token)) if token.dep_ in SUBJECT else None
        return Source(span=lost.span, link=actor_link(page, lost, lost.span)) if lost else None
    span = phrase_span(page, sentence, token)
    named_who = WHO.match(page.masked, span.start, span.end) if token.tag_ == "NNP" else None
    if named_who:
        span = Span(start=span.start, end=named_who.end())
    if span.of(page.body).endswith(" who"):
        span = Span(start=span.start, end=span.end - len(" who"))
    last = span.of(page.body).rsplit(" ", 1)[-1].lower()
    sheet = last in OUTLET_NOUNS | {"journal"} and token.right_edge.lower_ == last
    named = OUTLET_NAME.match(page.masked, span.end) if token.lower_ in OUTLET_NOUNS or sheet else None
    if named and named.end() <= sentence.span.end:
        span = Span(start=span.start, end=named.end())
    walls = [m.end() for m in WALL.finditer(page.masked, sentence.span.start, span.start)]
    first = walls[-1] if walls else sentence.span.start
    lead = max(first, sentence.span.start + token.left_edge.idx)
    if span.end <= span.start or MASK in page.masked[span.start : span.end]:
        return None
    source = read_source(page, sentence, span, page.span(sentence, token), token)
    return replace(source, lead=min(lead, source.span.start)) if lead < source.span.end else source


def read_source(  # noqa: C901, PLR0912  the cases of one grammar stand together
    page: Page, sentence: Sentence, span: Span, head: Span, token: Token | None = None
) -> Source:
    """The source of a noun phrase with its head word: a named apposition first, then the head's own mention."""
    seat = without_seat(page, sentence, span)
    if seat is not None:
        span, token = seat, None
        head = Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
    word = span.of(page.body).lower()
    if word in PRONOUNS and not (len(word) > 1 and span.of(page.body).isupper()):
        return Source(span=span, link=None, pronoun=word)
    if known := two_offices(page, span) or own_side(page, span):
        return Source(span=span, link=known)
    instead = (
        author_behind(page, sentence, span)
        or owner_of_paper(page, sentence, span)
        or state_named_body(page, span)
    )
    if instead:
        return instead
    several = joined(token)
    if token is not None and len(several) > 1 and only_last(token, several[-1]):
        own = phrase_span(page, sentence, several[-1])
        return read_source(page, sentence, own, page.span(sentence, several[-1]), several[-1])
    if len(several) > 1:
        return joint_source(page, sentence, span, token)
    found = apposed(page, sentence, token) if token is not None else None
    if found:
        return found
    if (
        OUTLET_NAMED.match(span.of(page.body))
        and (outlet := named_link(page, span, head)).id in page.knowledge.outlets
    ):
        return Source(span=span, link=outlet)
    mention = head_mention(page, sentence, span, head, token)
    if mention and mention.actors and mention.actors[0].type != "person":
        if family_name(page, span):
            mention = None  # "Clark" after "James Clark" is no town
        elif whole := named_before(page, span):
            return Source(
                span=span, link=Link(id=kebab(whole), name=whole, text=span.of(page.body), span=span)
            )
    behind = APPOSED.match(page.masked, span.end, sentence.span.end)
    if mention and behind and mention.form not in {"name", "title"} and mention.actors[0].type != "person":
        mention = None  # "Bavaria's interior minister, Jan Roth, said": the name behind the comma speaks
    if mention and mention.actors[0].type == "person" and two_names(page, span, mention):
        return Source(
            span=span, link=Link(id=None, name=bare(span.of(page.body)), text=span.of(page.body), span=span)
        )
    if (
        mention
        and len(mention.actors) == 1
        and mention.form != "pronoun"
        and not merely_of(mention, head.of(page.body))
    ):
        span = Span(start=min(span.start, mention.span.start), end=max(span.end, mention.span.end))
        other = nearest_bearer(page, mention, span)
        if other:
            return Source(
                span=span, link=Link(id=kebab(other), name=other, text=span.of(page.body), span=span)
            )
        return Source(span=span, link=actor_link(page, mention, span))
    named = (
        APPOSED.match(page.masked, span.end, sentence.span.end)
        if span.of(page.body)[:1].islower()
        or re.match(r"(?:The|An?|His|Her|Its|Their|Our) ", span.of(page.body))
        or (token is not None and token.tag_ == "NN")
        else None
    )
    if named and token is not None:
        inner = Span(start=named.start("np"), end=named.end("np"))
        return replace(
            read_source(
                page,
                sentence,
                inner,
                Span(start=inner.end - len(inner.of(page.body).split()[-1]), end=inner.end),
            ),
            lead=span.start,
        )
    early = early_mention(page, sentence, span)
    if early:
        return Source(span=early.span, link=actor_link(page, early, early.span))
    link = named_link(page, span, head)
    if token is not None and token.tag_ == "NNS" and link.id == kebab(link.name) and " " not in link.name:
        link = replace(link, id=None)  # "Emails show": a plural is nobody's family name
    return Source(span=span, link=link)


def state_named_body(page: Page, span: Span) -> Source | None:
    """A firm or a body that a state's name ends: "Air France" is not France."""
    words = span.of(page.body).split()
    if len(words) != 2 or words[0] not in load_reporting().words["body_names"] or not words[1][:1].isupper():
        return None
    name = " ".join(words)
    return Source(span=span, link=Link(id=kebab(name), name=name, text=span.of(page.body), span=span))


def family_name(page: Page, span: Span) -> bool:
    """Whether a single word is the surname of somebody whom the report has named in full before."""
    word = span.of(page.body)
    return re.fullmatch(r"[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț'’-]+", word) is not None and bool(
        full_name(page.body[: span.start], word)
    )


WRITTEN_BY = re.compile(
    r",? (?:signed|written|drafted|authored|penned|prepared|compiled) by (?P<np>[^,;:.\"“”]{2,70}?)(?=,? (?:says?|said|calls?|called|warns?|warned|argues?|argued|urges?|urged|accuses?|accused|concludes?|concluded|describes?|described|notes?|noted|asks?|asked|demands?|demanded)\b)"
)
PAPERS = re.compile(
    r"\b(?:statement|letter|report|petition|article|study|memo|note|paper|text|appeal|email|column|editorial|document|review)$",
    re.IGNORECASE,
)


def author_behind(page: Page, sentence: Sentence, span: Span) -> Source | None:
    """Who wrote what speaks: "The statement, signed by nine generals, calls the plan reckless"."""
    match = (
        WRITTEN_BY.match(page.masked, span.end, sentence.span.end)
        if PAPERS.search(span.of(page.body))
        else None
    )
    if match is None:
        return None
    inner = Span(start=match.start("np"), end=match.end("np"))
    found = read_source(
        page, sentence, inner, Span(start=inner.end - len(inner.of(page.body).split()[-1]), end=inner.end)
    )
    return replace(found, lead=span.start)


OWN_PAPER = re.compile(
    r"(?P<np>(?!(?:to|yester)day['’]s|\w+day['’]s|(?:last|this) (?:week|month|year)['’]s|(?:January|February|March|April|May|June|July|August|September|October|November|December)['’]s)[^,;:\"“”]{2,60}?)['’]s? "
    r"(?:[a-z-]+ ){0,2}(?:statement|letter|communique|communiqué|readout|note|memo|press release|petition|tweet|post|message)"
)


PAPER_FROM = re.compile(
    r"(?:an?|the|this|its) (?:[a-z-]+ ){0,2}?(?:statement|letter|communique|communiqué|readout|note|memo|press release|petition|message) "
    r"(?:(?:issued|released|published|sent|posted) )?(?:from|by) (?P<np>[^,;:\"“”]{2,70})",
    re.IGNORECASE,
)
BODY_PAPER = re.compile(
    r"(?:an?|the|this|one) (?P<np>(?:[\w-]+ ){0,3}?(?P<body>[\w-]+)) (?:statement|communique|communiqué|readout|press release)",
    re.IGNORECASE,
)


def owner_of_paper(page: Page, sentence: Sentence, span: Span) -> Source | None:
    """Whose a paper is that speaks: "The North's statement said" is the North's word, "A statement by the palace" the palace's."""
    match = OWN_PAPER.fullmatch(page.masked, span.start, span.end) or PAPER_FROM.fullmatch(
        page.masked, span.start, span.end
    )
    if match is None and (of_body := BODY_PAPER.fullmatch(page.masked, span.start, span.end)):
        body = Span(start=of_body.start("body"), end=of_body.end("body"))
        speaks = of_body.group("body").lower() in load_reporting().able
        match = of_body if speaks or mention_at(page, sentence, body) else None
    if match is None or MASK in match.group():
        return None
    inner = Span(start=match.start("np"), end=match.end("np"))
    last = inner.of(page.body).split()[-1]
    found = read_source(page, sentence, inner, Span(start=inner.end - len(last), end=inner.end))
    return found and Source(
        span=span, link=found.link and replace(found.link, text=span.of(page.body), span=span)
    )


def joined(token: Token | None) -> list[Token]:
    """A nominal token and what is coordinated with it."""
    if token is None:
        return []
    verb = token.head
    if token.dep_ == "nsubj" and verb.dep_ == "conj" and verb.head.pos_ == "PROPN" and verb.head.i < token.i:
        return [
            *joined(verb.head),
            token,
        ]  # "Ada Brask, Jan Lund, and Tom Hall met": the parse has lost the first
    return [
        token,
        *(
            t
            for c in token.children
            if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"}
            for t in joined(c)
        ),
    ]


def joint_source(page: Page, sentence: Sentence, span: Span, token: Token | None) -> Source:
    """Several who speak as one: "France, Russia and Germany said"."""
    tokens = joined(token)
    start = min(span.start, page.span(sentence, tokens[0].left_edge).start)
    last = phrase_span(page, sentence, tokens[-1])
    whole = trimmed(page.masked, start, max(last.end, page.span(sentence, tokens[-1]).end))
    if MASK in page.masked[whole.start : whole.end] or len(whole.of(page.body)) > 160:
        whole = span
    return Source(
        span=whole, link=Link(id=None, name=bare(whole.of(page.body)), text=whole.of(page.body), span=whole)
    )


def only_last(first: Token, last: Token) -> bool:
    """Whether the parse has joined a thing and the one who speaks: "welcomed the ruling, and CEO Brask said"."""
    able = load_reporting().able
    return (
        first.tag_ in {"NN", "NNS"}
        and first.lower_ not in able
        and not speaks_at_all(first.text)
        and (last.lower_ in able or last.tag_ == "NNP")
    )


TITLED = frozenset({"president", "chairman", "chairwoman", "director", "head", "chief", "vice"})


def apposed(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """The name in apposition: "the chairman, Dmytro Hale, told"."""
    if (
        token.pos_ == "PROPN"
        and not any(c.dep_ == "det" for c in token.children)
        and token.text.split()[0].lower() not in TITLED
    ):
        return None
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > token.i:
            span = phrase_span(page, sentence, child)
            if (
                not NAME.match(span.of(page.body))
                or PARTY.match(span.of(page.body))
                or child.ent_type_ in {"GPE", "DATE", "NORP"}
            ):
                continue
            return read_source(page, sentence, span, page.span(sentence, child))
    return None
