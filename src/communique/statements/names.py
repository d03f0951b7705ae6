"""Names and descriptions: whose name ends a phrase, what a bare surname stands for, whether a phrase can speak at all."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from communique.knowledge.fold import kebab
from communique.records import Mention, Sentence, Span
from communique.statements.page import MASK, Page
from communique.statements.reporting import load_reporting

if TYPE_CHECKING:
    from communique.sentences import Token

NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ț][\w'’.-]*(?: (?:(?:al|am|bin|bint|de|da|dos|den|der|di|du|la|le|van|von|of|el|y|ibn|ben)(?:[ -]|(?=[A-Z])))*[A-ZÀ-ÞĀ-Ț][\w'’.-]*)*"
)
HONORIFIC = re.compile(r"^(?:the |a |an )|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\.? ", re.IGNORECASE)
OWNING = re.compile(r"['’]s?$")
OWNER = re.compile(r".*?['’]s (?=[A-ZÀ-ÞĀ-Ț])")
BELONGING = re.compile(r"\b(?:of|for|from|at|in|to|with)\s+$|\b(?:with|after|from|by|on|about|against)\s")
SMALL = re.compile(r"[a-zß-ÿā-ț]")
PARTY = re.compile(r"[DRI]-[A-Z]")
MEMBERS = re.compile(
    r"\b(?:M[A-Z]{0,3}P|MNA|MLA|MSP|TD|PM|FM|CEO|NGO|GP)s$"
)  # "Seven Labour MPs" are no person
AGENT = re.compile(
    r"(?:[a-z]{2}er|[a-z]{2}or|ist|ian|ant|man|men|woman|women|ers|ors|ists|ians|ants|ees?|folk|people|mayor|body|one)$"
)
APPOSED = re.compile(
    r",\s+(?:(?:the|an?) (?:(?!(?:of|in|for|from|at|to|by|with|on|who|and)\b)[a-z][\w’'-]* ){1,3})?(?P<np>[A-ZÀ-ÞĀ-Ț][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-Ț][\w'’.-]+)+)(?=[,.])"
)


def person_name(page: Page, text: str) -> str:
    """The full name of a person who is named at the end of a phrase, as the report first gives it; else nothing."""
    named = list(NAME.finditer(text))
    match = named[-1] if named else None
    if match is None or match.end() < len(OWNING.sub("", text)) - 1:
        return ""
    owner = OWNER.match(match.group())
    if PARTY.match(match.group()):
        return ""
    name = match.group()[owner.end() :] if owner else match.group()
    name = HONORIFIC.sub("", HONORIFIC.sub("", OWNING.sub("", name)))
    lead = text[: match.start()]
    if not name or BELONGING.search(lead) or name.lower() in {"i", "officials"}:
        return ""
    words = untitled(name.split())
    if words and words[0] in {"of", "de", "for"}:
        return ""  # "the Director of National Intelligence"
    name = " ".join(words)
    if any(w.lower().strip(".") in load_reporting().words["no_name"] for w in words) or len(words) > 4:
        return ""
    if not all(SMALL.search(w) or len(w.strip(".")) == 1 for w in words) or MEMBERS.search(name):
        return ""
    if len(words) == 1 and words[0].lower() in load_reporting().words["titles"]:
        return ""
    if len(words) == 1:
        whole = full_name(page.body, words[0]) or family_first(page, words[0])
        alone = not re.search(r"\b[a-z]{3,}", HONORIFIC.sub("", lead))
        noun = words[0].lower() in load_reporting().able
        return whole or (name if alone and not noun else "")
    return name


def family_first(page: Page, word: str) -> str:
    """The one person of the report whose name begins with a word: "Jiang" after "spokesman Jiang Wenhao"."""
    names = {
        m.actors[0].name
        for mentions in page.mentions.values()
        for m in mentions
        if m.form in {"name", "title"} and len(m.actors) == 1 and m.actors[0].type == "person"
    }
    found = {name for name in names if name.startswith(f"{word} ") and name in page.body}
    return found.pop() if len(found) == 1 else ""


def untitled(words: list[str]) -> list[str]:
    """The words of a name without titles before it, as long as two words are left: "Councillor Priya Nair"."""
    while len(words) > 2 and is_title(words[0].strip(".").lower()):
        words = words[1:]
    return words


def is_title(word: str) -> bool:
    """Whether a word may stand before a name: "councillor", "nurse"."""
    return word in load_reporting().words["titles"] or word in load_reporting().people


@functools.lru_cache(maxsize=256)
def full_name(body: str, surname: str) -> str:
    """The full name that a report gives before it uses the surname alone: "Smith" after "Paul Smith"."""
    if f" {surname}" not in body:
        return ""
    pattern = re.compile(
        rf"\b((?:(?:(?:Sen|Rep|Gov|Gen|Dr|Mr|Mrs|Ms|Prof|St|Lt|Col)\.|[A-ZÀ-ÞĀ-Ț][\w'’-]+) |(?:[A-Z]\.){{1,3}} ){{1,2}}){re.escape(surname)}\b(?! (?!(?:Jr|Sr|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))[A-ZÀ-ÞĀ-Ț][a-z])"
    )
    for match in pattern.finditer(body):
        firsts = [
            w
            for w in re.sub(r".*['’]s ", "", match.group(1)).split()
            if w.strip(".").lower() not in load_reporting().words["titles"] and len(w.strip(".")) > 0
        ]
        if firsts and all(w.strip(".").lower() not in load_reporting().words["no_name"] for w in firsts):
            return " ".join([*firsts, surname])
    return ""


def bare(text: str) -> str:
    """A description without its definite article."""
    return re.sub(r"\s+", " ", text.removeprefix("The ").removeprefix("the ")).strip()


def speaks_at_all(text: str) -> bool:
    """Whether a phrase may be somebody who speaks: a name, a noun of sources, or a noun of agents ("two aid workers")."""
    table = load_reporting()
    if "|" in text or "percent" in text:
        return False
    words = re.findall(r"[\w-]+", re.split(r"\b(?:of|for|in|at|from|to|with|who|that|on|about)\b", text)[0])
    if not words:
        return True
    named = any(word[0].isupper() for word in words[1:]) or (
        words[0][0].isupper() and words[0].lower() not in load_reporting().words["numbers"]
    )
    return named or any(
        word.lower() in table.able
        or word.lower().rsplit("-", 1)[-1] in table.people
        or word.endswith("-year-old")
        or (AGENT.search(word.lower()) and word.lower() not in load_reporting().words["no_agent"])
        for word in words
    )


FIRST_AND_LAST = re.compile(r"(?:^|\s)([A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]{2,}) ([A-ZÀ-ÞĀ-Ț][\w’'-]+)$")


def namesake(page: Page, mention: Mention, span: Span) -> bool:
    """Whether the text gives a known person's surname to another: "Ibrahim Musa" is no Said Musa."""
    actor = mention.actors[0]
    person = page.knowledge.persons.get(actor.id)
    if person is None or mention.form not in {"name", "title"}:
        return False
    pair = FIRST_AND_LAST.search(span.of(page.body))
    if (
        pair is None
        or pair.group(1).lower() in load_reporting().words["titles"] | load_reporting().words["no_name"]
    ):
        return False
    if any(
        hit.has("state", "capital", "metonym", "office", "demonym")
        for hit in page.knowledge.index.find(pair.group(1))
    ):
        return False
    name = pair.groups()
    known = {kebab(word) for whole in (actor.name, *getattr(person, "aliases", ())) for word in whole.split()}
    given = kebab(name[0])
    return kebab(name[-1]) in known and not any(given[:3] == word[:3] for word in known)


