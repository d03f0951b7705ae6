"""The ledger: contacts as a line of time and as a list, with filters, counts for each, and pages by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from communique.errors import UsageError
from communique.ledger import Line, Listed, Query
from communique.ledger.search import MOST_FOUND
from communique.ledger.sketch import Sketch
from communique.plot import Chart
from communique.plot.build import build_cadence, build_timeline
from communique.plot.naming import actor_name, dealing
from communique.web.asking import CHOICES, Asked, Chosen, address, contact_address, toggled, without
from communique.web.shown import Ask, Page
from communique.web.words import spoken, topic_words

PAGE = 50
# Up to so many contacts are drawn one by one; more as numbers by period.
DRAWN = 240
_SHOWN_VALUES, _MOST_VALUES = 8, 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A value of a filter with its count, and the address that adds it or takes it away."""

    name: str
    words: str
    number: int | None
    href: str
    on: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The values of one filter; `more` of them are behind a fold."""

    title: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...] = ()


def show(ask: Ask) -> Page:
    """The page at `/`: what fits the filters, the latest first."""
    asked = ask.asked
    key, back = _key(ask)
    query = found_by_words(ask, asked.query)
    listed = ask.ledger.page(query, key, PAGE, back=back)
    return Page(
        template="ledger.html",
        title="Ledger",
        shown=lambda: _shown(ask, asked, query, listed),
        twin=lambda: {
            "type": "list",
            "filters": [list(pair) for pair in asked.chosen],
            "count": ask.counted(ask.ledger.count, query),
            "contacts": [line_object(line) for line in listed.lines],
            "earlier": _onward(asked, listed, back=False),
            "later": _onward(asked, listed, back=True),
        },
    )


def _shown(ask: Ask, asked: Asked, query: Query, listed: Listed) -> dict[str, Any]:
    sketch = ask.counted(ask.ledger.sketch, query)
    chart = picture(ask, asked, query, sketch)
    return {
        "asked": asked,
        "listed": listed,
        "months": by_month(listed.lines),
        "total": sketch.count,
        "page": PAGE,
        "passages": MOST_FOUND,
        "groups": groups(ask, asked, query, (sketch, listed.lines)),
        "flags": sketch.facets["flags"],
        "merged": ask.ledger.is_merged(),
        "chips": chips(asked),
        "chart": chart,
        "by_period": chart.form == "bars",
        "earlier": _onward(asked, listed, back=False),
        "later": _onward(asked, listed, back=True),
    }


def found_by_words(ask: Ask, query: Query) -> Query:
    """The query with the contacts that its words find in place of the words: they are looked for once a page."""
    if not query.words:
        return query
    return replace(query, words=None, contacts=ask.lately(ask.ledger.holding, query.words))


def picture(ask: Ask, asked: Asked, query: Query, sketch: Sketch) -> Chart:
    """Few contacts one by one, each a link; many as numbers by period, each a way into its time."""
    if sketch.count <= DRAWN:
        lines = ask.ledger.page(query, size=DRAWN).lines
        return build_timeline(lines, title="Contacts over time", one_lane=True, address=contact_address)
    rest = without(asked.chosen, "since", "until")

    def into(period: str) -> str:
        first, last = bounds(period)
        return address("/", rest, since=first, until=last)

    return build_cadence(ask.counted(ask.ledger.periods, query), title="Contacts by period", address=into)


def bounds(period: str) -> tuple[str, str]:
    """The first and last month of a period: "2021-Q4" is 2021-10 to 2021-12."""
    if "Q" in period:
        last = int(period[-1]) * 3
        return f"{period[:4]}-{last - 2:02d}", f"{period[:4]}-{last:02d}"
    return period, period


def by_month(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under the months of their days, undated ones under none."""
    months: dict[str, list[Line]] = {}
    for line in lines:
        months.setdefault(line.key[0][:7], []).append(line)
    return list(months.items())


