"""Finds the reporting words of a sentence, each with its source, its hearer and the clause that it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.records import Link, Sentence, Span
from communique.statements.page import MASK, Page
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import Source, read_source, source_of, subject_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

NP_END = re.compile(rf"[,;:.?!\"“”{MASK}]|\s[—–-]\s|\s(?:that|which|saying|as saying|said|says|told|reported|in (?:an?|the|his|her|their) (?:\w+ )?(?:statement|interview|report|letter|speech|video|post)|"
                    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this) (?:week|month|year)|after|when|while|as he|as she|who|and that)\b")
APPOSED = re.compile(r",\s+(?P<np>[A-ZÀ-Þ][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’.-]+)+)(?=[,.])")
PASSIVE_VIEW = frozenset({"understand", "say", "believe", "think", "report", "expect", "know", "allege", "rumour", "claim", "announce", "confirm", "disclose", "reveal", "decree", "state"})
MEDIUM = re.compile(
    r"\b(?:carried|broadcast|published|aired|quoted|cited|reported|released|relayed|distributed|obtained|seen) by |"
    r"\b(?:reached|contacted|interviewed) by |\binterviews?,? (?:given |granted )?(?:with|to|for|on) |\bin (?:comments|remarks) to ")
CITING = re.compile(r"\b(?P<cue>citing|quoting) ", re.IGNORECASE)
NOUN_TOO = frozenset({"reports", "report", "claims", "claim", "demands", "demand", "calls", "call", "posts", "post", "comments", "comment", "remarks", "estimates", "estimate", "promises", "promise", "pledges", "pledge", "answer", "answers", "reply", "forecast", "forecasts", "warning", "notes", "note", "states", "state", "find", "threatens", "vow", "vows", "read", "laugh", "hopes", "hope", "fears", "fear", "doubts", "doubt", "requests", "request", "orders", "order", "texts", "text", "addresses", "rule", "rules", "projects", "project", "questions", "complaints", "cry", "smile", "protest", "protests", "object", "objects", "press", "thanks"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """A reporting word with its source; `region` is the clause that it reports, where it reports one.

    `links` are the sources that pass the words on, nearest to the speaker first. `post` marks a source that
    stands behind its words ("..., he said"); `start` is where its own clause begins.
    """

    cue: Span
    lemma: str
    verb: Verb
    sentence: Sentence
    source: Source | None
    start: int
    end: int
    hearer: Source | None = None
    links: tuple[Source, ...] = ()
    region: Span | None = None
    post: bool = False
    form: str = ""
    infinitive: bool = False
    noun: bool = False


def find_cues(page: Page, sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence, in order, without their regions."""
    table = load_reporting()
    found: list[Attribution] = [*find_refusals(page, sentence), *find_views(page, sentence)]
    for match in table.pattern.finditer(page.text(sentence)):
        form = re.sub(r"\s+", " ", match.group().lower())
        verb = table.forms.get(form)
        lead = page.text(sentence)[: match.start()]
        if verb is None or match.group()[0].isupper() and re.search(r"\w\W{0,2}$", lead) and not re.search(r"[:;.?!\"“”]\s*$", lead):
            continue
        if any(m.start() <= span_start(sentence, match) < m.end() for m in table.anonymous.finditer(page.masked, sentence.span.start, sentence.span.end)):
            continue
        if form in NOUN_TOO and re.search(r"\b(?:with|of|from|by|the|to|in|on|for|these|those|their|his|her|its|new|recent|media|such|after|amid|despite)\s+$", lead):
            continue
        span = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
        cue = Span(start=span.start, end=span.end)
        made = phrase_cue(page, sentence, cue, verb) if verb.phrase else verb_cue(page, sentence, cue, verb, table.lemma_of[form])
        if made:
            found.append(made)
    found += any_verb_behind(page, sentence, found)
    return speech_continued(page, sorted(found, key=lambda a: a.cue))


def speech_continued(page: Page, found: list[Attribution]) -> list[Attribution]:
    """A participle behind a comma goes on with the speaker of the main clause, not with somebody in the reported one.

    "Romney said that Obama is responsible for the unrest, saying the president does not understand it."
    """
    done: list[Attribution] = []
    for attribution in found:
        lead = page.masked[attribution.sentence.span.start : attribution.cue.start]
        earlier = [a for a in done if a.form in {"VBD", "VBZ", "VBP", "VBN"} and a.source and a.verb.strength != "view"]
        if attribution.form == "VBG" and not attribution.links and earlier and re.search(r"[,\"”’]\s+(?:\w+ly )?$", lead) and speech(attribution.lemma):
            main = earlier[-1]
            inner = attribution.source is not None and attribution.source.span.start > main.end
            if inner and main.source:
                attribution = replace(attribution, source=replace(main.source), start=attribution.cue.start)
        done.append(attribution)
    return done


