"""Addresses as inputs: the page, feed or file behind them, read by its content."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from communique.errors import InputError
from communique.intake.assemble import Fields, make_report
from communique.intake.containers import open_parts
from communique.intake.decode import decode_bytes
from communique.intake.fetch import Fetched, FetchOptions, fetch
from communique.intake.formats import choose_reader
from communique.intake.html import is_html, page_fields
from communique.intake.opened import Opened
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.page import Page
from communique.records import Report

_GOOD = range(200, 300)


def read_address(address: str, options: IntakeOptions) -> Iterator[Report | Page | SetAside]:
    """The reports of a web address: a page's one, a feed's many; it never raises."""
    try:
        opened = open_fetched(fetched_page(address, options), address)
    except InputError as error:
        yield SetAside.of(address, error)
        return
    for part in open_parts(opened, options):
        try:
            if isinstance(part, SetAside):
                yield part
            else:
                yield from choose_reader(part, options)(part, options)
        except InputError as error:
            yield SetAside.of(address, error)


def page_report(address: str, known: Fields, options: IntakeOptions) -> Report:
    """The report of the page at an address, with what is known of it; raises `InputError` where there is none."""
    return fetched_report(fetched_page(address, options), known, options)


def fetched_report(fetched: Fetched, known: Fields, options: IntakeOptions) -> Report:
    """The report of a fetched page; raises `InputError` where it holds none."""
    checked_answer(fetched)
    opened = open_fetched(fetched, known.source)
    text = decode_bytes(
        opened.whole(options.limit_bytes), where=fetched.address, declared=opened.declared
    ).text
    bare = replace(known, text="")
    fields = page_fields(text, bare) if is_html(opened) else replace(bare, text=text)
    return make_report(fields, options)


def fetched_page(address: str, options: IntakeOptions) -> Fetched:
    """The good answer of an address; raises `InputError` for refusals and errors of the server."""
    bounds = FetchOptions(
        limit_bytes=options.limit_bytes, limit_seconds=options.limit_seconds, allow_local=options.allow_local
    )
    return checked_answer(fetch(address, bounds))


def checked_answer(fetched: Fetched) -> Fetched:
    """The same answer; raises `InputError` for refusals, errors of the server and empty answers."""
    if fetched.status not in _GOOD:
        raise InputError(
            f"the server answers {fetched.status}", where=fetched.address, remedy="check the address"
        )
    if not fetched.body:
        raise InputError("an empty answer", where=fetched.address, remedy="check the address")
    return fetched


def open_fetched(fetched: Fetched, name: str) -> Opened:
    """An answer as an opened input, with its address and the encoding that its header declares."""
    declared = fetched.headers.get("content-type", "").lower().partition("charset=")[2].strip(" \"';")
    path = urlsplit(fetched.address).path
    stream = io.BytesIO(fetched.body)
    opened = Opened.of(stream, name=name, place=name, inner_name=path)
    return replace(opened, address=fetched.address, declared=declared or None)
