"""What a noun phrase names: the actor on its head word, an outlet, a state by its capital, else the description itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.actors import side_of
from communique.knowledge.fold import kebab
from communique.records import Link, Mention, Sentence, Span
from communique.statements.names import PARTY, bare, namesake, only_quoted, owned_by, person_name, surname
from communique.statements.page import Page
from communique.statements.reporting import load_reporting
from communique.statements.subjects import SUBJECT

if TYPE_CHECKING:
    from communique.sentences import Token

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
    r"(?P<name>[A-ZÀ-ÞĀ-Ț][\w'’.-]*(?: [\w'’.-]+){0,3})$"
)


AND_NAME = re.compile(r"^(?P<first>[A-ZÀ-ÞĀ-Ț][\w.'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w.'’-]+)*) and (?=[A-ZÀ-ÞĀ-Ț])")


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


OFFICE_WORDS = (
    r"(?:(?:[Vv]ice|[Dd]eputy|[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]irst) )*"
    r"(?:[Pp]resident|[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Pp]remier|[Kk]ing|[Qq]ueen|[Pp]rince|[Ee]mir|[Aa]mir|[Ss]ultan|[Aa]mbassador)"
)
TWO_OFFICES = re.compile(
    rf"(?:[Tt]he )?{OFFICE_WORDS}(?: [A-ZÀ-ÞĀ-Ț][\w’'-]+){{0,3}} and (?:the )?{OFFICE_WORDS}(?: [A-ZÀ-ÞĀ-Ț][\w’'-]+){{0,3}}"
)


def two_offices(page: Page, span: Span) -> Link | None:
    """Two who speak as one by their offices, of whom neither stands for both: "The Premier and President Hale"."""
    if page.masked.find(" and ", span.start, span.end) < 0:
        return None
    if TWO_OFFICES.fullmatch(page.masked, span.start, span.end) is None:
        return None
    text = span.of(page.body)
    return Link(id=None, name=bare(text), text=text, span=span)


BARE_TITLE = re.compile(
    r"[Tt]he ((?:[Vv]ice )?[Pp]resident|(?:[Pp]rime )?[Mm]inister|[Ss]ecretary|[Cc]hancellor|[Pp]remier)"
)


SEAT = re.compile(r",? [DRI]-[A-Z][\w.]*\.?")
BEFORE_SEAT = re.compile(r"(?P<np>(?:[A-ZÀ-ÞĀ-Ț][\w’'.-]*\.? ){1,4}[A-ZÀ-ÞĀ-Ț][\w’'-]+),? $")


def without_seat(page: Page, sentence: Sentence, span: Span) -> Span | None:
    """The name before a party and a state, where they were taken for the name: "Sen. Ada Brask, D-Ohio"."""
    text = span.of(page.body)
    if "-" not in text:
        return None
    if PARTY.match(text):
        named = BEFORE_SEAT.search(page.masked, sentence.span.start, span.start)
        return Span(start=named.start("np"), end=named.end("np")) if named else None
    seat = SEAT.search(text)
    return Span(start=span.start, end=span.start + seat.start()) if seat and seat.start() else None


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


def merely_seat(page: Page, mention: Mention) -> bool:
    """Whether a town is only told to be the capital: "reports by the embassy in the capital, Khartoum"."""
    lead = page.masked[max(0, mention.span.start - 20) : mention.span.start]
    return mention.form in {"capital", "metonym", "place"} and re.search(r"\bcapital,? $", lead) is not None


def head_mention(
    page: Page, sentence: Sentence, span: Span, head: Span, token: Token | None
) -> Mention | None:
    """The mention on the head word, if it is the one who speaks and no namesake, town, or somebody else of the sentence."""
    mention = mention_at(page, sentence, head)
    if mention is not None and (some_one(page, span, mention) or merely_seat(page, mention)):
        return None
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


def some_one(page: Page, span: Span, mention: Mention) -> bool:
    """Whether a description is of somebody new: "a Saudi spokeswoman" is no minister."""
    described = mention.form not in {"name", "title"} and mention.actors[0].type == "person"
    return described and re.match(r"(?:an?|one|another|some) ", span.of(page.body), re.IGNORECASE) is not None


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
