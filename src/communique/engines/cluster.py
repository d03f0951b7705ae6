"""Reads on a cluster with Ray Data: every input to a file of readings, by shards that can be taken up again; and
merges on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from communique.engines.shards import Shard, write_shard
from communique.engines.worker import Orders, make_reader
from communique.errors import UsageError

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


class ReadShards:
    """What one worker of the cluster holds: the reader, loaded once."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._read = make_reader(orders)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """One shard read and written; its row tells how many items it had."""
        shard = Shard(path=row["path"], name=row["name"], out=row["out"], salt=bytes.fromhex(row["salt"]))
        return {"out": shard.out, "items": write_shard(shard, self._read, self._orders)}


def read_shards(
    shards: Sequence[Shard], orders: Orders, workers: int, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Writes the files of those shards that have none; `progress` is told how many items each had.

    Joins the cluster that `RAY_ADDRESS` names, else begins one on this machine. Raises UsageError where Ray is not
    installed.
    """
    open_shards = [shard for shard in shards if not os.path.exists(shard.out)]
    if not open_shards:
        return
    data = _begin()
    rows = [
        {"path": each.path, "name": each.name, "out": each.out, "salt": each.salt.hex()}
        for each in open_shards
    ]
    hands = min(workers, len(rows))
    dataset = data.from_items(rows, override_num_blocks=len(rows))
    results = dataset.map(ReadShards, fn_constructor_args=(orders,), concurrency=hands, num_cpus=1)
    for row in results.iter_rows():
        progress(int(row["items"]))


def on_cluster(work: Callable[[Task], Outcome], tasks: Sequence[Task]) -> list[Outcome]:
    """Does the same work on several tasks, each on a free core of the cluster; what came of them, in their order."""
    if not tasks:
        return []
    _begin()
    import ray

    remote = ray.remote(num_cpus=1)(work)
    found: list[Outcome] = ray.get([remote.remote(task) for task in tasks])
    return found


def _begin() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError("--engine ray needs Ray", remedy="pip install 'communique[ray]'") from error
    if not ray.is_initialized():
        ray.init(log_to_driver=False, configure_logging=False, include_dashboard=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray.data
