"""Persons whom no entry of the lexicon names: seen by the language model, joined in a list, named again."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.grammar import token_of
from communique.actors.introductions import named_before, same_unknown
from communique.actors.patterns import OPENERS
from communique.actors.phrase import Phrase
from communique.actors.resolve import PARTICLES
from communique.actors.search import Search, mention_of, note_office, remember
from communique.actors.spelled import initialled, middle_named
from communique.actors.words import ADDRESS, NO_FAMILIES, WORD_FAMILIES, WORDLIKE_FAMILIES
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc
    from communique.sentences import Span as SpacySpan

SURE_NAME = 4  # letters from which a family name is no other word
KEPT = 1024  # family names whose patterns are remembered
PERSON_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ț][\w'’.-]+(?:[ -](?:(?:al|el|bin|ibn|de|da|dos|van|von|der|del|la|ul|ben)[ -])*[A-ZÀ-ÞĀ-Ț][\w'’.-]*){0,4}"
)
JOINED_NAME = re.compile(
    r" and (?P<name>(?:[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+-)*[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț'’-]+ (?:(?:al|el|bin|de|van|von)[ -])?[A-ZÀ-ÞĀ-Ț][\w'’-]*[\w])(?= (?:[a-z]|on [A-Z])|[,.;])"
)
NAME_AHEAD = re.compile(
    r"(?:^|(?<![\w'’-] )|(?<=[a-z,;:] )(?<!\bin )(?<!\bat )(?<!\bfrom )(?<!\bof )(?<!\bto ))"
    r"(?P<name>(?:[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+-)*[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț'’-]+(?: (?:(?:al|el|bin|de|del|da|dos|la|los|van|von|der|den)[ -]){0,2}[A-ZÀ-ÞĀ-Ț][\w'’-]*\w){1,3}), (?:the |an? )?$"
)
APPOSITION_END = re.compile(r"(?: (?:for|of|on) (?:the )?[a-z]+(?: (?:and )?[a-z]+){0,3})?(?:[,.;:]|$)")
OWNED = re.compile(r"['’]s (?:[A-ZÀ-ÞĀ-Ț][\w.]*\.? ){0,3}")  # "Oman's Maj Gen Salim Ali"
BEHIND_NAME = re.compile(r"\s+(?:of\s+|\()(?:the\s+)?")  # "Jan Novak of Latvia", "Jan Novak (Latvia)"
# Whom somebody is for or against is not whose he is: "the pro-Russian opposition leader Boris Kolesnikov".
SIDES_WITH = ("pro-", "Pro-", "anti-", "Anti-")
HONOURED_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss)\.? (?P<name>[A-ZÀ-ÞĀ-Ț][\w’-]*\w(?: [A-ZÀ-ÞĀ-Ț][\w’-]*\w){0,2})"
)
GIVEN_BEFORE = re.compile(r"(?<=[a-z,] )(?P<word>[A-ZÀ-ÞĀ-Ț][a-zß-ÿā-ț]+) $")
POSSESSIVE = re.compile(r"['’]s?$")
TITLE_WORDS = frozenset(word for title in ADDRESS["honorifics"] for word in title.split()) | {
    "President", "Premier", "Senator", "Governor", "Mayor", "Leader", "Judge", "Justice", "Captain", "Major",
}  # fmt: skip
NO_NAME = re.compile(
    r"[a-z][A-Z]{2}|\d|\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Twitter|House|Street|Party|Ministry|Press|News|University)\b"
)


def entity_names(search: Search, sentence: Sentence, doc: Doc | None, named: list[Mention]) -> list[Mention]:
    """Persons whom only the language model sees, with the state of an adjective beside them, if any."""
    if doc is None:
        return []
    found = []
    for ent in doc.ents:
        if ent.label_ != "PERSON" or len(ent.text) < 3:
            continue
        span = Span(start=sentence.span.start + ent.start_char, end=sentence.span.start + ent.end_char)
        text = POSSESSIVE.sub("", ent.text).strip()
        span = Span(start=span.start, end=span.start + len(text))
        if any(m.span.overlaps(span) for m in named) or not re.match(r"[A-ZÀ-ÞĀ-Ț]", text) or "\n" in text:
            continue
        text, span = without_opener(*without_honorific(text, span))
        known = same_unknown(search, text) or named_before(search, text, span.start)
        if known is not None and " " not in text and others_given(search.report.body, span.start, known):
            continue
        if (" " not in text and known is None) or not PERSON_NAME.fullmatch(text) or NO_NAME.search(text):
            continue
        if known is None and (
            person := middle_named(search.resolver, text) or initialled(search.resolver, text)
        ):
            search.introduced.append(person)
            known = search.resolver.person(person)
        actor = known or search.resolver.unknown(text, None, state_beside(search, ent, sentence, named))
        if known is None:
            actor = apposed_office(search, actor, span, named)
        search.unknown.setdefault(text.split()[-1], actor)
        found.append(
            remember(
                search,
                Mention(
                    span=span,
                    text=span.of(search.report.body),
                    form="name",
                    actors=(actor,),
                    head=span,
                    sentence=sentence.index,
                    layer=sentence.layer,
                ),
                doc,
            )
        )
    return found


def listed_names(search: Search, sentence: Sentence, named: Sequence[Mention]) -> list[Mention]:
    """An unknown full name joined to a known person's: "Sergei Shoigu and Ivan Petrenko signed"."""
    found = []
    known = [m for m in named if m.form in {"name", "title"} and m.actors and m.actors[0].known]
    text = sentence.span.of(search.report.body) if known else ""
    for m in known:
        match = JOINED_NAME.match(text, m.span.end - sentence.span.start)
        if match is None or NO_NAME.search(match.group("name")):
            continue
        span = Span(
            start=sentence.span.start + match.start("name"), end=sentence.span.start + match.end("name")
        )
        if any(other.span.overlaps(span) for other in named):
            continue
        actor = same_unknown(search, span.of(search.report.body)) or search.resolver.unknown(
            span.of(search.report.body), None, ()
        )
        search.unknown.setdefault(actor.name.split()[-1], actor)
        found.append(mention_of(search, Phrase(span, span, "name", name=actor.name), sentence, (actor,)))
    return found


