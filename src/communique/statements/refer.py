"""Who "he said" means: the person who spoke or acted last outside the quotations."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from communique.records import Link, Span
from communique.statements.attribution import Attribution
from communique.statements.described import described_before
from communique.statements.heard import JOINT, NAMELESS, SPEAKS, Heard, listed, named_outside
from communique.statements.himself import (
    insulted,
    names_himself,
    not_himself,
    of_body,
    owner_of_words,
    quoted_by_office,
    with_himself,
)
from communique.statements.names import AGENT, bare
from communique.statements.page import MASK, Page
from communique.statements.papers import author_before, of_paper, outlets_named, with_outlets
from communique.statements.plurals import is_plural, neutral_speaker, several
from communique.statements.reporting import load_reporting
from communique.statements.sources import Source

REACH = 6  # sentences that a pronoun may look back
GOES_ON = 3  # sentences after which somebody who spoke still does
SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
BODY_NOUNS = re.compile(
    r"\b(?:ministry|government|agency|office|company|department|embassy|court|commission|council|union|party|bank|"
    r"newspaper|statement|report|group|army|police|committee|organi[sz]ation|administration|channel|network)\b",
    re.IGNORECASE,
)


def resolve_pronouns(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with their pronouns resolved, in order; what stays unsure has no link."""
    named = named_outside(page) if any(map(looks_back, attributions)) else []
    heard: list[Heard] = told_of(named, attributions)
    heard += [
        Heard(a.sentence.index, a.source.span.start, a.source.link, SPEAKS)
        for a in attributions
        if a.source and a.source.link and not a.source.pronoun and a.source.link.name.lower() not in ANYBODY
    ]
    heard_of = outlets_named(page, attributions)
    done: list[Attribution] = []
    for attribution in attributions:
        attribution = with_outlets(page, attribution, heard_of)
        known = resolve(page, attribution, attribution.source, heard)
        hearer = attribution.hearer and resolve(page, attribution, attribution.hearer, heard)
        links = tuple(
            r for link in attribution.links if (r := resolve(page, attribution, link, heard)) is not None
        )
        same = known is attribution.source and hearer is attribution.hearer and links == attribution.links
        resolved = attribution if same else replace(attribution, source=known, hearer=hearer, links=links)
        asked = attribution.verb.polarity == "asks" and attribution.form == "VBN"  # "was asked by a reporter"
        spoke = (attribution.region is not None or MASK in page.text(attribution.sentence)) and not asked
        if (
            known
            and known.link
            and spoke
            and attribution.form != "noun"
            and known.link.name.lower() not in ANYBODY
            and attribution.verb.id not in {"want", "agree-to"}  # nobody has spoken
            and not listed(page, attribution.sentence)
        ):
            heard.append(Heard(attribution.sentence.index, known.span.start, known.link, 0))
        elif known and known.link and known.pronoun in {"he", "she"} and attribution.form in {"VBD", "VBZ"}:
            heard.append(Heard(attribution.sentence.index, known.span.start, known.link, 1))
        done.append(resolved)
    return done


UNRESOLVED = frozenset({"i", "we", "you", "this", "that", "which", "who"})


def looks_back(attribution: Attribution) -> bool:
    """Whether what somebody is called may mean who was named before: "she", "the letter"."""
    for source in (attribution.source, attribution.hearer, *attribution.links):
        if source is None:
            continue
        if source.pronoun not in UNRESOLVED if source.pronoun else of_paper(source):
            return True
    return False


def told_of(heard: Sequence[Heard], attributions: Sequence[Attribution]) -> list[Heard]:
    """Names within what somebody else said are merely named: "Democrats say Hall needs a plan. He said ..." is not Hall."""
    regions: dict[int, list[Span]] = defaultdict(list)
    for a in attributions:
        if a.region and a.source and not a.source.pronoun and a.region.start >= a.cue.end:
            regions[a.sentence.index].append(a.region)
    return [
        replace(h, rank=2)
        if h.rank < 2 and any(r.start <= h.place < r.end for r in regions.get(h.sentence, ()))
        else h
        for h in heard
    ]


