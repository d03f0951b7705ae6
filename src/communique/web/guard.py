"""Who may ask, and what a page may do: hosts, tokens, headers. Every answer passes through here."""

from __future__ import annotations

import hmac
import time
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from communique.web.settings import Settings

Next = Callable[[Request], Awaitable[Response]]
COOKIE = "communique_token"
PROCESSOR = "Server-Timing"
# Nothing but what this server itself sends: no script or style within pages, no frame, no form to elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


async def guarded(request: Request, call_next: Next) -> Response:
    """The answer to a request that may be answered, with the headers that every answer has."""
    begun = time.perf_counter()
    settings: Settings = request.app.state.settings
    answer = refusal(request, settings) or _let_in(request, settings) or await call_next(request)
    for name, value in _HEADERS.items():
        answer.headers[name] = value
    answer.headers.setdefault("Cache-Control", "no-store" if settings.public else "no-cache")
    spent = f"app;dur={(time.perf_counter() - begun) * 1000:.1f}"
    # Of the thread that made the page; what the guard itself spends is next to nothing.
    processor = answer.headers.get(PROCESSOR)
    answer.headers["Server-Timing"] = f"{processor}, {spent}" if processor else spent
    return answer


def refusal(request: Request, settings: Settings) -> Response | None:
    """Why a request is not answered: another host's name, a foreign page that writes, a missing token."""
    if host_of(request) not in settings.hosts:
        return PlainTextResponse("This server does not answer under that name.\n", status_code=421)
    if request.method not in ("GET", "HEAD", "POST"):
        return PlainTextResponse("This server reads and judges, nothing else.\n", status_code=405)
    if request.method == "POST" and not _same_origin(request):
        return PlainTextResponse("Writing requests come from this server's own pages.\n", status_code=403)
    if settings.public and not _has_token(request, settings):
        return PlainTextResponse("Open the address with its token: ?token=...\n", status_code=401)
    return None


def host_of(request: Request) -> str:
    """The name by which the client asks for the server, without the port."""
    named = request.headers.get("host", "").lower()
    if named.startswith("["):
        return named.partition("]")[0] + "]"
    return named.partition(":")[0]


def is_secret(settings: Settings, given: str | None) -> bool:
    """Whether a writing request carries the secret of this run."""
    return hmac.compare_digest((given or "").encode(), settings.secret.encode())


def _same_origin(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    # A page under a strict referrer policy may tell "null"; then the secret of the form alone must do.
    return (
        origin in (None, "null") or urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    )


def _has_token(request: Request, settings: Settings) -> bool:
    given = (
        request.query_params.get("token")
        or request.cookies.get(COOKIE)
        or request.headers.get("authorization", "").removeprefix("Bearer ")
    )
    return bool(settings.token) and hmac.compare_digest(given.encode(), str(settings.token).encode())


def _let_in(request: Request, settings: Settings) -> Response | None:
    """Takes a right token out of the address and into a cookie, so that no link carries it on."""
    if not settings.public or "token" not in request.query_params or request.method != "GET":
        return None
    url = request.url.remove_query_params("token")
    answer = RedirectResponse(url.path + (f"?{url.query}" if url.query else ""), status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, str(settings.token), httponly=True, samesite="strict", secure=secure)
    return answer
