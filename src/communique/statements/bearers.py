"""Who bears a surname: the one whom the text has named last by it, not the best known."""

from __future__ import annotations

import functools
import re

from communique.knowledge.fold import kebab
from communique.records import Mention, Sentence, Span
from communique.statements.names import namesake
from communique.statements.page import Page
from communique.statements.reporting import load_reporting

KEPT = 1024  # surnames whose patterns are remembered
SURNAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Sir|Lord|Lady|Senator|President|Governor)\.? )?(?P<last>[A-ZÀ-ÞĀ-Ț][\w’'-]+)"
)


def nearest_bearer(page: Page, mention: Mention, span: Span) -> str:
    """The full name of another whom the text has named last by this surname: "Mr. Johnson" after "Senator Ron Johnson"."""
    match = SURNAME.fullmatch(span.of(page.body))
    if match is None or mention.form not in {"name", "title"} or mention.actors[0].type != "person":
        return ""
    last = match.group("last")
    if page.masked.find(f" {last}", 0, span.start) < 0:
        return family_first(page, mention, last, span.start)
    in_full, alone = with_surname(last)
    found = [m for m in in_full.finditer(page.masked, 0, span.start) if not titled_only(m.group("first"))]
    if not found:
        return family_first(page, mention, last, span.start)
    if alone.search(page.masked, 0, found[-1].start()):
        return ""  # whom the text calls by the surname alone before, it means behind, too
    whole = Span(start=found[-1].start(), end=found[-1].end())
    return whole.of(page.body) if namesake(page, mention, whole) else ""


@functools.lru_cache(maxsize=KEPT)
def with_surname(last: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A full name that ends with a surname, and the surname alone."""
    name = re.escape(last)
    return (
        re.compile(rf"\b(?P<first>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+) (?:[A-Z]\. )?{name}\b"),
        re.compile(rf"(?<![\w.’'-] )(?<![A-ZÀ-ÞĀ-Ț]\.)\b{name}\b|\b[a-z]+ {name}\b"),
    )


def family_first(page: Page, mention: Mention, last: str, place: int) -> str:
    """The full name of one whom the text has named family name first: "Jiang" after "spokesman Jiang Bin" is no other Jiang."""
    actor = mention.actors[0]
    if actor.name in page.body or not actor.name.startswith(last):
        return ""
    pattern = re.compile(rf"\b{re.escape(last)} [A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+(?:[- ][A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+)?\b")
    names = {m.group() for m in pattern.finditer(page.masked, 0, place)}
    given = {kebab(word) for word in actor.name.split()[1:]}
    others = {
        name
        for name in names
        if not {kebab(word) for word in name.split()[1:]} & given and kebab(name) != kebab(actor.name)
    }
    return others.pop() if len(others) == 1 and len(names) == 1 else ""


FUNCTION = frozenset(
    {
        "during",
        "despite",
        "under",
        "about",
        "against",
        "unlike",
        "like",
        "until",
        "because",
        "since",
        "yet",
        "later",
        "earlier",
        "still",
    }
    | {
        "meanwhile",
        "however",
        "also",
        "even",
        "only",
        "now",
        "once",
        "that",
        "this",
        "both",
        "how",
        "what",
        "where",
        "why",
        "who",
        "to",
    }
    | {
        "of",
        "or",
        "nor",
        "so",
        "over",
        "into",
        "not",
        "the",
        "a",
        "an",
        "former",
        "team",
        "family",
        "late",
        "young",
        "candidate",
    }
)


def titled_only(word: str) -> bool:
    """Whether a word before a surname is no first name: "Senator", "Friday"."""
    return (
        word.lower() in FUNCTION
        or word.lower() in load_reporting().words["titles"] | load_reporting().words["no_name"]
    )


def early_mention(page: Page, sentence: Sentence, span: Span) -> Mention | None:
    """The person at the head of a phrase that the parse has drawn too wide: "Trump days later announced"."""
    for mention in page.mentions.get(sentence.index, ()):
        rest = page.body[mention.span.end : span.end]
        if (
            mention.span.start == span.start
            and mention.form in {"name", "title"}
            and len(mention.actors) == 1
            and (TIME.match(rest) or (OF_BODY.search(mention.text) and re.fullmatch(r"(?: [A-Z]\w+)+", rest)))
        ):
            return mention
    return None


OF_BODY = re.compile(r" (?:of|for) (?:the )?[A-Z]\w*$")
TIME = re.compile(
    r"\s+(?:days|weeks|hours|months|years|moments|minutes|later|today|yesterday|on \w+day|\w+day|recently|initially|previously)\b.*$"
)


def named_before(page: Page, span: Span) -> str:
    """The full name that a noun of people has introduced by its first word: "Lima" after "a spokesman, Lima Duarte" is no town."""
    word = span.of(page.body)
    if SURNAME.fullmatch(word) is None or page.masked.find(f" {word} ", 0, span.start) < 0:
        return ""
    pattern = re.compile(
        rf"\b(?P<noun>[a-z]{{4,}}),? (?P<name>{re.escape(word)} [A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+(?:[- ][A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+)?)\b"
    )
    found = {
        m.group("name")
        for m in pattern.finditer(page.masked, 0, span.start)
        if m.group("noun") in load_reporting().people
    }
    return found.pop() if len(found) == 1 else ""