def speech(lemma: str) -> bool:
    """Whether a participle of this verb goes on with speech: "saying", "adding", "calling"."""
    return lemma in {"say", "add", "note", "tell", "argue", "insist", "claim", "warn", "call", "explain", "stress", "accuse", "describe", "declare", "state", "predict", "write"}


MANNER = Verb(id="any-verb", polarity="asserts", strength="weak", takes=frozenset({"quote"}))


def any_verb_behind(page: Page, sentence: Sentence, found: list[Attribution]) -> Iterator[Attribution]:
    """A quotation that ends with a comma is somebody's words whatever the verb behind it: '"Enough," growled the skipper.'"""
    doc = page.parses.get(sentence.index)
    for quote in page.quotes if doc is not None else ():
        end = quote.outer.end
        if not sentence.span.start < end < sentence.span.end or page.body[quote.span.end - 1] not in ",?!—" and page.masked[end : end + 1] != ",":
            continue
        if any(end <= a.cue.start <= end + 90 for a in found):
            continue
        base = sentence.span.start
        for token in doc or ():
            place = base + token.idx
            if place < end or token.tag_ not in {"VBD", "VBZ"} or token.pos_ == "AUX":
                continue
            between = page.masked[end:place]
            if len(between) > 70 or re.search(r"[;:.]|\b(?:which|that|who|because|but|and)\b", between):
                break
            cue = Span(start=place, end=place + len(token))
            source = phrase_ahead(page, sentence, cue) if re.search(r"\w", between) else phrase_behind(page, sentence, cue.end)
            if source and (source.link or source.pronoun):
                yield Attribution(cue=cue, lemma=token.lemma_.lower(), verb=MANNER, sentence=sentence, source=source, start=min(cue.start, source.start),
                                  end=max(cue.end, source.span.end if not re.search(r"\w", between) else 0), form=token.tag_)
            break


def span_start(sentence: Sentence, match: re.Match[str]) -> int:
    """The place in the body of a match in a sentence's text."""
    return sentence.span.start + match.start()


def find_refusals(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """ "declined to comment on the call", "would not say when": the content is what was asked about."""
    for match in load_reporting().refusal.finditer(page.masked, sentence.span.start, sentence.span.end):
        cue = Span(start=match.start(), end=match.end())
        token = page.token(sentence, cue)
        subject = subject_of(token) if token is not None else None
        source = source_of(page, sentence, subject) if subject is not None else phrase_ahead(page, sentence, cue)
        if source is None:
            continue
        yield Attribution(cue=cue, lemma="decline", verb=REFUSAL, sentence=sentence, source=source, start=min(cue.start, source.start), end=cue.end, form="refusal")


VIEW = re.compile(r"(?:^|(?<=[\s,]))(?:By|In|by|in|To|to) (?P<np>(?:[\w.’'-]+ ){0,6}?[\w.-]+)['’]s? (?P<cue>account|view|opinion|words|telling|reckoning|estimate|phrase|assessment|estimation|mind)\b,?")
REFUSAL = Verb(id="refuse", polarity="declines", strength="strong", takes=frozenset({"clause"}))
OPINION = Verb(id="in-the-view-of", polarity="asserts", strength="strong", takes=frozenset({"clause", "quote"}), phrase=True)


def find_views(page: Page, sentence: Sentence) -> Iterator[Attribution]:
    """ "In the mayor's view, ...", "by Peskov's account": an opinion with its owner."""
    for match in VIEW.finditer(page.masked, sentence.span.start, sentence.span.end):
        start, end = match.span("np")
        words = page.body[start:end].split()
        if not speaks(words):
            continue
        source = read_source(page, sentence, Span(start=start, end=end), Span(start=end - len(words[-1]), end=end))
        cue = Span(start=match.start("cue"), end=match.end("cue"))
        yield Attribution(cue=cue, lemma=match.group("cue"), verb=OPINION, sentence=sentence, source=source, start=match.start(), end=match.end())


def phrase_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb) -> Attribution | None:
    """ "according to the mayor": the source stands behind the phrase."""
    source = phrase_behind(page, sentence, cue.end)
    if source is None:
        return None
    return Attribution(cue=cue, lemma="according to", verb=verb, sentence=sentence, source=source, start=cue.start, end=source.span.end)


