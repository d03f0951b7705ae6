"""The application: which page answers at which address."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import nullcontext

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from communique.errors import CommuniqueError, NotFoundError, UsageError
from communique.ledger import Ledger
from communique.web.guard import PROCESSOR, guarded, is_secret
from communique.web.pages import actor, check, contact, correcting, doubts, ledger, network, report, reports
from communique.web.patience import TooLongError, patient
from communique.web.remembered import Remembered
from communique.web.settings import Settings
from communique.web.shown import STATIC, THEMES, Ask, Handler, Page, answer

Poster = Callable[[Ask, dict[str, str]], Page | str]
# A form of this server's own pages is far smaller.
_LARGEST_FORM = 200_000


def make_app(opened: Ledger, settings: Settings | None = None) -> Starlette:
    """The pages over an open ledger."""
    pages: list[tuple[str, Handler]] = [
        ("/", ledger.show),
        ("/contacts/{slug}", contact.show),
        ("/reports", reports.show),
        ("/reports/{report}", report.show),
        ("/actors/{actor}", actor.show_actor),
        ("/pairs/{one}/{other}", actor.show_pair),
        ("/network", network.show),
        ("/doubts", doubts.show),
        ("/check", check.show),
    ]
    posts: list[tuple[str, Poster]] = [
        ("/doubts", doubts.judge),
        ("/doubts/undo", doubts.take_back),
        ("/correct", correcting.correct),
        ("/strike", correcting.strike),
        ("/check", check.run),
        ("/check.json", check.run),
    ]
    routes: list[BaseRoute] = [Route(path, _posting(poster), methods=["POST"]) for path, poster in posts]
    for path, handler in pages:
        twin = "/index.json" if path == "/" else f"{path}.json"
        routes += [Route(twin, _showing(handler, twin=True)), Route(path, _showing(handler, twin=False))]
    routes += [
        Route("/theme/{theme}", _choose_theme),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=guarded)],
        # Starlette's type asks for a handler of any exception; each is called for its own only.
        exception_handlers={HTTPException: _no_such_page},  # type: ignore[dict-item]
    )
    app.state.ledger = opened
    app.state.settings = settings or Settings()
    app.state.remembered = Remembered()
    app.state.names = {}
    return app


def _showing(handler: Handler, *, twin: bool) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        ask = _ask(request, as_json=twin or request.query_params.get("format") == "json")
        return _clocked(lambda: answer(ask, _page(ask, handler)))

    return endpoint


def _posting(poster: Poster) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        ask = _ask(request, as_json=request.url.path.endswith(".json"))
        if int(request.headers.get("content-length") or _LARGEST_FORM + 1) > _LARGEST_FORM:
            return PlainTextResponse("The form is too large.\n", status_code=413)
        async with request.form(max_files=0, max_fields=20, max_part_size=_LARGEST_FORM) as sent:
            form = {name: value for name, value in sent.items() if isinstance(value, str)}
        if not is_secret(ask.settings, form.pop("secret", None)):
            return PlainTextResponse("Writing requests come from this server's own pages.\n", status_code=403)
        if ask.settings.public and poster is not check.run:
            return PlainTextResponse("Others may read here, not judge.\n", status_code=403)
        return await run_in_threadpool(_clocked, lambda: _posted(ask, poster, form))

    return endpoint


def _clocked(make: Callable[[], Response]) -> Response:
    """The answer with the processor time that it took, which others' work on the machine does not lengthen."""
    begun = time.thread_time()
    made = make()
    made.headers[PROCESSOR] = f"cpu;dur={(time.thread_time() - begun) * 1000:.1f}"
    return made


def _posted(ask: Ask, poster: Poster, form: dict[str, str]) -> Response:
    outcome: list[str] = []

    def handler(asking: Ask) -> Page:
        came = poster(asking, form)
        if isinstance(came, Page):
            return came
        outcome.append(came)
        return Page(template="fault.html", title="", twin=None)

    page = _page(ask, handler)
    if outcome:
        ask.request.app.state.remembered.forget()
    if outcome:
        return RedirectResponse(outcome[0], status_code=303)
    return answer(ask, page)


def _page(ask: Ask, handler: Handler) -> Page:
    """The handler's page, or one that says what went wrong and what to do."""
    # What a form writes is not seen by the state that a page is made from.
    one_state = ask.ledger.at_once if ask.request.method == "GET" else nullcontext
    try:
        with patient(ask.settings.patience), one_state():
            return handler(ask).made(as_json=ask.as_json)
    except NotFoundError as error:
        return fault(404, "Not found", error)
    except UsageError as error:
        return fault(400, "That cannot be asked", error)
    except TooLongError as error:
        return fault(503, "That takes too long", error)
    except CommuniqueError as error:
        return fault(500, "The ledger could not answer", error)


def fault(status: int, title: str, error: CommuniqueError) -> Page:
    """A page that says what went wrong and what to do."""
    shown = {"status": status, "what": error.what, "remedy": error.remedy or ""}
    return Page(
        template="fault.html", title=title, twin={"type": "fault", **shown}, shown=shown, status=status
    )


def _ask(request: Request, *, as_json: bool = False) -> Ask:
    state = request.app.state
    return Ask(request=request, ledger=state.ledger, settings=state.settings, as_json=as_json)


def _no_such_page(request: Request, error: HTTPException) -> Response:
    said = NotFoundError("no page at this address", remedy="begin at the ledger")
    return answer(_ask(request), fault(error.status_code, "Not found", said))


def _choose_theme(request: Request) -> Response:
    """Keeps the choice of light or dark in a cookie and goes back."""
    back = request.query_params.get("back", "/")
    # Only within this server: "//elsewhere" and "/\\elsewhere" lead away.
    safe = back if back.startswith("/") and back[1:2] not in ("/", "\\") else "/"
    sent = RedirectResponse(safe, status_code=303)
    theme = request.path_params["theme"]
    if theme in THEMES:
        sent.set_cookie("communique_theme", theme, max_age=31_536_000, samesite="strict", httponly=False)
    else:
        sent.delete_cookie("communique_theme")
    return sent
