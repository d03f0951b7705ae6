"""One address fetched within bounds: scheme, network, size, time and redirects are checked on every hop."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from communique.errors import InputError
from communique.intake.options import LIMIT_BYTES, LIMIT_SECONDS
from communique.intake.unpack import inflate

_HOPS = 5
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_PIECE = 65_536
_SAFE = "%/:=&?~#+!$,;'@()*[]|"
_FAULTS = (OSError, http.client.HTTPException, ValueError)


class NoAnswerError(InputError):
    """No complete answer this time: asking again later may help."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FetchOptions:
    """The bounds of a fetch: bytes, seconds for all hops together, and whether private networks are allowed."""

    limit_bytes: int = LIMIT_BYTES
    limit_seconds: float = LIMIT_SECONDS
    allow_local: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """An answer: the address that gave it after redirects, its status, headers in lower case, and its body.
    `moved` is true where every redirect on the way was permanent.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved: bool = False


@cache
def user_agent() -> str:
    """Names the project and its version: "communique/0.1.0 (reads news for a ledger of diplomacy)"."""
    from communique import __version__

    return f"communique/{__version__} (reads news for a ledger of diplomacy)"


def fetch(address: str, options: FetchOptions) -> Fetched:
    """The answer of an address, whatever its status, redirects followed.

    Raises `InputError` for other schemes than http and https, for addresses that lie in private networks
    (unless `options.allow_local`), for answers beyond the bounds, and where no answer comes.
    """
    end = monotonic() + options.limit_seconds
    current, moved = address, True
    for _ in range(_HOPS + 1):
        answer = _fetch_once(current, options, end)
        target = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not target:
            return Fetched(address=current, status=answer.status, headers=answer.headers, body=answer.body,
                           moved=moved and current != address)  # fmt: skip
        moved = moved and answer.status in (301, 308)
        current = urljoin(current, target)
    raise InputError(f"more than {_HOPS} redirects", where=address, remedy="name the page itself")


def _fetch_once(address: str, options: FetchOptions, end: float) -> Fetched:
    parts = checked_parts(address)
    place = _resolve(parts, options, address)
    left = end - monotonic()
    if left <= 0:
        raise _too_slow(address, options)
    connection = _Connection(parts, place, left)
    try:
        with _deadline(connection, left) as late:
            try:
                answer = _converse(connection, parts, options, address)
            except (*_FAULTS, InputError) as error:
                if late.is_set() or isinstance(error, TimeoutError):
                    raise _too_slow(address, options) from error
                if isinstance(error, InputError):
                    raise
                why = f"no answer ({type(error).__name__}: {str(error)[:120]})"
                raise NoAnswerError(why, where=address, remedy="try again later") from error
            if late.is_set():
                raise _too_slow(address, options)
            return answer
    finally:
        connection.close()


def checked_parts(address: str) -> SplitResult:
    """The parts of a web address; raises `InputError` for anything else, "file:" included."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise InputError(f"not an address ({error})", where=address, remedy="check it") from error
    if parts.scheme not in ("http", "https"):
        why = f'an address with "{parts.scheme}:", which is not read'
        raise InputError(why, where=address, remedy="give an http or https address, or a path")
    if not parts.hostname or port == 0 or any(ord(letter) < 33 for letter in parts.netloc):
        raise InputError("an address without a host", where=address, remedy="check it")
    return parts


def _resolve(parts: SplitResult, options: FetchOptions, address: str) -> tuple[str, int]:
    """The network address to connect to: checked here and used as it is, so that a name cannot change its
    mind.
    """
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAnswerError("no such host", where=address, remedy="check the address") from error
    hosts = [str(entry[4][0]) for entry in found]
    if not options.allow_local and not all(is_public(host) for host in hosts):
        why = f"an address within a private network ({hosts[0]})"
        raise InputError(why, where=address, remedy="allow local addresses if you trust it")
    return hosts[0], port


def is_public(host: str) -> bool:
    """Whether a numeric network address is one of the public internet: 127.0.0.1, 10.1.2.3, ::1 are not."""
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    for inner in (getattr(number, "ipv4_mapped", None), getattr(number, "sixtofour", None)):
        if inner is not None:
            number = inner
    return number.is_global and not number.is_multicast


class _Connection(http.client.HTTPConnection):
    """Speaks to the checked network address; the name is used for the Host header and the certificate."""

    def __init__(self, parts: SplitResult, place: tuple[str, int], seconds: float) -> None:
        super().__init__(parts.hostname or "", place[1], timeout=seconds)
        self._place, self._secure = place, parts.scheme == "https"
        self.default_port = 443 if self._secure else 80

    def connect(self) -> None:
        self.sock = socket.create_connection(self._place, self.timeout)
        if self._secure:
            self.sock = _certificates().wrap_socket(self.sock, server_hostname=self.host)


@cache
def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


@contextmanager
def _deadline(connection: _Connection, seconds: float) -> Iterator[threading.Event]:
    """Cuts the line when the time is up, however steadily the bytes drip."""
    late = threading.Event()

    def cut() -> None:
        late.set()
        if connection.sock is not None:
            try:
                connection.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                connection.sock.close()

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _converse(connection: _Connection, parts: SplitResult, options: FetchOptions, address: str) -> Fetched:
    path = quote(parts.path or "/", safe=_SAFE) + (
        f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    )
    sent = {"User-Agent": user_agent(), "Accept-Encoding": "gzip", "Accept": "*/*", "Connection": "close"}
    connection.request("GET", path, headers={**sent, **options.headers})
    socket_of_answer = connection.sock
    answer = connection.getresponse()
    connection.sock = connection.sock or socket_of_answer
    headers = {name.lower(): value for name, value in answer.getheaders()}
    pieces, size = [], 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > options.limit_bytes:
            raise InputError(
                f"an answer of more than {options.limit_bytes:,} bytes",
                where=address,
                remedy="fetch it yourself",
            )
        pieces.append(piece)
    if answer.length:
        raise NoAnswerError("an answer cut short", where=address, remedy="try again later")
    body = b"".join(pieces)
    if headers.get("content-encoding", "").lower() in ("gzip", "x-gzip", "deflate"):
        body = inflate(body, options.limit_bytes, address)
        if len(body) > options.limit_bytes:
            why = f"an answer that unpacks to more than {options.limit_bytes:,} bytes"
            raise InputError(why, where=address, remedy="fetch it yourself")
    return Fetched(address=address, status=answer.status, headers=headers, body=body)


def _too_slow(address: str, options: FetchOptions) -> NoAnswerError:
    why = f"no complete answer within {options.limit_seconds:g} seconds"
    return NoAnswerError(why, where=address, remedy="try again later")