def phrase_behind(page: Page, sentence: Sentence, place: int) -> Source | None:
    """The noun phrase that begins at a place; a name in apposition to it wins."""
    limit = sentence.span.end
    stop = NP_END.search(page.masked, place + 1, limit)
    while stop and stop.group() == "." and re.search(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|[A-Z])$", page.masked[place : stop.start()]):
        stop = NP_END.search(page.masked, stop.end(), limit)
    span = trimmed(page.masked, place, stop.start() if stop else limit)
    if span.end <= span.start or len(span.of(page.body)) > 140:
        return None
    named = APPOSED.match(page.masked, span.end, limit) if re.match(r"(?:the|an?|his|her|its|their|one|[\w ]+['’]s)\s", span.of(page.body)) else None
    if named:
        span = Span(start=named.start("np"), end=named.end("np"))
        found = read_source(page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end))
        return replace(found, lead=place)
    token = page.token(sentence, span)
    if token is not None and token.pos_ in {"NOUN", "PROPN", "PRON"}:
        inside = page.span(sentence, token)
        if span.covers(inside):
            found = read_source(page, sentence, span, inside, token)
            return found if found.span.overlaps(span) or found.span.start < span.end + 60 else replace(found, span=span)
    last = re.search(r"[\w'’-]+$", span.of(page.body))
    head = Span(start=span.start + (last.start() if last else 0), end=span.end)
    return read_source(page, sentence, span, head)


def verb_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str) -> Attribution | None:
    """The attribution of a verb, by its parse where there is one, else by the words around it."""
    token = page.token(sentence, Span(start=cue.start, end=cue.start + len(cue.of(page.body).split()[0])))
    if token is None:
        if refused(page, sentence, cue):
            return None
        return surface_relay(page, sentence, cue, verb) if verb.relay else surface_cue(page, sentence, cue, verb, lemma)
    if not verbal(token) and not (token.dep_ == "acl" and token.head.dep_ == "ROOT" and token.tag_ == "VBD"):
        return None
    if token.i == 0 and token.tag_ == "VBN" or refused(page, sentence, cue):
        return None
    if lemma == "say" and re.search(r"\bas (?:they|people|some|we) $", page.masked[sentence.span.start : cue.start], re.IGNORECASE):
        return None
    if verb.relay or lemma in {"report", "record"} and re.match(r"(?: (?:by )?[^,;:.]{2,60}?)? as (?:saying|telling)\b", page.masked[cue.end : sentence.span.end]):
        return relay_cue(page, sentence, cue, verb, token)
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and relayed(token):
        return None
    if token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "xcomp"} and (quoting := quoted_by(page, sentence, cue, verb, lemma, token)):
        return quoting
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children)
    source, hearer = None, hearer_of(page, sentence, token, verb)
    subject = subject_of(token)
    if passive:
        agent = next((g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        if agent is not None:
            source = source_of(page, sentence, agent)
        elif lemma not in PASSIVE_VIEW and "hearer" not in verb.takes:
            return None
        elif lemma in {"understand", "expect", "believe", "think"} and subject is not None and subject.lower_ not in {"it", "there"} and lemma == "understand":
            source = source_of(page, sentence, subject)
        if "hearer" in verb.takes and subject is not None and agent is None:
            hearer = source_of(page, sentence, subject)
    elif subject is not None:
        source = source_of(page, sentence, subject)
        if subject.lower_ == "it" and lemma in {"seem", "show"}:
            return None
    else:
        made = surface_cue(page, sentence, cue, verb, lemma)
        source = made.source if made else None
        if source is None and token.dep_ not in {"ROOT", "ccomp", "conj", "parataxis", "advcl", "dep", "relcl"}:
            return None
    if token.tag_ == "VBG" and source is not None and source.span.start > cue.end + 3:
        source = None
    if source is None and not passive and token.dep_ == "ROOT" and token.tag_ in {"VB", "VBP"}:
        return None
    start = min(cue.start, source.start) if source and source.start >= sentence.span.start else cue.start
    end = max(cue.end, source.span.end) if source and cue.end <= source.start <= cue.end + 3 else cue.end
    if hearer and hearer.span.start >= cue.end:
        end = max(end, hearer.span.end)
    described = re.search(r"(?<=[,—–] )(?:(?!(?:and|but|or|which|who|that|as|while|when|he|she|it|they|if|said|adding)\b)[a-z][\w-]* ){1,4}$", page.masked[sentence.span.start : start])
    start -= len(described.group()) if described and source and source.start == start else 0
    if not passive and source is not None and source.span.start < sentence.span.start:
        start = cue.start
    return Attribution(cue=cue, lemma=lemma, verb=verb, sentence=sentence, source=source, start=start, end=end, hearer=hearer,
                       links=carriers(page, sentence, token), form=token.tag_, infinitive=commands(token))


def commands(token: Token) -> bool:
    """Whether a verb is followed by an infinitive: "told them to leave"."""
    return any(c.dep_ in {"xcomp", "ccomp"} and c.i > token.i and any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children)
               for c in token.children)


def quoted_by(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str, token: Token) -> Attribution | None:
    """ "The paper quotes Graham, arguing that": the quoted one argues, and the paper passes it on."""
    head = token.head
    if head.lemma_.lower() not in {"quote", "cite"} or head.dep_ == "advcl":
        return None
    dobj, subject = next((c for c in head.children if c.dep_ == "dobj"), None), subject_of(head)
    speaker = source_of(page, sentence, dobj) if dobj is not None else None
    carrier = source_of(page, sentence, subject) if subject is not None else None
    if speaker is None or carrier is None:
        return None
    return Attribution(cue=cue, lemma=lemma, verb=verb, sentence=sentence, source=speaker, start=cue.start, end=cue.end, links=(carrier,), form=token.tag_)


def carriers(page: Page, sentence: Sentence, token: Token) -> tuple[Source, ...]:
    """ "Bloomberg cited CCTV, which said": who cites the subject of a relative clause passes its words on."""
    if token.dep_ != "relcl" or not any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "who", "that"} for c in token.children):
        return ()
    head = token.head
    while head.dep_ in {"appos", "conj", "pobj", "prep"}:
        head = head.head
    verb = head.head
    if head.dep_ != "dobj" or verb.lemma_.lower() not in {"cite", "quote"}:
        return ()
    subject = subject_of(verb)
    carrier = source_of(page, sentence, subject) if subject is not None else None
    return (carrier,) if carrier else ()


