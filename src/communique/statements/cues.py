"""Finds the reporting words of a sentence, each with its source and its hearer."""

from __future__ import annotations

import re

from communique.records import Sentence, Span
from communique.statements.any_verb import any_verb_behind
from communique.statements.around import (
    beside_verb,
    commands,
    hearer_of,
    inverted,
    inverted_question,
    parted,
    tells_on,
    verbal,
)
from communique.statements.attribution import Attribution
from communique.statements.continued import speech_continued
from communique.statements.idioms import find_idioms
from communique.statements.lost_verb import ITS_CLAUSE, main_verb_lost, merely_held
from communique.statements.page import MASK, Page
from communique.statements.phrases import named_before, office_before, phrase_ahead, phrase_behind, speaks
from communique.statements.quoted_as import by_way_of, purposeful, relayed_purpose
from communique.statements.refusals import find_phrases, refused
from communique.statements.relays import carriers, quoted_by, relay_cue, relayed, surface_relay
from communique.statements.reporting import Verb, load_reporting
from communique.statements.sources import source_of
from communique.statements.subjects import subject_of
from communique.statements.told import told_person
from communique.statements.trailing import source_behind, trailing_source
from communique.statements.unspoken import (
    before_own_clause,
    hearsay,
    hypothetical,
    idle,
    severed,
    unspoken,
    when_asked,
)
from communique.statements.voices import (
    accuser,
    goes_on,
    known_actor,
    merely_past,
    planned,
    reports,
    shared_passive,
)

REJECTS_AS = re.compile(
    r"\b(?:reject|dismiss|rebuff|deni|deny|refut|rubbish|disput)\w* (?:as [\"“‘'][^\"”’']*[\"”’'] )?(?:\w+ ){0,2}$"
)
# "Analysts at Barclays estimate that": a plural with its employer stands before the verb.
RECKONING = re.compile(
    r"(?:^|[,.;] )(?:[A-Z]?\w+ ){0,2}?\w+s (?:at|from|of|with) (?:the )?(?:[A-Z][\w&.-]* )+$"
)
AMOUNT = re.compile(
    r"(?: [\w’'$€£-]+){1,8} at (?:(?:about|around|nearly|almost|just|more|less|over|under|up|some|roughly|least|at|to|than|between|only) ){0,3}"
    r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|double|triple|(?:a|an) (?=\w+illion|third|quarter|half|fifth|hundred|thousand)|half|tens|hundreds|thousands|dozens)\b(?! of (?:the|its|his|her)))"
)
# "greater than the town feared": a measure, nobody's words.
THAN = re.compile(
    r"\bthan (?:the |an? |its |his |her |their )?(?:\w+ ){0,2}?(?:had |have |has )?$", re.IGNORECASE
)
SIGNS = re.compile(
    r"^(?:the |an? |one |another |its |his |her )?(?:[\w-]+ ){0,2}?(?:sign|note|banner|placard|poster|inscription|plaque|sticker|graffiti|tombstone|gravestone|billboard)s?\b",
    re.IGNORECASE,
)
# "was responding to remarks by the envoy that the fleet had left": what the envoy remarked is no reply.
TO_WORDS = re.compile(
    r"\s+to [^,;:.\"“”]{0,40}?\b(?:comments?|remarks?|claims?|reports?|allegations?|accusations?|statements?|suggestions?|criticisms?|charges?|complaints?|calls?|questions?|threats?|warnings?)\b[^,;:.\"“”]{0,60}? that\b"
)
# '"We left," a retired teacher, Don Hatch, recalled': a quotation, its speaker, and the verb.
BEHIND_QUOTE = re.compile(
    rf"{MASK}[\"”’]\s+$|{MASK}[,.!?]?[\"”’],?\s+(?:an?|the|his|her|one)\s[^\"“”.;:]{{2,60}},\s[A-ZÀ-ÞĀ-Ț][^\"“”.;:,]{{2,40}},\s$"
)
# "summoned the ambassador to protest": nothing is asked of the one who is summoned.
TO_PROTEST = re.compile(
    r"[^.;:\"“”]{2,80}? to (?:protest|complain|express|convey|discuss|lodge|condemn|demand|inform|voice|receive|register|object|hand|deliver|warn|reiterate|tell|ask|seek)\b"
)
# "did not say who had signed": nobody said.
UNTOLD = re.compile(r" (?:who|whose|when|what|where|why|how|whether|if|which)\b")
# "Their neighbour, retired teacher Don Hatch, said"
DESCRIBED = re.compile(
    r"(?<=[,—–] )(?:(?!(?:and|but|or|which|who|that|as|while|when|where|why|how|because|since|after|before|until|he|she|it|they|if|said|adding)\b)[a-z][\w-]* ){1,4}$"
)
PREFIX = re.compile(r"(?<![\w-])[a-z]{2,6}-$")  # "ex-premier Lund"
# "The mayor, asked about the roads, said"
ASKED = frozenset({"ask", "press", "question", "challenge", "urge"})
ASIDE = re.compile(r"\s+(?:about|on|over|whether|if|how|why|what|when|where|who|to)\s[^,;:.\"“”]*,\s+\w")
GOES_ON = frozenset({"continue", "begin", "go on"})  # "continued to leak" tells of no words


