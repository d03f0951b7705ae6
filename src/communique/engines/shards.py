"""Readings as Parquet, one file an input: what a cluster writes and a ledger loads. Finished files are not made again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.engines.tasks import Done, Task, task_key
from communique.engines.worker import Orders, Reader, in_groups
from communique.errors import InputError
from communique.intake import SetAside, Source, take_source
from communique.ledger.codec import decode, encode
from communique.records import Reading

_ROWS = 500
"""Rows that are written together."""
COLUMNS = ("key", "source", "input", "report", "published", "language", "accounts", "reading", "asides")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shard:
    """One input, where its readings are to lie, and what makes its items' keys."""

    path: str
    name: str
    out: str
    salt: bytes


def shard_of(source: Source, folder: str, salt: bytes) -> Shard:
    """The shard of an input: its file bears a hash of the input's name, size and time, and of edition and options."""
    try:
        stat = os.stat(source.path)
        state = f"{stat.st_size} {stat.st_mtime_ns}"
    except OSError:
        state = ""
    told = f"{source.path}\x1f{source.name}\x1f{state}".encode()
    name = hashlib.blake2b(told, digest_size=12, key=salt).hexdigest()
    return Shard(
        path=source.path, name=source.name, out=str(Path(folder) / f"readings-{name}.parquet"), salt=salt
    )


def write_shard(shard: Shard, read: Reader, orders: Orders) -> int:
    """Reads one input and writes its file, whole or not at all; gives the number of its items.

    Raises nothing for what is in the input: that is set aside in the file.
    """
    import pyarrow as arrow
    from pyarrow import parquet

    types = {"accounts": arrow.int32()}
    schema = arrow.schema([(name, types.get(name, arrow.string())) for name in COLUMNS])
    half = f"{shard.out}.{os.getpid()}.part"
    count = 0
    with parquet.ParquetWriter(half, schema, compression="zstd") as writer:
        for rows in _batches(_rows(shard, read, orders)):
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
            count += len(rows)
    os.replace(half, shard.out)
    return count


def load_shard(path: str) -> Iterator[Done]:
    """What came of the items of one file; raises InputError where it is no file of readings."""
    from pyarrow import ArrowInvalid, parquet

    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS):
                yield from map(_done, batch.to_pylist())
    except (ArrowInvalid, OSError, KeyError, ValueError) as error:
        remedy = "remove the file and read its input again"
        raise InputError(f"no file of readings ({error})", where=path, remedy=remedy) from error


def _rows(shard: Shard, read: Reader, orders: Orders) -> Iterator[dict[str, Any]]:
    unread: list[SetAside] = []
    for group in in_groups(_tasks(shard, orders, unread)):
        yield from (_row(done) for done in read(group) if done is not None)
    for one in unread:
        yield _row(Done(key="", source=one.source, input=shard.path, asides=(one,)))


def _tasks(shard: Shard, orders: Orders, unread: list[SetAside]) -> Iterator[Task]:
    """The items of a shard; what intake sets aside goes to `unread`."""
    for one in take_source(Source(path=shard.path, name=shard.name), orders.intake):
        if isinstance(one, SetAside):
            unread.append(one)
        else:
            yield Task(key=task_key(one, shard.salt), item=one, input=shard.path)


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) >= _ROWS:
            yield batch
            batch = []
    yield batch


def _row(done: Done) -> dict[str, Any]:
    reading = done.reading
    return {
        "key": done.key,
        "source": done.source,
        "input": done.input,
        "report": reading.report.id if reading else None,
        "published": reading.report.dated.date if reading else None,
        "language": reading.report.language if reading else None,
        "accounts": len(reading.accounts) if reading else 0,
        "reading": encode(reading) if reading else None,
        "asides": "\n".join(map(encode, done.asides)) or None,
    }


def _done(row: dict[str, Any]) -> Done:
    asides = (row["asides"] or "").split("\n") if row["asides"] else []
    return Done(
        key=row["key"],
        source=row["source"],
        input=row["input"],
        reading=decode(Reading, row["reading"]) if row["reading"] else None,
        asides=tuple(decode(SetAside, each) for each in asides),
    )