def refused(page: Page, sentence: Sentence, cue: Span) -> bool:
    """Whether a verb is part of a refusal: "declined to say", "would not confirm"."""
    return any(m.start() <= cue.start < m.end() for m in load_reporting().refusal.finditer(page.masked, sentence.span.start, sentence.span.end))


def verbal(token: Token) -> bool:
    """Whether a token is a verb that reports, not an adjective ("alleged fraud"), a noun ("reports") or a bare participle."""
    if token.dep_ in {"amod", "compound", "poss", "nmod", "det"}:
        return False
    if token.tag_.startswith("VB"):
        if token.tag_ == "VBN" and token.dep_ in {"acl", "relcl", "amod"} and not any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in token.children):
            return False
        return True
    return token.lower_.endswith(("said", "told", "added", "warned", "stated", "tweeted", "argued", "wrote", "claimed", "replied"))


def relayed(token: Token) -> bool:
    """Whether a participle hangs on "quoted ... as"."""
    head = token.head.head
    return head.lemma_.lower() in {"quote", "cite", "report", "paraphrase", "describe"} or head.lower_ in {"quoted", "cited"}


def hearer_of(page: Page, sentence: Sentence, token: Token, verb: Verb) -> Source | None:
    """Who is told: the object of "told", "urged", or "to reporters" after "said"."""
    for child in token.children:
        if "hearer" in verb.takes and child.dep_ in {"dobj", "dative"} and child.i > token.i and child.pos_ in {"NOUN", "PROPN", "PRON"} and child.dep_ != "prep":
            return source_of(page, sentence, child)
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to" and child.i > token.i:
            for grand in child.children:
                if grand.dep_ == "pobj" and grand.pos_ in {"NOUN", "PROPN", "PRON"}:
                    return source_of(page, sentence, grand)
    if "hearer" in verb.takes:
        inner = next((c for c in token.children if c.dep_ in {"ccomp", "xcomp"} and c.i > token.i), None)
        if inner is not None and any(c.dep_ == "aux" and c.lower_ == "to" for c in inner.children):
            subject = next((c for c in inner.children if c.dep_ == "nsubj"), None)
            return source_of(page, sentence, subject) if subject is not None else None
    return None


