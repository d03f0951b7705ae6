"""Runs the pages until interrupted."""

from __future__ import annotations

import contextlib
import socket
import threading
import webbrowser
from dataclasses import dataclass
from ipaddress import ip_address

from communique.cli.output import note
from communique.errors import UsageError

_LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")
# Requests at one time; further ones are turned away rather than kept waiting.
_MOST_AT_ONCE = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Serving:
    """How `communique serve` was called."""

    host: str
    port: int
    browser: bool
    public: bool
    token: str | None
    names: tuple[str, ...]
    author: str

    @property
    def is_open(self) -> bool:
        """Whether others than this machine can reach the address."""
        if self.host in _LOCAL_NAMES:
            return False
        with contextlib.suppress(ValueError):
            return not ip_address(self.host).is_loopback
        return True


def serve(path: str, serving: Serving) -> None:
    """Serve the ledger at `path` until interrupted. Raises UsageError where the extra `web` is missing."""
    try:
        import uvicorn

        from communique.web import Settings, make_app
        from communique.web.memory import let_stay, load_names, warm_up
        from communique.web.patience import watch
        from communique.web.settings import LOCAL_HOSTS
    except ImportError as error:
        raise UsageError("the pages need the extra `web`", remedy="pip install 'communique[web]'") from error
    from communique.knowledge import load_knowledge
    from communique.ledger import Ledger

    with Ledger.open(path, create=False) as opened:
        if not opened.is_merged():
            note("merging what was read since the last time")
            opened.count()
    # Readers do not wait for a run that writes: they see the contacts as they were merged last.
    with Ledger.open(path, create=False, as_merged=True) as opened, _listening(serving) as listening:
        watch(opened)
        load_knowledge()
        load_names()
        warm_up(opened)
        let_stay("lexicon")
        hosts = (*LOCAL_HOSTS, _bracketed(serving.host), *serving.names)
        settings = Settings(hosts=hosts, public=serving.public, token=serving.token, author=serving.author)
        address = f"http://{_bracketed(serving.host)}:{listening.getsockname()[1]}/"
        _tell(address, serving)
        config = uvicorn.Config(
            make_app(opened, settings),
            log_level="warning",
            limit_concurrency=_MOST_AT_ONCE,
            server_header=False,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _tell(address: str, serving: Serving) -> None:
    if serving.public:
        address += f"?token={serving.token}"
        note("open to everybody who has this address: contacts, facts, quotes, and of reports the sentences")
        note("that tell of a contact; whole reports are not shown, and nothing can be changed")
    note(f"serving {address} (Ctrl-C ends it)")
    if serving.browser:
        threading.Timer(0.5, webbrowser.open, [address]).start()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()


def _listening(serving: Serving) -> socket.socket:
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((serving.host, serving.port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"cannot listen on {serving.host}:{serving.port}: {error.strerror}",
            remedy="try another --port, or 0",
        ) from error
    listening.listen(128)
    return listening
