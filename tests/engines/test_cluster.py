"""The cluster's way: readings as files, loaded into a ledger that equals the one read here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.engines.batch import ReadOptions, load_readings, read_into
from communique.engines.shards import load_shard
from communique.errors import InputError
from communique.ledger import Ledger

CALL = "Norwegian Prime Minister Jonas Gahr Støre spoke by phone with Indian Prime Minister Narendra Modi on {} March."


@pytest.fixture
def inputs(tmp_path) -> list[str]:
    names = []
    for shard in range(3):
        path = tmp_path / f"news{shard}.jsonl"
        lines = [
            {"id": f"{shard}-{day}", "date": "2026-03-28", "text": CALL.format(day)}
            for day in range(1 + shard, 9, 3)
        ]
        path.write_text(
            "\n".join(map(json.dumps, lines)) + ("\n{broken" if shard == 1 else ""), encoding="utf-8"
        )
        names.append(str(path))
    return [*names, str(tmp_path / "missing.txt")]


@pytest.mark.ray
def test_the_ledger_equals_the_one_read_here_and_finished_shards_are_not_read_again(inputs, tmp_path):
    import ray

    with Ledger.open(str(tmp_path / "here.db")) as here, Ledger.open(str(tmp_path / "there.db")) as there:
        local = read_into(here, inputs, ReadOptions())
        try:
            cluster = read_into(there, inputs, ReadOptions(engine="ray", workers=2))
        finally:
            ray.shutdown()
        assert cluster.counts == local.counts
        assert list(here.dump()) == list(there.dump())
        again = read_into(there, inputs, ReadOptions(engine="ray", workers=2))
        assert not ray.is_initialized()  # every shard was done
        assert again.new_reports == ()
        with Ledger.open(":memory:") as loaded:
            load_readings(loaded, str(tmp_path / "there.db.readings"))
            assert set(loaded.slugs().values()) == set(here.slugs().values()) != set()


def test_a_file_that_holds_no_readings_is_named(tmp_path):
    Path(tmp_path / "readings-x.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(InputError, match="no file of readings"):
        list(load_shard(str(tmp_path / "readings-x.parquet")))