def groups(ask: Ask, asked: Asked, query: Query, found: tuple[Sketch, Sequence[Line]]) -> list[Group]:
    """All filters with their counts; persons and states are those of the lines."""
    facets, lines = found[0].facets, found[1]
    made = [
        _group(asked, name, {value: facets[name].get(value, 0) for value in choices}, spoken)
        for name, choices in CHOICES.items()
    ]
    beside = ask.ledger.beside(query, lines)
    actors = {one: number for one, number in beside["actor"].items() if one not in beside["state"]}
    actors = dict(list(actors.items())[:_MOST_VALUES])
    names = ask.names(actors)
    for title, name, counts, words in (
        ("State or organisation", "party", beside["state"], actor_name),
        ("Person", "party", actors, names.__getitem__),
        ("Topic", "topic", beside["topic"], topic_words),
        ("Own account of", "side", beside["side"], actor_name),
        ("Outlet", "outlet", beside["outlet"], str),
    ):
        made.append(_group(asked, name, counts, words, title=title))
    return [group for group in made if group.choices]


def _group(asked: Asked, name: str, counts: Mapping[str, int], words: Any, *, title: str = "") -> Group:
    on = asked.values(name)
    values = [value for value in counts if counts[value] or value in on][:_MOST_VALUES]
    choices = [
        Choice(
            name=name,
            words=words(value),
            number=counts[value],
            href=address("/", toggled(asked.chosen, name, value)),
            on=value in on,
        )
        for value in values
    ]
    return Group(
        title=title or name.capitalize(),
        choices=tuple(choices[:_SHOWN_VALUES]),
        more=tuple(choices[_SHOWN_VALUES:]),
    )


def chips(asked: Asked) -> list[Choice]:
    """What is chosen, each with the address without it."""
    said = {
        "party": actor_name,
        "side": lambda side: f"own account of {actor_name(side)}",
        "topic": topic_words,
    }
    plain = {"q": "“{}”", "since": "since {}", "until": "until {}"}
    made = []
    for name, value in asked.chosen:
        words = said.get(name, spoken)(value)
        if name in plain:
            words = plain[name].format(value)
        elif name in ("conflicts", "disputed"):
            words = {"conflicts": "accounts conflict", "disputed": "disputed"}[name]
        href = address("/", toggled(asked.chosen, name, value))
        made.append(Choice(name=name, words=words, number=None, href=href, on=True))
    return made


def line_object(line: Line) -> dict[str, Any]:
    """A contact of a list as JSON; its own address has the rest."""
    return {
        "id": line.id,
        "slug": line.slug,
        "address": contact_address(line.slug) + ".json",
        "start": line.start,
        "end": line.end,
        "kind": line.kind,
        "status": line.status,
        "disputed": line.disputed,
        "level": line.level,
        "channel": line.channel,
        "parties": [
            {"id": each.id, "name": each.name, "state": each.state} for each in dealing(line.participants)
        ],
        "topics": list(line.topics),
        "conflicts": list(line.conflicts),
        "reports": line.reports,
        "origins": line.origins,
        "reading_confidence": round(line.reading_confidence, 4),
    }


def _key(ask: Ask) -> tuple[tuple[str, str] | None, bool]:
    """The key behind which the page begins, and whether it goes back."""
    for name in ("before", "after"):
        given = ask.param(name)
        if given:
            day, _, slug = given.partition("~")
            if not slug or len(given) > 300:
                raise UsageError(f"no key {given[:60]!r}", remedy="follow the links of the list")
            return (day, slug), name == "after"
    return None, False


def _onward(asked: Asked, listed: Listed, *, back: bool) -> str | None:
    """The address of the next page in one direction of time."""
    if not listed.lines or not (listed.later if back else listed.earlier):
        return None
    day, slug = (listed.lines[0] if back else listed.lines[-1]).key
    name: Chosen = (("after" if back else "before", f"{day}~{slug}"),)
    return address("/", (*asked.chosen, *name))


def narrowed(query: Query, actor: str) -> Query:
    """The query, of contacts of this actor only."""
    return replace(query, party=(*query.party, actor))
