"""Records to plain JSON values and back, by their annotations; the form in which the ledger keeps them.

`encode(Span(start=3, end=9))` is `'{"end":9,"start":3}'`. Fields at their default are left out, keys are
sorted, so equal records have equal text and the text's hash names the record.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
_Convert = Callable[[Any], Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_SCALARS = frozenset({str, int, float, bool, type(None)})


def to_plain(value: Any) -> Any:
    """A record, or a value within one, as dicts, lists and scalars; fields at their default are left out."""
    kind = value.__class__
    if kind in _SCALARS:
        return value
    told = _defaults(kind)
    if told is not None:
        return {
            name: part if part.__class__ in _SCALARS else to_plain(part)
            for name, default in told
            if (part := getattr(value, name)) is not None and (default is MISSING or part != default)
        }
    if isinstance(value, (tuple, list)):
        return [to_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: to_plain(part) for key, part in value.items()}
    return value


def from_plain(record_type: type[Record], plain: dict[str, Any]) -> Record:
    """The record that `to_plain` made `plain` of; keys that the record does not know are ignored."""
    kind: Any = record_type
    converters, nothing = _converters(kind), _required_nothings(kind)
    known = {name: converters[name](value) for name, value in plain.items() if name in converters}
    return record_type(**{**nothing, **known})


def encode(value: Any) -> str:
    """One line of JSON with sorted keys, the same for equal values."""
    return _ENCODER.encode(to_plain(value))


def decode(record_type: type[Record], text: str) -> Record:
    """The record that `encode` wrote."""
    return from_plain(record_type, json.loads(text))


def digest_of(*parts: str) -> str:
    """A short name for what the parts say: 24 hexadecimal digits of SHA-256."""
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...] | None:
    """The fields of a kind of record with their defaults; None for what is no record."""
    return tuple((each.name, each.default) for each in fields(kind)) if is_dataclass(kind) else None


@cache
def _required_nothings(record_type: Any) -> dict[str, None]:
    """Required fields that may be None: `to_plain` leaves None out."""
    return {
        each.name: None
        for each in fields(record_type)
        if each.default is MISSING and each.default_factory is MISSING
    }


@cache
def _converters(record_type: Any) -> dict[str, _Convert]:
    hints = get_type_hints(record_type)
    return {each.name: _converter(hints[each.name]) for each in fields(record_type)}


@cache
def _converter(hint: Any) -> _Convert:
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        # `is_dataclass` tells mypy of an instance, too; a hint is a class.
        return lambda plain: from_plain(hint, plain)  # type: ignore[arg-type]
    if origin is tuple:
        return _tuple_converter(inner)
    if origin in (Union, types.UnionType):
        convert = _converter(next(arm for arm in inner if arm is not types.NoneType))
        return lambda plain: None if plain is None else convert(plain)
    return lambda plain: plain


def _tuple_converter(inner: tuple[Any, ...]) -> _Convert:
    if len(inner) == 2 and inner[1] is Ellipsis:
        each = _converter(inner[0])
        return lambda plain: tuple(each(part) for part in plain)
    parts = tuple(_converter(arm) for arm in inner)
    return lambda plain: tuple(convert(part) for convert, part in zip(parts, plain, strict=True))