def relay_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, token: Token) -> Attribution | None:
    """ "CCTV quoted Xi as saying", "Xi was quoted as saying by CCTV": the quoted one speaks, the other passes on."""
    text = page.masked
    saying = re.compile(r"\bas (?P<cue>saying|telling|having said|stating|claiming|writing|declaring|warning|adding|reporting)\b").search(text, cue.end, sentence.span.end)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
    subject = subject_of(token)
    if passive:
        speaker = source_of(page, sentence, subject) if subject is not None else None
        by = re.compile(r"\bby (?=[\w“\"])").search(text, cue.end, sentence.span.end)
        carrier = phrase_behind(page, sentence, by.end()) if by else None
    else:
        if not saying or token.lower_ in {"citing", "quoting"} and not SAYING.match(text, cue.end, sentence.span.end):
            return None
        carrier = source_of(page, sentence, subject) if subject is not None else phrase_ahead(page, sentence, cue)
        dobj = next((c for c in token.children if c.dep_ == "dobj"), None)
        if dobj is not None:
            speaker = source_of(page, sentence, dobj)
        else:
            span = trimmed(text, cue.end, saying.start())
            speaker = read_source(page, sentence, span, Span(start=max(span.start, span.of(text).rfind(" ") + 1 + span.start), end=span.end)) if span.end > span.start else None
    if speaker is None:
        return None
    start = min([cue.start, *(s.start for s in (speaker, carrier) if s)])
    end = max([cue.end, saying.end() if saying else 0, *(s.span.end for s in (speaker, carrier) if s and s.span.start < cue.end + 80)])
    if passive and carrier and saying and carrier.span.start > saying.end() + 12:
        end = saying.end()
    return Attribution(cue=cue, lemma="say" if saying else "quote", verb=verb, sentence=sentence, source=speaker, start=start, end=end,
                       links=(carrier,) if carrier else (), form="relay")


SAYING = re.compile(r"\s*(?P<np>[^,;:\"“”]{2,80}?)?\s*\bas (?:saying|telling|having said)\b")


def surface_relay(page: Page, sentence: Sentence, cue: Span, verb: Verb) -> Attribution | None:
    """ "CCTV quoted Xi as saying" without a parse."""
    match = SAYING.match(page.masked, cue.end, sentence.span.end)
    if not match:
        return None
    before = phrase_ahead(page, sentence, cue)
    if re.search(r"\b(?:was|were|is|are|been|being)\s+$", page.masked[sentence.span.start : cue.start]):
        auxiliary = re.search(r"\s+(?:has |have |had )?(?:was|were|is|are|been|being)\s+$", page.masked[sentence.span.start : cue.start])
        place = sentence.span.start + auxiliary.start() if auxiliary else cue.start
        speaker = phrase_ahead(page, sentence, Span(start=place + 1, end=place + 1))
        carrier = None
    else:
        carrier = before
        span = trimmed(page.masked, match.start("np"), match.end("np")) if match.group("np") else None
        speaker = read_source(page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)) if span else None
    if speaker is None:
        return None
    return Attribution(cue=cue, lemma="say", verb=verb, sentence=sentence, source=speaker, start=min(s.start for s in (speaker, carrier) if s),
                       end=match.end(), links=(carrier,) if carrier else (), form="relay")


BEFORE = re.compile(
    r"(?P<np>[^,;:\"“”‘—–.()" + MASK + r"]+?)\s+(?:(?:has|have|had|also|later|then|reportedly|repeatedly|already|further|previously|recently|"
    r"now|once|still|who|would|will|\w+ly)\s+)*$")
OBSTACLES = re.compile(r"^(?:and|but|as|while|though|although|when|after|because|if|so|for|or|that|yet)\s+", re.IGNORECASE)


