"""Sentences that go on with reported words without a verb of saying: "The clerk said the wells were dry. They would be dug anew." """

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.claims import Found, reported
from communique.statements.clauses import trimmed_clause
from communique.statements.page import MASK, Page
from communique.statements.reporting import Verb, load_reporting

RUNNING = Verb(id="running", polarity="asserts", strength="strong", takes=frozenset({"clause"}))
SHIFTED = re.compile(r"\b(?:would|had|was|were|could|did)\b")
# "The bill would cut taxes" is told by whoever writes: drafts and plans would do what they provide for.
AHEAD = re.compile(
    r"(?!(?:But|However|Meanwhile|Yet|Still|Instead|If|It|This|That|He|She|I|We|You|What|Which|Who|Why|How|When|Where)\b)"
    r"(?P<np>[A-ZÀ-ÞĀ-Ț][\w’'-]*(?: [\w’'-]+){0,9}?) would (?:\w+ly |also |only |then |now )?[a-z]"
)

# "Cheques had been signed.", "It had never been meant for lorries.": who did so himself is told about as often as he tells it.
NOUN = r"(?!(?:He|She|I|We|You|What|Which|Who|Why|How|When|Where|But|And|If|As|After|Before|While|That|This|Police|Meanwhile|Earlier|Last)\b)"
MORE = r"(?: (?!(?:who|which|that|when|where|while|after|before|because|as|if|said|says|and|but|was|were|is|are|did|has|have)\b)[\w’'-]+){0,6}?"
PHRASE = rf"[A-ZÀ-ÞĀ-Ț][\w’'-]*{MORE}"
PERFECT = re.compile(
    rf"(?:{NOUN}{PHRASE}|(?:He|She) (?=had (?:never|not)\b))(?<= |\w) ?had (?:\w+ly |also |never |not |already |only |all |long |not yet |in fact )?"
    r"(?:been|gone|come|left|done|made|taken|given|seen|known|heard|lost|found|put|kept|told|sent|paid|shown|\w+ed)\b"
)
NONE = re.compile(
    r"(?:There (?:was|were|could be|had been) (?:no|nothing|nobody|never)\b|(?:They|Nobody|No one|It) never [a-z]+|(?:Nobody|No one|None of (?:them|it|this)) (?:was|were|had|could|did|knew)\b|"
    r"(?:He|She|They|It|[Tt]he [a-z]+) (?:was|were) not (?!(?:\w+ly |yet )?(?:clear|known|available|reached|named|identified|present|charged|released|seen|wearing|hurt|injured|harmed|damaged|alone|there|in (?:court|town|the))\b)[a-z])"
)
# "The second dam was stable.", "They merely wanted to be heard.": how things stood, and nothing that was done or counted.
STATE = re.compile(
    rf"(?:It|They|These|(?:The|Its|Their|All){MORE}) (?:(?:merely|only|just|simply|still|also|all|\w+ly) )?"
    r"(?:(?:wanted|needed|deserved|had (?:no|nothing|every|to)|could not)\b|(?:was|were) (?!(?:not|also|still|later|then|already|\w+ly)? ?(?:\w+(?:ed|est|wn|ken|ven|nt)|the (?:first|second|third|last|latest|only|most|\w+est)|"
    r"(?:his|her|its|their|an?) (?:first|second|third|fourth|fifth|latest|last|rare)|first|last|due|expected|set|held|part of|one of|among|on (?:his|her|their|its) way|about to|[a-z]+ing|there|in (?:court|town|the (?:room|hall|audience))|at (?:the|home)|with|"
    r"met|put|shot|hit|cut|sent|found|made|built|brought|told|left|taken|seen|done|hurt|lost|paid|read|clear|unclear|dead|joined|able|from|by|for|to)\b)[a-z])"
)
# What a report tells of its own making, and what happened on a day.
REPORTS_NONE = re.compile(
    r"\b(?:word|comments?|reaction|response|reply|confirmation|claims? of responsibility|signs?|indications?|reports? of|casualties|injuries|damage|details|arrests)\b"
)
DATED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|earlier|previously|(?:last|this) (?:week|month|year|night|\w+day)|ago|(?:19|20)\d\d|January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:before|after|when|while|as|until) (?:the|an?|he|she|it|they|his|her) )"
)

