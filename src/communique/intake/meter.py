"""How far a run has come: which input is being read, and how many of all bytes are behind it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import BinaryIO


class Meter:
    """Filled by intake as it goes; `current` is the input being read ("news.warc.gz", an address, "-"), `paths` all.

    `done` and `total` are bytes of the files named, as they lie on disk; what comes from addresses or standard
    input counts nothing.
    """

    def __init__(self) -> None:
        self.current = ""
        self.paths: tuple[str, ...] = ()
        self.total = 0
        self._finished = 0
        self._size = 0
        self._stream: BinaryIO | None = None

    def expect(self, paths: Iterable[str]) -> None:
        """The inputs of the run, before the first is opened."""
        self.paths = tuple(paths)
        self.total = sum(map(_size, self.paths))

    def begin(self, path: str) -> None:
        """The next input is named; the one before is done."""
        self._finished += self._size
        self.current, self._size, self._stream = path, _size(path), None

    def opened(self, stream: BinaryIO) -> None:
        """The current input as a file, whose position tells how far it has been read."""
        self._stream = stream

    @property
    def done(self) -> int:
        """Bytes read so far."""
        if self._stream is None or self._stream.closed:
            return min(self._finished, self.total)
        return min(self._finished + self._stream.tell(), self.total)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