def second_mentions(
    search: Search, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]
) -> list[Mention]:
    """The family name of an unknown person whom the report has named in full: "Quintanar said later"."""
    if not search.unknown:
        return []
    text = sentence.span.of(search.report.body)
    found: list[Mention] = []
    for family, actor in search.unknown.items():
        if family not in text or family in WORDLIKE_FAMILIES | WORD_FAMILIES:
            continue
        if len(family) < SURE_NAME and search.knowledge.index.find(family):
            continue
        particle = next((p for p in PARTICLES if f" {p} {family}" in actor.name), "")
        for match in family_alone(family, particle).finditer(text):
            span = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
            met = any(m.actors == (actor,) and m.span.start < span.start for m in named) or any(
                m.actor.id == actor.id for m in search.walk.discourse.named
            )
            if others_given(text, match.start(), actor) or is_short_word(family, sentence, doc, span):
                continue
            if met and not any(m.span.overlaps(span) for m in (*named, *found)):
                phrase = Phrase(span, span, "name", name=actor.name)
                found.append(remember(search, mention_of(search, phrase, sentence, (actor,)), doc))
    return found


def is_short_word(family: str, sentence: Sentence, doc: Doc | None, span: Span) -> bool:
    """Whether a family name of two or three letters stands for a word here: "An" of "An envoy" is not Ms An."""
    if len(family) >= SURE_NAME:
        return False
    i = token_of(span, sentence, doc)
    return i is None or doc is None or doc[i].tag_ != "NNP"


@functools.lru_cache(maxsize=KEPT)
def family_alone(family: str, particle: str) -> re.Pattern[str]:
    """A family name by itself, with the particle that belongs to it."""
    ahead = rf"(?:{particle} |{particle.title()} )?" if particle else ""
    return re.compile(rf"(?<![\w-])(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{ahead}{re.escape(family)}(?![\w-]|\s[A-Z])")


def others_given(text: str, start: int, actor: Actor) -> bool:
    """Whether another given name stands before a family name: "Namal Rajapaksa" is not Basil."""
    before = GIVEN_BEFORE.search(text, max(0, start - 24), start)
    if before is None or before["word"] in actor.name.split() or before["word"].lower() in OPENERS:
        return False
    return before["word"] not in TITLE_WORDS and NO_NAME.fullmatch(before["word"]) is None


def honoured_names(
    search: Search, sentence: Sentence, doc: Doc | None, named: Sequence[Mention]
) -> list[Mention]:
    """Who is called "Mr" or "Ms" and is read nowhere: "Mr. Obanikoro had resigned"."""
    text = sentence.span.of(search.report.body)
    found: list[Mention] = []
    if "Mr" not in text and "Ms" not in text and "Miss" not in text:
        return found
    for match in HONOURED_NAME.finditer(text):
        span = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end("name"))
        words = match["name"].split()
        if any(m.span.overlaps(span) for m in named) or not NO_FAMILIES.isdisjoint(words):
            continue
        if any(not hit.has("family") for hit in search.knowledge.index.find(match["name"])):
            continue
        known = same_unknown(search, match["name"])
        actor = known or search.resolver.unknown(match["name"], None, ())
        search.unknown.setdefault(words[-1], actor)
        phrase = Phrase(span, span, "name", name=actor.name)
        found.append(remember(search, mention_of(search, phrase, sentence, (actor,)), doc))
    return found


