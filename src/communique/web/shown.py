"""Pages as HTML and as JSON: what a page is, the templates, and what every template may use."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique import __version__
from communique.ledger import Ledger
from communique.plot import Chart
from communique.plot.naming import actor_name, known_name
from communique.plot.palette import CROSSED, HOLLOW, KINDS
from communique.plot.svg import draw_svg
from communique.web import asking, words
from communique.web.remembered import Remembered, Value
from communique.web.settings import Settings

_HERE = Path(__file__).resolve().parent
STATIC = _HERE / "static"
THEMES = ("light", "dark")
# Names of actors are kept from page to page, up to so many.
_MOST_NAMES = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What a page shows: its template with what it fills in, and the same as JSON; or what makes each of the two."""

    template: str
    title: str
    twin: Any
    shown: dict[str, Any] | Callable[[], dict[str, Any]] = field(default_factory=dict)
    status: int = 200

    def made(self, *, as_json: bool) -> Page:
        """The page with that of the two made which is asked for."""
        if as_json:
            return replace(self, twin=self.twin()) if callable(self.twin) else self
        return replace(self, shown=self.shown()) if callable(self.shown) else self


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """One request as the pages see it: the ledger, the settings, the parameters; `as_json`: it asks for the twin."""

    request: Request
    ledger: Ledger
    settings: Settings
    as_json: bool = False

    @property
    def asked(self) -> asking.Asked:
        """The filters of the address. Raises UsageError."""
        return asking.read_asked(self.request.query_params)

    def counted(self, make: Callable[..., Value], *asked: Any, **more: Any) -> Value:
        """A count of contacts, as they are now: `ask.counted(ask.ledger.sketch, query)`."""
        remembered: Remembered = self.request.app.state.remembered
        return remembered.get(self.ledger.contacts_state(), make, *asked, **more)

    def lately(self, make: Callable[..., Value], *asked: Any, **more: Any) -> Value:
        """A count of what changes with every report, at most some seconds old: `ask.lately(ask.ledger.count_reports)`."""
        remembered: Remembered = self.request.app.state.remembered
        return remembered.get_lately(make, *asked, **more)

    def names(self, actors: Iterable[str]) -> dict[str, str]:
        """What each actor is called: by the lexicon, else by the ledger's contacts; an unknown id is called itself."""
        met: dict[str, str] = self.request.app.state.names
        wanted = set(actors)
        new = [actor for actor in wanted if known_name(actor) is None and actor not in met]
        if new:
            if len(met) > _MOST_NAMES:
                met.clear()
            met.update(self.ledger.names(new))
        return {actor: known_name(actor) or met.get(actor, actor) for actor in wanted}

    def name(self, actor: str) -> str:
        """What one actor is called."""
        return self.names((actor,))[actor]

    def part(self, name: str) -> str:
        """A part of the path: the slug of /contacts/{slug}."""
        return str(self.request.path_params[name])

    def param(self, name: str, default: str = "") -> str:
        """A parameter of the address."""
        return str(self.request.query_params.get(name, default))


Handler = Callable[[Ask], Page]


def answer(ask: Ask, page: Page) -> Response:
    """The page as HTML, or its twin as JSON."""
    if ask.as_json:
        written = json.dumps(page.twin, ensure_ascii=False, indent=1) + "\n"
        return Response(written, status_code=page.status, media_type="application/json")
    theme = ask.request.cookies.get("communique_theme", "")
    filled = {
        **(page.shown if isinstance(page.shown, dict) else page.shown()),
        "title": page.title,
        "path": ask.request.url.path,
        "here": ask.request.url.path + (f"?{ask.request.url.query}" if ask.request.url.query else ""),
        "twin_address": _twin_address(ask.request),
        "theme": theme if theme in THEMES else "",
        "settings": ask.settings,
        "ledger_name": Path(ask.ledger.path).name,
    }
    return HTMLResponse(environment().get_template(page.template).render(filled), status_code=page.status)


def _twin_address(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    path = request.url.path
    return ("/index.json" if path == "/" else path.rstrip("/") + ".json") + query


@cache
def environment() -> Environment:
    """The templates: everything is escaped, and an unknown name is a fault."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=words.visible,
    )
    made.filters.update(
        spoken=words.spoken,
        topic=words.topic_words,
        day=words.day_long,
        choice=words.choice_words,
        actor=actor_name,
    )
    made.globals.update(
        version=__version__,
        address=asking.address,
        toggle=asking.toggled,
        contact_address=asking.contact_address,
        report_address=asking.report_address,
        actor_address=asking.actor_address,
        pair_address=asking.pair_address,
        interval=words.interval_long,
        counted=words.count_words,
        sign=sign,
        drawn=drawn,
        static=static_address,
        visible=words.visible,
    )
    return made


@cache
def sign(kind: str, status: str = "held") -> Markup:
    """The sign of a kind of contact, as the pictures draw it; words stand beside it."""
    came = "hollow" if status in HOLLOW else "crossed" if status in CROSSED else "filled"
    struck = Markup('<path class="strike" d="M-7,7L7,-7"/>') if came == "crossed" else ""
    return Markup(
        '<svg class="sign k-{} {}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">'
        '<path d="{}"/>{}</svg>'
    ).format(kind, came, KINDS[kind].path, struck)


def drawn(chart: Chart, width: int = 920) -> Markup:
    """The chart twice, for wide screens and for phones; the style shows one of them."""
    return Markup(draw_svg(chart, width)) + Markup(draw_svg(chart, 380))  # noqa: S704 - the drawing escapes its words


@cache
def static_address(name: str) -> str:
    """Where a static file is; its content is part of the address, so that it may be kept for good."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"
