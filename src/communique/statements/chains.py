"""The chain of an attribution: who passes the words on, nearest to the speaker first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.records import Link, Span
from communique.statements.attribution import Attribution
from communique.statements.mediums import CITING, mediums
from communique.statements.names import bare, speaks_at_all
from communique.statements.naming import OUTLET_NAMED
from communique.statements.page import Page
from communique.statements.phrases import phrase_behind
from communique.statements.plausible import plausible
from communique.statements.sources import Source

CITED = re.compile(CITING.pattern + r"|\b(?:which|who) (?:cited|quoted) ", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\b(?:video|footage|concerns?|reasons?|need|lack|security|law|rules?|risks?|fears?|evidence|data|figures|examples?|passages?|lines?)\b"
)


def head_words(text: str) -> str:
    """The last word of a phrase before what hangs on it: "source" of "a Lebanese security source in Tyre"."""
    return re.split(r"\s(?:of|in|from|at|with|on|about|to|that|who)\s", text)[0].split()[-1]


def with_citations(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """ "Bloomberg, citing CCTV, said": the cited one speaks, and who cites passes it on."""
    done = list(attributions)
    for sentence in {a.sentence.index: a.sentence for a in attributions}.values():
        for match in CITED.finditer(page.masked, sentence.span.start, sentence.span.end):
            cited = phrase_behind(page, sentence, match.end())
            if (
                cited is None
                or not cited.link
                or (rests_on(match) and not cited.link.id)
                or within_words(page, match, sentence.index, done)
                or not (
                    cited.link.id
                    or (
                        speaks_at_all(cited.span.of(page.body))
                        and not DOCUMENT.search(head_words(cited.span.of(page.body)))
                    )
                )
            ):
                continue
            hosts = [
                (abs(a.cue.start - match.start()), i)
                for i, a in enumerate(done)
                if a.sentence.index == sentence.index
                and a.source
                and not a.cue.overlaps(Span(start=match.start(), end=match.end()))
            ]
            if not hosts:
                continue
            i = min(hosts)[1]
            host = done[i]
            if host.form != "relay" and not cited.link.id and person(page, host.source):
                continue  # "The senator said so, citing the envoy's statement": it is the senator's word
            if host.form == "relay":
                done[i] = replace(host, links=(cited, *host.links))
            elif host.source:
                done[i] = replace(
                    host,
                    source=cited,
                    links=(host.source, *host.links),
                    form="citing",
                    cue=host.cue,
                    end=max(host.end, cited.span.end if cited.span.start < host.end + 12 else host.end),
                )
    return [a for a in done if not (a.form == "relay" and a.source is None)]


def rests_on(match: re.Match[str]) -> bool:
    """Whether a citation tells only what something rests on: "based on", "drawing on"."""
    return match.group().rstrip().lower().endswith(" on")


def within_words(page: Page, match: re.Match[str], index: int, done: Sequence[Attribution]) -> bool:
    """Whether a citation without a comma is part of what somebody says: "said the figure was based on Hall's letter"."""
    if re.search(r",\s+$|^\s*$", page.masked[max(0, match.start() - 2) : match.start()]):
        return False
    return any(
        a.sentence.index == index
        and a.region is not None
        and a.region.covers(Span(start=match.start(), end=match.end()))
        for a in done
    )


def person(page: Page, source: Source | None) -> bool:
    """Whether a source is a person who is named."""
    link = source.link if source else None
    if link is None or link.id is None or is_outlet(page, link):
        return False
    return link.id in page.knowledge.persons or (link.id == kebab(link.name) and " " in link.name)


def chain_links(page: Page, attribution: Attribution, everyone: Sequence[Attribution]) -> tuple[Link, ...]:  # noqa: C901  the cases of one grammar stand together
    """The chain of an attribution's words."""
    links: list[Link] = []
    own = attribution.source.link if attribution.source else None

    def add(source: Source | None) -> None:
        link = source.link if source else None
        if (
            link
            and link.id not in page.knowledge.outlets
            and source is not None
            and source is attribution.hearer
        ):
            link = outlet_in(page, link) or link
        if (
            link
            and link.name != (own.name if own else None)
            and all(link.name != have.name for have in links)
        ):
            links.append(link)

    for link in attribution.links:
        add(link)
    if attribution.verb.polarity != "asks" and attribution.hearer and outlet_told(page, attribution.hearer):
        add(attribution.hearer)
    goes_on = attribution.lemma in {"add", "go on", "continue"} or (
        attribution.source is not None
        and attribution.source.pronoun in {"he", "she", "they"}
        and attribution.lemma == "say"
    )
    if goes_on and (carrier := carried_before(page, attribution, everyone)):
        add(carrier)
    sentence = attribution.sentence
    limit = (
        attribution.region.start
        if attribution.region and attribution.region.start > attribution.end
        else sentence.span.end
    )
    near = attribution.start if attribution.start < sentence.span.end else sentence.span.start
    if re.match(
        r"(?:In|On|During|Speaking|Writing|Talking|Appearing|At|When|Asked|Pressed|Reached|Contacted|Interviewed|Quoted|Cited) ",
        page.masked[sentence.span.start : near],
    ):
        near = sentence.span.start
    around = enclosing(page, attribution, everyone)
    passed = {link.link.name for outer in around for link in outer.links if link.link}
    for medium in mediums(page, sentence, near, max(limit, near)):
        told = any(
            a.region and a.region.covers(medium.span) for a in everyone if a.sentence.index == sentence.index
        )
        if not told and medium.link and medium.link.name not in passed:
            add(medium)
    for outer in around:
        if not plausible(page, outer):
            continue
        add(outer.source)
        for link in outer.links:
            add(link)
        if outer.hearer and outlet_told(page, outer.hearer):
            add(outer.hearer)
    return tuple(links)