def apposed_office(search: Search, actor: Actor, span: Span, named: list[Mention]) -> Actor:
    """The office that stands behind an unknown name: "Nora Vale, Andorra's trade envoy,"; it is then no other's."""
    body = search.report.body
    for number, m in enumerate(named):
        if (
            m.form == "office"
            and len(m.actors) == 1
            and m.span in search.phrase_at
            and body[span.end : m.span.start] in {", ", ", the ", ", a ", ", an "}
            and APPOSITION_END.match(body, m.span.end)
        ):
            title = search.phrase_at[m.span].title
            assert title is not None
            shown, office_id = search.resolver.spoken(title, m.actors[0].state)
            actor = replace(actor, office=shown, office_id=office_id, state=m.actors[0].state)
            give_office(search, named, number, actor)
    return actor


def apposed_names(search: Search, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """Whom an office behind the name describes, where the language model saw no person: "Prasad Weerakoon, Nepal's trade minister,"."""
    found: list[Mention] = []
    body = search.report.body
    for number, m in enumerate(named):
        if m.form != "office" or len(m.actors) != 1 or m.span not in search.phrase_at:
            continue
        match = NAME_AHEAD.search(body, max(sentence.span.start, m.span.start - 60), m.span.start)
        if match is None or not APPOSITION_END.match(body, m.span.end) or is_no_name(search, match, named):
            continue
        span = Span(start=match.start("name"), end=match.end("name"))
        title = search.phrase_at[m.span].title
        assert title is not None
        state = m.actors[0].state
        known = same_unknown(search, match["name"])
        actor = known or search.resolver.unknown(match["name"], title, (state,) if state else ())
        search.unknown.setdefault(actor.name.split()[-1], actor)
        give_office(search, named, number, actor)
        found.append(mention_of(search, Phrase(span, span, "name", name=actor.name), sentence, (actor,)))
    return found


def give_office(search: Search, named: list[Mention], number: int, actor: Actor) -> None:
    """An office that stands beside an unknown name is that person's, here and for what follows."""
    search.walk.discourse.rename(named[number], actor)
    note_office(search, actor)
    named[number] = replace(named[number], actors=(actor,))


def is_no_name(search: Search, match: re.Match[str], named: Sequence[Mention]) -> bool:
    """Whether capitalised words before an office are read already, a place, a body, or begin with no name's word."""
    start, end = match.span("name")
    words = match["name"].split()
    if any(m.span.start < end and start < m.span.end for m in named):
        return True
    if words[0].lower() in OPENERS or words[-1] in NO_FAMILIES or NO_NAME.search(match["name"]):
        return True
    return any(not hit.has("person", "family") for hit in search.knowledge.index.find(match["name"]))


def state_beside(
    search: Search, ent: SpacySpan, sentence: Sentence, named: Sequence[Mention]
) -> tuple[str, ...]:
    """The state of an unknown person from the noun phrase: "Gustavo Beliz of Argentina", "Jan Novak (Latvia)", "the Omani envoy Salim Ali"."""
    offset = sentence.span.start
    left = offset + min(t.idx for t in ent.root.subtree)
    found: tuple[str, ...] = ()
    for m in named:
        if not m.actors or m.actors[0].type == "person" or m.form == "group":
            continue
        between = (
            search.report.body[m.span.end : offset + ent.start_char]
            if m.span.end <= offset + ent.start_char
            else ""
        )
        behind = (
            search.report.body[offset + ent.end_char : m.span.start]
            if m.span.start >= offset + ent.end_char
            else None
        )
        if behind is not None and BEHIND_NAME.fullmatch(behind):
            return found or (m.actors[0].id,)
        if (
            m.span.start >= left
            and m.span.end <= offset + ent.start_char
            and len(between) < 60
            and "," not in between
            and m.form in {"adjective", "state", "demonym", "people", "organisation"}
            and not search.report.body.endswith(SIDES_WITH, 0, m.span.start)
        ):
            if OWNED.fullmatch(between):
                return (m.actors[0].id,)
            found = found or (m.actors[0].id,)
    return found


def without_honorific(text: str, span: Span) -> tuple[str, Span]:
    """A name without "Mr" before it, and its span."""
    match = re.match(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Gen)\.? ", text)
    return (
        (text[match.end() :], Span(start=span.start + match.end(), end=span.end)) if match else (text, span)
    )


def without_opener(text: str, span: Span) -> tuple[str, Span]:
    """A name without the adverb that opens the sentence: "Afterwards Abe"."""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in OPENERS:
        return rest, Span(start=span.start + len(first) + 1, end=span.end)
    return text, span
