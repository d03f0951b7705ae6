"""Reads inputs one after the other into reports; what cannot be read is set aside, and the rest goes on."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from communique.errors import InputError
from communique.intake.addresses import is_address
from communique.intake.containers import open_parts
from communique.intake.formats import choose_reader
from communique.intake.meter import Meter
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.page import Page, open_page
from communique.intake.remote import is_remote, open_remote
from communique.intake.sources import STANDARD_INPUT, Source, find_sources
from communique.records import Report

_DEFAULTS = IntakeOptions()


def read_inputs(inputs: Sequence[str], options: IntakeOptions = _DEFAULTS) -> Iterator[Report | SetAside]:
    """The reports of files, folders, globs, addresses, "@list.txt" and "-" (standard input), one at a time.

    Nothing is held but the list of paths. An input that cannot be read comes out as a `SetAside` with its
    place ("calls.jsonl:3"), the reason and the remedy; no input raises.
    """
    return _opened(take_inputs(inputs, options), options)


def take_inputs(
    inputs: Sequence[str], options: IntakeOptions = _DEFAULTS
) -> Iterator[Report | Page | SetAside]:
    """As `read_inputs`, with pages as they came: `open_page` takes them apart, in another process if need be."""
    meter = options.meter or Meter()
    sources = find_sources(inputs, options)
    meter.expect(source.path for source in sources if isinstance(source, Source))
    for source in sources:
        if isinstance(source, SetAside):
            yield replace(source, input=source.source)
            continue
        meter.begin(source.path)
        yield from take_source(source, options)
    meter.begin("")


def read_stream(
    stream: BinaryIO, name: str, options: IntakeOptions = _DEFAULTS
) -> Iterator[Report | SetAside]:
    """The reports of one open binary stream, known by `name`, whatever its format."""
    return _opened(_read(stream, Source(path=name, name=name), options), options)


def _opened(taken: Iterator[Report | Page | SetAside], options: IntakeOptions) -> Iterator[Report | SetAside]:
    for one in taken:
        if isinstance(one, Page):
            yield from open_page(one, options)
        else:
            yield one


def take_source(source: Source, options: IntakeOptions = _DEFAULTS) -> Iterator[Report | Page | SetAside]:
    """What one input holds, as `take_inputs` gives it, known by the source's name."""
    for one in _take(source, options, options.meter or Meter()):
        yield replace(one, input=source.path) if isinstance(one, SetAside) else one


def _take(source: Source, options: IntakeOptions, meter: Meter) -> Iterator[Report | Page | SetAside]:
    if is_remote(source.path):
        yield from _read_remote(source, options)
    elif is_address(source.path):
        from communique.intake.url import read_address

        yield from read_address(source.path, options)
    elif source.path == STANDARD_INPUT:
        yield from _read(sys.stdin.buffer, source, options)
    else:
        yield from _read_file(source, options, meter)


def _read_remote(source: Source, options: IntakeOptions) -> Iterator[Report | Page | SetAside]:
    try:
        with open_remote(source.path) as stream:
            yield from _read(stream, source, options)
    except InputError as error:
        yield SetAside.of(source.name, error)


def _read_file(source: Source, options: IntakeOptions, meter: Meter) -> Iterator[Report | Page | SetAside]:
    try:
        mode = os.stat(source.path).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise InputError("not a regular file", where=source.path, remedy="give a file of text")
        with open(source.path, "rb") as stream:
            if stat.S_ISREG(mode):
                meter.opened(stream)
            yield from _read(stream, source, options)
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        yield SetAside(
            source=source.name, place=source.path, why=why, remedy="check the file and its permissions"
        )
    except InputError as error:
        yield SetAside.of(source.name, error)


def _read(stream: BinaryIO, source: Source, options: IntakeOptions) -> Iterator[Report | Page | SetAside]:
    """Errors of one input, or of one file in an archive, end that file only."""
    try:
        opened = Opened.of(stream, name=source.name, place=source.path, inner_name=source.path)
        if not opened.head:
            raise InputError("an empty file", where=source.path, remedy="remove it or supply its text")
    except InputError as error:
        yield SetAside.of(source.name, error)
        return
    for part in open_parts(opened, options):
        if isinstance(part, SetAside):
            yield part
        else:
            yield from _read_part(part, options)


def _read_part(part: Opened, options: IntakeOptions) -> Iterator[Report | Page | SetAside]:
    try:
        if not part.head:
            raise InputError("an empty file", where=part.place, remedy="remove it or supply its text")
        yield from choose_reader(part, options)(part, options)
    except InputError as error:
        yield SetAside.of(part.name, error)
