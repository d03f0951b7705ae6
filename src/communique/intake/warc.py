"""Web archives (WARC, WARC.gz): page by page, taken record by record from the stream."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from communique.errors import InputError
from communique.intake.containers import holds_records
from communique.intake.opened import Joined, Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.page import Page
from communique.intake.unpack import inflate, unbrotli

_PAGES = ("text/html", "application/xhtml")
_TEXTS = ("text/plain",)
_GOOD = range(200, 300)
_FAULTS = (OSError, ValueError, RuntimeError, EOFError, zlib.error)


def is_warc(opened: Opened) -> bool:
    """Whether the bytes open a web archive, packed or not."""
    return opened.head.startswith(b"WARC/") or holds_records(opened.head)


def read_warc(opened: Opened, options: IntakeOptions) -> Iterator[Page | SetAside]:
    """The archive's pages, known by their addresses; other records are no reports.

    Raises `InputError` where the archive is damaged; what came before has been read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream = opened.seekable() if opened.stream.seekable() else Joined(opened)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="none"):
            number += 1
            yield from _record(record, number, opened, options)
    except _FAULTS as error:
        why = f"a damaged web archive after record {number:,} ({error})"
        raise InputError(
            why, where=opened.place, remedy="fetch the archive again; what came before was read"
        ) from error
    if number == 0:
        raise InputError("no page in the web archive", where=opened.place, remedy="check that it is complete")


def _record(record: Any, number: int, opened: Opened, options: IntakeOptions) -> Iterator[Page | SetAside]:
    kind = _content_type(record)
    if not kind.startswith(_PAGES + _TEXTS) or not _answered(record):
        return
    address = record.headers.get("WARC-Target-URI", "").strip("<> ") or f"{opened.name}:{number}"
    place = f"{opened.place}:{number}"
    try:
        raw = _payload(record, place, options.limit_bytes)
    except InputError as error:
        yield SetAside.of(address, error)
        return
    yield Page(
        source=address,
        place=place,
        raw=raw,
        declared=kind.partition("charset=")[2].strip(" \"';") or None,
        address=_web(address),
        retrieved=record.record_date.isoformat() if record.record_date else None,
        text_only=kind.startswith(_TEXTS),
        archived=True,
    )


def _web(address: str | None) -> str | None:
    return address if address and address.lower().startswith(("http://", "https://")) else None


def _content_type(record: Any) -> str:
    if record.is_http and record.http_headers is not None:
        return (record.http_headers.get("Content-Type") or "").strip().lower()
    return (record.headers.get("Content-Type") or "").strip().lower()


def _answered(record: Any) -> bool:
    """Whether the page came: errors and redirects hold no report."""
    if not record.is_http or record.http_headers is None:
        return True
    try:
        return int(record.http_headers.status_code or 200) in _GOOD
    except ValueError:
        return False


def _payload(record: Any, place: str, limit: int) -> bytes:
    """The page's bytes, transfer coding and compression undone, within the limit."""
    raw: bytes = record.reader.read(limit + 1)
    headers = record.http_headers if record.is_http else None
    if headers is not None and (headers.get("Transfer-Encoding") or "").lower() == "chunked":
        raw = unchunk(raw)
    coding = (headers.get("Content-Encoding") or "").lower() if headers is not None else ""
    if coding in ("gzip", "x-gzip", "deflate") or raw.startswith(b"\x1f\x8b"):
        raw = inflate(raw, limit, place)
    elif coding == "br":
        raw = unbrotli(raw, limit, place)
    if len(raw) > limit:
        raise InputError(f"larger than {limit:,} bytes", where=place, remedy="split it into single reports")
    return raw


def unchunk(raw: bytes) -> bytes:
    """The body of a chunked answer; as it is where it is none, for archives often keep the header alone."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = raw.find(b"\r\n", at, at + 20)
        try:
            size = int(raw[at:end].split(b";")[0], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return raw if not pieces else b"".join(pieces)
        if size == 0:
            return b"".join(pieces)
        pieces.append(raw[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
