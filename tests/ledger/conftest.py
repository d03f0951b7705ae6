"""Every test of the ledger runs on a file and on a PostgreSQL server, but for those that are about the file itself."""

from __future__ import annotations

import glob
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.ledger import Ledger

EMPTY = "an_empty_ledger"
ROOM = 4 << 30  # bytes; the databases of a test are dropped behind it, and those of one take 1 GB at the most
DRAWS = 3  # ledgers drawn by chance that each such test lays on a server


def as_owner(*command: str) -> None:
    """A server refuses to run as root, so that it runs as the user who came with it."""
    words = ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else list(command)
    subprocess.run(words, check=True, capture_output=True)


def roomy() -> str | None:
    """Memory where it has room, since hundreds of databases are hundreds of thousands of files; else the usual place."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    bin_folder = max(glob.glob("/usr/lib/postgresql/*/bin"))
    folder = Path(tempfile.mkdtemp(prefix="communique-pg-", dir=roomy()))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    as_owner(
        f"{bin_folder}/initdb", "-D", f"{folder}/data", "-U", "tester", "--auth=trust", "--encoding=UTF8"
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off"
    as_owner(
        f"{bin_folder}/pg_ctl", "-D", f"{folder}/data", "-o", options, "-w", "-l", f"{folder}/log", "start"
    )
    yield f"postgresql://tester@127.0.0.1:{port}/"
    as_owner(f"{bin_folder}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_database(server: str) -> Callable[[], str]:
    """Makes databases, each a copy of one that holds an empty ledger."""
    import psycopg

    numbers = itertools.count()

    def make(template: str = EMPTY) -> str:
        name = f"t{next(numbers)}"
        with psycopg.connect(server + "postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return server + name

    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {EMPTY}")
    Ledger.open(server + EMPTY).close()
    return make


@pytest.fixture
def database(server: str, new_database: Callable[..., str]) -> Iterator[Callable[..., str]]:
    """Makes databases that are dropped behind the test."""
    import psycopg

    made: list[str] = []

    def make(template: str = EMPTY) -> str:
        made.append(new_database(template))
        return made[-1]

    yield make
    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        for each in made:
            connection.execute(f"DROP DATABASE {each.removeprefix(server)} WITH (FORCE)")


@pytest.fixture
def address(database: Callable[..., str]) -> str:
    return database("template1")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marks = {mark.name for mark in metafunc.definition.iter_markers()}
    if not marks & {"of_files", "postgres"}:
        metafunc.parametrize(
            "place", ["file", pytest.param("server", marks=pytest.mark.postgres)], indirect=True
        )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A ledger drawn by chance lies on the server for the first draws alone: each costs many times what a file does."""
    chosen = [item for item in items if not is_late_draw(item)]
    config.hook.pytest_deselected(items=[item for item in items if is_late_draw(item)])
    items[:] = chosen


def is_late_draw(item: pytest.Item) -> bool:
    given: dict[str, object] = getattr(getattr(item, "callspec", None), "params", {})
    seed = given.get("seed")
    return given.get("place") == "server" and isinstance(seed, int) and seed >= DRAWS


@pytest.fixture(autouse=True)
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the ledgers of a test lie. On a server each path stands for a database, `:memory:` for a new one."""
    where = getattr(request, "param", "file")
    if where == "server":
        make = request.getfixturevalue("database")
        opened: dict[str, str] = {}
        whole = Ledger.open

        def on_server(path: str = "communique.db", *rest: Any, **options: Any) -> Ledger:
            if path == ":memory:":
                return whole(make(), *rest, **options)
            if path not in opened:
                opened[path] = make()
            return whole(opened[path], *rest, **options)

        monkeypatch.setattr(Ledger, "open", on_server)
    return str(where)