def carried_before(page: Page, attribution: Attribution, everyone: Sequence[Attribution]) -> Source | None:
    """The outlet to which somebody goes on speaking: "told the Financial Times that ... Budapest wanted more, he added"."""
    own = attribution.source.link if attribution.source else None
    for other in everyone:
        near = (
            0 <= attribution.sentence.index - other.sentence.index <= 1
            and other.cue.start < attribution.cue.start
        )
        same = own and other.source and other.source.link and other.source.link.name == own.name
        if near and same and other.hearer and outlet_told(page, other.hearer):
            return other.hearer
    return None


def enclosing(page: Page, attribution: Attribution, everyone: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of the same sentence whose reported clause holds this one's cue, innermost first."""
    outer = [
        a
        for a in everyone
        if a is not attribution
        and a.form != "refusal"
        and a.verb.id != "intend"
        and a.sentence.index == attribution.sentence.index
        and a.region
        and (
            a.region.covers(attribution.cue)
            or through(page, a, attribution)
            or (
                a.region == attribution.region
                and a.cue.start < attribution.cue.start
                and attribution.form == "VBG"
            )
        )
        and a.cue != attribution.cue
        and (attribution.region is None or not attribution.region.covers(a.cue))
        and not in_the_wake(page, a, attribution)
    ]
    return sorted(outer, key=lambda a: (a.region.end - a.region.start) if a.region else 0)


WAKE = re.compile(r"\b(?:after|before|as|while|when|since|because|although|though)\s+$")


def in_the_wake(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether an inner attribution only tells when somebody spoke of a thing: "criticised the inquiry after officers said ..."."""
    region = outer.region
    if (
        region is None
        or inner.start <= region.start
        or not WAKE.search(page.masked[region.start : inner.start])
    ):
        return False
    doc = page.parses.get(inner.sentence.index)
    base = inner.sentence.span.start
    told = [t for t in doc or () if region.start <= base + t.idx < inner.start]
    return bool(told) and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VB"} for t in told)


def through(page: Page, outer: Attribution, inner: Attribution) -> bool:
    """Whether one gives the words by another's account: "The paper wrote that, according to a clerk, the safe was empty"."""
    return inner.verb.phrase and bool(
        re.fullmatch(r"(?:\s+on \w+day)?\s+that,?\s*", page.masked[outer.end : inner.start])
    )


def outlet_told(page: Page, hearer: Source) -> bool:
    """Whether an outlet is told, by its name or by what stands before it: "told the broadcaster OTV"."""
    return is_outlet(page, hearer.link) or bool(
        OUTLET_NAMED.match(page.body[hearer.start : hearer.span.end])
        and hearer.link
        and not known(page, hearer.link)
    )


def known(page: Page, link: Link) -> bool:
    """Whether a link is a person, a state or an organisation of the lexicon."""
    return (
        link.id in page.knowledge.persons
        or link.id in page.knowledge.states
        or link.id in page.knowledge.organisations
    )


# "the breakfast programme of Radio Kosova": the station behind its programme.
PROGRAMME = re.compile(
    r"(?:[Tt]he |[Aa] |[Ii]ts )?(?:[\w-]+ ){0,3}?(?:programme|program|show|podcast|newscast|bulletin|edition|website|service) (?:of|on) (?P<name>(?:the )?[A-ZÀ-ÞĀ-Ț][\w’'-]*(?: [A-ZÀ-ÞĀ-Ț\d][\w’'-]*){0,3})"
)


def outlet_in(page: Page, link: Link) -> Link | None:
    """The outlet that a phrase names: "the BBC's Today programme"."""
    for hit in page.knowledge.index.find(link.text):
        outlet = page.knowledge.outlets.get((hit.ids("outlet") or ("",))[0])
        if (
            outlet
            and outlet.kind != "platform"
            and not hit.has("state", "capital", "person", "family", "office")
            and (
                hit.end == len(link.text)
                or re.match(
                    r"['’]s |\s+(?:radio|television|TV|news|programme|program|show|podcast|newspaper|magazine|correspondent|viewers|listeners)\b",
                    link.text[hit.end :],
                    re.IGNORECASE,
                )
            )
        ):
            span = Span(start=link.span.start + hit.start, end=link.span.start + hit.end)
            return Link(id=outlet.id, name=outlet.name, text=span.of(page.body), span=span)
    station = PROGRAMME.fullmatch(link.text)
    if station is not None:
        start = link.span.start + station.start("name")
        return Link(
            id=None,
            name=bare(station.group("name")),
            text=station.group("name"),
            span=Span(start=start, end=link.span.end),
        )
    return None


def unknown_outlet(page: Page, link: Link) -> bool:
    """Whether somebody told is likely an outlet that the lexicon does not know: "told the Mirror", "told La Razon"."""
    words = link.text.split()
    name = words[1:] if words[:1] in (["the"], ["The"]) else words
    if not name or len(name) > 3 or not all(w[:1].isupper() for w in name) or NO_OUTLET.search(link.text):
        return False
    if known(page, link) or any(m.actors for m in page.mentions_over(link.span)):
        return False
    sentence = page.sentence_at(link.span.start)
    token = page.token(sentence, link.span) if sentence else None
    return (
        len(name) < len(words) or token is not None and token.ent_type_ in {"ORG", "PRODUCT", "WORK_OF_ART"}
    )


NO_OUTLET = re.compile(
    r"\b(?:Parliament|Congress|Senate|House|Council|Court|Commission|Committee|Assembly|Cabinet|Party|Bundestag|Knesset|Duma|Commons|Lords|"
    r"Board|Ministry|Department|University|Union|Bank|Church|Inquiry|Tribunal|MPs|Americans|Republicans|Democrats|President|Minister|"
    r"Chancellor|Secretary|King|Queen|Pope|Prime|General|High|Judge|Mayor|[A-Z][a-z]+(?:ans|ians|ese|ish|is|i))\b"
)


def is_outlet(page: Page, link: Link | None) -> bool:
    """Whether a link is an outlet: in the lexicon, or named as a newspaper, radio or agency."""
    if link is None:
        return False
    if link.id in page.knowledge.outlets:
        return True
    if outlet_in(page, link) or unknown_outlet(page, link):
        return True
    if OUTLET_NAMED.match(link.text) and link.id is None:
        return True
    last = link.name.lower().split()[-1] if len(link.name.split()) > 1 else ""
    return last in {
        "radio",
        "television",
        "tv",
        "newspaper",
        "newspapers",
        "magazine",
        "agency",
        "network",
        "broadcaster",
        "daily",
        "website",
        "paper",
        "channel",
        "news",
        "press",
        "times",
        "weekly",
        "station",
    }
