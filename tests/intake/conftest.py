"""A web server on loopback whose answers a test writes byte by byte."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import pytest

Answer = bytes | Callable[[BinaryIO, dict[str, str]], None]


class Site:
    """Answers by path; `asked` lists what was asked for, with the headers in lower case."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def give(self, path: str, body: bytes | str, *, status: int = 200, headers: str = "") -> str:
        raw = body.encode() if isinstance(body, str) else body
        head = f"HTTP/1.1 {status} X\r\n{headers}Content-Length: {len(raw)}\r\n\r\n"
        self.answers[path] = head.encode() + raw
        return self.address + path


@contextmanager
def serve() -> Iterator[Site]:
    site = Site()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            request = self.rfile.readline().decode().split()
            headers = {}
            while line := self.rfile.readline().decode().strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            path = request[1] if len(request) > 1 else "/"
            site.asked.append((path, headers))
            answer = site.answers.get(path, b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            with suppress(OSError):
                if callable(answer):
                    answer(self.wfile, headers)  # type: ignore[arg-type]
                else:
                    self.wfile.write(answer)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        site.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as serving:
        yield serving