def surname(page: Page, mention: Mention, token: Token | None) -> bool:
    """Whether a town's name is a person's: "Manager Kaspar Lund"."""
    if token is not None and token.ent_type_ == "PERSON":
        return True
    return (
        re.search(r"[A-ZÀ-ÞĀ-Ț][\w'’-]+ $", page.body[max(0, mention.span.start - 30) : mention.span.start])
        is not None
    )


def owned_by(page: Page, sentence: Sentence, mention: Mention, token: Token | None) -> bool:
    """Whether a description has been taken for its owner: "his spokesman" is not the man whose spokesman speaks."""
    if mention.form in {"name", "title"} or token is None:
        return False
    ids = {actor.id for actor in mention.actors}
    owners = [t for t in token.subtree if t != token and t.dep_ in {"poss", "pobj"}]
    spans = [page.span(sentence, owner) for owner in owners]
    return any(
        ids & {actor.id for actor in other.actors}
        for other in page.mentions.get(sentence.index, ())
        if other is not mention and other.actors and other.actors[0].type == "person"
        for span in spans
        if other.head.overlaps(span)
    )


def only_quoted(page: Page, mention: Mention) -> bool:
    """Whether "the president" stands for somebody whom the report names in quotations alone."""
    if mention.form != "office" or len(mention.text.split()) > 1:
        return False
    ids = {actor.id for actor in mention.actors}
    named = [
        page.masked[other.span.start : other.span.end]
        for others in page.mentions.values()
        for other in others
        if other.form in {"name", "title"} and ids & {actor.id for actor in other.actors}
    ]
    return bool(named) and all(MASK in words for words in named)
