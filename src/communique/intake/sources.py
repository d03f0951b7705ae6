"""Which files a run reads: files, folders, globs, "@list.txt" and "-", each once, under the shortest
telling name.
"""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from communique.errors import InputError
from communique.intake.addresses import is_address
from communique.intake.options import IntakeOptions, SetAside
from communique.intake.remote import find_remote, is_remote

STANDARD_INPUT = "-"
_WILD = frozenset("*?[")
_LIST_DEPTH = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One file to read: its path and the name under which its report is known."""

    path: str
    name: str


def find_sources(inputs: Sequence[str], options: IntakeOptions) -> list[Source | SetAside]:
    """The files that the inputs stand for, folders and globs sorted, and what cannot be found."""
    found = list(dict.fromkeys(path for text in inputs for path in _expand(text, options, _LIST_DEPTH)))
    paths = [path for path in found if isinstance(path, str)]
    names = shortest_names(paths)
    return [Source(path=path, name=names[path]) if isinstance(path, str) else path for path in found]


def shortest_names(paths: Sequence[str]) -> dict[str, str]:
    """For each path its base name, or as much of its tail as tells it from the others of that base name.

    "a/day/1.txt" and "b/day/1.txt" are told apart as "a/day/1.txt" and "b/day/1.txt", "c/2.txt" is "2.txt".
    """
    names: dict[str, str] = {}
    pending, length = list(paths), 1
    while pending:
        tails: dict[str, list[str]] = defaultdict(list)
        for path in pending:
            tails["/".join(PurePath(path).parts[-length:])].append(path)
        pending = []
        for tail, sharing in tails.items():
            ends = len(sharing) == 1 or all(len(PurePath(path).parts) <= length for path in sharing)
            if ends:
                names.update(dict.fromkeys(sharing, tail))
            else:
                pending.extend(sharing)
        length += 1
    return names


def _expand(text: str, options: IntakeOptions, depth: int) -> Iterator[str | SetAside]:
    if is_remote(text):
        yield from _remote(text)
    elif text == STANDARD_INPUT or is_address(text):
        yield text
    elif text.startswith("@") and not os.path.exists(text):
        yield from _listed(text[1:], options, depth)
    elif os.path.isdir(text):
        yield from _folder(text, options)
    elif os.path.exists(text):
        yield os.path.normpath(text)
    elif _WILD & set(text):
        matches = sorted(glob.glob(text, recursive=True))
        for match in matches:
            yield from _expand(match, options, depth)
        if not matches:
            yield _missing(text, "no file matches it", "check the pattern")
    else:
        yield _missing(text, "no such file", "check the path")


def _listed(path: str, options: IntakeOptions, depth: int) -> Iterator[str | SetAside]:
    """The inputs that a list file names, one a line; empty lines and lines that begin with # are left out."""
    if depth == 0:
        yield _missing(
            f"@{path}", "lists that name lists, too deep or in a circle", "name the files themselves"
        )
        return
    try:
        with open(path, encoding="utf-8-sig") as lines:
            entries = [line.strip() for line in lines]
    except (OSError, ValueError) as error:
        yield _missing(
            f"@{path}", f"the list cannot be read ({error})", "check its path and save it as UTF-8"
        )
        return
    for entry in entries:
        if entry and not entry.startswith("#"):
            yield from _expand(entry, options, depth - 1)


def _folder(top: str, options: IntakeOptions) -> Iterator[str | SetAside]:
    """The files below a folder in sorted order, without hidden ones and, unless asked for, symbolic links."""
    empty = True
    for folder, folders, files in os.walk(top, followlinks=options.follow_links):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.normpath(os.path.join(folder, name))
            if name.startswith(".") or (os.path.islink(path) and not options.follow_links):
                continue
            empty = False
            if os.path.isfile(path):
                yield path
            else:
                yield _missing(path, "a pipe, socket or device in a folder", "name it by itself to read it")
    if empty:
        yield _missing(top, "no file in the folder", "check the path; hidden files are not read")


def _remote(text: str) -> Iterator[str | SetAside]:
    try:
        found = find_remote(text)
    except InputError as error:
        yield SetAside.of(text, error)
        return
    yield from found
    if not found:
        yield _missing(text, "no file matches it", "check the pattern")


def _missing(text: str, why: str, remedy: str) -> SetAside:
    return SetAside(source=text, place=text, why=why, remedy=remedy)
