"""Reads drafts in a process of its own: the language model is loaded and works there, and no page waits for it."""

from __future__ import annotations

import signal
from contextlib import suppress
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock, Thread

from communique.errors import CommuniqueError, ModelError
from communique.records import Reading, Report
from communique.web.patience import TooLongError

# What one draft may take, the loading of the model counted; the next in line waits no longer than that.
SECONDS = 60.0


class Apart:
    """The process, begun when it is first wanted and again where it has ended; it ends with the server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._line: Connection | None = None
        self._process: BaseProcess | None = None

    def begin(self) -> None:
        """Begin to load, and come back at once: whoever looks at the box for a draft will want it in a moment."""
        Thread(target=self._begun, daemon=True).start()

    def read(self, report: Report) -> Reading:
        """The reading of a report, what is said in it too. Raises CommuniqueError, TooLongError after a minute."""
        with self._lock:
            try:
                return self._asked(report)
            except (EOFError, OSError):
                self._line = None
            try:
                return self._asked(report)
            except (EOFError, OSError) as error:
                self._line = None
                raise ModelError(
                    "the process that reads drafts has ended", remedy="check the memory of the machine"
                ) from error

    def _asked(self, report: Report) -> Reading:
        line = self._line or self._start()
        line.send(report)
        if not line.poll(SECONDS):
            self._end()
            raise TooLongError(
                f"reading the draft takes longer than {SECONDS:.0f} s", remedy="check a part of it"
            )
        answer = line.recv()
        if isinstance(answer, Reading):
            return answer
        kind, told = answer
        raise kind(**told)

    def _begun(self) -> None:
        with self._lock:
            if self._line is None:
                self._start()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._line = None

    def _start(self) -> Connection:
        # A process that starts afresh holds no part of this one, least of all its end of the line.
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True, name="communique-drafts")
        self._process.start()
        theirs.close()
        return self._line


@cache
def apart() -> Apart:
    """The one of this server."""
    return Apart()


def _serve(line: Connection) -> None:
    """Answer each report with its reading, until the server ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which closes the line
    from communique.knowledge import load_knowledge
    from communique.reading import read

    with suppress(CommuniqueError):  # where there is no model, the answer to a report says so
        _ = load_knowledge().nlp
    while True:
        try:
            report = line.recv()
        except EOFError:
            return
        answer: Reading | tuple[type[CommuniqueError], dict[str, str]]
        try:
            answer = read(report, load_knowledge(), every_statement=True)
        except CommuniqueError as error:
            answer = type(error), {"what": error.what, "where": error.where, "remedy": error.remedy}
        line.send(answer)