# "The town was safe, and the gates would stay open."
FOLLOWS = re.compile(
    rf"(?P<np>{NOUN}{PHRASE}) (?:was|were|had) [^,;:]{{3,60}}, (?:and|but|so) (?:[\w’'-]+ ){{1,4}}?would "
)


def run_on(page: Page, attributions: Sequence[Attribution]) -> Iterator[Found]:
    """What a sentence in the shifted tense of reported words goes on to tell, by the speaker of the sentence before it."""
    told: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        told.setdefault(attribution.sentence.index, []).append(attribution)
    ahead = {index + 1: several for index, several in told.items() if index + 1 < len(page.sentences)}
    while ahead:
        index = min(ahead)
        several, sentence = ahead.pop(index), page.sentences[index]
        if (region := goes_on(page, sentence)) is None or any(speaks(page, a) for a in told.get(index, ())):
            continue
        if (host := host_of(page, sentence, several)) is None:
            continue
        made = continued(host, sentence, region)
        if index + 1 < len(page.sentences):
            ahead[index + 1] = [made]
        yield Found(span=region, kind="claim", attribution=made)


def speaks(page: Page, attribution: Attribution) -> bool:
    """Whether somebody says something in a sentence: "The rowers wanted to be heard." is told of them."""
    if attribution.region is None:
        return attribution.source is not None
    return attribution.noun or reported(page, attribution) is not None


def host_of(page: Page, sentence: Sentence, told: Sequence[Attribution]) -> Attribution | None:
    """Whose words the sentence before a sentence ends with, told in the past; None where two speak in it."""
    before = told[-1].sentence
    if (
        sentence.paragraph != before.paragraph
        or sentence.layer != "prose"
        or quoted_whole(page, before, told)
    ):
        return None
    if len({a.source.link.name for a in told if a.source and a.source.link and a.region}) != 1:
        return None
    outer = (a for a in told if a.region and all(a is o or a.region.covers(o.cue) for o in told))
    return next((a for a in (*outer, told[-1]) if told_in_past(page, a)), None)


def told_in_past(page: Page, attribution: Attribution) -> bool:
    """Whether an attribution ends its sentence with words in the shifted tense: "said the wells were dry"."""
    region, source = attribution.region, attribution.source
    if region is None or source is None or source.link is None:
        return False
    ends = attribution.post or region.end >= attribution.sentence.span.end - 2
    verb = attribution.verb
    spoken = attribution.form == "VBD" and verb.strength != "view"
    shifted = attribution.post or verb.polarity == "asks"
    shifted = shifted or SHIFTED.search(page.masked, region.start, region.end) is not None
    return ends and spoken and shifted and not attribution.noun


def quoted_whole(page: Page, sentence: Sentence, told: Sequence[Attribution]) -> bool:
    """Whether words between quotation marks stand in a sentence as words of their own, and not within what is reported."""
    quotes = [q for q in page.quotes if sentence.span.start <= q.span.start < sentence.span.end]
    return any(not any(a.region and a.region.covers(q.span) for a in told) for q in quotes)


def goes_on(page: Page, sentence: Sentence) -> Span | None:
    """The clause of a sentence that tells what would be, unless it is what a draft or a plan provides for."""
    text = page.text(sentence)
    if MASK in text or not (provided(text) if " would " in text else earlier(text)):
        return None
    return trimmed_clause(page, sentence.span.start, sentence.span.end)


def provided(text: str) -> bool:
    """Whether a sentence tells what would be, and no draft provides for it: "The wells would be tested again"."""
    found = AHEAD.match(text) or FOLLOWS.match(text)
    return found is not None and not set(found.group("np").lower().split()) & load_reporting().words["drafts"]


def earlier(text: str) -> bool:
    """Whether a sentence tells what had been or what was not, as nobody narrates it: "Nobody had listened.", "There was no list." """
    if DATED.search(text):
        return False
    if NONE.match(text) is not None:
        return not REPORTS_NONE.search(text)
    return PERFECT.match(text) is not None or STATE.match(text) is not None


def continued(host: Attribution, sentence: Sentence, region: Span) -> Attribution:
    """The attribution of a sentence without a verb of saying to the speaker of the one before."""
    place = Span(start=sentence.span.start, end=sentence.span.start)
    return replace(
        host,
        cue=place,
        lemma="",
        verb=RUNNING,
        sentence=sentence,
        region=region,
        start=place.start,
        end=place.end,
        post=False,
        infinitive=False,
    )
