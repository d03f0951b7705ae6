"""XML that is read without its document type: no entities of its own, no files of others, no depth without end."""

from __future__ import annotations

import re

from communique.errors import InputError

_DOCTYPE = re.compile(rb"<!DOCTYPE[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST)\b", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>|<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_DEPTH = 200
_WIDE = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00?\x00", "utf-16-le"),
    (b"\x00<\x00?", "utf-16-be"),
)


def without_doctype(raw: bytes, *, where: str) -> bytes:
    """The bytes, in UTF-8 where they were in UTF-16, without a document type.

    Raises `InputError` for entities defined in the document (bombs, files) and for elements nested without
    end.
    """
    for mark, encoding in _WIDE:
        if raw.startswith(mark):
            text = raw.decode(encoding, "replace").lstrip("\ufeff")
            raw = re.sub(r"^<\?xml[^>]*\?>", "", text).encode()
    if _ENTITY.search(raw):
        raise InputError(
            "an XML that defines its own entities", where=where, remedy="remove its document type"
        )
    _refuse_depth(raw, where)
    return _DOCTYPE.sub(b"", raw, count=1)


def _refuse_depth(raw: bytes, where: str) -> None:
    depth = 0
    for found in _TAG.finditer(raw):
        closing, empty = found.group(1), found.group(2)
        if closing is None or empty:
            continue
        depth += -1 if closing else 1
        if depth > _DEPTH:
            why = f"elements nested more than {_DEPTH} deep"
            raise InputError(why, where=where, remedy="check that it is a feed")