def surface_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str) -> Attribution | None:
    """A verb's source by the words around it: the phrase right before it, else right behind it after a quotation."""
    if verb.relay or cue.of(page.body).endswith("ing"):
        return None
    before = page.masked[sentence.span.start : cue.start]
    source = phrase_ahead(page, sentence, cue)
    if source is None and re.search(r"[\"”’?!,]\s*$", before):
        source = phrase_behind(page, sentence, cue.end)
        quoted = re.search(r"[\"”’]\s*$", before) and source and re.match(r"(?:an?|the|one|some|his|her|their) ", source.span.of(page.body))
        if source and not quoted and not speaks(source.span.of(page.body).split()):
            source = None
    if source is None:
        return None
    return Attribution(cue=cue, lemma=lemma, verb=verb, sentence=sentence, source=source, start=min(cue.start, source.span.start),
                       end=max(cue.end, source.span.end))


def phrase_ahead(page: Page, sentence: Sentence, cue: Span) -> Source | None:
    """The phrase right before a verb, if it looks like somebody; a participle clause between two commas is skipped."""
    before = re.sub(r",? \(?[DRI]-[A-Z][\w. ]*?\)?,(?= )|\([^()]{1,30}\)", lambda m: " " * len(m.group()), page.masked[sentence.span.start : cue.start])
    named = re.search(r",\s+(?P<np>[A-ZÀ-Þ][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’.-]+)+),\s*$", before)
    if named and re.search(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[\w]+['’]s?) [^,]+$", before[: named.start()]):
        span = Span(start=sentence.span.start + named.start("np"), end=sentence.span.start + named.end("np"))
        first = re.search(r"[^,\"“”]+$", before[: named.start()])
        lead = sentence.span.start + (first.start() if first else named.start("np"))
        found = read_source(page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end))
        return replace(found, lead=lead + len(page.masked[lead:]) - len(page.masked[lead:].lstrip()))
    before = re.sub(r", (?:speaking|citing|quoting|addressing|talking|writing|in (?:a|an|remarks|comments)|who|whose|when|asked)\b[^,]*, $",
                    lambda m: " " * len(m.group()), before)
    match = BEFORE.search(before)
    if not match:
        return None
    text = match.group("np")
    lead = OBSTACLES.match(text.lstrip())
    start = sentence.span.start + match.start("np") + len(text) - len(text.lstrip()) + (lead.end() if lead else 0)
    span = trimmed(page.masked, start, sentence.span.start + match.start("np") + len(text.rstrip()))
    words = span.of(page.body).split()
    if not words or len(words) > 12 or not speaks(words):
        return None
    token = page.token(sentence, span)
    head = page.span(sentence, token) if token is not None and span.covers(page.span(sentence, token)) else Span(start=span.end - len(words[-1]), end=span.end)
    return read_source(page, sentence, span, head)


def speaks(words: list[str]) -> bool:
    """Whether a phrase looks like somebody: a name, a pronoun, or a noun of sources."""
    table = load_reporting()
    if not words:
        return False
    if len(words) == 1 and words[0].lower() in {"he", "she", "they", "it", "we"}:
        return True
    if any(word.lower().strip("'s’") in table.people | table.things for word in words):
        return True
    return bool(re.match(r"[A-ZÀ-Þ]", words[-1])) and not re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", words[-1])


SOFT = re.compile(
    r"\b(?:speaking|talking) (?:to|on|with) |\bwr(?:ote|ites|iting|itten) (?:in|for) |\b(?:article|op-ed|column|essay|comments|piece|interview|appearance|programme|program|"
    r"broadcast|show)\b[^,.;]{0,20}? (?:in|for|on|to|with|by) |\b(?:on|to|by|in|of) (?=(?:the )?(?:[A-Z]|state|local|public|national))")


def mediums(page: Page, sentence: Sentence, start: int, end: int) -> Iterator[Source]:
    """Outlets that a clause says to have carried the words: "in remarks carried by the state broadcaster"."""
    for match in MEDIUM.finditer(page.masked, start, end):
        source = phrase_behind(page, sentence, match.end())
        if source:
            yield source
    for match in SOFT.finditer(page.masked, start, end):
        for hit in page.knowledge.index.find(page.masked[match.end() : min(end, match.end() + 60)]):
            outlet = page.knowledge.outlets.get((hit.ids("outlet") or ("",))[0])
            lead = page.masked[match.end() : match.end() + hit.start]
            if outlet and outlet.kind not in {"platform", "official"} and re.fullmatch(r"(?:the )?(?:[a-z-]+ ){0,4}", lead) and not hit.has("state", "capital", "person", "office"):
                span = Span(start=match.end() + hit.start, end=match.end() + hit.end)
                yield Source(span=span, link=Link(id=outlet.id, name=outlet.name, text=span.of(page.body), span=span))
            break
