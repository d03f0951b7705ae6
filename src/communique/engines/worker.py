"""A process that reads: it takes tasks from a pipe and gives back what came of each, one after the other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

from communique.engines.tasks import Done, Task, read_tasks
from communique.intake import IntakeOptions, SetAside
from communique.records import Reading

_STEP_SECONDS = 0.5
"""Time between two words that it has come a step further."""
_LOOK_EVERY = 5
"""Tasks between two looks at the memory."""
TOGETHER, _TOGETHER_BYTES = 96, 2_000_000
"""How much is read at once: so many tasks, or bytes, whichever is reached first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Orders:
    """What holds for all tasks. A worker that holds more than `limit_bytes` of memory ends, and another begins.
    A task that takes longer than `limit_seconds`, and a second for every 2,000 bytes of it, is set aside.

    `make` loads another reader than `make_reader`, in each process.
    """

    intake: IntakeOptions
    every_statement: bool = False
    first_look: bool = True
    limit_bytes: int = 850_000_000
    limit_seconds: float = 120.0
    make: Callable[[Orders], Reader] | None = None


Told = tuple[Reading | None, tuple[SetAside, ...]] | tuple[()] | None
"""What came of a task; None for a step on the way to it."""
_END: tuple[()] = ()
Reader = Callable[[Sequence[Task]], Iterable[Done | None]]
"""What came of each of several tasks, in order; None says that it has come a step further."""


def make_reader(orders: Orders) -> Reader:
    """Loads what reading needs, once."""
    if orders.make is not None:
        return orders.make(orders)
    from communique.knowledge import load_knowledge

    knowledge = load_knowledge()
    options = orders.intake
    if orders.first_look:
        from communique.intake.first_look import PageLook
        from communique.sentences import cue_forms

        options = replace(options, first_look=PageLook.of(cue_forms(), knowledge))
    return lambda tasks: read_tasks(tasks, options, every_statement=orders.every_statement)


def work(pipe: Connection, orders: Orders) -> None:
    """Serves until the other end closes, or the memory is full; the one who began it sees the difference.

    What came of a task is sent as a pair, and now and then None for a step on the way to it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: SimpleQueue[Task | None] = SimpleQueue()
    said: SimpleQueue[Told] = SimpleQueue()
    Thread(target=_listen, args=(pipe, waiting), daemon=True).start()
    speaker = Thread(target=_speak, args=(pipe, said), daemon=True)
    speaker.start()
    _serve(waiting, said, orders)
    said.put(_END)
    speaker.join()
    os._exit(0)


def _serve(waiting: SimpleQueue[Task | None], said: SimpleQueue[Told], orders: Orders) -> None:
    """Reads what waits until there is no more, or the memory is full."""
    read = make_reader(orders)
    count, told = 0, time.monotonic()
    while tasks := _at_hand(waiting):
        for done in read(tasks):
            if done is None and time.monotonic() < told + _STEP_SECONDS:
                continue
            said.put(None if done is None else (done.reading, done.asides))
            told = time.monotonic()
            count += done is not None
            if count % _LOOK_EVERY == 0 and done is not None and held_bytes() > orders.limit_bytes:
                return


def _at_hand(waiting: SimpleQueue[Task | None]) -> list[Task]:
    """The tasks that wait, as many as are read together; none at the end."""
    tasks: list[Task] = []
    size = 0
    while len(tasks) < TOGETHER and size < _TOGETHER_BYTES and (not tasks or not waiting.empty()):
        task = waiting.get()
        if task is None:
            waiting.put(None)  # for the next look
            break
        tasks.append(task)
        size += task.size
    return tasks


def in_groups(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks as many as are read together."""
    group: list[Task] = []
    size = 0
    for task in tasks:
        group.append(task)
        size += task.size
        if len(group) >= TOGETHER or size >= _TOGETHER_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _listen(pipe: Connection, waiting: SimpleQueue[Task | None]) -> None:
    """Takes tasks off the pipe at once, so that neither end ever waits for the other while it writes."""
    try:
        while True:
            waiting.put(pipe.recv())
    except (EOFError, OSError):
        waiting.put(None)


def _speak(pipe: Connection, said: SimpleQueue[Told]) -> None:
    """Sends what came of tasks, so that reading goes on while the other end is at something else."""
    while (told := said.get()) != _END:
        try:
            pipe.send(told)
        except OSError:
            return  # the other end has closed: nobody waits for it


def held_bytes() -> int:
    """The memory that this process holds now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as line:
            return int(line.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0