def find_cues(page: Page, sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence, in order, without their regions."""
    table, text = load_reporting(), page.text(sentence)
    found = [*find_phrases(page, sentence, text), *find_idioms(page, sentence)]
    matches = list(table.pattern.finditer(text))
    anonymous = [m.span() for m in table.anonymous.finditer(text)] if matches else []
    noun_too = table.words["noun_too"]
    for match in matches:
        form = " ".join(match.group().lower().split())
        verb = table.forms.get(form)
        lead = text[: match.start()]
        if verb is None or (
            match.group()[0].isupper()
            and re.search(r"\w\W{0,2}$", lead)
            and not re.search(r"[:;.?!\"“”]\s*$", lead)
        ):
            continue
        if anonymous and any(start <= match.start() < end for start, end in anonymous):
            continue
        if form in noun_too and REJECTS_AS.search(lead):
            continue
        bare_noun = form in noun_too and not infinitive_at(page, sentence, match.start())
        if bare_noun and re.search(
            r"\b(?:with|of|from|by|the|to|in|on|for|these|those|their|his|her|its|new|recent|media|such|after|amid|despite)\s+$",
            lead,
        ):
            continue
        cue = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
        if found and any(each.cue.overlaps(cue) for each in found):
            continue
        made = (
            phrase_cue(page, sentence, cue, verb)
            if verb.phrase
            else verb_cue(page, sentence, cue, verb, table.lemma_of[form])
        )
        if made:
            found.append(made)
    if page.quotes:
        found += any_verb_behind(page, sentence, found)
    return speech_continued(page, sorted(found, key=lambda a: a.cue)) if found else []


ON = frozenset({"go", "continue", "begin", "proceed"})  # "continued to claim" is said again


def infinitive_at(page: Page, sentence: Sentence, place: int) -> bool:
    """Whether a word that may be a noun is an infinitive: "was quick to note"."""
    if not page.text(sentence)[:place].endswith("to "):
        return False
    mood = load_reporting().words["speaking"] | ON
    return any(
        t.idx == place and (t.head.lower_ in mood or t.head.lemma_ in mood)
        for t in page.parses.get(sentence.index) or ()
    )


def phrase_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb) -> Attribution | None:
    """ "according to the mayor": the source stands behind the phrase."""
    source = phrase_behind(page, sentence, cue.end)
    if source is None:
        return None
    made = Attribution(
        cue=cue,
        lemma="according to",
        verb=verb,
        sentence=sentence,
        source=source,
        start=cue.start,
        end=source.span.end,
    )
    return by_way_of(page, sentence, made, source)


def verb_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str) -> Attribution | None:  # noqa: C901, PLR0912, PLR0915  the cases of one grammar stand together
    """The attribution of a verb, by its parse where there is one, else by the words around it."""
    words = cue.of(page.body)
    if merely_held(page, sentence, cue, lemma):
        return None
    first = cue if words.isalpha() else Span(start=cue.start, end=cue.start + len(words.split()[0]))
    token = page.token(sentence, first)
    if token is None:
        if refused(page, sentence, cue):
            return None
        return (
            surface_relay(page, sentence, cue, verb)
            if verb.relay
            else surface_cue(page, sentence, cue, verb, lemma)
        )
    lost = main_verb_lost(page, sentence, cue, token)
    if not verbal(token) and not lost:
        return misread(page, sentence, cue, verb, lemma)
    if (token.i == 0 and token.tag_ == "VBN") or refused(page, sentence, cue):
        return None
    hung = {c.dep_ for c in token.children}
    if (
        verb.polarity in {"asserts", "denies", "asks", "promises"}
        and "neg" in hung
        and (
            verb.strength == "view"
            or (lemma in {"say", "tell"} and UNTOLD.match(page.masked, cue.end, sentence.span.end))
            or not re.search(r"[\"”]|’(?!\w)", page.masked[sentence.span.start : cue.start])
        )
    ):
        return None
    ahead = page.masked[cue.end : sentence.span.end]
    if (
        hypothetical(token)
        or when_asked(token)
        or (lemma in ASKED and ASIDE.match(ahead) and page.masked[: cue.start].endswith(", "))
        or (unspoken(token) and MASK not in ahead)
        or (
            lemma == "hold"
            and not re.match(r"\s+(?:,[^,]+, )?that\s", page.masked[cue.end : sentence.span.end])
        )
        or idle(page, sentence, cue, token)
        or (lemma in GOES_ON and re.match(r"\s+to\s", page.masked[cue.end : sentence.span.end]))
        or (lemma == "summon" and TO_PROTEST.match(page.masked[cue.end : sentence.span.end]))
        or (verb.needs == "at" and not AMOUNT.match(page.masked[cue.end : sentence.span.end]))
    ):
        return None
    if verb.id == "reply" and TO_WORDS.match(page.masked[cue.end : sentence.span.end]):
        return None
    if verb.strength == "view" and THAN.search(page.masked[sentence.span.start : cue.start]):
        return None
    if token.tag_ == "VB" and token.dep_ == "conj" and planned(token.head) and MASK not in ahead:
        return None
    if lemma == "say" and re.search(
        r"\bas (?:they|people|some|we) $", page.masked[sentence.span.start : cue.start], re.IGNORECASE
    ):
        return None
    if verb.relay or (
        lemma in {"report", "record"}
        and not re.match(r"\s+(?:on \w+day )?that\b", page.masked[cue.end : sentence.span.end])
        and re.match(
            r"(?: (?:by )?[^,;:.]{2,60}?)? as (?:saying|telling)\b", page.masked[cue.end : sentence.span.end]
        )
    ):
        return purposeful(page, sentence, cue, relay_cue(page, sentence, cue, verb, token))
    if token.dep_ == "pcomp" and token.head.lower_ == "as" and relayed(token):
        return relayed_purpose(page, sentence, cue, verb, lemma, token)
    if (
        token.tag_ == "VBG"
        and token.dep_ in {"advcl", "acl", "xcomp"}
        and (quoting := quoted_by(page, sentence, cue, verb, lemma, token))
    ):
        return quoting
    passive = (
        "auxpass" in hung
        or ("nsubjpass" in hung and not merely_past(token))
        or shared_passive(token)
        or (token.tag_ == "VBN" and "agent" in hung and "nsubj" not in hung)
    )
    if passive and hearsay(token) and any(reports(c) for c in token.children if c.dep_ == "xcomp"):
        return None  # "she is said to have told a guard": what she told is told
    source, hearer = None, hearer_of(page, sentence, token, verb)
    subject = subject_of(token)
    trailing = trailing_source(page, sentence, cue, token, verb)
    if trailing is not None:
        source = trailing
    elif passive:
        agent = next(
            (g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None
        )
        if agent is not None:
            source = accuser(lemma, source_of(page, sentence, agent), page)
        elif lemma not in load_reporting().words["passive_view"] and "hearer" not in verb.takes:
            return None
        elif (
            lemma in {"understand", "expect", "believe", "think"}
            and subject is not None
            and subject.lower_ not in {"it", "there"}
            and lemma == "understand"
        ):
            source = known_actor(source_of(page, sentence, subject))
        if "hearer" in verb.takes and subject is not None and agent is None:
            hearer = source_of(page, sentence, subject)
    elif (asking := inverted_question(page, sentence, cue, token)) is not None:
        source = asking
    elif subject is not None:
        infinitive = token.tag_ == "VB" and token.i > 0 and token.nbor(-1).tag_ == "TO"
        # "met the envoy and the mayor of Lund to thank them": whoever met thanks.
        subject = subject if infinitive or tells_on(token) else beside_verb(token, subject)
        source = source_of(page, sentence, subject)
        if not goes_on(token, subject):
            source = parted(page, sentence, cue, source)
        if source is None and token.tag_ != "VBG" and not infinitive:
            made = surface_cue(page, sentence, cue, verb, lemma)
            source = made.source if made else None
    elif token.tag_ == "VB" and token.i > 0 and token.nbor(-1).tag_ == "TO":
        return None  # "was ready to recognise": nobody's words are told
    else:
        made = surface_cue(page, sentence, cue, verb, lemma)
        source = made.source if made else inverted(page, sentence, cue, token)
        if source is None and token.dep_ == "acl" and token.tag_ == "VBD" and token.head.dep_ == "ROOT":
            source = source_of(page, sentence, token.head)  # "The islanders announced on Tuesday a vote"
        if hearer and source and hearer.span.overlaps(source.span):
            hearer = None
        if source is None and token.dep_ not in {
            "ROOT",
            "ccomp",
            "conj",
            "parataxis",
            "advcl",
            "dep",
            "relcl",
        }:
            return None
    source = named_before(page, sentence, before_own_clause(page, source, cue), cue)
    if subject is not None and subject.head == token and severed(page, source, cue):
        source = None
    if (
        lemma in {"read", "say"}
        and source is not None
        and SIGNS.search(source.span.of(page.body))
        and MASK in ahead
    ):
        source = None  # what a sign says is nobody's that the text tells
    if token.tag_ == "VBG" and source is not None and source.span.start > cue.end + 3:
        source = None
    if source is None and not passive and token.dep_ == "ROOT" and token.tag_ in {"VB", "VBP"}:
        return None
    begins = source.start if source else -1
    start = min(cue.start, begins) if begins >= sentence.span.start else cue.start
    end = max(cue.end, source.span.end) if source and cue.end <= begins <= cue.end + 3 else cue.end
    hearer = told_person(page, verb, lemma, hearer)
    if hearer and hearer.span.start >= cue.end:
        end = max(end, hearer.span.end)
    if begins == start and (office := office_before(page, sentence, token, start)) is not None:
        start = office
    if begins == start:
        described = DESCRIBED.search(page.masked[sentence.span.start : start])
        start -= len(described.group()) if described else 0
    if begins == start:
        prefix = PREFIX.search(page.masked[sentence.span.start : start])
        start -= len(prefix.group()) if prefix else 0
    if not passive and source is not None and source.span.start < sentence.span.start:
        start = cue.start
    return Attribution(
        cue=cue,
        lemma=lemma,
        verb=verb,
        sentence=sentence,
        source=source,
        start=start,
        end=end,
        hearer=hearer,
        links=carriers(page, sentence, token),
        form="VBD" if lost else token.tag_,
        infinitive=commands(token),
    )


def misread(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str) -> Attribution | None:
    """A verb that the parse takes for a noun, with its "that" behind it: "Economists at the bank reckon that"."""
    noun = cue.of(page.body).lower() in load_reporting().words["noun_too"]
    token = page.token(sentence, cue) if verb.relay else None
    if token is not None and token.dep_ == "acl" and token.head.dep_ == "ROOT":
        return surface_relay(
            page, sentence, cue, verb
        )  # the sentence has no other verb: "The press service quoted ..."
    token = page.token(sentence, cue)
    taken = token is not None and token.tag_ in {"VBN", "VBD"} and not verb.relay
    inverted_source = source_behind(page, sentence, cue, token, verb) if token is not None and taken else None
    if inverted_source is not None:
        return Attribution(
            cue=cue,
            lemma=lemma,
            verb=verb,
            sentence=sentence,
            source=inverted_source,
            start=cue.start,
            end=inverted_source.span.end,
            form="VBD",
        )
    behind_quote = BEHIND_QUOTE.search(page.masked[sentence.span.start : cue.start])
    if behind_quote and not verb.relay and cue.of(page.body).endswith(("ed", "said", "wrote", "told")):
        return surface_cue(page, sentence, cue, verb, lemma)
    final = re.fullmatch(r"[\s.]*", page.masked[cue.end : sentence.span.end]) and verb.id in {"report", "say"}
    if verb.relay or (
        noun and not final and not RECKONING.search(page.masked[sentence.span.start : cue.start])
    ):
        return None
    rest = page.masked[cue.end : sentence.span.end]
    last = re.fullmatch(r"[\s.]*", rest) and re.search(
        r",\s[^,;]{3,70}$", page.masked[sentence.span.start : cue.start]
    )
    if not (ITS_CLAUSE.match(rest) or last):
        return None
    return surface_cue(page, sentence, cue, verb, lemma)


def surface_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str) -> Attribution | None:
    """A verb's source by the words around it: the phrase right before it, else right behind it after a quotation."""
    if verb.relay or cue.of(page.body).endswith("ing"):
        return None
    before = page.masked[sentence.span.start : cue.start]
    source = phrase_ahead(page, sentence, cue)
    told = "hearer" in verb.takes and not re.search(
        r"[\"”’?!]\s*$", before
    )  # who stands behind "told" is told
    if source is None and not told and re.search(r"[\"”’?!,]\s*$", before):
        source = phrase_behind(page, sentence, cue.end)
        quoted = (
            re.search(r"[\"”’]\s*$", before)
            and source
            and re.match(r"(?:an?|the|one|some|his|her|their) ", source.span.of(page.body))
        )
        if source and not quoted and not speaks(source.span.of(page.body).split()):
            source = None
    if source is None:
        return None
    return Attribution(
        cue=cue,
        lemma=lemma,
        verb=verb,
        sentence=sentence,
        source=source,
        start=min(cue.start, max(source.start, sentence.span.start)),
        end=max(cue.end, source.span.end),
    )
