"""What a run was: versions, options, inputs with their hashes, and counts that add up."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_CHUNK_BYTES = 1 << 20
_LISTED = 10_000
"""Inputs up to which a manifest names each."""


@dataclass(slots=True)
class Counts:
    """How many reports and pages there were, and what became of each.

    `read` of them `with_contact`, `without_contact` and in an `other_language`; `copies` of another one of this run,
    `held` by the ledger already as they are, `passed_over` by the first look, `set_aside`. `read`, `copies`, `held`,
    `passed_over` and `set_aside` add up to `seen`. `undated` are those read for which no day was found.
    """

    seen: int = 0
    read: int = 0
    with_contact: int = 0
    without_contact: int = 0
    other_language: int = 0
    copies: int = 0
    held: int = 0
    passed_over: int = 0
    set_aside: int = 0
    undated: int = 0


def manifest(
    edition: str, options: Mapping[str, Any], inputs: Sequence[str], counts: Counts
) -> dict[str, Any]:
    """The run as an object; a file's hash is that of its bytes as they lie there, None for what is no file."""
    import communique

    return {
        "program": communique.__version__,
        "edition": edition,
        "python": platform.python_version(),
        "options": dict(sorted(options.items())),
        **_inputs(inputs),
        "counts": asdict(counts),
    }


def _inputs(inputs: Sequence[str]) -> dict[str, Any]:
    """Each input with its hash; of very many, their number and one hash over all lines "HASH  NAME"."""
    if len(inputs) <= _LISTED:
        return {"inputs": [{"input": name, "sha256": file_hash(name)} for name in inputs]}
    whole = hashlib.sha256()
    for name in inputs:
        whole.update(f"{file_hash(name)}  {name}\n".encode())
    return {"inputs": len(inputs), "inputs_sha256": whole.hexdigest()}


def file_hash(path: str) -> str | None:
    """SHA-256 of a file, None where it is none."""
    if not os.path.isfile(path):
        return None
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
