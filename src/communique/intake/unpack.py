"""Compressed inputs as streams that are bounded: gzip, zstandard, bzip2 and xz, unpacked piece by piece."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from communique.errors import InputError
from communique.intake.opened import Joined, Opened

MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
)
RATIO = 500
"""How many times its packed size an input may unpack to: news text reaches 5, tables 30; a bomb 1000."""
FREE_BYTES = 50_000_000
"""Up to here the ratio is not asked: so much is read in a moment."""
_XZ_MEMORY = 256_000_000
_ZSTD_WINDOW = 1 << 27
_ENDINGS = (".gz", ".gzip", ".zst", ".zstd", ".bz2", ".xz")
_FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)


def packing_of(head: bytes) -> str | None:
    """The packing that the first bytes show: "gzip", "zstandard", "bzip2", "xz" or None."""
    return next((name for magic, name in MAGIC if head.startswith(magic)), None)


def unpack(opened: Opened, packing: str) -> Opened:
    """The input as it was before packing; reading on may raise `InputError` for damage and bombs."""
    stream = BoundedStream(Joined(opened), packing, opened.place)
    name = opened.name
    ending = next((each for each in _ENDINGS if opened.inner_name.lower().endswith(each)), "")
    inner = opened.inner_name[: len(opened.inner_name) - len(ending)]
    return Opened.of(cast("BinaryIO", stream), name=name, place=opened.place, inner_name=inner)


class BoundedStream:
    """Reads a packed stream; counts both sides, and ends with a named error where they are out of
    proportion.
    """

    def __init__(self, packed: Joined, packing: str, place: str) -> None:
        self._packed, self._packing, self._place = packed, packing, place
        self._read = self._opening(packing)
        self._given = 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; raises `InputError` where the packing is damaged or a bomb."""
        try:
            piece = self._read(size)
        except _FAULTS as error:
            raise InputError(
                f"damaged {self._packing} data after {self._given:,} bytes ({error})",
                where=self._place,
                remedy="fetch the file again; what came before was read",
            ) from error
        self._given += len(piece)
        if self._given > max(FREE_BYTES, RATIO * self._packed.consumed):
            raise InputError(
                f"unpacks to more than {RATIO} times its size",
                where=self._place,
                remedy="unpack it yourself if you trust it",
            )
        return piece

    def seekable(self) -> bool:
        """Never: what was unpacked is gone."""
        return False

    def _opening(self, packing: str) -> Callable[[int], bytes]:
        source = cast("BinaryIO", io.BufferedReader(self._packed))
        if packing == "gzip":
            return gzip.GzipFile(fileobj=source, mode="rb").read
        if packing == "bzip2":
            return bz2.BZ2File(source, "rb").read
        if packing == "xz":
            return _XzReader(source).read
        import zstandard

        unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        return self._faithful(unpacker.stream_reader(source, read_across_frames=True).read)

    @staticmethod
    def _faithful(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
        """Zstandard's own error as one that every packing may raise."""
        from zstandard import ZstdError

        def read_piece(size: int) -> bytes:
            try:
                return read(size)
            except ZstdError as error:
                raise ValueError(str(error)) from error

        return read_piece


class _XzReader:
    """xz with a bound on the memory that its header may ask for."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def read(self, size: int) -> bytes:
        while not self._unpacker.eof:
            packed = self._source.read(65_536) if self._unpacker.needs_input else b""
            if not packed and self._unpacker.needs_input:
                raise EOFError("the end is missing")
            if piece := self._unpacker.decompress(packed, size):
                return piece
        return b""


def unbrotli(raw: bytes, limit: int, place: str) -> bytes:
    """Bytes packed with brotli, unpacked up to one byte beyond the limit."""
    import brotli

    unpacker = brotli.Decompressor()
    try:
        pieces = [unpacker.process(raw, output_buffer_limit=limit + 1)]
        while not unpacker.can_accept_more_data() and sum(map(len, pieces)) <= limit:
            pieces.append(unpacker.process(b"", output_buffer_limit=limit + 1))
    except brotli.error as error:
        raise InputError(
            f"damaged brotli data ({error})", where=place, remedy="fetch the page again"
        ) from error
    unpacked = b"".join(pieces)
    if not unpacker.is_finished() and len(unpacked) <= limit:
        raise InputError("brotli data without their end", where=place, remedy="fetch the page again")
    return unpacked


def inflate(raw: bytes, limit: int, place: str) -> bytes:
    """Unpacked bytes up to the limit; bytes that only claim to be packed are taken as they are."""
    unpacker = zlib.decompressobj(wbits=47)
    try:
        unpacked = unpacker.decompress(raw, limit + 1)
    except zlib.error as error:
        if raw.startswith(b"\x1f\x8b"):
            raise InputError(
                f"damaged gzip data ({error})", where=place, remedy="fetch the page again"
            ) from error
        return raw
    if not unpacker.eof and not unpacker.unconsumed_tail:
        raise InputError("gzip data without their end", where=place, remedy="fetch the page again")
    return unpacked
