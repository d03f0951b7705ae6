"""Speakers beside a quotation: before a colon, in the sentence behind it, or as the one who asked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.heard import PLAIN
from communique.statements.names import NAME, speaks_at_all
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_behind, speaks
from communique.statements.quotes import Quote
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source, source_of


def asked_behind(
    page: Page, quote: Quote, last: Sentence, by_sentence: Mapping[int, list[Attribution]]
) -> Attribution | None:
    """The verb of the sentence behind a quotation that has no words of its own: '"Who paid?" Senator Hall asked the clerk.'"""
    behind = next((s for s in page.sentences if s.index > last.index), None)
    if quote.outer.end < last.span.end - 1 or page.body[quote.span.end - 1] not in "?!…" or behind is None:
        return None
    if behind.paragraph != quote.paragraph or MASK in page.text(behind):
        return None
    for attribution in by_sentence.get(behind.index, ()):
        lead, rest = (
            page.masked[behind.span.start : attribution.start],
            page.masked[attribution.end : behind.span.end],
        )
        if (
            "quote" in attribution.verb.takes
            and attribution.source
            and not re.search(r"\w", lead)
            and not re.search(r"\b(?:that|whether|if|why|how|what|who|when|where)\b|[:;]", rest)
            and len(re.findall(r"\w+", rest)) <= 12
        ):
            return attribution
    return None


COLON = Verb(id="colon", polarity="asserts", strength="strong", takes=frozenset({"quote"}))


ECHO = Verb(id="echo", polarity="asserts", strength="strong", takes=frozenset({"quote"}))


def before_colon(page: Page, quote: Quote, first: Sentence) -> Attribution | None:
    """ "Kofi Annan: ...": a name and a colon."""
    lead = page.masked[first.span.start : quote.outer.start]
    owned = owned_reply(page, quote, first) if re.search(r"\w\W*$", lead) else None
    if owned and owned.cue.end <= quote.outer.start:
        return owned
    if not re.search(r":\s*$", lead):
        return None
    said = re.match(r"(?:Said|Says|Wrote|Added|Asked)\s+", lead)
    if not re.match(r"^[A-ZÀ-ÞĀ-Ț][^.!?:]{2,60}:\s*$", lead) or not speaks(lead.strip(" :").split()):
        return subject_colon(page, first, quote)
    end = first.span.start + len(lead.rstrip(" :\n"))
    source = phrase_behind(page, first, first.span.start + (said.end() if said else 0))
    if source is None or source.span.end < end - 1:
        return None
    return Attribution(
        cue=Span(start=end, end=end + 1),
        lemma=":",
        verb=COLON,
        sentence=first,
        source=source,
        start=first.span.start,
        end=end + 1,
    )


def subject_colon(page: Page, first: Sentence, quote: Quote) -> Attribution | None:
    """ "The mayor was blunt: ...", "Her answer was short: ...": the subject before the colon, or whose answer it is."""
    doc = page.parses.get(first.index)
    if doc is None:
        return None
    colon = page.masked.rfind(":", first.span.start, quote.outer.start)
    for token in doc:
        if (
            token.dep_ not in {"nsubj", "nsubjpass"}
            or first.span.start + token.idx > colon
            or token.head.dep_ not in {"ROOT", "ccomp"}
        ):
            continue
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if token.lower_ in {"somebody", "someone", "nobody", "everybody", "everyone", "anybody", "anyone"}:
            return None
        source = source_of(
            page,
            first,
            owner if owner is not None and token.pos_ == "NOUN" and not token.ent_type_ else token,
        )
        if source is None or not (
            source.pronoun in {"he", "she", "his", "her", "they", "their"}
            or (source.link and (source.link.id or speaks_at_all(source.link.name)))
        ):
            return None
        return Attribution(
            cue=Span(start=colon, end=colon + 1),
            lemma=":",
            verb=COLON,
            sentence=first,
            source=source,
            start=source.start,
            end=colon + 1,
        )
    return None


def echoed(page: Page, quote: Quote, last: Sentence) -> Attribution | None:
    """The words behind a quotation that say whose it was: "The verdict came from the harbour master."."""
    owned = owned_reply(page, quote, last)
    if owned:
        return owned
    place = quote.outer.end
    paragraph = [s for s in page.sentences if s.paragraph == quote.paragraph]
    end = max(s.span.end for s in paragraph)
    match = load_reporting().echo.match(page.masked[place:end])
    if not match:
        return None
    start = (
        place
        + match.start()
        + len(page.masked[place : place + match.end()])
        - len(page.masked[place : place + match.end()].lstrip())
    )
    sentence = page.sentence_at(place + match.end()) or last
    source = phrase_behind(page, sentence, place + match.end())
    if source is None or not speaks(source.span.of(page.body).split()):
        source = leading_name(page, sentence, place + match.end())
    if source is None:
        return None
    return Attribution(
        cue=Span(start=start, end=place + match.end() - 1),
        lemma="echo",
        verb=ECHO,
        sentence=sentence,
        source=source,
        start=start,
        end=source.span.end,
    )


REPLY = r"(?:reply|answer|response|verdict|comment|message|question|advice|warning|conclusion|explanation|retort|plea|motto|description|assessment|view)"
OWNED = re.compile(
    rf"\W{{0,3}}(?:is|was|were|came) (?:how )?(?P<np>[^,;:.\"“”]{{2,50}}?)(?:['’]s? (?:\w+ ){{0,2}}{REPLY}\b| (?:put|described|saw|summed) it\b)"
)
OWNS = re.compile(
    rf"^\W*(?P<np>[^,;:.\"“”]{{2,50}}?)['’]s? (?:\w+ ){{0,2}}{REPLY}\b[^.;\"“”]{{0,50}}?(?:,|:|is|was|came)\s*$"
)


def owned_reply(page: Page, quote: Quote, last: Sentence) -> Attribution | None:
    """'"Ask the river" was the engineer's only reply.', 'The engineer's reply was: "Ask the river."'"""
    behind = OWNED.match(page.masked, quote.outer.end, last.span.end)
    first = page.sentence_at(quote.outer.start) or last
    before = OWNS.match(page.masked[first.span.start : quote.outer.start]) if not behind else None
    found, base = (behind, 0) if behind else (before, first.span.start)
    if found is None:
        return None
    sentence = last if behind else first
    span = Span(start=base + found.start("np"), end=base + found.end("np"))
    words = span.of(page.body)
    head = Span(start=span.end - len(words.split()[-1]), end=span.end)
    source = read_source(page, sentence, span, head)
    if not source.pronoun and not speaks(words.split()):
        return None
    place = reply_word(page, Span(start=base + found.end("np"), end=base + found.end()))
    return Attribution(
        cue=place,
        lemma="reply",
        verb=ECHO,
        sentence=sentence,
        source=source,
        start=min(span.start, place.start),
        end=place.end,
    )


ACTED = Verb(id="beside", polarity="asserts", strength="strong", takes=frozenset({"quote"}))


def actor_before(page: Page, quote: Quote, first: Sentence) -> Attribution | None:
    """The one person of the sentence before, in the same paragraph: 'Roza Demir has kept every letter. "They write ..."'

    Nobody where that sentence names two persons, or where the quotation begins with "he" or "she": it may be of them.
    """
    if first.index == 0 or re.match(r"\W*(?:he|she|his|her)\b", quote.span.of(page.body), re.IGNORECASE):
        return None
    before = page.sentences[first.index - 1]
    doc = page.parses.get(before.index)
    if before.paragraph != first.paragraph or before.layer != "prose" or MASK in page.text(before):
        return None
    if doc is None:
        return plain_actor(page, before)
    persons = {
        a.id
        for m in page.mentions.get(before.index, ())
        for a in m.actors
        if a.type == "person" and m.form != "pronoun"
    }
    subject = next((t for t in doc if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    if subject is None or len(persons) > 1 or sum(e.label_ == "PERSON" for e in doc.ents) > 1:
        return None
    source = source_of(page, before, subject)
    named = (
        source is not None and source.link is not None and (source.link.id or "") not in page.knowledge.states
    )
    if (
        source is None
        or not named
        or source.link is None
        or not source.link.id
        or " " not in source.link.name
    ):
        return None
    if source.link.id in page.knowledge.organisations or source.link.id in page.knowledge.outlets:
        return None
    return acted(before, source)


def acted(before: Sentence, source: Source) -> Attribution:
    """The attribution to one who acts in the sentence before a quotation, without a word of saying."""
    place = Span(start=source.span.end, end=source.span.end)
    return Attribution(
        cue=place,
        lemma="",
        verb=ACTED,
        sentence=before,
        source=source,
        start=source.start,
        end=before.span.end,
    )


def plain_actor(page: Page, before: Sentence) -> Attribution | None:
    """The one whom an unparsed sentence is about, if it names nobody else: "A sister of the steward sat down." """
    found = PLAIN.match(page.text(before))
    if found is None or found.group("noun") not in load_reporting().people:
        return None
    if any(a.type == "person" for m in page.mentions.get(before.index, ()) for a in m.actors):
        return None
    start = before.span.start
    head = Span(start=start + found.start("noun"), end=start + found.end("noun"))
    source = read_source(page, before, Span(start=start + found.start("np"), end=head.end), head)
    if source.link is None or source.link.id:
        return None
    return acted(before, source)


def reply_word(page: Page, span: Span) -> Span:
    """The noun or verb that stands for the words: "reply" in "'s only reply"."""
    word = re.compile(rf"\b(?:{REPLY}|put|described|saw|summed)").search(page.masked, span.start, span.end)
    return Span(start=word.start(), end=word.end()) if word else span


def leading_name(page: Page, sentence: Sentence, place: int) -> Source | None:
    """The person named at a place, without a look at what follows the name."""
    found = [
        m
        for m in page.mentions.get(sentence.index, ())
        if place <= m.span.start <= place + 30 and len(m.actors) == 1 and m.form != "place"
    ]
    if found:
        return read_source(page, sentence, found[0].span, found[0].head)
    match = NAME.search(page.masked, place, sentence.span.end)
    if not match or match.start() > place + 30:
        return None
    span = Span(start=match.start(), end=match.end())
    return read_source(
        page, sentence, span, Span(start=span.end - len(match.group().split()[-1]), end=span.end)
    )


TITLE_BETWEEN = re.compile(r",? (?:(?:the|an?|its|his|her|their) )?(?:[\w’'.-]+ ){1,9}$")


def titled_between(page: Page, quote: Quote, attribution: Attribution) -> bool:
    """Whether only a title parts a quotation and its speaker: '"It matters," party whip in the Assembly Ada Brask told the paper'."""
    if (
        "quote" not in attribution.verb.takes
        or attribution.form not in {"VBD", "VBZ"}
        or attribution.verb.phrase
    ):
        return False
    lead = page.masked[quote.outer.end : attribution.start]
    if page.body[quote.span.end - 1] not in ",?!" or not TITLE_BETWEEN.fullmatch(lead):
        return False
    base = attribution.sentence.span.start
    return not any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC"}
        and quote.outer.end <= base + t.idx < attribution.start
        for t in page.parses.get(attribution.sentence.index) or ()
    )
