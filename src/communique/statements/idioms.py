"""Set phrases that report: "pushed back on suggestions that", "gave an undertaking to", "gave the mayor until Friday to"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.knowledge.load import LEXICON, read_toml
from communique.record_type import Record
from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.clauses import trimmed_clause
from communique.statements.forms import Forms
from communique.statements.page import MASK, Page
from communique.statements.phrases import phrase_ahead
from communique.statements.reporting import Verb, forms_of
from communique.statements.sources import read_source, source_of
from communique.statements.subjects import subject_of
from communique.statements.unspoken import hypothetical, unspoken

if TYPE_CHECKING:
    from communique.sentences import Token

SELVES = ("himself", "herself", "itself", "themselves")
NOUNS = ("charge", "plea", "innocence", "demand", "revenge", "proposal")
WORDS = r"(?:(?!(?:that|to|of|for|in|on|by|who|which|and|or|but|from|with|as|at)\b)[\w’'-]+ ){0,5}?"


class Idiom(Record, frozen=True, kw_only=True):
    """A set phrase with what must follow: "pushed back on" a charge, "lobbied" somebody to do something."""

    verb: Verb
    then: str
    words: str


class IdiomTable(Record, frozen=True, kw_only=True):
    """The set phrases of lexicon/purposes.toml by their forms, and the nouns that may follow them."""

    forms: dict[str, tuple[Idiom, ...]]
    pattern: Forms
    nouns: dict[str, re.Pattern[str]]


def several(noun: str) -> str:
    """A pattern of a noun in its singular and plural: "story" and "stories"."""
    return rf"{noun[:-1]}(?:y|ies)" if noun.endswith("y") else rf"{noun}s?"


@functools.cache
def load_idioms() -> IdiomTable:
    """purposes.toml's set phrases; read once."""
    raw = read_toml(LEXICON / "purposes.toml")
    irregular = read_toml(LEXICON / "reporting.toml")["irregular"] | raw["irregular"]
    forms: dict[str, tuple[Idiom, ...]] = {}
    for entry in raw["idiom"]:
        verb = Verb(
            id=entry["id"], polarity=entry["polarity"], strength="strong", takes=frozenset({"object"})
        )
        for lemma in entry["lemmas"]:
            spoken = [lemma.replace(" self", f" {own}") for own in SELVES] if " self" in lemma else [lemma]
            for words in spoken:
                idiom = Idiom(verb=verb, then=entry["then"], words=words)
                for form in dict.fromkeys(forms_of(words, irregular)):
                    forms[form] = (*forms.get(form, ()), idiom)
    nouns = {
        name: re.compile(
            rf"\s+{WORDS}(?:{'|'.join(several(n) for n in raw[name]['nouns'])})(?![\w-]|['’]s)", re.IGNORECASE
        )
        for name in NOUNS
    }
    return IdiomTable(forms=forms, pattern=Forms(forms), nouns=nouns)


EMPTY = frozenset({"it", "this", "that", "which"})
STOP = re.compile(
    r"[;:]|,(?!\d)|[.!?](?=[\"”’]?\s*$)|\s[—–]\s|\s(?:as|while|when|after|before|during) (?=(?:an?|the|he|she|it|they|his|her|its|their)\b)|"
    r"\s(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\sand (?=\w+ed\b|told\b|said\b|insisted\b)"
)
WHO = r"(?P<who>(?!(?:which|what|who|it)\b)[^,;:.\"“”]{2,60}?)"
TOLD = {
    "hearer that": re.compile(rf"\s+{WHO}\s+that\s+"),
    "know that": re.compile(rf"\s+{WHO}\s+know\s+that\s+"),
    "responsible": re.compile(
        rf"(?=\s+{WHO}\s+(?:\w+ly )?(?:responsible|accountable|liable|to blame|answerable)(?: for\b|(?=[.,;])))"
    ),
}
INFINITIVE = re.compile(r"\s+(?P<not>not )?to (?=[a-z]+\b)")
ORDER = re.compile(
    r"\s+(?!(?:for|on|at|against|back|ahead|through|in|into|by|with|out|up|down|to|off|over)\b)(?P<who>[^,;:.\"“”]{2,70}?)\s+(?P<not>not )?to (?=[a-z]+\b)"
)


