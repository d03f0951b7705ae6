"""The loaded lexicon kept between runs in the user's cache folder, named by its edition.

A file is used only when the user owns it and nobody else may write to it, and when its digest is right; anything
else is as if there were none. Files are written under another name first, so that an interrupted run or a second
one at the same time leaves either the old file or a whole new one.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import stat
import sys
import tempfile
from pathlib import Path
from typing import Any

MAGIC = b"communique lexicon 1\n"
CODE = Path(__file__).resolve().parent
DIGEST = 32  # bytes of SHA-256
KEPT = 4  # files of former editions and overlays that may stay


def cache_folder() -> Path | None:
    """The folder of this user's cached lexicons; None where COMMUNIQUE_CACHE is "off" or no home is known."""
    chosen = os.environ.get("COMMUNIQUE_CACHE", "")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = str(Path("~/Library/Caches").expanduser())
    else:
        root = os.environ.get("XDG_CACHE_HOME", "") or str(Path("~/.cache").expanduser())
    return Path(root) / "communique" if root and not root.startswith("~") else None


def cache_file(folder: Path, edition: str) -> Path:
    """Where the lexicon of an edition stands; Python's version and the code that made it count too."""
    made = hashlib.sha256(sys.version.encode())
    for path in sorted(CODE.glob("*.py")):
        made.update(path.read_bytes())
    return folder / f"lexicon-{edition}-{made.hexdigest()[:12]}.bin"


def read_cached(edition: str) -> Any | None:
    """What was stored for the edition; None where there is nothing whole, current and our own."""
    folder = cache_folder()
    if folder is None:
        return None
    path = cache_file(folder, edition)
    try:
        if not (is_ours(folder) and is_ours(path)):
            return None
        stored = path.read_bytes()
        start = len(MAGIC) + DIGEST
        if (
            stored[: len(MAGIC)] != MAGIC
            or hashlib.sha256(stored[start:]).digest() != stored[len(MAGIC) : start]
        ):
            return None
        return pickle.loads(memoryview(stored)[start:])  # noqa: S301 - our own file, which nobody else may write to
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the lexicon itself is at hand
        return None


def write_cached(edition: str, loaded: object) -> None:
    """Stores what was loaded; silently nothing where the folder cannot be written to."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError, pickle.PickleError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_ours(folder):
            return
        packed = pickle.dumps(loaded, protocol=5)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(MAGIC + hashlib.sha256(packed).digest() + packed)
            os.replace(name, cache_file(folder, edition))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        forget_old(folder)


def is_ours(path: Path) -> bool:
    """Whether a file or folder is the user's own, no link, and closed to other writers; always so on Windows."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def forget_old(folder: Path) -> None:
    """Removes all but the newest files of former editions."""
    files = sorted(folder.glob("lexicon-*.bin"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