ANYBODY = frozenset(
    {"whoever", "anyone", "anybody", "somebody", "someone", "everybody", "everyone", "nobody", "whichever"}
)


def resolve(
    page: Page, attribution: Attribution, source: Source | None, heard: Sequence[Heard]
) -> Source | None:
    """A source with its pronoun resolved, if it is one."""
    if source is None:
        return source
    if not source.pronoun:
        return not_himself(
            page,
            attribution,
            unnamed_before(attribution, source, heard)
            or author_before(page, attribution, source, heard)
            or described_before(page, source),
        )
    if source.pronoun in UNRESOLVED:
        return source
    told, place = (
        attribution.region,
        source.span.start,
    )  # "She insisted that the minister resign": not the minister
    apart = attribution.cue.start - source.span.end >= len(" and")
    heard = [
        h
        for h in heard
        if not (apart and with_himself(page, h.link, source.span.end, attribution.cue.start))
        and not (
            told
            and (place < h.place or (attribution.post and h.rank > 0))
            and told.start <= h.place < told.end
        )
        and not (told and h.rank > 0 and names_himself(page, h.link, told))
    ]
    link = (
        insulted(page, attribution, source)
        or quoted_by_office(page, attribution, source)
        or owner_of_words(page, attribution, source)
        or itself(page, attribution, source, heard)
        or antecedent(page, attribution.sentence.index, place, source.pronoun, heard)
    )
    if link is None:
        return source
    body = link.text.lower() not in {"it", "they"} and (
        link.id in page.knowledge.organisations or of_body(page, link)
    )
    name = (
        bare(link.text) if body else link.name
    )  # "It" after "The World Food Programme" is no United Nations
    return replace(source, link=Link(id=link.id, name=name, text=source.span.of(page.body), span=source.span))


def itself(page: Page, attribution: Attribution, source: Source, heard: Sequence[Heard]) -> Link | None:
    """The body that a clause begins with, where no other spoke just before: "The Foreign Office pays no ransoms, it repeated"."""
    region = attribution.region
    if source.pronoun != "it" or not attribution.post or region is None:
        return None
    here = attribution.sentence.index
    if any(h.rank == 0 and 0 < here - h.sentence <= 2 and not is_person(page, h.link) for h in heard):
        return None
    for mention in page.mentions.get(here, ()):
        bodies = [a for a in mention.actors if a.type != "person"]
        first = region.start <= mention.span.start <= region.start + 4
        if (
            first
            and bodies
            and len(mention.actors) == 1
            and mention.form not in {"place", "adjective", "pronoun"}
        ):
            return Link(id=bodies[0].id, name=bodies[0].name, text=mention.text, span=mention.span)
    return None


UNNAMED = re.compile(
    r"[Tt]he (?P<noun>person|people|source|official|diplomat|aide|insider|adviser|advisor)(?P<many>s)?"
)


def unnamed_before(attribution: Attribution, source: Source, heard: Sequence[Heard]) -> Source | None:
    """ "the person added" after "A senior European diplomat told the paper": the unnamed one who spoke just before."""
    match = UNNAMED.fullmatch(source.link.text if source.link else "")
    if match is None or source.link is None or source.link.id:
        return None
    spoken = [h for h in heard if h.rank == 0 and 0 < attribution.sentence.index - h.sentence <= 2]
    last = spoken[-1].link if spoken else None
    if last is None or last.id is not None or is_plural(last) != is_plural(source.link):
        return None
    alike = match.group("noun") in {"person", "people"} or match.group("noun") in last.name.lower().split()
    return (
        replace(source, link=replace(source.link, name=last.name))
        if alike and last.name != source.link.name
        else None
    )