def find_idioms(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """The set phrases of a sentence with whose they are and what they report, and ultimatums."""
    doc = page.parses.get(sentence.index)
    if doc is None:
        return
    table = load_idioms()
    for match in table.pattern.finditer(page.masked, sentence.span.start, sentence.span.end):
        cue = Span(start=match.start(), end=match.end())
        token = page.token(sentence, Span(start=cue.start, end=cue.start + len(match.group().split()[0])))
        if token is None or not acts(token):
            continue
        for idiom in table.forms[re.sub(r"\s+", " ", match.group().lower())]:
            begin = content_start(page, sentence, idiom, cue)
            region = region_from(page, sentence, begin) if begin is not None else None
            made = attributed(page, sentence, idiom.verb, cue, token) if region else None
            if (
                made is not None
                and idiom.then == "that"
                and made.source is not None
                and made.source.pronoun in EMPTY
            ):
                made = None  # "It is clear that": nobody says so
            if made is not None:
                yield replace(made, lemma=idiom.words, region=region)
                break
    if not GIVEN.isdisjoint(doc.words):
        yield from find_ultimatums(page, sentence)


def acts(token: Token) -> bool:
    """Whether a verb tells of what somebody did: no plan, no wish, nothing that was not done, no noun."""
    helpers = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if any(c.dep_ == "auxpass" for c in token.children):
        return False  # "had been told of it"
    if token.dep_ == "xcomp" and token.head.lemma_ in {"continue", "begin", "rush", "move", "seem", "appear"}:
        return acts(token.head)
    if token.tag_ == "VB" and not helpers & {"did", "does", "do", "would", "will"}:
        return False  # "a campaign to punish the regime and lean on others to join"
    negated = any(c.dep_ == "neg" for c in token.children)
    verb = token.tag_.startswith("VB") or token.pos_ == "AUX"
    return verb and not (negated or hypothetical(token) or unspoken(token))


def content_start(page: Page, sentence: Sentence, idiom: Idiom, cue: Span) -> int | None:
    """Where the words begin behind a set phrase, if what must follow it follows."""
    end = sentence.span.end
    if idiom.then in {"infinitive", "order"}:
        pattern = INFINITIVE if idiom.then == "infinitive" else ORDER
        found = pattern.match(page.masked, cue.end, end)
        if found is None or done_at(page, sentence, found.end()) not in {"VB", "VBG"}:
            return None
        return found.start("not") if found.group("not") else found.end()
    if idiom.then in TOLD:
        found = TOLD[idiom.then].match(page.masked, cue.end, end)
        return found.end() if found else None
    if idiom.then == "that":
        found = re.compile(r"\s+(?:\w+ly )?that\s+").match(page.masked, cue.end, end)
        return found.end() if found else clause_at(page, sentence, cue.end + 1)
    if idiom.then == "ing":
        return cue.end if re.compile(r"\s+[a-z]+ing\b").match(page.masked, cue.end, end) else None
    nouns = load_idioms().nouns.get(idiom.then)
    if nouns is not None and not nouns.match(page.masked, cue.end, end):
        return None
    return cue.end if re.compile(r"\s+[\w\"“‘]").match(page.masked, cue.end, end) else None


def clause_at(page: Page, sentence: Sentence, place: int) -> int | None:
    """The place where a clause without "that" begins, if one does: "were convinced the road was safe"."""
    at = place - sentence.span.start
    for token in page.parses.get(sentence.index) or ():
        if token.dep_ == "ccomp" and token.i and token.left_edge.idx == at and token.left_edge != token:
            return (
                place
                if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i < token.i for c in token.children)
                else None
            )
    return None


def done_at(page: Page, sentence: Sentence, place: int) -> str:
    """The part of speech of the word at a place: "to lift" is followed by a verb, "to its borders" is not."""
    doc = page.parses.get(sentence.index) or ()
    return next((t.tag_ for t in doc if sentence.span.start + t.idx == place), "")


def region_from(page: Page, sentence: Sentence, begin: int) -> Span | None:
    """The words from a place to the end of their clause."""
    stop = STOP.search(page.masked, begin + 1, sentence.span.end)
    return trimmed_clause(page, begin, stop.start() if stop else sentence.span.end)


def attributed(page: Page, sentence: Sentence, verb: Verb, cue: Span, token: Token) -> Attribution | None:
    """A set phrase with its subject; None where nobody is its subject."""
    subject = subject_of(token)
    source = source_of(page, sentence, subject) if subject is not None else phrase_ahead(page, sentence, cue)
    if source is None or source.span.start > cue.start:
        return None
    return Attribution(
        cue=cue,
        lemma=verb.id,
        verb=verb,
        sentence=sentence,
        source=source,
        start=min(cue.start, source.start) if source.start >= sentence.span.start else cue.start,
        end=cue.end,
        form=token.tag_,
    )


ULTIMATUM = re.compile(
    r"\b(?P<cue>(?:give|gives|gave|given|giving|set|sets|setting|hand|hands|handed|handing)) (?!(?:up|out|aside|off|in|on|over|back)\b)(?P<who>[^,;:.\"“”]{2,60}?) "
    r"(?:until|till|up to|(?:(?:just|only|another|a further) )?[\w-]+ (?:hours?|days?|weeks?|months?|minutes?)|an? (?:[\w-]+ ){0,2}?(?:deadline|ultimatum))\b(?P<time>[^,;:\"“”]{0,50}?) to (?=[a-z]+\b)"
)
GIVEN = frozenset({"give", "gives", "gave", "given", "giving", "set", "sets", "setting"}) | frozenset(
    {"hand", "hands", "handed", "handing"}
)
WITHIN = Verb(id="ultimatum", polarity="asks", strength="strong", takes=frozenset({"infinitive"}))


def find_ultimatums(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """ "The union gave the firm until Friday to raise its offer, or face a strike": what is asked, or threatened with "or"."""
    for match in ULTIMATUM.finditer(page.masked, sentence.span.start, sentence.span.end):
        cue = Span(start=match.start("cue"), end=match.end("cue"))
        token = page.token(sentence, cue)
        if token is None or not acts(token) or MASK in match.group("who"):
            continue
        made = attributed(page, sentence, WITHIN, cue, token)
        rest = page.masked[match.end() : sentence.span.end]
        threat = re.match(r"[^.;:\"“”]{2,120}?,? or (?:else\b|face\b|be\b|lose\b|risk\b)", rest)
        stop = re.compile(r"[;:]|[.!?](?=[\"”’]?\s*$)").search(
            page.masked, match.end() + (threat.end() if threat else 0), sentence.span.end
        )
        region = (
            trimmed_clause(page, match.end(), stop.start() if stop else sentence.span.end)
            if threat
            else region_from(page, sentence, match.end())
        )
        if made is not None and region is not None:
            who = Span(start=match.start("who"), end=match.end("who"))
            head = Span(start=who.end - len(who.of(page.body).split()[-1]), end=who.end)
            hearer = read_source(page, sentence, who, head)
            yield replace(made, lemma="give until", region=region, hearer=hearer)
