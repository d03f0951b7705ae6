"""Inputs in stores that fsspec knows: "s3://bucket/news.warc.gz", "gs://...", "memory://...". An extra."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, BinaryIO, cast

from communique.errors import InputError

_STORES = (
    "s3",
    "s3a",
    "gs",
    "gcs",
    "az",
    "abfs",
    "abfss",
    "adl",
    "oss",
    "oci",
    "hdfs",
    "webhdfs",
    "hf",
    "memory",
)
"""Schemes that are asked through fsspec; "file:", "ftp:" and the rest are refused as they always were."""
_WILD = frozenset("*?[")


def is_remote(text: str) -> bool:
    """Whether an input is an address of a store: "s3://bucket/day.parquet"."""
    scheme, there, _ = text.partition("://")
    return bool(there) and scheme.lower() in _STORES


def find_remote(text: str) -> list[str]:
    """The files that an address of a store stands for: itself, or what a glob or a folder holds, sorted.

    Raises `InputError` where the store cannot be asked.
    """
    try:
        system, path = _fsspec(text).core.url_to_fs(text)
        found = [path]
        if _WILD & set(path):
            found = sorted(system.glob(path))
        elif system.isdir(path):
            found = sorted(system.find(path))
        return [str(system.unstrip_protocol(each)) for each in found]
    except InputError:
        raise
    except Exception as error:  # each store raises errors of its own
        raise _refused(text, error) from error


def open_remote(address: str) -> AbstractContextManager[BinaryIO]:
    """The bytes behind the address, as a file; raises `InputError` where there are none."""
    try:
        opened = _fsspec(address).open(address, "rb").open()
    except InputError:
        raise
    except Exception as error:  # as above
        raise _refused(address, error) from error
    return cast("AbstractContextManager[BinaryIO]", opened)


def _fsspec(address: str) -> Any:
    try:
        import fsspec
        import fsspec.core
    except ImportError as error:
        remedy = "pip install 'communique[remote]', and the store's own package (s3fs, gcsfs)"
        raise InputError("an address of a store", where=address, remedy=remedy) from error
    return fsspec


def _refused(address: str, error: Exception) -> InputError:
    why = f"the store cannot be read ({type(error).__name__}: {error})"
    return InputError(why, where=address, remedy="check the address, its package and your rights")
