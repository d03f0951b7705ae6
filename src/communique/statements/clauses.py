"""Cuts reported clauses and nouns out of a sentence: where they begin, where they end, what stands at their edges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Span
from communique.statements.attribution import Attribution
from communique.statements.page import MASK, Page

if TYPE_CHECKING:
    from communique.sentences import Token


DAY_FIRST = re.compile(
    r"(?:(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?|yesterday|today|in an? \w+)(?: that)? "
    r"(?=(?:it|he|she|they|we|the|its|his|her|their|there|an?|no)\b|[A-ZÀ-ÞĀ-Ț][\w’'-]* (?:[\w’'-]+ ){0,2}?(?:will|would|is|are|was|were|has|have|had|could|should|must|may|might|did|[a-z]+ed)\b)"
)


ASIDE = re.compile(
    r",(?!\d)|\s(?:on|in|at|during|after|before|as|by|when|while|via|with) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:an?|the|his|her|its|their) (?:\w+ )?(?:statement|letter|call|meeting|video|message|recording|tape|broadcast|memo|email|podcast|"
    r"conversation|speech|interview|phone|telephone|news|press|briefing|visit|talks|tweet|post)\b|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December))|"
    r"\s(?:today|yesterday|late|early|last|this) |\sand (?=\w+ed\b)"
)


MEDIUM = re.compile(
    r"\s(?:in|through|via|by|on) (?:an?|his|her|its|their) (?:[\w-]+ )?(?:video|statement|message|recording|tape|broadcast|letter|email|tweet|post|press release|telephone call|phone call)\b"
)


QUOTED_BEFORE = re.compile(
    rf"(?:^[\s\"“‘']*{MASK}+|{MASK}[,.!?])[\"”’]\s+[^\"“;.]{{0,80}}$"
)  # '"We will," the premier promised the hall'


def named_object(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """The noun that some verbs report: "denied the charge", "called for a ceasefire", "accused the North of firing first"."""
    markers = attribution.verb.object_marker(attribution.lemma)
    if markers is None and attribution.lemma in CALLS:
        return called_so(page, attribution, token)
    lead = page.masked[attribution.sentence.span.start : attribution.start]
    if attribution.lemma == "report" and token.dep_ == "relcl":
        return None  # "Apple, which reports results on Thursday, ..." tells of nothing reported yet
    if markers is None or re.search(r"[\"”’]\s*$", lead):
        return None
    if attribution.form != "VBG" and QUOTED_BEFORE.search(
        page.masked[attribution.sentence.span.start : attribution.cue.start]
    ):
        return None
    found = next((f for m in markers.split("|") if (f := object_behind(page, attribution, token, m))), None)
    found = (
        called_so(page, attribution, token)
        or found
        or denied_by(page, attribution, token)
        or called_by(page, attribution, token)
    )
    found = for_to_do(page, attribution) or found or charged_with(page, attribution)
    found = quoted_alone(page, found) if found else None
    if found and "clause" not in attribution.verb.takes and only_quoted(page, attribution, found):
        return None  # 'called it "an act of vandalism"' reports the quotation alone
    return found


NAMES = frozenset(
    {
        "call",
        "describe",
        "label",
        "brand",
        "dub",
        "characterise",
        "characterize",
        "term",
        "deem",
        "liken",
        "portray",
        "depict",
        "cast",
        "refer to",
        "dismiss",
        "condemn",
        "denounce",
    }
)


def only_quoted(page: Page, attribution: Attribution, found: Span) -> bool:
    """Whether a noun is told by its quotation alone; 'welcomed the "new spirit" of the talks' is told whole."""
    text = page.masked[found.start : found.end]
    if MASK not in text:
        return False
    return attribution.lemma in NAMES or len(re.findall(r"\w+", text[text.rfind(MASK) :])) < 2


def called_so(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """What somebody called something, with the thing: "called the report nonsense"."""
    named = next((c for c in token.children if c.dep_ == "oprd" and c.i > token.i), None)
    sure = attribution.lemma in {"brand", "label", "term", "deem", "pronounce"}
    if (
        attribution.lemma not in CALLS
        or attribution.form not in {"VBD", "VBZ", "VBP", "VBG"}
        or (named is None and not sure)
    ):
        return None
    if any(c.lower_ == "what" for c in token.children):
        return None  # "what he termed the failure of the talks" only names it
    pattern = COMPLEMENT if named is None else OF_HIM
    match = pattern.match(page.masked, attribution.cue.end, attribution.sentence.span.end)
    return trimmed_clause(page, match.start("what"), match.end("what")) if match else None


CALLS = frozenset({"call", "brand", "label", "term", "deem", "pronounce"})
WHAT_CALLED = rf"[^,;:.\"“”{MASK}]{{3,90}}?)(?=[,;:]|[.!?]?[\"”’]?\s*$|\s(?:and|but|as|after|when|while|on|in a|during)\s)"
THING_CALLED = r"the|an?|his|her|its|their|this|that|these|those|any|all|[A-ZÀ-ÞĀ-Ț][\w’'-]+|\w+s"
COMPLEMENT = re.compile(rf"\s+(?P<what>(?:{THING_CALLED}) {WHAT_CALLED}")
OF_HIM = re.compile(rf"\s+(?P<what>(?:{THING_CALLED}|him|her|it|them|us|me) {WHAT_CALLED}")


CHARGED = re.compile(r"[^,;:.\"“”]{2,150}? of (?=[a-z]+ing\b)")
WANTED = re.compile(r"\s+(?!the (?:\w+ )?(?:right|need|chance)\b)(?:[\w’'-]+\s+){1,6}?to\s+[a-z]+\b")
STOPPED = re.compile(r"[;:]|,\s|\s+and\s+(?=\w+ed\s|told\s|said\s)|[.!?](?=[\"”’]?\s*$)")


BY_WHOM = re.compile(r"\s+by [^,;:.\"“”]{2,80}? of (?=\w)")


def charged_with(page: Page, attribution: Attribution) -> Span | None:
    """The deed behind "of" where a long name stands before it: "accused rebels in the besieged town of hoarding food"."""
    end = attribution.sentence.span.end
    charged = BY_WHOM if attribution.form == "VBN" else CHARGED
    match = charged.match(page.masked, attribution.cue.end, end) if attribution.lemma == "accuse" else None
    if match is None:
        return None
    stop = STOPPED.search(page.masked, match.end(), end)
    return trimmed_clause(page, match.end(), stop.start() if stop else end)


def for_to_do(page: Page, attribution: Attribution) -> Span | None:
    """Who is to do what: "called for the general to testify"."""
    end = attribution.sentence.span.end
    pleaded = re.compile(r"\s+to\s+").match(page.masked, attribution.cue.end, end)
    if attribution.lemma == "plead not guilty" and pleaded:
        stop = STOPPED.search(page.masked, pleaded.end(), end)
        return trimmed_clause(page, pleaded.end(), stop.start() if stop else end)
    if not attribution.lemma.endswith(" for") or not WANTED.match(page.masked, attribution.cue.end, end):
        return None
    stop = STOPPED.search(page.masked, attribution.cue.end, end)
    return trimmed_clause(page, attribution.cue.end, stop.start() if stop else end)


ASKED_FOR = re.compile(
    r"\s+(?!(?:for|to|about|if|whether|that|why|how|what|when|who|where)\b)(?:[\w’'-]+\s+){1,5}?for\s+(?=(?:[\w’'-]+\s+){1,5}?to\s+[a-z]+\b)"
)


def to_be_done(page: Page, attribution: Attribution) -> Span | None:
    """What somebody wants done, where an infinitive hangs on its noun: "called for the general to testify"."""
    if attribution.lemma.endswith(" for"):
        return for_to_do(page, attribution)
    if attribution.lemma == "ask" and (found := asked_that(page, attribution)):
        return found
    return asked_for(page, attribution) if attribution.lemma in {"ask", "beg", "petition", "press"} else None


FOR_TO = re.compile(r"\s+for\s+(?=(?:[\w’'-]+\s+){1,6}?to\s+[a-z]+\b)")


def asked_that(page: Page, attribution: Attribution) -> Span | None:
    """What was asked to be done with something: "asked for the files to be left where they are"."""
    end = attribution.sentence.span.end
    match = FOR_TO.match(page.masked, attribution.cue.end, end)
    if match is None:
        return None
    stop = STOPPED.search(page.masked, match.end(), end)
    return trimmed_clause(page, match.end(), stop.start() if stop else end)


def asked_for(page: Page, attribution: Attribution) -> Span | None:
    """What somebody was asked for, with what it is for: "asked the Americans for soldiers to guard the trucks"."""
    end = attribution.sentence.span.end
    match = ASKED_FOR.match(page.masked, attribution.cue.end, end)
    if match is None or re.search(r"\b(?:to|and|that)\s", match.group()):
        return None
    stop = STOPPED.search(page.masked, match.end(), end)
    return trimmed_clause(page, match.end(), stop.start() if stop else end)


BESIDE = re.compile(r"\s+(?:as|while|when|after|before)\s")


def quoted_alone(page: Page, found: Span) -> Span:
    """A quotation without the clause of time behind it: 'cautioned against "rushing to judgment" as tempers rose'."""
    for quote in page.quotes:
        begins = quote.outer.start - 1 <= found.start <= quote.span.start
        if begins and quote.outer.end < found.end and BESIDE.match(page.masked, quote.outer.end):
            return Span(start=found.start, end=quote.outer.end)
    return found


def denied_by(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """The subject of a denial in the passive: "The charge was denied by the mayor"."""
    if attribution.verb.polarity != "denies" or not any(c.dep_ == "agent" for c in token.children):
        return None
    subject = next((c for c in token.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN"), None)
    base = attribution.sentence.span.start
    if subject is None and token.dep_ in {"acl", "relcl"} and token.head.pos_ == "NOUN":
        return trimmed_clause(page, base + token.head.left_edge.idx, base + token.head.idx + len(token.head))
    if subject is None:
        return None
    last = subject.right_edge
    return trimmed_clause(page, base + subject.left_edge.idx, base + last.idx + len(last))


def called_by(page: Page, attribution: Attribution, token: Token) -> Span | None:
    """What somebody was called in the passive: "He was described by colleagues as a quiet man"."""
    agent = next((c for c in token.children if c.dep_ == "agent"), None)
    if agent is None or attribution.verb.id != "judge":
        return None
    base = attribution.sentence.span.start
    start = base + agent.idx
    match = BY_AS.match(page.masked, start, attribution.sentence.span.end)
    if match is None or MASK in page.masked[match.end() : attribution.sentence.span.end]:
        return None
    tail = re.compile(r"[,;]").search(page.masked, match.end(), attribution.sentence.span.end)
    span = trimmed_clause(page, match.end(), tail.start() if tail else attribution.sentence.span.end)
    return span if span and len(span.of(page.body).split()) > 1 else None


BY_AS = re.compile(r"by (?:[\w’'-]+ ){1,8}?as (?=(?:an?|the|one|among|[a-z]+ )\b)")


def object_behind(page: Page, attribution: Attribution, token: Token, marker: str) -> Span | None:
    """The noun behind a verb, or behind a preposition that belongs to it; one word is enough for a charge or a demand."""
    base = attribution.sentence.span.start
    for child in token.children:
        node = None
        if (
            marker == ""
            and child.dep_ == "dobj"
            and child.i > token.i
            and (child.pos_ != "PRON" or child.lower_ == "those")
        ):
            received = attribution.lemma in RECEIVING and is_person(page, attribution, child)
            node = None if received or commanded(token, child) else child
        elif marker and child.i > token.i and child.dep_ in {"prep", "dobj", "prt"}:
            preps = (
                [child]
                if child.lower_ == marker
                else [c for c in child.children if c.lower_ == marker and c.dep_ == "prep"]
            )
            node = next((g for p in preps for g in p.children if g.dep_ in {"pobj", "pcomp"}), None)
        if node is None:
            continue
        last = max(
            [
                node.right_edge,
                *(
                    c.right_edge
                    for c in token.children
                    if c.i > node.i and c.dep_ in {"prep", "advcl", "dative"}
                ),
            ],
            key=lambda t: t.i,
        )
        end = base + last.idx + len(last)
        place = base + node.right_edge.idx + len(node.right_edge)
        if attribution.verb.needs == "at":
            place = page.masked.find(" at ", place, end) + len(" at 4")
        tail = (COMMA if attribution.lemma in FORESEEING else ASIDE).search(page.masked, place, end)
        tail = MEDIUM.search(page.masked, base + node.idx + len(node), end) or tail
        span = trimmed_clause(page, base + node.left_edge.idx, tail.start() if tail else end)
        goes_on = (
            re.compile(r"\s+(?:to|that|whether|how)\s+\w").match(page.masked, span.end) if span else None
        )
        if span and node.tag_ == "VBG" and goes_on and node.right_edge == node:
            stop = re.compile(r"[;:]|,\s").search(page.masked, span.end, attribution.sentence.span.end)
            span = trimmed_clause(page, span.start, stop.start() if stop else attribution.sentence.span.end)
        least = 2 if attribution.verb.polarity == "asserts" and attribution.lemma not in SHORTLY else 1
        if span and len(page.masked[span.start : span.end].split()) >= least:
            return complete(page, attribution, span)
    return None


COMMA = re.compile(r",(?!\d)")
FORESEEING = frozenset({"expect", "predict", "forecast", "foresee", "anticipate", "project"})
SHORTLY = frozenset({"accuse", "warn", "assure"})  # "warned of floods"


# What is done to a person himself is no word: "welcomed Merkel to the palace".
RECEIVING = frozenset({"welcome", "defend", "salute"})


def is_person(page: Page, attribution: Attribution, token: Token) -> bool:
    """Whether a word stands for a person, by the parse or by a mention."""
    place = attribution.sentence.span.start + token.idx
    over = page.mentions_over(Span(start=place, end=place + len(token)))
    end = place + len(token)
    named = any(a.type == "person" for m in over for a in m.actors if m.span.end == end)
    return token.ent_type_ == "PERSON" or named


def commanded(token: Token, child: Token) -> bool:
    """Whether an object is who is to do something: "urged the rebels to leave", "asked him"."""
    return any(c.dep_ in {"xcomp", "ccomp"} and c.i > child.i for c in token.children)


ASKING = frozenset({"ask", "inquire", "enquire", "wonder", "want to know", "query", "question"})


QUESTION = re.compile(r"\s(?:[^,;:.\"“”]{0,60}?\s)?(?=(?:whether|if|when|why|how|what|who|where)\s)")


def after_question(page: Page, attribution: Attribution) -> Span | None:
    """The question behind "asked the minister when": with its question word, without "whether" and "if"."""
    match = QUESTION.match(page.masked, attribution.cue.end, attribution.sentence.span.end)
    if not match:
        return None
    start = match.end()
    opener = re.match(r"(?:whether|if)\s+", page.masked[start : attribution.sentence.span.end])
    return trimmed_clause(page, start + (opener.end() if opener else 0), attribution.sentence.span.end)


def complete(page: Page, attribution: Attribution, span: Span) -> Span:
    """A clause that the parse ends within a quotation goes on to its end."""
    while span.end < len(page.body) - 1 and page.body[span.end] in "-–" and page.body[span.end + 1].isalnum():
        word = re.compile(r"[-–]\w+").match(page.body, span.end)
        span = Span(start=span.start, end=word.end() if word else span.end + 1)
    for quote in page.quotes:
        if quote.outer.start < span.end < quote.outer.end:
            return Span(start=span.start, end=min(quote.outer.end, attribution.sentence.span.end))
    return span


def trimmed_clause(page: Page, start: int, end: int) -> Span | None:
    """A clause without outer white space, commas, its final stop and a leading "that"; None where nothing is left."""
    text = page.masked
    while start < end and (text[start].isspace() or text[start] in ",;:—–-."):
        start += 1
    while end > start and (
        text[end - 1].isspace()
        or (
            text[end - 1] in ",;:—–-."
            and not re.search(r"\b(?:U\.S|U\.N|U\.K|[ap]\.m|Jr|Inc|D\.C)\.$", text[start:end])
        )
    ):
        end -= 1
    lead = re.match(r"(?:that|but|and)\s+", text[start:end])
    if lead:
        start += lead.end()
    return Span(start=start, end=end) if re.search(rf"\w|{MASK}", text[start:end]) else None


LABEL = re.compile(
    r"as (?!(?:many|much|few|little|long|soon|far)\b)[\w-]+ (?=(?:an?|the|any|all|his|her|its|their|\w+s) )"
)


def without_label(page: Page, attribution: Attribution, region: Span | None) -> Span | None:
    """What was rejected, without the word for it: "rejected as false a report that the emir would fly"."""
    if region is None or attribution.verb.polarity != "denies":
        return region
    label = LABEL.match(page.masked, region.start, region.end)
    return Span(start=label.end(), end=region.end) if label else region


def without_citation(page: Page, region: Span | None) -> Span | None:
    """A clause without ", citing internal emails" at its end."""
    if region is None:
        return None
    tail = re.compile(r",\s+(?:citing|quoting)\b").search(page.masked, region.start, region.end)
    return trimmed_clause(page, region.start, tail.start()) if tail else region