def antecedent(page: Page, sentence: int, place: int, pronoun: str, heard: Sequence[Heard]) -> Link | None:
    """The best antecedent of a pronoun before a place."""
    ahead = fronted(page, sentence, place, pronoun, heard) or beside(page, sentence, place, pronoun, heard)
    if ahead:
        return ahead
    heard = [h for h in heard if h.rank != SPEAKS and (h.rank != JOINT or pronoun == "they")]
    near = [h for h in heard if h.place < place and 0 <= sentence - h.sentence <= REACH]
    if pronoun == "it":
        bodies = [h for h in near if not is_person(page, h.link)]
        unknown = nameless(sentence, near)
        own = unknown and unknown[0].sentence == sentence and all(h.sentence < sentence for h in bodies)
        near = unknown if own else bodies or unknown
    elif pronoun == "they":
        alone = neutral_speaker(sentence, near)
        if alone:
            return alone
        near = several(sentence, near)
    else:
        near = [
            h
            for h in near
            if is_person(page, h.link)
            and not is_plural(h.link)
            and sex_fits(page, h.link, SEX.get(pronoun, ""))
        ]
    if not near:
        return cataphor(page, sentence, place, pronoun, heard)
    if pronoun in {"he", "she"}:
        near = without_bystanders(sentence, near)
    last = max(h.sentence for h in near)
    if last == sentence and not any(h.rank <= 1 for h in near if h.sentence == last):
        earlier = [h for h in near if h.sentence < sentence and h.rank <= 1]
        if earlier and not (
            within_relative(page, sentence, place) and max(h.sentence for h in earlier) < sentence - 1
        ):
            last = max(h.sentence for h in earlier)
    latest = [h for h in near if h.sentence == last]
    best = min(latest, key=lambda h: (h.rank, h.place))
    rivals = {h.link.name for h in latest if h.rank == best.rank}
    if len(rivals) > 1 and best.rank >= 2:
        return None
    return best.link


def without_bystanders(sentence: int, near: list[Heard]) -> list[Heard]:
    """Who may be meant where the sentence before only names somebody by the way: not the consul of "while he received the consul".

    Whoever spoke shortly before goes on speaking, unless somebody else is a subject between.
    """
    spoke = max(
        (h.sentence for h in near if h.rank == 0 and 1 <= sentence - h.sentence <= GOES_ON), default=None
    )
    if spoke is None or any(h.rank <= 1 and h.sentence > spoke for h in near):
        return near
    return [h for h in near if h.sentence <= spoke]


def nameless(sentence: int, near: Sequence[Heard]) -> list[Heard]:
    """The one unknown name that opens this sentence or the one before: "Fastjet cancelled forty flights. It said ..."."""
    found = [
        h
        for h in near
        if h.link.id is None
        and h.link.name[:1].isupper()
        and sentence - h.sentence <= 1
        and h.rank == NAMELESS
    ]
    return found if len({h.link.name for h in found}) == 1 else []


FRONT = re.compile(
    r"\W*(?:When|As|After|Before|While|Although|Though|If|Since|Once|Until|Because) (?:he|she)\b"
)
RELATIVE = re.compile(r"\b(?:in|at|on|to|during|of) which |\bwhere ")


def fronted(page: Page, sentence: int, place: int, pronoun: str, heard: Sequence[Heard]) -> Link | None:
    """The subject of the main clause behind "When he announced the plan, Hall said"."""
    here = page.sentences[sentence]
    opening = FRONT.match(page.masked, here.span.start, here.span.end)
    if pronoun not in {"he", "she"} or not opening or not opening.start() <= place < opening.end():
        return None
    comma = page.masked.find(", ", place, here.span.end)
    behind = [
        h
        for h in heard
        if h.sentence == sentence
        and comma >= 0
        and comma < h.place <= comma + 40
        and h.rank in {1, 2, SPEAKS}
    ]
    fit = [h for h in behind if is_person(page, h.link) and sex_fits(page, h.link, SEX[pronoun])]
    return fit[0].link if fit else None


BESIDE = re.compile(r",? as $")


