"""Words that one source passes on for another: "CCTV quoted Xi as saying", "Bloomberg cited CCTV, which said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.records import Sentence, Span
from communique.statements.attribution import Attribution
from communique.statements.page import Page
from communique.statements.phrases import phrase_ahead, phrase_behind
from communique.statements.reporting import Verb
from communique.statements.sources import Source, read_source, source_of, trimmed
from communique.statements.subjects import subject_of

if TYPE_CHECKING:
    from communique.sentences import Token

AS_SAYING = re.compile(r"\bas (?P<cue>having \w+|(?!be)[a-z]{3,}ing)\b")
OPENS = re.compile(r"[^,;:.\"“”]{2,60}:\s*[\"“‘]")  # 'the agency quoted the governor: "..."'
SAYING = re.compile(r"\s*(?P<np>[^,;:\"“”]{2,80}?)?\s*\bas (?:saying|telling|having said)\b")


def relay_cue(page: Page, sentence: Sentence, cue: Span, verb: Verb, token: Token) -> Attribution | None:
    """ "CCTV quoted Xi as saying", "Xi was quoted as saying by CCTV": the quoted one speaks, the other passes on."""
    text = page.masked
    saying = AS_SAYING.search(text, cue.end, sentence.span.end)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children) or (
        token.tag_ == "VBN" and token.dep_ == "conj" and any(c.dep_ == "auxpass" for c in token.head.children)
    )
    subject = subject_of(token)
    if passive:
        speaker = source_of(page, sentence, subject) if subject is not None else None
        speaker = nearer(page, sentence, token, subject) or speaker
        by = re.compile(r"\bby (?=[\w“\"])").search(text, cue.end, sentence.span.end)
        carrier = phrase_behind(page, sentence, by.end()) if by else None
    else:
        if not saying and not OPENS.match(text, cue.end, sentence.span.end):
            return None
        if saying and (
            token.lower_ in {"citing", "quoting"} and not SAYING.match(text, cue.end, sentence.span.end)
        ):
            return None
        carrier = (
            source_of(page, sentence, subject) if subject is not None else phrase_ahead(page, sentence, cue)
        )
        dobj = next((c for c in token.children if c.dep_ == "dobj"), None)
        if dobj is not None:
            speaker = source_of(page, sentence, dobj)
        else:
            span = trimmed(text, cue.end, saying.start() if saying else text.find(":", cue.end))
            speaker = (
                read_source(
                    page,
                    sentence,
                    span,
                    Span(start=max(span.start, span.of(text).rfind(" ") + 1 + span.start), end=span.end),
                )
                if span.end > span.start
                else None
            )
    if speaker is None:
        return None
    start = min([cue.start, *(s.start for s in (speaker, carrier) if s)])
    end = max(
        [
            cue.end,
            saying.end() if saying else 0,
            *(s.span.end for s in (speaker, carrier) if s and s.span.start < cue.end + 80),
        ]
    )
    if passive and carrier and saying and carrier.span.start > saying.end() + 12:
        end = saying.end()
    return Attribution(
        cue=cue,
        lemma="say" if saying else "quote",
        verb=verb,
        sentence=sentence,
        source=speaker,
        start=start,
        end=end,
        links=(carrier,) if carrier else (),
        form="relay",
    )


def nearer(page: Page, sentence: Sentence, token: Token, subject: Token | None) -> Source | None:
    """Who stands right before "was quoted" where the parse has taken the clause's own subject: "It has no plans, the envoy was quoted"."""
    if subject is None or subject.i > token.i:
        return None
    helpers = [c.i for c in token.children if c.dep_ in {"aux", "auxpass"} and c.i < token.i]
    first = min(helpers, default=token.i)
    verbs = [
        t
        for t in token.doc[subject.i + 1 : first]
        if t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ != "relcl"
    ]
    if not verbs or not any(t.text == "," for t in token.doc[verbs[0].i : first]):
        return None
    place = sentence.span.start + token.doc[first].idx
    return phrase_ahead(page, sentence, Span(start=place, end=place))


def surface_relay(page: Page, sentence: Sentence, cue: Span, verb: Verb) -> Attribution | None:
    """ "CCTV quoted Xi as saying" without a parse."""
    match = SAYING.match(page.masked, cue.end, sentence.span.end)
    if not match:
        return None
    before = phrase_ahead(page, sentence, cue)
    if re.search(r"\b(?:was|were|is|are|been|being)\s+$", page.masked[sentence.span.start : cue.start]):
        auxiliary = re.search(
            r"\s+(?:has |have |had )?(?:was|were|is|are|been|being)\s+$",
            page.masked[sentence.span.start : cue.start],
        )
        place = sentence.span.start + auxiliary.start() if auxiliary else cue.start
        speaker = phrase_ahead(page, sentence, Span(start=place + 1, end=place + 1))
        carrier = None
    else:
        carrier = before
        span = trimmed(page.masked, match.start("np"), match.end("np")) if match.group("np") else None
        speaker = (
            read_source(
                page, sentence, span, Span(start=span.end - len(span.of(page.body).split()[-1]), end=span.end)
            )
            if span
            else None
        )
    if speaker is None:
        return None
    return Attribution(
        cue=cue,
        lemma="say",
        verb=verb,
        sentence=sentence,
        source=speaker,
        start=min(s.start for s in (speaker, carrier) if s),
        end=match.end(),
        links=(carrier,) if carrier else (),
        form="relay",
    )


def quoted_by(  # noqa: PLR0913, PLR0917  what it rests on, each by name
    page: Page, sentence: Sentence, cue: Span, verb: Verb, lemma: str, token: Token
) -> Attribution | None:
    """ "The paper quotes Graham, arguing that": the quoted one argues, and the paper passes it on."""
    head = token.head
    if head.lemma_.lower() not in {"quote", "cite"} or head.dep_ == "advcl":
        return None
    dobj, subject = next((c for c in head.children if c.dep_ == "dobj"), None), subject_of(head)
    speaker = source_of(page, sentence, dobj) if dobj is not None else None
    carrier = source_of(page, sentence, subject) if subject is not None else None
    if speaker is None or carrier is None:
        return None
    return Attribution(
        cue=cue,
        lemma=lemma,
        verb=verb,
        sentence=sentence,
        source=speaker,
        start=cue.start,
        end=cue.end,
        links=(carrier,),
        form=token.tag_,
    )


def carriers(page: Page, sentence: Sentence, token: Token) -> tuple[Source, ...]:
    """ "Bloomberg cited CCTV, which said": who cites the subject of a relative clause passes its words on."""
    if token.dep_ != "relcl" or not any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"which", "who", "that"} for c in token.children
    ):
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


def relayed(token: Token) -> bool:
    """Whether a participle hangs on "quoted ... as"."""
    head = token.head.head
    return head.lemma_.lower() in {"quote", "cite", "report", "paraphrase", "describe"} or head.lower_ in {
        "quoted",
        "cited",
    }
