"""What holds other inputs: packed files and archives, opened layer by layer to single files."""

from __future__ import annotations

import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from communique.errors import InputError
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.unpack import FREE_BYTES, RATIO, packing_of, unpack

_DEPTH = 4
_MEMBERS = 1_000_000
_TAR_MAGIC = slice(257, 262)
_WARC = b"WARC/"
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/container.xml")
_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, tarfile.TarError, EOFError, OSError,
           NotImplementedError, RuntimeError, ValueError, OverflowError, LookupError)  # fmt: skip


def open_parts(opened: Opened, options: IntakeOptions, depth: int = _DEPTH) -> Iterator[Opened | SetAside]:
    """The single files in an input: itself, or what it unpacks to, archives within archives included.

    Packed web archives stay packed, because their reader takes record by record out of them. What cannot be
    opened is set aside, and the other members come all the same.
    """
    packing, archived = packing_of(opened.head), is_zip(opened.head) or is_tar(opened.head)
    if packing == "gzip" and holds_records(opened.head):
        yield opened
    elif (packing or archived) and depth == 0:
        why, remedy = "archives within archives, too deep", "unpack it and name the files"
        yield SetAside(source=opened.name, place=opened.place, why=why, remedy=remedy)
    elif packing:
        yield from _guarded(opened, _unpacked(opened, packing, options, depth))
    elif archived:
        members = _zip_members if is_zip(opened.head) else _tar_members
        yield from _guarded(opened, members(opened, options, depth))
    else:
        yield opened


def is_zip(head: bytes) -> bool:
    """Whether the bytes open a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(head: bytes) -> bool:
    """Whether the bytes open a tar archive."""
    return head[_TAR_MAGIC] == b"ustar"


def holds_records(head: bytes) -> bool:
    """Whether gzip data are a web archive: each record is packed by itself."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _guarded(opened: Opened, parts: Iterator[Opened | SetAside]) -> Iterator[Opened | SetAside]:
    try:
        yield from parts
    except InputError as error:
        yield SetAside.of(opened.name, error)
    except _FAULTS as error:
        why = f"a damaged archive ({type(error).__name__}: {error})"
        remedy = "fetch the file again; the members before the damage were read"
        yield SetAside(source=opened.name, place=opened.place, why=why, remedy=remedy)


def _unpacked(
    opened: Opened, packing: str, options: IntakeOptions, depth: int
) -> Iterator[Opened | SetAside]:
    inner = unpack(opened, packing)
    if not inner.head:
        raise InputError("nothing in the packed file", where=opened.place, remedy="remove it")
    yield from open_parts(inner, options, depth - 1)


def _zip_members(opened: Opened, options: IntakeOptions, depth: int) -> Iterator[Opened | SetAside]:
    with zipfile.ZipFile(opened.seekable()) as archive:
        infos = archive.infolist()
        if infos and infos[0].filename in _OFFICE:
            raise InputError(
                "an office document or e-book", where=opened.place, remedy="save it as text or HTML first"
            )
        _count(len(infos), opened)
        _proportionate(infos, opened)
        if not infos:
            raise InputError("no file in the archive", where=opened.place, remedy="remove it")
        for info in sorted(infos, key=lambda info: info.filename):
            if info.is_dir() or _hidden(info.filename):
                continue
            place = f"{opened.place}/{info.filename}"
            name = f"{opened.name}/{info.filename}"
            if info.flag_bits & 1:
                yield SetAside(
                    source=name, place=place, why="encrypted", remedy="unpack it with its password"
                )
            elif stat.S_ISLNK(info.external_attr >> 16):
                yield _link(name, place)
            else:
                yield from _member(lambda info=info: archive.open(info), name, place, options, depth)


def _tar_members(opened: Opened, options: IntakeOptions, depth: int) -> Iterator[Opened | SetAside]:
    with tarfile.open(fileobj=opened.seekable(), mode="r:") as archive:
        for number, info in enumerate(archive):
            _count(number, opened)
            place, name = f"{opened.place}/{info.name}", f"{opened.name}/{info.name}"
            if info.isdir() or _hidden(info.name):
                continue
            if not info.isreg() or info.issparse():
                yield _link(name, place)
                continue
            yield from _member(lambda info=info: archive.extractfile(info), name, place, options, depth)


def _member(
    opening: Any, name: str, place: str, options: IntakeOptions, depth: int
) -> Iterator[Opened | SetAside]:
    """One member, opened; a fault in it ends this member only."""
    try:
        stream: IO[bytes] = opening()
        inner = Opened.of(cast("BinaryIO", Faithful(stream, place)), name=name, place=place, inner_name=name)
    except InputError as error:
        yield SetAside.of(name, error)
        return
    except _FAULTS as error:
        why = f"a damaged member ({type(error).__name__}: {error})"
        yield SetAside(source=name, place=place, why=why, remedy="fetch the archive again")
        return
    yield from open_parts(inner, options, depth - 1)


class Faithful:
    """A member's stream; damage met while reading on is an `InputError`, and so is a bomb."""

    def __init__(self, stream: IO[bytes], place: str) -> None:
        self._stream, self._place = stream, place

    def read(self, size: int) -> bytes:
        """Up to `size` bytes."""
        try:
            return self._stream.read(size)
        except _FAULTS as error:
            why = f"a damaged member ({type(error).__name__}: {error})"
            raise InputError(why, where=self._place, remedy="fetch the archive again") from error

    def seekable(self) -> bool:
        """Never: a member is read once, from its beginning."""
        return False


def _count(number: int, opened: Opened) -> None:
    if number > _MEMBERS:
        why = f"more than {_MEMBERS:,} members"
        raise InputError(why, where=opened.place, remedy="unpack it and name the folder")


def _proportionate(infos: list[zipfile.ZipInfo], opened: Opened) -> None:
    """Refuses bombs by the sizes that the archive states; no member gives more than it states."""
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    end = max((info.header_offset + info.compress_size for info in infos), default=0)
    if unpacked > max(FREE_BYTES, RATIO * min(packed, end)):
        why = f"unpacks to more than {RATIO} times its size"
        raise InputError(why, where=opened.place, remedy="unpack it yourself if you trust it")


def _hidden(name: str) -> bool:
    return any(
        part.startswith(".") or part == "__MACOSX" for part in name.split("/") if part not in (".", "..")
    )


def _link(name: str, place: str) -> SetAside:
    return SetAside(source=name, place=place, why="a link or device in an archive", remedy="name its target")
