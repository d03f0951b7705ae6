"""What every record is made of: a frozen structure with named arguments, made and compared in C."""

from __future__ import annotations

from dataclasses import Field, field, make_dataclass
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct


class _AsDataclass:
    """The fields of a record as the functions of `dataclasses` ask for them."""

    def __get__(self, record: object, kind: type[Struct]) -> dict[str, Field[Any]]:
        return _fields_of(kind)


@cache
def _fields_of(kind: type[Struct]) -> dict[str, Field[Any]]:
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    given = (NODEFAULT,) * (len(names) - len(defaults)) + defaults
    told = [(name, Any, _field_of(default)) for name, default in zip(names, given, strict=True)]
    twin: Any = make_dataclass(kind.__name__, told, kw_only=True)
    fields: dict[str, Field[Any]] = twin.__dataclass_fields__
    return fields


def _field_of(default: Any) -> Any:
    if default is NODEFAULT:
        return field()
    make = getattr(default, "factory", None)  # of a default made anew for each record
    return field(default_factory=make) if make else field(default=default)


class Record(Struct, frozen=True, kw_only=True):
    """A frozen record whose arguments are named: "Span(start=0, end=2)". Thousands are made for each report.

    `fields`, `replace`, `asdict` and `is_dataclass` of `dataclasses` take it as they take a frozen dataclass;
    `msgspec.structs.replace` is the quicker way to a changed copy. To set a field raises AttributeError.
    """

    __dataclass_fields__ = _AsDataclass()
