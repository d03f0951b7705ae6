"""An opened input: its name, the bytes at its head, and the rest as a stream, so that nothing is loaded
whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from communique.errors import InputError

HEAD_BYTES = 65_536
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """One input that is being read. `name` is the source name, `suffix` the file's ending in lower case
    (".txt").
    """

    name: str
    place: str
    suffix: str
    head: bytes
    stream: BinaryIO

    @classmethod
    def of(cls, stream: BinaryIO, *, name: str, place: str, suffix: str) -> Opened:
        """Reads the head, by which the format is decided."""
        return cls(name=name, place=place, suffix=suffix, head=_read_up_to(stream, HEAD_BYTES), stream=stream)

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


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes or fewer at the end; a pipe may give them in pieces."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
