"""Bytes to text: UTF-8 first, then what marks and declarations say, then the likeliest code page."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from communique.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich-text document"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,30})""")
_DECLARATION_REACH = 2048
_GUESS_BYTES = 65_536
_STRAY_BYTES_SHARE = 0.002
"""Share of undecodable characters up to which a text still counts as UTF-8 with damage (measured in
characters)."""
_HIGH_SHARE = 0.2
"""Below this share of bytes beyond ASCII the text is in Latin script, where cp1252 is the likeliest code
page."""
_GARBAGE_SHARE = 0.02
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """Text, the encoding that it was read with, and a note where characters were lost or the encoding
    guessed.
    """

    text: str
    encoding: str
    loss: str | None = None


def decode_bytes(raw: bytes, *, where: str, declared: str | None = None) -> Decoded:
    """The text of some bytes; `declared` is the encoding that an HTTP header names, which may lie.

    Raises `InputError` for pictures, archives and other files that hold no text, naming what they are.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _with_replacements(raw, encoding, where)
    _refuse_binary(raw, where)
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        if declared and (text := _strict(raw, declared)) is not None:
            return _checked(Decoded(text=text, encoding=declared), where)
        return _checked(_decode_otherwise(raw, where), where)


def _refuse_binary(raw: bytes, where: str) -> None:
    for start, kind in _BINARY_STARTS:
        if raw.startswith(start):
            raise InputError(f"{kind}, not a text", where=where, remedy="convert it to text or HTML first")
    if b"\x00" in raw[:_GUESS_BYTES]:
        raise InputError("binary data, not a text", where=where, remedy="give a text, HTML or JSONL file")


def _decode_otherwise(raw: bytes, where: str) -> Decoded:
    declared = _DECLARED.search(raw[:_DECLARATION_REACH])
    if declared and (text := _strict(raw, declared.group(1).decode("ascii"))) is not None:
        return Decoded(text=text, encoding=declared.group(1).decode("ascii").lower())
    damaged = raw.decode("utf-8", errors="replace")
    lost = damaged.count("\ufffd")
    if lost <= max(1, _STRAY_BYTES_SHARE * len(damaged)) and len(damaged) + 2 * lost < len(raw):
        return Decoded(text=damaged, encoding="utf-8", loss=f"{lost} characters are not valid UTF-8")
    guess = _guess_encoding(raw)
    if (text := _strict(raw, guess)) is not None:
        return Decoded(text=text, encoding=guess)
    return _with_replacements(raw, guess, where)


def _guess_encoding(raw: bytes) -> str:
    """cp1252 where it decodes (the common case in English), unless the statistics favour another code
    page.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_GUESS_BYTES]).best()
    high = sum(byte >= 0x80 for byte in raw[:_GUESS_BYTES])
    mostly_ascii = high < _HIGH_SHARE * len(raw[:_GUESS_BYTES])
    if best is None or (mostly_ascii and _strict(raw, "cp1252") is not None):
        return "cp1252"
    return best.encoding


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _with_replacements(raw: bytes, encoding: str, where: str) -> Decoded:
    text = raw.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    loss = f"{lost} characters are not valid {encoding}" if lost else None
    return _checked(Decoded(text=text, encoding=encoding, loss=loss), where)


def _checked(decoded: Decoded, where: str) -> Decoded:
    garbage = len(_CONTROL.findall(decoded.text[:_GUESS_BYTES]))
    if garbage > _GARBAGE_SHARE * min(len(decoded.text), _GUESS_BYTES):
        raise InputError(
            "the bytes make no text in any known encoding", where=where, remedy="save the file as UTF-8"
        )
    return decoded
