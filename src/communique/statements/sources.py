"""Who speaks: the noun phrase that a reporting word hangs on, and the actor, outlet or described source that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.actors import side_of
from communique.knowledge.fold import kebab
from communique.records import Link, Mention, Sentence, Span
from communique.statements.bearers import early_mention, nearest_bearer
from communique.statements.names import (
    APPOSED,
    NAME,
    PARTY,
    bare,
    namesake,
    only_quoted,
    owned_by,
    person_name,
    surname,
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
CUT = re.compile(rf",(?!\d)|[;:—–()\"“”‘{MASK}]| - |\s(?:whose|said|says|told)\b")
WALL = re.compile(rf"[\"“”’{MASK}]")
ACTIVE_FORMS = frozenset(
    {
        "name",
        "title",
        "office",
        "state",
        "metonym",
        "capital",
        "demonym",
        "organisation",
        "body",
        "pronoun",
        "descriptor",
        "ordinal",
        "group",
        "place",
    }
)
OUTLET_NOUNS = frozenset(
    {
        "agency",
        "newspaper",
        "paper",
        "network",
        "television",
        "tv",
        "broadcaster",
        "daily",
        "magazine",
        "website",
        "channel",
        "radio",
        "news",
        "weekly",
        "service",
        "station",
        "outlet",
        "site",
    }
)
# "the broadcaster Yle", "the Hebrew-language news site Walla": the name behind the sort of outlet.
OUTLET_NAMED = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[\w-]+['’]s)? ?(?:[\w-]+ ){0,3}?(?:broadcaster|newspaper|daily|weekly|paper|magazine|website|site|channel|network|station|agency|radio|tabloid|monthly|outlet|portal|blog) "
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]*(?: [\w'’.-]+){0,3})$"
)
OUTLET_NAME = re.compile(r" [A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3}")
ARTICLE = frozenset({"the", "a", "an"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
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
    after = re.compile(CUT.pattern + r"|\sthat\b|\sas (?:an?|the)\b|" + ON_DAY).search(text, head_end, end)
    if after:
        end = after.start()
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without white space, quotation marks and commas at its ends."""
    while start < end and (text[start].isspace() or text[start] in ",;:\"“”‘’'—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',;:"“”—–-'):
        end -= 1
    return Span(start=start, end=end)


def source_of(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """The source that a head token of a parse stands for."""
    if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"NNP", "NN", "NNS"}:
        lost = mention_at(page, sentence, page.span(sentence, token)) if token.dep_ in SUBJECT else None
        return Source(span=lost.span, link=actor_link(page, lost, lost.span)) if lost else None
    span = phrase_span(page, sentence, token)
    last = span.of(page.body).rsplit(" ", 1)[-1].lower()
    sheet = last in OUTLET_NOUNS | {"journal"} and token.right_edge.lower_ == last
    named = OUTLET_NAME.match(page.masked, span.end) if token.lower_ in OUTLET_NOUNS or sheet else None
    if named and named.end() <= sentence.span.end:
        span = Span(start=span.start, end=named.end())
    first = max(
        (m.end() for m in WALL.finditer(page.masked, sentence.span.start, span.start)),
        default=sentence.span.start,
    )
    lead = max(first, page.span(sentence, token.left_edge).start)
    if span.end <= span.start or MASK in page.masked[span.start : span.end]:
        return None
    source = read_source(page, sentence, span, page.span(sentence, token), token)
    return replace(source, lead=min(lead, source.span.start)) if lead < source.span.end else source


def read_source(  # noqa: C901  the cases of one grammar stand together
    page: Page, sentence: Sentence, span: Span, head: Span, token: Token | None = None
) -> Source:
    """The source of a noun phrase with its head word: a named apposition first, then the head's own mention."""
    word = span.of(page.body).lower()
    if word in PRONOUNS and not (len(word) > 1 and span.of(page.body).isupper()):
        return Source(span=span, link=None, pronoun=word)
    own = own_side(page, span)
    if own:
        return Source(span=span, link=own)
    if len(joined(token)) > 1:
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


AND_NAME = re.compile(r"^(?P<first>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)*) and (?=[A-ZÀ-Þ])")


def two_names(page: Page, span: Span, mention: Mention) -> bool:
    """Whether a phrase names two persons and a mention only the second: "Ryan and Senator John Cornyn"."""
    match = AND_NAME.match(span.of(page.body))
    if match is None or mention.span.start < span.start + match.end():
        return False
    first = Span(start=span.start, end=span.start + len(match.group("first")))
    other = next(
        (
            m
            for ms in page.mentions.values()
            for m in ms
            if m.span.overlaps(first) and m.actors[0].type == "person"
        ),
        None,
    )
    return other is not None or bool(person_name(page, match.group("first")))


BARE_TITLE = re.compile(
    r"[Tt]he ((?:[Vv]ice )?[Pp]resident|(?:[Pp]rime )?[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Pp]remier)"
)


def own_side(page: Page, span: Span) -> Link | None:
    """ "The President" in a side's own readout: the one of its people whom it gives that title, not the guest."""
    match = BARE_TITLE.fullmatch(span.of(page.body))
    side = side_of(page.report, page.knowledge) if match else None
    if match is None or side is None:
        return None
    title = re.compile(rf"(?<!vice )\b{match.group(1)}\b", re.IGNORECASE)
    found = {
        a.id: a
        for mentions in page.mentions.values()
        for m in mentions
        for a in m.actors
        if m.form in {"name", "title"}
        and a.type == "person"
        and a.state == side
        and title.search(f"{m.text} {a.office or ''}")
    }
    if len(found) != 1:
        return None
    actor = next(iter(found.values()))
    return Link(id=actor.id, name=actor.name, text=span.of(page.body), span=span)


def head_mention(
    page: Page, sentence: Sentence, span: Span, head: Span, token: Token | None
) -> Mention | None:
    """The mention on the head word, if it is the one who speaks and no namesake, town, or somebody else of the sentence."""
    mention = mention_at(page, sentence, head)
    if mention is None or (token is not None and elsewhere(page, sentence, mention, token)):
        return None
    if (
        token is not None
        and token.tag_ == "NNS"
        and mention.form not in {"name", "title"}
        and mention.actors[0].type == "person"
    ):
        return None
    if page.body[mention.span.end : mention.span.end + 4] in {" Jr.", " Jr ", " Jr,"}:
        return None
    if namesake(page, mention, span) or (mention.form == "place" and surname(page, mention, token)):
        return None
    if owned_by(page, sentence, mention, token) or only_quoted(page, mention):
        return None
    # "Questioned by Senator Hall, the colonel said": the description is somebody else's.
    beyond = "," in page.body[mention.span.start : max(mention.span.start, span.start)]
    return None if beyond else mention


def elsewhere(page: Page, sentence: Sentence, mention: Mention, token: Token) -> bool:
    """Whether a mention that reaches over a comma names another than the subject: "Pressed by Senator Hall, the general said"."""
    if mention.head.overlaps(page.span(sentence, token)) or token.dep_ not in SUBJECT:
        return False
    other = page.token(sentence, mention.head)
    return (
        other is not None and other.dep_ == "pobj" and other.i < token.i and token not in list(other.subtree)
    )


def merely_of(mention: Mention, head: str) -> bool:
    """Whether a phrase speaks for a state without being it: "a Russian adviser", "Chinese officials"."""
    return (
        mention.actors[0].type != "person"
        and mention.form != "pronoun"
        and head.lower() in load_reporting().people
    )


def joined(token: Token | None) -> list[Token]:
    """A nominal token and what is coordinated with it."""
    if token is None:
        return []
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


def apposed(page: Page, sentence: Sentence, token: Token) -> Source | None:
    """The name in apposition: "the chairman, Dmytro Hale, told"."""
    if token.pos_ == "PROPN" and not any(c.dep_ == "det" for c in token.children):
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


def mention_at(page: Page, sentence: Sentence, head: Span) -> Mention | None:
    """The mention on a head word, if it acts."""
    here = [
        m
        for m in page.mentions.get(sentence.index, ())
        if page.body[max(0, m.span.start - 1)] != "-"
        and (m.head.overlaps(head) or (m.form in {"name", "title"} and m.span.overlaps(head)))
    ]
    return next((m for m in here if m.form in ACTIVE_FORMS and m.actors), None)


def actor_link(page: Page, mention: Mention, span: Span) -> Link:
    """The link of an actor as the text names it."""
    actor = mention.actors[0]
    return Link(id=actor.id, name=actor.name, text=span.of(page.body), span=span)


def named_link(page: Page, span: Span, head: Span) -> Link:
    """An outlet, a state by its capital, a person by a bare name that the report gives in full, else the description."""
    text = span.of(page.body)
    called = OUTLET_NAMED.match(text)
    for hit in reversed(page.knowledge.index.find(text)):
        near = head.start - span.start
        if hit.has("outlet") and (
            called is not None
            or hit.start <= near < hit.end
            or page.body[head.start : head.end].lower() in OUTLET_NOUNS
        ):
            outlet = page.knowledge.outlets[hit.ids("outlet")[0]]
            return Link(id=outlet.id, name=outlet.name, text=text, span=span)
        if (
            hit.has("state", "capital", "metonym")
            and hit.start <= near < hit.end
            and not re.search(r"\w+ing\b|[a-z]{3,}", text[: hit.start].replace("the", ""))
        ):
            state = page.knowledge.states.get(hit.ids("state", "capital", "metonym")[0])
            if state:
                return Link(id=state.id, name=state.name, text=text, span=span)
    if called:
        return Link(id=None, name=called.group("name"), text=text, span=span)
    name = person_name(page, text)
    return Link(id=kebab(name) if name else None, name=name or bare(text), text=text, span=span)