def beside(page: Page, sentence: int, place: int, pronoun: str, heard: Sequence[Heard]) -> Link | None:
    """The subject of the clause that an aside stands in: "if the president goes, as he has hinted"."""
    start = page.sentences[sentence].span.start
    if pronoun not in {"he", "she"} or not BESIDE.search(page.masked, max(start, place - 5), place):
        return None
    near = [h for h in heard if h.sentence == sentence and place - 60 < h.place < place and h.rank in {1, 2}]
    fit = [h for h in near if is_person(page, h.link) and sex_fits(page, h.link, SEX[pronoun])]
    return fit[-1].link if fit else None


def within_relative(page: Page, sentence: int, place: int) -> bool:
    """Whether a pronoun stands in a relative clause about somebody's words: "an interview in which he said"."""
    start = page.sentences[sentence].span.start
    return RELATIVE.search(page.masked, max(start, place - 12), place) is not None


def cataphor(page: Page, sentence: int, place: int, pronoun: str, heard: Sequence[Heard]) -> Link | None:
    """The one person who is a subject behind the pronoun in its sentence: '"I was tired," he said, and Brown sat down.'"""
    if pronoun not in {"he", "she"} or any(is_person(page, h.link) for h in heard if h.place < place):
        return None
    behind = [h for h in heard if h.sentence == sentence and h.place > place and is_person(page, h.link)]
    names = {h.link.name for h in behind}
    fit = [h for h in behind if h.rank <= 2 and sex_fits(page, h.link, SEX[pronoun])]
    return fit[0].link if len(names) == 1 and fit else None


def is_person(page: Page, link: Link) -> bool:
    """Whether a link is a person, known or described."""
    if link.id and (
        link.id in page.knowledge.states
        or link.id in page.knowledge.organisations
        or link.id in page.knowledge.outlets
    ):
        return False
    if (
        link.id
        and " " not in link.name
        and any(h.has("demonym") for h in page.knowledge.index.find(link.name))
    ):
        return False  # "The Australian reports him as saying"
    last = re.split(r" (?:of|for|in|at|from|to|with|on|about|by|who|that|which|whose) ", link.name)[
        0
    ].split()[-1:]
    if link.id is None:
        noun = last[0].lower() if last else ""
        fit = (
            noun in load_reporting().people
            or AGENT.search(noun)
            or (noun == "" or len(link.name.split()) == 1)
        )
        return bool(fit) and noun not in load_reporting().things and not BODY_NOUNS.search(noun)
    return not BODY_NOUNS.search(link.name)


def sex_fits(page: Page, link: Link, wanted: str) -> bool:
    """Whether somebody of that name can be meant by "he" or "she"."""
    person = page.knowledge.persons.get(link.id or "")
    if person is not None and person.sex:
        return person.sex == wanted
    sex = hinted_sex(page.body, link)
    return not sex or sex == wanted


CALLED_HER, CALLED_HIM = ("Mrs", "Ms", "Miss", "spokeswoman"), ("Mr", "Sir", "Lord", "spokesman")


def hinted_sex(body: str, link: Link) -> str:
    """ "Mr. Smith", "spokeswoman": what the report tells of an unknown person."""
    text = link.text.lower()
    if re.search(
        r"\b(?:spokeswoman|congresswoman|woman|mother|wife|queen|chairwoman|actress|mrs|ms|miss|lady|daughter|sister|girl)\b",
        text,
    ):
        return "f"
    if re.search(r"\b(?:spokesman|congressman|man|father|king|husband|mr|lord|sir|son|brother|boy)\b", text):
        return "m"
    last = link.name.split()[-1] if link.name else ""
    her, him = (any(word in body for word in words) for words in (CALLED_HER, CALLED_HIM))
    if last and her and called("Mrs|Ms|Miss|spokeswoman", last).search(body):
        return "f"
    if last and him and called("Mr|Sir|Lord|spokesman", last).search(body):
        return "m"
    return ""


@functools.lru_cache(maxsize=1024)
def called(titles: str, name: str) -> re.Pattern[str]:
    """A name with one of some titles before it: "Mr. Adam Smith"."""
    return re.compile(rf"\b(?:{titles})\.? (?:[A-Z]\w+ )*{re.escape(name)}\b")


__all__ = ["Span", "resolve_pronouns"]
