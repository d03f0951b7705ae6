"""Who "the lawyer" is: the one person whom the report has introduced by that noun or title."""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.knowledge.fold import kebab
from communique.records import Link
from communique.statements.names import person_name, speaks_at_all
from communique.statements.page import MASK, Page
from communique.statements.sources import Source

THE = re.compile(r"(?:the|The) (?:[a-z-]+ )?(?P<noun>[a-z]{4,})$")

PERSON = r"(?P<name>[A-ZÀ-ÞĀ-Ț][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-ÞĀ-Ț][\w'’.-]+)+)"


def title_before(page: Page, source: Source) -> Source | None:
    """ "The Secretary" after "Secretary Kerry met Minister Zarif": the one person whom this report gives that title."""
    text = source.span.of(page.body)
    match = TITLE.fullmatch(text)
    if match is None:
        return None
    word = match.group("noun").lower()
    actors = {
        m.actors[0].id: m.actors[0]
        for mentions in page.mentions.values()
        for m in mentions
        if m.form == "title"
        and len(m.actors) == 1
        and m.span.start < source.span.start
        and MASK not in page.masked[m.span.start : m.span.end]
        and re.search(rf"\b{word} (?=[A-ZÀ-ÞĀ-Ț])", m.text, re.IGNORECASE)
        and not (word == "minister" and re.search(r"prime minister", m.text, re.IGNORECASE))
    }
    if len(actors) != 1:
        return None
    actor = next(iter(actors.values()))
    return replace(source, link=Link(id=actor.id, name=actor.name, text=text, span=source.span))


TITLE = re.compile(
    r"[Tt]he (?P<noun>[Ss]ecretary|[Pp]resident|[Mm]inister|[Pp]rime [Mm]inister|[Cc]hancellor|[Pp]remier|[Gg]eneral|[Aa]mbassador|"
    r"[Ss]enator|[Gg]overnor|[Mm]ayor|[Kk]ing|[Pp]rince|[Cc]olonel|[Jj]udge|[Bb]ishop|[Pp]rofessor)"
)


def known_person(page: Page, name: str) -> bool:
    """Whether the report's mentions take a name for a person's."""
    return any(
        m.actors[0].type == "person" and m.actors[0].name == name
        for ms in page.mentions.values()
        for m in ms
        if m.form in {"name", "title"} and len(m.actors) == 1
    )


def described_before(page: Page, source: Source) -> Source:
    """ "the lawyer said" after "her lawyer, Olga Arderiu": the one person whom the report has introduced by that noun."""
    titled = title_before(page, source) if source.link is None or not source.link.id else None
    if titled:
        return titled
    text = source.span.of(page.body)
    match = THE.match(text)
    if (
        source.link is None
        or source.link.id
        or not match
        or not speaks_at_all(match.group("noun"))
        or match.group("noun").endswith("s")
    ):
        return source
    noun = re.escape(match.group("noun"))
    before = page.masked[: source.span.start]
    found = {
        m.group("name")
        for pattern in (
            rf"(?i:\b{noun})(?: (?:of|for|at|in) [^,.;]{{1,40}}?)?,? {PERSON}",
            rf"{PERSON}, (?:the|an?|his|her|their) [^,.;]{{0,40}}?\b{noun}\b",
        )
        for m in re.finditer(pattern, before)
    }
    names = {n for n in (person_name(page, name) for name in found) if n and not page.knowledge.index.find(n)}
    names |= {n for n in (person_name(page, name) for name in found) if n and known_person(page, n)}
    if len(names) != 1:
        return source
    name = names.pop()
    known = next(
        (
            m.actors[0]
            for ms in page.mentions.values()
            for m in ms
            if m.form in {"name", "title"} and len(m.actors) == 1 and m.actors[0].name == name
        ),
        None,
    )
    return replace(
        source, link=Link(id=known.id if known else kebab(name), name=name, text=text, span=source.span)
    )
