"""An opened input: its name, the bytes at its head, and the rest as a stream, so that nothing is loaded
whole.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, BinaryIO

from communique.errors import InputError

HEAD_BYTES = 65_536
_CHUNK_BYTES = 1 << 20
_SPOOLED_BYTES = 4_000_000_000
"""The largest archive or Parquet file that is kept on disk because it came through a pipe."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """One input that is being read. `name` is the source name, `place` where it lies, for messages;
    `inner_name` is its file name without the endings of packings ("news.csv" for "news.csv.gz").
    `address` is where it was fetched from, `declared` the encoding that the server named.
    """

    name: str
    place: str
    inner_name: str
    head: bytes
    stream: BinaryIO
    address: str | None = None
    declared: str | None = None

    @classmethod
    def of(cls, stream: BinaryIO, *, name: str, place: str, inner_name: str) -> Opened:
        """Reads the head, by which the format is decided."""
        head = _read_up_to(stream, HEAD_BYTES)
        return cls(name=name, place=place, inner_name=inner_name, head=head, stream=stream)

    @property
    def suffix(self) -> str:
        """The file's ending in lower case (".txt")."""
        return os.path.splitext(self.inner_name)[1].lower()

    def whole(self, limit: int) -> bytes:
        """All bytes; raises `InputError` as soon as they exceed the limit, in bytes."""
        rest = _read_up_to(self.stream, limit + 1 - len(self.head)) if len(self.head) == HEAD_BYTES else b""
        if len(self.head) + len(rest) > limit:
            raise InputError(
                f"larger than {limit:,} bytes", where=self.place, remedy="split it into single reports"
            )
        return self.head + rest

    def chunks(self) -> Iterator[bytes]:
        """All bytes, piece by piece."""
        yield self.head
        while chunk := self.stream.read(_CHUNK_BYTES):
            yield chunk

    def lines(self, limit: int) -> Iterator[tuple[int, bytes | None]]:
        """Numbered lines from 1; None stands for a line of more than `limit` bytes, which is skipped
        unread.
        """
        number, rest, too_long = 1, b"", False
        for chunk in self.chunks():
            pieces = (rest + chunk).split(b"\n")
            rest = pieces.pop()
            for piece in pieces:
                yield number, None if too_long or len(piece) > limit else piece
                number, too_long = number + 1, False
            if len(rest) > limit:
                rest, too_long = b"", True
        if rest or too_long:
            yield number, None if too_long else rest

    def seekable(self) -> IO[Any]:
        """The whole input as a file that can be read in any order; a pipe goes to a file on disk first."""
        if self.stream.seekable():
            self.stream.seek(0)
            return self.stream
        spooled = tempfile.TemporaryFile()  # noqa: SIM115  closed when the reader lets go of it
        written = 0
        for chunk in self.chunks():
            written += spooled.write(chunk)
            if written > _SPOOLED_BYTES:
                spooled.close()
                why = f"a packed or piped archive of more than {_SPOOLED_BYTES:,} bytes"
                raise InputError(why, where=self.place, remedy="unpack it to a file and name that")
        spooled.seek(0)
        return spooled


class Joined(io.RawIOBase):
    """Head and stream of an opened input as one stream again; `consumed` counts the bytes given."""

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._head: bytes | None = opened.head
        self._stream = opened.stream
        self.consumed = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, in one piece as they come."""
        size = _CHUNK_BYTES if size < 0 else size
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
        else:
            piece = self._stream.read(size)
        self.consumed += len(piece)
        return piece

    def readinto(self, buffer: Any) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes or fewer at the end; a pipe may give them in pieces."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
